"""Every sentence that Maillon can say, with sample values: `python -m tests.message_catalogue` writes docs/messages.md."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from importlib import import_module
from inspect import getmembers, isfunction, signature
from pathlib import Path
from pkgutil import iter_modules

import bot.texts
from bot.actions.contributions import Natures, hours_as_said
from bot.actions.invitations import roles_to_offer
from bot.actions.notices import Later
from bot.actions.reminders import days_off
from bot.domain import errors
from bot.domain.agenda import AgendaLine, Clash
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.checklist import Thing
from bot.domain.contributions import ContributionSource, Nature, Part
from bot.domain.convenings import AgendaItem, Convening
from bot.domain.date_searches import Ballot, Board, DateSearch, Fit, ProposedDate, SearchContent, SearchState, counted
from bot.domain.decision_records import DecisionRecord, RecordedDecision, RecordedMeeting
from bot.domain.directory import ExportPart
from bot.domain.directory_imports import (
    AsideReason,
    Choice,
    Datum,
    Doubt,
    DoubtKind,
    FileProblem,
    ImportOutcome,
    ImportPlan,
    LeftAside,
    RowPlace,
    UnreadValue,
)
from bot.domain.drafts import (
    ActionDraft,
    Bearer,
    DayWindow,
    Draft,
    DraftContent,
    DraftState,
    Field,
    Gap,
    HoursDraft,
    MeetingDraft,
    NextMeetingDraft,
    next_question,
)
from bot.domain.gists import Gist
from bot.domain.meetings import Contribution, MeetingLine, MeetingState
from bot.domain.memory import Mention, Mentions, Passage, PassageKind
from bot.domain.minutes import MinutesState, NamedPerson
from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.notices import Due, Notice, NoticeAnswer, NoticeKind, due_on
from bot.domain.papers import REVIEWS, PaperKind, PaperOrder
from bot.domain.peace_requests import Lack
from bot.domain.permissions import Role, Verb
from bot.domain.plans import Plan, PlanContent, PlanQuestion, PlanState, Signals
from bot.domain.quiet import Quiet
from bot.domain.recurrence import EACH_MEETING, Recurrence
from bot.domain.reminders import Asked, Reminder, ReminderLine, ReminderState
from bot.domain.requests import PlanDeed, Spot
from bot.domain.rhythms import Away, Leave, LeaveState, StandIn
from bot.domain.sheet_changes import SheetChange, SheetDeed, SheetView
from bot.domain.sheets import Mandate, PersonSheet, StructureSheet
from bot.domain.signing_sheets import SigningSheet
from bot.domain.templates import TemplateFault, TemplateKind, TemplatePlace, TemplateProblem
from bot.domain.territory import Account
from bot.domain.vocabulary import GroupWords, PersonWords, StructureWords, Vocabulary
from bot.domain.weeks import AxisHours, DueAction, Figures, HoursByAxis, Unseen, Week, WeekList
from bot.domain.writing import Inclusive, NameStyle, WritingStyle
from bot.french.mentions import sought_in
from bot.french.typography import typographic
from bot.texts import (
    after_meetings,
    agenda,
    buttons,
    calendars,
    cards,
    checklist,
    contributions,
    date_searches,
    directory,
    directory_imports,
    exports,
    help,
    invitations,
    leads,
    leaves,
    meetings,
    memory,
    neighbourhoods,
    notices,
    papers,
    parked,
    plan_notes,
    planned_pages,
    plans,
    questions,
    reminders,
    reviews,
    rhythms,
    sheets,
    template_faults,
    templates,
    toasts,
    turnout,
    week_pictures,
    weeks,
    writing,
)
from bot.texts import errors as refusals
from bot.texts.names import Names
from tests import builders, sheet_samples
from tests.doc_templates import paper_samples, review_samples

PAGE = Path(__file__).parents[1] / "docs" / "messages.md"
TODAY = date(2026, 3, 11)
NOW = builders.NOW
COMMAND = "python -m tests.message_catalogue"
NO_MESSAGE = {
    "directory.lacking",
    "names.bold",
    "reminders.action_due",
    "names.safe",
    "names.said",
    "names.doubt",
    "names.role_name",
    "help.commands_of",
    "help.example",
    "plans.in_words",
    "plans.PLAN_EXAMPLE",
    "help.MEETING_EXAMPLE",
    "exports.worded",
    "sources.source_words",
    "papers.DECISIONS_EXAMPLE",
    "help.PLAN_EXAMPLE",
    "papers.PLAN_EXAMPLE",
    "agenda.HINT",
    "plans.NO_TITLE",
    "plans.label",
    "plans.in_one_line",
    "calendars.title",
    "turnout.told_lines",
    "turnout.unheard",
    "papers.numbered",
    "papers.too_long",
    "parked.waiting",
    "checklist.listed",
    "parked.proposed",
    "parked.PARKED_EXAMPLE",
    "date_searches.EVERYONE",
    "date_searches.THE_OTHERS",
    "planned_pages.COPY",
    "reviews.REVIEW_EXAMPLE",
    "templates.TRIAL_NAME",
    "templates.called",
    "templates.template_of",
    "templates.sample_words",
}  # not by itself

CLAIRE = Account(id=1, territory_id=1, telegram_id=1, chat_id=1, person_id=1, name="Claire Fontaine", role=Role.COORDINATOR)
NAMES = Names(
    Vocabulary(
        version=1,
        groups=tuple(
            GroupWords(id=g.id, name=g.name, kind=g.kind.value, axis=g.axis, member_ids=g.member_ids, pilot_ids=g.pilot_ids)
            for g in builders.GROUPS
        ),
        people=tuple(
            PersonWords(
                id=p.id,
                first_name=p.first_name,
                last_name=p.last_name,
                civility=p.civility,
                structure_id=p.structure_id,
                function=p.function,
                doctor=p.doctor,
                nature=p.nature,
            )
            for p in builders.PEOPLE
        ),
        structures=tuple(StructureWords(id=s.id, name=s.name, aliases=s.aliases, nature=s.nature) for s in builders.STRUCTURES),
        places=builders.PLACES,
        axes=builders.AXES,
    )
)

PARKING_LOT = MeetingDraft(
    group_id=1,
    day=date(2026, 3, 10),
    starts=time(14),
    ends=time(16, 30),
    minutes=150,
    place_id=1,
    headcount=12,
    people=(
        Presence(person_id=4),
        Presence(person_id=5),
        Presence(structure_id=2, count=2),
        Presence(said="Mme Vidal"),
        Presence(structure_id=4, state=AttendanceState.EXCUSED),
        Presence(person_id=9, state=AttendanceState.REPRESENTED, represented_by="Nathalie Roux"),
        Presence(person_id=7, state=AttendanceState.ABSENT),
    ),
    topics=("dépistage", "calendrier de l’enquête"),
    decisions=("lancer l’enquête avant fin janvier",),
    actions=(
        ActionDraft(text="relance la CAF", bearers=(Bearer(person_id=4),), due=date(2026, 3, 15)),
        ActionDraft(text="envoie le questionnaire", bearers=(Bearer(structure_id=3), Bearer(said="Mme Vidal")), due_said="à la rentrée"),
        ActionDraft(text="réserver la salle", due_window=DayWindow(first=date(2026, 3, 21), last=date(2026, 3, 31))),
    ),
    next_meeting=NextMeetingDraft(day=date(2027, 1, 12), starts=time(14)),
    unsure=(Field.PLACE,),
)
BARE = MeetingDraft(day=date(2026, 3, 10))
ABOUT = MeetingDraft(
    title="Point avec la CPAM",
    no_group=True,
    day=TODAY,
    minutes=210,
    minutes_by_convention=True,
    times_approximate=True,
    commune="Anduze",
    headcount=15,
    headcount_approximate=True,
    author_present=False,
    next_meeting=NextMeetingDraft(day_window=DayWindow(first=date(2026, 4, 1), last=date(2026, 4, 10)), place_id=2),
    unsure=(Field.DAY, Field.DURATION, Field.HEADCOUNT, Field.NEXT_MEETING),
)
IMPOSSIBLE = (
    ("une fin avant le début", Field.DURATION, replace(BARE, starts=time(16), ends=time(14), minutes=1320, unsure=(Field.DURATION,))),
    ("une très longue durée", Field.DURATION, replace(BARE, minutes=1080, unsure=(Field.DURATION,))),
    ("un jour qui n’existe pas", Field.DAY, MeetingDraft(unsure=(Field.DAY,))),
)
HOURS = HoursDraft(minutes=150, group_id=3, days=(date(2026, 3, 5),), part=Part.PREPARATION)
IMPOSSIBLE_HOURS = (
    ("plus qu’un jour n’en a", Field.MINUTES, replace(HOURS, minutes=1500)),
    ("beaucoup en un jour", Field.MINUTES, replace(HOURS, minutes=1080, unsure=(Field.MINUTES,))),
    ("un jour qui n’existe pas", Field.DAY, replace(HOURS, days=(), unsure=(Field.DAY,))),
)
STANDBY = HoursDraft(
    minutes=60, axis=9, days=(date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)), what="permanence", commune="La Grand-Combe"
)
UNKNOWN = HoursDraft(minutes=90, person_said="Mme Vidal", group_id=2, days=(TODAY,), part=Part.ACTION)
ANOTHER = HoursDraft(minutes=120, person_id=5, group_id=2, days=(TODAY,), part=Part.ACTION, unsure=(Field.DAY, Field.GROUP))
VISITORS = HoursDraft(minutes=210, minutes_by_convention=True, structure_id=6, count=2, group_id=1, days=(TODAY,), part=Part.TRAINING)
SPLIT = (
    Contribution(
        day=TODAY, minutes=150, count=4, part=Part.MEETING, nature=Nature.EMPLOYER_TIME, source=ContributionSource.FROM_ATTENDANCE
    ),
    Contribution(day=TODAY, minutes=150, count=1, part=Part.MEETING, nature=Nature.TEAM, source=ContributionSource.FROM_ATTENDANCE),
    Contribution(day=TODAY, minutes=150, count=7, part=Part.MEETING, source=ContributionSource.FROM_ATTENDANCE),
)
LINES = (
    MeetingLine(
        id=1,
        state=MeetingState.PLANNED,
        label="GT Diabète",
        day=date(2026, 3, 12),
        starts=time(14),
        ends=time(16, 30),
        place="Maison de la santé",
        has_minutes=False,
    ),
    MeetingLine(
        id=2, state=MeetingState.PLANNED, label="Copil CLS", day=date(2026, 4, 1), starts=time(9), ends=None, place=None, has_minutes=False
    ),
    MeetingLine(
        id=3, state=MeetingState.PLANNED, label="Plénière", day=date(2026, 6, 30), starts=None, ends=None, place=None, has_minutes=False
    ),
)
LISTED = (Field.DECISIONS, Field.ACTIONS, Field.TOPICS)
REFUSALS: tuple[errors.Refusal, ...] = (
    *(errors.NotAllowed(verb) for verb in Verb),
    errors.DraftMoved(),
    errors.ReminderMoved(),
    errors.ReminderGone(),
    errors.AgendaCardMoved(),
    errors.AgendaCardGone(),
    errors.DateSearchMoved(),
    errors.DateSearchGone(),
    errors.DateIsOver(),
    errors.NothingPlanned("GT Diabète", date(2026, 3, 12)),
    errors.NothingPlanned("Copil CLS", None, (date(2026, 5, 1), date(2026, 5, 31))),
    errors.NothingPlanned("Copil CLS", None, (date(2026, 5, 1), date.max)),
    errors.AlreadyCancelled("GT Diabète", date(2026, 3, 12)),
    errors.NotHersToChange("GT Diabète", date(2026, 3, 12)),
    errors.PlannedMoved(),
    errors.NotInGroup(),
    errors.NotPilot(),
    errors.DraftGone(),
    errors.OfOneStructure(),
    errors.OldButton(),
    errors.StillAsking(Gap(field=Field.GROUP, meeting=0)),
    errors.InTheFuture(date(2026, 3, 12)),
    errors.TooLong(1560),
    errors.MeetingSettled(),
    errors.DayIsPast(date(2026, 3, 2)),
    errors.LeaveGone(),
    errors.NoQuietLeft(),
    errors.QuietByDay(),
    errors.TooDense(),
    errors.FewerThanNamed(3, 5),
    errors.NothingToUndo(),
    errors.UndoTooLate(datetime(2026, 3, 9, 8, 0, tzinfo=UTC)),
    errors.InvitationInvalid(),
    errors.InvitationIssued(),
    errors.AlreadyJoined(),
    errors.MeetingMoved(),
    errors.MinutesMoved(),
    errors.NoLaterMeeting(),
    errors.SheetMoved(),
    errors.NoSuchSheet(),
    errors.NoSuchMeeting(),
    *(errors.FileRefused(problem) for problem in FileProblem),
    errors.DirectoryMoved(),
    errors.TemplateGone(),
    errors.TemplateMoved(),
    errors.PlanMoved(),
)
IMPORT = ImportPlan(
    read=433,
    doubts=(
        Doubt(
            kind=DoubtKind.SAME_PERSON,
            said="A. Giraud",
            person=0,
            row=RowPlace(number=4),
            choices=(Choice(label=""), Choice(label="Alain Giraud", person=1)),
        ),
        Doubt(
            kind=DoubtKind.WHICH_COMMUNE,
            said="Saint-Julien",
            person=2,
            row=RowPlace(number=12, sheet="Élus"),
            choices=(Choice(label=""), Choice(label="Saint-Julien-les-Rosiers (30340)", commune="30274")),
        ),
        Doubt(
            kind=DoubtKind.WHICH_STRUCTURE,
            said="CCAS",
            structure=0,
            row=RowPlace(number=31),
            choices=(Choice(label="CCAS", structure=0), Choice(label="CCAS d’Alès", structure=1)),
        ),
    ),
    aside=(
        LeftAside(row=RowPlace(number=1), reason=AsideReason.TITLE, said="ANNUAIRE DES PARTENAIRES"),
        *(LeftAside(row=RowPlace(number=40 + n), reason=AsideReason.NO_NAME, said="06 39 98 01 02") for n in range(7)),
    ),
    unread=(
        UnreadValue(row=RowPlace(number=9), datum=Datum.PHONE, said="6,12E+08"),
        UnreadValue(row=RowPlace(number=10), datum=Datum.PHONE, said="+33639980102", kept=True),
    ),
    unread_columns=("N°", "Mis à jour"),
)
OUTCOME = ImportOutcome(
    people_added=398, people_changed=2, people_same=5, structures_added=18, structures_changed=2, groups_added=13, rows=420, merged_rows=28
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence as it is said: the function that says it, in which case, and its text."""

    function: str
    case: str
    text: str


def draft(*, asked: Gap | None = None, amends: int | None = None, privacy: bool = False, **items: tuple[object, ...]) -> Draft:
    """An open card with those meetings or hours, which asks `asked`, else what lacks first."""
    content = DraftContent(**items, privacy_warning=privacy)  # type: ignore[arg-type]
    made = Draft(id=1, account_id=1, version=1, state=DraftState.OPEN, content=content, amends=amends, touched_at=NOW)
    return replace(made, asked=asked or next_question(made))


def _given(opened: Draft, hours: tuple[Contribution, ...]) -> list[Sequence[Contribution]]:
    """The hours of each item: those of the first meeting, those that lines of hours come to."""
    natures = Natures(NAMES.people, NAMES.structures)
    said = [hours_as_said(h, account=CLAIRE, natures=natures, axis=None) if h.minutes else [] for h in opened.content.hours]
    return [*([hours, (), ()][: len(opened.content.meetings)]), *said]


def _card(opened: Draft, *, hours: tuple[Contribution, ...] = (), correction: bool = False) -> str:
    again = correction or opened.amends is not None
    return cards.card(opened, NAMES, given=_given(opened, hours), today=TODAY, speaker_id=1, correction=again)


def _one_more() -> str:
    opened = draft(meetings=(replace(PARKING_LOT, headcount=13, unsure=(Field.HEADCOUNT,)),), amends=7)
    before = replace(PARKING_LOT, people=tuple(one for one in PARKING_LOT.people if one.said is None))
    return _card(replace(opened, before=DraftContent(meetings=(before,))))


def _told_twice() -> str:
    again = draft(meetings=(replace(PARKING_LOT, author_id=2),))
    return cards.card(again, NAMES, given=((),), today=TODAY, speaker_id=1, told_twice=True)


def _kept(opened: Draft, *, hours: tuple[Contribution, ...] = ()) -> str:
    return cards.kept_card(opened, NAMES, given=_given(opened, hours), speaker_id=1)


def _question(field: Field, *, hours: bool = False, meeting: MeetingDraft = PARKING_LOT, line: HoursDraft = HOURS) -> str:
    gap = Gap(field=field, hours=0) if hours else Gap(field=field, meeting=0)
    opened = draft(hours=(line,), asked=gap) if hours else draft(meetings=(meeting,), asked=gap)
    return questions.question(opened, NAMES, today=TODAY)


def of_cards() -> list[Sample]:
    """What cards say."""
    announced = PARKING_LOT.next_meeting
    assert announced is not None
    return [
        Sample("cards.card", "une réunion racontée en un message", _card(draft(meetings=(PARKING_LOT,)), hours=SPLIT)),
        Sample("cards.card", "une réunion dont il manque presque tout", _card(draft(meetings=(BARE,)))),
        Sample("cards.card", "une réunion sans groupe, avec des doutes", _card(draft(meetings=(ABOUT,)))),
        Sample("cards.card", "deux réunions à la fois", _card(draft(meetings=(replace(BARE, group_id=2), ABOUT)))),
        Sample("cards.card", "des heures enregistrées que l’on corrige", _card(draft(hours=(HOURS,)), correction=True)),
        Sample("cards.card", "des heures pour soi", _card(draft(hours=(HOURS,)))),
        Sample("cards.card", "plusieurs jours d’heures, sur un axe", _card(draft(hours=(STANDBY,)))),
        Sample("cards.card", "les heures d’une autre personne, puis de deux personnes", _card(draft(hours=(ANOTHER, VISITORS)))),
        Sample("cards.card", "les heures de quelqu’un d’inconnu", _card(draft(hours=(UNKNOWN,)))),
        Sample("cards.card", "des heures dont il manque presque tout", _card(draft(hours=(HoursDraft(),)))),
        Sample("cards.card", "la situation d’un patient a été écartée", _card(draft(meetings=(PARKING_LOT,), privacy=True))),
        Sample("cards.card", "correction d’une réunion gardée", _card(draft(meetings=(PARKING_LOT,), amends=7))),
        Sample("cards.card", "quelqu’un s’ajoute à une réunion gardée", _one_more()),
        Sample("cards.card", "la même réunion est gardée déjà, et c’est celle d’une autre personne", _told_twice()),
        Sample("cards.kept_card", "une réunion", _kept(draft(meetings=(PARKING_LOT,)), hours=SPLIT)),
        Sample("cards.kept_card", "deux réunions", _kept(draft(meetings=(ABOUT, replace(BARE, group_id=2))))),
        Sample("cards.kept_card", "des heures", _kept(draft(hours=(HOURS,)))),
        Sample("cards.meeting_block", "dans une carte de plusieurs réunions", cards.meeting_block(ABOUT, NAMES, today=TODAY, rank=2)),
        Sample("contributions.hours_block", "des heures", contributions.hours_block(HOURS, NAMES, made=(), today=TODAY, speaker_id=1)),
        Sample("cards.heading", "une réunion et des heures", cards.heading(draft(meetings=(BARE,), hours=(HOURS,)).content, NAMES)),
        Sample("cards.cancelled_meanwhile", "annulée entre-temps", cards.cancelled_meanwhile(date(2026, 3, 13))),
        Sample("cards.dropped", "une réunion", cards.dropped(draft(meetings=(ABOUT,)), NAMES, correction=False)),
        Sample("cards.dropped", "une correction", cards.dropped(draft(meetings=(ABOUT,), amends=7), NAMES, correction=True)),
        Sample("cards.dropped", "une correction d’heures", cards.dropped(draft(hours=(HOURS,)), NAMES, correction=True)),
        Sample(
            "cards.dropped",
            "une réunion dont le groupe venait d’être créé",
            cards.dropped(draft(meetings=(replace(BARE, title="GT Sport"),)), NAMES, correction=False, groups=("GT Sport",)),
        ),
        Sample("cards.aside", "une réunion racontée deux fois", cards.aside(draft(meetings=(ABOUT,)), NAMES)),
        Sample("cards.undone", "des heures", cards.undone(draft(hours=(HOURS,)), NAMES, correction=False)),
        Sample("cards.undone", "une correction", cards.undone(draft(meetings=(ABOUT,)), NAMES, correction=True)),
        Sample("contributions.hours_line", "par nature", contributions.hours_line(SPLIT)),
        Sample(
            "cards.window", "des jours entre lesquels personne ne choisit", cards.window(DayWindow(first=TODAY, last=date(2026, 3, 20)))
        ),
        Sample(
            "cards.meeting_block",
            "deux prochaines dates",
            cards.meeting_block(replace(PARKING_LOT, next_meeting=replace(announced, more_days=(date(2026, 4, 9),))), NAMES, today=TODAY),
        ),
        Sample("cards.next_meeting", "un jour dit", cards.next_meeting(announced, NAMES)),
        Sample("cards.next_meeting", "rien de précis", cards.next_meeting(NextMeetingDraft(said="à la rentrée"), NAMES)),
    ]


def of_questions() -> list[Sample]:
    """What is asked, one question at a time."""
    meeting_fields = [f for f in Field if f not in (Field.PERSON, Field.MINUTES, Field.PART)]
    homonym = replace(PARKING_LOT, people=(Presence(said="Michel", candidates=(7, 8)),))
    crowded = replace(PARKING_LOT, headcount=3)
    two = draft(meetings=(replace(BARE, group_id=2), BARE))
    return [
        *(Sample("questions.question", f"réunion, {field.value}", _question(field)) for field in meeting_fields),
        Sample("questions.question", "réunion, un nom que plusieurs portent", _question(Field.PEOPLE, meeting=homonym)),
        Sample("questions.question", "réunion, plus de noms que de présents", _question(Field.HEADCOUNT, meeting=crowded)),
        *(Sample("questions.question", f"réunion, {why}", _question(field, meeting=meeting)) for why, field, meeting in IMPOSSIBLE),
        *(Sample("questions.question", f"heures, {why}", _question(field, hours=True, line=line)) for why, field, line in IMPOSSIBLE_HOURS),
        *(Sample("questions.question", f"réunion, {f.value}, rien encore", _question(f, meeting=BARE)) for f in (*LISTED, Field.PEOPLE)),
        *(
            Sample(
                "questions.question",
                f"réunion, un groupe inconnu, {whose}",
                questions.question(
                    draft(meetings=(replace(BARE, title="GT Sport"),)), NAMES, today=TODAY, may_make_groups=role is Role.COORDINATOR
                ),
            )
            for whose, role in (("de la coordinatrice", Role.COORDINATOR), ("d’une pilote", Role.PILOT))
        ),
        Sample("questions.question", "la première de plusieurs, sur plusieurs réunions", questions.question(two, NAMES, today=TODAY)),
        *(
            Sample("questions.question", f"heures, {field.value}", _question(field, hours=True))
            for field in (Field.PERSON, Field.MINUTES, Field.GROUP, Field.DAY, Field.PART, Field.NATURE)
        ),
    ]


def of_help() -> list[Sample]:
    """How one finds one's way."""
    return [
        *(Sample("help.help_text", role.value, help.help_text(role)) for role in Role),
        Sample(
            "help.welcome",
            "une pilote",
            help.welcome("Marc", Role.PILOT, "CLS du bassin alésien", ("GT Diabète", "Copil CLS"), civility="M."),
        ),
        Sample("help.welcome", "une lectrice", help.welcome("Léa", Role.READER, "CLS du bassin alésien", (), civility="Mme")),
        Sample("help.welcome", "un lecteur", help.welcome("Paul", Role.READER, "CLS du bassin alésien", (), civility="M.")),
        Sample(
            "help.me",
            "avec des groupes et des heures",
            help.me("Marc Roussel", Role.PILOT, "CLS du bassin alésien", "Diabète ensemble", ("GT Diabète",), 750, civility="M."),
        ),
        Sample("help.me", "une heure", help.me("Inès Colin", Role.CONTRIBUTOR, "CLS du bassin alésien", None, (), 60, civility="Mme")),
        Sample(
            "help.me",
            "la coordinatrice",
            help.me("Claire Fontaine", Role.COORDINATOR, "CLS du bassin alésien", "Communauté", (), 90, civility="Mme"),
        ),
        Sample("help.me", "rien encore", help.me("Inès Colin", Role.CONTRIBUTOR, "CLS du bassin alésien", None, (), 0, civility=None)),
        *(
            Sample("help.not_understood", role.value, help.not_understood(role))
            for role in (Role.COORDINATOR, Role.CONTRIBUTOR, Role.READER)
        ),
        *(Sample("help.not_understood_about", gist.value, help.not_understood_about(gist, Role.COORDINATOR)) for gist in Gist),
        *(
            Sample("help.nothing_to_cancel", role.value, help.nothing_to_cancel(role))
            for role in (Role.COORDINATOR, Role.CONTRIBUTOR, Role.READER)
        ),
        *(Sample("help.edited", role.value, help.edited(role)) for role in Role),
        *(Sample("help.no_draft", role.value, help.no_draft(role)) for role in Role),
        Sample("help.not_on_card", "rien n’a changé", help.not_on_card(("Ahmed",), rest_changed=False)),
        Sample("help.not_on_card", "le reste a changé", help.not_on_card(("Ahmed", "la troisième décision"), rest_changed=True)),
        Sample("help.which_of_several", "une de deux décisions", help.which_of_several("la décision", rest_changed=False)),
        Sample("help.which_of_several", "un de deux sujets, le reste changé", help.which_of_several("le sujet", rest_changed=True)),
    ]


def of_lists() -> list[Sample]:
    """How meetings, groups and people are listed."""
    paul = builders.PEOPLE[8]
    caf = replace(builders.STRUCTURES[4], phone="+33466000000", email="contact@caf.example")
    return [
        Sample("meetings.past", "des réunions", meetings.past(LINES, narrowed=False)),
        Sample("meetings.past", "rien encore", meetings.past((), narrowed=False)),
        Sample("meetings.past", "rien de ce groupe", meetings.past((), narrowed=True)),
        Sample("meetings.past_button", "un bouton", meetings.past_button(LINES[0])),
        Sample("meetings.attendance_of_which", "des réunions", meetings.attendance_of_which(LINES)),
        Sample("meetings.attendance_of_which", "rien encore", meetings.attendance_of_which(())),
        Sample("meetings.attendance_button", "un bouton", meetings.attendance_button(LINES[0])),
        Sample(
            "meetings.minutes_caption",
            "sous le fichier Word",
            meetings.minutes_caption("GT Diabète", date(2026, 3, 10), state=MinutesState.DRAFT, version=1),
        ),
        Sample(
            "meetings.minutes_caption",
            "après une correction",
            meetings.minutes_caption("GT Diabète", date(2026, 3, 10), state=MinutesState.SENT, version=2),
        ),
        Sample("meetings.minutes_uncertain", "connexion coupée", meetings.minutes_uncertain("GT Diabète", date(2026, 3, 10))),
        Sample("meetings.minutes_failed", "un échec", meetings.minutes_failed("GT Diabète", date(2026, 3, 10))),
        Sample("meetings.groups", "une page", meetings.groups(builders.GROUPS, own={1}, page=0, pages=2)),
        Sample("meetings.groups", "rien", meetings.groups((), own=set(), page=0, pages=1)),
        Sample("directory.found", "une personne et une structure", directory.found((replace(paul, phone="+33639980102"),), (caf,), NAMES)),
        Sample(
            "directory.found",
            "un numéro que personne ne connaît, et d’autres encore",
            directory.found(
                (replace(paul, structure_id=caf.id),),
                (),
                NAMES,
                asked=("phone",),
                of_people={caf.id: replace(caf, phone="+33465710133")},
                more=3,
            ),
        ),
        Sample("directory.found", "personne", directory.found((), (), NAMES)),
    ]


def of_papers() -> list[Sample]:
    """What is said of the papers of meetings."""
    held = date(2026, 3, 10)
    one = RecordedDecision(text="lancer l’enquête", number="GTD-2026-001", day=held, instance="GT Diabète")
    common = {"organism": "Le Chaînon", "territory": "CLS", "generated_on": TODAY}
    period = DecisionRecord(scope="Axe 9 – Diabète", first=date(2026, 1, 1), last=TODAY, decisions=(one,), **common)  # type: ignore[arg-type]
    meeting = DecisionRecord(scope="GT Diabète", meeting=RecordedMeeting(day=held), decisions=(one, one), **common)  # type: ignore[arg-type]
    sheet = SigningSheet(instance="Copil CLS", day=date(2026, 3, 17), expected=(NamedPerson(first_name="A", last_name="B"),), **common)  # type: ignore[arg-type]
    call = Convening(instance="Copil CLS", day=date(2026, 3, 17), items=(AgendaItem(text="bilan"),), **common)  # type: ignore[arg-type]
    invited = replace(call, recipients=sheet.expected * 12)
    orders = {kind: PaperOrder(kind=kind) for kind in PaperKind}
    said = {PaperKind.DECISIONS: period, PaperKind.SIGNING_SHEET: sheet, PaperKind.AGENDA: call, PaperKind.INVITATION: call}
    of_meetings = [kind for kind in PaperKind if kind not in REVIEWS]
    each = replace(orders[PaperKind.INVITATION], each=True)
    points = ("bilan 20 min", "enquête (1 h, Sophie Martin)", "questions diverses")
    line = replace(LINES[0], label="Copil CLS", day=date(2026, 3, 17))
    samples = [Sample("papers.coming", kind.value, papers.coming(orders[kind], said[kind])) for kind in of_meetings]
    samples += [Sample("papers.coming", "une par personne", papers.coming(each, replace(invited, each=True)))]
    samples += [Sample("papers.caption", kind.value, papers.caption(orders[kind], said[kind])) for kind in of_meetings]
    samples += [Sample("papers.caption", "relevé d’une réunion", papers.caption(orders[PaperKind.DECISIONS], meeting))]
    samples += [Sample("papers.caption", "une par personne", papers.caption(each, replace(invited, each=True)))]
    samples += [Sample("papers.uncertain", kind.value, papers.uncertain(kind)) for kind in PaperKind]
    samples += [Sample("papers.failed", kind.value, papers.failed(kind)) for kind in PaperKind]
    planned = (PaperKind.SIGNING_SHEET, PaperKind.AGENDA, PaperKind.INVITATION)
    samples += [
        Sample("papers.which_meeting", f"{kind.value}, à choisir", papers.which_meeting(kind, (line,), narrowed=True))
        for kind in of_meetings
    ]
    samples += [Sample("papers.which_meeting", f"{kind.value}, aucune", papers.which_meeting(kind, (), narrowed=True)) for kind in planned]
    return [
        *samples,
        Sample("papers.which_meeting", "aucune réunion prévue", papers.which_meeting(PaperKind.AGENDA, (), narrowed=False)),
        Sample("papers.nothing_decided", "un relevé vide", papers.nothing_decided(period)),
        Sample("papers.planned_button", "un bouton", papers.planned_button(line)),
        Sample("papers.decisions_button", "un bouton", papers.decisions_button(line)),
        Sample("papers.group_button", "un bouton", papers.group_button("GT Diabète", 2026)),
        Sample("papers.nobody_to_write_to", "une lettre chacun, sans membre", papers.nobody_to_write_to("GT Jardin", date(2026, 3, 17))),
        Sample("papers.empty_agenda", "sans ordre du jour", papers.empty_agenda("Copil CLS", date(2026, 3, 17))),
        Sample("papers.agenda_kept", "un ordre du jour donné", papers.agenda_kept(line, points)),
        Sample("papers.agenda_unchanged", "un point qui y est déjà", papers.agenda_unchanged(line, points, ["budget"], there=True)),
        Sample("papers.agenda_unchanged", "deux points", papers.agenda_unchanged(line, points, ["budget", "bilan"], there=True)),
        Sample(
            "papers.agenda_unchanged", "une durée qu’il a déjà", papers.agenda_unchanged(line, points, ["bilan"], there=False, same=True)
        ),
        Sample("papers.agenda_unchanged", "un point qui n’y est pas", papers.agenda_unchanged(line, (), ["astreintes"], there=False)),
        Sample("papers.no_agenda_for", "pas dans l’agenda", papers.no_agenda_for("Copil CLS")),
        Sample("papers.on_no_agenda", "« enlève le budget de l’odj du copil »", papers.on_no_agenda(["budget"])),
        Sample("papers.of_which_agenda", "« mets le budget en premier »", papers.of_which_agenda("budget")),
        *(Sample("papers.moved", state.value, papers.moved(state)) for state in MinutesState),
    ]


def of_memory() -> list[Sample]:
    """How past meetings answer in the chat."""
    line, record = replace(LINES[0], day=date(2026, 2, 19)), paper_samples.OF_ONE_MEETING
    bare = replace(record, decisions=(), actions=())
    many = replace(record, decisions=record.decisions[:1] * 12)
    sought = sought_in("l'école de l'asthme")
    told = Mention(line, Passage(PassageKind.DECISION, "ouvrir l’école de l’asthme à Anduze dès mars"))
    talked = Mention(replace(line, label="Copil CLS"), Passage(PassageKind.TOPIC, "école de l’asthme"))
    plenary = replace(bare, scope="Plénière")

    def outcomes(want: memory.Want, *records: DecisionRecord) -> str:
        return memory.outcomes(records, want=want, today=TODAY)

    def mentions(said: Mentions, scope: str = "") -> str:
        return memory.mentions(said, "l'école de l'asthme", sought, scope=scope)

    return [
        Sample("memory.outcomes", "les décisions d’une réunion", outcomes("decisions", record)),
        Sample("memory.outcomes", "ses actions", outcomes("actions", record)),
        Sample("memory.outcomes", "plus qu’un écran", outcomes("decisions", many)),
        Sample("memory.outcomes", "rien de noté", outcomes("decisions", bare)),
        Sample("memory.outcomes", "aucune action d’une plénière", outcomes("actions", plenary)),
        Sample("memory.outcomes", "une rencontre sans groupe", outcomes("actions", replace(bare, scope="Point avec la CPAM"))),
        Sample("memory.outcomes", "plusieurs réunions", outcomes("decisions", record, bare)),
        Sample("memory.which", "les décisions d’une réunion à choisir", memory.which("decisions")),
        Sample("memory.which", "ses actions", memory.which("actions")),
        Sample("memory.which_button", "un bouton", memory.which_button(line.label, line.day, want="decisions")),
        Sample("memory.mentions", "une réunion en parle", mentions(Mentions((told,)))),
        Sample("memory.mentions", "plus de six en parlent", mentions(Mentions((told, talked), more=True))),
        Sample("memory.mentions", "une partie des mots", mentions(Mentions((talked,), all_words=False))),
        Sample("memory.mentions", "aucune n’en parle", mentions(Mentions())),
        Sample("memory.mentions", "aucune de ce groupe", mentions(Mentions(), "GT Diabète")),
    ]


def of_reviews() -> list[Sample]:
    """What is said of the review of a year."""
    return [
        Sample("reviews.coming", "tout le territoire", reviews.coming("CLS du bassin alésien", 2026, figures=False)),
        Sample("reviews.coming", "les chiffres seuls", reviews.coming("GT Diabète", 2026, figures=True)),
        Sample("reviews.caption", "une année finie", reviews.caption(review_samples.WHOLE, figures=False)),
        Sample("reviews.caption", "une année en cours, les chiffres", reviews.caption(review_samples.BEGUN, figures=True)),
        Sample("reviews.not_begun", "une année à venir", reviews.not_begun(2027, present=2026)),
        Sample("reviews.unclear", "des mots inconnus", reviews.unclear("du chocolat")),
        Sample("reviews.review_button", "un bouton", reviews.review_button("GT Diabète", 2026)),
    ]


def of_sheets() -> list[Sample]:
    """The sheets of the directory."""
    karim, caf = builders.PEOPLE[4], builders.STRUCTURES[4]
    now = Mandate(structure_id=3, function="Conseiller", since=date(2025, 9, 1), until=None)
    before = Mandate(structure_id=2, function="Animateur", since=date(2022, 1, 3), until=date(2025, 8, 31))
    met = MeetingLine(
        id=1, state=MeetingState.HELD, label="GT Diabète", day=date(2026, 3, 10), starts=None, ends=None, place=None, has_minutes=True
    )
    full = PersonSheet(person=karim, mandates=(now, before), groups=(1, 5), piloted=(5,), met=met)
    bare = PersonSheet(person=replace(karim, phone=None, email=None, structure_id=5), structure=caf)
    return [
        Sample("sheets.person", "une fiche complète", sheets.person(full, NAMES)),
        Sample("sheets.person", "sans numéro à elle", sheets.person(bare, NAMES, asked=frozenset({"phone"}))),
        Sample("sheets.structure", "une structure", sheets.structure(StructureSheet(structure=caf, people=(8,)), NAMES)),
        Sample("sheets.structure", "sans personne", sheets.structure(StructureSheet(structure=caf), NAMES)),
        Sample("sheets.groups", "ses groupes", sheets.groups(full, NAMES)),
        Sample("sheets.which_one", "plusieurs", sheets.which_one(near=False, more=False)),
        Sample("sheets.which_one", "beaucoup", sheets.which_one(near=False, more=True)),
        Sample("sheets.which_one", "rien d’exact", sheets.which_one(near=True, more=False)),
        Sample("sheets.nobody_fits", "personne", sheets.nobody_fits("xylophone")),
    ]


def of_sheet_changes() -> list[Sample]:
    """How the directory is kept right."""
    return [Sample(*told) for told in sheet_samples.samples(NAMES, today=TODAY)]


def of_reminders() -> list[Sample]:
    """Reminders, from card to list."""
    made = Reminder(id=1, account_id=1, zone="Europe/Paris", touched_at=NOW, what="réserver la salle", day=date(2026, 3, 16), at=time(9))
    monday = due_on(date(2026, 3, 16), time(9), "Europe/Paris", off=days_off("Europe/Paris"), loud=True)
    series = replace(made, what="point agenda", recurrence=Recurrence(every="P1W", weekday=1))
    before = replace(made, before=3 * 24 * 60, group_id=3, at=None)
    on = partial(replace, state=ReminderState.ACTIVE)
    kept = on(made)

    def card(reminder: Reminder, *, due: Due | None = None, meeting: date | None = None, past: bool = False, once_now: bool = False) -> str:
        return reminders.card(reminder, NAMES, due=due, meeting=meeting, today=TODAY, past=past, once_now=once_now)

    ends = {"le 31": date(2026, 3, 31), "le 29 février": date(2028, 2, 29)}
    rules = {
        "un lundi sur deux": Recurrence(every="P2W", weekday=1),
        "le 3e lundi du mois": Recurrence(every="P1M", weekday=1),
        "tous les jours": Recurrence(every="P1D"),
        "tous les trimestres": Recurrence(every="P3M"),
    }
    return [
        Sample("reminders.card", "une fois", card(replace(made, people=(5,)))),
        Sample("reminders.card", "sans heure dite", card(replace(made, at=None))),
        Sample("reminders.card", "un jour férié", card(replace(made, day=date(2026, 5, 14)))),
        Sample("reminders.card", "une série", card(series, due=monday)),
        *(Sample("reminders.card", case, card(replace(series, recurrence=rule))) for case, rule in rules.items()),
        Sample("reminders.card", "le 31", card(replace(series, day=ends["le 31"], recurrence=Recurrence(every="P1M")))),
        Sample("reminders.card", "le 29 février", card(replace(series, day=ends["le 29 février"], recurrence=Recurrence(every="P1Y")))),
        Sample("reminders.card", "avant une réunion", card(before, due=monday, meeting=date(2026, 3, 19))),
        Sample("reminders.card", "la veille, sans date", card(replace(before, before=24 * 60))),
        Sample("reminders.card", "deux heures avant, sans groupe", card(replace(before, before=120, group_id=None, asked=Asked.GROUP))),
        Sample(
            "reminders.card", "avant chaque réunion", card(replace(before, recurrence=EACH_MEETING), due=monday, meeting=date(2026, 3, 19))
        ),
        Sample(
            "reminders.card", "avant une réunion, a sonné", card(replace(before, state=ReminderState.ACTIVE), meeting=date(2026, 3, 19))
        ),
        Sample("reminders.card", "quoi ?", card(replace(made, what="", asked=Asked.WHAT))),
        Sample("reminders.card", "quand ?", card(replace(made, day=None, asked=Asked.WHEN))),
        Sample(
            "reminders.card",
            "un jour parmi d’autres",
            card(replace(made, day=None, window=DayWindow(first=date(2026, 3, 21), last=date(2026, 3, 31)), asked=Asked.WHEN)),
        ),
        Sample("reminders.card", "déjà passé", card(replace(made, day=TODAY, asked=Asked.WHEN), past=True)),
        Sample("reminders.card", "noté", card(kept)),
        Sample("reminders.card", "une série devenue une seule fois", card(kept, once_now=True)),
        Sample("reminders.listed", "rien", reminders.listed((), NAMES, first=1, today=TODAY)),
        Sample(
            "reminders.listed",
            "de toutes les sortes",
            reminders.listed(
                (
                    ReminderLine(reminder=kept, missed=True),
                    ReminderLine(reminder=kept, uncertain=True),
                    ReminderLine(reminder=kept),
                    ReminderLine(reminder=on(series), next=monday),
                    ReminderLine(reminder=on(series), next=monday, missed=True),
                    ReminderLine(reminder=made),
                    ReminderLine(reminder=on(before)),
                    ReminderLine(reminder=on(before), rung=True),
                    ReminderLine(reminder=on(replace(before, recurrence=EACH_MEETING))),
                    ReminderLine(reminder=on(replace(before, recurrence=EACH_MEETING)), next=monday),
                    ReminderLine(reminder=kept, next=monday._replace(on=date(2027, 3, 15))),
                ),
                NAMES,
                first=1,
                today=TODAY,
            ),
        ),
        Sample("reminders.undone", "annulé", reminders.undone("réserver la salle")),
        Sample("reminders.done", "fait avant l’heure", reminders.done("réserver la salle")),
        Sample("reminders.action_done", "une action", reminders.action_done("réserver la salle")),
        Sample("reminders.withdrawn", "supprimé", reminders.withdrawn("réserver la salle")),
        Sample("reminders.told", "une ligne", reminders.told(ReminderLine(reminder=on(series), next=monday), NAMES, today=TODAY)),
        Sample("reminders.unheeded", "une exception", reminders.unheeded(("hors vacances scolaires",))),
        Sample("reminders.lead_of", "la veille", reminders.lead_of(replace(before, before=24 * 60))),
        Sample("reminders.not_found", "aucun de ce nom", reminders.not_found("de la CAF")),
        Sample("reminders.drop_all", "trois", reminders.drop_all(3)),
        Sample("reminders.drop_all", "un seul", reminders.drop_all(1)),
        Sample("reminders.all_dropped", "trois", reminders.all_dropped(3)),
        Sample("reminders.actions_recalled", "deux personnes", reminders.actions_recalled(("Sophie Martin", "Claire Fontaine"))),
        Sample("reminders.actions_recalled", "personne", reminders.actions_recalled(())),
    ]


def of_notices() -> list[Sample]:
    """What rings."""
    due = due_on(date(2026, 3, 11), time(9), "Europe/Paris", off=days_off("Europe/Paris"), loud=True)
    room = Notice(id=1, territory_id=1, account_id=1, chat_id=1, kind=NoticeKind.REMINDER, due=due, reminder_id=1, what="réserver la salle")
    agenda = room._replace(id=2, reminder_id=2, what="point agenda", series=True)
    copil = room._replace(meeting="Copil CLS", meeting_day=date(2026, 3, 19), meeting_starts=time(14))
    ahead = room._replace(
        id=9, kind=NoticeKind.AHEAD, reminder_id=None, what="", meeting_id=4, meeting="GT Diabète", meeting_day=date(2026, 3, 12),
        meeting_starts=time(14), meeting_ends=time(16), snoozes=1440,
    )  # fmt: skip
    lost = Notice(id=3, territory_id=1, account_id=1, chat_id=1, kind=NoticeKind.UNREACHABLE, due=due, about="Marc Roussel")
    later = room._replace(answer=NoticeAnswer.LATER, later_on=date(2026, 3, 12), later_at=time(9))
    many = [room._replace(id=n, reminder_id=n, what=f"relancer la structure n° {n}") for n in range(1, 13)]

    def rung(*given: Notice, now: datetime = due.due_at, answered: bool = False) -> str:
        return notices.rung(given, now=now, answered=answered)

    return [
        Sample("notices.rung", "à l’heure", rung(room)),
        Sample("notices.rung", "en retard dans la journée", rung(room, now=NOW)),
        Sample("notices.rung", "en retard du lendemain", rung(room, now=NOW + timedelta(days=1))),
        Sample("notices.rung", "avant une réunion", rung(copil)),
        Sample("notices.rung", "plusieurs ensemble", rung(room, agenda, copil, lost, now=NOW)),
        Sample("notices.rung", "plus de dix", rung(*many)),
        Sample("notices.rung", "fait", rung(room._replace(answer=NoticeAnswer.DONE), answered=True)),
        Sample("notices.rung", "remis", rung(later, answered=True)),
        Sample("notices.rung", "laissé, parmi d’autres", rung(room._replace(answer=NoticeAnswer.DROPPED), agenda, answered=True)),
        Sample("notices.rung", "quelqu’un que Maillon n’atteint plus", rung(lost)),
        Sample("notices.rung", "avant une réunion du groupe", rung(ahead)),
        Sample("notices.rung", "avant une réunion du groupe, parmi d’autres", rung(room, ahead, now=NOW)),
        Sample("leads.announced", "le jour même", leads.announced(ahead._replace(meeting_day=due.on))),
        Sample("leads.chosen", "rien encore", leads.chosen("GT Diabète", (), pilots=["Marc Roussel"])),
        Sample("leads.chosen", "trois fois", leads.chosen("GT Diabète", (7 * 1440, 1440, 120), pilots=["Marc Roussel"])),
        Sample(
            "leads.chosen",
            "un de trop",
            leads.chosen("GT Diabète", tuple(n * 1440 for n in range(6, 0, -1)), pilots=["Marc Roussel"], full=True),
        ),
        Sample("leads.unheeded", "une heure à elle", leads.unheeded(["à 18h"])),
        Sample("reminders.eve_of", "avant un jour", reminders.eve_of("avant noël")),
        Sample("reminders.left_out", "un second rappel", reminders.left_out("vendredi 11h appeler la mairie")),
        Sample("leads.chosen", "sans pilote", leads.chosen("GT Nutrition", (1440,), pilots=[])),
        *(Sample("leads.length", f"{n} minutes", leads.length(n)) for n in (90, 120, 1440, 3 * 1440, 14 * 1440)),
        Sample("leads.button", "choisi", leads.button(1440, on=True)),
        Sample("leads.button", "à choisir", leads.button(120, on=False)),
        Sample("leads.listed", "deux groupes", leads.listed([("GT Diabète", (1440, 120)), ("Copil CLS", (7 * 1440,))])),
        Sample("notices.which", "remettre le deuxième", notices.which([room, agenda], agenda.id, later=True).strip()),
        Sample("notices.which", "laisser le deuxième", notices.which([room, agenda], agenda.id, later=False).strip()),
        Sample("notices.uncertain", "avant une réunion", notices.uncertain([ahead])),
        Sample("notices.late", "une heure plus tard", notices.late(room, room.due.due_at + timedelta(hours=1))),
        Sample("notices.uncertain", "un", notices.uncertain([room])),
        Sample("notices.uncertain", "plusieurs", notices.uncertain([room, agenda])),
        Sample("notices.put_off", "demain", notices.put_off(date(2026, 3, 12), time(9), today=TODAY)),
        Sample("notices.put_off", "plus tard", notices.put_off(date(2026, 3, 30), time(14, 30), today=TODAY)),
    ]


def of_questions_after() -> list[Sample]:
    """What is asked after a meeting."""
    due = due_on(date(2026, 3, 13), time(16, 10), "Europe/Paris", off=days_off("Europe/Paris"), loud=False)
    asked = Notice(
        id=1,
        territory_id=1,
        account_id=1,
        chat_id=1,
        kind=NoticeKind.PROMPT,
        due=due,
        meeting="GT Diabète",
        meeting_day=date(2026, 3, 13),
        meeting_starts=time(14),
        meeting_ends=time(16),
        meeting_id=1,
    )
    cases = (
        ("dix minutes après la fin", asked),
        ("deux jours ouvrés après", asked._replace(kind=NoticeKind.CHASE)),
        ("cinq jours ouvrés après", asked._replace(kind=NoticeKind.LAST_CHASE)),
        ("tenue, sans savoir qui était là", asked._replace(kind=NoticeKind.CHASE, held=True)),
        ("reportée, à quel jour", asked._replace(answer=NoticeAnswer.MOVING)),
        ("reportée", asked._replace(answer=NoticeAnswer.MOVED, later_on=date(2026, 3, 20), later_at=time(14))),
        ("annulée", asked._replace(answer=NoticeAnswer.CANCELLED)),
        ("plus tard", asked._replace(answer=NoticeAnswer.LATER, later_on=date(2026, 3, 16), later_at=time(9))),
        ("ne plus demander", asked._replace(answer=NoticeAnswer.DROPPED)),
        ("c’est fait", asked._replace(answer=NoticeAnswer.DONE)),
    )
    stands_in = Notice(
        id=2,
        territory_id=1,
        account_id=1,
        chat_id=1,
        kind=NoticeKind.STAND_IN,
        due=due,
        about="Marc Roussel",
        leave=Away(first=date(2026, 3, 12), last=date(2026, 3, 20)),
    )
    return [
        *(Sample("after_meetings.asked", case, after_meetings.asked(notice)) for case, notice in cases),
        *(Sample("after_meetings.item", f"{case}, parmi d’autres", after_meetings.item(notice)) for case, notice in cases[3:6]),
        Sample("notices.rung", "deux réunions finies ensemble", notices.rung((asked, asked._replace(id=3, meeting_id=3)), now=due.due_at)),
        Sample("after_meetings.moved", "par une phrase", after_meetings.moved("GT Diabète", date(2026, 3, 20), time(14), holiday=None)),
        Sample("after_meetings.moved", "un jour férié", after_meetings.moved("GT", date(2026, 5, 14), time(14), holiday="Ascension")),
        Sample("after_meetings.cancelled", "par une phrase", after_meetings.cancelled("GT Diabète", date(2026, 3, 13))),
        Sample("after_meetings.put_off_or_cancelled", "« non »", after_meetings.put_off_or_cancelled("GT Diabète", date(2026, 3, 13))),
        Sample(
            "after_meetings.put_off_or_cancelled",
            "« annulée, Karim prévient les autres »",
            after_meetings.put_off_or_cancelled("GT Diabète", date(2026, 3, 13), half_read=True),
        ),
        Sample(
            "after_meetings.without_a_date",
            "reportée, sans date",
            after_meetings.without_a_date("GT Diabète", date(2026, 3, 13), date(2026, 3, 16), time(9)),
        ),
        Sample("after_meetings.later_when", "« plus tard »", after_meetings.later_when("GT Diabète", date(2026, 3, 13))),
        Sample("after_meetings.uncertain", "la connexion coupée", after_meetings.uncertain(["GT Diabète"])),
        Sample("leaves.you_stand_in", "à qui prend le relais", leaves.you_stand_in(stands_in)),
        Sample("leaves.you_stand_in_no_more", "le congé est supprimé", leaves.you_stand_in_no_more(stands_in)),
        Sample("leaves.you_stand_in_no_more", "le congé finit plus tôt", leaves.you_stand_in_no_more(stands_in._replace(leave=None))),
    ]


def of_peace() -> list[Sample]:
    """Leaves, quiet hours and the point of the week."""
    leave = Leave(id=1, account_id=1, first=date(2026, 3, 12), last=date(2026, 3, 20), stand_in_said="Sophie", touched_at=NOW)
    kept = replace(leave, state=LeaveState.KEPT)
    figures = Figures(meetings=4, came=38, minutes=((Nature.EMPLOYER_TIME, 1830), (Nature.VOLUNTEER, 720), (None, 45)))
    counts = tuple((which, n) for n, which in enumerate(WeekList, 1))
    told = Week(
        first=date(2026, 3, 9),
        last=date(2026, 3, 15),
        until=date(2026, 3, 22),
        figures=figures,
        last_year=Figures(meetings=3, minutes=((None, 1500),)),
        next_ones=LINES[:1],
        counts=tuple((which, 3) for which, _ in counts),
        late=1,
    )
    elsewhere, only_elsewhere = ((WeekList.AHEAD, 2), (WeekList.UNTOLD, 2)), ((WeekList.AHEAD, 3), (WeekList.UNTOLD, 3))
    older = ((WeekList.UNTOLD, 1), (WeekList.ACTIONS, 2), (WeekList.UNSENT, 4))
    empty = replace(told, figures=Figures(), counts=(), next_ones=(), late=0)
    action = DueAction(id=1, text="relance la CAF", due=date(2026, 3, 9), bearers=("Sophie Martin",), label="GT Diabète")
    unseen = Unseen(name="CCAS d’Alès", since=date(2025, 10, 22))
    by_axis = HoursByAxis(
        last=TODAY,
        lines=(
            AxisHours(axis=7, name="Obésité infantile, nutrition", minutes=1830, before=1200),
            AxisHours(axis=9, name="Diabète", minutes=720),
            AxisHours(axis=None, minutes=45, before=60),
        ),
    )
    return [
        *(Sample("leaves.card", stand_in.name.lower(), leaves.card(leave, stand_in, "Sophie Martin")) for stand_in in StandIn),
        Sample("leaves.card", "gardé", leaves.card(kept, StandIn.READY, "Sophie Martin")),
        Sample("leaves.given_up", "un congé", leaves.given_up((kept,))),
        Sample("leaves.given_up", "tous", leaves.given_up((kept, replace(kept, first=date(2026, 8, 3), last=date(2026, 8, 21))))),
        Sample("leaves.not_away", "« je suis rentrée » sans congé en cours", leaves.not_away((kept,), back=True)),
        Sample("leaves.not_away", "aucun ces jours-là", leaves.not_away((kept, kept), back=False)),
        Sample("leaves.drop_button", "l’un de plusieurs", leaves.drop_button(kept)),
        Sample("leaves.listed", "deux congés", leaves.listed((kept, replace(kept, first=date(2026, 8, 3), last=date(2026, 8, 21))))),
        Sample("rhythms.page", "d’habitude", rhythms.page((5, time(16)), Quiet(), (), figures=True)),
        Sample("rhythms.page", "à sa façon", rhythms.page(None, Quiet(ends=time(9), week_ends=True, holidays=True), (kept,), figures=True)),
        *(
            Sample("rhythms.page", f"« {lack.value} »", rhythms.page(None, Quiet(), (), figures=False, note=rhythms.LACKING[lack]))
            for lack in Lack
        ),
        Sample("rhythms.whole_week_end", "« écris-moi aussi le samedi »", rhythms.whole_week_end(True)),
        Sample("rhythms.whole_week_end", "« pas le dimanche »", rhythms.whole_week_end(False)),
        Sample("rhythms.page", "sans chiffres", rhythms.page(None, Quiet(), (), figures=False)),
        Sample("rhythms.day_button", "le sien", rhythms.day_button(4, chosen=True)),
        Sample("rhythms.hour_button", "une autre", rhythms.hour_button(time(8, 30), chosen=False)),
        *(Sample("writing.page", one.value, writing.page(WritingStyle(inclusive=one))) for one in Inclusive),
        Sample("writing.page", "noms sans capitales, déjà choisi", writing.page(WritingStyle(names=NameStyle.PLAIN), note=writing.ALREADY)),
        *(Sample("writing.choice_button", one.value, writing.choice_button(one, chosen=False)) for one in (*Inclusive, *NameStyle)),
        Sample("writing.choice_button", "le choix du territoire", writing.choice_button(Inclusive.DOUBLE, chosen=True)),
        Sample("weeks.week", "une semaine pleine", weeks.week(told, today=TODAY)),
        Sample("weeks.week", "après une panne", weeks.week(told, today=TODAY, late="(prévu à 8 h 30)")),
        Sample("weeks.week", "avec d’autres groupes", weeks.week(replace(told, of_others=elsewhere), today=TODAY)),
        Sample("weeks.week", "que d’autres groupes", weeks.week(replace(told, of_others=only_elsewhere), today=TODAY)),
        Sample("weeks.week", "avec de plus anciennes", weeks.week(replace(told, older=older), today=TODAY)),
        Sample("weeks.week", "que de plus anciennes", weeks.week(replace(empty, older=older), today=TODAY)),
        Sample("weeks.week", "une lectrice", weeks.week(replace(told, figures_only=True), today=TODAY)),
        Sample("weeks.week", "rien", weeks.week(replace(empty, last_year=None), today=TODAY)),
        Sample("weeks.listed", "des actions", weeks.listed(WeekList.ACTIONS, (action,), first=1, total=1, today=TODAY)),
        Sample(
            "weeks.listed",
            "tout ce qui reste à faire",
            weeks.listed(WeekList.OPEN_ACTIONS, (action, replace(action, due=None)), first=1, total=2, today=TODAY),
        ),
        Sample("weeks.listed", "une page de réunions", weeks.listed(WeekList.UNTOLD, LINES[:1], first=9, total=12, today=TODAY)),
        Sample("weeks.listed", "des comptes rendus", weeks.listed(WeekList.UNSENT, LINES[:1], first=1, total=1, today=TODAY)),
        Sample("weeks.listed", "des structures", weeks.listed(WeekList.LOST_STRUCTURES, (unseen,), first=1, total=1, today=TODAY)),
        Sample("weeks.listed", "des groupes", weeks.listed(WeekList.QUIET_GROUPS, (unseen,), first=1, total=1, today=TODAY)),
        Sample("weeks.listed", "plus rien", weeks.listed(WeekList.AHEAD, (), first=1, total=0, today=TODAY)),
        Sample("weeks.item_button", "une action", weeks.item_button(WeekList.ACTIONS, 2)),
        Sample("weeks.item_button", "une réunion", weeks.item_button(WeekList.UNTOLD, 2)),
        *(Sample("weeks.list_button", which.name.lower(), weeks.list_button(which)) for which in weeks.lists_under(told)),
        *(
            Sample(f"week_pictures.{name}", "trois axes", said)
            for name, said in (
                ("title", week_pictures.title(by_axis)),
                ("below", week_pictures.below(by_axis)),
                ("legend", week_pictures.legend(by_axis)),
                ("label", week_pictures.label(by_axis.lines[0])),
                ("amount", week_pictures.amount(by_axis.total)),
                ("caption", week_pictures.caption(by_axis)),
            )
        ),
        Sample("week_pictures.label", "sans axe", week_pictures.label(by_axis.lines[-1])),
        Sample(
            "week_pictures.caption",
            "première année",
            week_pictures.caption(replace(by_axis, lines=by_axis.lines[1:2])),
        ),
        Sample("weeks.uncertain", "la connexion coupée", weeks.uncertain()),
    ]


def of_invitations() -> list[Sample]:
    """What is said while somebody is invited."""
    until = datetime(2026, 3, 18, 17, 30, tzinfo=UTC)
    link = "https://t.me/maillon_bot?start=Ab3dEf6h"
    return [
        Sample(
            "invitations.ask_role",
            "une personne de l’annuaire",
            invitations.ask_role("Marc Roussel", "Diabète ensemble", new=False, civility="M."),
        ),
        Sample("invitations.ask_role", "une personne nouvelle", invitations.ask_role("Lou Vidal", None, new=True, civility=None)),
        Sample("invitations.ask_group", "un·e pilote", invitations.ask_group("Marc Roussel")),
        Sample("invitations.ask_which", "des homonymes", invitations.ask_which("Michel Durand")),
        Sample(
            "invitations.issued", "un·e pilote", invitations.issued("Marc Roussel", Role.PILOT, ("GT Diabète",), link, until, civility="M.")
        ),
        Sample(
            "invitations.issued",
            "un·e contributeur·rice",
            invitations.issued("Lou Vidal", Role.CONTRIBUTOR, (), link, until, civility=None),
        ),
    ]


def of_imports() -> list[Sample]:
    """What is said while a directory is brought in by its file."""

    def shown(open_doubt: int | None, plan: ImportPlan = IMPORT, outcome: ImportOutcome = OUTCOME) -> str:
        return directory_imports.preview(plan, outcome, file_name="annuaire.xlsx", open_doubt=open_doubt)

    doubts = IMPORT.doubts
    return [
        Sample("directory_imports.preview", "un grand fichier, un doute", shown(0)),
        Sample("directory_imports.preview", "plus rien à décider", shown(None)),
        Sample("directory_imports.preview", "rien de nouveau", shown(None, ImportPlan(read=2), ImportOutcome(people_same=1))),
        *(Sample("directory_imports.question", d.kind.value, directory_imports.question(d, rank=1, of=1)) for d in doubts),
        *(
            Sample("directory_imports.choice", f"{d.kind.value}, {c.label}", directory_imports.choice(d, c))
            for d in doubts
            for c in d.choices
        ),
        Sample("directory_imports.kept", "des doutes laissés", directory_imports.kept(OUTCOME, file_name="annuaire.xlsx", later=3)),
        Sample("directory_imports.dropped", "un fichier", directory_imports.dropped("annuaire.xlsx")),
        Sample("directory_imports.undone", "un fichier", directory_imports.undone("annuaire.xlsx")),
    ]


def of_refusals() -> list[Sample]:
    """What refusals and accidents say."""
    said = [Sample("errors.refusal", f"{type(r).__name__}{_which(r)}", refusals.refusal(r)) for r in REFUSALS]
    return [*said, Sample("errors.accident", "une panne", refusals.accident("3f9a1c"))]


def _which(refused: errors.Refusal) -> str:
    if isinstance(refused, errors.NotAllowed):
        return f" : {refused.verb.value}"
    return f" : {refused.problem.value}" if isinstance(refused, errors.FileRefused) else ""


def of_taps() -> list[Sample]:
    """What buttons say, and what passes over the chat after a tap; those that never vary stand below."""
    parts = [("une réunion", buttons.OF_MEETING), ("des heures", buttons.OF_HOURS)]
    states = (AttendanceState.PRESENT, AttendanceState.EXCUSED, AttendanceState.ABSENT, None)
    days = [("le jour même", TODAY), ("la veille", date(2026, 3, 10)), ("plus tôt", date(2026, 3, 5))]
    return [
        *(Sample("buttons.correct", f"{what}, {f.value}", buttons.correct(label)) for what, labels in parts for f, label in labels.items()),
        Sample("buttons.correct", "la deuxième de plusieurs réunions", buttons.correct(buttons.OF_MEETING[Field.DAY], rank=2)),
        *(Sample("buttons.paper", kind.value, buttons.paper(kind)) for kind in PaperKind if kind not in REVIEWS),
        *(Sample("buttons.move_to", state.value, buttons.move_to(state)) for state in MinutesState if state is not MinutesState.DRAFT),
        *(Sample("buttons.back_to", state.value, buttons.back_to(state)) for state in MinutesState),
        Sample("buttons.approve_of", "le compte rendu précédent", buttons.approve_of(date(2026, 3, 10))),
        Sample("buttons.of_meeting", "laquelle est annulée", buttons.of_meeting(buttons.MEETING_CANCELLED, "GT Nutrition", "")),
        Sample("buttons.when_of", "deux du même groupe", buttons.when_of(date(2026, 3, 13), time(9), today=TODAY)),
        Sample("buttons.drop_reminders", "tous les rappels", buttons.drop_reminders(3)),
        Sample("buttons.create", "un groupe inconnu", buttons.create("Copil CLSM")),
        *(Sample("buttons.part", given.value, buttons.part(given)) for given in Part),
        *(Sample("buttons.nature", given.value, buttons.nature(given)) for given in Nature),
        *(Sample("buttons.role", f"comme {given.value}", buttons.role(given, civility=None)) for given in roles_to_offer(CLAIRE)),
        *(Sample("buttons.day", case, buttons.day(day, today=TODAY)) for case, day in days),
        Sample("buttons.to_come", "jeudi", buttons.to_come(date(2026, 3, 12))),
        *(Sample("buttons.attendee", state or "pas cité", buttons.attendee("Karim Benali", state)) for state in states),
        *(Sample("buttons.later", later.name, buttons.later(later.name)) for later in Later),
        Sample("buttons.ranked", "seul", buttons.ranked(buttons.NOTICE_DONE, None)),
        Sample("buttons.ranked", "parmi d’autres", buttons.ranked(buttons.NOTICE_DONE, 2)),
        Sample("buttons.reminder", "le deuxième", buttons.reminder(2)),
        Sample("buttons.moment", "un moment", buttons.moment(datetime(2026, 3, 13, 14, 30), today=TODAY)),
        Sample("buttons.sheet", "une personne", buttons.sheet("Karim Benali – Mission locale d’Alès")),
        Sample("buttons.structure_sheet", "une structure", buttons.structure_sheet("CAF du Gard")),
        Sample("toasts.group_made", "un groupe nouveau", toasts.group_made("Copil CLSM")),
    ]


def of_exports() -> list[Sample]:
    """What is said of the directory that is taken out."""
    said: list[Sample] = []
    for part in ExportPart:
        name = part.name.lower()
        said.append(Sample("exports.caption", f"sous le fichier ({name})", exports.caption(part, TODAY, people=1600, structures=277)))
        said.append(Sample("exports.file_name", name, exports.file_name(part, TODAY)))
        said.append(Sample("exports.uncertain", name, exports.uncertain(part)))
        said.append(Sample("exports.failed", name, exports.failed(part)))
    return said


def of_neighbourhoods() -> list[Sample]:
    """The QPV of a territory."""
    cevennes = Neighbourhood(name="Cévennes", commune="Alès", code="QN03001M")
    change = SheetChange(deed=SheetDeed.STRUCTURE, neighbourhoods=(cevennes,))
    view = SheetView(new=("Cévennes",))
    listing = replace(change, deed=SheetDeed.NEIGHBOURHOODS)
    gone = replace(listing, outside=True)
    return [
        Sample("neighbourhoods.line", "un nouveau", neighbourhoods.line(change, view, before=None)),
        Sample("neighbourhoods.line", "un autre", neighbourhoods.line(change, SheetView(), before="Tamaris")),
        Sample("neighbourhoods.line", "aucun", neighbourhoods.line(replace(change, outside=True), SheetView(), before="Tamaris")),
        Sample("neighbourhoods.listed_on_card", "ajoutés", neighbourhoods.listed_on_card(listing, view)),
        Sample("neighbourhoods.listed_on_card", "retirés", neighbourhoods.listed_on_card(gone, SheetView())),
        Sample("neighbourhoods.listed", "la liste", neighbourhoods.listed([cevennes, Neighbourhood(name="Tamaris")])),
        Sample("neighbourhoods.listed", "aucun", neighbourhoods.listed([])),
        Sample("neighbourhoods.which", "📍 sous une structure", neighbourhoods.which("CAF du Gard")),
        Sample("neighbourhoods.of_sheet", "sur sa fiche", neighbourhoods.of_sheet("Cévennes")),
    ]


def of_templates() -> list[Sample]:
    """What is said of templates: every fault, and whose they become."""
    said: list[Sample] = []
    for problem in TemplateProblem:
        meant = {
            TemplateProblem.UNKNOWN: "titer",
            TemplateProblem.IS_LIST: "decisions",
            TemplateProblem.NOT_LIST: "lieu",
            TemplateProblem.SINGLE_BRACE: "titre",
            TemplateProblem.OUTSIDE: "http://exemple.fr/logo.png",
            TemplateProblem.FIELD: "DDEAUTO",
        }
        fault = TemplateFault(
            problem=problem, place=TemplatePlace.HEADER, said=meant.get(problem, "{% if lieu %}"), line="Le {% if lieu %} ici"
        )
        refused = template_faults.refused("modele.docx", (replace(fault, hint="titre"),))
        said.append(Sample("template_faults.refused", problem.value, refused))
    many = [TemplateFault(problem=TemplateProblem.UNKNOWN, said=f"champ{n}") for n in range(10)]
    said.append(Sample("template_faults.refused", "dix fautes", template_faults.refused("modele.docx", many)))
    return [*said, *_of_good_templates()]


def _of_good_templates() -> list[Sample]:
    minutes, sheet = TemplateKind.MINUTES, TemplateKind.SIGNING_SHEET
    said = [Sample("templates.which_kind", "sans légende", templates.which_kind("modele.docx"))]
    for kind in TemplateKind:
        name = templates.called(kind)
        said.append(Sample("templates.kind_button", name, templates.kind_button(kind)))
        said.append(Sample("templates.proposed", name, templates.proposed("modele.docx", kind)))
        said.append(Sample("templates.sample", name, templates.sample(kind)))
        said.append(Sample("templates.sample_lost", name, templates.sample_lost(kind)))
    said.append(Sample("templates.dropped", "❌", templates.dropped("modele.docx")))
    lost = (TemplateFault(problem=TemplateProblem.NOT_GONE_THROUGH, said="lettres"),)
    for what, faults in (("sous le document", ()), ("sous des invitations", lost)):
        said.append(Sample("templates.fell_back", what, templates.fell_back("modele.docx", faults)))
    for kind, group in ((minutes, None), (sheet, "GT Diabète")):
        place, now = group or "territoire", "ancien.docx" if group else None
        said.append(Sample("templates.kept", place, templates.kept("modele.docx", kind, group, rank=2 if group else 1)))
        said.append(Sample("templates.withdrawn", place, templates.withdrawn("modele.docx", kind, group, now=now)))
        said.append(Sample("templates.reset", place, templates.reset(kind, group, now=now)))
        said.append(Sample("templates.back_button", place, templates.back_button(group)))
        said.append(Sample("templates.ours_button", place, templates.ours_button(group)))
    used = (
        templates.Used(group=None, file_name="modele.docx", rank=2, author="Claire Fontaine", day=TODAY),
        templates.Used(group="GT Diabète", file_name=None, rank=3, author=None, day=TODAY),
    )
    said.append(Sample("templates.withdrawn", "une étape", templates.withdrawn("", minutes, None, now="modele.docx")))
    said.append(Sample("templates.listed", "deux documents", templates.listed({minutes: used, sheet: used[:1]})))
    said.append(Sample("templates.listed", "aucun", templates.listed({})))
    said.append(Sample("templates.of_kind", "deux modèles", templates.of_kind(sheet, used, "organisme, titre, date, lignes")))
    said.append(Sample("templates.of_kind", "aucun", templates.of_kind(minutes, (), "organisme, titre, date, decisions")))
    return said


def of_agenda() -> list[Sample]:
    """The cards of the agenda, the agenda itself and its files."""
    spot = Spot(day=date(2026, 3, 17), starts=time(14), ends=time(16), place_said="salle Rimbaud")
    moved = replace(spot, day=date(2026, 3, 26))
    line = AgendaLine(
        id=2,
        state=MeetingState.PLANNED,
        label="Copil CLS",
        group_id=3,
        day=spot.day or TODAY,
        starts=time(15),
        ends=time(17),
        place="salle Rimbaud",
    )
    gone = replace(line, state=MeetingState.CANCELLED)
    new = PlanContent(deed=PlanDeed.PLAN, group_id=2, spot=spot)
    move = PlanContent(deed=PlanDeed.MOVE, group_id=2, spot=Spot(day=moved.day), before=spot, meeting_id=1)
    cancel = replace(move, deed=PlanDeed.CANCEL)
    june = replace(new, spot=replace(spot, day=date(2026, 4, 2)), rule=Recurrence(every="P2W", weekday=4, until=date(2026, 6, 30)))
    spring = Recurrence(every="P1M", weekday=2, nth=2, months=(4, 6), off_school=True)
    fortnight = Recurrence(every="P2W", weekday=4, without=(DayWindow(first=date(2026, 4, 16), last=date(2026, 4, 16)),))
    days = (date(2026, 4, 2), date(2026, 4, 16), date(2026, 4, 30), date(2026, 5, 14))
    found = Signals(days=days, holidays=((days[3], "Ascension"),), school=days[1:3], known=(date(2026, 5, 28),))
    clash = (Clash(other=line, room=True, people=(2,)),)
    thing = Thing(meeting_id=1, text="salle", account_id=1, told_at=NOW, update_id=1)
    things = (thing, replace(thing, text="café", done=True))
    points = ("bilan 1 h 40", "budget 30 min")
    away, there = AttendanceState.EXCUSED, AttendanceState.PRESENT
    come = (Presence(person_id=4, state=there), Presence(person_id=5, state=away), Presence(structure_id=4, state=away))

    def card(content: PlanContent, signals: Signals = Signals(), *, kept: bool = False, asked: PlanQuestion | None = None) -> str:  # noqa: B008
        state = PlanState.KEPT if kept else PlanState.PROPOSED
        plan = Plan(id=1, account_id=1, state=state, content=content, asked=asked, touched_at=NOW)
        return plans.card(plan, NAMES, signals=signals, today=TODAY, now_past=asked is PlanQuestion.DAY and content is new)

    head = agenda.heading(date(2026, 3, 16), date(2026, 3, 22), whole_month=False, about="GT Diabète")
    rows = (line, replace(line, id=3, day=date(2027, 1, 12), ends=None, place=None))
    shown = [
        ("une réunion à venir", card(new)),
        ("un lieu pris, un pilote occupé", card(new, Signals(conflicts=clash))),
        ("un jour férié", card(new, Signals(holidays=((days[3], "Ascension"),)))),
        ("les vacances scolaires", card(new, Signals(school=days[1:2]))),
        ("déjà dans l’agenda", card(new, Signals(standing=replace(spot, ends=None)))),
        ("la même ou une deuxième ?", card(new, Signals(standing=replace(spot, ends=None), beside=replace(spot, ends=None)))),
        ("une deuxième ce jour-là", card(replace(new, second=True), Signals(beside=replace(spot, ends=None)))),
        ("quel jour ?", card(new, asked=PlanQuestion.DAY)),
        ("quelles heures ?", card(replace(new, spot=replace(spot, starts=time(16), ends=time(14))), asked=PlanQuestion.HOURS)),
        ("quel groupe ?", card(replace(new, group_id=None), asked=PlanQuestion.GROUP)),
        ("gardée", card(new, kept=True)),
        ("un report", card(move)),
        ("à quand ?", card(replace(move, spot=Spot()), asked=PlanQuestion.DAY)),
        ("laquelle ?", card(replace(move, before=None, group_id=None), asked=PlanQuestion.MEETING)),
        ("un report gardé", card(move, kept=True)),
        ("une annulation", card(cancel)),
        ("une annulation de toute la série", card(replace(cancel, series_id=1, whole_series=True))),
        (
            "une série annulée, une réunion à part",
            card(replace(cancel, series_id=1, whole_series=True), Signals(single=days[1:2])),
        ),
        ("une série annulée, deux réunions à part", card(replace(cancel, series_id=1, whole_series=True), Signals(single=days[1:3]))),
        ("un autre jour, dit de toute la série", card(replace(move, series_id=1, whole_series=True))),
        ("une annulation gardée", card(cancel, kept=True)),
        ("une série", card(june, found)),
        ("une série gardée", card(june, replace(found, known=()), kept=True)),
        (
            "une série hors vacances",
            card(replace(june, rule=spring), found),
        ),
        ("un jeudi sur deux, sauf…", card(replace(june, rule=replace(fortnight, months=(1, 2, 3, 4, 5, 6, 9, 10, 11, 12))), found)),
        ("deux jeudis par mois", card(replace(june, rule=replace(spring, weekday=4, nth=1, nths=(3,))), found)),
        ("les lundis et les jeudis", card(replace(june, rule=replace(fortnight, every="P1W", weekdays=(1,), without=())), found)),
        ("un jeudi par mois", card(replace(june, rule=replace(fortnight, every="P1M", without=(), off_holidays=True)), found)),
        ("le dernier jour du mois", card(replace(june, rule=Recurrence(every="P1M", dom=-1, times=6)), found)),
        ("quel jour d’une série ?", card(replace(june, spot=Spot(), rule=Recurrence(every="P1M")), asked=PlanQuestion.DAY)),
    ]
    return [
        *(Sample("plans.card", case, text) for case, text in shown),
        Sample("plan_notes.unread", "une exception", plan_notes.unread("sauf quand il pleut")),
        Sample("plan_notes.hours_open", "un moment du jour", plan_notes.hours_open("fin de matinée", "matin")),
        Sample("plan_notes.hours_open", "une heure qui n’existe pas", plan_notes.hours_open("25h", None)),
        Sample("plan_notes.start_open", "une durée sans heure", plan_notes.start_open(180)),
        Sample(
            "plan_notes.one_next_date",
            "deux dates dites à la fin d’une réunion",
            plan_notes.one_next_date(
                NextMeetingDraft(day=date(2026, 12, 8), starts=time(14), more_days=(date(2026, 12, 10),)), "GT Diabète"
            ),
        ),
        Sample("plan_notes.which_days", "un groupe", plan_notes.which_days("GT Diabète")),
        Sample("plan_notes.which_days", "aucun n’est sûr", plan_notes.which_days(None)),
        Sample("plan_notes.points_aside", "deux points", plan_notes.points_aside("GT Canicule", days[0], ("budget", "fontaines"))),
        Sample("plan_notes.loose", "un dernier mot", plan_notes.loose("rimbaud")),
        Sample("plan_notes.not_known_before", "heure et lieu", plan_notes.not_known_before(hours=True, place=True)),
        Sample("plan_notes.not_known_before", "heure", plan_notes.not_known_before(hours=True, place=False)),
        Sample("plan_notes.not_known_before", "lieu", plan_notes.not_known_before(hours=False, place=True)),
        Sample("plan_notes.several", "aucune n’est sûre", plan_notes.several(None)),
        Sample(
            "plan_notes.several",
            "la première",
            plan_notes.several(plans.in_words("GT Diabète", Spot(day=date(2026, 9, 10), starts=time(10)))),
        ),
        Sample("plan_notes.no_such_day", "dit", plan_notes.no_such_day("30 février")),
        Sample("plan_notes.no_such_day", "sans mots", plan_notes.no_such_day(None)),
        Sample("plan_notes.misnamed", "un jour de la semaine qui n’est pas le sien", plan_notes.misnamed(days[0])),
        Sample("plans.excused_again", "deux personnes", plans.excused_again((Presence(person_id=5), Presence(person_id=4)), NAMES)),
        Sample("plans.undone", "défait", plans.undone(new, NAMES)),
        Sample("plans.which_way", "« annule » sur la carte qui annule", plans.which_way(cancel)),
        Sample("plans.left", "« laisse tomber » : une réunion gardée", plans.left(cancel, NAMES, today=TODAY)),
        Sample("plans.left", "« on laisse le 10 » : déjà abandonné", plans.left(cancel, NAMES, today=TODAY, head=plans.STOOD)),
        Sample("plans.left", "« laisse tomber » : rien d’inscrit", plans.left(new, NAMES, today=TODAY)),
        Sample("agenda.heading", "une semaine d’un groupe", head),
        Sample("agenda.agenda", "deux réunions", agenda.agenda(rows, NAMES, head=head, today=TODAY, clashing={2})),
        Sample("agenda.agenda", "rien", agenda.agenda((), NAMES, head=head, today=TODAY)),
        Sample("agenda.agenda", "jours passés", agenda.agenda((), NAMES, head=head, today=TODAY, gone_by=True)),
        Sample("agenda.not_understood", "rien de compris", agenda.not_understood("toto", narrowed=False)),
        Sample("agenda.not_understood", "un groupe compris", agenda.not_understood("toto", narrowed=True)),
        Sample("agenda.too_many", "quatre groupes", agenda.too_many(4, "Plénière CLS")),
        Sample("agenda.button", "une réunion", agenda.button(line)),
        Sample(
            "planned_pages.opened",
            "une réunion d’une série",
            planned_pages.opened(replace(line, series_id=1), NAMES, found=clash, today=TODAY),
        ),
        Sample(
            "planned_pages.opened",
            "qui viendra",
            planned_pages.opened(line, NAMES, found=(), expected=come, silent=(1,), points=points, waiting=("enquête",), today=TODAY),
        ),
        Sample("planned_pages.invitation", "à copier", planned_pages.invitation(paper_samples.CONVENING)),
        Sample("parked.parked", "deux points", parked.parked("GT Diabète", ("enquête", "budget 30 min"))),
        Sample("parked.parked", "un point qui quitte un ordre du jour", parked.parked("GT Diabète", ("budget",), left=line.day, gone=1)),
        Sample("parked.parked", "un point nouveau", parked.parked("GT Diabète", ("transport",), new=True)),
        Sample("parked.dropped", "un point qui n’attend plus", parked.dropped("GT Diabète", ("enquête",))),
        Sample("parked.not_waiting", "un point qui n’attend pas", parked.not_waiting("GT Diabète", ("enquête",))),
        Sample("parked.taken", "un point ajouté", parked.taken("GT Diabète", ("bilan 1 h", "enquête"))),
        Sample("parked.undone", "défait", parked.undone("GT Diabète")),
        Sample("checklist.checklist", "deux choses", checklist.checklist("GT Diabète", line.day, things)),
        Sample("checklist.button", "un bouton", checklist.button(things[1])),
        Sample("checklist.opening", "un bouton de la page", checklist.opening(things)),
        Sample("checklist.not_listed", "« salle réservée pour le GT »", checklist.not_listed(["salle"])),
        Sample("checklist.not_listed", "« salle réservée, badges imprimés »", checklist.not_listed(["badges"], rest=True)),
        Sample("checklist.undone", "défait", checklist.undone("GT Diabète")),
        Sample("turnout.noted", "une personne et une structure", turnout.noted("Copil CLS", line.day, come, NAMES)),
        Sample("turnout.noted", "en retard", turnout.noted("Copil CLS", line.day, come[:1], NAMES, late=True)),
        Sample("checklist.taken_off", "l’une est retirée, l’autre n’y est pas", checklist.taken_off(("café",), ("badges",))),
        Sample("turnout.unnamed", "deux de plus", turnout.unnamed(2)),
        Sample("turnout.undone", "défait", turnout.undone("Copil CLS", line.day)),
        Sample("turnout.who", "plusieurs Karim", turnout.who("Karim")),
        Sample("turnout.in_full", "trop de doutes", turnout.in_full(("Karim", "Sophie"))),
        Sample("calendars.caption", "l’agenda entier", calendars.caption((line, gone), whose=None, day=None)),
        Sample("calendars.caption", "une réunion", calendars.caption((line,), whose="Copil CLS", day=line.day)),
        Sample("calendars.caption", "une réunion annulée", calendars.caption((gone,), whose="Copil CLS", day=line.day)),
        Sample("calendars.file_name", "d’un groupe", calendars.file_name("GT Diabète", None)),
        Sample("calendars.file_name", "d’une réunion", calendars.file_name("GT Diabète", line.day)),
    ]


def of_dates() -> list[Sample]:
    """A date that is looked for, from the card to the date that was found."""
    proposed = (
        ProposedDate(day=date(2026, 3, 17), starts=time(14), ends=time(16)),
        ProposedDate(day=date(2026, 3, 19), starts=time(10)),
        ProposedDate(day=date(2026, 4, 6), part="matin"),
    )
    search = DateSearch(id=1, account_id=1, group_id=2, content=SearchContent(dates=proposed, place_id=1), touched_at=NOW)
    marks = ["", "", date_searches.holiday_mark("Lundi de Pâques", school=False, clash=True)]
    nowhere = replace(search, content=SearchContent())
    opened = replace(search, state=SearchState.OPEN)
    fits = {0: Fit.YES, 1: Fit.IF_NEEDED, 2: Fit.NO}
    ballot = Ballot(search=opened, group="GT Nutrition", asker="Claire Fontaine", person_id=3, given=fits)
    settled = replace(ballot, search=replace(opened, state=SearchState.SETTLED), settled_on=proposed[1], meeting_id=1)
    told = {3: fits, 4: {0: Fit.YES}}
    counts = counted(proposed, told, now=NOW.replace(tzinfo=None))
    board = Board(search=opened, group="GT Nutrition", counts=counts, answered=(3, 4), awaited=(1,), to_note=(8,))
    closed = replace(opened, state=SearchState.CLOSED)
    noted = ((proposed[0], Fit.YES), (proposed[1], Fit.NO))
    over = replace(board, counts=tuple(replace(one, past=True) for one in counts))

    def card(of: DateSearch, *, asked: tuple[int, ...] = (3,)) -> str:
        return date_searches.card(of, NAMES, asked=asked, to_note=(4, 8), marks=marks)

    return [
        Sample("date_searches.card", "trois dates", card(search)),
        Sample("date_searches.card", "personne n’a rejoint Maillon", card(search, asked=())),
        Sample("date_searches.card", "quel groupe", card(replace(search, group_id=None))),
        Sample("date_searches.card", "aucun jour libre", card(nowhere)),
        Sample("date_searches.holiday_mark", "vacances", date_searches.holiday_mark(None, school=True, clash=False)),
        Sample("date_searches.date_said", "une matinée", date_searches.date_said(proposed[2])),
        Sample("date_searches.ballot", "posée", date_searches.ballot(replace(ballot, given={}))),
        Sample("date_searches.ballot", "répondue, une date passée", date_searches.ballot(replace(ballot, past=frozenset({0})))),
        Sample("date_searches.ballot", "rouverte", date_searches.ballot(replace(ballot, search=replace(opened, rounds=2)))),
        Sample("date_searches.ballot", "notée par qui cherche", date_searches.ballot(ballot, hers=False, name="Sophie Martin")),
        Sample("date_searches.ballot", "trouvée", date_searches.ballot(settled)),
        Sample("date_searches.ballot", "close", date_searches.ballot(replace(ballot, search=closed))),
        Sample("date_searches.board", "deux réponses", date_searches.board(board, NAMES)),
        Sample("date_searches.board", "toutes passées", date_searches.board(over, NAMES)),
        Sample("date_searches.board", "close", date_searches.board(replace(board, search=closed), NAMES)),
        Sample("date_searches.listed", "deux recherches", date_searches.listed((("GT Nutrition", 3, True), ("GT Diabète", 2, False)))),
        Sample("date_searches.listed", "aucune", date_searches.listed(())),
        Sample(
            "date_searches.noted",
            "deux dates",
            date_searches.noted("Sophie Martin", noted, group="GT Nutrition"),
        ),
        Sample("date_searches.taken_back", "défait", date_searches.taken_back("GT Nutrition")),
        Sample("date_searches.which", "plusieurs Karim", date_searches.which("Karim")),
        Sample(
            "date_searches.chosen_or_corrected", "« finalement le 17 » sur une carte", date_searches.chosen_or_corrected("GT Nutrition")
        ),
        Sample("date_searches.not_proposed", "« on prend le 22 »", date_searches.not_proposed(["le 22"], [("GT Nutrition", proposed[:2])])),
        Sample(
            "date_searches.not_proposed",
            "la carte d’une réunion est ouverte",
            date_searches.not_proposed(["le 22"], [("GT Nutrition", proposed[:1])], over_card=True),
        ),
        Sample("date_searches.which_group", "deux groupes", date_searches.which_group(["GT Nutrition", "GT Diabète"])),
        Sample("date_searches.unread", "une partie", date_searches.unread(["jeanne dispo partoutt"])),
        Sample("date_searches.not_of_group", "une personne", date_searches.not_of_group(["Karim"])),
        Sample("date_searches.elsewhere", "deux jours", date_searches.elsewhere(["le 13", "le 20"])),
        *(Sample("date_searches.date_button", f"date {n}", date_searches.date_button(n - 1, one)) for n, one in enumerate(proposed, 1)),
        *(Sample("date_searches.fit_button", fit.value, date_searches.fit_button(0, fit, chosen=fit is Fit.YES)) for fit in Fit),
        Sample("date_searches.drop_date_button", "la deuxième", date_searches.drop_date_button(1)),
    ]


SECTIONS: tuple[tuple[str, Callable[[], list[Sample]]], ...] = (
    ("Les cartes", of_cards),
    ("Les questions", of_questions),
    ("S’y retrouver", of_help),
    ("Les listes", of_lists),
    ("Les fiches de l’annuaire", of_sheets),
    ("L’annuaire tenu à jour", of_sheet_changes),
    ("L’agenda", of_agenda),
    ("Chercher une date", of_dates),
    ("Les rappels", of_reminders),
    ("Ce qui sonne", of_notices),
    ("Après une réunion", of_questions_after),
    ("La semaine, les congés, les heures calmes", of_peace),
    ("Les invitations", of_invitations),
    ("Les documents des réunions", of_papers),
    ("Les réunions passées", of_memory),
    ("Le bilan d’une année", of_reviews),
    ("L’annuaire par un fichier", of_imports),
    ("L’annuaire en fichiers", of_exports),
    ("Les modèles de documents", of_templates),
    ("Les quartiers prioritaires", of_neighbourhoods),
    ("Les refus et les pannes", of_refusals),
    ("Les boutons et les mots qui passent", of_taps),
)


def public_functions() -> dict[str, Callable[..., object]]:
    """The public functions of bot/texts, by « module.name »."""
    found: dict[str, Callable[..., object]] = {}
    for module in iter_modules(bot.texts.__path__):
        loaded = import_module(f"bot.texts.{module.name}")
        for name, function in getmembers(loaded, isfunction):
            if not name.startswith("_") and function.__module__ == loaded.__name__:
                found[f"{module.name}.{name}"] = function
    return found


def speaking_functions() -> set[str]:
    """Those that return a text."""
    return {name for name, function in public_functions().items() if signature(function).return_annotation == "str"}


def fixed_sentences() -> list[Sample]:
    """The public constants of bot/texts that are a text."""
    found: list[Sample] = []
    for module in iter_modules(bot.texts.__path__):
        loaded = import_module(f"bot.texts.{module.name}")
        texts = [(name, value) for name, value in vars(loaded).items() if name.isupper() and isinstance(value, str)]
        shown = [(f"{module.name}.{name}", value) for name, value in texts if not name.startswith("_")]
        known = {(sample.function.split(".")[1], sample.text) for sample in found}  # one module may say what another one has
        found += [Sample(name, "", value) for name, value in shown if name not in NO_MESSAGE and (name.split(".")[1], value) not in known]
    return found


def page() -> str:
    """The whole of docs/messages.md."""
    parts = [
        "# Toutes les phrases de Maillon",
        f"Page fabriquée par `{COMMAND}` avec des valeurs d’exemple ; ne la corrigez pas ici, mais dans `bot/texts/`. "
        "Toutes les personnes sont inventées.",
    ]
    for title, samples in SECTIONS:
        parts.append(f"## {title}")
        parts += [f"**`{s.function}`** – {s.case}\n\n{_quoted(s.text)}" for s in samples()]
    parts.append("## Ce qui ne varie pas")
    parts += [f"**`{s.function}`**\n\n{_quoted(s.text)}" for s in fixed_sentences()]
    return "\n\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    """A Telegram HTML text as a Markdown quotation; a backslash keeps a line break inside a paragraph."""
    lines = typographic(text).split("\n")
    broken = [line + "\\" if line and following else line for line, following in zip(lines, [*lines[1:], ""], strict=True)]
    return "\n".join(f"> {line}".rstrip() for line in broken)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
