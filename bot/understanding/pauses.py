"""How long the pauses were that a day or a meeting told by its hours had: « de 8h30 à 17h avec une heure de pause »."""

from __future__ import annotations

from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention

_PAUSE = frozenset({"pause", "pauses", "coupure", "coupures", "interruption"})
_LINKS = frozenset({"de", "d", "du", "la", "une", "un", "dejeuner", "repas", "midi", "dej", "dejeune", "le", "a", "cafe"})
_LONGEST = 4 * 60  # minutes
_LINES = frozenset(
    {"cause", "reseau", "internet", "wifi", "son", "technique", "connexion", "teams", "zoom", "courant", "electricite", "visio"}
)


def pause_minutes(scan: Scan, mention: TimeMention) -> int | None:
    """The minutes of a time that tells a pause; None for any other time."""
    if not _PAUSE & frozenset(scan.folds):
        return None
    minutes = _length(mention)
    if minutes is None or not 0 < minutes <= _LONGEST or not _beside_pause(scan, mention):
        return None
    return 0 if _of_line(scan, mention) else minutes


def pause_words(scan: Scan, mention: TimeMention) -> tuple[int, int]:
    """The words [first, last) that tell a pause with its length: « avec une pause de 30 min »."""
    first, last = scan.span_of(mention)
    while scan.fold(last) in _LINKS | _PAUSE:
        last += 1
    while first > 0 and (scan.fold(first - 1) in _LINKS | _PAUSE | {"avec", "dont", "moins", "sans"} or scan.sign(first - 1) in {"(", ","}):
        first -= 1
    return first, last


def _length(mention: TimeMention) -> int | None:
    if mention.kind is TimeKind.DURATION:
        return mention.total_minutes
    if mention.starts is None:
        return None
    if mention.ends is None:
        return mention.starts.hour * 60 + mention.starts.minute if mention.starts.hour < 5 else None
    return (mention.ends.hour - mention.starts.hour) * 60 + mention.ends.minute - mention.starts.minute


def _of_line(scan: Scan, mention: TimeMention) -> bool:
    """Whether « coupure » is said of a line that failed, not of a rest: « 10 min de coupure à cause de Teams »."""
    last = scan.span_of(mention)[1]
    cut = next((k for k in range(last, last + 3) if scan.fold(k) in {"coupure", "coupures", "interruption"}), None)
    return cut is not None and any(scan.fold(k) in _LINES for k in range(cut + 1, cut + 5))


def _beside_pause(scan: Scan, mention: TimeMention) -> bool:
    """« une heure de pause », « pause de 30 min », « pause déjeuner 12h-13h »."""
    first, last = scan.span_of(mention)
    if scan.fold(last) in _PAUSE or (scan.fold(last) in {"de", "d"} and scan.fold(last + 1) in _PAUSE):
        return mention.ends is None
    i = first - 1
    while i >= 0 and i > first - 5 and (scan.fold(i) in _LINKS or scan.sign(i) in {":", "("}):
        i -= 1
    return i >= 0 and scan.fold(i) in _PAUSE
