"""A tiny real bot for the tests of the page: a card that edits, a document, commands, a menu, an alert, a typing sign."""

from __future__ import annotations

from typing import Any

from telegram import (
    BotCommand,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.simulator import Simulator

Bot = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE

CARD = (
    "<b>GT Diabète</b>\n"
    "📅 jeudi 12 février 2026, de 14\u00a0h à 16\u00a0h\u00a030 <i>(2\u00a0h\u00a030)</i>\n"
    "📍 Maison de la santé\n"
    "👥 12 présents, dont Sophie Martin, Karim Benali et 2 personnes du CCAS\n"
    "💬 Excusée\u00a0: PMI\n\n"
    "<b>Décisions</b>\n"
    "1. Lancer l’enquête avant fin janvier\n\n"
    "<blockquote>❓ À quelle date Sophie relance-t-elle la CAF\u202f?</blockquote>"
)
KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("✅ Enregistrer", callback_data="keep", api_kwargs={"style": "success"})],
        [InlineKeyboardButton("✏️ Corriger", callback_data="edit"), InlineKeyboardButton("❌ Abandonner", callback_data="drop")],
        [InlineKeyboardButton("Copier le téléphone", copy_text=CopyTextButton("04 66 00 00 00"))],
    ]
)
UNDO = InlineKeyboardMarkup([[InlineKeyboardButton("↩︎ Annuler", callback_data="undo")]])


async def on_start(update: Update, context: Context) -> None:
    assert update.message is not None
    assert update.effective_user is not None
    code = f" Votre code\u00a0: <code>{context.args[0]}</code>." if context.args else ""
    await update.message.reply_html(
        f"Bonjour {update.effective_user.first_name}, je suis <b>Maillon</b>.{code}\nEnvoyez /aide pour commencer."
    )


async def on_invite(update: Update, context: Context) -> None:
    assert update.message is not None
    link = f"https://t.me/{context.bot.username}?start=CODE-42"
    await update.message.reply_html(f'Voici le lien à transmettre\u00a0: <a href="{link}">rejoindre le projet</a>')


async def on_text(update: Update, context: Context) -> None:
    assert update.message is not None
    assert update.effective_chat is not None
    await update.effective_chat.send_action("typing")
    await update.message.reply_html(CARD, reply_markup=KEYBOARD)


async def on_file(update: Update, context: Context) -> None:
    assert update.message is not None
    document = update.message.document
    assert document is not None
    content = await (await document.get_file()).download_as_bytearray()
    await update.message.reply_text(f"Reçu : {document.file_name}, {len(content)} octets", do_quote=True)


async def on_tap(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    assert update.effective_chat is not None
    match query.data:
        case "keep":
            await query.answer("Réunion enregistrée")
            await query.edit_message_text("✅ <b>GT Diabète</b> est gardé. Le compte rendu arrive.", parse_mode="HTML", reply_markup=UNDO)
            await context.bot.send_document(
                update.effective_chat.id, b"PK\x03\x04 un compte rendu", filename="Compte rendu - GT Diabète.docx"
            )
        case "undo":
            await query.answer("Rien n’est gardé de cette réunion.", show_alert=True)
            await query.edit_message_text("Annulé.")
        case _:
            await query.answer()


async def on_inline(update: Update, context: Context) -> None:
    query = update.inline_query
    assert query is not None
    found = [name for name in ("Sophie Martin", "Karim Benali") if query.query.lower() in name.lower()]
    results = [
        InlineQueryResultArticle(str(number), name, InputTextMessageContent(f"{name} · 04 66 00 00 00"), description="CCAS")
        for number, name in enumerate(found)
    ]
    await query.answer(results, is_personal=True)


def small_bot(simulator: Simulator) -> Bot:
    """The bot, not started."""
    built = ApplicationBuilder().token(simulator.token).base_url(f"{simulator.url}/bot").base_file_url(f"{simulator.url}/file/bot").build()
    built.add_handler(CommandHandler("start", on_start))
    built.add_handler(CommandHandler("inviter", on_invite))
    built.add_handler(MessageHandler(filters.Document.ALL, on_file))
    built.add_handler(MessageHandler(filters.TEXT, on_text))
    built.add_handler(CallbackQueryHandler(on_tap))
    built.add_handler(InlineQueryHandler(on_inline))
    return built


async def present(bot: Bot) -> None:
    """Set what people see of the bot before they start."""
    await bot.bot.set_my_commands(
        [
            BotCommand("reunion", "noter une réunion"),
            BotCommand("heures", "noter des heures"),
            BotCommand("aide", "ce que je sais faire"),
            BotCommand("inviter", "inviter quelqu’un"),
        ]
    )
    await bot.bot.set_my_description("Racontez votre réunion en une phrase : je la garde et j’envoie le compte rendu.")
