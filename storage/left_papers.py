"""Which papers that have left Maillon bear somebody's name: only those who received them can replace them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from bot.domain.minutes import NamedPerson
from bot.domain.papers import LeftPaper, PaperKind, PaperOrder
from bot.domain.territory import Territory
from bot.ports import OutboxKind
from storage import tables
from storage.queries.papers import SqlPapers
from storage.scope import Scope
from storage.tables import DeliveryState
from storage.trail import Row, Trail

LEFT = (DeliveryState.SENT, DeliveryState.UNCERTAIN, DeliveryState.SENDING)
_MOST = 300  # orders looked at, the newest ones
_LISTS_PEOPLE = frozenset({PaperKind.SIGNING_SHEET, PaperKind.INVITATION})
_outbox, _accounts, _meetings, _groups = tables.outbox, tables.accounts, tables.meetings, tables.groups


def papers_with_name(scope: Scope, territory: Territory, *, words: Callable[[str], str], meeting_ids: set[int]) -> tuple[LeftPaper, ...]:
    """Those in which her name stands, the newest first, each once; `words` takes her name out of a text, `meeting_ids` name her.

    A paper is not kept: it is read as it would be made now, and a list of people counts when its meeting names her.
    """
    rows, papers = Trail(scope), SqlPapers(scope, territory)
    receivers = {row["chat_id"]: row["person_id"] for row in rows.rows(_accounts)}
    left = rows.rows(_outbox, _outbox.c.kind.in_((OutboxKind.PAPER, OutboxKind.DIRECTORY)), _outbox.c.state.in_(LEFT))
    found: dict[LeftPaper, None] = {}
    known: dict[tuple[PaperOrder, int], bool] = {}
    for row in sorted(left, key=lambda row: row["changed_at"], reverse=True)[:_MOST]:
        on, order = row["changed_at"].astimezone(territory.timezone).date(), row["paper"]
        if order is None:
            found[LeftPaper(kind=None, left_on=on)] = None
            continue
        asked = (order, receivers.get(row["chat_id"], 0))
        if asked not in known:
            listed = order.kind in _LISTS_PEOPLE and order.meeting_id in meeting_ids
            known[asked] = listed or any(words(text) != text for text in _texts(_written(papers, *asked, on=on)))
        if known[asked]:
            about = _about(rows, papers, order, on=on)
            found[dataclasses.replace(about, label=words(about.label))] = None  # a title may hold it too
    return tuple(found)


def _written(papers: SqlPapers, order: PaperOrder, by: int, *, on: date) -> object:
    """What the paper says; nothing of a review, which names structures only."""
    if order.kind is PaperKind.DECISIONS:
        return papers.decision_record(order, by=by, on=on)
    if order.kind is PaperKind.SIGNING_SHEET:
        return papers.signing_sheet(order, by=by, on=on)
    return papers.convening(order, by=by, on=on) if order.kind in (PaperKind.AGENDA, PaperKind.INVITATION) else None


def _texts(value: Any) -> Iterator[str]:
    """Every text of a value of the domain, names whole."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, NamedPerson):
        yield f"{value.first_name} {value.last_name}"
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _texts(one)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from _texts(getattr(value, one.name))


def _about(rows: Trail, papers: SqlPapers, order: PaperOrder, *, on: date) -> LeftPaper:
    meeting: Row | None = next(iter(rows.rows(_meetings, _meetings.c.id == order.meeting_id)), None) if order.meeting_id else None
    if meeting is None:
        return LeftPaper(kind=order.kind, left_on=on, label=papers.title(order) or "", day=None if order.last else order.first)
    group: Row | None = next(iter(rows.rows(_groups, _groups.c.id == meeting["group_id"])), None)
    return LeftPaper(kind=order.kind, left_on=on, label=group["name"] if group else meeting["title"] or "", day=meeting["day"])
