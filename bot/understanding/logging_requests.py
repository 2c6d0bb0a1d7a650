"""Whether a message tells a meeting, hours or both, and the card content that comes of it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DraftContent, Field, HoursDraft, MeetingDraft
from bot.domain.requests import UpdateAttendance
from bot.understanding.evidence import Evidence, tells_hours, tells_meeting, weigh
from bot.understanding.hours import read_hours
from bot.understanding.hours_not_given import hours_meant, hours_off, hours_usual
from bot.understanding.lengths import clock_as_length, lasts, parts_in
from bot.understanding.meetings import read_meeting
from bot.understanding.not_held import not_held
from bot.understanding.outcomes import SAME_PLACE
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.several_meetings import split_meetings
from bot.understanding.when import mentions_in, read_when
from bot.understanding.where import Where, read_where

_EACH_TIME = PhraseTable(
    {"each": ["à chaque fois", "chaque fois", "les deux fois", "aux deux", "dans les deux cas", "pour les deux", "les 2 fois", "aux 2"]}
)
_IDEAS = frozenset({"idee", "idees", "suggestion", "proposition"})
_AT = frozenset({"a", "au", "aux", "en", "dans", "chez"})


def read_log(scan: Scan, *, believed: bool = False) -> DraftContent | None:
    """The meetings and hours that a message asks to keep; None if it tells neither. `believed`: it is known to tell a meeting."""
    if next((w.fold for w in scan.words if w.is_word), "") in _IDEAS:
        return None  # « idée : faire un jour un GT commun »
    if not believed and not_held(scan):
        return None
    private = private_words(scan)
    parts = segments(scan)
    evidence = weigh(scan)
    bare = not (believed or evidence.span or evidence.headcount or evidence.roll)
    if bare and (hours_usual(scan) or hours_meant(scan) or hours_off(scan)):
        return None
    if tells_hours(scan, evidence):
        return _hours_alone(scan)
    if not (believed or tells_meeting(scan, evidence)):
        return None
    blocks = split_meetings(scan, parts)
    meetings: list[MeetingDraft] = []
    hours: list[HoursDraft] = []
    alone = len(blocks) == 1 and len(evidence.hours) == 1
    heading = _heading(scan, blocks)
    shared = read_when(scan, [heading]).day if heading is not None else None
    for block in blocks:
        aside = [r for r in evidence.hours if any(p.first <= r[0] < p.last for p in block) and not (alone and _lasted(scan, r, evidence))]
        meeting = read_meeting(scan, block, private, hours_ranges=aside)
        untold = meeting.day is None and meeting.day_window is None and not meeting.day_candidates
        if shared is not None and (Field.DAY in meeting.unsure or untold):
            meeting = replace(meeting, day=shared, unsure=tuple(f for f in meeting.unsure if f is not Field.DAY))
        elif meetings and _follows_day(meeting, meetings[-1]):
            meeting = replace(meeting, day=meetings[-1].day, unsure=tuple(f for f in meeting.unsure if f is not Field.DAY))
        if meetings and meeting.place_id is None and meeting.place_said is None and _same_place(scan, block):
            before = meetings[-1]
            meeting = replace(meeting, place_id=before.place_id, place_said=before.place_said, commune=before.commune)
        meetings.append(meeting)
        for first, last in aside:
            groups = (meeting.group_id,) if meeting.group_id is not None else meeting.group_candidates
            told = read_hours(scan, first, last, group_ids=groups, day=meeting.day)
            hours += [_of_meeting(line, meeting) for line in told]
    meetings = _people(scan, _places(scan, meetings, heading))
    return DraftContent(meetings=tuple(meetings), hours=tuple(hours), privacy_warning=bool(private))


def _hours_alone(scan: Scan) -> DraftContent | None:
    """The hours of a message that tells no meeting; none of « j'ai passé l'après-midi à la plage »."""
    lines = read_hours(scan, 0, len(scan))
    timed = any(lasts(m) or clock_as_length(scan, m) for m in mentions_in(scan, [(0, len(scan))]))
    if not lines or (not timed and all(_of_nothing(line) for line in lines)):
        return None
    return DraftContent(hours=lines, privacy_warning=bool(private_words(scan)))


def _of_nothing(line: HoursDraft) -> bool:
    """Whether hours tell neither what they were spent on nor for whom."""
    return line.part is None and line.group_id is None and not line.group_candidates and line.group_said is None and line.axis is None


def _lasted(scan: Scan, told: tuple[int, int], evidence: Evidence) -> bool:
    """Whether the only length of a message that lists who was there is that of the meeting: « 2h de réunion du GT, 6 présents »."""
    return not evidence.span and (evidence.headcount or evidence.roll) and all(f.tag == "réunion" for f in parts_in(scan, *told))


def _of_meeting(line: HoursDraft, meeting: MeetingDraft) -> HoursDraft:
    """Hours told beside a meeting whose group the territory lacks are of that group, unless they name another."""
    named = line.group_id is not None or line.group_candidates or line.group_said is not None or line.axis is not None
    return line if named or meeting.group_id is not None else replace(line, group_said=meeting.title)


def _same_place(scan: Scan, block: list[Segment]) -> bool:
    """Whether the facts of a meeting say « même lieu » as the one told before."""
    return any(SAME_PLACE.first(scan.words, p.first, p.last) is not None for p in block if p.role in {Role.FACTS, Role.TOPIC})


def _follows_day(meeting: MeetingDraft, before: MeetingDraft) -> bool:
    """Whether a meeting told without its day was held on that of the one told before: « lundi GT Précarité 9h-11h puis Cotech 14h-15h »."""
    told = before.day is not None and Field.DAY not in before.unsure
    own = meeting.day is not None and Field.DAY not in meeting.unsure
    return told and not own and meeting.day_window is None and not meeting.day_candidates


def _heading(scan: Scan, blocks: list[list[Segment]]) -> tuple[int, int] | None:
    """The words told once at the head of a message for all its meetings: « 2 réunions hier à la MSP : … »; None if there are none."""
    if len(blocks) < 2:
        return None
    first = min(p.first for p in blocks[0])
    if first > 0:
        return 0, first
    colon = next((i for i in range(min(len(scan), 16)) if scan.sign(i) in {":", "\n"}), None)
    return (0, colon) if colon is not None and not any(m.ends is not None for m in mentions_in(scan, [(0, colon)])) else None


def _places(scan: Scan, meetings: list[MeetingDraft], heading: tuple[int, int] | None) -> list[MeetingDraft]:
    """The meetings, each with the place that the heading or « les deux à la MSP » tells for all."""
    where = read_where(scan, [heading]) if heading is not None else None
    if where is not None:
        return [m if m.place_id is not None else _at(m, where) for m in meetings]
    if len(meetings) < 2 or not _told_of_both(scan):
        return meetings
    last = meetings[-1]
    return [
        m
        if m.place_id is not None or m.place_said is not None
        else replace(m, place_id=last.place_id, place_said=last.place_said, commune=last.commune)
        for m in meetings
    ]


def _people(scan: Scan, meetings: list[MeetingDraft]) -> list[MeetingDraft]:
    """The meetings, each with those whom « avec Zoé et Karim à chaque fois » tells for all."""
    if len(meetings) < 2 or _EACH_TIME.first(scan.words) is None:
        return meetings
    there = meetings[-1].people
    return [m if m.people or m.headcount is not None else replace(m, people=there) for m in meetings]


def _at(meeting: MeetingDraft, where: Where) -> MeetingDraft:
    return replace(meeting, place_id=where.place_id, place_said=where.said, commune=where.commune)


def _told_of_both(scan: Scan) -> bool:
    """« les 2 à la maison de santé », « les deux réunions en visio »."""
    return any(
        scan.fold(i) == "les" and scan.fold(i + 1) in {"2", "deux", "3", "trois"} and {scan.fold(i + 2), scan.fold(i + 3)} & _AT
        for i in range(len(scan) - 2)
    )


def proves(content: DraftContent) -> bool:
    """Whether what was read can be nothing but a meeting or hours told."""
    return bool(content.hours) or any(m.minutes is not None or m.headcount is not None for m in content.meetings)


def lists(content: DraftContent) -> bool:
    """Whether people and what came out are listed: minutes pasted, not asked for, even if no hour is told."""
    return any(len(m.people) > 1 and (m.decisions or m.actions or len(m.people) > 2) for m in content.meetings)


def away_only(content: DraftContent) -> UpdateAttendance | None:
    """« Élise était excusée au GT de mardi »: a meeting of which nothing but who was away is told was kept before."""
    if len(content.meetings) != 1 or content.hours:
        return None
    meeting = content.meetings[0]
    told = meeting.minutes or meeting.starts or meeting.headcount or meeting.decisions or meeting.actions or meeting.next_meeting
    unnamed = meeting.group_id is None and (meeting.title is not None or bool(meeting.group_candidates))
    named = not unnamed and meeting.day is not None and Field.DAY not in meeting.unsure
    if told or not named or not meeting.people or any(p.state is AttendanceState.PRESENT for p in meeting.people):
        return None
    return UpdateAttendance(
        group_id=meeting.group_id, day=meeting.day, which="date", away=meeting.people, privacy_warning=content.privacy_warning
    )
