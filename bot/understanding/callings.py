"""Whether a common noun says what people are, by its form: « coiffeuses », « futures mamans », « doulas », not « tablettes »."""

from __future__ import annotations

from functools import lru_cache

from bot.french.posts import opens_post
from bot.french.stems import stem
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

SOMEBODY = words_of("names", "somebody")
WORKS_AT = words_of("roll", "works_at")  # « une infirmière à la PASS »
_SOMEBODY_STEMS = frozenset(stem(word) for word in SOMEBODY if len(word) > 4)
_AGENTS = tuple(ending + plural for ending in words_of("names", "ends_of_people") for plural in ("", "s"))
_MOSTLY_THINGS = tuple(words_of("names", "mostly_things"))
_THINGS = (*(ending + "s" for ending in words_of("names", "ends_of_things")), "aux", "eux", "oix", "is", "us", "ees", "ies")
_COMMON = words_of("names", "common") | words_of("places", "nouns") | words_of("cues", "not_people") | words_of("parts", "occasions")
_SINGULARS = frozenset(stem(word) for word in _COMMON - SOMEBODY)
_NEVER = SOMEBODY | {"plus", "moins", "autres", "nous", "vous", "tous", "toutes", "heures", "euros", "fois"}
_LONGEST = 24


@lru_cache(maxsize=4096)
def is_calling(noun: str) -> bool:
    """Whether a folded noun is what somebody is: a function, a trade, « maman »; never a thing known as one."""
    if noun in SOMEBODY or opens_post(noun) or stem(noun) in _SOMEBODY_STEMS:
        return True
    return noun.endswith(_AGENTS) and stem(noun) not in _SINGULARS and not noun.startswith(_MOSTLY_THINGS)


@lru_cache(maxsize=4096)
def may_be_calling(noun: str) -> bool:
    """Whether a folded plural that nothing says to be a thing can be what several people are: « doulas », « pompiers », « maires »."""
    if is_calling(noun):
        return True
    plural = noun[-1:] in {"s", "x"} and 5 <= len(noun) <= _LONGEST and noun not in _NEVER
    return plural and not noun.endswith(_THINGS) and stem(noun) not in _SINGULARS


def called(scan: Scan, first: int, last: int) -> bool:
    """Whether words [first, last) say what somebody is, be it behind an adjective: « stagiaire infirmière », « futures mamans »."""
    return opens_post(scan.slice(first, last)) or any(
        is_calling(scan.fold(k)) or stem(scan.canon(k)) in scan.index.functions for k in range(first, min(last, first + 2))
    )
