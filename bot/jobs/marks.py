"""How the steps of notices are written: one UPDATE each, and one transaction for all that wait for it meanwhile."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.ports import Clock, Mark, NoticeDesk

log = logging.getLogger(__name__)
Waiting = tuple[Sequence[Mark], "asyncio.Future[tuple[bool, ...]] | None"]


class Marks:
    """Writes steps in the order in which they came."""

    def __init__(self, *, desk: NoticeDesk, clock: Clock, aside: Callable[..., Awaitable[object]]) -> None:
        self._desk, self._clock, self._aside = desk, clock, aside
        self._waiting: list[Waiting] = []
        self._writing: asyncio.Task[None] | None = None
        self._refused = False

    async def take(self, marks: Sequence[Mark]) -> tuple[bool, ...]:
        """Whether each of these steps was still to be taken, once it is written. Raises what the database raises: then none was."""
        written: asyncio.Future[tuple[bool, ...]] = asyncio.get_running_loop().create_future()
        self._put(marks, written)
        return await written

    def put(self, marks: Sequence[Mark]) -> None:
        """These steps are to be taken; nobody waits for them but `all_written`."""
        self._put(marks, None)

    async def all_written(self) -> bool:
        """Once nothing waits to be written: whether the database took all that was put since the last time."""
        if self._writing is not None and not self._writing.done():
            await asyncio.wait([self._writing])
        refused, self._refused = self._refused, False
        return not refused

    def _put(self, marks: Sequence[Mark], written: asyncio.Future[tuple[bool, ...]] | None) -> None:
        self._waiting.append((marks, written))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.get_running_loop().create_task(self._write())

    async def _write(self) -> None:
        while self._waiting:
            together, self._waiting = self._waiting, []
            marks = [mark for some, _ in together for mark in some]
            try:
                taken = await self._aside(lambda ms=marks: self._desk.mark(ms, now=self._clock.now()))
                assert isinstance(taken, tuple)
            except Exception as refused:
                self._refuse(together, refused)
                continue
            place = 0
            for some, written in together:
                if written is not None and not written.done():
                    written.set_result(taken[place : place + len(some)])
                place += len(some)

    def _refuse(self, together: Sequence[Waiting], refused: Exception) -> None:
        """Whoever waits hears of it; for the others it stands in the log."""
        for marks, written in together:
            if written is None:
                self._refused = True
                log.error("%s steps were not written: %s", len(marks), type(refused).__name__)
            elif not written.done():
                written.set_exception(refused)
