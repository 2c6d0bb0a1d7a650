"""Which hours can hardly be meant: more than a day, more than most days, or an end before the start."""

from __future__ import annotations

from datetime import time

MINUTES_OF_A_DAY = 24 * 60
LONGEST_LIKELY = 16 * 60  # minutes: more in one day is asked about
_EVENING, _LONGEST_NIGHT = time(17), 14 * 60  # a meeting or a round that passes midnight begins in the evening


def hardly_meant(starts: time | None, ends: time | None, minutes: int | None) -> bool:
    """Whether hours can hardly be meant: no time at all, more than 16 hours, or an end before the start that is no night."""
    if minutes is None:
        return False
    over_midnight = starts is not None and ends is not None and ends <= starts
    night = starts is not None and starts >= _EVENING and minutes <= _LONGEST_NIGHT
    return not 0 < minutes <= LONGEST_LIKELY or (over_midnight and not night)


def must_confirm(starts: time | None, ends: time | None, minutes: int | None, *, doubted: bool) -> bool:
    """Whether hours must be asked about: more than a day, or such as can hardly be meant and not said again since (`doubted`)."""
    if minutes is None:
        return False
    return not 0 < minutes <= MINUTES_OF_A_DAY or (doubted and hardly_meant(starts, ends, minutes))
