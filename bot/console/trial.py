"""`maillon essai`: the bot, a local Bot API, a demonstration territory and a chat page, without account nor network."""

from __future__ import annotations

import asyncio
import tempfile
import webbrowser
from datetime import datetime
from pathlib import Path

from bot import simulator
from bot.console.refusals import DONE, Refused, complain, say
from bot.console.run import listen_to_signals
from bot.demonstration import Speaker, build, load
from bot.domain.permissions import Role
from bot.jobs.series import extend_series
from bot.simulator import SimulatedClock
from bot.wiring import Door, build_home, first_invitation, run_until
from handlers.room import Home
from storage.engine import open_store, upgrade
from storage.territories import create_territory
from storage.unit_of_work import SqlStore

LABELS = {Role.COORDINATOR: "coordinatrice", Role.PILOT: "pilote", Role.CONTRIBUTOR: "contributrice", None: "une inconnue"}


def try_out(*, port: int, browser: bool, empty: bool) -> int:
    """Serves until Ctrl-C; everything is forgotten at the end."""
    with tempfile.TemporaryDirectory(prefix="maillon-essai-", ignore_cleanup_errors=True) as folder:
        try:
            asyncio.run(_serve(Path(folder), port=port, browser=browser, empty=empty))
        except OSError as error:
            raise Refused(f"Le port {port} est pris. Essayez : maillon essai --port 0") from error
    return DONE


async def _serve(folder: Path, *, port: int, browser: bool, empty: bool) -> None:
    clock = SimulatedClock()
    served = await simulator.start(port=port, clock=clock)
    say(f"Maillon se prépare : {served.url}")
    store, codes = await asyncio.to_thread(_prepare, f"sqlite:///{folder / 'essai.sqlite3'}", clock, empty)
    stop = asyncio.Event()
    listen_to_signals(stop)

    def ready() -> None:
        served.world.ready = True
        say(f"La conversation d’essai est prête : {served.url} (Ctrl-C pour arrêter)")
        if browser:
            webbrowser.open(served.url)

    for speaker, code in codes:
        first, _, last = speaker.name.partition(" ")
        person = served.world.person(first, last_name=last, label=f"{first} ({LABELS[speaker.role]})" if speaker.role else LABELS[None])
        if code:
            person.starts(code)
    home = build_home(store, clock)
    extend_at_jumps(home, clock)
    try:
        await run_until(home, Door(token=served.token, api_url=served.url), stop=stop, on_ready=ready)
    finally:
        await served.stop()
        store.close()
    complain("Essai terminé : rien n’a été conservé.")


def extend_at_jumps(home: Home, clock: SimulatedClock) -> None:
    """Series go on at once when the clock of the page jumps; otherwise they do so by the real minute."""
    running: set[asyncio.Future[None]] = set()

    def extend(_: datetime) -> None:
        task = asyncio.ensure_future(home.aside(lambda: extend_series(home.store, home.clock)))
        running.add(task)
        task.add_done_callback(running.discard)

    clock.on_jump(extend)


def _prepare(url: str, clock: SimulatedClock, empty: bool) -> tuple[SqlStore, list[tuple[Speaker, str | None]]]:
    """The database of the trial, and each speaker with her invitation code (None for the stranger)."""
    upgrade(url)
    store = open_store(url)
    demo = build(until=clock.local().date())
    communes, axes = demo.communes, demo.axes
    territory = create_territory(store, name=demo.name, organism=demo.organism, zone=demo.zone, communes=communes, axes=axes)
    if not empty:
        load(store, demo, territory_id=territory.id, now=clock.now())
    invited = [speaker for speaker in demo.speakers if not empty or speaker.role in (Role.COORDINATOR, None)]
    return store, [(speaker, _code(store, territory.id, speaker, clock, known=not empty)) for speaker in invited]


def _code(store: SqlStore, territory_id: int, speaker: Speaker, clock: SimulatedClock, *, known: bool) -> str | None:
    if speaker.role is None:
        return None
    person_id = speaker.person_id if known else None
    return first_invitation(store, territory_id, name=speaker.name, role=speaker.role, now=clock.now(), person_id=person_id)
