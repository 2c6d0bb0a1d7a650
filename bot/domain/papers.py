"""Which papers can be asked for beside the minutes, and what an order for one says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class PaperKind(StrEnum):
    """What is made of a meeting, a group or an axis; the values are what documents are called."""

    DECISIONS = "relevé de décisions"
    SIGNING_SHEET = "feuille d’émargement"
    AGENDA = "ordre du jour"
    INVITATION = "invitation"
    REVIEW = "bilan"
    FIGURES = "chiffres du bilan"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftPaper:
    """A document that left Maillon: of which group or meeting (`label`, and its `day`), and when; `kind` None: the directory itself."""

    kind: PaperKind | None
    left_on: date
    label: str = ""
    day: date | None = None


REVIEWS = frozenset({PaperKind.REVIEW, PaperKind.FIGURES})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """One document to make, as things stand when it leaves.

    Of one meeting: `meeting_id`. Decisions of a period: `first` and `last` (both included, None: open), of `group_ids` or of an `axis`,
    of the whole territory without either. A sheet or an invitation of a meeting that nobody planned: the only one of `group_ids`, on
    `first`, with the hours and the place said. A review: of the days `first` to `last` of one year, narrowed to the groups, the axis, the
    structure and the commune (by name) that are told. `each`: one letter a person. Whoever receives it signs it.
    """

    kind: PaperKind
    meeting_id: int | None = None
    group_ids: tuple[int, ...] = ()
    axis: int | None = None
    first: date | None = None
    last: date | None = None
    starts: time | None = None
    ends: time | None = None
    each: bool = False
    reply_by: date | None = None
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None
    structure_id: int | None = None
