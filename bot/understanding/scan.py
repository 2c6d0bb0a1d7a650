"""What stands where in a message: its words with the times, numbers, people, groups, structures and places recognised in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.domain.requests import Hearing
from bot.understanding.groups import GroupMention, Strength, find_groups
from bot.understanding.index import VocabularyIndex
from bot.understanding.names import find_people
from bot.understanding.numbers import NumberMention, find_numbers
from bot.understanding.person_mentions import PersonMention
from bot.understanding.things import ThingMention, find_things
from bot.understanding.times import TimeMention, find_times
from bot.understanding.tokens import tokenize
from bot.understanding.words import MAX_CHARACTERS, Word, split_words

M = TypeVar("M")
_MARGIN = 16  # nothing stands past either end: one may look a few words beyond without asking
MOST_SIGNS = 1_600  # words, numbers and signs of one message: the densest that people typed to us would have 1,500 at full length
MOST_TIMES = 250  # expressions of time of one message: more are a table, that nobody could check on a card
_BEYOND = ("",) * _MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A message and all its mentions; each `…_at` has one entry a word: the mention that covers it, or None.

    They end with some empty entries, so that the few words past either end (index -1, or the length) hold nothing.
    """

    text: str
    words: tuple[Word, ...]
    folds: tuple[str, ...]  # the folded words, then some empty ones
    signs: tuple[str, ...]  # the words as typed, then some empty ones
    hearing: Hearing
    index: VocabularyIndex
    time_at: tuple[TimeMention | None, ...]
    number_at: tuple[NumberMention | None, ...]
    person_at: tuple[PersonMention | None, ...]
    group_at: tuple[GroupMention | None, ...]
    thing_at: tuple[ThingMention | None, ...]
    memo: dict[str | tuple[str, bool], object] = field(default_factory=dict, repr=False, compare=False)  # what was worked out of it once
    time_spans: dict[int, tuple[int, int]]  # where a time begins in the text → its words [first, last)
    dense: bool = False  # more signs or times than a person writes in 4,096 characters: nothing was read, and she is asked

    def __len__(self) -> int:
        return len(self.words)

    def fold(self, i: int) -> str:
        """The folded word i, empty past either end."""
        try:
            return self.folds[i]
        except IndexError:
            return ""

    def canon(self, i: int) -> str:
        """The canonical word i, empty past either end."""
        return self.words[i].canon if 0 <= i < len(self.words) else ""

    def sign(self, i: int) -> str:
        """The text of word i, empty past either end."""
        try:
            return self.signs[i]
        except IndexError:
            return ""

    def slice(self, first: int, last: int) -> str:
        """The text of the words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end] if 0 <= first < last <= len(self.words) else ""

    def span_of(self, time: TimeMention) -> tuple[int, int]:
        """The words [first, last) that a time covers; (0, 0) for one that stands nowhere here."""
        return self.time_spans.get(time.start, (0, 0))


def without(scan: Scan, hidden: frozenset[int]) -> Scan:
    """The scan as if nobody and nothing were named among those words."""

    def kept(at: Sequence[M | None]) -> tuple[M | None, ...]:
        return tuple(None if i in hidden else m for i, m in enumerate(at))

    words = tuple(
        replace(w, text="", fold="", canon="", is_word=False, is_number=False) if i in hidden else w for i, w in enumerate(scan.words)
    )
    return replace(
        scan,
        words=words,
        folds=tuple("" if i in hidden else f for i, f in enumerate(scan.folds)),
        signs=tuple("" if i in hidden else said for i, said in enumerate(scan.signs)),
        person_at=kept(scan.person_at),
        group_at=kept(scan.group_at),
        thing_at=kept(scan.thing_at),
        memo={},
    )


def names_group(scan: Scan, i: int) -> bool:
    """Whether word i is of a group called by its name, rather than hinted at."""
    group = scan.group_at[i]
    return group is not None and group.strength >= Strength.NAMED


def names_held(scan: Scan, i: int) -> bool:
    """Whether such a group is the one that met, not « reporté au prochain GT »."""
    return names_group(scan, i) and not scan.fold(i - 1).startswith("proch")


def of_the_meeting(scan: Scan, i: int) -> bool:
    """Whether « de la réunion d'hier », « du GT » stands at word i: behind « Retour », « Bilan » it announces what is told."""
    while scan.fold(i) in {"de", "du", "d", "la", "le", "l", "sur", "cette", "cet", "mon", "ma", "notre"}:
        i += 1
    return names_group(scan, i) or scan.fold(i) in {"reunion", "reu", "seance", "rencontre"}


def scan(text: str, hearing: Hearing, index: VocabularyIndex) -> Scan:
    """Recognise everything in a message of at most 4,096 characters (Telegram's own limit); nothing in one that is too dense."""
    text = text[:MAX_CHARACTERS]
    tokens = tokenize(text)
    times = find_times(tokens, hearing.now) if len(tokens) <= MOST_SIGNS else ()
    dense = len(tokens) > MOST_SIGNS or len(times) > MOST_TIMES
    if dense:
        tokens, times = (), ()
    words = split_words(text, tokens)
    number_at = _spread(words, find_numbers(tokens), _place)
    time_at = _spread(words, times, _place)
    things = find_things(text, words, index)
    time_at = _without(time_at, [t for t in times if _inside_thing(t, things)])
    timed = {i for i, t in enumerate(time_at) if t is not None}
    structures = {t.first: t.structures for t in things if t.structures}
    people = find_people(text, words, index, timed, structures_at=structures)
    groups = [g for g in find_groups(words, index) if not all(i in timed for i in range(g.first, g.last))]
    things = tuple(t for t in things if not any(i in timed for i in range(t.first, t.last)))
    person_at, group_at, thing_at = _settled(len(words) + _MARGIN, people, groups, things)
    single = {id(t) for i, t in enumerate(time_at) if t is not None and person_at[i] is not None}
    time_at = tuple(None if t is not None and id(t) in single else t for t in time_at)
    return Scan(
        text=text,
        words=words,
        folds=(*[word.fold for word in words], *_BEYOND),
        signs=(*[word.text for word in words], *_BEYOND),
        hearing=hearing,
        index=index,
        time_at=time_at,
        number_at=number_at,
        person_at=person_at,
        group_at=group_at,
        thing_at=thing_at,
        time_spans=_spans(time_at),
        dense=dense,
    )


def _place(mention: TimeMention | NumberMention) -> tuple[int, int]:
    return mention.start, mention.end


def _spread(words: Sequence[Word], mentions: Sequence[M], place: Callable[[M], tuple[int, int]]) -> tuple[M | None, ...]:
    """Each word's mention, for mentions in order given by their places in the text."""
    spread: list[M | None] = [None] * (len(words) + _MARGIN)
    i = 0
    for mention in mentions:
        start, end = place(mention)
        while i < len(words) and words[i].end <= start:
            i += 1
        while i < len(words) and words[i].start < end:
            spread[i] = mention
            i += 1
    return tuple(spread)


def _spans(at: tuple[TimeMention | None, ...]) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for i, mention in enumerate(at):
        if mention is not None:
            first, _ = spans.get(mention.start, (i, i))
            spans[mention.start] = (first, i + 1)
    return spans


def _without(at: tuple[TimeMention | None, ...], dropped: Sequence[TimeMention]) -> tuple[TimeMention | None, ...]:
    gone = {id(t) for t in dropped}
    return tuple(None if t is not None and id(t) in gone else t for t in at)


def _inside_thing(time: TimeMention, things: Sequence[ThingMention]) -> bool:
    return any(t.start <= time.start and time.end <= t.end for t in things)


def _settled(
    count: int, people: Sequence[PersonMention], groups: Sequence[GroupMention], things: Sequence[ThingMention]
) -> tuple[tuple[PersonMention | None, ...], tuple[GroupMention | None, ...], tuple[ThingMention | None, ...]]:
    """Where mentions of different sorts overlap, the longest stays; of equal ones the plainest."""
    person_at: list[PersonMention | None] = [None] * count
    group_at: list[GroupMention | None] = [None] * count
    thing_at: list[ThingMention | None] = [None] * count
    free = [True] * count

    def rank(mention: PersonMention | GroupMention | ThingMention) -> tuple[int, int]:
        plain = mention.strength if isinstance(mention, GroupMention) else 2 + mention.full if isinstance(mention, PersonMention) else 2
        return (mention.last - mention.first, plain)

    everything: list[PersonMention | GroupMention | ThingMention] = [*groups, *things, *people]
    for mention in sorted(everything, key=rank, reverse=True):
        covered = range(mention.first, mention.last)
        if not all(free[i] for i in covered):
            continue
        for i in covered:
            free[i] = False
            if isinstance(mention, PersonMention):
                person_at[i] = mention
            elif isinstance(mention, GroupMention):
                group_at[i] = mention
            else:
                thing_at[i] = mention
    return tuple(person_at), tuple(group_at), tuple(thing_at)
