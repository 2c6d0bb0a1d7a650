"""Which hours are those that were planned and which those that were kept: « prévu 14h-16h, fini à 15h30 », « 1h30 au lieu de 2h »."""

from __future__ import annotations

from bot.understanding.clock_now import over_now
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan, names_group
from bot.understanding.times import TimeKind, TimeMention

_FINISHED = words_of("parts", "finished")
_PLANNED = words_of("parts", "planned")
_KEPT = words_of("parts", "kept")
_OVERRAN = words_of("parts", "overran")
_ENDED = words_of("facts_behind", "ended")
_NOT_BARE = words_of("facts_behind", "not_bare")
DONE = frozenset(said + end for said in words_of("facts_behind", "done") for end in ("", "e", "s", "es"))
_HAPPENS = words_of("facts_behind", "happens")
_IN_THEORY = PhraseTable({"theory": table("parts")["in_theory"]["words"]})
_LENGTHENS = ("boucl", "pli", "prolong", "rallong", "depass", "debord")
_BEFORE_PLANNED = frozenset({"a", "pour", "de", "initialement", "normalement", "sur", "durer", "au", "depart", "faire", "tenir", "prendre"})
_BEFORE_END = frozenset({"a", "vers", "plus", "tot", "tard", "seulement", "que", "qu", "finalement", "des", "donc", ":"}) | {
    *("de", "la", "reunion", "reu", "seance")  # « fin de la réunion à 16h », « on a levé la séance à 16h »
}
_BEGUN = words_of("facts_behind", "begun")
_BEFORE_START = frozenset({"a", "vers", "seulement", "qu", "finalement", "donc", "plus", "tard", "tot"})
_HAVING = frozenset({"a", "avons", "s", "est", "finalement", "donc", "vraiment"})
_THE_MEETING = frozenset({"on", "nous", "reunion", "reu", "seance", "rencontre", "ca", "cela"})
_ITS_SUBJECTS = frozenset(
    {"on", "a", "est", "s", "nous", "avons", "mais", "et", "finalement", "reunion", "reu", "seance", "elle", "donc", "ete"}
    | {"coup", "bref", "voila", "tout", "sommes", "puis"}
)


def was_planned(scan: Scan, mention: TimeMention) -> bool:
    """Whether « prévu à », « annoncé pour », « devait durer » stands before a time, or « prévues » behind it: when it was to be."""
    first, last = scan.span_of(mention)
    i = first - 1
    while i >= 0 and scan.fold(i) in _BEFORE_PLANNED:
        i -= 1
    if scan.fold(i) in _PLANNED or (scan.fold(last) in _IN_THEORY.openings and _IN_THEORY.at(scan.words, last) is not None):
        return True
    closes = scan.fold(last).endswith("s") or scan.sign(last + 1) in {",", ";", ".", ")", "\n"}
    return scan.fold(last) in _PLANNED and closes


def was_kept(scan: Scan, mention: TimeMention) -> bool:
    """Whether a length is told as the one that it really took: « n'a fait qu'1h », « bouclé en 1h15 », « 1h30 en réalité »."""
    first, last = scan.span_of(mention)
    near = {scan.fold(k) for k in (*range(max(0, first - 4), min(first + 2, last)), last, last + 1)}
    return bool(near & _KEPT) and not was_planned(scan, mention)


def gave_way(scan: Scan, mention: TimeMention) -> bool:
    """Whether « au lieu de » stands before a time: « fini à 17h au lieu de 16h »."""
    i = scan.span_of(mention)[0]
    i -= scan.fold(i) not in {"de", "d"}
    return scan.fold(i) in {"de", "d"} and scan.fold(i - 1) == "lieu"


def ends_there(scan: Scan, mention: TimeMention) -> bool:
    """Whether « fini », « jusqu'à » stands just before a time: when it ended."""
    if mention.starts is None or mention.bound in {"until"}:
        return True
    i = scan.span_of(mention)[0]
    begin = i - 3 - any(scan.sign(k) == ":" for k in range(max(0, i - 3), i))  # « fini plus tôt : 15h »
    told = any(scan.fold(k) in _FINISHED and scan.group_at[k] is None for k in range(max(0, begin), i + 1))
    return told or over_now(scan, scan.span_of(mention)[0])


def leads_to_end(scan: Scan, i: int, end: int) -> int:
    """The word after « à », « de la séance à », « : » that lead from « fini », « levée » to its hour."""
    while i < end and scan.time_at[i] is None and (scan.fold(i) in _BEFORE_END or scan.sign(i) == ":"):
        i += 1
    return i


def really_ended(scan: Scan, mention: TimeMention) -> bool:
    """Whether « fini à », « on a terminé vers » leads straight to an hour, of the meeting itself: it wins over the end told before."""
    i = scan.span_of(mention)[0] - 1
    while i >= 0 and (scan.fold(i) in _BEFORE_END or scan.sign(i) == ":"):
        i -= 1
    if scan.fold(i) not in _FINISHED or scan.fold(i).startswith("jusqu"):
        return False
    return scan.fold(i - 1) in _ITS_SUBJECTS or not (scan.words[i - 1].is_word and i > 0) or ends_bare(scan, i)


def ends_bare(scan: Scan, i: int) -> bool:
    """Whether « fini 11h30 » may stand at word i without a comma: not « atelier fini à 16h », « c'est terminé à 18h »."""
    if i < 1 or scan.folds[i] not in _ENDED or scan.fold(i - 1) in _NOT_BARE or names_group(scan, i - 1):
        return False
    near = range(i - 1, max(-1, i - 5), -1)  # back to « atelier reporté »: that much was told of it
    said = next((k for k in near if scan.folds[k] in DONE | _HAPPENS), i)
    return scan.folds[said] not in _HAPPENS


def really_began(scan: Scan, mention: TimeMention) -> bool:
    """Whether « on a commencé à », « démarré vers » leads straight to an hour, of the meeting itself: it wins over the hour told before."""
    i = scan.span_of(mention)[0] - 1
    while i >= 0 and (scan.fold(i) in _BEFORE_START or scan.sign(i) == ":"):
        i -= 1
    if i < 0 or scan.fold(i) not in _BEGUN or mention.kind is not TimeKind.CLOCK:
        return False
    i -= 1
    while i >= 0 and scan.fold(i) in _HAVING:
        i -= 1
    return i < 0 or scan.fold(i) in _THE_MEETING or not scan.words[i].is_word


def over_by(scan: Scan, mention: TimeMention) -> int:
    """The minutes more, or less, that « débordé d'une demi-heure », « fini 20 min plus tôt » tells; 0 where a length tells none."""
    first, last = scan.span_of(mention)
    minutes = mention.total_minutes or 0
    before = [scan.fold(k) for k in range(max(0, first - 3), first + 1)]
    if any(word in _OVERRAN for word in before):
        return minutes
    finished = any(word in _FINISHED for word in before)
    sooner = (scan.fold(last), scan.fold(last + 1)) in {("plus", "tot"), ("en", "avance"), ("d", "avance")}
    return -minutes if finished and sooner else minutes if finished and (scan.fold(last), scan.fold(last + 1)) == ("plus", "tard") else 0


def tells_length(scan: Scan, i: int) -> bool:
    """Whether « bouclé en 1h15 », « prolongé d'un quart d'heure » at word i tells how long it took, and decides nothing."""
    length = scan.time_at[i + 1]
    return length is not None and length.kind is TimeKind.DURATION and scan.fold(i).startswith(_LENGTHENS)
