"""How a Word file comes in by the chat: it is asked of which document it is the template, checked, and tried."""

from __future__ import annotations

import asyncio
import logging
from pathlib import PurePath

from telegram.error import BadRequest, TelegramError

from bot.actions import templates as acts
from bot.domain.errors import OldButton, Refusal
from bot.domain.templates import LARGEST_TEMPLATE, Template, TemplateFault, TemplateKind, TemplateProblem
from bot.ports import OutboxKind
from bot.texts import buttons, directory_imports, template_faults, templates
from bot.texts.errors import STRANGER, refusal
from bot.understanding.templates import kind_named
from doc_templates.received.picture import can_draw
from doc_templates.received.process import check_template, fitting_kind
from handlers.callbacks import Do, Tap
from handlers.directory_imports import fetched
from handlers.keyboards import rows
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Context, Home, Room, home_of, refused_reply, say, scene
from handlers.templates import KINDS, choices, sample_button
from handlers.visits import SentFile, Visit

log = logging.getLogger(__name__)
WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf"})
_at_once = asyncio.Semaphore(2)  # each check is a process of its own


def is_word(file: SentFile | None) -> bool:
    """Whether it is a document of a word processor, by its name."""
    return file is not None and PurePath(file.name).suffix.casefold() in WORD


async def on_word_file(visit: Visit, context: Context) -> None:
    """A Word document: whoever chooses templates hears what is wrong with it, is asked what it is, or gets its trial."""
    home = home_of(context.application)
    if visit.update_id in home.to_say:  # its effect was kept before a crash: only the answer is missing
        return await scene(lambda room: [])(visit, context)
    refused = await home.aside(_refused, home, visit)
    if refused is not None:
        return await say(context, home, visit, [refused])
    assert visit.file is not None
    try:
        content = await fetched(context, visit, visit.file)
    except BadRequest:
        return await say(context, home, visit, [Reply(text=directory_imports.FILE_GONE)])
    except TelegramError as error:
        log.warning("file of update %s was not fetched: %s", visit.update_id, type(error).__name__)
        home.unanswered.add(visit.update_id)
        return None
    told = kind_named(visit.caption) or kind_named(PurePath(visit.file.name).stem)
    async with _at_once:  # not aside: the database does not wait for it
        fits, faults = await asyncio.to_thread(_checked, content, told)
    if faults:
        return await say(context, home, visit, [_faulty(visit.file.name, faults, told)])
    return await scene(lambda room: _opened(room, content, fits, told=told is not None))(visit, context)


async def on_kind(visit: Visit, context: Context) -> None:
    """📄 below « which document? »: the file is checked as such; a faulty one is forgotten."""
    home = home_of(context.application)
    if visit.update_id in home.to_say:
        return await scene(lambda room: [])(visit, context)
    found = await home.aside(_asked_of, home, visit)
    if isinstance(found, Reply):
        return await say(context, home, visit, [found])
    one, kind = found
    assert one.content is not None
    async with _at_once:
        faults = await asyncio.to_thread(check_template, one.content, kind)
    return await scene(lambda room: _told(room, kind, faults))(visit, context)


def _checked(content: bytes, told: TemplateKind | None) -> tuple[TemplateKind, tuple[TemplateFault, ...]]:
    """The kind that was told, else the one that fits best, and what is to be mended. Blocks."""
    return (told, check_template(content, told)) if told is not None else fitting_kind(content)


def _refused(home: Home, visit: Visit) -> Reply | None:
    """Why this file is not looked at; None when it is."""
    account = home.store.desk.account_of(visit.telegram_id)
    if account is None:
        return Reply(text=STRANGER)
    try:
        acts.may_set_templates(account)
    except Refusal as not_hers:
        return Reply(text=refusal(not_hers))
    assert visit.file is not None
    if not visit.file.name.casefold().endswith((".docx", ".docm")):
        return Reply(text=template_faults.UNREAD, keyboard=((sample_button(None),),))
    if visit.file.size > LARGEST_TEMPLATE:
        return Reply(text=template_faults.refused(visit.file.name, (TemplateFault(problem=TemplateProblem.TOO_HEAVY),)))
    return None


def _faulty(name: str, faults: tuple[TemplateFault, ...], kind: TemplateKind | None, *, in_place: bool = False) -> Reply:
    return Reply(text=template_faults.refused(name, faults), keyboard=((sample_button(kind),),), in_place=in_place)


def _opened(room: Room, content: bytes, kind: TemplateKind, *, told: bool) -> Reply:
    assert room.visit.file is not None
    name, update = room.visit.file.name, room.visit.update_id
    one = acts.open_template(room.work, room.account, content, kind=kind, told=told, file_name=name, now=room.now, update_id=update)
    return _proposed(room, one) if told else Reply(text=templates.which_kind(name), keyboard=_kinds(one))


def _kinds(one: Template) -> Keyboard:
    """The document that it looks most like first."""
    ordered = sorted(KINDS, key=lambda kind: kind is not one.kind)
    offered = [Button(label=templates.kind_button(kind), tap=Tap(Do.TEMPLATE_KIND, one.id, one.version, kind.value)) for kind in ordered]
    return (*rows(offered, 2), (Button(label=buttons.DROP, tap=Tap(Do.TEMPLATE_DROP, one.id, one.version)),))


def _asked_of(home: Home, visit: Visit) -> tuple[Template, TemplateKind] | Reply:
    """The file that waits for its kind, and the kind that was tapped; else what to answer."""
    account, tap = home.store.desk.account_of(visit.telegram_id), visit.tap
    if account is None or tap is None:
        return Reply(text=STRANGER)
    try:
        with home.store.read(account.territory_id) as work:
            one = acts.untold_one(work, account, (tap.subject, tap.version))
        return one, _kind_of(tap)
    except Refusal as not_hers:
        return refused_reply(not_hers, visit)


def _kind_of(tap: Tap) -> TemplateKind:
    if tap.argument not in KINDS:
        raise OldButton
    return TemplateKind(tap.argument)


def _told(room: Room, kind: TemplateKind, faults: tuple[TemplateFault, ...]) -> Reply:
    assert room.visit.tap is not None
    seen = room.visit.tap.subject, room.visit.tap.version
    if faults:
        one = acts.drop_template(room.work, room.account, seen, now=room.now)
        return _faulty(one.file_name, faults, kind, in_place=True)
    return _proposed(room, acts.tell_kind(room.work, room.account, seen, kind=kind, now=room.now), in_place=True)


def _proposed(room: Room, one: Template, *, in_place: bool = False) -> Reply:
    kinds = (OutboxKind.TEMPLATE_TRIAL, *((OutboxKind.TEMPLATE_PICTURE,) if can_draw() else ()))
    for kind in kinds:
        room.work.deliveries.queue(kind=kind, chat_id=room.account.chat_id, subject_id=one.id, entry_id=None, now=room.now)
    return Reply(text=templates.proposed(one.file_name, one.kind), keyboard=choices(one), in_place=in_place, delivers=True)
