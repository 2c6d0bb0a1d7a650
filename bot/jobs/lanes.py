"""In which order updates are handled: one after another for a person, side by side for several, again when no answer could leave."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from bot.ports import Clock, Inbox, KeptUpdate

log = logging.getLogger(__name__)
AT_ONCE = 64
TRIES = 6  # broken handlers and crashes of the whole bot, not answers that could not leave
PAUSES = (5.0, 10.0, 30.0, 60.0, 300.0)  # seconds before an answer that could not leave is tried again
Handle = Callable[[KeptUpdate], Awaitable[bool]]


class Lanes:
    """Takes kept updates and marks them done once they are answered. `handle` returns False when the answer could not leave."""

    def __init__(self, *, inbox: Inbox, clock: Clock, handle: Handle, aside: Callable[..., Awaitable[object]]) -> None:
        self._inbox, self._clock, self._handle, self._aside = inbox, clock, handle, aside
        self._waiting: dict[int, deque[KeptUpdate]] = {}
        self._known: set[int] = set()
        self._finished: set[int] = set()  # since the last replay began: what it then reads may be older than they are
        self._workers: set[asyncio.Task[None]] = set()
        self._failures: dict[int, int] = {}
        self._not_before: dict[int, float] = {}
        self._answered: list[int] = []
        self._marking: asyncio.Task[None] | None = None
        self._places = asyncio.Semaphore(AT_ONCE)
        self._stopping = False

    async def receive(self, updates: Sequence[KeptUpdate]) -> None:
        """Keeps the updates in the database, and only then lets them be handled."""
        fresh: list[KeptUpdate] = []
        if updates:
            kept = await self._aside(lambda: self._inbox.keep(updates, now=self._clock.now()))
            assert isinstance(kept, tuple)
            fresh = list(kept)
        for update in fresh:
            self._add(update)

    async def replay(self, *, starting: bool = False) -> None:
        """Takes up what is not done: after a crash (`starting`, which counts as a try), or when an answer could not leave."""
        self._finished = set()
        pending = await self._aside(self._inbox.pending)
        assert isinstance(pending, tuple)
        for update in pending:
            if update.update_id in self._known or update.update_id in self._finished or self._waits(update):
                continue
            if update.attempts >= TRIES:
                log.error("update %s given up after %s tries", update.update_id, update.attempts)
                self._done(update)
                continue
            if starting:
                await self._aside(lambda u=update: self._inbox.begin(u.update_id))
            self._add(update)

    def _waits(self, update: KeptUpdate) -> bool:
        return self._not_before.get(update.update_id, 0.0) > asyncio.get_running_loop().time()

    def _try_later(self, update: KeptUpdate) -> None:
        failures = self._failures.get(update.update_id, 0)
        self._failures[update.update_id] = failures + 1
        self._not_before[update.update_id] = asyncio.get_running_loop().time() + PAUSES[min(failures, len(PAUSES) - 1)]
        self._known.discard(update.update_id)

    def _add(self, update: KeptUpdate) -> None:
        if update.update_id in self._known or self._stopping:
            return
        self._known.add(update.update_id)
        lane = update.sender_id or 0
        if lane in self._waiting:
            self._waiting[lane].append(update)
            return
        self._waiting[lane] = deque([update])
        worker = asyncio.get_running_loop().create_task(self._walk(lane))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _walk(self, lane: int) -> None:
        queue = self._waiting[lane]
        try:
            while queue and not self._stopping:
                async with self._places:
                    await self._one(queue[0])
                queue.popleft()
        finally:  # whatever happened, the next message of that person finds an open lane, and the replay takes up what is left
            self._known.difference_update(left.update_id for left in queue)
            del self._waiting[lane]

    async def _one(self, update: KeptUpdate) -> None:
        answered = False
        try:
            answered = await self._handle(update)
        except Exception:
            log.exception("update %s broke its handler", update.update_id)
            with contextlib.suppress(Exception):  # a database that is away too must not stop the lane: the try is not counted
                await self._aside(lambda: self._inbox.begin(update.update_id))
        if answered:
            self._done(update)
        else:
            self._try_later(update)

    def _done(self, update: KeptUpdate) -> None:
        """Notes it as answered; what is answered while a transaction runs goes together into the next one."""
        self._known.add(update.update_id)
        self._failures.pop(update.update_id, None)
        self._not_before.pop(update.update_id, None)
        self._answered.append(update.update_id)
        if self._marking is None or self._marking.done():
            self._marking = asyncio.get_running_loop().create_task(self._mark())

    async def _mark(self) -> None:
        while self._answered:
            batch, self._answered = self._answered, []
            try:
                await self._aside(lambda ids=batch: self._inbox.done(ids, now=self._clock.now()))
            except Exception:  # the answers are said again at the next replay: better twice than never
                log.exception("%s updates could not be marked done", len(batch))
            self._finished.update(batch)
            self._known.difference_update(batch)

    async def stop(self, *, within: float) -> None:
        """Lets what is being handled finish, that many seconds at most; the rest stays in the inbox for the next start."""
        self._stopping = True
        if self._workers:
            _, late = await asyncio.wait(self._workers, timeout=within)
            for worker in late:
                worker.cancel()
        if self._marking is not None:
            await self._marking
