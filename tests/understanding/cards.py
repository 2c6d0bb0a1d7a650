"""Cards that stand open in the tests of corrections, and what a sentence changes in them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, time

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import ActionDraft, Bearer, DraftContent, Field, MeetingDraft, NextMeetingDraft
from bot.domain.requests import CorrectDraft
from tests.understanding.territory import GROUPS, NOW, PEOPLE, PLACES, STRUCTURES, corrected

NAMES = {ident: name for name, ident in PEOPLE.items()} | {-ident: name for name, ident in STRUCTURES.items()}
SOPHIE, KARIM = PEOPLE["Sophie Martin"], PEOPLE["Karim Benali"]
MEETING = MeetingDraft(
    author_id=PEOPLE["Claire Fontaine"],
    group_id=GROUPS["GT Diabète"],
    day=date(2026, 12, 8),
    starts=time(14),
    ends=time(16, 30),
    minutes=150,
    place_id=PLACES["Maison de la santé"],
    place_said="Maison de la santé",
    commune="Alès",
    headcount=12,
    people=(
        Presence(person_id=SOPHIE),
        Presence(person_id=KARIM),
        Presence(said="Julie"),
        Presence(structure_id=STRUCTURES["Protection maternelle et infantile d'Alès"], state=AttendanceState.EXCUSED),
    ),
    topics=("le film sur le diabète",),
    decisions=("lancer l'enquête", "imprimer le flyer"),
    actions=(
        ActionDraft(text="relance la CAF", bearers=(Bearer(person_id=SOPHIE),), due=date(2026, 12, 15)),
        ActionDraft(text="réserve la salle", bearers=(Bearer(person_id=KARIM),)),
    ),
    next_meeting=NextMeetingDraft(day=date(2027, 1, 12), starts=time(14), group_id=GROUPS["GT Diabète"]),
)
CARD = DraftContent(meetings=(MEETING,))
BLANK = DraftContent(meetings=(MeetingDraft(author_id=PEOPLE["Claire Fontaine"]),))


def changes(words: str, card: DraftContent = CARD, *, asked: Field | None = None, now: datetime = NOW) -> dict[str, object]:
    """Which parts of the first meeting the words change, and how they read then; spans and doubts aside."""
    return told(card.meetings[0], answer(words, card, asked=asked, now=now).content.meetings[0])


def answer(words: str, card: DraftContent = CARD, *, asked: Field | None = None, now: datetime = NOW) -> CorrectDraft:
    """The correction that the words make."""
    return corrected(words, card, asked=asked, now=now)


def told(before: MeetingDraft, after: MeetingDraft) -> dict[str, object]:
    """The parts that differ, written short."""
    found: dict[str, object] = {}
    for part in fields(MeetingDraft):
        old, new = getattr(before, part.name), getattr(after, part.name)
        if old != new and part.name not in {"spans", "unsure"}:
            found[part.name] = _short(new)
    return found


def _short(value: object) -> object:
    if isinstance(value, NextMeetingDraft):
        return " ".join(str(part) for part in (value.day, value.starts, value.ends, value.place_said) if part is not None)
    if isinstance(value, time | date):
        return str(value)
    if isinstance(value, tuple):
        return [_short(item) for item in value]
    if isinstance(value, ActionDraft):
        who = " et ".join(_bearer(bearer) for bearer in value.bearers)
        return f"{who} : {value.text}" + (f" ({value.due})" if value.due else "")
    if isinstance(value, Presence):
        name = NAMES[value.person_id] if value.person_id else value.said or NAMES[-(value.structure_id or 0)]
        beside = f" ({NAMES[-value.structure_id]})" if value.said and value.structure_id else ""
        state = "" if value.state is AttendanceState.PRESENT else f" {value.state.value}"
        return (f"{value.count} " if value.count > 1 else "") + name + beside + state
    return value


def _bearer(bearer: Bearer) -> str:
    if bearer.person_id is not None:
        return NAMES[bearer.person_id]
    return NAMES[-bearer.structure_id] if bearer.structure_id is not None else bearer.said or "?"
