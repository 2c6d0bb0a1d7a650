"""What is said beside a calendar file, and how it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.domain.agenda import AgendaLine
from bot.domain.meetings import MeetingState
from bot.french.dates import long_date
from bot.french.folding import fold
from bot.french.plurals import counted
from bot.texts.names import safe

UNCERTAIN = (
    "Le fichier d’agenda est peut-être arrivé ci-dessus, peut-être pas : la connexion a été coupée. S’il manque, /agenda le redonne."
)
FAILED = "Je n’ai pas réussi à envoyer le fichier d’agenda. L’agenda, lui, est intact : /agenda le redonne."
HOW = "<i>Ouvrez ce fichier pour l’ajouter à votre calendrier. Si l’agenda change, redemandez-le : il mettra votre calendrier à jour.</i>"
CANCELLED = "<i>Ouvrez ce fichier pour enlever cette réunion de votre calendrier.</i>"


def title(whose: str | None) -> str:
    """The name of the calendar, in plain words."""
    return f"Agenda – {whose}" if whose else "Agenda Maillon"


def file_name(whose: str | None, day: date | None) -> str:
    """« agenda-gt-diabete.ics », « gt-diabete-2026-05-12.ics », in plain ASCII."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(whose or "")).strip("-")[:40].strip("-")
    if day is not None:
        return f"{words or 'reunion'}-{day.isoformat()}.ics"
    return f"agenda-{words}.ics" if words else "agenda.ics"


def caption(lines: Sequence[AgendaLine], *, whose: str | None, day: date | None) -> str:
    """The words under the file; `day`: it holds one meeting."""
    if day is not None:
        gone = lines[0].state is MeetingState.CANCELLED
        return f"📅 {safe(whose or 'Réunion')}, {long_date(day)}{' (annulée)' if gone else ''}\n{CANCELLED if gone else HOW}"
    standing = sum(line.state is not MeetingState.CANCELLED for line in lines)
    return f"📅 {safe(title(whose))} : {counted(standing, 'réunion')}\n{HOW}"
