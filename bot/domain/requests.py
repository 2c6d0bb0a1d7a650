"""What a person asks for in one message: the values that the ear returns and that the actions take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

from bot.domain.agenda import AskAgenda, SeePlanned
from bot.domain.attendance import Presence
from bot.domain.checklist import PlanChecklist
from bot.domain.convenings import PlanAgenda
from bot.domain.date_searches import FindDate
from bot.domain.drafts import DayWindow, DraftContent, Field
from bot.domain.gists import Gist
from bot.domain.leads import SetLeads
from bot.domain.near_days import Near
from bot.domain.papers import PaperKind
from bot.domain.parked import ParkPoints
from bot.domain.peace_requests import EndLeave, NoSetting, SetRhythm, TakeLeave
from bot.domain.recurrence import Limits, Recurrence
from bot.domain.reminder_orders import OrderReminder
from bot.domain.sheet_changes import SheetChange
from bot.domain.turnout import TellTurnout
from bot.domain.writing import SetWriting


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepContent:
    """« GT Diabète hier 14h-16h… », « 2h30 de préparation… »: meetings and/or hours to log, as a card content."""

    content: DraftContent


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectDraft:
    """A correction of the open card or an answer to its question: the content as it becomes, and which fields changed.

    Nothing in `changed`: what was said stands there already, or cannot be done. `not_found`: words that name nothing on the card
    (« retire Ahmed »); `several`: words that name one of several things (« la décision » of two).
    """

    content: DraftContent
    changed: tuple[Field, ...]
    not_found: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """An answer to « quel groupe ? » that reads like the name of a group which the territory does not have."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateAttendance:
    """A change to a meeting that was kept before: « ajoute Karim à la réu de ce matin », « on était 13 en fait »."""

    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    day: date | None = None
    which: Literal["last", "date"] = "last"
    add: tuple[Presence, ...] = ()
    remove: tuple[Presence, ...] = ()
    away: tuple[Presence, ...] = ()  # excused, represented or absent: see each state
    headcount: int | None = None
    privacy_warning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindPartner:
    """A question to the directory: the ids that answer, best first; both empty: nobody fits."""

    words: str
    people: tuple[int, ...] = ()
    structures: tuple[int, ...] = ()
    fields: tuple[Literal["name", "structure", "phone", "email", "function", "groups"], ...] = ()
    privacy_warning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSheet:
    """« Karim Benali est parti, c'est Sonia Haddad qui le remplace »: what changes in the directory."""

    change: SheetChange


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReminder:
    """« rappelle-moi… »: what, when, about whom. `before`: minutes before the next meeting of the group; `eve_of`: « avant noël », which
    names `day` as the one before which it is to be done; `unheeded`: what cannot be kept of it; `left_out`: a second reminder."""

    what: str
    day: date | None = None
    day_window: DayWindow | None = None
    at: time | None = None
    part_of_day: Literal["matin", "midi", "après-midi", "soir"] | None = None
    people: tuple[int, ...] = ()
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    before: int | None = None
    recurrence: Recurrence | None = None
    missing: tuple[Field, ...] = ()
    unheeded: tuple[str, ...] = ()
    eve_of: str = ""
    left_out: str = ""
    privacy_warning: bool = False


class PlanDeed(StrEnum):
    """What is done to the agenda."""

    PLAN = "plan"
    MOVE = "move"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """When and where something is planned; None: not said."""

    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None


Same = Literal["hours", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMeeting:
    """« prochain GT Nutrition mardi 8 à 14h », « reporte le GT de jeudi au 12 », « annule la plénière », « Copil tous les 2es mardis ».

    `on`: the day on which what is moved or cancelled stood, `among`: it was one of these (« de mars »); `spot`, `window`: when it will be,
    `near`: how that day is told beside where it stands; the shifts: by how much it moves; `minutes`: how long it will last.
    `whole_series`: « tous les GT Diabète ». `limits` of its series or of the open card's; `unread`: an exception that nobody can read;
    `misnamed`: a day told with another weekday. `stated`: « le copil de mars sera à 10h », which moves the one there, else plans one.
    `same`: as the last time. `hour_words`: they name no hour, but the `hour_part` of a day. `loose`: a word unread. `points`: to discuss.
    """

    deed: PlanDeed
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    title: str | None = None
    on: date | None = None
    among: DayWindow | None = None
    spot: Spot = field(default_factory=Spot)
    near: Near | None = None
    window: DayWindow | None = None
    minutes: int | None = None
    rule: Recurrence | None = None
    limits: Limits | None = None
    unread: str | None = None
    misnamed: date | None = None
    shift_days: int = 0
    shift_months: int = 0
    shift_minutes: int = 0
    whole_series: bool = False
    stated: bool = False
    same: tuple[Same, ...] = ()
    hour_words: str | None = None
    hour_part: str | None = None
    loose: str | None = None
    points: tuple[str, ...] = ()
    also: bool = False
    privacy_warning: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMinutes:
    """« le CR du dernier Copil », « qu'est-ce qu'on avait décidé sur la mobilité ? »."""

    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    which: Literal["last", "date", "search"] = "last"
    day: date | None = None
    day_window: DayWindow | None = None
    words: str | None = None
    count: int | None = None
    want: Literal["minutes", "decisions", "actions"] = "minutes"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPaper:
    """« les décisions du GT Diabète depuis janvier », « la feuille d'émargement du Copil de mardi », « l'invitation pour jeudi ».

    `which`: the last or the next meeting, that of `first`, a period (`first`, `last`, both included, None: open), or nothing told.
    """

    kind: PaperKind
    group_id: int | None = None
    group_candidates: tuple[int, ...] = ()
    axis: int | None = None
    which: Literal["last", "next", "date", "period", "any"] = "any"
    first: date | None = None
    last: date | None = None
    starts: time | None = None
    ends: time | None = None
    each: bool = False
    reply_by: date | None = None
    place_id: int | None = None
    place_said: str | None = None
    commune: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReview:
    """« bilan 2026 axe 3 », « le bilan du GT Diabète »: `year` None: the present one; `figures`: the spreadsheet alone.

    Several candidates: the words fit each of them; `commune` is a name.
    """

    year: int | None = None
    group_candidates: tuple[int, ...] = ()
    axis: int | None = None
    structure_candidates: tuple[int, ...] = ()
    commune: str | None = None
    figures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A plain sentence that does the same as a command: « annule », « reprends mon brouillon », « aide »; `name` as in the contract."""

    name: str


Undone = Literal["plan", "several", "which_days", "no_day", "hours_ahead", "two_requests"]  # heard, and not done


@dataclass(frozen=True, slots=True, kw_only=True)
class NotForMe:
    """Nothing is to be written. `clarify`: the words look like work, so the bot asks what is meant; else it may answer kindly.

    `assent`, `denial`: a yes or no to an open card; `question`: what the bot cannot answer; of the agenda, `several`: more than one thing
    at once, `which_days`: how often and not when, `no_day`: a day that no calendar has; `two_requests`: a reminder and something else.
    `gist`: what it speaks of, if that is clear; `first`: the first of several meetings to plan; `said`: the day that no calendar has.
    """

    reason: Literal["thanks", "assent", "denial", "question", "diversion", "elsewhere", "test", "unclear"] | Undone = "unclear"
    clarify: bool = False
    privacy_warning: bool = False
    gist: Gist | None = None
    first: PlanMeeting | None = None
    said: str | None = None


Request = (
    KeepContent
    | CorrectDraft
    | NameGroup
    | UpdateAttendance
    | ChangeSheet
    | FindPartner
    | SetReminder
    | OrderReminder
    | PlanMeeting
    | TakeLeave
    | EndLeave
    | NoSetting
    | SetRhythm
    | SetWriting
    | AskAgenda
    | AskMinutes
    | AskPaper
    | AskReview
    | PlanAgenda
    | TellTurnout
    | SeePlanned
    | ParkPoints
    | PlanChecklist
    | SetLeads
    | FindDate
    | Command
    | NotForMe
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """Who speaks, when and in the middle of what: all that the ear needs beside the words.

    `now`: the local, aware time at which it was sent. `asked`: the field of the question open on the card `draft`, of its meeting or
    hours `asked_item`. `kept`: that card was kept just before. `agenda`: the points planned for its meeting. `planned`: the groups and days
    of what waits in the agenda around now.
    """

    now: datetime
    author_id: int | None
    draft: DraftContent | None = None
    asked: Field | None = None
    asked_item: int = 0
    kept: bool = False
    planned: frozenset[tuple[int, date]] = frozenset()
    agenda: tuple[str, ...] = ()
