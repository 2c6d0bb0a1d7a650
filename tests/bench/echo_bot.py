"""The bare bot to compare with: python-telegram-bot with its default settings, which says again what it hears (`… echo_bot URL TOKEN`)."""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def on_text(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Says it again."""
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


def main(url: str, token: str) -> None:
    """Polls until it is told to stop."""
    application = ApplicationBuilder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, on_text))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
