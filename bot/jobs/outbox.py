"""How what was queued leaves: a document is made, sent once, and what is uncertain is said rather than sent again."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.jobs.made import Made
from bot.jobs.outcomes import Outcome, outcome_of, pause_after
from bot.jobs.papers import papers_of
from bot.ports import Clock, Delivery, DeliveryProblem, DocumentMaker, Messenger, OutboxKind, Store

log = logging.getLogger(__name__)
AT_ONCE = 2  # each document is a process of its own


class OutboxRunner:
    """Delivers due rows, each as its kind wants; `aside` runs synchronous work in the thread pool."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        messenger: Messenger,
        documents: DocumentMaker,
        aside: Callable[..., Awaitable[object]],
    ) -> None:
        self._store, self._clock, self._messenger, self._aside = store, clock, messenger, aside
        self._papers = papers_of(store, clock, documents)
        self._bell = asyncio.Event()
        self._stopping = False
        self._busy = asyncio.Lock()
        self._places = asyncio.Semaphore(AT_ONCE)

    async def tick(self) -> None:
        """Time went by: something may be due."""
        self.ring()

    async def stop(self, *, within: float) -> None:
        """Lets what is leaving leave, that many seconds at most; the rest stays queued for the next start."""
        self._stopping = True
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._busy.acquire(), within)

    def ring(self) -> None:
        """Something was queued (call it in the loop's thread)."""
        self._bell.set()

    async def run(self) -> None:
        """Delivers at each ring, for ever."""
        while True:
            await self._bell.wait()
            self._bell.clear()
            await self.deliver_due()

    async def recover(self) -> None:
        """After a crash: what may have left is told to the person, never sent twice by itself."""
        lost = await self._aside(lambda: self._store.outbox.recover(now=self._clock.now()))
        assert isinstance(lost, tuple)
        for delivery in lost:
            await self._tell(delivery, self._papers[delivery.kind].uncertain)

    async def deliver_due(self) -> None:
        """Claims and delivers all that is due; one round at a time. A fault of the database waits for the next tick."""
        async with self._busy:
            try:
                while not self._stopping and (due := await self._aside(lambda: self._store.outbox.claim(now=self._clock.now()))):
                    assert isinstance(due, tuple)
                    await asyncio.gather(*(self._deliver(delivery) for delivery in due))
            except Exception:
                log.exception("the outbox stumbled")

    async def _deliver(self, delivery: Delivery) -> None:
        async with self._places:
            await self._deliver_now(delivery)

    async def _deliver_now(self, delivery: Delivery) -> None:
        if delivery.kind is not OutboxKind.DATE_BOARD:  # no document: a message that changes in place
            await self._messenger.show_work(delivery.chat_id)
        try:
            made = await self._aside(self._papers[delivery.kind].make, delivery)
        except Exception:
            log.exception("delivery %s could not be made", delivery.id)
            await self._give_up(delivery, "not made")
            return
        if made is None:
            await self._give_up(delivery, "its subject is gone")
            return
        assert isinstance(made, Made)
        if await self._aside(lambda: self._store.outbox.sending(delivery.id, now=self._clock.now())):
            await self._send(delivery, made)

    async def _send(self, delivery: Delivery, made: Made) -> None:
        now: Callable[[], datetime] = self._clock.now
        try:
            message_id = await self._papers[delivery.kind].send(self._messenger, delivery, made)
        except DeliveryProblem as problem:
            await self._failed_to_send(delivery, problem)
            return
        await self._aside(lambda: self._store.outbox.sent(delivery.id, message_id=message_id, now=now()))

    async def _failed_to_send(self, delivery: Delivery, problem: DeliveryProblem) -> None:
        log.warning("delivery %s: %s", delivery.id, problem.reason)
        outcome = outcome_of(problem, attempts=delivery.attempts)
        if outcome is Outcome.UNCERTAIN:
            await self._aside(lambda: self._store.outbox.uncertain(delivery.id, now=self._clock.now(), reason=problem.reason))
            await self._tell(delivery, self._papers[delivery.kind].uncertain)
        elif outcome is Outcome.AGAIN:
            pause = pause_after(problem, attempts=delivery.attempts)
            await self._aside(lambda: self._store.outbox.again(delivery.id, at=self._clock.now() + pause, reason=problem.reason))
        elif outcome is Outcome.GONE:  # there is nobody to tell
            await self._mark_failed(delivery, problem.reason)
        else:
            await self._give_up(delivery, problem.reason)

    async def _give_up(self, delivery: Delivery, reason: str) -> None:
        if await self._mark_failed(delivery, reason):
            await self._tell(delivery, self._papers[delivery.kind].failed)

    async def _mark_failed(self, delivery: Delivery, reason: str) -> bool:
        """False when it was withdrawn meanwhile: nobody waits for it."""
        return bool(await self._aside(lambda: self._store.outbox.failed(delivery.id, now=self._clock.now(), reason=reason)))

    async def _tell(self, delivery: Delivery, sentence: Callable[[Delivery], str | None]) -> None:
        """Says it; nothing of what was undone."""
        try:
            text = await self._aside(sentence, delivery)
            if isinstance(text, str):
                await self._papers[delivery.kind].note(self._messenger, delivery, text)
        except DeliveryProblem as problem:
            log.warning("note about delivery %s: %s", delivery.id, problem.reason)
