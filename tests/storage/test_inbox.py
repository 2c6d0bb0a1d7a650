"""No update is lost, none is handled as new twice, and nothing of what people typed stays once it is done."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.ports import KeptUpdate
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World


def update(number: int, *, body: str = '{"text": "réunion"}') -> KeptUpdate:
    return KeptUpdate(update_id=number, sender_id=5_000_000_000, body=body)


def bodies(store: SqlStore) -> dict[int, str]:
    with store.engines.read() as connection:
        return {row.update_id: row.body for row in connection.execute(sa.text("SELECT update_id, body FROM inbox"))}


def test_only_new_updates_are_returned(store: SqlStore) -> None:
    assert store.inbox.keep([update(1), update(2)], now=NOW) == (update(1), update(2))
    assert store.inbox.keep([update(2), update(3)], now=NOW) == (update(3),)
    assert store.inbox.keep([update(4), update(4)], now=NOW) == (update(4),)
    assert store.inbox.keep([], now=NOW) == ()


def test_a_repeated_update_does_not_change_the_first(store: SqlStore) -> None:
    store.inbox.keep([update(1)], now=NOW)
    store.inbox.keep([update(1, body="other")], now=NOW)
    assert store.inbox.pending() == (update(1),)


def test_what_is_not_done_waits_in_order(store: SqlStore) -> None:
    store.inbox.keep([update(3), update(1), update(2)], now=NOW)
    store.inbox.done([2], now=NOW)
    assert store.inbox.pending() == (update(1), update(3))


def test_attempts_are_counted(store: SqlStore) -> None:
    store.inbox.keep([update(1)], now=NOW)
    assert [store.inbox.begin(1), store.inbox.begin(1), store.inbox.begin(404)] == [1, 2, 0]
    assert [kept.attempts for kept in store.inbox.pending()] == [2]


def test_what_is_done_is_wiped(store: SqlStore) -> None:
    store.inbox.keep([update(1), update(2)], now=NOW)
    store.inbox.done([1], now=NOW)
    store.inbox.done([], now=NOW)
    assert bodies(store) == {1: "", 2: '{"text": "réunion"}'}


def test_an_answer_is_kept_with_its_effect_until_it_is_said(store: SqlStore, ales: World) -> None:
    store.inbox.keep([update(1), update(2)], now=NOW)
    with store.work(ales.territory.id) as work:
        work.remember_answer(1, "C’est noté.")
    with pytest.raises(ZeroDivisionError), store.work(ales.territory.id) as work:
        assert work.remember_answer(2, "jamais dit") or 1 // 0
    assert [kept.answer for kept in store.inbox.pending()] == ["C’est noté.", None]
    store.inbox.done([1], now=NOW)
    with store.engines.read() as connection:
        assert connection.execute(sa.text("SELECT answer FROM inbox WHERE update_id = 1")).scalar_one() is None


def test_a_done_update_that_comes_again_is_not_new(store: SqlStore) -> None:
    store.inbox.keep([update(1)], now=NOW)
    store.inbox.done([1], now=NOW)
    assert store.inbox.keep([update(1)], now=NOW) == ()
    assert store.inbox.pending() == ()


def test_a_week_later_what_is_done_is_forgotten_and_what_is_not_done_stays(store: SqlStore) -> None:
    store.inbox.keep([update(1), update(2)], now=NOW)
    store.inbox.keep([update(3)], now=NOW + timedelta(days=1))
    store.inbox.done([1, 3], now=NOW)
    assert store.purge(NOW + timedelta(days=7)) == 0
    assert store.purge(NOW + timedelta(days=7, seconds=1)) == 1
    assert sorted(bodies(store)) == [2, 3]


def test_two_who_receive_the_same_update_share_it_out(store: SqlStore) -> None:
    new: list[int] = []
    together = threading.Barrier(2)

    def receive() -> None:
        together.wait()
        for number in range(20):
            new.extend(kept.update_id for kept in store.inbox.keep([update(number)], now=NOW))

    threads = [threading.Thread(target=receive) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(new) == list(range(20))
