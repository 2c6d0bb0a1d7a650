"""What is said above a card of the agenda, of the words that are not in it or cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.drafts import NextMeetingDraft
from bot.french.dates import WEEKDAYS, date_with_year, day_and_month
from bot.french.hours import clock, duration
from bot.french.lists import and_list
from bot.texts.help import PLAN_EXAMPLE, example
from bot.texts.names import safe, said

_HOURS_OF_PART = {"matin": "9h30-11h30", "midi": "12h-14h", "soir": "18h-20h", "journée": "9h-17h"}
_A_GROUP = "GT Nutrition"
_USUAL_HOURS = "14h-16h"
_LEFT_OUT = "<i>Écrivez par exemple</i> <code>sauf le 15 décembre</code> <i>ou</i> <code>sauf en août</code>"
_SEVERAL = (
    "Votre phrase dit plusieurs jours, heures ou groupes : je n’ai rien changé à l’agenda. "
    "Dites-moi une réunion à la fois, par exemple : {example}"
)


def several(one: str | None) -> str:
    """More than one meeting was told; how the first of them is planned alone, if that is known."""
    return _SEVERAL.format(example=example(one or PLAN_EXAMPLE))


def which_days(group: str | None) -> str:
    """« le GT Diabète deux fois par mois »: on which days, nobody told."""
    return f"Quels jours ? Dites-le en une phrase, par exemple : {example(f'{group or _A_GROUP} le 1er et le 3e lundi du mois à 14h')}"


def no_such_day(said: str | None) -> str:
    """« 30 février », « 29 février 2027 », of which something is to be planned."""
    day = f"Le {safe(said)}" if said else "Ce jour"
    return f"{day} n’existe pas dans le calendrier : je n’ai rien changé à l’agenda. Redites votre phrase avec le bon jour."


def unread(words: str) -> str:
    """Above a card: an exception that was not understood, so that it is not in it."""
    return f"⚠️ Je n’ai pas compris « {said(words)} » : la série n’en tient pas compte. {_LEFT_OUT}"


def hours_open(words: str, part: str | None) -> str:
    """Above a card: « fin de matinée » names no hour, nor « 25h » (no `part`)."""
    example = f"<i>Écrivez par exemple</i> <code>{_HOURS_OF_PART.get(part or '', _USUAL_HOURS)}</code>"
    if part is None:
        return f"⚠️ « {said(words)} » n’est pas une heure : je ne l’ai pas prise. {example}"
    return f"ℹ️ « {said(words[0].upper() + words[1:])} » : de quelle heure à quelle heure ? {example}"


def start_open(minutes: int) -> str:
    """Above a card: how long it lasts, of a meeting whose start nobody told."""
    return f"ℹ️ {duration(minutes)} : à partir de quelle heure ? <i>Écrivez par exemple</i> <code>14h</code>"


def points_aside(group: str, day: date, points: Sequence[str]) -> str:
    """Above a card: points of its agenda, which are told once it is kept."""
    sentence = f"ordre du jour du {group} du {date_with_year(day)} : {', '.join(points)}"
    return f"ℹ️ L’ordre du jour n’est pas sur cette carte. Après ✅, écrivez : {example(sentence)}"


def loose(word: str) -> str:
    """Above a card, or a list: words of which nothing was made."""
    return f"ℹ️ Je n’ai pas compris « {said(word)} » : je n’en ai pas tenu compte."


def not_known_before(*, hours: bool, place: bool) -> str:
    """Above a card: « même heure, même lieu », of a group of which none is known."""
    what = "ni l’heure ni le lieu habituels" if hours and place else "l’heure habituelle" if hours else "le lieu habituel"
    lacking = f"Je ne connais {'' if hours and place else 'pas '}{what} de cette réunion : dites-"
    return f"ℹ️ {lacking}{'les' if hours and place else 'la' if hours else 'le'}-moi en une phrase."


def misnamed(day: date) -> str:
    """Above a card that asks for the day: « vendredi 9 décembre » is a Wednesday."""
    return f"⚠️ Le {date_with_year(day)} est un {WEEKDAYS[day.weekday()]}."


def one_next_date(following: NextMeetingDraft, title: str) -> str:
    """Days told beside the next date of a card: only one is kept, and how the others are planned."""
    days = and_list([f"le {day_and_month(day)}" for day in following.more_days])
    hour = f" à {clock(following.starts)}" if following.starts else ""
    order = example(f"prochain {title} le {day_and_month(following.more_days[0])}{hour}")
    return f"ℹ️ Je garde une seule prochaine date à la fois. Pour {days}, écrivez après ✅ : {order}"
