"""How the agenda is shown: a week, a month or all that comes, narrowed to a group, a person or a place, and one planned meeting."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from bot.domain.agenda import AgendaLine
from bot.french.dates import date_range, long_date, month_and_year, short_date, weekday_and_date
from bot.french.hours import clock, clock_range
from bot.texts.help import example
from bot.texts.names import Names, bold, safe, said
from bot.texts.plan_notes import loose
from bot.texts.plans import NO_TITLE

HINT = "Écrivez par exemple <code>prochain Copil mardi 8 à 14h</code>"
NOTHING = "Aucune réunion n’est prévue."
GONE_BY = "C’est passé : /agenda montre ce qui vient. Pour ce qui a eu lieu, écrivez /cr avec le groupe ou la date."
CLASHES = "<i>⚠️ même lieu ou même pilote à la même heure</i>"
CHOOSE = "🗓 <b>Quelle réunion ?</b>"
FILE_COMING = "Le fichier d’agenda arrive."


def heading(first: date, last: date | None, *, whole_month: bool, about: str) -> str:
    """« Du 9 au 15 mars 2026 – GT Diabète », « Mars 2026 », « À venir »; `about` in plain words, empty for everything."""
    if last is None:
        when = "À venir"
    elif first == last:
        when = long_date(first)
    elif (first.day, first.month, last.day, last.month, first.year) == (1, 1, 31, 12, last.year):
        when = f"année {first.year}"
    else:
        when = month_and_year(first) if whole_month else date_range(first, last)
    title = when[0].upper() + when[1:]
    return f"🗓 {bold(f'{title} – {about}' if about else title)}"


def agenda(
    lines: Sequence[AgendaLine],
    names: Names,
    *,
    head: str,
    today: date,
    clashing: Collection[int] = (),
    page: int = 0,
    pages: int = 1,
    may_plan: bool = True,
    gone_by: bool = False,
) -> str:
    """What is planned, soonest first, under its heading; `clashing`: ids of those at one time with the same pilot or in the same room.

    `gone_by`: all of these days are past.
    """
    if gone_by:
        return f"{head}\n\n{GONE_BY}"
    if not lines:
        return f"{head}\n\n{NOTHING}" + (f" {HINT}" if may_plan else "")
    shown = "\n".join(f"{_line(line, names, today)}{' ⚠️' if line.id in clashing else ''}" for line in lines)
    title = f"{head} ({page + 1}/{pages})" if pages > 1 else head
    return f"{title}\n\n{shown}" + (f"\n\n{CLASHES}" if any(line.id in clashing for line in lines) else "")


def not_understood(words: str, *, narrowed: bool) -> str:
    """Above the agenda: words of which nothing was made; `narrowed`: others were understood."""
    if narrowed:
        return loose(words)
    return f"Je n’ai pas compris « {said(words)} » : voici tout ce qui vient."


def too_many(count: int, one: str) -> str:
    """Above the agenda: a word that names more groups than it can be narrowed to."""
    return f"ℹ️ {count} groupes portent ce nom : voici tout ce qui vient. Pour un seul, écrivez par exemple {example(f'/agenda {one}')}"


def _line(line: AgendaLine, names: Names, today: date) -> str:
    hours = ""
    if line.starts and line.ends:
        hours = f", {clock_range(line.starts, line.ends)}"
    elif line.starts:
        hours = f" {clock_range(line.starts)}"
    place = names.place(line.place_id, line.place, line.commune)
    day = weekday_and_date(line.day) if line.day.year == today.year else long_date(line.day)
    return f"{day.capitalize()}{hours} : {bold(line.label or NO_TITLE)}" + (f" – {safe(place)}" if place else "")


def button(line: AgendaLine) -> str:
    """One meeting as a button: « 12/03/2026, 14 h – GT Diabète »."""
    hours = f", {clock(line.starts)}" if line.starts else ""
    return f"🗓 {short_date(line.day)}{hours} – {line.label or NO_TITLE}"
