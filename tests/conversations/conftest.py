"""A story: the whole bot over HTTP, a real database, a frozen clock, and people who talk to it."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import docx
import pytest

from bot import simulator
from bot.simulator import Message, Person, Simulator, StoredFile
from bot.wiring import Door, build_home, living
from handlers.room import Home
from storage.unit_of_work import SqlStore
from tests.builders import NOW, Doors, small_territory
from tests.simulator.schema import check_call

A_MOMENT = 0.03  # seconds of silence: an update is marked done after its answer has left


class Someone:
    """A person with a phone: she says, presses, sees, receives; nothing else."""

    def __init__(self, person: Person, store: SqlStore) -> None:
        self.person = person
        self._store = store
        self._looking_at: Message | None = None

    async def says(self, text: str) -> str:
        """Sends a text and waits until the bot has finished answering; returns the newest words of the bot."""
        self.person.says(text)
        self._looking_at = None
        return await self._heard()

    async def presses(self, label: str, *, times: int = 1) -> str:
        """Taps a visible button; from then on she looks at that card, or at what answered it. Returns its text."""
        written = self._written(label)
        card = next((m for m in reversed(self.person.bot_messages) if written in m.labels), None)
        before = self.person.last
        self.person.presses(written, times=times)
        self._looking_at = card
        await self._heard()
        if self.person.last is not before and self.person.last is not None and not self.person.last.document:
            self._looking_at = None
        return self.card.text

    async def forges(self, data: str) -> None:
        """Taps a button that the bot never drew for her, as a changed client can."""
        assert self.person.last is not None
        self.person._tap(self.person.last, {"text": "?", "callback_data": data})
        self._looking_at = None
        await self._heard()

    def looks_up(self) -> None:
        """She looks at what came last, not at the card that she tapped."""
        self._looking_at = None

    def _written(self, label: str) -> str:
        """The visible label that reads so."""
        return next((shown for shown in self.person.visible_buttons if plain(shown) == label), label)

    async def _heard(self) -> str:
        await quiet(self.person, self._store)
        return self.card.text

    @property
    def card(self) -> Message:
        """The card that she tapped last, else the newest words of the bot: a Word file may come before or after them."""
        words = (message for message in reversed(self.person.bot_messages) if message.file is None)
        last = self._looking_at or next(words, None) or self.person.last
        assert last is not None, f"{self.person.label} has heard nothing"
        return last

    @property
    def toast(self) -> str:
        """The last words over the chat."""
        return plain(self.person.toasts[-1])

    def sees(self, *lines: str) -> None:
        """Each of these lines stands in the newest message, to the letter (no-break spaces read as spaces)."""
        shown = [plain(line).strip() for line in self.card.text.splitlines()]
        missing = [line for line in lines if line not in shown]
        assert missing == [], "\n".join(["missing:", *missing, "shown:", *shown])

    def sees_no(self, words: str) -> None:
        """These words stand nowhere in the newest message."""
        assert words not in plain(self.card.text), plain(self.card.text)

    @property
    def buttons(self) -> list[str]:
        """The buttons of the newest message."""
        return [plain(label) for label in self.card.labels]

    async def receives_document(self, *, within: float = 20.0) -> Received:
        """The newest document, waiting for it if need be."""
        found = self.documents or [
            await self.person.waits_for(lambda her: next((m.document for m in her.messages if m.document), None), within=within)
        ]
        return Received(found[-1])

    async def receives_documents(self, count: int, *, within: float = 20.0) -> list[Received]:
        """All documents of her chat once there are that many, and no more after a silence."""
        await self.person.waits_for(lambda her: len([m for m in her.messages if m.document]) >= count or None, within=within)
        await self.person.world.settle()
        assert len(self.documents) == count
        return [Received(document) for document in self.documents]

    @property
    def documents(self) -> list[StoredFile]:
        """The documents of her chat, oldest first."""
        return [m.document for m in self.person.messages if m.document]


async def quiet(person: Person, store: SqlStore) -> None:
    """Waits until every update is answered: nothing waits in the inbox and nothing moves on the screen."""
    await person.world.settle(quiet=A_MOMENT)
    while store.inbox.pending():
        await asyncio.sleep(A_MOMENT)
        await person.world.settle(quiet=A_MOMENT)


@dataclass(frozen=True, slots=True)
class Received:
    """A Word file that arrived."""

    file: StoredFile

    @property
    def name(self) -> str:
        """Its file name."""
        return self.file.name

    @property
    def text(self) -> str:
        """All its words: paragraphs, tables, headers and footers."""
        document = docx.Document(io.BytesIO(self.file.content))
        parts = [p.text for p in document.paragraphs]
        parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        parts += [p.text for section in document.sections for p in (*section.header.paragraphs, *section.footer.paragraphs)]
        return plain("\n".join(parts))


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@dataclass(slots=True)
class Story:
    """The stage: a simulator, a store, and the bot alive between them."""

    served: Simulator
    store: SqlStore
    home: Home
    doors: Doors
    claire: Someone
    marc: Someone
    ines: Someone
    stranger: Someone

    async def join(self, who: Someone, code: str) -> None:
        """Follows an invitation link."""
        who.person.starts(code)
        await quiet(who.person, self.store)

    def passes(self, **length: int) -> None:
        """Time goes by."""
        self.served.world.clock.advance(timedelta(**length))


@pytest.fixture
async def story(store: SqlStore) -> AsyncIterator[Story]:
    """The bot at work, with Claire, Marc and Inès joined; at the end every call is checked against an independent schema."""
    doors = small_territory(store)
    served = await simulator.start(clock=simulator.SimulatedClock(frozen_at=NOW))
    world = served.world
    people = [
        Someone(world.person(first, last_name=last), store)
        for first, last in (("Claire", "F."), ("Marc", "R."), ("Inès", "C."), ("Lou", "X."))
    ]
    home = build_home(store, world.clock)
    told = Story(served, store, home, doors, *people)
    async with living(home, Door(token=served.token, api_url=served.url)):
        for who, code in ((told.claire, doors.claire), (told.marc, doors.marc), (told.ines, doors.ines)):
            await told.join(who, code)
        yield told
    violations = list(world.violations)
    calls = list(world.calls)
    await served.stop()
    assert violations == []
    for call in calls:
        check_call(call.method, call.params)
