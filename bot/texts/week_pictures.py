"""The words of the picture « heures par axe » : those drawn on it, and the caption that says the same to whoever does not see it."""

from __future__ import annotations

from bot.domain.weeks import AxisHours, HoursByAxis
from bot.french.dates import day_and_month
from bot.french.hours import duration
from bot.texts.names import safe

FILE_NAME = "heures-par-axe.png"
UNCERTAIN = "L’image des heures par axe est peut-être arrivée ci-dessus, peut-être pas : la connexion a été coupée. /semaine la redonne."
FAILED = "L’image des heures par axe n’a pas pu partir. /semaine la redonne."
MOST = 10  # bars: one that sums the rest, greater than each that is named, tells nothing
LONGEST, SHORTER, SHORTEST = 60, 48, 36  # signs of a name, as far as all of them fit
CAPTION = 1024  # signs that Telegram takes
OTHERS = "Autres axes"
NO_AXIS = "Sans axe"


def title(told: HoursByAxis) -> str:
    """Drawn at its head."""
    return f"Heures par axe en {told.last.year}"


def below(told: HoursByAxis) -> str:
    """Drawn below the title."""
    return f"{_until(told)} : {duration(told.total)}"


def legend(told: HoursByAxis) -> str:
    """What the thin bars are."""
    return f"à la même date en {told.last.year - 1}"


def shown(told: HoursByAxis) -> tuple[AxisHours, ...]:
    """The lines that it shows: all, or the greatest and the rest together."""
    if len(told.lines) <= MOST:
        return told.lines
    axes, without = [line for line in told.lines if line.axis is not None], [line for line in told.lines if line.axis is None]
    greatest = sorted(axes, key=lambda line: -line.minutes)[: MOST - 1 - len(without)]
    rest = [line for line in axes if line not in greatest]
    others = AxisHours(axis=None, name=OTHERS, minutes=sum(line.minutes for line in rest), before=sum(line.before for line in rest))
    return (*(line for line in axes if line in greatest), others, *without)


def label(line: AxisHours) -> str:
    """« Axe 3 – Santé mentale »."""
    if line.axis is None:
        return line.name or NO_AXIS
    return f"Axe {line.axis} – {line.name}" if line.name else f"Axe {line.axis}"


def amount(minutes: int) -> str:
    """« 12 h 30 »."""
    return duration(minutes)


def caption(told: HoursByAxis) -> str:
    """The same in words, below the picture."""
    captions = (_captioned(told, longest=longest) for longest in (LONGEST, SHORTER))
    return next((text for text in captions if len(text) <= CAPTION), _captioned(told, longest=SHORTEST))


def _captioned(told: HoursByAxis, *, longest: int) -> str:
    lines = []
    for line in shown(told):
        before = f" ({duration(line.before)} en {told.last.year - 1})" if told.compared else ""
        lines.append(f"{safe(_cut(label(line), longest))} : {duration(line.minutes)}{before}")
    return "\n".join([f"📊 <b>{title(told)}</b>, {below(told)}", *lines])


def _until(told: HoursByAxis) -> str:
    if (told.last.month, told.last.day) == (1, 1):
        return f"le {day_and_month(told.last)}"
    return f"du {day_and_month(told.last.replace(month=1, day=1))} au {day_and_month(told.last)}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
