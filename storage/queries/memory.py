"""Which past meetings say some words, looked for by the database itself whatever the accents and capitals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.domain.memory import Passage, PassageKind, ToldMeeting
from bot.french.mentions import Sought, composed
from storage import tables
from storage.queries.meetings import HELD, LINES, hers, line_of
from storage.scope import Scope, own
from storage.statements import Prepared

_t, _decisions, _actions = tables.meetings, tables.decisions, tables.actions
_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ÿ"
_ACCENTED = {"a": "àâäáãåÀÂÄÁÃÅ", "c": "çÇ", "e": "éèêëÉÈÊË", "i": "îïíìÎÏÍÌ", "n": "ñÑ", "o": "ôöóòõÔÖÓÒÕ", "u": "ùûüúÙÛÜÚ", "y": "ÿýŸÝ"}
_LIGATURES = (("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("Æ", "ae"))
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_LINES_OF = Prepared(LINES.where(_t.c.id.in_(_IDS)))
_TOLD = {
    kind: Prepared(sa.select(part.c.meeting_id, part.c.text).where(own(part), part.c.meeting_id.in_(_IDS)).order_by(part.c.position))
    for kind, part in ((PassageKind.DECISION, _decisions), (PassageKind.ACTION, _actions))
}
_OWN_WORDS = Prepared(sa.select(_t.c.id, _t.c.title, _t.c.topics).where(own(_t), _t.c.id.in_(_IDS)))


class SqlMemory:
    """See `bot.ports.Memory`."""

    __slots__ = ("_scope",)

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def telling(
        self, sought: Sequence[Sought], *, group_ids: Sequence[int] | None, person_id: int | None, limit: int
    ) -> tuple[ToldMeeting, ...]:
        """Held meetings that may say at least one of these words, those with most first, then the newest."""
        dialect = self._scope.connection.dialect.name
        values: dict[str, Any] = {"person": person_id, "most": limit}
        for rank, one in enumerate(sought):
            patterns = [_pattern(start, dialect) for start in one.stems]
            values |= {f"word_{rank}": patterns[0], f"or_{rank}": patterns[-1]}
        if group_ids is not None:
            values["group_ids"] = list(group_ids)
        statement = _statement(len(sought), group=group_ids is not None, person=person_id is not None)
        ids = [row.id for row in self._scope.rows(statement, **values)]
        return self._told(ids) if ids else ()

    def _told(self, ids: list[int]) -> tuple[ToldMeeting, ...]:
        """These meetings in that order, with their sentences."""
        said: dict[int, list[Passage]] = defaultdict(list)
        for kind, statement in _TOLD.items():
            for row in self._scope.rows(statement, ids=list(ids)):
                said[row.meeting_id].append(Passage(kind, composed(row.text)))
        for row in self._scope.rows(_OWN_WORDS, ids=list(ids)):
            said[row.id] += [Passage(PassageKind.TOPIC, composed(topic)) for topic in row.topics]
            said[row.id] += [Passage(PassageKind.TITLE, composed(row.title))] if row.title else []
        lines = {row.id: line_of(row) for row in self._scope.rows(_LINES_OF, ids=list(ids))}
        return tuple(ToldMeeting(lines[one], tuple(said[one])) for one in ids)


def _pattern(start: str, dialect: str) -> str:
    """What finds a word that begins so: a GLOB of SQLite, a regular expression of PostgreSQL (neither folds accents by itself)."""
    letters = "".join(f"[{letter}{letter.upper()}{_ACCENTED.get(letter, '')}]" for letter in re.sub(r"[\W_]", "", start))
    return f"*[^{_LETTERS}]{letters}*" if dialect == "sqlite" else f"[^{_LETTERS}]{letters}"


@cache
def _statement(words: int, *, group: bool, person: bool) -> Prepared:
    """The search for that many words."""
    return Prepared(
        {dialect: _search(words, sign, group=group, person=person) for dialect, sign in (("sqlite", "GLOB"), ("postgresql", "~"))}
    )


def _search(words: int, sign: str, *, group: bool, person: bool) -> sa.Select[Any]:
    """One pass over the sentences of the territory, then the meetings that say most of the words."""
    said = _sentences()
    text = sa.literal(" ", sa.Text) + said.c.text
    for ligature, letters in _LIGATURES:
        text = sa.func.replace(text, ligature, letters)
    tells = [
        sa.or_(*(text.op(sign)(sa.bindparam(f"{name}_{rank}", type_=sa.Text)) for name in ("word", "or"))).self_group()
        for rank in range(words)
    ]
    many: sa.ColumnElement[int] = sum((sa.func.max(sa.case((one, 1), else_=0)) for one in tells), sa.literal_column("0"))
    conditions = [own(_t), HELD, sa.or_(*tells)]
    if group:
        conditions.append(_t.c.group_id.in_(sa.bindparam("group_ids", expanding=True)))
    if person:
        conditions.append(hers("person"))
    return (
        sa.select(_t.c.id)
        .select_from(_t.join(said, said.c.meeting_id == _t.c.id))
        .where(*conditions)
        .group_by(_t.c.id, _t.c.day)
        .order_by(many.desc(), _t.c.day.desc(), _t.c.id.desc())
        .limit(sa.bindparam("most", type_=sa.Integer))
    )


def _sentences() -> sa.Subquery:
    """All that minutes of this territory say in sentences (topics are a JSON list, which GLOB and regular expressions read as it is)."""
    held = sa.and_(own(_t), HELD)
    return sa.union_all(
        sa.select(_decisions.c.meeting_id, _decisions.c.text).where(own(_decisions)),
        sa.select(_actions.c.meeting_id, _actions.c.text).where(own(_actions)),
        sa.select(_t.c.id.label("meeting_id"), sa.type_coerce(_t.c.topics, sa.Text).label("text")).where(held, _t.c.topics != ()),
        sa.select(_t.c.id.label("meeting_id"), _t.c.title.label("text")).where(held, _t.c.title.is_not(None)),
    ).subquery("said")
