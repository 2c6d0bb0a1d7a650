"""What comes by itself in a story: the hour moves, and something rings or nothing does."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.simulator import Message
from tests.conversations.conftest import Someone, Story, plain

TWO_TICKS = 2.3  # seconds


def moves_to(story: Story, year: int, month: int, day: int, hour: int, minute: int = 0, *, summer: bool = False) -> None:
    """It is that hour in Alès."""
    story.served.world.clock.advance_to(datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=2 if summer else 1))


def words_of(who: Someone) -> list[Message]:
    """What the bot said to her, files aside."""
    return [message for message in who.person.bot_messages if not message.document]


async def rings(who: Someone, *, within: float = 8.0) -> str:
    """What comes by itself after what she saw last; from then on she looks at it."""
    count = len(words_of(who))
    await who.person.waits_for(lambda her: len(words_of(who)) > count or None, within=within)
    await who.person.world.settle()
    who.looks_up()
    return plain(who.card.text)


async def stays_silent(story: Story, who: Someone) -> None:
    """Nothing comes in the time of two ticks."""
    count = len(words_of(who))
    await asyncio.sleep(TWO_TICKS)
    await story.served.world.settle()
    assert [plain(message.text) for message in words_of(who)[count:]] == []
