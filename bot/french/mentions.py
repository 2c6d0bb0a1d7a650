"""Where words that somebody looks for stand in a text, whatever their accents, capitals and endings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.domain.memory import Sought
from bot.french.folding import fold
from bot.french.stems import stem

MOST_WORDS = 6
_WORD = re.compile(r"[^\W_]+")
_LONG_ENOUGH = 5  # letters of a stem from which longer words count too: « vaccin » is told by « vaccination »
_SMALL = frozenset(
    (
        *("a", "au", "aux", "l", "la", "le", "les", "un", "une", "d", "de", "des", "du", "ce", "ces", "cet", "cette", "c", "ca"),
        *("m", "ma", "mes", "mon", "s", "sa", "se", "ses", "son", "t", "leur", "leurs", "nos", "notre", "vos", "votre"),
        *("j", "je", "il", "ils", "elle", "elles", "on", "nous", "vous", "y", "n", "ne", "pas", "qu", "que", "qui", "quoi"),
        *("quel", "quelle", "avec", "dans", "en", "lors", "ou", "par", "pour", "sur", "et", "est", "etait", "eu", "ont"),
        *("aussi", "deja", "donc", "encore", "stp", "svp"),
    )
)
_ELIDED = re.compile(r"[ld](?=[aeiouyh])")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of the words sought stands in a text, `end` excluded; `rank` is its place among them."""

    first: int
    end: int
    rank: int


def tells(folded: str, sought: Sought) -> bool:
    """Whether that word of a text is one of its forms."""
    own = stem(folded)
    return any(own == one or (len(one) >= _LONG_ENOUGH and folded.startswith(one)) for one in sought.stems)


def sought_in(words: str) -> tuple[Sought, ...]:
    """The words that count in what somebody looks for, each once: « l'école de l'asthme » gives two."""
    found: dict[Sought, None] = {}
    for word in map(fold, _WORD.findall(composed(words))):
        if word not in _SMALL and (len(word) > 1 or word.isdecimal()):
            elided = (stem(word[1:]),) if len(word) >= _LONG_ENOUGH and _ELIDED.match(word) else ()
            found[Sought((stem(word), *elided))] = None
    return tuple(found)[:MOST_WORDS]


def bare(words: str) -> str:
    """The same without the small words around it: « l'école de l'asthme déjà » gives « école de l'asthme »."""
    words = composed(words)
    kept = [found for found in _WORD.finditer(words) if fold(found[0]) not in _SMALL]
    return words[kept[0].start() : kept[-1].end()] if kept else words.strip()


def places(text: str, sought: tuple[Sought, ...]) -> tuple[Place, ...]:
    """Where they stand in a composed text, in its order."""
    words = ((found, fold(found[0])) for found in _WORD.finditer(text))
    told = ((found, next((rank for rank, one in enumerate(sought) if tells(folded, one)), None)) for found, folded in words)
    return tuple(Place(found.start(), found.end(), rank) for found, rank in told if rank is not None)


def composed(text: str) -> str:
    """The text with one sign a letter, accents included, as telephones write it."""
    return unicodedata.normalize("NFC", text)
