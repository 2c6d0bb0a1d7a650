"""Which small words around an outcome only rank it or tell to whom it goes: « 1) », « 2. », « confiée à »."""

from __future__ import annotations

from bot.understanding.scan import Scan


def is_rank(scan: Scan, i: int) -> bool:
    """Whether the number at word i ranks an item: « 1) », « 2° », « 3. » glued to its dot."""
    return scan.sign(i + 1) in {")", "°", "/"} or (scan.sign(i + 1) == "." and scan.words[i + 1].start == scan.words[i].end)


def confided(scan: Scan, i: int) -> bool:
    """Whether « confiée à » stands just before word i."""
    return scan.fold(i - 1) in {"a", "au"} and scan.fold(i - 2).startswith("confie")
