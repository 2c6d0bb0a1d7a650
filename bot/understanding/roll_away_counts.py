"""How many a list tells away without naming them: « 3 excusés », « tous sauf 2 »."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.attendance import AttendanceState, Presence
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.counted_some import sets_apart
from bot.understanding.counts import number_value
from bot.understanding.counts_apart import WERE
from bot.understanding.roll_guests import Item
from bot.understanding.roll_states import STATES, closes, someone_at
from bot.understanding.scan import Scan

_NOUNS = frozenset({"personnes", "personne", "pers", "structures", "partenaires", "membres"})


@dataclass(frozen=True, slots=True)
class CountedAway:
    """The word after such a count, the state of those who follow, and the line of those counted unless they are named after."""

    last: int
    state: AttendanceState
    unnamed: Item | None


def counted_away(scan: Scan, i: int, end: int, skipped: frozenset[int], state: AttendanceState) -> CountedAway | None:
    """« 3 excusés », « tous sauf 2 » at word i; None elsewhere."""
    number = number_value(scan, i) if scan.number_at[i] is not None and i not in skipped else None
    if number is None or not 1 <= number[0] <= 200 or number[2] > end:
        return None
    after = number[2]
    while scan.fold(after) in _NOUNS:
        after += 1
    said = after
    while scan.fold(said) in WERE:  # « deux personnes étaient absentes »
        said += 1
    cue = ATTENDANCE.at(scan.words, said) if said < end else None
    if cue is not None and cue.tag in {"excused", "absent"} and scan.fold(said).startswith(("excus", "absent")):
        state, last = STATES[cue.tag], cue.last
    elif sets_apart(scan, i) and (after > number[2] or closes(scan, after)):
        last = after  # « tous sauf 2 »
    else:
        return None
    if scan.sign(last) in {":", "("} or someone_at(scan, min(last, len(scan) - 1)):
        return CountedAway(last, state, None)
    told = state if state is not AttendanceState.PRESENT else AttendanceState.ABSENT
    unnamed = Presence(said="personnes" if number[0] > 1 else "personne", count=number[0], state=told)
    return CountedAway(last, state, Item(i, last, unnamed, said_state=True))
