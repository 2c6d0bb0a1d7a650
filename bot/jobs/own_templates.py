"""How a document is made by a template of hers, and by ours when she has none or when hers fails, which is then said below it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from bot.domain.templates import Template
from bot.ports import TemplateFailed
from bot.texts import templates

log = logging.getLogger(__name__)
Document = TypeVar("Document")


def made_by(template: Template | None, *, hers: Callable[[bytes], Document], ours: Callable[[], Document]) -> tuple[Document, str]:
    """The document, and what is to be said below it ("" when there is nothing to say)."""
    if template is None or template.content is None:
        return ours(), ""
    try:
        return hers(template.content), ""
    except TemplateFailed as failed:
        log.warning("template %s: %s", template.id, ", ".join(fault.problem for fault in failed.faults))
        return ours(), templates.fell_back(template.file_name, failed.faults)
