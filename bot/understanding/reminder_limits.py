"""What a reminder cannot heed, so that it is said, never dropped: « le 30 février », « toutes les heures »."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from bot.domain.recurrence import Recurrence, can_repeat
from bot.french.dates import MONTHS
from bot.understanding.impossible_days import dates_of_no_year, words_of_no_date
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.times import Days, TimeKind, TimeMention
from bot.understanding.tokens import fold

_SAVE = words_of("requests", "reminder_save")
_SAVED = words_of("requests", "reminder_saved") | frozenset(fold(month) for month in MONTHS)
_EACH = frozenset({"tous", "toutes", "chaque"})
_OR = frozenset({"et", "ou", "puis"})
_ARTICLES_OF_HOURS = frozenset({"a", "le"})
_ARTICLES = frozenset({"le", "du", "au", "les"})


@dataclass(frozen=True, slots=True)
class Unheeded:
    """The words that cannot be heeded, as they were typed, and where they stand; `day`: one of them was to be the day."""

    said: tuple[str, ...]
    places: frozenset[int]
    day: bool


def unheeded(scan: Scan, mentions: Sequence[TimeMention], heeded: AbstractSet[int]) -> Unheeded:
    """What of the times of a message no reminder can heed; `heeded`: the words that limit it."""
    no_days = [_around(scan, i) for i in dates_of_no_year(scan)]
    too_often = [scan.span_of(m) for m in mentions if m.recurrence is not None and not can_repeat(m.recurrence)]
    today = scan.hearing.now.date()
    days = [m for m in mentions if m.days is not None and m.recurrence is None]
    over = [m for m in days if m.days is not None and m.days.last < today and m.future in (None, m.days)]
    gone = [scan.span_of(m) for m in over] if over and len(over) == len(days) else []
    found = sorted([*no_days, *too_often, *gone, *_exceptions(scan, mentions, heeded)])
    places = frozenset(i for first, last in found for i in range(first, last))
    return Unheeded(tuple(scan.slice(first, last).strip() for first, last in found), places, bool(no_days or too_often or gone))


def other_moments(scan: Scan, first: TimeMention | None) -> Unheeded:
    """« lundi et jeudi », « lundi à 9h ou 14h »: a reminder rings at the first of several moments."""
    said, places = list[str](), set[int]()
    timed, i = first is not None and first.starts is not None, scan.span_of(first)[1] if first is not None else len(scan)
    while i < len(scan):
        start = i
        while scan.fold(i) in _OR or scan.sign(i) == ",":
            i += 1
        joined, i = i > start, i + (scan.fold(i) in _ARTICLES_OF_HOURS and i > start)
        mention = scan.time_at[i] if i < len(scan) else None
        again = first is not None and first.recurrence is not None
        if mention is None or mention.kind is TimeKind.DURATION or (mention.recurrence is not None) != again:
            break
        if not joined and (mention.days is None or mention.kind is TimeKind.PART_OF_DAY or first is None or not first.bare_weekday):
            break  # « lundi mercredi et vendredi »; not « lundi matin »
        last = scan.span_of(mention)[1]
        if mention.starts is not None and mention.days is None and not timed:
            timed = True
        elif mention.starts is not None or mention.days is not None:
            said.append(scan.slice(i, last).strip())
            places |= set(range(start, last))
        i = last
    return Unheeded(tuple(said), frozenset(places), day=False)


def _around(scan: Scan, i: int) -> tuple[int, int]:
    """« le 30 février 2027 », « 30/02 »."""
    last = words_of_no_date(scan, i)[1]
    first = i - (scan.fold(i - 1) in _ARTICLES)
    return first - (scan.fold(first - 1) in _EACH), last


def _exceptions(scan: Scan, mentions: Sequence[TimeMention], heeded: AbstractSet[int]) -> list[tuple[int, int]]:
    """« hors vacances scolaires », of what comes again and again."""
    if not any(m.recurrence is not None for m in mentions):
        return []
    found: list[tuple[int, int]] = []
    for i in range(len(scan)):
        last = i + 1
        if scan.fold(i) not in _SAVE or i in heeded or (found and i < found[-1][1]):
            continue
        while last < len(scan) and (scan.time_at[last] is not None or scan.fold(last) in _SAVED or scan.sign(last) == "-"):
            last += 1
        if last > i + 1:
            found.append((i, last))
    return found


def each_year(scan: Scan, mentions: Sequence[TimeMention]) -> tuple[list[TimeMention], frozenset[int]]:
    """The times, a day of the year told with « tous les » coming again each year, and where « tous » stands."""
    told, places = list(mentions), set[int]()
    for k, mention in enumerate(told):
        first = scan.span_of(mention)[0]
        before = next((i for i in (first, first - 1, first - 2) if i >= 0 and scan.fold(i) in _EACH), None)
        day = mention.future.first if mention.future is not None and mention.future.single else None
        if before is None or day is None or mention.weekday is not None or mention.recurrence is not None or not _names_month(mention):
            continue
        told[k] = replace(mention, recurrence=Recurrence(every="P1Y"), days=Days(day, day))
        places |= set(range(before, first))
    return told, frozenset(places)


def _names_month(mention: TimeMention) -> bool:
    return any(fold(month) in fold(mention.words) for month in MONTHS)
