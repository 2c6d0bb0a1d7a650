"""The review of the demonstration, counted a second time by plain SQL that shares nothing with the first."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from bot.demonstration import DemonstrationTerritory, load
from bot.domain.annual_reviews import AnnualReview
from bot.domain.contributions import Nature
from bot.domain.papers import PaperKind, PaperOrder
from storage.territories import create_territory
from storage.unit_of_work import SqlStore

ON = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 7, tzinfo=UTC)
YEAR = {"a": "2025-01-01", "b": "2025-12-31"}
HELD = "m.territory_id = 1 AND m.state = 'tenue' AND m.day BETWEEN :a AND :b"
GIVEN = "c.territory_id = 1 AND c.day BETWEEN :a AND :b"


@pytest.fixture
def loaded(store: SqlStore, demo: DemonstrationTerritory) -> SqlStore:
    territory = create_territory(
        store, name=demo.name, organism=demo.organism, zone=demo.zone, communes=demo.communes, axes=demo.axes, since=None
    )
    assert territory.id == 1
    load(store, demo, territory_id=territory.id, now=NOW)
    return store


def reviewed(store: SqlStore, **scope: Any) -> AnnualReview:
    order = PaperOrder(kind=PaperKind.REVIEW, first=date(2025, 1, 1), last=date(2025, 12, 31), **scope)
    with store.read(1) as work:
        review = work.papers.annual_review(order, by=1, on=ON, named=True)
    assert review is not None
    return review


def counted(store: SqlStore, statement: str, **values: Any) -> Any:
    with store.engines.read() as connection:
        return connection.execute(sa.text(statement), YEAR | values).scalar_one()


def test_the_whole_territory(loaded: SqlStore) -> None:
    totals = reviewed(loaded).totals
    there = f"""
        SELECT a.person_id AS person, coalesce(a.structure_id, d.structure_id) AS structure
        FROM attendance a JOIN meetings m ON m.id = a.meeting_id
        LEFT JOIN mandates d ON d.person_id = a.person_id AND d.main AND d.until IS NULL
        WHERE a.state = 'présent' AND {HELD}
        UNION SELECT m.author_id, d.structure_id FROM meetings m
        LEFT JOIN mandates d ON d.person_id = m.author_id AND d.main AND d.until IS NULL WHERE m.author_present AND {HELD}
        UNION SELECT c.person_id, c.structure_id FROM contributions c WHERE {GIVEN}"""
    assert totals.meetings == counted(loaded, f"SELECT count(*) FROM meetings m WHERE {HELD}") > 500
    assert totals.minutes == counted(loaded, f"SELECT sum(c.minutes * c.count) FROM contributions c WHERE {GIVEN}")
    assert totals.voluntary_minutes == counted(
        loaded,
        f"SELECT sum(c.minutes * c.count) FROM contributions c WHERE {GIVEN} "
        "AND c.nature IN ('bénévole', 'habitant·e', 'temps employeur', 'libéral non indemnisé')",
    )
    assert totals.people == counted(loaded, f"SELECT count(DISTINCT person) FROM ({there}) x")
    assert totals.structures == counted(loaded, f"SELECT count(DISTINCT structure) FROM ({there}) x")
    assert totals.decisions == counted(loaded, f"SELECT count(*) FROM decisions d JOIN meetings m ON m.id = d.meeting_id WHERE {HELD}")
    assert totals.actions == counted(loaded, f"SELECT count(*) FROM actions t JOIN meetings m ON m.id = t.meeting_id WHERE {HELD}")
    listed = "(SELECT coalesce(sum(a.count), 0) FROM attendance a WHERE a.meeting_id = m.id AND a.state = 'présent')"
    assert totals.participations == counted(
        loaded, f"SELECT sum(coalesce(m.headcount, CASE WHEN m.author_present THEN 1 ELSE 0 END + {listed})) FROM meetings m WHERE {HELD}"
    )


def test_each_nature_each_axis_each_group(loaded: SqlStore) -> None:
    review = reviewed(loaded)
    for nature in Nature:
        spent = f"SELECT coalesce(sum(c.minutes * c.count), 0) FROM contributions c WHERE {GIVEN} AND c.nature = :nature"
        assert review.natures[nature] == counted(loaded, spent, nature=nature.value)
    for axis in (1, 5, 11):
        met = f"SELECT count(*) FROM meetings m JOIN groups g ON g.id = m.group_id WHERE {HELD} AND g.axis = :axis"
        spent = f"SELECT sum(c.minutes * c.count) FROM contributions c WHERE {GIVEN} AND c.axis = :axis"
        totals = reviewed(loaded, axis=axis).totals
        assert (totals.meetings, totals.minutes) == (counted(loaded, met, axis=axis), counted(loaded, spent, axis=axis))
    group = f"SELECT count(*) FROM meetings m WHERE {HELD} AND m.group_id = 7"
    assert reviewed(loaded, group_ids=(7,)).totals.meetings == counted(loaded, group)


def test_a_structure_and_a_commune(loaded: SqlStore) -> None:
    spent = f"SELECT sum(c.minutes * c.count) FROM contributions c WHERE {GIVEN} AND c.structure_id = 5"
    assert reviewed(loaded, structure_id=5).totals.minutes == counted(loaded, spent)
    met = (
        f"SELECT count(*) FROM meetings m LEFT JOIN places p ON p.id = m.place_id WHERE {HELD} "
        "AND coalesce(m.commune, (SELECT k.name FROM communes k WHERE k.insee = p.commune), p.commune) = 'Anduze'"
    )
    review = reviewed(loaded, commune="Anduze")
    assert review.totals.meetings == counted(loaded, met) > 0
    assert [line.name for line in review.communes] == ["Anduze"]


def test_a_year_that_is_not_over_is_held_against_the_whole_year_before(loaded: SqlStore) -> None:
    order = PaperOrder(kind=PaperKind.REVIEW, first=date(2026, 1, 1), last=date(2026, 12, 31))
    with loaded.read(1) as work:
        review = work.papers.annual_review(order, by=1, on=ON, named=True)
    assert review is not None
    assert (review.last, review.complete, review.before) == (ON, False, reviewed(loaded).totals)
