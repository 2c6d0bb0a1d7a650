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
_LONGEST_HEAD = 16  # words of the line that names the group


def listed_below(scan: Scan, parts: list[Segment]) -> list[list[Segment]]:
    """The parts of each meeting told by a line below the head; none where the lines do not each tell a day past and their hours."""
    group = _head(scan)
    if group is None:
        return []
    end = scan.text.find("\n")
    below = [p for p in parts if scan.words[p.first].start > end]
    heads = [p for p in below if scan.sign(p.first - 1) == "\n" and _tells_meeting(scan, p)]
    if len(heads) < 2 or below[0] is not heads[0] or not _as_many(scan, group, len(heads)):
        return []
    named = Segment(role=Role.FACTS, first=group.first, body=group.first, last=group.last, sentence=parts[0].sentence)
    bounds = [p.sentence for p in heads[1:]] + [parts[-1].sentence + 1]
    starts = [p.sentence for p in heads]
    return [
        [named, *(replace(p, role=Role.FACTS) if p in heads else p for p in below if first <= p.sentence < last)]
        for first, last in zip(starts, bounds, strict=True)
    ]


def _head(scan: Scan) -> GroupMention | None:
    """The only group that the first line names, if it tells no hours and is the only one named."""
    last = next((i for i in range(min(len(scan), _LONGEST_HEAD)) if scan.sign(i) == "\n"), None)
    if last is None:
        return None
    named = [g for i in range(last) if (g := scan.group_at[i]) is not None and g.first == i]
    timed = any(m.starts is not None or m.seconds is not None for m in mentions_in(scan, [(0, last)]))
    others = any((g := scan.group_at[i]) is not None and g.strength >= Strength.NAMED for i in range(last, len(scan)))
    return named[0] if len(named) == 1 and named[0].strength >= Strength.NAMED and not timed and not others else None


def _as_many(scan: Scan, group: GroupMention, lines: int) -> bool:
    """Whether the head says so many meetings, « 2 réus », « x2 », or only several: « les réunions du GT »."""
    last = next(i for i in range(len(scan)) if scan.sign(i) == "\n")
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
