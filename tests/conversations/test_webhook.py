"""Telegram calls the bot instead of being asked: the same conversation, and nobody else is listened to."""

from __future__ import annotations

import socket

import aiohttp

from bot import simulator
from bot.wiring import Door, build_home, living
from handlers.webhook import WebhookPlace
from storage.unit_of_work import SqlStore
from tests.builders import NOW, small_territory
from tests.conversations.conftest import Someone


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


async def test_a_meeting_told_through_the_webhook(store: SqlStore) -> None:
    doors = small_territory(store)
    served = await simulator.start(clock=simulator.SimulatedClock(frozen_at=NOW))
    port = free_port()
    place = WebhookPlace(url=f"http://127.0.0.1:{port}/maillon", secret="entre-nous", host="127.0.0.1", port=port)
    claire = Someone(served.world.person("Claire"), store)
    async with living(build_home(store, served.world.clock), Door(token=served.token, api_url=served.url, webhook=place)):
        await served.world.waits_for(lambda: served.world.webhook, what="the webhook")
        await claire.says(f"/start {doors.claire}")
        await claire.says("GT Diabète hier 14h-16h, 12 présents")
        await claire.presses("✅ Enregistrer")
        assert len(await claire.receives_documents(1)) == 1
        async with aiohttp.ClientSession() as session:
            forged = {"update_id": 5, "message": {"from": {"id": claire.person.id}, "text": "annule"}}
            async with session.post(place.url, json=forged) as refused:
                assert refused.status == 403
            async with session.post(place.url, data=b"[]", headers={"X-Telegram-Bot-Api-Secret-Token": "entre-nous"}) as odd:
                assert odd.status == 400
    await served.stop()
