"""The bot is killed at any moment and started again: nothing is lost, nothing is kept twice, every message is answered."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import simulator
from bot.simulator import Message, Person, Simulator
from storage.unit_of_work import SqlStore
from tests.builders import small_territory

MEETING = "GT Diabète hier 14h-16h30, 12 présents, on a décidé de lancer l'enquête, Sophie Martin relance la CAF"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Machine:
    """A server where `maillon lancer` runs as a process of its own."""

    served: Simulator
    store: SqlStore
    environment: dict[str, str]
    running: list[asyncio.subprocess.Process] = field(default_factory=list)

    async def starts_the_bot(self) -> None:
        """Waits until it polls."""
        polls = sum(call.method == "getUpdates" for call in self.served.world.calls)
        process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "lancer", cwd=ROOT, env=self.environment)
        self.running.append(process)
        await self.served.world.waits_for(
            lambda: sum(call.method == "getUpdates" for call in self.served.world.calls) > polls or None, within=60, what="polling"
        )

    async def kills_the_bot(self) -> None:
        """kill -9."""
        self.running[-1].kill()
        await self.running[-1].wait()

    async def stops_the_bot(self) -> int:
        """SIGTERM; returns the exit code."""
        self.running[-1].send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.running[-1].wait(), 20)

    def kept(self, territory_id: int) -> tuple[int, int]:
        """How many meetings were held, and all minutes of hours."""
        with self.store.read(territory_id) as work:
            lines = work.meetings.lines(held=True, limit=100)
            hours = sum(c.total_minutes for line in lines for c in work.contributions.of_meeting(line.id))
            return len(lines), hours


@pytest.fixture
async def machine(store: SqlStore, database_url: str, tmp_path: Path) -> AsyncIterator[Machine]:
    """A simulator, a database, and nothing running yet."""
    served = await simulator.start()
    wanted = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "MAILLON_TOKEN": served.token, "MAILLON_API_URL": served.url}
    wanted |= {"MAILLON_DATABASE_URL": database_url, "MAILLON_DATA_DIR": str(tmp_path / "data")}
    made = Machine(served, store, wanted)
    yield made
    for process in made.running:
        if process.returncode is None:
            process.kill()
            await process.wait()
    await served.stop()


def card(claire: Person, label: str = "✅ Enregistrer") -> Message | None:
    """The newest card with that button."""
    return next((m for m in reversed(claire.bot_messages) if label in m.labels), None)


@pytest.mark.parametrize("milliseconds", [0, 3, 8, 15, 30, 60])
async def test_killed_while_a_message_is_read_and_while_it_is_kept(machine: Machine, milliseconds: int) -> None:
    doors = small_territory(machine.store, now=datetime.now(UTC))
    world = machine.served.world
    claire = world.person("Claire")
    claire.starts(doors.claire)
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: her.last, within=20)

    claire.says(MEETING)
    await asyncio.sleep(milliseconds / 1000)
    await machine.kills_the_bot()
    await machine.starts_the_bot()
    await claire.waits_for(card, within=20)

    claire.presses("✅ Enregistrer")
    await asyncio.sleep(milliseconds / 1000)
    await machine.kills_the_bot()
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: card(her, "↩︎ Annuler"), within=20)
    await claire.waits_for(lambda her: next((m for m in her.messages if m.document), None), within=20)
    await world.settle()
    assert machine.kept(doors.territory.id) == (1, 12 * 150)
    assert sum(m.document is not None for m in claire.messages) == 1
    assert world.violations == []


@pytest.mark.parametrize("milliseconds", [0, 30, 120, 250])
async def test_killed_while_the_directory_is_exported(machine: Machine, milliseconds: int) -> None:
    """Each of the three files arrives once, or she is told that it may have."""
    doors = small_territory(machine.store, now=datetime.now(UTC))
    claire = machine.served.world.person("Claire")
    claire.starts(doors.claire)
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: her.last, within=20)
    claire.says("exporte l'annuaire")
    await asyncio.sleep(milliseconds / 1000)
    await machine.kills_the_bot()
    await machine.starts_the_bot()
    endings = {"pour Excel": "xlsx", "pour un autre logiciel": "csv", "pour un carnet d’adresses": "vcf"}

    def accounted_for(her: Person) -> bool | None:
        told = {ending for m in her.bot_messages for said, ending in endings.items() if "peut-être arrivé" in m.text and said in m.text}
        return told | {m.document.name.rpartition(".")[2] for m in her.messages if m.document} == set(endings.values()) or None

    await claire.waits_for(accounted_for, within=20)
    await machine.served.world.settle()
    names = [m.document.name for m in claire.messages if m.document]
    assert len(names) == len(set(names))
    assert machine.served.world.violations == []


async def test_messages_sent_while_it_was_away_are_answered(machine: Machine) -> None:
    doors = small_territory(machine.store, now=datetime.now(UTC))
    claire, marc = machine.served.world.person("Claire"), machine.served.world.person("Marc")
    claire.starts(doors.claire)
    marc.starts(doors.marc)
    claire.says(MEETING)
    marc.says("2h de préparation hier pour le GT Diabète")
    await machine.starts_the_bot()
    await claire.waits_for(card, within=20)
    await marc.waits_for(card, within=20)


async def test_sigterm_in_the_middle_of_ten_conversations(machine: Machine) -> None:
    doors = small_territory(machine.store, now=datetime.now(UTC))
    world = machine.served.world
    claire = world.person("Claire")
    claire.starts(doors.claire)
    others = [world.person(f"Visiteur{n}") for n in range(9)]
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: her.last, within=20)
    claire.says(MEETING)
    for other in others:
        other.starts()
    assert await machine.stops_the_bot() == 0
    await machine.starts_the_bot()
    await claire.waits_for(card, within=20)
    for other in others:
        await other.waits_for(lambda him: him.last, within=20)
    await world.settle()
    assert [len(other.bot_messages) for other in others] == [1] * 9
    assert sum("✅ Enregistrer" in m.labels for m in claire.bot_messages) == 1


async def test_two_bots_never_share_a_data_folder(machine: Machine) -> None:
    small_territory(machine.store, now=datetime.now(UTC))
    await machine.starts_the_bot()
    second = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "lancer", cwd=ROOT, env=machine.environment, stderr=asyncio.subprocess.PIPE
    )
    _, said = await asyncio.wait_for(second.communicate(), 20)
    assert said.decode() == "Maillon fonctionne déjà avec ce dossier de données. Arrêtez-le d’abord.\n"
    assert second.returncode == 1


async def test_of_two_bots_on_one_token_the_newcomer_gives_way(machine: Machine, tmp_path: Path) -> None:
    """Each with a database of its own: what is due to people would be said twice, and half of them would be strangers."""
    doors = small_territory(machine.store, now=datetime.now(UTC))
    claire = machine.served.world.person("Claire")
    claire.starts(doors.claire)
    await machine.starts_the_bot()
    await claire.waits_for(lambda her: her.last, within=20)
    elsewhere = tmp_path / "elsewhere"
    other = machine.environment | {"MAILLON_DATA_DIR": str(elsewhere), "MAILLON_DATABASE_URL": f"sqlite:///{elsewhere / 'maillon.sqlite3'}"}
    begun = await bot_process("initialiser", "--nom", "Autre", "--coordinatrice", "Jeanne Test", environment=other)
    await begun.communicate()
    second = await bot_process("lancer", environment=other)
    _, said = await asyncio.wait_for(second.communicate(), 60)
    assert said.decode().splitlines()[-1].startswith("Un autre programme, peut-être sur une autre machine, répond déjà avec ce jeton")
    assert second.returncode == 1
    claire.says("/moi")
    assert (await claire.waits_for(lambda her: her.last if "Claire" in her.last.text else None, within=60)).text


async def bot_process(*words: str, environment: dict[str, str]) -> asyncio.subprocess.Process:
    """The bot with other settings, its words kept."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words), cwd=ROOT, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
