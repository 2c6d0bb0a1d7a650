"""A territory with one row of everything, so that two of them can be held against each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.checklist import Thing
from bot.domain.communes import Commune
from bot.domain.contributions import ContributionSource, Nature, NatureShare, Part
from bot.domain.date_searches import DateAnswer, DateSearch, Fit, ProposedDate, SearchContent, SearchState
from bot.domain.decisions import Action, Decision
from bot.domain.directory_imports import DirectoryImport, ImportPlan, ProposedPerson
from bot.domain.drafts import Bearer, DayWindow, Draft, DraftContent, HoursDraft, NextMeetingDraft
from bot.domain.groups import Group, GroupKind
from bot.domain.meetings import Contribution, Meeting, MeetingState
from bot.domain.neighbourhoods import Neighbourhood
from bot.domain.notices import Due, NoticeKind
from bot.domain.parked import ParkedPoint
from bot.domain.people import Person, Structure
from bot.domain.permissions import Role
from bot.domain.plans import Plan, PlanContent
from bot.domain.recurrence import Recurrence
from bot.domain.reminders import Reminder, ReminderState
from bot.domain.requests import PlanDeed, Spot
from bot.domain.rhythms import Leave, LeaveState, Rhythm
from bot.domain.series import Occurrence, Series
from bot.domain.sheet_changes import Meant, Proposal, ProposalKind, ProposalState, SheetCard, SheetChange, SheetDeed
from bot.domain.templates import Template, TemplateKind
from bot.domain.territory import Account, Invitation, Territory
from bot.domain.turnout import Word
from bot.domain.vocabulary import AxisWords, PlaceWords
from bot.domain.writing import Inclusive, WritingStyle
from bot.ports import OutboxKind, UnitOfWork
from storage.territories import create_territory
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 11, 22, 10, 30, 15, 250, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DUE = Due(
    on=date(2026, 11, 23),
    at=time(9),
    zone="Europe/Paris",
    due_at=datetime(2026, 11, 23, 8, tzinfo=UTC),
    until=datetime(2026, 11, 24, 18, tzinfo=UTC),
)
HOURS = DraftContent(hours=(HoursDraft(minutes=150, days=(date(2026, 11, 19),), part=Part.PREPARATION),))


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A territory, Claire who coordinates it, and one of everything that she kept."""

    territory: Territory
    ccas: Structure
    sophie: Person
    karim: Person
    diabetes: Group
    house: PlaceWords
    invitation: Invitation
    unissued: Invitation
    code: str
    claire: Account
    draft: Draft
    entry_id: int
    update_id: int
    held: Meeting
    planned: Meeting
    delivery_id: int
    sheet_card: SheetCard
    proposal: Proposal
    sent: DirectoryImport
    reminder: Reminder
    notice_id: int
    series: Series
    word: Word
    thing: Thing
    point: ParkedPoint
    plan: Plan
    leave: Leave
    template: Template
    search: DateSearch


def build(store: SqlStore, *, name: str, rank: int) -> World:
    """A world whose ids begin at `rank` thousand, so that those of two worlds never meet by chance."""
    first = rank * 1000
    territory = create_territory(
        store,
        name=name,
        organism=f"Reseda {name}",
        zone="Europe/Paris",
        communes=[Commune(insee="30007", name=name, postcodes=("30100",), epci_code="200066918", epci_name=None, population=None)],
        axes=[AxisWords(number=3, name="santé mentale")],
    )
    ccas = Structure(
        id=first + 1, name=f"CCAS de {name}", sigle="CCAS", aliases=("centre social",), commune="30007", nature=Nature.EMPLOYER_TIME
    )
    sophie = Person(id=first + 2, first_name="Sophie", last_name="Martin", structure_id=ccas.id, function="directrice", email="s@ccas.fr")
    karim = Person(id=first + 3, first_name="Karim", last_name="Benali", nature=Nature.VOLUNTEER, doctor=True, phone="+33466000000")
    diabetes = Group(
        id=first + 4,
        name="GT Diabète",
        kind=GroupKind.GT,
        code="GTD",
        axis=3,
        aliases=("diabète",),
        pilot_ids=(sophie.id,),
        member_ids=(sophie.id, karim.id),
    )
    house = PlaceWords(id=first + 5, name="Maison de la santé", commune="30007", aliases=("la MSP",))
    with store.bulk(territory.id, now=NOW, source="test") as bulk:
        bulk.structures([ccas])
        bulk.people([sophie, karim])
        bulk.groups([diabetes])
        bulk.places([house])
    with store.work(territory.id) as work:
        work.sheet_changes.keep_neighbourhood(Neighbourhood(name="Cévennes", commune=territory.name))
        prepared = work.invitations.prepare(name="Claire FONTAINE", person_id=None, by=None, expires_at=NOW + timedelta(days=7))
        code = work.invitations.issue(prepared.id, role=Role.PILOT, group_ids=[diabetes.id])
    assert code is not None
    claire = store.desk.redeem(code, telegram_id=first + 6, chat_id=first + 6, telegram_name="Cl", now=NOW)
    update_id = first + 7
    with store.work(territory.id) as work:
        invitation = work.invitations.get(prepared.id)
        unissued = work.invitations.prepare(name="Marc", person_id=None, by=claire.id, expires_at=NOW + timedelta(days=7))
        draft = work.drafts.add(account_id=claire.id, content=HOURS, now=NOW, update_id=update_id)
        entry_id = work.entries.add(draft_id=draft.id, account_id=claire.id, now=NOW)
        planned = work.meetings.add(planned_meeting(group_id=diabetes.id, entry_id=entry_id))
        whole = meeting(group_id=diabetes.id, author_id=claire.person_id, entry_id=entry_id, sophie=sophie, ccas=ccas, house=house)
        held = work.meetings.add(replace(whole, announces=planned.id))
        keep_the_rest(work, draft=draft, entry_id=entry_id, held=held, author=claire, group=diabetes, structure=ccas)
        sheet_card = keep_sheets(work, author=claire, sophie=sophie, ccas=ccas)
        pair = Proposal(
            id=0,
            kind=ProposalKind.DUPLICATE,
            state=ProposalState.OPEN,
            person_id=sophie.id,
            other_id=karim.id,
            structure_id=ccas.id,
            meeting_id=held.id,
            proposed_on=TODAY,
        )
        work.proposals.offer(pair, key="pair")
        proposal = work.proposals.open_ones(ProposalKind.DUPLICATE)[0]
        delivery_id = work.deliveries.queue(kind=OutboxKind.MINUTES, chat_id=claire.chat_id, subject_id=held.id, entry_id=entry_id, now=NOW)
        plan = ImportPlan(read=2, people=(ProposedPerson(first_name="Ana", last_name="Roux"),))
        sent = work.imports.add(account_id=claire.id, file_name="a.csv", plan=plan, now=NOW, update_id=first + 8)
        reminder = work.reminders.add(reminder_before(account_id=claire.id, group_id=diabetes.id, action_id=held.actions[0].id))
        work.notices.plan(reminder, DUE, now=NOW)
        work.notices.tell_unreachable(claire.id, DUE, about=claire.id, now=NOW)
        series = work.series.add(series_of(account_id=claire.id, group_id=diabetes.id))
        work.series.planned(Occurrence(series_id=series.id, day=planned.day, meeting_id=planned.id))
        plan_card = work.plans.add(plan_of(account_id=claire.id, series_id=series.id, update_id=first + 9))
        told = Word(
            meeting_id=planned.id,
            day=planned.day,
            person_id=karim.id,
            state=AttendanceState.EXCUSED,
            account_id=claire.id,
            told_at=NOW,
            update_id=first + 10,
        )
        parked = ParkedPoint(group_id=diabetes.id, text="enquête", account_id=claire.id, parked_at=NOW, update_id=first + 11)
        work.parked.add([parked])
        point = work.parked.waiting(diabetes.id)[0]
        work.leads.add(diabetes.id, 1440)
        work.checklist.add([Thing(meeting_id=planned.id, text="café", account_id=claire.id, told_at=NOW, update_id=first + 12)])
        thing = work.checklist.of_meeting(planned.id)[0]
        word = work.turnout.add([told])[0]
        work.writing.save(WritingStyle(inclusive=Inclusive.DOUBLE if rank == 1 else Inclusive.MEDIAN))
        template = work.templates.add(template_of(account_id=claire.id, group_id=diabetes.id, update_id=first + 10))
        search = keep_date_search(work, author=claire, group=diabetes, plan_id=plan_card.id, sophie=sophie, update_id=first + 13)
        leave = keep_peace(work, author=claire, sophie=sophie, planned=planned)
        found = work.reminders.lines(claire.id, limit=1)
        assert found[0].next == DUE
    with store.engines.read() as connection:
        notice_id = connection.execute(sa.text("SELECT min(id) FROM notices WHERE reminder_id = :of"), {"of": reminder.id}).scalar_one()
    assert invitation is not None
    return World(
        territory=territory,
        ccas=ccas,
        sophie=sophie,
        karim=karim,
        diabetes=diabetes,
        house=house,
        invitation=invitation,
        unissued=unissued,
        code=code,
        claire=claire,
        draft=draft,
        entry_id=entry_id,
        update_id=update_id,
        held=held,
        planned=planned,
        delivery_id=delivery_id,
        sheet_card=sheet_card,
        proposal=proposal,
        sent=sent,
        reminder=reminder,
        notice_id=notice_id,
        series=series,
        word=word,
        thing=thing,
        point=point,
        plan=plan_card,
        leave=leave,
        template=template,
        search=search,
    )


def template_of(*, account_id: int, group_id: int, update_id: int) -> Template:
    """A template that was sent and waits for an answer."""
    return Template(
        kind=TemplateKind.MINUTES,
        group_id=group_id,
        file_name="modele.docx",
        content=b"PK",
        digest=bytes(32),
        account_id=account_id,
        update_id=update_id,
        touched_at=NOW,
    )


def keep_date_search(work: UnitOfWork, *, author: Account, group: Group, plan_id: int, sophie: Person, update_id: int) -> DateSearch:
    """A date that is looked for, one answer to it, and what is due to a member."""
    content = SearchContent(dates=(ProposedDate(day=TODAY, starts=time(14)), ProposedDate(day=TODAY, part="soir")))
    search = work.date_searches.add(
        DateSearch(
            account_id=author.id,
            state=SearchState.OPEN,
            group_id=group.id,
            content=content,
            plan_id=plan_id,
            message_id=5,
            update_id=update_id,
            touched_at=NOW,
        )
    )
    work.date_searches.answer(
        [DateAnswer(search_id=search.id, place=0, person_id=sophie.id, fit=Fit.YES, account_id=author.id, told_at=NOW, update_id=update_id)]
    )
    work.notices.tell_date_search(author.id, DUE, search_id=search.id, turn=0, now=NOW)
    return search


def keep_peace(work: UnitOfWork, *, author: Account, sophie: Person, planned: Meeting) -> Leave:
    """What she chose, a leave with somebody who stands in, a question about a meeting and a point of the week that are due."""
    work.rhythms.save(Rhythm(account_id=author.id, week_day=4))
    leave = work.leaves.add(
        Leave(id=0, account_id=author.id, first=TODAY, last=TODAY, stand_in_id=sophie.id, state=LeaveState.KEPT, touched_at=NOW)
    )
    work.notices.ask_about(planned.id, DUE, kind=NoticeKind.PROMPT, day=planned.day, account_id=author.id, now=NOW)
    work.notices.tell_week(author.id, DUE, meant=TODAY, now=NOW)
    return leave


def keep_sheets(work: UnitOfWork, *, author: Account, sophie: Person, ccas: Structure) -> SheetCard:
    """A sheet and a structure changed, each with its source, and the card of a change that is open."""
    work.sheet_changes.write_person(sophie.id, {"email": "s@ccas.fr"}, source="conversation", by=author.person_id, now=NOW)
    work.sheet_changes.write_structure(ccas.id, {"sigle": "CCAS"}, source="conversation", by=author.person_id, now=NOW)
    change = SheetChange(deed=SheetDeed.CHANGE, who=Meant(said="Sophie", ids=(sophie.id,), id=sophie.id), phone="+33466000002")
    return work.sheet_cards.add(account_id=author.id, change=change, update_id=None, now=NOW)


def keep_the_rest(
    work: UnitOfWork, *, draft: Draft, entry_id: int, held: Meeting, author: Account, group: Group, structure: Structure
) -> None:
    """The hours derived from the meeting, the end of the entry, a correction that is under way, a line of the journal."""
    hours = Contribution(
        day=held.day,
        minutes=120,
        part=Part.MEETING,
        nature=Nature.VOLUNTEER,
        source=ContributionSource.FROM_ATTENDANCE,
        person_id=author.person_id,
        structure_id=structure.id,
        group_id=group.id,
        meeting_id=held.id,
    )
    work.contributions.add_all([hours], entry_id=entry_id)
    work.entries.close(entry_id, meeting_ids=[held.id], total_minutes=120)
    work.drafts.add(account_id=author.id, content=HOURS, now=NOW - timedelta(hours=1), amends=held.id)
    work.journal.note(account_id=author.id, verb="keep", noun="entry", noun_id=entry_id, now=NOW)


def meeting(*, group_id: int, author_id: int, entry_id: int | None, sophie: Person, ccas: Structure, house: PlaceWords) -> Meeting:
    """A held meeting with every part that a meeting can have."""
    return Meeting(
        id=0,
        state=MeetingState.HELD,
        group_id=group_id,
        title="Bilan",
        day=date(2026, 11, 20),
        starts=time(14),
        ends=time(16, 30),
        minutes=150,
        place_id=house.id,
        headcount=12,
        headcount_approximate=True,
        author_id=author_id,
        people=(
            Presence(person_id=sophie.id),
            Presence(structure_id=ccas.id, said="le CCAS", count=2, by_visio=True),
            Presence(said="Paul", state=AttendanceState.REPRESENTED, represented_by="Sophie Martin"),
            Presence(said="Marie", state=AttendanceState.EXCUSED, candidates=(sophie.id,)),
        ),
        natures=(NatureShare(nature=Nature.RESIDENT, count=3), NatureShare(nature=Nature.VOLUNTEER)),
        topics=("enquête", "budget"),
        decisions=(Decision(text="Lancer l’enquête"), Decision(text="Refaire l’atelier")),
        actions=(
            Action(text="relancer la CAF", bearers=(Bearer(person_id=sophie.id), Bearer(said="Paul")), due=date(2026, 12, 15)),
            Action(text="voir la salle", bearers=(Bearer(structure_id=ccas.id),), due_window=DayWindow(first=TODAY, last=TODAY)),
            Action(text="écrire", due_said="à la rentrée"),
        ),
        next_meeting=NextMeetingDraft(day=date(2027, 1, 12), starts=time(14), place_id=house.id),
        entry_id=entry_id,
    )


def planned_meeting(*, group_id: int, entry_id: int | None, day: date = date(2027, 1, 12)) -> Meeting:
    """A meeting that waits for its day."""
    return Meeting(id=0, state=MeetingState.PLANNED, group_id=group_id, day=day, starts=time(14), author_present=False, entry_id=entry_id)


def reminder_before(*, account_id: int, group_id: int, action_id: int | None = None) -> Reminder:
    """A kept reminder that counts back from a meeting."""
    return Reminder(
        id=0,
        account_id=account_id,
        state=ReminderState.ACTIVE,
        what="réserver la salle",
        people=(account_id,),
        group_id=group_id,
        day=TODAY,
        before=3 * 24 * 60,
        action_id=action_id,
        zone="Europe/Paris",
        update_id=account_id + 70_000,
        touched_at=NOW,
        kept_at=NOW,
        anchor_day=date(2027, 1, 12),
        anchor_starts=time(14),
    )


def new_group(work: UnitOfWork, world: World) -> Group:
    """A group that nothing speaks of yet."""
    return work.directory.add_group(name="GT Sport", kind=GroupKind.GT, code="GTS", member_id=world.sophie.id)


def series_of(*, account_id: int, group_id: int) -> Series:
    """Every Monday."""
    return Series(
        id=0, account_id=account_id, group_id=group_id, spot=Spot(day=TODAY), rule=Recurrence(every="P1W", weekday=1), planned_to=TODAY
    )


def plan_of(*, account_id: int, series_id: int, update_id: int) -> Plan:
    """A card of the agenda."""
    content = PlanContent(deed=PlanDeed.PLAN, title="réunion")
    return Plan(id=0, account_id=account_id, content=content, series_id=series_id, update_id=update_id, touched_at=NOW)
