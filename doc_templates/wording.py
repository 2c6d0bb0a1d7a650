"""How the facts of a record are worded in any document: hours, places, people, lines and sentences, as French prints them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, time

from bot.domain.decisions import ActionStatus
from bot.domain.minutes import Correspondent, FollowedAction, MinutedAction, NamedPerson, NextMeeting
from bot.domain.writing import WritingStyle
from bot.french.dates import date_window, long_date, short_date
from bot.french.hours import clock_range, duration
from bot.french.lists import and_list
from bot.french.names import is_feminine, list_name, person_name, titled_name
from bot.french.typography import typographic
from doc_templates.cleaning import clean
from doc_templates.contents import Fields

NOTHING = "–"
_HEADER_ROOM = 75  # characters of an organism and an instance that fit on one line with the day
STATUS = {ActionStatus.OPEN: "À faire", ActionStatus.DONE: "Faite", ActionStatus.DROPPED: "Abandonnée"}


def one_line(text: str | None) -> str:
    """On one line, with French signs."""
    return typographic(re.sub("[ \n]+", " ", clean(text or "")).strip())


def sentence(text: str) -> str:
    """What people wrote, with French signs and a capital; their line ends stay."""
    return capital("\n".join(said for said in map(one_line, clean(text).split("\n")) if said))


def capital(text: str) -> str:
    """The first letter in capitals, but in an address or a sigle such as « eSanté »."""
    return text[:1].upper() + text[1:] if not text.startswith(("http", "www.")) and not text[1:2].isupper() else text


def folded(text: str) -> str:
    """Without case nor accents, to compare and to sort."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def by_name(person: NamedPerson) -> str:
    """Where somebody stands in a list: by last name without accents nor « de »."""
    last_name = re.sub(r"^d(?:e |['’])", "", one_line(person.last_name))
    return folded(f"{last_name} {person.first_name}")


def place(name: str | None, commune: str | None) -> str:
    """« Maison de la santé, Alès »; the commune is not said twice."""
    parts = [part for part in (capital(one_line(name)), one_line(commune)) if part]
    if len(parts) == 2 and folded(parts[1]) in folded(parts[0]):
        parts = parts[:1]
    return ", ".join(parts)


def named(person: NamedPerson, style: WritingStyle) -> str:
    """« Claire DUMAS » or « Claire Dumas », as the territory writes names."""
    return person_name(one_line(person.first_name), one_line(person.last_name), capitals=style.capitals)


def listed(person: NamedPerson, style: WritingStyle) -> str:
    """« DUMAS Claire » or « Claire Dumas », for lists in the order of last names."""
    return list_name(one_line(person.first_name), one_line(person.last_name), capitals=style.capitals)


def titled(person: NamedPerson, style: WritingStyle) -> str:
    """« Mme Claire DUMAS » or « Mme Claire Dumas »."""
    first, last = one_line(person.first_name), one_line(person.last_name)
    return titled_name(first, last, civility=person.civility, doctor=person.doctor, capitals=style.capitals)


def titled_with_function(person: NamedPerson | None, style: WritingStyle) -> str:
    """« Mme Claire DUMAS, coordinatrice, Reseda »; empty for nobody."""
    if person is None:
        return ""
    return ", ".join(part for part in (titled(person, style), one_line(person.function), one_line(person.structure)) if part)


def correspondent(to: Correspondent, style: WritingStyle) -> str:
    """« Claire DUMAS, claire.dumas@reseda.fr »."""
    return ", ".join(part for part in (named(to.person, style), one_line(to.mail)) if part)


def one_gender(people: Iterable[NamedPerson | None]) -> bool | None:
    """Whether all of them are women (True) or men (False); None when they are mixed, nobody, or when one civility was never said."""
    genders = {is_feminine(person.civility) if person else None for person in people}
    return genders.pop() if len(genders) == 1 else None


def day_and_hours(day: date | None, starts: time | None, ends: time | None) -> str:
    """« mardi 10 mars 2026, de 14 h à 16 h »; empty without a day."""
    if day is None:
        return ""
    return long_date(day) + (f", {clock_range(starts, ends)}" if starts is not None else "")


def day_hours_and_length(day: date, starts: time | None, ends: time | None, *, minutes: int | None, approximate: bool) -> str:
    """« mardi 10 mars 2026, de 14 h à 16 h 30 (2 h 30) »."""
    said = long_date(day)
    if starts is not None:
        said += f", {clock_range(starts, ends, approximate=approximate)}"
    if minutes:
        said += f" ({duration(minutes)})" if starts is not None else f", {duration(minutes)}"
    return said


def running_title(instance: str, organism: str, day: str) -> str:
    """What tells the pages apart when no reference was given: « GT Diabète – 10/03/2026 », the day alone beside long names."""
    return f"{instance} – {day}" if len(instance) + len(organism) <= _HEADER_ROOM else day


def due(action: MinutedAction) -> str:
    """« 15/03/2026 », « Entre le 26 et le 31 mars 2026 », « À la rentrée », « Non fixée »."""
    if action.due is not None:
        return short_date(action.due)
    if action.due_window is not None:
        return capital(date_window(action.due_window.first, action.due_window.last))
    return capital(sentence(action.due_said or "") or "non fixée")


def bearers(action: MinutedAction, style: WritingStyle) -> str:
    """« Sophie MARTIN et CCAS d’Alès », « À préciser »."""
    said = [named(one, style) if isinstance(one, NamedPerson) else one_line(one) for one in action.bearers]
    return and_list([one for one in said if one]) or "À préciser"


def action_row(action: MinutedAction, rank: int, style: WritingStyle) -> Fields:
    """A line of a table of actions."""
    return {"number": f"A{rank}", "text": sentence(action.text), "bearers": bearers(action, style), "due": due(action)}


def followed_row(followed: FollowedAction, rank: int, style: WritingStyle) -> Fields:
    """A line of a table that follows actions up: also since when, and where each stands."""
    return {**action_row(followed.action, rank, style), "since": short_date(followed.day), "status": STATUS[followed.status]}


def announced(following: NextMeeting | None) -> str:
    """« Mardi 12 janvier 2027, de 14 h à 16 h »; empty when nothing was announced."""
    if following is None:
        return ""
    parts: list[str] = []
    if following.instance:
        parts.append(one_line(following.instance))
    when = day_and_hours(following.day, following.starts, following.ends)
    if not when and following.day_window is not None:
        when = date_window(following.day_window.first, following.day_window.last) + ", date à fixer"
    if when := when or one_line(following.said):
        parts.append(when)
    return capital(", ".join(parts))


def file_name(beginning: str, name: str, ending: str) -> str:
    """« CR_GT-Diabete_2026-03-10.docx »: ASCII letters, digits, hyphens; at most 100 characters; safe on every disk and in every mail."""
    letters = unicodedata.normalize("NFKD", name.replace("œ", "oe").replace("Œ", "OE"))
    words = re.findall(r"[A-Za-z0-9]+", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    return f"{beginning}_{'-'.join(words)[:60].strip('-') or 'reunion'}_{ending}.docx"
