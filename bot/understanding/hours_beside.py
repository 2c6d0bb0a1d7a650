"""Hours told beside the meeting of an open card: « de 9h à 11h mercredi, plus 1h de route »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.contributions import Part
from bot.domain.drafts import HoursDraft, MeetingDraft
from bot.understanding.hours import read_hours
from bot.understanding.lengths import PARTS
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.spending import spent_ranges
from bot.understanding.when import Ranges

_JOINS = frozenset({"plus", "et", "avec", "aussi", "ajoute", "rajoute", "compte", "note", "+", "sans", "mes"})
_APART = frozenset({Part.MEETING, Part.OTHER})


def adds_hours(scan: Scan) -> bool:
    """Whether a message goes on from the card with hours: « et 2h de prépa », « plus 1h de route », « ajoute 30 min de trajet »."""
    first = next((i for i in range(len(scan)) if scan.words[i].is_word or scan.sign(i) == "+"), 0)
    return (scan.fold(first) in _JOINS or scan.sign(first) == "+") and bool(_ranges(scan))


def hours_beside(scan: Scan, meeting: MeetingDraft) -> tuple[tuple[HoursDraft, ...], Ranges]:
    """The hours told apart from that meeting, for its group and on its day unless they tell others, and the words that tell them."""
    ranges = _ranges(scan)
    groups = (meeting.group_id,) if meeting.group_id is not None else meeting.group_candidates
    found: list[HoursDraft] = []
    kept: Ranges = []
    for first, last in ranges:
        told = [h for h in read_hours(scan, first, last, group_ids=groups, day=meeting.day) if h.part is not None and h.part not in _APART]
        found += [replace(h, group_said=h.group_said or (meeting.title if h.group_id is None else None)) for h in told]
        kept += [(first, last)] if told else []
    return tuple(found), kept


def _ranges(scan: Scan) -> Ranges:
    """The clauses that tell hours spent on something which is no meeting."""
    facts = [(p.body, p.last) for p in segments(scan) if p.role in {Role.FACTS, Role.TOPIC}]
    return [r for r in spent_ranges(scan, facts) if any(f.tag not in {"réunion", "autre"} for f in PARTS.all(scan.words, *r))]
