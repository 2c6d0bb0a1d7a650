"""When Maillon writes to somebody, as she chose it, and how to change it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from bot.domain.peace_requests import Lack
from bot.domain.quiet import Quiet
from bot.domain.rhythms import Leave
from bot.french.dates import WEEKDAYS
from bot.french.hours import clock
from bot.texts.help import example
from bot.texts.leaves import listed

NOTED = "C’est noté."
LACKING = {
    Lack.DAY_OFF: (
        "Je ne sais pas me taire un jour fixe chaque semaine : rien n’a changé. Pour un jour précis, "
        "écrivez par exemple <code>je suis en congé mercredi prochain</code>"
    ),
    Lack.SILENCE: (
        "Rien n’a changé. Dites-moi jusqu’à quel jour me taire, par exemple <code>ne me dérange pas jusqu’à lundi</code>, "
        "ou touchez ce que vous ne voulez plus :"
    ),
}


def page(week: tuple[int, time] | None, quiet: Quiet, leaves: Sequence[Leave], *, figures: bool, note: str = "") -> str:
    """All that she chose; `figures`: whether her role gets a point of the week; `note`: what is said first of what she asked for."""
    lines = [*([f"ℹ️ {note}", ""] if note else []), "⚙️ <b>Quand je vous écris de moi-même</b>", ""]
    if figures:
        lines.append(f"📊 Point de la semaine : {f'le {WEEKDAYS[week[0] - 1]} à {clock(week[1])}' if week else 'aucun'}")
    lines.append(f"🕑 Jamais avant {clock(quiet.ends)} ni après {clock(quiet.begins)}, sauf un rappel demandé à cette heure-là")
    lines.append(f"🗓 Week-ends : {_like_others(quiet.week_ends)} ; jours fériés : {_like_others(quiet.holidays)}")
    if leaves:
        lines.append(f"📅 Congé : {listed(leaves)}")
    said = ["mon point de la semaine le jeudi à 9h"] if figures else []
    said += ["ne m’écris pas avant 9h", "je suis en congé du 3 au 14"]
    return "\n".join([*lines, "", "<i>Touchez, ou écrivez par exemple :</i>", *(example(words) for words in said)])


def whole_week_end(allowed: bool) -> str:
    """She named a part of the week-end only."""
    if allowed:
        return "Le week-end va d’un bloc : j’écrirai le samedi et le dimanche, à vos heures habituelles."
    return "Le week-end va d’un bloc : je n’écrirai ni le samedi ni le dimanche."


def _like_others(chosen: bool) -> str:
    return "comme les autres jours" if chosen else "non"


def day_button(day: int, *, chosen: bool) -> str:
    """A day of the week, marked when it is hers."""
    return f"{'☑️ ' if chosen else ''}{WEEKDAYS[day - 1][:3]}."


def hour_button(at: time, *, chosen: bool) -> str:
    """An hour, marked when it is hers."""
    return f"{'☑️ ' if chosen else ''}{clock(at)}"
