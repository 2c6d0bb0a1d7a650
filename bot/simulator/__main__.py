"""`python -m bot.simulator --port 8081`: the simulator by itself, for benches and for trying a bot by hand."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys

from bot.simulator.server import start
from bot.simulator.world import WorldSettings


def main() -> None:
    """Serve until interrupted; the address and the token are printed on one line."""
    defaults = WorldSettings()
    parser = argparse.ArgumentParser(prog="python -m bot.simulator", description="Un Telegram local et strict, sans compte ni réseau.")
    parser.add_argument("--port", type=int, default=8081, help="0 : un port libre")
    parser.add_argument("--token", default=defaults.token)
    parser.add_argument("--rythme", action="store_true", help="applique les limites de débit de Telegram (429)")
    parser.add_argument("--historique", type=int, default=defaults.history, help="messages gardés par conversation")
    parser.add_argument("--appels", type=int, default=defaults.calls, help="appels gardés au journal")
    parser.add_argument("--personnes", nargs="*", default=["Claire", "Marc", "Inès", "Inconnue"], help="prénoms")
    said = parser.parse_args()
    settings = WorldSettings(token=said.token, pace=said.rythme, history=said.historique, calls=said.appels)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(said.port, settings, said.personnes))


async def _serve(port: int, settings: WorldSettings, first_names: list[str]) -> None:
    simulator = await start(port=port, settings=settings)
    for first_name in first_names:
        simulator.world.person(first_name)
    simulator.world.ready = True
    sys.stdout.write(f"{simulator.url} {simulator.token}\n")
    sys.stdout.flush()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
    await simulator.stop()


if __name__ == "__main__":
    main()
