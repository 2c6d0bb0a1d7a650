"""Which clauses of a message tell time that somebody spent on something, a meeting apart."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.likely_hours import LONGEST_LIKELY
from bot.understanding.groups import Strength
from bot.understanding.hours_not_given import foretold
from bot.understanding.lengths import (
    MEETING,
    activity,
    after,
    axis_of,
    clock_as_length,
    did,
    lasts,
    manner,
    part_at,
    parts_in,
    past_asides,
    takes_back,
    took,
    worked,
)
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import Ranges, first_word, mentions_in

_TALKS = words_of("parts", "talks")
_MINE = PhraseTable({"mine": [*table("parts")["mine"]["words"], *table("parts")["mine"]["heads"]]})
_COUNTING = words_of("parts", "counting")
_BETWEEN = frozenset({"et", "puis", "plus"})  # what parts two lengths: « 1h de route pour moi et 2h de rédaction pour Zoé »


def spent_ranges(scan: Scan, facts: Ranges) -> Ranges:
    """The clauses in which a length of time is told with what it was spent on."""
    found: Ranges = []
    setting = _Setting(
        opens=opens_with_activity(scan),
        axis=axis_of(scan) is not None,
        meeting=MEETING.first(scan.words),
        strongly=_spends_strongly(scan),
        lead=_lead(scan),
        met=_first_met(scan, Strength.NAMED),
        hinted=_first_met(scan, Strength.HINTED),
        labelled=_labelled(scan),
    )
    ahead = foretold(scan)
    for first, last in facts:
        deed = worked(scan, first, last)
        by_deed = setting.met if deed is not None and deed < setting.hinted else -1
        if deed is not None and deed < setting.hinted and activity(scan, deed + 1, min(last, deed + 4)) is not None:
            by_deed = last  # « j'ai animé l'atelier du groupe nutrition de 14h à 16h »
        back: int | None = None  # where a length began that the next one takes back
        told = [m for m in mentions_in(scan, [(first, last)]) if first_word(scan, m) not in ahead]
        for rank, mention in enumerate(told):
            following = told[rank + 1] if rank + 1 < len(told) else None
            both = following is not None and lasts(following) and lasts(mention)
            if both and following is not None and takes_back(scan, after(scan, mention), first_word(scan, following)):
                back = first_word(scan, mention) if back is None else back
                continue
            if not lasts(mention) and not (clock_as_length(scan, mention) and _spent(scan, mention, first, last)):
                continue
            clause = _clause(scan, first, first_word(scan, mention), after(scan, mention), last)
            if first_word(scan, mention) <= by_deed or _is_spent(scan, mention, clause, last, setting):
                found.append(clause if back is None else (min(back, clause[0]), clause[1]))
                back = None
            elif found and _of_another(scan, found[-1][1], first_word(scan, mention)):
                found[-1] = (found[-1][0], clause[1])
    return found


def _of_another(scan: Scan, end: int, at: int) -> bool:
    """Whether a length is somebody else's of the same: « Lucie a passé 5h sur l'annuaire et Sophie Martin 3h »."""
    person = scan.person_at[at - 1] if at > end else None
    first = person.first if person is not None else at - 1
    if (person is None and scan.fold(at - 1) != "moi") or first < end:
        return False
    ties = range(end, first)
    return all(scan.fold(k) == "et" or scan.sign(k) == "," for k in ties) and len(ties) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What the whole message shows: an activity at its head, an axis, a word for a meeting, something counted in hours."""

    opens: bool
    axis: bool
    meeting: Found | None
    strongly: bool
    lead: int  # up to that word, a length leads the message
    met: int  # the first word that names a group plainly or tells a meeting
    hinted: int  # the same, a group only hinted at counted too
    labelled: bool  # « , action de terrain »: what the time was, between signs


def _is_spent(scan: Scan, mention: TimeMention, clause: tuple[int, int], last: int, setting: _Setting) -> bool:
    """Whether a length is hours, by what stands after it, before it, around it, or nowhere else."""
    at, end = first_word(scan, mention), after(scan, mention)
    begin, stop = clause
    length = mention.kind is TimeKind.DURATION
    if length and (mention.total_minutes or 0) > LONGEST_LIKELY and setting.met < at:
        return False  # « GT ETP hier… Formation de 40h reportée à mars »
    if not lasts(mention) or scan.fold(end) in {"chacun", "chacune"} or setting.labelled:
        return True
    deed = did(scan, begin, at) if length else None
    ours = deed is not None and scan.fold(deed.first) in {"on", "nous"} and setting.met < at and part_at(scan, end, last) is None
    busy = activity(scan, begin, at)
    if length and ((busy is not None and not _of_meeting(scan, busy)) or (deed is not None and not ours)):
        return True
    if took(scan, begin, at) is not None:
        return True
    if _multiplied(scan, begin, at) or (length and _of_something(scan, past_asides(scan, end, last), last) and at <= setting.met):
        return True
    if setting.opens and begin <= 12:
        return True
    met = setting.meeting is not None and setting.meeting.first < at
    if setting.axis and not met:
        return True
    busy = activity(scan, max(begin, at - 6), min(stop, end + 6))
    if busy is not None and not _of_meeting(scan, busy) and not _group_between(scan, begin, stop):
        return True
    leads = at <= setting.lead
    beyond = _past_times(scan, past_asides(scan, end, last), last)
    told = part_at(scan, beyond, last)
    if told is not None and manner(scan, told.first) and setting.met < at:
        return False
    vague = told is not None and told.tag in {"autre", "réunion"} and not length and met
    if told is not None and not vague and (told.tag != "réunion" or (leads and length)):
        return True
    if not (leads and length):
        return False
    heads = scan.fold(beyond) in {"sur", "pour", "pr", "a"} and scan.hearing.asked is None
    return heads or (setting.meeting is None and setting.strongly)


def _labelled(scan: Scan) -> bool:
    """Whether « action de terrain », « terrain » stands alone between two signs: the nature of the time, no topic."""
    for i in range(1, len(scan)):
        if scan.fold(i) == "terrain" and (i + 1 >= len(scan) or not scan.words[i + 1].is_word) and scan.thing_at[i] is None:
            k = i - 2 if (scan.fold(i - 2), scan.fold(i - 1)) in {("action", "de"), ("temps", "de")} else i
            if k > 0 and scan.sign(k - 1) in {",", "(", ".", ":", ";", "-", "–", "→"}:
                return True
    return False


def _of_meeting(scan: Scan, found: Found) -> bool:
    """« réunion de préparation du Copil », « point prépa »: what people met for."""
    k = found.first - 1
    if scan.fold(k) in {"de", "d"}:
        k -= 1
    return k >= 0 and scan.group_at[k] is None and scan.fold(k) not in {"visio", "vu"} and MEETING.at(scan.words, k) is not None


def _first_met(scan: Scan, strength: Strength) -> int:
    """The first word of a group named so plainly or of a meeting; past the last word if there is none."""
    group = next((i for i in range(len(scan)) if (g := scan.group_at[i]) is not None and g.strength >= strength), len(scan))
    noun = MEETING.first(scan.words, 0, group)
    return noun.first if noun is not None else group


def _multiplied(scan: Scan, begin: int, at: int) -> bool:
    """Whether a number of people stands before « x 2h30 »: « quatre bénévoles de chez nous x deux heures trente »."""
    if scan.sign(at - 1) not in {"x", "X", "×", "*"}:
        return False
    return any(scan.number_at[k] is not None and scan.time_at[k] is None for k in range(begin, at - 1))


def _of_something(scan: Scan, end: int, last: int) -> bool:
    """Whether « de veille documentaire », « à trier la collecte », « sur le dossier » follows a length: something that is no meeting."""
    if scan.fold(end) not in {"de", "d", "a", "sur"} or end + 1 >= last:
        return False
    j = end + 1
    while j < last and scan.fold(j) in {"la", "le", "l", "les", "un", "une"}:
        j += 1
    if (
        j >= last
        or not scan.words[j].is_word
        or any(at[j] is not None for at in (scan.group_at, scan.thing_at, scan.time_at, scan.person_at))
    ):
        return False
    if MEETING.at(scan.words, j) is not None or scan.fold(j) in _TALKS:
        return False
    return scan.fold(end) != "a" or scan.fold(j).endswith(("er", "ir", "re", "oir"))


def _lead(scan: Scan) -> int:
    """The last word before which at most two words, times apart, and no group stand."""
    told = 0
    for i in range(len(scan)):
        told += scan.words[i].is_word and scan.time_at[i] is None
        if told > 2 or scan.group_at[i] is not None:
            return i
    return len(scan)


def _past_times(scan: Scan, i: int, end: int) -> int:
    """The word after the days told at word i: « 3h hier pour… »."""
    while i < end and (time := scan.time_at[i]) is not None and not lasts(time):
        i += 1
    return i


def _spends_strongly(scan: Scan) -> bool:
    """Whether something that is counted in hours is told anywhere, a meeting apart."""
    return any(f.tag not in {"réunion", "autre"} and scan.thing_at[f.first] is None for f in parts_in(scan, 0, len(scan)))


def _spent(scan: Scan, mention: TimeMention, first: int, last: int) -> bool:
    """Whether « 1h » read as a clock time stands with what it was spent on, or « chacun »."""
    at, end = first_word(scan, mention), after(scan, mention)
    if (
        scan.fold(end) in {"chacun", "chacune", "par"}
        or part_at(scan, end, last) is not None
        or activity(scan, max(first, at - 6), at) is not None
    ):
        return True
    lengths = [m for m in mentions_in(scan, [(first, last)]) if m.kind is TimeKind.DURATION or clock_as_length(scan, m)]
    return len(lengths) >= 2 and bool(parts_in(scan, first, last))


def _group_between(scan: Scan, begin: int, stop: int) -> bool:
    return any((g := scan.group_at[i]) is not None and g.strength >= Strength.NAMED for i in range(begin, stop))


def _clause(scan: Scan, first: int, at: int, end: int, last: int) -> tuple[int, int]:
    begin = at
    while (
        begin > first
        and scan.sign(begin - 1) not in {",", ";", "\n", ".", ":", "(", "+"}
        and scan.fold(begin - 1) != "puis"
        and not ((t := scan.time_at[begin - 1]) is not None and lasts(t) and not _taken_back(scan, begin, at))
    ):
        begin -= 1
    if begin > first and _is_length(scan, begin - 1):
        begin = next((k for k in range(at - 1, begin, -1) if scan.fold(k) in _BETWEEN), begin)
    stop = past_asides(scan, end, last)
    while (
        stop < last
        and scan.sign(stop) not in {",", ";", "\n", ".", ")"}
        and scan.fold(stop) != "puis"
        and not ((u := scan.time_at[stop]) is not None and lasts(u))
    ):
        stop += 1
    if stop < last and _is_length(scan, stop):
        stop = next((k for k in range(stop - 1, end, -1) if scan.fold(k) in _BETWEEN), stop)
    return begin, stop


def _is_length(scan: Scan, i: int) -> bool:
    time = scan.time_at[i]
    return time is not None and lasts(time)


def _taken_back(scan: Scan, first: int, last: int) -> bool:
    """Whether « non », « pardon » stands among those few words."""
    return last - first <= 4 and any(scan.fold(k) in {"non", "pardon", "plutot", "oups", "erreur"} for k in range(first, last))


def counts_hours(scan: Scan, first: int, last: int) -> bool:
    """Whether a sentence only counts hours beside the meeting: « Pour mes heures, il faut compter en plus une journée de prépa »."""
    times = [m for m in mentions_in(scan, [(first, last)]) if lasts(m) or clock_as_length(scan, m)]
    if not times:
        return False
    if any(_MINE.at(scan.words, i) is not None for i in range(first, min(last, first + 3))):
        return True
    at = first_word(scan, times[0])
    counted = any(scan.fold(k) in _COUNTING for k in range(max(first, at - 5), at))
    return counted and at - first <= 7 and part_at(scan, after(scan, times[0]), last) is not None


def opens_with_activity(scan: Scan) -> bool:
    """Whether the first words name an activity that is counted in hours: « atelier cuisine… », « hier permanence… »."""
    told = [i for i in range(len(scan)) if scan.words[i].is_word and scan.time_at[i] is None][:2]
    if told and scan.group_at[told[0]] is None and MEETING.at(scan.words, told[0]) is not None:
        return False  # « réunion de préparation du Copil »
    return bool(told) and activity(scan, told[0], told[-1] + 1) is not None
