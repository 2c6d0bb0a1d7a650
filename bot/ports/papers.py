"""What the papers of meetings say, read from what is kept, with names instead of ids."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bot.domain.annual_reviews import AnnualReview
from bot.domain.convenings import Convening
from bot.domain.decision_records import DecisionRecord
from bot.domain.papers import PaperOrder
from bot.domain.signing_sheets import SigningSheet


class Papers(Protocol):
    """One value a document; `by` is the person who signs it, `on` the day it is made. None: what it speaks of is gone."""

    def decision_record(self, order: PaperOrder, *, by: int, on: date) -> DecisionRecord | None:
        """The decisions of a meeting or of a period, oldest first, with the actions born there as they stand now."""
        ...

    def signing_sheet(self, order: PaperOrder, *, by: int, on: date) -> SigningSheet | None:
        """The members of the meeting's group and whoever else its list names."""
        ...

    def convening(self, order: PaperOrder, *, by: int, on: date) -> Convening | None:
        """The agenda and the members of the meeting's group."""
        ...

    def annual_review(self, order: PaperOrder, *, by: int, on: date, named: bool) -> AnnualReview | None:
        """The figures of the days of the order; `named`: with the lists of structures."""
        ...

    def title(self, order: PaperOrder) -> str | None:
        """What a review, or the decisions of a period, are of: « GT Diabète », « Axe 3 – Santé mentale », the territory."""
        ...
