"""Which words name somebody whom the directory does not know: « Josette Dupuis », « Mme Pagès », « sophie » before a verb."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.other_families import before_first, joined
from bot.understanding.person_mentions import title_of
from bot.understanding.scan import Scan
from bot.understanding.tokens import fold
from bot.understanding.verbs import deed_at
from bot.understanding.words import LINKS, Word

FIRST_NAMES = words_of("first_names", "common")
_ALSO_WORDS = frozenset(fold(" ".join(words_of("names", "also_words"))).split())
_COMMON = frozenset(" ".join(words_of("names", "common")).split()) | LINKS | _ALSO_WORDS
_PARTICLES = frozenset({"le", "la", "el", "ben", "da", "van"})
_NEVER = words_of("names", "never_last") | _COMMON


def stranger_at(scan: Scan, i: int, end: int) -> int | None:
    """The word after the name of somebody unknown that begins at word i: a title and a name, or a first name with what follows it."""
    if not _free(scan, i) or i >= end:
        return None
    if title_of(scan.words, i) is not None:
        j = i + 2 if scan.sign(i + 1) == "." else i + 1
        titled = j < end and _free(scan, j) and scan.words[j].is_word and (scan.words[j].is_capital or _last_name(scan, j, titled=True))
        return _past_names(scan, j + 1, end) if titled else None
    word = scan.words[i]
    if not word.is_word:
        return None
    if word.fold in FIRST_NAMES and i + 1 < end and joined(scan.text, scan.words, i + 1) and scan.words[i + 1].fold in FIRST_NAMES:
        return _past_names(scan, i + 2, end, lower=not word.is_capital)  # « jean-pierre combes »
    if (word.fold in FIRST_NAMES or (word.is_capital and word.fold in scan.index.first_names)) and (
        word.is_capital or word.fold not in _ALSO_WORDS
    ):
        return _past_names(scan, i + 1, end, lower=not word.is_capital)
    if i + 1 < end and before_first(scan.words, i, scan.index) and _free(scan, i + 1):
        return i + 2  # « ROUX Julien »
    return _two_capitals(scan, i, end)


def _two_capitals(scan: Scan, i: int, end: int) -> int | None:
    """« Farid Amrouche »: two capitals in a row, neither a common word nor a sigle."""
    if i + 1 >= end or not all(_name_like(scan, k) for k in (i, i + 1)):
        return None
    return _past_names(scan, i + 1, end)


def _name_like(scan: Scan, i: int) -> bool:
    word = scan.words[i]
    return (
        _free(scan, i) and word.is_word and word.is_capital and len(word.text) > 2 and not word.text.isupper() and word.fold not in _NEVER
    )


def _past_names(scan: Scan, i: int, end: int, *, lower: bool = False) -> int:
    """Past the last name that begins at word i, capitals or (after a first name in small letters) one word that is no other."""
    last = i
    while last < end and last < i + 3 and _free(scan, last) and scan.words[last].is_word:
        word = scan.words[last]
        particle = _particle(scan, last, end)
        hyphened = last > i and word.is_capital and joined(scan.text, scan.words, last)
        if particle:
            last += particle - 1
        elif not hyphened and not (
            word.is_capital and len(word.text) > 1 and (word.fold not in _NEVER or (last == i and _also_last_name(word)))
        ):
            break
        if _sigle_behind(scan, last):
            break
        last += 1
    if _is_initial(scan, last, end):
        last += 2
    elif last == i and scan.sign(i) == "." and _is_initial(scan, i - 1, end):
        last += 1  # « Mme B. »
    if last == i and lower and i < end and (_last_name(scan, i) or (_last_name(scan, i, titled=True) and _stands_in_list(scan, i))):
        last = i + 1
    return last


def _sigle_behind(scan: Scan, i: int) -> bool:
    """Whether word i is a sigle told right behind a whole name: « Sophie Martin CCAS », not « Sophie MARTIN » nor « Jean Paul MARTIN »."""
    before, word = scan.words[i - 1], scan.words[i]
    short = word.text.isupper() and 2 <= len(word.text) <= 7
    return short and before.is_capital and before.fold not in FIRST_NAMES and not (before.text.isupper() and scan.sign(i - 2).isupper())


def _is_initial(scan: Scan, i: int, end: int) -> bool:
    """Whether one capital with its point stands at word i, in the middle of a sentence: « Karim B. doit… »."""
    word = scan.words[i] if i + 1 < end else None
    return word is not None and word.is_word and len(word.text) == 1 and word.is_capital and scan.sign(i + 1) == "."


def _particle(scan: Scan, i: int, end: int) -> int:
    """How many words of a last name begin with a particle at word i: « Le Goff », « de La Tour »; 0 if none does."""
    j = i + (scan.fold(i) in {"de", "du", "d"} and scan.fold(i + 1) in _PARTICLES and scan.sign(i + 1)[:1].isupper())
    named = scan.fold(j) in _PARTICLES and j + 1 < end and scan.words[j + 1].is_capital and _free(scan, j + 1) and len(scan.sign(j + 1)) > 1
    return j + 2 - i if named else 0


def _also_last_name(word: Word) -> bool:
    """Whether a capital right after a first name, though also a word, is a last name: « Julie Petit »."""
    return word.fold in _ALSO_WORDS and (len(word.text) > 3 or not word.text.isupper())


def _last_name(scan: Scan, i: int, *, titled: bool = False) -> bool:
    """Whether a word in small letters can only be a last name: no word of the lexicon nor of the territory, and no verb.

    After a title (`titled`) it may be a word that is also a name: « m combes ».
    """
    word = scan.words[i]
    return (
        _free(scan, i)
        and word.is_word
        and (len(word.fold) >= 4 or (len(word.fold) == 3 and _stands_in_list(scan, i)))
        and (word.fold not in _NEVER or (titled and word.fold in _ALSO_WORDS))
        and (word.fold not in scan.index.words or word.fold in scan.index.last_names)
        and (titled or deed_at(scan.words, i) is None)
        and (titled or not word.fold.endswith(("er", "era", "ira", "ent", "ons", "ait", "tion", "ment")))
    )


def _stands_in_list(scan: Scan, i: int) -> bool:
    """Whether a sign of a list or « et » follows word i: « tom rey et Zoé »."""
    named = i + 1 < len(scan) and scan.person_at[i + 1] is not None
    return named or scan.sign(i + 1) in {",", "(", "+", "&"} or scan.fold(i + 1) == "et"


def _free(scan: Scan, i: int) -> bool:
    return (
        0 <= i < len(scan.words)
        and scan.time_at[i] is None
        and scan.person_at[i] is None
        and scan.thing_at[i] is None
        and scan.group_at[i] is None
    )
