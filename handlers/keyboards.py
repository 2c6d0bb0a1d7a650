"""Which buttons stand below a card: the answers to its question, or ✅ ✏️ ❌."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from bot.actions.answers import groups_to_offer
from bot.domain.attendance import Presence
from bot.domain.contributions import Nature, Part
from bot.domain.drafts import Draft, Field, Gap, MeetingDraft, gaps, named_present, unknown_group
from bot.domain.permissions import Verb, may
from bot.french.hours import duration
from bot.texts import buttons
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Keyboard
from handlers.room import Room

GROUPS_A_PAGE = 6
NAMES_A_PAGE = 8
LONGEST_LABEL = 60
CANDIDATES = 6
LINE = "l"  # before the place of somebody on the list whom the directory does not know
DURATIONS = (60, 90, 120, 150, 180, 210)
HOURS = (30, 60, 90, 120, 180, 210, 240, 420)
HEADCOUNTS = (4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20)
PARTS = (Part.PREPARATION, Part.ACTION, Part.TRAVEL, Part.WRITING, Part.TRAINING, Part.MEETING, Part.OTHER)


def short(label: str) -> str:
    """A label that fits on a telephone, cut after a word."""
    if len(label) <= LONGEST_LABEL:
        return label
    return label[: LONGEST_LABEL - 1].rpartition(" ")[0].rstrip(" –,(") + "…"


def rows(items: Sequence[Button], width: int) -> Keyboard:
    """The buttons in rows of that many."""
    return tuple(tuple(items[i : i + width]) for i in range(0, len(items), width))


def card_keyboard(room: Room, draft: Draft, *, page: int = 0, to_tell: Gap | None = None) -> Keyboard:
    """The buttons of a card in its present state; `to_tell`: somebody's time has no nature yet."""
    ahead = _ahead(room, draft)
    if draft.asked is None:
        nature = ((_tap(buttons.TELL_NATURE, Do.ASK, draft, _place_of(to_tell)),),) if to_tell is not None else ()
        correct = (_tap(buttons.CORRECT, Do.MENU, draft), _tap(buttons.DROP, Do.DROP, draft))
        return ((_tap(buttons.KEEP, Do.KEEP, draft),), *ahead, correct, *nature)
    return (*_answers(room, draft, draft.asked, page), *ahead, *_foot(draft, draft.asked))


def _ahead(room: Room, draft: Draft) -> Keyboard:
    """What makes a plan of a meeting that is perhaps but announced: « Copil CLS jeudi de 10h à 12h »."""
    days = [meeting.perhaps_on for meeting in draft.content.meetings]
    if len(days) != 1 or days[0] is None or days[0] < room.today:
        return ()
    return ((_tap(buttons.to_come(days[0]), Do.TO_COME, draft),),)


def kept_keyboard(entry_id: int, meeting_ids: Sequence[int], *, due: bool = False) -> Keyboard:
    """The buttons below what is kept; `due`: a meeting has actions whose day is to come."""
    row = [Button(label=buttons.UNDO, tap=Tap(Do.UNDO, entry_id))]
    if len(meeting_ids) == 1:
        row.append(Button(label=buttons.CORRECT, tap=Tap(Do.AMEND, meeting_ids[0])))
    recall = ((Button(label=buttons.REMIND_ACTIONS, tap=Tap(Do.REMIND_ACTIONS, meeting_ids[0])),),) if due and len(meeting_ids) == 1 else ()
    return (tuple(row), *recall)


def menu_keyboard(draft: Draft) -> Keyboard:
    """What can be corrected, item by item."""
    offered: list[Button] = []
    several = len(draft.content.meetings) + len(draft.content.hours) > 1
    for i, _ in enumerate(draft.content.meetings):
        offered += _fields(draft, buttons.OF_MEETING, f"m{i}", i + 1 if several else None)
    for i, _ in enumerate(draft.content.hours):
        offered += _fields(draft, buttons.OF_HOURS, f"h{i}", len(draft.content.meetings) + i + 1 if several else None)
    return (*rows(offered[:80], 2), (_tap(buttons.BACK, Do.CARD, draft),))


def _place_of(gap: Gap) -> str:
    """A field of a meeting or of hours, as `Do.ASK` bears it."""
    return f"{gap.field.value}.{f'h{gap.hours}' if gap.hours is not None else f'm{gap.meeting or 0}'}"


def _fields(draft: Draft, labels: Mapping[Field, str], item: str, rank: int | None) -> list[Button]:
    return [_tap(buttons.correct(label, rank=rank), Do.ASK, draft, f"{field.value}.{item}") for field, label in labels.items()]


def _tap(label: str, do: Do, draft: Draft, argument: object = "") -> Button:
    return Button(label=short(label), tap=Tap(do, draft.id, draft.version, str(argument)))


def _turning(draft: Draft, do: Do, page: int, *, more: bool) -> Keyboard:
    return turning(page, more=more, to=lambda n: Tap(do, draft.id, draft.version, str(n)))


def _foot(draft: Draft, gap: Gap) -> Keyboard:
    """How to leave the question: skip what is optional or keep at once, go back to a card that lacks nothing, or give up."""
    lacking = gap in gaps(draft.content)
    if not lacking and gap.field in draft.to_ask:
        label = buttons.DONE if gap.field is Field.PEOPLE else buttons.SKIP
        return (
            (_tap(label, Do.SKIP, draft, gap.field.value),),
            (_tap(buttons.KEEP, Do.KEEP, draft), _tap(buttons.DROP, Do.DROP, draft)),
        )
    if not lacking:
        return ((_tap(buttons.BACK, Do.CARD, draft),),)
    return ((_tap(buttons.CORRECT, Do.MENU, draft), _tap(buttons.DROP, Do.DROP, draft)),)


def _answers(room: Room, draft: Draft, gap: Gap, page: int) -> Keyboard:
    if gap.field is Field.GROUP:
        return _groups(room, draft, gap, page)
    if gap.field is Field.DAY:
        return _days(room, draft, gap)
    if gap.field is Field.DURATION:
        return rows([_tap(duration(m), Do.MINUTES, draft, m) for m in DURATIONS], 3)
    if gap.field is Field.MINUTES:
        return rows([_tap(duration(m), Do.MINUTES, draft, m) for m in HOURS], 4)
    if gap.field is Field.PART:
        return rows([_tap(buttons.part(part), Do.PART, draft, part.name) for part in PARTS], 2)
    if gap.field is Field.NATURE:
        unknown = _tap(buttons.UNKNOWN_NATURE, Do.NATURE, draft)
        return rows([*(_tap(buttons.nature(nature), Do.NATURE, draft, nature.name) for nature in Nature), unknown], 2)
    if gap.field is Field.HEADCOUNT:
        return _headcounts(draft, gap)
    if gap.field in (Field.PEOPLE, Field.PERSON):
        return _people(room, draft, gap, page)
    if gap.field is Field.PLACE:
        return (tuple(_tap(label, Do.PLACE, draft, label.casefold()) for label in (buttons.VISIO, buttons.TELEPHONE)),)
    return ()


def _groups(room: Room, draft: Draft, gap: Gap, page: int) -> Keyboard:
    offered = groups_to_offer(room.work, room.account, draft=draft, gap=gap)
    shown = offered[page * GROUPS_A_PAGE : (page + 1) * GROUPS_A_PAGE]
    listed = rows([_tap(room.names.group(g), Do.GROUP, draft, g) for g in shown], 1)
    unknown = unknown_group(draft, gap)
    if unknown and may(room.account.role, Verb.LOG_ANY_MEETING):
        listed = ((_tap(buttons.create(unknown), Do.NEW_GROUP, draft),), *listed)
    pages = _turning(draft, Do.GROUP_PAGE, page, more=(page + 1) * GROUPS_A_PAGE < len(offered))
    free = gap.hours is not None or may(room.account.role, Verb.LOG_ANY_MEETING)
    return (*listed, *pages, *(((_tap(buttons.NO_GROUP, Do.GROUP, draft, 0),),) if free else ()))


def turning(page: int, *, more: bool, to: Callable[[int], Tap]) -> Keyboard:
    """◀ ▶ where there is something before or after; `to` makes the tap that turns to a page."""
    back = (Button(label=buttons.PREVIOUS, tap=to(page - 1)),) if page > 0 else ()
    on = (Button(label=buttons.NEXT, tap=to(page + 1)),) if more else ()
    return ((*back, *on),) if back or on else ()


def _days(room: Room, draft: Draft, gap: Gap) -> Keyboard:
    offered: list[date] = []
    if gap.meeting is not None:
        meeting = draft.content.meetings[gap.meeting]
        offered += meeting.day_candidates
        if meeting.day_window:
            length = (meeting.day_window.last - meeting.day_window.first).days
            offered += [meeting.day_window.first + timedelta(days=i) for i in range(min(length, 13) + 1)]
    offered = [day for day in offered if day <= room.today] or [room.today - timedelta(days=i) for i in range(8)]
    return rows([_tap(buttons.day(day, today=room.today), Do.DAY, draft, day.strftime("%Y%m%d")) for day in offered], 4)


def _headcounts(draft: Draft, gap: Gap) -> Keyboard:
    meeting = draft.content.meetings[gap.meeting or 0]
    offered = list(HEADCOUNTS)
    if meeting.headcount and named_present(meeting) > meeting.headcount:
        offered = [named_present(meeting)]
    return rows([_tap(str(n), Do.HEADCOUNT, draft, n) for n in offered], 6)


def _people(room: Room, draft: Draft, gap: Gap, page: int) -> Keyboard:
    if gap.hours is not None:
        candidates = draft.content.hours[gap.hours].person_candidates
        return rows([_tap(room.names.person_apart(c), Do.CANDIDATE, draft, c) for c in candidates[:8]], 1)
    meeting = draft.content.meetings[gap.meeting or 0]
    undecided = next((p for p in meeting.people if p.undecided), None)
    if undecided is not None:
        label = room.names.structure if undecided.candidates_are_structures else room.names.person_apart
        other = buttons.ANOTHER_STRUCTURE if undecided.candidates_are_structures else buttons.SOMEBODY_ELSE
        offered = [_tap(label(c), Do.CANDIDATE, draft, c) for c in _likeliest(room, meeting, undecided)]
        return rows([*offered, _tap(other, Do.CANDIDATE, draft, 0)], 1)
    return _toggles(room, draft, meeting, page)


def _likeliest(room: Room, meeting: MeetingDraft, undecided: Presence) -> list[int]:
    """The candidates, those who belong to the meeting's group first."""
    group = room.names.groups.get(meeting.group_id or 0)
    members = set(group.member_ids) if group else set()
    known = (
        {room.names.people[m].structure_id for m in members if m in room.names.people} if undecided.candidates_are_structures else members
    )
    return sorted(undecided.candidates, key=lambda c: c not in known)[:CANDIDATES]


def members_of(room: Room, meeting: MeetingDraft) -> tuple[int, ...]:
    """The people of the directory to toggle: the group's members less the author, by name, then those listed who are not members."""
    group = room.names.groups.get(meeting.group_id or 0)
    author = meeting.author_id or room.account.person_id
    members = [m for m in (group.member_ids if group else ()) if m != author]
    listed = [p.person_id for p in meeting.people if p.person_id and p.person_id not in members]
    return (*sorted(members, key=room.names.person), *listed)


def _toggles(room: Room, draft: Draft, meeting: MeetingDraft, page: int) -> Keyboard:
    members = members_of(room, meeting)
    states = {p.person_id: p.state for p in meeting.people if p.person_id}
    offered = [(buttons.attendee(room.names.person(m), states.get(m)), str(m)) for m in members]
    offered += [(buttons.attendee(room.names.presence(p), p.state), f"{LINE}{i}") for i, p in enumerate(meeting.people) if not p.person_id]
    page = min(page, max(0, len(offered) - 1) // NAMES_A_PAGE)  # the last name of a page may just have gone
    shown = offered[page * NAMES_A_PAGE : (page + 1) * NAMES_A_PAGE]
    taps = [_tap(label, Do.TOGGLE, draft, f"{page}.{which}") for label, which in shown]
    everyone = ((_tap(buttons.ALL_PRESENT, Do.ALL_PRESENT, draft, page),),) if members else ()
    return (*everyone, *rows(taps, 2), *_turning(draft, Do.TOGGLE_PAGE, page, more=(page + 1) * NAMES_A_PAGE < len(offered)))
