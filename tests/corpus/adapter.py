"""How the reader's answers look in the form of the message corpus (see ../shared/corpus/messages_README.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.domain.agenda import SeePlanned
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.checklist import PlanChecklist
from bot.domain.convenings import PlanAgenda
from bot.domain.date_searches import FindDate
from bot.domain.drafts import (
    ActionDraft,
    Bearer,
    DayWindow,
    Field,
    HoursDraft,
    MeetingDraft,
    NextMeetingDraft,
    gaps_of_hours,
    gaps_of_meeting,
)
from bot.domain.parked import ParkPoints
from bot.domain.reminder_orders import OrderReminder
from bot.domain.requests import (
    AskAgenda,
    AskMinutes,
    AskPaper,
    ChangeSheet,
    Command,
    CorrectDraft,
    FindPartner,
    Hearing,
    KeepContent,
    NotForMe,
    PlanMeeting,
    Request,
    SetReminder,
    UpdateAttendance,
)
from bot.domain.turnout import TellTurnout
from bot.understanding.__main__ import vocabulary_of
from bot.understanding.index import VocabularyIndex, compile_index
from bot.understanding.reader import read as understand
from tests.corpus.times_adapter import times

__all__ = ["read", "read_request", "territory_index", "times"]

_INDEXES: dict[int, tuple[Any, Territory]] = {}
_PARTS = {"action": "action de terrain", "réunion": None}


@dataclass(frozen=True, slots=True)
class Territory:
    """A directory of the corpus with its index and the ids that its names were given."""

    index: VocabularyIndex
    person_ids: dict[str, int]


def territory_index(territory: dict[str, Any]) -> Territory:
    """The directory laid out, once for each object."""
    kept = _INDEXES.get(id(territory))
    if kept is None or kept[0] is not territory:
        kept = (territory, _laid_out(territory))
        _INDEXES[id(territory)] = kept
    return kept[1]


def _laid_out(territory: dict[str, Any]) -> Territory:
    vocabulary = vocabulary_of(territory)
    return Territory(compile_index(vocabulary), {p.full_name: p.id for p in vocabulary.people})


def read_request(text: str, sent_at: datetime, author: str, territory: dict[str, Any]) -> Request:
    """The reader's own answer."""
    laid = territory_index(territory)
    return understand(text, Hearing(now=sent_at, author_id=laid.person_ids.get(author)), laid.index)


def read(text: str, sent_at: datetime, author: str, territory: dict[str, Any]) -> dict[str, Any]:
    """The answer as a line's « expect »."""
    laid = territory_index(territory)
    return _Form(laid.index, author, sent_at, text).of(read_request(text, sent_at, author, territory))


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def _clock(value: time | None) -> str | None:
    return value.strftime("%H:%M") if value is not None else None


@dataclass(frozen=True, slots=True)
class _Form:
    index: VocabularyIndex
    author: str
    sent_at: datetime
    text: str = ""

    def of(self, request: Request) -> dict[str, Any]:
        match request:
            case KeepContent(content=content) | CorrectDraft(content=content):
                meetings = [self.meeting(m) for m in content.meetings]
                intent = "log_meeting" if meetings else "log_hours"
                return {
                    "intent": intent,
                    "writes": True,
                    "meetings": meetings,
                    "hours": [self.hours(h) for h in content.hours],
                    "privacy_warning": content.privacy_warning,
                }
            case UpdateAttendance():
                return {
                    "intent": "attendance_update",
                    "writes": True,
                    "attendance": self.update(request),
                    "privacy_warning": request.privacy_warning,
                }
            case FindPartner(people=people, structures=structures, fields=fields, privacy_warning=private):
                names = [self.person(p) for p in people]
                return {
                    "intent": "find_partner",
                    "privacy_warning": private,
                    "search": {"people": names, "structures": [self.index.structures[s].name for s in structures], "fields": list(fields)},
                }
            case SetReminder():
                return {
                    "intent": "set_reminder",
                    "writes": True,
                    "reminder": self.reminder(request),
                    "privacy_warning": request.privacy_warning,
                }
            case AskAgenda(first=first, last=last, group_id=group):
                return {"intent": "ask_agenda", "agenda": {"group": self.group(group), "from": _day(first), "to": _day(last)}}
            case AskMinutes(group_id=group, which=which, day=day, day_window=window):
                asked = {"group": self.group(group), "which": which, "date": _day(day) or self.window(window)}
                return {"intent": "ask_minutes", "minutes": asked}
            case AskPaper(group_id=group, which=which, first=first, last=last):
                day = _day(first) if first == last else self.window(DayWindow(first=first, last=last)) if first and last else None
                asked = {"group": self.group(group), "which": "date" if day else "last", "date": day}
                return {"intent": "ask_minutes", "minutes": asked}
            case ChangeSheet(change=change):
                return {"intent": "change_sheet", "writes": True, "deed": change.deed.value}
            case Command() | PlanAgenda() | OrderReminder() | TellTurnout() | ParkPoints() | PlanChecklist() | FindDate() | SeePlanned():
                return {"intent": "unknown", "clarify": False}
            case PlanMeeting(privacy_warning=private):  # the corpora are older than the agenda: a plan keeps no meeting and no hours
                return {"intent": "unknown", "clarify": True, "privacy_warning": private, "plan": self.plan(request)}
            case NotForMe(clarify=clarify, privacy_warning=private):
                return {"intent": "unknown", "clarify": clarify, "privacy_warning": private}

    def person(self, ident: int) -> str:
        return self.index.people[ident].full_name

    def plan(self, p: PlanMeeting) -> dict[str, Any]:
        return {"title": p.title, "place": self.place(p.spot.place_id, p.spot.place_said), "commune": p.spot.commune}

    def group(self, ident: int | None) -> str | None:
        return None if ident is None else self.index.groups[ident].name

    def window(self, window: DayWindow | None) -> dict[str, str] | None:
        return None if window is None else {"from": window.first.isoformat(), "to": window.last.isoformat()}

    def place(self, place_id: int | None, said: str | None) -> str | None:
        return self.index.places[place_id].name if place_id is not None else said

    def presence(self, p: Presence) -> dict[str, Any]:
        if p.person_id is not None:
            return {"name": self.person(p.person_id), "count": 1}
        if p.structure_id is not None and p.said is not None:
            return {"name": p.said, "structure": self.index.structures[p.structure_id].name, "count": p.count}
        if p.structure_id is not None:
            return {"name": None, "structure": self.index.structures[p.structure_id].name, "count": p.count}
        if p.candidates:
            return {"name": None, "said": p.said, "count": 1}
        if p.count > 1 and p.structure_said is not None:
            return {"name": self.typed(p.structure_said), "structure": p.structure_said, "count": p.count}
        return {"name": p.said, "count": p.count}

    def typed(self, house: str) -> str:
        """« maraudeurs de la Croix-Rouge »: a guest is named as typed, « 2 pers. de la Croix-Rouge » by the house alone."""
        said = re.search(rf"([^\W\d]{{4,}})\s+(?:de\s+la|de\s+l['’]|du|des|de|d['’])\s*{re.escape(house)}", self.text)
        return house if said is None or said[1].startswith("pers") else said[0]

    def bearer(self, b: Bearer) -> str:
        if b.person_id is not None:
            return self.person(b.person_id)
        return self.index.structures[b.structure_id].name if b.structure_id is not None else b.said or ""

    def action(self, a: ActionDraft) -> dict[str, Any]:
        return {"who": [self.bearer(b) for b in a.bearers], "what": a.text, "due": _day(a.due) or self.window(a.due_window)}

    def next(self, n: NextMeetingDraft | None) -> dict[str, Any] | None:
        if n is None:
            return None
        return {
            "date": _day(n.day) or self.window(n.day_window),
            "start": _clock(n.starts),
            "end": _clock(n.ends),
            "place": self.place(n.place_id, n.place_said),
            "group": self.group(n.group_id),
        }

    def split(self, people: tuple[Presence, ...]) -> dict[str, list[Any]]:
        away = {AttendanceState.EXCUSED: "excused", AttendanceState.REPRESENTED: "excused", AttendanceState.ABSENT: "absent"}
        lists: dict[str, list[Any]] = {"attendees": [], "guests": [], "excused": [], "absent": []}
        for p in people:
            shown = self.presence(p)
            if p.state in away and p.person_id is None and p.structure_id is None and p.said in {"personne", "personnes"}:
                continue  # « 3 excusés »: the form of the corpus has names only
            if p.state in away:
                lists[away[p.state]] += [shown.get("name") or shown.get("structure") or shown.get("said")] * (
                    1 if shown.get("name") else p.count
                )
            else:
                known = p.person_id is not None or (p.structure_id is not None and p.said is None) or bool(p.candidates)
                lists["attendees" if known else "guests"].append(shown)
        return lists

    def meeting(self, m: MeetingDraft) -> dict[str, Any]:
        names = {
            Field.GROUP: "group",
            Field.DAY: "date",
            Field.DURATION: "duration",
            Field.HEADCOUNT: "headcount",
            Field.PEOPLE: "attendees",
        }
        return self.split(m.people) | {
            "group": self.group(m.group_id),
            "candidates": [self.group(g) for g in m.group_candidates],
            "date": _day(m.day) or self.window(m.day_window),
            "start": _clock(m.starts),
            "end": _clock(m.ends),
            "duration_minutes": m.minutes,
            "time_approx": m.times_approximate,
            "place": self.place(m.place_id, m.place_said),
            "commune": m.commune,
            "headcount": m.headcount,
            "headcount_approx": m.headcount_approximate,
            "author_present": m.author_present,
            "decisions": list(m.decisions),
            "actions": [self.action(a) for a in m.actions],
            "next_meeting": self.next(m.next_meeting),
            "topics_keywords": list(m.topics),
            "missing": [names[f] for f in gaps_of_meeting(m) if not (f is Field.DAY and m.day_window is not None)],
        }

    def hours(self, h: HoursDraft) -> dict[str, Any]:
        names = {Field.PERSON: "person", Field.MINUTES: "minutes", Field.GROUP: "group", Field.DAY: "date"}
        minutes = (h.minutes or 0) * max(1, len(h.days))
        group = h.group_id
        axis = h.axis if h.axis is not None or group is None else self.index.groups[group].axis
        return {
            "person": self.person(h.person_id) if h.person_id is not None else None,
            "person_candidates": [self.person(p) for p in h.person_candidates],
            "count": h.count,
            "minutes": minutes if h.minutes is not None else None,
            "total_minutes": minutes * h.count if h.minutes is not None else None,
            "group": self.group(group),
            "axis": axis,
            "date": _day(h.days[0]) if h.days else None,
            "dates": [_day(d) for d in h.days],
            "nature": _PARTS.get(h.part.value, h.part.value) if h.part is not None else None,
            "missing": [names[f] for f in gaps_of_hours(h) if not (f is Field.DAY and h.day_window is not None)],
        }

    def update(self, u: UpdateAttendance) -> dict[str, Any]:
        added = self.split(u.add)
        away = self.split(u.away)
        removed = [self.presence(p) for p in u.remove]
        return {
            "target": {"group": self.group(u.group_id), "date": _day(u.day), "which": u.which},
            "add": added["attendees"],
            "add_guests": added["guests"],
            "remove": [r.get("name") or r.get("structure") for r in removed],
            "excused": away["excused"],
            "absent": away["absent"],
            "headcount": u.headcount,
        }

    def reminder(self, r: SetReminder) -> dict[str, Any]:
        return {
            "for": self.author,
            "what": r.what,
            # « deux jours avant la plénière du 14 »: tied to that meeting; as things stand it rings on the 12th
            "date": _day(r.day - timedelta(minutes=r.before) if r.day and r.before else r.day) or self.window(r.day_window),
            "time": _clock(r.at),
            "part_of_day": r.part_of_day,
            "people": [self.person(p) for p in r.people],
            "group": self.group(r.group_id),
            "recurrence": {"every": r.recurrence.every, "weekday": r.recurrence.weekday, "nth": r.recurrence.nth} if r.recurrence else None,
            "missing": ["date" if f is Field.DAY else f.value for f in r.missing],
        }
