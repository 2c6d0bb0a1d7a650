"""What a sentence says of a card of the agenda, or of what it has just changed: « non, 15h », « annule aussi celui du 12 »."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.actions import plans as acts
from bot.actions.in_hand import agenda_just_shown
from bot.domain.agenda import AgendaLine
from bot.domain.drafts import Draft
from bot.domain.near_days import PLANNED_AHEAD, fits
from bot.domain.plans import Plan, PlanContent, PlanState, planned
from bot.domain.recurrence import Limits
from bot.domain.requests import Hearing, PlanDeed, PlanMeeting, Spot
from bot.texts import plans
from bot.understanding.follow_ups import may_stay, read_follow_up, read_stays
from bot.understanding.plan_changes import read_giving_up, read_plan_change
from bot.understanding.reader import read
from handlers import plans as plan_buttons
from handlers.last_touched import Thing, is_last
from handlers.plans import not_all_read, proposed, show
from handlers.replies import Reply
from handlers.room import Room

IN_HAND = timedelta(hours=1)  # how long a sentence may still be meant for a card of the agenda


def days_planned(room: Room) -> frozenset[tuple[int, date]]:
    """The groups and days of what waits in the agenda, as far as a day said without its month can be."""
    return room.work.meetings.planned_days(first=room.today - PLANNED_AHEAD, last=room.today + PLANNED_AHEAD)


def read_own(room: Room) -> bool:
    """Whether the sentence, taken by itself, plans a meeting of a group."""
    said = read(room.visit.text, Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    return isinstance(said, PlanMeeting) and said.deed is PlanDeed.PLAN and said.group_id is not None


def in_hand(room: Room, draft: Draft | None) -> Plan | None:
    """The plan of which she may be speaking: open or just kept, and she has touched no other card since."""
    plan = _newest(room, PlanState.PROPOSED, PlanState.KEPT)
    return plan if plan is not None and is_last(room, Thing.PLAN, plan.touched_at, draft) else None


def _newest(room: Room, *states: PlanState) -> Plan | None:
    """Her card of the agenda in one of these states that was touched last, while a sentence may be meant for it."""
    found = [room.work.plans.last_of(room.account.id, state) for state in states]
    plan = max((one for one in found if one is not None), key=lambda one: (one.touched_at, one.id), default=None)
    return plan if plan is not None and room.now - plan.touched_at <= IN_HAND else None


def stays(room: Room, draft: Draft | None) -> Reply | None:
    """« non laisse le 8 », said of an open card of the agenda after another one was touched, or of the one just given up."""
    if not may_stay(room.visit.text):
        return None
    plan = _newest(room, PlanState.PROPOSED, PlanState.KEPT, PlanState.DROPPED)
    if plan is None or plan.content.deed is PlanDeed.PLAN or plan.state is PlanState.KEPT:
        return None
    if plan.state is PlanState.PROPOSED:
        return _stays(room, plan, dated=True)
    if not is_last(room, Thing.PLAN, plan.touched_at, draft):
        return None
    stays = read_giving_up(room.visit.text) == "keeps" or _stands(room, plan, dated=False)
    return Reply(text=plans.left(plan.content, room.names, today=room.today, head=plans.STOOD)) if stays else None


def told(room: Room, plan: Plan) -> Reply | None:
    """What a sentence changes of that card, or of what it has just put in the agenda; None when it speaks of something else."""
    return _given_up(room, plan) or _stays(room, plan) or _of_card(room, plan) or _follow_up(room, plan)


def of_shown_agenda(room: Room) -> Reply | None:
    """« annule celui de mai », said straight after the agenda of a group."""
    if not any(word in room.visit.text.casefold() for word in ("celui", "celle")):
        return None
    group = agenda_just_shown(room.work, room.account, update_id=room.visit.update_id, now=room.now)
    return _another_of(room, group, cancelled=False) if group is not None else None


def _given_up(room: Room, plan: Plan) -> Reply | None:
    """« laisse tomber », « finalement non », « on la garde »; « annule » is asked back: it may be what the card does."""
    said, deed = read_giving_up(room.visit.text), plan.content.deed
    if said is None or (said == "no" and deed is not PlanDeed.CANCEL) or (said == "keeps" and deed is PlanDeed.PLAN):
        return None
    if plan.state is PlanState.KEPT:
        return _taken_back(room, plan) if said == "keeps" else None
    if said != "deed":
        return _left(room, plan)
    if deed is PlanDeed.CANCEL:
        card = show(room, plan, in_place=False)
        return card if plan.asked is not None else replace(card, text=f"{plans.which_way(plan.content)}\n\n{card.text}")
    return _left(room, plan) if deed is PlanDeed.MOVE else None


def _left(room: Room, plan: Plan) -> Reply:
    """The card is put away, and what it was about stays as it was."""
    gone = acts.give_up(room.work, plan, now=room.now)
    return Reply(text=plans.left(gone.content, room.names, today=room.today), retire=room.home.plan_cards.get(plan.id))


def _taken_back(room: Room, plan: Plan) -> Reply:
    """What its ✅ did is undone, as ↩︎ does it; said below the sentence."""
    return replace(plan_buttons.undone(room, plan.id), in_place=False, retire=room.home.plan_cards.get(plan.id), toast=None)


def _stays(room: Room, plan: Plan, *, dated: bool = False) -> Reply | None:
    """« finalement on garde celui du 8 »: its card is given up, or what it did is taken back."""
    if not _stands(room, plan, dated=dated):
        return None
    return _taken_back(room, plan) if plan.state is PlanState.KEPT else _left(room, plan)


def _stands(room: Room, plan: Plan, *, dated: bool) -> bool:
    """Whether the sentence lets the meeting of that card stay as it was; `dated`: it has to name its day."""
    content = plan.content
    if content.deed is PlanDeed.PLAN or content.before is None or content.before.day is None:
        return False
    said = read_stays(room.visit.text, Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    if said is None or _names_another(said, content) or (dated and said.on is None):
        return False
    if said.on is not None and not fits(said.near, said.on, content.before.day):
        return False
    return content.deed is not PlanDeed.MOVE or said.on is None or said.on != planned(content).day  # « on garde le 15 », to which it moves


def _follow_up(room: Room, plan: Plan) -> Reply | None:
    """« annule celui du 13 août aussi »: another meeting of the group of which the card speaks."""
    if plan.content.group_id is None:
        return None
    return _another_of(room, plan.content.group_id, cancelled=plan.content.deed is PlanDeed.CANCEL)


def _another_of(room: Room, group_id: int, *, cancelled: bool) -> Reply | None:
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id, planned=days_planned(room))
    said = read_follow_up(room.visit.text, hearing, room.index, group_id=group_id, cancelled=cancelled)
    return proposed(room, said) if said is not None else None


def _of_card(room: Room, plan: Plan) -> Reply | None:
    """What changes the card itself, or what it has just put in the agenda."""
    of_series = plan.content.rule is not None
    deed = plan.content.deed if of_series or plan.state is PlanState.PROPOSED else PlanDeed.MOVE
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    said = read_plan_change(room.visit.text, hearing, room.index, deed=deed, over_series=of_series)
    if said is None or _tells_another(said, plan.content) or _spares_another(said, plan.content):
        return None
    own = _of_its_own(room, plan.content, said, hearing)
    if own is not None:
        return proposed(room, own)
    if plan.state is PlanState.KEPT and of_series:
        return _of_kept_series(room, plan, said)
    if plan.state is PlanState.KEPT:
        return _again(room, plan, said)
    if deed is PlanDeed.PLAN and plan.content.group_id is not None and _names_another(said, plan.content) and _tells_when(said):
        return proposed(room, said)  # « plénière le 14 juillet à 9h »: a meeting of its own
    content = _with(room, plan, said)
    if content is None:
        return None
    changed = acts.change(room.work, room.account, plan, content=content, now=room.now)
    return not_all_read(show(room, changed, in_place=False), said, content)


def _of_its_own(room: Room, content: PlanContent, said: PlanMeeting, hearing: Hearing) -> PlanMeeting | None:
    """« copil le 12 à 18h aussi »: one more meeting; over one that goes, « copil le 12 à 18h » too, where none stands at that hour."""
    named = said.group_id is not None or bool(said.group_candidates)
    if content.rule is not None or said.rule is not None or not (said.also or named):
        return None
    if content.deed is PlanDeed.CANCEL:
        there = said.spot.starts is None or any(line.starts == said.spot.starts for line in _standing(room, content, said))
        told = read_plan_change(room.visit.text, hearing, room.index, deed=PlanDeed.PLAN) if not there else None
    else:
        one_more = said.also and (content.deed is PlanDeed.PLAN or said.spot.starts is not None)
        told = replace(said, deed=PlanDeed.PLAN, spot=_target(said), on=None, near=None) if one_more else None
    if told is None or told.spot.day is None:
        return None
    return told if named else replace(told, group_id=content.group_id, title=content.title)


def _standing(room: Room, content: PlanContent, said: PlanMeeting) -> tuple[AgendaLine, ...]:
    """What the group has on the day that is told."""
    group = said.group_id or content.group_id
    return acts.lines_she_may_change(room.work, room.account, replace(said, group_id=group), today=room.today)


def _again(room: Room, plan: Plan, said: PlanMeeting) -> Reply | None:
    """« non, 15h », said of what ✅ has just planned: a card that moves it."""
    cancelled = plan.content.deed is PlanDeed.CANCEL
    if len(plan.changed) != 1 or cancelled or said.group_id is not None or _names_another(said, plan.content) or said.rule is not None:
        return None
    meeting = plan.changed[0].meeting_id
    again = acts.propose_change(room.work, room.account, meeting, deed=PlanDeed.MOVE, update_id=room.visit.update_id, now=room.now)
    content = acts.with_told(again.content, replace(said, on=None, spot=_target(said)), now=room.now_there)
    return show(room, acts.change(room.work, room.account, again, content=content, now=room.now), in_place=False)


def _of_kept_series(room: Room, plan: Plan, said: PlanMeeting) -> Reply | None:
    """« sauf le 15 », said of a series that ✅ has just planned: that one is cancelled on a card; any other limit is told anew."""
    limits = said.limits
    if limits is None or said.group_id is not None or said.group_candidates or said.rule is not None or said.spot != Spot():
        return None
    days = limits.without[0] if len(limits.without) == 1 and limits == Limits(without=limits.without) else None
    lines = room.work.meetings.agenda(first=days.first, last=days.last, series_id=plan.series_id) if days and plan.series_id else ()
    if len(lines) != 1:
        return Reply(text=plans.SERIES_IS_KEPT)
    one = acts.propose_change(room.work, room.account, lines[0].id, deed=PlanDeed.CANCEL, update_id=room.visit.update_id, now=room.now)
    return show(room, one, in_place=False)


def _with(room: Room, plan: Plan, said: PlanMeeting) -> PlanContent | None:
    content = plan.content
    if content.deed is not PlanDeed.PLAN and (content.meeting_id is None or said.group_id is not None or said.among is not None):
        return _meant(room, plan, said)
    if content.deed is PlanDeed.CANCEL and said.on is not None and not said.whole_series:
        return _meant(room, plan, said)
    if said.group_id is not None or said.group_candidates:
        content = replace(content, group_id=said.group_id, group_candidates=said.group_candidates, title=None)
    if content.deed is PlanDeed.CANCEL:
        return replace(content, whole_series=said.whole_series and content.series_id is not None) if said.whole_series else None
    said = replace(said, spot=_target(said))
    if content.deed is PlanDeed.MOVE and (said.shift_days or said.shift_months or said.shift_minutes):
        content = replace(content, spot=Spot(), shift_days=0, shift_months=0, shift_minutes=0)
    elif content.deed is PlanDeed.MOVE and said.spot.day is not None:
        content = replace(content, shift_days=0, shift_months=0)
    return acts.as_before(room.work, acts.with_told(content, said, now=room.now_there), said, today=room.today)


def _names_another(said: PlanMeeting, content: PlanContent) -> bool:
    """Whether a group is named, and not that of the card."""
    named = {said.group_id, *said.group_candidates} - {None}
    return bool(named) and content.group_id not in named


def _tells_another(said: PlanMeeting, content: PlanContent) -> bool:
    """« le GT Diabète sera à 15h »; over a meeting that moves or goes, « GT Diabète tous les mardis », « GT Diabète mardi à 10h »."""
    if content.deed is PlanDeed.PLAN or said.stated:
        return said.stated and _names_another(said, content)
    named = said.group_id is not None or bool(said.group_candidates)
    timed = said.spot.starts is not None and content.meeting_id is not None
    return (named and said.rule is not None) or (timed and _names_another(said, content))


def _spares_another(said: PlanMeeting, content: PlanContent) -> bool:
    """« pas de GT Nutrition en avril », said over the series of another group."""
    left_out = said.limits is not None and bool(said.limits.off_months or said.limits.without)
    return left_out and said.rule is None and _names_another(said, content)


def _tells_when(said: PlanMeeting) -> bool:
    return _target(said).day is not None or said.window is not None or said.rule is not None


def _target(said: PlanMeeting) -> Spot:
    """A day told alone is the one to come, even told by « du »."""
    return said.spot if said.spot.day is not None or said.on is None else replace(said.spot, day=said.on)


def _meant(room: Room, plan: Plan, said: PlanMeeting) -> PlanContent | None:
    """Which planned meeting she means: « celui de jeudi », « le GT Nutrition »."""
    ids = set(plan.content.meeting_candidates)
    group = said.group_id or (plan.content.group_id if not ids else None)
    day = said.on or said.spot.day
    request = replace(said, group_id=group, on=day if said.near is None else None, among=said.among or said.window)
    there = acts.lines_she_may_change(room.work, room.account, request, today=room.today)
    lines = [line for line in there if (not ids or line.id in ids) and (day is None or fits(said.near, day, line.day))]
    if not lines:
        return None
    meant = acts.about(room.work, plan.content, acts.planned_meeting(room.work, lines[0].id), today=room.today)
    if plan.content.deed is not PlanDeed.MOVE or said.on is None or said.spot == Spot():
        return meant
    afresh = replace(meant, spot=Spot(), shift_days=0, shift_months=0, shift_minutes=0)
    return acts.with_told(afresh, said, now=room.now_there)  # « celui du 19 c'est le 24 » tells both
