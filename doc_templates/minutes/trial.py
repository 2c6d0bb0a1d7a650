"""Invented minutes with which a received template is tried: one meeting where everything was said, one where nearly nothing was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.domain.attendance import AttendanceState
from bot.domain.decisions import ActionStatus
from bot.domain.minutes import (
    Correspondent,
    FollowedAction,
    MinutedAction,
    MinutedDecision,
    Minutes,
    MinutesState,
    NextMeeting,
    Participant,
    PreviousMinutes,
)
from bot.domain.writing import USUAL, WritingStyle
from doc_templates.contents import Contents
from doc_templates.invented import ANA, CLAIRE, COMMUNE, DAY, INSTANCE, ORGANISM, PAUL, PLACE, TERRITORY, TITLE
from doc_templates.minutes.fields import minutes_contents

_BARE = Minutes(organism=ORGANISM, territory=TERRITORY, instance=INSTANCE, day=DAY, generated_on=DAY)
_FOLLOWED = FollowedAction(
    action=MinutedAction(text="Écrire aux communes"), status=ActionStatus.DONE, day=date(2026, 1, 13), instance=INSTANCE
)
_FULL = replace(
    _BARE,
    title=TITLE,
    state=MinutesState.PROOFREAD,
    version=2,
    moved_on=DAY,
    starts=time(14),
    ends=time(16, 30),
    minutes=150,
    place=PLACE,
    commune=COMMUNE,
    chair=CLAIRE,
    secretary=CLAIRE,
    headcount=5,
    participants=(
        Participant(person=CLAIRE),
        Participant(person=ANA),
        Participant(person=PAUL, state=AttendanceState.EXCUSED),
    ),
    topics=("Bilan de l’année", "Préparation du forum"),
    decisions=(MinutedDecision(text="Le forum aura lieu en octobre"), MinutedDecision(text="Le budget est adopté")),
    actions=(MinutedAction(text="Réserver la salle", bearers=(ANA,), due=date(2026, 4, 1)),),
    previous=PreviousMinutes(day=date(2026, 1, 13), approved=True),
    earlier_actions=(_FOLLOWED,),
    next_meeting=NextMeeting(day=date(2026, 5, 12), starts=time(14), ends=time(16), place="Salle des fêtes", commune=COMMUNE),
    before=_BARE,
    corrections_to=Correspondent(person=CLAIRE),
)


def trials(style: WritingStyle = USUAL) -> tuple[Contents, ...]:
    """The rich one first: it is what people are shown."""
    return minutes_contents(replace(_FULL, style=style)), minutes_contents(replace(_BARE, style=style))
