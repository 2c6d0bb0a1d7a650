"""The human's door (to be widened): whether all is ready."""

from __future__ import annotations

from aiohttp import web

from bot.simulator.world import World


def add_chat_page(application: web.Application, world: World) -> None:
    """Add the routes of the human's door."""

    async def health(request: web.Request) -> web.Response:
        return web.Response(text="prêt" if world.ready else "pas encore prêt", status=200 if world.ready else 503)

    application.router.add_get("/sante", health)
