"""The map of the bot: which function hears what, in order."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Any

from telegram import BotCommand
from telegram.ext import Application, BaseHandler

from bot.domain.errors import OldButton
from bot.texts import help
from handlers import (
    after_meetings,
    agenda,
    agenda_points,
    cards,
    checklist,
    commands,
    date_answers,
    date_searches,
    directory_exports,
    directory_imports,
    documents,
    done_reminders,
    inline,
    invitations,
    kept_cards,
    leads,
    leaves,
    neighbourhoods,
    notices,
    papers,
    parked,
    planned_pages,
    plans,
    proposals,
    reminder_orders,
    reminders,
    reviews,
    rhythms,
    sheet_cards,
    sheet_pages,
    sheets,
    slash,
    templates,
    turnout,
    weeks,
    word_files,
    writing,
)
from handlers.callbacks import Do
from handlers.free_text import on_text
from handlers.replies import Reply
from handlers.room import Callback, Context, Room, Scene, home_of, on_error, say, scene
from handlers.visits import Visit

log = logging.getLogger(__name__)
_START = re.compile(r"/start(@\w+)?(\s|$)")  # by its words: not every server marks commands as entities
TAPS: dict[Do, Scene] = {
    **dict.fromkeys(cards.CARD_TAPS, cards.on_tap_card),
    Do.KEEP: kept_cards.on_keep,
    Do.UNDO: kept_cards.on_undo,
    Do.AMEND: kept_cards.on_amend,
    Do.RESUME: kept_cards.on_resume,
    Do.DOCUMENT: documents.on_document,
    Do.DOCUMENT_PAGE: documents.on_minutes,
    Do.PAPER: papers.on_paper,
    Do.PAPER_AGAIN: papers.on_paper_again,
    Do.GROUP_DECISIONS: papers.on_group_decisions,
    Do.REVIEW: reviews.on_review_tap,
    Do.MINUTES_MOVE: papers.on_move_minutes,
    Do.GROUPS_PAGE: commands.on_groups,
    Do.AGENDA_PAGE: agenda.on_agenda,
    **agenda.TAPS,
    **agenda_points.TAPS,
    **plans.TAPS,
    **planned_pages.TAPS,
    **parked.TAPS,
    **checklist.TAPS,
    **leads.TAPS,
    **turnout.TAPS,
    Do.PERSON_SHEET: sheets.on_person,
    Do.STRUCTURE_SHEET: sheets.on_structure,
    Do.CONTACT: sheets.on_contact,
    Do.GROUPS_OF: sheets.on_groups,
    Do.ADD_TO_MEETING: sheets.on_add_to_meeting,
    Do.REMINDER_KEEP: reminders.on_keep,
    Do.REMINDER_DROP: reminders.on_drop,
    Do.REMINDER_UNDO: reminders.on_undo,
    Do.REMINDER_WHEN: reminders.on_when,
    Do.REMINDER_AT: reminders.on_at,
    Do.REMINDER_GROUP: reminders.on_group,
    Do.REMINDER_CARD: reminders.on_back,
    Do.REMINDER_OPEN: reminders.on_open,
    Do.REMINDERS_PAGE: reminders.on_reminders,
    Do.REMIND_ACTIONS: reminders.on_actions,
    **reminder_orders.TAPS,
    **done_reminders.TAPS,
    Do.NOTICE_DONE: notices.on_done,
    Do.NOTICE_LATER: notices.on_later,
    Do.NOTICE_PUT_OFF: notices.on_put_off,
    Do.NOTICE_DROP: notices.on_drop,
    Do.NOTICE_DROP_WHICH: notices.on_drop_which,
    Do.NOTICE_BACK: notices.on_back,
    Do.NOTICE_UNDO: notices.on_undo,
    **after_meetings.TAPS,
    **leaves.TAPS,
    **rhythms.TAPS,
    **writing.TAPS,
    **weeks.TAPS,
    **date_searches.TAPS,
    **date_answers.TAPS,
    Do.INVITE_PERSON: invitations.on_person,
    Do.INVITE_ROLE: invitations.on_role,
    Do.INVITE_GROUP: invitations.on_group,
    Do.INVITE_GROUP_PAGE: invitations.on_group_page,
    **sheet_cards.TAPS,
    **proposals.TAPS,
    **sheet_pages.TAPS,
    **neighbourhoods.TAPS,
    Do.IMPORT_DROP: directory_imports.on_drop_import,
    Do.IMPORT_DECIDE: directory_imports.on_decide,
    Do.IMPORT_LATER: directory_imports.on_all_later,
    Do.IMPORT_UNDO: directory_imports.on_undo_import,
    **templates.TAPS,
    Do.EXPORT_AGAIN: directory_exports.on_export_again,
}


class Hears(BaseHandler[Visit, Context, None]):
    """Hears the visits that `wanted` accepts."""

    def __init__(self, wanted: Callable[[Visit], bool], callback: Callback) -> None:
        super().__init__(callback)
        self._wanted = wanted

    def check_update(self, update: object) -> bool:
        """Whether this one is for it."""
        return isinstance(update, Visit) and self._wanted(update)


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Sets every handler; what none of them hears is answered by the last one."""
    application.add_handler(Hears(lambda visit: visit.inline_id is not None, inline.on_inline))
    application.add_handler(Hears(lambda visit: visit.tap is not None and visit.tap.do is Do.IMPORT_KEEP, directory_imports.on_keep_import))
    application.add_handler(Hears(lambda visit: visit.tap is not None and visit.tap.do is Do.TEMPLATE_KIND, word_files.on_kind))
    application.add_handler(Hears(lambda visit: visit.query_id is not None, scene(on_tap)))
    application.add_handler(Hears(lambda visit: not visit.edited and _START.match(visit.text) is not None, on_start))
    application.add_handler(Hears(lambda visit: not visit.edited and visit.text.startswith("/"), scene(slash.on_slash)))
    application.add_handler(Hears(lambda visit: visit.text != "", scene(on_text)))
    application.add_handler(Hears(lambda visit: word_files.is_word(visit.file) and not visit.edited, word_files.on_word_file))
    application.add_handler(Hears(lambda visit: visit.file is not None and not visit.edited, directory_imports.on_file))
    application.add_handler(Hears(lambda visit: True, scene(on_anything_else)))
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


async def on_start(visit: Visit, context: Context) -> None:
    """/start, with or without a code: the only door for whoever did not join."""
    home = home_of(context.application)
    await say(context, home, visit, await home.aside(invitations.arrive, home, visit))


def on_anything_else(room: Room) -> Reply:
    """Stickers, voices, photos, contacts: a kind word, never silence."""
    return Reply(text=help.NOT_TEXT)
