"""How it becomes a Word document in this very process (a bot that lives long uses `doc_templates.disposable` instead)."""

from __future__ import annotations

from bot.domain.signing_sheets import SigningSheet
from doc_templates.engine import fill
from doc_templates.signing_sheet.fields import signing_sheet_contents


def render(sheet: SigningSheet) -> bytes:
    """The .docx; equal values give equal bytes."""
    return fill(signing_sheet_contents(sheet))
