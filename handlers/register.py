"""The map of the bot: which function hears what, in order."""

from __future__ import annotations

import logging
from typing import Any

from telegram import BotCommand, Update
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, TypeHandler, filters

from bot.domain.errors import OldButton
from bot.texts import help
from handlers import cards, commands, documents, invitations
from handlers.callbacks import Do
from handlers.free_text import on_text
from handlers.replies import Reply
from handlers.room import Context, Room, Scene, home_of, on_error, say, scene, visit_of

log = logging.getLogger(__name__)
TAPS: dict[Do, Scene] = {
    **dict.fromkeys(cards.CARD_TAPS, cards.on_tap_card),
    Do.KEEP: cards.on_keep,
    Do.UNDO: cards.on_undo,
    Do.AMEND: cards.on_amend,
    Do.RESUME: cards.on_resume,
    Do.DOCUMENT: documents.on_document,
    Do.DOCUMENT_PAGE: documents.on_minutes,
    Do.GROUPS_PAGE: commands.on_groups,
    Do.AGENDA_PAGE: commands.on_agenda,
    Do.INVITE_PERSON: invitations.on_person,
    Do.INVITE_ROLE: invitations.on_role,
    Do.INVITE_GROUP: invitations.on_group,
    Do.INVITE_GROUP_PAGE: invitations.on_group_page,
}


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Sets every handler; what none of them hears is answered by the last one."""
    application.add_handler(CallbackQueryHandler(scene(on_tap)))
    fresh = filters.ChatType.PRIVATE & ~filters.UpdateType.EDITED  # by their first sign: not every server marks commands as entities
    application.add_handler(MessageHandler(fresh & filters.Regex(r"^/start(@\w+)?(\s|$)"), on_start))
    application.add_handler(MessageHandler(fresh & filters.Regex(r"^/"), scene(commands.on_command)))
    application.add_handler(MessageHandler(filters.ChatType.PRIVATE & filters.TEXT, scene(on_text)))
    application.add_handler(TypeHandler(Update, scene(on_anything_else)))
    application.add_error_handler(on_error)


def bot_commands() -> list[BotCommand]:
    """The menu of commands, as Telegram shows it."""
    return [BotCommand(name, what) for name, what, _ in help.COMMANDS]


def on_tap(room: Room) -> Reply | list[Reply]:
    """A button: what it carries says who answers; what we never wrote gets a polite word."""
    tap = room.visit.tap
    if tap is None or tap.do not in TAPS:
        raise OldButton
    try:
        return TAPS[tap.do](room)
    except (KeyError, ValueError, IndexError) as error:  # an argument that we never wrote
        log.warning("tap %s: %r", tap.do, error)
        raise OldButton from error


async def on_start(update: Update, context: Context) -> None:
    """/start, with or without a code: the only door for whoever did not join."""
    home = home_of(context.application)
    visit = visit_of(update, home.clock)
    if visit is not None:
        await say(context, home, visit, await home.aside(invitations.arrive, home, visit))


def on_anything_else(room: Room) -> Reply:
    """Stickers, voices, photos, contacts: a kind word, never silence."""
    return Reply(text=help.NOT_TEXT)
