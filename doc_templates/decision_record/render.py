"""How it becomes a Word document in this very process (a bot that lives long uses `doc_templates.disposable` instead)."""

from __future__ import annotations

from bot.domain.decision_records import DecisionRecord
from doc_templates.decision_record.fields import decision_record_contents
from doc_templates.engine import fill


def render(record: DecisionRecord) -> bytes:
    """The .docx; equal values give equal bytes."""
    return fill(decision_record_contents(record))
