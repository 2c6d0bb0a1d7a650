"""Whether a message changes the attendance of a meeting kept before, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attendance import Presence
from bot.domain.requests import UpdateAttendance
from bot.understanding.counts import Headcount, find_headcount
from bot.understanding.groups import GroupMention, Strength, ordered_for
from bot.understanding.lengths import lasts
from bot.understanding.meeting_names import choose_group
from bot.understanding.privacy import private_words
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.update_bare_totals import bare_total
from bot.understanding.update_cues import announces_change
from bot.understanding.update_lists import changed_people, ordered
from bot.understanding.update_stand_ins import is_past, stand_in_told, stood_for
from bot.understanding.update_totals import behind_not, new_total, now_total
from bot.understanding.when import Ranges, mentions_in, read_when
from bot.understanding.work import counts_for_another, orders_part

_WHOLE = frozenset({"total", "tout", "presents", "presentes"})


def read_update(scan: Scan) -> UpdateAttendance | None:
    """The change of attendance that a message asks for; None if it asks for none."""
    whole: Ranges = [(0, len(scan))]
    if not announces_change(scan) or any(lasts(m) for m in mentions_in(scan, whole)) or orders_part(scan) or counts_for_another(scan):
        return None
    group = _group(scan, whole)
    when = read_when(scan, whole, durations=False)
    instead = stand_in_told(scan)
    if instead is not None and not is_past(scan, instead, when):
        return None
    headcount, versus = find_headcount(scan, whole), _told_total(scan)
    total = versus if versus is not None else headcount.value if headcount is not None else None
    counted = frozenset(range(headcount.first, headcount.last)) if headcount is not None else frozenset[int]()
    skipped = frozenset(private_words(scan)) | counted | behind_not(scan)
    group_id = group.ids[0] if group is not None and len(group.ids) == 1 else None
    if headcount is not None and versus is None:
        apart = _in_brackets(scan, headcount.first, headcount.last)
        total = None if apart or ordered(scan, headcount.first) else total  # « ajoute 3 personnes »
        skipped = skipped - counted if apart else skipped
    setting = RollSetting(group_id=group_id, skipped=skipped)
    add, remove, away = changed_people(scan, setting) if bare_total(scan) is None else ((), (), ())
    if total is not None and (housed := _of_one_house(scan, headcount, add)) is not None:
        total, add = None, (housed,)
    away = away if instead is None else (*away, stood_for(scan, instead, group_id))
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


def _group(scan: Scan, whole: Ranges) -> GroupMention | None:
    """The group whose meeting is changed, if a message names one rather than its theme alone."""
    group = choose_group(scan, whole)
    if group is None or group.strength >= Strength.HINTED:
        return group
    sigle = len(group.ids) == 1 and scan.sign(group.first).isupper() and len(scan.sign(group.first)) >= 3
    return group if sigle else None


def _told_total(scan: Scan) -> int | None:
    """The total that a change says outright: « 9 pas 8 », « on passe à 9 », « compte 7 »."""
    versus = new_total(scan)
    now = now_total(scan) if versus is None else versus
    return bare_total(scan) if now is None else now


def _of_one_house(scan: Scan, headcount: Headcount | None, add: Sequence[Presence]) -> Presence | None:
    """The one structure that is added, with how many came from it: « la CAF était là aussi, 2 personnes »; None if that is a total."""
    alone = len(add) == 1 and add[0].structure_id is not None and add[0].person_id is None and add[0].count == 1
    if headcount is None:
        return None
    bare = scan.number_at[headcount.first] is not None and scan.sign(headcount.first - 1) in {",", ":", "-", "–"}
    told = any(t is not None and t.structures for t in scan.thing_at[: headcount.first])
    whole = any(scan.fold(k) in _WHOLE for k in range(headcount.first, min(len(scan), headcount.last + 3)))
    return replace(add[0], count=headcount.value) if alone and bare and told and not whole else None


def _in_brackets(scan: Scan, first: int, last: int) -> bool:
    """« l'école Mandajors (2 personnes) »: how many came from there, no total."""
    before = first - 2
    beside = before >= 0 and scan.words[before].is_word and scan.time_at[before] is None and scan.group_at[before] is None
    whole = any(scan.fold(k) in _WHOLE for k in range(first, min(len(scan), last + 3)))
    return scan.sign(first - 1) == "(" and beside and not whole
