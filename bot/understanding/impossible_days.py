"""Which words name no day: the calendar does not have it (« le 31 novembre »), or nobody knows which (« l'autre jour »)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from bot.french.dates import MONTHS
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "janvier janv",
            "fevrier fev fevr",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "decembre dec",
        ),
        start=1,
    )
    for word in words.split()
}
_VAGUE = PhraseTable({"vague": table("cues")["vague_past"]["words"]})
_BEFORE = frozenset({"le", "du", "au", "ce", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"})
_ANY_YEAR = 2024  # a leap year: the 29th of February is a day of some years
_OVER_A_YEAR = 400  # days


def names_no_day(scan: Scan, ranges: list[tuple[int, int]]) -> bool:
    """Whether those words name a day that no year has, or not this one, or a day past without saying which."""
    known = scan.memo.get("impossible")
    if not isinstance(known, list):
        known = [*_impossible(scan), *(found.first for found in _VAGUE.all(scan.words))]
        scan.memo["impossible"] = known
    today = scan.hearing.now.date()
    if any(first <= i < last for i in known for first, last in ranges):
        return True
    return any((t := scan.time_at[i]) is not None and is_of_other_years(t, today) for first, last in ranges for i in range(first, last))


def no_date(scan: Scan) -> str | None:
    """« 31 février », « 29 février 2027 »: the first day named that no year has, or not that one."""
    found = _impossible(scan)
    if not found:
        return None
    first, last = words_of_no_date(scan, found[0])
    month, year = _month_at(scan, found[0]), _year_at(scan, found[0])
    return f"{int(scan.sign(found[0]))} {MONTHS[month - 1]}{f' {year}' if year else ''}" if month else scan.slice(first, last)


def dates_of_no_year(scan: Scan) -> tuple[int, ...]:
    """Where such days are named: the indexes of their numbers."""
    return tuple(_impossible(scan))


def words_of_no_date(scan: Scan, i: int) -> tuple[int, int]:
    """The words of the one at word i: « 30 février 2027 », « 30/02 »."""
    last = i + (3 if scan.sign(i + 1) == "/" else 2)
    if _year_at(scan, i):
        last += 1 + (scan.sign(last) == "/")
    return i, last


def _impossible(scan: Scan) -> list[int]:
    return [i for i in range(len(scan)) if scan.words[i].is_number and _impossible_at(scan, i)]


def is_of_other_years(mention: TimeMention, today: date) -> bool:
    """« le 29/2 » said without a year that has one: the nearest one is more than a year away."""
    past, future = mention.past, mention.future
    if past is None or future is None or not past.single or past == future:
        return False
    return (today - past.first).days > _OVER_A_YEAR and (future.first - today).days > 0 and (past.first.month, past.first.day) == (2, 29)


def _impossible_at(scan: Scan, i: int) -> bool:
    """Whether a day and its month at word i make no date, of the year told with them if there is one."""
    time = scan.time_at[i]
    if len(scan.sign(i)) > 2 or (time is not None and scan.time_at[i + 1] is time):
        return False
    month = _month_at(scan, i)
    return month is not None and 1 <= month <= 12 and int(scan.sign(i)) > monthrange(_year_at(scan, i) or _ANY_YEAR, month)[1]


def _month_at(scan: Scan, i: int) -> int | None:
    """The month told behind the number at word i."""
    month = _MONTHS.get(scan.fold(i + 1))
    if month is None and scan.sign(i + 1) == "/" and i + 2 < len(scan) and scan.words[i + 2].is_number and len(scan.sign(i + 2)) <= 2:
        return int(scan.sign(i + 2)) if i == 0 or scan.fold(i - 1) in _BEFORE else None
    return month


def _year_at(scan: Scan, i: int) -> int | None:
    """The year told behind them: « 29 février 2027 », « 29/02/2027 »."""
    k = i + 4 if scan.sign(i + 1) == scan.sign(i + 3) == "/" else i + 3 if scan.sign(i + 1) == "/" else i + 2
    told = k < len(scan) and scan.words[k].is_number and len(scan.sign(k)) == len("2027")
    return int(scan.sign(k)) or None if told else None
