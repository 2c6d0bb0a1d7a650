"""What the demonstration's meetings say: topics, numbered decisions and actions, dealt from decks so that they seldom repeat."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from bot.demonstration.groups import ThemedGroup
from bot.demonstration.schedule import Slot
from bot.demonstration.sentence_table import EVERYWHERE, THEMES, Theme
from bot.demonstration.wording import filled, sentence
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.communes import Commune
from bot.domain.decisions import Action, ActionStatus, Decision, DecisionStatus
from bot.domain.drafts import Bearer
from bot.domain.groups import GroupKind
from bot.domain.people import Person


class Deck:
    """Sentences of one kind in chance order; dealt again from the top when all were used."""

    def __init__(self, sentences: Sequence[str], rng: random.Random) -> None:
        self._sentences = rng.sample(sentences, len(sentences))
        self._next = 0

    def deal(self, count: int) -> list[str]:
        """The next ones; `count` is below the size of the deck, so that none comes twice at once."""
        dealt = [self._sentences[(self._next + n) % len(self._sentences)] for n in range(count)]
        self._next += count
        return dealt


class SentenceWriter:
    """Writes what groups say; decisions are numbered in the order in which meetings are given."""

    def __init__(self, *, people: Sequence[Person], communes: Sequence[Commune], until: date, rng: random.Random) -> None:
        self._people = people
        self._communes = communes
        self._weights = [commune.population or 1 for commune in communes]
        self._until = until
        self._rng = rng
        self._numbers: Counter[str] = Counter()
        self._decks: dict[tuple[int, str], Deck] = {}
        self._themes: dict[tuple[str, str], Sequence[str]] = {}

    def topics(self, group: ThemedGroup) -> tuple[str, ...]:
        """One to three points that were talked about."""
        return tuple(self._deck(group, "topics").deal(self._rng.randint(1, 3)))

    def decisions(self, group: ThemedGroup, slot: Slot) -> tuple[Decision, ...]:
        """What was decided, numbered in the year of the group."""
        numbers = (1, 2, 3) if group.value.kind is GroupKind.COPIL else (0, 1, 2)
        count = self._rng.choices(numbers, weights=(4, 4, 2))[0]
        return tuple(self._decision(group, slot, text) for text in self._deck(group, "decisions").deal(count))

    def actions(self, group: ThemedGroup, slot: Slot, people: Sequence[Presence]) -> tuple[Action, ...]:
        """What is left to do, by somebody who was there."""
        count = self._rng.choices((0, 1, 2, 3), weights=(2, 4, 3, 1))[0]
        takers = [p.person_id for p in people if p.person_id and p.state is AttendanceState.PRESENT] or [slot.author_id]
        return tuple(self._action(text, slot, takers) for text in self._deck(group, "actions").deal(count))

    def _deck(self, group: ThemedGroup, part: str) -> Deck:
        key = (group.value.id, part)
        if key not in self._decks:
            self._decks[key] = Deck(self._of_theme(group.theme, part), self._rng)
        return self._decks[key]

    def _of_theme(self, theme: str, part: str) -> Sequence[str]:
        if (theme, part) not in self._themes:
            self._themes[theme, part] = tuple(map(sentence, _sentences(THEMES[theme], part) + _sentences(EVERYWHERE, part)))
        return self._themes[theme, part]

    def _decision(self, group: ThemedGroup, slot: Slot, text: str) -> Decision:
        series = f"{group.value.code}-{slot.day.year}"
        self._numbers[series] += 1
        status = self._rng.choices(tuple(DecisionStatus), weights=(94, 4, 2))[0]
        return Decision(text=self._filled(text, group, slot.day), number=f"{series}-{self._numbers[series]:03d}", status=status)

    def _action(self, text: str, slot: Slot, takers: Sequence[int]) -> Action:
        rng = self._rng
        taker = self._people[rng.choice(takers) - 1]
        by_structure = taker.structure_id is not None and rng.random() < 0.12
        bearer = Bearer(structure_id=taker.structure_id) if by_structure else Bearer(person_id=taker.id)
        due = _weekday_after(slot.day, rng.randint(6, 40)) if rng.random() < 0.8 else None
        status = self._status(due or slot.day + timedelta(days=45))
        return Action(text=text, bearers=(bearer,), due=due, status=status)

    def _status(self, expected: date) -> ActionStatus:
        late = (self._until - expected).days
        if late < 0:
            return ActionStatus.OPEN
        done = 0.6 if late < 21 else 0.93
        return self._rng.choices((ActionStatus.DONE, ActionStatus.OPEN, ActionStatus.DROPPED), weights=(done, 1 - done, 0.04))[0]

    def _filled(self, text: str, group: ThemedGroup, day: date) -> str:
        local = group.theme == "local"
        commune = group.commune if local else self._rng.choices(self._communes, weights=self._weights)[0]
        one_to_three_months_later = (day.month - 1 + self._rng.randint(1, 3)) % 12 + 1
        return filled(text, commune=commune.name, month=one_to_three_months_later)


def _sentences(theme: Theme, part: str) -> tuple[str, ...]:
    return {"topics": theme.topics, "decisions": theme.decisions, "actions": theme.actions}[part]


def _weekday_after(day: date, days: int) -> date:
    """That many days later, on the Friday before when it falls on a weekend."""
    due = day + timedelta(days=days)
    return due - timedelta(days=max(0, due.weekday() - 4))
