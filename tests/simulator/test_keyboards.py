"""Which keyboards Telegram takes, and what a person may tap."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.simulator import NotPossible, Person, Simulator
from tests.simulator.wire import Wire, bad

IN_BUTTON = "can't parse inline keyboard button: "


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline({"text": "a", "callback_data": "x" * 65}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "callback_data": ""}), IN_BUTTON + "Text buttons are unallowed in the inline keyboard"),
        (inline({"text": "a"}), IN_BUTTON + "Text buttons are unallowed in the inline keyboard"),
        (inline({"callback_data": "a"}), IN_BUTTON + 'Can\'t find field "text"'),
        (
            inline({"text": "a", "callback_data": "b", "url": "https://ales.fr"}),
            IN_BUTTON + "Exactly one action must be specified, found url, callback_data",
        ),
        (inline({"text": "a", "url": "not-a-url"}), "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL"),
        (inline({"text": "a", "url": "ftp://ales.fr"}), "inline keyboard button URL 'ftp://ales.fr' is invalid: Unsupported URL protocol"),
        (
            inline({"text": "a", "web_app": {"url": "http://ales.fr"}}),
            "inline keyboard button Web App URL 'http://ales.fr' is invalid: Only HTTPS links are allowed",
        ),
        (inline({"text": "a", "copy_text": {"text": "x" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        (inline({"text": "a", "callback_data": "b", "style": "pink"}), "BUTTON_STYLE_INVALID"),
        (inline({"text": "a", "pay": True}), "BUTTON_TYPE_INVALID"),
        (inline(*({"text": "a", "callback_data": str(n)} for n in range(101))), "reply markup is too long"),
        ({"inline_keyboard": "bad"}, 'field "inline_keyboard" must be of type Array'),
        ({"inline_keyboard": [{"text": "a"}]}, 'field "inline_keyboard" must be an Array of Arrays'),
        ({"keyboard": [[{"text": "a"}]], "resize_keyboard": "yes"}, 'field "resize_keyboard" must be of type Boolean'),
        ({"keyboard": [[{"text": "a", "request_users": {"request_id": 1, "max_quantity": 11}}]]}, "BUTTON_QUANTITY_MAX_INVALID"),
        ({"keyboard": [[{"text": "a", "request_users": {}}]]}, "can't parse keyboard button: Can't find field \"request_id\""),
        ([], "object expected as reply markup"),
    ],
)
async def test_keyboards_that_telegram_refuses(wire: Wire, claire: Person, markup: Any, reason: str) -> None:
    assert await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=markup) == bad(reason)


async def test_a_keyboard_at_all_its_limits_is_taken(wire: Wire, claire: Person) -> None:
    button = {"text": "a", "callback_data": "é" * 32, "style": "success"}
    sent = await wire.call(
        "sendMessage", chat_id=claire.id, text="?", reply_markup={"inline_keyboard": [[button] * 8] * 12 + [[button] * 4]}
    )
    assert sent["reply_markup"]["inline_keyboard"][-1] == [button] * 4


async def test_an_unknown_field_of_a_button_is_noted(wire: Wire, claire: Person) -> None:
    await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=inline({"text": "a", "callback_data": "b", "colour": "red"}))
    assert wire.simulator.world.violations == ["button 'a' has an unknown field 'colour'"]


async def test_she_taps_only_what_stands_on_the_current_version(wire: Wire, claire: Person) -> None:
    sent = await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=inline({"text": "Oui", "callback_data": "y"}))
    await wire.call("editMessageText", chat_id=claire.id, message_id=sent["message_id"], text="Noté")
    with pytest.raises(NotPossible, match=r"Claire sees no button 'Oui'; she sees \[\]"):
        claire.presses("Oui")

    message = claire.messages[0]
    tap = claire.presses_stale("Oui", on=message)
    (update,) = await wire.updates()
    assert (update["callback_query"]["id"], update["callback_query"]["data"]) == (tap.id, "y")
    assert update["callback_query"]["message"]["text"] == "Noté"


async def test_a_double_tap_is_two_queries(wire: Wire, claire: Person) -> None:
    await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=inline({"text": "Oui", "callback_data": "y"}))
    claire.presses("Oui", times=2)
    updates = await wire.updates()
    assert [update["callback_query"]["data"] for update in updates] == ["y", "y"]
    assert len({update["callback_query"]["id"] for update in updates}) == 2


async def test_the_newest_message_with_that_button_is_tapped(wire: Wire, claire: Person) -> None:
    for data in ("old", "new"):
        await wire.call("sendMessage", chat_id=claire.id, text=data, reply_markup=inline({"text": "Oui", "callback_data": data}))
    claire.presses("Oui")
    claire.presses("Oui", on=claire.messages[0])
    assert [update["callback_query"]["data"] for update in await wire.updates()] == ["new", "old"]


async def test_a_tap_is_answered_once_and_soon(wire: Wire, simulator: Simulator, claire: Person) -> None:
    too_old = bad("query is too old and response timeout expired or query ID is invalid")
    await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=inline({"text": "Oui", "callback_data": "y"}))
    first, late = claire.presses("Oui"), claire.presses("Oui")
    assert await wire.call("answerCallbackQuery", callback_query_id=first.id, text="x" * 201) == bad("MESSAGE_TOO_LONG")
    assert await wire.call("answerCallbackQuery", callback_query_id=first.id, text="Noté", show_alert=True) is True
    assert (first.answer, first.alert, list(claire.toasts)) == ("Noté", True, ["Noté"])
    assert await wire.call("answerCallbackQuery", callback_query_id=first.id) == too_old
    assert await wire.call("answerCallbackQuery", callback_query_id="1") == too_old
    simulator.world.clock.advance(timedelta(seconds=61))
    assert await wire.call("answerCallbackQuery", callback_query_id=late.id) == too_old


async def test_buttons_that_call_nobody(wire: Wire, claire: Person) -> None:
    buttons = inline({"text": "Copier", "copy_text": {"text": "0466"}}, {"text": "Voir", "url": "https://ales.fr"})
    await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=buttons)
    assert (claire.presses("Copier").copied, claire.presses("Voir").opened) == ("0466", "https://ales.fr/")
    assert await wire.updates() == []


async def test_a_reply_keyboard_types_for_her(wire: Wire, claire: Person) -> None:
    keys = {"keyboard": [["Réunion", {"text": "Mon numéro", "request_contact": True}]], "one_time_keyboard": True}
    await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=keys)
    assert claire.visible_buttons == ["Réunion", "Mon numéro"]
    claire.presses("Mon numéro")
    assert claire.visible_buttons == []
    (update,) = await wire.updates()
    assert update["message"]["contact"]["user_id"] == claire.id
