"""A story: the whole bot over HTTP, a real database, a frozen clock, and people who talk to it."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import docx
import pytest

from bot import simulator
from bot.simulator import Message, Person, Simulator, StoredFile
from bot.wiring import Door, build_home, living
from storage.unit_of_work import SqlStore
from tests.builders import NOW, Doors, small_territory
from tests.simulator.schema import check_call


class Someone:
    """A person with a phone: she says, presses, sees, receives; nothing else."""

    def __init__(self, person: Person) -> None:
        self.person = person

    async def says(self, text: str) -> str:
        """Sends a text and waits until the bot has finished answering; returns the newest words of the bot."""
        self.person.says(text)
        return await self._heard()

    async def presses(self, label: str) -> str:
        """Taps a visible button; returns the text of the card as it then stands."""
        self.person.presses(label)
        return await self._heard()

    async def presses_twice(self, label: str) -> str:
        """A double tap of a nervous thumb."""
        self.person.presses(label, times=2)
        return await self._heard()

    async def _heard(self) -> str:
        await self.person.world.settle()
        return self.card.text

    @property
    def card(self) -> Message:
        """The newest message of the bot."""
        last = self.person.last
        assert last is not None, f"{self.person.label} has heard nothing"
        return last

    @property
    def toast(self) -> str:
        """The last words over the chat."""
        return self.person.toasts[-1]

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
        return list(self.card.labels)

    async def receives_document(self, *, within: float = 10.0) -> Received:
        """The newest document, waiting for it if need be."""
        known = len(self.documents)
        found = self.documents or [
            await self.person.waits_for(lambda her: next((m.document for m in her.messages if m.document), None), within=within)
        ]
        del known
        return Received(found[-1])

    async def receives_documents(self, count: int, *, within: float = 10.0) -> list[Received]:
        """All documents of her chat once there are that many, and no more after a silence."""
        await self.person.waits_for(lambda her: len([m for m in her.messages if m.document]) >= count or None, within=within)
        await self.person.world.settle()
        assert len(self.documents) == count
        return [Received(document) for document in self.documents]

    @property
    def documents(self) -> list[StoredFile]:
        """The documents of her chat, oldest first."""
        return [m.document for m in self.person.messages if m.document]


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
    doors: Doors
    claire: Someone
    marc: Someone
    ines: Someone
    stranger: Someone

    async def join(self, who: Someone, code: str) -> None:
        """Follows an invitation link."""
        who.person.starts(code)
        await self.served.world.settle()

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
        Someone(world.person(first, last_name=last)) for first, last in (("Claire", "F."), ("Marc", "R."), ("Inès", "C."), ("Lou", "X."))
    ]
    told = Story(served, store, doors, *people)
    async with living(build_home(store, world.clock), Door(token=served.token, api_url=served.url)):
        for who, code in ((told.claire, doors.claire), (told.marc, doors.marc), (told.ines, doors.ines)):
            await told.join(who, code)
        yield told
    violations = list(world.violations)
    calls = list(world.calls)
    await served.stop()
    assert violations == []
    for call in calls:
        check_call(call.method, call.params)
