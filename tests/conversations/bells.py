"""What comes by itself in a story: the hour moves, and something rings or nothing does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.jobs.notices import NoticeRunner
from bot.jobs.outbox import OutboxRunner
from bot.simulator import Message
from tests.conversations.conftest import Someone, Story, plain


def moves_to(story: Story, year: int, month: int, day: int, hour: int, minute: int = 0, *, summer: bool = False) -> None:
    """It is that hour in Alès."""
    story.served.world.clock.advance_to(datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=2 if summer else 1))


def words_of(who: Someone) -> list[Message]:
    """What the bot said to her, files aside."""
    return [message for message in who.person.bot_messages if message.file is None]


async def rings(who: Someone, *, since: int | None = None, within: float = 20.0) -> str:
    """What comes by itself, from then on she looks at it; `since`: how many words she had before what brings it, which may be quick."""
    count = len(words_of(who)) if since is None else since
    await who.person.waits_for(lambda her: len(words_of(who)) > count or None, within=within)
    await who.person.world.settle()
    who.looks_up()
    return plain(who.card.text)


async def stays_silent(story: Story, who: Someone) -> None:
    """Nothing comes of two whole rounds through all that is due, which is what two ticks make."""
    count = len(words_of(who))
    notices, outbox = (ring.__self__ for ring in (story.home.ring_notices, story.home.ring_outbox))  # type: ignore[attr-defined]
    assert isinstance(notices, NoticeRunner)
    assert isinstance(outbox, OutboxRunner)
    for _ in range(2):
        await outbox.deliver_due()
        await notices.deliver_due()
    await story.served.world.settle()
    assert [plain(message.text) for message in words_of(who)[count:]] == []
