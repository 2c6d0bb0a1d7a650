"""Which past meetings say some words, looked for by the database itself whatever the accents and capitals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from bot.domain.memory import Passage, PassageKind, Sought, ToldMeeting
from bot.french.mentions import composed
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
        if not sought:
            return ()
        dialect = self._scope.connection.dialect.name
        asked = [[way for start in one.stems for way in _ways(re.sub(r"[\W_]", "", start), dialect)] for one in sought]
        values: dict[str, Any] = {"person": person_id, "most": limit}
        for word, ways in enumerate(asked):
            for way, (rough, exact) in enumerate(ways):
                values |= {f"rough_{word}_{way}": rough, f"exact_{word}_{way}": exact}
        if group_ids is not None:
            values["group_ids"] = list(group_ids)
        statement = _statement(tuple(map(len, asked)), group=group_ids is not None, person=person_id is not None)
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


def _ways(start: str, dialect: str) -> list[tuple[str, str]]:
    """What finds a word that begins so: roughly and at little cost (LIKE of SQLite), then exactly (its GLOB, PostgreSQL's expressions).

    Neither folds accents by itself. To LIKE a vowel is any letter; « ç » is tried apart, else « école » would be anything with an l.
    """
    letters = "".join(f"[{one}{one.upper()}{_ACCENTED.get(one, '')}]" for one in start)
    if dialect != "sqlite":
        return [("", f"[^{_LETTERS}]{letters}")]
    rough = re.sub("[aeiou]", "_", re.sub("oe|ae", "%", start))
    return [(f"%{one}%", f"*[^{_LETTERS}]{letters}*") for one in dict.fromkeys((rough, rough.replace("c", "ç")))]


@cache
def _statement(ways: tuple[int, ...], *, group: bool, person: bool) -> Prepared:
    """The search for that many words, each to be found in so many ways."""
    return Prepared({dialect: _search(ways, dialect, group=group, person=person) for dialect in ("sqlite", "postgresql")})


def _search(ways: tuple[int, ...], dialect: str, *, group: bool, person: bool) -> sa.Select[Any]:
    """One pass over the sentences of the territory, then the meetings that say most of the words."""
    held = sa.and_(own(_t), HELD)
    said = sa.union_all(
        _told_in(_decisions.c.meeting_id, _decisions.c.text, ways, dialect).where(own(_decisions)),
        _told_in(_actions.c.meeting_id, _actions.c.text, ways, dialect).where(own(_actions)),
        _told_in(_t.c.id, sa.type_coerce(_t.c.topics, sa.Text), ways, dialect).where(held),  # a JSON list: its words stand in it as typed
        _told_in(_t.c.id, _t.c.title, ways, dialect).where(held, _t.c.title.is_not(None)),
    ).cte("said")
    if dialect == "postgresql":
        said = said.prefix_with("MATERIALIZED")  # read once, even where PostgreSQL has not counted its rows yet and expects one
    many: sa.ColumnElement[int] = sum((sa.func.max(said.c[f"told_{word}"]) for word in range(len(ways))), sa.literal_column("0"))
    conditions = [own(_t), HELD]
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


def _told_in(meeting: sa.ColumnElement[int], text: sa.ColumnElement[str], ways: tuple[int, ...], dialect: str) -> sa.Select[Any]:
    """The sentences of a column that say at least one of the words, and which."""
    apart: sa.ColumnElement[str] = sa.literal(" ", sa.Text) + text
    for ligature, letters in _LIGATURES:
        apart = sa.func.replace(apart, ligature, letters)

    def told(word: int, way: int) -> sa.ColumnElement[bool]:
        rough, exact = (sa.bindparam(f"{name}_{word}_{way}", type_=sa.Text) for name in ("rough", "exact"))
        if dialect == "sqlite":
            return sa.and_(text.op("LIKE", is_comparison=True)(rough), apart.op("GLOB", is_comparison=True)(exact))
        return apart.op("~", is_comparison=True)(exact)

    each = [sa.or_(*(told(word, way) for way in range(many))) for word, many in enumerate(ways)]
    flags = [sa.case((one, 1), else_=0).label(f"told_{word}") for word, one in enumerate(each)]
    return sa.select(meeting.label("meeting_id"), *flags).where(sa.or_(*each))
