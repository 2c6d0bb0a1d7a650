"""Which decision is which once a meeting is corrected: numbers stand in minutes that were sent, so that new words keep the old number."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from bot.domain.decisions import Decision
from bot.french.rewording import likeness

ALIKE = 0.5  # half of the words of the shorter one, or half of the letters


def renumbered(before: tuple[Decision, ...], after: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions `after`, each with the number and status of the one before that it is.

    The same text first, then the likest, then, when there are as many as before, those that are left in their order: a correction that
    adds and removes none changes only words. What is left is new and takes the next number when it is kept.
    """
    left, open_ = list(before), dict(enumerate(after))
    found: dict[int, Decision] = {}

    def pair(place: int, old: Decision) -> None:
        found[place] = replace(old, text=open_.pop(place).text)
        left.remove(old)

    for place, old in product(tuple(open_), before):
        if place in open_ and old in left and old.text == open_[place].text:
            pair(place, old)
    for _, place, old in sorted(_likest(left, open_), key=lambda candidate: -candidate[0]):
        if place in open_ and old in left:
            pair(place, old)
    if len(before) == len(after):
        for place, old in zip(tuple(open_), tuple(left), strict=True):
            pair(place, old)
    return tuple(found.get(place, decision) for place, decision in enumerate(after))


def _likest(before: list[Decision], after: dict[int, Decision]) -> list[tuple[float, int, Decision]]:
    """How alike each old decision and each new text are, where they are at all."""
    weighed = [(likeness(old.text, new.text), place, old) for (place, new), old in product(after.items(), before)]
    return [candidate for candidate in weighed if candidate[0] >= ALIKE]
