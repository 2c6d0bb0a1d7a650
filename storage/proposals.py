"""How what is proposed about sheets is stored, and what the rows themselves tell: who is silent, who shares a phone or a mail."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.sheet_changes import Proposal, ProposalKind, ProposalState
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared
from storage.tables.base import Coded

_t, _people, _meetings, _attendance = tables.proposals, tables.people, tables.meetings, tables.attendance
_hours, _accounts = tables.contributions, tables.accounts
_COLUMNS = [column for column in _t.c if column.name not in ("territory_id", "key")]
_KIND: sa.BindParameter[Any] = sa.bindparam("kind_of", type_=Coded(ProposalKind))
_OFFER = Prepared(
    {"sqlite": sqlite.insert(_t).on_conflict_do_nothing(), "postgresql": postgresql.insert(_t).on_conflict_do_nothing()},
    keys=[column.name for column in _t.c if column.name != "id"],
)
_GET = Prepared(sa.select(*_COLUMNS).where(own(_t), _t.c.id == sa.bindparam("wanted")))
_OPEN = Prepared(
    sa.select(*_COLUMNS).where(own(_t), _t.c.kind == _KIND, _t.c.state == sa.literal_column("'open'")).order_by(_t.c.proposed_on, _t.c.id)
)
_SINCE = Prepared(
    sa.select(sa.func.count().label("many")).select_from(_t).where(own(_t), _t.c.kind == _KIND, _t.c.proposed_on >= sa.bindparam("first"))
)
_SETTLE = Prepared(
    sa.update(_t)
    .where(own(_t), _t.c.id == sa.bindparam("wanted"), _t.c.state == ProposalState.OPEN)
    .values(state=sa.bindparam("new_state", type_=Coded(ProposalState)), meeting_id=None)
)
_SHEETS = Prepared(
    sa.select(_people.c.id, _people.c.updated_at, _people.c.checked_on, _people.c.informed_on).where(
        own(_people), _people.c.id.not_in(sa.select(_accounts.c.person_id).where(own(_accounts)))
    )
)
_MET = Prepared(
    sa.select(_attendance.c.person_id, sa.func.max(_meetings.c.day).label("day"))
    .select_from(_attendance.join(_meetings, _meetings.c.id == _attendance.c.meeting_id))
    .where(own(_attendance), own(_meetings), _attendance.c.person_id.is_not(None))
    .group_by(_attendance.c.person_id)
)
_GAVE = Prepared(
    sa.select(_hours.c.person_id, sa.func.max(_hours.c.day).label("day"))
    .where(own(_hours), _hours.c.person_id.is_not(None))
    .group_by(_hours.c.person_id)
)
_TOLD = Prepared(
    sa.select(_meetings.c.author_id.label("person_id"), sa.func.max(_meetings.c.day).label("day"))
    .where(own(_meetings), _meetings.c.author_id.is_not(None))
    .group_by(_meetings.c.author_id)
)
_CONTACTS = Prepared(
    sa.select(_people.c.id, _people.c.first_name, _people.c.phone, _people.c.email)
    .where(own(_people), sa.or_(_people.c.phone.is_not(None), _people.c.email.is_not(None)))
    .order_by(_people.c.id)
)


class SqlProposals:
    """Proposals of one territory, in one transaction."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def offer(self, proposal: Proposal, *, key: str) -> bool:
        """Proposes it unless the same was proposed before, whatever came of it; whether it did. `proposal.id` is ignored."""
        values = {column.name: getattr(proposal, column.name) for column in _COLUMNS if column.name != "id"}
        return self._scope.change(_OFFER, territory_id=self._scope.territory_id, key=key[:200], **values) == 1

    def get(self, proposal_id: int) -> Proposal | None:
        """A proposal of this territory, whatever its state."""
        row = self._scope.one(_GET, wanted=proposal_id)
        return None if row is None else Proposal(**row._asdict())

    def open_ones(self, kind: ProposalKind) -> tuple[Proposal, ...]:
        """Those of that kind that nobody has answered yet, oldest first."""
        return tuple(Proposal(**row._asdict()) for row in self._scope.rows(_OPEN, kind_of=kind))

    def offered_since(self, kind: ProposalKind, first: date) -> int:
        """How many of that kind were proposed from that day on."""
        return int(self._scope.one(_SINCE, kind_of=kind, first=first).many)

    def settle(self, proposal_id: int, state: ProposalState) -> None:
        """Answers one that is open."""
        self._scope.change(_SETTLE, wanted=proposal_id, new_state=state)

    def silent(self, before: date) -> tuple[int, ...]:
        """The people without a sign of life since that day and without an account, the longest silence first."""
        seen: dict[int, date] = {}
        for statement in (_MET, _GAVE, _TOLD):
            for row in self._scope.rows(statement):
                seen[row.person_id] = max(seen.get(row.person_id, row.day), row.day)
        last: list[tuple[date, int]] = []
        for row in self._scope.rows(_SHEETS):
            days = [row.updated_at.date() if row.updated_at else None, row.checked_on, row.informed_on, seen.get(row.id)]
            newest = max((day for day in days if day), default=date.min)
            if newest < before:
                last.append((newest, row.id))
        return tuple(person_id for _, person_id in sorted(last))

    def same_contact(self) -> tuple[tuple[int, int], ...]:
        """Pairs of people with the same mail, or the same phone and first name, the smaller id first: a phone may be that of an office."""
        sharing: dict[object, list[int]] = {}
        for row in self._scope.rows(_CONTACTS):
            if row.email:
                sharing.setdefault(("mail", row.email.casefold(), row.first_name[:1].casefold()), []).append(row.id)
            if row.phone:
                sharing.setdefault(("phone", row.phone, row.first_name.casefold()), []).append(row.id)
        pairs = {pair for ids in sharing.values() if len(ids) < 6 for pair in combinations(ids, 2)}
        return tuple(sorted(pairs))
