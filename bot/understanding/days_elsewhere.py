"""Whether a day told late is that of something else: « course du 3 octobre », « Thomas a envoyé le bilan hier »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.counts import find_headcount
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan, names_group
from bot.understanding.times import TimeKind, TimeMention

_BREAKS = frozenset({".", "\n", "!", "?", ";", ",", ":", "(", ")"})
_REACH = 60  # words on either side of a day
_SEASON = 3  # days: a meeting with hours of its own is over before
_OF = frozenset({"du", "de", "d", "des"})
_MEETINGS = words_of("cues", "told_meetings")
_SMALL = words_of("cues", "beside_days")
_MET = words_of("cues", "met_on")
_THERE = words_of("cues", "there_on")
_HELD = words_of("cues", "held_on")
_OF_IT = _MEETINGS | _MET | _HELD | _THERE
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des", "son", "sa", "ses", "leur", "leurs", "mon", "ma", "mes"})
_OFF = frozenset({"conge", "conges", "vacances", "repos", "rtt"})
_THEY = frozenset({"il", "elle", "ils", "elles", "qui"})
_HAVE = frozenset({"a", "ont", "avait", "avaient", "aura", "est", "etait", "sera", "sont"})


def tells_elsewhere(scan: Scan, mention: TimeMention, hours: Sequence[TimeMention], begin: int) -> bool:
    """Whether the clause of a day told behind the head of a meeting that begins at word `begin` tells something else.

    `hours`: those of the meeting, whose own clause tells its day too.
    """
    at, behind = scan.span_of(mention)
    if any(m is mention for m in hours):
        return False
    first, last = _clause(scan, at, behind, begin)
    known = _last_known(scan, first, at, hours)
    told = known is not None or _told_before(scan, begin, first, hours)
    season = mention.starts is None and _is_a_season(mention)
    if told and (season or _of_a_thing(scan, at, first) or _has_done(scan, first if known is None else known, at)):
        return True
    if known is not None or any(m is scan.time_at[k] for m in hours for k in range(behind, last)):
        return False
    if not told or any(names_group(scan, k) for k in range(behind, last)):
        return False
    return _has_content(scan, first, last) and not _speaks_of_it(scan, first, last)


def told_before_head(scan: Scan, aside: TimeMention, mention: TimeMention) -> bool:
    """Whether a day said before the meeting is named is none of it, which has its own: « en congés ce soir ! copil lundi 14h-15h30 »."""
    at, behind = scan.span_of(aside)
    group = next((k for k, g in enumerate(scan.group_at) if g is not None), 0)
    if group < behind or not _beside(scan, mention, group):
        return False
    first, last = _clause(scan, at, behind, 0)
    off = scan.fold(at - 1) in _OFF
    if not off and (last > group or any(scan.fold(k) in _OF_IT for k in range(first, last))):
        return False
    return off or any(_says(scan, k) for k in range(first, last))


def _beside(scan: Scan, mention: TimeMention, group: int) -> bool:
    """Whether a day stands straight before or behind the group named at word `group`, its hours apart."""
    named = scan.group_at[group]
    k = named.last if named is not None else group
    while k < len(scan) and scan.time_at[k] is not mention and (scan.time_at[k] is not None or scan.fold(k) in _OF | _ARTICLES):
        k += 1
    before = group - 1
    while before > 0 and (scan.fold(before) in _OF | _ARTICLES or scan.sign(before) == ","):
        before -= 1
    return mention in (scan.time_at[k], scan.time_at[before])


def _is_a_season(mention: TimeMention) -> bool:
    """Whether « du 4 au 17 octobre » lasts longer than a meeting whose hours, or whose sentence, are told already."""
    days = mention.days
    return mention.kind is TimeKind.INTERVAL and days is not None and (days.last - days.first).days >= _SEASON


def _clause(scan: Scan, at: int, behind: int, begin: int) -> tuple[int, int]:
    """The words between the signs around a day."""
    first = at
    while first > max(begin, at - _REACH) and scan.sign(first - 1) not in _BREAKS:
        first -= 1
    last = behind
    while last < min(len(scan), behind + _REACH) and scan.sign(last) not in _BREAKS:
        last += 1
    return first, last


def _last_known(scan: Scan, first: int, at: int, hours: Sequence[TimeMention]) -> int | None:
    """The word after the group or the hours told last before a day in its clause; None when there are none."""
    for k in range(at - 1, first - 1, -1):
        time = scan.time_at[k]
        if names_group(scan, k) or (time is not None and any(time is m for m in hours)):
            return k + 1
    return None


def _told_before(scan: Scan, begin: int, first: int, hours: Sequence[TimeMention]) -> bool:
    """Whether the head of the meeting is over before word `first`: its hours were told, or its group in a sentence that ended."""
    if any(scan.span_of(m)[0] < first for m in hours):
        return True
    group = next((k for k in range(begin, first) if scan.group_at[k] is not None), first)
    return any(scan.sign(k) in {".", "!", "?"} for k in range(group, first))


def _of_a_thing(scan: Scan, at: int, first: int) -> bool:
    """Whether « course du », « permanence du » stands before « 3 octobre »: a thing that is no meeting is told of that day."""
    of = at if scan.fold(at) in _OF else at - 1
    noun = of - 1
    if noun < first or scan.fold(of) not in _OF or not scan.words[noun].is_word or scan.words[noun].is_number:
        return False
    named = (scan.time_at[noun], scan.group_at[noun], scan.person_at[noun])
    return not any(named) and scan.fold(noun) not in _MEETINGS | _SMALL


def _has_done(scan: Scan, first: int, at: int) -> bool:
    """Whether « Karim a envoyé », « elle a été opérée » stands before a day: the deed of one, not that of those who met."""
    for k in range(first + 1, at - 1):
        subject = scan.person_at[k - 1] is not None or scan.thing_at[k - 1] is not None or scan.fold(k - 1) in _THEY
        if subject and scan.fold(k) in _HAVE and not any(scan.fold(j) in _OF_IT for j in range(k + 1, min(at, k + 4))):
            return True
    return False


def _has_content(scan: Scan, first: int, last: int) -> bool:
    """Whether a clause says more than a day, a name, a place, a number of people or what joins them."""
    total = find_headcount(scan, [(first, last)])
    counted = range(total.first, total.last) if total is not None else range(0)
    return any(k not in counted and _says(scan, k) for k in range(first, last))


def _says(scan: Scan, k: int) -> bool:
    word = scan.words[k]
    if not word.is_word or word.is_number or word.fold in _SMALL or word.fold in _THERE:
        return False
    return not any(at[k] is not None for at in (scan.time_at, scan.group_at, scan.person_at, scan.thing_at))


def _speaks_of_it(scan: Scan, first: int, last: int) -> bool:
    """Whether a clause speaks of the meeting: « c'était mardi », « on s'est vus jeudi », « la réunion a eu lieu le 12 »."""
    while first < last and not scan.words[first].is_word:
        first += 1
    if scan.fold(first) in _ARTICLES and scan.time_at[first] is None:
        return scan.fold(first + 1) in _MEETINGS
    if scan.fold(first) in _MET | _HELD | _MEETINGS:
        return True
    for k in range(first + 1, last):
        before = scan.fold(k - 1)
        if scan.fold(k) == "etait" and before in {"c", "ca"}:
            return True
        if scan.fold(k) in _MET and before in {"est", "s", "sommes", "etait", "etions", "ete", "bien", "tous"}:
            return True
        if scan.fold(k) in _HELD and before in {"est", "a", "ete", "eu"}:
            return True
        if scan.fold(k) in _MEETINGS and before in _ARTICLES | {"cette", "cet", "ce", "notre", "de", "du", "d", "en"}:
            return True
    return False
