"""How decisions keep their numbers and actions their bearers, when a meeting is kept and when it is corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.decisions import Action, Decision
from bot.domain.drafts import Bearer
from storage import tables
from storage.scope import Scope, own
from storage.statements import Prepared, insert_into

CODE_WITHOUT_GROUP = "DIV"  # « divers »

_decisions, _actions, _bearers, _counters = tables.decisions, tables.actions, tables.bearers, tables.decision_counters
_MEETING: sa.BindParameter[Any] = sa.bindparam("meeting")
_CODE = Prepared(sa.select(tables.groups.c.code).where(own(tables.groups), tables.groups.c.id == sa.bindparam("wanted")))
_DECISIONS = Prepared(
    sa.select(_decisions.c.id, _decisions.c.text, _decisions.c.number, _decisions.c.status)
    .where(own(_decisions), _decisions.c.meeting_id == _MEETING)
    .order_by(_decisions.c.position)
)
_ACTIONS = Prepared(
    sa.select(*[_actions.c[name] for name in ("id", "text", "due", "due_window", "due_said", "status")])
    .where(own(_actions), _actions.c.meeting_id == _MEETING)
    .order_by(_actions.c.position)
)
_BEARERS = Prepared(
    sa.select(*[_bearers.c[name] for name in ("action_id", "person_id", "structure_id", "said", "candidates")])
    .where(own(_bearers), _bearers.c.action_id.in_(sa.bindparam("actions", expanding=True)))
    .order_by(_bearers.c.action_id, _bearers.c.position)
)
_SOME_ACTIONS = Prepared(
    sa.select(*[_actions.c[name] for name in ("id", "text", "due", "due_window", "due_said", "status")]).where(
        own(_actions), _actions.c.id.in_(sa.bindparam("ids", expanding=True))
    )
)
_ADD_DECISION, _ADD_ACTION = insert_into(_decisions), insert_into(_actions)
_ADD_BEARER = insert_into(_bearers, returning=False)
_DROP_DECISIONS = Prepared(sa.delete(_decisions).where(own(_decisions), _decisions.c.id.in_(sa.bindparam("ids", expanding=True))))
_DROP_ACTIONS = Prepared(sa.delete(_actions).where(own(_actions), _actions.c.id.in_(sa.bindparam("ids", expanding=True))))
_DROP_BEARERS = Prepared(sa.delete(_bearers).where(own(_bearers), _bearers.c.action_id.in_(sa.bindparam("ids", expanding=True))))
_MOVE_DECISION = Prepared(
    sa.update(_decisions)
    .where(own(_decisions), _decisions.c.id == sa.bindparam("wanted"))
    .values(position=sa.bindparam("place", type_=sa.Integer), text=sa.bindparam("words", type_=sa.Text))
)
_MOVE_ACTION = Prepared(
    sa.update(_actions)
    .where(own(_actions), _actions.c.id == sa.bindparam("wanted"))
    .values(
        position=sa.bindparam("place", type_=sa.Integer),
        due=sa.bindparam("new_due", type_=_actions.c.due.type),
        due_window=sa.bindparam("new_window", type_=_actions.c.due_window.type),
        due_said=sa.bindparam("new_said", type_=_actions.c.due_said.type),
    )
)


def _count(insert: Any) -> Any:
    return insert.on_conflict_do_update(
        index_elements=["territory_id", "code", "year"], set_={"last": _counters.c.last + insert.excluded.last}
    ).returning(_counters.c.last)


_COUNT = Prepared(
    {"sqlite": _count(sqlite.insert(_counters)), "postgresql": _count(postgresql.insert(_counters))},
    keys=("territory_id", "code", "year", "last"),
)

T = TypeVar("T", Decision, Action)


def take_numbers(scope: Scope, *, code: str, year: int, how_many: int) -> list[str]:
    """The next numbers of that code and year, never given before; the counter's row makes those who ask at once wait."""
    last = scope.add(_COUNT, code=code, year=year, last=how_many)
    return [f"{code}-{year}-{number:03d}" for number in range(last - how_many + 1, last + 1)]


def read_decisions(scope: Scope, meeting_id: int) -> tuple[Decision, ...]:
    """The decisions of a meeting, in order."""
    return tuple(Decision(**row._asdict()) for row in scope.rows(_DECISIONS, meeting=meeting_id))


def read_actions(scope: Scope, meeting_id: int) -> tuple[Action, ...]:
    """The actions of a meeting with their bearers, in order."""
    return _with_bearers(scope, scope.rows(_ACTIONS, meeting=meeting_id))


def read_actions_where(scope: Scope, ids: Sequence[int]) -> dict[int, Action]:
    """Those actions with their bearers, by id, whatever their meeting."""
    found = _with_bearers(scope, scope.rows(_SOME_ACTIONS, ids=list(ids))) if ids else ()
    return {action.id: action for action in found if action.id is not None}


def _with_bearers(scope: Scope, rows: Sequence[Any]) -> tuple[Action, ...]:
    if not rows:
        return ()
    bearers: dict[int, list[Bearer]] = defaultdict(list)
    for action_id, person_id, structure_id, said, candidates in scope.rows(_BEARERS, actions=[row.id for row in rows]):
        bearers[action_id].append(Bearer(person_id=person_id, structure_id=structure_id, said=said, candidates=candidates))
    return tuple(Action(**row._asdict(), bearers=tuple(bearers[row.id])) for row in rows)


def write_decisions(scope: Scope, wanted: Sequence[Decision], *, meeting_id: int, group_id: int | None, year: int) -> tuple[Decision, ...]:
    """Makes the decisions of a meeting those: the same number or text keeps its row, number and status; a new one is numbered."""
    kept, gone = _match(read_decisions(scope, meeting_id), wanted)
    if gone:
        scope.change(_DROP_DECISIONS, ids=gone)
    new = sum(1 for old, decision in zip(kept, wanted, strict=True) if old is None and decision.number is None)
    numbers = iter(take_numbers(scope, code=_code(scope, group_id), year=year, how_many=new) if new else [])
    stored: list[Decision] = []
    for place, (old, decision) in enumerate(zip(kept, wanted, strict=True)):
        if old is not None:
            scope.change(_MOVE_DECISION, wanted=old.id, place=place, words=decision.text)
            stored.append(replace(old, text=decision.text))
            continue
        number = decision.number or next(numbers)
        made = scope.add(_ADD_DECISION, meeting_id=meeting_id, position=place, number=number, text=decision.text, status=decision.status)
        stored.append(replace(decision, id=made, number=number))
    return tuple(stored)


def write_actions(scope: Scope, wanted: Sequence[Action], *, meeting_id: int) -> tuple[Action, ...]:
    """Makes the actions of a meeting those: an unchanged text keeps its row and status, whoever bears it now."""
    kept, gone = match_texts(read_actions(scope, meeting_id), wanted)
    if gone:
        scope.change(_DROP_ACTIONS, ids=gone)
    if again := [old.id for old in kept if old is not None]:
        scope.change(_DROP_BEARERS, ids=again)
    stored: list[Action] = []
    for place, (old, action) in enumerate(zip(kept, wanted, strict=True)):
        if old is not None:
            values = {"new_due": action.due, "new_window": action.due_window, "new_said": action.due_said}
            scope.change(_MOVE_ACTION, wanted=old.id, place=place, **values)
            stored.append(replace(action, id=old.id, status=old.status))
        else:
            stored.append(replace(action, id=scope.add(_ADD_ACTION, **_action_row(action, meeting_id=meeting_id, place=place))))
    scope.add_all(_ADD_BEARER, [row for action in stored for row in _bearer_rows(action)])
    return tuple(stored)


def add_action(scope: Scope, action: Action, *, meeting_id: int, place: int) -> None:
    """Writes a new action with its bearers."""
    made = replace(action, id=scope.add(_ADD_ACTION, **_action_row(action, meeting_id=meeting_id, place=place)))
    scope.add_all(_ADD_BEARER, _bearer_rows(made))


def _match(before: Sequence[Decision], wanted: Sequence[Decision]) -> tuple[list[Decision | None], list[int]]:
    """As match_texts, those that bear the same number first."""
    numbered = {old.number: old for old in before}
    same = [numbered.pop(decision.number, None) if decision.number else None for decision in wanted]
    others, gone = match_texts(numbered.values(), [decision for decision, old in zip(wanted, same, strict=True) if old is None])
    left = iter(others)
    return [old or next(left) for old in same], gone


def match_texts(before: Iterable[T], wanted: Sequence[T]) -> tuple[list[T | None], list[int]]:
    """For each wanted part the stored one of the same text (each used once), and the ids of those that are wanted no more."""
    waiting: dict[str, list[T]] = defaultdict(list)
    for part in before:
        waiting[part.text].append(part)
    kept = [waiting[part.text].pop(0) if waiting[part.text] else None for part in wanted]
    return kept, [part.id for parts in waiting.values() for part in parts if part.id is not None]


def _action_row(action: Action, *, meeting_id: int, place: int) -> dict[str, Any]:
    """Its columns, without its id."""
    return {
        "meeting_id": meeting_id,
        "position": place,
        "text": action.text,
        "due": action.due,
        "due_window": action.due_window,
        "due_said": action.due_said,
        "status": action.status,
    }


def _bearer_rows(action: Action) -> list[dict[str, Any]]:
    """The columns of those who bear it."""
    return [
        {
            "action_id": action.id,
            "position": place,
            "person_id": bearer.person_id,
            "structure_id": bearer.structure_id,
            "said": bearer.said,
            "candidates": bearer.candidates,
        }
        for place, bearer in enumerate(action.bearers)
    ]


def _code(scope: Scope, group_id: int | None) -> str:
    row = scope.one(_CODE, wanted=group_id) if group_id is not None else None
    return row.code if row is not None else CODE_WITHOUT_GROUP
