"""How French is lettered with Pillow's own typeface, which knows no accents: they are drawn on the letters."""

from __future__ import annotations

import unicodedata
from functools import cache

from PIL import ImageDraw, ImageFont

_AS_TYPED = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "–": "-", "—": "-", "’": "'", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "}
)
_ACUTE, _GRAVE, _CIRCUMFLEX, _DIAERESIS, _CEDILLA, _TILDE = "\u0301", "\u0300", "\u0302", "\u0308", "\u0327", "\u0303"
# Strokes from the middle of the letter's head (its foot for the cedilla), in hundredths of the size: x, then y downwards.
_STROKES = {
    _ACUTE: (((-4, -5), (8, -17)),),
    _GRAVE: (((4, -5), (-8, -17)),),
    _CIRCUMFLEX: (((-11, -6), (0, -16), (11, -6)),),
    _TILDE: (((-12, -8), (-5, -13), (5, -8), (12, -13)),),
    _CEDILLA: (((0, 0), (0, 7), (6, 10), (3, 17), (-7, 17)),),
}
_DOTS = ((-9, -11), (9, -11))
_DOTTED = "ij"
Typeface = ImageFont.FreeTypeFont | ImageFont.ImageFont


@cache
def typeface(size: int) -> Typeface:
    """Pillow's own, that many pixels high."""
    return ImageFont.load_default(size)


def width(text: str, size: int) -> float:
    """How many pixels it takes."""
    return typeface(size).getlength(_split(text)[0])


def fitting(text: str, size: int, *, room: float) -> str:
    """The text, cut with « … » where it is wider than the room."""
    if width(text, size) <= room:
        return text
    while text and width(f"{text.rstrip()}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def letter(draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, *, size: int, ink: str, paper: str, bold: bool = False) -> None:
    """Writes a line whose top left is there; `paper` is the colour below it."""
    font, weight = typeface(size), max(1, size // 32) if bold else 0
    plain, marks = _split(text)
    draw.text(at, plain, fill=ink, font=font, stroke_width=weight, stroke_fill=ink)
    stroke = max(2, round(size * 0.065)) + weight
    for place, mark in marks:
        base = plain[place]
        left, top, right, bottom = font.getbbox(base)
        start = at[0] + font.getlength(plain[: place + 1]) - font.getlength(base)
        middle = start + (left + right) / 2
        head = at[1] + top
        if base in _DOTTED:  # its dot gives way
            gone = at[1] + font.getbbox("x")[1] - weight - 1
            draw.rectangle((start + left - weight, at[1] + top - weight - 1, start + right + weight, gone), fill=paper)
            head = gone + 1
        _mark(draw, mark, (middle, at[1] + bottom if mark == _CEDILLA else head), size=size, stroke=stroke, ink=ink)


def _mark(draw: ImageDraw.ImageDraw, mark: str, at: tuple[float, float], *, size: int, stroke: int, ink: str) -> None:
    x, y = at
    if mark == _DIAERESIS:
        for right, down in _DOTS:
            cx, cy, r = x + right * size / 100, y + down * size / 100, stroke * 0.75
            draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill=ink)
    for line in _STROKES.get(mark, ()):
        draw.line([(x + right * size / 100, y + down * size / 100) for right, down in line], fill=ink, width=stroke, joint="curve")


def _split(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The letters without their marks, and which mark stands at which letter."""
    plain, marks = "", []
    for sign in unicodedata.normalize("NFD", text.translate(_AS_TYPED)):
        if unicodedata.combining(sign):
            if plain:
                marks.append((len(plain) - 1, sign))
        else:
            plain += sign
    return plain, marks
