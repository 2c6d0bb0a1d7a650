"""How fast Maillon speaks by itself: evenly, once a second in a chat, never past what Telegram counts."""

from __future__ import annotations

import asyncio

from bot.jobs.pace import A_SECOND, BURST, IN_A_CHAT, Pace


async def test_turns_are_spread_evenly() -> None:
    loop = asyncio.get_running_loop()
    pace = Pace(loop.time, a_second=200)
    began = loop.time()
    await asyncio.gather(*(pace.turn(chat) for chat in range(100)))
    assert 0.2 < loop.time() - began < 2


async def test_a_chat_waits_for_its_second_and_others_do_not() -> None:
    seconds = 100.0
    pace = Pace(lambda: seconds)
    pace.spoke(1)
    assert pace._open_from(1) == seconds + IN_A_CHAT
    assert pace._open_from(2) == 0.0


async def test_a_chat_takes_three_messages_in_three_seconds() -> None:
    seconds = 100.0
    pace = Pace(lambda: seconds)
    for _ in range(BURST):
        pace.spoke(1)
    assert pace._open_from(1) == seconds + BURST * IN_A_CHAT


async def test_what_is_on_its_way_counts_until_a_second_after_its_answer() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    on_their_way = [pace.leaving() for _ in range(A_SECOND + 1)]
    for one in on_their_way:
        await one.__aenter__()
    now[0] = 200.0  # however long they take
    waiting = asyncio.ensure_future(pace.leaving().__aenter__())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await on_their_way[0].__aexit__(None, None, None)
    await asyncio.sleep(0.05)
    assert not waiting.done()
    now[0] = 201.1
    await asyncio.sleep(0.05)
    assert waiting.done()


async def test_after_telegram_asked_for_silence_nobody_speaks() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    pace.rest(30.0)
    waiting = asyncio.ensure_future(pace.turn(1))
    await asyncio.sleep(0.02)
    assert not waiting.done()
    waiting.cancel()
