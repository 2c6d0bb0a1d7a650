"""Whether a message changes the attendance of a meeting kept before, and how."""

from __future__ import annotations

from bot.domain.requests import UpdateAttendance
from bot.understanding.counts import find_headcount
from bot.understanding.groups import Strength, ordered_for
from bot.understanding.lengths import lasts
from bot.understanding.meeting_names import choose_group
from bot.understanding.privacy import private_words
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.update_cues import announces_change, behind_not, new_total, now_total
from bot.understanding.update_lists import changed_people, ordered
from bot.understanding.when import Ranges, mentions_in, read_when


def read_update(scan: Scan) -> UpdateAttendance | None:
    """The change of attendance that a message asks for; None if it asks for none."""
    whole: Ranges = [(0, len(scan))]
    if not announces_change(scan) or any(lasts(m) for m in mentions_in(scan, whole)):
        return None
    group = choose_group(scan, whole)
    sigle = group is not None and len(group.ids) == 1 and scan.sign(group.first).isupper() and len(scan.sign(group.first)) >= 3
    if group is not None and group.strength < Strength.HINTED and not sigle:
        group = None
    when = read_when(scan, whole, durations=False)
    headcount = find_headcount(scan, whole)
    versus = new_total(scan)
    if versus is None:
        versus = now_total(scan)
    total = versus if versus is not None else headcount.value if headcount is not None else None
    skipped = frozenset(private_words(scan)) | (frozenset(range(headcount.first, headcount.last)) if headcount is not None else frozenset())
    group_id = group.ids[0] if group is not None and len(group.ids) == 1 else None
    skipped |= behind_not(scan)
    if headcount is not None and versus is None and ordered(scan, headcount.first):
        total = None  # « ajoute 3 personnes » is no total
    add, remove, away = changed_people(scan, RollSetting(group_id=group_id, skipped=skipped))
    if total is None and not (add or remove or away):
        return None
    return UpdateAttendance(
        group_id=group_id,
        group_candidates=ordered_for(group.ids, scan.hearing.author_id, scan.index) if group is not None and group_id is None else (),
        day=when.day,
        which="date" if when.day is not None else "last",
        add=add,
        remove=remove,
        away=away,
        headcount=total,
        privacy_warning=bool(private_words(scan)),
    )
