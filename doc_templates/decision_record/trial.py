"""Invented records with which a received template is tried: of one meeting, of a period of several instances, of nothing at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.domain.decision_records import DecisionRecord, RecordedDecision, RecordedMeeting
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.minutes import FollowedAction, MinutedAction, NextMeeting
from bot.domain.writing import USUAL, WritingStyle
from doc_templates.contents import Contents
from doc_templates.decision_record.fields import decision_record_contents
from doc_templates.invented import ANA, CLAIRE, COMMUNE, DAY, INSTANCE, ORGANISM, PLACE, TERRITORY, TITLE

_ACTION = MinutedAction(text="Réserver la salle", bearers=(ANA,), due=date(2026, 4, 1))
_EMPTY = DecisionRecord(organism=ORGANISM, territory=TERRITORY, scope=INSTANCE, generated_on=DAY)
_OF_A_MEETING = replace(
    _EMPTY,
    meeting=RecordedMeeting(
        title=TITLE, day=DAY, starts=time(14), ends=time(16, 30), place=PLACE, commune=COMMUNE, present=5, excused=1,
        next_meeting=NextMeeting(day=date(2026, 5, 12), starts=time(14), ends=time(16), place="Salle des fêtes", commune=COMMUNE),
    ),
    decisions=(
        RecordedDecision(text="Le forum aura lieu en octobre", number="EX-2026-001", day=DAY, instance=INSTANCE),
        RecordedDecision(text="Le budget est adopté", number="EX-2026-002", day=DAY, instance=INSTANCE),
    ),
    actions=(FollowedAction(action=_ACTION, day=DAY), FollowedAction(action=_ACTION, status=ActionStatus.DONE, day=DAY)),
    made_by=CLAIRE,
)  # fmt: skip
_OF_A_PERIOD = replace(
    _OF_A_MEETING,
    meeting=None,
    first=date(2026, 1, 1),
    last=DAY,
    meetings=4,
    decisions=(
        *_OF_A_MEETING.decisions,
        RecordedDecision(
            text="Le forum est reporté", number="EX-2026-003", status=DecisionStatus.REVISED, day=DAY, instance="Copil Exemple"
        ),
    ),
)


def trials(style: WritingStyle = USUAL) -> tuple[Contents, ...]:
    """The rich one first: it is what people are shown."""
    return tuple(decision_record_contents(replace(one, style=style)) for one in (_OF_A_MEETING, _OF_A_PERIOD, _EMPTY))
