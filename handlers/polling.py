"""How updates arrive: long polling that keeps each update in the database before it asks for the next ones."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, cast

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

from bot.ports import KeptUpdate
from handlers.replies import seconds_of
from handlers.room import home_of
from handlers.transport import PlainData
from handlers.visits import visit_of

log = logging.getLogger(__name__)
ALLOWED = ("message", "edited_message", "callback_query", "inline_query")
LONG_POLL_SECONDS = 30
LONGEST_PAUSE = 30.0
TOO_OFTEN = 3  # one refusal, or two, may be the long poll of a process that was just killed


class Poller:
    """Asks for updates until it is told to stop; `request` is a transport of its own, so that answers never wait behind it."""

    def __init__(self, *, base_url: str, request: BaseRequest, receive: Callable[[Sequence[KeptUpdate]], Awaitable[None]]) -> None:
        self._url = f"{base_url}/getUpdates"
        self._request, self._receive = request, receive
        self._offset: int | None = None

    async def run(self) -> None:
        """For ever; raises InvalidToken when Telegram does not know the token any more, Conflict when another process polled before us."""
        pause, refused, heard = 1.0, 0, False
        while True:
            updates: list[dict[str, Any]] = []
            try:
                updates = await self._ask()
                await self._receive([kept(update) for update in updates])
            except InvalidToken:
                raise
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except Conflict:
                refused += 1
                if refused >= TOO_OFTEN and not heard:  # whoever was heard before us is to stay
                    raise
                log.error("another process polls with the same token")
                pause = await _rest(pause)
            except TelegramError as error:
                log.warning("no updates: %s", type(error).__name__)
                pause = await _rest(pause)
            except Exception:  # the database is busy or away: nothing is confirmed to Telegram, so nothing is lost
                log.exception("updates could not be kept")
                pause = await _rest(pause)
            else:
                pause, refused, heard = 1.0, 0, True
                if updates:
                    self._offset = int(updates[-1]["update_id"]) + 1

    async def _ask(self) -> list[dict[str, Any]]:
        parameters = {"timeout": str(LONG_POLL_SECONDS), "limit": "100", "allowed_updates": json.dumps(ALLOWED)}
        if self._offset is not None:
            parameters["offset"] = str(self._offset)
        result = await self._request.post(self._url, cast(RequestData, PlainData(parameters)), read_timeout=LONG_POLL_SECONDS + 10)
        return result if isinstance(result, list) else []


async def _rest(pause: float) -> float:
    await asyncio.sleep(pause)
    return min(pause * 2, LONGEST_PAUSE)


def kept(update: Mapping[str, Any]) -> KeptUpdate:
    """An update as the inbox keeps it, with whoever sent it."""
    sender = next((part["from"]["id"] for part in update.values() if isinstance(part, dict) and "from" in part), None)
    return KeptUpdate(update_id=int(update["update_id"]), sender_id=sender, body=json.dumps(update, ensure_ascii=False))


async def handle(application: Application[Any, Any, Any, Any, Any, Any], update: KeptUpdate) -> bool:
    """Runs one kept update through the application; False when its answer could not leave."""
    home = home_of(application)
    if update.answer is not None:
        home.to_say[update.update_id] = update.answer
    visit = visit_of(json.loads(update.body), home.clock.now())
    if visit is not None:
        await application.process_update(visit)
    home.to_say.pop(update.update_id, None)
    unanswered = home.unanswered
    if update.update_id in unanswered:
        unanswered.discard(update.update_id)
        return False
    return True
