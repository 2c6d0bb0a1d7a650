"""Templates are rows of one territory, version after version, and their bytes go when nobody needs them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.templates import template_for
from bot.domain.errors import DraftMoved
from bot.domain.templates import Template, TemplateKind, TemplateState
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World

MINUTES = TemplateKind.MINUTES
SENT = Template(kind=MINUTES, file_name="modele.docx", content=b"PK\x00\xff", digest=bytes(32), update_id=7, touched_at=NOW)


def kept(store: SqlStore, world: World, content: bytes | None, *, group_id: int | None = None, after: int = 0) -> Template:
    """A version that is kept there, that many minutes later."""
    at = NOW + timedelta(minutes=after)
    with store.work(world.territory.id) as work:
        one = replace(SENT, state=TemplateState.KEPT, content=content, group_id=group_id, update_id=None, kept_at=at, touched_at=at)
        return work.templates.add(one)


def used(store: SqlStore, world: World, group_id: int | None) -> bytes | None:
    """The bytes that documents of that group take."""
    with store.read(world.territory.id) as work:
        one = template_for(work, MINUTES, group_id=group_id)
    return one.content if one else None


def test_it_comes_back_as_it_was(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        added = work.templates.add(SENT)
    with store.read(ales.territory.id) as work:
        assert (work.templates.get(added.id), work.templates.of_update(7)) == (added, added)
        assert added == replace(SENT, id=added.id)


def test_of_two_at_the_same_time_one_is_saved(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        added = work.templates.add(SENT)
        work.templates.save(replace(added, state=TemplateState.KEPT, kept_at=NOW))
        with pytest.raises(DraftMoved):
            work.templates.save(replace(added, state=TemplateState.DROPPED))


def test_a_group_takes_its_own_then_that_of_the_territory_then_ours(store: SqlStore, ales: World) -> None:
    group = ales.diabetes.id
    assert used(store, ales, group) is None
    kept(store, ales, b"PK all")
    assert (used(store, ales, group), used(store, ales, None)) == (b"PK all", b"PK all")
    kept(store, ales, b"PK group", group_id=group, after=1)
    assert (used(store, ales, group), used(store, ales, None)) == (b"PK group", b"PK all")
    kept(store, ales, None, group_id=group, after=2)
    assert used(store, ales, group) == b"PK all"
    kept(store, ales, None, after=3)
    assert (used(store, ales, group), used(store, ales, None)) == (None, None)


def test_each_kind_has_its_own_versions(store: SqlStore, ales: World) -> None:
    kept(store, ales, b"PK minutes")
    with store.work(ales.territory.id) as work:
        told = work.templates.add(replace(SENT, state=TemplateState.ASKED))
        one = work.templates.save(replace(told, kind=TemplateKind.AGENDA, state=TemplateState.KEPT, kept_at=NOW))
    with store.read(ales.territory.id) as work:
        assert [(one.kind, one.rank) for one in work.templates.kept()] == [(MINUTES, 1), (TemplateKind.AGENDA, 1)]
        assert template_for(work, TemplateKind.AGENDA, group_id=ales.diabetes.id) == one
        assert template_for(work, TemplateKind.INVITATION, group_id=None) is None
    assert used(store, ales, None) == b"PK minutes"


def test_another_territory_sees_none_of_it(store: SqlStore, ales: World, nimes: World) -> None:
    one = kept(store, ales, b"PK all")
    assert used(store, nimes, None) is None
    with store.read(nimes.territory.id) as work:
        assert (work.templates.get(one.id), work.templates.kept()) == (None, ())


def test_bytes_go_a_week_after_a_question_and_a_day_after_a_step_back(store: SqlStore, ales: World) -> None:
    in_use = kept(store, ales, b"PK all")
    with store.work(ales.territory.id) as work:
        waiting = work.templates.add(SENT)
        asked = work.templates.add(replace(SENT, state=TemplateState.ASKED, update_id=9))
        back = work.templates.add(replace(SENT, state=TemplateState.WITHDRAWN, update_id=8, kept_at=NOW))

    def states(days: int) -> list[tuple[TemplateState, bool]]:
        store.purge(NOW + timedelta(days=days, minutes=1))
        with store.read(ales.territory.id) as work:
            found = [work.templates.get(one.id) for one in (in_use, waiting, asked, back)]
        return [(one.state, one.content is not None) for one in found if one is not None]

    kept_on, gone = (TemplateState.KEPT, True), (TemplateState.DROPPED, False)
    untouched = [kept_on, (TemplateState.OPEN, True), (TemplateState.ASKED, True)]
    assert states(0) == [*untouched, (TemplateState.WITHDRAWN, True)]
    assert states(1) == [*untouched, gone]
    assert states(7) == [kept_on, gone, gone, gone]
