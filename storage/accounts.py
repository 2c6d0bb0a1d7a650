"""How it is stored who joined, and how somebody at the door is known or let in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.errors import AlreadyJoined, InvitationInvalid
from bot.domain.permissions import Role
from bot.domain.territory import Account, Territory
from storage import groups, people, tables, vocabulary
from storage.engine import Engines
from storage.invitations import UsedDoor, digest_of, invited_group_ids, mark_used, used_door
from storage.scope import Scope, own
from storage.statements import Prepared, Session, insert_into
from storage.tables.base import Moment

_t, _people = tables.accounts, tables.people
_SELECT = sa.select(
    *[_t.c[name] for name in ("id", "territory_id", "telegram_id", "chat_id", "person_id", "role", "unreachable_since")],
    _people.c.first_name,
    _people.c.last_name,
).join_from(_t, _people, sa.and_(_people.c.territory_id == _t.c.territory_id, _people.c.id == _t.c.person_id))
_GET = Prepared(_SELECT.where(own(_t), _t.c.id == sa.bindparam("wanted")))
_OF_TELEGRAM = Prepared(_SELECT.where(_t.c.telegram_id == sa.bindparam("telegram")))
_OF_PERSON = Prepared(_SELECT.where(own(_t), _t.c.person_id == sa.bindparam("person")).order_by(_t.c.id).limit(1))
_OF_ROLE = Prepared(_SELECT.where(own(_t), _t.c.role == sa.bindparam("wanted", type_=_t.c.role.type)).order_by(_t.c.id))
_JOINED = Prepared(_SELECT.where(own(_t), _t.c.telegram_id > 0).order_by(_t.c.id))
_LOSE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.unreachable_since.is_(None))
    .values(unreachable_since=sa.bindparam("moment", type_=Moment))
)
_FIND_AGAIN = Prepared(sa.update(_t).where(own(_t), _t.c.id == sa.bindparam("wanted")).values(unreachable_since=None))
_ADD = insert_into(_t)
_TERRITORIES = Prepared(
    sa.select(*[tables.territories.c[name] for name in ("id", "name", "organism", "zone")]).order_by(tables.territories.c.id)
)


class SqlAccounts:
    """Those of one territory who joined, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def get(self, account_id: int) -> Account | None:
        """An account of this territory."""
        return _account(self._scope.one(_GET, wanted=account_id))

    def of_person(self, person_id: int) -> Account | None:
        """The account of somebody of the directory, if she joined."""
        return _account(self._scope.one(_OF_PERSON, person=person_id))

    def joined(self) -> tuple[Account, ...]:
        """Everybody who has; not those whose account was closed."""
        return tuple(account for row in self._scope.rows(_JOINED) if (account := _account(row)) is not None)

    def coordinators(self) -> tuple[Account, ...]:
        """Those who coordinate, or failing them those who administer."""
        for role in (Role.COORDINATOR, Role.ADMINISTRATOR):
            found = tuple(account for row in self._scope.rows(_OF_ROLE, wanted=role) if (account := _account(row)) is not None)
            if found:
                return found
        return ()

    def lose(self, account_id: int, *, now: datetime) -> bool:
        """She does not receive what Maillon sends; True only the first time."""
        return self._scope.change(_LOSE, wanted=account_id, moment=now) == 1

    def find_again(self, account_id: int) -> None:
        """She speaks again."""
        self._scope.change(_FIND_AGAIN, wanted=account_id)


class SqlFrontDesk:
    """Who is at the door: the only reads and writes that no territory scopes."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def account_of(self, telegram_id: int) -> Account | None:
        """The account of that Telegram user, if she joined."""
        with self._engines.read() as connection:
            return account_of_telegram(connection, telegram_id)

    def redeem(self, code: str, *, telegram_id: int, chat_id: int, telegram_name: str, now: datetime) -> Account:
        """Uses an invitation once and makes the account (idempotent for the same user and code).

        Raises InvitationInvalid, AlreadyJoined.
        """
        digest = digest_of(code)
        try:
            with self._engines.write() as connection:
                known = account_of_telegram(connection, telegram_id)
                if known is not None:
                    return _again(connection, known, digest)
                door = used_door(connection, digest, now=now)
                if door is None:
                    raise InvitationInvalid
                return _let_in(connection, door, telegram_id=telegram_id, chat_id=chat_id, telegram_name=telegram_name, now=now)
        except sa.exc.IntegrityError as refused:  # the same person came in by another door at the same moment
            raise AlreadyJoined from refused

    def territories(self) -> tuple[Territory, ...]:
        """All territories."""
        with self._engines.read() as connection:
            return tuple(Territory(**row._asdict()) for row in Session(connection).rows(_TERRITORIES))


def _again(connection: sa.Connection, known: Account, digest: bytes) -> Account:
    if Scope(connection, known.territory_id).one(_CAME_BY, digest=digest, account=known.id) is None:
        raise AlreadyJoined
    return known


_CAME_BY = Prepared(
    sa.select(tables.invitations.c.id).where(
        own(tables.invitations),
        tables.invitations.c.digest == sa.bindparam("digest"),
        tables.invitations.c.used_by == sa.bindparam("account"),
    )
)


def _let_in(connection: sa.Connection, door: UsedDoor, *, telegram_id: int, chat_id: int, telegram_name: str, now: datetime) -> Account:
    scope = Scope(connection, door.territory_id)
    person_id = door.person_id
    if person_id is None:
        person_id = people.add_person(scope, full_name=door.name or telegram_name, now=now, source="invitation").id
        vocabulary.raise_version(scope)
    group_ids = invited_group_ids(scope, door.id)
    if door.role is Role.PILOT and group_ids:
        groups.make_pilot(scope, person_id, group_ids)
        vocabulary.raise_version(scope)
    account_id = scope.add(_ADD, telegram_id=telegram_id, chat_id=chat_id, person_id=person_id, role=door.role, joined_at=now)
    mark_used(scope, door.id, account_id=account_id)
    account = _account(scope.one(_GET, wanted=account_id))
    assert account is not None
    return account


def account_of_telegram(connection: sa.Connection, telegram_id: int) -> Account | None:
    """The account of that Telegram user, in whatever territory she joined."""
    return _account(Session(connection).one(_OF_TELEGRAM, telegram=telegram_id))


def _account(row: Any) -> Account | None:
    if row is None:
        return None
    return Account(
        id=row.id,
        territory_id=row.territory_id,
        telegram_id=row.telegram_id,
        chat_id=row.chat_id,
        person_id=row.person_id,
        name=f"{row.first_name} {row.last_name}".strip(),
        role=row.role,
        unreachable=row.unreachable_since is not None,
    )
