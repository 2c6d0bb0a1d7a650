"""Whether two sentences say the same in other words: small words, accents, capitals and order aside."""

from __future__ import annotations

from difflib import SequenceMatcher

from bot.french.folding import folded_words

_SMALL_WORDS = """
    a au aux avec c ce ces cette d dans de des du elle en est et il ils j je l la le les leur leurs lui m ma mais me mes mon n ne nos notre
    nous on ont ou par pas pour qu que qui s sa se ses son sont sur t te tu un une va vers vont y
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_TYPO = 0.85  # of the letters in the same order: « enquette » for « enquête », not « Anduze » for « Tamaris »


def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 when one says all that the other says: the shared words of the shorter one, or the shared letters."""
    words, others = _words(one), _words(other)
    shared = len(words & others) / min(len(words), len(others)) if words and others else 0.0
    return max(shared, _shared_letters(one, other))


def says_again(one: str, other: str) -> bool:
    """Whether one is the other with something added, left out or spelt otherwise; with another place it is another."""
    words, others = _words(one), _words(other)
    within = bool(words and others) and (words <= others or others <= words)
    return within or _shared_letters(one, other) >= _TYPO


def _words(sentence: str) -> set[str]:
    kept = "".join(c if c.isalnum() or c in "-’'" else " " for c in sentence)
    return set(folded_words(kept)) - _SMALL


def _shared_letters(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()
