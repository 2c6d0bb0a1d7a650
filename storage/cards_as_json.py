"""How a person is found and replaced inside a value of the domain that is kept as JSON: ids of people, lists of candidates, words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from bot.french.unnaming import SOMEBODY
from storage.tables.base import JsonOf, PeopleIds

_ONE = frozenset({"person_id", "author_id", "stays", "by", "informed_by"})
_SEVERAL = frozenset({"candidates", "person_candidates"})
_LISTED = frozenset({"people", "bearers"})  # each person once
_MEANT = frozenset({"who", "other"})  # of a SheetChange: a `Meant`, with id and ids
Words = Callable[[str], str]


def column_with_person(column: sa.Column[Any], row: Mapping[str, Any], old: int, new: int | None, *, words: Words | None = None) -> Any:
    """What that column of a row holds as JSON, with that person replaced (None: left out); see `with_person`."""
    value = row[column.name]
    if isinstance(column.type, PeopleIds):
        return value if row.get("candidates_are_structures") else tuple(_ids(value, old, new))
    assert isinstance(column.type, JsonOf)
    return with_person(column.type, value, old, new, words=words)


def with_person(kind: JsonOf, value: Any, old: int, new: int | None, *, words: Words | None = None) -> Any:
    """The value with that person replaced (None: left out), and its words as `words` makes them."""
    written = kind.process_bind_param(value, None)  # type: ignore[arg-type]
    if written is None:
        return value
    return kind.process_result_value(json.dumps(_walked(json.loads(written), old, new, words)), None)  # type: ignore[arg-type]


def _walked(value: Any, old: int, new: int | None, words: Words | None) -> Any:
    if isinstance(value, str):
        return words(value) if words else value
    if isinstance(value, list):
        return [_walked(item, old, new, words) for item in value]
    if not isinstance(value, dict):
        return value
    walked: dict[str, Any] = _nameless(value) if new is None and value.get("person_id") == old else {}
    for name, item in value.items():
        if name in _ONE:
            walked[name] = new if item == old else item
        elif name in _SEVERAL and not value.get("candidates_are_structures"):
            walked[name] = _ids(item, old, new)
        elif name in _MEANT and isinstance(item, dict) and "said" in item:
            meant = _walked(item, old, new, words)
            walked[name] = meant | {key: new for key in ("id",) if meant.get(key) == old} | {"ids": _ids(meant.get("ids", []), old, new)}
        elif name in _LISTED and isinstance(item, list):
            walked[name] = _walked(_once(item, old, new), old, new, words)
        else:
            walked[name] = _walked(item, old, new, words)
    return walked


def _once(listed: list[Any], old: int, new: int | None) -> list[Any]:
    """Where both stand in one list it was one person: her line stays."""
    people = [item.get("person_id") if isinstance(item, dict) else None for item in listed]
    if new is None or new not in people:
        return listed
    return [item for item, person_id in zip(listed, people, strict=True) if person_id != old]


def _nameless(value: dict[str, Any]) -> dict[str, Any]:
    """What stands for somebody left out: hours are not to become those of the author, nor a line of attendance empty."""
    if "source" in value:
        return {}  # hours that were kept
    return {"person_said": SOMEBODY} if "minutes" in value or "days" in value else {"said": SOMEBODY}


def _ids(ids: Sequence[int], old: int, new: int | None) -> list[int]:
    return [one for one in dict.fromkeys(new if i == old else i for i in ids) if one is not None]
