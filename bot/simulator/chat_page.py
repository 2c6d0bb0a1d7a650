"""The human's door: the page itself, what it shows, live events, the clock, and what testers look up or break (`/sim/…`, JSON).

| address | what it does |
|---|---|
| `GET /` · `GET /sante` | the page · 200 once the host says that all is ready, else 503 |
| `GET /sim/people` · `POST /sim/people` | who is there · one more person (`first_name`, `last_name`, `label`, `started`) |
| `GET /sim/people/KEY/messages` | her chat, oldest first |
| `POST /sim/people/KEY/ACT` | what she does: see `bot.simulator.chat_acts` |
| `GET /sim/events` | live events (SSE) |
| `GET /sim/clock` · `POST /sim/clock` | the time · `{"advance": "hour" | "day" | "monday"}` or `{"seconds": 90}` |
| `POST /sim/faults` · `DELETE /sim/faults` | switch a fault on (fields of `Fault`) · all off |
| `POST /sim/repeat` · `POST /sim/reset` | the newest update once more · an empty world |
| `POST /sim/burst` | many people at once, for benches: `{"people": 50, "rounds": 10, "script": [{"say": "…"}, {"press": "✅"}]}` |
| `GET /sim/violations` · `GET /sim/calls?method=…` | what a careful bot does not do · the Bot API calls seen |
| `GET /sim/files/FILE_ID` | a file, as a download |
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import fields
from datetime import timedelta
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.simulator.bursts import as_json, run_burst
from bot.simulator.chat_acts import ACTS, send_file
from bot.simulator.faults import Fault
from bot.simulator.messages import Message
from bot.simulator.people import Person
from bot.simulator.refusals import NotPossible
from bot.simulator.world import World

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_PAGE = files("bot.simulator") / "page"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_POLICY = "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_SHOWN_IN_PAGE = ("image/png", "image/jpeg", "image/webp", "image/gif")  # never SVG: it runs scripts
_HEARTBEAT = 15.0  # seconds
_FAULT_FIELDS = frozenset(field.name for field in fields(Fault))


def add_chat_page(application: web.Application, world: World) -> None:
    """Add the routes of the human's door."""
    door = ChatPage(world)
    application.middlewares.append(_explained)
    application.router.add_routes(
        [
            web.get("/", door.page),
            web.get("/page/{name}", door.page),
            web.get("/sante", door.health),
            web.get("/sim/people", door.people),
            web.post("/sim/people", door.add_person),
            web.get("/sim/people/{key}/messages", door.messages),
            web.post("/sim/people/{key}/file", door.file),
            web.post("/sim/people/{key}/{act}", door.act),
            web.get("/sim/events", door.events),
            web.get("/sim/clock", door.clock),
            web.post("/sim/clock", door.move_clock),
            web.post("/sim/faults", door.add_fault),
            web.delete("/sim/faults", door.clear_faults),
            web.post("/sim/repeat", door.repeat),
            web.post("/sim/reset", door.reset),
            web.post("/sim/burst", door.burst),
            web.get("/sim/violations", door.violations),
            web.get("/sim/calls", door.calls),
            web.get("/sim/files/{file_id}", door.download),
        ]
    )


@web.middleware
async def _explained(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what people cannot do into 409 and what makes no sense into 400, with words."""
    if not request.path.startswith("/sim/"):
        return await handler(request)
    if urlsplit(request.headers.get("Origin", "")).netloc not in ("", request.host):
        return web.json_response({"error": "another site may not act here"}, status=403)
    try:
        return await handler(request)
    except NotPossible as refusal:
        return web.json_response({"error": str(refusal)}, status=409)
    except (KeyError, TypeError, ValueError) as problem:
        return web.json_response({"error": f"{type(problem).__name__}: {problem}"}, status=400)


class ChatPage:
    """Serves the page and what it asks for."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def page(self, request: web.Request) -> web.Response:
        """The page and its files."""
        name = request.match_info.get("name", "index.html")
        file = _PAGE / name
        kind = _TYPES.get(name[name.rfind(".") :])
        if kind is None or not file.is_file():
            raise web.HTTPNotFound
        headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.read_bytes(), content_type=kind, charset="utf-8", headers=headers)

    async def health(self, request: web.Request) -> web.Response:
        """Whether the host said that all is ready."""
        return web.Response(text="prêt" if self._world.ready else "pas encore prêt", status=200 if self._world.ready else 503)

    async def people(self, request: web.Request) -> web.Response:
        """Who is there, and the bot."""
        profile = self._world.profile
        bot = profile.user() | {"description": profile.descriptions.get("fr") or profile.descriptions.get("", "")}
        return web.json_response({"bot": bot, "people": [shown_person(one) for one in self._world.people.values()]})

    async def add_person(self, request: web.Request) -> web.Response:
        """One more person."""
        wanted = await request.json()
        known = ("last_name", "username", "language", "label", "started", "invitation")
        person = self._world.person(wanted["first_name"], **{name: wanted[name] for name in known if name in wanted})
        self._world.publish("people", person)
        return web.json_response(shown_person(person))

    async def messages(self, request: web.Request) -> web.Response:
        """A chat."""
        person = self._person(request)
        return web.json_response({"person": shown_person(person), "messages": [shown_message(one) for one in person.messages]})

    async def act(self, request: web.Request) -> web.Response:
        """What a person does."""
        act = ACTS.get(request.match_info["act"])
        if act is None:
            raise web.HTTPNotFound
        given = await request.json() if request.body_exists else {}
        return web.json_response(act(self._person(request), given))

    async def file(self, request: web.Request) -> web.Response:
        """A person sends a file (multipart: `file`, `caption`)."""
        form = await request.post()
        sent = form["file"]
        if not isinstance(sent, web.FileField):
            raise ValueError("the field « file » holds no file")
        caption = str(form.get("caption", ""))
        return web.json_response(send_file(self._person(request), sent.filename, sent.file.read(), mime=sent.content_type, caption=caption))

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Live events until the page leaves."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        subscription = self._world.subscribe()
        try:
            await response.write(b"retry: 1000\n\n")
            while True:
                try:
                    event = await asyncio.wait_for(subscription.events.get(), _HEARTBEAT)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if event["type"] == "closing":
                    return response
                if subscription.lost and subscription.events.empty():
                    subscription.lost, event = False, {"type": "reset"}
                await response.write(b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n")
        except (ConnectionResetError, asyncio.CancelledError):
            return response
        finally:
            self._world.unsubscribe(subscription)

    async def clock(self, request: web.Request) -> web.Response:
        """The time, in UTC and where people live."""
        return web.json_response(self._time())

    async def move_clock(self, request: web.Request) -> web.Response:
        """Move the clock forward."""
        wanted = await request.json()
        clock = self._world.clock
        match wanted.get("advance"):
            case "hour":
                clock.advance(timedelta(hours=1))
            case "day":
                clock.advance(timedelta(days=1))
            case "monday":
                clock.advance_to(clock.next_monday_morning())
            case None:
                clock.advance(timedelta(seconds=float(wanted["seconds"])))
            case other:
                raise ValueError(f"unknown step {other!r}")
        self._world.publish("clock", None, clock=self._time())
        self._world.changed()
        return web.json_response(self._time())

    def _time(self) -> Json:
        clock = self._world.clock
        return {
            "utc": clock.now().isoformat(),
            "local": clock.local().isoformat(),
            "timestamp": clock.timestamp(),
            "zone": clock.zone.key,
            "frozen": clock.is_frozen,
        }

    async def add_fault(self, request: web.Request) -> web.Response:
        """Switch a fault on."""
        wanted = await request.json()
        unknown = wanted.keys() - _FAULT_FIELDS
        if unknown:
            raise ValueError(f"unknown fields {sorted(unknown)}")
        self._world.faults.add(Fault(**wanted))
        return web.json_response({"active": len(self._world.faults.active)})

    async def clear_faults(self, request: web.Request) -> web.Response:
        """All faults off."""
        self._world.faults.clear()
        return web.json_response({"active": 0})

    async def repeat(self, request: web.Request) -> web.Response:
        """The newest update once more."""
        return web.json_response({"update_id": self._world.queue.repeat_last()})

    async def reset(self, request: web.Request) -> web.Response:
        """An empty world with the same people."""
        self._world.reset()
        return web.json_response({})

    async def burst(self, request: web.Request) -> web.Response:
        """Many people at once."""
        wanted = await request.json()
        told = await run_burst(
            self._world,
            people=int(wanted.get("people", 50)),
            rounds=int(wanted.get("rounds", 10)),
            script=wanted.get("script", [{"say": "bonjour"}]),
            within=float(wanted.get("within", 10)),
        )
        return web.json_response(as_json(told))

    async def violations(self, request: web.Request) -> web.Response:
        """What a careful bot does not do."""
        return web.json_response(self._world.violations)

    async def calls(self, request: web.Request) -> web.Response:
        """The Bot API calls seen, oldest first; `?method=` keeps one method."""
        wanted = request.query.get("method", "").lower()
        return web.json_response([call.to_json() for call in self._world.calls if wanted in ("", call.method.lower())])

    async def download(self, request: web.Request) -> web.Response:
        """A file of the chats; `?inline` shows it instead (photos)."""
        file = self._world.files.by_id(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        inline = "inline" in request.query and file.mime in _SHOWN_IN_PAGE
        shown = "inline" if inline else f"attachment; filename*=UTF-8''{quote(file.name)}"
        headers = {"Content-Disposition": shown, "X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.content, content_type=file.mime, headers=headers)

    def _person(self, request: web.Request) -> Person:
        return self._world.people[request.match_info["key"]]


def shown_person(person: Person) -> Json:
    """A person as the page knows her."""
    return {
        "key": person.key,
        "id": person.id,
        "name": f"{person.first_name} {person.last_name}".strip(),
        "label": person.label,
        "started": person.started,
        "blocked": person.blocked,
        "invitation": person.invitation,
        "keyboard": person.keyboard,
        "commands": person.commands(),
    }


def shown_message(message: Message) -> Json:
    """A message as the page shows it: its Bot API form and what the bot is not told."""
    return message.to_json() | {"edits": message.edits, "reaction": message.reaction}
