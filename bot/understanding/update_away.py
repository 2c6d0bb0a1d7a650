"""Whether a message only tells who was away from a meeting of a day gone: « Merci de noter absents à la réunion d’hier : X et Y »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.update_states import is_away
from bot.understanding.when import mentions_in

_SAID = words_of("requests", "only_away") | words_of("requests", "small_in_updates") | words_of("requests", "meeting_words")
_ASKED = frozenset({"peux", "pourrais", "pouvez", "pourriez", "possible"})
_LONGEST = 32  # words


def tells_only_away(scan: Scan) -> bool:
    """Whether names, a day gone, who was away, and that it is to be noted, are all that a message tells."""
    if len(scan) > _LONGEST or not any(scan.person_at) or not any(_away(scan, k) for k in range(len(scan))):
        return False
    if scan.sign(len(scan) - 1) == "?" and not _ASKED.intersection(scan.folds):
        return False
    times = mentions_in(scan, [(0, len(scan))])
    today = scan.hearing.now.date()
    past = [m.days_toward("past") for m in times if m.days is not None]
    if not past or any(p is None or p.first > today for p in past) or any(m.starts is not None or m.seconds is not None for m in times):
        return False
    return all(
        scan.fold(k) in _SAID or is_away(scan, k) or any(at[k] is not None for at in (scan.time_at, scan.group_at, scan.person_at))
        for k in range(len(scan))
        if scan.words[k].is_word
    )


def _away(scan: Scan, k: int) -> bool:
    return is_away(scan, k) or (scan.fold(k) == "prevenu" and scan.fold(k - 1) in {"avait", "avaient", "a", "ont"})
