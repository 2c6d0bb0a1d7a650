"""Whether words say that there was nothing: « rien pour l'instant », « aucune décision », « on n'a rien décidé »."""

from __future__ import annotations

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
