"""How it becomes a Word document in this very process (a bot that lives long uses `doc_templates.disposable` instead)."""

from __future__ import annotations

from bot.domain.convenings import Convening
from doc_templates.agenda.fields import agenda_contents
from doc_templates.engine import fill


def render(convening: Convening) -> bytes:
    """The .docx; equal values give equal bytes."""
    return fill(agenda_contents(convening))
