"""Which lines of a list each tell a meeting of the one group that the head names: « 2 réus GT autonomie », then « - mardi 9h-11h »."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.counts import number_value
from bot.understanding.groups import GroupMention, Strength
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.when import mentions_in

_SEVERAL = frozenset(
    {"reunions", "reus", "seances", "rencontres", "rdvs", "gts", "copils", "cotechs", "commissions", "plenieres", "visios"}
)
_LONGEST_HEAD = 24  # words up to the end of the line that names the group


def listed_below(scan: Scan, parts: list[Segment]) -> list[list[Segment]]:
    """The parts of each meeting told by a line below the head; none where the lines do not each tell a day past and their hours."""
    head = _head(scan)
    if head is None:
        return []
    group, end = head
    below = [p for p in parts if p.first > end]
    heads = [p for p in below if scan.sign(p.first - 1) == "\n" and _tells_meeting(scan, p)]
    if len(heads) < 2 or below[0] is not heads[0] or not _as_many(scan, group, end, len(heads)):
        return []
    named = Segment(role=Role.FACTS, first=group.first, body=group.first, last=group.last, sentence=parts[0].sentence)
    starts = {p.sentence for p in heads}
    blocks: list[list[Segment]] = []
    for part in below:
        if part.sentence in starts:
            starts.discard(part.sentence)
            blocks.append([named])
            part = replace(part, role=Role.FACTS)
        blocks[-1].append(part)
    return blocks


def _head(scan: Scan) -> tuple[GroupMention, int] | None:
    """The only group named, with the end of its line, if no hours are told up to there and other lines follow."""
    at = next((i for i in range(min(len(scan), _LONGEST_HEAD)) if scan.group_at[i] is not None), None)
    group = scan.group_at[at] if at is not None else None
    if group is None or group.strength < Strength.NAMED:
        return None
    last = next((i for i in range(group.last, min(len(scan), _LONGEST_HEAD)) if scan.sign(i) == "\n"), None)
    if last is None or any(m.starts is not None or m.seconds is not None for m in mentions_in(scan, [(0, last)])):
        return None
    beside = any(g is not None for g in scan.group_at[group.last : last])
    others = beside or any(g is not None and g.strength >= Strength.NAMED for g in scan.group_at[last : len(scan)])
    return (group, last) if not others else None


def _as_many(scan: Scan, group: GroupMention, last: int, lines: int) -> bool:
    """Whether the head says so many meetings, « 2 réus », « x2 », or only several: « les réunions du GT »."""
    told = [number[0] for i in range(last) if not group.first <= i < group.last and (number := number_value(scan, i)) is not None]
    times = [n.whole for i in range(1, last) if scan.sign(i - 1) in {"x", "×", "*"} and (n := scan.number_at[i]) is not None]
    if told or times:
        return lines in {*told, *times}
    return any(scan.fold(i) in _SEVERAL for i in range(last))


def _tells_meeting(scan: Scan, part: Segment) -> bool:
    """Whether a line tells a day that has been, and from when to when."""
    today = scan.hearing.now.date()
    told = mentions_in(scan, [(part.first, part.last)])
    past = [p for m in told if m.days is not None and (p := m.days_toward("past")) is not None and p.first <= today]
    return bool(past) and any(m.starts is not None and m.ends is not None for m in told)
