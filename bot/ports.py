"""What the actions and jobs need from the outside world, as Protocols: storage, time, the messenger and the document maker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.drafts import Draft, DraftContent
from bot.domain.groups import Group, GroupKind
from bot.domain.meetings import Contribution, Entry, Meeting, MeetingLine
from bot.domain.minutes import Minutes
from bot.domain.people import Person, Structure
from bot.domain.permissions import Role
from bot.domain.territory import Account, Invitation, Territory
from bot.domain.vocabulary import Vocabulary


class Clock(Protocol):
    """The only source of the present."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class DocumentMaker(Protocol):
    """Makes Word documents."""

    def minutes(self, minutes: Minutes) -> bytes:
        """The .docx of minutes."""
        ...

    def minutes_file_name(self, minutes: Minutes) -> str:
        """The name of that file, in plain ASCII."""
        ...


class DeliveryProblem(Exception):
    """Why a message could not be sent: `after` seconds one may try again; None with `certain`: never; not certain: it may have arrived."""

    def __init__(self, reason: str, *, after: float | None = None, certain: bool = True) -> None:
        super().__init__(reason)
        self.reason, self.after, self.certain = reason, after, certain


class Messenger(Protocol):
    """Delivers to a chat; each call raises DeliveryProblem."""

    async def send_minutes(self, chat_id: int, *, name: str, content: bytes, caption: str, meeting_id: int) -> int:
        """Sends the Word file with a button that corrects that meeting; returns the message's id."""
        ...

    async def send_note(self, chat_id: int, *, text: str, meeting_id: int) -> int:
        """Sends a short text with a button that asks for that meeting's minutes again; returns the message's id."""
        ...

    async def show_work(self, chat_id: int) -> None:
        """Shows that a document is being made; never raises."""
        ...


# --- one territory's rows -------------------------------------------------------------------------------------------


class Drafts(Protocol):
    """Cards that are not kept yet."""

    def add(
        self, *, account_id: int, content: DraftContent, now: datetime, update_id: int | None = None, amends: int | None = None
    ) -> Draft:
        """A new open draft, version 1. The account's other open drafts stay as they are."""
        ...

    def get(self, draft_id: int) -> Draft | None:
        """A draft of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> Draft | None:
        """The draft that this update made, if it was handled before."""
        ...

    def open_of(self, account_id: int) -> Draft | None:
        """The account's most recently touched open draft."""
        ...

    def save(self, draft: Draft) -> Draft:
        """Writes every field where the stored version is still `draft.version`; returns it with version + 1. Raises DraftMoved."""
        ...


class Meetings(Protocol):
    """Planned and held meetings with attendance, decisions and actions."""

    def add(self, meeting: Meeting) -> Meeting:
        """Keeps a meeting with all its parts (its `id` is ignored), numbers its decisions; returns it as stored."""
        ...

    def replace(self, meeting: Meeting) -> Meeting:
        """Rewrites the meeting of that id with all its parts; decisions with unchanged text keep their number; minutes_version + 1."""
        ...

    def get(self, meeting_id: int) -> Meeting | None:
        """A meeting with all its parts."""
        ...

    def remove_of_entry(self, entry_id: int) -> None:
        """Deletes the meetings that this entry kept (planned ones only while they wait); frees the planned ones that they replaced."""
        ...

    def lines(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        group_ids: Sequence[int] | None = None,
        person_id: int | None = None,
        held: bool,
        newest_first: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[MeetingLine, ...]:
        """Held or planned (not `became`) meetings, both days included; `person_id`: attended, authored, or member of its group."""
        ...

    def last_held_by(self, author_id: int, *, day: date | None = None, group_id: int | None = None) -> Meeting | None:
        """The author's last kept held meeting (of that day, of that group)."""
        ...

    def planned_on(self, group_id: int, day: date) -> Meeting | None:
        """The planned meeting of that group on that day, if one still waits."""
        ...

    def unplan(self, *, entry_id: int, day: date) -> None:
        """Deletes the planned meeting of that day which this entry announced, if it still waits."""
        ...

    def became(self, planned_id: int, held_id: int) -> None:
        """Says that a planned meeting was held under that row."""
        ...


class Contributions(Protocol):
    """Hours."""

    def add_all(self, contributions: Iterable[Contribution], *, entry_id: int) -> None:
        """Keeps them."""
        ...

    def of_meeting(self, meeting_id: int) -> tuple[Contribution, ...]:
        """Those derived from that meeting."""
        ...

    def replace_derived(self, meeting_id: int, contributions: Iterable[Contribution], *, entry_id: int) -> None:
        """Rewrites the hours derived from a corrected attendance."""
        ...

    def remove_of_entry(self, entry_id: int) -> None:
        """Deletes what this entry kept."""
        ...

    def minutes_of_person(self, person_id: int, *, first: date, last: date) -> int:
        """Total minutes of one person between two days, both included."""
        ...


class Entries(Protocol):
    """What one ✅ kept."""

    def add(self, *, draft_id: int, account_id: int, now: datetime) -> int:
        """A new entry; a second one for the same draft is refused by the database (unique)."""
        ...

    def close(self, entry_id: int, *, meeting_ids: Sequence[int], total_minutes: int) -> None:
        """Notes what the entry kept."""
        ...

    def get(self, entry_id: int) -> Entry | None:
        """An entry of this territory."""
        ...

    def of_draft(self, draft_id: int) -> Entry | None:
        """The entry that kept this draft and is not undone."""
        ...

    def last_of(self, account_id: int) -> Entry | None:
        """The account's newest entry that is not undone."""
        ...

    def mark_undone(self, entry_id: int, *, now: datetime) -> bool:
        """True only for the one call that undoes it."""
        ...


class Directory(Protocol):
    """People, structures and groups."""

    def vocabulary(self) -> Vocabulary:
        """The territory's words with their version."""
        ...

    def vocabulary_version(self) -> int:
        """Grows with each change of the directory; one cheap query."""
        ...

    def people(self, ids: Iterable[int]) -> dict[int, Person]:
        """Those people of this territory, by id."""
        ...

    def structures(self, ids: Iterable[int]) -> dict[int, Structure]:
        """Those structures of this territory, by id."""
        ...

    def groups(self, ids: Iterable[int] | None = None) -> tuple[Group, ...]:
        """Those groups (all when None), by name."""
        ...

    def groups_of(self, person_id: int) -> tuple[Group, ...]:
        """The groups that she pilots or belongs to, piloted first, then by name."""
        ...

    def add_person(self, *, full_name: str, now: datetime, source: str) -> Person:
        """A new sheet with just a name; raises the vocabulary's version."""
        ...

    def add_group(self, *, name: str, kind: GroupKind, code: str, member_id: int) -> Group:
        """A new group with one member; raises the vocabulary's version."""
        ...

    def make_pilot(self, person_id: int, group_ids: Sequence[int]) -> None:
        """Makes her a member and pilot of these groups."""
        ...


class Accounts(Protocol):
    """Who joined."""

    def get(self, account_id: int) -> Account | None:
        """An account of this territory."""
        ...

    def all(self) -> tuple[Account, ...]:
        """All accounts of this territory."""
        ...


class Invitations(Protocol):
    """One-time doors."""

    def prepare(self, *, name: str, person_id: int | None, by: int | None, expires_at: datetime) -> Invitation:
        """An invitation without role nor code yet. `by` is an account, None for the console."""
        ...

    def get(self, invitation_id: int) -> Invitation | None:
        """An invitation of this territory."""
        ...

    def issue(self, invitation_id: int, *, role: Role, group_ids: Sequence[int]) -> str | None:
        """Gives it a role and its one-time code (returned once, stored as a digest); None if it was issued before."""
        ...


class Journal(Protocol):
    """Who changed what, when."""

    def note(self, *, account_id: int | None, verb: str, noun: str, noun_id: int | None, now: datetime, detail: str = "") -> None:
        """Adds a line; `detail` carries no personal datum beyond ids and counts."""
        ...


class OutboxKind(StrEnum):
    """What can be delivered later."""

    MINUTES = "minutes"


class Deliveries(Protocol):
    """The outbox, as the actions see it: rows queued in the same transaction as the change."""

    def queue(self, *, kind: OutboxKind, chat_id: int, subject_id: int, entry_id: int | None, now: datetime) -> int:
        """Queues a delivery about that subject (a meeting id for MINUTES)."""
        ...

    def cancel_of_entry(self, entry_id: int) -> None:
        """Withdraws what this entry queued and is not sent yet."""
        ...


class UnitOfWork(Protocol):
    """One transaction over the rows of one territory; nothing of another territory can be read or written through it."""

    territory: Territory
    drafts: Drafts
    meetings: Meetings
    contributions: Contributions
    entries: Entries
    directory: Directory
    accounts: Accounts
    invitations: Invitations
    journal: Journal
    deliveries: Deliveries

    def minutes(self, meeting_id: int, *, on: date) -> Minutes | None:
        """All that the Word minutes of a held meeting need; `on` is the day they are made."""
        ...

    def remember_answer(self, update_id: int, answer: str) -> None:
        """Keeps, in the same transaction as the effect of an update, the answer that is still to be said."""
        ...


# --- before and beside territories ----------------------------------------------------------------------------------


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

    def next_offset(self) -> int | None:
        """The offset for getUpdates after the newest kept update; None when the inbox was never used or is older than a day."""
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

    def failed(self, delivery_id: int, *, now: datetime, reason: str) -> None:
        """It cannot be delivered."""
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


class Store(Protocol):
    """The database: units of work and the three desks."""

    inbox: Inbox
    outbox: Outbox
    desk: FrontDesk
    waits_for_network: bool

    def purge(self, now: datetime) -> int:
        """Forgets updates that are done and older than a week; returns how many."""
        ...

    def work(self, territory_id: int) -> AbstractContextManager[UnitOfWork]:
        """A writing transaction (committed at the end, rolled back on an exception)."""
        ...

    def read(self, territory_id: int) -> AbstractContextManager[UnitOfWork]:
        """A reading transaction."""
        ...
