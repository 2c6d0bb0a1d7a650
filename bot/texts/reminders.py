"""What is said of reminders: the card that proposes one, what it still asks, what is kept, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.leads import DAY
from bot.domain.notices import Due
from bot.domain.reminders import Asked, Reminder, ReminderLine, ReminderState
from bot.french.dates import date_in_words, date_window, day_and_month, long_date, weekday_and_date
from bot.french.hours import clock, duration
from bot.french.lists import and_list
from bot.french.plurals import counted
from bot.french.public_holidays import holiday
from bot.french.recurrences import repeated
from bot.texts.names import Names, bold, safe, said

ASK_WHAT = "Que faut-il vous rappeler ? <i>Écrivez-le en quelques mots, par exemple</i> <code>réserver la salle</code>"
ASK_WHEN = "Quand faut-il vous le rappeler ? <i>Touchez, ou écrivez par exemple</i> <code>vendredi 14h</code>"
ASK_GROUP = "Avant la réunion de quel groupe ?"
ASK_GROUP_AFTER = "Après la réunion de quel groupe ?"
_NAMED_LEADS = {DAY: "La veille", 0: "Le jour", -DAY: "Le lendemain"}
ONCE_NOW = (
    "ℹ️ La série est arrêtée : ce rappel ne sonnera plus qu’une fois. <i>Pour qu’il revienne : ✏️ Quand, puis par exemple</i> "
    "<code>tous les mardis à 10h</code>"
)
DUE_ACTIONS = "ℹ️ Les échéances des actions : touchez ⏰ Rappeler les échéances sous la réunion enregistrée, ou dites-moi un jour."
TO_OTHERS = ("rappeler à ", "rappeler au ", "rappeler aux ")  # how a reminder begins that is for somebody else
TO_YOU = "ℹ️ C’est à vous que je le rappellerai."
PAST = "Ce moment est déjà passé."
RIGHT = "<i>Tout est juste ? Touchez ✅, ou écrivez simplement un autre moment.</i>"
NONE = "Aucun rappel n’est prévu. Écrivez par exemple <code>rappelle-moi de réserver la salle jeudi matin</code>"
NO_DATE_YET = "Aucune date n’est encore prévue : je fixerai le rappel dès qu’il y en aura une."
USUAL_HOUR = " <i>(heure habituelle)</i>"
WITHDRAWN = "C’est abandonné : aucun rappel n’a été noté."
KEPT_TOAST = "C’est noté."
NOT_KEPT = "carte ouverte, pas encore enregistrée"
NOTHING_TOLD = "Rappel"
DROP_THIS = "❌ <b>Supprimer ce rappel ?</b>"
WHICH_TO_DROP = "❌ <b>Quel rappel supprimer ?</b>"
WHICH_TO_MOVE = "✏️ <b>Quel rappel changer ?</b>"
STILL_COMES = "ℹ️ Ce rappel revient : la prochaine fois reste prévue. Pour l’arrêter, touchez ❌."
COMES_AGAIN = (
    "ℹ️ Ce rappel revient. Écrivez son nouveau rythme, par exemple <code>tous les mardis à 10h</code> ; un seul jour arrêtera la série."
)


def card(
    reminder: Reminder, names: Names, *, due: Due | None, meeting: date | None, today: date, past: bool = False, once_now: bool = False
) -> str:
    """A reminder with its question. `due`: when it rings next, `meeting`: the day from which it counts back; None: not known.

    `past`: the moment that was told has gone by. `once_now`: that moment has just taken the place of a series.
    """
    head = "⏰ <b>Rappel</b>" if reminder.state is ReminderState.PROPOSED else "⏰ <b>C’est noté</b>"
    told = [
        said(reminder.what) if reminder.what else "",
        _when(reminder, names, due=due, meeting=meeting, today=today),
        _about(reminder, names),
    ]
    parts = [head, "\n".join(line for line in told if line)]
    if past:
        parts.append(PAST)
    if once_now:
        parts.append(ONCE_NOW)
    parts.append(_question(reminder))
    return "\n\n".join(part for part in parts if part)


def _question(reminder: Reminder) -> str:
    match reminder.asked:
        case Asked.WHAT:
            return ASK_WHAT
        case Asked.WHEN:
            return ASK_WHEN
        case Asked.GROUP:
            return ASK_GROUP_AFTER if (reminder.before or 1) < 0 else ASK_GROUP
    return RIGHT if reminder.state is ReminderState.PROPOSED else ""


def _about(reminder: Reminder, names: Names) -> str:
    return "👤 " + safe(", ".join(names.person_and_structure(person) for person in reminder.people)) if reminder.people else ""


def _when(reminder: Reminder, names: Names, *, due: Due | None, meeting: date | None, today: date) -> str:
    if reminder.before is not None:
        return _before(reminder, names, due=due, meeting=meeting)
    usual = "" if reminder.at else USUAL_HOUR
    if reminder.recurrence is not None and reminder.day is not None:
        first = f"\n📅 Prochaine fois : {_day(due.on, today)}" if due is not None else ""
        return f"🔁 {_repeated(reminder, reminder.day)} à {clock(reminder.hour)}{usual}{first}"
    if reminder.day is not None:
        free = holiday(reminder.day, reminder.zone)
        day = date_in_words(reminder.day, today=today) + (f" (férié : {free})" if free else "")
        return f"📅 {day[0].upper()}{day[1:]} à {clock(reminder.hour)}{usual}"
    return f"📅 {date_window(reminder.window.first, reminder.window.last).capitalize()}" if reminder.window else ""


def _day(day: date, today: date) -> str:
    return weekday_and_date(day) if day.year == today.year else long_date(day)


def _repeated(reminder: Reminder, first: date) -> str:
    rule = reminder.recurrence
    assert rule is not None
    words = repeated(rule, first=first)
    return words[0].upper() + words[1:]


def unheeded(said: Sequence[str]) -> str:
    """What of a reminder's time cannot be kept."""
    return f"ℹ️ Je ne peux pas tenir compte de {safe(and_list([f'« {one} »' for one in said]))}."


def eve_of(said: str) -> str:
    """It is to be done before a day: it rings before that day."""
    return f"ℹ️ « {safe(said)} » : je vous le rappelle le dernier jour ouvré d’avant."


def left_out(said: str) -> str:
    """A second reminder of the same message, which is not on the card."""
    return f"ℹ️ Un rappel à la fois : j’ai laissé de côté « {safe(said)} ». Redites-le après celui-ci."


def lead_of(reminder: Reminder) -> str:
    """« La veille », « 7 jours avant », « 2 h avant », « Le lendemain », « 15 min après la fin »; nothing for one that does not count."""
    if reminder.before is None or reminder.before in _NAMED_LEADS:
        return _NAMED_LEADS[reminder.before] if reminder.before is not None else ""
    minutes = abs(reminder.before)
    length = f"{minutes // DAY} jours" if minutes % DAY == 0 else duration(minutes)
    return f"{length} avant" if reminder.before > 0 else f"{length} après{'' if minutes % DAY == 0 else ' la fin'}"


def _before(reminder: Reminder, names: Names, *, due: Due | None, meeting: date | None) -> str:
    which = "chaque réunion" if reminder.recurrence is not None else "la prochaine réunion"
    after = reminder.before is not None and reminder.before < 0
    of = reminder.before in _NAMED_LEADS or (after and reminder.before is not None and reminder.before % DAY)
    lead = f"{lead_of(reminder)} {'de ' if of else ''}{which}"
    if reminder.group_id is None:
        return f"📅 {lead}"
    group = safe(names.group(reminder.group_id))
    if meeting is None:
        return f"📅 {lead} – {group}\n{NO_DATE_YET}"
    if due is None:
        return f"📅 {lead} – {group}\nIl a déjà sonné, pour le {day_and_month(meeting)}."
    return f"📅 {lead} – {group} : {weekday_and_date(due.on)} à {clock(due.at)}, {'réunion du' if after else 'pour le'} {day_and_month(meeting)}"


def listed(lines: Sequence[ReminderLine], names: Names, *, first: int, today: date) -> str:
    """A page of her reminders, numbered from `first`."""
    if not lines:
        return NONE
    return "⏰ <b>Vos rappels</b>\n\n" + "\n".join(f"{i}. {told(line, names, today=today)}" for i, line in enumerate(lines, first))


def told(line: ReminderLine, names: Names, *, today: date) -> str:
    """One of them: what it says, when it rings next, and whether it may not have reached her."""
    reminder = line.reminder
    if reminder.state is ReminderState.PROPOSED:
        return " – ".join((bold(reminder.what or NOTHING_TOLD), NOT_KEPT))
    if line.rings is not None:
        year = "" if line.rings.year == today.year else f" {line.rings.year}"
        when = f"{weekday_and_date(line.rings.date())}{year} à {clock(line.rings.time())}"
    elif reminder.before is not None and (reminder.recurrence is not None or not line.rung):
        when = (
            ""
            if reminder.recurrence is not None
            else f"{'après' if reminder.before < 0 else 'avant'} la prochaine réunion – {safe(names.group(reminder.group_id))}"
        )
    else:
        when = "a sonné, sans réponse" if not (line.missed or line.uncertain) else ""
    again = f" ({_again(reminder, names)})" if reminder.recurrence is not None else ""
    when = f"{when}{again}" if when else again.strip(" ()")
    doubt = "n’a pas pu sonner" if line.missed else "est peut-être arrivé" if line.uncertain else ""
    doubt = f"la fois d’avant {doubt}" if doubt and line.next is not None else doubt
    return " – ".join(part for part in (bold(reminder.what), when, doubt) if part)


def not_found(words: str) -> str:
    """No reminder of hers is named so."""
    return f"Je ne trouve pas de rappel « {safe(words)} »."


def drop_all(count: int) -> str:
    """Asked before all of them go."""
    return f"❌ <b>Supprimer {f'vos {count} rappels' if count > 1 else 'votre rappel'} ?</b>"


def all_dropped(count: int) -> str:
    """None is left."""
    return f"❌ <b>{'Supprimés' if count > 1 else 'Supprimé'}</b> : {counted(count, 'rappel')}. Plus aucun ne sonnera."


def _again(reminder: Reminder, names: Names) -> str:
    """« tous les lundis », « avant chaque réunion – GT Nutrition », « le jour de chaque réunion – … »."""
    if reminder.before is not None:
        return f"{'avant' if reminder.before else 'le jour de'} chaque réunion – {safe(names.group(reminder.group_id))}"
    rhythm = _repeated(reminder, reminder.day).lower() if reminder.day is not None else ""
    return rhythm.replace(" (", ", ou ").replace(")", "")  # it stands in brackets itself


def undone(what: str) -> str:
    """↩︎: what ✅ kept will not come."""
    return f"↩︎ <b>C’est annulé</b> : {said(what)}"


def done(what: str) -> str:
    """It was done before it rang."""
    return f"✅ <b>C’est fait</b> : {said(what)}. Je ne vous le rappellerai pas."


def action_done(text: str) -> str:
    """An action that she says is done."""
    return f"☑️ <b>C’est fait</b> : {said(text)}"


def withdrawn(what: str) -> str:
    """It was kept and will not come."""
    return f"❌ <b>Supprimé</b> : {said(what)}"


def action_due(text: str, due: date, bearers: Sequence[str]) -> str:
    """What is recalled of an action, in plain words: its text, its day, and who bears it when that is somebody else."""
    who = f"{', '.join(bearers)}, " if bearers else ""
    return f"{text} ({who}échéance : {weekday_and_date(due)})"


def actions_recalled(people: Sequence[str]) -> str:
    """Over the chat: who will hear of the actions before their day."""
    if not people:
        return "Aucune échéance n’est assez loin pour être rappelée."
    shown = ", ".join(people[:3]) + (" et d’autres" if len(people) > 3 else "")
    return f"Rappel à 9 h, le dernier jour ouvré avant l’échéance, à : {shown}."
