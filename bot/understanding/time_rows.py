"""A row of lexemes: what each word of a message says to time, with its codes as one string for the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

_CLAUSE_ENDS = frozenset((".", ";", "!", "?", "¶"))


@dataclass(slots=True, eq=False)
class Lexeme:
    """One code over the tokens [first, last); `value` is a number, or what a rule has read there. Never changed (see `Atom`)."""

    code: str
    first: int
    last: int
    value: Any = None
    glued: bool = False
    digits: int = 0  # how many digits were typed, 0 for a number in words
    hint: str = ""  # what the word bears on the times beside it: « moves », « marks »… (see the lexicon)
    to_do: bool = False  # whether it is an infinitive: what « de » leads to is to be done, never what a length was spent on


class Row:
    """A row of lexemes with its codes as one string, each code followed by a space, so that rules are plain patterns.

    `offsets`: where each code begins in `text`, and where it ends; `index`: which code begins there. Never changed once made.
    """

    __slots__ = ("index", "lexemes", "offsets", "text")

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        codes = [lexeme.code for lexeme in lexemes]
        self.lexemes = lexemes
        self.text = " ".join([*codes, ""])
        self.offsets = list(accumulate([len(code) + 1 for code in codes], initial=0))
        self.index = dict(zip(self.offsets, range(len(self.offsets)), strict=True))

    def code(self, i: int) -> str:
        """The code at index i, empty outside of the row."""
        return self.lexemes[i].code if 0 <= i < len(self.lexemes) else ""

    def is_spent_on(self, i: int, *, more: tuple[str, ...] = ()) -> bool:
        """Whether what a length was spent on stands at index i: « de formation », « d'écran »; not « d'envoyer le CR »."""
        return self.code(i) in ("de", "d'") and self.code(i + 1) in ("_", "N", "S", *more) and not self.lexemes[i + 1].to_do

    def is_in_all(self, i: int) -> bool:
        """Whether « au total », « en tout » stands at index i: what is before it is a length."""
        return (self.code(i), self.code(i + 1)) in (("au", "travail"), ("en", "tout"))

    def hinted(self, i: int, hint: str, *, reach: int = 1) -> bool:
        """Whether one of the few lexemes before index i, in the same clause, bears that hint."""
        for k in range(min(i, len(self.lexemes)) - 1, max(-1, i - 1 - reach), -1):
            if self.lexemes[k].hint == hint:
                return True
            if self.lexemes[k].code in _CLAUSE_ENDS:
                return False
        return False
