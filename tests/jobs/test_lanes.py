"""What keeps a person's lane open when everything around it stumbles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.jobs.lanes import Lanes
from bot.ports import KeptUpdate
from storage.unit_of_work import SqlStore
from tests.builders import NOW


class Still:
    """A clock that stands."""

    def now(self) -> object:
        """The hour of the stories."""
        return NOW


def update(number: int) -> KeptUpdate:
    return KeptUpdate(update_id=number, sender_id=7, body="{}")


async def test_a_broken_update_and_a_database_away_do_not_silence_the_next_message(store: SqlStore) -> None:
    handled: list[int] = []
    away = False

    async def handle(one: KeptUpdate) -> bool:
        nonlocal away
        handled.append(one.update_id)
        away = one.update_id == 1
        if away:
            raise ValueError("broken")
        return True

    async def aside(work: Callable[..., object], *arguments: object) -> object:
        nonlocal away
        if away:
            away = False
            raise OSError("the database is away")
        return await asyncio.to_thread(work, *arguments)

    lanes = Lanes(inbox=store.inbox, clock=Still(), handle=handle, aside=aside)  # type: ignore[arg-type]
    await lanes.receive([update(1)])
    await asyncio.sleep(0.1)
    await lanes.receive([update(2)])
    await asyncio.sleep(0.1)
    await lanes.stop(within=5)
    assert handled == [1, 2]
    assert [kept.update_id for kept in store.inbox.pending()] == [1]
