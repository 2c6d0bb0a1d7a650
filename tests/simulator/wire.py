"""How the tests of the simulator speak with it: plain HTTP, as any bot."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.simulator import Person, Simulator

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Refused:
    """`ok: false`: what the server said."""

    code: int
    description: str
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class Wire:
    """A bot made of nothing but HTTP."""

    simulator: Simulator
    session: aiohttp.ClientSession

    def address(self, method: str, *, token: str | None = None) -> str:
        return f"{self.simulator.url}/bot{token or self.simulator.token}/{method}"

    async def call(self, method: str, **params: Any) -> Any:
        """The result of a call, or how it was refused; parameters go as an urlencoded form, values that are no text as JSON."""
        form = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
        async with self.session.post(self.address(method), data=form) as response:
            return read(await response.json())

    async def updates(self, **params: Any) -> list[Json]:
        """What getUpdates gives at once."""
        found: list[Json] = await self.call("getUpdates", **params)
        return found


def read(answer: Json) -> Any:
    """The result, or the refusal."""
    if answer["ok"]:
        return answer["result"]
    return Refused(answer["error_code"], answer["description"], answer.get("parameters", {}).get("retry_after"))


def bad(reason: str) -> Refused:
    """400 with these words."""
    return Refused(400, f"Bad Request: {reason}")


def started(simulator: Simulator, first_name: str = "Claire") -> Person:
    """Somebody who pressed Start long ago."""
    return simulator.world.person(first_name, started=True)
