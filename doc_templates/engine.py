"""How a Word template becomes a document: docxtpl in a sandbox, escaped data, properties written last, the same bytes each time."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from doc_templates.cleaning import clean, clean_all
from doc_templates.contents import Contents, Properties

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255  # Word cuts longer ones


def template_of(document: str, name: str = "template.docx") -> bytes:
    """The template that ships in that folder."""
    return files("doc_templates").joinpath(document, name).read_bytes()


def fill(contents: Contents) -> bytes:
    """The .docx of its template filled; a field that the template names and nobody gives raises jinja2.UndefinedError."""
    return fill_template(template_of(contents.document), contents)


def fill_template(template: bytes, contents: Contents) -> bytes:
    """The same for a template given as bytes (one of ours: templates received from people need more checks than this)."""
    document = DocxTemplate(BytesIO(template))
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document.render(clean_all(dict(contents.fields)), jinja_env=environment, autoescape=True)
    if contents.charts:
        from doc_templates.charts import place_charts  # python-pptx takes half a second to import

        place_charts(document.docx, contents.charts)
    write_properties(document.docx.core_properties, contents.properties)
    filled = BytesIO()
    document.save(filled)
    return reproducible(filled.getvalue())


def reproducible(package: bytes) -> bytes:
    """The same zip with entries in a fixed order and without times, so that equal contents give equal bytes."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            after.writestr(entry, before.read(name), compresslevel=9)
    return packed.getvalue()


def write_properties(core: Any, properties: Properties) -> None:
    """After the rendering, which would print them as « T&amp;T »."""
    day = datetime.fromisoformat(properties.day).replace(tzinfo=UTC)
    core.title = _one_line(properties.title)
    core.author = core.last_modified_by = _one_line(properties.author)
    core.subject = _one_line(properties.subject)
    core.comments = core.keywords = core.category = ""
    core.language = "fr-FR"
    core.created = core.modified = day
    core.revision = properties.revision


def _one_line(text: str) -> str:
    return " ".join(clean(text).split(" ")).replace("\n", " ")[:_LONGEST_PROPERTY]
