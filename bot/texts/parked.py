"""What is said of points that wait for the next agenda of a group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.french.dates import long_date
from bot.french.lists import and_list
from bot.texts.help import example
from bot.texts.names import bold, safe, said
from bot.texts.papers import numbered

PARKED_EXAMPLE = "points reportés du GT Diabète : enquête, budget"
OF_WHICH_GROUP = f"De quel groupe ? Redites-le en entier, par exemple {example(PARKED_EXAMPLE)}"


def parked(group: str, points: Sequence[str], *, new: bool = False, left: date | None = None, gone: int = 0) -> str:
    """Points put off to the next agenda, or `new` for it; so many are `gone` from the agenda of that day (`left`)."""
    head = "▶ <b>Noté pour le prochain ordre du jour</b>" if new else "▶ <b>Reporté au prochain ordre du jour</b>"
    which = "Ce point a quitté" if len(points) == 1 else "Un de ces points a quitté" if gone == 1 else "Ces points ont quitté"
    foot = [] if left is None else ["", f"{which} l’ordre du jour du {long_date(left)}."]
    return "\n".join([f"{head} : {bold(group)}", *waiting(points), *foot])


def dropped(group: str, points: Sequence[str]) -> str:
    """Points that wait no more."""
    return "\n".join(
        [f"<b>{'Ce point n’attend' if len(points) == 1 else 'Ces points n’attendent'} plus</b> : {bold(group)}", *waiting(points)]
    )


def not_waiting(group: str, points: Sequence[str]) -> str:
    """What was to be proposed no more does not wait."""
    which = and_list([f"« {safe(point)} »" for point in points])
    return f"Je n’ai rien changé : je ne trouve pas {which} parmi les points mis en attente pour {bold(group)}."


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
