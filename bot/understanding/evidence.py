"""What in a message speaks for a meeting, for hours, or for neither."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.understanding.announcing import MET, of_something_else, said_ahead, will_be
from bot.understanding.counts import find_headcount
from bot.understanding.groups import Strength
from bot.understanding.hours_by_person import by_person
from bot.understanding.hours_lengths import is_purpose
from bot.understanding.hours_not_given import foretold
from bot.understanding.lengths import MEETING, activity, after, clock_as_length, lasts, length_of, parts_in
from bot.understanding.lexicon_files import table
from bot.understanding.meeting_names import leading_sigle
from bot.understanding.met_people import met_somebody
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.spending import opens_with_activity, spent_ranges
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import Ranges, first_word, mentions_in, rather_ahead
from bot.understanding.work import counts_as_hours, spent_in_meeting, told_one_by_one, told_without_length, works_apart

_HOURS_LEAD = PhraseTable({"hours": ["heures", "mes heures", "temps de route", "temps de trajet", "temps passé", "heures de"]})
_ROLL = PhraseTable({"roll": table("cues")["roll"]["words"]})
_GATHERED = PhraseTable(
    {"there": ["il y avait", "y avait", "étaient là", "étaient présents", "étaient présentes", "présents", "participants"]}
)
_SUBJECTS = frozenset({"pour", "pr", "sur", "on", "nous", "il"})
_INTENDED = frozenset({"faut", "faudra", "faudrait", "besoin", "prevoir", "prevoit", "prevu", "prevue", "prevus", "prevues"})
CANCELLED = frozenset(
    {"annule", "annulee", "annules", "annulees", "reporte", "reportee", "repousse", "repoussee", "decale", "decalee", "deplace", "deplacee"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a message shows: of a meeting, of hours told apart, and whether it speaks of what is to come."""

    named: bool  # a group or a word for a meeting
    worded: bool  # the words of one group's name stand in the facts, before hours from one clock time to another
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


def weigh(scan: Scan) -> Evidence:
    """What speaks for a meeting and for hours in the facts of a message; worked out once."""
    known = scan.memo.get("evidence")
    if isinstance(known, Evidence):
        return known
    found = _weigh(scan, segments(scan))
    scan.memo["evidence"] = found
    return found


def _weigh(scan: Scan, parts: list[Segment]) -> Evidence:
    facts = [
        (p.first if p is parts[0] else p.body, p.last)
        for p in parts
        if p.role in {Role.FACTS, Role.TOPIC} or (p is parts[0] and p.role is Role.ACTION)
    ]
    hours = [] if spent_in_meeting(scan) else spent_ranges(scan, _joined(scan, facts, parts))
    spent = {i for first, last in hours for i in range(first, last)} | foretold(scan)
    today = scan.hearing.now.date()
    free = [m for m in mentions_in(scan, facts) if first_word(scan, m) not in spent and not _said_again(scan, m, hours, today)]
    head = _head(scan, parts)
    dated = [
        m
        for m in mentions_in(scan, [(p.body, p.last) for p in parts if p.sentence in head and p.role in {Role.FACTS, Role.TOPIC}])
        if m.days is not None and (m.bound != "until" or m.kind is TimeKind.INTERVAL)  # « en congé jusqu'au 14 » is no day of a meeting
    ]
    ahead = [m for m in dated if (past := m.days_toward("past")) is not None and (past.first > today or rather_ahead(m, today))]
    named = any((g := scan.group_at[i]) is not None and g.strength >= Strength.HINTED for first, last in facts for i in range(first, last))
    noun = any(MEETING.first(scan.words, first, last) is not None for first, last in facts)
    noun = noun or leading_sigle(scan) is not None or met_somebody(scan)
    return Evidence(
        named=named,
        worded=any((g := scan.group_at[i]) is not None and len(g.ids) == 1 for first, last in facts for i in range(first, last))
        and any(m.ends is not None and not _to_begin(scan, m) for m in free),
        noun=noun,
        headcount=find_headcount(scan, facts) is not None,
        roll=any(_ROLL.first(scan.words, p.first, p.last) is not None for p in parts),
        span=any(lasts(m) for m in free),
        single_clock=any(m.starts is not None and m.ends is None for m in free),
        past_day=any((p := m.days_toward("past")) is not None and p.first <= today and not m.bare_weekday for m in dated),
        open_day=any(m.bare_weekday for m in dated),
        future_only=bool(ahead) and len(ahead) == len(dated) and not all(of_something_else(scan, m) for m in ahead),
        hours=hours,
        hours_first=_hours_first(scan, hours),
        outcomes=any(p.role in {Role.DECISION, Role.ACTION, Role.NEXT} for p in parts),
        people=any(scan.person_at[i] is not None for first, last in facts for i in range(first, last)),
    )


def _said_again(scan: Scan, mention: TimeMention, hours: Ranges, today: date) -> bool:
    """Whether hours in brackets only say again a length told: « 3 h d'atelier ce matin (9h-12h) »."""
    if mention.ends is None or not (scan.sign(first_word(scan, mention) - 1) == "(" or "(" in mention.words):
        return False
    return any(m.total_minutes == length_of(mention, today, scan) for m in mentions_in(scan, hours) if m.kind is TimeKind.DURATION)


def _to_begin(scan: Scan, mention: TimeMention) -> bool:
    """Whether hours told of today have not begun: « resto ce soir 20h-22h », typed at six."""
    now = scan.hearing.now
    today = mention.days is None or (mention.days.single and mention.days.first == now.date())
    return today and mention.starts is not None and mention.starts > now.time().replace(tzinfo=None)


def _joined(scan: Scan, facts: Ranges, parts: list[Segment]) -> Ranges:
    """The facts, those that only a word such as « bilan de » parts joined again: « j'ai rédigé le bilan de 8h à 9h30 » is one clause."""
    bodies = {p.body: p.first for p in parts if p.role is Role.TOPIC}
    joined: Ranges = []
    for first, last in facts:
        begin = bodies.get(first, first)
        if joined and joined[-1][1] == begin and begin > 0 and scan.words[begin - 1].is_word and scan.fold(begin) not in _SUBJECTS:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


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


def tells_hours(scan: Scan, evidence: Evidence) -> bool:
    """Whether a message tells hours and no meeting."""
    if evidence.future_only and _plans_ahead(scan):
        return False
    if _HOURS_LEAD.at(scan.words, 0) is not None and (evidence.hours or any(lasts(m) for m in mentions_in(scan, [(0, len(scan))]))):
        return True
    if by_person(scan) or counts_as_hours(scan):
        return True
    if _several_lengths(scan) and not (evidence.headcount or evidence.roll or (evidence.noun and not _for_group(scan))):
        return True
    if _at_activity(scan) and any(lasts(m) for m in mentions_in(scan, [(0, len(scan))])):
        return True
    if evidence.hours and (_each(scan) or _at_activity(scan) or (opens_with_activity(scan) and not evidence.roll)):
        return True
    if told_without_length(scan) and not (evidence.headcount or evidence.roll or evidence.span):
        return True
    if _leads_with_action(scan, evidence) or (not (evidence.headcount or evidence.roll) and _works(scan, evidence)):
        return True
    if not evidence.hours or evidence.headcount or evidence.roll:
        return False
    return not evidence.span


def _plans_ahead(scan: Scan) -> bool:
    """« permanence demain 14h-17h »; not « préparer le GT de demain »."""
    for mention in mentions_in(scan, [(0, len(scan))]):
        first, last = scan.span_of(mention)
        words = {scan.fold(k) for k in range(first, last)}
        if words & {"demain", "prochain", "prochaine"} and not {scan.fold(first), scan.fold(first - 1)} & {"de", "d", "du", "pour", "pr"}:
            return True
    return False


def _works(scan: Scan, evidence: Evidence) -> bool:
    if evidence.future_only or any(word in _INTENDED for word in scan.folds):
        return False
    return works_apart(scan, outcomes=evidence.outcomes) or told_one_by_one(scan)


def _leads_with_action(scan: Scan, evidence: Evidence) -> bool:
    """« 5h de maraude samedi pour le GT précarité, on était 3 »: people counted at something that is no meeting."""
    if not evidence.hours_first or evidence.span or (evidence.noun and not _for_group(scan)):
        return False
    return any(f.tag in {"action", "formation", "déplacement"} for f in parts_in(scan, *evidence.hours[0]))


def _at_activity(scan: Scan) -> bool:
    """« on était 3 au stand octobre rose »: people counted at something that is no meeting."""
    for i in range(min(len(scan), 14)):
        if scan.fold(i) not in {"etait", "etions", "etaient"}:
            continue
        j = i + 1
        while j < len(scan) and (
            scan.number_at[j] is not None or scan.fold(j) in {"a", "au", "aux", "sur", "en", "le", "la", "l", "tous", "toutes"}
        ):
            j += 1
        if j > i + 1 and activity(scan, j, min(j + 1, len(scan))) is not None:
            return True
    return False


def _each(scan: Scan) -> bool:
    """Whether a length is told of each of several: « 3h chacun »."""
    return any(
        scan.fold(after(scan, m)) in {"chacun", "chacune"}
        for m in mentions_in(scan, [(0, len(scan))])
        if lasts(m) or clock_as_length(scan, m)
    )


def _for_group(scan: Scan) -> bool:
    """Whether « pour le GT », told after the lengths, is all that speaks of a meeting."""
    noun = MEETING.first(scan.words)
    if noun is None or (group := scan.group_at[noun.first]) is None:
        return False
    return is_purpose(scan, group.first) and MEETING.first(scan.words, group.last) is None


def _several_lengths(scan: Scan) -> bool:
    """« 1h30 hier et 2h aujourd'hui »: several lengths from the first words on are hours."""
    told = mentions_in(scan, [(0, len(scan))])
    lengths = [m for m in told if (m.total_minutes if m.kind is TimeKind.DURATION else clock_as_length(scan, m))]
    if not any(m.kind is TimeKind.DURATION for m in lengths):
        return False
    if any(m.starts is not None and m.ends is None and m.days is not None and not clock_as_length(scan, m) for m in told):
        return False  # « GT SE 30/11 10h, 1h30, … + 50 min de route » was held at ten
    spent = bool(parts_in(scan, 0, len(scan)))
    return len(lengths) >= 2 and (first_word(scan, lengths[0]) <= 2 or spent) and not any(m.ends is not None for m in told)


def tells_meeting(scan: Scan, evidence: Evidence) -> bool:
    """Whether a message tells a meeting that was held."""
    if any(scan.fold(i) in CANCELLED for i in range(min(len(scan), 12))) and not (evidence.span or evidence.headcount):
        return False
    if scan.fold(0) == "pas" and scan.fold(1) in {"de", "d", "eu"} and not evidence.span:
        return False
    counted = evidence.headcount or evidence.roll
    if not counted and (said_ahead(scan) or evidence.future_only):
        return False
    if not (evidence.past_day or evidence.span or evidence.headcount) and will_be(scan):
        return False
    proof = evidence.span or evidence.headcount or evidence.roll
    if evidence.named and MET.first(scan.words) is not None and not evidence.future_only:
        return True
    if evidence.named:
        return (
            proof
            or (evidence.past_day)
            or (evidence.outcomes and (evidence.open_day or evidence.people))
            or (evidence.open_day and evidence.people)
            or (evidence.single_clock and evidence.people)
        )
    if evidence.noun:
        return proof or (evidence.past_day and (evidence.people or evidence.single_clock))
    day = evidence.past_day or evidence.open_day
    if evidence.worded and day and (evidence.roll or evidence.people):
        return True  # « ce matin précarité de 9h à 11h au CCAS, tout le monde était là »
    gathered = evidence.people and evidence.outcomes and _GATHERED.first(scan.words) is not None
    return evidence.span and (evidence.headcount or (day and (bool(evidence.hours) or gathered)))
