"""How many people were there: the total that a message says, corrections and sums included."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_NOUNS = PhraseTable({"noun": table("names")["people_nouns"]["everyone"]})
_STAFF = PhraseTable({"noun": table("names")["people_nouns"]["staff"]})
_HALVES = PhraseTable(
    {
        "half": [
            "en présentiel",
            "en visio",
            "sur place",
            "à distance",
            "en distanciel",
            "dans la salle",
            "en salle",
            "en ligne",
            "présentiel",
            "distanciel",
            "physiquement",
            "en présence",
        ]
    }
)
_WE_WERE = PhraseTable(
    {
        "were": [
            "on était",
            "on etait",
            "nous étions",
            "on est",
            "on a été",
            "nous avons été",
            "on s'est retrouvés à",
            "on s'est retrouvé à",
            "étions",
            "on ét",
            "effectif",
            "effectifs",
            "présents",
            "participants",
            "total",
            "nombre de participants",
            "nb",
            "soit",
            "en tout",
            "ça fait",
            "au nombre de",
            "nous étions environ",
            "on devait être",
            "du monde",
            "de monde",
            "soit",
            "étions au total",
        ]
    }
)
_CORRECTIONS = frozenset(
    {
        "non",
        "pardon",
        "plutot",
        "enfin",
        "oups",
        "rectif",
        "correction",
        "euh",
        "en",
        "fait",
        "ou",
        "je",
        "voulais",
        "dire",
        "pas",
        "erreur",
        "sorry",
        "desole",
    }
)
_CORRECTING = frozenset({"non", "pardon", "plutot", "oups", "rectif", "correction", "erreur", "enfin", "fait", "sorry"})
_ROUGHLY = frozenset({"environ", "env", "~", "vers", "quasi", "quasiment", "presque", "près", "pres", "autour"})
_SPOKEN_OF = frozenset(
    ["agees", "ages", "isolees", "isoles", "suivies", "suivis", "concernees", "concernes", "malades", "accompagnees", "accompagnes", "sans"]
)
_PEOPLE_SIGNS = frozenset(table("cues")["signs"]["present"])


@dataclass(frozen=True, slots=True)
class Headcount:
    """A total said by words [first, last)."""

    value: int
    approximate: bool
    first: int
    last: int


def number_value(scan: Scan, i: int) -> tuple[int, bool, int] | None:
    """The whole number at word i that is no time: value, whether it is rough, and the word after it."""
    number = scan.number_at[i]
    if number is None or number.whole is None or scan.time_at[i] is not None or number.ordinal:
        return None
    if i > 0 and scan.words[i].is_number and scan.words[i - 1].is_word and scan.words[i - 1].end == scan.words[i].start:
        return None
    last = i
    while last < len(scan) and scan.number_at[last] is number:
        last += 1
    return number.whole, number.approximate, last


def everyone_noun(scan: Scan, i: int) -> int | None:
    """The word after « personnes », « présents » and the like at word i."""
    if scan.fold(i) in {"de", "d"}:
        i += 1
    found = _NOUNS.at(scan.words, i)
    return found.last if found else None


def staff_noun(scan: Scan, i: int) -> int | None:
    """The word after « pers », « agents », « représentantes » at word i."""
    found = _STAFF.at(scan.words, i)
    return found.last if found else None


def find_headcount(scan: Scan, ranges: list[tuple[int, int]]) -> Headcount | None:
    """The total said in those words, the last one where a correction follows."""
    totals: list[Headcount] = []
    halves: list[Headcount] = []
    for first, last in ranges:
        i = first
        while i < last:
            if scan.number_at[i] is None:
                i += 1
                continue
            found = _total_at(scan, i, first, last)
            half = _half_at(scan, i, last) if found is None else None
            if found is not None:
                totals.append(found)
            if half is not None:
                halves.append(half)
            i = found.last if found else half.last if half else i + 1
    if totals:
        return max(totals, key=lambda t: (_rank(scan, t), -t.first))
    if len(halves) >= 2:
        return Headcount(sum(h.value for h in halves), any(h.approximate for h in halves), halves[0].first, halves[-1].last)
    return None


def _rank(scan: Scan, total: Headcount) -> int:
    """How surely a total is that of the meeting: « 12 présents » more than « 8 personnes »."""
    said = {scan.fold(i) for i in range(total.first, total.last)}
    if said & {"presents", "presentes", "participants", "participantes", "connectes", "pax", "present"} or _counted_before(
        scan, total.first, 0
    ):
        return 2
    return 1


def _half_at(scan: Scan, i: int, end: int) -> Headcount | None:
    number = number_value(scan, i)
    if number is None:
        return None
    value, rough, after = number
    after = everyone_noun(scan, after) or after
    half = _HALVES.at(scan.words, after)
    return Headcount(value, rough, i, half.last) if half and half.last <= end else None


def _total_at(scan: Scan, i: int, start: int, end: int) -> Headcount | None:
    number = number_value(scan, i)
    if number is None:
        return None
    value, rough, after = number
    first = i
    corrected = _corrected(scan, after, end)
    noun = everyone_noun(scan, after) if after < end else None
    if corrected is not None and noun is None:
        value, rough, after = corrected
        noun = everyone_noun(scan, after) if after < end else None
    elif noun is not None and (again := _corrected(scan, noun, end)) is not None:
        value, rough, after = again
        noun = everyone_noun(scan, after) or after
    rough = rough or _rough_before(scan, first) or scan.fold(after) in _ROUGHLY
    if noun is None and scan.fold(after) in _ROUGHLY:
        noun = everyone_noun(scan, after + 1)
    if scan.sign(first - 1) == "(" and (beside := scan.thing_at[first - 2]) is not None and beside.structures:
        return None
    counted_before = _counted_before(scan, first, start) or (scan.fold(first - 1) == "a" and scan.sign(after) == ":")
    followed = scan.fold(after) in {"dont", "avec"} and (first == start or scan.sign(first - 1) in {",", "(", ":", "\n", "-", "–"})
    if noun is None and not counted_before and not followed:
        return None
    last = noun or after
    if scan.fold(first - 1) in {"+", "plus"} or scan.sign(first - 1) == "+" or _of_structure(scan, last, counted_before):
        return None
    if _half_at(scan, i, end) is not None:
        return None
    if not 1 <= value <= 2000 or (not counted_before and _of_some(scan, last)) or scan.fold(after) in {"nouvelles", "nouveaux"}:
        return None
    return Headcount(value, rough, first, last)


def _of_some(scan: Scan, i: int) -> bool:
    """Whether « de plus de 60 ans », « isolées », « suivies » follows: these people are spoken of, they were not there."""
    if scan.fold(i) == "de":
        return scan.number_at[i + 1] is not None or scan.fold(i + 1) in {"plus", "moins"}
    return scan.fold(i) in _SPOKEN_OF


def _corrected(scan: Scan, i: int, end: int) -> tuple[int, bool, int] | None:
    """The number that takes back the one before word i: « non pardon 13 »."""
    j, correcting = i, False
    while j < end and (scan.fold(j) in _CORRECTIONS or scan.sign(j) in {",", "…", "."}):
        correcting = correcting or scan.fold(j) in _CORRECTING
        j += 1
    if not correcting or j >= end or scan.fold(j - 1) == "pas":
        return None
    return number_value(scan, j)


def _rough_before(scan: Scan, i: int) -> bool:
    return (
        scan.fold(i - 1) in _ROUGHLY
        or scan.fold(i - 2) in {"pres", "autour"}
        or (scan.fold(i - 1) in {"de", "d"} and scan.fold(i - 2) == "plus")
    )


def _counted_before(scan: Scan, i: int, start: int) -> bool:
    j = i - 1
    while j >= start and (
        scan.fold(j) in _ROUGHLY or scan.sign(j) in {":", "="} or scan.fold(j) in {"a", "de", "donc", "euh", "bien", "encore", "finalement"}
    ):
        j -= 1
    if j >= 0 and scan.sign(j)[0] in _PEOPLE_SIGNS:
        return True
    return any((found := _WE_WERE.at(scan.words, k)) is not None and found.last == j + 1 for k in range(max(0, j - 3), j + 1))


def _of_structure(scan: Scan, i: int, counted: bool) -> bool:
    """Whether « du CCAS », « de la CAF » follows: then only some people are counted."""
    j = i
    if scan.fold(i) not in {"de", "du", "des", "d"}:
        return False
    while scan.fold(j) in {"de", "du", "des", "d", "la", "le", "l"} and j < i + 3:
        j += 1
    if j == i or j >= len(scan) or counted:
        return False
    sigle = scan.sign(j)
    return scan.thing_at[j] is not None or (sigle.isupper() and len(sigle) > 1)


def mentions_everyone(said: str) -> bool:
    """Whether a folded word counts people in general."""
    return spaced(said) in {spaced(w) for w in table("names")["people_nouns"]["everyone"]}
