"""How far the words of a place that is typed go: « salle 204 », « sous-préfecture », « cabinet de Claire Simon »."""

from __future__ import annotations

from bot.understanding.counts import everyone_noun
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.scan import Scan
from bot.understanding.words import Word

_PLACE_STOPS = words_of("places", "stops") - {"de"}
SOMEBODY = words_of("names", "somebody") | {"salarie", "salariee", "secretaire", "benevole", "responsable", "maire"}
_NUMBERED = words_of("places", "numbered")
ARTICLES = frozenset({"la", "le", "l", "les"})


def past_owner(scan: Scan, i: int, j: int, last: int) -> int:
    """The word after « cabinet de Claire Simon », « bureau du Dr Bouzid » whose sort of place is word i; j where nobody owns it."""
    k = i + 1
    if scan.fold(k) not in {"de", "du", "d"}:
        return j
    k += 1 + (title_of(scan.words, k + 1) is not None)
    owner = scan.person_at[k] if k < last else None
    return max(j, min(owner.last, last)) if owner is not None else j


def whole(scan: Scan, j: int, last: int) -> int:
    """The word after whatever is named across word j: a place is not cut in « La Grand-|Combe »."""
    while (
        j < last
        and scan.words[j].is_capital
        and scan.words[j - 1].end + 1 == scan.words[j].start
        and scan.text[scan.words[j - 1].end] == "-"
    ):
        j += 1
    named = scan.thing_at[j - 1]
    return min(named.last, last) if named is not None and named.first < j < named.last else j


def numbers_place(scan: Scan, i: int) -> bool:
    """Whether word i numbers a room: « salle 204 », « salle B12 », not « salle 12 présents »."""
    word = scan.words[i]
    if not word.is_number or scan.time_at[i] is not None or len(word.text) > 4:
        return False
    glued = scan.words[i - 1].is_word and scan.words[i - 1].end == word.start
    numbered = scan.fold(i - 1) in _NUMBERED or (scan.fold(i - 1) in {"n", "no", "numero", "°"} and scan.fold(i - 2) in _NUMBERED)
    return glued or (numbered and everyone_noun(scan, i + 1) is None and not (scan.words[i + 1 : i + 2] and scan.fold(i + 1) in SOMEBODY))


def goes_on(scan: Scan, j: int) -> bool:
    """Whether word j still belongs to a place that is typed."""
    word: Word = scan.words[j]
    return (
        word.is_word
        and scan.time_at[j] is None
        and (word.fold not in _PLACE_STOPS or (word.is_capital and scan.words[j - 1].is_capital) or _hyphened(scan, j))
        and scan.person_at[j] is None
        and scan.group_at[j] is None
        and not (word.fold == "en" and scan.fold(j + 1) == "fait")  # « salle rimbaud en fait »
        and not (scan.number_at[j] is not None and everyone_noun(scan, j + 1) is not None)  # « à la mairie huit personnes »
    )


def _hyphened(scan: Scan, j: int) -> bool:
    """Whether a hyphen joins word j to the next: « sous-préfecture »."""
    end = scan.words[j].end
    return j + 1 < len(scan) and scan.words[j + 1].start == end + 1 and scan.text[end] == "-"


def name_goes_on(scan: Scan, j: int) -> bool:
    """« le petit bistrot »: in the name of a restaurant a word may also be somebody's name, after an article."""
    return scan.words[j].is_word and scan.time_at[j] is None and scan.fold(j - 1) in ARTICLES and scan.person_at[j] is not None
