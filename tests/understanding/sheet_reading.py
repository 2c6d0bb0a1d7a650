"""What the reader makes of a sentence about a sheet, in the short form of `sheet_phrases`."""

from __future__ import annotations

from bot.domain.requests import ChangeSheet
from bot.domain.sheet_changes import Meant
from tests.understanding.territory import VOCABULARY, say

_NAMES = {p.id: p.full_name for p in VOCABULARY.people}
_PLACES = {s.id: s.name for s in VOCABULARY.structures}


def read_as(text: str) -> dict[str, str]:
    """The deed, who and what; empty when the reader hears no change of the directory."""
    request = say(text)
    if not isinstance(request, ChangeSheet):
        return {}
    change = request.change
    told = {
        "deed": change.deed.value,
        "who": _meant(change.who, _NAMES),
        "other": _meant(change.other, _NAMES),
        "where": _meant(change.where, _PLACES),
        "function": change.function,
        "phone": change.phone,
        "email": change.email,
        "commune": change.commune,
        "name": change.name,
        "day": change.day.isoformat() if change.day else None,
    }
    return {name: value for name, value in told.items() if value}


def _meant(meant: Meant | None, names: dict[int, str]) -> str | None:
    if meant is None:
        return None
    if meant.new:
        return f"?{meant.said}"
    return names[meant.id] if meant.id is not None else " / ".join(names[i] for i in meant.ids)
