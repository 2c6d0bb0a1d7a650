"""A delivery leaves once, or is known not to have left, or is never sent again by itself."""

from __future__ import annotations

import threading
from datetime import timedelta

import sqlalchemy as sa

from bot.ports import Delivery, OutboxKind
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, World


def states(store: SqlStore) -> list[tuple[str, str | None]]:
    with store.engines.read() as connection:
        return [(row.state, row.reason) for row in connection.execute(sa.text("SELECT state, reason FROM outbox ORDER BY id"))]


def the_delivery(ales: World, *, attempts: int = 1) -> Delivery:
    return Delivery(
        id=ales.delivery_id,
        territory_id=ales.territory.id,
        kind=OutboxKind.MINUTES,
        chat_id=ales.claire.chat_id,
        subject_id=ales.held.id,
        attempts=attempts,
    )


def test_a_delivery_is_claimed_once(store: SqlStore, ales: World) -> None:
    assert store.outbox.claim(now=NOW - timedelta(seconds=1)) == ()
    assert store.outbox.claim(now=NOW) == (the_delivery(ales),)
    assert store.outbox.claim(now=NOW) == ()


def test_a_delivery_arrives(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    assert store.outbox.sending(ales.delivery_id, now=NOW) is True
    assert store.outbox.sending(ales.delivery_id, now=NOW) is False
    store.outbox.sent(ales.delivery_id, message_id=5, now=NOW)
    assert states(store) == [("sent", None)]
    assert store.outbox.recover(now=NOW) == ()


def test_what_was_undone_does_not_leave(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    with store.work(ales.territory.id) as work:
        work.deliveries.cancel_of_entry(ales.entry_id)
    assert store.outbox.sending(ales.delivery_id, now=NOW) is False
    store.outbox.again(ales.delivery_id, at=NOW, reason="late")
    assert store.outbox.claim(now=NOW) == ()
    assert states(store) == [("cancelled", None)]


def test_what_is_leaving_cannot_be_undone(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    store.outbox.sending(ales.delivery_id, now=NOW)
    with store.work(ales.territory.id) as work:
        work.deliveries.cancel_of_entry(ales.entry_id)
    assert states(store) == [("sending", None)]


def test_what_did_not_leave_is_tried_again_later(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    store.outbox.sending(ales.delivery_id, now=NOW)
    store.outbox.again(ales.delivery_id, at=NOW + timedelta(minutes=5), reason="429")
    assert states(store) == [("queued", "429")]
    assert store.outbox.claim(now=NOW + timedelta(minutes=4)) == ()
    assert store.outbox.claim(now=NOW + timedelta(minutes=5)) == (the_delivery(ales, attempts=2),)


def test_what_may_have_arrived_is_never_sent_again(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    store.outbox.sending(ales.delivery_id, now=NOW)
    store.outbox.uncertain(ales.delivery_id, now=NOW, reason="timeout")
    assert states(store) == [("uncertain", "timeout")]
    assert store.outbox.recover(now=NOW) == ()
    assert store.outbox.claim(now=NOW + timedelta(days=1)) == ()


def test_what_cannot_be_delivered_stays_failed(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    store.outbox.failed(ales.delivery_id, now=NOW, reason="blocked")
    store.outbox.sent(ales.delivery_id, message_id=5, now=NOW)
    assert states(store) == [("failed", "blocked")]


def test_after_a_crash_before_it_left_it_is_sent(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    assert store.outbox.recover(now=NOW) == ()
    assert store.outbox.claim(now=NOW) == (the_delivery(ales, attempts=2),)


def test_after_a_crash_while_it_left_it_is_told_as_uncertain(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    store.outbox.sending(ales.delivery_id, now=NOW)
    assert store.outbox.recover(now=NOW) == (the_delivery(ales),)
    assert states(store) == [("uncertain", "stopped while sending")]


def test_a_delivery_is_queued_with_its_change_or_not_at_all(store: SqlStore, ales: World) -> None:
    try:
        with store.work(ales.territory.id) as work:
            work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=1, subject_id=1, entry_id=None, now=NOW)
            work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=1, subject_id=1, entry_id=404, now=NOW)
    except sa.exc.IntegrityError:
        pass
    assert len(states(store)) == 1


def test_the_oldest_leaves_first_and_each_to_one_of_two_who_send(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        for minute in (3, 1, 2):
            work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=minute, subject_id=1, entry_id=None, now=NOW + timedelta(minutes=minute))
    later = NOW + timedelta(hours=1)
    assert [delivery.chat_id for delivery in store.outbox.claim(now=later, limit=2)] == [ales.claire.chat_id, 1]
    claimed: list[int] = []
    together = threading.Barrier(2)

    def claim() -> None:
        together.wait()
        claimed.extend(delivery.chat_id for delivery in store.outbox.claim(now=later))

    threads = [threading.Thread(target=claim) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == [2, 3]
