"""Where work that waits for the database runs: in a few threads beside the event loop, several pieces under one flush to the disk."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

AT_ONCE = 16  # pieces under one flush: the first one waits for the last

Result = TypeVar("Result")
_Job = tuple["asyncio.Future[Any]", Callable[..., Any], tuple[object, ...]]
_Outcome = tuple["asyncio.Future[Any]", Any, BaseException | None]


class Aside:
    """Threads for one event loop. Work is begun in the order in which it was given.

    `together` makes one flush of all that a thread does inside; without it each piece stands alone. What waits by then is done together,
    and nobody hears of a result before the flush.
    """

    def __init__(self, threads: int, *, together: Callable[[], AbstractContextManager[None]] | None = None) -> None:
        self._together = together
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._ready: deque[_Outcome] = deque()
        self._told = False  # the loop will look at what is ready
        self._threads = [threading.Thread(target=self._work, name=f"maillon-{number}", daemon=True) for number in range(threads)]
        for thread in self._threads:
            thread.start()

    async def __call__(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Runs it in one of the threads; returns what it returns, raises what it raises."""
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._jobs.put((future, work, arguments))
        return await future

    def close(self) -> None:
        """Waits for what was given; nothing may be given any more."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            jobs = [job, *self._waiting()] if self._together else [job]
            self._hand_back(self._done(jobs))
            del job, jobs  # what they hold must not live until the next one comes

    def _waiting(self) -> list[_Job]:
        found: list[_Job] = []
        try:
            while len(found) < AT_ONCE - 1:
                job = self._jobs.get_nowait()
                if job is None:
                    self._jobs.put(None)  # closing: once this is done
                    break
                found.append(job)
        except Empty:
            pass
        return found

    def _done(self, jobs: list[_Job]) -> list[_Outcome]:
        if self._together is None:
            return [_outcome(job) for job in jobs]
        outcomes: list[_Outcome] = []
        try:
            with self._together():
                outcomes = [_outcome(job) for job in jobs]
        except Exception as error:  # the flush failed: nothing of this may be called kept
            outcomes = [(future, None, error) for future, _, _ in jobs]
        return outcomes

    def _hand_back(self, outcomes: list[_Outcome]) -> None:
        self._ready.extend(outcomes)
        if not self._told:
            self._told = True
            outcomes[0][0].get_loop().call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        self._told = False  # before looking: what comes later tells again
        while self._ready:
            future, result, error = self._ready.popleft()
            if future.done():
                continue  # nobody waits any more
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)


def _outcome(job: _Job) -> _Outcome:
    future, work, arguments = job
    try:
        return future, work(*arguments), None
    except StopIteration as error:  # a future takes it for its own end and refuses it
        return future, None, RuntimeError(f"the work stopped short: {error!r}")
    except BaseException as error:  # it belongs to whoever waits, whatever it is
        return future, None, error
