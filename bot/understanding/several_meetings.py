"""Where the story of one meeting ends and that of another begins."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.groups import Strength
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import sentences
from bot.understanding.spending import MEETING
from bot.understanding.when import mentions_in, read_when


def split_meetings(scan: Scan, parts: list[Segment]) -> list[list[Segment]]:
    """The parts of each meeting told: numbered lines with hours of their own, or groups named one after the other with theirs."""
    numbered = [s for s in sentences(scan) if s.numbered]
    heads = {_sentence_of(parts, s.body) for s in numbered if _own_time(scan, s.body, s.last) and _names_meeting(scan, s.body, s.last)}
    heads.discard(None)
    if len(heads) >= 2:
        return _by_sentence(parts, sorted(h for h in heads if h is not None))
    cuts = _group_cuts(scan, parts)
    if not cuts:
        return [parts]
    blocks: list[list[Segment]] = [[]]
    for part in parts:
        here = [c for c in cuts if part.first <= c < part.last]
        begin = part.first
        for cut in here:
            if cut > begin:
                blocks[-1].append(replace(part, first=begin, body=max(begin, part.body), last=cut))
            blocks.append([])
            begin = cut
        blocks[-1].append(replace(part, first=begin, body=max(begin, part.body)))
    return [b for b in blocks if b]


def _sentence_of(parts: list[Segment], i: int) -> int | None:
    return next((p.sentence for p in parts if p.first <= i < p.last), None)


def _by_sentence(parts: list[Segment], heads: list[int]) -> list[list[Segment]]:
    blocks = []
    for k, head in enumerate(heads):
        end = heads[k + 1] if k + 1 < len(heads) else None
        blocks.append([p for p in parts if p.sentence >= head and (end is None or p.sentence < end)])
    return blocks


def _own_time(scan: Scan, first: int, last: int) -> bool:
    return any(m.seconds is not None or m.starts is not None for m in mentions_in(scan, [(first, last)]))


def _names_meeting(scan: Scan, first: int, last: int) -> bool:
    return any(scan.group_at[i] is not None for i in range(first, last)) or MEETING.first(scan.words, first, last) is not None


def _group_cuts(scan: Scan, parts: list[Segment]) -> list[int]:
    """Where the story of another group's meeting begins."""
    heads: list[tuple[int, Segment]] = []
    seen: set[tuple[int, ...]] = set()
    for part in parts:
        if part.role not in {Role.FACTS, Role.TOPIC}:
            continue
        for i in range(part.body, part.last):
            group = scan.group_at[i]
            if group is not None and group.first == i and group.strength >= Strength.NAMED and group.ids not in seen:
                seen.add(group.ids)
                heads.append((i, part))
    if len(heads) < 2:
        return []
    bounds = [i for i, _ in heads] + [len(scan)]
    facts = [(p.body, p.last) for p in parts if p.role in {Role.FACTS, Role.TOPIC}]

    def timed(first: int, last: int) -> bool:
        inside = [(max(a, first), min(b, last)) for a, b in facts if max(a, first) < min(b, last)]
        when = read_when(scan, inside)
        return when.starts is not None or when.minutes is not None

    cuts = []
    for k in range(1, len(heads)):
        start = _back_over_lead(scan, heads[k][0], heads[k][1])
        if timed(start, bounds[k + 1]) and timed(0 if k == 1 else bounds[k - 1], start):
            cuts.append(start)
    return cuts


def _back_over_lead(scan: Scan, i: int, part: Segment) -> int:
    """The start of a group's story, over the day and the link words before it: « puis hier le GT… »."""
    j = i
    while j > part.body and (
        scan.time_at[j - 1] is not None
        or (
            scan.words[j - 1].is_word
            and scan.fold(j - 1)
            in {"le", "la", "l", "et", "puis", "ensuite", "apres", "reunion", "du", "de", "aussi", "au", "a", "un", "une"}
        )
    ):
        if scan.time_at[j - 1] is not None and scan.time_at[j - 1].ends is not None:  # type: ignore[union-attr]
            first = j - 1
            while first > part.body and scan.time_at[first - 1] is scan.time_at[j - 1]:
                first -= 1
            if not (first == part.body or scan.sign(first - 1) in {",", ";", ".", "\n"} or scan.fold(first - 1) in {"puis", "et"}):
                break
            j = first
            continue
        j -= 1
    return j
