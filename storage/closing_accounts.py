"""How somebody who is forgotten is let in and told nothing any more: doors, accounts, cards, reminders, leaves, what waits to leave."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from bot.domain.drafts import DraftContent, DraftState
from bot.domain.permissions import Role
from bot.domain.plans import PlanContent, PlanState
from bot.domain.reminders import ReminderState
from storage import tables
from storage.scope import Scope
from storage.tables import DeliveryState
from storage.trail import Row, Trail

_accounts, _drafts, _inbox, _invitations = tables.accounts, tables.drafts, tables.inbox, tables.invitations
_notices, _outbox, _plans, _reminders = tables.notices, tables.outbox, tables.plans, tables.reminders
_NOT_BEGUN = (DeliveryState.QUEUED, DeliveryState.CLAIMED)
Words = Callable[[str], str]


def make_anew(scope: Scope) -> None:
    """What is being made of what she still stands in is made once more without her: it finds, before it leaves, that it is queued again.

    What is queued is written too, so that nobody claims it and reads her name before this transaction ends.
    """
    waiting = (_outbox.c.territory_id == scope.territory_id, _outbox.c.state.in_(_NOT_BEGUN))
    scope.connection.execute(sa.update(_outbox).where(*waiting).values(state=DeliveryState.QUEUED))


def shut_doors(rows: Trail, person_id: int) -> None:
    """The invitations that she has not used open nothing any more."""
    for row in rows.rows(_invitations, _invitations.c.person_id == person_id, _invitations.c.used_at.is_(None)):
        rows.remove(_invitations, row)


def close_accounts(scope: Scope, rows: Trail, person_id: int, words: Words) -> None:
    """She can speak to the bot no more; her open cards and what waits to be sent to her go; the inbox forgets her words."""
    telegram = [row["telegram_id"] for row in rows.rows(_accounts)]  # as they are before hers is closed
    for account in rows.rows(_accounts, _accounts.c.person_id == person_id):
        _close(scope, rows, account)
    waiting = sa.select(_inbox.c.update_id, _inbox.c.body, _inbox.c.answer).where(_inbox.c.sender_id.in_(telegram))
    for update in scope.connection.execute(waiting).mappings().all():
        new = {name: _in_json(update[name], words) for name in ("body", "answer") if update[name]}
        if any(new[name] != update[name] for name in new):
            scope.connection.execute(sa.update(_inbox).where(_inbox.c.update_id == update["update_id"]).values(**new))


def _close(scope: Scope, rows: Trail, account: Row) -> None:
    """A reader whom no chat reaches: who tells something to all the coordinators does not count her."""
    rows.change(_accounts, account, {"telegram_id": -account["id"], "chat_id": -account["id"], "role": Role.READER})
    for card in rows.rows(_drafts, _drafts.c.account_id == account["id"], _drafts.c.state != DraftState.KEPT):
        rows.change(_drafts, card, {"state": DraftState.DROPPED, "content": DraftContent(), "before": None})
    for row in rows.rows(_reminders, _reminders.c.account_id == account["id"]):
        over = ReminderState.DONE if row["state"] is ReminderState.DONE else ReminderState.DROPPED
        rows.change(_reminders, row, {"state": over, "what": "", "people": (), "asked": None, "version": row["version"] + 1})
    for row in rows.rows(_plans, _plans.c.account_id == account["id"], _plans.c.state == PlanState.PROPOSED):
        emptied = {"content": PlanContent(deed=row["content"].deed), "asked": None, "version": row["version"] + 1}
        rows.change(_plans, row, emptied | {"state": PlanState.DROPPED})
    for table in (tables.leaves, tables.rhythms):
        for row in rows.rows(table, table.c.account_id == account["id"]):
            rows.remove(table, row)
    _cancel(scope, _outbox, _outbox.c.chat_id == account["chat_id"])
    _cancel(scope, _notices, sa.or_(_notices.c.account_id == account["id"], _notices.c.about_account_id == account["id"]))


def _cancel(scope: Scope, table: sa.Table, of: sa.ColumnElement[bool]) -> None:
    """What has not begun to leave will not leave: whoever makes it finds so before it goes."""
    waiting = (table.c.territory_id == scope.territory_id, table.c.state.in_(_NOT_BEGUN), of)
    scope.connection.execute(sa.update(table).where(*waiting).values(state=DeliveryState.CANCELLED))


def _in_json(written: str, words: Words) -> str:
    """JSON as received, its strings without her name."""

    def walked(value: Any) -> Any:
        if isinstance(value, str):
            return words(value)
        if isinstance(value, list):
            return [walked(item) for item in value]
        return {name: walked(item) for name, item in value.items()} if isinstance(value, dict) else value

    read = json.loads(written)
    new = walked(read)
    return written if new == read else json.dumps(new, ensure_ascii=False)
