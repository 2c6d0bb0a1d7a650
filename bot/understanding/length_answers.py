"""How long something lasted, said alone where a length is asked for: « 2h », « 14-16 », « de 14 à 16 », « 90 »."""

from __future__ import annotations

from datetime import time

from bot.understanding.counts import everyone_noun, number_value, staff_noun
from bot.understanding.scan import Scan
from bot.understanding.when import When, read_when

_BETWEEN = frozenset({"-", "–", "—", "/", "a", "→", ">", "et"})
_SMALL = frozenset({"de", "entre", "du", "non", "c", "etait", "est", "plutot", "les", "horaires", "heures", "h", "environ", "vers"})
_LONGEST_IN_HOURS = 8  # « 2 » is two hours, « 14 » may be an hour of the day: it is asked again
_SHORTEST_IN_MINUTES = 15


def length_said(scan: Scan) -> When | None:
    """The hours or the length that an answer tells; alone, « 2h » is a length."""
    when = read_when(scan, [(0, len(scan))])
    if when.minutes is not None or (when.starts is not None and when.ends is not None):
        return when
    lone = when.starts
    if lone is not None and scan.fold(0) not in {"a", "vers", "fini", "debut", "des"} and lone.hour < 8:
        return When(minutes=lone.hour * 60 + lone.minute)
    if lone is not None or when.ends is not None:
        return when
    return _bare_numbers(scan)


def _bare_numbers(scan: Scan) -> When | None:
    """« 14-16 », « 9 12 »: two hours of the day; « 2 »: hours; « 90 »: minutes."""
    numbers = [
        (i, n) for i in range(len(scan)) if (n := number_value(scan, i)) is not None and scan.number_at[i - 1] is not scan.number_at[i]
    ]
    if not numbers or any(everyone_noun(scan, n[2]) or staff_noun(scan, n[2]) for _, n in numbers):
        return None
    others = [i for i in range(len(scan)) if scan.number_at[i] is None and scan.words[i].is_word and scan.fold(i) not in _BETWEEN | _SMALL]
    values = [n[0] for _, n in numbers]
    if len(values) == 2 and not others and all(0 <= v <= 24 for v in values) and values[0] != values[1]:
        return When(starts=time(values[0] % 24), ends=time(values[1] % 24))
    minutes = any(scan.fold(i) in {"min", "mn", "minutes", "minute"} for i in others)
    if len(values) != 1 or (others and not minutes) or values[0] <= 0 or numbers[0][1][1]:
        return None
    if minutes or (_SHORTEST_IN_MINUTES <= values[0] <= 600 and not values[0] % 5):
        return When(minutes=values[0])
    return When(minutes=values[0] * 60) if values[0] <= _LONGEST_IN_HOURS else None
