"""Invented agendas with which a received template is tried: one with hours, one of which nothing is known yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from bot.domain.convenings import AgendaItem, Convening
from bot.domain.minutes import Correspondent
from bot.domain.writing import USUAL, WritingStyle
from doc_templates.agenda.fields import agenda_contents
from doc_templates.contents import Contents
from doc_templates.invented import CLAIRE, COMMUNE, DAY, INSTANCE, ORGANISM, PLACE, TERRITORY, TITLE

BARE = Convening(organism=ORGANISM, territory=TERRITORY, instance=INSTANCE, day=DAY, generated_on=DAY)
FULL = replace(
    BARE,
    title=TITLE,
    starts=time(14),
    ends=time(16, 30),
    place=PLACE,
    commune=COMMUNE,
    items=(
        AgendaItem(text="bilan de l’année", minutes=45, speaker="Claire Exemple"),
        AgendaItem(text="préparation du forum", minutes=60),
        AgendaItem(text="questions diverses", minutes=30),
    ),
    approves=date(2026, 1, 13),
    reply_by=date(2026, 3, 3),
    sender=CLAIRE,
    answer_to=Correspondent(person=CLAIRE),
)


def trials(style: WritingStyle = USUAL) -> tuple[Contents, ...]:
    """The rich one first: it is what people are shown."""
    return agenda_contents(replace(FULL, style=style)), agenda_contents(replace(BARE, style=style))
