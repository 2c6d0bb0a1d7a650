"""What a few words say of the planned meeting that was shown just before: a point of its agenda, or what is seen to."""

from __future__ import annotations

from bot.domain.convenings import PlanAgenda
from bot.domain.requests import Hearing
from bot.domain.turnout import TellTurnout
from bot.understanding.agenda_points import read_agenda_points
from bot.understanding.asked_planned import seen_to
from bot.understanding.index import VocabularyIndex
from bot.understanding.scan import scan
from bot.understanding.turnout import read_shown_turnout


def read_shown(text: str, hearing: Hearing, index: VocabularyIndex) -> PlanAgenda | TellTurnout | tuple[str, ...] | None:
    """What becomes of a point of that agenda, who comes, or the things that are seen to; None for anything else, or for another meeting."""
    seen = scan(text, hearing, index)
    told = read_agenda_points(seen, shown=True)
    if isinstance(told, PlanAgenda) and told.group_id is None and told.day is None and not told.group_candidates:
        return told
    return seen_to(seen) or read_shown_turnout(seen) if told is None else None
