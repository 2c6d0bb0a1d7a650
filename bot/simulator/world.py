"""What exists in the simulated Telegram: one bot, people and their chats, updates that wait, files, faults, and all that was called.

In-process use, in the same event loop as the server (see `bot.simulator` for an example):

    world.person("Claire")                 the person with that first name, made on first use
    await world.waits_for(predicate)       returns what `predicate()` gives as soon as it is true
    await world.settle()                   all updates taken, no call under way, and silence for a moment
    world.violations, world.calls          what no careful bot does; every Bot API call seen
"""

from __future__ import annotations

import asyncio
import contextlib
import time
import unicodedata
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from bot.simulator.calls import Call
from bot.simulator.chats import PrivateChat
from bot.simulator.clock import SimulatedClock
from bot.simulator.faults import Faults, Pace
from bot.simulator.files import FileShelf
from bot.simulator.people import Person
from bot.simulator.profile import BotProfile
from bot.simulator.taps import OpenQueries
from bot.simulator.updates import UpdateQueue

if TYPE_CHECKING:
    from bot.simulator.webhook import Webhook

Json = dict[str, Any]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldSettings:
    """How the world behaves. Memory stays bounded: `history` messages a chat, `calls` calls and `files` files are kept."""

    token: str = "424242:essai-local-sans-compte"
    bot_name: str = "Maillon"
    bot_username: str = "maillon_essai_bot"
    pace: bool = False
    history: int = 500
    calls: int = 5_000
    files: int = 500
    query_seconds: float = 60.0  # how long a tap or an inline query may be answered
    webhook_retry: float = 0.5  # seconds before the first new delivery; doubles each time
    first_person_id: int = 700_000_001


@dataclass(slots=True)
class _Pulse:
    """Wakes whoever waits for a change, and dates the last one."""

    future: asyncio.Future[None] | None = None
    at: float = 0.0

    def beat(self) -> None:
        self.at = time.monotonic()
        if self.future is not None and not self.future.done():
            self.future.set_result(None)
        self.future = None

    async def wait(self, seconds: float) -> None:
        if self.future is None:
            self.future = asyncio.get_running_loop().create_future()
        await asyncio.wait([self.future], timeout=max(seconds, 0))


@dataclass(slots=True)
class Subscription:
    """A listener of live events (a chat page); `events` is emptied by its reader."""

    lost: bool = False  # some events did not fit: the page must load all again
    events: asyncio.Queue[Json] = field(default_factory=lambda: asyncio.Queue(maxsize=1_000))


class World:
    """The whole state. Ids are deterministic: people from `first_person_id`, messages from 1, updates from 100000001."""

    def __init__(self, *, settings: WorldSettings | None = None, clock: SimulatedClock | None = None) -> None:
        self.settings = settings or WorldSettings()
        self.clock = clock or SimulatedClock()
        self.faults = Faults()
        self.pace = Pace(self.clock.timestamp)
        self.profile = BotProfile(self.settings.token, self.settings.bot_name, self.settings.bot_username)
        self.ready = False  # `/sante` answers 200 once the host says so
        self._pulse = _Pulse()
        self.subscriptions: list[Subscription] = []
        self.webhook: Webhook | None = None
        self.on_method_in_reply: Callable[[str, Json], None] | None = None
        self.calls_under_way = 0
        self.people: dict[str, Person] = {}
        self.by_id: dict[int, Person] = {}
        self.queue = UpdateQueue(timestamp=self.clock.timestamp, changed=self.changed)
        self._message_ids = 0
        self._empty()

    def _empty(self) -> None:
        self.files = FileShelf(self.settings.files)
        self.queries = OpenQueries(self.clock.timestamp, self.settings.query_seconds)
        self.calls: deque[Call] = deque(maxlen=self.settings.calls)
        self.violations: list[str] = []

    # --- people

    def person(
        self,
        first_name: str,
        *,
        last_name: str = "",
        username: str | None = None,
        language: str = "fr",
        label: str = "",
        started: bool = False,
        invitation: str = "",
    ) -> Person:
        """The person with this first name; made on first use, with the other details then.

        `label` stands on her tab: « Claire (coordinatrice) »; `started`: she pressed Start before; `invitation`: a code that the page
        fills in for her.
        """
        key = key_of(first_name)
        if key not in self.people:
            number = self.settings.first_person_id + len(self.people)
            made = Person(self, key, number, first_name, last_name=last_name, username=username, language=language)
            made.label, made.started, made.invitation = label or first_name, started, invitation
            self.people[key] = self.by_id[number] = made
        return self.people[key]

    def next_message_id(self) -> int:
        """Message ids grow over all private chats of a bot, as in Telegram."""
        self._message_ids += 1
        return self._message_ids

    def stamp(self) -> int:
        """Seconds since the epoch, whole, as the Bot API dates things."""
        return int(self.clock.timestamp())

    # --- what happens

    def changed(self) -> None:
        """Something happened: wake whoever waits."""
        self._pulse.beat()

    def publish(self, kind: str, person: PrivateChat | None, **details: Any) -> None:
        """Tell the pages that listen; one that does not read fast enough loses events, then loads all again."""
        for subscription in self.subscriptions:
            if subscription.events.full():
                subscription.lost = True
            else:
                subscription.events.put_nowait({"type": kind, "person": person.key if person else None} | details)

    @property
    def listened(self) -> bool:
        """Whether a page listens (else events need not be made)."""
        return bool(self.subscriptions)

    def subscribe(self) -> Subscription:
        """Begin to listen to live events."""
        self.subscriptions.append(Subscription())
        return self.subscriptions[-1]

    def unsubscribe(self, subscription: Subscription) -> None:
        """Stop listening."""
        if subscription in self.subscriptions:
            self.subscriptions.remove(subscription)

    def close_pages(self) -> None:
        """End the live events of all pages."""
        for subscription in self.subscriptions:
            with contextlib.suppress(asyncio.QueueFull):
                subscription.events.put_nowait({"type": "closing"})

    def violation(self, words: str) -> None:
        """Note something that the real server lets pass and that a careful bot does not do (at most 1,000 are kept)."""
        if len(self.violations) < 1_000:
            self.violations.append(words)

    # --- waiting

    async def waits_for(self, predicate: Callable[[], Found | None], within: float = 5.0, *, what: str = "") -> Found:
        """What `predicate()` gives as soon as it is true; asked again at each change. TimeoutError after `within` seconds."""
        loop = asyncio.get_running_loop()
        until = loop.time() + within
        while not (found := predicate()):
            if loop.time() >= until:
                raise TimeoutError(f"nothing came after {within} s{': ' + what if what else ''}")
            await self._pulse.wait(until - loop.time())
        return found

    async def settle(self, *, quiet: float = 0.1, within: float = 10.0) -> None:
        """Wait until the bot took all updates, no call is under way, and nothing happened for `quiet` seconds.

        Nobody can know whether a bot still thinks in silence: prefer `waits_for` when you know what must come.
        """
        loop = asyncio.get_running_loop()
        until = loop.time() + within
        while True:
            busy = bool(self.queue.waiting or self.queue.repeated) or self.calls_under_way > 0
            silence = time.monotonic() - self._pulse.at
            if not busy and silence >= quiet:
                return
            if loop.time() >= until:
                raise TimeoutError(f"the bot did not settle in {within} s: {len(self.queue.waiting)} updates wait")
            await self._pulse.wait(until - loop.time() if busy else quiet - silence)

    def reset(self) -> None:
        """Forget all messages, updates, files, calls and faults; the same people exist, none of them started. Ids go on growing."""
        for person in self.people.values():
            person.forget()
        self.queue.drop_all()
        self._empty()
        self.faults.clear()
        self.publish("reset", None)
        self.changed()

    def in_reply(self, method: str, params: Json) -> None:
        """The webhook answered with a method to be called."""
        if self.on_method_in_reply is not None:
            self.on_method_in_reply(method, params)

    def now(self) -> datetime:
        """The world's instant, aware, in UTC."""
        return self.clock.now()


def key_of(first_name: str) -> str:
    """The short name used in addresses: « Inès » → `ines`, « Une inconnue » → `une-inconnue`."""
    plain = unicodedata.normalize("NFKD", first_name).encode("ascii", "ignore").decode().lower()
    return "-".join(plain.split()) or "x"
