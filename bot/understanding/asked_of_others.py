"""Whether a message only asks about a meeting, or is written to somebody else: « Jérôme, tu peux être là au GT SISM jeudi 14h-16h ? »."""

from __future__ import annotations

from bot.understanding.addressees import HEARD, addressee, says_you, tells_of_you
from bot.understanding.asking import start_of
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_YOU = frozenset({"tu", "te", "t", "vous"})
_NOTING = words_of("requests", "noting")
_OPENERS = words_of("requests", "openers")
_HOW_MANY = frozenset({"combien", "pourquoi", "comment"})
_ENDS = frozenset({".", "!", "?", "\n", ";"})
_HAVE = frozenset({"as", "avez", "bien", "deja", "l"})
_ARTICLES = frozenset({"le", "la", "l", "les", "notre", "du", "de", "d", "des"})
_DOUBTS = PhraseTable({tag: table("letters")["doubts"][tag] for tag in ("was", "had", "either")})


def asks_somebody(scan: Scan) -> bool:
    """Whether a message is nothing but a question about a meeting: to somebody, or of what one does not know any more."""
    questions = _questions(scan)
    if not questions:
        return False
    if _asks_you(scan, *questions[-1]) and _closes(scan, questions[-1][1]):
        return True
    return any((_asks_you(scan, *q) or _doubts(scan, *q)) and not _told_outside(scan, *q) for q in questions)


def writes_to_somebody(scan: Scan) -> bool:
    """Whether a message is a letter to a colleague, and asks to note nothing: « Salut Philippe, vous étiez 9 au GT, raconte ! »."""
    to = addressee(scan)
    spoken_to = (to is not None and says_you(scan, to[1])) or tells_of_you(scan)
    return spoken_to and not any(_notes(scan, k) for k in range(to[1] if to is not None else 0, len(scan)))


def _questions(scan: Scan) -> list[tuple[int, int]]:
    """The words [first, last) of each sentence that a « ? » closes, and of the first if « est-ce que » opens it."""
    found: list[tuple[int, int]] = []
    start = start_of(scan)
    if scan.folds[start : start + 3] == ("est", "ce", "que"):
        found.append((start, next((k for k in range(start, len(scan)) if scan.sign(k) in _ENDS and scan.time_at[k] is None), len(scan))))
    for last in range(len(scan)):
        if scan.sign(last) == "?":
            first = next((k + 1 for k in range(last - 1, -1, -1) if scan.sign(k) in _ENDS and scan.time_at[k] is None), 0)
            found.append((first, last))
    return found


def _closes(scan: Scan, last: int) -> bool:
    """Whether no word follows the « ? » at word `last`."""
    return not any(scan.words[k].is_word for k in range(last, len(scan)))


def _asks_you(scan: Scan, first: int, last: int) -> bool:
    """Whether a question names a meeting behind « tu », « vous » or « est-ce que », and does not ask to note it."""
    named = next((k for k in range(first, last) if scan.group_at[k] is not None or scan.time_at[k] is not None), None)
    if named is None or any(_notes(scan, k) for k in range(first, last)):
        return False
    lead = range(first, named)
    you = any(scan.fold(k) in _YOU for k in lead) or any(scan.folds[k : k + 3] == ("est", "ce", "que") for k in lead)
    return you or HEARD.first(scan.words, first, last) is not None or any(scan.fold(k) in _HOW_MANY for k in range(first, last))


def _told_outside(scan: Scan, first: int, last: int) -> bool:
    """Whether a meeting, or its hours, are told outside of a question."""
    outside = (*range(first), *range(last, len(scan)))
    return any(scan.group_at[k] is not None or ((t := scan.time_at[k]) is not None and t.starts is not None) for k in outside)


def _doubts(scan: Scan, first: int, last: int) -> bool:
    """« c'était bien mardi le GT… ? », « le GT, c'était 9h-11h ou 10h-12h ? », « on avait fait le GT… ou c'était avant ? »."""
    if not any(scan.group_at[first:last]) or any(_notes(scan, k) for k in range(first, last)):
        return False
    said = next((f for f in _DOUBTS.all(scan.words, first, last)), None)
    if said is None:
        return False
    if said.tag == "either":  # « ou c'était la semaine d'avant ? », not « on garde le stand ou c'est trop tard ? »
        return any(scan.time_at[k] is not None for k in range(said.last, min(last, said.last + 3)))
    if not all(_only_names(scan, k) for k in range(first, said.first)):
        return False
    return said.tag == "had" or any(scan.folds[k] == "ou" for k in range(said.last, last))


def _only_names(scan: Scan, k: int) -> bool:
    """Whether word k, before « c'était », only greets or names the meeting."""
    named = scan.group_at[k] is not None or scan.time_at[k] is not None or scan.person_at[k] is not None
    return named or not scan.words[k].is_word or scan.fold(k) in _OPENERS | _ARTICLES


def _notes(scan: Scan, i: int) -> bool:
    """Whether « noter », « tu enregistres » stands at word i; « tu as bien noté » asks whether it was done."""
    done = scan.sign(i).endswith("é") or scan.fold(i - 1) in _HAVE
    return scan.fold(i) in _NOTING and not done and scan.fold(i + 1) != "sur"  # « on compte sur vous »
