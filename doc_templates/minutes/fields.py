"""Which words the minutes print: from the domain's value to the plain strings of the template, in French.

What speaks of people takes the manner of the territory (`bot/french/mixed.py`), and agrees in gender only where the civility of each of
them was said: nobody's is guessed.
"""

from __future__ import annotations

from bot.domain.attendance import AttendanceState
from bot.domain.minutes import Minutes, MinutesState, Participant, PreviousMinutes
from bot.french.dates import date_with_year, long_date, short_date
from bot.french.mixed import counted_mixed, mixed
from bot.french.numbers import number
from bot.french.plurals import agreed, counted
from bot.french.typography import NBSP
from doc_templates.contents import Contents, Fields, Properties
from doc_templates.minutes.changes import changes_since
from doc_templates.wording import (
    NOTHING,
    action_row,
    announced,
    by_name,
    capital,
    correspondent,
    day_hours_and_length,
    file_name,
    folded,
    followed_row,
    listed,
    named,
    one_gender,
    one_line,
    place,
    running_title,
    sentence,
    titled,
    titled_with_function,
)

STATE_LABELS = {
    MinutesState.DRAFT: "Projet de compte rendu",
    MinutesState.PROOFREAD: "Compte rendu relu",
    MinutesState.SENT: "Compte rendu diffusé",
    MinutesState.APPROVED: "Compte rendu validé",
}
_LISTS = {
    AttendanceState.PRESENT: "présent",
    AttendanceState.REPRESENTED: "représenté",
    AttendanceState.EXCUSED: "excusé",
    AttendanceState.ABSENT: "absent",
    AttendanceState.NOT_RECORDED: "",
}
_NOT_RECORDED = "Personnes dont la présence n’a pas été relevée"


def minutes_contents(minutes: Minutes) -> Contents:
    """What the template `minutes` is filled with, and the properties of the file."""
    fields = minutes_fields(minutes)
    secretary = minutes.secretary
    return Contents(
        document="minutes",
        fields=fields,
        properties=Properties(
            title=f"Compte rendu – {fields['instance']} – {short_date(minutes.day)}",
            author=titled(secretary, minutes.style) if secretary else fields["organism"],
            subject=f"{fields['state_label']}, {one_line(minutes.territory)}",
            day=minutes.generated_on.isoformat(),
            revision=max(1, minutes.version),
        ),
    )


def minutes_fields(minutes: Minutes) -> Fields:
    """Every blank of the template; an empty string or list leaves its line or its section out."""
    title = one_line(minutes.title)
    instance = one_line(minutes.instance) or title or "Réunion"
    return {
        "organism": one_line(minutes.organism),
        "reference": one_line(minutes.reference) or running_title(instance, minutes.organism, short_date(minutes.day)),
        "state_label": STATE_LABELS[minutes.state],
        "version": number(minutes.version),
        "instance": instance,
        "subtitle": "" if title == instance else title,
        "day_line": capital(long_date(minutes.day)),
        "date_and_hours": day_hours_and_length(
            minutes.day, minutes.starts, minutes.ends, minutes=minutes.minutes, approximate=minutes.times_approximate
        ),
        "place": place(minutes.place, minutes.commune),
        "territory": "" if one_line(minutes.territory) == one_line(minutes.organism) else one_line(minutes.territory),
        "chair": titled_with_function(minutes.chair, minutes.style),
        "secretary": titled_with_function(minutes.secretary, minutes.style),
        "participation": _participation(minutes),
        "attendance": _attendance(minutes),
        "attendance_note": _attendance_note(minutes),
        "approval": _approval(minutes.previous),
        "earlier_actions": [followed_row(one, rank, minutes.style) for rank, one in enumerate(minutes.earlier_actions, start=1)],
        "topics": [said for said in map(sentence, minutes.topics) if said],
        "decisions": [
            {"number": one_line(decision.number) or f"D{rank}", "text": sentence(decision.text)}
            for rank, decision in enumerate(minutes.decisions, start=1)
        ],
        "actions": [action_row(action, rank, minutes.style) for rank, action in enumerate(minutes.actions, start=1)],
        "no_outcome": not minutes.decisions and not minutes.actions,
        "next_meeting": announced(minutes.next_meeting),
        "next_place": place(minutes.next_meeting.place, minutes.next_meeting.commune) if minutes.next_meeting else "",
        "changes": changes_since(minutes),
        "changes_title": f"Modifications depuis la version{NBSP}{number(minutes.before.version)}" if minutes.before else "",
        "closing": _closing(minutes),
    }


def minutes_file_name(minutes: Minutes) -> str:
    """« CR_GT-Diabete_2026-03-10.docx », « CR_GT-Diabete_2026-03-10_v2.docx » once it was corrected."""
    version = f"_v{minutes.version}" if minutes.version > 1 else ""
    return file_name("CR", minutes.instance or minutes.title or "", minutes.day.isoformat() + version)


def _participation(minutes: Minutes) -> str:
    """« 12 participantes et participants, 2 représentées et représentés, 1 excusée – 9 structures »."""
    if minutes.present is None:
        return ""
    about, manner = "environ " if minutes.headcount_approximate else "", minutes.style.inclusive
    there = _gender(minutes, AttendanceState.PRESENT)
    counts = [about + counted_mixed(minutes.present, "participant", manner, feminine=there)]
    for state in (AttendanceState.REPRESENTED, AttendanceState.EXCUSED):
        if many := minutes.people_in(state):
            counts.append(counted_mixed(many, _LISTS[state], manner, feminine=_gender(minutes, state), after=True))
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
    for state in _LISTS:
        people = sorted((line for line in minutes.participants if line.state is state), key=_rank)
        lines = [_listed(line, minutes) for line in people]
        if lines and state is AttendanceState.PRESENT and minutes.present_unlisted:
            lines.append(_row(name=_unlisted(minutes, minutes.present_unlisted)))
        if lines:
            count = minutes.present if state is AttendanceState.PRESENT else minutes.people_in(state)
            about = "environ " if state is AttendanceState.PRESENT and minutes.headcount_approximate else ""
            known = any(line[column] != NOTHING for line in lines for column in ("structure", "function"))
            title = f"{_title(minutes, state, count or 0)} ({about}{number(count or 0)})"
            lists.append({"title": title, "lines": lines, "with_details": known})
    return lists


def _title(minutes: Minutes, state: AttendanceState, count: int) -> str:
    """« Présentes et présents », « Excusée » of one woman."""
    word = _LISTS[state]
    if not word:
        return _NOT_RECORDED
    return capital(mixed(agreed(word, count), minutes.style.inclusive, feminine=_gender(minutes, state)))


def _gender(minutes: Minutes, state: AttendanceState) -> bool | None:
    """The one gender of all who stood so, if each is a person whose civility was said."""
    if state is AttendanceState.PRESENT and minutes.present_unlisted:
        return None
    return one_gender(line.person for line in minutes.participants if line.state is state)


def _attendance_note(minutes: Minutes) -> str:
    """Said when nobody is listed as present: it must not read as « nobody came »."""
    if minutes.present is None:
        return f"Les présences n’ont pas été relevées{NBSP}: cette absence de liste ne vaut pas absence."
    if minutes.people_in(AttendanceState.PRESENT) or not minutes.present:
        return ""
    about = "Environ " if minutes.headcount_approximate else ""
    return f"{about}{counted_mixed(minutes.present, 'participant', minutes.style.inclusive)}, liste nominative non relevée."


def _unlisted(minutes: Minutes, count: int) -> str:
    about = "Environ " if minutes.headcount_approximate else ""
    return f"{about}{counted(count, 'autre personne')} (sans nom)"


def _listed(line: Participant, minutes: Minutes) -> Fields:
    person = line.person
    if person is not None:
        name = listed(person, minutes.style)
    elif line.said:
        name = capital(one_line(line.said)) + (f" ({number(line.count)})" if line.count > 1 else "")
    else:
        name = counted(line.count, "personne") if line.count > 1 else "Nom non relevé"
    if line.represented_by:
        name += f" (par {_stand_in(line.represented_by, minutes)})"
    if line.by_visio:
        name += " (en visio)"
    function = one_line((person.function if person else None) or line.function)
    return _row(name=name, structure=one_line(line.structure_name), function=function)


def _stand_in(said: str, minutes: Minutes) -> str:
    """Who stood for somebody: in the house style if the list knows that name, else as said."""
    people = (line.person for line in minutes.participants if line.person is not None)
    return next(
        (named(one, minutes.style) for one in people if folded(one_line(f"{one.first_name} {one.last_name}")) == folded(said)),
        one_line(said),
    )


def _row(*, name: str, structure: str = "", function: str = "") -> Fields:
    return {"name": name, "structure": structure or NOTHING, "function": capital(function) or NOTHING}


def _rank(line: Participant) -> tuple[int, str]:
    """Named people by last name without accents nor « de », words as said, then unnamed people by structure."""
    if line.person is not None:
        return 0, by_name(line.person)
    return (1, folded(line.said)) if line.said else (2, folded(line.structure_name or ""))


def _approval(previous: PreviousMinutes | None) -> str:
    """What this meeting did with the minutes of the one before; empty as long as those were not sent out."""
    if previous is None:
        return ""
    which = f"Le compte rendu de la réunion du {date_with_year(previous.day)} (version{NBSP}{number(previous.version)})"
    return f"{which} est validé." if previous.approved else f"{which} est soumis à validation."


def _closing(minutes: Minutes) -> str:
    """« Compte rendu relu le 12 mars 2026. Établi le 10 mars 2026 par Mme Claire Dumas. Remarques et corrections à adresser à… »."""
    label = STATE_LABELS[minutes.state]
    made = f"établi le {date_with_year(minutes.generated_on)}"
    if minutes.secretary:
        made += f" par {titled(minutes.secretary, minutes.style)}"
    if minutes.approved_on is not None:
        said = f"{label} à la réunion du {date_with_year(minutes.approved_on)}. {capital(made)}"
    elif minutes.moved_on is not None and minutes.state is not MinutesState.DRAFT:
        said = f"{label} le {date_with_year(minutes.moved_on)}. {capital(made)}"
    else:
        said = f"{label} {made}"
    if minutes.corrections_to and minutes.state is not MinutesState.APPROVED:
        said += f". Remarques et corrections à adresser à {correspondent(minutes.corrections_to, minutes.style)}"
    return f"{said}."
