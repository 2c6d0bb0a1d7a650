"""What a template is that a coordinator made in Word: its kind, its versions, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.papers import PaperKind

UNDO_WINDOW = timedelta(hours=24)
OPEN_FOR = timedelta(days=7)
LARGEST_TEMPLATE = 10_000_000  # bytes


class TemplateKind(StrEnum):
    """Which document it is the template of: the value is its folder in doc_templates, the name that of its `PaperKind`.

    One more kind is one more line at the end (buttons and rows count them) and its folder.
    """

    MINUTES = "minutes"
    DECISIONS = "decision_record"
    INVITATION = "invitation"
    SIGNING_SHEET = "signing_sheet"
    AGENDA = "agenda"
    REVIEW = "annual_review"


class TemplateState(StrEnum):
    """Sent without a word on what it is, waiting for ✅, in use (the newest of its place counts), given up, taken back."""

    ASKED = "asked"
    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"
    WITHDRAWN = "withdrawn"


class TemplateProblem(StrEnum):
    """Why a file cannot be a template."""

    TOO_HEAVY = "too heavy"
    NOT_WORD = "not word"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    MACROS = "macros"
    EMBEDDED = "embedded"
    OUTSIDE = "outside"
    FIELD = "field"
    SOURCE = "source"
    ENDLESS = "endless"
    NO_BLANKS = "no blanks"
    UNKNOWN = "unknown"
    IS_LIST = "is list"
    NOT_LIST = "not list"
    SINGLE_BRACE = "single brace"
    UNFINISHED = "unfinished"
    BADLY_WRITTEN = "badly written"
    FORBIDDEN = "forbidden"
    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    NOT_FILLED_THERE = "not filled there"
    NOT_GONE_THROUGH = "not gone through"
    FAILED = "failed"


class TemplatePlace(StrEnum):
    """Where in the file."""

    FILE = "file"
    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    NOTES = "notes"
    PROPERTIES = "properties"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFault:
    """One thing to mend: `said` is what is written there, `hint` the name that was perhaps meant, `line` the words around."""

    problem: TemplateProblem
    place: TemplatePlace = TemplatePlace.FILE
    said: str = ""
    hint: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A version; without `group_id` it is the territory's. Kept without `content`: from there on what stands above (or ours) again.

    As long as its kind is asked, `kind` is the one whose blanks fit best.
    """

    id: int = 0
    kind: TemplateKind
    state: TemplateState = TemplateState.OPEN
    version: int = 1
    group_id: int | None = None
    file_name: str = ""
    content: bytes | None = None
    digest: bytes | None = None
    account_id: int | None = None
    update_id: int | None = None
    kept_at: datetime | None = None
    touched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTemplate:
    """A version that was kept, without its bytes; `own` is False for a return to what stands above. `rank` counts those of its place."""

    id: int
    kind: TemplateKind
    group_id: int | None
    file_name: str
    own: bool
    account_id: int | None
    kept_at: datetime
    rank: int = 1


def template_kind(paper: PaperKind) -> TemplateKind | None:
    """The kind of that paper's templates; None for one that has none (a spreadsheet)."""
    return TemplateKind.__members__.get(paper.name)
