"""How somebody's name leaves every row of a territory while the totals stay."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState
from bot.domain.directory import once
from bot.domain.drafts import DraftState
from bot.domain.meetings import MeetingLine, MeetingState
from bot.domain.sheet_changes import ProposalKind, ProposalState, SheetChange, StillNamed
from bot.domain.territory import Territory
from bot.french.folding import folded_words
from bot.french.unnaming import SOMEBODY, like, unnamer
from bot.ports import OutboxKind
from storage import tables, vocabulary
from storage.cards_as_json import column_with_person, with_person
from storage.closing_accounts import close_accounts, make_anew, shut_doors
from storage.directory_imports import forget_in_imports
from storage.left_papers import LEFT, papers_with_name
from storage.scope import Scope
from storage.sheet_merging import CARDS, LINKS
from storage.tables.base import JsonOf
from storage.trail import Row, Trail

_people, _accounts, _mandates, _members = tables.people, tables.accounts, tables.mandates, tables.members
_attendance, _bearers, _meetings, _outbox = tables.attendance, tables.bearers, tables.meetings, tables.outbox
_turnout = tables.turnout
_GOES_WITH_HER = frozenset({("mandates", "person_id"), ("members", "person_id"), ("provenances", "person_id")}) | {
    ("proposals", "person_id"),
    ("proposals", "other_id"),
}
_NAMES_OF_OTHERS = frozenset(
    {"structures", "groups", "places", "neighbourhoods", "axes", "communes", "territories", "mandates", "sheet_cards"}
)
_ANSWERED = (ProposalKind.ASKED, ProposalKind.FORGET)
Words = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Her:
    """Who is forgotten: her id, what takes her name out of a text, and patterns that find at least every row with it."""

    id: int
    words: Words
    patterns: tuple[str, ...]

    def may_stand_in(self, table: sa.Table) -> sa.ColumnElement[bool]:
        """Rows of the table in which her name, or her id as JSON, may stand."""
        cards = [c for c in table.c if isinstance(c.type, JsonOf)]
        plain = [c for c in table.c if type(c.type) is sa.Text]
        ids = [sa.cast(c, sa.Text).like(f"%{self.id}%") for c in cards]
        said = [sa.cast(c, sa.Text).ilike(pattern) for c in (*cards, *plain) for pattern in self.patterns]
        return sa.or_(sa.false(), *ids, *said)


def forget_person(scope: Scope, person_id: int, *, territory: Territory) -> StillNamed:
    """Takes her out of every row; returns what had left with her name. Nothing brings it back."""
    rows = Trail(scope)  # only to read and write rows of the territory: nobody asks for its trail
    person = next(iter(rows.rows(_people, _people.c.id == person_id)), None)
    if person is None:
        return StillNamed()
    words = _unnamer(scope, person)
    digits = ("%".join(phone[-8:]) for phone in _contacts(person, "phone"))  # « 06 39 98 01 42 » too
    said = (*_contacts(person, "email"), *digits, like(person["first_name"]), like(person["last_name"]))
    her = _Her(id=person_id, words=words, patterns=tuple(f"%{one.strip('%')}%" for one in said if one))
    named = _meetings_that_name_her(rows, her)
    make_anew(scope)
    sent = StillNamed(minutes=_sent(rows, named), papers=papers_with_name(scope, territory, words=words, meeting_ids=named))
    _unlist(rows, person_id)
    shut_doors(rows, person_id)
    _let_go_of_links(rows, person_id)
    forget_in_imports(rows, person, words)
    _forget_words(rows, her)
    _forget_sheet_cards(rows, person_id, words)
    close_accounts(scope, rows, person_id, words)
    left = rows.rows(_accounts, _accounts.c.person_id == person_id)
    for row in rows.rows(_people, _people.c.id == person_id):
        if left:  # her account bears what she kept: the sheet stays, empty
            rows.change(_people, row, _EMPTY)
        else:
            rows.remove(_people, row)
    vocabulary.raise_version(scope)
    return sent


_EMPTY: dict[str, Any] = {
    **{column.name: None for column in _people.c if column.nullable},
    **{column.name: () for column in _people.c if isinstance(column.type, JsonOf) and not column.nullable},
    **dict.fromkeys(("first_name", "last_name", "source"), ""),
    "doctor": False,
}


def _unnamer(scope: Scope, person: Row) -> Words:
    """What takes her name out of a text; alone a name goes when nobody and nothing else of the territory bears it."""
    first, last = person["first_name"], person["last_name"]
    read = vocabulary.read_vocabulary(scope)
    others = [p for p in read.people if p.id != person["id"]]
    things = (*(s.name for s in read.structures), *(p.name for p in read.places), *(g.name for g in read.groups), *read.communes)
    taken = {word for other in others for word in folded_words(other.full_name)}
    taken |= {" ".join(folded_words(word)) for name in things for word in name.split()}  # « Saint-Martin » is one word, and not Martin
    spoken = [written for phone in _contacts(person, "phone") for written in _written(phone)]
    return unnamer(
        first,
        last,
        lone_first=len(first) > 2 and not set(folded_words(first)) & taken,
        lone_last=len(last) > 2 and not set(folded_words(last)) & taken,
        besides=(*_contacts(person, "email"), *spoken),
    )


def _contacts(person: Row, kind: str) -> tuple[str, ...]:
    """Her phones or her mails, the main one and the others."""
    return once((person[kind] or "", *(person[f"other_{kind}s"] or ())))


def _written(phone: str) -> tuple[str, ...]:
    """+33639980142, and as it is said in France."""
    french = "0" + phone[3:]
    return (phone, " ".join(french[i : i + 2] for i in range(0, 10, 2)), french) if phone.startswith("+33") else (phone,)


def _meetings_that_name_her(rows: Trail, her: _Her) -> set[int]:
    person_id, words = her.id, her.words
    found = {row["meeting_id"] for row in rows.rows(_attendance, _attendance.c.person_id == person_id)}
    found |= {row["id"] for row in rows.rows(_meetings, _meetings.c.author_id == person_id)}
    actions = {row["id"]: row["meeting_id"] for row in rows.rows(tables.actions)}
    found |= {actions[row["action_id"]] for row in rows.rows(_bearers, _bearers.c.person_id == person_id)}
    for table, key in ((tables.decisions, "meeting_id"), (tables.actions, "meeting_id"), (_attendance, "meeting_id"), (_meetings, "id")):
        found |= {row[key] for row in rows.rows(table, her.may_stand_in(table)) if any(words(text) != text for text in _texts(table, row))}
    return found


def _texts(table: sa.Table, row: Row) -> Iterable[str]:
    for column in table.c:
        value = row[column.name]
        if isinstance(column.type, JsonOf):
            yield column.type.process_bind_param(value, None) or ""  # type: ignore[arg-type]
        elif isinstance(column.type, sa.Text) and value:
            yield value


def _sent(rows: Trail, meeting_ids: set[int]) -> tuple[MeetingLine, ...]:
    """Those of the meetings whose minutes have left, the newest first."""
    left = {r["subject_id"] for r in rows.rows(_outbox, _outbox.c.kind == OutboxKind.MINUTES, _outbox.c.state.in_(LEFT))}
    labels = {row["id"]: row["name"] for row in rows.rows(tables.groups)}
    lines = [
        MeetingLine(
            id=row["id"],
            state=MeetingState.HELD,
            label=labels.get(row["group_id"]) or "",
            day=row["day"],
            starts=row["starts"],
            ends=row["ends"],
            place=None,
            has_minutes=True,
        )
        for row in rows.rows(_meetings)
        if row["id"] in left & meeting_ids
    ]
    return tuple(sorted(lines, key=lambda line: line.day, reverse=True))


def _unlist(rows: Trail, person_id: int) -> None:
    """Where she was listed, somebody of her structure was there; what she took on, somebody did."""
    _list_authors(rows, person_id)
    mandates = rows.rows(_mandates, _mandates.c.person_id == person_id, _mandates.c.main, _mandates.c.structure_id.is_not(None))
    days = {row["id"]: row["day"] for row in rows.rows(_meetings)}
    for row in rows.rows(_attendance, _attendance.c.person_id == person_id):
        instead = {"structure_id": row["structure_id"] or _structure_on(days[row["meeting_id"]], mandates), "said": None}
        rows.change(_attendance, row, {"person_id": None, **(instead if instead["structure_id"] else {"said": SOMEBODY})})
    for row in rows.rows(_bearers, _bearers.c.person_id == person_id):
        rows.change(_bearers, row, {"person_id": None, "said": SOMEBODY})
    _untell(rows, person_id, mandates)


def _untell(rows: Trail, person_id: int, mandates: Iterable[Row]) -> None:
    """Of each meeting what she told last of coming to it still holds, of somebody of her structure; what she told before goes."""
    hers = rows.rows(_turnout, _turnout.c.person_id == person_id)
    holding = {row["meeting_id"]: row for row in hers if row["undone_at"] is None}
    for row in hers:
        if row is not holding.get(row["meeting_id"]):
            rows.remove(_turnout, row)
            continue
        structure_id = _structure_on(row["day"], mandates)
        told = rows.rows(_turnout, _turnout.c.meeting_id == row["meeting_id"], _turnout.c.structure_id == structure_id)
        rows.change(_turnout, row, {"person_id": None, "structure_id": None if told else structure_id})


def _structure_on(day: date, mandates: Iterable[Row]) -> int | None:
    """Where she came from on that day, as reviews count it."""
    held = (m for m in mandates if (m["since"] is None or m["since"] <= day) and (m["until"] is None or day < m["until"]))
    return next((m["structure_id"] for m in held), None)


def _list_authors(rows: Trail, person_id: int) -> None:
    """Who told a meeting counted there as its author: she is listed instead. Alone she was no recorded attendance, and stays none."""
    for meeting in rows.rows(_meetings, _meetings.c.author_id == person_id, _meetings.c.author_present):
        there = rows.rows(_attendance, _attendance.c.meeting_id == meeting["id"])
        present = [row for row in there if row["state"] is AttendanceState.PRESENT]
        if not present and meeting["headcount"] is None:
            continue
        if all(row["person_id"] != person_id for row in present):
            last = max((row["position"] for row in there), default=-1)
            one = {"count": 1, "state": AttendanceState.PRESENT, "candidates": (), "candidates_are_structures": False, "by_visio": False}
            rows.add(_attendance, meeting_id=meeting["id"], position=last + 1, person_id=person_id, **one)
        rows.change(_meetings, meeting, {"author_present": False})


def _let_go_of_links(rows: Trail, person_id: int) -> None:
    for table, column in LINKS:
        if table is _accounts:
            continue
        for row in rows.rows(table, table.c[column] == person_id):
            if table is tables.proposals and row["kind"] in _ANSWERED:  # the card of the erasure goes on to the next one of that kind
                rows.change(table, row, {column: None, "state": ProposalState.DONE})
            elif (table.name, column) in _GOES_WITH_HER:
                rows.remove(table, row)
            else:
                rows.change(table, row, {column: None})


def _forget_words(rows: Trail, her: _Her) -> None:
    """Every text and every card kept as JSON, whatever table they stand in, without her name; of other sheets the note alone."""
    for table in tables.metadata.sorted_tables:
        if "territory_id" not in table.c or table.name in _NAMES_OF_OTHERS:
            continue
        plain = ["note"] if table is _people else [c.name for c in table.c if type(c.type) is sa.Text]
        cards = [column for t, column in CARDS if t is table and t is not _people]
        if not (plain or cards):
            continue
        for row in rows.rows(table, her.may_stand_in(table)):
            new: dict[str, Any] = {name: her.words(row[name]) for name in plain if row[name]}
            new |= {column.name: column_with_person(column, row, her.id, None, words=her.words) for column in cards if row[column.name]}
            rows.change(table, row, new)


def _forget_sheet_cards(rows: Trail, person_id: int, words: Words) -> None:
    """Cards that speak of her keep nothing but their deed; what they wrote can be taken back no more."""
    table = tables.sheet_cards
    kind = table.c.change.type
    assert isinstance(kind, JsonOf)
    for row in rows.rows(table):
        change = with_person(kind, row["change"], person_id, None, words=words)
        told = row["trail"] or ""
        if change != row["change"] or words(told) != told or _writes_of(row["trail"], person_id):
            bare = SheetChange(deed=row["change"].deed, proposal_id=row["change"].proposal_id)
            state = DraftState.DROPPED if row["state"] is DraftState.OPEN else row["state"]
            rows.change(table, row, {"change": bare, "view": None, "trail": None, "state": state})


def _writes_of(trail: str | None, person_id: int) -> bool:
    steps = json.loads(trail) if trail else []
    return any(
        (step["t"] == "people" and step["k"].get("id") == person_id)
        or any(person_id in ((step[side] or {}).get("person_id"), (step[side] or {}).get("author_id")) for side in ("b", "a"))
        or step["k"].get("person_id") == person_id
        for step in steps
    )
