"""Horizontal bars that a phone shows whole: a line of words above each, what was a year before as a thin bar below it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.drawing.lettering import fitting, letter, width

WIDE, MARGIN = 960, 48  # pixels; a phone shows them on some 330 points
FINER = 2  # drawn that many times greater, so that edges are smooth
TITLE, WORDS, SMALL = 54, 42, 36
ROW, THICK, THIN = 138, 36, 14
PAPER, INK, PALE_INK, BAR, BEFORE, TRACK = "#fbfaf7", "#1d2429", "#5b666d", "#1f7a8c", "#e0a458", "#e9ecec"
COLOURS = 24
ROUND = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar: its words, its amount in words, how long it is, and how long the one of the year before (None: nothing to compare)."""

    label: str
    amount: str
    length: int
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """What the picture says; `legend`: what the thin bars are."""

    title: str
    below: str
    bars: Sequence[Bar]
    legend: str = ""


def bars_png(said: Bars) -> bytes:
    """It, as a PNG of few colours on an opaque ground (the chat may be light or dark)."""
    compared = any(bar.before is not None for bar in said.bars)
    head, foot = MARGIN + TITLE + 16 + WORDS + 40, (SMALL + 20 if compared else 0) + MARGIN
    high = head + ROW * len(said.bars) + foot
    image = Image.new("RGB", (WIDE * FINER, high * FINER), PAPER)
    draw = ImageDraw.Draw(image)
    _says(draw, MARGIN, MARGIN, said.title, size=TITLE, bold=True)
    _says(draw, MARGIN, MARGIN + TITLE + 16, said.below, size=WORDS, ink=PALE_INK)
    longest = max((max(bar.length, bar.before or 0) for bar in said.bars), default=0) or 1
    for place, bar in enumerate(said.bars):
        _row(draw, head + place * ROW, bar, longest=longest, compared=compared)
    if compared:
        _box(draw, MARGIN, high - MARGIN - SMALL + 12, 56, THIN, BEFORE)
        _says(draw, MARGIN + 72, high - MARGIN - SMALL, said.legend, size=SMALL, ink=PALE_INK)
    return _png(image.resize((WIDE, high), Image.Resampling.BOX))


def _row(draw: ImageDraw.ImageDraw, top: int, bar: Bar, *, longest: int, compared: bool) -> None:
    room = WIDE - 2 * MARGIN
    amount = width(bar.amount, WORDS * FINER) / FINER
    _says(draw, MARGIN, top, bar.label, size=WORDS, room=room - amount - 32)
    _says(draw, WIDE - MARGIN - amount, top, bar.amount, size=WORDS, bold=True)
    below = top + WORDS + 16
    _box(draw, MARGIN, below, room, THICK, TRACK)
    _box(draw, MARGIN, below, room * bar.length / longest, THICK, BAR)
    if compared:
        _box(draw, MARGIN, below + THICK + 4, room * (bar.before or 0) / longest, THIN, BEFORE)


def _box(draw: ImageDraw.ImageDraw, left: float, top: float, wide: float, high: float, colour: str) -> None:
    if wide > 0:
        wide = max(wide, 6)
        corners = (left * FINER, top * FINER, (left + wide) * FINER - 1, (top + high) * FINER - 1)
        draw.rounded_rectangle(corners, radius=min(ROUND, wide / 2, high / 2) * FINER, fill=colour)


def _says(
    draw: ImageDraw.ImageDraw, left: float, top: float, text: str, *, size: int, ink: str = INK, bold: bool = False, room: float = 0
) -> None:
    shown = fitting(text, size * FINER, room=(room or WIDE - MARGIN - left) * FINER)
    letter(draw, (left * FINER, top * FINER), shown, size=size * FINER, ink=ink, paper=PAPER, bold=bold)


def _png(image: Image.Image) -> bytes:
    kept = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(kept, format="PNG", optimize=True)
    return kept.getvalue()
