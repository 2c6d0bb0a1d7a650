"""From when to when a series goes and what it leaves out: « à partir du 5 janvier », « jusqu'en juin », « sauf en août », « 6 fois »."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.domain.drafts import DayWindow
from bot.domain.recurrence import Limits, next_time
from bot.french.dates import MONTHS, WEEKDAYS
from bot.understanding.groups import Strength
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.time_mentions import is_month, spans_months
from bot.understanding.times import Days, TimeKind, TimeMention
from bot.understanding.tokens import fold
from bot.understanding.when import mentions_in

_LEXICON = table("plans")
_LEFT = _LEXICON["left_out"]
_OUT = PhraseTable({"plain": _LEFT["plain"], "beside": _LEFT["beside"]})
_NEVER = PhraseTable({"never": _LEFT["never"]})
_LINKS = frozenset(_LEFT["links"].split())
_DAYS_OFF = PhraseTable(_LEXICON["left_out_days"])
_EDGES = PhraseTable({"begins": _LEXICON["limits"]["begins"], "ends": _LEXICON["limits"]["ends"]})
_FOR = frozenset(_LEXICON["limits"]["for"])
_DURING = frozenset({"pendant", "durant"})
_TIMES = frozenset(_LEXICON["limits"]["times"].split())
_SMALL = frozenset(_LEXICON["limits"]["small"].split())
_MONTHS = tuple(fold(month) for month in MONTHS)
_BETWEEN_MONTHS = frozenset({"de", "d", "en", "et", "du", "mois", "des", "les", "seulement", "uniquement"})
_COMMAS = frozenset({",", "'", "’", "/", "&", "+"})
_UNTIL = frozenset({"until", "by", "before"})
_SINCE = frozenset({"from", "after"})
_OPENS = frozenset({"de", "du", "d"})  # « sauf du 1er août jusqu'au 15 septembre »
_LONGEST_PAUSE = timedelta(days=62)  # of what is left out from a day that no « du » opens
_A_DAY = 86_400  # seconds
_WORKED = 7 * 3600  # of « un jour » spent on something
_MOST_TIMES = 60
_SOFT_ENDS = frozenset({".", ";", "!", "\n", ")"})


@dataclass(frozen=True, slots=True)
class LimitsTold:
    """The limits that a message tells and the words that tell them; `unread`: an exception that nobody can read."""

    limits: Limits = field(default_factory=Limits)
    words: frozenset[int] = frozenset()
    unread: str | None = None

    @property
    def some(self) -> bool:
        """Whether anything is told."""
        return self.limits != Limits() or self.unread is not None

    def also(self, limits: Limits, words: AbstractSet[int]) -> LimitsTold:
        """With other limits instead, and the words that told them."""
        return replace(self, limits=limits, words=self.words | words)


def read_limits(scan: Scan, *, rule: tuple[int, int] | None = None, weekday_open: bool = False) -> LimitsTold:
    """The limits told beside the words of a rule; `weekday_open`: « le jeudi », « le 2e jeudi » tell on which day it falls."""
    taken: AbstractSet[int] = frozenset(range(*rule)) if rule is not None else frozenset()
    told = _left_out(scan, taken)
    told = _often(scan, told, taken)
    if rule is not None:
        told = _months_behind(scan, told, rule[1])
    for mention in mentions_in(scan, [(0, len(scan))]):
        first, last = scan.span_of(mention)
        if told.words.intersection(range(first, last)) or first in taken:
            continue
        weekday, rank = _weekday(scan, mention) if weekday_open and mention.bound is None else (None, None)
        if weekday is not None:
            told = told.also(replace(told.limits, weekday=weekday, nth=rank), set(range(first, last)))
        else:
            told = _bounded(scan, told, mention.toward("future"), first, last)
    return _in_order(scan, told)


def _in_order(scan: Scan, told: LimitsTold) -> LimitsTold:
    """« à partir de février jusqu'en décembre »: its end is the next December behind its beginning, where no year is told."""
    since, until = told.limits.since, told.limits.until
    if since is None or until is None or until >= since:
        return told
    ends = [m for m in mentions_in(scan, [(0, len(scan))]) if m.bound in _UNTIL and scan.span_of(m)[0] in told.words]
    if any(_names_year(scan, mention) for mention in ends):
        return told
    return replace(told, limits=replace(told.limits, until=next_time(until, since=since)))


def _weekday(scan: Scan, mention: TimeMention) -> tuple[int | None, int | None]:
    """« le jeudi », « le 2e jeudi », « le dernier jeudi »: which weekday, and which of the month if that is told."""
    if mention.weekday is not None and (mention.bare_weekday or mention.rank is not None):
        return mention.weekday, mention.rank
    folds = [scan.fold(i) for i in range(*scan.span_of(mention))]
    last = "dernier" in folds and not any(fold in _MONTHS for fold in folds)
    return next(((WEEKDAYS.index(fold) + 1, -1) for fold in folds if last and fold in WEEKDAYS), (None, None))


def read_reminder_limits(scan: Scan, rule: tuple[int, int]) -> LimitsTold:
    """Those of a reminder that comes again, told by words of their own: a day beside them may be that of what must be done."""
    told = _months_behind(scan, _left_out(scan, frozenset(range(*rule)), plain_only=True), rule[1])
    if told.unread is not None or told.limits.off_school or told.limits.off_holidays:
        told = LimitsTold()  # what a reminder cannot leave out is said, not kept
    for mention in mentions_in(scan, [(0, len(scan))]):
        first, last = scan.span_of(mention)
        plain = mention.bound in {"until", "from"} or (mention.kind is TimeKind.INTERVAL and mention.starts is None)
        plain = plain or (mention.kind is TimeKind.DURATION and bool(_DURING & {scan.fold(first), scan.fold(first - 1)}))
        if plain and not told.words.intersection(range(first, last)) and first not in range(*rule):
            told = _bounded(scan, told, mention.toward("future"), first, last)
    return _in_order(scan, told)


def _left_out(scan: Scan, taken: AbstractSet[int], *, plain_only: bool = False) -> LimitsTold:
    """« sauf le 23 et le 30 décembre », « hors vacances », « mais pas en août »: what stands behind a word that leaves out."""
    told, end = LimitsTold(), 0
    for found in _OUT.all(scan.words):
        if (
            found.first < end
            or found.first in taken
            or (plain_only and found.tag != "plain")
            or _NEVER.at(scan.words, found.last) is not None
        ):
            continue
        limits, end = _items(scan, told.limits, found.last)
        if end > found.last:
            told = told.also(limits, set(range(found.first, end)))
        elif found.tag == "plain" and not _is_of_people(scan, found.last):
            stop = next((k for k in range(found.last, len(scan)) if scan.sign(k) in _SOFT_ENDS), len(scan))
            told = replace(told, unread=scan.slice(found.first, stop).strip(), words=told.words | set(range(found.first, stop)))
            end = stop
    return told


def _is_of_people(scan: Scan, i: int) -> bool:
    return any(scan.person_at[k] is not None or scan.thing_at[k] is not None for k in (i, i + 1))


def _items(scan: Scan, limits: Limits, i: int) -> tuple[Limits, int]:
    """The days and months from word i on, and where they end: i itself when there are none."""
    end = begin = i
    while i < len(scan):
        mention = scan.time_at[i]
        if end > begin and mention is not None and (mention.bound is not None or _is_long(mention)):
            return _until(scan, limits, mention, end)
        more, after = _item(scan, limits, i)
        group = scan.group_at[i]
        if more is not None:
            limits, i, end = more, after, after
        elif end == begin and group is not None and group.strength >= Strength.NAMED:  # « pas de GT Diabète en avril »
            i = group.last
        elif scan.fold(i) in _LINKS or scan.sign(i) in _COMMAS or scan.sign(i) in {"-", ":"}:
            i += 1
        else:
            break
    return limits, end


def _until(scan: Scan, limits: Limits, mention: TimeMention, end: int) -> tuple[Limits, int]:
    """« sauf en août, jusqu'en juin » tells the end of the series, nothing that it leaves out; « de juillet jusqu'en août » does."""
    first, last = scan.span_of(mention)
    opened = scan.time_at[end - 1]
    before, behind = opened.toward("future").days if opened is not None else None, mention.toward("future").days
    whole = opened is not None and is_month(opened.toward("future")) and scan.fold(scan.span_of(opened)[0]) in _OPENS
    if not whole or first != end or mention.bound not in _UNTIL or before is None or behind is None:
        return limits, end
    months = limits.off_months[:-1] if limits.off_months and limits.off_months[-1] == before.first.month else limits.off_months
    return replace(limits, off_months=months, without=(*limits.without, DayWindow(first=before.first, last=behind.last))), last


def _item(scan: Scan, limits: Limits, i: int) -> tuple[Limits | None, int]:
    off = _DAYS_OFF.at(scan.words, i)
    if off is not None:
        return _off(limits, off.tag), off.last
    mention = scan.time_at[i]
    if mention is not None and scan.span_of(mention)[0] <= i:
        ahead, last = mention.toward("future"), scan.span_of(mention)[1]
        days = ahead.days
        if days is None or ahead.starts is not None or ahead.bare_weekday or ahead.kind in {TimeKind.DURATION, TimeKind.RECURRENCE}:
            return None, i
        if is_month(ahead):
            return replace(limits, off_months=(*limits.off_months, days.first.month)), last
        ends = ahead.kind is TimeKind.INTERVAL and any(scan.fold(k).startswith("jusqu") for k in range(i, last))
        opens = scan.fold(i + (scan.fold(i) in _LINKS))
        ends = ends and scan.fold(i) not in _OPENS
        if ends and opens in _MONTHS:  # « en août jusqu'à fin juin »
            return replace(limits, off_months=(*limits.off_months, days.first.month), until=_soonest(scan, ahead, days.last)), last
        if ends and days.last - days.first > _LONGEST_PAUSE:  # « le 24 décembre jusqu'au 30 juin »
            limits, days = replace(limits, until=_soonest(scan, ahead, days.last)), replace(days, last=days.first)
        return replace(limits, without=(*limits.without, DayWindow(first=days.first, last=days.last))), last
    if scan.fold(i) in _MONTHS:
        return replace(limits, off_months=(*limits.off_months, _MONTHS.index(scan.fold(i)) + 1)), i + 1
    return None, i


def _is_long(mention: TimeMention) -> bool:
    """« sauf en août, de janvier à juin »: from when to when the series goes, too long to be left out as well."""
    days = mention.toward("future").days
    return mention.kind is TimeKind.INTERVAL and days is not None and days.last - days.first > 2 * _LONGEST_PAUSE


def _soonest(scan: Scan, mention: TimeMention, last: date) -> date:
    """The next day of that month and number, where no year is told: « en août jusqu'à fin juin » does not end in two years."""
    before = last.replace(year=last.year - 1, day=min(last.day, 28) if last.month == 2 else last.day)
    return before if not _names_year(scan, mention) and before > scan.hearing.now.date() else last


def _names_year(scan: Scan, mention: TimeMention) -> bool:
    return any(len(scan.sign(i)) == len("2027") for i in range(*scan.span_of(mention)) if scan.words[i].is_number)


def _off(limits: Limits, tag: str) -> Limits:
    if tag == "holidays":
        return replace(limits, off_holidays=True)
    if tag == "school":
        return replace(limits, off_school=True)
    return replace(limits, off_school=True, school_months=(*limits.school_months, int(tag), int(tag) % 12 + 1))


def _often(scan: Scan, told: LimitsTold, taken: AbstractSet[int]) -> LimitsTold:
    """« 6 fois », « pour 6 séances »; « 1 fois par mois » is the rule itself."""
    for i in range(len(scan) - 1):
        number = scan.number_at[i]
        if number is None or number.whole is None or i in taken or i in told.words or scan.time_at[i] is not None:
            continue
        noun = next((k for k in range(i + 1, min(i + 4, len(scan))) if scan.number_at[k] is not number), i + 1)
        if scan.fold(noun) in _TIMES and scan.fold(noun + 1) not in {"par", "/"} and 1 <= number.whole <= _MOST_TIMES:
            around = {k for k in (i - 1, noun + 1, noun + 2) if scan.fold(k) in _SMALL and 0 <= k < len(scan)}
            return told.also(replace(told.limits, times=number.whole), set(range(i, noun + 1)) | around)
    return told


def _months_behind(scan: Scan, told: LimitsTold, start: int, *, known: tuple[int, ...] = ()) -> LimitsTold:
    """« de mars, juin et novembre », right behind the rule; « de janvier à juin » tells from when to when."""
    found = list(known)
    end = i = start  # « … et novembre de 9h à 11h »: what follows the last month is not of the rule
    while i < len(scan) and (scan.fold(i) in _MONTHS or scan.fold(i) in _BETWEEN_MONTHS or scan.sign(i) in _COMMAS):
        mention = scan.time_at[i]
        if i in told.words or (mention is not None and mention.bound is not None):
            break
        i += 1
        if scan.fold(i - 1) in _MONTHS:
            found.append(_MONTHS.index(scan.fold(i - 1)) + 1)
            end = i
    ranged = any((m := scan.time_at[k]) is not None and (m.kind is TimeKind.INTERVAL or spans_months(m)) for k in range(start, end))
    if not found or ranged:
        return told
    return told.also(replace(told.limits, months=tuple(dict.fromkeys(found))), set(range(start, end)))


def _bounded(scan: Scan, told: LimitsTold, mention: TimeMention, first: int, last: int) -> LimitsTold:
    """The first and the last day that a time tells, if it tells any."""
    limits, days = told.limits, mention.days
    edge = _edge_before(scan, first)
    spoken = set(range(edge[1] if edge else first, last))
    if mention.kind is TimeKind.DURATION:
        return _lasting(scan, told, mention, first, last)
    if days is None or mention.starts is not None or mention.kind in {TimeKind.RECURRENCE, TimeKind.VAGUE}:
        return told
    if mention.kind is TimeKind.INTERVAL and not days.single:
        return told.also(replace(limits, since=_start(scan, days), until=days.last), spoken)
    if mention.bound in _UNTIL or (edge is not None and edge[0] == "ends" and mention.bound not in _SINCE):
        return told.also(replace(limits, until=mention.due or days.last), spoken)
    if mention.bound in _SINCE or (edge is not None and edge[0] == "begins"):
        since = days.first if mention.bound != "after" or not days.single else days.first + timedelta(days=1)
        return told.also(replace(limits, since=since), spoken)
    if days.single or mention.alternatives:
        return told
    if is_month(mention):
        return _months_behind(scan, told.also(limits, spoken), last, known=(*limits.months, days.first.month))
    return told.also(replace(limits, since=_start(scan, days), until=days.last), spoken)


def _start(scan: Scan, days: Days) -> date | None:
    today = scan.hearing.now.date()
    return days.first if days.first > today else None


def _edge_before(scan: Scan, first: int) -> tuple[str, int] | None:
    """« commence le », « dernière séance le » right before word `first`: which edge, and where it begins."""
    for begin in range(max(0, first - 4), first):
        found = _EDGES.at(scan.words, begin)
        if found is not None and found.last in {first, first + 1}:
            return found.tag, begin
    return None


def _lasting(scan: Scan, told: LimitsTold, mention: TimeMention, first: int, last: int) -> LimitsTold:
    """« pendant 6 semaines », « sur 3 mois »; hours tell how long a meeting lasts."""
    seconds = (mention.seconds or 0) * mention.count
    if mention.by_convention and "jours" in fold(mention.words):  # hours of work elsewhere, days of a calendar here
        seconds = seconds // _WORKED * _A_DAY
    said = _FOR & {scan.fold(first), scan.fold(first - 1)}
    if seconds < _A_DAY or seconds % _A_DAY or not said:
        return told
    return told.also(replace(told.limits, days_long=seconds // _A_DAY), set(range(first - (scan.fold(first - 1) in _FOR), last)))
