"""Which documents can have a template of one's own: its blanks, and what a new one is tried with. A kind is a folder of doc_templates.

`blanks.py` names it (TITLE) and its blanks (BLANKS), `trial.py` invents what a new one is tried with, `sample.docx` is what one begins
with (made by `doc_templates.received.samples`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import files

from bot.domain.templates import TemplateKind
from bot.domain.writing import USUAL, WritingStyle
from doc_templates.blanks import Blank
from doc_templates.contents import Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """`folder` holds the template of the house and its sample in French; `note`: what the dictionary says beside its blanks."""

    folder: str
    title: str
    blanks: tuple[Blank, ...]
    note: str = ""

    @property
    def sample_name(self) -> str:
        """« Modele-feuille-d-emargement.docx », in plain ASCII."""
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", self.title.casefold()) if not unicodedata.combining(sign))
        return f"Modele-{'-'.join(plain.replace('’', ' ').split())}.docx"

    def trials(self, style: WritingStyle = USUAL) -> Sequence[Contents]:
        """What a new one is tried with, the richest first; read late, since it brings every noun of a meeting."""
        invented: Sequence[Contents] = import_module(f"doc_templates.{self.folder}.trial").trials(style)
        return invented

    def sample(self) -> bytes:
        """Ours, with its blanks in French."""
        return files("doc_templates").joinpath(self.folder, "sample.docx").read_bytes()


def _kind(folder: str) -> Kind:
    told = import_module(f"doc_templates.{folder}.blanks")
    return Kind(folder=folder, title=told.TITLE, blanks=told.BLANKS, note=getattr(told, "NOTE", ""))


KINDS = {kind: _kind(kind.value) for kind in TemplateKind}
