"""How somebody is invited and joins: a name, a role, groups for a pilot, then a one-time link."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.errors import InvitationIssued, NotAllowed
from bot.domain.permissions import Role, Verb, may
from bot.domain.territory import Account, Invitation
from bot.ports import UnitOfWork

LIFETIME = timedelta(days=7)


def prepare_invitation(work: UnitOfWork, account: Account, *, name: str, person_id: int | None, now: datetime) -> Invitation:
    """An invitation for that person (or a new name), still without role. Raises NotAllowed."""
    if not may(account.role, Verb.INVITE):
        raise NotAllowed(Verb.INVITE)
    return work.invitations.prepare(name=name, person_id=person_id, by=account.id, expires_at=now + LIFETIME)


def roles_to_offer(account: Account) -> tuple[Role, ...]:
    """The roles that she may give."""
    roles = (Role.PILOT, Role.CONTRIBUTOR, Role.READER)
    return (*roles, Role.COORDINATOR) if may(account.role, Verb.INVITE_COORDINATOR) else roles


def issue_invitation(
    work: UnitOfWork, account: Account, invitation_id: int, *, role: Role, group_ids: tuple[int, ...], now: datetime
) -> tuple[Invitation, str]:
    """The one-time code, told once. Raises NotAllowed, InvitationIssued (or not of this territory)."""
    if not may(account.role, Verb.INVITE) or role not in roles_to_offer(account):
        raise NotAllowed(Verb.INVITE)
    invitation = work.invitations.get(invitation_id)
    code = work.invitations.issue(invitation_id, role=role, group_ids=group_ids) if invitation else None
    if invitation is None or code is None:
        raise InvitationIssued
    work.journal.note(account_id=account.id, verb="invite", noun="invitation", noun_id=invitation_id, now=now, detail=role.name)
    return invitation, code
