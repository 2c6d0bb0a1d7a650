"""A territory whose people have things due, a clock that jumps, and a chat that notes what arrives: no Telegram, a real database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.actions.reminders import plan
from bot.domain.notices import Notice, local
from bot.domain.permissions import Role
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.territory import Account
from bot.domain.weeks import Week
from bot.jobs.notices import NoticeRunner
from bot.jobs.pace import Pace
from bot.ports import DeliveryProblem
from bot.wiring import first_invitation
from storage.territories import create_territory
from storage.unit_of_work import SqlStore

ZONE = "Europe/Paris"
FIRST_CHAT = 9_000


@dataclass(slots=True)
class Hands:
    """A clock that is moved by hand."""

    moment: datetime

    def now(self) -> datetime:
        """The present moment."""
        return self.moment


@dataclass(slots=True)
class Chat:
    """Notes what arrives and when; `refuse` may raise a DeliveryProblem before or after it has arrived."""

    clock: Hands
    arrived: list[tuple[datetime, int, tuple[Notice, ...]]] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    weeks: list[tuple[datetime, int]] = field(default_factory=list)
    refuse: Callable[[], None] = lambda: None
    refuse_after: Callable[[], None] = lambda: None

    async def send_notices(self, chat_id: int, *, text: str, notices: Sequence[Notice]) -> int:
        """It arrives."""
        self.refuse()
        await asyncio.sleep(0)
        self.arrived.append((self.clock.now(), chat_id, tuple(notices)))
        self.words.append((chat_id, text))
        self.refuse_after()
        return len(self.words)

    async def send_week(self, chat_id: int, *, text: str, week: Week) -> int:
        """Her point of the week."""
        self.refuse()
        await asyncio.sleep(0)
        self.weeks.append((self.clock.now(), chat_id))
        self.words.append((chat_id, text))
        self.refuse_after()
        return len(self.words)

    async def send_text(self, chat_id: int, *, text: str) -> int:
        """A note."""
        self.words.append((chat_id, text))
        return len(self.words)

    async def send_minutes(self, chat_id: int, *, name: str, content: bytes, caption: str, meeting_id: int) -> int:
        """Not of these stories."""
        raise DeliveryProblem("no documents here")

    async def send_note(self, chat_id: int, *, text: str, meeting_id: int) -> int:
        """Not of these stories."""
        raise DeliveryProblem("no documents here")

    async def show_work(self, chat_id: int) -> None:
        """Nothing to see."""


def people(store: SqlStore, count: int, *, now: datetime, zone: str = ZONE, others: Role = Role.CONTRIBUTOR) -> list[Account]:
    """So many who joined a new territory; the first one coordinates."""
    territory = create_territory(store, name="Alès", organism="Reseda", zone=zone, communes=[], axes=[])
    joined = []
    for n in range(count):
        role = others if n else Role.COORDINATOR
        code = first_invitation(store, territory.id, name=f"Personne N{n}", role=role, now=now)
        chat = FIRST_CHAT + n
        joined.append(store.desk.redeem(code, telegram_id=chat, chat_id=chat, telegram_name=f"N{n}", now=now))
    return joined


def keep(store: SqlStore, account: Account, reminder: Reminder, *, now: datetime) -> int:
    """Keeps a reminder of hers; returns its id."""
    with store.work(account.territory_id) as work:
        made = work.reminders.add(reminder)
        plan(work, made, now=now, afresh=True)
    return made.id


def reminder_of(account: Account, what: str, *, now: datetime, zone: str = ZONE, **when: object) -> Reminder:
    """A reminder that she has kept; `when` are its fields."""
    kept: dict[str, object] = {"id": 0, "account_id": account.id, "state": ReminderState.ACTIVE, "what": what, "zone": zone}
    return Reminder(**kept | {"touched_at": now, "kept_at": now} | when)  # type: ignore[arg-type]


def runner(store: SqlStore, clock: Hands, chat: Chat) -> NoticeRunner:
    """The job, as fast as it can."""

    async def aside(work: Callable[..., object], *arguments: object) -> object:
        return work(*arguments)

    return NoticeRunner(store=store, clock=clock, messenger=chat, aside=aside, pace=Pace(lambda: 0.0, a_second=1e9, in_a_chat=0.0))


def looks(clock: Hands, until: datetime) -> Iterator[None]:
    """Moves the clock on: each half hour from 7:00 to 20:00 in Alès, at midnight and at 3:00, until that moment."""
    while clock.moment < until:
        clock.moment += timedelta(minutes=30)
        here = clocks(clock.moment)
        if 7 <= here.hour < 20 or (here.hour in (0, 3, 20) and here.minute == 0):
            yield


def clocks(moment: datetime) -> datetime:
    """That moment in Alès."""
    return local(moment, ZONE)


DAY = timedelta(days=1)
