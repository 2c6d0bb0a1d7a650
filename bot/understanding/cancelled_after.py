"""A planned meeting told afterwards not to have been: « GT Diabète de jeudi : c'était annulé », « copil pas eu lieu »."""

from __future__ import annotations

from datetime import date

from bot.domain.requests import PlanDeed, PlanMeeting
from bot.understanding.after_meetings import Said, read_answer
from bot.understanding.groups import GroupMention
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.when import mentions_in

_PAST = words_of("after_meetings", "was_off")
_SIGNS = " ,:;.–-"


def cancelled_after(scan: Scan, group: GroupMention) -> PlanMeeting | None:
    """The cancelling of the meeting that stood; None where anything else is told, no day of it is known, or it is still to come."""
    if not _PAST & set(scan.folds) or any(scan.folds[i].startswith("prochain") for i in range(len(scan))):
        return None
    mentions = [m for m in mentions_in(scan, [(group.last, len(scan))]) if m.days_toward("past") is not None]
    end = scan.words[group.last - 1].end
    if mentions and (len(mentions) > 1 or scan.span_of(mentions[0])[0] > group.last + 1):
        return None
    rest = scan.text[max(end, mentions[0].end if mentions else end) :].strip(_SIGNS)
    said = read_answer(rest)
    if said is None or said.answer is not Said.CANCELLED or not said.clear:
        return None
    days = mentions[0].days_toward("past") if mentions else None
    if days is not None and not days.single:
        return None
    on = days.first if days is not None else _last_planned(scan, group)
    if on is None or on > scan.hearing.now.date():
        return None
    alone = len(group.ids) == 1
    return PlanMeeting(deed=PlanDeed.CANCEL, group_id=group.ids[0] if alone else None, group_candidates=() if alone else group.ids, on=on)


def _last_planned(scan: Scan, group: GroupMention) -> date | None:
    """The last day on which that group was to meet, as far as is heard of."""
    today = scan.hearing.now.date()
    return max((day for group_id, day in scan.hearing.planned if group_id in group.ids and day <= today), default=None)
