"""Invented reviews with which a received template is tried: a year beside the one before, and one of which nothing was kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.annual_reviews import AnnualReview, ReviewHead, ReviewNames, review_of
from bot.domain.contributions import Nature, Part
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.groups import GroupKind
from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.review_facts import GivenTime, ReviewedAction, ReviewedDecision, ReviewedMeeting, ReviewScope, Sighting, YearFacts
from bot.domain.writing import USUAL, WritingStyle
from doc_templates.annual_review.fields import review_contents
from doc_templates.contents import Contents
from doc_templates.invented import CLAIRE, COMMUNE, INSTANCE, ORGANISM, TERRITORY

_NAMES = ReviewNames(
    structures={1: "Centre social", 2: "Mission locale", 3: "CCAS", 4: "Maison des jeunes"},
    seats={1: "00001", 2: "00002"},
    axes={1: "Accès aux soins", 2: "Santé mentale"},
    communes={"00001": COMMUNE, "00002": "Modèle-sur-Mer"},
    neighbourhoods=(Neighbourhood(name="Les Essais", commune=COMMUNE), Neighbourhood(name="Bas-Modèle", commune="Modèle-sur-Mer")),
    homes={2: "Les Essais"},
)
_CAME = {2025: (1, 2, 4), 2026: (1, 2, 3)}  # structures, so that one is new and one was not seen again
_INSTANCES = ((INSTANCE, GroupKind.GT, 1), ("Copil Exemple", GroupKind.COPIL, None), ("Groupe Essai", GroupKind.GT, 2))


def _year(year: int, *, many: int) -> YearFacts:
    """A meeting every three weeks, each with two structures and the hours of one person."""
    met: list[ReviewedMeeting] = []
    given: list[GivenTime] = []
    for rank in range(many):
        name, kind, axis = _INSTANCES[rank % 3]
        day, commune, group = date(year, 1, 12) + timedelta(weeks=3 * rank), "0000" + str(1 + rank % 2), 1 + rank % 3
        met.append(
            ReviewedMeeting(id=rank, day=day, instance=name, group_id=group, kind=kind, axis=axis, commune=commune, present=5 + rank % 4)
        )
        nature = (Nature.EMPLOYER_TIME, Nature.VOLUNTEER, None)[rank % 3]
        given.append(
            GivenTime(
                day=day,
                minutes=120,
                part=Part.MEETING,
                nature=nature,
                person_id=1 + rank % 4,
                structure_id=_CAME[year][rank % 3],
                group_id=group,
                axis=axis,
                commune=commune,
            )
        )
    return YearFacts(
        meetings=tuple(met),
        sightings=tuple(Sighting(meeting_id=one.id, person_id=1 + one.id % 4, structure_id=_CAME[year][one.id % 3]) for one in met),
        time=tuple(given),
        decisions=tuple(ReviewedDecision(meeting_id=one.id, status=DecisionStatus.TAKEN) for one in met[::2]),
        actions=tuple(ReviewedAction(meeting_id=one.id, status=ActionStatus.OPEN, due=one.day) for one in met[::3]),
    )


def _review(facts: YearFacts, before: YearFacts) -> AnnualReview:
    head = ReviewHead(
        organism=ORGANISM,
        territory=TERRITORY,
        scope=TERRITORY,
        year=2026,
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        complete=True,
        named=True,
        made_by=CLAIRE,
        generated_on=date(2027, 1, 11),
    )
    return review_of(head, ReviewScope(), facts=facts, before=before, names=_NAMES)


def trials(style: WritingStyle = USUAL) -> tuple[Contents, ...]:
    """The rich one first: it is what people are shown."""
    full, bare = _review(_year(2026, many=12), _year(2025, many=9)), _review(YearFacts(), YearFacts())
    return review_contents(replace(full, style=style)), review_contents(replace(bare, style=style))
