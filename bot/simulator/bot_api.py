"""The bot's door: `/bot<token>/<method>` and `/file/bot<token>/<path>`, in all the ways in which clients send parameters."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web

from bot.simulator.calls import Call, Upload
from bot.simulator.faults import Fault
from bot.simulator.forms import said_by
from bot.simulator.methods.arguments import Arguments
from bot.simulator.methods.registry import METHODS, Method
from bot.simulator.refusals import INTERNAL, NOT_FOUND, UNAUTHORIZED, ApiRefusal
from bot.simulator.world import World

Json = dict[str, Any]
_JSON = {"Content-Type": "application/json"}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class BotApi:
    """Serves the calls of the bot to a world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._known = f"/bot{world.settings.token}/"
        world.on_method_in_reply = self._in_reply

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        path = request.path
        if not path.startswith(self._known):
            return _refused(UNAUTHORIZED if path.startswith("/bot") and path.count("/") >= 2 else NOT_FOUND)
        name = path[len(self._known) :]
        method = METHODS.get(name.lower())
        try:
            raw, uploads = await said_by(request)
        except ApiRefusal as refusal:
            return _refused(refusal)
        if method is None:
            return self._unknown(name, raw, uploads)
        if not self._world.faults.active:
            return await self._answer(method, raw, uploads)
        delay, fault = self._world.faults.strike(name.lower(), _chat_id(raw))
        if delay:
            await asyncio.sleep(delay)
        if fault is None:
            return await self._answer(method, raw, uploads)
        return await self._answer_with(fault, request, method, raw, uploads)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """One file."""
        token, _, path = request.match_info["rest"].partition("/")
        if token != self._world.settings.token:
            return _refused(UNAUTHORIZED)
        file = self._world.files.by_path(path)
        return _refused(NOT_FOUND) if file is None else web.Response(body=file.content, content_type=file.mime)

    async def _answer(self, method: Method, raw: Json, uploads: dict[str, Upload]) -> web.Response:
        world = self._world
        waits = method.name == "getUpdates"
        call = self._begin(method, raw, uploads)
        world.calls_under_way += not waits
        try:
            if method.does is not None:
                return _ok(method.does(world, Arguments(raw, uploads)))
            assert method.awaits is not None
            result = await method.awaits(world, Arguments(raw, uploads))
            return _ok_updates(result) if waits else _ok(result)
        except ApiRefusal as refusal:
            call.code, call.description = refusal.code, refusal.description
            return _refused(refusal)
        finally:
            world.calls_under_way -= not waits
            world.changed()

    def _begin(self, method: Method, raw: Json, uploads: dict[str, Upload]) -> Call:
        call = Call(method=method.name, raw=raw, uploads=uploads, at=self._world.clock.timestamp())
        self._world.calls.append(call)
        self._world.changed()
        attached = {value[9:] for value in raw.values() if isinstance(value, str) and value.startswith("attach://")} if uploads else ()
        for name in (*raw, *uploads):
            if name not in method.parameters and name not in attached:
                self._world.violation(f"{method.name} has no parameter {name!r}")
        return call

    def _unknown(self, name: str, raw: Json, uploads: dict[str, Upload]) -> web.Response:
        refusal = NOT_FOUND
        call = Call(method=name, raw=raw, uploads=uploads, at=self._world.clock.timestamp(), code=404, description=refusal.description)
        self._world.calls.append(call)
        self._world.violation(f"the simulator knows no method {name!r}")
        return _refused(refusal)

    async def _answer_with(
        self, fault: Fault, request: web.Request, method: Method, raw: Json, uploads: dict[str, Upload]
    ) -> web.StreamResponse:
        refusal = fault.refusal()
        if refusal is not None:
            call = self._begin(method, raw, uploads)
            call.code, call.description = refusal.code, refusal.description
            return _refused(refusal)
        if fault.kind == "cut_before":
            return _cut(request)
        response = await self._answer(method, raw, uploads)
        if fault.kind == "slow_after_commit":
            await asyncio.sleep(fault.delay)
        return _cut(request) if fault.kind == "lost_after_commit" else response

    def _in_reply(self, name: str, raw: Json) -> None:
        """A method that stood in the answer of the webhook: nobody hears what it returns."""
        method = METHODS.get(name.lower())
        if method is None or method.does is None:
            self._world.violation(f"the answer of the webhook names no known method: {name!r}")
            return
        call = self._begin(method, raw, {})
        try:
            method.does(self._world, Arguments(raw, {}))
        except ApiRefusal as refusal:
            call.code, call.description = refusal.code, refusal.description
        self._world.changed()


def _chat_id(raw: Json) -> int | None:
    said = str(raw.get("chat_id", ""))
    return int(said) if said.lstrip("-").isdigit() else None


def _ok(result: Any) -> web.Response:
    body = b'{"ok":true,"result":' + _ENCODER.encode(result).encode() + b"}"
    return web.Response(body=body, headers=_JSON)


def _ok_updates(bodies: list[bytes]) -> web.Response:
    return web.Response(body=b'{"ok":true,"result":[' + b",".join(bodies) + b"]}", headers=_JSON)


def _refused(refusal: ApiRefusal) -> web.Response:
    said: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = dict(_JSON)
    if refusal.retry_after is not None:
        said["parameters"] = {"retry_after": refusal.retry_after}
        headers["Retry-After"] = str(refusal.retry_after)
    if refusal.migrate_to is not None:
        said["parameters"] = {"migrate_to_chat_id": refusal.migrate_to}
    return web.Response(status=refusal.code, headers=headers, body=json.dumps(said).encode())


def _cut(request: web.Request) -> web.Response:
    """Cut the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return _refused(INTERNAL)  # written nowhere: the transport is gone
