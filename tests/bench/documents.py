"""What a Word document costs: `python -m tests.bench.documents` holds ours against bare docxtpl and bare python-docx, in one run.

Minutes of 30 people, 12 decisions and 20 actions, each way in a process of its own. Beside time and memory the table tells what is lost on
the way: « R&D <b> » whole or cut, the same bytes twice or not, errors that openxml-audit finds. A last line has our other documents.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.domain.minutes import MinutedDecision, Minutes
from tests.doc_templates.samples import LONG

Way = Callable[[Minutes], bytes]
PAUSE = 1.0  # seconds
TRICKY = "R&D <b>gras</b> & suite"


def ours() -> Way:
    """Our template, sandboxed, cleaned, reproducible, in this very process."""
    from doc_templates.minutes.render import render

    return render


def ours_apart() -> Way:
    """The same in a throw-away process, as the bot does."""
    from doc_templates.disposable import DisposableDocumentMaker

    return DisposableDocumentMaker().minutes


def by_her_template() -> Way:
    """By a template of hers (our sample), checked and filled in its process: one straight after the other, so that none is ready ahead."""
    from doc_templates.disposable import DisposableDocumentMaker
    from doc_templates.engine import template_of

    maker, template = DisposableDocumentMaker(), template_of("minutes", "sample.docx")
    return lambda minutes: maker.minutes_with(template, minutes)


def by_her_template_at_leisure() -> Way:
    """The same a while after the last one, as documents are asked for: `measure` waits before each."""
    return by_her_template()


def bare_docxtpl() -> Way:
    """The same template and words, with docxtpl as its first page shows it."""
    from docxtpl import DocxTemplate

    from doc_templates.engine import template_of
    from doc_templates.minutes.fields import minutes_fields

    template = template_of("minutes")

    def make(minutes: Minutes) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(dict(minutes_fields(minutes)))
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()

    return make


def bare_python_docx() -> Way:
    """The same words laid out by code on python-docx's own template."""
    import docx

    from doc_templates.minutes.fields import minutes_fields

    def table(document: Any, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        made = document.add_table(rows=1, cols=len(header), style="Light Grid Accent 1")
        for cell, text in zip(made.rows[0].cells, header, strict=True):
            cell.text = text
        for row in rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text

    def make(minutes: Minutes) -> bytes:
        fields: Any = minutes_fields(minutes)
        document = docx.Document()
        document.add_heading(fields["instance"], 0)
        table(document, ("", ""), [(name, fields[name]) for name in ("territory", "date_and_hours", "place", "secretary", "participation")])
        for people in fields["attendance"]:
            document.add_heading(people["title"], 2)
            table(document, ("Nom", "Structure", "Fonction"), [(one["name"], one["structure"], one["function"]) for one in people["lines"]])
        for topic in fields["topics"]:
            document.add_paragraph(topic, style="List Number")
        table(document, ("N°", "Décision"), [(one["number"], one["text"]) for one in fields["decisions"]])
        rows = [(one["number"], one["text"], one["bearers"], one["due"]) for one in fields["actions"]]
        table(document, ("N°", "Action", "Responsable", "Échéance"), rows)
        document.add_paragraph(fields["closing"])
        written = io.BytesIO()
        document.save(written)
        return written.getvalue()

    return make


WAYS: dict[str, Callable[[], Way]] = {
    "ours": ours,
    "ours, apart": ours_apart,
    "hers": by_her_template,
    "hers, at leisure": by_her_template_at_leisure,
    "docxtpl, bare": bare_docxtpl,
    "python-docx, bare": bare_python_docx,
}


def measure(name: str, times: int) -> dict[str, Any]:
    """One way, in this process: milliseconds, kilobytes, growth, and what is lost."""
    began = time.perf_counter()
    make = WAYS[name]()
    imported = time.perf_counter() - began
    spent, worked = [], _processor()
    for turn in range(times):
        time.sleep(PAUSE if name == "hers, at leisure" else 0)
        began = time.perf_counter()
        made = make(LONG)
        spent.append(time.perf_counter() - began)
        if turn == 0:
            at_first = _resident()
    grown, worked = _resident() - at_first, _processor() - worked
    time.sleep(2.1)  # a zip knows time in steps of two seconds
    same = make(LONG) == made
    return {
        "import": imported * 1000,
        "first": spent[0] * 1000,
        "median": statistics.median(spent) * 1000,
        "p95": sorted(spent)[int(len(spent) * 0.95)] * 1000,
        "cpu": worked / times * 1000,
        "kB": len(made) / 1000,
        "grown": grown,
        "same": same,
        "whole": _whole(make),
        "errors": _errors(made),
    }


def _processor() -> float:
    """Seconds of processor that this process and its children have used: what a busy machine does not change."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _resident() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def _whole(make: Way) -> bool:
    """Whether words with & and < come out as they went in."""
    import docx

    tricky = replace(LONG, decisions=(MinutedDecision(number="D1", text=TRICKY),))
    try:
        document = docx.Document(io.BytesIO(make(tricky)))
    except Exception:  # a document that does not open has lost everything
        return False
    return any(cell.text == TRICKY for table in document.tables for row in table.rows for cell in row.cells)


def _errors(made: bytes) -> int:
    from openxml_audit import OpenXmlValidator

    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(made)
        file.flush()
        return int(OpenXmlValidator().validate(file.name).error_count)


def others(times: int) -> dict[str, float]:
    """The median of each of our other documents, in milliseconds, in this process."""
    from doc_templates.engine import fill
    from doc_templates.papers import PaperKind, paper_contents
    from tests.doc_templates.paper_samples import CONVENING, EACH, OF_AN_AXIS, SHEET_OF_A_DAY
    from tests.doc_templates.review_samples import WHOLE

    found = {}
    for kind, said in (
        (PaperKind.DECISIONS, OF_AN_AXIS),
        (PaperKind.SIGNING_SHEET, SHEET_OF_A_DAY),
        (PaperKind.AGENDA, CONVENING),
        (PaperKind.INVITATION, EACH),
        (PaperKind.REVIEW, WHOLE),
    ):
        spent = []
        for _ in range(times):
            began = time.perf_counter()
            fill(paper_contents(kind, said)[1])
            spent.append(time.perf_counter() - began)
        found[kind.value] = statistics.median(spent) * 1000
    return found


def main() -> None:
    """Measures each way in a child, prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.documents", description=__doc__)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.child:
        print(json.dumps(others(said.times) if said.child == "others" else measure(said.child, said.times)))
        return
    print(
        f"{'':19}{'import':>8}{'first':>8}{'median':>8}{'p95':>8}{'cpu':>8} ms{'kB':>7}{'grown MB':>10}  same bytes  R&D <b> whole  errors"
    )
    for name in WAYS:
        row = _child(name, said.times)
        figures = "".join(f"{row[key]:8.0f}" for key in ("import", "first", "median", "p95", "cpu"))
        kept = f"{row['kB']:7.1f}{row['grown']:10.1f}  {_yes(row['same']):>10}  {_yes(row['whole']):>13}  {row['errors']:>6}"
        print(f"{name:19}{figures}   {kept}")
    print("medians, in ms: " + ", ".join(f"{kind} {spent:.0f}" for kind, spent in _child("others", said.times).items()))


def _child(name: str, times: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.documents", "--child", name, "--times", str(times)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _yes(kept: bool) -> str:
    return "yes" if kept else "no"


if __name__ == "__main__":
    main()
