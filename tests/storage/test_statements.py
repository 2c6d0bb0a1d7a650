"""A prepared statement answers exactly as SQLAlchemy would, on either database."""

from __future__ import annotations

from datetime import date, time

import pytest
import sqlalchemy as sa

from storage import tables
from storage.statements import Prepared, Session, insert_into
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World

PEOPLE = sa.select(tables.people).where(tables.people.c.id.in_(sa.bindparam("ids", expanding=True))).order_by(tables.people.c.id)


@pytest.mark.parametrize("length", [0, 1, 2, 16, 17, 300])
def test_lists_of_any_length(store: SqlStore, ales: World, length: int) -> None:
    ids = [ales.sophie.id + number for number in range(length)]
    prepared = Prepared(PEOPLE)
    with store.engines.read() as connection:
        expected = [row._asdict() for row in connection.execute(PEOPLE, {"ids": ids})]
        for _ in range(2):
            assert [row._asdict() for row in Session(connection).rows(prepared, ids=ids)] == expected
    assert len(expected) == min(length, 3)


def test_two_lists_of_different_lengths(store: SqlStore, ales: World) -> None:
    people = tables.people
    core = sa.select(people.c.id).where(
        people.c.id.in_(sa.bindparam("some", expanding=True)), people.c.id.not_in(sa.bindparam("others", expanding=True))
    )
    with store.engines.read() as connection:
        found = Session(connection).rows(Prepared(core), some=[ales.sophie.id, ales.karim.id], others=[ales.karim.id, 4, 5])
    assert [row.id for row in found] == [ales.sophie.id]


def test_values_written_in_the_statement_are_converted(store: SqlStore, ales: World) -> None:
    meetings = tables.meetings
    core = sa.select(meetings.c.id).where(
        meetings.c.day.in_([date(2026, 11, 20), date(2000, 1, 1)]),
        meetings.c.starts == time(14),
        meetings.c.headcount_approximate.is_(sa.true()),
        meetings.c.state.in_([ales.held.state]),
        meetings.c.minutes > sa.bindparam("least", type_=sa.Integer),
    )
    with store.engines.read() as connection:
        assert [row.id for row in Session(connection).rows(Prepared(core), least=149)] == [ales.held.id]
        assert Session(connection).rows(Prepared(core), least=150) == []


def test_every_type_is_read_as_sqlalchemy_reads_it(store: SqlStore, ales: World) -> None:
    with store.engines.read() as connection:
        for table in tables.metadata.sorted_tables:
            expected = [row._asdict() for row in connection.execute(sa.select(table))]
            assert [row._asdict() for row in Session(connection).rows(Prepared(sa.select(table)))] == expected


def test_rows_told_as_one_text_are_the_same_in_the_same_order(store: SqlStore, ales: World) -> None:
    with store.engines.write() as connection:
        connection.execute(tables.people.update().where(tables.people.c.id == ales.sophie.id).values(last_name='L’Hôte "\\" 🙂\n'))
    with store.engines.read() as connection:
        queries = [sa.select(table).order_by(table.c.id.desc()) for table in (tables.people, tables.meetings, tables.notices)]
        for core in (*queries, sa.select(tables.people).where(sa.false())):
            expected = [row._asdict() for row in connection.execute(core)]
            assert [row._asdict() for row in Session(connection).rows(Prepared(core, as_text=True))] == expected
    assert expected == []


def test_a_missing_value_is_null(store: SqlStore, ales: World) -> None:
    add = insert_into(tables.journal)
    with store.engines.write() as connection:
        made = Session(connection).one(add, territory_id=ales.territory.id, verb="v", noun="n", at=NOW, detail="100 % « sûr »")
        row = Session(connection).one(
            Prepared(sa.select(tables.journal).where(tables.journal.c.id == sa.bindparam("wanted"))), wanted=made.id
        )
    assert (row.account_id, row.noun_id, row.at, row.detail) == (None, None, NOW, "100 % « sûr »")


def test_a_refusal_never_repeats_what_people_typed(store: SqlStore, ales: World) -> None:
    add = insert_into(tables.journal)
    with pytest.raises(sa.exc.IntegrityError) as refused, store.engines.write() as connection:
        Session(connection).one(add, territory_id=404, verb="v", noun="n", at=NOW, detail="Sophie est malade")
    assert "malade" not in str(refused.value)
    assert (refused.value.params, refused.value.hide_parameters) == (None, True)


def test_a_naive_moment_is_refused(store: SqlStore, ales: World) -> None:
    with pytest.raises(ValueError, match="aware"), store.engines.write() as connection:
        Session(connection).one(insert_into(tables.journal), territory_id=1, verb="v", noun="n", at=NOW.replace(tzinfo=None), detail="")
