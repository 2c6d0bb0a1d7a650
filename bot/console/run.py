"""`maillon lancer`: the bot at work until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

from bot.console.check import refuse_stolen_names
from bot.console.refusals import DONE, Refused, complain, say
from bot.console.setting import single_instance, store_of, telegram_token, wanted_settings, write_logs

if TYPE_CHECKING:  # the rooms are imported once it is sure that they are ours
    from bot.ports import Store
    from bot.settings import Settings
    from bot.wiring import Door
    from handlers.webhook import WebhookPlace


def run() -> int:
    """Polls until SIGTERM or Ctrl-C; what is being handled is finished first, the rest waits in the inbox."""
    refuse_stolen_names()
    from bot.wiring import Door

    settings = wanted_settings()
    write_logs(settings)
    door = Door(token=telegram_token(settings), api_url=settings.api_url.rstrip("/"), webhook=_webhook(settings))
    with single_instance(settings), store_of(settings) as store:
        if not store.desk.territories():
            raise Refused("La base est vide. Créez d’abord le territoire : maillon initialiser --help")
        with asyncio.Runner(loop_factory=quick_loop) as runner:
            runner.run(_live(store, door))
    return DONE


def _webhook(settings: Settings) -> WebhookPlace | None:
    """Where Telegram calls us, when it was asked to."""
    from handlers.webhook import WebhookPlace

    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    host, port = settings.listen_address
    return WebhookPlace(url=settings.webhook_url, secret=settings.webhook_secret.get_secret_value(), host=host, port=port)


async def _live(store: Store, door: Door) -> None:
    from telegram.error import Conflict, InvalidToken, TelegramError

    from bot.wiring import SystemClock, build_home, run_until
    from handlers.transport import NeverLeft

    stop = asyncio.Event()
    listen_to_signals(stop)
    home = build_home(store, SystemClock())
    try:
        await run_until(
            home, door, stop=stop, on_ready=lambda: say(f"Maillon écoute : https://t.me/{home.bot_username} (Ctrl-C pour arrêter)")
        )
    except InvalidToken as error:
        raise Refused(
            f"{door.api_url} ne reconnaît pas le jeton. "
            "Demandez-en un à @BotFather (/token) pour MAILLON_TOKEN, et vérifiez MAILLON_API_URL."
        ) from error
    except Conflict as error:
        raise Refused(
            "Un autre programme, peut-être sur une autre machine, répond déjà avec ce jeton : celui-ci s’arrête et lui laisse la place. "
            "Gardez-en un seul, ou demandez un autre jeton à @BotFather."
        ) from error
    except NeverLeft as error:
        raise Refused(f"Personne ne répond à l’adresse {door.api_url}. Vérifiez le réseau et MAILLON_API_URL, puis relancez.") from error
    except OSError as error:
        raise Refused("L’adresse de MAILLON_LISTEN est déjà prise ou interdite. Choisissez un autre port.") from error
    except TelegramError as error:
        raise Refused(f"{door.api_url} ne répond pas comme Telegram. Vérifiez MAILLON_API_URL, ou réessayez dans un moment.") from error
    complain("Maillon s’est arrêté ; rien n’est perdu.")


def quick_loop() -> asyncio.AbstractEventLoop:
    """uvloop where it exists (everywhere but Windows): a fifth less processor time an update."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


def listen_to_signals(stop: asyncio.Event) -> None:
    """SIGTERM and Ctrl-C set `stop`."""
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(sign, stop.set)
        except NotImplementedError:  # Windows has no signal handlers in its loop
            signal.signal(sign, lambda *_: loop.call_soon_threadsafe(stop.set))
