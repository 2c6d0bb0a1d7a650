"""A Bot API that costs almost nothing, so that a bench measures the bot: just enough HTTP, people who answer at once, no rule enforced.

The simulator (`bot.simulator`) is the strict one. `latency` is how long each call takes to answer, getUpdates aside.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

Json = dict[str, Any]
Fields = dict[str, str]
TOKEN = "123456:bench-bench-bench-bench-bench"
LONGEST_POLL = 30.0  # seconds


class LocalApi:
    """Updates on one side, calls on the other; `on_call` hears (chat id, method, fields) of each call that names a chat."""

    def __init__(self, *, on_call: Callable[[int, str, Fields], None], latency: float = 0.0) -> None:
        self.on_call, self.latency = on_call, latency
        self.calls = 0
        self._updates: list[Json] = []
        self._next_update = time.time_ns() // 1_000_000  # a bot remembers the numbers that it saw
        self._next_message = 1
        self._arrived = asyncio.Event()
        self._server: asyncio.Server | None = None

    async def start(self) -> str:
        """Listens on a free port; its address."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0, backlog=512)
        host, port = self._server.sockets[0].getsockname()
        return f"http://{host}:{port}"

    async def stop(self) -> None:
        """Listens no more."""
        assert self._server is not None
        self._server.close()

    def push(self, kind: str, content: Json) -> None:
        """A new update."""
        self._updates.append({"update_id": self._next_update, kind: content})
        self._next_update += 1
        self._arrived.set()

    def new_message_id(self) -> int:
        """A number that no message bears."""
        self._next_message += 1
        return self._next_message

    async def answer(self, method: str, fields: Fields) -> object:
        """The result of a call, once it took its time."""
        self.calls += 1
        if method == "getupdates":
            return await self._poll(int(fields.get("offset", 0)), float(fields.get("timeout", 0)), int(fields.get("limit", 100)))
        result = self._done(method, fields)
        if "chat_id" in fields:
            self.on_call(
                int(fields["chat_id"]), method, fields | {"message_id": str(result["message_id"] if isinstance(result, dict) else 0)}
            )
        if self.latency:
            await asyncio.sleep(self.latency)
        return result

    def _done(self, method: str, fields: Fields) -> object:
        if method == "getme":
            return {"id": 123456, "is_bot": True, "first_name": "Maillon", "username": "maillon_bench_bot"}
        if method in ("sendmessage", "editmessagetext"):
            number = int(fields["message_id"]) if method == "editmessagetext" else self.new_message_id()
            chat = {"id": int(fields["chat_id"]), "type": "private", "first_name": "Quelqu’un"}
            return {"message_id": number, "date": int(time.time()), "chat": chat, "text": fields["text"]}
        return True

    async def _poll(self, offset: int, seconds: float, limit: int) -> list[Json]:
        if offset > 0:
            self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if not self._updates:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), min(seconds, LONGEST_POLL))
            except TimeoutError:
                return []
        return self._updates[:limit]


class _Connection(asyncio.Protocol):
    """One kept-alive HTTP connection: a request at a time, with a length, as both httpx and aiohttp send them."""

    def __init__(self, api: LocalApi) -> None:
        self._api = api
        self._received = b""
        self._transport: asyncio.Transport | None = None
        self._answering: set[asyncio.Task[None]] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        for task in self._answering:
            task.cancel()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, found, rest = self._received.partition(b"\r\n\r\n")
        if not found:
            return
        lines = head.decode("latin-1").split("\r\n")
        headers = {name.casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        length = int(headers.get("content-length", 0))
        if len(rest) < length:
            return
        self._received = rest[length:]
        method = lines[0].split(" ")[1].rsplit("/", 1)[1].casefold()
        task = asyncio.get_running_loop().create_task(self._answer(method, _fields(rest[:length], headers.get("content-type", ""))))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(self, method: str, fields: Fields) -> None:
        body = json.dumps({"ok": True, "result": await self._api.answer(method, fields)}).encode()
        if self._transport is not None and not self._transport.is_closing():
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            self._transport.write(head.encode() + body)


def _fields(body: bytes, kind: str) -> Fields:
    if not body:
        return {}
    if "json" in kind:
        return {name: str(value) for name, value in json.loads(body).items()}
    assert "form-urlencoded" in kind, kind
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}
