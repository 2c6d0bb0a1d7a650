"""Whether a clause behind a decision or a task tells the meeting itself again: « …, fini à 15h30 », « …, c'était en visio »."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.clauses import starts_clause
from bot.understanding.hours_held import ends_bare, leads_to_end, over_by
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Role, Segment
from bot.understanding.roll_openings import opens_roll
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention

_BEHIND = frozenset({",", ";", "-", "–", "—", "("})
_UNDER = frozenset({"que", "qu", "si", "quand", "comme", "lorsque", "puisque", "ou", "dont", "des"})
_JOINS = frozenset({"et", "mais", "puis"})
_BEGUN = words_of("facts_behind", "begun")
_LASTED = words_of("facts_behind", "lasted")
_OURS = words_of("facts_behind", "ours")
_FILLERS = words_of("facts_behind", "fillers")
_MANNERS = words_of("facts_behind", "manners")
_WHY = words_of("facts_behind", "why")
_HAPPENS = words_of("facts_behind", "happens")
_OVER = words_of("facts_behind", "over")
_HERE = PhraseTable({"here": table("facts_behind")["here"]["words"]})
_VISIO = PhraseTable({"visio": [*table("cues")["visio"]["words"], *table("cues")["phone"]["words"]]})
_INTO = frozenset({"a", "au", "aux", "chez", "dans", "la", "le", "l", "les"})
_CAME = frozenset({"arrive", "arrivee", "parti", "partie"})
_HOW = frozenset({("en", "retard"), ("en", "avance"), ("en", "cours"), ("plus", "tot"), ("plus", "tard"), ("avant", "la")})
_LONGEST = 8  # words of « la séance s'est donc »
_OVERRUN = 120  # minutes: an end told later than that is rather that of what is to be done


def tells_facts_again(scan: Scan, i: int, part: Segment, end: int) -> bool:
    """Whether the clause that word i opens, behind what that part tells, is plainly a fact of the meeting."""
    if not starts_clause(scan, i):
        told = scan.folds[i] in {"on", "nous"} and scan.fold(i + 1) in {"a", "avons"} and scan.fold(i - 1) not in _UNDER
        # dictated: « Karim relance la CAF on a fini à 15h30 », « … salle rimbaud fini 11h30 »
        return (told or ends_bare(scan, i)) and _past_hour(scan, i, part, end) is not None
    if opens_roll(scan, i, end) or _came_or_left(scan, i):
        return True
    behind = scan.sign(i - 1) in _BEHIND or scan.fold(i - 1) in _JOINS
    return behind and past_setting(scan, i, part, end) is not None


def _came_or_left(scan: Scan, i: int) -> bool:
    """Whether « Sophie arrivée à 14h30 », « Zoé partie en avance » stands at word i: an hour without a day, or no more than that."""
    person = scan.person_at[i]
    if person is None or person.first != i:
        return False
    k = person.last + (scan.fold(person.last) in {"est", "etait"})
    if scan.fold(k) not in _CAME:
        return False
    time = scan.time_at[min(k + 2, len(scan) - 1)] if scan.fold(k + 1) in {"a", "vers"} else scan.time_at[min(k + 1, len(scan) - 1)]
    if time is not None:
        return time.starts is not None and time.days is None
    return (scan.fold(k + 1), scan.fold(k + 2)) in _HOW


def past_setting(scan: Scan, i: int, part: Segment, end: int) -> int | None:
    """The word after a clause that only tells when or where the meeting was, from word i on; None where none does."""
    past = _past_hour(scan, i, part, end)
    return past if past is not None else _past_where(scan, i, end)


def only_setting(scan: Scan, part: Segment) -> bool:
    """Whether a part tells nothing but that: « on a commencé à 9h15 et fini à 10h45 »."""
    i = part.body
    while i < part.last:
        if scan.sign(i) in _BEHIND or scan.sign(i) == ")" or scan.fold(i) in _JOINS:
            i += 1
        elif (past := past_setting(scan, i, replace(part, first=i), part.last)) is not None:
            i = past
        else:
            return False
    return True


def _past_hour(scan: Scan, i: int, part: Segment, end: int) -> int | None:
    """« fini à 15h30 », « on a commencé à 14h15 », « ça a duré 1h30 », « on a débordé d'une demi-heure »."""
    j = i
    while j < min(end, i + _LONGEST) and scan.fold(j) in _FILLERS:
        j += 1
    begin = j
    while j < min(end, i + _LONGEST) and scan.fold(j) in _OURS | _FILLERS:
        j += 1
    if j >= end or scan.group_at[j] is not None:
        return None
    length = _length_after(scan, j, end)
    if length is not None:
        return _closing(scan, length, end) if _tells_length(scan, j, part, length) else None
    time = _hour_after(scan, j, end) if scan.fold(j) in _OVER | _BEGUN else None
    last = _closing(scan, time, end) if time is not None else None
    if time is None or last is None:
        return None
    if scan.fold(j) in _BEGUN:
        return last if j > begin else None
    return last if j > begin or _ends_the_meeting(scan, part, i, time, noun=scan.fold(j) == "fin") else None


def _length_after(scan: Scan, i: int, end: int) -> TimeMention | None:
    """The length told right behind word i: « duré 1h30 », « débordé d'une demi-heure », « fini 20 min plus tôt »."""
    k = i + 1 + (scan.fold(i + 1) in {"de", "d"})
    time = scan.time_at[k] if k < end else None
    return time if time is not None and time.kind is TimeKind.DURATION else None


def _tells_length(scan: Scan, i: int, part: Segment, length: TimeMention) -> bool:
    """Whether that length is how long it took, no hours being told before, or how much more or less than the hours told."""
    whole = any((t := scan.time_at[k]) is not None and t.starts is not None and t.ends is not None for k in range(part.first))
    return (scan.fold(i) in _LASTED and not whole) or over_by(scan, length) != 0


def _hour_after(scan: Scan, i: int, end: int) -> TimeMention | None:
    """The hour that « à », « vers » lead to from word i on; None where a day, or two hours, are told."""
    k = leads_to_end(scan, i + 1, end)
    time = scan.time_at[k] if k < end else None
    clock = time is not None and time.starts is not None and time.ends is None and time.kind is TimeKind.CLOCK and time.bound is None
    return time if clock else None


def _closing(scan: Scan, time: TimeMention, end: int) -> int | None:
    """The word after a time, if the clause ends there or only says why or how: « pile », « au lieu de 16h », « car… »."""
    last = scan.span_of(time)[1]
    if scan.fold(last) in {"plus", "en", "d"} and scan.fold(last + 1) in {"tot", "tard", "avance", "retard"}:
        last += 2
    if scan.fold(last) == "au" and scan.fold(last + 1) == "lieu" and (planned := scan.time_at[min(last + 3, len(scan) - 1)]) is not None:
        last = scan.span_of(planned)[1]  # « au lieu de 16h »
    while last < end and scan.fold(last) in _MANNERS:
        last += 1
    return last if last >= end or not scan.words[last].is_word or scan.fold(last) in _WHY else None


def _ends_the_meeting(scan: Scan, part: Segment, i: int, time: TimeMention, *, noun: bool) -> bool:
    """Whether a bare « fini à 15h30 » can only be the end of what was held: that part tells no hours, and the hour fits those told."""
    told = range(part.first, i)
    ahead = part.role is Role.NEXT and not noun  # « prochaine le 12 janv 14h, fini 11h30 »: what is finished is not to come
    if not ahead and any((t := scan.time_at[k]) is not None and t.starts is not None and t.bound is None for k in told):
        return False  # « atelier mardi de 14h à 16h, fini à 16h »
    dated = not ahead and any((t := scan.time_at[k]) is not None and t.days is not None and t.bound is None for k in told)
    if (noun or dated) and any(scan.fold(k) in _HAPPENS for k in told):
        return False  # « ouvrir la permanence le mercredi, fin à 18h »
    held = next((t for k in range(part.first) if (t := scan.time_at[k]) is not None and t.starts is not None), None)
    if held is None or held.starts is None or time.starts is None:
        return True
    ended = time.starts.hour * 60 + time.starts.minute
    late = held.ends is not None and ended > held.ends.hour * 60 + held.ends.minute + _OVERRUN
    return held.crosses_midnight or (ended > held.starts.hour * 60 + held.starts.minute and not late)


def _past_where(scan: Scan, i: int, end: int) -> int | None:
    """« c'était en visio », « on était à la Maison de la santé »."""
    here = _HERE.at(scan.words, i)
    if here is None or here.last >= end:
        return None
    k = here.last
    remote = _VISIO.at(scan.words, k)
    if remote is not None:
        return remote.last
    while k < end and scan.fold(k) in _INTO:
        k += 1
    thing = scan.thing_at[k] if here.last < k < end else None
    return thing.last if thing is not None and thing.places else None
