"""How fast the bot is: `python -m tests.bench.updates` compares Maillon keeping hours with a bare echo bot, in one run on one machine.

Fifty people talk at once and answer at once, against an API that answers immediately (« instant »), then one that takes 40 ms a call.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from tests.bench.crowd import Crowd, Measures
from tests.bench.local_api import TOKEN, LocalApi
from tests.bench.network import prepare

ROOT = Path(__file__).parents[2]
PEOPLE = 50
SLOW = 0.040  # seconds a call
WARM_UP = 1.5  # seconds
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table; latencies in milliseconds, `cpu` in milliseconds an update, `resident` in MB.

    `server` is the share of one processor that our own server and people took: near 1, they would be what is measured.
    """

    bot: str
    api: str
    updates_a_second: float
    p50: float
    p95: float
    cpu: float
    resident: float
    server: float


def main() -> None:
    """Prepares, measures, prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.updates", description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each of the four measures lasts")
    parser.add_argument("--rounds", type=int, default=1, help="repeats the measures in turn and keeps the best of each (busy machines)")
    parser.add_argument("--only", choices=("echo", "maillon"), help="one bot alone")
    parser.add_argument("--profile", type=Path, help="py-spy writes a flame graph of Maillon (instant API) there")
    said = parser.parse_args()
    print(f"maillon --help: {help_seconds():.2f} s")
    with tempfile.TemporaryDirectory(prefix="maillon-bench-", ignore_cleanup_errors=True) as name:
        rounds = [asyncio.run(measure_all(Path(name) / str(turn), said)) for turn in range(said.rounds)]
    show([max(rows, key=lambda row: row.updates_a_second) for rows in zip(*rounds, strict=True)])


def help_seconds() -> float:
    """The quickest of three `maillon --help`."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "bot", "--help"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        took.append(time.perf_counter() - began)
    return min(took)


async def measure_all(folder: Path, wanted: argparse.Namespace) -> list[Row]:
    """Both bots (or `wanted.only`) against both servers, on a fresh database in that folder."""
    people = prepare(folder / "maillon.sqlite3", people=PEOPLE)
    rows: list[Row] = []
    for bot in ("echo", "maillon"):
        for api, latency in (("instant", 0.0), ("40 ms", SLOW)):
            if wanted.only in (None, bot):
                spied = wanted.profile if bot == "maillon" and not latency else None
                rows.append(await measure(bot, api, latency, people, folder, seconds=wanted.seconds, profile=spied))
    return rows


async def measure(
    bot: str, api: str, latency: float, people: list[tuple[int, str]], folder: Path, *, seconds: float, profile: Path | None
) -> Row:
    """One bot against one server."""
    crowd = Crowd(people, keeps_hours=bot == "maillon")
    server = LocalApi(on_call=crowd.on_call, latency=latency)
    crowd.api = server
    url = await server.start()
    async with running(bot, url, folder) as process:
        crowd.all_speak()
        await answered_once(crowd, process)
        await asyncio.sleep(WARM_UP)
        spy = spying(process, profile, seconds) if profile else None
        cpu, kept, server_cpu = cpu_seconds(process.pid), kept_entries(folder), time.process_time()
        crowd.measures = measures = Measures()
        await asyncio.sleep(seconds)
        updates = len(measures.of_texts) + len(measures.of_taps)
        cpu, server_cpu = cpu_seconds(process.pid) - cpu, time.process_time() - server_cpu
        resident = resident_mb(process.pid)
        await settle(crowd, measures, folder, kept)
        if spy:
            await asyncio.to_thread(spy.wait)
    await server.stop()
    assert measures.odd == [], f"not what was expected: {measures.odd[0]}"
    took = sorted([*measures.of_texts, *measures.of_taps])
    return Row(
        bot=bot,
        api=api,
        updates_a_second=updates / seconds,
        p50=statistics.median(took) * 1000,
        p95=took[int(len(took) * 0.95)] * 1000,
        cpu=cpu * 1000 / max(updates, 1),
        resident=resident,
        server=server_cpu / seconds,
    )


@asynccontextmanager
async def running(bot: str, url: str, folder: Path) -> AsyncIterator[subprocess.Popen[bytes]]:
    """The bot as a process of its own."""
    arguments = ["-m", "tests.bench.echo_bot", url, TOKEN] if bot == "echo" else ["-m", "bot", "lancer"]
    settings = {"MAILLON_API_URL": url, "MAILLON_TOKEN": TOKEN, "MAILLON_DATA_DIR": str(folder)}
    command = [sys.executable, *arguments]
    process = await asyncio.to_thread(subprocess.Popen, command, cwd=ROOT, env=os.environ | settings, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(process.wait, 20)


async def answered_once(crowd: Crowd, process: subprocess.Popen[bytes]) -> None:
    """Waits for the first answers; fails when the bot ends or answers something else."""
    for _ in range(300):
        await asyncio.sleep(0.1)
        assert process.poll() is None, "the bot ended"
        assert crowd.measures.odd == [], crowd.measures.odd[0]
        if len(crowd.measures.of_texts) >= len(crowd.talkers):
            return
    raise AssertionError("the bot did not answer everybody within 30 s")


async def settle(crowd: Crowd, measures: Measures, folder: Path, kept_before: int) -> None:
    """Lets everybody be answered, then checks that each ✅ kept one entry: none lost, none doubled."""
    crowd.quiet = True
    for _ in range(100):
        if not crowd.waiting():
            break
        await asyncio.sleep(0.1)
    assert crowd.waiting() == 0, f"{crowd.waiting()} people were never answered"
    if crowd.keeps_hours:
        assert abs(kept_entries(folder) - kept_before - measures.kept) <= len(crowd.talkers), "entries lost or doubled"


def kept_entries(folder: Path) -> int:
    """How many entries the database holds."""
    with closing(sqlite3.connect(folder / "maillon.sqlite3")) as database:
        return int(database.execute("SELECT count(*) FROM entries").fetchone()[0])


def cpu_seconds(pid: int) -> float:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mb(pid: int) -> float:
    """Resident memory of a process at its highest."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1024


def spying(process: subprocess.Popen[bytes], target: Path, seconds: float) -> subprocess.Popen[bytes]:
    """py-spy beside the bot (pip install py-spy)."""
    command = [
        str(Path(sys.executable).with_name("py-spy")),
        "record",
        "-p",
        str(process.pid),
        "-d",
        str(int(seconds)),
        "-r",
        "400",
        "--gil",
        "-f",
        "raw",
        "-o",
        str(target),
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def show(rows: list[Row]) -> None:
    """The table, then the ratios that issue 2 asks for."""
    print(f"{'bot':8} {'API':8} {'updates/s':>9} {'p50 ms':>7} {'p95 ms':>7} {'CPU ms':>7} {'MB':>5} {'server':>7}")
    for row in rows:
        waits = f"{row.p50:7.1f} {row.p95:7.1f}"
        print(f"{row.bot:8} {row.api:8} {row.updates_a_second:9.0f} {waits} {row.cpu:7.2f} {row.resident:5.0f} {row.server:7.0%}")
    speed = {(row.bot, row.api): row.updates_a_second for row in rows}
    if len(speed) == 4:
        print(f"\nMaillon / echo: {speed['maillon', 'instant'] / speed['echo', 'instant']:.2f} on the instant API (aim: 1)")
        print(f"Maillon / echo: {speed['maillon', '40 ms'] / speed['echo', '40 ms']:.1f} on the one that takes 40 ms (aim: 10)")


if __name__ == "__main__":
    main()
