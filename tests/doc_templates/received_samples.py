"""Templates as people and attackers send them, made in a few words."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def template(*paragraphs: str, header: str = "", footer: str = "", title: str = "") -> bytes:
    """A Word file with those words."""
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    document.core_properties.title = title
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def changed(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same file with one of its parts changed, or added."""
    return rewritten(package, lambda parts: parts | {name: change(parts.get(name, b""))})


def rewritten(package: bytes, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> bytes:
    """The same file with its parts changed."""
    with zipfile.ZipFile(BytesIO(package)) as before:
        parts = change({name: before.read(name) for name in before.namelist()})
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after:
        for name, part in parts.items():
            after.writestr(name, part)
    return written.getvalue()


def stored(package: bytes) -> bytes:
    """The same file without compression: nothing in it is suspiciously small."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as before, zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
    return written.getvalue()


def with_body(xml: str, *paragraphs: str) -> bytes:
    """A template with raw markup at the beginning of its body."""
    return changed(
        template(*(paragraphs or ("{{ titre }}",))),
        "word/document.xml",
        lambda part: part.replace(b"<w:body>", b"<w:body>" + xml.encode(), 1),
    )


def with_relation(kind: str, target: str, *, outside: bool = True) -> bytes:
    """A template whose document points there."""
    mode = ' TargetMode="External"' if outside else ""
    typed = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="rIdX" Type="{typed}" Target="{target}"{mode}/>'
    return changed(
        template("{{ titre }}"),
        "word/_rels/document.xml.rels",
        lambda part: part.replace(b"</Relationships>", relation.encode() + b"</Relationships>"),
    )


def with_footnotes(xml: str) -> bytes:
    """A template that has footnotes, with that text among them."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    notes = f'<?xml version="1.0" encoding="UTF-8"?>{xml}'
    made = with_relation("footnotes", "footnotes.xml", outside=False)
    typed = changed(
        made,
        "[Content_Types].xml",
        lambda part: part.replace(b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()),
    )
    return changed(typed, "word/footnotes.xml", lambda _: notes.encode())


def footnotes(words: str) -> str:
    """The markup of footnotes that say that."""
    return f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
