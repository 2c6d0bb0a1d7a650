"""Reviews that these tests read: an ordinary year, an axis, a group in the middle of its first year, nothing at all, hostile names."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.annual_reviews import AnnualReview, ReviewHead, ReviewNames, review_of
from bot.domain.contributions import Nature, Part
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.groups import GroupKind
from bot.domain.minutes import NamedPerson
from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.review_facts import GivenTime, ReviewedAction, ReviewedDecision, ReviewedMeeting, ReviewScope, Sighting, YearFacts
from tests.doc_templates.samples import CLAIRE, HOSTILE_TEXT, ORDINARY

COMMUNES = ("Alès", "Anduze", "La Grand-Combe", "Saint-Jean-du-Gard", "Salindres", *(f"Saint-Hilaire-de-la-Combe {n}" for n in range(30)))
GROUPS = (
    ("Copil CLS", GroupKind.COPIL, None),
    ("GT Diabète", GroupKind.GT, 9),
    ("GT Nutrition et activité physique", GroupKind.GT, 7),
    ("Plénière", GroupKind.PLENARY, None),
    ("Commission accès aux soins des publics les plus fragilisés du bassin alésien", GroupKind.COMMISSION, 11),
)
AXES = {7: "Obésité infantile, nutrition", 9: "Diabète", 11: "Accès aux droits, à la prévention et aux soins"}


QPV = (
    Neighbourhood(name="Prés-Saint-Jean", commune="Alès", code="QN03001M"),
    Neighbourhood(name="Cévennes – Tamaris", commune="Alès"),
    Neighbourhood(name="Près de Rasclaux", commune="Alès"),
    Neighbourhood(name="Trescol – La Levade", commune="La Grand-Combe"),
)


def plain_name(what: str, rank: int) -> str:
    """« Structure 4 »."""
    return f"{what} {rank}"


def year(seed: int, *, first: date, days: int = 365, many: int = 60, name: Callable[[str, int], str] = plain_name) -> YearFacts:
    """A year of that many meetings, drawn by chance from that seed."""
    rng = random.Random(seed)
    meetings, sightings, time, decisions, actions = [], [], [], [], []
    for rank in range(many):
        number = rng.randrange(len(GROUPS) + 1)
        label, kind, axis = GROUPS[number] if number < len(GROUPS) else ("", None, None)
        day = first + timedelta(days=rng.randrange(days))
        commune = str(rng.randrange(len(COMMUNES))) if rng.random() < 0.9 else None
        present = rng.randint(3, 20) if rng.random() < 0.9 else None
        group_id = number + 1 if kind is not None else None
        instance = label if name is plain_name else name("GT", number)
        meetings.append(
            ReviewedMeeting(
                id=rank,
                day=day,
                instance=instance,
                group_id=group_id,
                kind=kind,
                axis=axis,
                commune=commune,
                present=present,
                neighbourhood=QPV[rank % 7].name if rank % 7 < 2 else None,
            )
        )
        for _ in range(rng.randint(0, 6)):
            person, structure = rng.randint(1, 60), rng.randint(1 + seed % 2 * 8, 37 + seed % 2 * 8)
            sightings.append(Sighting(meeting_id=rank, person_id=person, structure_id=structure))
            nature = rng.choice((None, Nature.EMPLOYER_TIME, Nature.EMPLOYER_TIME, *Nature))
            time.append(
                GivenTime(
                    day=day,
                    minutes=rng.choice((45, 90, 121)),
                    part=rng.choice(tuple(Part)),
                    nature=nature,
                    person_id=person,
                    structure_id=structure,
                    group_id=group_id,
                    axis=axis,
                    commune=commune,
                )
            )
        decisions += [ReviewedDecision(meeting_id=rank, status=rng.choice(tuple(DecisionStatus))) for _ in range(rng.randint(0, 2))]
        due = rng.choice((None, day + timedelta(days=30)))
        actions += [ReviewedAction(meeting_id=rank, status=rng.choice(tuple(ActionStatus)), due=due) for _ in range(rng.randint(0, 3))]
    return YearFacts(
        meetings=tuple(meetings), sightings=tuple(sightings), time=tuple(time), decisions=tuple(decisions), actions=tuple(actions)
    )


def names(name: Callable[[str, int], str] = plain_name) -> ReviewNames:
    """Names for those ids."""
    structures = {rank: name("Structure", rank) for rank in range(1, 46)}
    seats = {rank: str(rank % len(COMMUNES)) for rank in structures}
    communes = {str(rank): commune if name is plain_name else name("Commune", rank) for rank, commune in enumerate(COMMUNES)}
    axes = AXES if name is plain_name else {rank: name("axe", rank) for rank in AXES}
    listed = QPV if name is plain_name else tuple(Neighbourhood(name=name("QPV", rank)) for rank in range(3))
    homes = {13: listed[0].name, 22: listed[2].name}
    return ReviewNames(structures=structures, seats=seats, axes=axes, communes=communes, neighbourhoods=listed, homes=homes)


def head(scope: str, *, last: date = date(2026, 12, 31), made_by: NamedPerson | None = CLAIRE, named: bool = True) -> ReviewHead:
    """Of 2026."""
    return ReviewHead(
        organism=ORDINARY.organism,
        territory=ORDINARY.territory,
        scope=scope,
        year=2026,
        first=date(2026, 1, 1),
        last=last,
        complete=last == date(2026, 12, 31),
        named=named,
        made_by=made_by,
        generated_on=last,
    )


def hostile(what: str, rank: int) -> str:
    """Names that break careless documents."""
    return (HOSTILE_TEXT, "{{ 7*7 }}", "</w:t> & <b>", "=1+1", "x" * 200, "\u202eniwolf 🎉\x0b\ud800")[rank % 6] + f" {what} {rank}"


_NOW, _BEFORE = year(1, first=date(2026, 1, 1)), year(2, first=date(2025, 1, 1), many=50)
WHOLE = review_of(head(ORDINARY.territory), ReviewScope(), facts=_NOW, before=_BEFORE, names=names())
AXIS = review_of(head("Axe 9 – Diabète"), ReviewScope(axis=9), facts=_NOW, before=_BEFORE, names=names())
BEGUN = review_of(
    head("GT Diabète", last=date(2026, 3, 11), named=False),
    ReviewScope(group_ids=(2,)),
    facts=year(3, first=date(2026, 1, 1), days=69, many=12),
    before=YearFacts(),
    names=replace(names(), neighbourhoods=(), homes={}),
)
EMPTY = review_of(head("Anduze", made_by=None), ReviewScope(commune="1"), facts=YearFacts(), before=YearFacts(), names=names())
HOSTILE = replace(
    review_of(
        head(HOSTILE_TEXT),
        ReviewScope(),
        facts=year(4, first=date(2026, 1, 1), name=hostile),
        before=year(5, first=date(2025, 1, 1), name=hostile),
        names=names(hostile),
    ),
    organism=HOSTILE_TEXT,
)
REVIEWS: dict[str, AnnualReview] = {"whole": WHOLE, "axis": AXIS, "begun": BEGUN, "empty": EMPTY, "hostile": HOSTILE}
