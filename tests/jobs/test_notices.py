"""Months of simulated days: each thing due arrives exactly once or is kept for the digest, and nobody is disturbed."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.meetings import Meeting, MeetingState
from bot.domain.recurrence import Recurrence
from bot.french.public_holidays import is_day_off
from bot.ports import DeliveryProblem, Mark, Step
from storage.engine import open_store
from storage.unit_of_work import SqlStore
from tests.databases import sqlite_copy
from tests.jobs.bells import FIRST_CHAT, Chat, Hands, clocks, keep, looks, people, reminder_of, runner
from tests.storage.test_territories import planned_meeting

START = datetime(2027, 2, 15, 8, 30, tzinfo=UTC)  # a Monday, 9:30 in Alès; summer comes on 28 March
OFF = partial(is_day_off, zone="Europe/Paris")


def rows(store: SqlStore) -> Counter[str]:
    """What became of the reminders; the point of the week of who coordinates is told in test_questions.py."""
    with store.engines.read() as connection:
        return Counter(row[0] for row in connection.execute(sa.text("SELECT state FROM notices WHERE kind <> 'week'")))


def run(*work: object) -> None:
    async def all_of_it() -> None:
        for one in work:
            await one  # type: ignore[misc]

    asyncio.run(all_of_it())


def falls_on(rule: Recurrence, day: date, first: date) -> bool:
    """Whether a series that began on `first` comes on that day, counted without any library."""
    match rule:
        case Recurrence(every="P1D"):
            return True
        case Recurrence(every="P1W", weekday=int(weekday)):
            return day.isoweekday() == weekday
        case Recurrence(every="P2W", weekday=int(weekday)):
            weeks = (day.toordinal() - day.weekday() - first.toordinal() + first.weekday()) // 7
            return day.isoweekday() == weekday and weeks % 2 == 0
        case Recurrence(every="P1M", nth=2):
            return day.isoweekday() == 2 and 8 <= day.day <= 14
        case Recurrence(every="P1M"):
            last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            return day.day == min(first.day, last.day)
    raise AssertionError(rule)


RULES = st.sampled_from(
    [
        Recurrence(every="P1D"),
        Recurrence(every="P1W", weekday=1),
        Recurrence(every="P2W", weekday=4),
        Recurrence(every="P1W", weekday=7),
        Recurrence(every="P1M"),
        Recurrence(every="P1M", weekday=2, nth=2),
    ]
)
ONCE = st.tuples(st.integers(1, 90), st.times())
SERIES = st.tuples(st.integers(0, 20), st.times(), RULES)
JUMPS = st.lists(
    st.one_of(st.integers(1, 90), st.integers(60, 26 * 60), st.integers(24 * 60, 9 * 24 * 60)), min_size=20, max_size=60
)  # minutes: the bot looks, sleeps a night, is away for days


class TestMonths:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(ONCE, max_size=4), st.lists(SERIES, max_size=3), JUMPS)
    def test_each_thing_due_once_and_none_in_quiet_hours(
        self, once: list[tuple[int, time]], series: list[tuple[int, time, Recurrence]], jumps: list[int]
    ) -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(sqlite_copy(Path(folder) / "months.sqlite3"))
            try:
                self._live(store, once, series, jumps)
            finally:
                store.close()

    def _live(self, store: SqlStore, once: list[tuple[int, time]], series: list[tuple[int, time, Recurrence]], jumps: list[int]) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START)[1]
        today = clocks(START).date()
        promised: dict[int, tuple[date, Recurrence]] = {}
        for away, at in once:
            at = at.replace(second=0, microsecond=0)
            keep(store, marc, reminder_of(marc, "une fois", now=START, day=today + timedelta(days=away), at=at), now=START)
        for away, at, rule in series:
            at = at.replace(second=0, microsecond=0)
            first = today + timedelta(days=away)
            made = reminder_of(marc, "série", now=START, day=first, at=at, recurrence=rule)
            promised[keep(store, marc, made, now=START)] = (first, rule)
        job = runner(store, clock, chat)
        for jump in jumps:
            clock.moment += timedelta(minutes=jump)
            run(job.deliver_due())
        said = [notice for _, _, notices in chat.arrived for notice in notices]
        assert [count for count in Counter(notice.id for notice in said).values() if count > 1] == []
        turns = Counter((notice.reminder_id, notice.turn, notice.snoozes) for notice in said)
        assert set(turns.values()) <= {1}
        states = rows(store)
        assert set(states) <= {"queued", "sent", "missed"}
        assert states["sent"] == len(said)
        self._nothing_was_forgotten(store, promised, until=clocks(clock.moment).date() - timedelta(days=6), since=today)
        with store.engines.read() as connection:
            overdue = connection.execute(sa.text("SELECT due_at, until FROM notices WHERE state = 'queued'")).all()
        assert [row for row in overdue if datetime.fromisoformat(row.until).replace(tzinfo=UTC) < clock.moment] == []
        for moment, _, notices in chat.arrived:
            here = clocks(moment)
            quiet = OFF(here.date()) or not time(8) <= here.time() < time(19)
            unasked = [notice for notice in notices if not notice.due.loud and moment - notice.due.due_at > timedelta(minutes=1)]
            assert not (quiet and unasked), here
            assert all(notice.due.due_at <= moment <= notice.due.until for notice in notices)

    def _nothing_was_forgotten(self, store: SqlStore, promised: dict[int, tuple[date, Recurrence]], *, until: date, since: date) -> None:
        """Each day of each series, counted by hand, was said or kept for the digest; the last days may still wait for a working day."""
        with store.engines.read() as connection:
            kept = connection.execute(sa.text("SELECT reminder_id, turn FROM notices WHERE state IN ('sent', 'missed')")).all()
        for reminder, (first, rule) in promised.items():
            days = [first + timedelta(days=n) for n in range((until - first).days)]
            expected = {day for day in days if falls_on(rule, day, first) and day > since}
            assert expected <= {date.fromordinal(row.turn) for row in kept if row.reminder_id == reminder}

    def test_every_monday_for_a_year_looked_at_each_half_hour_of_the_day(self, store: SqlStore) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START)[1]
        mondays = reminder_of(marc, "point", now=START, day=date(2027, 2, 22), at=time(9), recurrence=Recurrence(every="P1W", weekday=1))
        keep(store, marc, mondays, now=START)
        job = runner(store, clock, chat)
        for _ in looks(clock, START + timedelta(days=365)):
            run(job.deliver_due())
        heard = [clocks(moment) for moment, _, _ in chat.arrived]
        assert {moment.time() for moment in heard} == {time(9)}
        assert len(heard) == 52
        assert [moment.date().isoformat() for moment in heard if moment.isoweekday() != 1] == ["2027-03-30", "2027-05-18", "2027-11-02"]

    def test_a_whole_day_in_la_reunion(self, store: SqlStore) -> None:
        clock = Hands(datetime(2027, 3, 27, 20, tzinfo=UTC))
        chat = Chat(clock)
        zone = "Indian/Reunion"
        marc = people(store, 2, now=clock.now(), zone=zone)[1]
        keep(store, marc, reminder_of(marc, "café", now=clock.now(), zone=zone, day=date(2027, 3, 30), at=time(9)), now=clock.now())
        job = runner(store, clock, chat)
        while clock.moment < datetime(2027, 4, 1, tzinfo=UTC):
            clock.moment += timedelta(minutes=15)
            run(job.deliver_due())
        assert [moment for moment, _, _ in chat.arrived] == [datetime(2027, 3, 30, 5, tzinfo=UTC)]


class TestTheNightOfTheChange:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2027, 3, 28), [datetime(2027, 3, 28, 3, 30)]), (date(2027, 10, 31), [datetime(2027, 10, 31, 2, 30)])],
    )
    def test_half_past_two_rings_once(self, store: SqlStore, day: date, expected: list[datetime]) -> None:
        clock = Hands(datetime.combine(day, time(0), UTC) - timedelta(hours=3))
        chat = Chat(clock)
        marc = people(store, 2, now=clock.now())[1]
        keep(store, marc, reminder_of(marc, "veille", now=clock.now(), day=day, at=time(2, 30)), now=clock.now())
        job = runner(store, clock, chat)
        for _ in range(30):
            clock.moment += timedelta(minutes=15)
            run(job.deliver_due())
        assert [clocks(moment) for moment, _, _ in chat.arrived] == expected


class TestDelivery:
    def test_two_who_send_on_one_database_never_say_it_twice(self, store: SqlStore) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        for account in people(store, 30, now=START):
            keep(store, account, reminder_of(account, "oui", now=START, day=clocks(START).date(), at=time(10)), now=START)
        clock.moment += timedelta(hours=1)

        async def both() -> None:
            await asyncio.gather(*(runner(store, clock, chat).deliver_due() for _ in range(2)))

        asyncio.run(both())
        assert Counter(chat_id for _, chat_id, _ in chat.arrived) == Counter(range(FIRST_CHAT, FIRST_CHAT + 30))

    def test_a_database_that_stumbles_loses_nothing(self, store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START)[1]
        keep(store, marc, reminder_of(marc, "oui", now=START, day=clocks(START).date(), at=time(10)), now=START)
        clock.moment += timedelta(hours=1)
        job = runner(store, clock, chat)
        desk = store.notices

        class Stumbling:
            claim, recover, to_plan = desk.claim, desk.recover, desk.to_plan

            def mark(self, *_: object, **__: object) -> tuple[bool, ...]:
                raise sa.exc.OperationalError("disk", None, Exception("full"))

        job._marks._desk = Stumbling()  # type: ignore[assignment]
        run(job.deliver_due())
        assert (chat.arrived, rows(store)) == ([], Counter(claimed=1))
        job._marks._desk = desk
        run(job.deliver_due())
        assert (len(chat.arrived), rows(store)) == (1, Counter(sent=1))

    def test_an_end_that_could_not_be_written_is_told_as_uncertain(self, store: SqlStore) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START)[1]
        keep(store, marc, reminder_of(marc, "oui", now=START, day=clocks(START).date(), at=time(10)), now=START)
        clock.moment += timedelta(hours=1)
        job = runner(store, clock, chat)
        desk = store.notices

        class StumblingAtTheEnd:
            def mark(self, marks: Sequence[Mark], *, now: datetime) -> tuple[bool, ...]:
                if any(mark.step is Step.SENT for mark in marks):
                    raise sa.exc.OperationalError("disk", None, Exception("full"))
                return desk.mark(marks, now=now)

        job._marks._desk = StumblingAtTheEnd()  # type: ignore[assignment]
        run(job.deliver_due())
        assert (len(chat.arrived), rows(store)) == (1, Counter(sending=1))
        job._marks._desk = desk
        run(job.deliver_due())
        assert (len(chat.arrived), rows(store)) == (1, Counter(uncertain=1))

    def test_what_was_withdrawn_after_it_was_claimed_does_not_leave(self, store: SqlStore) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START)[1]
        made = keep(store, marc, reminder_of(marc, "non", now=START, day=clocks(START).date(), at=time(10)), now=START)
        clock.moment += timedelta(hours=1)
        claimed = store.notices.claim(now=clock.now())
        with store.work(marc.territory_id) as work:
            work.notices.withdraw(made, now=clock.now())
        job = runner(store, clock, chat)
        run(job._send(claimed))
        assert (chat.arrived, rows(store)) == ([], Counter(cancelled=1))

    def test_a_slow_answer_after_it_arrived_is_told_as_uncertain(self, store: SqlStore) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START)[1]
        keep(store, marc, reminder_of(marc, "oui", now=START, day=clocks(START).date(), at=time(10)), now=START)

        def lost() -> None:
            raise DeliveryProblem("TimedOut", certain=False)

        chat.refuse_after = lost
        clock.moment += timedelta(hours=1)
        job = runner(store, clock, chat)
        for _ in range(3):
            run(job.deliver_due())
            clock.moment += timedelta(hours=1)
        assert (len(chat.arrived), rows(store), len(chat.words)) == (1, Counter(uncertain=1), 2)

    def test_the_note_about_it_is_tried_eight_times_and_then_no_more(self, store: SqlStore) -> None:
        clock = Hands(START)
        tries: list[datetime] = []

        def lost() -> None:
            raise DeliveryProblem("TimedOut", certain=False)

        class NoNotes(Chat):
            async def send_text(self, chat_id: int, *, text: str) -> int:
                tries.append(clock.now())
                raise DeliveryProblem("TimedOut", certain=False)

        chat = NoNotes(clock, refuse=lost)
        marc = people(store, 2, now=START)[1]
        keep(store, marc, reminder_of(marc, "oui", now=START, day=clocks(START).date(), at=time(10)), now=START)
        job = runner(store, clock, chat)
        for _ in range(600):
            clock.moment += timedelta(minutes=1)
            run(job.deliver_due())
        assert (len(tries), tries[-1] - tries[0] < timedelta(minutes=30)) == (8, True)

    def test_what_nobody_answers_is_tried_eight_times_and_then_no_more(self, store: SqlStore) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        tries: list[datetime] = []
        marc = people(store, 2, now=START)[1]
        keep(store, marc, reminder_of(marc, "oui", now=START, day=clocks(START).date(), at=time(10)), now=START)

        def away() -> None:
            tries.append(clock.now())
            raise DeliveryProblem("no connection", after=5.0)

        chat.refuse = away
        job = runner(store, clock, chat)
        for _ in range(600):
            clock.moment += timedelta(minutes=1)
            run(job.deliver_due())
        assert (len(tries), rows(store)) == (8, Counter(failed=1))

    def test_a_meeting_that_goes_away_takes_its_reminder_along_until_the_next(self, store: SqlStore) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START)[1]
        with store.work(marc.territory_id) as work:
            from bot.domain.groups import GroupKind

            group = work.directory.add_group(name="Copil", kind=GroupKind.COPIL, code="C", member_id=marc.person_id)
            first = work.meetings.add(planned_meeting(group_id=group.id, entry_id=None, day=date(2027, 2, 25)))
        before = reminder_of(marc, "salle", now=START, day=clocks(START).date(), before=3 * 24 * 60, group_id=group.id)
        keep(store, marc, before, now=START)
        job = runner(store, clock, chat)
        run(job.deliver_due())
        with store.work(marc.territory_id) as work:
            held = Meeting(id=0, state=MeetingState.HELD, group_id=group.id, day=date(2027, 2, 14))
            work.meetings.became(first.id, work.meetings.add(held).id)
        run(job.deliver_due())
        assert rows(store) == Counter(cancelled=1)
        with store.work(marc.territory_id) as work:
            work.meetings.add(planned_meeting(group_id=group.id, entry_id=None, day=date(2027, 3, 4)))
        for _ in range(24 * 30):
            clock.moment += timedelta(hours=1)
            run(job.deliver_due())
        assert [(clocks(moment).isoformat(), notices[0].meeting_day) for moment, _, notices in chat.arrived] == [
            ("2027-03-01T09:30:00", date(2027, 3, 4))
        ]
