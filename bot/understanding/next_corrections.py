"""What a correction changes in the next meeting of a card, whatever the order of its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.drafts import NextMeetingDraft
from bot.understanding import edits
from bot.understanding.changes import Change
from bot.understanding.denials import near
from bot.understanding.lexicon_files import table
from bot.understanding.outcomes import read_next
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention
from bot.understanding.turns import NEXT, words_in
from bot.understanding.typed_texts import told
from bot.understanding.when import mentions_in
from bot.understanding.where import read_where

_UNSET = PhraseTable({"unset": table("turns")["next"]["unset"]})
_UNTIL = ("fini", "termin", "jusqu")
_MOVES = words_in("small", "moves")
_LEAD = 4
_TOO = frozenset({"aussi", "egalement"})
_CLAUSE_ENDS = frozenset({",", ";", "\n", ".", "("})
_FOR_WHEN = words_in("small", "due")


def move_next(scan: Scan, change: Change, parts: list[Segment]) -> None:
    """« décale la prochaine au 26 »: an order, however its words are cut."""
    cue = NEXT.first(scan.words)
    if cue is None or cue.first > _LEAD or not any(scan.fold(i) in _MOVES for i in range(cue.first)) or not parts:
        return
    end = next((i for i in range(cue.last, len(scan)) if scan.sign(i) in {".", ";", chr(10)} and scan.time_at[i] is None), len(scan))
    correct_next(scan, change, replace(parts[0], role=Role.NEXT, first=0, body=cue.last, last=end))
    change.take(0, end)


def clause_around(scan: Scan, i: int, first: int, last: int) -> tuple[int, int]:
    """The clause around word i; one that tells only when counts with it: « le 21 à 10h, pour la prochaine »."""
    begin, end = i, i
    while (
        begin > first
        and scan.sign(begin - 1) not in _CLAUSE_ENDS
        and not (scan.fold(begin - 1) == "et" and scan.time_at[begin - 1] is None)
    ):
        begin -= 1
    while end < last and scan.sign(end) not in _CLAUSE_ENDS and not (scan.fold(end) == "et" and scan.time_at[end] is None):
        end += 1
    if not any(scan.time_at[k] is not None for k in range(begin, end)):
        k = begin - 1
        while k > first and scan.sign(k - 1) not in _CLAUSE_ENDS and scan.fold(k - 1) != "et":
            k -= 1
        if first <= k < begin and all(
            scan.time_at[n] is not None or not scan.words[n].is_word or scan.fold(n) in _FOR_WHEN for n in range(k, begin)
        ):
            begin = k
    return begin, end


def correct_next(scan: Scan, change: Change, part: Segment) -> None:
    """Put what a part tells of the next meeting: its day, its hours, its place, or that there is none."""
    meeting = change.meeting
    if _UNSET.first(scan.words, part.first, part.last) is not None and not any(
        scan.time_at[i] is not None for i in range(part.first, part.last)
    ):
        change.put_next(None)
        return
    place = (meeting.place_id, meeting.place_said, meeting.commune)
    said = read_next(scan, part, group_id=meeting.group_id, starts=meeting.starts, ends=meeting.ends, place=place)
    if said is None:
        where = read_where(scan, [(part.body, part.last)], ahead=True)
        if where is None:
            return
        said = NextMeetingDraft(
            place_id=where.place_id,
            place_said=where.said,
            commune=where.commune,
            group_id=meeting.group_id,
            said=told(scan, part.first, part.last),
        )
    if said.starts is not None and said.ends is None and any(scan.fold(i).startswith(_UNTIL) for i in range(part.first, part.last)):
        said = replace(said, starts=None, ends=said.starts)
    before = meeting.next_meeting
    if before is not None and before.day is not None and said.day is not None:
        mention = next((m for m in mentions_in(scan, [(part.first, part.last)]) if m.days is not None), None)
        said = replace(said, day=near_day(scan, mention, before.day) or said.day)
        if said.day not in {None, before.day} and any(scan.fold(i) in _TOO for i in range(part.first, part.last)):
            said = replace(before, more_days=(*before.more_days, said.day), said=said.said)  # « et on se revoit aussi le 18 »
            change.put_next(said)
            return
    change.put_next(edits.merged_next(before, said))


def near_day(scan: Scan, mention: TimeMention | None, before: date) -> date | None:
    """« le 20 », « lundi » said instead of a day still to come: of the same month or week, where that is still to come."""
    if mention is None or mention.bare_weekday:
        return None
    return near(mention, before, ahead=True, today=scan.hearing.now.date())
