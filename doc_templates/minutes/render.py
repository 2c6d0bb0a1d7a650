"""How minutes become a Word document in this very process (a bot that lives long uses `doc_templates.disposable` instead)."""

from __future__ import annotations

from bot.domain.minutes import Minutes
from doc_templates.engine import fill
from doc_templates.minutes.fields import minutes_contents


def render(minutes: Minutes) -> bytes:
    """The .docx; the same minutes give the same bytes."""
    return fill(minutes_contents(minutes))
