"""Whether the picture of the week is queued with the mark that says that its words have left: once, and never without it."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from bot.domain.notices import NoticeKind
from bot.ports import Mark, Step
from storage import tables
from storage.unit_of_work import SqlStore
from tests.storage.world import DUE, World


def queued(store: SqlStore) -> int:
    """How many pictures wait."""
    of = tables.outbox.c.kind == "picture of the week"
    with store.engines.read() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(tables.outbox).where(of)).scalar_one())


def week_on_its_way(store: SqlStore) -> int:
    """The number of the point of the week, on its way."""
    due = DUE.due_at + timedelta(minutes=1)
    week = next(notice for notice in store.notices.claim(now=due) if notice.kind is NoticeKind.WEEK)
    assert store.notices.mark([Mark(notice_id=week.id, step=Step.SENDING)], now=due) == (True,)
    return week.id


def test_it_is_queued_once_for_whoever_read_the_words(store: SqlStore, ales: World) -> None:
    sent = Mark(notice_id=week_on_its_way(store), step=Step.SENT, message_id=7, pictured=True)
    assert store.notices.mark([sent], now=DUE.until) == (True,)
    assert store.notices.mark([sent], now=DUE.until) == (False,)
    assert queued(store) == 1
    picture = next(one for one in store.outbox.claim(now=DUE.until) if one.kind == "picture of the week")
    assert (picture.chat_id, picture.subject_id) == (ales.claire.chat_id, ales.claire.id)


def test_one_that_another_process_took_back_brings_none(store: SqlStore, ales: World) -> None:
    week = week_on_its_way(store)
    store.notices.mark([Mark(notice_id=week, step=Step.FAILED, reason="gone")], now=DUE.until)
    gone = Mark(notice_id=week, step=Step.SENT, message_id=7, pictured=True)
    other = Mark(notice_id=ales.notice_id, step=Step.SENDING)
    assert store.notices.mark([other, gone], now=DUE.until) == (True, False)
    assert queued(store) == 0


def test_words_without_a_picture_bring_none(store: SqlStore, ales: World) -> None:
    store.notices.mark([Mark(notice_id=week_on_its_way(store), step=Step.SENT, message_id=7)], now=DUE.until)
    assert (queued(store), ales.claire.id > 0) == (0, True)
