"""How the bot has a received template checked or filled without ever reading it itself: in a throw-away process, ten seconds at most."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping

from bot.domain.templates import TemplateFault, TemplateKind, TemplatePlace, TemplateProblem
from bot.ports import TemplateFailed
from doc_templates.ahead import StartedAhead
from doc_templates.contents import Contents
from doc_templates.disposable import DocumentFailed

SECONDS = 10.0
_PROCESSES = StartedAhead("doc_templates.received", what="template", environment={"PYTHONDONTWRITEBYTECODE": "1"})
_KILLED = frozenset({-9, -24, -14, -11, -6})  # out of memory or of time
_TOO_MUCH = ("builtins.MemoryError", "builtins.RecursionError")


def check_template(template: bytes, kind: TemplateKind) -> tuple[TemplateFault, ...]:
    """What is to be mended; empty: it can be used. Blocks while the process runs; never raises for what a template does."""
    try:
        said = _asked(kind, template, contents=None)
    except TemplateFailed as failed:
        return failed.faults
    return tuple(_fault(one) for one in json.loads(said))


def fitting_kind(template: bytes) -> tuple[TemplateKind, tuple[TemplateFault, ...]]:
    """The kind whose dictionary knows its blanks best, and what is to be mended whatever its kind. Blocks; never raises, as above."""
    try:
        told = json.loads(_asked(None, template, contents=None))
    except TemplateFailed as failed:
        return next(iter(TemplateKind)), failed.faults
    return TemplateKind(told["kind"]), tuple(_fault(one) for one in told["faults"])


def fill_template(template: bytes, contents: Contents, kind: TemplateKind) -> bytes:
    """The .docx. Blocks while the process runs. Raises TemplateFailed."""
    document = _asked(kind, template, contents=contents)
    if not document.startswith(b"PK"):
        raise TemplateFailed(tuple(_fault(one) for one in json.loads(document)))
    return document


def _asked(kind: TemplateKind | None, template: bytes, *, contents: Contents | None) -> bytes:
    head = {"kind": kind.value if kind else None, "contents": json.loads(contents.to_json()) if contents else None}
    told = json.dumps(head).encode("ascii") + b"\n" + template
    try:
        done = _PROCESSES.run(told, seconds=SECONDS)
    except subprocess.TimeoutExpired:
        raise _endless() from None
    except DocumentFailed as error:
        raise TemplateFailed((TemplateFault(problem=TemplateProblem.FAILED),)) from error
    if done.returncode in _KILLED or done.stderr.decode("ascii", "replace").strip() in _TOO_MUCH:
        raise _endless()
    if done.returncode != 0:
        raise TemplateFailed((TemplateFault(problem=TemplateProblem.FAILED),))
    return done.stdout


def _endless() -> TemplateFailed:
    return TemplateFailed((TemplateFault(problem=TemplateProblem.ENDLESS),))


def _fault(told: Mapping[str, str]) -> TemplateFault:
    return TemplateFault(
        problem=TemplateProblem(told["problem"]),
        place=TemplatePlace(told["place"]),
        said=told["said"],
        hint=told["hint"],
        line=told["line"],
    )
