"""What the house needs from the outside world: time, Word documents and a messenger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain.annual_reviews import AnnualReview
from bot.domain.convenings import Convening
from bot.domain.date_searches import Ballot, Board
from bot.domain.decision_records import DecisionRecord
from bot.domain.directory import ExportPart
from bot.domain.minutes import Minutes
from bot.domain.notices import Notice
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.signing_sheets import SigningSheet
from bot.domain.templates import TemplateFault, TemplateKind
from bot.domain.weeks import Week
from bot.domain.writing import WritingStyle

Result = TypeVar("Result")


class Clock(Protocol):
    """The only source of the present."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class Aside(Protocol):
    """Where synchronous work runs, beside the event loop."""

    async def __call__(self, work: Callable[..., Result], *arguments: object) -> Result:
        """What the work returns; raises what it raises."""
        ...

    def close(self) -> None:
        """Waits for what was given."""
        ...


class DocumentMaker(Protocol):
    """Makes Word documents."""

    def minutes(self, minutes: Minutes) -> bytes:
        """The .docx of minutes."""
        ...

    def minutes_with(self, template: bytes, minutes: Minutes) -> bytes:
        """The .docx of minutes by a template of hers; raises TemplateFailed."""
        ...

    def trial(self, kind: TemplateKind, template: bytes, style: WritingStyle) -> bytes:
        """That template filled with invented data, worded so; raises TemplateFailed."""
        ...

    def picture(self, document: bytes) -> bytes | None:
        """Page 1 of a Word file as PNG; None where nothing can draw it."""
        ...

    def sample(self, kind: TemplateKind) -> tuple[str, bytes]:
        """The name and the .docx of a template to begin with: ours, with its blanks in French."""
        ...

    def minutes_file_name(self, minutes: Minutes) -> str:
        """The name of that file, in plain ASCII."""
        ...

    def paper(self, kind: PaperKind, said: DecisionRecord | SigningSheet | Convening | AnnualReview) -> tuple[str, bytes]:
        """The name, in plain ASCII, and the .docx of another paper of a meeting."""
        ...

    def paper_with(
        self, template: bytes, kind: PaperKind, said: DecisionRecord | SigningSheet | Convening | AnnualReview
    ) -> tuple[str, bytes]:
        """The same by a template of hers; raises TemplateFailed."""
        ...


class TemplateFailed(Exception):
    """A template of hers could not be filled; `faults` say why."""

    def __init__(self, faults: tuple[TemplateFault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


class DeliveryProblem(Exception):
    """Why a message could not be sent: `after` seconds one may try again; None with `certain`: never; not certain: it may have arrived.

    `gone`: nothing reaches that chat any more (blocked, closed, migrated).
    """

    def __init__(self, reason: str, *, after: float | None = None, certain: bool = True, gone: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.after, self.certain, self.gone = reason, after, certain, gone


class Messenger(Protocol):
    """Delivers to a chat; each call raises DeliveryProblem."""

    async def send_minutes(self, chat_id: int, *, name: str, content: bytes, caption: str, meeting_id: int, minutes: Minutes) -> int:
        """Sends the Word file with buttons that correct that meeting and tell how far its minutes went; returns the message's id."""
        ...

    async def send_paper(self, chat_id: int, *, name: str, content: bytes, caption: str, order: PaperOrder) -> int:
        """Sends another paper, with buttons for what goes with it; returns the message's id."""
        ...

    async def send_paper_note(self, chat_id: int, *, text: str, delivery_id: int) -> int:
        """Sends a short text with a button that orders that paper again; returns the message's id."""
        ...

    async def send_export(self, chat_id: int, *, name: str, content: bytes, caption: str) -> int:
        """Sends a file of the directory; returns the message's id."""
        ...

    async def send_trial(self, chat_id: int, *, name: str, content: bytes, caption: str) -> int:
        """Sends a filled template, or the sample of one; returns the message's id."""
        ...

    async def send_picture(self, chat_id: int, *, name: str, content: bytes, caption: str) -> int:
        """Sends a PNG; returns the message's id."""
        ...

    async def send_export_note(self, chat_id: int, *, text: str, part: ExportPart) -> int:
        """Sends a short text with a button that asks for that file again; returns the message's id."""
        ...

    async def send_note(self, chat_id: int, *, text: str, meeting_id: int) -> int:
        """Sends a short text with a button that asks for that meeting's minutes again; returns the message's id."""
        ...

    async def send_notices(self, chat_id: int, *, text: str, notices: Sequence[Notice]) -> int:
        """Sends one message about all of them, with the buttons that answer each; returns its id."""
        ...

    async def send_week(self, chat_id: int, *, text: str, week: Week) -> int:
        """Sends the point of the week, with a button for each of its lists; returns the message's id."""
        ...

    async def send_ballot(self, chat_id: int, *, text: str, ballot: Ballot) -> int:
        """Sends a question about dates, with a button for each answer; returns the message's id."""
        ...

    async def show_board(self, chat_id: int, message_id: int, *, text: str, board: Board) -> int:
        """Shows the counts of a date search in that message; returns the id of the one where they stand."""
        ...

    async def send_text(self, chat_id: int, *, text: str) -> int:
        """Sends a text alone; returns the message's id."""
        ...

    async def show_work(self, chat_id: int) -> None:
        """Shows that a document is being made; never raises."""
        ...
