"""What is said of the papers of meetings: what comes, of which meeting, what lacks, and how far minutes have gone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from bot.domain.annual_reviews import AnnualReview
from bot.domain.convenings import Convening, agenda_item, minutes_over, minutes_told
from bot.domain.decision_records import DecisionRecord
from bot.domain.meetings import MeetingLine
from bot.domain.minutes import MinutesState
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.signing_sheets import SigningSheet
from bot.french.dates import date_range, date_with_year, long_date, short_date
from bot.french.hours import clock_range, duration
from bot.french.lists import and_list
from bot.french.plurals import counted
from bot.texts import reviews
from bot.texts.help import PLAN_EXAMPLE, example
from bot.texts.names import bold, safe

NO_LABEL = "Réunion"
_THE = {
    PaperKind.DECISIONS: "Le relevé de décisions",
    PaperKind.SIGNING_SHEET: "La feuille d’émargement",
    PaperKind.AGENDA: "L’ordre du jour",
    PaperKind.INVITATION: "L’invitation",
    PaperKind.REVIEW: "Le bilan",
    PaperKind.FIGURES: "Le tableur du bilan",
}
FEMININE = frozenset({PaperKind.SIGNING_SHEET, PaperKind.INVITATION})
DECISIONS_EXAMPLE = "les décisions du GT Diabète depuis janvier"
WHICH_DECISIONS = (
    f"⚖️ <b>Quel relevé de décisions ?</b>\nTouchez une réunion ou un groupe, ou écrivez par exemple {example(DECISIONS_EXAMPLE)}"
)
_MOVED = {
    MinutesState.DRAFT: "Le compte rendu redevient un projet.",
    MinutesState.PROOFREAD: "Le compte rendu est relu.",
    MinutesState.SENT: "C’est noté comme diffusé. Maillon ne l’envoie à personne.",
    MinutesState.APPROVED: "Le compte rendu est validé.",
}
ALREADY_THERE = "C’est déjà fait."


def coming(order: PaperOrder, said: DecisionRecord | SigningSheet | Convening) -> str:
    """What will arrive, named in full, so that a wrong guess is seen at once."""
    if isinstance(said, DecisionRecord):
        return f"{_THE[order.kind]} arrive : {_of_record(said)}."
    if isinstance(said, Convening) and said.each:
        return f"Les invitations arrivent, une par personne : {bold(said.instance or NO_LABEL)}, {long_date(said.day)}."
    return f"{_THE[order.kind]} arrive : {bold(said.instance or NO_LABEL)}, {long_date(said.day)}."


ON_ITS_WAY = "Le document arrive."


def nothing_decided(said: DecisionRecord) -> str:
    """A record would be empty."""
    return f"Aucune décision relevée ({_of_record(said)}) : je n’ai pas fait de document. Redites-le avec une période plus longue."


def caption(order: PaperOrder, said: DecisionRecord | SigningSheet | Convening | AnnualReview) -> str:
    """The words under the Word file."""
    if isinstance(said, AnnualReview):
        return reviews.caption(said, figures=order.kind is PaperKind.FIGURES)
    if isinstance(said, DecisionRecord):
        return f"Relevé de décisions – {_of_record(said)} : {counted(len(said.decisions), 'décision')}"
    when = f"{safe(said.instance or NO_LABEL)}, {long_date(said.day)}"
    if isinstance(said, SigningSheet):
        blank = counted(said.blank_lines, "ligne vide", "lignes vides")
        return f"Feuille d’émargement – {when} : {counted(len(said.expected), 'personne attendue', 'personnes attendues')}, {blank}"
    if order.kind is PaperKind.AGENDA:
        return f"Ordre du jour – {when} : {counted(len(said.items), 'point')}"
    if said.each:
        return f"Invitations – {when} : {counted(len(said.recipients), 'lettre')}"
    return f"Invitation – {when}{_lacking(said)}"


def _lacking(said: Convening) -> str:
    """What an invitation should say and does not know."""
    lacks = [
        what
        for what, known in (("l’heure", said.starts), ("le lieu", said.place or said.commune), ("l’ordre du jour", said.items))
        if not known
    ]
    return f"\nIl y manque : {', '.join(lacks)}." if lacks else ""


def _of_record(said: DecisionRecord) -> str:
    if said.meeting is not None:
        return f"{bold(said.scope or NO_LABEL)}, {long_date(said.meeting.day)}"
    last = said.last or said.generated_on
    if said.first is None:
        return f"{bold(said.scope)}, jusqu’au {date_with_year(last)}"
    return f"{bold(said.scope)}, {date_range(said.first, last)}"


def uncertain(kind: PaperKind) -> str:
    """The file may have arrived or not."""
    arrived, missing = ("arrivée", "Si elle") if kind in FEMININE else ("arrivé", "S’il")
    return f"{_THE[kind]} est peut-être {arrived} ci-dessus, peut-être pas : la connexion a été coupée. {missing} manque, touchez 📄."


def failed(kind: PaperKind) -> str:
    """The file could not be made or sent."""
    which = f"{_THE[kind][0].lower()}{_THE[kind][1:]}"
    return f"Je n’ai pas réussi à envoyer {which}. Rien n’est changé. Touchez 📄 pour réessayer."


def which_meeting(kind: PaperKind, lines: Sequence[MeetingLine], *, narrowed: bool) -> str:
    """The heading of the list of planned meetings; `narrowed`: a group or a day was told."""
    if lines:
        return f"📄 <b>{_THE[kind]} : pour quelle réunion ?</b>"
    what = "Je ne trouve aucune réunion prévue qui corresponde" if narrowed else "Aucune réunion n’est prévue"
    tell = "Dites-moi le groupe et le jour"
    shown = {
        PaperKind.SIGNING_SHEET: "la feuille d’émargement du Copil CLS du 17 mars 14h-16h",
        PaperKind.INVITATION: "l’invitation du Copil CLS du 17 mars à 14h",
    }.get(kind)
    if shown:
        return f"{what}. {tell} : {example(shown)}"
    put = "Inscrivez-la" if narrowed else "Inscrivez-en une"
    return f"{what}. {put} d’abord, par exemple {example(PLAN_EXAMPLE)}, puis redemandez l’ordre du jour."


def planned_button(line: MeetingLine) -> str:
    """One planned meeting as a button."""
    return f"📄 {line.label or NO_LABEL} – {short_date(line.day)}"


def decisions_button(line: MeetingLine) -> str:
    """The decisions of one meeting."""
    return f"⚖️ {line.label or NO_LABEL} – {short_date(line.day)}"


def group_button(name: str, year: int) -> str:
    """The decisions of one group this year."""
    return f"⚖️ {name} – {year}"


def empty_agenda(label: str, day: date) -> str:
    """An agenda that nobody gave yet, with the way to give it."""
    words = f"ordre du jour : {label or NO_LABEL}, {day.day}/{day.month:02d}"
    shown = example(f"ordre du jour du {label} du {short_date(day)} : bilan 20 min, questions diverses" if label else words)
    return f"L’ordre du jour – {bold(label or NO_LABEL)}, {long_date(day)} – n’est pas encore connu. Dites-le-moi : {shown}"


def nobody_to_write_to(label: str, day: date) -> str:
    """One letter each was asked for, and nobody but the asker is expected."""
    return (
        f"Je ne connais personne à inviter – {bold(label or NO_LABEL)}, {long_date(day)} : je n’ai pas fait de lettres. "
        "L’invitation peut partir en une seule lettre, à tous les membres."
    )


def agenda_kept(line: MeetingLine, points: Sequence[str]) -> str:
    """The points as kept, with their lengths, and their total against that of the meeting."""
    hours = f", {clock_range(line.starts, line.ends)}" if line.starts else ""
    head = f"🗓 <b>Ordre du jour enregistré</b> : {bold(line.label or NO_LABEL)}, {long_date(line.day)}{hours}"
    total = minutes_told(points)
    foot = "\n\n" + "\n".join([f"En tout : {duration(total)}.", *too_long(points, line.starts, line.ends)]) if total else ""
    return (
        f"{head}\n\n"
        + "\n".join(numbered(points))
        + f"{foot}\n\nPour le changer, redites-le en entier ; pour un seul point, écrivez par exemple <i>ajoute le budget à l’ordre du jour</i> avec le nom du groupe."
    )


def agenda_unchanged(line: MeetingLine, points: Sequence[str], told: Sequence[str], *, there: bool, same: bool = False) -> str:
    """What was to be added stands there already (`there`), what was to be changed is so already (`same`), or it is not found."""
    which = and_list([f"« {safe(agenda_item(point).text)} »" for point in told])
    why = f"{which} y {'est' if len(told) == 1 else 'sont'} déjà" if there else "c’est déjà ainsi" if same else f"je n’y trouve pas {which}"
    head = f"Je n’ai rien changé à l’ordre du jour – {bold(line.label or NO_LABEL)}, {long_date(line.day)} : {why}."
    again = ["", f"Pour changer une durée, dites par exemple {example('le budget passe à 30 min')}"] if there else []
    return "\n".join([head, "", *numbered(points), *again] if points else [head])


def numbered(points: Sequence[str]) -> list[str]:
    """The points of an agenda, a line each, with their lengths and speakers."""
    return [_point(rank, point) for rank, point in enumerate(points, start=1)]


def too_long(points: Sequence[str], starts: time | None, ends: time | None) -> list[str]:
    """A warning when the points take more than the hours of the meeting."""
    over = minutes_over(points, starts, ends)
    return [f"⚠️ C’est {duration(over)} de plus que le temps prévu."] if over else []


def _point(rank: int, point: str) -> str:
    item = agenda_item(point)
    beside = ", ".join(filter(None, (duration(item.minutes) if item.minutes else "", safe(item.speaker) if item.speaker else "")))
    return f"{rank}. {safe(item.text[:1].upper() + item.text[1:])}" + (f" ({beside})" if beside else "")


def no_agenda_for(narrowed_label: str | None) -> str:
    """An agenda was given for a meeting that nobody planned."""
    of = f" – {bold(narrowed_label)} –" if narrowed_label else ""
    return (
        f"Je n’ai rien enregistré : cette réunion{of} n’est pas dans l’agenda. "
        f"Inscrivez-la d’abord, par exemple {example(PLAN_EXAMPLE)}, puis redites l’ordre du jour."
    )


WHICH_POINT = f"Quel point ? Dites par exemple {example('ajoute le budget 15 min à l’ordre du jour du GT Diabète')}"
AGENDA_OF_WHICH = "De quelle réunion ? Touchez-la : je change son ordre du jour."
AGENDA_MOVED = "Cet ordre du jour a changé depuis : redites ce que je dois y changer."
AGENDA_FOR_WHICH = "Je n’ai rien enregistré : plusieurs réunions correspondent. Redites l’ordre du jour avec le groupe et le jour."


def on_no_agenda(points: Sequence[str]) -> str:
    """Several meetings may be meant, and the agenda of none bears those points."""
    which = and_list([f"« {safe(agenda_item(point).text)} »" for point in points])
    return f"Je n’ai rien changé : je ne trouve {which} à l’ordre du jour d’aucune de ces réunions. Touchez-en une pour voir le sien."


def of_which_agenda(point: str) -> str:
    """A point is put first or last, and no agenda looked at lately bears it."""
    named = agenda_item(point).text
    shown = example(f"mets {named} en premier à l’ordre du jour du GT Diabète")
    return f"Je n’ai rien changé : « {safe(named)} » n’est à l’ordre du jour d’aucune réunion que vous venez de voir. Redites-le avec le groupe, par exemple {shown}"


def moved(state: MinutesState) -> str:
    """How far minutes have just gone: the short words over the chat."""
    return f"{_MOVED[state]} Le document à jour arrive."
