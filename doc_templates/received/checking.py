"""What is wrong with a received template, all at once: its package, its markup, its tags, then trials with invented data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from jinja2 import TemplateSyntaxError

from bot.domain.templates import TemplateFault, TemplateKind, TemplatePlace, TemplateProblem
from doc_templates.contents import Contents
from doc_templates.received.audit import Finding
from doc_templates.received.filling import LARGEST_DOCUMENT, Disallowed, ReceivedTemplate, StrictEnvironment, filled
from doc_templates.received.kinds import KINDS
from doc_templates.received.markup import parsed
from doc_templates.received.package import Faulty, packed, unpacked
from doc_templates.received.tags import Scan, excerpt, scanned

_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")  # those that docxtpl fills
_MOST_FAULTS = 20
_OF_ITS_KIND = frozenset({TemplateProblem.UNKNOWN, TemplateProblem.IS_LIST, TemplateProblem.NOT_LIST})  # told by its dictionary


def fitting(template: bytes) -> tuple[TemplateKind, tuple[TemplateFault, ...]]:
    """The kind whose dictionary knows its blanks best, and what is to be mended whatever its kind."""
    kind = next(iter(KINDS))
    try:
        parts = unpacked(template)
        trees = parsed(parts)
        faults = {kind: _words(parts, trees, kind) for kind in KINDS}
        kind = min(faults, key=lambda one: len(faults[one]))
        return kind, tuple(one for one in dict.fromkeys(faults[kind]) if one.problem not in _OF_ITS_KIND)[:_MOST_FAULTS]
    except Faulty as faulty:
        return kind, faulty.faults


def check(template: bytes, kind: TemplateKind) -> tuple[TemplateFault, ...]:
    """Everything to mend, the file first; empty: it can be used."""
    try:
        parts = unpacked(template)
        faults = _words(parts, parsed(parts), kind)
        if not faults:
            for contents in KINDS[kind].trials():
                _try(template, contents, kind)
    except Faulty as faulty:
        faults = list(faulty.faults)
    except Disallowed as disallowed:
        faults = [TemplateFault(problem=one.problem, place=TemplatePlace.ELSEWHERE, said=one.said) for one in disallowed.findings]
    return tuple(dict.fromkeys(faults))[:_MOST_FAULTS]


def _try(template: bytes, contents: Contents, kind: TemplateKind) -> None:
    """A template that loses some letters is good for one letter to all: it gives way to ours when each is to have her own."""
    try:
        fill(template, contents, kind)
    except Faulty as faulty:
        if any(fault.problem is not TemplateProblem.NOT_GONE_THROUGH for fault in faulty.faults):
            raise


def fill(template: bytes, contents: Contents, kind: TemplateKind) -> bytes:
    """The document, checked before and after. Raises Faulty, Disallowed."""
    parts = unpacked(template)
    parsed(parts)
    document = filled(packed(parts), contents, KINDS[kind].blanks)
    if len(document) > LARGEST_DOCUMENT:
        raise Faulty(TemplateFault(problem=TemplateProblem.ENDLESS))
    parsed(unpacked(document))
    return document


def _words(parts: dict[str, bytes], trees: dict[str, Any], kind: TemplateKind) -> list[TemplateFault]:
    """The faults of its tags."""
    environment = StrictEnvironment(KINDS[kind].blanks)
    scan = scanned(trees)
    seen = list(scan.faults)
    for source in _sources(packed(parts)):
        try:
            environment.parse(source)
        except Disallowed as disallowed:
            seen += [_placed(finding, scan) for finding in disallowed.findings]
        except TemplateSyntaxError:
            if not seen:
                seen.append(TemplateFault(problem=TemplateProblem.BADLY_WRITTEN, place=TemplatePlace.ELSEWHERE))
    if not scan.tags and not seen:
        seen.append(TemplateFault(problem=TemplateProblem.NO_BLANKS))
    return _once(seen)


def _sources(template: bytes) -> Iterable[str]:
    """Each source that docxtpl will hand to Jinja: body, headers, footers, properties, footnotes."""
    from io import BytesIO

    document = ReceivedTemplate(BytesIO(template))
    document.render_init()
    yield document.patch_xml(document.get_xml())
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _, part in document.get_headers_footers(uri):
            yield document.patch_xml(document.get_part_xml(part))
    for name in _PROPERTIES:
        yield str(getattr(document.docx.core_properties, name) or "")
    for part in document.docx.part.package.parts:
        if str(part.content_type).endswith("wordprocessingml.footnotes+xml"):
            yield document.patch_xml(part.blob.decode("utf-8"))


def _placed(finding: Finding, scan: Scan) -> TemplateFault:
    """Where the words of a finding stand: the first paragraph with a tag that holds them."""
    wanted = re.compile(rf"\{{[{{%](?:(?![}}%]\}}).)*(?<![\w.]){re.escape(finding.said)}(?!\w)")
    for place, line in scan.lines:
        if wanted.search(line):
            shown = excerpt(line, around=finding.said)
            return TemplateFault(problem=finding.problem, place=place, said=finding.said[:60], hint=finding.hint, line=shown)
    return TemplateFault(problem=finding.problem, place=TemplatePlace.PROPERTIES, said=finding.said[:60], hint=finding.hint)


def _once(faults: list[TemplateFault]) -> list[TemplateFault]:
    """One fault about the same words of the same line."""
    kept: dict[tuple[str, str, str], TemplateFault] = {}
    for fault in faults:
        kept.setdefault((fault.place, fault.line, "" if fault.problem is TemplateProblem.FORBIDDEN else fault.said), fault)
    return list(kept.values())
