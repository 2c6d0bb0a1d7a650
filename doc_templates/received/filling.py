"""How a received template is filled: the sources that docxtpl makes of it are each audited, and only plain values can be reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.domain.templates import TemplateFault, TemplateProblem
from doc_templates.blanks import Blank, in_french
from doc_templates.cleaning import clean_all
from doc_templates.contents import Contents
from doc_templates.engine import reproducible, write_properties
from doc_templates.received.audit import FILTERS, TESTS, Finding, audit
from doc_templates.received.package import Faulty
from doc_templates.received.tags import straight

LARGEST_DOCUMENT = 20_000_000
_INSIDE = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)


class Disallowed(Exception):
    """A source says what templates may not say."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)


class StrictEnvironment(ImmutableSandboxedEnvironment):
    """Compiles only what the audit lets through, and reads only the keys of plain values."""

    def __init__(self, blanks: Sequence[Blank]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.blanks = tuple(blanks)
        self.gone_through: set[str] = set()
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters["default"] = _default
        self.tests = {name: self.tests[name] for name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        found, gone_through = audit(tree, self.blanks)
        if found:
            raise Disallowed(found)
        self.gone_through |= gone_through
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of a plain mapping, or the counters of a loop; nothing else has attributes here."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in ("index", "first", "last", "length"):
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Nothing: no tag may ask by position."""
        return self.undefined(obj=obj, name=argument)


def _default(value: Any, instead: str = "") -> Any:
    """The words to print where nothing is known: what is not known is empty here, never missing."""
    return value or instead


class ReceivedTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl, with the French quotation marks that Word puts into tags read as plain ones."""

    def patch_xml(self, src_xml: str) -> str:
        """The source that Jinja reads."""
        patched: str = super().patch_xml(src_xml)
        return _INSIDE.sub(lambda tag: straight(tag[0]), patched)


def filled(template: bytes, contents: Contents, blanks: Sequence[Blank]) -> bytes:
    """The .docx. Raises Disallowed, Faulty, jinja2.TemplateError, and whatever docxtpl makes of a strange file."""
    document = ReceivedTemplate(BytesIO(template))
    fields = clean_all(in_french(blanks, contents.fields))
    environment = StrictEnvironment(blanks)
    document.render(fields, jinja_env=environment, autoescape=True)
    for blank in blanks:
        if blank.whole and len(fields[blank.name]) > 1 and blank.name not in environment.gone_through:
            raise Faulty(TemplateFault(problem=TemplateProblem.NOT_GONE_THROUGH, said=blank.name))
    write_properties(document.docx.core_properties, contents.properties)
    written = BytesIO()
    document.save(written)
    return reproducible(written.getvalue())
