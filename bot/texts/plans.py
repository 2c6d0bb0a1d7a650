"""What is said of the agenda's cards: what will be, what was, what they point out, what they still ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.agenda import AgendaLine, Clash
from bot.domain.attendance import Presence
from bot.domain.plans import Plan, PlanContent, PlanQuestion, PlanState, Signals, of_series, overlaid, planned
from bot.domain.recurrence import rank_of
from bot.domain.requests import PlanDeed, Spot
from bot.french.dates import WEEKDAYS, date_in_words, date_with_year, day_and_month, long_date, weekday_and_date
from bot.french.hours import clock_range
from bot.french.lists import and_list
from bot.french.plurals import counted
from bot.french.recurrences import in_month, repeated
from bot.texts.cards import window
from bot.texts.names import Names, bold, safe, said

RIGHT = "<i>Tout est juste ? Touchez ✅, ou écrivez simplement ce qui change.</i>"
REALLY = "<i>Pour annuler, touchez ✅. Maillon ne prévient personne : prévenez les membres.</i>"
ASK_GROUP = "La réunion de quel groupe ?"
ASK_DAY = "Quel jour ? <i>Touchez, ou écrivez par exemple</i> <code>mardi 8 à 14h</code>"
ASK_DAY_OF_SERIES = "Quel jour ? <i>Touchez, ou écrivez par exemple</i> <code>{example}</code>"
_EXAMPLES = {"W": "le jeudi", "M": "le 2e jeudi", "Y": "le 8 mars"}
ASK_NEW_DAY = "À quand ? <i>Touchez, ou écrivez par exemple</i> <code>jeudi 12 à 14h</code>"
ASK_MEETING = "Laquelle ?"
ASK_HOURS = (
    "⚠️ Cette réunion finirait avant d’avoir commencé. De quelle heure à quelle heure ? <i>Écrivez par exemple</i> <code>14h-16h</code>"
)
PAST = "Ce moment est déjà passé."
WITHDRAWN = "C’est abandonné : l’agenda n’a pas changé."
STOOD = "Rien n’a changé dans l’agenda."
KEPT_TOAST = "C’est dans l’agenda."
WHOLE_SERIES = "🔁 Toute la série, à partir de cette date"
ONLY_THIS_TIME = (
    "🔁 <b>Cette fois seulement</b> : le jour de toute une série ne se déplace pas. Pour le changer, annulez-la, puis redites-la."
)
MOST_DAYS = 6
A_WEEK = timedelta(days=7)
MOST_CONFLICTS = 4
MOST_EXCUSED = 8
NO_DAY = "Aucune date à inscrire d’ici un an."
NO_TITLE = "Réunion"
WHICH_OF_MONTH = "ℹ️ Lequel du mois ? J’ai pris {taken}. <i>Pour un autre, écrivez par exemple</i> <code>le {other} {weekday}</code>"
SERIES_IS_KEPT = (
    "Cette série est déjà dans l’agenda : je n’y ai rien changé. Pour la changer, touchez ↩︎ Annuler sous sa carte, puis redites-la ; "
    "pour une seule date, écrivez par exemple <code>annule le Copil CLS du 9 juin</code>"
)
COUNTS_FROM = "ℹ️ Je compte à partir du {day}. <i>Pour une autre semaine, écrivez par exemple</i> <code>à partir du {other}</code>"


def in_words(label: str, spot: Spot) -> str:
    """The sentence that plans one meeting, as one types it: « GT Nutrition le 8 décembre 2026 à 14h »."""
    day = f"le {date_with_year(spot.day)}" if spot.day is not None else ""
    hours = "".join(clock_range(spot.starts, spot.ends).split("\N{NO-BREAK SPACE}")) if spot.starts is not None else ""
    return " ".join(part for part in (label, day, hours) if part)


def card(plan: Plan, names: Names, *, signals: Signals, today: date, now_past: bool = False) -> str:
    """A card of the agenda with its question; `now_past`: the moment that was told has gone by."""
    content = plan.content
    parts = [_head(plan), _body(content, names, signals=signals, today=today if plan.state is PlanState.PROPOSED else None)]
    parts += [excused_again(signals.excused, names)] if signals.excused else []
    if plan.state is PlanState.PROPOSED:
        parts += [_pointed_out(content, names, signals), PAST if now_past else "", _question(plan)]
    return "\n\n".join(part for part in parts if part)


def _head(plan: Plan) -> str:
    kept, content = plan.state is PlanState.KEPT, plan.content
    if content.deed is PlanDeed.PLAN and content.rule is not None:
        return "✅ <b>La série est dans l’agenda.</b>" if kept else "🔁 <b>Série à venir</b>"
    if content.deed is PlanDeed.PLAN:
        return "✅ <b>C’est dans l’agenda.</b>" if kept else "🗓 <b>À venir</b>"
    if content.deed is PlanDeed.MOVE:
        return "✅ <b>L’agenda est changé.</b>" if kept else "🗓 <b>Changement dans l’agenda</b>"
    what = "La série" if content.whole_series else "La réunion"
    return f"✅ <b>{what} est annulée.</b>" if kept else "🗓 <b>Annulation</b>"


def _body(content: PlanContent, names: Names, *, signals: Signals, today: date | None) -> str:
    title = bold(label(content, names))
    if content.rule is not None:
        return "\n".join(line for line in (title, *_series(content, names, signals)) if line)
    if content.deed is PlanDeed.PLAN:
        spot = overlaid(signals.standing, content.spot) if signals.standing is not None else content.spot
        return "\n".join([title, *spot_lines(spot, names, today=today), *_window(content)])
    if content.before is None:
        return title if content.group_id or content.title else ""
    whole = [WHOLE_SERIES] if of_series(content) else [ONLY_THIS_TIME] if content.whole_series else []
    if content.deed is PlanDeed.CANCEL:
        return "\n".join([title, *spot_lines(content.before, names, today=today), *whole])
    after = planned(content)
    was = f"▫️ Avant : <s>{in_one_line(content.before, names)}</s>"
    if after == content.before:
        return "\n".join([title, *spot_lines(content.before, names, today=today), *_window(content)])
    return "\n".join([title, was, "➡️ Après :", *spot_lines(after, names, today=today), *whole])


def which_way(content: PlanContent) -> str:
    """« annule » over the card that cancels: touch, or keep it."""
    it = "la série" if content.whole_series else "la réunion"
    return f"Touchez ✅ pour annuler {it}, ❌ pour la garder."


def left(content: PlanContent, names: Names, *, today: date, head: str = WITHDRAWN) -> str:
    """A card given up in words: the meeting that it was about stays as it was; `head` is STOOD when it was given up before."""
    before = content.before
    if content.deed is PlanDeed.PLAN or content.meeting_id is None or before is None or before.day is None or before.day < today:
        return f"{head}\n{said(label(content, names))}"
    hours = f", {clock_range(before.starts, before.ends)}" if before.starts is not None else ""
    return f"{head}\n{said(label(content, names))}, {weekday_and_date(before.day)}{hours} : {'la série' if content.whole_series else 'la réunion'} reste prévue."


def label(content: PlanContent, names: Names) -> str:
    """Whose meeting it is."""
    return names.group(content.group_id) if content.group_id is not None else content.title or NO_TITLE


def spot_lines(spot: Spot, names: Names, *, today: date | None) -> list[str]:
    """When and where, a line each; without `today` no day is « demain »."""
    lines = []
    if spot.day is not None:
        day = date_in_words(spot.day, today=today) if today is not None else long_date(spot.day)
        lines.append(f"🗓 {day[0].upper()}{day[1:]}")
    if spot.starts is not None:
        lines.append(f"🕑 {clock_range(spot.starts, spot.ends)}")
    place = names.place(spot.place_id, spot.place_said, spot.commune)
    if place:
        lines.append(f"📍 {safe(place)}")
    return lines


def in_one_line(spot: Spot, names: Names) -> str:
    """« mardi 8 décembre 2026, de 14 h à 16 h, Salle Rimbaud »."""
    day = long_date(spot.day) if spot.day is not None else ""
    hours = clock_range(spot.starts, spot.ends) if spot.starts is not None else ""
    place = names.place(spot.place_id, spot.place_said, spot.commune)
    return ", ".join(part for part in (day, hours, safe(place) if place else "") if part)


def _window(content: PlanContent) -> list[str]:
    if content.window is None:
        return []
    said_so = window(content.window)
    return [f"🗓 {said_so[0].upper()}{said_so[1:]}"]


def _series(content: PlanContent, names: Names, signals: Signals) -> list[str]:
    spot, rule = content.spot, content.rule
    assert rule is not None
    words = repeated(rule, first=spot.day)
    lines = [f"🔁 {words[0].upper()}{words[1:]}"]
    lines += spot_lines(Spot(starts=spot.starts, ends=spot.ends), names, today=None)
    place = names.place(spot.place_id, spot.place_said, spot.commune)
    lines += [f"📍 {safe(place)}"] if place else []
    return [*lines, *(_days(signals) if spot.day is not None else [])]


def _days(signals: Signals) -> list[str]:
    days = signals.days
    if not days:
        return (
            [f"Déjà dans l’agenda : {and_list([day_and_month(day) for day in signals.known[:MOST_DAYS]])}"] if signals.known else [NO_DAY]
        )
    named = dict(signals.holidays)
    shown = [f"• {weekday_and_date(day)} {day.year}{_mark(day, named, signals.school)}" for day in days[:MOST_DAYS]]
    rest = len(days) - len(shown)
    head = f"🗓 {counted(len(days), 'date')} d’ici un an :" if len(days) > 1 else "🗓 Une date d’ici un an :"
    if signals.known:
        shown.append(f"<i>Déjà dans l’agenda : {and_list([day_and_month(day) for day in signals.known[:MOST_DAYS]])}</i>")
    return [head, *shown, *([f"… et {counted(rest, 'autre')}"] if rest > 0 else [])]


def _mark(day: date, named: dict[date, str], school: Sequence[date]) -> str:
    if day in named:
        return f" ⚠️ férié ({named[day]})"
    return " ⚠️ vacances scolaires" if day in school else ""


def _pointed_out(content: PlanContent, names: Names, signals: Signals) -> str:
    lines = _there_already(names, signals)
    lines += [_stays(signals.single)] if signals.single else []
    if content.rule is None:
        lines += [f"⚠️ Jour férié : {name}" for _, name in signals.holidays]
        if signals.school and not signals.holidays:
            lines.append("⚠️ C’est pendant les vacances scolaires.")
        day = planned(content).day
        if day is not None and day.weekday() >= 5 and content.deed is not PlanDeed.CANCEL:
            lines.append(f"⚠️ C’est un {'samedi' if day.weekday() == 5 else 'dimanche'}.")
    else:
        lines += [*_which_week(content), *_later_marks(signals)]
    lines += conflicts(signals.conflicts[:MOST_CONFLICTS], names, dated=content.rule is not None)
    rest = len(signals.conflicts) - MOST_CONFLICTS
    return "\n".join([*lines, *([f"… et {counted(rest, 'autre')}"] if rest > 0 else [])])


def _stays(days: Sequence[date]) -> str:
    """What the group has beside a series that ends or begins."""
    rest = len(days) - MOST_DAYS
    listed = [date_with_year(day) for day in days[:MOST_DAYS]] + ([counted(rest, "autre")] if rest > 0 else [])
    one = len(days) == 1
    return f"ℹ️ Hors de cette série, {'cette réunion du groupe reste' if one else 'ces réunions du groupe restent'} à l’agenda : {and_list(listed)}."


def _there_already(names: Names, signals: Signals) -> list[str]:
    """What that group has on that day already, and what ✅ does to it."""
    standing, beside = signals.standing, signals.beside
    if standing is None:
        return [f"ℹ️ Ce jour-là, ce groupe a aussi : {in_one_line(beside, names)}. Les deux restent."] if beside is not None else []
    if beside is None:
        return [f"ℹ️ Cette réunion est déjà dans l’agenda : {in_one_line(standing, names)}. ✅ la met à jour."]
    return [
        f"ℹ️ Déjà dans l’agenda : {in_one_line(standing, names)}. ✅ en change l’heure. Si c’est une deuxième réunion, touchez « Une deuxième ce jour-là »."
    ]


def _which_week(content: PlanContent) -> list[str]:
    """« un jeudi par mois » does not tell which one, « un lundi sur deux » not from when it counts."""
    rule, first = content.rule, content.spot.day
    if rule is None or rule.weekday is None or first is None or rule.nth is not None:
        return []
    if rule.every.endswith("M"):
        return [
            WHICH_OF_MONTH.format(
                taken=in_month(rule, first), other="3e" if rank_of(rule, first) == 2 else "2e", weekday=WEEKDAYS[rule.weekday - 1]
            )
        ]
    return (
        [COUNTS_FROM.format(day=weekday_and_date(first), other=day_and_month(first + A_WEEK))]
        if rule.every.endswith("W") and rule.every != "P1W"
        else []
    )


def _later_marks(signals: Signals) -> list[str]:
    """What falls on days off among the dates that the card does not list."""
    hidden = set(signals.days[MOST_DAYS:])
    off = [f"{day_and_month(day)} ({name})" for day, name in signals.holidays if day in hidden]
    school = [day_and_month(day) for day in signals.school if day in hidden and day not in {d for d, _ in signals.holidays}]
    lines = [f"⚠️ Plus tard, {'jours fériés' if len(off) > 1 else 'jour férié'} : {and_list(off)}"] if off else []
    if school:
        shown = and_list(school) if len(school) <= MOST_DAYS else f"{', '.join(school[:MOST_DAYS])}…"
        lines.append(f"⚠️ Plus tard, vacances scolaires : {shown}")
    return lines


def excused_again(people: Sequence[Presence], names: Names) -> str:
    """On a card that moves a meeting to another day: excuses are of a day."""
    listed = [safe(names.person(one.person_id) if one.person_id else names.structure(one.structure_id)) for one in people[:MOST_EXCUSED]]
    rest = len(people) - len(listed)
    return f"ℹ️ Excuses de l’ancienne date, à redire : {and_list([*listed, *([counted(rest, 'autre')] if rest > 0 else [])])}."


def conflicts(found: Sequence[Clash], names: Names, *, dated: bool = False) -> list[str]:
    """What clashes: the same room, or the same pilot, at the same time."""
    lines = []
    for conflict in found:
        other = f"{safe(conflict.other.label or NO_TITLE)}{_hours_of(conflict.other)}"
        if dated:
            other = f"{weekday_and_date(conflict.other.day)}, {other}"
        if conflict.room:
            lines.append(f"⚠️ Lieu déjà pris : {other}")
        if conflict.people:
            who = and_list([safe(names.person(person)) for person in conflict.people])
            lines.append(f"⚠️ {who} {'pilotent' if len(conflict.people) > 1 else 'pilote'} à la même heure : {other}")
    return lines


def _hours_of(line: AgendaLine) -> str:
    return f", {clock_range(line.starts, line.ends)}" if line.starts is not None else ""


def _question(plan: Plan) -> str:
    match plan.asked:
        case PlanQuestion.GROUP:
            return ASK_GROUP
        case PlanQuestion.DAY:
            if plan.content.rule is not None:
                return ASK_DAY_OF_SERIES.format(example=_EXAMPLES.get(plan.content.rule.every[-1], "le jeudi"))
            return ASK_DAY if plan.content.deed is PlanDeed.PLAN else ASK_NEW_DAY
        case PlanQuestion.HOURS:
            return ASK_HOURS
        case PlanQuestion.MEETING:
            return ASK_MEETING
    return REALLY if plan.content.deed is PlanDeed.CANCEL else RIGHT


def undone(content: PlanContent, names: Names) -> str:
    """↩︎: the agenda is as before."""
    return f"↩︎ <b>C’est annulé</b> : l’agenda est comme avant.\n{said(label(content, names))}"
