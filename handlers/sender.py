"""How the outbox speaks to Telegram: documents and notes, with every failure told as certain or not, passing or final."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Iterator, Sequence

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, Message
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.domain.date_searches import Ballot, Board
from bot.domain.directory import ExportPart
from bot.domain.minutes import Minutes
from bot.domain.notices import Notice
from bot.domain.papers import PaperOrder
from bot.domain.weeks import Week
from bot.french.typography import typographic
from bot.ports import DeliveryProblem
from bot.texts import buttons
from handlers.callbacks import Do, Tap
from handlers.date_search_keyboards import ballot_keyboard, board_keyboard
from handlers.notice_keyboards import notices_keyboard
from handlers.paper_keyboards import minutes_keyboard, paper_keyboard
from handlers.replies import Keyboard, Reply, put_in_place, seconds_of, send
from handlers.transport import NeverLeft
from handlers.weeks import week_keyboard

UPLOAD_SECONDS = 90.0


class TelegramMessenger:
    """The Messenger port over a bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send_minutes(self, chat_id: int, *, name: str, content: bytes, caption: str, meeting_id: int, minutes: Minutes) -> int:
        """Sends the Word file with ✏️ and the steps that the minutes may take; raises DeliveryProblem."""
        return await self._send_document(chat_id, name, content, caption, minutes_keyboard(meeting_id, minutes))

    async def send_paper(self, chat_id: int, *, name: str, content: bytes, caption: str, order: PaperOrder) -> int:
        """Sends another paper with what goes with it; raises DeliveryProblem."""
        return await self._send_document(chat_id, name, content, caption, paper_keyboard(order))

    async def send_paper_note(self, chat_id: int, *, text: str, delivery_id: int) -> int:
        """Sends a text with 📄, which orders that paper again; raises DeliveryProblem."""
        again = _button(buttons.PAPER_AGAIN, Tap(Do.PAPER_AGAIN, delivery_id))
        return await _sent(self._bot.send_message(chat_id, typographic(text), parse_mode="HTML", reply_markup=again))

    async def _send_document(self, chat_id: int, name: str, content: bytes, caption: str, keyboard: Keyboard) -> int:
        document = InputFile(content, filename=name)
        below = InlineKeyboardMarkup(
            [[InlineKeyboardButton(typographic(one.label), callback_data=one.tap.encode()) for one in row if one.tap] for row in keyboard]
        )
        return await _sent(
            self._bot.send_document(
                chat_id,
                document,
                caption=typographic(caption),
                parse_mode="HTML",
                reply_markup=below if keyboard else None,
                read_timeout=UPLOAD_SECONDS,
            )
        )

    async def send_export(self, chat_id: int, *, name: str, content: bytes, caption: str) -> int:
        """Sends a file of the directory; raises DeliveryProblem."""
        document = InputFile(content, filename=name)
        return await _sent(
            self._bot.send_document(chat_id, document, caption=typographic(caption), parse_mode="HTML", read_timeout=UPLOAD_SECONDS)
        )

    async def send_trial(self, chat_id: int, *, name: str, content: bytes, caption: str) -> int:
        """Sends a filled template, or the sample of one; raises DeliveryProblem."""
        return await self._send_document(chat_id, name, content, caption, ())

    async def send_picture(self, chat_id: int, *, name: str, content: bytes, caption: str) -> int:
        """Sends a PNG; raises DeliveryProblem."""
        picture = InputFile(content, filename=name)
        return await _sent(
            self._bot.send_photo(chat_id, picture, caption=typographic(caption), parse_mode="HTML", read_timeout=UPLOAD_SECONDS)
        )

    async def send_export_note(self, chat_id: int, *, text: str, part: ExportPart) -> int:
        """Sends a text with 📇; raises DeliveryProblem."""
        again = _button(buttons.EXPORT_AGAIN, Tap(Do.EXPORT_AGAIN, part))
        return await _sent(self._bot.send_message(chat_id, typographic(text), parse_mode="HTML", reply_markup=again))

    async def send_note(self, chat_id: int, *, text: str, meeting_id: int) -> int:
        """Sends a text with 📄; raises DeliveryProblem."""
        again = _button(buttons.MINUTES_AGAIN, Tap(Do.DOCUMENT, meeting_id))
        return await _sent(self._bot.send_message(chat_id, typographic(text), parse_mode="HTML", reply_markup=again))

    async def send_notices(self, chat_id: int, *, text: str, notices: Sequence[Notice]) -> int:
        """Sends one message about all of them, with the buttons that answer each; raises DeliveryProblem."""
        return await self._say(chat_id, Reply(text=text, keyboard=notices_keyboard(notices)))

    async def send_week(self, chat_id: int, *, text: str, week: Week) -> int:
        """Sends the point of the week with its buttons; raises DeliveryProblem."""
        return await self._say(chat_id, Reply(text=text, keyboard=week_keyboard(week)))

    async def send_ballot(self, chat_id: int, *, text: str, ballot: Ballot) -> int:
        """Sends a question about dates, with a button for each answer; raises DeliveryProblem."""
        return await self._say(chat_id, Reply(text=text, keyboard=ballot_keyboard(ballot)))

    async def show_board(self, chat_id: int, message_id: int, *, text: str, board: Board) -> int:
        """Shows the counts of a date search in that message; raises DeliveryProblem."""
        with _told():
            return await put_in_place(self._bot, chat_id, message_id, Reply(text=text, keyboard=board_keyboard(board)))

    async def send_text(self, chat_id: int, *, text: str) -> int:
        """Sends a text alone; raises DeliveryProblem."""
        return await self._say(chat_id, Reply(text=text))

    async def _say(self, chat_id: int, reply: Reply) -> int:
        """As an answer is said, but tried once: whoever asked decides of the rest."""
        with _told():
            return await send(self._bot, chat_id, reply, tries=1)

    async def show_work(self, chat_id: int) -> None:
        """« envoie un document… » at the top of the chat."""
        with contextlib.suppress(TelegramError):
            await self._bot.send_chat_action(chat_id, ChatAction.UPLOAD_DOCUMENT)


def _button(label: str, tap: Tap) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=tap.encode())]])


async def _sent(call: Awaitable[Message]) -> int:
    with _told():
        return (await call).message_id


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """What Telegram refuses, as a DeliveryProblem."""
    try:
        yield
    except RetryAfter as error:
        raise DeliveryProblem("too many requests", after=seconds_of(error)) from None
    except NeverLeft:
        raise DeliveryProblem("no connection", after=5.0) from None
    except (Forbidden, ChatMigrated) as error:
        raise DeliveryProblem(type(error).__name__, gone=True) from None
    except (BadRequest, InvalidToken) as error:
        raise DeliveryProblem(type(error).__name__, gone="chat not found" in str(error).casefold()) from None
    except NetworkError as error:
        raise DeliveryProblem(type(error).__name__, certain=False) from None
