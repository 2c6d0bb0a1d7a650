"""Which documents can have a template of one's own: its blanks, and what a new one is tried with. One more document is one more entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.templates import TemplateKind
from doc_templates.blanks import Blank
from doc_templates.contents import Contents
from doc_templates.minutes import blanks as minutes_blanks


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`folder` holds the template of the house and its sample in French; `trials` begins with the richest."""

    folder: str
    title: str
    sample_name: str
    blanks: tuple[Blank, ...]
    trials: Callable[[], tuple[Contents, ...]]


def _minutes_trials() -> tuple[Contents, ...]:
    from doc_templates.minutes.trial import trials  # with every noun of a meeting: filling needs none of them

    return trials()


KINDS = {
    TemplateKind.MINUTES: Kind(
        folder="minutes",
        title="Compte rendu",
        sample_name="Modele-de-compte-rendu.docx",
        blanks=minutes_blanks.BLANKS,
        trials=_minutes_trials,
    ),
}
