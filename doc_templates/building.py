"""How a template of the house is built: a document in our style, tables that screen readers understand, tags where blanks will be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
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


def add_table(
    document: Any,
    *,
    style: str,
    widths: Sequence[int],
    caption: str,
    description: str,
    header: Sequence[str] = (),
    first_column: bool = True,
) -> Any:
    """An empty table of fixed `widths` (twentieths of a point), with its alternative text and a header row that repeats.

    `first_column`: it names the lines, as a number does.
    """
    table = document.add_table(rows=0, cols=len(widths), style=style)
    table.autofit = False
    properties = table._tbl.tblPr
    properties.find(qn("w:tblW")).set(qn("w:type"), "dxa")
    properties.find(qn("w:tblW")).set(qn("w:w"), str(sum(widths)))
    look = properties.find(qn("w:tblLook"))
    bits = 0x400 | (0x20 if header else 0) | (0x80 if first_column else 0)
    for attribute, value in (("val", f"{bits:04X}"), ("firstRow", "1" if header else "0"), ("lastRow", "0"),
                             ("firstColumn", str(int(first_column))), ("lastColumn", "0"), ("noHBand", "0"), ("noVBand", "1")):  # fmt: skip
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


def add_row(table: Any, texts: Sequence[str], *, styles: Sequence[str], height: int = 0) -> Any:
    """A row that never breaks over two pages, at least `height` twentieths of a point; `styles` are paragraph styles, one a cell."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if height:
        row.height = Twips(height)
    for cell, column, text, style in zip(row.cells, table.columns, texts, styles, strict=True):
        cell.width = column.width
        paragraph = cell.paragraphs[0]
        paragraph.style = style
        paragraph.add_run(text)
    return row


def add_tag_row(table: Any, tag: str) -> None:
    """A row that holds only a tag such as `{%tr for line in lines %}` and disappears when the template is filled."""
    table.add_row().cells[0].paragraphs[0].add_run(tag)


def add_rows_for_each(table: Any, *, loop: str, texts: Sequence[str], styles: Sequence[str], height: int = 0) -> None:
    """Rows repeated by `loop` (« line in lines »)."""
    add_tag_row(table, f"{{%tr for {loop} %}}")
    add_row(table, texts, styles=styles, height=height)
    add_tag_row(table, "{%tr endfor %}")


def add_sheet(document: Any, lines: Sequence[tuple[str, str]], *, caption: str, description: str) -> None:
    """A table of labels and values; a line whose field (« place », « letter.place ») is empty disappears."""
    sheet = add_table(
        document, style="Fiche Maillon", widths=(2300, house_style.TEXT_WIDTH - 2300), caption=caption, description=description
    )
    for label, field in lines:
        add_tag_row(sheet, f"{{%tr if {field} %}}")
        add_row(sheet, [label, f"{{{{ {field} }}}}"], styles=["Libellé", "Texte de tableau"])
        add_tag_row(sheet, "{%tr endif %}")


def add_when(document: Any, condition: str, *paragraphs: tuple[str, str]) -> None:
    """Paragraphs (text, style) that stand only when `condition` is true."""
    document.add_paragraph(f"{{%p if {condition} %}}")
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    document.add_paragraph("{%p endif %}")


def add_running_lines(section: Any, *, footer: str, numbered_when: str = "") -> None:
    """The organism and the reference above, `footer` and the number of the page below (only if that field is true, when one is given)."""
    above = section.header.paragraphs[0]
    above.style = "Header"
    above.add_run("{{ organism }}", style="Strong")
    above.add_run("\t{{ reference }}")
    below = section.footer.paragraphs[0]
    below.style = "Footer"
    below.add_run(footer)
    if numbered_when:
        below.add_run(f"{{%r if {numbered_when} %}}")
    below.add_run("\tPage\u00a0")
    add_field(below, "PAGE")
    below.add_run(" sur\u00a0")
    add_field(below, "NUMPAGES")
    if numbered_when:
        below.add_run("{%r endif %}")


def name_it(document: Any, title: str) -> None:
    """The properties of the template itself."""
    core = document.core_properties
    core.title, core.author, core.language, core.comments = title, "Maillon", "fr-FR", ""
    core.last_modified_by, core.revision = "Maillon", 1
    core.created = core.modified = datetime(2026, 1, 1, tzinfo=UTC)


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
