"""When Maillon writes by itself: what she chose, shown under ⚙️ and changed by a tap or a sentence."""

from __future__ import annotations

from datetime import time

from bot.actions import leaves
from bot.actions import rhythms as acts
from bot.domain.peace_requests import NoSetting, SetRhythm
from bot.domain.permissions import Verb, may
from bot.domain.requests import Hearing
from bot.texts import buttons
from bot.texts import rhythms as texts
from bot.texts.leaves import drop_button
from bot.understanding.rhythms import read_setting
from handlers.callbacks import Do, Tap
from handlers.leaves import MOST
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene
from handlers.weeks import on_week

HOURS = (time(8, 30), time(9), time(14), time(16))
WORKING_DAYS = (1, 2, 3, 4, 5)
BUTTON = (Button(label=buttons.RHYTHM, tap=Tap(Do.RHYTHM, 0)),)


def on_rhythm(room: Room) -> Reply:
    """⚙️: what she chose, in a message of its own."""
    return _page(room, in_place=False)


def told(room: Room) -> Reply | None:
    """« mercredi 17h », said straight after ⚙️: of what stands there; None when it speaks of something else."""
    request = read_setting(room.visit.text, Hearing(now=room.local_now, author_id=room.account.person_id), room.index)
    if request is None or not acts.shown_just_before(room.work, room.account, update_id=room.visit.update_id, now=room.now):
        return None
    return changed(room, request)


def changed(room: Room, request: SetRhythm) -> Reply:
    """« mon point de la semaine le jeudi à 9h »: done at once, and shown; the point itself when she has one and asks for it again."""
    if request == SetRhythm(no_week=False) and not room.work.rhythms.get(room.account.id).no_week:
        return on_week(room)
    acts.set_rhythm(room.work, room.account, request, now=room.now)
    return _page(room, in_place=False, note=texts.whole_week_end(bool(request.week_ends)) if request.wider else "")


def lacking(room: Room, request: NoSetting) -> Reply:
    """« je ne travaille pas le mercredi », « stop les messages »: what there is instead, with what she chose; nothing changes."""
    return _page(room, in_place=False, note=texts.LACKING[request.lack])


def on_set(room: Room) -> Reply:
    """A tap under ⚙️."""
    assert room.visit.tap is not None
    what, _, value = room.visit.tap.argument.partition(".")
    if what == "leave":
        leaves.drop_leave(room.work, room.account, int(value), now=room.now)
    else:
        acts.set_rhythm(room.work, room.account, _SAID[what](value), now=room.now)
    return _page(room, in_place=True)


_SAID = {
    "day": lambda value: SetRhythm(week_day=int(value), no_week=False),
    "at": lambda value: SetRhythm(week_at=time(int(value[:2]), int(value[2:])), no_week=False),
    "week": lambda value: SetRhythm(no_week=value == "0"),
    "ends": lambda value: SetRhythm(week_ends=value == "1"),
    "off": lambda value: SetRhythm(holidays=value == "1"),
}


def _page(room: Room, *, in_place: bool, note: str = "") -> Reply:
    acts.show(room.work, room.account, update_id=room.visit.update_id, now=room.now)
    rhythm = room.work.rhythms.get(room.account.id)
    away = room.work.leaves.of_account(room.account.id, since=room.today)
    figures = may(room.account.role, Verb.READ_FIGURES)
    week = rhythm.week_of(room.account.role)
    rows: list[tuple[Button, ...]] = []
    if figures and week is not None:
        rows.append(tuple(_set(texts.day_button(day, chosen=day == week[0]), f"day.{day}") for day in WORKING_DAYS))
        rows.append(tuple(_set(texts.hour_button(at, chosen=at == week[1]), f"at.{at:%H%M}") for at in HOURS))
    if figures:
        rows.append((_set(buttons.NO_WEEK, "week.0") if week is not None else _set(buttons.A_WEEK, "week.1"),))
    ends = _set(buttons.NO_WEEK_ENDS, "ends.0") if rhythm.quiet.week_ends else _set(buttons.WEEK_ENDS, "ends.1")
    rows.append((ends, _set(buttons.NO_HOLIDAYS, "off.0") if rhythm.quiet.holidays else _set(buttons.HOLIDAYS, "off.1")))
    drops = [(buttons.DROP_LEAVE if len(away) == 1 else drop_button(leave), leave.id) for leave in away[:MOST]]
    rows += [(_set(label, f"leave.{leave_id}"),) for label, leave_id in drops]
    keyboard: Keyboard = tuple(rows)
    toast = texts.NOTED if in_place else None
    text = texts.page(week, rhythm.quiet, away, figures=figures, note=note)
    return Reply(text=text, keyboard=keyboard, in_place=in_place, toast=toast)


def _set(label: str, argument: str) -> Button:
    return Button(label=label, tap=Tap(Do.RHYTHM_SET, 0, 0, argument))


TAPS: dict[Do, Scene] = {Do.RHYTHM: on_rhythm, Do.RHYTHM_SET: on_set}
