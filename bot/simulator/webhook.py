"""How updates reach a webhook: each chat's in order, retried with a growing delay until the bot answers 2xx."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from bot.simulator.updates import QueuedUpdate
    from bot.simulator.world import World

Json = dict[str, Any]
_LONGEST_DELAY = 30.0  # seconds between two deliveries
_PATIENCE = aiohttp.ClientTimeout(total=60)
_REASONS = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 500: "Internal Server Error", 502: "Bad Gateway"}


class Webhook:
    """An open webhook; one lane a chat, at most `connections` deliveries at a time."""

    def __init__(self, world: World, *, url: str, secret: str, connections: int) -> None:
        self.url, self.secret, self.connections = url, secret, connections
        self.last_error, self.last_error_date = "", 0
        self._world = world
        self._lanes: dict[int, deque[QueuedUpdate]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(connections)

    def open(self) -> None:
        """Deliver what waits, then each update as it comes."""
        self._session = aiohttp.ClientSession(timeout=_PATIENCE)
        self._world.queue.on_arrival = self._arrived
        for update in list(self._world.queue.waiting):
            self._arrived(update)

    async def close(self) -> None:
        """Stop delivering; what was not taken stays in the queue."""
        self._world.queue.on_arrival = None
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _arrived(self, update: QueuedUpdate) -> None:
        lane = self._lanes.get(update.chat)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.chat] = deque([update])
        task = asyncio.get_running_loop().create_task(self._run_lane(update.chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_lane(self, chat: int) -> None:
        lane = self._lanes[chat]
        while lane:
            update, delay = lane[0], self._world.settings.webhook_retry
            while not await self._post(update):
                await asyncio.sleep(delay)
                delay = min(delay * 2, _LONGEST_DELAY)
            lane.popleft()
            self._world.queue.delivered(update)
        del self._lanes[chat]

    async def _post(self, update: QueuedUpdate) -> bool:
        """Deliver once; whether the bot took it."""
        assert self._session is not None
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            async with self._places, self._session.post(self.url, data=update.body, headers=headers) as response:
                answer = await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            self._note("Connection timed out" if isinstance(problem, TimeoutError) else "Connection refused")
            return False
        if not 200 <= response.status < 300:
            self._note(f"Wrong response from the webhook: {response.status} {_REASONS.get(response.status, response.reason)}")
            return False
        self._answered(answer)
        return True

    def _note(self, error: str) -> None:
        self.last_error, self.last_error_date = error, self._world.stamp()

    def _answered(self, answer: bytes) -> None:
        """A method may stand in the answer itself."""
        if not answer.startswith(b"{"):
            return
        try:
            said = json.loads(answer)
        except ValueError:
            return
        if isinstance(said, dict) and isinstance(said.get("method"), str):
            self._world.in_reply(said.pop("method"), said)
