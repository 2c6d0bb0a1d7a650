"""How a template comes in by the chat: a Word file is checked, tried, and becomes the territory's or a group's with one tap."""

from __future__ import annotations

import asyncio
import logging
from pathlib import PurePath

from telegram.error import BadRequest, TelegramError

from bot.actions import templates as acts
from bot.actions.groups import own_first
from bot.domain.errors import DraftMoved, Refusal, TemplateGone
from bot.domain.templates import LARGEST_TEMPLATE, Template, TemplateFault, TemplateKind, TemplateProblem, TemplateState
from bot.french.folding import folded_words
from bot.ports import OutboxKind
from bot.texts import buttons, directory_imports, templates, toasts
from bot.texts.errors import STRANGER, refusal
from doc_templates.received.dictionary import names_of
from doc_templates.received.kinds import KINDS
from doc_templates.received.picture import can_draw
from doc_templates.received.process import check_template
from handlers.callbacks import Do, Tap
from handlers.directory_imports import fetched
from handlers.keyboards import rows, short, turning
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Context, Home, Room, home_of, say, scene
from handlers.visits import SentFile, Visit

log = logging.getLogger(__name__)
KIND = TemplateKind.MINUTES
WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf"})
OTHER_PAPERS = frozenset({"invitation", "convocation", "emargement", "presence", "bilan", "releve", "ordre"})
GROUPS_A_PAGE, PLACES_SHOWN = 8, 5
SAMPLE_BUTTON = Button(label=buttons.TEMPLATE_SAMPLE, tap=Tap(Do.TEMPLATE_SAMPLE, 0))
_at_once = asyncio.Semaphore(2)  # each check is a process of its own


def is_word(file: SentFile | None) -> bool:
    """Whether it is a document of a word processor, by its name."""
    return file is not None and PurePath(file.name).suffix.casefold() in WORD


async def on_word_file(visit: Visit, context: Context) -> None:
    """A Word document: whoever chooses templates hears what is wrong with it, or gets its trial."""
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
    async with _at_once:
        faults = await asyncio.to_thread(check_template, content, KIND)  # not aside: the database does not wait for it
    if faults:
        return await say(context, home, visit, [_with_sample(templates.refused(visit.file.name, faults))])
    return await scene(lambda room: _opened(room, content))(visit, context)


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
        return _with_sample(templates.UNREAD)
    if OTHER_PAPERS & set(folded_words(visit.caption)):
        return _with_sample(templates.OTHER_KIND)
    if visit.file.size > LARGEST_TEMPLATE:
        return Reply(text=templates.refused(visit.file.name, (TemplateFault(problem=TemplateProblem.TOO_HEAVY),)))
    return None


def _with_sample(text: str) -> Reply:
    return Reply(text=text, keyboard=((SAMPLE_BUTTON,),))


def _opened(room: Room, content: bytes) -> Reply:
    assert room.visit.file is not None
    name, update = room.visit.file.name, room.visit.update_id
    one = acts.open_template(room.work, room.account, content, kind=KIND, file_name=name, now=room.now, update_id=update)
    kinds = (OutboxKind.TEMPLATE_TRIAL, *((OutboxKind.TEMPLATE_PICTURE,) if can_draw() else ()))
    for kind in kinds:
        room.work.deliveries.queue(kind=kind, chat_id=room.account.chat_id, subject_id=one.id, entry_id=None, now=room.now)
    return Reply(text=templates.proposed(one.file_name), keyboard=_choices(one), delivers=True)


def _choices(one: Template) -> Keyboard:
    keep = Button(label=buttons.TEMPLATE_FOR_ALL, tap=Tap(Do.TEMPLATE_KEEP, one.id, one.version))
    group = Button(label=buttons.TEMPLATE_FOR_GROUP, tap=Tap(Do.TEMPLATE_GROUPS, one.id, one.version))
    return ((keep, group), (Button(label=buttons.DROP, tap=Tap(Do.TEMPLATE_DROP, one.id, one.version)),))


def on_card(room: Room) -> Reply:
    """◀: whose it is to be."""
    one = acts.open_one(room.work, room.account, _seen(room))
    return Reply(text=templates.proposed(one.file_name), keyboard=_choices(one), in_place=True)


def on_which_group(room: Room) -> Reply:
    """👥: her groups, then the others, by pages."""
    one = acts.open_one(room.work, room.account, _seen(room))
    page = _tap(room).number
    groups = own_first(room.work, room.account.person_id)
    shown = groups[page * GROUPS_A_PAGE : (page + 1) * GROUPS_A_PAGE]
    offered = [Button(label=short(g.name), tap=Tap(Do.TEMPLATE_KEEP, one.id, one.version, str(g.id))) for g in shown]
    pages = turning(page, more=len(groups) > (page + 1) * GROUPS_A_PAGE, to=lambda n: Tap(Do.TEMPLATE_GROUPS, one.id, one.version, str(n)))
    back = Button(label=buttons.BACK, tap=Tap(Do.TEMPLATE_CARD, one.id, one.version))
    return Reply(text=templates.WHICH_GROUP, keyboard=(*rows(offered, 2), *pages, (back,)), in_place=True)


def on_keep(room: Room) -> Reply:
    """✅: the territory's, or that group's; a second tap shows what stands."""
    group_id = _tap(room).number or None
    try:
        return _kept(room, acts.keep_template(room.work, room.account, _seen(room), group_id=group_id, now=room.now))
    except (TemplateGone, DraftMoved):
        one = acts.template_of(room.work, room.account, _tap(room).subject)
        if one.state is not TemplateState.KEPT:
            raise
        return _kept(room, one, toast=toasts.KEPT)


def _kept(room: Room, one: Template, *, toast: str | None = None) -> Reply:
    rank = next((kept.rank for kept in room.work.templates.kept(one.kind) if kept.id == one.id), 1)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.TEMPLATE_WITHDRAW, one.id))
    text = templates.kept(one.file_name, _group(room, one.group_id), rank=rank)
    return Reply(text=text, keyboard=((undo,),), in_place=True, toast=toast)


def on_drop(room: Room) -> Reply:
    """❌: nothing is kept."""
    one = acts.drop_template(room.work, room.account, _seen(room), now=room.now)
    return Reply(text=templates.dropped(one.file_name), in_place=True)


def on_withdraw(room: Room) -> Reply:
    """↩︎: the version before is used again, or ours."""
    one = acts.template_of(room.work, room.account, _tap(room).subject)
    if one.state is not TemplateState.WITHDRAWN:  # else a second tap: it shows what stands
        one = acts.withdraw_template(room.work, room.account, one.id, now=room.now)
    again = Button(label=buttons.TEMPLATE_AGAIN, tap=Tap(Do.TEMPLATE_PUT_BACK, one.id))
    text = templates.withdrawn(one.file_name, _group(room, one.group_id), now=_used(room, one.group_id))
    return Reply(text=text, keyboard=((again,),), in_place=True)


def on_put_back(room: Room) -> Reply:
    """↩︎ of a step back."""
    one = acts.template_of(room.work, room.account, _tap(room).subject)
    if one.state is not TemplateState.KEPT:
        one = acts.put_back(room.work, room.account, one.id, now=room.now)
    if one.content is None:
        return Reply(text=templates.reset(_group(room, one.group_id), now=_used(room, one.group_id)), keyboard=_undo(one), in_place=True)
    return _kept(room, one)


def on_ours(room: Room) -> Reply:
    """❌: what stands above from now on; the versions stay."""
    group_id = _tap(room).subject or None
    step = acts.back_to_ours(room.work, room.account, kind=KIND, group_id=group_id, now=room.now)
    if step is None:
        return Reply(toast=templates.NOTHING_TO_RESET)
    return Reply(text=templates.reset(_group(room, group_id), now=_used(room, group_id)), keyboard=_undo(step), in_place=True)


def _undo(one: Template) -> Keyboard:
    return ((Button(label=buttons.UNDO, tap=Tap(Do.TEMPLATE_WITHDRAW, one.id)),),)


def on_templates(room: Room) -> Reply:
    """/modele: which ones are in use, and the way back from each."""
    acts.may_set_templates(room.account)
    newest = sorted(acts.in_use(room.work, KIND).values(), key=lambda place: place.kept_at, reverse=True)
    used: list[templates.Used] = []
    keyboard: list[tuple[Button, ...]] = []
    for one in sorted(newest, key=lambda place: place.group_id is not None)[:PLACES_SHOWN]:
        author = room.work.accounts.get(one.account_id) if one.account_id else None
        group, day = _group(room, one.group_id), one.kept_at.astimezone(room.work.territory.timezone).date()
        name, who = (one.file_name, author.name if author else None) if one.own else (None, None)
        used.append(templates.Used(group=group, file_name=name, rank=one.rank, author=who, day=day))
        keyboard.append((Button(label=short(templates.back_button(group)), tap=Tap(Do.TEMPLATE_WITHDRAW, one.id)),))
        if one.own:
            keyboard.append((Button(label=short(templates.ours_button(group)), tap=Tap(Do.TEMPLATE_OURS, one.group_id or 0)),))
    return Reply(text=templates.listed(used, names_of(KINDS[KIND])), keyboard=(*keyboard, (SAMPLE_BUTTON,)))


def on_sample(room: Room) -> Reply:
    """📄: ours, with its blanks in French, to begin with."""
    acts.may_set_templates(room.account)
    number = tuple(TemplateKind).index(KIND)
    kind = OutboxKind.TEMPLATE_SAMPLE
    room.work.deliveries.queue(kind=kind, chat_id=room.account.chat_id, subject_id=number, entry_id=None, now=room.now)
    if room.visit.query_id:
        return Reply(toast=templates.SAMPLE_COMING, delivers=True)
    return Reply(text=templates.SAMPLE_COMING, delivers=True)


def _used(room: Room, group_id: int | None) -> str | None:
    """The file that is used there now; None for ours."""
    one = acts.template_for(room.work, KIND, group_id=group_id)
    return one.file_name if one is not None else None


def _group(room: Room, group_id: int | None) -> str | None:
    groups = room.work.directory.groups([group_id]) if group_id is not None else ()
    return groups[0].name if groups else None


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def _seen(room: Room) -> tuple[int, int]:
    return _tap(room).subject, _tap(room).version


TAPS = {
    Do.TEMPLATE_KEEP: on_keep,
    Do.TEMPLATE_GROUPS: on_which_group,
    Do.TEMPLATE_CARD: on_card,
    Do.TEMPLATE_DROP: on_drop,
    Do.TEMPLATE_WITHDRAW: on_withdraw,
    Do.TEMPLATE_PUT_BACK: on_put_back,
    Do.TEMPLATE_OURS: on_ours,
    Do.TEMPLATE_SAMPLE: on_sample,
}
