"""Which number stands at a place of the message, in digits or in French words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.understanding.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number that was said: its exact value, its tokens [first, last) and its place [start, end) in the text.

    `approximate`: « une quinzaine », « une centaine ». `ordinal`: « 2e », « deuxième », « 1er ».
    """

    value: Fraction
    first: int
    last: int
    start: int
    end: int
    approximate: bool = False
    ordinal: bool = False
    digits: bool = False

    @property
    def whole(self) -> int | None:
        """The value as an integer, None for « 2,5 »."""
        return self.value.numerator if self.value.denominator == 1 else None


def find_number(tokens: Sequence[Token], i: int) -> NumberMention | None:
    """The longest number that begins at token i, or None: « 14 », « 2,5 », « quatorze », « soixante-dix », « une quinzaine », « 2e »."""
    return None


def find_numbers(tokens: Sequence[Token]) -> tuple[NumberMention, ...]:
    """All numbers of the message from left to right, none overlapping."""
    return ()
