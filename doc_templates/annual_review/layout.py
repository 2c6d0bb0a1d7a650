"""How the tables of figures and the places of charts of a review are laid out in its template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from doc_templates.building import add_row, add_table, add_tag_row
from doc_templates.house_style import TEXT_WIDTH

_CELL, _LABEL = "Texte de tableau", "Libellé"


def add_figures_table(
    document: Any,
    *,
    title: str,
    description: str,
    loop: str,
    columns: Sequence[tuple[str, str, int]],
    words: int = 0,
    total: Sequence[str] = (),
    whole: bool = True,
) -> None:
    """Columns are (heading, field, width); the one without width takes what is left; those after the first and `words` more are numbers.

    A `whole` table with a total stands on one page.
    """
    left = TEXT_WIDTH - sum(width for _, _, width in columns)
    table = add_table(
        document,
        style="Tableau Maillon",
        widths=[width or left for _, _, width in columns],
        caption=title,
        description=description,
        header=[heading for heading, _, _ in columns],
    )
    add_tag_row(table, f"{{%tr for {loop} %}}")
    styles = [_LABEL, *[_CELL] * (len(columns) - 1)]
    rows = [table.rows[0], add_row(table, [field for _, field, _ in columns], styles=styles)]
    add_tag_row(table, "{%tr endfor %}")
    if total and whole:
        for cell in rows[-1].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    if total:
        rows.append(add_row(table, total, styles=[_LABEL] * len(columns)))
    for row in rows:
        for cell in row.cells[1 + words :]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def add_read(document: Any, place: str, *, rank: int, rounded: str = "") -> None:
    """A chart and how it is read; without a `rank` there is no chart, and the sentence reads the table below."""
    if rank:
        _chart(document, place, rank)
    sentence = add_reading(document, f"{{{{ read_{place} }}}}{rounded if rank else ''}")
    sentence.paragraph_format.keep_with_next = not rank or None


def _chart(document: Any, place: str, rank: int) -> None:
    """Where a chart goes: a bookmark, that nothing typed by people can be."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(rank))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), place)
        paragraph._p.append(mark)


def add_reading(document: Any, text: str) -> Any:
    """A sentence that reads what stands above or below it, in small; returns its paragraph."""
    paragraph = document.add_paragraph(text, style="Note")
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(3), Pt(6)
    return paragraph
