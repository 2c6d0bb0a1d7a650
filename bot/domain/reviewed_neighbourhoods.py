"""What an annual review says of the priority neighbourhoods (QPV): each of them, whether something happened there or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.review_facts import YearFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourhoodLine:
    """A QPV of the territory: the meetings that were held there, and its structures that took part."""

    name: str
    commune: str
    meetings: int
    structures: int

    @property
    def covered(self) -> bool:
        """Whether the network came to it, or it to the network."""
        return bool(self.meetings or self.structures)


def neighbourhood_lines(facts: YearFacts, listed: Sequence[Neighbourhood], *, homes: Mapping[int, str]) -> tuple[NeighbourhoodLine, ...]:
    """Every QPV of the territory, the busiest first; `homes`: structure → the name of the QPV in which it is."""
    met = Counter(one.neighbourhood for one in facts.meetings)
    came = Counter(homes.get(one) for one in facts.structures)
    lines = [
        NeighbourhoodLine(name=one.name, commune=one.commune or "", meetings=met[one.name], structures=came[one.name]) for one in listed
    ]
    return tuple(sorted(lines, key=lambda line: (-line.meetings, -line.structures, line.name)))
