"""Cards survive as they were, move one version at a time, and are made once an update."""

from __future__ import annotations

import json
import threading
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.drafts import DraftContent, DraftState, Field, Gap, HoursDraft, MeetingDraft
from bot.domain.errors import DraftMoved
from storage import tables
from storage.tables.base import JsonOf
from storage.unit_of_work import SqlStore
from tests.storage.world import HOURS, NOW, World

contents = st.from_type(DraftContent)


@given(content=contents)
@settings(max_examples=60, deadline=None)
def test_any_content_reads_back_as_it_was_written(content: DraftContent) -> None:
    column = JsonOf(DraftContent)
    dialect = sa.create_engine("sqlite://").dialect
    assert column.process_result_value(column.process_bind_param(content, dialect), dialect) == content


@given(content=contents)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_card_comes_back_from_the_database(store: SqlStore, ales_once: World, content: DraftContent) -> None:
    with store.work(ales_once.territory.id) as work:
        draft = work.drafts.add(account_id=ales_once.claire.id, content=content, now=NOW)
        saved = work.drafts.save(replace(draft, before=content))
        assert (work.drafts.get(draft.id), saved.content, saved.before) == (saved, content, content)


def test_what_is_unknown_or_missing_in_an_older_card_breaks_nothing(store: SqlStore, ales: World) -> None:
    older = {"meetings": [{"group_id": 7, "day": "2026-11-20", "mood": "sunny"}], "colour": "blue"}
    with store.engines.write() as connection:
        connection.execute(
            sa.text("UPDATE drafts SET content = :content WHERE id = :id"), {"content": json.dumps(older), "id": ales.draft.id}
        )
    with store.read(ales.territory.id) as work:
        draft = work.drafts.get(ales.draft.id)
    assert draft is not None
    assert draft.content == DraftContent(meetings=(MeetingDraft(group_id=7, day=date(2026, 11, 20)),))


def test_a_new_card_is_open_at_version_one(store: SqlStore, ales: World) -> None:
    assert (ales.draft.version, ales.draft.state, ales.draft.content, ales.draft.touched_at) == (1, DraftState.OPEN, HOURS, NOW)
    with store.read(ales.territory.id) as work:
        assert work.drafts.get(ales.draft.id) == ales.draft


def test_every_field_is_written(store: SqlStore, ales: World) -> None:
    changed = replace(
        ales.draft,
        state=DraftState.KEPT,
        content=DraftContent(hours=(HoursDraft(what="permanence à l’accueil"),), privacy_warning=True),
        asked=Gap(field=Field.MINUTES, hours=0),
        to_ask=(Field.DECISIONS, Field.ACTIONS),
        amends=ales.held.id,
        amends_version=3,
        before=HOURS,
        resumes=ales.draft.id,
        entry_id=ales.entry_id,
        update_id=4321,
        touched_at=NOW + timedelta(seconds=1),
    )
    same = {field.name for field in fields(changed) if getattr(changed, field.name) == getattr(ales.draft, field.name)}
    assert same == {"id", "account_id", "version"}
    with store.work(ales.territory.id) as work:
        assert work.drafts.save(changed) == replace(changed, version=2)
    with store.read(ales.territory.id) as work:
        assert work.drafts.get(ales.draft.id) == replace(changed, version=2)


def test_an_older_version_is_refused_and_changes_nothing(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        newer = work.drafts.save(replace(ales.draft, asked=Gap(field=Field.DAY, hours=0)))
    with pytest.raises(DraftMoved), store.work(ales.territory.id) as work:
        work.drafts.save(replace(ales.draft, state=DraftState.DROPPED))
    with store.read(ales.territory.id) as work:
        assert work.drafts.get(ales.draft.id) == newer


def test_of_two_who_save_the_same_version_one_wins(store: SqlStore, ales: World) -> None:
    won: list[str] = []
    together = threading.Barrier(2)

    def save(name: str) -> None:
        together.wait()
        try:
            with store.work(ales.territory.id) as work:
                work.drafts.save(replace(ales.draft, content=DraftContent(hours=(HoursDraft(what=name),))))
            won.append(name)
        except DraftMoved:
            pass

    threads = [threading.Thread(target=save, args=(name,)) for name in ("Claire", "Marc")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read(ales.territory.id) as work:
        draft = work.drafts.get(ales.draft.id)
    assert draft is not None
    assert ([draft.content.hours[0].what], draft.version) == (won, 2)


def test_an_update_makes_one_card(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        assert work.drafts.of_update(ales.update_id) == ales.draft
        assert work.drafts.of_update(999) is None
    with pytest.raises(sa.exc.IntegrityError), store.work(ales.territory.id) as work:
        work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW, update_id=ales.update_id)


def test_the_card_touched_last_is_the_open_one(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        other = work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW + timedelta(minutes=1))
        assert work.drafts.open_of(ales.claire.id) == other
        touched = work.drafts.save(replace(ales.draft, touched_at=NOW + timedelta(minutes=2)))
        assert work.drafts.open_of(ales.claire.id) == touched
        work.drafts.save(replace(touched, state=DraftState.DROPPED))
        assert work.drafts.open_of(ales.claire.id) == other


def test_what_fails_leaves_no_trace(store: SqlStore, ales: World) -> None:
    with pytest.raises(ZeroDivisionError), store.work(ales.territory.id) as work:
        assert work.drafts.save(replace(ales.draft, state=DraftState.DROPPED)).version // 0
    with store.read(ales.territory.id) as work:
        assert work.drafts.get(ales.draft.id) == ales.draft


def test_drafts_are_kept_as_readable_json(store: SqlStore, ales: World) -> None:
    with store.engines.read() as connection:
        text = connection.execute(sa.text("SELECT content FROM drafts WHERE id = :id"), {"id": ales.draft.id}).scalar_one()
    assert json.loads(text) == {"hours": [{"minutes": 150, "days": ["2026-11-19"], "part": "préparation"}]}
    assert tables.drafts.c.content.nullable is False
