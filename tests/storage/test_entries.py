"""What one ✅ kept is kept once, and taken back once."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from bot.domain.errors import DraftMoved
from bot.domain.meetings import Entry
from storage.unit_of_work import SqlStore
from tests.storage.world import HOURS, NOW, World


def entry_of(ales: World) -> Entry:
    return Entry(
        id=ales.entry_id,
        draft_id=ales.draft.id,
        account_id=ales.claire.id,
        kept_at=NOW,
        undone_at=None,
        meeting_ids=(ales.held.id,),
        total_minutes=120,
    )


def test_an_entry_says_what_was_kept(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        assert work.entries.get(ales.entry_id) == entry_of(ales)
        assert work.entries.of_draft(ales.draft.id) == entry_of(ales)
        assert work.entries.last_of(ales.claire.id) == entry_of(ales)


def test_a_draft_is_kept_once(store: SqlStore, ales: World) -> None:
    with pytest.raises(DraftMoved), store.work(ales.territory.id) as work:
        work.entries.add(draft_id=ales.draft.id, account_id=ales.claire.id, now=NOW)


def test_of_two_taps_at_the_same_moment_one_keeps(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        draft = work.drafts.add(account_id=ales.claire.id, content=HOURS, now=NOW)
    kept: list[int] = []
    refused: list[type] = []
    together = threading.Barrier(2)

    def tap() -> None:
        together.wait()
        try:
            with store.work(ales.territory.id) as work:
                kept.append(work.entries.add(draft_id=draft.id, account_id=ales.claire.id, now=NOW))
        except DraftMoved as moved:
            refused.append(type(moved))

    threads = [threading.Thread(target=tap) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(kept), refused) == (1, [DraftMoved])


def test_only_one_call_undoes_it(store: SqlStore, ales: World) -> None:
    later = NOW + timedelta(hours=1)
    with store.work(ales.territory.id) as work:
        assert work.entries.mark_undone(ales.entry_id, now=later) is True
        assert work.entries.mark_undone(ales.entry_id, now=later) is False
        undone = work.entries.get(ales.entry_id)
        assert work.entries.of_draft(ales.draft.id) is None
        assert work.entries.last_of(ales.claire.id) is None
    assert undone is not None
    assert undone.undone_at == later


def test_what_was_undone_can_be_kept_again(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.entries.mark_undone(ales.entry_id, now=NOW)
        again = work.entries.add(draft_id=ales.draft.id, account_id=ales.claire.id, now=NOW)
        assert again > ales.entry_id
        standing = work.entries.of_draft(ales.draft.id)
    assert standing is not None
    assert standing.id == again
