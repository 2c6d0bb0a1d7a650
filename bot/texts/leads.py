"""What a group's pilot reads before its meetings, and how she chooses how long before."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.leads import DAY
from bot.domain.notices import Notice, local
from bot.french.dates import relative_day, weekday_and_date
from bot.french.hours import clock, clock_range, duration
from bot.french.lists import and_list
from bot.texts.names import bold, safe

NO_LABEL = "Réunion"
UNCERTAIN = (
    "L’annonce d’une réunion est peut-être arrivée ci-dessus, peut-être pas : la connexion a été coupée. /agenda montre ce qui vient."
)
FULL = "Six rappels au plus par groupe : touchez ☑️ pour en enlever un, puis redites-le."
WHICH_GROUP = "De quel groupe ? <i>Redites-le avec son nom, par exemple</i> <code>rappelle-moi la veille de chaque GT Diabète</code>"


def announced(notice: Notice, *, sign: str = "🗓 ") -> str:
    """« GT Diabète : demain, jeudi 7 janvier, de 15 h à 16 h », as it was on the day on which it is said."""
    assert notice.meeting_day is not None
    near = relative_day(notice.meeting_day, today=local(notice.due.due_at, notice.due.zone).date())
    day = f"{near}, {weekday_and_date(notice.meeting_day)}" if near in ("aujourd’hui", "demain") else weekday_and_date(notice.meeting_day)
    hours = f" à {clock(notice.meeting_starts)}" if notice.meeting_starts else ""
    if notice.meeting_starts and notice.meeting_ends:
        hours = f", {clock_range(notice.meeting_starts, notice.meeting_ends)}"
    return f"{sign}{bold(notice.meeting or NO_LABEL)} : {day}{hours}"


def unheeded(said_so: Sequence[str]) -> str:
    """An hour of its own, which what is said before each meeting of a group cannot have."""
    told = safe(and_list([f"« {one} »" for one in said_so]))
    return f"ℹ️ Je ne peux pas tenir compte de {told} : compté en jours, ce rappel arrive à 9 h. Pour une autre heure, comptez en heures : 3 h avant."


def chosen(group: str, minutes: Sequence[int], *, pilots: Sequence[str], full: bool = False) -> str:
    """What is said before each meeting of that group, and to whom; `full`: what was asked for found no room."""
    who = f"à {safe(and_list(list(pilots)))}" if pilots else "à la personne qui l’a prévue"
    told = and_list([length(one) for one in minutes])
    state = f"Je le rappelle {told} {who}." if minutes else f"Rien pour l’instant. Ce que vous touchez sera rappelé {who}."
    return f"⏰ <b>Avant chaque réunion</b> – {bold(group)}\n{state}" + (f"\n{FULL}" if full else "")


def length(minutes: int) -> str:
    """« la veille », « une semaine avant », « 3 jours avant », « 2 h avant »."""
    days = minutes // DAY
    if minutes % DAY:
        return f"{duration(minutes)} avant"
    if days == 1:
        return "la veille"
    if days % 7 == 0:
        return "une semaine avant" if days == 7 else f"{days // 7} semaines avant"
    return f"{days} jours avant"


def button(minutes: int, *, on: bool) -> str:
    """One of them, to be touched."""
    words = length(minutes)
    return f"{'☑️' if on else '⬜'} {words[0].upper()}{words[1:]}"


def listed(groups: Sequence[tuple[str, Sequence[int]]]) -> str:
    """Below her reminders: the groups whose meetings are announced to her."""
    lines = [f"• {safe(group)} : {and_list([length(one) for one in minutes])}" for group, minutes in groups]
    return "\n".join(["🗓 <b>Avant chaque réunion</b>", *lines])
