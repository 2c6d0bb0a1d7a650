"""Somebody who is erased is told nothing any more, comes back from no file, and stands in nothing that has still to leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.directory import KnownPerson
from bot.domain.directory_imports import Datum as Kind
from bot.domain.directory_imports import DirectoryImport, ImportPlan, ImportState, ImportTrace, ProposedPerson, RowPlace, UnreadValue
from bot.domain.errors import InvitationInvalid
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.people import Person
from bot.domain.permissions import Role
from bot.domain.plans import PlanContent, PlanState
from bot.domain.recurrence import Recurrence
from bot.domain.reminders import ReminderState
from bot.domain.requests import PlanDeed
from bot.domain.sheet_changes import StillNamed
from bot.ports import OutboxKind
from storage import tables
from storage.unit_of_work import SqlStore
from tests.storage.world import DUE, NOW, TODAY, World

HOMONYM = Person(id=1900, first_name="Sophie", last_name="Bernard")
ANOTHER = Person(id=1901, first_name="Paul", last_name="Martin")
MOBILE, OLD_MAIL = "+33639980142", "sophie.martin@ancien.example"


def forgets(store: SqlStore, world: World, person_id: int) -> StillNamed:
    """Erases her."""
    with store.work(world.territory.id) as work:
        return work.sheet_changes.forget(person_id)


def states(store: SqlStore, table: sa.Table) -> list[str]:
    """How far each row has gone."""
    with store.engines.read() as connection:
        return [row.state.value for row in connection.execute(sa.select(table.c.state).order_by(table.c.id))]


def test_nothing_rings_for_her_nor_about_her(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        code = work.invitations.issue(ales.unissued.id, role=Role.COORDINATOR, group_ids=[])
    assert code is not None
    marc = store.desk.redeem(code, telegram_id=1777, chat_id=1777, telegram_name="Marc", now=NOW)
    with store.work(ales.territory.id) as work:
        work.notices.tell_unreachable(marc.id, DUE, about=ales.claire.id, now=NOW)
        series = replace(ales.reminder, group_id=None, before=None, recurrence=Recurrence(every="P1W", weekday=1), planned_to=NOW)
        his = work.reminders.add(replace(series, account_id=marc.id, people=(ales.claire.person_id, 7), update_id=1, action_id=None))
        hers = work.reminders.save(series)
        work.notices.plan(his, DUE, now=NOW)
    forgets(store, ales, ales.claire.person_id)
    assert states(store, tables.notices) == ["cancelled", "cancelled", "cancelled", "cancelled", "cancelled", "cancelled", "queued"]
    with store.read(ales.territory.id) as work:
        over, left = work.reminders.get(hers.id), work.reminders.get(his.id)
        assert [account.id for account in work.accounts.coordinators()] == [marc.id]
    assert over is not None
    assert left is not None
    assert (over.state, over.what, over.people) == (ReminderState.DROPPED, "", ())
    assert (left.state, left.people) == (ReminderState.ACTIVE, (7,))
    assert [notice.account_id for notice in store.notices.claim(now=DUE.due_at)] == [marc.id]
    assert store.notices.to_plan(now=DUE.until) == ((ales.territory.id, his.id),)


def test_her_leaves_her_rhythm_and_what_she_was_planning_go(store: SqlStore, ales: World) -> None:
    with store.engines.write() as connection:
        connection.execute(sa.update(tables.plans).values(state=PlanState.PROPOSED))
    forgets(store, ales, ales.claire.person_id)
    with store.engines.read() as connection:
        assert connection.execute(sa.select(tables.leaves.c.id)).all() == []
        assert connection.execute(sa.select(tables.rhythms.c.id)).all() == []
        plans = connection.execute(sa.select(tables.plans.c.state, tables.plans.c.content, tables.plans.c.version)).all()
    assert [tuple(plan) for plan in plans] == [(PlanState.DROPPED, PlanContent(deed=PlanDeed.PLAN), 2)]


def totals(store: SqlStore, world: World) -> tuple[int, ...]:
    """What the year comes to, in a review and in the figures of its weeks."""
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    with store.read(world.territory.id) as work:
        review = work.papers.annual_review(PaperOrder(kind=PaperKind.REVIEW, first=first, last=last), by=1, on=TODAY, named=True)
        came = work.weeks.figures(first, last, groups=None).came
    assert review is not None
    sums = review.totals
    return sums.meetings, sums.unrecorded, sums.participations, sums.structures, came


def test_the_totals_of_a_year_stay_when_who_told_its_meetings_goes(store: SqlStore, ales: World) -> None:
    told = replace(ales.held, entry_id=None, announces=None, decisions=(), actions=(), headcount=None, author_id=ales.sophie.id)
    with store.work(ales.territory.id) as work:
        for people in ((), (Presence(person_id=ales.karim.id),), (Presence(person_id=ales.karim.id, state=AttendanceState.EXCUSED),)):
            work.meetings.add(replace(told, people=people))
        work.meetings.add(replace(told, people=(), headcount=5))
    before = totals(store, ales)
    assert before == (5, 2, 19, 1, 19)
    forgets(store, ales, ales.sophie.id)
    assert totals(store, ales) == before


def known(person: Person) -> KnownPerson:
    """Her sheet, as an import remembers it."""
    return KnownPerson(id=person.id, first_name=person.first_name, last_name=person.last_name)


def among_namesakes(store: SqlStore, world: World) -> None:
    """Somebody else is called Sophie, somebody else Martin: alone, neither name is hers for sure. She has a second phone and mail."""
    with store.bulk(world.territory.id, now=NOW, source="test") as bulk:
        bulk.people([HOMONYM, ANOTHER])
    with store.engines.write() as connection:
        hers = sa.update(tables.people).where(tables.people.c.id == world.sophie.id)
        connection.execute(hers.values(other_phones=(MOBILE,), other_emails=(OLD_MAIL,)))


def sent(store: SqlStore, world: World, plan: ImportPlan) -> DirectoryImport:
    """A file that stands open."""
    with store.work(world.territory.id) as work:
        return work.imports.add(account_id=world.claire.id, file_name="b.csv", plan=plan, now=NOW)


def read(store: SqlStore, world: World, import_id: int) -> DirectoryImport:
    """The import as it stands."""
    with store.read(world.territory.id) as work:
        found = work.imports.get(import_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "plan",
    [
        ImportPlan(read=3, people=(ProposedPerson(first_name="Sophie", last_name="Martin"),)),
        ImportPlan(read=3, people=(ProposedPerson(first_name="MARTIN", last_name="Sophie"),)),
        ImportPlan(read=3, people=(ProposedPerson(first_name="", last_name="Martin", civility="Mme"),)),
        ImportPlan(read=3, people=(ProposedPerson(first_name="S", last_name="M", phones=(MOBILE,)),)),
        ImportPlan(read=3, people=(ProposedPerson(first_name="S", last_name="M", emails=(OLD_MAIL,)),)),
        ImportPlan(read=3, unread=(UnreadValue(row=RowPlace(number=2), datum=Kind.PHONE, said="06 39 98 01 42 le soir"),)),
    ],
)
def test_an_open_file_that_tells_of_her_is_given_up(store: SqlStore, ales: World, plan: ImportPlan) -> None:
    among_namesakes(store, ales)
    hers = sent(store, ales, plan)
    forgets(store, ales, ales.sophie.id)
    dropped = read(store, ales, hers.id)
    assert (dropped.state, dropped.plan, dropped.version) == (ImportState.DROPPED, ImportPlan(read=3), 2)
    assert read(store, ales, ales.sent.id) == ales.sent  # that of Ana Roux stands open


def test_a_trace_that_tells_of_her_is_emptied(store: SqlStore, ales: World) -> None:
    among_namesakes(store, ales)
    traces = (
        ImportTrace(people_before=(replace(known(ales.sophie), phones=("+33466999999",)),), directory_version=9),
        ImportTrace(people_before=(replace(known(ales.sophie), id=1950),), directory_version=9),  # of a namesake
        ImportTrace(people_before=(known(HOMONYM), known(ANOTHER)), directory_version=9),
    )
    kept = [sent(store, ales, ImportPlan(read=1)) for _ in traces]
    with store.work(ales.territory.id) as work:
        for one, trace in zip(kept, traces, strict=True):
            work.imports.save(replace(one, state=ImportState.KEPT, trace=trace))
    forgets(store, ales, ales.sophie.id)
    assert [read(store, ales, one.id).trace for one in kept] == [ImportTrace(), ImportTrace(), traces[2]]


def test_her_second_phone_goes_out_of_every_text(store: SqlStore, ales: World) -> None:
    among_namesakes(store, ales)
    with store.work(ales.territory.id) as work:
        work.reminders.save(replace(ales.reminder, what=f"appeler le 06 39 98 01 42 ou {OLD_MAIL}"))
    forgets(store, ales, ales.sophie.id)
    with store.read(ales.territory.id) as work:
        reminder = work.reminders.get(ales.reminder.id)
    assert reminder is not None
    assert reminder.what == "appeler le quelqu’un ou quelqu’un"


def test_a_note_on_another_sheet_names_her_no_more(store: SqlStore, ales: World) -> None:
    among_namesakes(store, ales)
    with store.engines.write() as connection:
        note = "remplace Mme Sophie Martin le mardi, avec Sophie Bernard"
        connection.execute(sa.update(tables.people).where(tables.people.c.id == ales.karim.id).values(note=note))
    forgets(store, ales, ales.sophie.id)
    with store.engines.read() as connection:
        read = connection.execute(sa.select(tables.people.c.note).where(tables.people.c.id == ales.karim.id)).scalar_one()
    assert read == "remplace quelqu’un le mardi, avec Sophie Bernard"


def test_an_invitation_that_she_has_not_used_opens_nothing(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        prepared = work.invitations.prepare(name="Sophie Martin", person_id=ales.sophie.id, by=None, expires_at=DUE.until)
        code = work.invitations.issue(prepared.id, role=Role.PILOT, group_ids=[ales.diabetes.id])
    assert code is not None
    forgets(store, ales, ales.sophie.id)
    with pytest.raises(InvitationInvalid):
        store.desk.redeem(code, telegram_id=1778, chat_id=1778, telegram_name="So", now=NOW)
    forgets(store, ales, ales.claire.person_id)  # hers is used: it stays
    with store.read(ales.territory.id) as work:
        assert work.invitations.get(ales.invitation.id) is not None


def test_what_is_being_made_with_her_name_does_not_leave_and_is_made_anew(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    assert forgets(store, ales, ales.sophie.id).minutes == ()
    assert store.outbox.sending(ales.delivery_id, now=NOW) is False
    assert [delivery.id for delivery in store.outbox.claim(now=NOW)] == [ales.delivery_id]
    assert store.outbox.sending(ales.delivery_id, now=NOW) is True


def test_what_is_leaving_is_told(store: SqlStore, ales: World) -> None:
    store.outbox.claim(now=NOW)
    store.outbox.sending(ales.delivery_id, now=NOW)
    assert [line.id for line in forgets(store, ales, ales.sophie.id).minutes] == [ales.held.id]
    assert states(store, tables.outbox) == ["sending"]


def test_what_is_being_made_for_her_does_not_leave(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.deliveries.queue(kind=OutboxKind.DIRECTORY, chat_id=1777, subject_id=0, entry_id=None, now=NOW)
    store.outbox.claim(now=NOW)
    forgets(store, ales, ales.claire.person_id)
    assert states(store, tables.outbox) == ["cancelled", "queued"]
    assert store.outbox.sending(ales.delivery_id, now=NOW) is False
