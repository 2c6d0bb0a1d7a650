"""What was called: one entry a Bot API call, with its parameters as the bot meant them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

_JSON_FIELDS = frozenset(
    {
        "allowed_updates",
        "button",
        "caption_entities",
        "commands",
        "entities",
        "link_preview_options",
        "media",
        "menu_button",
        "options",
        "reaction",
        "reply_markup",
        "reply_parameters",
        "results",
        "scope",
    }
)


def decoded(name: str, value: Any) -> Any:
    """A parameter whose form travels as JSON text, decoded; anything else, or broken JSON, as it came."""
    if name in _JSON_FIELDS and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes = field(repr=False)


@dataclass(slots=True, kw_only=True)
class Call:
    """A call that the server saw. `code` is 200 or that of the refusal; `at` the world's seconds."""

    method: str
    raw: dict[str, Any]
    uploads: dict[str, Upload]
    at: float
    code: int = 200
    description: str = ""

    @property
    def params(self) -> Json:
        """The parameters, with JSON ones decoded; numbers and booleans stay text when they travelled as a form."""
        named = {name: decoded(name, value) for name, value in self.raw.items()}
        attached = {value for value in self.raw.values() if isinstance(value, str) and value.startswith("attach://")}
        files = {name: f"attach://{name}" for name in self.uploads if f"attach://{name}" not in attached}
        return named | files

    def to_json(self) -> Json:
        """For the human's door."""
        return {"method": self.method, "params": self.params, "code": self.code, "description": self.description, "at": self.at}
