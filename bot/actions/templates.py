"""How a coordinator gives her documents a template of her own: sent, kept for the territory or a group, taken back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import DraftMoved, NotAllowed, NothingToUndo, OldButton, TemplateGone, TemplateMoved, UndoTooLate
from bot.domain.papers import PaperOrder
from bot.domain.permissions import Verb, may
from bot.domain.templates import UNDO_WINDOW, KeptTemplate, Template, TemplateKind, TemplateState, template_kind
from bot.domain.territory import Account
from bot.ports import UnitOfWork

_ASKED, _OPEN = frozenset({TemplateState.ASKED}), frozenset({TemplateState.OPEN})


def may_set_templates(account: Account) -> None:
    """Raises NotAllowed unless her role chooses templates."""
    if not may(account.role, Verb.SET_TEMPLATES):
        raise NotAllowed(Verb.SET_TEMPLATES)


def open_template(
    work: UnitOfWork, account: Account, content: bytes, *, kind: TemplateKind, told: bool, file_name: str, now: datetime, update_id: int
) -> Template:
    """Keeps a checked template as a card, the same for the same update; its kind is asked unless it was `told`. Raises NotAllowed."""
    may_set_templates(account)
    sent = Template(
        kind=kind,
        state=TemplateState.OPEN if told else TemplateState.ASKED,
        file_name=file_name,
        content=content,
        digest=hashlib.sha256(content).digest(),
        account_id=account.id,
        update_id=update_id,
        touched_at=now,
    )
    return work.templates.of_update(update_id) or work.templates.add(sent)


def tell_kind(work: UnitOfWork, account: Account, seen: tuple[int, int], *, kind: TemplateKind, now: datetime) -> Template:
    """What the file is the template of, once it was checked as such. Raises as `open_one`."""
    one = untold_one(work, account, seen)
    return work.templates.save(replace(one, kind=kind, state=TemplateState.OPEN, touched_at=now))


def open_one(work: UnitOfWork, account: Account, seen: tuple[int, int], *, states: frozenset[TemplateState] = _OPEN) -> Template:
    """The template `seen` (id, version) that waits for ✅, or for its kind. Raises NotAllowed, TemplateGone, DraftMoved."""
    one = template_of(work, account, seen[0])
    if one.state not in states:
        raise TemplateGone
    if one.version != seen[1]:
        raise DraftMoved
    return one


def untold_one(work: UnitOfWork, account: Account, seen: tuple[int, int]) -> Template:
    """The file `seen` whose kind was asked. Raises as `open_one`."""
    return open_one(work, account, seen, states=_ASKED)


def template_of(work: UnitOfWork, account: Account, template_id: int) -> Template:
    """Any version of the territory. Raises NotAllowed, TemplateGone."""
    may_set_templates(account)
    one = work.templates.get(template_id)
    if one is None:
        raise TemplateGone
    return one


def keep_template(work: UnitOfWork, account: Account, seen: tuple[int, int], *, group_id: int | None, now: datetime) -> Template:
    """✅: from now on the territory's, or that group's. Raises as `open_one`, OldButton for a group that is gone."""
    one = open_one(work, account, seen)
    if group_id is not None and not work.directory.groups([group_id]):
        raise OldButton
    work.journal.note(account_id=account.id, verb="keep", noun="template", noun_id=one.id, now=now, detail=one.kind.name)
    return work.templates.save(replace(one, state=TemplateState.KEPT, group_id=group_id, kept_at=now, touched_at=now))


def drop_template(work: UnitOfWork, account: Account, seen: tuple[int, int], *, now: datetime) -> Template:
    """❌: nothing of it is kept. Raises as `open_one`."""
    one = open_one(work, account, seen, states=_ASKED | _OPEN)
    return work.templates.save(replace(one, state=TemplateState.DROPPED, content=None, touched_at=now))


def withdraw_template(work: UnitOfWork, account: Account, template_id: int, *, now: datetime) -> Template:
    """One step back: the version that is in use gives its place to the one before. Raises NotAllowed, TemplateGone, TemplateMoved."""
    one = template_of(work, account, template_id)
    if one.state is not TemplateState.KEPT:
        raise TemplateGone
    newest = in_use(work, one.kind).get(one.group_id)
    if newest is None or newest.id != one.id:
        raise TemplateMoved
    work.journal.note(account_id=account.id, verb="withdraw", noun="template", noun_id=one.id, now=now, detail=one.kind.name)
    return work.templates.save(replace(one, state=TemplateState.WITHDRAWN, touched_at=now))


def put_back(work: UnitOfWork, account: Account, template_id: int, *, now: datetime) -> Template:
    """↩︎ of a step back, within a day. Raises NotAllowed, TemplateGone, NothingToUndo, UndoTooLate, TemplateMoved."""
    one = template_of(work, account, template_id)
    if one.state is not TemplateState.WITHDRAWN or one.kept_at is None:
        raise NothingToUndo
    if now - one.touched_at > UNDO_WINDOW:
        raise UndoTooLate(one.touched_at)
    newest = in_use(work, one.kind).get(one.group_id)
    if newest is not None and newest.kept_at > one.kept_at:
        raise TemplateMoved
    work.journal.note(account_id=account.id, verb="put back", noun="template", noun_id=one.id, now=now, detail=one.kind.name)
    return work.templates.save(replace(one, state=TemplateState.KEPT, touched_at=now))


def back_to_ours(work: UnitOfWork, account: Account, *, kind: TemplateKind, group_id: int | None, now: datetime) -> Template | None:
    """From now on what stands above: for a group the territory's, for the territory that of the house; None when it was so.

    The versions before stay, and ↩︎ takes this step back as any other. Raises NotAllowed.
    """
    may_set_templates(account)
    newest = in_use(work, kind).get(group_id)
    if newest is None or not newest.own:
        return None
    work.journal.note(account_id=account.id, verb="reset", noun="template", noun_id=newest.id, now=now, detail=kind.name)
    step = Template(kind=kind, state=TemplateState.KEPT, group_id=group_id, account_id=account.id, kept_at=now, touched_at=now)
    return work.templates.add(step)


def in_use(work: UnitOfWork, kind: TemplateKind) -> dict[int | None, KeptTemplate]:
    """The newest version of each place (None: the territory)."""
    return {one.group_id: one for one in work.templates.kept() if one.kind is kind}


def template_for(work: UnitOfWork, kind: TemplateKind, *, group_id: int | None) -> Template | None:
    """The template that a document of that group takes: the group's, else the territory's; None for that of the house."""
    places = in_use(work, kind)
    for place in (group_id, None):
        newest = places.get(place)
        if newest is not None and newest.own:
            return work.templates.get(newest.id)
    return None


def template_of_order(work: UnitOfWork, order: PaperOrder) -> Template | None:
    """The template that this paper takes: that of the group that it is of, else the territory's; None for that of the house."""
    kind = template_kind(order.kind)
    if kind is None:
        return None
    meeting = work.meetings.get(order.meeting_id) if order.meeting_id is not None else None
    alone = order.group_ids[0] if len(order.group_ids) == 1 else None
    return template_for(work, kind, group_id=meeting.group_id if meeting else alone)
