"""Which numbers of people are only about right: « une trentaine », « environ 12 », « plus de 40 »; and what mistyped words count them."""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.lexicon_files import words_of
from bot.understanding.numbers import ABOUT
from bot.understanding.scan import Scan
from bot.understanding.spelling import one_slip

_OFTEN_SAID = words_of("counts", "often_said")
ROUGHLY = frozenset({"environ", "env", "~", "vers", "quasi", "quasiment", "presque", "près", "pres", "autour"})


def about_alone(scan: Scan, first: int, after: int, start: int) -> bool:
    """« pas mal de monde, une trentaine je dirais »: a rough number that stands for itself."""
    i = first
    while i > start and scan.fold(i - 1) in {"une", "petite", "bonne", "grosse", "belle", "a", "peu", "pres"}:
        i -= 1
    opens = i == start or scan.sign(i - 1) in {",", "(", ":", "\n", "-", "–", ".", "…"}
    closes = (
        after >= len(scan) or not scan.words[after].is_word or scan.fold(after) in {"je", "j", "en", "au", "a", "environ", "dont", "avec"}
    )
    return scan.fold(after - 1).rstrip("s") in ABOUT and opens and closes


def rough_before(scan: Scan, i: int) -> bool:
    """Whether « environ », « près de », « plus de » stands before the number at word i."""
    return (
        scan.fold(i - 1) in ROUGHLY
        or scan.fold(i - 2) in {"pres", "autour"}
        or (scan.fold(i - 1) in {"de", "d"} and scan.fold(i - 2) == "plus")
    )


@lru_cache(maxsize=4096)
def mistyped(word: str) -> bool:
    """Whether a folded word is « connectés », « participants », « présents » over a slip of the thumb."""
    return len(word) >= 7 and any(word != meant and word[0] == meant[0] and one_slip(word, meant) for meant in _OFTEN_SAID)
