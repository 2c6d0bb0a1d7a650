"""The mouth: one file per noun, plain functions that return French Telegram HTML."""
