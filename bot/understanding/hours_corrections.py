"""What a correction changes in the hours of an open card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.contributions import Part
from bot.domain.drafts import Field, HoursDraft
from bot.understanding.choosing import choose_people
from bot.understanding.groups import ordered_for
from bot.understanding.lengths import length_of, more_or_less, part_at, parts_in
from bot.understanding.lexicon_files import table
from bot.understanding.meeting_names import choose_group
from bot.understanding.pauses import pause_minutes
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.turns import plainly_corrects
from bot.understanding.when import Ranges, mentions_in, read_when


def is_denied(scan: Scan, i: int) -> bool:
    """« pas Karim Haddad », « ce n'est pas Sophie »."""
    j = i - 1
    while j >= 0 and scan.fold(j) in {"le", "la", "l", "mme", "m", "dr"}:
        j -= 1
    return scan.fold(j) in {"pas", "non"} and scan.sign(j + 1) != ","


_LONGEST_REMARK = 10  # words
_DENIES = PhraseTable({"denies": table("turns")["denies"]["words"]})


def _not_denied(scan: Scan) -> Ranges:
    """The words of a message less the times that it denies: « pas hier, lundi », « 3h et pas 2h »."""
    ranges: Ranges = [(0, len(scan))]
    for cue in _DENIES.all(scan.words):
        i = cue.last + (scan.fold(cue.last) in {"le", "la", "l", "de", "c", "du"} and scan.time_at[cue.last] is None)
        time = scan.time_at[i]
        if time is not None:
            last = scan.span_of(time)[1]
            ranges = [r for a, b in ranges for r in ((a, min(b, cue.first)), (max(a, last), b)) if r[0] < r[1]]
    return ranges


def _minutes(scan: Scan, ranges: Ranges, hours: HoursDraft, today: date) -> tuple[int | None, bool]:
    """How long it was as told now, « une heure de plus » and pauses counted; None where no length is told."""
    told = mentions_in(scan, ranges)
    pauses = sum(pause_minutes(scan, m) or 0 for m in told)
    lengths = [
        m for m in told if pause_minutes(scan, m) is None and (m.kind is TimeKind.DURATION or (m.starts is not None and m.ends is not None))
    ]
    minutes = length_of(lengths[-1], hours.days[0] if hours.days else today, scan) if lengths else hours.minutes if pauses else None
    if minutes is None:
        return None, False
    if lengths and hours.minutes is not None and lengths[-1].kind is TimeKind.DURATION:
        minutes = more_or_less(scan, lengths[-1], hours.minutes) or minutes
    return (minutes - pauses if 0 < pauses < minutes else minutes), bool(lengths) and lengths[-1].by_convention


def correct_hours(scan: Scan, hours: HoursDraft) -> tuple[HoursDraft, tuple[Field, ...]]:
    """The hours of an open card as a message corrects them, and which fields changed."""
    changed: list[Field] = []
    whole = _not_denied(scan)
    if len(scan) > _LONGEST_REMARK and not plainly_corrects(scan) and scan.hearing.asked is None:
        return hours, ()  # so many words, and none of them corrects
    today = scan.hearing.now.date()
    minutes, by_convention = _minutes(scan, whole, hours, today)
    if minutes is not None:
        hours = replace(hours, minutes=minutes, minutes_by_convention=by_convention)
        changed.append(Field.MINUTES)
    when = read_when(scan, whole, durations=False)
    if when.impossible:
        unsure = (*(f for f in hours.unsure if f is not Field.DAY), Field.DAY)
        return replace(hours, days=(), day_window=None, unsure=unsure), (*changed, Field.DAY)
    if when.day is not None:
        hours, changed = replace(hours, days=(when.day,), day_window=None), [*changed, Field.DAY]
    group = choose_group(scan, whole)
    if group is not None:
        ids = ordered_for(group.ids, scan.hearing.author_id, scan.index)
        hours = replace(hours, group_id=ids[0] if len(ids) == 1 else None, group_candidates=ids if len(ids) > 1 else (), no_group=False)
        changed.append(Field.GROUP)
    whose = _whose(scan, hours)
    if whose is not None:
        hours, changed = whose, [*changed, Field.PERSON]
    part = part_at(scan, 0, len(scan)) or next(iter(parts_in(scan, 0, len(scan))), None)
    if part is not None:
        hours, changed = replace(hours, part=Part(part.tag)), [*changed, Field.PART]
    return replace(hours, unsure=tuple(f for f in hours.unsure if f not in changed)), tuple(changed)


def _whose(scan: Scan, hours: HoursDraft) -> HoursDraft | None:
    """The hours as those of whoever is named; None if nobody is."""
    people = [p for i in range(len(scan)) if (p := scan.person_at[i]) is not None and p.first == i and not is_denied(scan, i)]
    if not people:
        mine = any(scan.fold(i) == "moi" for i in range(len(scan)))
        return replace(hours, person_id=scan.hearing.author_id, person_said=None, person_candidates=()) if mine else None
    ids = choose_people(people[0].ids, scan.index, structures=(), group_id=hours.group_id, author_id=None)
    inside = tuple(p for p in ids if p in hours.person_candidates) or ids
    return replace(
        hours,
        person_id=inside[0] if len(inside) == 1 else None,
        person_said=people[0].said,
        person_candidates=inside[:8] if len(inside) > 1 else (),
    )
