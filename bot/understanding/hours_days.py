"""Which days the hours of a message were spent on."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.drafts import DayWindow
from bot.understanding.impossible_days import is_of_other_years
from bot.understanding.lengths import PARTS
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.taken_back import standing
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

_EVENTS = words_of("parts", "events")
_OCCASIONS = words_of("parts", "occasions")
_MADE_AHEAD = frozenset({"préparation", "rédaction"})
_OF = frozenset({"de", "du", "des", "d", "la", "le", "l", "les", "pour"})
_COMPLEMENT = 9  # words of what is prepared, up to its day
_SUMMED = 8  # words: how far behind a length « au total » still sums it
_ALONE = frozenset({"la", "le", "l", "veille", "lendemain", "surlendemain", "avantveille", "avant", "au", "soir", "matin"})


def days_told(scan: Scan, first: int, last: int, *, meeting: date | None = None) -> tuple[tuple[date, ...], DayWindow | None]:
    """The days told, past or of today; a day that belongs to a group's meeting still to come is none.

    « la veille » counts from the day of the meeting told around; without one no day is told."""
    today = scan.hearing.now.date()
    days: list[date] = []
    window: DayWindow | None = None
    beside = _beside(scan, first, last)
    if beside:
        return ((meeting + timedelta(days=beside),) if meeting is not None else (), None)
    mentions = standing(scan, mentions_in(scan, [(first, last)]))
    shared = _week_shared(scan, mentions)
    for mention in mentions:
        if mention.kind in {TimeKind.DURATION, TimeKind.RECURRENCE, TimeKind.VAGUE} and (mention.days is None or days):
            continue  # « lundi et mardi, 7h chaque jour »
        past = mention.toward("past")
        if past.days is None or past.days.first > today or is_of_other_years(mention, today) or of_group(scan, mention):
            continue
        if past.days.single or past.kind in {TimeKind.INTERVAL, TimeKind.MOMENT, TimeKind.PART_OF_DAY}:
            if past.bare_weekday and past.weekday == today.isoweekday() and days:
                days.append(today)
            else:
                days.append(past.days.first)
        elif window is None:
            window = DayWindow(first=past.days.first, last=past.days.last)
    if days and window is None and shared is not None:
        window = shared
    if days and window is not None:
        inside = [_into(window, d) for d in days]
        days = [d for d in inside if d is not None] or days
        window = None
    return tuple(dict.fromkeys(days)), window


def _week_shared(scan: Scan, mentions: list[TimeMention]) -> DayWindow | None:
    """The week told once behind several weekdays: « mardi et jeudi de la semaine dernière »; None if none is."""
    bare = [m for m in mentions if m.bare_weekday]
    last = mentions[-1] if mentions else None
    if not bare or last is None or last.bare_weekday or last.weekday is None or last.days is None or not last.days.single:
        return None
    first, end = scan.span_of(last)
    if "semaine" not in scan.folds[first:end] or any(
        scan.words[k].is_word and scan.fold(k) != "et" for k in range(scan.span_of(bare[-1])[1], first)
    ):
        return None
    monday = last.days.first - timedelta(days=last.days.first.isoweekday() - 1)
    return DayWindow(first=monday, last=monday + timedelta(days=6))


def week_before(scan: Scan, first: int, last: int) -> DayWindow | None:
    """The week told in a heading for the lines below it: « Heures semaine 46 : - lun 2h - mar 1h »; None if none is."""
    today = scan.hearing.now.date()
    for mention in mentions_in(scan, [(first, last)]):
        past = mention.days_toward("past")
        if past is not None and mention.kind is TimeKind.WINDOW and 3 <= (past.last - past.first).days <= 6 and past.first <= today:
            return DayWindow(first=past.first, last=past.last)
    return None


def in_week(week: DayWindow, days: tuple[date, ...]) -> tuple[date, ...]:
    """Those days put in that week by their weekday."""
    return tuple(_into(week, d) or d for d in days)


def tells_beside(scan: Scan, first: int, last: int) -> bool:
    """Whether « la veille », « le lendemain » of something is told, with no day to count from in sight."""
    return _beside(scan, first, last) != 0


def _beside(scan: Scan, first: int, last: int) -> int:
    """-1 for « la veille », 1 for « le lendemain », told alone or of something without a date; 0 for neither."""
    for i in range(first, last):
        shift = {"veille": -1, "lendemain": 1, "surlendemain": 2, "avantveille": -2}.get(scan.fold(i), 0)
        if not shift or scan.fold(i - 1) not in {"la", "le", "l"}:
            continue
        told = scan.time_at[i]
        if told is None or all(scan.fold(k) in _ALONE for k in range(*scan.span_of(told))):
            return shift
    return 0


def _into(window: DayWindow, day: date) -> date | None:
    """The day of that weekday in a week told: « semaine dernière : lundi mardi »."""
    if window.first <= day <= window.last:
        return day
    same = [window.first + timedelta(days=k) for k in range((window.last - window.first).days + 1)]
    return next((d for d in same if d.isoweekday() == day.isoweekday()), None) if len(same) <= 7 else None


def of_group(scan: Scan, mention: TimeMention) -> bool:
    """« préparer le GT de mardi », « pour la journée du 1er décembre »: the day of something else."""
    first = scan.span_of(mention)[0]
    before = first - 1
    if scan.fold(first) in {"de", "du", "d"} or scan.fold(before) in {"de", "du", "d"}:
        if scan.fold(before) in {"de", "du", "d"}:
            before -= 1
        if before >= 0 and (scan.group_at[before] is not None or scan.fold(before) in _EVENTS):
            return any(f.tag == "préparation" for f in PARTS.all(scan.words, 0, first)) or _completes(scan, before)
        return mention.days is not None and mention.days.single and _completes(scan, before)
    return False


def _completes(scan: Scan, i: int) -> bool:
    """Whether word i, before a day, ends what was prepared or written: « préparation de la marche du 17 », not « préparation du 17 »."""
    aimed = False  # « 3h de prépa hier pour la marche du 17 »
    for k in range(i, max(-1, i - _COMPLEMENT), -1):
        if aimed and scan.time_at[k] is not None:
            continue
        if not scan.words[k].is_word or scan.time_at[k] is not None or scan.person_at[k] is not None:
            return False
        aimed = aimed or (scan.fold(k) == "pour" and k < i)
        part = PARTS.at(scan.words, k) if scan.folds[k] in PARTS.openings and scan.group_at[k] is None else None
        if part is not None and part.tag in _MADE_AHEAD:
            return part.last <= i and (aimed or scan.fold(part.last) in _OF) and scan.fold(i) not in _OF
    return False


def in_all(scan: Scan, at: int) -> bool:
    """Whether the length at word `at` is that of all the days: « 6h au total », « en tout 6h », « total 6h »."""
    time = scan.time_at[at]
    end = scan.span_of(time)[1] if time is not None else at + 1
    return (
        "total" in {scan.fold(k) for k in (at - 1, at - 2, end, end + 1)}
        or ("tout" in {scan.fold(at - 1), scan.fold(end + 1)} and "en" in {scan.fold(at - 2), scan.fold(end)})
        or _summed_behind(scan, end)
    )


def _summed_behind(scan: Scan, end: int) -> bool:
    """Whether « en tout », « au total » closes what a length that ends before word `end` was spent on: « 6h de stand en tout »."""
    for k in range(end, min(len(scan), end + _SUMMED)):
        if not scan.words[k].is_word or scan.time_at[k] is not None:
            return False
        if (scan.fold(k), scan.fold(k + 1)) in {("en", "tout"), ("au", "total")} or scan.fold(k) in {"cumulees", "cumule", "cumules"}:
            return True
    return False


_OF_OCCASIONS = 4  # words between a number of occasions and the length of each: « 3 ateliers cuisine d'1h30 »


def times_told(scan: Scan, at: int) -> int:
    """How many times a length is told that begins at word `at`: « 3 séances de 2h », 1 if it is not told."""
    j = at - 1 if scan.fold(at) not in {"de", "d"} and scan.fold(at - 1) in {"de", "d"} else at
    for k in range(j - 2, max(-1, j - 2 - (_OF_OCCASIONS if j < at or scan.fold(at) in {"de", "d"} else 1)), -1):
        number = scan.number_at[k]
        if number is not None:
            occasions = scan.fold(k + 1) in _OCCASIONS or PARTS.at(scan.words, k + 1) is not None
            plain = number.whole is not None and not number.ordinal and scan.time_at[k] is None and scan.fold(k + 1).endswith("s")
            return number.whole if occasions and plain and number.whole is not None and 1 < number.whole <= 31 else 1
        if not scan.words[k + 1].is_word or scan.time_at[k] is not None:
            break
    return 1


def there_and_back(scan: Scan, i: int) -> bool:
    """Whether « aller, pareil au retour » follows a length that ends before word `i`: told twice."""
    while scan.fold(i) in {"a", "l", "pour"}:
        i += 1
    if scan.fold(i) != "aller":
        return False
    told = [scan.fold(k) for k in range(i + 1, min(len(scan), i + 7))]
    return "retour" in told and any(w in {"pareil", "idem", "autant", "meme", "itou"} for w in told)
