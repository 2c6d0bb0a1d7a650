"""How a pilot chooses what she hears before each meeting of a group: on the page of a planned meeting, or in words."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.leads import check_group, set_leads
from bot.domain.groups import Group
from bot.domain.leads import OFFERED, SetLeads
from bot.texts import buttons
from bot.texts import leads as words
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Reply
from handlers.room import Room, Scene


def told(room: Room, request: SetLeads) -> Reply:
    """« rappelle-moi la veille de chaque GT Diabète »."""
    if request.group_id is None:
        return Reply(text=words.WHICH_GROUP)
    group = check_group(room.work, room.account, request.group_id)
    minutes = room.work.leads.of_group(group.id)
    others = tuple(one for one in minutes if request.only and one not in request.minutes)
    if others:
        minutes = set_leads(room.work, room.account, group.id, minutes=others, on=False, now=room.now)
    if request.minutes:
        minutes = set_leads(room.work, room.account, group.id, minutes=request.minutes, on=True, now=room.now)
    full = not set(request.minutes) <= set(minutes)
    shown = _shown(room, group, minutes, meeting_id=0, in_place=False, full=full)
    return replace(shown, text=f"{words.unheeded(request.unheeded)}\n\n{shown.text}") if request.unheeded else shown


def opening(group_id: int, meeting_id: int, group: str = "") -> Button:
    """What opens it, from the page of a planned meeting or below her reminders (`group`: its name)."""
    return Button(label=short(f"✏️ {group}") if group else buttons.LEADS, tap=Tap(Do.LEADS, group_id, 0, str(meeting_id)))


def hers(room: Room) -> tuple[tuple[Group, tuple[int, ...]], ...]:
    """The groups that she pilots and whose meetings are announced to her, with how long before."""
    piloted = [group for group in room.work.directory.groups_of(room.account.person_id) if room.account.person_id in group.pilot_ids]
    return tuple((group, minutes) for group in piloted if (minutes := room.work.leads.of_group(group.id)))


def on_open(room: Room) -> Reply:
    """What is chosen for that group."""
    tap = _tap(room)
    group = check_group(room.work, room.account, tap.subject)
    return _shown(room, group, room.work.leads.of_group(group.id), meeting_id=int(tap.argument or 0), in_place=True)


def on_set(room: Room) -> Reply:
    """⬜ or ☑️: the button bears the state that it asks for, so a double tap chooses once."""
    tap = _tap(room)
    length, on, meeting_id = map(int, tap.argument.split("."))
    minutes = set_leads(room.work, room.account, tap.subject, minutes=(length,), on=bool(on), now=room.now)
    group, full = check_group(room.work, room.account, tap.subject), bool(on) and length not in minutes
    return _shown(room, group, minutes, meeting_id=meeting_id, in_place=True, full=full)


def _shown(room: Room, group: Group, minutes: tuple[int, ...], *, meeting_id: int, in_place: bool, full: bool = False) -> Reply:
    joined = [pilot for pilot in group.pilot_ids if room.work.accounts.of_person(pilot) is not None]
    choices = [
        Button(
            label=words.button(length, on=length in minutes),
            tap=Tap(Do.LEADS_SET, group.id, 0, f"{length}.{0 if length in minutes else 1}.{meeting_id}"),
        )
        for length in sorted({*OFFERED, *minutes}, reverse=True)
    ]
    back = ((Button(label=buttons.BACK, tap=Tap(Do.PLANNED_OPEN, meeting_id)),),) if meeting_id else ()
    text = words.chosen(group.name, minutes, pilots=[room.names.person(pilot) for pilot in joined[:1]], full=full)
    return Reply(text=text, keyboard=(*rows(choices, 2), *back), in_place=in_place)


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


TAPS: dict[Do, Scene] = {Do.LEADS: on_open, Do.LEADS_SET: on_set}
