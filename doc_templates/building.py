"""How a template of the house is built: a document in our style, tables that screen readers understand, tags where blanks will be."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips

from doc_templates import house_style
from doc_templates.engine import reproducible

_OURS = {
    "/word/styles.xml": house_style.STYLES,
    "/word/numbering.xml": house_style.NUMBERING,
    "/word/settings.xml": house_style.SETTINGS,
}
_OUR_BLOBS = {"/word/fontTable.xml": house_style.FONT_TABLE, "/docProps/app.xml": house_style.APP_PROPERTIES}
_UNWANTED = ("/customXml/", "/word/stylesWithEffects.xml", "/word/webSettings.xml", "/docProps/thumbnail")


def new_template() -> Any:
    """An empty A4 document in the style of the house, without what python-docx's own template drags along."""
    document = Document()
    for part in list(document.part.package.iter_parts()):
        name = str(part.partname)
        if name in _OURS:
            _replace_children(part.element, parse_xml(_OURS[name]))
        elif name in _OUR_BLOBS:
            part._blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + _OUR_BLOBS[name].encode()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if str(relation.target_part.partname).startswith(_UNWANTED)]:
            del relations[key]
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(house_style.PAGE_WIDTH), Twips(house_style.PAGE_HEIGHT)
    section.left_margin = section.right_margin = Twips(house_style.MARGIN)
    section.top_margin, section.bottom_margin = Twips(1480), Twips(1300)
    section.header_distance, section.footer_distance = Twips(680), Twips(620)
    return document


def add_table(document: Any, *, style: str, widths: Sequence[int], caption: str, description: str, header: Sequence[str] = ()) -> Any:
    """An empty table of fixed `widths` (twentieths of a point), with its alternative text and a header row that repeats."""
    table = document.add_table(rows=0, cols=len(widths), style=style)
    table.autofit = False
    properties = table._tbl.tblPr
    properties.find(qn("w:tblW")).set(qn("w:type"), "dxa")
    properties.find(qn("w:tblW")).set(qn("w:w"), str(sum(widths)))
    look = properties.find(qn("w:tblLook"))
    for attribute, value in (("val", "04A0" if header else "0480"), ("firstRow", "1" if header else "0"), ("lastRow", "0"),
                             ("firstColumn", "1"), ("lastColumn", "0"), ("noHBand", "0"), ("noVBand", "1")):  # fmt: skip
        look.set(qn(f"w:{attribute}"), value)
    for tag, text in (("w:tblCaption", caption), ("w:tblDescription", description)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), text)
        properties.append(element)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Twips(width)
    if header:
        row = add_row(table, header, styles=["Titre de colonne"] * len(header))
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def add_row(table: Any, texts: Sequence[str], *, styles: Sequence[str]) -> Any:
    """A row that never breaks over two pages; `styles` are paragraph styles, one a cell."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column, text, style in zip(row.cells, table.columns, texts, styles, strict=True):
        cell.width = column.width
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(text)
    return row


def add_tag_row(table: Any, tag: str) -> None:
    """A row that holds only a tag such as `{%tr for line in lines %}` and disappears when the template is filled."""
    table.add_row().cells[0].paragraphs[0].add_run(tag)


def add_rows_for_each(table: Any, *, loop: str, texts: Sequence[str], styles: Sequence[str]) -> None:
    """Rows repeated by `loop` (« line in lines »)."""
    add_tag_row(table, f"{{%tr for {loop} %}}")
    add_row(table, texts, styles=styles)
    add_tag_row(table, "{%tr endfor %}")


def add_field(paragraph: Any, instruction: str) -> None:
    """A Word field such as PAGE, with « 1 » until Word counts."""
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run("1" if kind == "text" else "")
        if kind is None:
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {instruction} "
            run._r.append(element)
        elif kind != "text":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def saved(document: Any) -> bytes:
    """The template as a file, the same bytes each time."""
    written = BytesIO()
    document.save(written)
    return reproducible(written.getvalue())


def _replace_children(element: Any, wanted: Any) -> None:
    for child in list(element):
        element.remove(child)
    for child in list(wanted):
        element.append(child)
