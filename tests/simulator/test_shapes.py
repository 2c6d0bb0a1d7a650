"""Whether all that the simulator sends is what Telegram documents, as aiogram reads it."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import BotCommand, ChatFullInfo, File, Message, User, WebhookInfo
from pydantic import BaseModel

from bot.simulator import NotPossible, Person, Simulator
from tests.simulator.schema import check_update
from tests.simulator.wire import Wire

pytestmark = pytest.mark.usefixtures("whole_aiogram")

OUI = {"inline_keyboard": [[{"text": "Oui", "callback_data": "y", "style": "success"}]]}


async def test_every_kind_of_update(wire: Wire, claire: Person) -> None:
    await wire.updates(
        allowed_updates=[
            "message",
            "edited_message",
            "callback_query",
            "inline_query",
            "chosen_inline_result",
            "my_chat_member",
            "message_reaction",
        ]
    )
    await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=OUI)
    claire.starts("CODE-1")
    first = claire.says("/aide avec https://ales.fr")
    claire.says("réponse", reply_to=first)
    claire.edits(first, "corrigé")
    claire.sends_document("annuaire.xlsx", b"x", caption="le voici")
    claire.sends_photo(caption="tableau")
    claire.sends_voice(seconds=4)
    claire.sends_sticker("👍")
    claire.sends_contact("+33466000000", "Sophie", last_name="Martin", user_id=5)
    claire.sends_location(44.1, 4.1)
    claire.forwards("un mot", from_name="Karim")
    claire.reacts(first, "👍")
    claire.presses("Oui")
    asked = claire.asks_inline("sophie")
    content = {"message_text": "Sophie"}
    await wire.call(
        "answerInlineQuery",
        inline_query_id=asked.id,
        results=[{"type": "article", "id": "1", "title": "S", "input_message_content": content}],
    )
    claire.picks(asked, "S")
    claire.blocks()
    updates = await wire.updates()
    for update in updates:
        check_update(update)
    assert [next(name for name in update if name != "update_id") for update in updates] == [
        *["message"] * 3,
        "edited_message",
        *["message"] * 7,
        "message_reaction",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "message",
        "my_chat_member",
    ]


async def test_the_tap_on_a_deleted_message(wire: Wire, claire: Person) -> None:
    sent = await wire.call("sendMessage", chat_id=claire.id, text="?", reply_markup=OUI)
    await wire.call("editMessageText", chat_id=claire.id, message_id=sent["message_id"], text="!")
    message = claire.messages[0]
    await wire.call("deleteMessage", chat_id=claire.id, message_id=sent["message_id"])
    claire.presses_stale("Oui", on=message)
    (update,) = await wire.updates()
    assert type(check_update(update).callback_query.message).__name__ == "InaccessibleMessage"  # type: ignore[union-attr]


async def test_every_result(wire: Wire, claire: Person) -> None:
    document = claire.sends_document("a.csv", b"x").document
    assert document is not None
    calls: list[tuple[type[BaseModel], str, dict[str, Any]]] = [
        (User, "getMe", {}),
        (Message, "sendMessage", {"chat_id": claire.id, "text": "<b>x</b> /aide", "parse_mode": "HTML", "reply_markup": OUI}),
        (Message, "sendDocument", {"chat_id": claire.id, "document": document.file_id, "caption": "<i>x</i>", "parse_mode": "HTML"}),
        (Message, "sendPhoto", {"chat_id": claire.id, "photo": document.file_id}),
        (Message, "sendContact", {"chat_id": claire.id, "phone_number": "+33466000000", "first_name": "S"}),
        (Message, "sendLocation", {"chat_id": claire.id, "latitude": 44, "longitude": 4}),
        (Message, "editMessageText", {"chat_id": claire.id, "message_id": 2, "text": "y"}),
        (ChatFullInfo, "getChat", {"chat_id": claire.id}),
        (File, "getFile", {"file_id": document.file_id}),
        (WebhookInfo, "getWebhookInfo", {}),
    ]
    for shape, method, params in calls:
        shape.model_validate(await wire.call(method, **params), extra="forbid")
    await wire.call("setMyCommands", commands=[{"command": "a", "description": "b"}])
    assert [BotCommand.model_validate(one).command for one in await wire.call("getMyCommands")] == ["a"]


async def test_what_no_client_lets_her_do(simulator: Simulator) -> None:
    nadia = simulator.world.person("Nadia")
    with pytest.raises(NotPossible, match="must press Start first"):
        nadia.says("bonjour")
    with pytest.raises(NotPossible, match="a deep link cannot carry"):
        nadia.starts("é")
    with pytest.raises(NotPossible, match="a deep link cannot carry"):
        nadia.starts("a" * 65)
    nadia.starts("a" * 64)
    with pytest.raises(NotPossible, match="no empty message"):
        nadia.says("  ")
    with pytest.raises(NotPossible, match="at most 256 characters"):
        nadia.asks_inline("x" * 257)
    with pytest.raises(NotPossible, match="more than 4096 characters"):
        nadia.says("x" * 4097)
    nadia.blocks()
    with pytest.raises(NotPossible, match="blocked the bot"):
        nadia.says("bonjour")
    nadia.starts()
    assert [message.text for message in nadia.messages] == ["/start " + "a" * 64, "/start"]
