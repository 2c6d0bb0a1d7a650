"""`maillon essai`: the bot, a local Bot API, a demonstration territory and a chat page, without account nor network."""

from __future__ import annotations

import asyncio
import tempfile
import webbrowser
from datetime import timedelta
from pathlib import Path

from bot import simulator
from bot.communes import communes_of_epci
from bot.console.refusals import DONE, Refused, complain, say
from bot.console.run import listen_to_signals
from bot.simulator.clock import SimulatedClock
from bot.wiring import Door, build_home, run_until
from storage.engine import open_store, upgrade
from storage.territories import create_territory
from storage.unit_of_work import SqlStore

NAME = "CLS du bassin alésien (démonstration)"
EPCI = ("200066918", "200035129")


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
    url = f"sqlite:///{folder / 'essai.sqlite3'}"
    store = await asyncio.to_thread(_prepare, url, clock, empty)
    stop = asyncio.Event()
    listen_to_signals(stop)

    def ready() -> None:
        served.world.ready = True
        say(f"La conversation d’essai est prête : {served.url} (Ctrl-C pour arrêter)")
        if browser:
            webbrowser.open(served.url)

    try:
        await _join(served.world, store, clock, empty=empty)
        await run_until(build_home(store, clock), Door(token=served.token, api_url=served.url), stop=stop, on_ready=ready)
    finally:
        await served.stop()
        store.close()
    complain("Essai terminé : rien n’a été conservé.")


def _prepare(url: str, clock: SimulatedClock, empty: bool) -> SqlStore:
    upgrade(url)
    store = open_store(url)
    if empty:
        create_territory(
            store,
            name=NAME,
            organism="Votre structure",
            zone="Europe/Paris",
            communes=[c for e in EPCI for c in communes_of_epci(e)],
            axes=(),
        )
        return store
    from bot.demonstration import build, load

    load(store, build(until=clock.local().date() - timedelta(days=1)))
    return store
