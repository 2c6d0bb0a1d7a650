"""Whether a Bot API call is one that Telegram documents, judged by aiogram's method classes, independently of PTB and of our simulator.

for call in simulator.world.calls:
    check_call(call.method, call.params)
"""

from __future__ import annotations

from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

_BY_NAME: dict[str, type[TelegramMethod[Any]]] = {
    made.__api_method__.lower(): made
    for name in aiogram.methods.__all__
    if isinstance(made := getattr(aiogram.methods, name), type) and issubclass(made, TelegramMethod) and made is not TelegramMethod
}


class CallRefused(AssertionError):
    """A call that Telegram does not document so."""


def check_call(method: str, params: dict[str, Any]) -> None:
    """Raise CallRefused unless `params` (as `Call.params` gives them) fit the documented method, with nothing beside."""
    documented = _BY_NAME.get(method.lower())
    if documented is None:
        raise CallRefused(f"{method} is no documented method")
    try:
        documented.model_validate(params, extra="forbid")
    except ValidationError as problem:
        raise CallRefused(f"{method}({params}): {problem}") from problem


def check_calls(calls: Any) -> int:
    """Check each call of an iterable of `bot.simulator.Call`; how many there were."""
    count = 0
    for call in calls:
        check_call(call.method, call.params)
        count += 1
    return count


def check_update(update: dict[str, Any]) -> Update:
    """The update as aiogram understands it; nothing in it may be unknown to aiogram."""
    return Update.model_validate(update, extra="forbid")


def documented_parameters(method: str) -> frozenset[str]:
    """The parameter names of a method."""
    return frozenset(_BY_NAME[method.lower()].model_fields)
