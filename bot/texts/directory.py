"""How people and structures of the directory are shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.people import Person, Structure
from bot.texts.names import Names, bold, safe


def found(people: Sequence[Person], structures: Sequence[Structure], names: Names) -> str:
    """The answer to a question: each with what tells it apart and how to reach it."""
    if not people and not structures:
        return "Je ne trouve personne. Essayez avec un nom, une structure ou une commune."
    blocks = [_person(person, names) for person in people] + [_structure(structure) for structure in structures]
    return "\n\n".join(blocks)


def _person(person: Person, names: Names) -> str:
    lines = [bold(person.full_name)]
    what = ", ".join(part for part in (person.function, names.structure(person.structure_id) if person.structure_id else None) if part)
    if what:
        lines.append(safe(what))
    lines += _reach(person.phone, person.email)
    return "\n".join(lines)


def _structure(structure: Structure) -> str:
    return "\n".join([bold(structure.name), *_reach(structure.phone, structure.email)])


def _reach(phone: str | None, email: str | None) -> list[str]:
    return [line for line in (f"📞 {_spoken(phone)}" if phone else "", f"✉️ {safe(email)}" if email else "") if line]


def _spoken(phone: str) -> str:
    """« 06 39 98 01 02 » of +33639980102; other countries as they are."""
    if phone.startswith("+33") and len(phone) == 12:
        national = "0" + phone[3:]
        return " ".join(national[i : i + 2] for i in range(0, 10, 2))
    return safe(phone)
