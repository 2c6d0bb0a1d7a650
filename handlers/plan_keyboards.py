"""Which buttons stand below a card of the agenda."""

from __future__ import annotations

from datetime import date, timedelta

from bot.actions.meetings import groups_she_may_log
from bot.actions.planned_meetings import may_be_second
from bot.actions.plans import MOST_OFFERED
from bot.actions.reminders import days_off
from bot.domain.drafts import DayWindow
from bot.domain.plans import Plan, PlanQuestion, PlanState, lacking, planned
from bot.domain.quiet import working_day
from bot.domain.requests import PlanDeed
from bot.texts import agenda as words
from bot.texts import buttons
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Keyboard
from handlers.room import Room

GROUPS = 12
WEEK = timedelta(days=7)


def _tap(label: str, do: Do, plan: Plan, argument: object = "") -> Button:
    return Button(label=label, tap=Tap(do, plan.id, plan.version, str(argument)))


def plan_keyboard(room: Room, plan: Plan) -> Keyboard:
    """✅ ✏️ ❌, the answers to its question, or ↩︎ once it is kept."""
    if plan.state is PlanState.KEPT:
        return _kept(plan)
    drop = _tap(buttons.DROP, Do.PLAN_DROP, plan)
    match plan.asked:
        case PlanQuestion.GROUP:
            return (*_groups(room, plan), (drop,))
        case PlanQuestion.MEETING:
            return (*_meetings(room, plan), (drop,))
        case PlanQuestion.DAY:
            back = (_tap(buttons.BACK, Do.PLAN_CARD, plan),) if lacking(plan.content, now=room.now_there) is None else ()
            days = [_tap(buttons.day(day, today=room.today), Do.PLAN_DAY, plan, day.strftime("%Y%m%d")) for day in _days(room, plan)]
            return (*rows(days, 2), (*back, drop))
        case PlanQuestion.HOURS:
            return ((_tap(buttons.TELL_WHEN, Do.PLAN_WHEN, plan), drop),)
    keep = _tap(buttons.CANCEL_MEETING if plan.content.deed is PlanDeed.CANCEL else buttons.KEEP, Do.PLAN_KEEP, plan)
    when = () if plan.content.deed is PlanDeed.CANCEL else (_tap(buttons.TELL_WHEN, Do.PLAN_WHEN, plan),)
    return ((keep,), (*when, drop), *_second(room, plan), *_whole(plan))


def _kept(plan: Plan) -> Keyboard:
    undo = _tap(buttons.UNDO, Do.PLAN_UNDO, plan)
    if len(plan.changed) != 1:
        return ((undo,),)
    meeting = plan.changed[0].meeting_id
    return ((undo,), (Button(label=buttons.CALENDAR_FILE, tap=Tap(Do.CALENDAR_MEETING, meeting)),))


def _second(room: Room, plan: Plan) -> Keyboard:
    """The meeting that stands there already, or one more on the same day."""
    if not may_be_second(room.work, plan.content):
        return ()
    return ((_tap(buttons.SAME_MEETING if plan.content.second else buttons.SECOND_MEETING, Do.PLAN_SECOND, plan),),)


def _whole(plan: Plan) -> Keyboard:
    """This time only, or all of its series: to cancel it, or to change its hours and its place."""
    content = plan.content
    same_day = content.before is not None and planned(content).day == content.before.day
    if content.series_id is None or not same_day:
        return ()
    label = buttons.ONLY_ONCE if content.whole_series else buttons.WHOLE_SERIES
    return ((_tap(label, Do.PLAN_WHOLE, plan),),)


def _groups(room: Room, plan: Plan) -> Keyboard:
    offered = plan.content.group_candidates or tuple(g.id for g in groups_she_may_log(room.work, room.account))
    return rows([_tap(short(room.names.group(group)), Do.PLAN_GROUP, plan, group) for group in offered[:GROUPS]], 1)


def _meetings(room: Room, plan: Plan) -> Keyboard:
    ids = plan.content.meeting_candidates
    lines = room.work.meetings.agenda(first=date.min, last=date.max, meeting_ids=ids)
    return rows([_tap(short(words.button(line)), Do.PLAN_MEETING, plan, line.id) for line in lines[:MOST_OFFERED]], 1)


def _days(room: Room, plan: Plan) -> list[date]:
    """Days to choose: in those that were told, else the next weeks, on the weekday on which it stood."""
    off = days_off(room.work.territory.zone)
    tomorrow = room.today + timedelta(days=1)
    if plan.content.window is not None:
        return [day for day in _inside(plan.content.window) if day > room.today and not off(day)][:MOST_OFFERED]
    stood = plan.content.before.day if plan.content.before is not None else None
    if stood is not None:
        return sorted({day for n in range(1, 5) if (day := stood + n * WEEK) >= tomorrow})
    return sorted({working_day(tomorrow + timedelta(days=n), off) for n in (0, 1, 2, 6, 7, 13)})


def _inside(window: DayWindow) -> list[date]:
    return [window.first + timedelta(days=n) for n in range((window.last - window.first).days + 1)]
