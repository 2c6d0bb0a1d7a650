"""Which words the minutes print: from the domain's value to the plain strings of the template, in French.

Nothing here agrees with the gender of somebody: people are listed under « Personnes présentes », « Personnes excusées »…, so that
a civility that nobody said never has to be guessed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time

from bot.domain.attendance import AttendanceState
from bot.domain.minutes import MinutedAction, Minutes, MinutesState, NamedPerson, NextMeeting, Participant
from bot.french.dates import date_window, day_and_month, long_date, short_date
from bot.french.hours import clock_range, duration
from bot.french.lists import and_list
from bot.french.names import list_name, titled_name
from bot.french.numbers import number
from bot.french.plurals import counted
from bot.french.typography import NBSP, typographic
from doc_templates.cleaning import clean
from doc_templates.contents import Contents, Fields, Properties

STATE_LABELS = {
    MinutesState.DRAFT: "Projet de compte rendu",
    MinutesState.PROOFREAD: "Compte rendu relu",
    MinutesState.SENT: "Compte rendu diffusé",
    MinutesState.APPROVED: "Compte rendu validé",
}
_LISTS = {
    AttendanceState.PRESENT: "Personnes présentes",
    AttendanceState.REPRESENTED: "Personnes représentées",
    AttendanceState.EXCUSED: "Personnes excusées",
    AttendanceState.ABSENT: "Personnes absentes",
    AttendanceState.NOT_RECORDED: "Personnes dont la présence n’a pas été relevée",
}
_NOTHING = "–"
_HEADER_ROOM = 75  # characters of an organism and an instance that fit on one line with the day


def minutes_contents(minutes: Minutes) -> Contents:
    """What the template `minutes` is filled with, and the properties of the file."""
    fields = minutes_fields(minutes)
    secretary = minutes.secretary
    return Contents(
        document="minutes",
        fields=fields,
        properties=Properties(
            title=f"Compte rendu – {fields['instance']} – {short_date(minutes.day)}",
            author=_person(secretary) if secretary else fields["organism"],
            subject=f"{fields['state_label']}, {_line(minutes.territory)}",
            day=minutes.generated_on.isoformat(),
            revision=max(1, minutes.version),
        ),
    )


def minutes_fields(minutes: Minutes) -> Fields:
    """Every blank of the template; an empty string or list leaves its line or its section out."""
    title = _line(minutes.title)
    instance = _line(minutes.instance) or title or "Réunion"
    return {
        "organism": _line(minutes.organism),
        "reference": _line(minutes.reference) or _running_title(instance, minutes),
        "state_label": STATE_LABELS[minutes.state],
        "version": number(minutes.version),
        "instance": instance,
        "subtitle": "" if title == instance else title,
        "day_line": _capital(long_date(minutes.day)),
        "date_and_hours": _date_and_hours(minutes),
        "place": _place(minutes.place, minutes.commune),
        "territory": "" if _line(minutes.territory) == _line(minutes.organism) else _line(minutes.territory),
        "chair": _person_with_function(minutes.chair),
        "secretary": _person_with_function(minutes.secretary),
        "participation": _participation(minutes),
        "attendance": _attendance(minutes),
        "attendance_note": _attendance_note(minutes),
        "topics": [said for said in map(_sentence, minutes.topics) if said],
        "decisions": [
            {"number": _line(decision.number) or f"D{rank}", "text": _sentence(decision.text)}
            for rank, decision in enumerate(minutes.decisions, start=1)
        ],
        "actions": [_action(action, rank) for rank, action in enumerate(minutes.actions, start=1)],
        "no_outcome": not minutes.decisions and not minutes.actions,
        "next_meeting": _next_meeting(minutes.next_meeting),
        "next_place": _place(minutes.next_meeting.place, minutes.next_meeting.commune) if minutes.next_meeting else "",
        "closing": _closing(minutes),
    }


def minutes_file_name(minutes: Minutes) -> str:
    """« CR_GT-Diabete_2026-03-10.docx »: ASCII letters, digits, hyphens; at most 80 characters; safe on every disk and in every mail."""
    letters = unicodedata.normalize("NFKD", (minutes.instance or minutes.title or "").replace("œ", "oe").replace("Œ", "OE"))
    words = re.findall(r"[A-Za-z0-9]+", "".join(sign for sign in letters if not unicodedata.combining(sign)))
    name = "-".join(words)[:60].strip("-") or "reunion"
    return f"CR_{name}_{minutes.day.isoformat()}.docx"


def _running_title(instance: str, minutes: Minutes) -> str:
    """What tells the pages apart when no reference was given: « GT Diabète – 10/03/2026 », the day alone beside long names."""
    day = short_date(minutes.day)
    return f"{instance} – {day}" if len(instance) + len(minutes.organism) <= _HEADER_ROOM else day


def _date_and_hours(minutes: Minutes) -> str:
    said = long_date(minutes.day)
    if minutes.starts is not None:
        said += f", {clock_range(minutes.starts, minutes.ends, approximate=minutes.times_approximate)}"
    if minutes.minutes:
        length = duration(minutes.minutes)
        said += f" ({length})" if minutes.starts is not None else f", {length}"
    return said


def _participation(minutes: Minutes) -> str:
    """« 12 personnes présentes, 2 représentées, 1 excusée – 9 structures »."""
    if minutes.present is None:
        return ""
    about = "environ " if minutes.headcount_approximate else ""
    counts = [about + counted(minutes.present, "personne présente")]
    for state, word in ((AttendanceState.REPRESENTED, "représentée"), (AttendanceState.EXCUSED, "excusée")):
        if many := minutes.people_in(state):
            counts.append(counted(many, word))
    by_visio = sum(line.count for line in minutes.participants if line.by_visio and line.state is AttendanceState.PRESENT)
    if by_visio:
        counts[0] += f" (dont {number(by_visio)} en visio)"
    structures = minutes.structures_present
    return ", ".join(counts) + (f" – {counted(structures, 'structure')}" if structures else "")


def _attendance(minutes: Minutes) -> list[Fields]:
    """One list a state, people by name and then unnamed ones; the present whom only the total counts come last.

    `with_details`: the structure or the function of somebody is known; else the list is one of names alone.
    """
    lists: list[Fields] = []
    for state, title in _LISTS.items():
        people = sorted((line for line in minutes.participants if line.state is state), key=_rank)
        lines = [_listed(line) for line in people]
        if lines and state is AttendanceState.PRESENT and minutes.present_unlisted:
            lines.append(_row(name=_unlisted(minutes, minutes.present_unlisted)))
        if lines:
            count = minutes.present if state is AttendanceState.PRESENT else minutes.people_in(state)
            about = "environ " if state is AttendanceState.PRESENT and minutes.headcount_approximate else ""
            known = any(line[column] != _NOTHING for line in lines for column in ("structure", "function"))
            lists.append({"title": f"{title} ({about}{number(count or 0)})", "lines": lines, "with_details": known})
    return lists


def _attendance_note(minutes: Minutes) -> str:
    """Said when nobody is listed as present: it must not read as « nobody came »."""
    if minutes.present is None:
        return f"Les présences n’ont pas été relevées{NBSP}: cette absence de liste ne vaut pas absence."
    if minutes.people_in(AttendanceState.PRESENT) or not minutes.present:
        return ""
    about = "Environ " if minutes.headcount_approximate else ""
    return f"{about}{counted(minutes.present, 'personne présente')}, liste nominative non relevée."


def _unlisted(minutes: Minutes, count: int) -> str:
    about = "Environ " if minutes.headcount_approximate else ""
    return f"{about}{counted(count, 'autre personne')} (sans nom)"


def _listed(line: Participant) -> Fields:
    person = line.person
    if person is not None:
        name = list_name(_line(person.first_name), _line(person.last_name))
    elif line.said:
        name = _capital(_line(line.said)) + (f" ({number(line.count)})" if line.count > 1 else "")
    else:
        name = counted(line.count, "personne") if line.count > 1 else "Nom non relevé"
    if line.represented_by:
        name += f" (par {_line(line.represented_by)})"
    if line.by_visio:
        name += " (en visio)"
    return _row(name=name, structure=_line(line.structure_name), function=_line((person.function if person else None) or line.function))


def _row(*, name: str, structure: str = "", function: str = "") -> Fields:
    return {"name": name, "structure": structure or _NOTHING, "function": _capital(function) or _NOTHING}


def _rank(line: Participant) -> tuple[int, str]:
    """Named people by last name without accents nor « de », words as said, then unnamed people by structure."""
    if line.person is not None:
        last_name = re.sub(r"^d(?:e |['’])", "", _line(line.person.last_name))
        return 0, _folded(f"{last_name} {line.person.first_name}")
    return (1, _folded(line.said)) if line.said else (2, _folded(line.structure_name or ""))


def _action(action: MinutedAction, rank: int) -> Fields:
    if action.due is not None:
        due = short_date(action.due)
    elif action.due_window is not None:
        due = date_window(action.due_window.first, action.due_window.last)
    else:
        due = _sentence(action.due_said or "") or "Non fixée"
    bearers = and_list([_line(bearer) for bearer in action.bearers if bearer.strip()])
    return {"number": f"A{rank}", "text": _sentence(action.text), "bearers": bearers or "À préciser", "due": _capital(due)}


def _next_meeting(announced: NextMeeting | None) -> str:
    """« Mardi 12 janvier 2027, de 14 h à 16 h »; empty when nothing was announced."""
    if announced is None:
        return ""
    parts: list[str] = []
    if announced.instance:
        parts.append(_line(announced.instance))
    when = _when(announced.day, announced.starts, announced.ends)
    if not when and announced.day_window is not None:
        when = date_window(announced.day_window.first, announced.day_window.last) + ", date à fixer"
    if when := when or _line(announced.said):
        parts.append(when)
    return _capital(", ".join(parts))


def _when(day: date | None, starts: time | None, ends: time | None) -> str:
    if day is None:
        return ""
    return long_date(day) + (f", {clock_range(starts, ends)}" if starts is not None else "")


def _closing(minutes: Minutes) -> str:
    made = f"{STATE_LABELS[minutes.state]} établi le {day_and_month(minutes.generated_on)}{NBSP}{minutes.generated_on.year}"
    if minutes.secretary:
        made += f" par {_person(minutes.secretary)}"
    if minutes.corrections_to and minutes.state is not MinutesState.APPROVED:
        made += f". Remarques et corrections à adresser à {_line(minutes.corrections_to)}"
    return f"{made}."


def _place(place: str | None, commune: str | None) -> str:
    """« Maison de la santé, Alès »; the commune is not said twice."""
    parts = [part for part in (_capital(_line(place)), _line(commune)) if part]
    if len(parts) == 2 and _folded(parts[1]) in _folded(parts[0]):
        parts = parts[:1]
    return ", ".join(parts)


def _person(person: NamedPerson) -> str:
    return titled_name(_line(person.first_name), _line(person.last_name), civility=person.civility, doctor=person.doctor)


def _person_with_function(person: NamedPerson | None) -> str:
    if person is None:
        return ""
    return ", ".join(part for part in (_person(person), _line(person.function), _line(person.structure)) if part)


def _line(text: str | None) -> str:
    """On one line, with French signs."""
    return typographic(re.sub("[ \n]+", " ", clean(text or "")).strip())


def _sentence(text: str) -> str:
    """What people wrote, with French signs and a capital; their line ends stay."""
    return _capital("\n".join(line for line in map(_line, clean(text).split("\n")) if line))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if not text.startswith(("http", "www.")) and not text[1:2].isupper() else text


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in letters if not unicodedata.combining(sign))
