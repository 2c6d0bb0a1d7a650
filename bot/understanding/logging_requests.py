"""Whether a message tells a meeting, hours or both, and the card content that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.drafts import DraftContent, Field, HoursDraft, MeetingDraft
from bot.understanding.counts import find_headcount
from bot.understanding.facts import Ranges, mentions_in, rather_ahead, read_when
from bot.understanding.groups import Strength
from bot.understanding.hours import activity, after, axis_of, clock_as_length, did, lasts, part_at, parts_in, read_hours
from bot.understanding.lexicon_files import table
from bot.understanding.meetings import read_meeting
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.segments import Role, Segment, segments, sentences
from bot.understanding.times import TimeKind, TimeMention

_MEETING = PhraseTable({"meeting": table("cues")["meeting"]["words"]})
_HOURS_LEAD = PhraseTable({"hours": ["heures", "mes heures", "temps de route", "temps de trajet", "temps passé", "heures de"]})
_ROLL = PhraseTable(
    {
        "roll": [
            "présents",
            "présentes",
            "participants",
            "excusé",
            "excusés",
            "excusée",
            "excusées",
            "tout le monde",
            "tous présents",
            "on était",
            "nous étions",
            "autour de la table",
        ]
    }
)
_CANCELLED = frozenset(
    {"annule", "annulee", "annules", "annulees", "reporte", "reportee", "repousse", "repoussee", "decale", "decalee", "deplace", "deplacee"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a message shows: of a meeting, of hours told apart, and whether it speaks of what is to come."""

    named: bool  # a group or a word for a meeting
    noun: bool
    headcount: bool
    roll: bool
    span: bool  # clock times or a length that belong to no part of hours
    single_clock: bool
    past_day: bool
    open_day: bool
    future_only: bool
    hours: Ranges
    hours_first: bool
    outcomes: bool
    people: bool


def weigh(scan: Scan, parts: list[Segment]) -> Evidence:
    """Count what speaks for a meeting and for hours in the facts of a message."""
    facts = [
        (p.first if p is parts[0] else p.body, p.last)
        for p in parts
        if p.role in {Role.FACTS, Role.TOPIC} or (p is parts[0] and p.role is Role.ACTION)
    ]
    hours = _hours_ranges(scan, facts)
    free = [m for m in mentions_in(scan, facts) if not any(first <= i < last for first, last in hours for i in [_at(scan, m)])]
    today = scan.hearing.now.date()
    head = _head(scan, parts)
    dated = [
        m
        for m in mentions_in(scan, [(p.body, p.last) for p in parts if p.sentence in head and p.role in {Role.FACTS, Role.TOPIC}])
        if m.days is not None
    ]
    ahead = [m for m in dated if (past := m.toward("past").days) is not None and (past.first > today or rather_ahead(m, today))]
    named = any((g := scan.group_at[i]) is not None and g.strength >= Strength.HINTED for first, last in facts for i in range(first, last))
    noun = any(_MEETING.first(scan.words, first, last) is not None for first, last in facts)
    return Evidence(
        named=named,
        noun=noun,
        headcount=find_headcount(scan, facts) is not None,
        roll=any(_ROLL.first(scan.words, p.first, p.last) is not None for p in parts),
        span=any(lasts(m) for m in free),
        single_clock=any(m.starts is not None and m.ends is None for m in free),
        past_day=any((p := m.toward("past").days) is not None and p.first <= today and not m.bare_weekday for m in dated),
        open_day=any(m.bare_weekday for m in dated),
        future_only=bool(ahead) and len(ahead) == len(dated),
        hours=hours,
        hours_first=_hours_first(scan, hours),
        outcomes=any(p.role in {Role.DECISION, Role.ACTION, Role.NEXT} for p in parts),
        people=any(scan.person_at[i] is not None for first, last in facts for i in range(first, last)),
    )


def _head(scan: Scan, parts: list[Segment]) -> set[int]:
    """The sentences that tell when: those with a group or clock times, the first one at least."""
    told = {parts[0].sentence} if parts else set()
    for part in parts:
        inside = range(part.body, part.last)
        if any((g := scan.group_at[i]) is not None and g.strength >= Strength.NAMED for i in inside) or any(
            (t := scan.time_at[i]) is not None and t.ends is not None for i in inside
        ):
            told.add(part.sentence)
    return told


def _at(scan: Scan, mention: TimeMention) -> int:
    return scan.span_of(mention)[0]


def _hours_ranges(scan: Scan, facts: Ranges) -> Ranges:
    """The clauses in which a length of time is told with what it was spent on."""
    found: Ranges = []
    opens, axis, meeting = _opens_with_activity(scan), axis_of(scan), _MEETING.first(scan.words)
    for first, last in facts:
        for mention in mentions_in(scan, [(first, last)]):
            if not lasts(mention) and not (clock_as_length(scan, mention) and _spent(scan, mention, first, last)):
                continue
            at, end = _at(scan, mention), after(scan, mention)
            begin, stop = _clause(scan, first, at, end, last)
            told = part_at(scan, end, last)
            leads = sum(1 for i in range(at) if scan.words[i].is_word and scan.time_at[i] is None) <= 2 and not any(
                g is not None for g in scan.group_at[:at]
            )
            if (
                told is not None
                and told.tag in {"autre", "réunion"}
                and mention.kind is not TimeKind.DURATION
                and meeting is not None
                and meeting.first < at
            ):
                told = None
            direct = told is not None and (told.tag != "réunion" or (leads and mention.kind is TimeKind.DURATION))
            before = activity(scan, begin, at) is not None and mention.kind is TimeKind.DURATION
            active = activity(scan, max(begin, at - 6), min(stop, end + 6)) is not None and not _group_between(scan, begin, stop)
            active = active or (opens and begin <= 12) or (axis is not None and not (meeting is not None and meeting.first < at))
            direct = (
                direct
                or not lasts(mention)
                or (leads and mention.kind is TimeKind.DURATION and scan.fold(end) in {"sur", "pour", "pr", "a"} and not scan.hearing.draft)
            )
            if direct or before or (did(scan, begin, at) is not None and mention.kind is TimeKind.DURATION) or active:
                found.append((begin, stop))
    return found


def _spent(scan: Scan, mention: TimeMention, first: int, last: int) -> bool:
    """Whether « 1h » read as a clock time stands with what it was spent on, or « chacun »."""
    at, end = _at(scan, mention), after(scan, mention)
    if (
        scan.fold(end) in {"chacun", "chacune", "par"}
        or part_at(scan, end, last) is not None
        or activity(scan, max(first, at - 6), at) is not None
    ):
        return True
    lengths = [m for m in mentions_in(scan, [(first, last)]) if m.kind is TimeKind.DURATION or clock_as_length(scan, m)]
    return len(lengths) >= 2 and bool(parts_in(scan, first, last))


def _group_between(scan: Scan, begin: int, stop: int) -> bool:
    return any((g := scan.group_at[i]) is not None and g.strength >= Strength.NAMED for i in range(begin, stop))


def _clause(scan: Scan, first: int, at: int, end: int, last: int) -> tuple[int, int]:
    begin = at
    while (
        begin > first
        and scan.sign(begin - 1) not in {",", ";", "\n", ".", ":", "("}
        and scan.fold(begin - 1) != "puis"
        and not ((t := scan.time_at[begin - 1]) is not None and lasts(t) and not _taken_back(scan, begin, at))
    ):
        begin -= 1
    stop = end
    while (
        stop < last
        and scan.sign(stop) not in {",", ";", "\n", ".", ")"}
        and scan.fold(stop) != "puis"
        and not (scan.time_at[stop] is not None and lasts(scan.time_at[stop]))
    ):  # type: ignore[arg-type]
        stop += 1
    return begin, stop


def _taken_back(scan: Scan, first: int, last: int) -> bool:
    """Whether « non », « pardon » stands among those few words."""
    return last - first <= 4 and any(scan.fold(k) in {"non", "pardon", "plutot", "oups", "erreur"} for k in range(first, last))


def _hours_first(scan: Scan, hours: Ranges) -> bool:
    if not hours:
        return False
    first = hours[0][0]
    lead = [
        i
        for i in range(first)
        if scan.words[i].is_word and scan.time_at[i] is None and scan.person_at[i] is None and scan.group_at[i] is None
    ]
    return len(lead) <= 4 or _HOURS_LEAD.at(scan.words, 0) is not None


def read_log(scan: Scan) -> DraftContent | None:
    """The meetings and hours that a message asks to keep; None if it tells neither."""
    private = private_words(scan)
    parts = segments(scan)
    evidence = weigh(scan, parts)
    if tells_hours(scan, evidence):
        lines = read_hours(scan, 0, len(scan))
        return DraftContent(hours=lines, privacy_warning=bool(private)) if lines else None
    if not tells_meeting(scan, evidence):
        return None
    blocks = split_meetings(scan, parts)
    meetings: list[MeetingDraft] = []
    hours: list[HoursDraft] = []
    shared = _shared_day(scan, blocks)
    for block in blocks:
        aside = [r for r in evidence.hours if any(p.first <= r[0] < p.last for p in block)]
        meeting = read_meeting(scan, block, private, hours_ranges=aside)
        if shared is not None and Field.DAY in meeting.unsure:
            meeting = replace(meeting, day=shared, unsure=tuple(f for f in meeting.unsure if f is not Field.DAY))
        meetings.append(meeting)
        for first, last in aside:
            groups = (meeting.group_id,) if meeting.group_id is not None else meeting.group_candidates
            hours += read_hours(scan, first, last, group_ids=groups, day=meeting.day)
    return DraftContent(meetings=tuple(meetings), hours=tuple(hours), privacy_warning=bool(private))


def _shared_day(scan: Scan, blocks: list[list[Segment]]) -> date | None:
    """The day told once at the head of a message for all its meetings: « 2 réunions hier : … »."""
    if len(blocks) < 2:
        return None
    first = min(p.first for p in blocks[0])
    colon = next((i for i in range(first, min(len(scan), first + 12)) if scan.sign(i) == ":"), None)
    return read_when(scan, [(0, colon)]).day if colon is not None else None


def tells_hours(scan: Scan, evidence: Evidence) -> bool:
    """Whether a message tells hours and no meeting."""
    if _HOURS_LEAD.at(scan.words, 0) is not None and evidence.hours:
        return True
    if _several_lengths(scan) and not (evidence.headcount or evidence.roll or evidence.noun):
        return True
    if evidence.hours and (_each(scan) or (_opens_with_activity(scan) and not evidence.roll)):
        return True
    if not evidence.hours or evidence.headcount or evidence.roll:
        return False
    return not evidence.span


def _each(scan: Scan) -> bool:
    """Whether a length is told of each of several: « 3h chacun »."""
    return any(
        scan.fold(after(scan, m)) in {"chacun", "chacune"}
        for m in mentions_in(scan, [(0, len(scan))])
        if lasts(m) or clock_as_length(scan, m)
    )


def _opens_with_activity(scan: Scan) -> bool:
    """Whether the first words name an activity that is counted in hours: « atelier cuisine… », « hier permanence… »."""
    told = [i for i in range(len(scan)) if scan.words[i].is_word and scan.time_at[i] is None][:2]
    return bool(told) and activity(scan, told[0], told[-1] + 1) is not None


def _several_lengths(scan: Scan) -> bool:
    """« 1h30 hier et 2h aujourd'hui »: several lengths from the first words on are hours."""
    lengths = [m for m in mentions_in(scan, [(0, len(scan))]) if m.kind is TimeKind.DURATION and m.total_minutes]
    spent = bool(parts_in(scan, 0, len(scan)))
    return (
        len(lengths) >= 2
        and (_at(scan, lengths[0]) <= 2 or spent)
        and not any(m.ends is not None for m in mentions_in(scan, [(0, len(scan))]))
    )


def tells_meeting(scan: Scan, evidence: Evidence) -> bool:
    """Whether a message tells a meeting that was held."""
    if any(scan.fold(i) in _CANCELLED for i in range(min(len(scan), 12))) and not (evidence.span or evidence.headcount):
        return False
    if scan.fold(0) == "pas" and scan.fold(1) in {"de", "d", "eu"} and not evidence.span:
        return False
    if evidence.future_only and not (evidence.headcount or evidence.roll):
        return False
    proof = evidence.span or evidence.headcount or evidence.roll
    if evidence.named:
        return (
            proof
            or (evidence.past_day)
            or (evidence.outcomes and (evidence.open_day or evidence.people))
            or (evidence.open_day and evidence.people)
            or (evidence.single_clock and evidence.people)
        )
    return (evidence.noun and (proof or (evidence.past_day and evidence.people) or (evidence.past_day and evidence.single_clock))) or (
        evidence.headcount and evidence.span
    )


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
    return any(scan.group_at[i] is not None for i in range(first, last)) or _MEETING.first(scan.words, first, last) is not None


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
