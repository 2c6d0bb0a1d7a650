"""How the agenda is changed: « prochain GT mardi 8 à 14h », « reporte… », « annule… », its card, ✅ and ↩︎."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions import plans as acts
from bot.actions.chosen_dates import opened_again
from bot.actions.planned_meetings import keep_plan, signals, undo_plan
from bot.domain.errors import AgendaCardMoved
from bot.domain.plans import Plan, PlanContent, PlanQuestion, PlanState, is_past
from bot.domain.requests import PlanDeed, PlanMeeting, Spot
from bot.texts import cards, plan_notes, plans, toasts
from bot.texts.names import safe
from handlers.callbacks import Do, Tap
from handlers.plan_keyboards import plan_keyboard
from handlers.replies import Reply
from handlers.room import Room, Scene


def proposed(room: Room, request: PlanMeeting) -> Reply:
    """« prochain GT Nutrition mardi 8 à 14h »: a card."""
    plan = acts.propose(room.work, room.account, request, update_id=room.visit.update_id, now=room.now)
    reply = show(room, plan, in_place=False)
    reply = _with_points(room, not_all_read(reply, request, plan.content), request, plan.content)
    return replace(reply, text=f"{reply.text}\n\n{cards.PRIVACY}") if request.privacy_warning else reply


def _with_points(room: Room, reply: Reply, said: PlanMeeting, content: PlanContent) -> Reply:
    """The card under the points of its agenda, which it does not bear."""
    if not said.points or content.group_id is None or content.spot.day is None:
        return reply
    note = plan_notes.points_aside(room.names.group(content.group_id), content.spot.day, said.points)
    return replace(reply, text=f"{note}\n\n{reply.text}")


def not_all_read(reply: Reply, said: PlanMeeting, content: PlanContent) -> Reply:
    """The card under what of her words is not in it, or cannot be."""
    spot = content.spot
    hours = "hours" in said.same and spot.starts is None
    place = "place" in said.same and not (spot.place_id or spot.place_said or spot.commune)
    open_ones = content.deed is PlanDeed.PLAN and (hours or place)
    notes = [plan_notes.unread(said.unread)] if said.unread is not None else []
    notes += [plan_notes.start_open(content.minutes)] if content.minutes is not None and not said.hour_words and said.minutes else []
    notes += [plan_notes.misnamed(said.misnamed)] if said.misnamed is not None else []
    notes += [plan_notes.hours_open(said.hour_words, said.hour_part)] if said.hour_words else []
    notes += [plan_notes.not_known_before(hours=hours, place=place)] if open_ones else []
    # The words left over were a place: one where another meeting of that day is held.
    found = not said.same and _place_told(spot) != _place_told(said.spot)
    notes += [plan_notes.loose(said.loose)] if said.loose and not found else []
    if said.deed is PlanDeed.MOVE and said.rule is not None and said.spot == Spot():  # « le GT passe en mensuel »
        notes += [plans.ONLY_THIS_TIME]
    return replace(reply, text="\n\n".join([*notes, reply.text]))


def _place_told(spot: Spot) -> Spot:
    return Spot(place_id=spot.place_id, place_said=spot.place_said, commune=spot.commune)


def show(room: Room, plan: Plan, *, in_place: bool, toast: str | None = None) -> Reply:
    """Its card with its buttons; a card sent anew takes the buttons off the older one."""
    found = signals(room.work, plan, today=room.today)
    gone_by = plan.asked is PlanQuestion.DAY and is_past(plan.content, now=room.now_there)
    text = plans.card(plan, room.names, signals=found, today=room.today, now_past=gone_by)
    older = None if in_place else room.home.plan_cards.get(plan.id)
    keyboard = plan_keyboard(room, plan)
    return Reply(text=text, keyboard=keyboard, in_place=in_place, plan_of=plan.id, retire=older, toast=toast, delivers=True)


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


def on_second(room: Room) -> Reply:
    """A second meeting of that group on that day, or the one that stands there already."""
    try:
        plan = _open(room)
    except AgendaCardMoved:
        return fresh_card(room)
    return _changed(room, replace(plan.content, second=not plan.content.second), plan)


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
    Do.PLAN_SECOND: on_second,
}
