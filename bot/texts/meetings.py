"""How past meetings are listed, and what accompanies their minutes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.groups import Group
from bot.domain.meetings import MeetingLine
from bot.domain.minutes import MinutesState
from bot.french.dates import long_date, short_date
from bot.texts.names import bold, safe

NO_LABEL = "Réunion"


def past(lines: Sequence[MeetingLine], *, narrowed: bool) -> str:
    """The heading of the list of minutes; `narrowed`: some were asked for, not just the last ones."""
    if not lines and narrowed:
        return "Aucun compte rendu ne correspond. /cr montre les derniers."
    if not lines:
        return "Aucun compte rendu pour l’instant : le premier arrive avec la première réunion enregistrée."
    return "📄 <b>Quel compte rendu ?</b>"


def past_button(line: MeetingLine) -> str:
    """One meeting as a button."""
    return f"📄 {line.label or NO_LABEL} – {short_date(line.day)}"


def attendance_of_which(lines: Sequence[MeetingLine]) -> str:
    """The heading of the list of meetings whose attendance may be corrected."""
    if not lines:
        return "Aucune réunion enregistrée pour l’instant. Racontez-la-moi en un message, ou écrivez /reunion."
    return (
        "👥 <b>Qui était là : quelle réunion ?</b>\n"
        "Touchez-la pour rouvrir sa carte, ou écrivez par exemple <code>ajoute Karim Benali au GT Diabète de mardi</code>"
    )


def attendance_button(line: MeetingLine) -> str:
    """One of them."""
    return f"✏️ {line.label or NO_LABEL} – {short_date(line.day)}"


def minutes_caption(label: str, day: date, *, state: MinutesState, version: int) -> str:
    """The words under the Word file; a version only once there are several."""
    which = f", version {version}" if version > 1 else ""
    return f"Compte rendu – {safe(label or NO_LABEL)}, {long_date(day)} ({state.value}{which})"


def minutes_uncertain(label: str, day: date) -> str:
    """The file may have arrived or not."""
    which = f"{bold(label or NO_LABEL)}, {long_date(day)}"
    return (
        f"Le compte rendu – {which} – est peut-être arrivé ci-dessus, peut-être pas : la connexion a été coupée. S’il manque, touchez 📄."
    )


def minutes_failed(label: str, day: date) -> str:
    """The file could not be made or sent."""
    which = f"{bold(label or NO_LABEL)}, {long_date(day)}"
    return f"Je n’ai pas réussi à envoyer le compte rendu – {which}. La réunion, elle, est bien enregistrée. Touchez 📄 pour réessayer."


MINUTES_COMING = "Le compte rendu arrive."
UNDONE = "↩︎ <b>C’est annulé</b> : rien n’est gardé."
UNDONE_AMENDMENT = "↩︎ <b>La correction est annulée</b> : la réunion est comme avant."
UNDONE_HOURS = "↩︎ <b>La correction est annulée</b> : les heures sont comme avant."


def groups(all_groups: Sequence[Group], *, own: set[int], page: int, pages: int) -> str:
    """A page of the list of groups; the speaker's own come first and are marked."""
    if not all_groups:
        return "Aucun groupe pour l’instant : racontez une réunion, et son groupe se crée d’une touche."
    body = "\n".join(f"{'⭐ ' if g.id in own else ''}{bold(g.name)}" + (f" · axe {g.axis}" if g.axis else "") for g in all_groups)
    title = "📁 <b>Groupes</b>" + (f" ({page + 1}/{pages})" if pages > 1 else "")
    return f"{title}\n\n{body}" + ("\n\n<i>⭐ vos groupes</i>" if own & {g.id for g in all_groups} else "")
