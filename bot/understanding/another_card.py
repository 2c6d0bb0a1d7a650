"""Whether a message said while a card stands open tells another meeting, other hours, or a meeting still to come."""

from __future__ import annotations

from typing import Literal

from bot.domain.contributions import Part
from bot.domain.drafts import DraftContent, Field, HoursDraft, MeetingDraft
from bot.domain.requests import CorrectDraft, UpdateAttendance
from bot.understanding.asking import start_of
from bot.understanding.corrections import joins
from bot.understanding.evidence import CANCELLED, weigh
from bot.understanding.group_answers import is_object
from bot.understanding.groups import Strength
from bot.understanding.hours import read_hours
from bot.understanding.hours_days import of_group
from bot.understanding.hours_not_given import hours_meant, hours_usual
from bot.understanding.lengths import MEETING, did, parts_in
from bot.understanding.lexicon_files import table
from bot.understanding.meeting_names import choose_group
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.time_corrections import is_ahead
from bot.understanding.times import TimeKind
from bot.understanding.turns import NEXT, plainly_corrects, politely_corrects, words_in
from bot.understanding.when import mentions_in
from bot.understanding.where import read_where

_HESITATIONS = frozenset({"euh", "heu", "alors", "bon", "donc", "ah", "bonjour", "salut", "bonsoir", "stp", "svp"})
_NOTING = words_in("small", "noting")  # « note 2h de route pour le GT Diabète »
_LAST = PhraseTable({"last": table("turns")["small"]["last"].split(", ")})
_FOR_WHEN = frozenset({"de", "d", "le", "la", "pour", "a", "encore", "aussi", "hier", "en", "plus"})
_WILL_BE = frozenset({"sera", "seront", "commencera", "debutera"})
_AT = frozenset({"a", "de", "du", "en", "au", "dans", "d", "le", "des"})


def to_come(scan: Scan, asked: Field | None) -> Literal["plan", "hours_ahead", "unclear"] | None:
    """Whether a message tells a meeting, or hours, of a day that is still to come; or hours that are only usual (unclear)."""
    if asked is Field.NEXT_MEETING or plainly_corrects(scan):
        return None
    if asked is None and hours_usual(scan):
        return "unclear"
    if asked is None and hours_meant(scan):
        return "hours_ahead"
    if not any(m.days is not None for m in mentions_in(scan, [(0, len(scan))])):
        return None
    parts = segments(scan)
    evidence = weigh(scan)
    if _only_a_length(scan):
        return "hours_ahead" if _hours_to_come(scan) else None
    if evidence.hours and not evidence.span and not evidence.headcount:
        return "hours_ahead" if _hours_to_come(scan) else None
    if not (evidence.future_only or _will_be_at(scan)) or not (evidence.named or evidence.noun):
        return None
    told = evidence.span or evidence.headcount or evidence.roll or evidence.people or evidence.single_clock or evidence.named
    return "plan" if told and not any(p.role in {Role.DECISION, Role.ACTION, Role.NEXT} for p in parts) else None


def _will_be_at(scan: Scan) -> bool:
    """« le copil de novembre sera à 10h »: a meeting and its day, then nothing but when or where it will be."""
    verb = next((i for i in range(len(scan)) if scan.fold(i) in _WILL_BE), None)
    group = next((g for g in scan.group_at[:verb] if g is not None), None) if verb is not None else None
    if verb is None or group is None or scan.fold(verb + 1) not in _AT or any(scan.person_at):
        return False
    between = range(group.last, verb)
    return all(scan.time_at[i] is not None or scan.fold(i) in _AT for i in between) and not any(scan.sign(i) == "." for i in range(verb))


def _only_a_length(scan: Scan) -> bool:
    """« 4h demain »: how long and when, nothing else."""
    lengths = any(m.kind is TimeKind.DURATION for m in mentions_in(scan, [(0, len(scan))]))
    return lengths and all(scan.time_at[i] is not None or not scan.words[i].is_word or scan.fold(i) in _FOR_WHEN for i in range(len(scan)))


def other_day_of_hours(scan: Scan, draft: DraftContent) -> DraftContent | None:
    """« 2h lundi » over a card of hours of another day: hours of their own, though nothing says what they were spent on."""
    if not draft.hours or draft.meetings or not _only_a_length(scan) or plainly_corrects(scan):
        return None
    lines = read_hours(scan, 0, len(scan))
    told = [line for line in lines if Field.DAY not in line.unsure and line.days and line.minutes]
    other = len(told) == len(lines) == 1 and all(h.days and h.days != told[0].days and h.minutes is not None for h in draft.hours)
    return DraftContent(hours=lines) if other else None


def _hours_to_come(scan: Scan) -> bool:
    """« 4h de permanence demain »: the only day told is ahead, and is not that of the meeting prepared."""
    dated = [m for m in mentions_in(scan, [(0, len(scan))]) if m.days is not None]
    first = scan.span_of(dated[0])[0]
    behind_group = first > 0 and scan.group_at[first - 1] is not None
    return all(is_ahead(scan, m) for m in dated) and not behind_group and not any(of_group(scan, m) for m in dated)


def names_another(scan: Scan, draft: DraftContent) -> bool:
    """Whether a group that is none of the card is named with a day, hours, or people: « GT Nutrition lundi »."""
    known = {m.group_id for m in draft.meetings}
    if plainly_corrects(scan) or not draft.meetings or None in known:
        return False
    if not named_besides(scan, known):
        return False
    evidence = weigh(scan)
    return evidence.past_day or evidence.open_day or evidence.span or evidence.headcount or evidence.people or evidence.single_clock


def named_besides(scan: Scan, known: set[int | None]) -> bool:
    """Whether a group that is none of these is named among the facts told."""
    facts = [(p.body, p.last) for p in segments(scan) if p.role in {Role.FACTS, Role.TOPIC}]
    group = choose_group(scan, facts) if facts else None
    return group is not None and group.strength >= Strength.NAMED and not known & set(group.ids) and not is_object(scan, group)


def tells_another(scan: Scan, whole: DraftContent, draft: DraftContent, asked: Field | None) -> bool:
    """Whether what a message tells as a whole is not the meeting, or the hours, of the open card."""
    if not whole.meetings:
        return _other_hours(scan, whole.hours, draft, asked)
    if plainly_corrects(scan) and not _whole_story(scan, whole, draft):
        return False
    if len(whole.meetings) > 1 or (scan.hearing.kept and _told_whole(whole.meetings[0])):
        return True
    if not draft.meetings:
        return _not_these_hours(whole.meetings[0], draft.hours)
    return all(_other_meeting(whole.meetings[0], known, asked) for known in draft.meetings)


def _told_whole(told: MeetingDraft) -> bool:
    """A group, a day, hours and people, after a meeting was kept: a card of its own, which says if that one is there already."""
    day = told.day is not None and Field.DAY not in told.unsure
    return told.group_id is not None and day and told.starts is not None and (told.headcount is not None or bool(told.people))


def _whole_story(scan: Scan, whole: DraftContent, draft: DraftContent) -> bool:
    """« c'était le GT Précarité hier 9h-11h, 7 présents »: all of another meeting, though it begins as a correction."""
    told = whole.meetings[0]
    other = told.group_id is not None and told.group_id not in {m.group_id for m in draft.meetings}
    complete = told.day is not None and Field.DAY not in told.unsure and told.minutes is not None
    begun = scan.fold(0) in {"c", *_NOTING} or politely_corrects(scan, start_of(scan))  # « tu peux noter le GT hier 10h-12h, 8 pers ? »
    return begun and other and complete and (told.headcount is not None or bool(told.people))


def _other_meeting(told: MeetingDraft, known: MeetingDraft, asked: Field | None) -> bool:
    own_day = told.day is not None and Field.DAY not in told.unsure
    hours, people = told.minutes is not None or told.starts is not None, told.headcount is not None or bool(told.people)
    named = told.group_id is not None or bool(told.group_candidates)
    if named and known.group_id is not None and known.group_id not in (told.group_id, *told.group_candidates):
        return True
    if told.title is not None and known.group_id is not None and own_day and hours and people:
        return True  # « GT Sport hier 14h-16h, 5 présents »: a whole meeting of a group that nobody knows yet
    same_day = not own_day or known.day is None or told.day == known.day
    if same_day:
        return own_day and _apart(told, known)
    if known.group_id is None and not known.no_group and asked is Field.GROUP:
        return hours and people
    complete = known.minutes is not None
    return complete and (hours or people) and (named or told.title is not None or (hours and people))


def _apart(told: MeetingDraft, known: MeetingDraft) -> bool:
    """Whether the hours told and those of the card have no minute in common."""
    if told.starts is None or told.ends is None or known.starts is None or known.ends is None:
        return False
    return told.ends <= known.starts or known.ends <= told.starts


def _other_hours(scan: Scan, told: tuple[HoursDraft, ...], draft: DraftContent, asked: Field | None) -> bool:
    corrects = plainly_corrects(scan) and not _notes(scan) and not _all_of_others(told, draft)
    if len(told) > 1:
        return not corrects
    line = told[0]
    own_day = bool(line.days or line.day_window) and Field.DAY not in line.unsure
    named = line.group_id is not None or line.axis is not None
    if corrects or (joins(scan) and not named):
        return False
    if not draft.hours or draft.meetings:
        if asked in {Field.DURATION, Field.MINUTES} and not (own_day or named):
            return False
        elsewhere = (named and line.group_id not in {m.group_id for m in draft.meetings}) or (
            own_day and not set(line.days) & {m.day for m in draft.meetings}
        )
        return line.part not in {None, Part.MEETING} or elsewhere or line.count > 1 or did(scan, 0, len(scan)) is not None
    known = draft.hours[0]
    differs = [
        line.minutes != known.minutes,
        own_day and bool(known.days) and line.days != known.days,
        line.group_id is not None and known.group_id not in {None, line.group_id},
        line.part is not None and known.part not in {None, line.part},
    ]
    more = own_day or named or line.part is not None or bool(parts_in(scan, 0, len(scan))) or did(scan, 0, len(scan)) is not None
    if asked is Field.MINUTES or known.minutes is None:
        return sum(differs[1:]) > 0 and more
    return more and any(differs)


def _notes(scan: Scan) -> bool:
    """« euh note que… »: it is kept, not corrected."""
    first = next((i for i in range(len(scan)) if scan.words[i].is_word and scan.fold(i) not in _HESITATIONS), 0)
    return scan.fold(first) in _NOTING


def _all_of_others(told: tuple[HoursDraft, ...], draft: DraftContent) -> bool:
    """« pourriez-vous ajouter 2 h de relecture lundi pour le Copil CLS »: all of some hours, for a group that is not on the card."""
    known = {h.group_id for h in draft.hours} | {m.group_id for m in draft.meetings}
    return all(h.minutes and h.days and h.part is not None and h.group_id is not None and h.group_id not in known for h in told)


def _not_these_hours(told: MeetingDraft, known: tuple[HoursDraft, ...]) -> bool:
    """Whether a meeting told over a card of hours is none of what the card holds."""
    people = told.headcount is not None or bool(told.people)
    group = told.group_id is not None and all(h.group_id not in {None, told.group_id} for h in known)
    day = told.day is not None and Field.DAY not in told.unsure and all(h.days and told.day not in h.days for h in known)
    hours = told.minutes is not None and told.starts is not None
    return people or group or (hours and day)


def of_another_meeting(scan: Scan, update: UpdateAttendance, draft: DraftContent) -> bool:
    """Whether a change of attendance names a kept meeting that is not on the card: « ajoute Karim au GT Nutrition de lundi »."""
    groups = {update.group_id} if update.group_id is not None else set(update.group_candidates)
    if not draft.meetings:
        return scan.hearing.asked is not Field.PERSON
    known = {m.group_id for m in draft.meetings}
    if groups and not groups & known and None not in known and not _corrects_group(scan):
        return True
    if _LAST.first(scan.words) is not None:
        return True
    days = {m.day for m in draft.meetings}
    return update.day is not None and None not in days and update.day not in days and not _corrects_day(scan)


def _corrects_group(scan: Scan) -> bool:
    """« c'était le GT Nutrition »: the group of the card was another."""
    for i, group in enumerate(scan.group_at):
        if group is not None and group.first == i:
            before = i - 1
            while scan.fold(before) in {"le", "la", "l"} and before > 0:
                before -= 1
            if scan.fold(before) in {"est", "etait", "plutot", "non", "pas"}:
                return True
    return False


def _corrects_day(scan: Scan) -> bool:
    """« c'était lundi et on était 9 », « non, lundi »: the day of the card was another."""
    for mention in mentions_in(scan, [(0, len(scan))]):
        first = scan.span_of(mention)[0]
        if mention.days is not None:
            before = {scan.fold(first - 1), scan.fold(first - 2)} if scan.sign(first - 1) == "," else {scan.fold(first - 1)}
            there = scan.sign(first).casefold() == "là"  # « il était là hier »
            return bool(before & {"est", "etait", "plutot", "non", "pardon", "pas"}) and not there
    return False


def of_another_to_come(scan: Scan, draft: DraftContent) -> bool:
    """« on se voit demain 14h pour le GT Précarité », said over a card of another group."""
    known = {m.group_id for m in draft.meetings} | {h.group_id for h in draft.hours}
    group = choose_group(scan, [(0, len(scan))])
    other = group is not None and group.strength >= Strength.NAMED and not known & set(group.ids) and None not in known
    dated = [m for m in mentions_in(scan, [(0, len(scan))]) if m.days is not None]
    return other and not plainly_corrects(scan) and bool(dated) and all(is_ahead(scan, m) for m in dated)


def tells_next(scan: Scan) -> bool:
    """Whether a message that speaks of the next meeting tells when or where it is, rather than asks."""
    if NEXT.first(scan.words) is None:
        return False
    return bool(mentions_in(scan, [(0, len(scan))])) or read_where(scan, [(0, len(scan))]) is not None


def is_cancelled(scan: Scan) -> bool:
    """« la réunion de jeudi est annulée », said of a meeting that is not the next one of the card."""
    if NEXT.first(scan.words) is not None or plainly_corrects(scan):
        return False
    named = any(g is not None and g.strength >= Strength.NAMED for g in scan.group_at) or MEETING.first(scan.words) is not None
    parts = segments(scan)
    told = any(
        part.role is Role.NEXT or (part.role is Role.ACTION and part.bearers) or (part.role is Role.DECISION and not part.kept_cue)
        for part in parts[:1]
    )
    return named and not told and any(scan.fold(i) in CANCELLED for i in range(min(len(scan), 12)))


def unclear_mixture(heard: CorrectDraft, draft: DraftContent, scan: Scan) -> bool:
    """Whether, without saying that it corrects, a message would change several parts that are known: « Simon mardi 14h »."""
    if plainly_corrects(scan) or scan.hearing.asked is not None:
        return False
    if draft.meetings:
        moved = any(b.day is not None and b.day != a.day for b, a in zip(draft.meetings, heard.content.meetings, strict=False))
        return moved and Field.PEOPLE in heard.changed and not heard.not_found
    if len(draft.hours) != len(heard.content.hours):
        return False
    before, after = draft.hours[scan.hearing.asked_item], heard.content.hours[scan.hearing.asked_item]
    pairs = ((before.days, after.days), (before.group_id, after.group_id), (before.part, after.part), (before.person_id, after.person_id))
    again = any(scan.fold(i) in {"pareil", "idem", "aussi", "egalement"} for i in range(len(scan)))
    moved_parts = sum(bool(old) and old != new for old, new in pairs)
    return moved_parts > 1 or (again and moved_parts > 0)
