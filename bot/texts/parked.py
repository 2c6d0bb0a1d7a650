"""What is said of points that wait for the next agenda of a group."""

from __future__ import annotations

from collections.abc import Sequence

from bot.texts.help import example
from bot.texts.names import bold, said
from bot.texts.papers import numbered

PARKED_EXAMPLE = "points reportés du GT Diabète : enquête, budget"
OF_WHICH_GROUP = f"De quel groupe ? Redites-le en entier, par exemple {example(PARKED_EXAMPLE)}"


def parked(group: str, points: Sequence[str]) -> str:
    """Points put off to the next agenda."""
    return "\n".join([f"▶ <b>Reporté au prochain ordre du jour</b> : {bold(group)}", *waiting(points)])


def waiting(points: Sequence[str]) -> list[str]:
    """Points that wait, a line each."""
    return [f"• {said(point)}" for point in points]


def proposed(points: Sequence[str]) -> list[str]:
    """Points that wait, below the agenda of the next meeting."""
    if not points:
        return []
    return ["▶ Point reporté, à remettre ?" if len(points) == 1 else "▶ Points reportés, à remettre ?", *waiting(points)]


def taken(label: str, points: Sequence[str]) -> str:
    """The agenda with what it took."""
    return "\n".join([f"✅ <b>Ordre du jour complété</b> : {bold(label)}", *numbered(points)])


def undone(label: str) -> str:
    """↩︎: nothing is put off, or the agenda is as before."""
    return f"↩︎ <b>C’est annulé</b> : {bold(label)}, l’ordre du jour est comme avant."
