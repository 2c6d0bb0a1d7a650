"""Which of the lengths told are hours of their own: repeated, summed up, taken back, or parts of one day."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import HoursDraft
from bot.understanding.counts import number_value
from bot.understanding.hours_people import Line
from bot.understanding.lengths import CORRECTING, PARTS, lasts, length_of, part_at
from bot.understanding.lexicon_files import words_of
from bot.understanding.phrases import Found
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

Length = tuple[TimeMention, int, int]  # a length, its first word, the word after it and its asides
_EXCUSES = CORRECTING | frozenset(
    {"excusez", "excuse", "moi", "desole", "desolee", "euh", "c", "est", "etait", "en", "fait", "enfin", "ah"}
)
_PURPOSE = words_of("parts", "purpose")
_SPENT = frozenset({"passe", "passer", "consacre", "consacrer", "occupe", "pris", "mis", "donne"})
_OF_DAYS = frozenset({"la", "ma", "toute", "notre", "leur", "sa", "une", "l"})
_FEW = 12  # hours
_DAY = 420  # minutes, convention 1


def one_of_each(scan: Scan, lengths: list[Length], last: int) -> list[Length]:
    """The lengths, hours that only say again the same time left out: « 9h-12h, soit 3h »; « 9h-12h…, et 2h de rédaction » are two."""
    lengths = _less_days(lengths)
    durations = [k for k in lengths if k[0].kind is TimeKind.DURATION or not lasts(k[0])]
    if not durations or len(durations) == len(lengths) or _apart(scan, lengths, last):
        return lengths
    if len(durations) == 1 and len(lengths) == 2:
        return [k for k in lengths if k[0].kind is not TimeKind.DURATION]
    return durations


def _less_days(lengths: list[Length]) -> list[Length]:
    """The lengths, whole days left out where hours are told too: « 2 jours, 14 h au total »."""
    hours = [k for k in lengths if k[0].by_convention or (k[0].total_minutes or 0) < 24 * 60]
    return hours or lengths


def _apart(scan: Scan, lengths: list[Length], last: int) -> bool:
    """Whether each of several lengths tells another thing: none lasts as long as the one before, and each has its own day or work."""
    today = scan.hearing.now.date()
    begin = lengths[0][1]
    for k, (mention, at, end) in enumerate(lengths):
        if k == 0:
            begin = end
            continue
        same = length_of(mention, today, scan) == length_of(lengths[k - 1][0], today, scan)
        linked = any(scan.fold(i) in {"et", "puis", "plus"} or scan.sign(i) in {"+", "\n", ";", "."} for i in range(begin, at))
        own = part_at(scan, end, last) is not None or any(m.days is not None for m in mentions_in(scan, [(begin, at)]))
        if scan.sign(at - 1) == "(" or not linked or not own or same:
            return False
        begin = end
    return True


def without_total(scan: Scan, lengths: list[Length]) -> list[Length]:
    """The lengths less the one that only adds the others up: « Total : 5h », « soit 5h en tout »."""
    if len(lengths) < 2:
        return lengths

    def sums(k: int) -> bool:
        mention, at, end = lengths[k]
        before = {scan.fold(j) for j in range(max(0, at - 6, *(e for _, _, e in lengths[:k])), at)}
        said = "total" in before or scan.fold(end) in {"total", "tout"} or scan.fold(end + 1) in {"total", "tout"}
        others = sum(m.total_minutes or 0 for j, (m, _, _) in enumerate(lengths) if j != k)
        opens = k == 0 and len(lengths) > 2 and any(scan.sign(j) in {":", "("} for j in range(end, lengths[1][1]))
        ties = opens or bool(before & {"soit", "fait", "donc"}) or scan.sign(at - 1) == "="
        return said or (ties and others == mention.total_minutes)  # « 4h de maraude : 1h lundi et 3h mardi »

    kept = [length for k, length in enumerate(lengths) if not sums(k)]
    return kept or lengths


def taken_back_by_number(scan: Scan, lengths: list[Length], last: int) -> list[Length]:
    """The lengths, the only one replaced by a bare number that takes it back: « 30 minutes de relecture… non, excusez-moi, 40 »."""
    if len(lengths) != 1 or lengths[0][0].kind is not TimeKind.DURATION:
        return lengths
    mention, at, end = lengths[0]
    cue = next((i for i in range(end, last) if scan.fold(i) in CORRECTING), None)
    i = cue
    while i is not None and i < last and (scan.fold(i) in _EXCUSES or not (scan.words[i].is_word or scan.words[i].is_number)):
        i += 1
    number = number_value(scan, i) if i is not None and i < last else None
    if number is None or not mention.minutes:
        return lengths
    if number[2] < last and scan.words[number[2]].is_word and part_at(scan, number[2], last) is None:
        return lengths
    unit = 60 if mention.minutes % 60 == 0 or (mention.minutes > 60 and number[0] <= _FEW) else 1  # « 1h30 de prépa, non 2 »
    if not 1 <= number[0] <= (_FEW if unit == 60 else 600):
        return lengths
    return [(replace(mention, seconds=number[0] * unit * 60), at, end)]


def of_one_day(lines: list[Line], drafts: list[HoursDraft]) -> tuple[HoursDraft, ...]:
    """The hours, those that one pause parts made one: « Formation mardi : 9h-12h30 puis 13h30-17h »."""
    if len(lines) != len(drafts) or any(line.time is None or line.time.ends is None for line in lines):
        return tuple(drafts)
    joined: list[HoursDraft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is None or before.minutes is None or draft.minutes is None or _but_length(before) != _but_length(draft):
            joined.append(draft)
        else:
            joined[-1] = replace(before, minutes=before.minutes + draft.minutes)
    return tuple(joined)


def _but_length(draft: HoursDraft) -> HoursDraft:
    """The hours without their length and where it was told."""
    return replace(draft, minutes=None, spans=(), what=None, unsure=())


def is_purpose(scan: Scan, i: int) -> bool:
    """Whether the group at word i is what work was done for: « 30 min hier pour le GT », « au titre du GT »."""
    return any(scan.fold(k) in _PURPOSE for k in range(max(0, i - 3), i))


def part_done(scan: Scan, begin: int, at: int) -> Found | None:
    """What the author was at, told before the length: « passé un moment à faire la route, trois quarts d'heure, pour l'atelier »."""
    for i in range(begin, at):
        if scan.folds[i] not in PARTS.openings or any(at[i] is not None for at in (scan.group_at, scan.thing_at, scan.time_at)):
            continue
        found = PARTS.at(scan.words, i)
        if found is not None and found.tag not in {"réunion", "autre"}:
            return found if any(scan.fold(k) in {"faire", "fait"} for k in range(max(begin, i - 3), i)) else None
    return None


def day_given(scan: Scan, first: int, last: int) -> int | None:
    """The minutes of a whole day told as given: « j'ai passé la journée de samedi sur le stand »; None if none is."""
    for i in range(first + 1, last):
        if scan.fold(i) == "journee" and scan.fold(i - 1) in _OF_DAYS and any(scan.fold(k) in _SPENT for k in range(max(0, i - 5), i)):
            return _DAY
    return None


def heads_names(scan: Scan, line: Line) -> bool:
    """Whether the length is of somebody named behind a heading: « Jardin dimanche, GT Nutrition : Aurélie 2h, … »."""
    named = scan.fold(line.at - 1) == "moi" or (line.at > 0 and scan.person_at[line.at - 1] is not None)
    return named and any(scan.sign(k) == ":" for k in range(line.first, line.at))


def names_group_apart(scan: Scan, line: Line) -> bool:
    """Whether the group is only told behind the length of somebody named: « Sylvie 5h de stand, moi 6h. gt ist » spent it likewise."""
    named = scan.fold(line.at - 1) == "moi" or (line.at > 0 and scan.person_at[line.at - 1] is not None)
    group = next((g for i in range(line.at, line.last) if (g := scan.group_at[i]) is not None), None)
    if not named or group is None or any(scan.group_at[line.first : line.at]):
        return False
    k = group.first - 1 - (scan.fold(group.first - 1) in {"pour", "pr", "le", "du"})
    return scan.sign(k) in {",", ".", ";", "\n", "(", "-", "–", ":"} or scan.fold(group.first - 1) in {"pour", "pr"}


def headed(scan: Scan, lines: list[Line]) -> Found | None:
    """What a heading says of all the lines below it: « Atelier cuisine samedi, GT Nutrition : … »."""
    if len(lines) < 2 or lines[0].part is None or lines[0].part.first >= lines[0].at:
        return None
    headed = any(scan.sign(k) in {":", "\n"} for k in range(lines[0].part.last, lines[0].at))
    return lines[0].part if headed else None


def boundary(scan: Scan, end: int, start: int) -> int:
    """Where the words of one length end and those of the next begin."""
    for k in range(start - 1, end - 1, -1):
        between = scan.sign(k) in {"/", "|", "&"} and scan.time_at[k] is None  # « 1h / Paola 30 min », not « 12/11 »
        if between or (scan.sign(k) in {",", ";", "+", "\n", "."} and scan.person_at[k] is None) or _parts(scan, k):
            return k
    own = _named_at(scan, start - 1)
    if own is not None and own >= end and _named_at(scan, _began(scan, end) - 1) is not None:
        return own  # « moi 2h zoé 1h30 »
    before = scan.time_at[start - 1] if start > end else None
    if before is not None and before.days is not None:
        return max(end, scan.span_of(before)[0])  # « lundi 2h mardi 1h30 »
    return start


def _parts(scan: Scan, k: int) -> bool:
    """Whether « et », « plus » at word k parts two lengths: not « Florence plus de 3h »."""
    return scan.fold(k) in {"et", "puis"} or (scan.fold(k) == "plus" and scan.fold(k + 1) not in {"de", "d", "que"})


def _began(scan: Scan, end: int) -> int:
    """The first word of the length that ends before word `end`."""
    length = scan.time_at[end - 1] if end else None
    return scan.span_of(length)[0] if length is not None else 0


def _named_at(scan: Scan, i: int) -> int | None:
    """The first word of whoever is named at word i, « moi » included; None if nobody is."""
    person = scan.person_at[i] if i >= 0 else None
    return person.first if person is not None else i if i >= 0 and scan.fold(i) == "moi" else None
