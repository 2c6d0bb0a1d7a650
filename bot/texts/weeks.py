"""« Votre semaine »: at most one screen, the most useful first, and the lists behind its lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.meetings import MeetingLine
from bot.domain.weeks import DueAction, Figures, Unseen, Week, WeekList
from bot.french.dates import date_range, short_date, weekday_and_date
from bot.french.hours import clock, duration
from bot.french.lists import and_list
from bot.french.plurals import counted
from bot.texts.contributions import TO_TELL
from bot.texts.names import bold, safe, said

NO_LABEL = "Réunion"
ELSEWHERE = "dans d’autres groupes"
NOTHING = "Rien de particulier cette semaine."
NO_FIGURES = "Aucune réunion ni heure enregistrée pour l’instant."
SHEETS = "📇 <b>Fiches à vérifier</b>"
DONE = "C’est noté."
TAKEN_BACK = "C’est remis comme avant."
A_PAGE = 8
_TITLES = {
    WeekList.AHEAD: "🗓 <b>À venir</b>",
    WeekList.UNTOLD: "📝 <b>Réunions à raconter</b>\n<i>Touchez ✏️ pour ouvrir la carte déjà remplie.</i>",
    WeekList.UNSENT: "📄 <b>Comptes rendus à diffuser</b>\n<i>Touchez ✅ quand c’est envoyé.</i>",
    WeekList.ACTIONS: "☑️ <b>Actions en retard ou à échéance proche</b>\n<i>Touchez ✅ quand c’est fait.</i>",
    WeekList.OPEN_ACTIONS: "☑️ <b>Actions à faire</b>\n<i>Touchez ✅ quand c’est fait.</i>",
    WeekList.QUIET_GROUPS: "📁 <b>Groupes sans réunion depuis trois mois</b>",
    WeekList.LOST_STRUCTURES: "🏢 <b>Structures perdues de vue</b>\n<i>Venues au moins deux fois dans l’année, mais pas depuis trois mois.</i>",
}
_BUTTONS = {
    WeekList.UNTOLD: "📝 À raconter",
    WeekList.ACTIONS: "☑️ Actions",
    WeekList.UNSENT: "📄 À diffuser",
    WeekList.MISSED: "⏰ Rappels manqués",
    WeekList.AHEAD: "🗓 À venir",
    WeekList.QUIET_GROUPS: "📁 Groupes",
    WeekList.LOST_STRUCTURES: "🏢 Structures",
    WeekList.SHEETS: "📇 Fiches",
}


def week(told: Week, *, today: date, late: str = "") -> str:
    """The whole point of the week; `late`: for when it was promised, if that is past."""
    head = f"📊 <b>{'La semaine' if told.figures_only else 'Votre semaine'}</b> – {date_range(told.first, told.last)}"
    head = f"{head}\n{late}" if late else head
    parts = [head, *_figures(told)]
    if not told.figures_only:
        parts += [line for line in (_untold(told), _actions(told), _unsent(told), _missed(told)) if line]
        parts += _ahead(told, today)
        parts += [line for line in (_quiet(told), _lost(told), _sheets(told)) if line]
    return "\n".join(parts if len(parts) > 1 else [head, NOTHING])


def _figures(told: Week) -> list[str]:
    figures = told.figures
    lines = []
    if figures.meetings:
        lines.append(f"✅ {bold(counted(figures.meetings, 'réunion'))}, {counted(figures.came, 'présence')}")
    if figures.total:
        lines.append(f"⏱ {_hours(figures)}")
    before = told.last_year
    if told.figures_only and not lines:
        lines.append(NO_FIGURES)
    if before is not None and (lines or told.figures_only):
        lines.append(f"<i>L’an dernier, la même semaine : {counted(before.meetings, 'réunion')}, {duration(before.total)}</i>")
    return lines


def _hours(figures: Figures) -> str:
    split = [f"{nature.value if nature else TO_TELL} {duration(minutes)}" for nature, minutes in figures.minutes]
    total = bold(duration(figures.total))
    if len(figures.minutes) == 1:
        nature = figures.minutes[0][0]
        return f"{total} ({nature.value if nature else TO_TELL})"
    return f"{total} : {', '.join(split)}"


def _untold(told: Week) -> str:
    hers, others = told.hers(WeekList.UNTOLD)
    older = told.older_of(WeekList.UNTOLD)
    if hers:
        line = f"📝 {bold(counted(hers, 'réunion'))} à raconter{f', et {others} {ELSEWHERE}' if others else ''}"
    elif others:
        line = f"📝 {bold(counted(others, 'réunion'))} à raconter {ELSEWHERE}"
    else:
        return f"📝 {bold(counted(older, 'réunion'))} à raconter, de plus d’un mois" if older else ""
    return f"{line}{_and_older(older, 'ancienne')}"


def _and_older(count: int, word: str) -> str:
    return f", et {count} plus {word}{'s' if count > 1 else ''}" if count else ""


def _actions(told: Week) -> str:
    count = told.count(WeekList.ACTIONS)
    soon = count - told.late
    said_of = [f"{bold(counted(told.late, 'action'))} en retard"] if told.late else []
    if soon:
        said_of.append(f"{soon if told.late else bold(counted(soon, 'action'))} à faire d’ici {weekday_and_date(told.until)}")
    older = told.older_of(WeekList.ACTIONS)
    if not count:
        return f"☑️ {bold(counted(older, 'action'))} en retard de plus de trois mois" if older else ""
    return f"☑️ {', '.join(said_of)}{_and_older(older, 'ancienne')}"


def _unsent(told: Week) -> str:
    count = told.count(WeekList.UNSENT)
    older = told.older_of(WeekList.UNSENT)
    shown = count or older
    line = f"📄 {bold(f'{shown} comptes rendus' if shown > 1 else '1 compte rendu')} à diffuser"
    return f"{line}{_and_older(older, 'ancien')}" if count else f"{line}, de plus d’un mois" if older else ""


def _missed(told: Week) -> str:
    count = told.count(WeekList.MISSED)
    return f"⏰ {bold(counted(count, 'rappel'))} que je n’ai pas pu vous dire" if count else ""


def _ahead(told: Week, today: date) -> list[str]:
    hers, others = told.hers(WeekList.AHEAD)
    if not hers and not others:
        return []
    beside = f", et {others} {ELSEWHERE}" if hers and others else f" {ELSEWHERE}" if others else ""
    lines = [f"🗓 {bold(counted(hers or others, 'réunion'))} d’ici {weekday_and_date(told.until)}{beside} :"]
    lines += [f"   {_line(line, today)}" for line in told.next_ones]
    rest = (hers or others) - len(told.next_ones)
    return [*lines, f"   … et {rest} autre{'s' if rest > 1 else ''}"] if rest else lines


def _line(line: MeetingLine, today: date) -> str:
    del today
    hour = f" à {clock(line.starts)}" if line.starts else ""
    return f"{weekday_and_date(line.day)}{hour} : {safe(line.label or NO_LABEL)}"


def _quiet(told: Week) -> str:
    count = told.count(WeekList.QUIET_GROUPS)
    return f"📁 {counted(count, 'groupe')} sans réunion depuis trois mois" if count else ""


def _lost(told: Week) -> str:
    count = told.count(WeekList.LOST_STRUCTURES)
    return f"🏢 {counted(count, 'structure')} perdue{'s' if count > 1 else ''} de vue" if count else ""


def _sheets(told: Week) -> str:
    count = told.count(WeekList.SHEETS)
    return f"📇 {counted(count, 'fiche')} à vérifier dans l’annuaire" if count else ""


def lists_under(told: Week) -> tuple[WeekList, ...]:
    """The lists that buttons under it open, in the order of its lines."""
    return () if told.figures_only else tuple(which for which in _BUTTONS if told.count(which) or told.older_of(which))


def list_button(which: WeekList) -> str:
    """What opens that list."""
    return _BUTTONS[which]


def listed(which: WeekList, lines: Sequence[MeetingLine | DueAction | Unseen], *, first: int, total: int, today: date) -> str:
    """A page of one of its lists; numbered from `first` where each line has a button."""
    if not lines:
        return f"{_TITLES[which].partition(chr(10))[0]}\n\nIl n’y a plus rien ici."
    body = [f"{first + n}. {_entry(line, today)}" for n, line in enumerate(lines)]
    last = first + len(lines) - 1
    shown = f"{first}–{last}" if last > first else f"{last}"
    pages = f" ({shown} sur {total})" if total > len(lines) else ""
    title, _, hint = _TITLES[which].partition("\n")
    return "\n".join([title + pages, *([hint] if hint else []), "", *body])


def _entry(line: MeetingLine | DueAction | Unseen, today: date) -> str:
    if isinstance(line, MeetingLine):
        return _line(line, today)
    if isinstance(line, Unseen):
        return f"{safe(line.name)} – depuis le {short_date(line.since)}" if line.since else safe(line.name)
    who = f"{bold(and_list(list(line.bearers)))} : " if line.bearers else ""
    late = " (en retard)" if line.is_late(today) else ""
    by_when = f" – {short_date(line.due)}{late}" if line.due else ""
    return f"{who}{said(line.text)}{by_when}, {safe(line.label or NO_LABEL)}"


def item_button(which: WeekList, rank: int) -> str:
    """« ✅ 2 » or « ✏️ 2 » under a list."""
    return f"{'✏️' if which is WeekList.UNTOLD else '✅'} {rank}"


def uncertain() -> str:
    """It may have arrived or not."""
    return "Votre point de la semaine est peut-être arrivé ci-dessus, peut-être pas : la connexion a été coupée. /semaine le redonne."
