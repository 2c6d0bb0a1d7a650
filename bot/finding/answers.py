"""What a search answers: who is meant, how surely, and what each word of the demand found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.finding.sheets import Sheet
from bot.finding.wordbook import How


class Verdict(StrEnum):
    """How sure an answer is."""

    CLEAR = "clear"  # one sheet, and no other comes near
    SEVERAL = "several"  # each of them answers all the words
    NEAR = "near"  # nobody answers; these come near (« vouliez-vous dire… »)
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class WordFound:
    """A word of the demand, in which field it was found (« name », « structure », « function »…) and how; None: nowhere."""

    word: str
    field: str | None = None
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A sheet with its score (0 to about 1, to be compared within one answer only) and what each word found there."""

    sheet: Sheet
    score: float
    found: tuple[WordFound, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The sheets to offer, best first; with `NEAR` they are only proposals, with `NOBODY` there are none."""

    verdict: Verdict
    hits: tuple[Hit, ...] = ()

    @property
    def confident(self) -> bool:
        """Whether the sheets answer the demand, and not merely come near."""
        return self.verdict in (Verdict.CLEAR, Verdict.SEVERAL)

    @property
    def likely(self) -> bool:
        """Whether nobody answers to the letter, and one sheet alone comes near with every word found in it."""
        if self.verdict is not Verdict.NEAR or any(word.field is None for word in self.hits[0].found):
            return False
        return len(self.hits) == 1 or self.hits[0].score - self.hits[1].score >= _ALONE


_ALONE = 0.08  # how far ahead of the next sheet
