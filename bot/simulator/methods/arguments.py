"""What a call says: its arguments read as the real server reads them (text, numbers, booleans, JSON, files)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bot.simulator.calls import Upload
from bot.simulator.refusals import bad_request

_ABSENT = (None, "")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one call: `raw` by name (text from forms, any value from a JSON body), and the uploaded files."""

    raw: dict[str, Any]
    uploads: dict[str, Upload]

    def has(self, name: str) -> bool:
        """Whether it was given and is not empty."""
        return self.raw.get(name) not in _ABSENT

    def text(self, name: str) -> str:
        """As text; empty when absent."""
        value = self.raw.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def required(self, name: str) -> str:
        """As text, refused when empty."""
        if not (value := self.text(name)):
            raise bad_request(f'parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int, *, least: int = -(2**62), most: int = 2**62) -> int:
        """As a whole number brought between `least` and `most`; what is no number counts as `default`."""
        try:
            value = int(self.raw.get(name, default) or default)
        except (TypeError, ValueError):
            value = default
        return min(max(value, least), most)

    def boolean(self, name: str) -> bool:
        """As the server reads it: true, yes and 1 are true."""
        value = self.raw.get(name)
        return value if isinstance(value, bool) else str(value).strip().lower() in ("true", "yes", "1")

    def number(self, name: str) -> float:
        """As a decimal number, refused when it is none."""
        try:
            return float(self.raw.get(name, ""))
        except (TypeError, ValueError):
            raise bad_request(f"{name} is invalid") from None

    def json(self, name: str, *, what: str = "") -> Any:
        """As the value that JSON text stands for; None when absent."""
        value = self.raw.get(name)
        if value in _ABSENT:
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what or name} JSON object") from None

    def kinds(self, name: str) -> list[str] | None:
        """A list of names (allowed_updates); None when absent."""
        value = self.json(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise bad_request(f"can't parse {name} JSON object")
        return value
