"""Invented minutes with which a received template is tried: one meeting where everything was said, one where nearly nothing was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.domain.attendance import AttendanceState
from bot.domain.decisions import ActionStatus
from bot.domain.minutes import (
    FollowedAction,
    MinutedAction,
    MinutedDecision,
    Minutes,
    MinutesState,
    NamedPerson,
    NextMeeting,
    Participant,
    PreviousMinutes,
)
from doc_templates.contents import Contents
from doc_templates.minutes.fields import minutes_contents

_DAY = date(2026, 3, 10)
_CLAIRE = NamedPerson(first_name="Claire", last_name="Exemple", civility="Mme", function="coordinatrice", structure="Réseau Exemple")


def _person(first: str, last: str, structure: str, state: AttendanceState = AttendanceState.PRESENT) -> Participant:
    return Participant(person=NamedPerson(first_name=first, last_name=last, function="référente santé", structure=structure), state=state)


_BARE = Minutes(organism="Réseau Exemple", territory="Pays d’Exemple", instance="Groupe Exemple", day=_DAY, generated_on=_DAY)
_FOLLOWED = FollowedAction(
    action=MinutedAction(text="Écrire aux communes"), status=ActionStatus.DONE, day=date(2026, 1, 13), instance="Groupe Exemple"
)
_FULL = replace(
    _BARE,
    title="Bilan & perspectives <2026>",
    state=MinutesState.PROOFREAD,
    version=2,
    moved_on=_DAY,
    starts=time(14),
    ends=time(16, 30),
    minutes=150,
    place="Maison de la santé",
    commune="Exempleville",
    chair=_CLAIRE,
    secretary=_CLAIRE,
    headcount=5,
    participants=(
        Participant(person=_CLAIRE),
        _person("Ana", "Modèle", "Centre social"),
        _person("Paul", "Essai", "Mission locale", state=AttendanceState.EXCUSED),
    ),
    topics=("Bilan de l’année", "Préparation du forum"),
    decisions=(MinutedDecision(text="Le forum aura lieu en octobre"), MinutedDecision(text="Le budget est adopté")),
    actions=(MinutedAction(text="Réserver la salle", bearers=("Ana Modèle",), due=date(2026, 4, 1)),),
    previous=PreviousMinutes(day=date(2026, 1, 13), approved=True),
    earlier_actions=(_FOLLOWED,),
    next_meeting=NextMeeting(day=date(2026, 5, 12), starts=time(14), ends=time(16), place="Salle des fêtes", commune="Exempleville"),
    before=_BARE,
    corrections_to="Claire Exemple",
)


def trials() -> tuple[Contents, ...]:
    """The rich one first: it is what people are shown."""
    return minutes_contents(_FULL), minutes_contents(_BARE)
