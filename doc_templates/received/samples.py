"""How the samples were made: each template of the house under the names that people write; `python -m doc_templates.received.samples`."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path

from docx import Document

from doc_templates.building import saved
from doc_templates.received.kinds import KINDS, Kind
from doc_templates.sample import translated


def make_sample(kind: Kind) -> bytes:
    """Its sample as bytes: of what a received template cannot print, `make_plain` leaves the place out."""
    maker = import_module(f"doc_templates.{kind.folder}.make_template")
    ours: bytes = getattr(maker, "make_plain", maker.make_template)()
    return translated(_legible(ours), kind.blanks)


def _legible(template: bytes) -> bytes:
    """The same with the tags that stand alone in their row in its widest cell, where people can read them."""
    document = Document(BytesIO(template))
    for table in document.tables:
        widest = max(range(len(table.columns)), key=lambda place: table.columns[place].width or 0)
        for row in table.rows:
            first, wide = row.cells[0].paragraphs[0], row.cells[widest].paragraphs[0]
            if widest and first.text.startswith("{%tr"):
                wide.add_run(first.text)
                first.clear()
    return saved(document)


if __name__ == "__main__":
    for one in KINDS.values():
        (Path(__file__).parents[1] / one.folder / "sample.docx").write_bytes(make_sample(one))
