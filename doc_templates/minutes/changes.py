"""What a correction changed in minutes: one French sentence a part, old and new words side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.attendance import AttendanceState
from bot.domain.minutes import Minutes, Participant
from bot.domain.writing import WritingStyle
from bot.french.lists import and_others
from bot.french.mixed import worded
from bot.french.numbers import number
from bot.french.plurals import counted
from bot.french.typography import NBSP
from doc_templates.wording import announced, bearers, day_hours_and_length, due, named, one_line, place, sentence

_NAMES_SHOWN = 8
_CAME = {
    AttendanceState.PRESENT: "présence ajoutée",
    AttendanceState.EXCUSED: "excuse ajoutée",
    AttendanceState.REPRESENTED: "représentation ajoutée",
    AttendanceState.ABSENT: "absence ajoutée",
    AttendanceState.NOT_RECORDED: "présence non relevée",
}


def changes_since(minutes: Minutes) -> list[str]:
    """What differs from the version before, in the order of the document; empty for a first version."""
    before = minutes.before
    if before is None:
        return []
    changed = [
        _became("Réunion", _title(before), _title(minutes)),
        _became("Date et horaires", _when(before), _when(minutes)),
        _became("Lieu", place(before.place, before.commune), place(minutes.place, minutes.commune)),
        _became(worded("Nombre {de participants}", minutes.style.inclusive), _count(before), _count(minutes)),
        *_people(before.participants, minutes.participants, minutes.style),
        *_parts("Point", [sentence(topic) for topic in before.topics], [sentence(topic) for topic in minutes.topics]),
        *_decisions(before, minutes),
        *_parts("Action", _actions(before, minutes.style), _actions(minutes, minutes.style)),
        _became("Prochaine réunion", _following(before), _following(minutes)),
    ]
    return [f"{said.replace(f'.{NBSP}»', f'{NBSP}»')}." for said in changed if said]


def _became(what: str, before: str, after: str) -> str:
    if before == after:
        return ""
    if not before or not after:
        return f"{what}{NBSP}: ajout de «{NBSP}{after}{NBSP}»" if after else f"{what}{NBSP}: retrait de «{NBSP}{before}{NBSP}»"
    return f"{what}{NBSP}: «{NBSP}{before}{NBSP}» devient «{NBSP}{after}{NBSP}»"


def _title(minutes: Minutes) -> str:
    return ", ".join(filter(None, (one_line(minutes.instance), one_line(minutes.title))))


def _when(minutes: Minutes) -> str:
    return day_hours_and_length(minutes.day, minutes.starts, minutes.ends, minutes=minutes.minutes, approximate=minutes.times_approximate)


def _count(minutes: Minutes) -> str:
    return "" if minutes.present is None else number(minutes.present)


def _following(minutes: Minutes) -> str:
    where = place(minutes.next_meeting.place, minutes.next_meeting.commune) if minutes.next_meeting else ""
    return ", ".join(filter(None, (announced(minutes.next_meeting), where)))


def _people(before: Sequence[Participant], after: Sequence[Participant], style: WritingStyle) -> list[str]:
    """Who came onto the list, under which heading, and who left it; somebody whose state changed came under the new one."""
    old, new = [(_name(one, style), one.state) for one in before], [(_name(one, style), one.state) for one in after]
    said = []
    for state, words in _CAME.items():
        come = [name for name, now in new if now is state and (name, now) not in old]
        if come:
            said.append(f"{words[0].upper()}{words[1:]}{NBSP}: {and_others(come, shown=_NAMES_SHOWN)}")
    names = {name for name, _ in new}
    gone = [name for name, _ in old if name not in names]
    if gone:
        said.append(f"Retrait de la liste{NBSP}: {and_others(gone, shown=_NAMES_SHOWN)}")
    return said


def _name(one: Participant, style: WritingStyle) -> str:
    if one.person is not None:
        return named(one.person, style)
    words = one_line(one.said) or one_line(one.structure)
    return f"{words} ({one.count})" if one.count > 1 and words else words or counted(one.count, "personne")


def _decisions(before: Minutes, after: Minutes) -> list[str]:
    """A decision that bears the same number is the same one."""
    old = {decision.number: sentence(decision.text) for decision in before.decisions if decision.number}
    new = {decision.number: sentence(decision.text) for decision in after.decisions if decision.number}
    said = [_became(f"Décision {one_line(number)}", old[number], new[number]) for number in old if number in new]
    said += [f"Décision {one_line(number)} ajoutée{NBSP}: «{NBSP}{new[number]}{NBSP}»" for number in new if number not in old]
    said += [f"Décision {one_line(number)} retirée{NBSP}: «{NBSP}{old[number]}{NBSP}»" for number in old if number not in new]
    return [one for one in said if one]


def _actions(minutes: Minutes, style: WritingStyle) -> list[str]:
    """Each with who does it and by when, where that is known."""
    said = []
    for action in minutes.actions:
        who = bearers(action, style) if action.bearers else ""
        when = due(action) if action.due or action.due_window or action.due_said else ""
        beside = ", ".join(filter(None, (who, when[:1].lower() + when[1:])))
        said.append(f"{sentence(action.text)} ({beside})" if beside else sentence(action.text))
    return said


def _parts(what: str, before: list[str], after: list[str]) -> list[str]:
    """Parts without a number: one that stands alone in place of another became it, the others were added or taken away."""
    come = [part for part in after if part not in before]
    gone = [part for part in before if part not in after]
    if len(come) == len(gone) == 1:
        return [_became(what, gone[0], come[0])]
    ending = "e" if what == "Action" else ""
    added = [f"{what} ajouté{ending}{NBSP}: «{NBSP}{part}{NBSP}»" for part in come]
    return added + [f"{what} retiré{ending}{NBSP}: «{NBSP}{part}{NBSP}»" for part in gone]
