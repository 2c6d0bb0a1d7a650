"""Whether words say that there was nothing: « rien pour l'instant », « aucune décision », « on n'a rien décidé »."""

from __future__ import annotations

import re

from bot.understanding.lexicon_files import spaced, words_of

_WHOLE = words_of("corrections", "nothing")
_NONE = words_of("corrections", "none")
_AROUND = words_of("corrections", "around_none")
_DECIDED = words_of("corrections", "decided_none")


def says_nothing(text: str) -> bool:
    """Whether a text only says that nothing was decided, is to be done or is planned."""
    said = spaced("".join(c if c.isalnum() or c in "'’-" else " " for c in text))
    if said in _WHOLE:
        return True
    words = said.split()
    none = [w for w in words if w in _NONE]
    return bool(none) and len(words) <= 12 and all(w in _NONE or w in _AROUND or w in _DECIDED for w in words)


_TAKES_IT = re.compile(  # « s'en charge », « le fait », « s'occupent de ça », « s'y colle »
    r"(?:(?:s|se|le|la|les|l|en|y|lui) )*(?:s |se )?(?:en |y )?"
    r"(?:charge|occupe|gere|suit|prend|assure|regarde|colle|attelle|pilote|devoue|porte|voit)"
    r"(?:nt|ra|ront|rai|s)?(?: de| d)?(?: ca| cela)?(?: en charge)?"
    r"|(?:(?:le|la|les|l|en|y|s) )*(?:m )?(?:fait|font|fera|feront|ferai|fais|prennent|suivent|voient)(?: ca| cela)?(?: aussi)?"
)


_SEES = re.compile(r"(?:voit|vois|verra|verrai|voient|regarde|regardera|negocie|negociera)(?: ca| cela)? avec\b.*")


def sees_with(text: str) -> bool:
    """Whether a task only says with whom a thing told before is settled: « Impression : Élise voit avec le Département »."""
    return _SEES.fullmatch(spaced(text)) is not None


def takes_it(text: str) -> bool:
    """Whether a task only says who does what was told before: « s'en charge », « le fait »."""
    return _TAKES_IT.fullmatch(spaced(text)) is not None
