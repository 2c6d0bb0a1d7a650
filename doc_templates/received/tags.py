"""What people wrote between braces, paragraph by paragraph: half a tag, a tag never closed, one brace where two belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateSyntaxError

from bot.domain.templates import TemplateFault, TemplatePlace, TemplateProblem
from doc_templates.received.markup import W, place_of

_TAG = re.compile(r"\{\{(?P<shown>.*?)\}\}|\{%(?P<done>.*?)%\}|\{#.*?#\}", re.DOTALL)
_SINGLE = re.compile(r"(?<!\{)\{\s*([A-Za-zÀ-ÿ_][\wÀ-ÿ.]{1,40})\s*\}(?!\})")
_WORDS = re.compile(r"^[-+]?\s*(?:(?:p|tr|tc|r)\s+)?(?P<verb>\w+)(?P<rest>.*?)[-+]?$", re.DOTALL)
_FILLED = (TemplatePlace.BODY, TemplatePlace.HEADER, TemplatePlace.FOOTER, TemplatePlace.NOTES)
_ENDS = {"endfor": "for", "endif": "if"}
_QUOTES = {**dict.fromkeys(map(ord, "“”«»"), '"'), **dict.fromkeys(map(ord, "‘’"), "'")}
_SHOWN = 60
_GRAMMAR = Environment(autoescape=True)  # parses and never runs
_GLOSSED = frozenset({"endnotes", "comments"})


@dataclass(slots=True)
class Scan:
    """The faults of one document, where its words stand, and how many tags it has."""

    faults: list[TemplateFault] = field(default_factory=list)
    lines: list[tuple[TemplatePlace, str]] = field(default_factory=list)
    tags: int = 0

    def add(self, problem: TemplateProblem, place: TemplatePlace, said: str, line: str) -> None:
        """Notes a fault."""
        self.faults.append(TemplateFault(problem=problem, place=place, said=_short(said), line=excerpt(line, around=said)))


def scanned(trees: dict[str, Any]) -> Scan:
    """Reads every part; in those that are never filled a tag is a fault."""
    scan = Scan()
    for name, tree in trees.items():
        place = place_of(name)
        if place in _FILLED:
            _part(scan, place, tree)
        elif name.startswith("word/") and name.rpartition("/")[2].removesuffix(".xml") in _GLOSSED:
            for line in texts(tree):
                if tag := _TAG.search(line):
                    scan.add(TemplateProblem.NOT_FILLED_THERE, place, tag[0], line)
    return scan


def texts(tree: Any) -> Iterator[str]:
    """The words of each paragraph, those of a frame inside it apart."""
    for paragraph in tree.iter(f"{{{W}}}p"):
        words = [
            one.text or ""
            for one in paragraph.iter(f"{{{W}}}t")
            if next((above for above in one.iterancestors(f"{{{W}}}p")), None) is paragraph
        ]
        if words:
            yield "".join(words)


def straight(tag: str) -> str:
    """Quotation marks as a program reads them: Word makes French ones by itself."""
    return tag.translate(_QUOTES).replace("\u00a0", " ").replace("\u202f", " ")


def _part(scan: Scan, place: TemplatePlace, tree: Any) -> None:
    open_tags: list[tuple[str, str, str]] = []
    for line in texts(tree):
        scan.lines.append((place, line))
        if "{" not in line and "}" not in line:
            continue
        for tag in _TAG.finditer(line):
            scan.tags += 1
            if tag["shown"] is not None:
                _parses(scan, place, tag[0], line)
            elif tag["done"] is not None:
                _deed(scan, place, tag, line, open_tags)
        rest = _TAG.sub(" ", line)
        if "{{" in rest or "}}" in rest or "{%" in rest or "%}" in rest:
            scan.add(TemplateProblem.UNFINISHED, place, rest[max(0, rest.find("{")) :], line)
        for alone in _SINGLE.finditer(rest):
            scan.add(TemplateProblem.SINGLE_BRACE, place, alone[1], line)
    for _, said, line in open_tags:
        scan.add(TemplateProblem.UNCLOSED, place, said, line)


def _deed(scan: Scan, place: TemplatePlace, tag: re.Match[str], line: str, open_tags: list[tuple[str, str, str]]) -> None:
    told = _WORDS.match(tag["done"].strip())
    verb = told["verb"] if told else ""
    if told is None or verb not in ("for", "if", "elif", "else", *_ENDS):
        scan.add(TemplateProblem.FORBIDDEN, place, tag[0], line)
        return
    if verb in ("for", "if"):
        open_tags.append((verb, tag[0], line))
        _parses(scan, place, f"{{% {verb}{told['rest']} %}}{{% end{verb} %}}", line, said=tag[0])
    elif verb in _ENDS:
        if not open_tags or open_tags[-1][0] != _ENDS[verb]:
            scan.add(TemplateProblem.UNOPENED, place, tag[0], line)
        else:
            open_tags.pop()
    elif not open_tags:
        scan.add(TemplateProblem.UNOPENED, place, tag[0], line)


def _parses(scan: Scan, place: TemplatePlace, source: str, line: str, *, said: str = "") -> None:
    try:
        _GRAMMAR.parse(straight(source))
    except TemplateSyntaxError:
        scan.add(TemplateProblem.BADLY_WRITTEN, place, said or source, line)


def excerpt(line: str, *, around: str) -> str:
    """What is shown of a paragraph: some words before and behind those that are meant."""
    flat, wanted = " ".join(line.split()), " ".join(around.split())
    first = max(0, flat.find(wanted) + (len(wanted) - _SHOWN) // 2)
    first = max(0, min(first, len(flat) - _SHOWN))
    shown = flat[first : first + _SHOWN]
    if first:
        shown = "…" + (shown.partition(" ")[2] or shown)
    return shown if first + _SHOWN >= len(flat) else (shown.rpartition(" ")[0] or shown) + "…"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
