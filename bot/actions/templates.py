"""How a coordinator gives her documents a template of her own: sent, kept for the territory or a group, taken back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import DraftMoved, NotAllowed, NothingToUndo, OldButton, TemplateGone, TemplateMoved, UndoTooLate
from bot.domain.permissions import Verb, may
from bot.domain.templates import UNDO_WINDOW, KeptTemplate, Template, TemplateKind, TemplateState
from bot.domain.territory import Account
from bot.ports import UnitOfWork


def may_set_templates(account: Account) -> None:
    """Raises NotAllowed unless her role chooses templates."""
    if not may(account.role, Verb.SET_TEMPLATES):
        raise NotAllowed(Verb.SET_TEMPLATES)


def open_template(
    work: UnitOfWork, account: Account, content: bytes, *, kind: TemplateKind, file_name: str, now: datetime, update_id: int
) -> Template:
    """Keeps a checked template as a card, the same for the same update. Raises NotAllowed."""
    may_set_templates(account)
    digest = hashlib.sha256(content).digest()
    sent = Template(
        kind=kind, file_name=file_name, content=content, digest=digest, account_id=account.id, update_id=update_id, touched_at=now
    )
    return work.templates.of_update(update_id) or work.templates.add(sent)


def open_one(work: UnitOfWork, account: Account, seen: tuple[int, int]) -> Template:
    """The template `seen` (id, version) that waits for ✅. Raises NotAllowed, TemplateGone, DraftMoved."""
    one = template_of(work, account, seen[0])
    if one.state is not TemplateState.OPEN:
        raise TemplateGone
    if one.version != seen[1]:
        raise DraftMoved
    return one


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
    one = open_one(work, account, seen)
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
    return {one.group_id: one for one in work.templates.kept(kind)}


def template_for(work: UnitOfWork, kind: TemplateKind, *, group_id: int | None) -> Template | None:
    """The template that a document of that group takes: the group's, else the territory's; None for that of the house."""
    places = in_use(work, kind)
    for place in (group_id, None):
        newest = places.get(place)
        if newest is not None and newest.own:
            return work.templates.get(newest.id)
    return None
