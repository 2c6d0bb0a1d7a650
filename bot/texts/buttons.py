"""What buttons say; the first sign always means the same (see the contract)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.attendance import AttendanceState
from bot.domain.contributions import Nature, Part
from bot.domain.drafts import Field
from bot.domain.minutes import MinutesState
from bot.domain.papers import PaperKind
from bot.domain.people import Visibility
from bot.domain.permissions import Role
from bot.domain.sheet_changes import SheetDeed
from bot.french.dates import weekday
from bot.french.hours import clock
from bot.texts.names import role_name

KEEP = "✅ Enregistrer"
KEEP_ANYWAY = "✅ Enregistrer quand même"
CORRECT = "✏️ Corriger"
DROP = "❌ Abandonner"
UNDO = "↩︎ Annuler"
OPEN_OTHER = "✏️ Ouvrir l’autre"
RESUME = "✏️ Reprendre"
MINUTES_AGAIN = "📄 Compte rendu"
PAPER_AGAIN = "📄 Renvoyer ce document"
ONE_EACH = "➕ Une lettre par personne"
_PAPERS = {
    PaperKind.DECISIONS: "⚖️ Relevé de décisions",
    PaperKind.SIGNING_SHEET: "📄 Feuille d’émargement",
    PaperKind.AGENDA: "📄 Ordre du jour",
    PaperKind.INVITATION: "📄 Invitation",
}
_MINUTES = {MinutesState.PROOFREAD: "Relu", MinutesState.SENT: "Diffusé", MinutesState.APPROVED: "Validé"}
TEMPLATE_FOR_ALL = "✅ Tout le territoire"
TEMPLATE_FOR_GROUP = "👥 Un groupe"
TEMPLATE_SAMPLE = "📄 Exemple de modèle"
TEMPLATE_AGAIN = "↩︎ Le remettre"
EXPORT_AGAIN = "📇 Renvoyer ce fichier"
BACK = "◀ Retour"
PREVIOUS = "◀"
NEXT = "▶"
SKIP = "▶ Passer"
DONE = "▶ C’est complet"
ALL_PRESENT = "➕ Tous présents"
NO_GROUP = "Sans groupe"
SOMEBODY_ELSE = "Quelqu’un d’autre"
ANOTHER_STRUCTURE = "Une autre structure"
ANOTHER_PERSON = "➕ Une autre personne"
NEW_SHEET = "➕ Nouvelle fiche"
NEIGHBOURHOOD = "📍 QPV"
WHOLE_SHEET = "✏️ Données et droits"
NOTICE = "📄 Texte d’information"
INFORMED = "✅ Information donnée"
ERASE = "❌ Effacer"
ERASE_FOR_GOOD = "✅ Effacer définitivement"
GO_ON = "▶ Continuer"
OBJECT = "❌ M’opposer"
OBJECTION = "❌ Opposition"
ASK_ERASURE = "❌ Demander l’effacement"
SEEN_BY = {Visibility.TEAM: "✏️ Réserver à l’équipe", Visibility.NETWORK: "✏️ Montrer au réseau"}
STILL_RIGHT = "✅ Toujours juste"
NEXT_ONE = "▶ Suivante"
REFUSALS = {
    SheetDeed.ADD: "❌ Ne pas ajouter",
    SheetDeed.MERGE: "❌ Deux personnes différentes",
    SheetDeed.CHECK: "❌ Pas cette année",
    SheetDeed.ERASE: "❌ Garder la fiche",
}
TODAY = "Aujourd’hui"
YESTERDAY = "Hier"
TELL_NATURE = "✏️ Préciser la nature"
UNKNOWN_NATURE = "Je ne sais pas"
VISIO = "Visio"
TELEPHONE = "Téléphone"

COPY_PHONE = "📋 Copier le numéro"
CONTACT = "📇 Fiche contact"
ADD_TO_MEETING = "➕ Ajouter à la réunion en cours"
HER_GROUPS = "👥 Ses groupes"

NOTICE_DONE = "✅ Fait"
NOTICE_LATER = "⏰ Plus tard"
NOTICE_DROP = "❌ Ne plus rappeler"
MEETING_DONE = "✅ Elle a eu lieu"
MEETING_COMPLETE = "✏️ Compléter"
MEETING_MOVED = "✏️ Reportée"
MEETING_CANCELLED = "❌ Annulée"
MEETING_NEVER = "❌ Ne plus demander"
NO_WEEK = "❌ Pas de point de la semaine"
A_WEEK = "➕ Recevoir le point de la semaine"
NO_WEEK_ENDS = "❌ Pas le week-end"
WEEK_ENDS = "➕ Le week-end aussi"
NO_HOLIDAYS = "❌ Pas les jours fériés"
HOLIDAYS = "➕ Les jours fériés aussi"
DROP_LEAVE = "❌ Supprimer le congé"
NOBODY_INSTEAD = "Personne"
RHYTHM = "⚙️ Quand m’écrire"
DROP_ONCE = "❌ Cette fois seulement"
DROP_SERIES = "❌ Toute la série"
DROP_REMINDER = "❌ Supprimer"
TELL_WHEN = "✏️ Quand"
REMIND_ACTIONS = "⏰ Rappeler les échéances"
ALL_REMINDERS = "◀ Mes rappels"

CANCEL_MEETING = "✅ Oui, l’annuler"
WHOLE_SERIES = "✏️ Toute la série"
SECOND_MEETING = "➕ Une deuxième ce jour-là"
SAME_MEETING = "✏️ C’est la même réunion"
ONLY_ONCE = "✏️ Cette fois seulement"
CALENDAR_FILE = "📅 Vers mon calendrier"
MOVE_MEETING = "✏️ Déplacer"
DROP_MEETING = "❌ Annuler la réunion"
TAKE_PARKED = "➕ Ajouter à l’ordre du jour"
ASK_MEMBERS = "✅ Demander aux membres"
OPEN_SEARCH = "✅ Ouvrir la recherche"
NOTE_ANSWER = "✏️ Noter une réponse"
CLOSE_SEARCH = "❌ Clore sans date"
COUNTS = "◀ Décompte"
LEADS = "⏰ Rappels du groupe"
PREPARE = "✏️ Préparer"
INVITATION_TEXT = "📋 Texte d’invitation"
BACK_TO_AGENDA = "◀ Agenda"
CHOOSE_MEETING = "✏️ Une réunion"
AGENDA_WEEK = "🗓 Semaine"
AGENDA_MONTH = "🗓 Mois"
AGENDA_ALL = "🗓 Tout"

_LATER = {
    "HOUR": "⏰ Dans une heure",
    "EVENING": "⏰ Ce soir",
    "TOMORROW": "⏰ Demain matin",
    "WORKING_DAY": "⏰ Prochain jour ouvré",
    "MONDAY": "⏰ Lundi",
}

OF_MEETING: dict[Field, str] = {
    Field.GROUP: "Groupe",
    Field.DAY: "Date",
    Field.DURATION: "Horaires",
    Field.PLACE: "Lieu",
    Field.HEADCOUNT: "Nombre",
    Field.PEOPLE: "Personnes",
    Field.DECISIONS: "Décisions",
    Field.ACTIONS: "Actions",
    Field.NEXT_MEETING: "Prochaine date",
    Field.TOPICS: "Sujets",
    Field.NATURE: "Nature",
}
OF_HOURS: dict[Field, str] = {
    Field.MINUTES: "Durée",
    Field.DAY: "Date",
    Field.GROUP: "Groupe",
    Field.PART: "Activité",
    Field.NATURE: "Nature",
}
_SIGNS = {None: "⬜", AttendanceState.PRESENT: "☑️", AttendanceState.EXCUSED: "🙏"}


def paper(kind: PaperKind) -> str:
    """A document to make."""
    return _PAPERS[kind]


def move_to(state: MinutesState) -> str:
    """How far minutes go."""
    return f"✅ {_MINUTES[state]}"


def back_to(state: MinutesState) -> str:
    """Minutes go one step back: « ↩︎ Revenir à « relu » »."""
    return "↩︎ Revenir au projet" if state is MinutesState.DRAFT else f"↩︎ Revenir à « {_MINUTES[state].lower()} »"


def approve_of(day: date) -> str:
    """The minutes of the meeting before, which this one approves."""
    return f"✅ Valider le CR du {day.day:02d}/{day.month:02d}"


def correct(part: str, *, rank: int | None = None) -> str:
    """One part of a card to correct; `rank` tells which of several meetings or hours."""
    return f"✏️ {rank}. {part}" if rank else f"✏️ {part}"


def keep_sheet(name: str) -> str:
    """Which of two sheets stays."""
    return f"Garder : {name}"


def create(name: str) -> str:
    """A group that the territory does not have yet."""
    return f"➕ Créer « {name} »"


def part(given: Part) -> str:
    """What hours were spent on."""
    return given.value.capitalize()


def nature(given: Nature) -> str:
    """Under what title time was given."""
    return given.value.capitalize()


def role(given: Role, *, civility: str | None) -> str:
    """A role to give; `civility` as in the directory."""
    return f"➕ {role_name(given, civility).capitalize()}"


def day(given: date, *, today: date) -> str:
    """« Aujourd’hui », « Hier », « ven. 05/11 »."""
    if given == today:
        return TODAY
    if given == today - timedelta(days=1):
        return YESTERDAY
    return f"{weekday(given)[:3]}. {given.day:02d}/{given.month:02d}"


def to_come(day: date) -> str:
    """A meeting that is not held yet, on that day."""
    return f"🗓 À venir : {weekday(day)} {day.day:02d}/{day.month:02d}"


def sheet(name: str) -> str:
    """Opens somebody's sheet."""
    return f"👤 {name}"


def structure_sheet(name: str) -> str:
    """Opens a structure's sheet."""
    return f"🏢 {name}"


def attendee(name: str, state: AttendanceState | None) -> str:
    """Somebody of the group, with how she stands on the card (None: not listed)."""
    return f"{_SIGNS.get(state, '▫️')} {name}"


def later(name: str) -> str:
    """To when something is put off; `name` of a `Later`."""
    return _LATER[name]


def ranked(label: str, rank: int | None) -> str:
    """« ✅ Fait » alone, « ✅ 2 » in a list of several."""
    return label if rank is None else f"{label.split(' ')[0]} {rank}"


def of_meeting(label: str, name: str, when: str) -> str:
    """« ❌ GT Nutrition », of « ❌ Annulée »; `when`: what tells it apart from another of that name."""
    return f"{label.split(' ')[0]} {name}{f', {when}' if when else ''}"


def when_of(given: date, at: time | None, *, today: date) -> str:
    """« ven. 13/03, 9 h », or the day alone."""
    return moment(datetime.combine(given, at), today=today) if at is not None else day(given, today=today)


def drop_reminders(count: int) -> str:
    """All of them at once."""
    return f"❌ Supprimer les {count}" if count > 1 else DROP_REMINDER


def reminder(rank: int) -> str:
    """Opens one of the list."""
    return f"✏️ {rank}"


def moment(given: datetime, *, today: date) -> str:
    """« ven. 13/03, 9 h »."""
    return f"{day(given.date(), today=today)}, {clock(given.time())}"
