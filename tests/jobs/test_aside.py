"""What everybody hears of work done beside the loop: her own result, her own accident, and nothing before it is on the disk."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

import pytest

from bot.jobs.aside import Aside


class Disk:
    """Notes each flush with the pieces that it covers; may refuse one."""

    def __init__(self) -> None:
        self.written: list[int] = []
        self.flushed: list[list[int]] = []
        self.full = False

    def write(self, piece: int) -> int:
        """A piece of work."""
        self.written.append(piece)
        return piece * 10

    @contextmanager
    def together(self) -> Iterator[None]:
        """One flush at the end."""
        yield
        if self.full:
            raise OSError("no space left")
        self.flushed.append(self.written)
        self.written = []


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
async def aside(disk: Disk) -> AsyncIterator[Aside]:
    pool = Aside(1, together=disk.together)
    yield pool
    pool.close()


async def test_what_waits_is_flushed_once_and_nobody_hears_before(aside: Aside, disk: Disk) -> None:
    gate = threading.Event()
    first = asyncio.ensure_future(aside(gate.wait, 5))
    await asyncio.sleep(0.05)  # the thread stands at the gate
    others = [asyncio.ensure_future(aside(disk.write, piece)) for piece in range(3)]
    gate.set()
    heard = [asyncio.ensure_future(_flushes_when(other, disk)) for other in others]
    assert await first is True
    assert await asyncio.gather(*others) == [0, 10, 20]
    assert disk.flushed == [[], [0, 1, 2]]
    assert await asyncio.gather(*heard) == [2, 2, 2]


async def _flushes_when(other: asyncio.Future[int], disk: Disk) -> int:
    await other
    return len(disk.flushed)


async def test_an_accident_reaches_her_who_asked_and_no_one_else(aside: Aside, disk: Disk) -> None:
    good, bad = await asyncio.gather(aside(disk.write, 4), aside(int, "x"), return_exceptions=True)
    assert good == 40
    assert isinstance(bad, ValueError)


async def test_work_that_stops_short_is_an_accident_and_silences_nobody(aside: Aside, disk: Disk) -> None:
    bad, good = await asyncio.wait_for(asyncio.gather(aside(next, iter(())), aside(disk.write, 4), return_exceptions=True), timeout=5)
    assert isinstance(bad, RuntimeError)
    assert good == 40


async def test_a_full_disk_is_said_to_all_and_the_next_ones_go_on(aside: Aside, disk: Disk) -> None:
    disk.full = True
    refused = await asyncio.gather(aside(disk.write, 1), aside(disk.write, 2), return_exceptions=True)
    assert [type(one) for one in refused] == [OSError, OSError]
    disk.full = False
    assert await aside(disk.write, 3) == 30


async def test_whoever_stopped_waiting_stops_nobody(aside: Aside, disk: Disk) -> None:
    gate = threading.Event()
    gone = asyncio.ensure_future(aside(gate.wait, 5))
    await asyncio.sleep(0.01)
    gone.cancel()
    gate.set()
    assert await aside(disk.write, 7) == 70


async def test_closing_finishes_what_was_given() -> None:
    disk = Disk()
    pool = Aside(1, together=disk.together)
    waiting = [asyncio.ensure_future(pool(disk.write, piece)) for piece in range(40)]
    await asyncio.sleep(0)  # each has given its piece
    await asyncio.to_thread(pool.close)
    assert await asyncio.gather(*waiting) == [piece * 10 for piece in range(40)]


async def test_several_threads_work_side_by_side() -> None:
    pool = Aside(2)
    both = threading.Barrier(2)
    assert sorted(await asyncio.gather(pool(both.wait, 5), pool(both.wait, 5))) == [0, 1]
    pool.close()
