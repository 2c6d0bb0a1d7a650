"""How the steps of notices are written: one UPDATE each, and one transaction for all that wait for it meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.ports import Clock, Mark, NoticeDesk

Waiting = tuple[tuple[Mark, ...], "asyncio.Future[tuple[bool, ...]]"]


class Marks:
    """Writes steps in the order in which they came. Whoever takes one goes on only once it is written."""

    def __init__(self, *, desk: NoticeDesk, clock: Clock, aside: Callable[..., Awaitable[object]]) -> None:
        self._desk, self._clock, self._aside = desk, clock, aside
        self._waiting: list[Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def take(self, *marks: Mark) -> tuple[bool, ...]:
        """Whether each of these steps was still to be taken. Raises what the database raises: then none was."""
        loop = asyncio.get_running_loop()
        written: asyncio.Future[tuple[bool, ...]] = loop.create_future()
        self._waiting.append((marks, written))
        if self._writing is None or self._writing.done():
            self._writing = loop.create_task(self._write())
        return await written

    async def _write(self) -> None:
        while self._waiting:
            together, self._waiting = self._waiting, []
            marks = [mark for some, _ in together for mark in some]
            try:
                taken = await self._aside(lambda ms=marks: self._desk.mark(ms, now=self._clock.now()))
                assert isinstance(taken, tuple)
            except Exception as refused:
                for _, written in together:
                    if not written.done():
                        written.set_exception(refused)
                continue
            place = 0
            for some, written in together:
                if not written.done():
                    written.set_result(taken[place : place + len(some)])
                place += len(some)
