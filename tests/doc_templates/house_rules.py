"""The rules that every Word document of the house keeps, for readers, screen readers and Word itself: `faults` lists what breaks one."""

import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
UNWANTED = (
    "customXml/",
    "word/stylesWithEffects.xml",
    "docProps/thumbnail",
    "word/webSettings.xml",
    "word/vbaProject.bin",
)


def faults(docx: bytes) -> list[str]:
    """Every broken rule, in English; empty for a good document."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    xml = {name: etree.fromstring(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    body = xml["word/document.xml"].find(f"{W}body")
    texts = [name for name in xml if name in ("word/document.xml",) or name.startswith(("word/header", "word/footer"))]
    found = [f"unwanted part {name}" for name in parts if name.startswith(UNWANTED)]
    found += [f"unwanted part {name}" for name in parts if name.startswith("word/embeddings/") and not name.endswith(".xlsx")]
    found += _charts(xml)
    found += _relations(xml)
    found += _language_and_title(xml)
    found += _headings(body)
    found += _paragraphs(body)
    found += [fault for table in body.iter(f"{W}tbl") for fault in _table(table)]
    for name in texts:
        found += _fields(name, xml[name])
        found += _styles(name, xml[name], xml["word/styles.xml"])
        found += [f"residue {sign!r} in {name}" for sign in ("{{", "{%", "Undefined", "None") if sign in text_of(xml[name])]
    sizes = [int(size.get(f"{W}val")) for part in xml.values() for size in part.iter(f"{W}sz")]
    found += [f"text of {size / 2:g} pt" for size in sizes if size < 18 and size != 0]
    return found


def text_of(element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def _relations(xml):
    for name, part in xml.items():
        if name.endswith(".rels"):
            yield from (f"external target in {name}" for relation in part if relation.get("TargetMode") == "External")


def _charts(xml):
    """Each drawing is one chart with its workbook, in French, described with its values; the ids are unique."""
    drawn = list(xml["word/document.xml"].iter(f"{WP}docPr"))
    charts = {name: part for name, part in xml.items() if name.startswith("word/charts/chart")}
    if len(drawn) != len(charts) or len({one.get("id") for one in drawn}) != len(drawn):
        yield "drawings that are not charts one by one"
    yield from ("a chart without its words" for one in drawn if not one.get("descr") or not one.get("title"))
    for name, part in charts.items():
        if part.find(f"{C}externalData") is None:
            yield f"{name} has no workbook"
        yield from (f"{name} speaks {one.get('lang')}" for one in part.iter(f"{A}endParaRPr") if one.get("lang") != "fr-FR")
        yield from (f"{name}: text of {size.get('sz')}" for size in part.iter(f"{A}defRPr") if int(size.get("sz", 900)) < 900)


def _language_and_title(xml):
    styles, core = xml["word/styles.xml"], xml["docProps/core.xml"]
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if default is None or default.get(f"{W}val") != "fr-FR":
        yield "the default language is not fr-FR"
    for name, part in xml.items():
        for language in part.iter(f"{W}lang"):
            yield from (f"{name} speaks {value}" for value in language.attrib.values() if value != "fr-FR")
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "no title property"
    if core.findtext(f"{DC}language") != "fr-FR":
        yield "the language property is not fr-FR"


def _headings(body):
    level = 0
    for style in body.iter(f"{W}pStyle"):
        name = style.get(f"{W}val")
        if name.startswith("Heading"):
            now = int(name.removeprefix("Heading"))
            if now > level + 1:
                yield f"heading {now} after {level}"
            level = now


def _paragraphs(body):
    for child in body:
        if child.tag == f"{W}p" and not text_of(child).strip() and child.find(f".//{W}drawing") is None:
            yield "an empty paragraph"
    yield from ("justified text" for align in body.iter(f"{W}jc") if align.get(f"{W}val") == "both")


def _table(table):
    properties = table.find(f"{W}tblPr")
    for tag in ("tblCaption", "tblDescription"):
        element = properties.find(f"{W}{tag}")
        if element is None or not element.get(f"{W}val"):
            yield f"a table without {tag}"
    rows = table.findall(f"{W}tr")
    if not rows:
        yield "an empty table"
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    for row in rows:
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
        if sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) != columns:
            yield "a row that does not fit its grid"
        if any(span is not None for span in spans) or row.find(f".//{W}vMerge") is not None:
            yield "merged cells"
        if row.find(f"{W}trPr/{W}cantSplit") is None:
            yield "a row that may break"
        if any(cell.find(f"{W}p") is None for cell in row.findall(f"{W}tc")):
            yield "a cell without a paragraph"
    has_header = bool(rows) and rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    if (properties.find(f"{W}tblLook").get(f"{W}firstRow") == "1") != has_header:
        yield "a header row that is not declared as such"
    if table.find(f".//{W}tbl") is not None:
        yield "a nested table"


def _fields(name, part):
    depth = 0
    for mark in part.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if depth not in (0, 1):
            yield f"unpaired field in {name}"
    if depth:
        yield f"unclosed field in {name}"
    for instruction in part.iter(f"{W}instrText"):
        if (instruction.text or "").strip() not in ("PAGE", "NUMPAGES"):
            yield f"a foreign field in {name}"
    yield from (f"a foreign field in {name}" for _ in part.iter(f"{W}fldSimple"))


def _styles(name, part, styles):
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        yield from (f"unknown style {use.get(f'{W}val')} in {name}" for use in part.iter(f"{W}{tag}") if use.get(f"{W}val") not in known)
