"""The demonstration's directory as the search sees it, and a handful of sheets made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from bot.demonstration import build
from bot.domain.vocabulary import GroupWords, PersonWords, StructureWords, Vocabulary
from bot.finding import Index, sheets_of
from tests.finding.by_hand import hamlet


@pytest.fixture(scope="package")
def directory() -> Index:
    """1,600 people of 277 structures; the communes are given by their codes, as storage keeps them."""
    demo = build(date(2026, 3, 12))
    people = tuple(
        PersonWords(
            id=person.id,
            first_name=person.first_name,
            last_name=person.last_name,
            civility=person.civility,
            doctor=person.doctor,
            structure_id=person.structure_id,
            function=person.function,
            commune=person.commune,
        )
        for person in demo.people
    )
    structures = tuple(
        StructureWords(id=s.id, name=s.name, aliases=((s.sigle,) if s.sigle else ()) + s.aliases, commune=s.commune)
        for s in demo.structures
    )
    groups = tuple(GroupWords(id=g.id, name=g.name, kind=g.kind.value, member_ids=g.member_ids, pilot_ids=g.pilot_ids) for g in demo.groups)
    vocabulary = Vocabulary(version=1, people=people, structures=structures, groups=groups)
    return Index(sheets_of(vocabulary, commune_names={commune.insee: commune.name for commune in demo.communes}))


@pytest.fixture(scope="package")
def village() -> Index:
    """The sheets made by hand."""
    return Index(hamlet())
