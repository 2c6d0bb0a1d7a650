"""Where the story of one meeting ends and that of another begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.understanding.groups import GroupMention, Strength
from bot.understanding.lengths import MEETING
from bot.understanding.listed_meetings import listed_below
from bot.understanding.met_people import met_at
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import sentences
from bot.understanding.when import Ranges, mentions_in, rather_ahead, read_when

AFTER_SIGNS = frozenset({":", ",", "(", "–", "—", "-"})
_AHEAD = 10  # words: « voilà ce qui est sorti hier soir du … » before the group
_LEADS = frozenset(
    {"le", "la", "l", "et", "encore", "puis", "ensuite", "apres", "reunion", "reu", "du", "de", "aussi", "au", "a", "un", "une", "enfin"}
) | {"cet", "cette", "midi", "aprem", "matin", "matinee", "soir", "soiree"}


_ENDS = frozenset({";", "\n", ".", "!"})
_THEN = frozenset({"puis", "et", "ensuite", "apres", "enfin", "pui", "alors"})
_ARTICLES = frozenset({"la", "le", "l", "les", "du", "de", "au", "celui", "celle", "groupe"})
_SAID_BETWEEN = frozenset({"euh", "c", "etait", "a", "eu", "lieu", "s", "est", "tenu", "tenue", "reuni", "reunie", "lui", "elle", "aussi"})


def split_meetings(scan: Scan, parts: list[Segment]) -> list[list[Segment]]:
    """The parts of each meeting told: numbered lines with hours of their own, or groups named one after the other with theirs."""
    listed = listed_below(scan, parts)
    if listed:
        return listed
    numbered = [s for s in sentences(scan) if s.numbered]
    heads = {_sentence_of(parts, s.body) for s in numbered if _own_time(scan, s.body, s.last) and _names_meeting(scan, s.body, s.last)}
    heads.discard(None)
    if len(heads) < 2:
        firsts = [p for before, p in pairwise([None, *parts]) if p is not None and (before is None or before.sentence != p.sentence)]
        heads = {p.sentence for p in firsts if _opens_meeting(scan, p)}
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
    return _sent_back(scan, [b for b in blocks if b])


def _sent_back(scan: Scan, blocks: list[list[Segment]]) -> list[list[Segment]]:
    """The blocks, a last sentence that speaks of an earlier meeting by its group put there: « Côté nutrition, on a calé… »."""
    owners: dict[tuple[int, ...], int] = {}
    for k, block in enumerate(blocks):
        owners.setdefault(next((g.ids for p in block for i in range(p.body, p.last) if (g := scan.group_at[i]) is not None), ()), k)
    told = blocks[-1][0].sentence
    sorted_blocks = [list(b) for b in blocks[:-1]] + [[]]
    at = len(blocks) - 1
    sentence = told
    for part in blocks[-1]:
        if part.sentence != sentence:
            sentence = part.sentence
            head = next((g.ids for i in range(part.first, min(part.last, part.first + 4)) if (g := scan.group_at[i]) is not None), None)
            if head is not None:
                at = owners.get(head, at)
            elif scan.fold(part.first) in {"cote", "pour", "au"}:
                at = len(blocks) - 1
        sorted_blocks[at].append(part)
    return sorted_blocks


def _opens_meeting(scan: Scan, part: Segment) -> bool:
    """Whether a part that opens a line tells another meeting: its own hours, and a group or a word for a meeting."""
    alone = part.first == 0 or scan.sign(part.first - 1) == "\n"
    if part.role is not Role.FACTS or not alone:
        return False
    hours = [m for m in mentions_in(scan, [(part.body, part.last)]) if m.starts is not None and m.ends is not None]
    today = scan.hearing.now.date()
    past = all(m.days is None or ((p := m.days_toward("past")) is not None and p.first <= today) for m in hours)
    return bool(hours) and past and _names_meeting(scan, part.body, part.last)


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
    listed, begin = _announced(scan, parts)
    for part in parts:
        if part.role not in {Role.FACTS, Role.TOPIC}:
            continue
        for i in range(max(part.body, begin), part.last):
            group = scan.group_at[i]
            announced = group is not None and group.first == i and group.ids in listed and scan.time_at[group.last] is not None
            if group is None and heads and _meets_again(scan, i, part):
                heads.append((i, part))
            told_before = group is not None and group.ids in seen and not _held_again(scan, i)
            if group is not None and (announced or _heads(scan, i)) and not told_before and not _points_back(group, seen - {group.ids}):
                seen.add(group.ids)
                heads.append((i, part))
    if len(heads) < 2:
        return []
    bounds = [i for i, _ in heads] + [len(scan)]
    facts = [(p.body, p.last) for p in parts if p.role in {Role.FACTS, Role.TOPIC}]

    def timed(first: int, last: int) -> bool:
        inside = [(max(a, first), min(b, last)) for a, b in facts if max(a, first) < min(b, last)]
        when = read_when(scan, inside)
        if _only_ahead(scan, inside):
            return False  # « à noter : le copil est le 18 décembre à 9h »
        return when.starts is not None or when.minutes is not None

    cuts: list[int] = []
    for k in range(1, len(heads)):
        start = _back_over_lead(scan, heads[k][0], heads[k][1])
        if timed(start, bounds[k + 1]) and timed(cuts[-1] if cuts else 0, start):
            cuts.append(start)
    return cuts


def _only_ahead(scan: Scan, ranges: Ranges) -> bool:
    """Whether the one day told in those words can only be still to come, and no beginning and end are told."""
    today = scan.hearing.now.date()
    told = mentions_in(scan, ranges)
    first = next((m for m in told if (ahead := m.days_toward("future")) is not None and ahead.single), None)
    past = first.days_toward("past") if first is not None else None
    only = first is not None and (past is None or past.first > today or rather_ahead(first, today))
    return only and not any(m.starts is not None and m.ends is not None for m in told)


def _meets_again(scan: Scan, i: int, part: Segment) -> bool:
    """Whether another meeting, of no group, is told behind the first: « ; puis de 15h à 16h rencontre avec… », « 15h-16h, j'ai vu… »."""
    noun = MEETING.at(scan.words, i) if scan.fold(i) in MEETING.openings else None
    named = noun is not None and scan.fold(noun.last) in {"avec", "a", "au", "chez"}
    if scan.time_at[i] is not None or not (named or met_at(scan, i) is not None):
        return False
    start = _back_over_lead(scan, i, part)
    opens = scan.sign(start - 1) in ({";", "\n"} if named else _ENDS) or any(scan.fold(k) in _THEN for k in range(start, i))
    hours = [m for m in mentions_in(scan, [(start, min(part.last, i + _AHEAD + 6))]) if m.starts is not None and m.ends is not None]
    return opens and len(hours) == 1


def _held_again(scan: Scan, i: int) -> bool:
    """Whether the group at word i, told before, met another time: « et encore GT Périnat aujourd'hui 9h-10h30 »."""
    group = scan.group_at[i]
    behind = scan.time_at[group.last] if group is not None else None
    k = i - 1
    while scan.fold(k) in _ARTICLES:
        k -= 1
    linked = scan.fold(k) in _THEN | {"encore", "re"} or scan.sign(k) in {"\n", ";"}
    return linked and behind is not None and behind.days is not None and behind.starts is not None and behind.ends is not None


def _points_back(group: GroupMention, seen: set[tuple[int, ...]]) -> bool:
    """Whether a kind said alone means a group named before: « La commission santé s'est tenue… La commission se réunira… »."""
    return group.kind_only and any(set(ids) <= set(group.ids) for ids in seen)


def _announced(scan: Scan, parts: list[Segment]) -> tuple[frozenset[tuple[int, ...]], int]:
    """The groups that a heading names, each told in its turn behind it, and where it ends: « GT A puis GT B hier : A 9h-10h… ; B… »."""
    if not parts or parts[0].role is not Role.FACTS:
        return frozenset(), 0
    first = parts[0].body
    colon = next((i for i in range(first, min(parts[0].last, first + 24)) if scan.sign(i) in {":", "\n"}), None)
    if colon is None or any(m.starts is not None for m in mentions_in(scan, [(first, colon)])):
        return frozenset(), 0
    named = [g.ids for i in range(first, colon) if (g := scan.group_at[i]) is not None and g.first == i]
    again = {g.ids for i in range(colon, len(scan)) if (g := scan.group_at[i]) is not None and g.first == i}
    both = frozenset(named) & again
    return (both, colon + 1) if len(both) >= 2 else (frozenset(), 0)


def _back_over_lead(scan: Scan, i: int, part: Segment) -> int:
    """The start of a group's story, over the day and the link words before it: « puis hier le GT… », « Mardi 14h-16h : GT… »."""
    j = i
    while j > part.body:
        k = j - 1
        signed = scan.sign(k) in {":", ",", "-", "–"} and k > part.body and scan.time_at[k - 1] is not None
        time = scan.time_at[k - 1 if signed else k]
        if time is not None:
            first = max(scan.span_of(time)[0], part.body)
            opens = first == part.body or scan.sign(first - 1) in {",", ";", ".", "\n"} or scan.fold(first - 1) in {"puis", "et"}
            if (signed or time.ends is not None) and not opens:
                break
            j = first
        elif scan.words[k].is_word and scan.fold(k) in _LEADS:
            j = k
        else:
            break
    return j


def begins_story(scan: Scan, i: int, end: int) -> bool:
    """Whether another meeting is told from word i on, the head of a clause: « …, mardi soins pal 14h-15h30 en visio »."""
    if not (scan.sign(i - 1) in {",", ";", ".", "(", "/"} or scan.fold(i - 1) in {"puis", "et", "ensuite"}):
        return False
    j = i
    while (
        j < min(end, i + 8)
        and (scan.time_at[j] is not None or (scan.fold(j) in _LEADS and scan.words[j].is_word))
        and scan.group_at[j] is None
    ):
        j += 1
    if j >= end or not _heads(scan, j):
        return False
    today = scan.hearing.now.date()
    told = mentions_in(scan, [(i, min(end, j + 14))])
    past = all(m.days is None or ((p := m.days_toward("past")) is not None and p.first <= today) for m in told)
    return past and any(m.starts is not None and m.ends is not None for m in told)


def tells_after(scan: Scan, i: int, end: int) -> int | None:
    """Where the group stands if the meeting is told from word i on, after what came out of it: « …, on teste Y : voilà pour le GT »."""
    group = next((k for k in range(i, min(end, i + _AHEAD)) if (g := scan.group_at[k]) is not None and g.strength >= Strength.NAMED), None)
    if (
        group is None
        or any(scan.sign(k) in AFTER_SIGNS for k in range(i, group))
        or any((g := scan.group_at[k]) is not None and g.strength >= Strength.NAMED for k in range(i))
    ):
        return None
    if any((t := scan.time_at[k]) is not None and t.starts is not None and t.ends is not None for k in range(i)):
        return None
    timed = any((t := scan.time_at[k]) is not None and (t.starts is not None or t.seconds is not None) for k in range(i, end))
    return group if timed else None


def _heads(scan: Scan, i: int) -> bool:
    """Whether a group named at word i can open the story of its meeting: by its kind, or at the head of a clause before its hours."""
    group = scan.group_at[i]
    if group is None or group.first != i:
        return False
    j = group.last
    while scan.fold(j) in _SAID_BETWEEN and scan.time_at[j] is None:
        j += 1
    behind = scan.time_at[j]
    if behind is not None and behind.starts is None and behind.days is not None:
        behind = scan.time_at[scan.span_of(behind)[1]]
    k = i - 1
    while k >= 0 and scan.fold(k) in _ARTICLES:
        k -= 1
    before = scan.time_at[k] is not None or k < 0 or scan.fold(k) in _THEN or not (scan.words[k].is_word or scan.words[k].is_number)
    lasting = behind is not None and behind.starts is not None and behind.ends is not None
    return group.strength >= Strength.NAMED or (before and lasting and len(group.ids) == 1)
