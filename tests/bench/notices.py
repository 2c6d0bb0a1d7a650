"""How fast what is due leaves: `python -m tests.bench.notices` holds our rows against APScheduler's store and procrastinate, in one run.

So many rows are due at the same minute; each is claimed, sent (a stub that takes 0.2 ms and writes down what it was given) and marked, one
mark a send, as fast as it can. Then the same is killed (kill -9) half-way and started again: what is lost, doubled, known to be uncertain?
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from storage.engine import upgrade
from tests.bench.schedulers import SCHEDULERS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; `stall` is the longest time in milliseconds for which the event loop stood still."""

    name: str
    database: str
    a_second: float
    stall: float
    lost: int
    doubled: int
    uncertain: int


def main() -> None:
    """Prepares, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.notices", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--killed", type=int, default=2_000, help="rows of the run that is killed")
    parser.add_argument("--only", choices=sorted(SCHEDULERS))
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--child", nargs=3, metavar=("SCHEDULER", "URL", "LOG"), help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.child:
        name, url, log = said.child
        print(json.dumps(SCHEDULERS[name].run(url, Path(log), said.rows)))
        return
    print(
        f"{'':14}{'database':12}{'rows/s':>9}{'stall ms':>10}{'lost':>7}{'doubled':>9}{'uncertain':>11}   (of {said.killed} after kill -9)"
    )
    for database in said.databases.split(","):
        for name, scheduler in SCHEDULERS.items():
            if said.only in (None, name) and database in scheduler.databases:
                show(measured(name, database, rows=said.rows, killed=said.killed))


def show(row: Row) -> None:
    """One line."""
    figures = f"{row.a_second:9.0f}{row.stall:10.0f}{row.lost:7}{row.doubled:9}{row.uncertain:11}"
    print(f"{row.name:14}{row.database:12}{figures}", flush=True)


def measured(name: str, database: str, *, rows: int, killed: int) -> Row:
    """A whole run for the speed, and one that is killed half-way for the rest."""
    with tempfile.TemporaryDirectory(prefix="maillon-bench-", ignore_cleanup_errors=True) as folder:
        url, log = fresh(database, Path(folder), "speed"), Path(folder) / "speed.log"
        SCHEDULERS[name].prepare(url, rows)
        speed = json.loads(child(name, url, log, rows=rows).communicate()[0])
        assert told(log) == Counter(dict.fromkeys(range(rows), 1)), "each once when nothing happens"
        url, log = fresh(database, Path(folder), "killed"), Path(folder) / "killed.log"
        SCHEDULERS[name].prepare(url, killed)
        kill_half_way(child(name, url, log, rows=killed), log, killed)
        again = child(name, url, log, rows=killed)
        try:
            again.communicate(timeout=60)
        except subprocess.TimeoutExpired:  # some never come: that is what is measured
            again.kill()
            again.communicate()
        arrived = told(log)
        uncertain = SCHEDULERS[name].uncertain(url)
        missing = {n for n in range(killed) if n not in arrived}
        doubled = sum(count > 1 for count in arrived.values())
        return Row(
            name=name,
            database=database,
            a_second=rows / speed["seconds"],
            stall=speed["stall"] * 1000,
            lost=len(missing - uncertain),
            doubled=doubled,
            uncertain=len(uncertain),
        )


def child(name: str, url: str, log: Path, *, rows: int) -> subprocess.Popen[str]:
    """A process that delivers all that is due."""
    command = [sys.executable, "-m", "tests.bench.notices", "--rows", str(rows), "--child", name, url, str(log)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def kill_half_way(process: subprocess.Popen[str], log: Path, rows: int) -> None:
    """kill -9 once half of it was sent."""
    while process.poll() is None and (not log.exists() or log.read_text().count("\n") < rows // 2):
        time.sleep(0.002)
    if process.poll() is None:
        os.kill(process.pid, signal.SIGKILL)
    process.communicate()


def told(log: Path) -> Counter[int]:
    """How often each row was sent."""
    return Counter(int(line) for line in log.read_text().split())


def fresh(database: str, folder: Path, name: str) -> str:
    """The URL of an empty database with our tables."""
    if database == "sqlite":
        url = f"sqlite:///{folder / f'{name}.sqlite3'}"
    else:
        from tests import databases

        databases._administer(f"CREATE DATABASE bench_{os.getpid()}_{next(databases._numbers)}")
        with databases._administration().connect() as connection:
            made = connection.exec_driver_sql("SELECT datname FROM pg_database WHERE datname LIKE 'bench_%%' ORDER BY oid DESC LIMIT 1")
            url = databases._postgresql_url(made.scalar_one())
            for setting, value in (("fsync", "on"), ("full_page_writes", "on")):  # as in life, unlike the tests
                connection.exec_driver_sql(f"ALTER SYSTEM SET {setting} = {value}")
            connection.exec_driver_sql("SELECT pg_reload_conf()")
    upgrade(url)
    return url


def psycopg_url(url: str) -> str:
    """As libpq wants it."""
    return sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


if __name__ == "__main__":
    main()
