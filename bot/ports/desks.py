"""What stands before and beside the territories: the inbox, the outbox and the front desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.papers import PaperOrder
from bot.domain.territory import Account, Territory


class OutboxKind(StrEnum):
    """What can be delivered later."""

    MINUTES = "minutes"
    DIRECTORY = "directory"
    PAPER = "paper"
    CALENDAR = "calendar"
    CALENDAR_OF_GROUP = "calendar of a group"
    CALENDAR_OF_MEETING = "calendar of a meeting"
    TEMPLATE_TRIAL = "trial of a template"
    TEMPLATE_PICTURE = "picture of a template"
    DATE_BOARD = "counts of a date search"
    WEEK_PICTURE = "picture of the week"
    TEMPLATE_SAMPLE = "sample of a template"


class Deliveries(Protocol):
    """The outbox, as the actions see it: rows queued in the same transaction as the change."""

    def queue(self, *, kind: OutboxKind, chat_id: int, subject_id: int, entry_id: int | None, now: datetime) -> int:
        """Queues a delivery about that subject (a meeting id for MINUTES, an ExportPart for DIRECTORY; see `papers` for the others)."""
        ...

    def queue_once(self, *, kind: OutboxKind, chat_id: int, subject_id: int, now: datetime) -> bool:
        """As `queue`; False when one about that subject waits already."""
        ...

    def queue_paper(self, order: PaperOrder, *, chat_id: int, now: datetime) -> int:
        """Queues the document that this order is for."""
        ...

    def paper_of(self, delivery_id: int, *, chat_id: int) -> PaperOrder | None:
        """The order of a delivery to that chat; None for any other delivery."""
        ...

    def cancel_of_entry(self, entry_id: int) -> None:
        """Withdraws what this entry queued and is not sent yet."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptUpdate:
    """An update of the inbox: its JSON as received, who sent it (None: nobody in particular), and its answer once its effect is kept."""

    update_id: int
    sender_id: int | None
    body: str
    attempts: int = 0
    answer: str | None = None


class Inbox(Protocol):
    """Updates, kept before Telegram is told that they arrived; each call is its own transaction."""

    def keep(self, updates: Sequence[KeptUpdate], *, now: datetime) -> tuple[KeptUpdate, ...]:
        """Keeps those that are new, in one transaction; returns the new ones."""
        ...

    def pending(self) -> tuple[KeptUpdate, ...]:
        """Those not done, oldest first."""
        ...

    def begin(self, update_id: int) -> int:
        """Counts an attempt; returns how many there were (a poisonous update is given up after some)."""
        ...

    def done(self, update_ids: Sequence[int], *, now: datetime) -> None:
        """Marks them done and wipes their bodies (nothing of what people typed stays here)."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A claimed row of the outbox."""

    id: int
    territory_id: int
    kind: OutboxKind
    chat_id: int
    subject_id: int
    attempts: int
    paper: PaperOrder | None = None


class Outbox(Protocol):
    """Deliveries: queued → claimed → sending → sent | uncertain | failed; each call is its own transaction."""

    def claim(self, *, now: datetime, limit: int = 10) -> tuple[Delivery, ...]:
        """Takes due rows (one conditional UPDATE each); a claim is given back by `recover` after a crash."""
        ...

    def sending(self, delivery_id: int, *, now: datetime) -> bool:
        """Just before the request leaves; False if it was cancelled in between."""
        ...

    def sent(self, delivery_id: int, *, message_id: int, now: datetime) -> None:
        """It arrived."""
        ...

    def again(self, delivery_id: int, *, at: datetime, reason: str) -> None:
        """It certainly did not leave: once more at that time."""
        ...

    def uncertain(self, delivery_id: int, *, now: datetime, reason: str) -> None:
        """It may have arrived: never sent again by itself."""
        ...

    def failed(self, delivery_id: int, *, now: datetime, reason: str) -> bool:
        """It cannot be delivered; False if it was cancelled in between."""
        ...

    def recover(self, *, now: datetime) -> tuple[Delivery, ...]:
        """After a crash: claimed rows are queued again; rows left in `sending` become uncertain and are returned."""
        ...


class FrontDesk(Protocol):
    """Who is at the door: the only reads and writes that are not scoped by a territory."""

    def account_of(self, telegram_id: int) -> Account | None:
        """The account of that Telegram user, if she joined."""
        ...

    def redeem(self, code: str, *, telegram_id: int, chat_id: int, telegram_name: str, now: datetime) -> Account:
        """Uses an invitation once and makes the account (the same again for the same user). Raises InvitationInvalid, AlreadyJoined."""
        ...

    def territories(self) -> tuple[Territory, ...]:
        """All territories."""
        ...
