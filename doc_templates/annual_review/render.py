"""How it becomes a Word document in this very process (a bot that lives long uses `doc_templates.disposable` instead)."""

from __future__ import annotations

from bot.domain.annual_reviews import AnnualReview
from doc_templates.annual_review.fields import review_contents
from doc_templates.engine import fill


def render(review: AnnualReview) -> bytes:
    """The .docx; equal values give equal bytes."""
    return fill(review_contents(review))
