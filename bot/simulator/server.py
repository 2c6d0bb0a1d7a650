"""How the simulator is started and stopped: one HTTP server for the bot's door and the human's door."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.simulator.bot_api import BotApi
from bot.simulator.chat_page import add_chat_page
from bot.simulator.clock import SimulatedClock
from bot.simulator.files import MAX_UPLOAD
from bot.simulator.world import World, WorldSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulator:
    """A running simulator. `url` has no slash at its end: the bot's `base_url` is `url + "/bot"`, its files `url + "/file/bot"`."""

    url: str
    world: World
    _runner: web.AppRunner

    @property
    def token(self) -> str:
        """The only token that it takes."""
        return self.world.settings.token

    async def stop(self) -> None:
        """End long polls, the webhook and all connections."""
        self.world.queue.end_poll()
        if self.world.webhook is not None:
            await self.world.webhook.close()
            self.world.webhook = None
        self.world.close_pages()
        await self._runner.cleanup()


async def start(
    *,
    port: int = 0,
    host: str = "127.0.0.1",
    settings: WorldSettings | None = None,
    clock: SimulatedClock | None = None,
    world: World | None = None,
) -> Simulator:
    """Serve a world (a new one unless given) on `host:port`; port 0 takes a free one. OSError when the port is taken."""
    served = world or World(settings=settings, clock=clock)
    api = BotApi(served)
    application = web.Application(client_max_size=MAX_UPLOAD + 2**20)
    application.router.add_route("*", "/bot{rest:.*}", api.call)
    application.router.add_get("/file/bot{rest:.*}", api.download)
    add_chat_page(application, served)
    runner = web.AppRunner(application, access_log=None, handle_signals=False, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, host, port, backlog=1024)
    await site.start()
    taken = runner.addresses[0][1]
    return Simulator(url=f"http://{host}:{taken}", world=served, _runner=runner)
