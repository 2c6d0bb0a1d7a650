"""How one-time doors are stored: a digest of the code, never the code."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.domain.permissions import Role
from bot.domain.territory import Invitation
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, Session, insert_into
from storage.tables.base import Coded, Moment

CODE_BYTES = 12  # 96 bits, 16 characters of [A-Za-z0-9_-]: fits a deep link, cannot be guessed

_t, _groups = tables.invitations, tables.invited_groups
_COLUMNS = [_t.c[name] for name in ("id", "territory_id", "role", "name", "person_id", "expires_at", "used_at")]
_ADD = insert_into(_t)
_ADD_GROUP = insert_into(_groups, returning=False)
_GET = Prepared(sa.select(*_COLUMNS, _t.c.digest.is_not(None).label("issued")).where(own(_t), _t.c.id == sa.bindparam("wanted")))
_GROUP_IDS = Prepared(
    sa.select(_groups.c.group_id).where(own(_groups), _groups.c.invitation_id == sa.bindparam("wanted")).order_by(_groups.c.group_id)
)
_ISSUE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.digest.is_(None))
    .values(digest=sa.bindparam("secret", type_=sa.LargeBinary), role=sa.bindparam("given", type_=Coded(Role)))
)
_USE = Prepared(
    sa.update(_t)
    .where(
        _t.c.digest == sa.bindparam("secret", type_=sa.LargeBinary),
        _t.c.used_at.is_(None),
        _t.c.expires_at > sa.bindparam("moment", type_=Moment),
    )
    .values(used_at=sa.bindparam("moment", type_=Moment))
    .returning(_t.c.id, _t.c.territory_id, _t.c.name, _t.c.person_id, _t.c.role)
)
_USED_BY = Prepared(
    sa.update(_t).where(own(_t), _t.c.id == sa.bindparam("wanted")).values(used_by=sa.bindparam("account", type_=sa.Integer))
)


class SqlInvitations:
    """Invitations of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def prepare(self, *, name: str, person_id: int | None, by: int | None, expires_at: datetime) -> Invitation:
        """An invitation without role nor code yet. `by` is an account, None for the console."""
        made = self._scope.add(_ADD, name=name, person_id=person_id, invited_by=by, expires_at=expires_at)
        return Invitation(
            id=made,
            territory_id=self._scope.territory_id,
            role=None,
            name=name,
            person_id=person_id,
            group_ids=(),
            expires_at=expires_at,
            used_at=None,
            issued=False,
        )

    def get(self, invitation_id: int) -> Invitation | None:
        """An invitation of this territory."""
        row = self._scope.one(_GET, wanted=invitation_id)
        return None if row is None else Invitation(**row._asdict(), group_ids=invited_group_ids(self._scope, invitation_id))

    def issue(self, invitation_id: int, *, role: Role, group_ids: Sequence[int]) -> str | None:
        """Gives it a role and its one-time code (returned once, stored as a digest); None if it was issued before."""
        code = secrets.token_urlsafe(CODE_BYTES)
        if self._scope.change(_ISSUE, wanted=invitation_id, secret=digest_of(code), given=role) != 1:
            return None
        self._scope.add_all(_ADD_GROUP, [{"invitation_id": invitation_id, "group_id": group_id} for group_id in dict.fromkeys(group_ids)])
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedDoor:
    """What an invitation that has just been used gives."""

    id: int
    territory_id: int
    name: str
    person_id: int | None
    role: Role


def digest_of(code: str) -> bytes:
    """What is stored of a code."""
    return hashlib.sha256(code.encode()).digest()


def used_door(connection: sa.Connection, digest: bytes, *, now: datetime) -> UsedDoor | None:
    """Uses the invitation of that digest by one conditional UPDATE; None when it is unknown, used or expired."""
    row = Session(connection).one(_USE, secret=digest, moment=now)
    return None if row is None else UsedDoor(**row._asdict())


def mark_used(scope: Scope, invitation_id: int, *, account_id: int) -> None:
    """Remembers whom it let in, so that the same tap twice is answered the same."""
    scope.change(_USED_BY, wanted=invitation_id, account=account_id)


def invited_group_ids(scope: Scope, invitation_id: int) -> tuple[int, ...]:
    """The groups that the invited person will pilot."""
    return tuple(row.group_id for row in scope.rows(_GROUP_IDS, wanted=invitation_id))
