"""What a tap on a button or an inline query leads to, and whether the bot may still answer it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.simulator.refusals import QUERY_TOO_OLD

if TYPE_CHECKING:
    from bot.simulator.messages import Message
    from bot.simulator.people import Person

Json = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Tap:
    """A tap on an inline button. `answer` is None until the bot answers; `copied` and `url` for buttons that call nobody."""

    id: str
    person: Person
    message: Message
    button: Json
    answered: bool = False
    answer: str = ""
    alert: bool = False
    opened: str = ""

    @property
    def copied(self) -> str:
        """What a copy_text button put in the clipboard."""
        words: str = self.button.get("copy_text", {}).get("text", "")
        return words

    async def is_answered(self, within: float = 5.0) -> str:
        """Wait for answerCallbackQuery and return its text (often empty)."""
        await self.person.world.waits_for(lambda: self.answered, within, what=f"answer to the tap on {self.button['text']!r}")
        return self.answer


@dataclass(slots=True, kw_only=True)
class InlineQuery:
    """What someone typed after the bot's name; `results` are InlineQueryResult objects once the bot answered."""

    id: str
    person: Person
    query: str
    offset: str = ""
    answered: bool = False
    results: list[Json] = field(default_factory=list)
    personal: bool = False
    next_offset: str = ""

    @property
    def titles(self) -> list[str]:
        """The titles of the results, in order."""
        return [str(result.get("title", "")) for result in self.results]

    async def is_answered(self, within: float = 5.0) -> list[Json]:
        """Wait for answerInlineQuery and return its results."""
        await self.person.world.waits_for(lambda: self.answered, within, what=f"answer to the inline query {self.query!r}")
        return self.results


class OpenQueries:
    """Taps and inline queries that may still be answered: each one once, and soon."""

    def __init__(self, timestamp: Callable[[], float], lifetime: float) -> None:
        self._timestamp, self._lifetime = timestamp, lifetime
        self._count = 0
        self._open: dict[str, tuple[float, Tap | InlineQuery]] = {}

    def new_id(self) -> str:
        """The next query id."""
        self._count += 1
        return str(4_382_000_000_000_000_000 + self._count)

    def open(self, query: Tap | InlineQuery) -> None:
        """From now on the bot may answer this."""
        now = self._timestamp()
        while self._open and next(iter(self._open.values()))[0] <= now:
            self._open.pop(next(iter(self._open)))
        self._open[query.id] = (now + self._lifetime, query)

    def take(self, query_id: str) -> Tap | InlineQuery:
        """The query, which can be answered this once; refused when unknown, answered or too old."""
        expires, query = self._open.pop(query_id, (0.0, None))
        if query is None or expires <= self._timestamp():
            raise QUERY_TOO_OLD
        return query
