"""What a few words say of the planned meeting that was shown just before: a point of its agenda, or what is seen to."""

from __future__ import annotations

import re

from bot.domain.convenings import PlanAgenda
from bot.domain.requests import Hearing
from bot.domain.turnout import TellTurnout
from bot.understanding.agenda_heads import AGENDA, LEXICON, POINT
from bot.understanding.agenda_points import read_agenda_points
from bot.understanding.asked_planned import seen_to
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import spaced
from bot.understanding.scan import scan
from bot.understanding.turnout import read_shown_turnout
from bot.understanding.words import split_words

_WORDS = frozenset(word for tag in ("remove", "set", "takes") for said in LEXICON["verbs"][tag] for word in spaced(said).split())
_ORDERS = tuple(f" {spaced(said)} " for tag in ("first", "last") for said in LEXICON["orders"][tag])
_LONGEST = 160  # characters


def may_change_point(text: str) -> bool:
    """Whether a word of it may say what becomes of a point; costs next to nothing."""
    return len(text) <= _LONGEST and not _WORDS.isdisjoint(_words(text))


def moves_point(text: str) -> bool:
    """Whether it says « en premier », « à la fin »."""
    said = f" {' '.join(_words(text))} "
    return any(order in said for order in _ORDERS)


def names_agenda(text: str) -> bool:
    """Whether it says « ordre du jour » or « point »: of the agenda, though it was the list that was shown."""
    words = split_words(text)
    return AGENDA.first(words) is not None or any(word.fold in POINT for word in words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", spaced(text))


def read_shown(text: str, hearing: Hearing, index: VocabularyIndex) -> PlanAgenda | TellTurnout | tuple[str, ...] | None:
    """What becomes of a point of that agenda, who comes, or the things that are seen to; None for anything else, or for another meeting."""
    seen = scan(text, hearing, index)
    told = read_agenda_points(seen, shown=True)
    if isinstance(told, PlanAgenda) and told.group_id is None and told.day is None and not told.group_candidates:
        return told
    return seen_to(seen) or read_shown_turnout(seen) if told is None else None
