"""How a process that waits for a template gets ready for it: it fills the sample of the house, which makes nothing that it keeps."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.templates import TemplateKind
from doc_templates.contents import Contents
from doc_templates.received.kinds import KINDS


def warm(fill: Callable[[bytes, Contents, TemplateKind], bytes]) -> None:
    """Expressions are compiled and modules read at their first use: here, before anybody waits."""
    kind = TemplateKind.MINUTES  # the richest: the others use nothing that it does not
    fill(KINDS[kind].sample(), KINDS[kind].trials()[0], kind)
