"""Killed while things due are leaving, started twice by mistake: each person hears each of them once, or hears that it may have come."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot import simulator
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.notices import Due, NoticeKind, local
from bot.domain.permissions import Role
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.territory import Account
from bot.simulator import Person
from bot.simulator.world import WorldSettings
from storage.territories import create_territory
from storage.unit_of_work import SqlStore
from tests.conversations.conftest import plain
from tests.conversations.test_survives import ROOT, Machine

ZONE = "Europe/Paris"
PEOPLE = 40
MAYBE = "peut-être arrivé"
TOLD = date(2020, 1, 3)  # the day that the point of the week which is owed was meant for


@pytest.fixture
async def machine(store: SqlStore, database_url: str, tmp_path: Path) -> AsyncIterator[Machine]:
    """A strict simulator, a database, and nothing running yet."""
    served = await simulator.start(settings=WorldSettings(pace=True))
    wanted = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "MAILLON_TOKEN": served.token, "MAILLON_API_URL": served.url}
    wanted |= {"MAILLON_DATABASE_URL": database_url, "MAILLON_DATA_DIR": str(tmp_path / "data")}
    made = Machine(served, store, wanted)
    yield made
    for process in made.running:
        if process.returncode is None:
            process.kill()
            await process.wait()
    await served.stop()


def crowd(machine: Machine, count: int, role: Role = Role.CONTRIBUTOR) -> list[tuple[Person, Account]]:
    """So many people who joined, each with a chat."""
    now = datetime.now(UTC)
    territory = create_territory(machine.store, name="Alès", organism="Reseda", zone=ZONE, communes=[], axes=[])
    joined = []
    for n in range(count):
        person = machine.served.world.person(f"P{n}")
        person.started = True
        with machine.store.work(territory.id) as work:
            made = work.invitations.prepare(name=f"P{n} N{n}", person_id=None, by=None, expires_at=now + timedelta(days=1))
            code = work.invitations.issue(made.id, role=role, group_ids=())
        assert code is not None
        joined.append((person, machine.store.desk.redeem(code, telegram_id=person.id, chat_id=person.id, telegram_name="P", now=now)))
    return joined


def owe(machine: Machine, account: Account, *, now: datetime) -> None:
    """Something is due to her now, whatever the hour at which these tests run."""
    here = local(now, ZONE)
    due = Due(on=here.date(), at=here.time(), zone=ZONE, due_at=now, until=now + timedelta(hours=1), loud=True)
    with machine.store.work(account.territory_id) as work:
        reminder = Reminder(id=0, account_id=account.id, state=ReminderState.ACTIVE, what="réserver la salle", zone=ZONE, touched_at=now)
        work.notices.plan(work.reminders.add(reminder), due, now=now)


def states(machine: Machine) -> list[str]:
    with machine.store.engines.read() as connection:
        return sorted(row[0] for row in connection.execute(sa.text("SELECT state FROM notices")))


async def settled(machine: Machine) -> None:
    """Everything has left, or is known to be uncertain."""
    for _ in range(300):
        if set(states(machine)) <= {"sent", "uncertain"}:
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(1.5)
    assert set(states(machine)) <= {"sent", "uncertain"}


def heard(person: Person) -> tuple[int, int]:
    """How often it rang, and how often she was told that it may have."""
    words = [plain(message.text) for message in person.bot_messages]
    return sum(text.startswith("⏰ réserver la salle") for text in words), sum(MAYBE in text for text in words)


@pytest.mark.parametrize("sent", [0, 1, 7, 20])
async def test_killed_in_the_middle_of_a_delivery(machine: Machine, sent: int) -> None:
    people = crowd(machine, PEOPLE)
    now = datetime.now(UTC)
    for _, account in people:
        owe(machine, account, now=now)
    starting = asyncio.get_running_loop().create_task(machine.starts_the_bot())
    world = machine.served.world
    await world.waits_for(
        lambda: (sum(c.method == "sendMessage" for c in world.calls) >= sent and machine.running) or None, within=60, what="messages"
    )
    await machine.kills_the_bot()
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    await machine.starts_the_bot()
    await settled(machine)
    found = [heard(person) for person, _ in people]
    assert [rung for rung, _ in found if rung > 1] == []  # never twice
    assert [one for one in found if one == (0, 0)] == []  # never in silence
    assert sum(maybe for _, maybe in found) == states(machine).count("uncertain") < len(people)  # what had left is known
    assert {call.code for call in world.calls if call.method == "sendMessage"} == {200}


def owe_question_and_week(machine: Machine, account: Account, *, now: datetime, week: bool) -> None:
    """She is to be asked about a meeting of hers now, or to be told her week; whatever the hour at which these tests run."""
    here = local(now, ZONE)
    due = Due(on=here.date(), at=here.time(), zone=ZONE, due_at=now, until=now + timedelta(hours=1), loud=True)
    tonight = Meeting(
        id=0,
        state=MeetingState.PLANNED,
        title="Permanence",
        day=here.date(),
        starts=time(23, 58),
        ends=time(23, 59),
        author_id=account.person_id,
    )
    with machine.store.work(account.territory_id) as work:
        planned = work.meetings.add(tonight)
        if week:
            held = Meeting(id=0, state=MeetingState.HELD, title="Réunion", day=here.date(), headcount=3, author_id=account.person_id)
            work.meetings.add(held)
            work.notices.tell_week(account.id, due, meant=TOLD, now=now)
        else:  # put off until now: at that very hour
            work.notices.ask_about(planned.id, due, kind=NoticeKind.PROMPT, day=here.date(), account_id=account.id, snoozes=1, now=now)


def states_of_today(machine: Machine) -> list[str]:
    """Of what is owed today; the weeks to come wait."""
    with machine.store.engines.read() as connection:
        rows = connection.execute(sa.text("SELECT state FROM notices WHERE snoozes = 1 OR turn = :told"), {"told": TOLD.toordinal()})
        return sorted(row[0] for row in rows)


@pytest.mark.parametrize("sent", [0, 5, 20])
async def test_killed_while_questions_and_weeks_are_leaving(machine: Machine, sent: int) -> None:
    people = crowd(machine, PEOPLE, Role.COORDINATOR)
    now = datetime.now(UTC)
    for n, (_, account) in enumerate(people):
        owe_question_and_week(machine, account, now=now, week=n % 2 == 0)
    starting = asyncio.get_running_loop().create_task(machine.starts_the_bot())
    world = machine.served.world
    await world.waits_for(
        lambda: (sum(c.method == "sendMessage" for c in world.calls) >= sent and machine.running) or None, within=60, what="messages"
    )
    await machine.kills_the_bot()
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    await machine.starts_the_bot()
    for _ in range(300):
        if set(states_of_today(machine)) <= {"sent", "uncertain"}:
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(1.5)
    assert set(states_of_today(machine)) <= {"sent", "uncertain"}
    words = [[plain(message.text) for message in person.bot_messages] for person, _ in people]
    rung = [sum(text.startswith(("🗓 Permanence", "📊")) for text in said) for said in words]
    maybe = [sum(MAYBE in text for text in said) for said in words]
    assert [count for count in rung if count > 1] == []  # never twice
    assert [pair for pair in zip(rung, maybe, strict=True) if pair == (0, 0)] == []  # never in silence
    assert sum(maybe) == states_of_today(machine).count("uncertain") < len(people)  # what had left is known


async def test_two_processes_on_one_database_say_it_once(machine: Machine, tmp_path: Path) -> None:
    people = crowd(machine, PEOPLE)
    await machine.starts_the_bot()
    elsewhere = machine.environment | {"MAILLON_DATA_DIR": str(tmp_path / "elsewhere")}
    machine.running.append(await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "lancer", cwd=ROOT, env=elsewhere))
    world = machine.served.world
    await world.waits_for(lambda: any(call.code == 409 for call in world.calls) or None, within=60, what="both listening")
    now = datetime.now(UTC)
    for _, account in people:
        owe(machine, account, now=now)
    await settled(machine)
    assert [heard(person) for person, _ in people] == [(1, 0)] * PEOPLE
