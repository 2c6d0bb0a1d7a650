"""How many of one sort gave as long each, told before the length: « bénévoles 4 x 2h sauf un resté 1h »."""

from __future__ import annotations

from bot.understanding.counts import number_value, staff_noun
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention

_TIMES = frozenset({"x", "×", "*"})
_EXCEPT = frozenset({"sauf", "hormis", "excepte", "moins"})
_NEAR = 6  # words between « sauf un » and how long that one stayed


def crew_before(scan: Scan, mention: TimeMention | None, at: int) -> tuple[int, str | None, int | None] | None:
    """How many, what they are called and no structure, where « bénévoles » stands right before « 4 x 2h » at word `at`."""
    if mention is None or mention.count < 2:
        return None
    first, last = scan.span_of(mention)
    noun = at - 1 - (scan.sign(at - 1) == ":")
    named = noun >= 0 and scan.fold(noun).endswith("s") and staff_noun(scan, noun) == noun + 1 and scan.person_at[noun] is None
    if not named or not any(scan.sign(k).casefold() in _TIMES for k in range(first, last)):
        return None
    return mention.count, scan.slice(noun, noun + 1), None


def set_apart(scan: Scan, at: int) -> int | None:
    """How many « sauf un resté » sets apart before the length at word `at`; None if it sets nobody apart."""
    for k in range(at - 1, max(0, at - _NEAR), -1):
        if scan.time_at[k] is not None:
            return None
        if scan.fold(k) in _EXCEPT:
            number = number_value(scan, k + 1)
            return 1 if scan.fold(k + 1) in {"un", "une"} else number[0] if number is not None else None
    return None
