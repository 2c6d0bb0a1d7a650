"""Which sentences behind the head of a meeting tell an appointment of another day: « Forum le 2 avril à l'espace Cazot »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan, names_group
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in, rather_ahead

_EVENTS = words_of("told_elsewhere", "events")
_MET_WITH = words_of("told_elsewhere", "met_with")
_AGAIN = words_of("told_elsewhere", "again")
_ARTICLES = frozenset(
    {"le", "la", "l", "les", "un", "une", "notre", "mon", "ma", "puis", "et", "aussi", "grande", "grand", "petite", "petit"}
)
_HAS = frozenset({"a", "ont", "aura", "auront", "avait"})
_ONES = frozenset({"sa", "son", "ses", "leur", "leurs", "un", "une"})
_SIGNS = frozenset({",", ":", "(", ";"})
_LONG_AGO = 30  # days: nobody tells a meeting so late with its hours first
_BESIDE = 3  # words between a day and its hour


def appointed(scan: Scan, first: int, last: int) -> bool:
    """Whether words [first, last), a sentence after the first, tell an appointment that is none of the meeting's days."""
    i = first
    while i < last and scan.folds[i] in _ARTICLES:
        i += 1
    met = i < last and scan.folds[i] in _MET_WITH and scan.fold(i + 1) in {"avec", "chez"}
    event = i < last and scan.folds[i] in _EVENTS
    other = _of_another_group(scan, i)
    if not (met or event or other or _has_one(scan, i)) or (not other and _goes_on(scan, first, last)):
        return False
    day = _first_day(scan, i, last)
    if day is None or not (event or other or _told_straight(scan, day)):
        return False
    if any(scan.sign(k) == ":" for k in range(i, scan.span_of(day)[0])):
        return False
    if _only_ahead(scan, day, since=_LONG_AGO if event and _knows_hours(scan, first) else None):
        return True
    return (met or event) and _knows_hours(scan, first) and _another_hour(scan, day, last, met=met)


def _goes_on(scan: Scan, first: int, last: int) -> bool:
    """Whether those words speak of the next meeting, or of who was there."""
    return any(scan.folds[k] in _AGAIN and scan.time_at[k] is None for k in range(first, last))


def _told_straight(scan: Scan, mention: TimeMention) -> bool:
    """Whether a day is no other thing's: not « pour le forum du 22 avril »."""
    at = scan.span_of(mention)[0]
    return not {scan.fold(at), scan.fold(at - 1)} & {"du", "de", "d"}


def closes_with_appointment(scan: Scan, i: int, last: int) -> bool:
    """Whether what word i begins, behind a comma, ends the sentence with an event of another day: « …, forum le 2 avril à Cazot »."""
    if scan.folds[i] not in _EVENTS or scan.sign(i - 1) != "," or any(scan.sign(k) in _SIGNS for k in range(i, last)):
        return False
    dated = scan.time_at[i - 2] if i >= 2 else None
    goes_with = dated is not None and dated.days is not None and dated.starts is None  # « SISM du 4 au 17, vernissage le 5 à 18h »
    return not goes_with and _knows_hours(scan, i) and appointed(scan, i, last)


def _first_day(scan: Scan, first: int, last: int) -> TimeMention | None:
    """The first day, or the days from one to another, told among those words."""
    for mention in mentions_in(scan, [(first, last)]):
        days = mention.days_toward("future")
        if days is not None and mention.kind is not TimeKind.DURATION:
            return mention if days.single or mention.kind is TimeKind.INTERVAL else None
    return None


def _has_one(scan: Scan, i: int) -> bool:
    """Whether « Camille a sa journée régionale », « Denis a un rdv » stands at word i."""
    person = scan.person_at[i]
    return person is not None and scan.fold(person.last) in _HAS and scan.fold(person.last + 1) in _ONES


def _of_another_group(scan: Scan, i: int) -> bool:
    """Whether a group named at word i is not the one named first."""
    group = scan.group_at[i]
    if group is None or not names_group(scan, i):
        return False
    known = scan.memo.get("first group told")
    if known is None:
        known = scan.memo["first group told"] = next((g for g in scan.group_at if g is not None), group)
    return known is not group and not set(group.ids) & set(known.ids)  # type: ignore[attr-defined]


def _only_ahead(scan: Scan, mention: TimeMention, *, since: int | None) -> bool:
    """Whether a day can only be still to come, or was more than `since` days ago."""
    today = scan.hearing.now.date()
    past, future = mention.days_toward("past"), mention.days_toward("future")
    if future is None or future.last <= today:
        return False
    long_ago = since is not None and past is not None and (today - past.last).days > since
    return past is None or past.first > today or rather_ahead(mention, today) or long_ago


def _knows_hours(scan: Scan, first: int) -> bool:
    """Whether the hours of the meeting, beginning and end, are told before word `first`."""
    return any(m.starts is not None and m.ends is not None for m in mentions_in(scan, [(0, first)]))


def _another_hour(scan: Scan, mention: TimeMention, last: int, *, met: bool) -> bool:
    """Whether a day that may be to come has an hour of its own, or, of somebody met, ends there or goes on: « avec Denis jeudi pour… »."""
    future = mention.days_toward("future")
    if future is None or future.first <= scan.hearing.now.date() or not (mention.bare_weekday or future.single):
        return False
    behind = scan.span_of(mention)[1]
    near = range(behind, min(last, behind + _BESIDE))
    clocked = mention.starts is not None or any((t := scan.time_at[k]) is not None and t.starts is not None for k in near)
    return clocked or (met and (behind >= last or scan.fold(behind) in {"pour", "sur", "pr", "afin"}))
