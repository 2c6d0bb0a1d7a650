"""Which of the dates that she proposed a message chooses: « on prend le 15 », « va pour la 2 », « ce sera le 15 pour le GT Diabète »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain.date_searches import ProposedDate
from bot.domain.requests import Hearing
from bot.understanding.date_fits import is_beside, places_at
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan, scan

Manner = Literal["plain", "ahead", "agreed", "changed"]
_LEXICON = table("date_searches")["chosen"]
_MANNERS: tuple[Manner, ...] = ("plain", "ahead", "agreed", "changed")  # what is said most plainly holds
_TURNS = PhraseTable({manner: _LEXICON[manner] for manner in _MANNERS})
_BESIDE = frozenset(spaced(_LEXICON["beside"]).split())
_DENIES = frozenset({"ne", "n", "ni"})
_LONGEST = 24  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChoice:
    """The places of the dates told, and the days told that are none of them; `count`: how many dates she told.

    `manner`: « on prend », or what may as well tell what follows a meeting (« ce sera »), answer (« ok pour ») or correct (« finalement »).
    """

    manner: Manner
    places: tuple[int, ...]
    elsewhere: tuple[str, ...]
    count: int
    group_ids: tuple[int, ...] = ()


def may_choose(text: str) -> bool:
    """Whether a word of it may begin what chooses; costs next to nothing."""
    return not _TURNS.openings.isdisjoint(re.findall(r"\w+", spaced(text)))


def read_choice(text: str, hearing: Hearing, index: VocabularyIndex, *, dates: Sequence[ProposedDate]) -> ToldChoice | None:
    """What it chooses among these dates; None as soon as one word says anything else."""
    seen = scan(text, hearing, index)
    if seen.dense or not 0 < len(seen) <= _LONGEST:
        return None
    manners: set[str] = set()
    places: list[int] = []
    elsewhere: list[str] = []
    groups: list[tuple[int, ...]] = []
    i = count = 0
    while i < len(seen):
        turn, group = _TURNS.at(seen.words, i), seen.group_at[i]
        found = places_at(seen, i, dates) if turn is None and group is None else None
        if turn is not None:
            manners.add(turn.tag)
            i = turn.last
        elif group is not None and group.first == i:
            groups.append(group.ids)
            i = group.last
        elif found is not None:
            elsewhere += [] if found[0] else [seen.slice(i, found[1])]
            places += found[0]
            count, i = count + 1, found[1]
        elif _says_nothing(seen, i):
            i += 1
        else:
            return None
    manner = next((one for one in _MANNERS if one in manners), None)
    if manner is None or not count or len(groups) > 1:
        return None
    told = tuple(dict.fromkeys(places))
    return ToldChoice(manner=manner, places=told, elsewhere=tuple(elsewhere), count=count, group_ids=groups[0] if groups else ())


def _says_nothing(seen: Scan, i: int) -> bool:
    if seen.sign(i) == "?" or seen.fold(i) in _DENIES:
        return False
    known = is_beside(seen, i) or seen.fold(i) in _BESIDE
    return known if seen.words[i].is_word or seen.words[i].is_number else True
