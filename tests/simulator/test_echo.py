"""Whether real clients can live in the simulated Telegram: python-telegram-bot and aiogram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter
from aiogram.types import BufferedInputFile
from aiohttp import ClientSession
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes, MessageHandler, filters

from bot.simulator import Fault, Simulator
from tests.simulator.schema import check_calls

Context = ContextTypes.DEFAULT_TYPE
pytestmark = pytest.mark.usefixtures("whole_aiogram")


async def on_start(update: Update, context: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(f"Bonjour {' '.join(context.args or [])}".strip())


async def on_text(update: Update, context: Context) -> None:
    assert update.message is not None
    keep = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Enregistrer", callback_data="k:1:1")]])
    await update.message.reply_html(f"<b>{update.message.text}</b>", reply_markup=keep)


async def on_tap(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("C’est noté")
    await query.edit_message_text("Gardé")
    assert update.effective_chat is not None
    await context.bot.send_document(update.effective_chat.id, b"contenu", filename="cr.docx", caption="Compte rendu")


@pytest.fixture
async def echo(simulator: Simulator) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
    built = ApplicationBuilder().token(simulator.token).base_url(f"{simulator.url}/bot").base_file_url(f"{simulator.url}/file/bot").build()
    built.add_handler(CommandHandler("start", on_start))
    built.add_handler(MessageHandler(filters.TEXT, on_text))
    built.add_handler(CallbackQueryHandler(on_tap))
    async with built:
        assert built.updater is not None
        await built.updater.start_polling()
        await built.start()
        yield built
        await built.updater.stop()
        await built.stop()


async def test_a_conversation_with_a_real_bot(simulator: Simulator, echo: object) -> None:
    claire = simulator.world.person("Claire", last_name="Dumas")
    claire.starts("CODE-1")
    assert (await claire.waits_for_reply()).text == "Bonjour CODE-1"

    claire.says("GT Diabète hier")
    card = await claire.waits_for_reply()
    assert card.text == "GT Diabète hier"
    assert card.content["entities"] == [{"offset": 0, "length": 15, "type": "bold"}]
    assert card.buttons == [["✅ Enregistrer"]]

    tap = claire.presses("✅ Enregistrer")
    assert await tap.is_answered() == "C’est noté"
    minutes = await claire.waits_for(lambda her: her.last.document if her.last else None)
    assert (minutes.name, minutes.content) == ("cr.docx", b"contenu")
    assert (card.text, card.buttons, card.edits) == ("Gardé", [], 1)
    await simulator.world.settle()
    assert simulator.world.violations == []
    assert check_calls(simulator.world.calls) >= 7


async def test_a_file_goes_to_the_bot_and_back(simulator: Simulator, echo: Application[Any, Any, Any, Any, Any, Any]) -> None:
    claire = simulator.world.person("Claire", started=True)
    sent = claire.sends_document("annuaire.csv", b"nom;prenom")
    assert sent.document is not None
    file = await echo.bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"nom;prenom"


async def test_aiogram_speaks_with_it_too(simulator: Simulator) -> None:
    claire = simulator.world.person("Claire", started=True)
    claire.says("bonjour")
    session = AiohttpSession(api=TelegramAPIServer.from_base(simulator.url))
    async with Bot(simulator.token, session=session) as client:
        (update,) = await client.get_updates()
        assert update.message is not None
        assert update.message.text == "bonjour"
        sent = await client.send_document(claire.id, BufferedInputFile(b"x", "Été.docx"), caption="<b>CR</b>", parse_mode="HTML")
        assert sent.document is not None
        assert sent.document.file_name == "Été.docx"
        simulator.world.faults.add(Fault(kind="429", retry_after=4))
        with pytest.raises(TelegramRetryAfter):
            await client.send_message(claire.id, "x")
    assert simulator.world.violations == []
    assert check_calls(simulator.world.calls) == 3


async def test_a_crowd_is_measured(simulator: Simulator, echo: object) -> None:
    order = {"people": 5, "rounds": 2, "script": [{"say": "bonjour"}, {"press": "✅"}]}
    async with ClientSession() as session, session.post(f"{simulator.url}/sim/burst", json=order) as response:
        told = await response.json()
    assert (told["steps"], told["answered"], told["lost"]) == (20, 20, 0)
    assert 0 < told["p50_ms"] <= told["p95_ms"] <= told["worst_ms"] < 5_000
