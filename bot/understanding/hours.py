"""Whose hours a message tells, how long, on what, for which group and which day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.contributions import Part
from bot.domain.drafts import DayWindow, Field, HoursDraft, Span
from bot.domain.likely_hours import LONGEST_LIKELY
from bot.understanding.hours_by_person import given_to
from bot.understanding.hours_days import days_told, in_all, in_week, tells_beside, there_and_back, times_told, week_before
from bot.understanding.hours_groups import groups_told, partly_said
from bot.understanding.hours_labels import labelled_part
from bot.understanding.hours_lengths import (
    boundary,
    day_given,
    headed,
    heads_names,
    is_purpose,
    names_group_apart,
    of_one_day,
    one_of_each,
    part_done,
    taken_back_by_number,
    without_total,
)
from bot.understanding.hours_people import EACH, Line, for_people
from bot.understanding.hours_told_of import hours_given
from bot.understanding.impossible_days import names_no_day
from bot.understanding.lengths import LINKS, PARTS, after, axis_of, clock_as_length, lasts, less_pauses, part_at, takes_back
from bot.understanding.pauses import pause_minutes
from bot.understanding.phrases import Found
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.typed_places import told_town
from bot.understanding.typed_texts import told
from bot.understanding.unknown_groups import unknown_group
from bot.understanding.when import NIGHT_ENDS, mentions_in
from bot.understanding.where import Where, read_where
from bot.understanding.work import told_until, told_without_length

_A_DAY = 7 * 60
_LONGEST = 14 * 24 * 60  # minutes: past a fortnight a length is no entry (« enceinte de 7 mois »)


def read_hours(scan: Scan, first: int, last: int, *, group_ids: tuple[int, ...] = (), day: date | None = None) -> tuple[HoursDraft, ...]:
    """The hours told by words [first, last); a group or day of the meeting around them counts where they name none."""
    private = private_words(scan)
    lines = _lines(scan, first, last, private)
    own = groups_told(scan, first, last, around=bool(group_ids))
    axis = axis_of(scan, first, last)
    unknown = unknown_group(scan, first, last) if not own else None
    drafts: list[HoursDraft] = []
    common = _common_days(scan, lines, first, last)
    everybody = len(lines) == 1
    dated = [days_told(scan, line.first, line.last, meeting=day) for line in lines]
    dated = (
        [(in_week(week, days), window) for days, window in dated]
        if (week := week_before(scan, first, lines[0].at if len(lines) > 1 else first)) is not None
        else dated
    )
    carried, window = next((told for told in dated if told[0] or told[1]), ((), None))
    for line, (days, day_window) in zip(lines, dated, strict=True):
        if days or day_window:
            carried, window = days, day_window
        use, use_window = (common, None) if common else (carried, window)
        base = _base(scan, line, use, use_window, assumed=day, private=private)
        groups = groups_told(scan, line.first, line.last, around=bool(group_ids)) or own or group_ids
        base = replace(
            base,
            group_id=groups[0] if len(groups) == 1 else None,
            group_candidates=groups if len(groups) > 1 else (),
            group_said=scan.slice(*unknown) if unknown is not None and not groups else None,
            axis=axis,
            unsure=base.unsure + ((Field.GROUP,) if len(groups) == 1 and partly_said(scan, groups[0], first, last) else ()),
        )
        drafts += for_people(scan, line, base, whole=(first, last) if everybody else None, before=drafts, private=private)
    return of_one_day(lines, _of_one_group(drafts))


def _of_one_group(drafts: list[HoursDraft]) -> list[HoursDraft]:
    """Hours that may be of several groups are of the one that the others name: « Bilan CLS : 3h lundi, 1h mardi, copil CLS »."""
    named = {d.group_id for d in drafts if d.group_id is not None}
    if len(named) != 1:
        return drafts
    (group,) = named
    return [replace(d, group_id=group, group_candidates=()) if group in d.group_candidates else d for d in drafts]


def _lines(scan: Scan, first: int, last: int, private: frozenset[int]) -> list[Line]:
    lengths: list[tuple[TimeMention, int, int]] = []
    replaced: dict[int, Found | None] = {}  # what a length taken back was told of: « 2h de formation, non pardon 3h »
    for mention in mentions_in(scan, [(first, last)]):
        told_private = scan.span_of(mention)[0] in private
        if (
            told_private
            or pause_minutes(scan, mention) is not None
            or (mention.total_minutes or 0) > _LONGEST
            or not (lasts(mention) or clock_as_length(scan, mention))
            or (mention.kind is TimeKind.DURATION and not mention.total_minutes)
        ):
            continue
        at = max(first, scan.span_of(mention)[0])
        end = after(scan, mention)
        if lengths and scan.fold(end) in {"chacun", "chacune", "chaque"} and mention.total_minutes == lengths[-1][0].total_minutes:
            continue  # « 3h avec Sophie (3h chacune) »
        if _denied(scan, at) and (lengths or scan.fold(end) == "mais"):
            continue  # « 2h30 (et pas 2h) », « pas 2h mais 2h30 »
        if lengths and takes_back(scan, lengths[-1][2], at):
            _, _, told_before = lengths.pop()
            replaced[at] = part_at(scan, told_before, at)
        lengths.append((mention, at, end))
    lengths = hours_given(scan, taken_back_by_number(scan, lengths, last), last)
    lengths = without_total(scan, one_of_each(scan, lengths, last))
    lines: list[Line] = []
    counted = _counted_as(scan, first, last)
    begin = first
    if not lengths and told_without_length(scan):
        return [Line(None, first, first, told_until(scan, first, last), counted or next(iter(_strong_parts(scan, first, last)), None))]
    for k, (mention, at, end) in enumerate(lengths):
        stop = boundary(scan, end, lengths[k + 1][1]) if k + 1 < len(lengths) else last
        alone = (first, last) if len(lengths) == 1 else None
        part = counted or _told_after(scan, end, stop) or replaced.get(at) or _part(scan, begin, at, end, stop, whole=alone)
        lines.append(Line(mention, at, begin, stop, part))
        begin = stop
    _share_parts(scan, lines, headed(scan, lines))
    return lines


def _told_after(scan: Scan, end: int, stop: int) -> Found | None:
    return labelled_part(scan, end, stop) or part_at(scan, end, stop)


def _denied(scan: Scan, at: int) -> bool:
    """Whether « pas », « et non », « au lieu de », « plutôt que » stands before a length at word `at`."""
    one, two = scan.fold(at - 1), scan.fold(at - 2)
    return one == "pas" or (two, one) in {("et", "non"), ("plutot", "que"), ("lieu", "de"), ("lieu", "d")}


def _share_parts(scan: Scan, lines: list[Line], head: Found | None) -> None:
    """Gives a length told without what it was spent on that of the heading, of the next one which tells it, or of the one before."""
    told_ahead: list[Found | None] = [None]
    for line in reversed(lines):
        told_ahead.append(line.part or told_ahead[-1])
    before: Found | None = None
    for line, ahead in zip(lines, told_ahead[-2::-1], strict=True):
        if line.part is None:
            met = (
                len(lines) > 1
                and any(
                    (g := scan.group_at[i]) is not None and g.first == i and g.strength >= 3 and not (before and is_purpose(scan, g.first))
                    for i in range(line.first, line.last)
                )
                and not (ahead and heads_names(scan, line))
                and not (before and names_group_apart(scan, line))
                and not (before and given_to(scan, line.time))
            )
            line.part = head or (Found(line.at, line.at + 1, "réunion") if met else ahead or before)
        before = line.part or before


def _strong_parts(scan: Scan, first: int, last: int) -> list[Found]:
    found = [f for f in PARTS.all(scan.words, first, last) if scan.group_at[f.first] is None and scan.thing_at[f.first] is None]
    return [f for f in found if f.tag not in {"réunion", "autre"}] + found


def _counted_as(scan: Scan, first: int, last: int) -> Found | None:
    """« à compter en heures prépa »: the part said once for all."""
    heads = (k for k in range(first, last) if scan.fold(k) == "heures" and scan.fold(k - 1) in {"en", "comme", "des", "les"})
    return next((f for k in heads if (f := part_at(scan, k + 1, last)) is not None), None)


def _part(scan: Scan, begin: int, at: int, end: int, stop: int, *, whole: tuple[int, int] | None) -> Found | None:
    direct = part_at(scan, end, stop)
    if direct is not None:
        return direct
    done = part_done(scan, begin, at)
    if done is not None:
        return done
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
    scan: Scan, line: Line, days: tuple[date, ...], window: DayWindow | None, *, assumed: date | None, private: frozenset[int]
) -> HoursDraft:
    now = scan.hearing.now
    unsure: tuple[Field, ...] = ()
    if not days and window is not None and window.first <= now.date() <= window.last and 4 <= (window.last - window.first).days <= 6:
        days, window, unsure = (now.date(),), None, (Field.DAY,)  # « cette semaine 5h »: today is in it
    if not days and window is None and names_no_day(scan, [(line.first, line.last)]):
        unsure = (Field.DAY,)
    elif not days and window is None and not (assumed is None and tells_beside(scan, line.first, line.last)):
        days = (assumed or (now.date() - timedelta(days=1) if now.hour < NIGHT_ENDS else now.date()),)
        unsure = (Field.DAY,)
    mention = line.time
    if mention is None:
        whole = day_given(scan, line.first, line.last)
        if whole is not None:
            draft = HoursDraft(minutes=whole, minutes_by_convention=True, days=days, day_window=window, unsure=unsure)
            return _with_what(scan, line, draft, private)
        return _with_what(scan, line, HoursDraft(days=days, day_window=window, unsure=unsure), private)
    if mention.kind is TimeKind.DURATION and mention.by_convention and not mention.sure:
        unsure += (Field.MINUTES,)
    minutes = _minutes(scan, line, mention, days)
    if minutes is not None and minutes > LONGEST_LIKELY and days:
        unsure += (Field.MINUTES,)
    draft = HoursDraft(
        minutes=minutes,
        minutes_by_convention=mention.by_convention,
        days=days,
        day_window=window,
        unsure=unsure,
        spans=(Span(field=Field.MINUTES, start=mention.start, end=mention.end),),
    )
    return _with_what(scan, line, draft, private)


def _minutes(scan: Scan, line: Line, mention: TimeMention, days: tuple[date, ...]) -> int | None:
    """How long one of the days lasted: pauses left out, « 3 ateliers de 2h » and « aller, pareil au retour » counted."""
    now = scan.hearing.now
    minutes = less_pauses(scan, mention, (line.first, line.last), days[0] if days else now.date())
    whole = in_all(scan, line.at) or (
        mention.by_convention and mention.count == 1 and (minutes or 0) > _A_DAY
    )  # « une journée et demie lundi et mardi »
    if minutes is not None and len(days) > 1 and whole and minutes % len(days) == 0:
        minutes //= len(days)  # « lundi et jeudi : 6h au total »
    times = times_told(scan, line.at)
    if minutes is not None and mention.count == len(days) > 1:
        minutes //= mention.count  # « lundi, mardi, jeudi = 3 x 1h »
    elif minutes is not None and mention.count == 1 and times != len(days):
        minutes *= times  # « 3 ateliers de 2h »
    if minutes is not None and there_and_back(scan, after(scan, mention)):
        minutes *= 2
    return minutes


def _with_what(scan: Scan, line: Line, draft: HoursDraft, private: frozenset[int]) -> HoursDraft:
    """The draft with what the time was spent on, and where."""
    spans = list(draft.spans)
    where = read_where(scan, [(line.first, line.last)]) or told_town(scan, line.first, line.last)
    if where is not None and private.intersection(range(where.first, where.last)):
        where = None
    what = None
    if line.part is not None:
        spans.append(Span(field=Field.PART, start=scan.words[line.part.first].start, end=scan.words[line.part.last - 1].end))
        what = _what(scan, line, private, where)
    return replace(
        draft,
        part=Part(line.part.tag) if line.part is not None else None,
        what=what,
        place_id=where.place_id if where else None,
        place_said=where.said if where else None,
        commune=where.commune if where else None,
        spans=tuple(spans),
    )


def _what(scan: Scan, line: Line, private: frozenset[int], where: Where | None) -> str | None:
    """What the time was spent on, as typed, less the place where it was."""
    assert line.part is not None
    j = line.part.first
    end = max(line.last, line.part.last)
    if where is not None and where.last > where.first >= line.part.last:
        end = min(end, where.first)
    while (
        j < end
        and scan.time_at[j] is None
        and scan.person_at[j] is None
        and scan.group_at[j] is None
        and scan.sign(j) not in {",", ".", ";", "\n", "(", ":"}
    ):
        j += 1
    while j > line.part.last and scan.fold(j - 1) in LINKS | {"avec", "et", "chez", "aux", "dans", "vers"}:
        j -= 1
    return told(scan, line.part.first, max(j, line.part.last), private) or None


def _common_days(scan: Scan, lines: list[Line], first: int, last: int) -> tuple[date, ...]:
    """Several days told once for all lengths: « lundi mardi et jeudi, 1h à chaque fois »."""
    if len(lines) != 1:
        return ()
    days, _ = days_told(scan, first, last)
    if EACH.first(scan.words, first, last) is None and len(days) < 2:
        return ()
    return days
