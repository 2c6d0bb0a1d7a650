"""How a bot may knock: tokens, methods, ways to send parameters, and what is noted of a careless bot."""

from __future__ import annotations

import pytest

from bot.simulator import Person, Simulator
from bot.simulator.methods.registry import METHODS
from tests.simulator.schema import CallRefused, check_call, check_calls, documented_parameters
from tests.simulator.wire import Refused, Wire, bad, read


async def test_tokens_and_methods(wire: Wire, simulator: Simulator) -> None:
    async with wire.session.get(wire.address("getMe", token="1:wrong")) as response:
        assert (response.status, await response.json()) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    assert (await wire.call("GETME"))["username"] == "maillon_essai_bot"
    assert await wire.call("sendDice") == Refused(404, "Not Found")
    assert simulator.world.violations == ["the simulator knows no method 'sendDice'"]


async def test_parameters_come_in_every_way(wire: Wire, claire: Person) -> None:
    wanted = {"chat_id": str(claire.id), "text": "Été & Cie + 1"}
    address = wire.address("sendMessage")
    for options in ({"params": wanted}, {"data": wanted}, {"json": wanted | {"chat_id": claire.id}}):
        async with wire.session.post(address, **options) as response:  # type: ignore[arg-type]
            assert read(await response.json())["text"] == "Été & Cie + 1"
    async with wire.session.get(address, params=wanted) as response:
        assert read(await response.json())["text"] == "Été & Cie + 1"
    async with wire.session.post(address, data=b"{", headers={"Content-Type": "application/json"}) as response:
        assert read(await response.json()) == bad("can't parse request: can't parse JSON object")


async def test_an_unknown_parameter_is_noted(wire: Wire, simulator: Simulator, claire: Person) -> None:
    await wire.call("sendMessage", chat_id=claire.id, text="x", colour="red")
    assert simulator.world.violations == ["sendMessage has no parameter 'colour'"]


@pytest.mark.parametrize("name", sorted(METHODS))
def test_our_table_of_parameters_is_the_documented_one(name: str) -> None:
    assert METHODS[name].parameters == documented_parameters(name)


async def test_every_call_can_be_checked_against_the_documentation(wire: Wire, simulator: Simulator, claire: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    await wire.call("sendMessage", chat_id=claire.id, text="x", reply_markup=keyboard, disable_notification=True)
    await wire.call("setMyCommands", commands=[{"command": "aide", "description": "aide"}], scope={"type": "default"})
    assert check_calls(simulator.world.calls) == 2
    with pytest.raises(CallRefused):
        check_call("sendMessage", {"chat_id": 1, "text": "x", "colour": "red"})
    with pytest.raises(CallRefused):
        check_call("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "colour": "b"}]]}})
    with pytest.raises(CallRefused):
        check_call("sendMessage", {"chat_id": 1})
    with pytest.raises(CallRefused):
        check_call("sendMesage", {"chat_id": 1})


async def test_commands_by_scope_and_language(wire: Wire, claire: Person) -> None:
    def command(name: str) -> list[dict[str, str]]:
        return [{"command": name, "description": "quelque chose"}]

    assert claire.commands() == []
    await wire.call("setMyCommands", commands=command("default"))
    await wire.call("setMyCommands", commands=command("prive"), scope={"type": "all_private_chats"})
    await wire.call("setMyCommands", commands=command("francais"), scope={"type": "all_private_chats"}, language_code="fr")
    assert claire.commands() == command("francais")
    await wire.call("setMyCommands", commands=command("claire"), scope={"type": "chat", "chat_id": claire.id})
    assert claire.commands() == command("claire")
    await wire.call("deleteMyCommands", scope={"type": "chat", "chat_id": claire.id})
    assert claire.commands() == command("francais")
    assert await wire.call("getMyCommands") == command("default")
    assert await wire.call("setMyCommands", commands=command("Aide")) == bad("BOT_COMMAND_INVALID")
    assert await wire.call("setMyCommands", commands=command("réunion")) == bad("BOT_COMMAND_INVALID")
    assert await wire.call("setMyCommands", commands=command("a") * 101) == bad("BOT_COMMANDS_TOO_MUCH")
    assert await wire.call("setMyCommands", commands=[{"command": "a", "description": ""}]) == bad("BOT_COMMAND_DESCRIPTION_INVALID")


async def test_the_bot_presents_itself(wire: Wire) -> None:
    assert await wire.call("setMyName", name="x" * 65) == bad("bot name is too long")
    assert await wire.call("setMyDescription", description="x" * 513) == bad("bot description is too long")
    assert await wire.call("setMyShortDescription", short_description="x" * 121) == bad("bot short description is too long")
    await wire.call("setMyDescription", description="Bonjour", language_code="fr")
    assert await wire.call("getMyDescription", language_code="fr") == {"description": "Bonjour"}
    assert await wire.call("setChatMenuButton", menu_button={"type": "commands"}) is True
    assert await wire.call("getChatMenuButton") == {"type": "commands"}


async def test_an_inline_answer(wire: Wire, simulator: Simulator, claire: Person) -> None:
    def article(number: int) -> dict[str, object]:
        return {
            "type": "article",
            "id": str(number),
            "title": f"n° {number}",
            "input_message_content": {"message_text": f"<b>{number}</b>", "parse_mode": "HTML"},
        }

    asked = claire.asks_inline("sophie")
    answer = {"inline_query_id": asked.id}
    assert await wire.call("answerInlineQuery", **answer, results=[article(n) for n in range(51)]) == bad("RESULTS_TOO_MUCH")
    assert await wire.call("answerInlineQuery", **answer, results=[article(1), article(1)]) == bad("RESULT_ID_DUPLICATE")
    assert await wire.call("answerInlineQuery", **answer, results=[article(1), article(2)], is_personal=True) is True
    assert (asked.titles, asked.personal) == (["n° 1", "n° 2"], True)
    too_old = bad("query is too old and response timeout expired or query ID is invalid")
    assert await wire.call("answerInlineQuery", **answer, results=[]) == too_old
    message = claire.picks(asked, "n° 2")
    assert (message.text, message.content["entities"]) == ("2", [{"offset": 0, "length": 1, "type": "bold"}])
