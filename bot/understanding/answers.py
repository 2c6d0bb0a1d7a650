"""What a short answer fills in the open card: « nutrition », « hier », « 2h », « 12 », « Sophie et Karim », « aucune »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import Presence
from bot.domain.drafts import DraftContent, Field, Gap, MeetingDraft
from bot.domain.requests import CorrectDraft
from bot.domain.shared_groups import shared
from bot.understanding import edits
from bot.understanding.corrections import correct
from bot.understanding.counts import find_headcount, number_value
from bot.understanding.group_answers import answer_group
from bot.understanding.hours_answers import answer_hours
from bot.understanding.length_answers import length_said
from bot.understanding.listing_answers import parts_as_answered
from bot.understanding.nothing_said import says_nothing
from bot.understanding.privacy import private_words
from bot.understanding.roles import Role
from bot.understanding.roll import read_roll
from bot.understanding.roll_corrections import says_all
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.time_corrections import is_ahead
from bot.understanding.turns import plainly_corrects, words_in
from bot.understanding.typed_texts import told
from bot.understanding.when import mentions_in, read_when
from bot.understanding.where import read_where
from bot.understanding.whole_group import with_members

_OF_HOURS = frozenset({Field.PERSON, Field.MINUTES, Field.PART})
OPTIONAL = frozenset({Field.PEOPLE, Field.PLACE, Field.DECISIONS, Field.ACTIONS, Field.NEXT_MEETING, Field.TOPICS})
_LISTED = {Field.DECISIONS: Role.DECISION, Field.TOPICS: Role.TOPIC, Field.ACTIONS: Role.ACTION, Field.NEXT_MEETING: Role.NEXT}
_OUTCOMES = {*_LISTED}
_NO_PLACE = words_in("small", "no_place")
_BEFORE_NAMES = words_in("before_names", "words")
_LONGEST_PLACE = 9  # words


def answer(scan: Scan, content: DraftContent, asked: Field, item: int = 0) -> CorrectDraft | None:
    """The content with the asked field filled, or with what the words tell instead; None if they tell nothing of the card."""
    if asked in _OF_HOURS or not content.meetings:
        return answer_hours(scan, content, asked, item)
    at = min(item, len(content.meetings) - 1)
    before = content.meetings[at]
    if asked in OPTIONAL and is_nothing(scan):
        return _filled(scan, content, at, _emptied(before, asked), asked)
    if asked in _LISTED and not _orders(scan):
        heard = correct(scan, content, at, parts=parts_as_answered(scan, asked))
        return heard if heard is None or heard.changed or heard.not_found or heard.several else replace(heard, changed=(asked,))
    meeting = None if _orders(scan) else _meeting_answer(scan, before, asked)
    if meeting is None and asked is Field.DURATION and all(scan.number_at[i] is not None for i in range(len(scan))):
        return None  # « 14 »: an hour, or so many minutes
    if meeting is None:
        heard = correct(scan, content, at)
        return _with_count(scan, heard, at) if heard is not None and asked in {Field.HEADCOUNT, Field.PEOPLE} else heard
    more = correct(scan, content, at)
    told = set(more.changed) if more is not None else set()
    if more is not None and ((asked in told and len(told) > 1) or (asked is Field.PEOPLE and told & _OUTCOMES)):
        return _with_count(scan, more, at)
    return _filled(scan, content, at, meeting, asked)


def _with_count(scan: Scan, heard: CorrectDraft, at: int) -> CorrectDraft:
    """« 12 et on a décidé de… »: the total said first, where one is asked for."""
    number = number_value(scan, 0) if len(scan) else None
    if number is None or Field.HEADCOUNT in heard.changed or scan.time_at[0] is not None or segments(scan)[0].last < number[2]:
        return heard
    if any(scan.words[i].is_word and scan.fold(i) != "et" for i in range(number[2], segments(scan)[0].last)):
        return heard
    meeting = edits.with_headcount(heard.content.meetings[at], number[0], approximate=number[1])
    return replace(heard, content=edits.put_meeting(heard.content, at, meeting), changed=(Field.HEADCOUNT, *heard.changed))


def _filled(scan: Scan, content: DraftContent, at: int, meeting: MeetingDraft, asked: Field) -> CorrectDraft:
    fields = [asked, *_also_changed(content.meetings[at], meeting, asked)]
    private = bool(private_words(scan))
    filled = edits.put_meeting(content, at, meeting)
    if asked is Field.GROUP:
        filled = shared(content, Gap(field=asked, meeting=at), filled)
    return CorrectDraft(content=replace(filled, privacy_warning=content.privacy_warning or private), changed=tuple(fields))


def _orders(scan: Scan) -> bool:
    """« retire Ahmed », « ajoute Karim »: an order is no answer, whatever is asked."""
    return scan.fold(0).endswith(("e", "er", "ez")) and plainly_corrects(scan) and scan.fold(0) not in {"le", "de", "note", "passe"}


def _also_changed(before: MeetingDraft, after: MeetingDraft, asked: Field) -> list[Field]:
    also = []
    if asked is not Field.PEOPLE and before.people != after.people:
        also.append(Field.PEOPLE)
    if asked is not Field.HEADCOUNT and before.headcount != after.headcount:
        also.append(Field.HEADCOUNT)
    return also


def is_nothing(scan: Scan) -> bool:
    """Whether the whole answer says « none »: « aucune », « pas de décision », « non, rien »."""
    said = " ".join(w.fold for w in scan.words if w.is_word or w.is_number)
    if says_nothing(scan.text):
        return True
    words = said.split()
    return (
        len(words) <= 5
        and words[:1] in (["aucun"], ["aucune"], ["pas"], ["rien"], ["non"], ["sans"])
        and not any(t is not None for t in scan.time_at)
        and not any(scan.number_at)
        and not any(p is not None for p in scan.person_at)
        and not any(g is not None for g in scan.group_at)
    )


def _emptied(meeting: MeetingDraft, asked: Field) -> MeetingDraft:
    match asked:
        case Field.PLACE:
            return replace(meeting, place_id=None, place_said=None, commune=None)
        case Field.DECISIONS:
            return replace(meeting, decisions=())
        case Field.TOPICS:
            return replace(meeting, topics=())
        case Field.ACTIONS:
            return replace(meeting, actions=())
        case Field.NEXT_MEETING:
            return replace(meeting, next_meeting=None)
    return meeting


def _meeting_answer(scan: Scan, meeting: MeetingDraft, asked: Field) -> MeetingDraft | None:
    match asked:
        case Field.GROUP:
            return answer_group(scan, meeting)
        case Field.DAY:
            return _day(scan, meeting)
        case Field.DURATION:
            when = length_said(scan)
            return edits.with_hours(meeting, when, scan.hearing.now) if when is not None else None
        case Field.HEADCOUNT | Field.PEOPLE:
            return _people(scan, meeting) if _tells_facts(scan) else None
        case Field.PLACE:
            return _place(scan, meeting) if _tells_facts(scan) else None
    return None


def _tells_facts(scan: Scan) -> bool:
    """Whether a message has no part that tells something to do, to come or decided."""
    return all(part.role in {Role.FACTS, Role.TOPIC} for part in segments(scan))


def _day(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    when = read_when(scan, [(0, len(scan))], durations=False)
    if when.day is None and when.window is None and not when.day_candidates and not when.impossible:
        return None
    meeting = edits.with_day(meeting, when, scan.hearing.now)
    return edits.with_hours(meeting, when, scan.hearing.now) if when.starts is not None and when.ends is not None else meeting


def _people(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    whole = [(0, len(scan))]
    found = find_headcount(scan, whole)
    skipped = frozenset(range(found.first, found.last)) if found is not None else frozenset()
    if found is None:
        numbers = [n for i in range(len(scan)) if (n := number_value(scan, i)) is not None and i == n[2] - 1]
        words = [w for i, w in enumerate(scan.words) if w.is_word and scan.number_at[i] is None]
        if (
            len(numbers) >= 1
            and not any(p is not None for p in scan.person_at)
            and not any(t is not None for t in scan.thing_at)
            and not any(t is not None for t in scan.time_at)
            and len(words) <= 4
        ):
            return edits.with_headcount(meeting, numbers[-1][0], approximate=numbers[-1][1])
    if any(t is not None for t in scan.time_at) or read_where(scan, whole) is not None:
        return None  # told with its day, its hours or its place: read as a whole
    setting = RollSetting(group_id=meeting.group_id, skipped=skipped, listed=True)
    roll = read_roll(scan, [(_past_opening(scan), len(scan))], setting, listed=True)
    added: list[Presence] = [_chosen(item.presence, meeting) for item in roll.items]
    if (roll.everyone or says_all(scan)) and meeting.group_id is not None:
        added = [*with_members(scan, meeting.group_id, added)]
    if found is None and not added:
        return None
    if found is not None:
        meeting = edits.with_headcount(meeting, found.value, approximate=found.approximate)
    return replace(meeting, people=edits.with_present(meeting.people, added, scan.index), unsure=edits.sure_of(meeting, Field.PEOPLE))


def _past_opening(scan: Scan) -> int:
    """The word after « ah mince j'ai oublié », which names nobody."""
    first = next((i for i, w in enumerate(scan.words) if w.is_number or (w.is_word and w.fold not in _BEFORE_NAMES)), 0)
    while first > 0 and scan.person_at[first - 1] is not None:
        first -= 1
    return first


def _chosen(said: Presence, meeting: MeetingDraft) -> Presence:
    """The answer to « quel Martin ? »: the candidate that fits."""
    for waiting in meeting.people:
        if waiting.undecided and not waiting.candidates_are_structures:
            both = [p for p in (said.candidates or ((said.person_id,) if said.person_id is not None else ())) if p in waiting.candidates]
            if len(both) == 1:
                return replace(said, person_id=both[0], candidates=(), state=waiting.state)
        if waiting.undecided and waiting.candidates_are_structures and said.structure_id in waiting.candidates:
            return replace(said, count=waiting.count, state=waiting.state)
    return said


def _place(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    where = read_where(scan, [(0, len(scan))])
    thing = next((t for t in scan.thing_at if t is not None), None)
    if where is not None and (where.place_id is not None or (where.said is not None and not _may_be_place(scan))):
        return replace(meeting, place_id=where.place_id, place_said=where.said, commune=where.commune)
    if thing is not None and len(thing.places) == 1:
        place = scan.index.places[thing.places[0]]
        return replace(meeting, place_id=place.id, place_said=thing.said, commune=place.commune)
    if not _may_be_place(scan):
        return None
    said = told(scan, 0, len(scan))
    if said.casefold().startswith(("à ", "au ", "chez ", "dans ", "a ")) and not said.casefold().startswith("chez "):
        said = said.split(" ", 1)[1]
    return replace(meeting, place_id=None, place_said=said or None, commune=where.commune if where else None) if said else None


def _may_be_place(scan: Scan) -> bool:
    """Whether words that no directory knows may name a place: neither a time, a number of people, somebody, nor a sentence."""
    words = [i for i in range(len(scan)) if scan.words[i].is_word]
    if not words or len(words) > _LONGEST_PLACE or any(scan.fold(i) in _NO_PLACE for i in words):
        return False
    timed = mentions_in(scan, [(0, len(scan))])
    people = all(scan.person_at[i] is not None or scan.fold(i) in {"et", "avec"} for i in words)
    return not timed and not people and find_headcount(scan, [(0, len(scan))]) is None and not any(g is not None for g in scan.group_at)


def tells_only_ahead(scan: Scan) -> bool:
    """Whether the only day that a message tells is still to come."""
    dated = [m for m in mentions_in(scan, [(0, len(scan))]) if m.days is not None]
    return bool(dated) and all(is_ahead(scan, m) for m in dated)
