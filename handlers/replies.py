"""How we answer: a text with buttons, sent anew or put in place of the tapped card, and never silence."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar, cast

from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData

from bot.french.typography import typographic
from handlers.callbacks import Tap
from handlers.transport import NeverLeft, PlainData

log = logging.getLogger(__name__)
Result = TypeVar("Result")
LONGEST_TEXT = 4000
HARMLESS_TWICE = frozenset({"answerCallbackQuery", "editMessageText", "editMessageReplyMarkup"})
NO_PREVIEW = {"is_disabled": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button that taps, or that copies a text."""

    label: str
    tap: Tap | None = None
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody as a telephone keeps her; `vcard` as in RFC 6350."""

    phone: str
    first_name: str
    last_name: str
    vcard: str = ""


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer. `in_place`: edits the tapped message when there is one. `card_of`, `plan_of`: the draft or plan whose card this shows.

    `retire`: an older message whose buttons must go. `toast`: the short words over the chat after a tap.
    """

    text: str = ""
    keyboard: Keyboard = ()
    in_place: bool = False
    toast: str | None = None
    alert: bool = False
    card_of: int | None = None
    plan_of: int | None = None
    retire: int | None = None
    contact: Contact | None = None  # sent as a card of its own, after the text
    delivers: bool = False  # something was queued for the outbox


def markup(keyboard: Keyboard) -> dict[str, Any]:
    """The keyboard as Telegram wants it."""
    return {"inline_keyboard": [[_button(button) for button in row] for row in keyboard]}


def _button(button: Button) -> dict[str, object]:
    label: dict[str, object] = {"text": typographic(button.label)}
    if button.tap is not None:
        return label | {"callback_data": button.tap.encode()}
    if button.copies is not None:
        return label | {"copy_text": {"text": button.copies}}
    return label | {"url": button.url or ""}


async def ask(bot: Bot, method: str, tries: int = 4, /, **parameters: object) -> Any:
    """Calls a method with plain parameters and gives its answer as received; raises TelegramError.

    The objects of python-telegram-bot around a call cost as much as the call itself (docs/decisions/0005-transport-aiohttp.md).
    """
    plain = {name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for name, value in parameters.items()}
    return await patiently(
        lambda: bot.request.post(f"{bot.base_url}/{method}", cast(RequestData, PlainData(plain))),
        tries=tries,
        again=NetworkError if method in HARMLESS_TWICE else NeverLeft,
    )


async def patiently(call: Callable[[], Awaitable[Result]], *, tries: int = 4, again: type[NetworkError] = NeverLeft) -> Result:
    """Calls again after 429 and `again`: failures to connect, unless doing it twice is harmless. Anything else is raised at once."""
    for attempt in range(1, tries + 1):
        try:
            return await call()
        except RetryAfter as error:
            if attempt == tries:
                raise
            await asyncio.sleep(min(seconds_of(error), 30.0))
        except (BadRequest, TimedOut):  # both a NetworkError to python-telegram-bot; a silent server must not hold her next message back
            raise
        except again:
            if attempt == tries:
                raise
            await asyncio.sleep(0.3 * 2**attempt)
    raise AssertionError("unreachable")


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


async def send(bot: Bot, chat_id: int, reply: Reply, *, tries: int = 4) -> int:
    """Sends a new message; returns its id."""
    message = await ask(bot, "sendMessage", tries, chat_id=chat_id, **_said(reply))
    return int(message["message_id"])


async def send_contact(bot: Bot, chat_id: int, contact: Contact) -> None:
    """Sends a contact that a tap keeps in the telephone."""
    said: dict[str, object] = {"phone_number": contact.phone, "first_name": contact.first_name or contact.last_name}
    said |= {"last_name": contact.last_name} if contact.first_name and contact.last_name else {}
    said |= {"vcard": contact.vcard} if contact.vcard else {}
    await ask(bot, "sendContact", chat_id=chat_id, **said)


async def put_in_place(bot: Bot, chat_id: int, message_id: int, reply: Reply) -> int:
    """Edits a message, or sends a new one when that one cannot be edited any more; returns the id that now shows the reply."""
    try:
        await ask(bot, "editMessageText", chat_id=chat_id, message_id=message_id, **_said(reply))
    except BadRequest as error:
        words = str(error).casefold()
        if "not modified" in words:
            return message_id
        if "not found" in words or "can't be edited" in words:
            return await send(bot, chat_id, reply)
        raise
    return message_id


def _said(reply: Reply) -> dict[str, object]:
    said: dict[str, object] = {"text": clipped(typographic(reply.text)), "parse_mode": "HTML", "link_preview_options": NO_PREVIEW}
    return said | {"reply_markup": markup(reply.keyboard)} if reply.keyboard else said


async def retire(bot: Bot, chat_id: int, message_id: int) -> None:
    """Takes the buttons off an older card; it does not matter if that fails."""
    try:
        await ask(bot, "editMessageReplyMarkup", chat_id=chat_id, message_id=message_id)
    except TelegramError as error:
        log.debug("old card kept its buttons: %s", type(error).__name__)


async def answer_tap(bot: Bot, query_id: str, reply: Reply) -> None:
    """Stops the little clock on the tapped button; whether that works changes nothing else."""
    said: dict[str, object] = {"callback_query_id": query_id}
    if reply.toast:
        said |= {"text": typographic(reply.toast)[:200], "show_alert": reply.alert}
    try:
        await ask(bot, "answerCallbackQuery", **said)
    except TelegramError as error:
        log.info("tap not answered: %s", type(error).__name__)


def clipped(text: str) -> str:
    """The text within Telegram's bound, cut at a line (cards are far shorter; long lists are paged)."""
    if len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return text
    lines: list[str] = []
    room = LONGEST_TEXT - 10
    for line in text.split("\n"):
        room -= len(line.encode("utf-16-le")) // 2 + 1
        if room < 0:
            break
        lines.append(line)
    return "\n".join(lines) + "\n…"
