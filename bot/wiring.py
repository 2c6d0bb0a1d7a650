"""Assembles the house: the only module that knows all rooms."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram import MenuButtonCommands
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder

from bot.actions.invitations import LIFETIME
from bot.domain.permissions import Role
from bot.french.public_holidays import is_day_off
from bot.jobs.aside import Aside
from bot.jobs.lanes import Lanes
from bot.jobs.notices import NoticeRunner
from bot.jobs.outbox import OutboxRunner
from bot.jobs.pace import Pace
from bot.jobs.schedule import Tick, start_ticking
from bot.jobs.series import extend_series
from bot.ports import Clock, DocumentMaker, KeptUpdate, Store
from doc_templates.disposable import DisposableDocumentMaker
from handlers.ear import Ear
from handlers.polling import Poller, handle
from handlers.register import bot_commands, register
from handlers.replies import patiently
from handlers.room import Home
from handlers.sender import TelegramMessenger
from handlers.transport import AiohttpRequest, proxy_for
from handlers.webhook import WebhookListener, WebhookPlace

log = logging.getLogger(__name__)
THREADS = 4  # for PostgreSQL, whose transactions wait for the network; SQLite has one writer at a time anyway (more: a quarter slower)
YOUNG = 10_000  # objects more, from which on the garbage collector looks for circles among them
SECONDS_TO_FINISH = 8.0
OUTBOX_EVERY = 2.0
NOTICES_EVERY = 1.0
INBOX_EVERY = 5.0
PURGE_EVERY = 6 * 3600.0
SERIES_EVERY = 600.0
App = Application[Any, Any, Any, Any, Any, Any]


class SystemClock:
    """The real present."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one door through which time comes in


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Which Bot API to speak to: `api_url` without a slash at its end; `webhook` when Telegram calls us instead of being asked."""

    token: str
    api_url: str
    webhook: WebhookPlace | None = None


def build_home(store: Store, clock: Clock) -> Home:
    """What lives as long as the bot."""
    aside = Aside(THREADS) if store.waits_for_network else Aside(1, together=store.together)
    return Home(store=store, clock=clock, ear=Ear(), aside=aside)


def settle(store: Store, clock: Clock) -> None:
    """What would hold up everybody when it first comes, done before anybody speaks: the public holidays are read (70 ms), and what
    lives as long as the bot is no longer gone through at each full round of the garbage collector (75 ms each), nor is there a round
    for every hundred messages that are on their way."""
    for territory in store.desk.territories():
        is_day_off(clock.now().date(), territory.zone)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)


def build_application(home: Home, door: Door, *, polling: AiohttpRequest) -> App:
    """A python-telegram-bot application with all handlers; updates come from our durable inbox, not from its updater."""
    application = (
        ApplicationBuilder()
        .token(door.token)
        .base_url(f"{door.api_url}/bot")
        .base_file_url(f"{door.api_url}/file/bot")
        .request(AiohttpRequest(proxy=proxy_for(door.api_url)))
        .get_updates_request(polling)
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.bot_data["home"] = home
    register(application)
    return application


@asynccontextmanager
async def living(home: Home, door: Door, *, documents: DocumentMaker | None = None) -> AsyncIterator[asyncio.Task[None]]:
    """The bot at work: gives the task through which updates arrive (it ends only by failing). Leaves everything in order at the end."""
    polling_request = AiohttpRequest(connections=2, proxy=proxy_for(door.api_url))
    application = build_application(home, door, polling=polling_request)
    await _greet(application, polling_request)
    home.bot_username = application.bot.username
    outbox = _build_outbox(home, application, documents or DisposableDocumentMaker())
    notices = _build_notices(home, application)
    lanes = _build_lanes(home, application)
    await application.start()
    await _introduce(application, polls=door.webhook is None)
    await outbox.recover()
    await notices.recover()
    await lanes.replay(starting=True)
    scheduler = start_ticking(_ticks(home, outbox, notices, lanes))
    arrivals: Poller | WebhookListener
    if door.webhook is None:
        arrivals = Poller(base_url=f"{door.api_url}/bot{door.token}", request=polling_request, receive=lanes.receive)
    else:
        arrivals = WebhookListener(bot=application.bot, place=door.webhook, receive=lanes.receive)
    loop = asyncio.get_running_loop()
    delivering = [loop.create_task(outbox.run()), loop.create_task(notices.run())]
    polling = loop.create_task(arrivals.run())
    outbox.ring()
    try:
        yield polling
    finally:
        polling.cancel()
        scheduler.shutdown(wait=False)
        await asyncio.gather(polling, return_exceptions=True)
        await lanes.stop(within=SECONDS_TO_FINISH)
        await asyncio.gather(outbox.stop(within=SECONDS_TO_FINISH), notices.stop(within=SECONDS_TO_FINISH))
        for runs in delivering:
            runs.cancel()
        await asyncio.gather(*delivering, return_exceptions=True)
        await application.stop()
        await application.shutdown()
        home.aside.close()


async def _greet(application: App, polling: AiohttpRequest) -> None:
    """Asks Telegram who we are; leaves no connection open when it does not answer."""
    try:
        await patiently(application.initialize, tries=6)
    except TelegramError:
        await asyncio.gather(application.bot.request.shutdown(), polling.shutdown())
        raise


def _build_outbox(home: Home, application: App, documents: DocumentMaker) -> OutboxRunner:
    """What leaves later; whoever queues something rings it through the home."""
    outbox = OutboxRunner(
        store=home.store,
        clock=home.clock,
        messenger=TelegramMessenger(application.bot),
        documents=documents,
        aside=asyncio.to_thread,
    )
    home.ring_outbox = outbox.ring
    return outbox


def _build_notices(home: Home, application: App) -> NoticeRunner:
    """What is due to people at an hour; answers to those who speak take their place in its pace."""
    pace = Pace(asyncio.get_running_loop().time)
    pace.rest(1.0)  # a process before this one may just have spoken
    notices = NoticeRunner(
        store=home.store, clock=home.clock, messenger=TelegramMessenger(application.bot), aside=asyncio.to_thread, pace=pace
    )
    home.spoke, home.ring_notices = pace.spoke, notices.ring
    return notices


def _build_lanes(home: Home, application: App) -> Lanes:
    """The order in which updates reach the handlers."""

    async def answer(update: KeptUpdate) -> bool:
        return await handle(application, update)

    return Lanes(inbox=home.store.inbox, clock=home.clock, handle=answer, aside=home.aside)


def _ticks(home: Home, outbox: OutboxRunner, notices: NoticeRunner, lanes: Lanes) -> tuple[Tick, ...]:
    """What is looked at again and again."""

    async def forget_old_updates() -> None:
        await home.aside(lambda: home.store.purge(home.clock.now()))

    async def extend() -> None:
        await home.aside(lambda: extend_series(home.store, home.clock))

    return (
        Tick(name="outbox", seconds=OUTBOX_EVERY, do=outbox.tick),
        Tick(name="notices", seconds=NOTICES_EVERY, do=notices.tick),
        Tick(name="inbox", seconds=INBOX_EVERY, do=lanes.replay),
        Tick(name="series", seconds=SERIES_EVERY, do=extend),
        Tick(name="purge", seconds=PURGE_EVERY, do=forget_old_updates),
    )


async def _introduce(application: App, *, polls: bool) -> None:
    """Long polling needs no webhook; the menu of commands is set. A server that does not know these methods is no obstacle."""
    bot = application.bot
    calls: tuple[Callable[[], Awaitable[bool]], ...] = (
        *((lambda: bot.delete_webhook(drop_pending_updates=False),) if polls else ()),
        lambda: bot.set_my_commands(bot_commands()),
        lambda: bot.set_chat_menu_button(menu_button=MenuButtonCommands()),
    )
    for call in calls:
        try:
            await call()
        except InvalidToken as error:
            log.info("not known to this server: %s", error.message)
        except TelegramError as error:
            log.warning("not set: %s", type(error).__name__)


async def run_until(home: Home, door: Door, *, stop: asyncio.Event, on_ready: Callable[[], None] | None = None) -> None:
    """Lives until `stop` is set. Raises InvalidToken when the token is not (or no longer) good, Conflict when another process uses it."""
    async with living(home, door) as polling:
        settle(home.store, home.clock)
        if on_ready is not None:
            on_ready()
        waiting = asyncio.get_running_loop().create_task(stop.wait())
        await asyncio.wait({polling, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if polling.done() and (error := polling.exception()):
            raise error


def first_invitation(store: Store, territory_id: int, *, name: str, role: Role, now: datetime, person_id: int | None = None) -> str:
    """A one-time code made from the console, where nobody has joined yet."""
    with store.work(territory_id) as work:
        invitation = work.invitations.prepare(name=name, person_id=person_id, by=None, expires_at=now + LIFETIME)
        code = work.invitations.issue(invitation.id, role=role, group_ids=())
    assert code is not None
    return code
