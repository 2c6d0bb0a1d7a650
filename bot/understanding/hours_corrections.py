"""What a correction changes in the hours of an open card."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.contributions import Part
from bot.domain.drafts import Field, HoursDraft
from bot.understanding.choosing import choose_people
from bot.understanding.groups import ordered_for
from bot.understanding.lengths import length_of, part_at, parts_in
from bot.understanding.meeting_names import choose_group
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.when import Ranges, mentions_in, read_when


def is_denied(scan: Scan, i: int) -> bool:
    """« pas Karim Haddad », « ce n'est pas Sophie »."""
    j = i - 1
    while j >= 0 and scan.fold(j) in {"le", "la", "l", "mme", "m", "dr"}:
        j -= 1
    return scan.fold(j) in {"pas", "non"} and scan.sign(j + 1) != ","


def correct_hours(scan: Scan, hours: HoursDraft) -> tuple[HoursDraft, tuple[Field, ...]]:
    """The hours of an open card as a message corrects them, and which fields changed."""
    changed: list[Field] = []
    whole: Ranges = [(0, len(scan))]
    today = scan.hearing.now.date()
    lengths = [m for m in mentions_in(scan, whole) if m.kind is TimeKind.DURATION or (m.starts is not None and m.ends is not None)]
    if lengths:
        minutes = length_of(lengths[-1], hours.days[0] if hours.days else today, scan)
        hours = replace(hours, minutes=minutes, minutes_by_convention=lengths[-1].by_convention)
        changed.append(Field.MINUTES)
    when = read_when(scan, whole, durations=False)
    if when.day is not None:
        hours, changed = replace(hours, days=(when.day,), day_window=None), [*changed, Field.DAY]
    group = choose_group(scan, whole)
    if group is not None:
        ids = ordered_for(group.ids, scan.hearing.author_id, scan.index)
        hours = replace(hours, group_id=ids[0] if len(ids) == 1 else None, group_candidates=ids if len(ids) > 1 else (), no_group=False)
        changed.append(Field.GROUP)
    people = [p for i in range(len(scan)) if (p := scan.person_at[i]) is not None and p.first == i and not is_denied(scan, i)]
    if people:
        ids = choose_people(people[0].ids, scan.index, structures=(), group_id=hours.group_id, author_id=None)
        inside = tuple(p for p in ids if p in hours.person_candidates) or ids
        hours = replace(
            hours,
            person_id=inside[0] if len(inside) == 1 else None,
            person_said=people[0].said,
            person_candidates=inside[:8] if len(inside) > 1 else (),
        )
        changed.append(Field.PERSON)
    elif any(scan.fold(i) == "moi" for i in range(len(scan))):
        hours, changed = replace(hours, person_id=scan.hearing.author_id, person_said=None, person_candidates=()), [*changed, Field.PERSON]
    part = part_at(scan, 0, len(scan)) or next(iter(parts_in(scan, 0, len(scan))), None)
    if part is not None:
        hours, changed = replace(hours, part=Part(part.tag)), [*changed, Field.PART]
    return replace(hours, unsure=tuple(f for f in hours.unsure if f not in changed)), tuple(changed)
