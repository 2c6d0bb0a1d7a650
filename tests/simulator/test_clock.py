"""How time passes in the simulated world."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.simulator import SimulatedClock


def test_a_frozen_clock_moves_only_when_told() -> None:
    clock = SimulatedClock(frozen_at=datetime(2026, 2, 13, 8, 5, tzinfo=UTC))
    assert clock.now() == clock.now()
    heard: list[datetime] = []
    clock.on_jump(heard.append)
    clock.advance(timedelta(hours=1))
    assert clock.local().isoformat() == "2026-02-13T10:05:00+01:00"
    assert heard == [datetime(2026, 2, 13, 9, 5, tzinfo=UTC)]


def test_a_running_clock_runs_and_jumps() -> None:
    clock = SimulatedClock()
    before = clock.timestamp()
    clock.advance(timedelta(days=1))
    assert 86_400 <= clock.timestamp() - before < 86_401
    assert abs(clock.timestamp() - 86_400 - time.time()) < 1


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2026-02-13T08:00:00+00:00", "2026-02-16T08:00:00+01:00"),
        ("2026-02-16T06:59:00+00:00", "2026-02-16T08:00:00+01:00"),
        ("2026-02-16T07:00:00+00:00", "2026-02-23T08:00:00+01:00"),
        ("2026-03-27T12:00:00+00:00", "2026-03-30T08:00:00+02:00"),
    ],
)
def test_monday_morning(now: str, monday: str) -> None:
    clock = SimulatedClock(frozen_at=datetime.fromisoformat(now))
    assert clock.next_monday_morning().isoformat() == monday


def test_time_does_not_go_back() -> None:
    clock = SimulatedClock(frozen_at=datetime(2026, 2, 13, tzinfo=UTC))
    with pytest.raises(ValueError, match="time does not go back"):
        clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="must be an aware datetime"):
        SimulatedClock(frozen_at=datetime(2026, 2, 13))
