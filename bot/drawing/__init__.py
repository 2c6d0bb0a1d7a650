"""Pictures for a phone, drawn as PNG: the one room that speaks Pillow."""

from bot.drawing.bars import Bar, Bars, bars_png

__all__ = ["Bar", "Bars", "bars_png"]
