"""What testers and the page can ask of the human's door."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from bot.simulator import Person, Simulator
from tests.simulator.wire import Refused, Wire


async def ask(wire: Wire, method: str, path: str, body: object = None) -> tuple[int, Any]:
    async with wire.session.request(method, wire.simulator.url + path, json=body) as response:
        return response.status, await response.json()


async def test_health_waits_for_the_host(wire: Wire, simulator: Simulator) -> None:
    for ready, status in ((False, 503), (True, 200)):
        simulator.world.ready = ready
        async with wire.session.get(f"{simulator.url}/sante") as response:
            assert response.status == status


async def test_the_page_asks_nothing_of_the_network(wire: Wire, simulator: Simulator) -> None:
    for path in ("/", "/page/page.js", "/page/style.css", "/page/icon.svg", "/page/text.js", "/page/time.js", "/page/api.js"):
        async with wire.session.get(simulator.url + path) as response:
            words = (await response.text()).replace('"http://www.w3.org/2000/svg"', "").replace("http://${words}", "")
            assert (path, response.status, "http://" in words, "innerHTML =" in words) == (path, 200, False, False)
            assert response.headers["Content-Security-Policy"].startswith("default-src 'self'")
    for path in ("/page/..%2fworld.py", "/page/nothing.js", "/page/__init__.py"):
        async with wire.session.get(simulator.url + path) as response:
            assert response.status == 404


async def test_a_conversation_over_http(wire: Wire, simulator: Simulator) -> None:
    simulator.world.person("Inès", last_name="Roche", label="Inès (contributrice)")
    status, shown = await ask(wire, "GET", "/sim/people")
    assert (status, [(one["key"], one["label"], one["started"]) for one in shown["people"]]) == (
        200,
        [("ines", "Inès (contributrice)", False)],
    )
    assert await ask(wire, "POST", "/sim/people/ines/say", {"text": "x"}) == (409, {"error": "Inès (contributrice) must press Start first"})
    assert await ask(wire, "POST", "/sim/people/ines/start", {"payload": "CODE"}) == (200, {"message_id": 1})
    chat = simulator.world.person("Inès").id
    keyboard = {"inline_keyboard": [[{"text": "Oui", "callback_data": "y"}, {"text": "Non", "callback_data": "n"}]]}
    await wire.call("sendMessage", chat_id=chat, text="Bien ?", reply_markup=keyboard)
    status, _ = await ask(wire, "POST", "/sim/people/ines/tap", {"message_id": 2, "row": 0, "column": 1})
    assert (status, (await wire.updates())[-1]["callback_query"]["data"]) == (200, "n")
    assert await ask(wire, "POST", "/sim/people/ines/tap", {"message_id": 2, "row": 5, "column": 1}) == (
        409,
        {"error": "that button is not on the message any more"},
    )
    _, chat_shown = await ask(wire, "GET", "/sim/people/ines/messages")
    assert [message["text"] for message in chat_shown["messages"]] == ["/start CODE", "Bien ?"]
    status, _ = await ask(wire, "POST", "/sim/people/personne/say", {"text": "x"})
    assert status == 400


async def test_clock_faults_calls_and_reset(wire: Wire, simulator: Simulator, claire: Person) -> None:
    _, moved = await ask(wire, "POST", "/sim/clock", {"advance": "monday"})
    assert moved["local"] == "2026-02-16T08:00:00+01:00"
    _, moved = await ask(wire, "POST", "/sim/clock", {"advance": "monday"})
    assert moved["local"] == "2026-02-23T08:00:00+01:00"
    assert (await ask(wire, "POST", "/sim/clock", {"seconds": -1}))[0] == 400
    assert await ask(wire, "POST", "/sim/faults", {"kind": "500", "method": "getMe"}) == (200, {"active": 1})
    assert await wire.call("getMe") == Refused(500, "Internal Server Error")
    _, calls = await ask(wire, "GET", "/sim/calls?method=getme")
    assert [(call["method"], call["code"]) for call in calls] == [("getMe", 500)]
    claire.says("bonjour")
    assert (await ask(wire, "POST", "/sim/repeat"))[0] == 200
    assert len(await wire.updates()) == 2
    assert (await ask(wire, "POST", "/sim/reset"))[0] == 200
    assert (await wire.updates(), claire.messages, claire.started) == ([], [], False)
    assert (await ask(wire, "GET", "/sim/violations")) == (200, [])


async def test_live_events(wire: Wire, simulator: Simulator, claire: Person) -> None:
    async with wire.session.get(f"{simulator.url}/sim/events") as stream:
        assert await stream.content.readline() == b"retry: 1000\n"
        await wire.call("sendMessage", chat_id=claire.id, text="Bonjour")
        async with asyncio.timeout(2):
            async for line in stream.content:
                if line.startswith(b"data: "):
                    break
    event = json.loads(line[6:])
    assert (event["type"], event["person"], event["message"]["text"]) == ("message", "claire", "Bonjour")


async def test_a_file_comes_back_as_a_download(wire: Wire, simulator: Simulator, claire: Person) -> None:
    document = claire.sends_document("Été.html", b"<script>", mime="text/html").document
    assert document is not None
    async with wire.session.get(f"{simulator.url}/sim/files/{document.file_id}?inline") as response:
        assert response.headers["Content-Disposition"] == "attachment; filename*=UTF-8''%C3%89t%C3%A9.html"
        assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_another_site_may_not_act_here(wire: Wire, simulator: Simulator, claire: Person) -> None:
    for origin, status in (("https://exemple.fr", 403), (simulator.url, 200)):
        async with wire.session.post(f"{simulator.url}/sim/people/claire/say", json={"text": "x"}, headers={"Origin": origin}) as response:
            assert response.status == status
    assert len(claire.messages) == 1


async def test_a_slow_page_is_told_to_load_all_again(wire: Wire, simulator: Simulator, claire: Person) -> None:
    subscription = simulator.world.subscribe()
    for number in range(1_001):
        simulator.world.publish("action", claire, action=str(number))
    assert (subscription.lost, subscription.events.qsize()) == (True, 1_000)
    simulator.world.unsubscribe(subscription)
    assert simulator.world.listened is False
