"""Whether a day is that of something told of, not of the meeting: « Octobre rose : lancement le 2, village prévention le 10 »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention

_NO_EVENT = words_of("cues", "no_events")
_LONGEST = 40  # words from a colon to the day of what it heads
_NAME = 6  # words of what is given a day


def of_an_event(scan: Scan, mention: TimeMention) -> bool:
    """Whether a noun behind a colon, in a sentence that tells no hours, is given that day; the facts were told before it."""
    i = scan.span_of(mention)[0]
    if mention.starts is not None or not _names_an_event(scan, i):
        return False
    colon = _colon_before(scan, i)
    return colon is not None and any(t is not None and t.starts is not None for t in scan.time_at[:colon])


def _names_an_event(scan: Scan, i: int) -> bool:
    """Whether « lancement », « village prévention » stands right before « le 2 » at word i, behind a comma or a colon."""
    last = i - (scan.fold(i - 1) in {"le", "du", "jusqu", "au"})
    k = last - 1
    while k > max(-1, last - _NAME) and scan.words[k].is_word and not _told(scan, k):
        if scan.folds[k] in _NO_EVENT:
            return False
        k -= 1
    return 0 <= k < last - 1 and scan.sign(k) in {",", ":", ";"}


def _told(scan: Scan, k: int) -> bool:
    return any(at[k] is not None for at in (scan.time_at, scan.group_at, scan.person_at))


def _colon_before(scan: Scan, i: int) -> int | None:
    """The colon that heads the words before word i in their sentence, where no hours stand between."""
    for k in range(i - 1, max(-1, i - _LONGEST), -1):
        time = scan.time_at[k]
        if scan.sign(k) in {".", "\n", "!", "?"} or (time is not None and time.starts is not None):
            return None
        if scan.sign(k) == ":":
            return k
    return None
