"""Who gave time as a crew: « bénévoles 4 x 2h sauf un resté 1h », « 4 bénévoles à la collecte », « mes bénévoles ont fait… »."""

from __future__ import annotations

from bot.understanding.counts import number_value, staff_noun
from bot.understanding.lengths import activity
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention

_TIMES = frozenset({"x", "×", "*"})
_EXCEPT = frozenset({"sauf", "hormis", "excepte", "moins"})
_CREWS = words_of("parts", "crews")
_PURPOSE = words_of("parts", "purpose")
_WHOSE = frozenset({"mes", "nos", "les", "leurs", "ses", "mon", "notre", "l", "leur", "toute"})
_ALL = frozenset({"tous", "toutes"})
_DOES = frozenset({"ont", "a", "au", "aux", "sur", "etaient", "etait", "avaient", "avait", "pour", "en", "dans"})
_HAVE = frozenset({"ont", "a", "avaient", "avait"})
_DEEDS = words_of("parts", "worked") | words_of("parts", "crews_did")
_MYSELF = frozenset({"moi", "j", "on", "nous"})
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


def crew_leads(scan: Scan) -> tuple[int | None, str] | None:
    """How many, None if it is not told, and what they are called, where a crew is who did what the message tells."""
    known = scan.memo.get("crew", "")
    if isinstance(known, tuple) or known is None:
        return known
    found = scan.memo["crew"] = _crew(scan)
    return found


def _crew(scan: Scan) -> tuple[int | None, str] | None:
    """« mes bénévoles ont fait la collecte », « 4 bénévoles à la collecte pour le GT »; not « 4 bénévoles au GT »."""
    if _CREWS.isdisjoint(scan.folds) or not _MYSELF.isdisjoint(scan.folds) or any(scan.person_at):
        return None
    number = number_value(scan, 0) if len(scan) else None
    i = number[2] if number is not None else 1 + (scan.fold(0) in _ALL)
    if number is None and (scan.fold(i - 1) not in _WHOSE):
        return None
    if scan.fold(i) not in _CREWS or scan.fold(i + 1) not in _DOES or activity(scan, i + 1, len(scan)) is None:
        return None
    somewhere = scan.fold(i + 1) == "a" and scan.fold(i + 2) in {"la", "l"}
    if scan.fold(i + 1) in _HAVE and not somewhere and scan.fold(i + 2) not in _DEEDS:
        return None  # « les bénévoles ont demandé une formation »
    group = next((g for g in scan.group_at if g is not None), None)
    tied = group is not None and scan.words[group.first - 1].is_word
    if group is not None and tied and _PURPOSE.isdisjoint(scan.folds[max(0, group.first - 3) : group.first]):
        return None
    return number[0] if number is not None else None, scan.slice(i, i + 1)
