"""How the agenda is asked for and turned: /agenda, « l'agenda de la semaine », « qu'est-ce qu'il y a salle Rimbaud jeudi ? »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.actions import plans as acts
from bot.actions.agenda import agenda_of, clashing_ids, is_over, planned_line
from bot.actions.in_hand import look_at_agenda
from bot.domain.agenda import AgendaLine, AskAgenda
from bot.domain.errors import NotAllowed
from bot.domain.permissions import Verb, may
from bot.domain.requests import PlanDeed
from bot.ports import OutboxKind
from bot.texts import agenda as words
from bot.texts import buttons
from handlers import plans
from handlers.agenda_views import MOST_GROUPS, View, decode, last_of_month, place_words, week_of, whole_place, year_of
from handlers.callbacks import Do, Tap
from handlers.keyboards import rows, short
from handlers.replies import Button, Keyboard, Reply
from handlers.room import Room, Scene

A_PAGE = 12


def on_agenda(room: Room) -> Reply:
    """/agenda: all that comes, for everybody or for one's own groups."""
    return shown(room, View(page=room.visit.tap.number if room.visit.tap else 0))


def asked(room: Room, request: AskAgenda) -> Reply:
    """The agenda as narrow as a sentence asks for it."""
    groups = request.group_candidates or ((request.group_id,) if request.group_id else ())
    place = request.place_said or request.commune
    first, last = _whole(request.first, request.last, today=room.today)
    some, note = _few(room, groups, first=first, last=last, next_only=request.next_only)
    view = View(
        first=first if first != room.today or last is not None else None,
        last=last,
        group_ids=some,
        person_id=request.person_id if request.person_id != room.account.person_id and not groups else None,
        place=place_words(place) if place and not groups else None,
    )
    if request.unread is not None:
        view, note = _at_what_is_called(room, view, request.unread)
    if not request.next_only:
        return shown(room, view, note=note)
    return shown(room, view, only=_lines(room, replace(view, group_ids=groups))[:1])


def _at_what_is_called(room: Room, view: View, unread: str) -> tuple[View, str]:
    """The view at the places that are called by the words that were not understood, else with a note that says so."""
    bare = view.place is None and not view.group_ids and view.person_id is None
    there = replace(view, place=place_words(unread))
    if bare and there.place and _lines(room, there):
        return there, ""
    return view, words.not_understood(unread, narrowed=view != View())


def _few(room: Room, groups: tuple[int, ...], *, first: date, last: date | None, next_only: bool) -> tuple[tuple[int, ...], str]:
    """As many groups as a view bears: of those that a word names (« plénière ») the ones that meet; of eighty none, which is said."""
    if len(groups) <= MOST_GROUPS:
        return groups, ""
    if next_only:
        return (), ""
    lines = _lines(room, View(first=first, last=last, group_ids=groups))
    meet = tuple(dict.fromkeys(line.group_id for line in lines if line.group_id is not None))
    if len(meet) <= MOST_GROUPS:
        return meet or groups[:MOST_GROUPS], ""
    return (), words.too_many(len(meet), room.names.group(meet[0]))


def _whole(first: date, last: date | None, *, today: date) -> tuple[date, date | None]:
    """What is left of a week, a month or a year, as the whole of it: it is turned by ◀ and ▶."""
    if last is None or last == first:
        return first, last
    if week_of(first)[1] == last:
        return week_of(first)
    if last == last_of_month(first):
        return first.replace(day=1), last
    return year_of(first) if first == today and last == year_of(first)[1] else (first, last)


def shown(room: Room, view: View, *, only: Sequence[AgendaLine] | None = None, note: str = "") -> Reply:
    """That part of the agenda, or `only` some of it, with the buttons that turn it, open a meeting, or give the calendar file.

    `note`: what is said above it.
    """
    lines = _lines(room, view) if only is None else only
    if len(view.group_ids) == 1:
        look_at_agenda(room.work, room.account, view.group_ids[0], update_id=room.visit.update_id, now=room.now)
    pages = max(1, -(-len(lines) // A_PAGE))
    page = min(view.page, pages - 1)
    here = lines[page * A_PAGE : (page + 1) * A_PAGE]
    head = words.heading(view.first or room.today, view.last, whole_month=view.whole_month, about=_about(room, view, lines))
    text = words.agenda(
        here,
        room.names,
        head=head,
        today=room.today,
        clashing=clashing_ids(room.work, here),
        page=page,
        pages=pages,
        may_plan=may(room.account.role, Verb.LOG_OWN_MEETING),
        gone_by=view.last is not None and view.last < room.today,
    )
    text = f"{note}\n\n{text}" if note else text
    return Reply(text=text, keyboard=_keyboard(room, replace(view, page=page), here, pages=pages), in_place=True)


def _lines(room: Room, view: View) -> Sequence[AgendaLine]:
    first = max(view.first or room.today, room.today)
    last = view.last or date.max
    lines = agenda_of(room.work, room.account, first=first, last=last, group_ids=view.group_ids, person_id=view.person_id)
    there = [line for line in lines if view.place is None or _there(room, line, view.place)]
    return there if view.last is not None else [line for line in there if not is_over(line, now=room.now_there)]


def _there(room: Room, line: AgendaLine, place: str) -> bool:
    told = room.names.place(line.place_id, line.place, line.commune)
    return told is not None and f"_{place}" in f"_{whole_place(told)}_{whole_place(line.place or '')}"


def _about(room: Room, view: View, lines: Sequence[AgendaLine]) -> str:
    if view.group_ids:
        return ", ".join(room.names.group(group) for group in view.group_ids)
    if view.person_id is not None:
        return room.names.person(view.person_id)
    if view.place is None:
        return ""
    called = {line.place for line in lines if line.place}
    return called.pop() if len(called) == 1 else view.place.replace("_", " ")


def _to(view: View, label: str) -> Button:
    return Button(label=label, tap=Tap(Do.AGENDA, 0, 0, view.encode()))


def _keyboard(room: Room, view: View, lines: Sequence[AgendaLine], *, pages: int) -> Keyboard:
    bare = replace(view, page=0)
    monday, sunday = week_of(room.today)
    month = room.today.replace(day=1)
    spans = (
        _to(replace(bare, first=monday, last=sunday), buttons.AGENDA_WEEK),
        _to(replace(bare, first=month, last=last_of_month(month)), buttons.AGENDA_MONTH),
        _to(replace(bare, first=None, last=None), buttons.AGENDA_ALL),
    )
    choose = (Button(label=buttons.CHOOSE_MEETING, tap=Tap(Do.AGENDA_CHOOSE, 0, 0, view.encode())),) if lines else ()
    file = (Button(label=buttons.CALENDAR_FILE, tap=Tap(Do.CALENDAR, 0, 0, bare.encode())),) if lines else ()
    return tuple(row for row in (_turning(room, view, pages=pages), spans, choose, file) if row)


def _turning(room: Room, view: View, *, pages: int) -> tuple[Button, ...]:
    """◀ ▶: the pages of what is shown, else the week or the month beside it, back to the present one."""
    back = forth = None
    if view.page > 0:
        back = replace(view, page=view.page - 1)
    elif view.turns and view.first is not None and view.first > room.today:
        back = view.turned(-1)
    if view.page + 1 < pages:
        forth = replace(view, page=view.page + 1)
    elif view.turns:
        forth = view.turned(1)
    return tuple(_to(there, label) for there, label in ((back, buttons.PREVIOUS), (forth, buttons.NEXT)) if there is not None)


def _tap(room: Room) -> Tap:
    assert room.visit.tap is not None
    return room.visit.tap


def on_view(room: Room) -> Reply:
    """A week, a month, a page."""
    return shown(room, decode(_tap(room).argument))


def on_choose(room: Room) -> Reply:
    """The meetings of the page as buttons."""
    view = decode(_tap(room).argument)
    here = _lines(room, view)[view.page * A_PAGE : (view.page + 1) * A_PAGE]
    listed = [Button(label=short(words.button(line)), tap=Tap(Do.PLANNED_OPEN, line.id, 0, view.encode())) for line in here]
    return Reply(text=words.CHOOSE, keyboard=(*rows(listed, 1), (_to(view, buttons.BACK_TO_AGENDA),)), in_place=True)


def on_move(room: Room) -> Reply:
    """✏️: a card that moves it."""
    return _card(room, PlanDeed.MOVE)


def on_cancel(room: Room) -> Reply:
    """❌: a card that cancels it."""
    return _card(room, PlanDeed.CANCEL)


def _card(room: Room, deed: PlanDeed) -> Reply:
    plan = acts.propose_change(room.work, room.account, _tap(room).subject, deed=deed, update_id=room.visit.update_id, now=room.now)
    return plans.show(room, plan, in_place=False)


def on_calendar(room: Room) -> Reply:
    """📅 of the agenda: all that she sees of it, or that of a group. Raises NotAllowed."""
    if not may(room.account.role, Verb.READ_AGENDA):
        raise NotAllowed(Verb.READ_AGENDA)
    view = decode(_tap(room).argument)
    if len(view.group_ids) == 1:
        return _file(room, OutboxKind.CALENDAR_OF_GROUP, view.group_ids[0])
    return _file(room, OutboxKind.CALENDAR, view.person_id or 0)


def on_calendar_of_meeting(room: Room) -> Reply:
    """📅 of one planned meeting. Raises NotAllowed, NothingPlanned."""
    line = planned_line(room.work, room.account, _tap(room).subject, cancelled=True)
    return _file(room, OutboxKind.CALENDAR_OF_MEETING, line.id)


def _file(room: Room, kind: OutboxKind, subject_id: int) -> Reply:
    room.work.deliveries.queue(kind=kind, chat_id=room.account.chat_id, subject_id=subject_id, entry_id=None, now=room.now)
    return Reply(toast=words.FILE_COMING, delivers=True)


TAPS: dict[Do, Scene] = {
    Do.AGENDA: on_view,
    Do.AGENDA_CHOOSE: on_choose,
    Do.PLANNED_MOVE: on_move,
    Do.PLANNED_CANCEL: on_cancel,
    Do.CALENDAR: on_calendar,
    Do.CALENDAR_MEETING: on_calendar_of_meeting,
}
