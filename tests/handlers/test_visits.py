"""What is understood of an update's JSON: who, where, when, and nothing of what no private person said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from handlers.callbacks import Do, Tap
from handlers.visits import Visit, visit_of

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
CLAIRE = {"id": 11, "is_bot": False, "first_name": "Claire", "last_name": "Vidal"}
HOME = {"id": 11, "type": "private", "first_name": "Claire"}
GROUP = {"id": -5, "type": "supergroup", "title": "Réseau"}


def message(chat: dict[str, Any] = HOME, **more: object) -> dict[str, Any]:
    return {"message_id": 3, "from": CLAIRE, "chat": chat, "date": 1795370000} | more


def test_a_sentence_says_who_when_and_what() -> None:
    assert visit_of({"update_id": 9, "message": message(text="GT Diabète hier")}, NOW) == Visit(
        update_id=9,
        telegram_id=11,
        chat_id=11,
        first_name="Claire",
        full_name="Claire Vidal",
        sent_at=datetime.fromtimestamp(1795370000, UTC),
        text="GT Diabète hier",
    )


def test_a_corrected_sentence_counts_from_its_correction() -> None:
    visit = visit_of({"update_id": 9, "edited_message": message(text="hier", edit_date=1795370060)}, NOW)
    assert visit is not None
    assert (visit.edited, visit.sent_at) == (True, datetime.fromtimestamp(1795370060, UTC))


@pytest.mark.parametrize(("data", "tap"), [("k:7:2", Tap(Do.KEEP, 7, 2)), ("never ours", None)])
def test_a_tap_counts_from_now_even_on_a_card_that_is_too_old_to_be_shown(data: str, tap: Tap | None) -> None:
    card = {"message_id": 3, "chat": HOME, "date": 0}  # an InaccessibleMessage
    visit = visit_of({"update_id": 9, "callback_query": {"id": "q", "from": CLAIRE, "message": card, "data": data}}, NOW)
    assert visit is not None
    assert (visit.query_id, visit.tap, visit.tapped_message, visit.sent_at, visit.text) == ("q", tap, 3, NOW, "")


@pytest.mark.parametrize(
    "update",
    [
        {"message": message(GROUP, text="merci")},
        {"channel_post": {"message_id": 1, "chat": {"id": -1, "type": "channel"}, "date": 1}},
        {"callback_query": {"id": "q", "from": CLAIRE, "inline_message_id": "x", "data": "k:7:2"}},
        {"my_chat_member": {"chat": HOME, "from": CLAIRE, "date": 1}},
        {},
    ],
)
def test_what_no_private_person_said_is_nobody_s_visit(update: dict[str, Any]) -> None:
    assert visit_of({"update_id": 9} | update, NOW) is None


def test_a_photo_without_words_is_a_visit_without_text() -> None:
    visit = visit_of({"update_id": 9, "message": message(photo=[])}, NOW)
    assert visit is not None
    assert (visit.text, visit.edited, visit.query_id) == ("", False, None)
