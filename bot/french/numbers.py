"""How a number is written in French: « 1 250 », « 12,5 », « 1er », « 2e »."""

from __future__ import annotations

from decimal import Decimal

from bot.french.typography import NNBSP


def number(value: int | Decimal, *, decimals: int | None = None) -> str:
    """« 1 250 », « −3,5 »; `decimals` fixes how many digits follow the comma (rounded half to even), None keeps those of the value."""
    body = f"{abs(value):,f}" if decimals is None and isinstance(value, Decimal) else f"{abs(value):,.{decimals or 0}f}"
    sign = "\N{MINUS SIGN}" if value < 0 and any(digit in "123456789" for digit in body) else ""
    return sign + body.replace(",", NNBSP).replace(".", ",")


def ordinal(rank: int, *, feminine: bool = False) -> str:
    """« 1er », « 1re », « 2e »."""
    if rank == 1:
        return "1re" if feminine else "1er"
    return f"{number(rank)}e"
