"""Whether the markup of a Word package does nothing but lay text out: no program, no object, nothing from outside, no runaway size.

Everything is compared by qualified name after parsing: a search in the bytes is got round by `&#68;DEAUTO` or another prefix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from bot.domain.templates import TemplateFault, TemplatePlace, TemplateProblem
from doc_templates.received.package import Faulty, refuse

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MOST_ELEMENTS, _MOST_PARAGRAPHS, _MOST_BRACES = 300_000, 20_000, 4_000
_FIELDS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "TOC", "TC", "HYPERLINK", "DATE", "TIME", "CREATEDATE",
        "SAVEDATE", "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "STYLEREF", "SEQ", "SYMBOL", "XE", "INDEX", "LASTSAVEDBY",
        "NUMWORDS", "REVNUM",
    )
)  # fmt: skip
_PROGRAMS = frozenset({"vbaproject", "vbadata", "attachedtoolbars", "keymapcustomizations", "activexcontrolbinary", "control"})
_OBJECTS = frozenset(
    ("oleobject", "package", "subdocument", "afchunk", "mailmergesource", "mailmergeheadersource", "frame", "webextensiontaskpanes")
)
_ELEMENTS = {
    "altChunk": TemplateProblem.EMBEDDED,
    "subDoc": TemplateProblem.EMBEDDED,
    "object": TemplateProblem.EMBEDDED,
    "OLEObject": TemplateProblem.EMBEDDED,
    "control": TemplateProblem.MACROS,
    "macro": TemplateProblem.MACROS,
    "entryMacro": TemplateProblem.MACROS,
    "exitMacro": TemplateProblem.MACROS,
    "mailMerge": TemplateProblem.OUTSIDE,
    "frameset": TemplateProblem.OUTSIDE,
}
_READ = (".xml", ".rels")
_LET_GO = "attachedTemplate"  # Word writes it by itself: it is taken out
_LINKS = frozenset({"http", "https", "mailto"})
_WHITE = re.compile(r"\s+")


def parsed(parts: dict[str, bytes]) -> dict[str, Any]:
    """Every XML part as a tree, harmless as far as its markup goes; takes attached templates out of `parts`. Raises Faulty."""
    trees: dict[str, Any] = {}
    faults: list[TemplateFault] = []
    elements = 0
    _refuse_programs(parts)
    for name in [name for name in parts if name.casefold().endswith(_READ)]:
        tree = _tree(parts[name])
        elements += _size(tree)
        if elements > _MOST_ELEMENTS:
            raise refuse(TemplateProblem.ENDLESS)
        if name.endswith(".rels"):
            faults += _relations(tree)
        elif name == "[Content_Types].xml":
            _refuse_types(tree)
        else:
            faults += _elements(tree, place_of(name))
        if _without_attached(tree):
            parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        trees[name] = tree
    if "[Content_Types].xml" not in trees:
        raise refuse(TemplateProblem.NOT_WORD)
    if faults:
        raise Faulty(*dict.fromkeys(faults))
    return trees


def place_of(name: str) -> TemplatePlace:
    """Where a part is, in the words of whoever wrote it."""
    part = name.rpartition("/")[2]
    for start, place in (
        ("document", TemplatePlace.BODY),
        ("header", TemplatePlace.HEADER),
        ("footer", TemplatePlace.FOOTER),
        ("footnotes", TemplatePlace.NOTES),
        ("core", TemplatePlace.PROPERTIES),
    ):
        if part.startswith(start):
            return place
    return TemplatePlace.ELSEWHERE


def _tree(part: bytes) -> Any:
    """The part parsed without entities, network nor size of the extreme. Raises Faulty."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00")):
        raise refuse(TemplateProblem.DAMAGED)  # UTF-8 alone: nobody reads bytes differently from us
    if part.count(b"{") + part.count(b"&#123;") + part.count(b"&#x7b;") > _MOST_BRACES:
        raise refuse(TemplateProblem.ENDLESS)
    parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False, remove_blank_text=False)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse(TemplateProblem.DAMAGED) from error
    told = root.getroottree().docinfo
    if told.doctype or told.internalDTD is not None or (told.encoding or "UTF-8").upper() not in ("UTF-8", "US-ASCII", "ASCII"):
        raise refuse(TemplateProblem.SOURCE)
    return root


def _size(tree: Any) -> int:
    """How many elements there are. Raises Faulty for too many paragraphs, or braces written as characters of any kind."""
    paragraphs = elements = braces = 0
    for element in tree.iter():
        elements += 1
        paragraphs += element.tag == f"{{{W}}}p"
        braces += (element.text or "").count("{") + (element.tail or "").count("{") + sum(v.count("{") for v in element.attrib.values())
        if paragraphs > _MOST_PARAGRAPHS or elements > _MOST_ELEMENTS or braces > _MOST_BRACES:
            raise refuse(TemplateProblem.ENDLESS)
    return elements


def _refuse_programs(parts: dict[str, bytes]) -> None:
    for name in parts:
        low = name.casefold()
        if "vba" in low or "activex" in low or low.endswith((".bin", ".exe", ".js", ".vbs", ".dll", ".docm")):
            problem = TemplateProblem.EMBEDDED if low.startswith("word/embeddings/") else TemplateProblem.MACROS
            if "printersettings" not in low:
                raise refuse(problem)


def _refuse_types(tree: Any) -> None:
    for one in tree.iter(f"{_TYPES}Override", f"{_TYPES}Default"):
        named = one.get("PartName") or f".{one.get('Extension', '')}"
        if one.get("ContentType", "").casefold().endswith("xml") and not named.casefold().endswith(_READ):
            raise refuse(TemplateProblem.DAMAGED)  # a part that would be read as XML without having been looked at
    types = [(one.get("PartName", ""), one.get("ContentType", "")) for one in tree.iter(f"{_TYPES}Override", f"{_TYPES}Default")]
    if any("macroenabled" in kind.casefold() or "vbaproject" in kind.casefold() for _, kind in types):
        raise refuse(TemplateProblem.MACROS)
    if not any(kind == _MAIN_TYPE for _, kind in types):
        raise refuse(TemplateProblem.NOT_WORD)


def _relations(tree: Any) -> Iterator[TemplateFault]:
    for relation in tree.iter(_RELATION):
        kind = relation.get("Type", "").rpartition("/")[2].casefold()
        target = relation.get("Target", "")
        outside = relation.get("TargetMode", "").casefold() == "external"
        if kind == _LET_GO.casefold():
            continue
        if kind in _PROGRAMS:
            yield TemplateFault(problem=TemplateProblem.MACROS)
        elif kind in _OBJECTS:
            yield TemplateFault(problem=TemplateProblem.EMBEDDED)
        elif (outside and (kind != "hyperlink" or urlsplit(target).scheme.casefold() not in _LINKS)) or (not outside and "://" in target):
            yield TemplateFault(problem=TemplateProblem.OUTSIDE, said=target[:60])


def _without_attached(tree: Any) -> bool:
    """Takes out the template of which Word keeps the address."""
    gone = list(tree.iter(f"{{{W}}}{_LET_GO}", f"{{{_STRICT}}}{_LET_GO}"))
    gone += [one for one in tree.iter(_RELATION) if one.get("Type", "").endswith(f"/{_LET_GO}")]
    for one in gone:
        one.getparent().remove(one)
    return bool(gone)


def _elements(tree: Any, place: TemplatePlace) -> Iterator[TemplateFault]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            if element.tag is etree.Entity or element.tag is etree.PI:
                yield TemplateFault(problem=TemplateProblem.SOURCE, place=place)
            continue
        name = etree.QName(element)
        problem = _ELEMENTS.get(name.localname)
        if problem is not None:
            yield TemplateFault(problem=problem, place=place)
    for instruction in _instructions(tree):
        kind = _WHITE.split(instruction.strip() or " ")[0].upper()
        if (kind and kind not in _FIELDS) or any(sign in instruction for sign in "{}"):
            yield TemplateFault(problem=TemplateProblem.FIELD, place=place, said=kind[:30])


def _instructions(tree: Any) -> Iterator[str]:
    """What every Word field does, also when Word cut it in pieces or put one field into another."""
    open_fields: list[list[str]] = []
    for element in tree.iter():
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if name == "fldSimple":
            yield next((value for key, value in element.attrib.items() if etree.QName(key).localname == "instr"), "")
        elif name == "fldChar":
            kind = next((value for key, value in element.attrib.items() if etree.QName(key).localname == "fldCharType"), "")
            if kind == "begin":
                open_fields.append([])
            elif open_fields and kind == "end":
                yield "".join(open_fields.pop())
        elif name in ("instrText", "delInstrText"):
            if open_fields:
                open_fields[-1].append(element.text or "")
            else:
                yield element.text or ""
    for left in open_fields:
        yield "".join(left)
