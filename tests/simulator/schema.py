"""Whether a Bot API call is one that Telegram documents, judged by aiogram's method classes, independently of PTB and of our simulator.

for call in simulator.world.calls:
    check_call(call.method, call.params)
"""

from __future__ import annotations

import typing
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

with pytest.MonkeyPatch.context() as patch:  # aiogram would build all its 600 models, four seconds of work; each is built when asked for
    patch.setattr(BaseModel, "model_rebuild", classmethod(lambda _, **__: None))
    import aiogram.methods
    import aiogram.types
    from aiogram.client.default import Default
    from aiogram.methods import TelegramMethod
    from aiogram.types import Update

_NAMES = vars(typing) | vars(aiogram.types) | {"Default": Default}
_BY_NAME: dict[str, type[TelegramMethod[Any]]] = {
    made.__api_method__.lower(): made
    for name in aiogram.methods.__all__
    if isinstance(made := getattr(aiogram.methods, name), type) and issubclass(made, TelegramMethod) and made is not TelegramMethod
}


def built(model: type[BaseModel]) -> type[BaseModel]:
    """That model, ready to judge."""
    model.model_rebuild(_types_namespace=_NAMES)
    return model


def build_all() -> None:
    """For the tests that speak through aiogram itself."""
    for name in aiogram.types.__all__:
        if hasattr(getattr(aiogram.types, name), "model_rebuild"):
            built(getattr(aiogram.types, name))


class CallRefused(AssertionError):
    """A call that Telegram does not document so."""


def check_call(method: str, params: dict[str, Any]) -> None:
    """Raise CallRefused unless `params` (as `Call.params` gives them) fit the documented method, with nothing beside."""
    documented = _BY_NAME.get(method.lower())
    if documented is None:
        raise CallRefused(f"{method} is no documented method")
    try:
        built(documented).model_validate(params, extra="forbid")
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
    checked = built(Update).model_validate(update, extra="forbid")
    assert isinstance(checked, Update)
    return checked


def documented_parameters(method: str) -> frozenset[str]:
    """The parameter names of a method."""
    return frozenset(_BY_NAME[method.lower()].model_fields)
