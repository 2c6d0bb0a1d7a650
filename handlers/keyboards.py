"""Which buttons stand below a card: the answers to its question, or ✅ ✏️ ❌."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.actions.drafts import groups_to_offer
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.contributions import Part
from bot.domain.drafts import Draft, Field, Gap, MeetingDraft, gaps, named_present, unknown_group
from bot.domain.permissions import Verb, may
from bot.french.dates import WEEKDAYS
from bot.french.hours import duration
from bot.texts import buttons
from handlers.callbacks import Do, Tap
from handlers.replies import Button, Keyboard
from handlers.room import Room

GROUPS_A_PAGE = 6
NAMES_A_PAGE = 8
LONGEST_LABEL = 60
CANDIDATES = 6
DURATIONS = (60, 90, 120, 150, 180, 210)
HOURS = (30, 60, 90, 120, 180, 210, 240, 420)
HEADCOUNTS = (4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20)
MEETING_FIELDS = (
    (Field.GROUP, "Groupe"),
    (Field.DAY, "Date"),
    (Field.DURATION, "Horaires"),
    (Field.PLACE, "Lieu"),
    (Field.HEADCOUNT, "Nombre"),
    (Field.PEOPLE, "Personnes"),
    (Field.DECISIONS, "Décisions"),
    (Field.ACTIONS, "Actions"),
    (Field.NEXT_MEETING, "Prochaine date"),
    (Field.TOPICS, "Sujets"),
)
HOURS_FIELDS = ((Field.MINUTES, "Durée"), (Field.DAY, "Date"), (Field.GROUP, "Groupe"), (Field.PART, "Nature du temps"))
PARTS = (Part.PREPARATION, Part.ACTION, Part.TRAVEL, Part.WRITING, Part.TRAINING, Part.MEETING, Part.OTHER)


def rows(items: Sequence[Button], width: int) -> Keyboard:
    """The buttons in rows of that many."""
    return tuple(tuple(items[i : i + width]) for i in range(0, len(items), width))


def card_keyboard(room: Room, draft: Draft, *, page: int = 0) -> Keyboard:
    """The buttons of a card in its present state."""
    if draft.asked is None:
        return ((_tap(buttons.KEEP, Do.KEEP, draft),), (_tap(buttons.CORRECT, Do.MENU, draft), _tap(buttons.DROP, Do.DROP, draft)))
    return (*_answers(room, draft, draft.asked, page), *_foot(draft, draft.asked))


def kept_keyboard(entry_id: int, meeting_ids: Sequence[int]) -> Keyboard:
    """The buttons below what is kept."""
    row = [Button(label=buttons.UNDO, tap=Tap(Do.UNDO, entry_id))]
    if len(meeting_ids) == 1:
        row.append(Button(label=buttons.CORRECT_KEPT, tap=Tap(Do.AMEND, meeting_ids[0])))
    return (tuple(row),)


def menu_keyboard(draft: Draft) -> Keyboard:
    """What can be corrected, item by item."""
    offered: list[Button] = []
    several = len(draft.content.meetings) + len(draft.content.hours) > 1
    for i, _ in enumerate(draft.content.meetings):
        offered += [_field(draft, label, field, f"m{i}", f"{i + 1}. " if several else "") for field, label in MEETING_FIELDS]
    for i, _ in enumerate(draft.content.hours):
        rank = f"{len(draft.content.meetings) + i + 1}. " if several else ""
        offered += [_field(draft, label, field, f"h{i}", rank) for field, label in HOURS_FIELDS]
    return (*rows(offered[:80], 2), (_tap(buttons.BACK, Do.CARD, draft),))


def _field(draft: Draft, label: str, field: Field, item: str, rank: str) -> Button:
    return _tap(f"✏️ {rank}{label}", Do.ASK, draft, f"{field.value}.{item}")


def _tap(label: str, do: Do, draft: Draft, argument: object = "") -> Button:
    return Button(label=label.replace("'", "’")[:LONGEST_LABEL], tap=Tap(do, draft.id, draft.version, str(argument)))


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
        return rows([_tap(part.value.capitalize(), Do.PART, draft, part.name) for part in PARTS], 2)
    if gap.field is Field.HEADCOUNT:
        return _headcounts(draft, gap)
    if gap.field in (Field.PEOPLE, Field.PERSON):
        return _people(room, draft, gap, page)
    if gap.field is Field.PLACE:
        return ((_tap("Visio", Do.PLACE, draft, "visio"), _tap("Téléphone", Do.PLACE, draft, "téléphone")),)
    return ()


def _groups(room: Room, draft: Draft, gap: Gap, page: int) -> Keyboard:
    offered = groups_to_offer(room.work, room.account, draft=draft, gap=gap)
    shown = offered[page * GROUPS_A_PAGE : (page + 1) * GROUPS_A_PAGE]
    listed = rows([_tap(room.names.group(g), Do.GROUP, draft, g) for g in shown], 1)
    extra: list[Button] = []
    unknown = unknown_group(draft, gap)
    if unknown and may(room.account.role, Verb.LOG_ANY_MEETING):
        listed = ((_tap(f"{buttons.CREATE} « {unknown} »", Do.NEW_GROUP, draft),), *listed)
    if gap.hours is not None or may(room.account.role, Verb.LOG_ANY_MEETING):
        extra.append(_tap(buttons.NO_GROUP, Do.GROUP, draft, 0))
    return (*listed, *pager(draft, Do.GROUP_PAGE, page, len(offered), GROUPS_A_PAGE), *((tuple(extra),) if extra else ()))


def pager(draft: Draft, do: Do, page: int, total: int, size: int) -> Keyboard:
    """◀ ▶ where there is something before or after."""
    row: list[Button] = []
    if page > 0:
        row.append(_tap(buttons.PREVIOUS, do, draft, page - 1))
    if (page + 1) * size < total:
        row.append(_tap(buttons.NEXT, do, draft, page + 1))
    return (tuple(row),) if row else ()


def _days(room: Room, draft: Draft, gap: Gap) -> Keyboard:
    offered: list[date] = []
    if gap.meeting is not None:
        meeting = draft.content.meetings[gap.meeting]
        offered += meeting.day_candidates
        if meeting.day_window:
            length = (meeting.day_window.last - meeting.day_window.first).days
            offered += [meeting.day_window.first + timedelta(days=i) for i in range(min(length, 13) + 1)]
    offered = [day for day in offered if day <= room.today] or [room.today - timedelta(days=i) for i in range(8)]
    return rows([_tap(day_label(day, room.today), Do.DAY, draft, day.strftime("%Y%m%d")) for day in offered], 4)


def day_label(day: date, today: date) -> str:
    """« Aujourd’hui », « Hier », « ven. 20/11 »."""
    if day == today:
        return buttons.TODAY
    if day == today - timedelta(days=1):
        return buttons.YESTERDAY
    return f"{WEEKDAYS[day.weekday()][:3]}. {day.day}/{day.month:02d}"


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
    """The people to toggle: the group's members less the author, by name, then those listed who are not members."""
    group = room.names.groups.get(meeting.group_id or 0)
    author = meeting.author_id or room.account.person_id
    members = [m for m in (group.member_ids if group else ()) if m != author]
    listed = [p.person_id for p in meeting.people if p.person_id and p.person_id not in members]
    return (*sorted(members, key=room.names.person), *listed)


def _toggles(room: Room, draft: Draft, meeting: MeetingDraft, page: int) -> Keyboard:
    members = members_of(room, meeting)
    states = {p.person_id: p.state for p in meeting.people if p.person_id}
    shown = members[page * NAMES_A_PAGE : (page + 1) * NAMES_A_PAGE]
    taps = [_tap(f"{_sign(states.get(m))} {room.names.person(m)}", Do.TOGGLE, draft, f"{page}.{m}") for m in shown]
    everyone = ((_tap(buttons.ALL_PRESENT, Do.ALL_PRESENT, draft, page),),) if members else ()
    return (*everyone, *rows(taps, 2), *pager(draft, Do.TOGGLE_PAGE, page, len(members), NAMES_A_PAGE))


def _sign(state: AttendanceState | None) -> str:
    if state is AttendanceState.PRESENT:
        return "☑️"
    return "🙏" if state is AttendanceState.EXCUSED else "⬜" if state is None else "▫️"
