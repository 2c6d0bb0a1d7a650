"""How the agenda is changed: « prochain GT mardi 8 à 14h », « reporte… », « annule… », its card, ✅ and ↩︎."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import plans as acts
from bot.actions.chosen_dates import opened_again
from bot.actions.planned_meetings import keep_plan, signals, undo_plan
from bot.domain.drafts import Draft
from bot.domain.errors import AgendaCardMoved
from bot.domain.near_days import fits
from bot.domain.plans import Plan, PlanContent, PlanQuestion, PlanState, is_past
from bot.domain.recurrence import Limits
from bot.domain.reminders import Reminder
from bot.domain.requests import Hearing, PlanDeed, PlanMeeting, Spot
from bot.texts import cards, plans, toasts
from bot.texts.names import safe
from bot.understanding.plan_changes import read_plan_change
from bot.understanding.reader import read
from handlers.callbacks import Do, Tap
from handlers.plan_keyboards import plan_keyboard
from handlers.replies import Reply
from handlers.room import Room, Scene

IN_HAND = timedelta(hours=1)  # how long a sentence may still be meant for a card of the agenda


def proposed(room: Room, request: PlanMeeting) -> Reply:
    """« prochain GT Nutrition mardi 8 à 14h »: a card."""
    plan = acts.propose(room.work, room.account, request, update_id=room.visit.update_id, now=room.now)
    reply = show(room, plan, in_place=False)
    reply = _not_all_read(reply, request)
    return replace(reply, text=f"{reply.text}\n\n{cards.PRIVACY}") if request.privacy_warning else reply


def _not_all_read(reply: Reply, said: PlanMeeting) -> Reply:
    """The card under what of her words is not in it, or cannot be."""
    notes = [plans.unread(said.unread)] if said.unread is not None else []
    notes += [plans.misnamed(said.misnamed)] if said.misnamed is not None else []
    return replace(reply, text="\n\n".join([*notes, reply.text]))


def show(room: Room, plan: Plan, *, in_place: bool, toast: str | None = None) -> Reply:
    """Its card with its buttons; a card sent anew takes the buttons off the older one."""
    found = signals(room.work, plan, today=room.today)
    gone_by = plan.asked is PlanQuestion.DAY and is_past(plan.content, now=room.now_there)
    text = plans.card(plan, room.names, signals=found, today=room.today, now_past=gone_by)
    older = None if in_place else room.home.plan_cards.get(plan.id)
    keyboard = plan_keyboard(room, plan)
    return Reply(text=text, keyboard=keyboard, in_place=in_place, plan_of=plan.id, retire=older, toast=toast, delivers=True)


def read_own(room: Room) -> bool:
    """Whether the sentence, taken by itself, plans a meeting of a group."""
    said = read(room.visit.text, Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    return isinstance(said, PlanMeeting) and said.deed is PlanDeed.PLAN and said.group_id is not None


def in_hand(room: Room, draft: Draft | None, reminder: Reminder | None) -> Plan | None:
    """The plan of which she may be speaking: open or just kept, and she has touched no other card since."""
    found = [room.work.plans.last_of(room.account.id, state) for state in (PlanState.PROPOSED, PlanState.KEPT)]
    plan = max((one for one in found if one is not None), key=lambda one: (one.touched_at, one.id), default=None)
    if plan is None or room.now - plan.touched_at > IN_HAND:
        return None
    others = [other.touched_at for other in (draft, reminder) if other is not None]
    entry = room.work.entries.last_of(room.account.id)
    others += [entry.kept_at] if entry is not None else []
    asked = room.work.notices.last_asked(room.account.id)
    others += [asked.changed_at] if asked is not None and asked.changed_at is not None and not asked.moot else []
    return plan if all(touched <= plan.touched_at for touched in others) else None


def told(room: Room, plan: Plan) -> Reply | None:
    """What a sentence changes of that card, or of what it has just put in the agenda; None when it speaks of something else."""
    of_series = plan.content.rule is not None
    deed = plan.content.deed if of_series or plan.state is PlanState.PROPOSED else PlanDeed.MOVE
    hearing = Hearing(now=room.local_now, author_id=room.account.person_id)
    said = read_plan_change(room.visit.text, hearing, room.index, deed=deed, over_series=of_series)
    if said is None or (said.stated and _names_another(said, plan.content)):  # « le GT Diabète sera à 15h »: of another meeting
        return None
    if plan.state is PlanState.KEPT and of_series:
        return _of_kept_series(room, plan, said)
    if plan.state is PlanState.KEPT:
        return _again(room, plan, said)
    if deed is PlanDeed.PLAN and plan.content.group_id is not None and _names_another(said, plan.content) and _tells_when(said):
        return proposed(room, said)  # « plénière le 14 juillet à 9h »: a meeting of its own
    content = _with(room, plan, said)
    if content is None:
        return None
    return _not_all_read(show(room, acts.change(room.work, room.account, plan, content=content, now=room.now), in_place=False), said)


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
    return acts.with_told(content, said, now=room.now_there)


def _names_another(said: PlanMeeting, content: PlanContent) -> bool:
    """Whether a group is named, and not that of the card."""
    named = {said.group_id, *said.group_candidates} - {None}
    return bool(named) and content.group_id not in named


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
    return acts.about(room.work, plan.content, acts.planned_meeting(room.work, lines[0].id), today=room.today)


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def _changed(room: Room, change: PlanContent, plan: Plan) -> Reply:
    return show(room, acts.change(room.work, room.account, plan, content=change, now=room.now), in_place=True)


def _open(room: Room) -> Plan:
    tap = _tap(room)
    return acts.open_plan(room.work, room.account, tap.subject, version=tap.version)


def fresh_card(room: Room) -> Reply:
    """The card as it stands, for a button of an older one."""
    return show(room, acts.open_plan(room.work, room.account, _tap(room).subject), in_place=True, toast=toasts.FRESH_CARD)


def on_keep(room: Room) -> Reply:
    """✅: the agenda is as the card says."""
    tap = _tap(room)
    try:
        kept = keep_plan(room.work, room.account, tap.subject, version=tap.version, now=room.now)
    except AgendaCardMoved:
        return fresh_card(room)
    return show(room, kept, in_place=True, toast=plans.KEPT_TOAST if kept.content.deed is not PlanDeed.CANCEL else None)


def on_drop(room: Room) -> Reply:
    """❌: the agenda stays as it is."""
    try:
        gone = acts.give_up(room.work, _open(room), now=room.now)
    except AgendaCardMoved:
        return fresh_card(room)
    return Reply(text=f"{plans.WITHDRAWN}\n{safe(plans.label(gone.content, room.names))}", in_place=True)


def on_undo(room: Room) -> Reply:
    """↩︎: what ✅ did is taken back."""
    return undone(room, _tap(room).subject)


def undone(room: Room, plan_id: int) -> Reply:
    """What is said once it is undone, or its card given up."""
    plan = acts.open_plan(room.work, room.account, plan_id)
    if plan.state is PlanState.PROPOSED:
        acts.give_up(room.work, plan, now=room.now)
        return Reply(text=plans.WITHDRAWN, in_place=True)
    taken_back = undo_plan(room.work, room.account, plan_id, now=room.now)
    opened_again(room.work, plan_id, now=room.now)
    return Reply(text=plans.undone(taken_back.content, room.names), in_place=True, toast=toasts.UNDONE, delivers=True)


def on_when(room: Room) -> Reply:
    """✏️ Quand: asks for another day."""
    try:
        plan = _open(room)
    except AgendaCardMoved:
        return fresh_card(room)
    return show(room, acts.ask(room.work, plan, PlanQuestion.DAY, now=room.now), in_place=True)


def on_back(room: Room) -> Reply:
    """◀: the card without the question."""
    return show(room, acts.ask(room.work, acts.open_plan(room.work, room.account, _tap(room).subject), None, now=room.now), in_place=True)


def on_day(room: Room) -> Reply:
    """A day that was offered."""
    try:
        plan = _open(room)
    except AgendaCardMoved:
        return fresh_card(room)
    day = datetime.strptime(_tap(room).argument, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    said = PlanMeeting(deed=plan.content.deed, spot=Spot(day=day))
    content = replace(plan.content, window=None, shift_days=0, shift_months=0)
    return _changed(room, acts.with_told(content, said, now=room.now_there), plan)


def on_group(room: Room) -> Reply:
    """The group whose meeting it is."""
    try:
        plan = _open(room)
    except AgendaCardMoved:
        return fresh_card(room)
    if _tap(room).number not in room.names.groups:
        raise ValueError(_tap(room).argument)
    return _changed(room, replace(plan.content, group_id=_tap(room).number, group_candidates=(), title=None), plan)


def on_meeting(room: Room) -> Reply:
    """The planned meeting that is meant."""
    try:
        plan = _open(room)
    except AgendaCardMoved:
        return fresh_card(room)
    return _changed(room, acts.about(room.work, plan.content, acts.planned_meeting(room.work, _tap(room).number), today=room.today), plan)


def on_whole(room: Room) -> Reply:
    """All of its series, or this time only."""
    try:
        plan = _open(room)
    except AgendaCardMoved:
        return fresh_card(room)
    return _changed(room, replace(plan.content, whole_series=not plan.content.whole_series), plan)


TAPS: dict[Do, Scene] = {
    Do.PLAN_KEEP: on_keep,
    Do.PLAN_DROP: on_drop,
    Do.PLAN_UNDO: on_undo,
    Do.PLAN_WHEN: on_when,
    Do.PLAN_CARD: on_back,
    Do.PLAN_DAY: on_day,
    Do.PLAN_GROUP: on_group,
    Do.PLAN_MEETING: on_meeting,
    Do.PLAN_WHOLE: on_whole,
}
