"""Whose hours a message tells, how long, on what, for which group and which day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.contributions import Part
from bot.domain.drafts import DayWindow, Field, HoursDraft, Span
from bot.understanding.choosing import choose_people, structure_beside
from bot.understanding.counts import everyone_noun, number_value, staff_noun
from bot.understanding.lengths import LINKS, PARTS, after, axis_of, clock_as_length, lasts, length_of, part_at
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.names import title_of
from bot.understanding.outcomes import told
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.strangers import FIRST_NAMES, stranger_at
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.unknown_groups import unknown_group
from bot.understanding.when import NIGHT_ENDS, mentions_in
from bot.understanding.where import read_where

_LONGEST = 14 * 24 * 60  # minutes: past a fortnight a length is no entry (« enceinte de 7 mois »)
_EACH = PhraseTable({"each": table("parts")["each"]["words"]})
_INSTEAD = frozenset({"pour", "pr", "a", "de", "d"})
_SELF = frozenset({"moi", "je", "j", "me", "m"})
_PART_WORDS = frozenset(spaced(said) for several in table("parts")["parts"].values() for said in several)
_CORRECTING = frozenset({"non", "pardon", "plutot", "oups", "enfin", "erreur"})


@dataclass(slots=True)
class _Line:
    """One length of time and the words [first, last) that tell about it."""

    time: TimeMention
    at: int
    first: int
    last: int
    part: Found | None = None


def read_hours(scan: Scan, first: int, last: int, *, group_ids: tuple[int, ...] = (), day: date | None = None) -> tuple[HoursDraft, ...]:
    """The hours told by words [first, last); a group or day of the meeting around them counts where they name none."""
    private = private_words(scan)
    lines = _lines(scan, first, last, private)
    own = _groups(scan, first, last)
    axis = axis_of(scan, first, last)
    unknown = unknown_group(scan, first, last) if not own else None
    drafts: list[HoursDraft] = []
    common = _common_days(scan, lines, first, last)
    everybody = len(lines) == 1
    dated = [_days(scan, line.first, line.last) for line in lines]
    carried, window = next((told for told in dated if told[0] or told[1]), ((), None))
    for line, (days, day_window) in zip(lines, dated, strict=True):
        if days or day_window:
            carried, window = days, day_window
        use, use_window = (common, None) if common else (carried, window)
        base = _base(scan, line, use, use_window, assumed=day, private=private)
        groups = _groups(scan, line.first, line.last) or own or group_ids
        base = replace(
            base,
            group_id=groups[0] if len(groups) == 1 else None,
            group_candidates=groups if len(groups) > 1 else (),
            group_said=scan.slice(*unknown) if unknown is not None and not groups else None,
            axis=axis,
        )
        drafts += _for_people(scan, line, base, whole=(first, last) if everybody else None, before=drafts, private=private)
    return tuple(drafts)


def _lines(scan: Scan, first: int, last: int, private: frozenset[int]) -> list[_Line]:
    lengths: list[tuple[TimeMention, int, int]] = []
    for mention in mentions_in(scan, [(first, last)]):
        told_private = scan.span_of(mention)[0] in private
        if (
            told_private
            or (mention.total_minutes or 0) > _LONGEST
            or not (lasts(mention) or clock_as_length(scan, mention))
            or (mention.kind is TimeKind.DURATION and not mention.total_minutes)
        ):
            continue
        at = max(first, scan.span_of(mention)[0])
        end = after(scan, mention)
        if lengths and _takes_back(scan, lengths[-1][2], at):
            lengths.pop()
        lengths.append((mention, at, end))
    durations = [k for k in lengths if k[0].kind is TimeKind.DURATION or not lasts(k[0])]
    if durations and len(durations) < len(lengths):
        lengths = [k for k in lengths if k[0].kind is not TimeKind.DURATION] if len(durations) == 1 and len(lengths) == 2 else durations
    lines: list[_Line] = []
    counted = _counted_as(scan, first, last)
    begin = first
    for k, (mention, at, end) in enumerate(lengths):
        stop = _boundary(scan, end, lengths[k + 1][1]) if k + 1 < len(lengths) else last
        lines.append(
            _Line(
                mention, at, begin, stop, counted or _part(scan, begin, at, end, stop, whole=(first, last) if len(lengths) == 1 else None)
            )
        )
        begin = stop
    for k, line in enumerate(lines):
        if (
            line.part is None
            and len(lines) > 1
            and any((g := scan.group_at[i]) is not None and g.strength >= 3 for i in range(line.first, line.last))
        ):
            line.part = Found(line.at, line.at + 1, "réunion")
        elif line.part is None:
            others = [x.part for x in (*lines[k + 1 :], *reversed(lines[:k])) if x.part is not None]
            line.part = others[0] if others else None
    return lines


def _takes_back(scan: Scan, end: int, at: int) -> bool:
    return 0 < at - end <= 4 and any(scan.fold(k) in _CORRECTING for k in range(end, at))


def _boundary(scan: Scan, end: int, start: int) -> int:
    """Where the words of one length end and those of the next begin."""
    for k in range(start - 1, end - 1, -1):
        if scan.sign(k) in {",", ";", "+", "\n", "."} or scan.fold(k) in {"et", "puis", "plus"}:
            return k
    return start


def _counted_as(scan: Scan, first: int, last: int) -> Found | None:
    """« à compter en heures prépa »: the part said once for all."""
    heads = (k for k in range(first, last) if scan.fold(k) == "heures" and scan.fold(k - 1) in {"en", "comme", "des", "les"})
    return next((f for k in heads if (f := part_at(scan, k + 1, last)) is not None), None)


def _part(scan: Scan, begin: int, at: int, end: int, stop: int, *, whole: tuple[int, int] | None) -> Found | None:
    direct = part_at(scan, end, stop)
    if direct is not None:
        return direct
    inside = [
        f
        for f in (*PARTS.all(scan.words, end, stop), *PARTS.all(scan.words, begin, at))
        if scan.group_at[f.first] is None and scan.thing_at[f.first] is None
    ]
    if not inside and whole is not None:
        inside = [f for f in PARTS.all(scan.words, *whole) if scan.group_at[f.first] is None]
    strong = [f for f in inside if f.tag not in {"réunion", "autre"}]
    return (strong or inside or [None])[0]  # type: ignore[list-item]


def _base(
    scan: Scan, line: _Line, days: tuple[date, ...], window: DayWindow | None, *, assumed: date | None, private: frozenset[int]
) -> HoursDraft:
    now = scan.hearing.now
    unsure: tuple[Field, ...] = ()
    if not days and window is None:
        days = (assumed or (now.date() - timedelta(days=1) if now.hour < NIGHT_ENDS else now.date()),)
        unsure = (Field.DAY,)
    mention = line.time
    if mention.kind is TimeKind.DURATION and mention.by_convention and not mention.sure:
        unsure += (Field.MINUTES,)
    spans = [Span(field=Field.MINUTES, start=mention.start, end=mention.end)]
    what = None
    if line.part is not None:
        spans.append(Span(field=Field.PART, start=scan.words[line.part.first].start, end=scan.words[line.part.last - 1].end))
        what = _what(scan, line, private)
    where = read_where(scan, [(line.first, line.last)])
    if where is not None and private.intersection(range(where.first, where.last)):
        where = None
    return HoursDraft(
        minutes=length_of(mention, days[0] if days else now.date(), scan),
        minutes_by_convention=mention.by_convention,
        days=days,
        day_window=window,
        part=Part(line.part.tag) if line.part is not None else None,
        what=what,
        place_id=where.place_id if where else None,
        place_said=where.said if where else None,
        commune=where.commune if where else None,
        unsure=unsure,
        spans=tuple(spans),
    )


def _what(scan: Scan, line: _Line, private: frozenset[int]) -> str | None:
    assert line.part is not None
    j = line.part.first
    end = max(line.last, line.part.last)
    while (
        j < end
        and scan.time_at[j] is None
        and scan.person_at[j] is None
        and scan.group_at[j] is None
        and scan.sign(j) not in {",", ".", ";", "\n", "(", ":"}
    ):
        j += 1
    while j > line.part.last and scan.fold(j - 1) in LINKS | {"avec", "et"}:
        j -= 1
    return told(scan, line.part.first, max(j, line.part.last), private) or None


def _days(scan: Scan, first: int, last: int) -> tuple[tuple[date, ...], DayWindow | None]:
    """The days told, past or of today; a day that belongs to a group's meeting still to come is none."""
    today = scan.hearing.now.date()
    days: list[date] = []
    window: DayWindow | None = None
    for mention in mentions_in(scan, [(first, last)]):
        if mention.kind in {TimeKind.DURATION, TimeKind.RECURRENCE, TimeKind.VAGUE} and mention.days is None:
            continue
        past = mention.toward("past")
        if past.days is None or past.days.first > today or _of_group(scan, mention):
            continue
        if past.days.single or past.kind in {TimeKind.INTERVAL, TimeKind.MOMENT, TimeKind.PART_OF_DAY}:
            if past.bare_weekday and past.weekday == today.isoweekday() and days:
                days.append(today)
            else:
                days.append(past.days.first)
        elif window is None:
            window = DayWindow(first=past.days.first, last=past.days.last)
    if days and window is not None:
        inside = [_into(window, d) for d in days]
        days = [d for d in inside if d is not None] or days
        window = None
    return tuple(dict.fromkeys(days)), window


def _into(window: DayWindow, day: date) -> date | None:
    """The day of that weekday in a week told: « semaine dernière : lundi mardi »."""
    if window.first <= day <= window.last:
        return day
    same = [window.first + timedelta(days=k) for k in range((window.last - window.first).days + 1)]
    return next((d for d in same if d.isoweekday() == day.isoweekday()), None) if len(same) <= 7 else None


def _of_group(scan: Scan, mention: TimeMention) -> bool:
    """« préparer le GT de mardi », « pour la journée du 1er décembre »: the day of something else."""
    first = scan.span_of(mention)[0]
    before = first - 1
    if scan.fold(first) in {"de", "du", "d"} or scan.fold(before) in {"de", "du", "d"}:
        if scan.fold(before) in {"de", "du", "d"}:
            before -= 1
        if before >= 0 and (
            scan.group_at[before] is not None
            or scan.fold(before) in {"reunion", "reu", "journee", "gt", "copil", "cotech", "rdv", "forum", "pleniere"}
        ):
            return any(f.tag == "préparation" for f in PARTS.all(scan.words, 0, first))
    return False


def _common_days(scan: Scan, lines: list[_Line], first: int, last: int) -> tuple[date, ...]:
    """Several days told once for all lengths: « lundi mardi et jeudi, 1h à chaque fois »."""
    if len(lines) != 1:
        return ()
    days, _ = _days(scan, first, last)
    if _EACH.first(scan.words, first, last) is None and len(days) < 2:
        return ()
    return days


def _groups(scan: Scan, first: int, last: int) -> tuple[int, ...]:
    best: tuple[int, ...] = ()
    strength = 0
    for i in range(first, last):
        group = scan.group_at[i]
        if group is not None and group.first == i and group.strength > strength:
            best, strength = group.ids, group.strength
    return best


def _for_people(
    scan: Scan, line: _Line, base: HoursDraft, *, whole: tuple[int, int] | None, before: list[HoursDraft], private: frozenset[int]
) -> list[HoursDraft]:
    first, last = whole or (line.first, line.last)
    author = scan.hearing.author_id
    counted = _count(scan, first, last, line)
    if counted is not None:
        return [counted_draft(base, counted)]
    people: list[HoursDraft] = []
    instead = False
    with_author = any(scan.fold(i) in _SELF and title_of(scan.words, i) is None for i in range(first, last))
    i = first
    while i < last:
        person = scan.person_at[i]
        if person is None or person.first != i:
            name = _stranger(scan, i, first, last) if i not in private else None
            if name is not None:
                instead = instead or not _accompanies(scan, i)
                span = Span(field=Field.PERSON, start=scan.words[i].start, end=scan.words[name - 1].end)
                people.append(replace(base, person_said=scan.slice(i, name), spans=(*base.spans, span)))
            i = name or i + 1
            continue
        structures, beyond = structure_beside(scan, person.last)
        ids = choose_people(person.ids, scan.index, structures=structures, group_id=base.group_id, author_id=None)
        if author in ids and (len(ids) == 1 or person.ids == (author,)):
            with_author = True
        else:
            ids = tuple(p for p in ids if p != author)
            if not people and (scan.fold(i - 1) in _INSTEAD or not _accompanies(scan, i)):
                instead = True
            span = Span(field=Field.PERSON, start=person.start, end=person.end)
            bearer = replace(
                base,
                person_id=ids[0] if len(ids) == 1 else None,
                person_said=person.said,
                person_candidates=ids[:8] if len(ids) > 1 else (),
                spans=(*base.spans, span),
            )
            people.append(bearer)
        i = max(beyond, i + 1)
    mine = replace(base, person_id=author)
    people = list({p.person_id or p.person_candidates or p.person_said: p for p in reversed(people)}.values())[::-1]
    if not people:
        return [_of_the_same(base, before[-1])] if before and before[-1].person_id != author and not with_author else [mine]
    return people if instead and not with_author else [mine, *people]


def _of_the_same(base: HoursDraft, before: HoursDraft) -> HoursDraft:
    """« Karim a fait 2h de route et 1h de préparation »: the second length is told of the same one."""
    return replace(
        base,
        person_id=before.person_id,
        person_said=before.person_said,
        person_candidates=before.person_candidates,
        structure_id=before.structure_id,
        count=before.count,
    )


def _stranger(scan: Scan, i: int, first: int, last: int) -> int | None:
    """The word after the name of somebody unknown whose hours are told at word i: « par Josette Dupuis », « Josette : 2h »."""
    name = stranger_at(scan, i, last)
    if name is None or (title_of(scan.words, i) is None and scan.fold(i) not in FIRST_NAMES):
        return None
    opens = i == first or scan.sign(i - 1) in {",", ";", "\n", ":", "+", "&", "(", "-", "–", "."}
    told = opens or scan.fold(i - 1) in {
        "par",
        "pour",
        "pr",
        "avec",
        "et",
        "plus",
        "que",
        "binome",
        "note",
        "ajoute",
        "mets",
        "compte",
        "a",
    }
    before = scan.fold(i - 2)
    of = scan.fold(i - 1) in {"de", "d"} and (scan.time_at[i - 2] is not None or before in _PART_WORDS)
    return name if told or of else None


def _accompanies(scan: Scan, i: int) -> bool:
    """Whether a name joins the author: « avec Thomas »."""
    j = i - 1
    while j >= 0 and (
        scan.person_at[j] is not None or scan.fold(j) in {"et", "mme", "m", "dr", "le", "la", "l"} or scan.sign(j) in {",", "."}
    ):
        j -= 1
    return scan.fold(j) in {"avec", "plus", "binome"} or scan.sign(j) == "+"


def _count(scan: Scan, first: int, last: int, line: _Line) -> tuple[int, str | None, int | None] | None:
    """« 4 bénévoles x 2h », « 3 habitants, 2h chacun »: how many, what they are called, their structure."""
    for i in range(first, last):
        number = number_value(scan, i)
        if number is None or scan.fold(i - 1) in {"axe", "x"}:
            continue
        value, _, after_number = number
        noun = staff_noun(scan, after_number) or everyone_noun(scan, after_number)
        if noun is None and not (scan.words[after_number].is_word if after_number < last else False):
            continue
        end = noun or after_number + 1
        j = end
        while scan.fold(j) in {"de", "du", "des", "la", "l", "d"}:
            j += 1
        thing = scan.thing_at[j] if j < last else None
        structure = thing.structures[0] if thing is not None and len(thing.structures) == 1 and j > end else None
        beyond = thing.last if structure is not None and thing is not None else end
        near = (
            any(scan.fold(k) in {"x", "×", "chacun", "chacune", "ont", "*"} for k in range(beyond, min(last, beyond + 5)))
            or scan.sign(beyond) in {"x", "×", "*"}
            or line.at - beyond in {0, 1}
            or _EACH.first(scan.words, first, last)
        )
        if value > 1 and near:
            return value, scan.slice(after_number, end), structure
    return None


def counted_draft(base: HoursDraft, counted: tuple[int, str | None, int | None]) -> HoursDraft:
    """Hours of several unnamed people."""
    value, said, structure = counted
    return replace(base, count=value, person_said=said, structure_id=structure, person_id=None)
