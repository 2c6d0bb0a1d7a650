"""How a directory comes in by the chat: its file is fetched and read, one card shows what it would change, each doubt is a question."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from bot.actions import directory_imports as imports
from bot.domain.directory_imports import DirectoryImport, FileProblem, ImportPlan, ImportState
from bot.domain.errors import DraftGone, DraftMoved, FileRefused, Refusal
from bot.importing import plan_import
from bot.texts import buttons, toasts
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
    plan = await _read(visit, context, visit.file)
    return await scene(lambda room: _opened(room, plan))(visit, context) if plan else None


async def on_keep_import(visit: Visit, context: Context) -> None:
    """✅: the directory is written; where it moved since the preview, the file is read again first."""
    home = home_of(context.application)
    file = None if visit.update_id in home.to_say else await home.aside(_to_read_again, home, visit)
    if file is None:
        return await scene(_kept)(visit, context)
    plan = await _read(visit, context, file)
    return await scene(lambda room: _kept_again(room, plan))(visit, context) if plan else None


async def _read(visit: Visit, context: Context, file: SentFile) -> ImportPlan | None:
    """The plan of that file over the directory as it stands; None when it was said, or will be, why there is none."""
    home = home_of(context.application)
    try:
        content = await fetched(context, visit, file)
        return await home.aside(_planned, home, visit, file, content)
    except Refusal as unread:
        await say(context, home, visit, [Reply(text=refusal(unread))])
    except BadRequest:
        await say(context, home, visit, [Reply(text=texts.FILE_GONE)])
    except TelegramError as error:
        log.warning("file of update %s was not fetched: %s", visit.update_id, type(error).__name__)
        home.unanswered.add(visit.update_id)
    return None


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


async def fetched(context: Context, visit: Visit, file: SentFile) -> bytes:
    """The bytes of the file, by getFile and the door of files; shows meanwhile that work is done."""
    bot = context.bot
    await ask(bot, "sendChatAction", chat_id=visit.chat_id, action=ChatAction.TYPING.value)
    found = await ask(bot, "getFile", file_id=file.id)
    return bytes(await bot.request.retrieve(f"{bot.base_file_url}/{quote(found['file_path'])}", read_timeout=DOWNLOAD_SECONDS))


def _planned(home: Home, visit: Visit, file: SentFile, content: bytes) -> ImportPlan:
    account = home.store.desk.account_of(visit.telegram_id)
    assert account is not None
    with home.store.read(account.territory_id) as work:
        sheets, version = imports.planned_over(work)
    return replace(plan_import(file.name, content, sheets), directory_version=version, file_id=file.id)


def _to_read_again(home: Home, visit: Visit) -> SentFile | None:
    """The file of the import that was tapped, if the directory moved since it was read; None too for what `_kept` refuses."""
    account = home.store.desk.account_of(visit.telegram_id)
    if account is None or visit.tap is None:
        return None
    with home.store.read(account.territory_id) as work:
        try:
            one = imports.left_behind(work, account, (visit.tap.subject, visit.tap.version))
        except Refusal:
            return None
    return SentFile(id=one.plan.file_id, name=one.file_name, size=0) if one and one.plan.file_id else None


def _opened(room: Room, plan: ImportPlan) -> Reply:
    assert room.visit.file is not None
    name = room.visit.file.name
    one = imports.open_import(room.work, room.account, plan, file_name=name, now=room.now, update_id=room.visit.update_id)
    return _card(room, one)


def on_decide(room: Room) -> Reply:
    """An answer to a doubt."""
    doubt, _, taken = _tap(room).argument.partition("-")
    choice = int(taken) if taken else None
    return _moved(room, lambda seen: imports.decide(room.work, room.account, seen, doubt=int(doubt), choice=choice, now=room.now))


def on_all_later(room: Room) -> Reply:
    """No more questions."""
    return _moved(room, lambda seen: imports.put_off_doubts(room.work, room.account, seen, now=room.now))


def _kept(room: Room) -> Reply:
    return _moved(room, lambda seen: imports.keep_import(room.work, room.account, seen, now=room.now))


def _kept_again(room: Room, plan: ImportPlan) -> Reply:
    reply = _moved(room, lambda seen: imports.keep_again(room.work, room.account, seen, plan=plan, now=room.now))
    one = imports.own_import(room.work, room.account, _tap(room).subject)
    return reply if one.state is not ImportState.OPEN else replace(reply, toast=toasts.FRESH_PLAN, alert=True)


def on_drop_import(room: Room) -> Reply:
    """❌: nothing is written."""
    return _moved(room, lambda seen: imports.drop_import(room.work, room.account, seen, now=room.now))


def on_undo_import(room: Room) -> Reply:
    """↩︎: the directory as it was before."""
    return _card(room, imports.undo_import(room.work, room.account, _tap(room).subject, now=room.now))


def _moved(room: Room, step: Callable[[tuple[int, int]], DirectoryImport]) -> Reply:
    """What the step makes of the import that was tapped; a second or a late tap changes nothing and shows what stands."""
    tap = _tap(room)
    try:
        return _card(room, step((tap.subject, tap.version)))
    except (DraftGone, DraftMoved):
        one = imports.own_import(room.work, room.account, tap.subject)
        return _card(room, one, toast=toasts.KEPT if one.state is ImportState.KEPT else toasts.FRESH_CARD)


def _card(room: Room, one: DirectoryImport, *, toast: str | None = None) -> Reply:
    """The import as it stands; of one kept long ago nothing is left to show but the toast."""
    if one.state is ImportState.KEPT:
        if one.trace is None:
            return Reply(toast=toast)
        undo = Button(label=buttons.UNDO, tap=Tap(Do.IMPORT_UNDO, one.id))
        text = texts.kept(one.trace.outcome, file_name=one.file_name, later=one.trace.later)
        return Reply(text=text, keyboard=((undo,),), in_place=True, toast=toast)
    if one.state is not ImportState.OPEN:
        ended = texts.dropped if one.state is ImportState.DROPPED else texts.undone
        return Reply(text=ended(one.file_name), in_place=True, toast=toast)
    outcome = imports.preview(room.work, one.plan, choices=one.choices)
    text = texts.preview(one.plan, outcome, file_name=one.file_name, open_doubt=one.open_doubt)
    return Reply(text=text, keyboard=_keyboard(one), in_place=True, toast=toast)


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
