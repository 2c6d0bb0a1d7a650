"""Totals told twice: of two moments of one meeting, or roughly and then exactly."""

from __future__ import annotations

from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_MOMENTS = PhraseTable({"first": table("counts")["at_first"]["words"], "last": table("counts")["at_last"]["words"]})
_EXACTLY = PhraseTable({"exactly": table("counts")["exactly"]["words"]})
_WHOLES = PhraseTable({"whole": table("counts")["wholes"]["words"]})
_PEOPLE_SIGNS = frozenset(table("cues")["signs"]["present"])
_GATHERED = frozenset({"reunis", "reunies", "retrouves", "retrouvees", "rassembles", "travaille", "reunion", "seance"})
_TO_IT = frozenset({"au", "a", "en", "pour", "pr", "le", "la", "sur", "chez", "l"})
_NEAR = 6  # words from one of two totals to the other


def most_there(scan: Scan, last: int, value: int) -> int | None:
    """The larger of « 8 au début, 11 à la fin » whose first total ends before word `last`; None where no other moment is told."""
    cue = _MOMENTS.at(scan.words, last) if scan.fold(last) in _MOMENTS.openings else None
    if cue is None or cue.tag != "first":
        return None
    for i in range(cue.last, min(len(scan), cue.last + _NEAR)):
        number = scan.number_at[i]
        if scan.sign(i) in {".", "\n"}:
            return None
        if number is not None and number.whole is not None and scan.time_at[i] is None:
            then = _MOMENTS.at(scan.words, i + 1)
            told = scan.fold(i - 1) in {"puis", "finalement"} or (then is not None and then.tag == "last")
            return max(value, number.whole) if told else None
    return None


def told_exactly(scan: Scan, first: int, last: int) -> bool:
    """Whether « exactement » follows the number [first, last), told behind a rough one: « une petite dizaine, neuf exactement »."""
    if scan.fold(last) not in _EXACTLY.openings or _EXACTLY.at(scan.words, last) is None:
        return False
    return any((n := scan.number_at[k]) is not None and n.approximate for k in range(max(0, first - _NEAR), first))


def tells_whole(scan: Scan, first: int, last: int) -> bool:
    """Whether what follows the number of words [first, last) tells that it is that of everybody."""
    if last < len(scan) and scan.sign(last)[:1] in _PEOPLE_SIGNS:
        return True  # « 14h-16h ATOME, 9 👥 »
    return _is_whole(scan, first, last) or _summed_up(scan, first, last) or told_exactly(scan, first, last) or _heads(scan, first, last)


def may_head(scan: Scan, i: int) -> bool:
    """Whether « à 4 » may tell how many met, by what stands before « à » at word i: a sign, a time, « réunis »."""
    return i >= 0 and (scan.sign(i) in {",", ".", "-", "–", "\n", ";", "("} or scan.time_at[i] is not None or scan.fold(i) in _GATHERED)


def _heads(scan: Scan, first: int, last: int) -> bool:
    """Whether a number opens a message that goes on with the meeting: « 28 au copil hier », « 9 en visio pour le GT »."""
    if first > 0 or scan.fold(last) not in _TO_IT:
        return False
    for k in range(last, min(len(scan), last + _NEAR + 2)):
        if not scan.words[k].is_word or scan.time_at[k] is not None or scan.person_at[k] is not None:
            return False
        if scan.group_at[k] is not None:
            return scan.fold(k - 1) in _TO_IT
    return False


def _is_whole(scan: Scan, first: int, last: int) -> bool:
    """Whether « au total : » follows the number of words [first, last): « 12 au total : 4 de l'ANPAA, … »."""
    opens = first == 0 or not scan.words[first - 1].is_word or scan.time_at[first - 1] is not None
    found = _WHOLES.at(scan.words, last) if opens and scan.fold(last) in _WHOLES.openings else None
    return found is not None and (
        found.last >= len(scan) or not scan.words[found.last].is_word or scan.fold(found.last) in {"dont", "avec"}
    )


def _summed_up(scan: Scan, first: int, last: int) -> bool:
    """« 6 femmes 3 hommes, 9 donc »."""
    closes = last + 1 >= len(scan) or scan.sign(last + 1) in {",", ".", "\n", ")"} or scan.fold(last + 1) == "dont"
    return scan.fold(last) == "donc" and scan.sign(first - 1) in {",", "="} and closes


def part_of_whole(scan: Scan, first: int) -> bool:
    """Whether the number at word `first` is the first part of « 12 au total : 4 … »."""
    if scan.sign(first - 1) != ":" or scan.fold(first - 2) not in {"total", "tout", "complet"}:
        return False
    numbers = (scan.number_at[k] for k in (first - 4, first - 5) if k >= 0)  # « 12 au total : », « 12 kits au total : »
    return any(n is not None and n.whole is not None for n in numbers)
