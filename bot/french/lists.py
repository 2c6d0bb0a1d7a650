"""How several things are said one after the other: « a, b et c », « a ou b », « Sophie, Karim et 3 autres »."""

from __future__ import annotations

from collections.abc import Sequence


def and_list(items: Sequence[str]) -> str:
    """« a », « a et b », « a, b et c »; empty for nothing."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} et {items[-1]}"


def and_others(items: Sequence[str], *, shown: int) -> str:
    """« Sophie, Karim et 3 autres »: at most `shown` items by name; one item left over is named too, since « 1 autre » is no shorter."""
    if len(items) <= shown + 1:
        return and_list(items)
    return f"{', '.join(items[:shown])} et {len(items) - shown} autres"
