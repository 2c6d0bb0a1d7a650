"""When something is due on local clocks: summer time, quiet hours, days off, lateness; to the year 2100."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.notices import Due, Fate, due_on, fate, instant, is_late, local
from bot.french.public_holidays import is_day_off

PARIS, REUNION = "Europe/Paris", "Indian/Reunion"
OFF = partial(is_day_off, zone=PARIS)
DAYS = st.dates(date(2026, 1, 1), date(2100, 12, 30))
HOURS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
ZONES = st.sampled_from([PARIS, REUNION, "America/Martinique", "Pacific/Noumea"])


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


class TestTheClocks:
    def test_an_hour_that_spring_skips_comes_as_if_nothing_were_skipped(self) -> None:
        skipped = instant(date(2027, 3, 28), time(2, 30), PARIS)
        assert (skipped, local(skipped, PARIS)) == (at(2027, 3, 28, 1, 30), datetime(2027, 3, 28, 3, 30))

    def test_an_hour_that_autumn_has_twice_comes_once_the_first_time(self) -> None:
        assert instant(date(2027, 10, 31), time(2, 30), PARIS) == at(2027, 10, 31, 0, 30)

    def test_nine_is_nine_before_and_after(self) -> None:
        mornings = [instant(date(2027, 3, day), time(9), PARIS) for day in (22, 29)]
        assert mornings == [at(2027, 3, 22, 8), at(2027, 3, 29, 7)]
        mornings = [instant(date(2027, 10, day), time(9), PARIS) for day in (25,)] + [instant(date(2027, 11, 2), time(9), PARIS)]
        assert mornings == [at(2027, 10, 25, 7), at(2027, 11, 2, 8)]

    def test_in_la_reunion_nine_is_five_in_utc_all_the_year(self) -> None:
        assert {instant(date(2027, month, 2), time(9), REUNION).hour for month in range(1, 13)} == {5}

    @given(DAYS, HOURS, ZONES)
    def test_a_local_hour_comes_back_as_itself_unless_it_is_skipped(self, day: date, hour: time, zone: str) -> None:
        back = local(instant(day, hour, zone), zone)
        gap = back - datetime.combine(day, hour)
        assert gap in (timedelta(0), timedelta(hours=1))
        if gap:
            assert zone == PARIS
            assert (day.month, day.isoweekday(), hour.hour) == (3, 7, 2)


class TestWhatIsPromised:
    def test_on_a_day_off_it_waits_for_the_same_hour_of_the_next_working_day(self) -> None:
        easter_monday = due_on(date(2027, 3, 29), time(9), PARIS, off=OFF, loud=False)
        assert local(easter_monday.due_at, PARIS) == datetime(2027, 3, 30, 9)

    def test_in_the_night_it_waits_for_the_morning(self) -> None:
        friday_night = due_on(date(2027, 4, 2), time(22), PARIS, off=OFF, loud=False)
        assert local(friday_night.due_at, PARIS) == datetime(2027, 4, 5, 8)

    def test_what_was_asked_for_in_the_evening_or_on_a_sunday_is_meant(self) -> None:
        sunday = due_on(date(2027, 4, 4), time(21), PARIS, off=OFF, loud=True)
        assert (local(sunday.due_at, PARIS), sunday.loud) == (datetime(2027, 4, 4, 21), True)

    def test_it_is_worth_ringing_until_the_evening_of_the_next_working_day(self) -> None:
        friday = due_on(date(2027, 4, 2), time(18, 30), PARIS, off=OFF, loud=True)
        assert (local(friday.until, PARIS), friday.loud) == (datetime(2027, 4, 5, 19), False)

    @given(DAYS, HOURS, ZONES)
    def test_nothing_is_promised_in_quiet_hours_unless_it_was_asked_for(self, day: date, hour: time, zone: str) -> None:
        off = partial(is_day_off, zone=zone)
        due = due_on(day, hour, zone, off=off, loud=False)
        here = local(due.due_at, zone)
        assert (off(here.date()), time(8) <= here.time() < time(19), due.loud) == (False, True, False)
        assert due.due_at >= instant(day, hour, zone) < due.until
        assert due.due_at - instant(day, hour, zone) < timedelta(days=6)  # the longest rest: Christmas, a week-end, New Year's eve apart


class TestWhatBecomesOfIt:
    NINE = due_on(date(2027, 4, 1), time(9), PARIS, off=OFF, loud=True)  # a Thursday

    @pytest.mark.parametrize(
        ("later", "expected"),
        [
            (timedelta(0), (Fate.SEND, None)),
            (timedelta(hours=5), (Fate.SEND, None)),
            (timedelta(hours=11), (Fate.WAIT, datetime(2027, 4, 2, 8))),
            (timedelta(hours=30), (Fate.SEND, None)),
            (timedelta(hours=34, minutes=1), (Fate.KEEP, None)),
        ],
    )
    def test_on_time_late_in_the_night_and_too_late(self, later: timedelta, expected: tuple[Fate, datetime | None]) -> None:
        what, again = fate(self.NINE, now=self.NINE.due_at + later, off=OFF)
        assert (what, local(again, PARIS) if what is Fate.WAIT else None) == expected

    def test_an_evening_that_was_asked_for_rings_late_but_not_into_the_night(self) -> None:
        evening = due_on(date(2027, 4, 1), time(21), PARIS, off=OFF, loud=True)
        fates = [fate(evening, now=evening.due_at + timedelta(minutes=late), off=OFF)[0] for late in (0, 60, 61)]
        assert fates == [Fate.SEND, Fate.SEND, Fate.WAIT]

    def test_what_is_said_within_the_minute_is_on_time(self) -> None:
        late = [is_late(self.NINE, self.NINE.due_at + timedelta(seconds=seconds)) for seconds in (0, 60, 61)]
        assert late == [False, False, True]

    @given(DAYS, HOURS, st.booleans(), st.timedeltas(timedelta(0), timedelta(days=12)))
    def test_nothing_rings_in_quiet_hours_that_was_not_asked_for_there(self, day: date, hour: time, loud: bool, late: timedelta) -> None:
        due: Due = due_on(day, hour, PARIS, off=OFF, loud=loud)
        now = due.due_at + late
        what, again = fate(due, now=now, off=OFF)
        here = now.astimezone(ZoneInfo(PARIS)).replace(tzinfo=None)
        quiet = OFF(here.date()) or not time(8) <= here.time() < time(19)
        if what is Fate.SEND and quiet:
            assert due.loud or late <= timedelta(minutes=1)
        if what is Fate.WAIT:
            assert now < again <= due.until
        if now > due.until:
            assert what is Fate.KEEP
