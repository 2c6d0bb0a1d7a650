"""When a series is to end: « arrête le GT Diabète à partir de janvier », « le GT s'arrête fin décembre »."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.drafts import DayWindow
from bot.domain.requests import PlanDeed
from bot.understanding.agenda_spans import year_alone
from bot.understanding.groups import GroupMention
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.plan_spots import Told, read_told
from bot.understanding.plan_states import right_behind
from bot.understanding.scan import Scan
from bot.understanding.when import mentions_in

_STOP = table("plans")["stop"]
STOPS = [f"{verb} {what}" for verb in _STOP["verbs"] for what in _STOP["objects"]]
NO_MORE = _STOP["words"]  # « plus de GT »
_STOPPED = PhraseTable({"stop": STOPS})
_OVER = PhraseTable({tag: table("plans")["over"][tag] for tag in ("alone", "by_day")})
_OF = frozenset({"de", "du", "d", "des"})
_ALL = frozenset({"les", "des", "tous", "toutes"})
_LONGEST = timedelta(days=31)  # of what tells when it ends: « fin décembre », « en juin »; not « l'an prochain »
_HELD = frozenset({"a", "ai", "ont", "avons"})  # « on a arrêté le GT à 16h »


def end_ordered(scan: Scan, verb: Found, told: Told) -> Told | None:
    """What « arrête le GT » stops; None for what was held: « on a arrêté le GT à 16h ». Other verbs leave what is told as it is."""
    if _STOPPED.at(scan.words, verb.first) is None:
        return told
    return None if scan.fold(verb.first - 1) in _HELD else _last_told(scan, told)


def _last_told(scan: Scan, told: Told) -> Told | None:
    """What stops, from behind the day told on; None when it stopped already, at an hour, or for a while: « jusqu'en mars »."""
    dated = [m for m in mentions_in(scan, [(0, len(scan))]) if m.days_toward("future") is not None or m.days is not None]
    if told.spot.starts or told.spot.ends or not dated:
        return None if told.spot.starts or told.spot.ends else replace(told, onwards=True)
    first, days = scan.span_of(dated[0])[0], dated[0].days_toward("future")
    if len(dated) > 1 or days is None or days.last < scan.hearing.now.date() or dated[0].bound in {"until", "by"}:
        return None
    if told.onwards or {scan.fold(first), scan.fold(first - 1)} & _OF:  # « arrête les GT de juillet »
        return told
    if days.last - days.first > _LONGEST:
        return None
    after = days.first if dated[0].bound in {"before", "from"} else days.last + timedelta(days=1)
    return replace(told, on=None, among=DayWindow(first=after, last=date.max), onwards=True)


def is_over(scan: Scan, group: GroupMention) -> Told | None:
    """« le GT Diabète s'arrête fin décembre »: all that is told of the group; « se termine à 16h » tells an hour."""
    found = right_behind(scan, group, _OVER)
    told = _last_told(scan, read_told(scan, deed=PlanDeed.CANCEL)) if found is not None else None
    if found is None or told is None or (told.among is None and found.tag != "alone"):
        return None
    return replace(told, words=told.words | frozenset(range(found.first, found.last)))


def of_year(scan: Scan, group: GroupMention | None, told: Told) -> Told:
    """« annule tous les GT de 2027 », « … de l'année 2027 »: all those of a year to come are all that follow."""
    today = scan.hearing.now.date()
    if group is None or told.on is not None:
        return told
    span = year_alone(scan, today) if told.among is None else (told.among.first, told.among.last)
    if span is None or span[1] < today or (span[1].month, span[1].day) != (12, 31) or span[1].year != span[0].year:
        return told
    onwards = span[0] == date(span[1].year, 1, 1) and scan.fold(group.first - 1) in _ALL
    return replace(told, among=DayWindow(first=span[0], last=date.max if onwards else span[1]), onwards=onwards)
