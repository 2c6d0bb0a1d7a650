"""How fast does a bot answer when many people talk at once: each follows a script, and each step's wait is measured.

A step is `{"say": "…"}` or `{"press": "✅"}` (the newest button that begins so). A tap is answered by an edit of its message or a new
one; a text by a new message, and when the next step is a tap, by one that shows that button.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from bot.simulator.people import Person
from bot.simulator.refusals import NotPossible
from bot.simulator.world import World

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """What came out: `answered` steps in `seconds`, waits in milliseconds, `lost` steps that nothing answered in time."""

    steps: int
    answered: int
    lost: int
    seconds: float
    per_second: float
    p50_ms: float
    p95_ms: float
    worst_ms: float


async def run_burst(world: World, *, people: int, rounds: int, script: list[Json], within: float = 10.0) -> Burst:
    """Let `people` invented people (« Foule 1 »…, already started) follow `script` `rounds` times, all at once."""
    crowd = [world.person(f"Foule {number}", started=True) for number in range(1, people + 1)]
    waits: list[float] = []
    begun = time.perf_counter()
    losses = await asyncio.gather(*(_follow(one, script * rounds, waits, within) for one in crowd))
    seconds = time.perf_counter() - begun
    ordered = sorted(waits) or [0.0]
    return Burst(
        steps=people * rounds * len(script),
        answered=len(waits),
        lost=sum(losses),
        seconds=round(seconds, 3),
        per_second=round(len(waits) / seconds, 1),
        p50_ms=_at(ordered, 0.5),
        p95_ms=_at(ordered, 0.95),
        worst_ms=_at(ordered, 1.0),
    )


def _at(ordered: list[float], part: float) -> float:
    return round(ordered[min(int(len(ordered) * part), len(ordered) - 1)] * 1000, 1)


async def _follow(person: Person, steps: list[Json], waits: list[float], within: float) -> int:
    """Follow the steps; how many were not answered. A lost step ends this person's part."""
    for done, step in enumerate(steps):
        wanted = steps[done + 1].get("press", "") if done + 1 < len(steps) else ""
        begun = time.perf_counter()
        try:
            answered = _do(person, step, wanted)
            async with asyncio.timeout(within):
                while not answered():
                    await person.waits_for_change(person.revision, within=within)
        except (TimeoutError, NotPossible):
            return len(steps) - done
        waits.append(time.perf_counter() - begun)
    return 0


def _do(person: Person, step: Json, wanted: str) -> Callable[[], bool]:
    """Do a step; what tells whether it was answered: after a text, a message that shows the button pressed next, if there is one."""
    if "say" in step:
        said = person.says(step["say"])
        return lambda: any(one.id > said.id and any(label.startswith(wanted) for label in one.labels or [""]) for one in person.recent(5))
    label = next((one for one in person.visible_buttons if one.startswith(step["press"])), None)
    if label is None:
        raise NotPossible(f"no button begins with {step['press']!r}")
    message = person.presses(label).message
    edits, newest = message.edits, person.recent(1)[0].id
    return lambda: message.edits > edits or person.recent(1)[0].id > newest


def as_json(burst: Burst) -> Json:
    """For the human's door."""
    return asdict(burst)
