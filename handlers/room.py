"""What a handler stands in: who speaks, her territory's rows in one transaction, the words of her territory, and the hour.

A handler is a plain synchronous function `(room) -> Reply | list[Reply]`; `scene` makes a python-telegram-bot callback of it.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from typing import Any

from pydantic import TypeAdapter
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import Application, ContextTypes

from bot.domain.drafts import DraftState
from bot.domain.errors import Refusal
from bot.domain.territory import Account
from bot.finding import Index
from bot.ports import Aside, Clock, Store, UnitOfWork
from bot.texts.errors import STRANGER, accident, refusal
from bot.texts.names import Names
from bot.understanding.index import VocabularyIndex
from handlers.ear import Ear
from handlers.replies import Reply, answer_tap, ask, clipped, markup, put_in_place, retire, send, send_contact
from handlers.visits import Visit

log = logging.getLogger(__name__)
Context = ContextTypes.DEFAULT_TYPE


class Cards(dict[int, int]):
    """Which message shows the card of a draft, or of a plan, for the newest thousand: only to take the buttons off older ones.

    A restart forgets it without harm, since a button of an older card gets a polite word and the fresh card.
    """

    def __setitem__(self, draft_id: int, message_id: int) -> None:
        super().pop(draft_id, None)
        super().__setitem__(draft_id, message_id)
        if len(self) > 1000:
            del self[next(iter(self))]


@dataclass(slots=True, kw_only=True)
class Home:
    """What lives as long as the bot: the store, the clock, the ear, the threads beside the loop."""

    store: Store
    clock: Clock
    ear: Ear
    aside: Aside  # for everything that waits for the database
    ring_outbox: Callable[[], None] = lambda: None
    ring_notices: Callable[[], None] = lambda: None
    spoke: Callable[[int], None] = lambda chat_id: None  # a message left for that chat: what is due leaves it room
    bot_username: str = ""
    unanswered: set[int] = field(default_factory=set)  # updates whose answer could not leave: the inbox tries again
    cards: Cards = field(default_factory=Cards)
    plan_cards: Cards = field(default_factory=Cards)
    to_say: dict[int, str] = field(default_factory=dict)  # answers of updates whose effect was kept before a crash


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Everything that one answer needs."""

    home: Home
    work: UnitOfWork
    account: Account
    visit: Visit

    @property
    def now(self) -> datetime:
        """The present, UTC."""
        return self.home.clock.now()

    @property
    def now_there(self) -> datetime:
        """The present, on the territory's clocks."""
        return self.now.astimezone(self.work.territory.timezone)

    @property
    def local_now(self) -> datetime:
        """When the message was sent, on the territory's clocks."""
        return self.visit.sent_at.astimezone(self.work.territory.timezone)

    @property
    def today(self) -> date:
        """The day of the message on the territory's calendar."""
        return self.local_now.date()

    @property
    def index(self) -> VocabularyIndex:
        """The words of the territory, compiled."""
        return self.home.ear.index(self.work)

    @property
    def finder(self) -> Index:
        """The sheets of its directory, ready to be searched."""
        return self.home.ear.finder(self.work)

    @property
    def names(self) -> Names:
        """How its things are called."""
        return self.home.ear.names(self.work)


ANSWERS = TypeAdapter(list[Reply])
Scene = Callable[[Room], Reply | list[Reply]]
Callback = Callable[[Visit, Context], Coroutine[Any, Any, None]]


def scene(play: Scene) -> Callback:
    """The PTB callback that identifies, plays in one transaction aside, and says the answers."""

    async def callback(visit: Visit, context: Context) -> None:
        home = home_of(context.application)
        kept = home.to_say.pop(visit.update_id, None)
        answers = await home.aside(_said_again, home, visit, kept) if kept else await home.aside(_play, play, home, visit)
        if any(reply.delivers for reply in answers):
            home.ring_outbox()
            home.ring_notices()
        await say(context, home, visit, answers)

    callback.__name__ = f"on_{play.__name__.removeprefix('on_')}"
    return callback


def home_of(application: Application[Any, Any, Any, Any, Any, Any]) -> Home:
    """The home of this application."""
    home = application.bot_data["home"]
    assert isinstance(home, Home)
    return home


def _play(play: Scene, home: Home, visit: Visit) -> list[Reply]:
    """Plays a scene in one transaction, with its answer: killed after the commit, the bot says the same and does nothing again."""
    territory_id: int | None = None
    try:
        with home.store.work_of(visit.telegram_id) as known:
            if known is None:
                return [Reply(text=STRANGER)]
            account, work = known
            territory_id = work.territory.id
            if account.unreachable:
                work.accounts.find_again(account.id)
            said = play(Room(home=home, work=work, account=account, visit=visit))
            answers = said if isinstance(said, list) else [said]
            work.remember_answer(visit.update_id, ANSWERS.dump_json(answers, exclude_defaults=True).decode())
    except Exception as accident:
        if territory_id is not None:
            home.ear.forget(territory_id)  # it may have listened to words that were rolled back
        if isinstance(accident, Refusal):
            return [refused_reply(accident, visit)]
        raise
    return answers


def _said_again(home: Home, visit: Visit, kept: str) -> list[Reply]:
    """The answer of an update whose effect was kept before an accident, but no card with a live ✅ that she has done with since."""
    answers = ANSWERS.validate_json(kept)
    account = home.store.desk.account_of(visit.telegram_id)
    if visit.query_id is not None or account is None:
        return answers
    with home.store.read(account.territory_id) as work:
        drafts = {reply.card_of: work.drafts.get(reply.card_of) for reply in answers if reply.card_of is not None}
    done_with = {number for number, draft in drafts.items() if draft is None or draft.state is not DraftState.OPEN}
    return [reply for reply in answers if reply.card_of not in done_with]


def refused_reply(refused: Refusal, visit: Visit) -> Reply:
    """A refusal: over the chat after a tap, as a message after a text."""
    sentence = refusal(refused)
    return Reply(toast=sentence, alert=True) if visit.query_id and len(sentence) <= 200 else Reply(text=sentence)


async def say(context: Context, home: Home, visit: Visit, answers: list[Reply]) -> None:
    """Says the answers; what could not leave is noted, so that the inbox tries the update again."""
    try:
        if visit.query_id:
            toast = next((r for r in answers if r.toast), Reply())
            await asyncio.gather(answer_tap(context.bot, visit.query_id, toast), _say_all(context, home, visit, answers))
        else:
            await _say_all(context, home, visit, answers)
    except Forbidden:
        log.info("person blocked the bot; update %s has no answer", visit.update_id)
    except BadRequest as error:
        log.error("answer to update %s was refused: %s", visit.update_id, error.message)
        await _say_plainly(context, home, visit, answers)
    except TelegramError as error:
        log.warning("answer to update %s did not leave: %s", visit.update_id, type(error).__name__)
        home.unanswered.add(visit.update_id)


async def _say_plainly(context: Context, home: Home, visit: Visit, answers: list[Reply]) -> None:
    """The words without their form, when Telegram refuses the form: better plain than silent."""
    for reply in answers:
        if reply.text:
            words = unescape(re.sub(r"<[^>]+>", "", clipped(reply.text)))
            try:
                await ask(context.bot, "sendMessage", chat_id=visit.chat_id, text=words, reply_markup=markup(reply.keyboard))
            except Forbidden:
                return
            except TelegramError:
                home.unanswered.add(visit.update_id)


async def _say_all(context: Context, home: Home, visit: Visit, answers: list[Reply]) -> None:
    for reply in answers:
        if reply.text:
            shown = await _show(context, visit, reply)
            home.spoke(visit.chat_id)
            if reply.card_of is not None:
                home.cards[reply.card_of] = shown
            if reply.plan_of is not None:
                home.plan_cards[reply.plan_of] = shown
        if reply.contact:
            await send_contact(context.bot, visit.chat_id, reply.contact)
        if reply.retire:
            await retire(context.bot, visit.chat_id, reply.retire)


async def _show(context: Context, visit: Visit, reply: Reply) -> int:
    if reply.in_place and visit.tapped_message:
        return await put_in_place(context.bot, visit.chat_id, visit.tapped_message, reply)
    return await send(context.bot, visit.chat_id, reply)


async def on_error(visit: object, context: Context) -> None:
    """The last net: logs a short reference, and always answers in French."""
    reference = secrets.token_hex(3)
    log.error("accident %s", reference, exc_info=context.error)
    if isinstance(visit, Visit) and visit.inline_id is None:
        await say(context, home_of(context.application), visit, [Reply(text=accident(reference))])
