"""Telegram is spoken here: hear, call one action, say the answer."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")  # python-telegram-bot gives lengths of time as timedelta, as its next version will
