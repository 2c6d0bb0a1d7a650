"""What a message says was not so, « pas le 12 janvier, le 13 »: the part of the card that reads like that is the one to change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.domain.drafts import ActionDraft, Bearer, Field
from bot.understanding import edits
from bot.understanding.card_names import of_the_list
from bot.understanding.changes import Change
from bot.understanding.choosing import choose_people, presence_of
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.pointing import borne_by, by_words, said_words
from bot.understanding.scan import Scan
from bot.understanding.taking_off import emptied, take_off
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turns import NEXT, words_in
from bot.understanding.when import When

_DENIES = PhraseTable({"denies": table("turns")["denies"]["words"]})
_INSTEAD = PhraseTable({"instead": table("turns")["denies"]["instead"]})
_LINKS = words_in("small", "before_name")


@dataclass(frozen=True, slots=True)
class Slot:
    """A day or an hour of the card: how it reads, and the change that puts another one there."""

    value: date | time
    ahead: bool
    put: Callable[[Change, TimeMention], None]


def deny(scan: Scan, change: Change) -> None:
    """Put what is said in the place of what is denied; those words are used up."""
    for cue in _DENIES.all(scan.words):
        i = cue.last
        while (
            i < len(scan) and scan.fold(i) in _LINKS and scan.time_at[i] is None and scan.thing_at[i] is None and scan.person_at[i] is None
        ):
            i += 1
        if i >= len(scan) or cue.first in change.taken or i in change.taken:
            continue
        time_said = scan.time_at[i]
        thing = scan.thing_at[i] or scan.group_at[i]
        if time_said is not None:
            _one_time_for_another(scan, change, time_said, cue.first)
        elif scan.person_at[i] is not None and _INSTEAD.at(scan.words, cue.first) is not None:
            _away_with(scan, change, cue.first, i)
        elif thing is not None and (scan.group_at[i] is not None or (scan.thing_at[i] is not None and scan.thing_at[i].places)):  # type: ignore[union-attr]
            change.take(cue.first, thing.last)
            _not_there(scan, change, i)
        elif scan.number_at[i] is not None:
            change.take(cue.first, i + 1)
    _replaced(scan, change)


def _not_there(scan: Scan, change: Change, i: int) -> None:
    """« pas à la Maison de la santé », and no other place is told: none is known any more."""
    thing = scan.thing_at[i]
    told = any(t is not None and t is not thing and (t.places or t.only_commune) for t in scan.thing_at)
    if thing is not None and change.meeting.place_id in thing.places and not told:
        change.put(emptied(change.meeting, "place"), Field.PLACE)


def deny_bearer(scan: Scan, change: Change) -> None:
    """« ce n'est pas Sophie qui relance la CAF, c'est Karim »: somebody else has that to do."""
    for i in range(1, len(scan) - 2):
        person = scan.person_at[i]
        if person is None or person.first != i or scan.fold(i - 1) != "pas" or scan.fold(person.last) != "qui":
            continue
        other = next((p for k in range(person.last, len(scan)) if (p := scan.person_at[k]) is not None), None)
        last = other.first if other is not None else len(scan)
        hers, _ = borne_by(scan, i, person.last, change.meeting.actions)
        words = said_words(scan, person.last + 1, last)
        meant = [k for k in by_words(words, [a.text for a in change.meeting.actions]) if k in hers]
        if other is None or len(meant) != 1:
            continue
        ids = choose_people(other.ids, scan.index, structures=(), group_id=change.meeting.group_id, author_id=None)
        here = [p.person_id for p in change.meeting.people if p.person_id in other.ids] or list(ids)
        bearer = Bearer(person_id=here[0], said=other.said) if len(here) == 1 else Bearer(said=other.said, candidates=ids)
        actions = tuple(replace(a, bearers=(bearer,)) if k == meant[0] else a for k, a in enumerate(change.meeting.actions))
        change.put(replace(change.meeting, actions=actions), Field.ACTIONS)
        change.take(0, other.last)


def _replaced(scan: Scan, change: Change) -> None:
    """« remplace Karim par Mehdi »: Karim leaves, whoever follows comes."""
    for i in range(len(scan)):
        if scan.fold(i) in {"remplace", "remplacer", "remplaces"}:
            by = next((k for k in range(i + 1, min(len(scan), i + 10)) if scan.fold(k) == "par"), None)
            if by is not None and (scan.person_at[i + 1] is not None or scan.words[i + 1].is_capital):
                take_off(scan, change, i + 1, by)
                change.take(i, by + 1)


def _away_with(scan: Scan, change: Change, cue: int, i: int) -> None:
    """The person named at word i leaves the list."""
    person = scan.person_at[i]
    assert person is not None
    said = of_the_list(scan, i, presence_of(scan, person, (), change.meeting.group_id), change.meeting.people)
    left = edits.without(change.meeting.people, [said], scan.index)
    if left == change.meeting.people:
        change.miss(person.said)
    change.put(replace(change.meeting, people=left), Field.PEOPLE)
    change.take(cue, person.last)


def _one_time_for_another(scan: Scan, change: Change, denied: TimeMention, cue: int) -> None:
    told = _other(scan, denied)
    change.take(cue, scan.span_of(denied)[1])
    if told is None and denied.kind is TimeKind.CLOCK_RANGE and "," in denied.words and denied.ends is not None:
        told = replace(denied, kind=TimeKind.CLOCK, starts=denied.ends, ends=None)  # « pas 14h, 15h »
        denied = replace(denied, kind=TimeKind.CLOCK, ends=None)
    if told is None:
        return
    slot = _slot(scan, change, denied)
    if slot is not None:
        slot.put(change, told)
        change.take(*scan.span_of(told))


def _other(scan: Scan, denied: TimeMention) -> TimeMention | None:
    """The time said instead: the next one, else the one before."""
    times = list(dict.fromkeys(t for t in scan.time_at if t is not None))
    at = times.index(denied)
    others = [*times[at + 1 :], *reversed(times[:at])]
    dated = denied.days is not None
    return next((t for t in others if (t.days is not None) == dated or t.starts is not None), None)


def _slot(scan: Scan, change: Change, denied: TimeMention) -> Slot | None:
    """The day or hour of the card that reads like the one denied: that of the next meeting, if it is named, else this one's first."""
    slots = [s for s in _slots(scan, change) if reads(denied, s.value)]
    aimed = [s for s in slots if s.ahead] if NEXT.first(scan.words) is not None else slots
    return (aimed or slots or [None])[0]  # type: ignore[list-item]


def reads(said: TimeMention, value: date | time) -> bool:
    """Whether a time said fits a day or an hour of the card."""
    if isinstance(value, time):
        return said.days is None and value in {said.starts, said.ends}
    if said.days is None:
        return False
    if any(d is not None and d.single and d.first == value for d in (said.past, said.future, said.days)):
        return True
    if said.bare_weekday:
        return said.weekday == value.isoweekday()
    return day_of_month(said) == value.day


def day_of_month(said: TimeMention) -> int | None:
    """The number of « le 13 », said without its month; None for any other day."""
    past, future = said.past, said.future
    bare = past is not None and future is not None and past.single and said.weekday is None and (future.first - past.first).days < 63
    return past.first.day if bare and past is not None and past.first.day == (future.first.day if future else 0) else None


def near(said: TimeMention, value: date, *, ahead: bool, today: date) -> date | None:
    """The day that is meant instead of `value`: « le 13 » of the same month, « lundi » of the same week, else the nearest on that side."""
    number = day_of_month(said)
    candidate: date | None = None
    if number is not None:
        candidate = _on(value, number)
    elif said.bare_weekday and said.weekday is not None:
        candidate = value + timedelta(days=said.weekday - value.isoweekday())
    if candidate is not None and (candidate > today if ahead else candidate <= today):
        return candidate
    days = said.days_toward("future" if ahead else "past")
    return days.first if days is not None and days.single and (days.first > today) == ahead else None


def _on(value: date, number: int) -> date | None:
    try:
        return value.replace(day=number)
    except ValueError:
        return None


def _slots(scan: Scan, change: Change) -> list[Slot]:
    meeting, today, now = change.meeting, scan.hearing.now.date(), scan.hearing.now
    found: list[Slot] = []

    def put_day(change: Change, told: TimeMention) -> None:
        day = near(told, meeting.day or today, ahead=False, today=today)
        if day is not None:
            change.put(edits.with_day(change.meeting, When(day=day), now), Field.DAY)

    def put_next(change: Change, told: TimeMention) -> None:
        following = change.meeting.next_meeting
        assert following is not None
        day = near(told, following.day or today, ahead=True, today=today)
        moved = replace(
            following, day=day or following.day, day_window=None, starts=told.starts or following.starts, ends=told.ends or following.ends
        )
        change.put_next(moved)

    def put_start(change: Change, told: TimeMention) -> None:
        if told.starts is not None:
            change.put(edits.with_start(change.meeting, told.starts, now), Field.DURATION)

    def put_end(change: Change, told: TimeMention) -> None:
        clock = told.starts or told.ends
        if clock is not None:
            change.put(edits.with_hours(change.meeting, When(ends=clock), now), Field.DURATION)

    if meeting.day is not None:
        found.append(Slot(meeting.day, False, put_day))
    if meeting.starts is not None:
        found.append(Slot(meeting.starts, False, put_start))
    if meeting.ends is not None:
        found.append(Slot(meeting.ends, False, put_end))
    following = meeting.next_meeting
    if following is not None:
        found += [Slot(value, True, put_next) for value in (following.day, following.starts) if value is not None]
    found += [Slot(a.due, True, _due_put(k, a, today)) for k, a in enumerate(meeting.actions) if a.due is not None]
    return found


def _due_put(k: int, action: ActionDraft, today: date) -> Callable[[Change, TimeMention], None]:
    def put(change: Change, told: TimeMention) -> None:
        day = near(told, action.due or today, ahead=True, today=today)
        if day is not None:
            actions = tuple(
                replace(a, due=day, due_window=None, due_said=told.words) if n == k else a for n, a in enumerate(change.meeting.actions)
            )
            change.put(replace(change.meeting, actions=actions), Field.ACTIONS)

    return put
