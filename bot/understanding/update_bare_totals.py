"""Which total an order notes with nothing else but the meeting: « compte 7 », « mets 12 comme effectif pour le GT de lundi »."""

from __future__ import annotations

from bot.understanding.counts import everyone_noun, number_value
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

_NOTES_TOTAL = words_of("requests", "notes_total")
_LABELS = frozenset({"effectif", "total", "tout", "nombre", "participants", "presents", "comptage"})
_AROUND = words_of("requests", "around_total")
_BEFORE_NUMBER = frozenset({"plutot", "nous", "donc", "moi", "finalement", "juste", "bien", "en", "a", "le", "l"}) | _LABELS
_WE_WERE = frozenset({"qu", "que", "on", "nous", "etait", "etions", "est", "bien"})
_ASKED = frozenset({"peux", "pourrais", "pouvez", "pourriez"})


def bare_total(scan: Scan) -> int | None:
    """The total that a message orders to note, if it tells nothing else but the meeting meant."""
    if scan.sign(len(scan) - 1) == "?" and not _ASKED.intersection(scan.folds[:4]):
        return None
    i = 0
    while i < len(scan) and _says_nothing_more(scan, i):
        i += 1
    i = _number_after(scan, i)
    number = number_value(scan, i) if 0 < i < len(scan) else None
    if number is None:
        return None
    rest = everyone_noun(scan, number[2]) or number[2]
    told = all(_says_nothing_more(scan, k) or scan.fold(k) in _LABELS or scan.sign(k) in {".", "!", "?"} for k in range(rest, len(scan)))
    return number[0] if told else None


def _number_after(scan: Scan, i: int) -> int:
    """Where the number stands that an order at word i, or « en fait c'était », leads to; 0 if none stands there."""
    order, begin = scan.fold(i), i + 1
    if order == "c" and scan.fold(i + 1) in {"etait", "est"}:
        return i + 2 if scan.fold(i - 1) in {"fait", "finalement"} else 0
    noted = order in {"note", "notez", "noter"}
    if order not in _NOTES_TOTAL and not noted:
        return 0
    i = begin
    while scan.fold(i) in _BEFORE_NUMBER | _WE_WERE:
        i += 1
    between = set(scan.folds[begin:i])
    if noted and not between & {"etait", "etions"}:
        return 0
    return i if not order.startswith("pass") or between & _LABELS else 0  # « passe 5 »


def _says_nothing_more(scan: Scan, k: int) -> bool:
    """Whether word k only tells the meeting, or is polite."""
    return scan.fold(k) in _AROUND or scan.sign(k) in {",", ":"} or scan.time_at[k] is not None or scan.group_at[k] is not None
