"""How a sheet of the directory reads: who somebody is, how to reach her, what she shares with the reader."""

from __future__ import annotations

from datetime import date

from bot.domain.sheets import Mandate, PersonSheet, StructureSheet
from bot.french.dates import date_with_year, long_date
from bot.french.lists import and_others
from bot.french.phones import spoken
from bot.french.plurals import counted
from bot.texts import neighbourhoods
from bot.texts.directory import RESERVED, lacking, reach
from bot.texts.meetings import NO_LABEL
from bot.texts.names import Names, bold, safe

GROUPS_NAMED = 4
FORMER_SHOWN = 3
ADDED = "C’est ajouté à la réunion en cours."
ALREADY_THERE = "Déjà dans la réunion en cours."
NO_MEETING_OPEN = "Aucune réunion n’est en cours de saisie : racontez-en une, ou écrivez /reunion."
NEAREST = "<i>Au plus près de ce que vous avez écrit :</i>"
ASK_WHO = (
    "👤 <b>Qui cherchez-vous ?</b>\n\nTapez un nom, une structure, une fonction ou une commune, même mal orthographiés :\n"
    "« tel dr lefevre »\n« assistante sociale la grand combe »\n« ccas st martin »"
)


def nobody_fits(words: str) -> str:
    """Nobody answers to those words."""
    return f"Je ne trouve personne pour « {safe(words)} ». Essayez un autre mot : un nom, une structure, une fonction ou une commune."


def which_one(*, near: bool, more: bool) -> str:
    """Above the buttons of several sheets; `near`: none answers all that was asked; `more`: there are others."""
    if near:
        return "👤 <b>Vouliez-vous dire… ?</b>"
    if more:
        return "👤 <b>Qui cherchez-vous ?</b> Touchez la bonne fiche, ou précisez : il y en a d’autres."
    return "👤 <b>Qui cherchez-vous ?</b> Touchez la bonne fiche."


def person(sheet: PersonSheet, names: Names, *, asked: frozenset[str] = frozenset()) -> str:
    """The sheet of a person; `asked`: what of it was asked for, as in `FindPartner.fields`."""
    who = sheet.person
    known = names.people.get(who.id)
    lines = [bold(f"{who.civility} {who.full_name}" if who.civility in _TITLES else who.full_name)]
    lines += [_current(mandate, names) for mandate in sheet.mandates if mandate.until is None]
    lines += reach(who.phone, who.email)
    if missing := RESERVED if who.hidden else lacking(who.phone, who.email, asked):
        lines.append(missing)
    if not who.phone and sheet.structure and sheet.structure.phone:
        lines.append(f"📞 {safe(spoken(sheet.structure.phone))} ({safe(sheet.structure.name)})")
    if known and known.commune:
        lines.append(f"📍 {safe(known.commune)}")
    if sheet.groups:
        lines.append(f"👥 {_groups(sheet, names)}")
    if sheet.met is not None:
        lines.append(f"🗓 Dernière réunion ensemble : {safe(sheet.met.label or NO_LABEL)}, {long_date(sheet.met.day)}")
    former = [mandate for mandate in sheet.mandates if mandate.until is not None][:FORMER_SHOWN]
    lines += [f"<i>Avant : {_held(mandate, names)} ({_period(mandate.since, mandate.until)})</i>" for mandate in former]
    return "\n".join(line for line in lines if line)


def structure(sheet: StructureSheet, names: Names, *, asked: frozenset[str] = frozenset()) -> str:
    """The sheet of a structure; its people are buttons below."""
    it = sheet.structure
    known = names.structures.get(it.id)
    lines = [bold(it.name) + (f" ({safe(it.sigle)})" if it.sigle and it.sigle not in it.name else ""), *reach(it.phone, it.email)]
    if missing := lacking(it.phone, it.email, asked):
        lines.append(missing)
    if known and known.commune and known.commune not in it.name:
        lines.append(f"📍 {safe(known.commune)}")
    if it.neighbourhood:
        lines.append(neighbourhoods.of_sheet(it.neighbourhood))
    there = f"👥 {counted(len(sheet.people), 'personne')} dans l’annuaire"
    lines.append(there if sheet.people else "Personne de cette structure n’est dans l’annuaire.")
    return "\n".join(lines)


def groups(sheet: PersonSheet, names: Names) -> str:
    """All groups of somebody, one a line."""
    listed = [f"{bold(names.group(g))}{' · pilote' if g in sheet.piloted else ''}" for g in sheet.groups]
    return f"👥 <b>Les groupes de {safe(sheet.person.full_name)}</b>\n\n" + "\n".join(listed)


def _groups(sheet: PersonSheet, names: Names) -> str:
    named = [safe(names.group(g)) + (" (pilote)" if g in sheet.piloted else "") for g in sheet.groups]
    return and_others(named, shown=GROUPS_NAMED)


def _current(mandate: Mandate, names: Names) -> str:
    held = _held(mandate, names)
    return f"{held} (depuis le {date_with_year(mandate.since)})" if held and mandate.since else held


def _held(mandate: Mandate, names: Names) -> str:
    where = names.structure(mandate.structure_id) if mandate.structure_id else ""
    return safe(", ".join(part for part in (mandate.function, where) if part))


def _period(since: date | None, until: date | None) -> str:
    end = f"jusqu’au {date_with_year(until)}" if until else ""
    return f"du {date_with_year(since)} au {date_with_year(until)}" if since and until else end


_TITLES = frozenset({"Dr", "Pr", "Me"})
