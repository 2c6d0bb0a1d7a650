"""Three ways to deliver what is due at one minute: our rows, APScheduler's SQLAlchemyJobStore, procrastinate (PostgreSQL)."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.console.run import quick_loop
from bot.domain.notices import Notice
from bot.jobs.notices import NoticeRunner
from bot.jobs.pace import Pace
from bot.ports import DeliveryProblem
from storage import tables
from storage.engine import open_store

SENDING = 0.0002  # seconds
NOW = datetime(2027, 4, 1, 8, tzinfo=UTC)  # 10:00 in Paris, a Thursday
PATIENCE = 20.0  # seconds without anything new
due: dict[str, datetime] = {}  # when the jobs of a database are
log_file: int = -1  # of the child: where what was sent is written down


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduler:
    """How rows are made due, delivered by a process, and which of them it says to be uncertain."""

    databases: tuple[str, ...]
    prepare: Callable[[str, int], None]
    run: Callable[[str, Path, int], dict[str, float]]
    uncertain: Callable[[str], set[int]]


async def stub(number: int) -> None:
    """It arrives, and the answer takes 0.2 ms."""
    os.write(log_file, f"{number}\n".encode())
    await asyncio.sleep(SENDING)


class StubChat:
    """The Messenger port over the stub."""

    async def send_notices(self, chat_id: int, *, text: str, notices: Sequence[Notice]) -> int:
        """One message."""
        await stub(chat_id - 1)
        return chat_id

    async def send_text(self, chat_id: int, *, text: str) -> int:
        """A note about what is uncertain."""
        return chat_id

    async def send_minutes(self, chat_id: int, *, name: str, content: bytes, caption: str, meeting_id: int) -> int:
        """Not measured."""
        raise DeliveryProblem("not measured")

    async def send_note(self, chat_id: int, *, text: str, meeting_id: int) -> int:
        """Not measured."""
        raise DeliveryProblem("not measured")

    async def show_work(self, chat_id: int) -> None:
        """Not measured."""


class Stopped:
    """The clock of the minute at which all is due."""

    def now(self) -> datetime:
        """That minute."""
        return NOW


def measure(log: Path, work: Callable[[], Awaitable[float]]) -> dict[str, float]:
    """Runs it on a loop whose longest stall is watched."""
    global log_file
    log_file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    stall = 0.0

    async def watch() -> None:
        nonlocal stall
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.002)
            stall = max(stall, time.perf_counter() - began - 0.002)

    async def all_of_it() -> float:
        watching = asyncio.get_running_loop().create_task(watch())
        await asyncio.sleep(0.05)
        seconds = await work()
        watching.cancel()
        return seconds

    with asyncio.Runner(loop_factory=quick_loop) as runner:
        return {"seconds": runner.run(all_of_it()), "stall": stall}


def prepare_ours(url: str, rows: int, chats: Sequence[int] = ()) -> None:
    """So many people, each with one reminder that is due; in those chats, if they are told."""
    engine = sa.create_engine(url)
    same = {"territory_id": 1}
    moment = {"due_at": NOW, "queued_at": NOW, "changed_at": NOW, "until": NOW + timedelta(days=1)}
    with engine.begin() as connection:
        connection.execute(
            tables.territories.insert(), {"id": 1, "name": "T", "organism": "O", "zone": "Europe/Paris"} | _blank(tables.territories)
        )
        numbers = range(1, rows + 1)
        connection.execute(
            tables.people.insert(), [same | _blank(tables.people) | {"id": n, "first_name": "P", "last_name": str(n)} for n in numbers]
        )
        account = {"role": "contributrice", "joined_at": NOW}
        connection.execute(
            tables.accounts.insert(),
            [
                same | account | {"id": n, "telegram_id": chat, "chat_id": chat, "person_id": n}
                for n, chat in zip(numbers, chats or numbers, strict=True)
            ],
        )
        reminder = {"version": 1, "state": "active", "what": "réserver la salle", "people": (), "group_candidates": (), "touched_at": NOW}
        reminder |= {"zone": "Europe/Paris", "day": date(2027, 4, 1), "at": hour(10), "kept_at": NOW}
        connection.execute(tables.reminders.insert(), [same | reminder | {"id": n, "account_id": n} for n in numbers])
        notice = {
            "kind": "reminder",
            "turn": 0,
            "snoozes": 0,
            "on": date(2027, 4, 1),
            "at": hour(10),
            "zone": "Europe/Paris",
            "loud": False,
        }
        notice |= {"state": "queued", "attempts": 0} | moment
        connection.execute(tables.notices.insert(), [same | notice | {"account_id": n, "reminder_id": n} for n in numbers])
    engine.dispose()


def _blank(table: sa.Table) -> dict[str, Any]:
    """Something for each column that must not be empty."""
    plain: dict[type, Any] = {sa.Text: "", sa.String: "", sa.Integer: 0, sa.Boolean: False}
    needed = [c for c in table.c if not c.nullable and not c.primary_key and c.name != "territory_id" and c.server_default is None]
    return {
        c.name: () if "JsonOf" in type(c.type).__name__ else NOW if "Moment" in type(c.type).__name__ else _word(c, plain) for c in needed
    }


def _word(column: sa.Column[Any], plain: dict[type, Any]) -> Any:
    words = getattr(column.type, "words", None)
    return next(iter(words)) if words else plain.get(type(column.type), "")


def run_ours(url: str, log: Path, rows: int) -> dict[str, float]:
    """The job of the bot, without Telegram's pace."""
    from bot.wiring import settle  # brings in the whole bot: not for the others

    store = open_store(url)
    settle(store, Stopped())
    fast = Pace(time.monotonic, a_second=1e9, in_a_chat=0.0)

    async def work() -> float:
        job = NoticeRunner(store=store, clock=Stopped(), messenger=StubChat(), aside=asyncio.to_thread, pace=fast)
        await job.recover()
        began = time.perf_counter()
        await job.deliver_due()
        return time.perf_counter() - began

    return measure(log, work)


def uncertain_of_ours(url: str) -> set[int]:
    """What the bot shows as uncertain."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        return {row[0] - 1 for row in connection.execute(sa.text("SELECT account_id FROM notices WHERE state = 'uncertain'"))}


def prepare_apscheduler(url: str, rows: int) -> None:
    """So many jobs of one date, far enough away: its shutdown runs what is due by then."""
    from apscheduler.schedulers.background import BackgroundScheduler

    scheduler = BackgroundScheduler(jobstores={"default": _job_store(url)}, timezone="UTC")
    scheduler.start(paused=True)
    due[url] = datetime.now(UTC) + timedelta(seconds=5 + rows / 250)
    for n in range(rows):
        scheduler.add_job(stub, "date", run_date=due[url], args=[n], misfire_grace_time=None)
    scheduler.shutdown()
    time.sleep(max(0.0, (due[url] - datetime.now(UTC)).total_seconds()))


def _job_store(url: str) -> Any:
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore

    return SQLAlchemyJobStore(url=url)


def run_apscheduler(url: str, log: Path, rows: int) -> dict[str, float]:
    """Its asyncio scheduler, told never to drop what is late."""
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    async def work() -> float:
        before = _lines(log)
        began = last = time.perf_counter()
        scheduler = AsyncIOScheduler(jobstores={"default": _job_store(url)}, timezone="UTC")
        scheduler.start()
        seen = before
        while seen < rows and time.perf_counter() - last < PATIENCE:
            await asyncio.sleep(0.01)
            now = _lines(log)
            if now != seen:
                seen, last = now, time.perf_counter()
        scheduler.shutdown(wait=False)
        return last - began

    return measure(log, work)


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n") if log.exists() else 0


def _procrastinate(url: str) -> Any:
    import procrastinate

    plain = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=plain, max_size=12))

    async def send(number: int) -> None:
        await stub(number)

    app.task(name="send")(send)
    return app


def prepare_procrastinate(url: str, rows: int) -> None:
    """So many jobs."""

    async def work() -> None:
        app = _procrastinate(url)
        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            task = app.tasks["send"]
            for first in range(0, rows, 1000):
                await task.batch_defer_async(*({"number": n} for n in range(first, min(first + 1000, rows))))

    asyncio.run(work())


def run_procrastinate(url: str, log: Path, rows: int) -> dict[str, float]:
    """One worker, ten at once, until nothing is left."""

    async def work() -> float:
        app = _procrastinate(url)
        async with app.open_async():
            began = time.perf_counter()
            await app.run_worker_async(wait=False, concurrency=10, install_signal_handlers=False)
            return time.perf_counter() - began

    return measure(log, work)


SCHEDULERS = {
    "maillon": Scheduler(databases=("sqlite", "postgresql"), prepare=prepare_ours, run=run_ours, uncertain=uncertain_of_ours),
    "apscheduler": Scheduler(
        databases=("sqlite", "postgresql"), prepare=prepare_apscheduler, run=run_apscheduler, uncertain=lambda url: set()
    ),
    "procrastinate": Scheduler(
        databases=("postgresql",), prepare=prepare_procrastinate, run=run_procrastinate, uncertain=lambda url: set()
    ),
}
