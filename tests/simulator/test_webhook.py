"""How updates reach a webhook: secret, order in each chat, new tries, and the way back to long polls."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bot.simulator import Person, Simulator
from tests.simulator.wire import Refused, Wire, bad


@dataclass(slots=True)
class Hook:
    """A bot behind a webhook; `answers` are the next status codes, then 200; `says` what it answers."""

    url: str = ""
    heard: list[tuple[str, str]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    says: dict[str, Any] | None = None

    async def post(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.answers.pop(0) if self.answers else 200
        if status == 200:
            self.heard.append((update["message"]["from"]["first_name"], update["message"]["text"]))
        return web.json_response(self.says, status=status) if self.says else web.Response(status=status)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    application = web.Application()
    application.router.add_post("/hook", made.post)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_updates_come_with_the_secret(wire: Wire, simulator: Simulator, claire: Person, hook: Hook) -> None:
    claire.says("avant")
    assert await wire.call("setWebhook", url=hook.url, secret_token="s3cret-_") is True
    claire.says("après")
    await simulator.world.settle()
    assert (hook.heard, hook.secrets) == ([("Claire", "avant"), ("Claire", "après")], ["s3cret-_", "s3cret-_"])


async def test_each_chat_keeps_its_order_through_new_tries(wire: Wire, simulator: Simulator, claire: Person, hook: Hook) -> None:
    hook.answers = [500, 502]
    await wire.call("setWebhook", url=hook.url)
    marc = simulator.world.person("Marc", started=True)
    for number in range(3):
        claire.says(str(number))
        marc.says(str(number))
    await simulator.world.settle(quiet=0.2)
    assert [text for name, text in hook.heard if name == "Claire"] == ["0", "1", "2"]
    assert [text for name, text in hook.heard if name == "Marc"] == ["0", "1", "2"]
    info = await wire.call("getWebhookInfo")
    assert info["last_error_message"] in (
        "Wrong response from the webhook: 500 Internal Server Error",
        "Wrong response from the webhook: 502 Bad Gateway",
    )
    assert (info["url"], info["pending_update_count"]) == (hook.url, 0)


async def test_a_method_may_stand_in_the_answer(wire: Wire, simulator: Simulator, claire: Person, hook: Hook) -> None:
    hook.says = {"method": "sendMessage", "chat_id": claire.id, "text": "Bonjour"}
    await wire.call("setWebhook", url=hook.url)
    claire.says("coucou")
    assert (await claire.waits_for_reply()).text == "Bonjour"


async def test_long_polls_and_webhook_exclude_each_other(wire: Wire, simulator: Simulator, claire: Person, hook: Hook) -> None:
    hook.answers = [500] * 1000
    await wire.call("setWebhook", url=hook.url)
    refusal = Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
    assert await wire.call("getUpdates") == refusal
    claire.says("reste")
    await wire.call("deleteWebhook")
    assert [update["message"]["text"] for update in await wire.updates()] == ["reste"]
    await wire.call("deleteWebhook", drop_pending_updates=True)
    assert await wire.updates() == []


async def test_webhooks_that_telegram_refuses(wire: Wire) -> None:
    https = bad("bad webhook: An HTTPS URL must be provided for webhook")
    assert await wire.call("setWebhook", url="http://exemple.fr/hook") == https
    assert await wire.call("setWebhook", url="https://a.fr", secret_token="é") == bad("secret token contains unallowed characters")
    assert await wire.call("setWebhook", url="https://a.fr", secret_token="a" * 257) == bad("secret token is too long")
