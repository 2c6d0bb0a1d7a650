"""What rings: one message for all that is due to somebody, what she did with each, and when it could not be said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.notices import OF_MEETINGS, Notice, NoticeAnswer, NoticeKind, is_late, local
from bot.french.dates import long_date, relative_day, weekday_and_date
from bot.french.hours import clock
from bot.french.numbers import number
from bot.texts import after_meetings, date_searches, leads, leaves, weeks
from bot.texts.names import safe, said

MOST = 10  # in one message: the rest stands in /rappels
ACTION_DONE = "☑️ L’action est faite aussi dans /actions."
ACTION_STAYS = "ℹ️ L’action reste à faire : la personne qui pilote le groupe peut la cocher dans /actions."
WHICH_DONE = "✅ Lequel est fait ?"
WHICH_LATER = "⏰ Lequel remettre à plus tard ?"
TO_WHEN = "⏰ Pour quand ?"
SERIES_OVER = "La série est arrêtée."
_SIGNS = {NoticeAnswer.DONE: "✅", NoticeAnswer.LATER: "⏰", NoticeAnswer.DROPPED: "❌"}


def distinct(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """One a reminder and one a meeting, the newest: several times of a series that were due together are said once."""
    if len(notices) == 1:
        return (notices[0],)
    newest: dict[object, Notice] = {}
    for notice in notices:
        key = notice.reminder_id or (("meeting", notice.meeting_id) if notice.meeting_id else (notice.kind, notice.id))
        newest.pop(key, None)
        newest[key] = notice
    return tuple(newest.values())


def rung(notices: Sequence[Notice], *, now: datetime, answered: bool = False) -> str:
    """All that is due to her now; `answered`: the same once she has answered, where nothing is late any more."""
    shown = distinct(notices)
    moment = None if answered else now
    if len(shown) == 1:
        return _one(shown[0], now=moment)
    lines = [f"{i}. {_item(notice, now=moment)}" for i, notice in enumerate(shown[:MOST], 1)]
    rest = len(shown) - MOST
    more = [f"… et {number(rest)} autre{'s' if rest > 1 else ''} : /rappels"] if rest > 0 else []
    title = "🗓 <b>Vos réunions passées</b>" if all(notice.kind in OF_MEETINGS for notice in shown) else "⏰ <b>À ne pas oublier</b>"
    return "\n".join([title, "", *lines, *more])


def which(notices: Sequence[Notice], notice_id: int, *, later: bool) -> str:
    """Below a message of several, the one that is asked about: put off to when, or given up this time or for good; empty for one alone."""
    shown = distinct(notices)
    rank = next((i for i, notice in enumerate(shown, 1) if notice.id == notice_id), None)
    if rank is None or len(shown) == 1:
        return ""
    return f"\n\n⏰ {rank} : à quand ?" if later else f"\n\n❌ {rank} : cette fois seulement, ou toute la série ?"


def _one(notice: Notice, *, now: datetime | None) -> str:
    if notice.kind in _PLAIN_NEWS:
        return f"ℹ️ {_PLAIN_NEWS[notice.kind](notice)}"
    if notice.kind in OF_MEETINGS:
        return after_meetings.asked(notice)
    if notice.kind is NoticeKind.AHEAD:
        return "\n".join(line for line in (leads.announced(notice), late(notice, now)) if line)
    sign = _SIGNS.get(notice.answer, "⏰") if notice.answer else "⏰"
    beside = (_meeting(notice), _later(notice), late(notice, now))
    return "\n".join([f"{sign} <b>{said(notice.what)}</b>", *(line for line in beside if line)])


def _item(notice: Notice, *, now: datetime | None) -> str:
    if notice.kind in _PLAIN_NEWS:
        return _PLAIN_NEWS[notice.kind](notice)
    if notice.kind in OF_MEETINGS:
        return after_meetings.item(notice)
    if notice.kind is NoticeKind.AHEAD:
        return f"{leads.announced(notice, sign='')} {late(notice, now)}".rstrip()
    sign = f"{_SIGNS[notice.answer]} " if notice.answer else ""
    words = " – ".join(part for part in (f"{sign}{said(notice.what)}", _meeting(notice), _later(notice)) if part)
    return f"{words} {late(notice, now)}".rstrip()


def _meeting(notice: Notice) -> str:
    """The meeting that it announces."""
    if not notice.meeting or not notice.meeting_day:
        return ""
    hour = f" à {clock(notice.meeting_starts)}" if notice.meeting_starts else ""
    told = "" if notice.what == notice.meeting else f"{safe(notice.meeting)} : "
    return f"{told}{weekday_and_date(notice.meeting_day)}{hour}"


def late(notice: Notice, now: datetime | None) -> str:
    """For when it was promised, if that is past."""
    if now is None or not is_late(notice.due, now):
        return ""
    return f"(prévu {_promised(notice.due.on, notice.due.at, today=local(now, notice.due.zone).date())})"


def _later(notice: Notice) -> str:
    """To when she put it off: the hour alone on the same day."""
    if notice.answer is not NoticeAnswer.LATER or notice.later_on is None or notice.later_at is None:
        return ""
    put_off = local(notice.changed_at or notice.due.due_at, notice.due.zone).date()
    day = f"au {weekday_and_date(notice.later_on)} " if notice.later_on != put_off else ""
    return f"remis {day}à {clock(notice.later_at)}"


def _promised(day: date, at: time, *, today: date) -> str:
    if day == today:
        return f"à {clock(at)}"
    near = relative_day(day, today=today)
    return f"{near or long_date(day)} à {clock(at)}"


def _unreachable(notice: Notice) -> str:
    return (
        f"{safe(notice.about)} ne reçoit plus mes messages : son compte Telegram est fermé ou bloque Maillon. "
        "Rien n’est perdu : ce qui était prévu l’attend dans /rappels."
    )


_PLAIN_NEWS = {
    NoticeKind.UNREACHABLE: _unreachable,
    NoticeKind.STAND_IN: leaves.you_stand_in,
    NoticeKind.STAND_IN_OVER: leaves.you_stand_in_no_more,
}


def uncertain(notices: Sequence[Notice]) -> str:
    """What was promised may have arrived or not: a single reminder by its words; of several the words stand in /rappels."""
    shown = distinct(notices)
    if all(notice.kind is NoticeKind.WEEK for notice in shown):
        return weeks.uncertain()
    if all(notice.kind is NoticeKind.DATE_SEARCH for notice in shown):
        return date_searches.UNCERTAIN
    if all(notice.kind is NoticeKind.AHEAD for notice in shown):
        return leads.UNCERTAIN
    if all(notice.kind in OF_MEETINGS for notice in shown):
        return after_meetings.uncertain([notice.meeting or "" for notice in shown])
    count, at = len(shown), shown[0].due.at
    named = f" ({said(shown[0].what)})" if shown[0].what else ""
    which = f"Le rappel de {clock(at)}{named} est" if count == 1 else "Des rappels sont"
    come = "arrivé" if count == 1 else "arrivés"
    return f"{which} peut-être {come} ci-dessus, peut-être pas : la connexion a été coupée. /rappels les montre tous."


def put_off(day: date, at: time, *, today: date) -> str:
    """Over the chat, after ⏰."""
    near = relative_day(day, today=today) or f"le {weekday_and_date(day)}"
    return f"Je vous le redis {near} à {clock(at)}."
