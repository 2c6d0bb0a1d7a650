"""How updates arrive when Telegram calls us: each is kept in the database before the 200 that makes Telegram forget it."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot

from bot.ports import KeptUpdate
from handlers.polling import ALLOWED, kept
from handlers.replies import ask

log = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookPlace:
    """Where Telegram calls (`url`, https), the secret that it shows, and where we listen (behind a proxy that speaks TLS)."""

    url: str
    secret: str
    host: str
    port: int


class WebhookListener:
    """Listens until it is told to stop; takes the place of the poller."""

    def __init__(self, *, bot: Bot, place: WebhookPlace, receive: Callable[[Sequence[KeptUpdate]], Awaitable[None]]) -> None:
        self._bot, self._place, self._receive = bot, place, receive

    async def run(self) -> None:
        """For ever. Raises OSError when the port is taken, TelegramError when Telegram refuses the address."""
        application = web.Application(client_max_size=LARGEST_UPDATE)
        application.router.add_post(urlsplit(self._place.url).path or "/", self._on_update)
        runner = web.AppRunner(application, access_log=None, handle_signals=False, shutdown_timeout=5.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._place.host, self._place.port).start()
            await ask(self._bot, "setWebhook", url=self._place.url, secret_token=self._place.secret, allowed_updates=list(ALLOWED))
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _on_update(self, request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(), self._place.secret.encode()):
            return web.Response(status=403)
        try:
            update = kept(json.loads(await request.read()))
        except (ValueError, KeyError, TypeError, AttributeError):
            return web.Response(status=400)
        try:
            await self._receive([update])
        except Exception:
            log.exception("an update could not be kept: Telegram sends it again")
            return web.Response(status=500)
        return web.Response()
