"""How a directory comes in by the chat: its file is fetched and read, one card shows what it would change, each doubt is a question."""

from __future__ import annotations

import logging
from urllib.parse import quote

from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot.actions import directory_imports as imports
from bot.domain.directory_imports import DirectoryImport, FileProblem, ImportPlan
from bot.domain.errors import FileRefused, Refusal
from bot.importing import plan_import
from bot.texts import buttons
from bot.texts import directory_imports as texts
from bot.texts.errors import STRANGER, refusal
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Keyboard, Reply, ask
from handlers.room import Context, Home, Room, home_of, say, scene
from handlers.visits import SentFile, Visit

log = logging.getLogger(__name__)
LARGEST_FILE = 20_000_000  # bytes: what the Bot API lets a bot download
DOWNLOAD_SECONDS = 60.0


async def on_file(visit: Visit, context: Context) -> None:
    """A document: whoever keeps the directory gets a preview; others a polite word, and nothing is fetched."""
    home = home_of(context.application)
    if visit.update_id in home.to_say:  # its effect was kept before a crash: only the answer is missing
        return await scene(lambda room: [])(visit, context)
    refused = await home.aside(_refused, home, visit)
    if refused is not None:
        return await say(context, home, visit, [Reply(text=refused)])
    assert visit.file is not None
    try:
        content = await _fetched(context, visit, visit.file)
        plan = await home.aside(_planned, home, visit, content)
    except Refusal as unread:
        return await say(context, home, visit, [Reply(text=refusal(unread))])
    except BadRequest:
        return await say(context, home, visit, [Reply(text=texts.FILE_GONE)])
    except TelegramError as error:
        log.warning("file of update %s was not fetched: %s", visit.update_id, type(error).__name__)
        home.unanswered.add(visit.update_id)
        return None
    return await scene(lambda room: _opened(room, plan))(visit, context)


def _refused(home: Home, visit: Visit) -> str | None:
    """Why this file is not looked at; None when it is."""
    account = home.store.desk.account_of(visit.telegram_id)
    if account is None:
        return STRANGER
    try:
        imports.may_import(account)
    except Refusal as not_hers:
        return refusal(not_hers)
    if visit.file is not None and visit.file.size > LARGEST_FILE:
        return refusal(FileRefused(FileProblem.TOO_HEAVY))
    return None


async def _fetched(context: Context, visit: Visit, file: SentFile) -> bytes:
    """The bytes of the file, by getFile and the door of files; shows meanwhile that work is done."""
    bot = context.bot
    await ask(bot, "sendChatAction", chat_id=visit.chat_id, action=ChatAction.TYPING.value)
    found = await ask(bot, "getFile", file_id=file.id)
    return bytes(await bot.request.retrieve(f"{bot.base_file_url}/{quote(found['file_path'])}", read_timeout=DOWNLOAD_SECONDS))


def _planned(home: Home, visit: Visit, content: bytes) -> ImportPlan:
    account = home.store.desk.account_of(visit.telegram_id)
    assert account is not None
    assert visit.file is not None
    with home.store.read(account.territory_id) as work:
        sheets = work.sheets.read()
    return plan_import(visit.file.name, content, sheets)


def _opened(room: Room, plan: ImportPlan) -> Reply:
    assert room.visit.file is not None
    name = room.visit.file.name
    one = imports.open_import(room.work, room.account, plan, file_name=name, now=room.now, update_id=room.visit.update_id)
    return _card(room, one)


def on_decide(room: Room) -> Reply:
    """An answer to a doubt."""
    tap = _tap(room)
    doubt, _, taken = tap.argument.partition("-")
    one = imports.decide(
        room.work, room.account, (tap.subject, tap.version), doubt=int(doubt), choice=int(taken) if taken else None, now=room.now
    )
    return _card(room, one)


def on_all_later(room: Room) -> Reply:
    """No more questions."""
    tap = _tap(room)
    return _card(room, imports.put_off_doubts(room.work, room.account, (tap.subject, tap.version), now=room.now))


def on_keep_import(room: Room) -> Reply:
    """✅: the directory is written."""
    tap = _tap(room)
    before = room.work.imports.get(tap.subject)
    one, outcome = imports.keep_import(room.work, room.account, (tap.subject, tap.version), now=room.now)
    later = len(before.plan.doubts) - len(before.choices) if before else 0
    undo = Button(label=buttons.UNDO, tap=Tap(Do.IMPORT_UNDO, one.id))
    return Reply(text=texts.kept(outcome, file_name=one.file_name, later=later), keyboard=((undo,),), in_place=True)


def on_drop_import(room: Room) -> Reply:
    """❌: nothing is written."""
    tap = _tap(room)
    one = imports.drop_import(room.work, room.account, (tap.subject, tap.version), now=room.now)
    return Reply(text=texts.dropped(one.file_name), in_place=True)


def on_undo_import(room: Room) -> Reply:
    """↩︎: the directory as it was before."""
    one = imports.undo_import(room.work, room.account, _tap(room).subject, now=room.now)
    return Reply(text=texts.undone(one.file_name), in_place=True)


def _card(room: Room, one: DirectoryImport) -> Reply:
    outcome = imports.preview(room.work, one.plan, choices=one.choices)
    text = texts.preview(one.plan, outcome, file_name=one.file_name, open_doubt=one.open_doubt)
    return Reply(text=text, keyboard=_keyboard(one), in_place=True)


def _keyboard(one: DirectoryImport) -> Keyboard:
    """The answers to the open doubt, then ✅ and ❌: whoever does not want to answer imports all the same."""
    number = one.open_doubt
    answers: list[Button] = []
    later: list[Button] = []
    if number is not None:
        doubt = one.plan.doubts[number]
        for place, given in enumerate(doubt.choices):
            answers.append(_button(texts.choice(doubt, given), Do.IMPORT_DECIDE, one, f"{number}-{place}"))
        later.append(_button(texts.LATER, Do.IMPORT_DECIDE, one, f"{number}-"))
        if len(one.plan.doubts) - len(one.taken) > 1:
            later.append(_button(texts.ALL_LATER, Do.IMPORT_LATER, one))
    foot = (_button(texts.KEEP, Do.IMPORT_KEEP, one), _button(buttons.DROP, Do.IMPORT_DROP, one))
    return (*rows(answers, 1), *((tuple(later),) if later else ()), foot)


def _button(label: str, do: Do, one: DirectoryImport, argument: str = "") -> Button:
    return Button(label=short(label), tap=Tap(do, one.id, one.version, argument))


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap
