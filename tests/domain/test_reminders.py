"""When reminders ring: series to the year 2100, days that months lack, and so long before a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.drafts import DayWindow
from bot.domain.notices import local
from bot.domain.recurrence import Recurrence, can_repeat, days_of, first_day
from bot.domain.reminders import Anchor, Asked, Reminder, before_meeting, lacking, turns
from bot.french.public_holidays import holiday, is_day_off

PARIS = "Europe/Paris"
OFF = partial(is_day_off, zone=PARIS)
NOW = datetime(2026, 3, 11, 17, 30, tzinfo=UTC)
MADE = Reminder(id=1, account_id=1, what="réserver la salle", zone=PARIS, touched_at=NOW)
RULES = st.one_of(
    st.builds(Recurrence, every=st.sampled_from(["P1D", "P3D", "P1W", "P2W", "P1M", "P3M", "P1Y"])),
    st.builds(Recurrence, every=st.sampled_from(["P1W", "P2W"]), weekday=st.integers(1, 7)),
    st.builds(Recurrence, every=st.just("P1M"), weekday=st.integers(1, 7), nth=st.sampled_from([1, 2, 3, 4, -1])),
)


def first_days(rule: Recurrence, first: date, count: int) -> list[date]:
    return list(islice(days_of(rule, first=first), count))


class TestDays:
    def test_the_31st_is_the_last_day_of_a_shorter_month(self) -> None:
        days = first_days(Recurrence(every="P1M"), date(2027, 12, 31), 4)
        assert days == [date(2027, 12, 31), date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31)]

    def test_29_february_is_the_28th_in_other_years(self) -> None:
        days = first_days(Recurrence(every="P1Y"), date(2096, 2, 29), 5)
        assert days == [date(2096, 2, 29), *(date(year, 2, 28) for year in range(2097, 2101))]

    def test_the_second_tuesday_and_the_last_friday(self) -> None:
        assert first_days(Recurrence(every="P1M", weekday=2, nth=2), date(2026, 4, 14), 2) == [date(2026, 4, 14), date(2026, 5, 12)]
        assert first_days(Recurrence(every="P1M", weekday=5, nth=-1), date(2026, 3, 27), 2) == [date(2026, 3, 27), date(2026, 4, 24)]

    def test_one_monday_of_two_keeps_its_weeks(self) -> None:
        days = days_of(Recurrence(every="P2W", weekday=1), first=date(2026, 3, 16), after=date(2026, 3, 20))
        assert next(days) == date(2026, 3, 30)

    def test_a_day_of_the_month_wherever_it_begins(self) -> None:
        assert first_days(Recurrence(every="P1M", dom=31), date(2026, 11, 24), 2) == [date(2026, 11, 30), date(2026, 12, 31)]
        assert first_days(Recurrence(every="P1M", dom=-1), date(2027, 2, 1), 2) == [date(2027, 2, 28), date(2027, 3, 31)]
        assert first_days(Recurrence(every="P1Y", dom=8, months=(3,)), date(2026, 11, 24), 1) == [date(2027, 3, 8)]

    def test_so_many_times_and_not_on_days_left_out(self) -> None:
        rule = Recurrence(every="P1W", weekday=1, times=3, without=(DayWindow(first=date(2026, 12, 7), last=date(2026, 12, 14)),))
        assert list(days_of(rule, first=date(2026, 11, 30))) == [date(2026, 11, 30), date(2026, 12, 21), date(2026, 12, 28)]
        assert list(days_of(rule, first=date(2026, 11, 30), after=date(2026, 12, 21))) == [date(2026, 12, 28)]

    def test_every_second_week_begins_with_the_soonest_one(self) -> None:
        tuesday = date(2026, 11, 24)
        assert first_day(Recurrence(every="P2W", weekday=1), since=tuesday) == date(2026, 11, 30)
        assert first_day(Recurrence(every="P3M", weekday=2, nth=1), since=tuesday) == date(2026, 12, 1)
        assert first_day(Recurrence(every="P1M", weekday=4), since=date(2026, 11, 27)) == date(2026, 12, 3)
        assert first_day(Recurrence(every="P1W", weekday=1, until=date(2026, 11, 29)), since=tuesday) is None

    def test_every_day_to_the_year_2100(self) -> None:
        *_, last = days_of(Recurrence(every="P1Y"), first=date(2026, 12, 31))
        assert last == date(2100, 12, 31)

    def test_what_comes_more_often_than_once_a_day_is_no_series(self) -> None:
        assert [can_repeat(Recurrence(every=every)) for every in ("P1D", "P12M", "PT1H", "P0D", "P1W2D", "")] == [True, True, *[False] * 4]

    @given(RULES, st.dates(date(2026, 1, 1), date(2060, 1, 1)), st.integers(0, 30))
    def test_asked_from_any_day_on_it_is_the_same_series(self, rule: Recurrence, first: date, place: int) -> None:
        days = first_days(rule, first, 32)
        assert all(one < two for one, two in pairwise(days))
        assert list(islice(days_of(rule, first=first, after=days[place]), 1)) == [days[place + 1]]


class TestTurns:
    def test_mondays_at_nine_ring_at_nine_across_both_changes(self) -> None:
        mondays = replace(MADE, day=date(2027, 3, 1), at=time(9), recurrence=Recurrence(every="P1W", weekday=1))
        year = list(islice(turns(mondays, off=OFF), 52))
        assert {local(due.due_at, PARIS).time() for due in year} == {time(9)}
        assert {due.due_at.hour for due in year} == {7, 8}
        assert [due.on for due in year if due.on != local(due.due_at, PARIS).date()] == [
            date(2027, 3, 29),
            date(2027, 5, 17),
            date(2027, 11, 1),
        ]

    def test_every_day_rests_when_nobody_works(self) -> None:
        daily = replace(MADE, day=date(2026, 3, 13), at=time(9), recurrence=Recurrence(every="P1D"))  # a Friday
        assert [local(due.due_at, PARIS).day for due in islice(turns(daily, off=OFF), 5)] == [13, 16, 16, 16, 17]

    def test_saturdays_that_were_asked_for_ring_on_saturdays(self) -> None:
        saturdays = replace(MADE, day=date(2026, 3, 14), at=time(10), recurrence=Recurrence(every="P1W", weekday=6))
        assert [local(due.due_at, PARIS).day for due in islice(turns(saturdays, off=OFF), 2)] == [14, 21]

    @given(RULES, st.dates(date(2026, 1, 1), date(2060, 1, 1)), st.times())
    def test_they_come_in_order_and_never_before_they_were_promised(self, rule: Recurrence, first: date, at: time) -> None:
        at = at.replace(second=0, microsecond=0)
        series = list(islice(turns(replace(MADE, day=first, at=at, recurrence=rule), off=OFF), 20))
        assert len({due.on for due in series}) == 20
        assert all(one.due_at <= two.due_at for one, two in pairwise(series))
        assert all(local(due.due_at, PARIS).date() >= due.on for due in series)


class TestBeforeAMeeting:
    COPIL = Anchor(meeting_id=1, day=date(2026, 4, 9), starts=time(14))

    @pytest.mark.parametrize(
        ("before", "expected"),
        [
            (24 * 60, datetime(2026, 4, 8, 9)),
            (3 * 24 * 60, datetime(2026, 4, 3, 9)),  # Easter Monday: the Friday before
            (7 * 24 * 60, datetime(2026, 4, 2, 9)),
            (120, datetime(2026, 4, 9, 12)),
        ],
    )
    def test_whole_days_ring_in_the_morning_of_a_working_day(self, before: int, expected: datetime) -> None:
        due = before_meeting(replace(MADE, before=before), self.COPIL, now=NOW, off=OFF)
        assert local(due.due_at, PARIS) == expected

    def test_what_is_past_rings_soon_but_not_in_the_night(self) -> None:
        evening = datetime(2026, 4, 7, 19, 30, tzinfo=UTC)  # 21:30 in Paris
        due = before_meeting(replace(MADE, before=7 * 24 * 60), self.COPIL, now=evening, off=OFF)
        assert local(due.due_at, PARIS) == datetime(2026, 4, 8, 8)


class TestWhatIsAsked:
    def test_what_then_when_then_nothing(self) -> None:
        assert lacking(replace(MADE, what=""), now=NOW) is Asked.WHAT
        assert lacking(MADE, now=NOW) is Asked.WHEN
        assert lacking(replace(MADE, day=date(2026, 3, 11), at=time(18)), now=NOW) is Asked.WHEN
        assert lacking(replace(MADE, day=date(2026, 3, 12)), now=NOW) is None
        assert lacking(replace(MADE, before=1440), now=NOW) is Asked.GROUP
        assert lacking(replace(MADE, before=1440, group_id=3), now=NOW) is None


class TestHolidays:
    def test_each_territory_has_its_own(self) -> None:
        abolition = date(2027, 12, 20)
        assert (holiday(abolition, PARIS), holiday(abolition, "Indian/Reunion")) == (None, "Abolition de l'esclavage")

    def test_those_of_france(self) -> None:
        days = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
        assert [day.strftime("%d/%m") for day in days if holiday(day, PARIS)] == [
            *("01/01", "29/03", "01/05", "06/05", "08/05", "17/05", "14/07", "15/08", "01/11", "11/11", "25/12"),
        ]
