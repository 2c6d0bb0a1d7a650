"""Months of simulated days: each planned meeting is asked about once and chased twice at most, each week is told once, a leave is kept."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.actions.leaves import keep_leave
from bot.actions.rhythms import set_rhythm
from bot.domain.groups import GroupKind
from bot.domain.leads import DAY
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.notices import Fate, NoticeKind, due_on, fate
from bot.domain.peace_requests import SetRhythm
from bot.domain.permissions import Role
from bot.domain.rhythms import Leave, next_week_point
from bot.domain.territory import Account
from storage.engine import open_store
from storage.unit_of_work import SqlStore
from tests.databases import sqlite_copy
from tests.jobs.bells import ZONE, Chat, Hands, clocks, looks, people, runner
from tests.jobs.test_notices import JUMPS, OFF, START, run

MEETINGS = st.lists(st.tuples(st.integers(1, 80), st.times(), st.integers(30, 240)), min_size=1, max_size=6)
LEAVES = st.none() | st.tuples(st.integers(0, 60), st.integers(0, 20))


def group_of(store: SqlStore, pilot: Account) -> int:
    """A group that she pilots."""
    with store.work(pilot.territory_id) as work:
        made = work.directory.add_group(name="GT Diabète", kind=GroupKind.GT, code="GTD", member_id=pilot.person_id)
    with store.engines.write() as connection:
        connection.execute(sa.text("UPDATE members SET pilot = true WHERE group_id = :group"), {"group": made.id})
    return made.id


def plan(store: SqlStore, pilot: Account, group_id: int, day: date, starts: time, length: int) -> int:
    """A meeting of that group."""
    ends = (datetime.combine(day, starts) + timedelta(minutes=length)).time()
    planned = Meeting(id=0, state=MeetingState.PLANNED, group_id=group_id, day=day, starts=starts, ends=ends, author_present=False)
    with store.work(pilot.territory_id) as work:
        return work.meetings.add(planned).id


def goes_on_leave(store: SqlStore, who: Account, first: date, last: date) -> None:
    """It is kept at once."""
    with store.work(who.territory_id) as work:
        made = work.leaves.add(Leave(id=0, account_id=who.id, first=first, last=last, touched_at=START))
        keep_leave(work, who, made.id, now=START)


class TestMonths:
    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(MEETINGS, LEAVES, JUMPS)
    @example([(1, time(0), 30)], (0, 0), [67, 84, 1492, 833])  # a leave, behind which the meeting has begun
    def test_each_question_once_and_none_in_peace(
        self, meetings: list[tuple[int, time, int]], leave: tuple[int, int] | None, jumps: list[int]
    ) -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(sqlite_copy(Path(folder) / "months.sqlite3"))
            try:
                self._live(store, meetings, leave, jumps)
            finally:
                store.close()

    def _live(self, store: SqlStore, meetings: list[tuple[int, time, int]], leave: tuple[int, int] | None, jumps: list[int]) -> None:
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START, others=Role.PILOT)[1]
        today = clocks(START).date()
        group_id = group_of(store, marc)
        planned = {
            plan(store, marc, group_id, today + timedelta(days=away), at.replace(second=0, microsecond=0), length): away
            for away, at, length in meetings
        }
        with store.work(marc.territory_id) as work:
            for lead in (7 * DAY, DAY, 120):
                work.leads.add(group_id, lead)
        away = (today + timedelta(days=leave[0]), today + timedelta(days=leave[0] + leave[1])) if leave is not None else None
        if away is not None:
            goes_on_leave(store, marc, *away)
        job = runner(store, clock, chat)
        for jump in jumps:
            clock.moment += timedelta(minutes=jump)
            run(job.deliver_due())
        said = [(clocks(moment), notice) for moment, _, notices in chat.arrived for notice in notices]
        told = Counter((notice.meeting_id, notice.kind, notice.snoozes) for _, notice in said if notice.meeting_id)
        assert set(told.values()) <= {1}
        assert {kind for _, kind, _ in told} <= {NoticeKind.AHEAD, NoticeKind.PROMPT, NoticeKind.CHASE, NoticeKind.LAST_CHASE}
        for here, notice in said:
            if notice.kind is NoticeKind.AHEAD:
                assert notice.meeting_day is not None
                assert here <= datetime.combine(notice.meeting_day, notice.meeting_starts or time.max), here
        for here, _ in said:
            assert time(8) <= here.time() < time(19), here
            assert not OFF(here.date()), here
            assert away is None or not away[0] <= here.date() <= away[1], here
        weeks = Counter(clocks(moment).date().isocalendar()[:2] for moment, chat_id in chat.weeks if chat_id == marc.chat_id)
        assert set(weeks.values()) <= {1}
        assert away is None or not any(away[0] <= clocks(m).date() <= away[1] for m, chat_id in chat.weeks if chat_id == marc.chat_id)
        self._nothing_was_forgotten(store, planned, until=clocks(clock.moment).date(), today=today)

    def _nothing_was_forgotten(self, store: SqlStore, planned: dict[int, int], *, until: date, today: date) -> None:
        """A meeting whose two weeks of questions are over was asked about, or what was missed is known to have been."""
        with store.engines.read() as connection:
            rows = connection.execute(sa.text("SELECT meeting_id, kind, state FROM notices WHERE meeting_id IS NOT NULL")).all()
        asked = {(row.meeting_id, row.kind) for row in rows}
        since = (until - today).days
        late = {meeting for meeting, days in planned.items() if days + 1 < since <= days + 13}
        assert {meeting for meeting in late if (meeting, "prompt") not in asked} == set()
        assert {row.state for row in rows} <= {"queued", "sent", "missed", "cancelled"}


def weekly_until(store: SqlStore, pilot: Account, weeks: int) -> None:
    """A meeting each Wednesday, so that each point of the week has something to say."""
    group_id = group_of(store, pilot)
    for week in range(weeks):
        plan(store, pilot, group_id, date(2027, 2, 17) + timedelta(days=7 * week), time(10), 60)


class TestOutages:
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.integers(20, 20 * 24 * 60), min_size=8, max_size=25))
    @example([30, 19 * 24 * 60])
    def test_each_point_of_the_week_that_is_not_too_late_comes_once(self, jumps: list[int]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(sqlite_copy(Path(folder) / "weeks.sqlite3"))
            try:
                self._live(store, jumps)
            finally:
                store.close()

    def _live(self, store: SqlStore, jumps: list[int]) -> None:
        clock, looked = Hands(START), [START]
        chat = Chat(clock)
        marc = people(store, 2, now=START, others=Role.PILOT)[1]
        weekly_until(store, marc, 40)
        job = runner(store, clock, chat)
        run(job.deliver_due())
        for jump in jumps:
            clock.moment += timedelta(minutes=jump)
            looked.append(clock.moment)
            run(job.deliver_due())
        expected, here = [], clocks(START)
        while True:
            _, here = next_week_point((1, time(8, 30)), after=here, off=OFF)
            due = due_on(here.date(), here.time(), ZONE, off=OFF, loud=True)
            if due.due_at > clock.moment:
                break
            expected += [m for m in looked if m >= due.due_at and fate(due, now=m, off=OFF)[0] is Fate.SEND][:1]
        assert [moment for moment, chat_id in chat.weeks if chat_id == marc.chat_id] == expected

    def test_back_from_a_leave_on_a_saturday_and_looked_at_late_on_monday(self, store: SqlStore) -> None:
        """Her week-ends are days like others: what waited was due on Saturday, when nothing ran; Monday's own comes all the same."""
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START, others=Role.PILOT)[1]
        weekly_until(store, marc, 9)
        with store.work(marc.territory_id) as work:
            set_rhythm(work, marc, SetRhythm(quiet_to=time(9), week_ends=True), now=START)
        goes_on_leave(store, marc, date(2027, 2, 22), date(2027, 2, 26))
        for day, hour, minute in ((26, 15, 5), (29, 8, 3), (29, 8, 33), (43, 8, 3)):
            clock.moment = datetime(2027, 2, 1, hour, minute, tzinfo=UTC) + timedelta(days=day - 1)
            run(runner(store, clock, chat).deliver_due())
        assert [text.splitlines()[1] for chat_id, text in chat.words if chat_id == marc.chat_id and "Votre semaine" in text] == [
            "(prévu à 9\xa0h)",
            "(prévu à 9\xa0h)",
        ]

    def test_what_was_asked_too_late_stands_in_the_next_point_of_the_week(self, store: SqlStore) -> None:
        """Three weeks without anything running: no question is still worth asking, all of them are told on Monday."""
        clock = Hands(START)
        chat = Chat(clock)
        marc = people(store, 2, now=START, others=Role.PILOT)[1]
        weekly_until(store, marc, 2)
        run(runner(store, clock, chat).deliver_due())
        clock.moment = datetime(2027, 3, 8, 7, 33, tzinfo=UTC)
        run(runner(store, clock, chat).deliver_due())
        assert [text for chat_id, text in chat.words if chat_id == marc.chat_id] == [
            "📊 <b>Votre semaine</b> – du 1er au 7\xa0mars\xa02027\n(prévu à 8\xa0h\xa030)\n📝 <b>2\xa0réunions</b> à raconter"
        ]


def test_a_year_of_mondays(store: SqlStore) -> None:
    """Looked at all day and twice a night: one point of the week a week, at her hour, the day before where Monday is a public holiday."""
    clock = Hands(START)
    chat = Chat(clock)
    marc = people(store, 2, now=START, others=Role.PILOT)[1]
    weekly_until(store, marc, 60)
    job = runner(store, clock, chat)
    for _ in looks(clock, START + timedelta(days=365)):
        run(job.deliver_due())
    heard = [clocks(moment) for moment, chat_id in chat.weeks if chat_id == marc.chat_id]
    assert {moment.time() for moment in heard} == {time(8, 30)}
    assert [moment.date().isoformat() for moment in heard if moment.isoweekday() != 1] == ["2027-03-30", "2027-05-18", "2027-11-02"]
    assert len(heard) == 52
    kinds = Counter(notice.kind for _, _, notices in chat.arrived for notice in notices)
    assert kinds[NoticeKind.PROMPT] == 52


def test_after_a_stop_what_ripened_meanwhile_is_told_until_the_meeting(store: SqlStore) -> None:
    """Stopped from Tuesday evening to Wednesday noon: the day before is told late; stopped until it has begun, nothing is."""
    clock = Hands(datetime(2027, 2, 16, 17, 0, tzinfo=UTC))
    chat = Chat(clock)
    marc = people(store, 2, now=START, others=Role.PILOT)[1]
    group_id = group_of(store, marc)
    plan(store, marc, group_id, date(2027, 2, 18), time(10), 60)
    with store.work(marc.territory_id) as work:
        work.leads.add(group_id, DAY)
        work.leads.add(group_id, 120)
    run(runner(store, clock, chat).deliver_due())
    clock.moment = datetime(2027, 2, 17, 11, 0, tzinfo=UTC)
    run(runner(store, clock, chat).deliver_due())
    assert [text for _, text in chat.words] == ["🗓 <b>GT Diabète</b> : demain, jeudi 18\xa0février, de 10\xa0h à 11\xa0h\n(prévu à 9\xa0h)"]
    clock.moment = datetime(2027, 2, 18, 9, 1, tzinfo=UTC)
    run(runner(store, clock, chat).deliver_due())
    assert len(chat.words) == 1


def test_two_processes_plan_the_same_question_once(store: SqlStore) -> None:
    clock = Hands(datetime(2027, 2, 17, 9, 0, tzinfo=UTC))
    chat = Chat(clock)
    marc = people(store, 2, now=START, others=Role.PILOT)[1]
    plan(store, marc, group_of(store, marc), date(2027, 2, 17), time(9), 30)
    run(runner(store, clock, chat).deliver_due(), runner(store, clock, chat).deliver_due())
    assert [len(notices) for _, _, notices in chat.arrived] == [1]
