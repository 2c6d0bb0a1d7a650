"""What becomes of a template: the territory's or a group's with one tap, one step back with another; which ones are in use."""

from __future__ import annotations

from bot.actions import templates as acts
from bot.actions.groups import own_first
from bot.domain.errors import DraftMoved, TemplateGone
from bot.domain.templates import KeptTemplate, Template, TemplateKind, TemplateState
from bot.ports import OutboxKind
from bot.texts import buttons, templates, toasts
from bot.understanding.templates import kind_named
from doc_templates.received import kinds
from doc_templates.received.dictionary import names_of
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short, turning
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room

KINDS = tuple(TemplateKind)  # in the order in which samples are counted
GROUPS_A_PAGE, PLACES_SHOWN = 8, 5
_ASK = "?"


def sample_button(kind: TemplateKind | None) -> Button:
    """📄: a template of that kind to begin with; without one it is asked."""
    return Button(label=buttons.TEMPLATE_SAMPLE, tap=Tap(Do.TEMPLATE_SAMPLE, 0, 0, kind.value if kind else _ASK))


def choices(one: Template) -> Keyboard:
    """Whose it is to be."""
    keep = Button(label=buttons.TEMPLATE_FOR_ALL, tap=Tap(Do.TEMPLATE_KEEP, one.id, one.version))
    group = Button(label=buttons.TEMPLATE_FOR_GROUP, tap=Tap(Do.TEMPLATE_GROUPS, one.id, one.version))
    return ((keep, group), (Button(label=buttons.DROP, tap=Tap(Do.TEMPLATE_DROP, one.id, one.version)),))


def on_card(room: Room) -> Reply:
    """◀: whose it is to be."""
    one = acts.open_one(room.work, room.account, _seen(room))
    return Reply(text=templates.proposed(one.file_name, one.kind), keyboard=choices(one), in_place=True)


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
    rank = next((kept.rank for kept in room.work.templates.kept() if kept.id == one.id), 1)
    undo = Button(label=buttons.UNDO, tap=Tap(Do.TEMPLATE_WITHDRAW, one.id))
    text = templates.kept(one.file_name, one.kind, _group(room, one.group_id), rank=rank)
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
    text = templates.withdrawn(one.file_name, one.kind, _group(room, one.group_id), now=_used(room, one.kind, one.group_id))
    return Reply(text=text, keyboard=((again,),), in_place=True)


def on_put_back(room: Room) -> Reply:
    """↩︎ of a step back."""
    one = acts.template_of(room.work, room.account, _tap(room).subject)
    if one.state is not TemplateState.KEPT:
        one = acts.put_back(room.work, room.account, one.id, now=room.now)
    if one.content is None:
        return _reset(room, one)
    return _kept(room, one)


def on_ours(room: Room) -> Reply:
    """❌: what stands above from now on; the versions stay."""
    kind, group_id = _kind(_tap(room)), _tap(room).subject or None
    step = acts.back_to_ours(room.work, room.account, kind=kind, group_id=group_id, now=room.now)
    return _reset(room, step) if step is not None else Reply(toast=templates.NOTHING_TO_RESET)


def _reset(room: Room, one: Template) -> Reply:
    undo = Button(label=buttons.UNDO, tap=Tap(Do.TEMPLATE_WITHDRAW, one.id))
    text = templates.reset(one.kind, _group(room, one.group_id), now=_used(room, one.kind, one.group_id))
    return Reply(text=text, keyboard=((undo,),), in_place=True)


def on_templates(room: Room) -> Reply:
    """/modele: which ones are in use for which documents; one document alone when it is named, or tapped."""
    acts.may_set_templates(room.account)
    kind = kind_named(room.visit.text)
    if kind is not None:
        return _page(room, kind)
    used = {kind: [_told(room, one) for one in _newest(room, kind)] for kind in KINDS}
    offered = [Button(label=templates.kind_button(kind), tap=Tap(Do.TEMPLATE_PAGE, 0, 0, kind.value)) for kind in KINDS]
    return Reply(text=templates.listed({kind: places for kind, places in used.items() if places}), keyboard=rows(offered, 2))


def on_page(room: Room) -> Reply:
    """A document below /modele."""
    acts.may_set_templates(room.account)
    return _page(room, _kind(_tap(room)))


def _page(room: Room, kind: TemplateKind) -> Reply:
    """Which ones are in use for that document, and the way back from each."""
    newest = _newest(room, kind)
    keyboard: list[tuple[Button, ...]] = []
    for one in newest:
        group = _group(room, one.group_id)
        keyboard.append((Button(label=short(templates.back_button(group)), tap=Tap(Do.TEMPLATE_WITHDRAW, one.id)),))
        if one.own:
            ours = Tap(Do.TEMPLATE_OURS, one.group_id or 0, 0, kind.value)
            keyboard.append((Button(label=short(templates.ours_button(group)), tap=ours),))
    text = templates.of_kind(kind, [_told(room, one) for one in newest], names_of(kinds.KINDS[kind]))
    return Reply(text=text, keyboard=(*keyboard, (sample_button(kind),)))


def _newest(room: Room, kind: TemplateKind) -> list[KeptTemplate]:
    """The places that have one, the territory first, then the latest."""
    newest = sorted(acts.in_use(room.work, kind).values(), key=lambda place: place.kept_at, reverse=True)
    return sorted(newest, key=lambda place: place.group_id is not None)[:PLACES_SHOWN]


def _told(room: Room, one: KeptTemplate) -> templates.Used:
    author = room.work.accounts.get(one.account_id) if one.account_id else None
    group, day = _group(room, one.group_id), one.kept_at.astimezone(room.work.territory.timezone).date()
    name, who = (one.file_name, author.name if author else None) if one.own else (None, None)
    return templates.Used(group=group, file_name=name, rank=one.rank, author=who, day=day)


def on_sample(room: Room) -> Reply:
    """📄: ours, with its blanks in French, to begin with; of which document is asked when nothing says it."""
    acts.may_set_templates(room.account)
    tap = room.visit.tap
    kind = kind_named(room.visit.text) if tap is None else None if tap.argument == _ASK else _kind(tap)
    if kind is None:
        offered = [Button(label=templates.kind_button(kind), tap=Tap(Do.TEMPLATE_SAMPLE, 0, 0, kind.value)) for kind in KINDS]
        return Reply(text=templates.WHICH_SAMPLE, keyboard=rows(offered, 2))
    number, chat = KINDS.index(kind), room.account.chat_id
    room.work.deliveries.queue(kind=OutboxKind.TEMPLATE_SAMPLE, chat_id=chat, subject_id=number, entry_id=None, now=room.now)
    if room.visit.query_id:
        return Reply(toast=templates.SAMPLE_COMING, delivers=True)
    return Reply(text=templates.SAMPLE_COMING, delivers=True)


def _kind(tap: Tap) -> TemplateKind:
    """The kind of a button; one drawn before there were several is of minutes. Raises ValueError for what we never wrote."""
    return TemplateKind(tap.argument or TemplateKind.MINUTES)


def _used(room: Room, kind: TemplateKind, group_id: int | None) -> str | None:
    """The file that is used there now; None for ours."""
    one = acts.template_for(room.work, kind, group_id=group_id)
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
    Do.TEMPLATE_PAGE: on_page,
}
