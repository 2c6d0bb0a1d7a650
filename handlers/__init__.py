"""Telegram is spoken here: hear, call one action, say the answer."""
