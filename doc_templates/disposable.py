"""How a long-lived bot makes documents without growing: each one in a throw-away process with limits and an empty environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.domain.annual_reviews import AnnualReview
from bot.domain.convenings import Convening
from bot.domain.decision_records import DecisionRecord
from bot.domain.minutes import Minutes
from bot.domain.papers import PaperKind
from bot.domain.signing_sheets import SigningSheet
from bot.domain.templates import TemplateKind
from bot.domain.writing import WritingStyle
from doc_templates.annual_review.fields import figures_file_name
from doc_templates.contents import Contents
from doc_templates.minutes.fields import minutes_contents, minutes_file_name
from doc_templates.papers import paper_contents

_KEPT_FROM_THE_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")  # what Python itself may need to start
_ERROR_CLASS = re.compile(rb"[A-Za-z_][\w.]{0,200}")


class DocumentFailed(Exception):
    """A document could not be made; the message is in English, for the log, and holds nothing that people wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposableDocumentMaker:
    """The port `DocumentMaker`; `seconds` is the longest that one document may take by the clock on the wall."""

    seconds: float = 20.0

    def minutes(self, minutes: Minutes) -> bytes:
        """The .docx of minutes. Blocks while the process runs. Raises DocumentFailed."""
        return make(minutes_contents(minutes), seconds=self.seconds)

    def minutes_with(self, template: bytes, minutes: Minutes) -> bytes:
        """The .docx of minutes by a template of hers. Blocks while the process runs. Raises TemplateFailed."""
        from doc_templates.received.process import fill_template

        return fill_template(template, minutes_contents(minutes), TemplateKind.MINUTES)

    def trial(self, kind: TemplateKind, template: bytes, style: WritingStyle) -> bytes:
        """That template filled with invented data, worded so. Blocks while the process runs. Raises TemplateFailed."""
        from doc_templates.received.kinds import KINDS
        from doc_templates.received.process import fill_template

        return fill_template(template, KINDS[kind].trials(style)[0], kind)

    def picture(self, document: bytes) -> bytes | None:
        """Page 1 as PNG; None where LibreOffice is missing or cannot draw it. Blocks for some seconds."""
        from doc_templates.received.picture import first_page

        return first_page(document)

    def sample(self, kind: TemplateKind) -> tuple[str, bytes]:
        """The name and the .docx of a template to begin with: ours, with its blanks in French."""
        from doc_templates.received.kinds import KINDS

        chosen = KINDS[kind]
        return chosen.sample_name, chosen.sample()

    def minutes_file_name(self, minutes: Minutes) -> str:
        """The name of that file, in plain ASCII."""
        return minutes_file_name(minutes)

    def paper(self, kind: PaperKind, said: DecisionRecord | SigningSheet | Convening | AnnualReview) -> tuple[str, bytes]:
        """The name and the .docx of another paper. Blocks while the process runs. Raises DocumentFailed."""
        if kind is PaperKind.FIGURES and isinstance(said, AnnualReview):
            return self._figures(said)
        name, contents = paper_contents(kind, said)
        return name, make(contents, seconds=self.seconds)

    def paper_with(
        self, template: bytes, kind: PaperKind, said: DecisionRecord | SigningSheet | Convening | AnnualReview
    ) -> tuple[str, bytes]:
        """The same by a template of hers, without charts. Blocks while the process runs. Raises TemplateFailed."""
        from doc_templates.received.process import fill_template

        name, contents = paper_contents(kind, said)
        return name, fill_template(template, contents, TemplateKind(contents.document))

    def _figures(self, review: AnnualReview) -> tuple[str, bytes]:
        """The spreadsheet, made here: it takes no template and little memory. Raises DocumentFailed."""
        from doc_templates.annual_review.workbook import figures_workbook

        try:
            return figures_file_name(review), figures_workbook(review)
        except (ValueError, TypeError) as error:
            raise DocumentFailed(f"figures: {type(error).__name__}") from error


def make(contents: Contents, *, seconds: float) -> bytes:
    """The filled .docx, made in a process of its own. Raises DocumentFailed."""
    try:
        done = run("doc_templates", contents.to_json(), what=contents.document, seconds=seconds)
    except subprocess.TimeoutExpired:
        raise DocumentFailed(f"{contents.document}: not made within {seconds:g} s") from None
    if done.returncode != 0:
        said = _ERROR_CLASS.fullmatch(done.stderr.strip())
        reason = said[0].decode("ascii", "replace") if said else "no reason given"
        raise DocumentFailed(f"{contents.document}: the process ended with {done.returncode} ({reason})")
    if not done.stdout.startswith(b"PK"):
        raise DocumentFailed(f"{contents.document}: the process gave {len(done.stdout)} bytes that are no .docx")
    return done.stdout


def run(module: str, told: bytes, *, what: str, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """What such a process said. Raises subprocess.TimeoutExpired, DocumentFailed when none could be started."""
    with started(module, what=what, environment={}) as process:
        try:
            out, err = process.communicate(told, timeout=seconds)
        except BaseException:
            process.kill()
            raise
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def started(module: str, *, what: str, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """The process of a module, with limits and an empty environment; it waits for its standard input. Raises DocumentFailed."""
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment() | environment,
            cwd=os.path.abspath(os.sep),
            start_new_session=True,  # a Ctrl-C meant for the bot does not spoil the document being made
        )
    except OSError as error:
        raise DocumentFailed(f"{what}: no process could be started ({type(error).__name__})") from error


def _environment() -> dict[str, str]:
    """No token and no secret: only where Python finds our packages (also from a source tree, from any folder)."""
    home = str(Path(__file__).resolve().parent.parent)
    elsewhere = [str(Path(entry).resolve()) for entry in sys.path if os.path.isdir(entry or ".")]
    kept = {name: os.environ[name] for name in _KEPT_FROM_THE_ENVIRONMENT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(dict.fromkeys([home, *elsewhere])), "PYTHONUTF8": "1"}
