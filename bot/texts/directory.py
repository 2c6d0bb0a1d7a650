"""How people and structures of the directory are shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from bot.domain.people import Person, Structure
from bot.french.phones import spoken
from bot.french.plurals import counted
from bot.texts.names import Names, bold, safe

KEPT_BACK = " – sans ses coordonnées : elles sont réservées"  # said to who sends a sheet into another chat
RESERVED = "🔒 <i>Coordonnées gardées par la coordination : demandez-les-lui.</i>"


def found(
    people: Sequence[Person],
    structures: Sequence[Structure],
    names: Names,
    *,
    asked: Collection[str] = (),
    of_people: Mapping[int, Structure] = MappingProxyType({}),
    more: int = 0,
) -> str:
    """The answer to a question: each with what tells it apart and how to reach it.

    `asked`: « phone », « email »… as in FindPartner; who has none of it is said so, with the number of her structure (`of_people`, by id).
    `more`: how many others fit.
    """
    if not people and not structures:
        return "Je ne trouve personne. Essayez avec un nom, une structure ou une commune."
    blocks = [_person(person, names, asked, of_people.get(person.structure_id or 0)) for person in people]
    blocks += [_structure(structure, asked) for structure in structures]
    if more:
        blocks.append(f"… et {counted(more, 'autre')}. Précisez une commune, une structure ou une fonction.")
    return "\n\n".join(blocks)


def _person(person: Person, names: Names, asked: Collection[str], structure: Structure | None) -> str:
    lines = [bold(person.full_name)]
    what = ", ".join(part for part in (person.function, names.structure(person.structure_id) if person.structure_id else None) if part)
    if what:
        lines.append(safe(what))
    lines += reach(person.phone, person.email)
    if person.hidden:
        lines.append(RESERVED)
    elif lacks := lacking(person.phone, person.email, asked):
        lines.append(lacks)
        if structure and "phone" in asked and structure.phone:
            lines.append(f"📞 {safe(spoken(structure.phone))} ({safe(structure.name)})")
    return "\n".join(lines)


def _structure(structure: Structure, asked: Collection[str]) -> str:
    lacks = lacking(structure.phone, structure.email, asked)
    return "\n".join([bold(structure.name), *reach(structure.phone, structure.email), *([lacks] if lacks else [])])


def lacking(phone: str | None, email: str | None, asked: Collection[str]) -> str:
    """What was asked for and nobody knows; nothing for a question about the person herself."""
    if "name" in asked:
        return ""
    if "phone" in asked and not phone:
        return "Pas de numéro dans l’annuaire."
    return "Pas d’adresse mail dans l’annuaire." if "email" in asked and not email else ""


def reach(phone: str | None, email: str | None) -> list[str]:
    """How to reach somebody, a line each; Telegram makes numbers and addresses tappable."""
    return [line for line in (f"📞 {safe(spoken(phone))}" if phone else "", f"✉️ {safe(email)}" if email else "") if line]
