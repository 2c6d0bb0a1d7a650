"""Whether a message has a date looked for: « cherche une date pour le GT : mardi 8 à 14h ou jeudi 10 à 10h », « propose 3 dates »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.date_searches import MOST_DATES, USUAL_COUNT, FindDate, PartOfDay, ProposedDate
from bot.domain.drafts import DayWindow
from bot.domain.requests import NotForMe
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.impossible_days import dates_of_no_year, no_date
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.where import Where, read_where

_LEXICON = table("date_searches")
_VERBS = frozenset(spaced(word) for word in _LEXICON["searches"]["verbs"])
_ALONE = frozenset(spaced(word) for word in _LEXICON["searches"]["alone"])
_NOUNS = frozenset(spaced(word) for word in _LEXICON["searches"]["nouns"])
_WHOLE = PhraseTable({"whole": _LEXICON["searches"]["whole"]})
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_NUMBERS: dict[str, int] = _LEXICON["numbers"]
_LONGEST = 60  # words
_BETWEEN = 4  # words from the verb to its noun: « propose-nous 3 bonnes dates »
_UNDATED = frozenset({TimeKind.RECURRENCE, TimeKind.VAGUE})
_OR = frozenset({"ou", "et", ",", "/", "puis"})
_PARTS: dict[str, PartOfDay] = {"matin": "matin", "midi": "midi", "après-midi": "après-midi", "soir": "soir"}


@dataclass(frozen=True, slots=True)
class _Opening:
    """The words [first, last) that ask for it; `bare`: only a group and several days told behind them make it sure."""

    first: int
    last: int
    bare: bool = False


@dataclass(slots=True)
class _Told:
    """What the words tell, as they are walked over."""

    groups: list[GroupMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    count: int | None = None
    where: Where | None = None


def read_date_search(scan: Scan) -> FindDate | NotForMe | None:
    """The dates and the group; None as soon as one word says anything else."""
    opening = _opening(scan) if len(scan) <= _LONGEST else None
    if opening is None:
        return None
    told = _walk(scan, opening)
    if told is None or (not told.groups and not told.times and told.count is None):
        return None
    if len({group.ids for group in told.groups}) > 1:
        return NotForMe(reason="several", clarify=True)
    never = no_date(scan)
    if never is not None:
        return NotForMe(reason="no_day", clarify=True, said=never)
    dates, window = _dates(scan, told.times)
    if dates is None or (opening.bare and (len(dates) < 2 or not told.groups)):
        return None
    minutes = next((m.total_minutes for m in told.times if m.kind is TimeKind.DURATION), None)
    ids = told.groups[0].ids if told.groups else ()
    found = FindDate(
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else (),
        dates=dates,
        count=min(max(told.count or USUAL_COUNT, 1), MOST_DATES),
        window=window if not dates else None,
        minutes=minutes,
    )
    where = told.where
    return found if where is None else replace(found, place_id=where.place_id, place_said=where.said, commune=where.commune)


def _opening(scan: Scan) -> _Opening | None:
    """The words that ask for it: « cherche une date », « propose 3 dates », « doodle », « sondage GT Nutrition : le 8 ou le 10 »."""
    whole = _WHOLE.first(scan.words)
    if whole is not None:
        return _Opening(whole.first, whole.last)
    for i in range(len(scan)):
        if scan.fold(i) in _VERBS:
            noun = next((k for k in range(i + 1, min(len(scan), i + 2 + _BETWEEN)) if scan.fold(k) in _NOUNS), None)
            return _Opening(i, noun + 1) if noun is not None else _Opening(i, i + 1, bare=True)
    first = next((i for i in range(len(scan)) if scan.words[i].is_word and scan.fold(i) not in _KNOWN), None)
    bare = first is not None and (scan.fold(first) in _ALONE or (scan.fold(first) in _NOUNS and _lists(scan)))
    return _Opening(first, first + 1, bare=True) if bare and first is not None else None


def _lists(scan: Scan) -> bool:
    """« dates pour le GT Nutrition : le 8, le 10 »: some are told behind a colon, rather than asked for."""
    colon = next((i for i in range(len(scan)) if scan.sign(i) in {":", "\n"}), None)
    return colon is not None and any(scan.time_at[colon + 1 :])


def _walk(scan: Scan, opening: _Opening) -> _Told | None:
    """What all words tell; None when one of them is not known."""
    told, i = _Told(where=read_where(scan, [(opening.last, len(scan))])), 0
    skipped = {k for at in dates_of_no_year(scan) for k in (at, at + 1)}  # « 31 novembre », which is answered
    while i < len(scan):
        group, time = scan.group_at[i], scan.time_at[i]
        if opening.first <= i < opening.last:
            if not (opening.bare or _asks(scan, i)):
                return None
            told.count = _number(scan, i) or told.count
            i += 1
        elif group is not None and group.first == i:
            told.groups.append(group)
            i = group.last
        elif told.where is not None and told.where.first <= i < told.where.last:
            i += 1
        elif time is not None and time.kind not in _UNDATED:
            told.times.append(time)
            i = max(i + 1, scan.span_of(time)[1])
        elif scan.person_at[i] is not None or scan.thing_at[i] is not None or not (i in skipped or _is_known(scan, i)):
            return None
        else:
            i += 1
    return told


def _is_known(scan: Scan, i: int) -> bool:
    """Whether word i says nothing more: a sign, or a small word."""
    return not (scan.words[i].is_word or scan.words[i].is_number) or scan.fold(i) in _KNOWN


def _asks(scan: Scan, i: int) -> bool:
    """Whether word i is of what asks for it."""
    whole = _WHOLE.first(scan.words)
    if whole is not None and whole.first <= i < whole.last:
        return True
    return scan.fold(i) in _KNOWN | _VERBS | _NOUNS or _number(scan, i) is not None or not scan.words[i].is_word


def _number(scan: Scan, i: int) -> int | None:
    """« 3 », « trois »; « une date » leaves it open."""
    said = scan.fold(i)
    number = int(said) if said.isdecimal() and len(said) < 3 else _NUMBERS.get(said)
    return number if number is not None and number > 1 else None


def _dates(scan: Scan, times: Sequence[TimeMention]) -> tuple[tuple[ProposedDate, ...] | None, DayWindow | None]:
    """The dates that are told, or the days among which some are to be found; None for what cannot be read surely."""
    dates: list[ProposedDate] = []
    window: DayWindow | None = None
    for time in times:
        if time.kind is TimeKind.DURATION:
            continue
        ahead = time.toward("future")
        if ahead.kind in (TimeKind.CLOCK, TimeKind.CLOCK_RANGE):
            if not dates:
                return None, None
            dates = _with_clock(scan, dates, ahead)
        elif ahead.days is not None and not ahead.days.single:
            window = DayWindow(first=ahead.days.first, last=ahead.days.last)
        elif ahead.days is not None:
            days = [span.first for span in ahead.alternatives] or [ahead.days.first]
            part = _PARTS.get(ahead.part or "") if ahead.starts is None else None
            dates += [ProposedDate(day=day, starts=ahead.starts, ends=ahead.ends, part=part) for day in days]
        else:
            return None, None
    return tuple(_spread(dates)), window


def _with_clock(scan: Scan, dates: list[ProposedDate], clock: TimeMention) -> list[ProposedDate]:
    """« mardi 8 à 10h ou 14h » is a date more; « le 8 et le 10 décembre, à 14h » is the hour of both."""
    first, _ = scan.span_of(clock)
    last = dates[-1]
    if last.starts is not None and (scan.fold(first - 1) in _OR or scan.sign(first - 1) in _OR):
        return [*dates, replace(last, starts=clock.starts, ends=clock.ends)]
    return [one if one.starts is not None or one.part is not None else replace(one, starts=clock.starts, ends=clock.ends) for one in dates]


def _spread(dates: list[ProposedDate]) -> list[ProposedDate]:
    """« mardi 8 ou jeudi 10 à 14h »: the only hour that is told, at the end, is that of the days before it as well."""
    bare = [one for one in dates if one.starts is None and one.part is None]
    told = [one for one in dates if one not in bare]
    if len(told) != 1 or not bare or dates[-1] is not told[0]:
        return dates
    hour = told[0]
    return [replace(one, starts=hour.starts, ends=hour.ends, part=hour.part) for one in dates]
