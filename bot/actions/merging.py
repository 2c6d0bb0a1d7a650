"""How two corrections of one meeting, made at the same time, become one card."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from bot.domain.drafts import MeetingDraft

Item = TypeVar("Item")
_TOGETHER = (
    ("group_id", "group_candidates", "no_group", "title"),
    ("day", "day_candidates", "day_window"),
    ("starts", "ends", "minutes", "times_approximate", "minutes_by_convention"),
    ("place_id", "place_said", "commune"),
    ("headcount", "headcount_approximate", "natures"),
)
_LISTS = ("people", "topics", "decisions", "actions")


def merged(hers: MeetingDraft, base: MeetingDraft, theirs: MeetingDraft) -> MeetingDraft:
    """`theirs` with what she changed since `base`: parts that belong together move together, lists item by item."""
    changed = {f.name for f in fields(hers) if getattr(hers, f.name) != getattr(base, f.name)}
    for together in _TOGETHER:
        changed |= set(together) if changed & set(together) else set()
    lists = {name: _merged_items(getattr(hers, name), getattr(base, name), getattr(theirs, name)) for name in _LISTS}
    return replace(theirs, **{name: getattr(hers, name) for name in changed} | lists)


def _merged_items(hers: tuple[Item, ...], base: tuple[Item, ...], theirs: tuple[Item, ...]) -> tuple[Item, ...]:
    stay = tuple(item for item in theirs if item in hers or item not in base)
    return stay + tuple(item for item in hers if item not in base and item not in stay)
