"""What the card of a leave says, and what the one who stands in is told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.notices import Notice
from bot.domain.rhythms import Leave, LeaveState, StandIn
from bot.french.dates import date_range
from bot.texts.names import bold, safe

WHICH_DAYS = (
    "De quel jour à quel jour ? Je note des jours entiers, à venir, un congé par message : "
    "écrivez par exemple <code>je suis en congé du 3 au 14</code>"
)
WHEN_BACK = "Quel jour revenez-vous ? Écrivez par exemple <code>je reviens lundi</code>"
WITHDRAWN = "C’est abandonné : je continue de vous écrire comme d’habitude."
ENDED = "Bon retour ! Je vous écris de nouveau comme d’habitude."
NONE = "Aucun congé n’est noté. Pour en noter un : <code>je suis en congé du 3 au 14</code>"
WHICH_LEAVE = "Lequel de vos congés faut-il supprimer ?"
PART_OF_IT = (
    "Je ne sais pas retirer quelques jours au milieu d’un congé : je n’ai rien changé. S’il finit un autre jour, écrivez par exemple "
    "<code>je reviens lundi</code> ; sinon supprimez-le, puis redites-le avec ses nouvelles dates."
)
KEPT_TOAST = "C’est noté. Bon congé !"


def card(leave: Leave, stand_in: StandIn, name: str) -> str:
    """The card of a leave, or what is kept of it; `name` of the one who stands in."""
    kept = leave.state is LeaveState.KEPT
    head = "✅ <b>Congé noté</b>" if kept else "🗓 <b>Congé</b>"
    lines = [head, f"📅 {_days(leave)}", f"👤 {_meanwhile(leave, stand_in, name)}"]
    if stand_in is StandIn.SEVERAL:
        lines.append(f"\n❓ <b>Qui est « {safe(leave.stand_in_said or '?')} » ?</b>")
    elif not kept:
        if stand_in in (StandIn.NOBODY, StandIn.UNKNOWN):
            who = "Quelqu’un vous remplace ?" if stand_in is StandIn.NOBODY else "Pour dire qui vous remplace :"
            lines.append(f"<i>{who} Écrivez par exemple</i> <code>Sophie Martin prend le relais</code>")
        lines.append("\n<i>Ces jours-là, je ne vous écrirai pas de moi-même ; au retour, tout ce qui attendait arrive en un message.</i>")
    return "\n".join(lines)


def _meanwhile(leave: Leave, stand_in: StandIn, name: str) -> str:
    waits = "les questions d’après réunion attendront votre retour."
    match stand_in:
        case StandIn.READY:
            return f"{bold(name)} prend le relais : je lui poserai les questions d’après réunion."
        case StandIn.NOT_JOINED:
            return f"{bold(name)} n’a pas rejoint Maillon, je ne peux donc pas lui écrire : {waits}"
        case StandIn.NO_MEETINGS:
            return f"{bold(name)} n’enregistre pas de réunions dans Maillon : {waits}"
        case StandIn.UNKNOWN:
            return f"« {safe(leave.stand_in_said or '')} » n’est pas dans l’annuaire : {waits}"
        case StandIn.SEVERAL:
            return "Plusieurs personnes portent ce nom."
    return f"Personne ne prend le relais : {waits}"


def you_stand_in(notice: Notice) -> str:
    """To the one who was named."""
    leave = notice.leave
    when = f" {date_range(leave.first, leave.last)}" if leave is not None else ""
    return f"{safe(notice.about)} est en congé{when} et compte sur vous pour prendre le relais : je vous demanderai si ses réunions se sont tenues."


def you_stand_in_no_more(notice: Notice) -> str:
    """To the one who was told so: the leave is given up, or somebody else takes over; without its days she is back early."""
    if notice.leave is None:
        return f"{safe(notice.about)} est de retour : vous n’avez plus à prendre le relais."
    days = date_range(notice.leave.first, notice.leave.last)
    return f"{safe(notice.about)} ne compte plus sur vous pour prendre le relais {days} : je ne vous demanderai rien de ses réunions."


def given_up(leaves: Sequence[Leave]) -> str:
    """Said after leaves to come were given up in words."""
    what = "Congé supprimé" if len(leaves) == 1 else "Congés supprimés"
    return f"❌ {what} : {listed(leaves)}. Je vous écris comme d’habitude."


def not_away(others: Sequence[Leave], *, back: bool) -> str:
    """No leave is meant: she is back and none is kept for today, or none holds the days that she named; those that stay."""
    head = "Bon retour !" if back else "Aucun congé n’est noté ces jours-là."
    return f"{head} {'Vos congés notés restent' if len(others) > 1 else 'Votre congé noté reste'} : {listed(others)}."


def drop_button(leave: Leave) -> str:
    """Gives up one of several leaves."""
    return f"❌ Congé {date_range(leave.first, leave.last)}"


def _days(leave: Leave) -> str:
    said = date_range(leave.first, leave.last)
    return said[0].upper() + said[1:]


def listed(leaves: Sequence[Leave]) -> str:
    """Her leaves to come, in a line."""
    return " ; ".join(date_range(leave.first, leave.last) for leave in leaves)
