"""Whether a message only asks somebody about a meeting: « Jérôme, tu peux être là au GT SISM jeudi 14h-16h ? » tells none."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

_YOU = frozenset({"tu", "te", "t", "vous"})
_NOTING = words_of("requests", "noting")
_HOW_MANY = frozenset({"combien", "pourquoi", "comment"})
_ENDS = frozenset({".", "!", "?", "\n", ";"})
_HAVE = frozenset({"as", "avez", "bien", "deja", "l"})


def asks_somebody(scan: Scan) -> bool:
    """Whether its last sentence, a question, names a meeting behind « tu », « vous » or « est-ce que », and does not ask to note it."""
    last = len(scan) - 1
    while last >= 0 and not scan.words[last].is_word and scan.sign(last) != "?":
        last -= 1
    if last < 0 or scan.sign(last) != "?":
        return False
    first = next((k + 1 for k in range(last - 1, -1, -1) if scan.sign(k) in _ENDS and scan.time_at[k] is None), 0)
    named = next((k for k in range(first, last) if scan.group_at[k] is not None or scan.time_at[k] is not None), None)
    if named is None or any(_notes(scan, k) for k in range(first, last)):
        return False
    lead = range(first, named)
    you = any(scan.fold(k) in _YOU for k in lead) or any(scan.folds[k : k + 3] == ("est", "ce", "que") for k in lead)
    return you or any(scan.fold(k) in _HOW_MANY for k in range(first, last))


def _notes(scan: Scan, i: int) -> bool:
    """Whether « noter », « tu enregistres » stands at word i; « tu as bien noté » asks whether it was done."""
    done = scan.sign(i).endswith("é") or scan.fold(i - 1) in _HAVE
    return scan.fold(i) in _NOTING and not done
