"""What papers say is read from what is kept: names, never ids, and of the meetings that were meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.convenings import AgendaItem
from bot.domain.decisions import Action, ActionStatus, Decision
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.minutes import MinutedAction, MinutesState, PreviousMinutes
from bot.domain.papers import PaperKind, PaperOrder
from storage.unit_of_work import SqlStore
from tests.storage.test_minutes import SOPHIE
from tests.storage.world import NOW, TODAY, World


def later(ales: World, *, days: int, **parts: object) -> Meeting:
    """A held meeting of the same group, some days after the one of the world."""
    bare = Meeting(id=0, state=MeetingState.HELD, group_id=ales.diabetes.id, day=ales.held.day + timedelta(days=days), headcount=3)
    return replace(bare, **parts)  # type: ignore[arg-type]


def sent(store: SqlStore, ales: World, state: MinutesState, *, approved_in: int | None = None) -> None:
    """The minutes of the world's meeting go that far."""
    with store.work(ales.territory.id) as work:
        held = work.meetings.get(ales.held.id)
        assert held is not None
        work.meetings.move_minutes(replace(held, minutes_state=state, minutes_moved_on=TODAY, minutes_approved_in=approved_in))


def test_the_decisions_of_a_period_oldest_first(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.add(later(ales, days=-30, decisions=(Decision(text="acheter des vélos"),)))
        work.meetings.add(later(ales, days=-400, decisions=(Decision(text="trop ancien"),)))
    order = PaperOrder(kind=PaperKind.DECISIONS, group_ids=(ales.diabetes.id,), first=date(2026, 1, 1), last=TODAY)
    with store.read(ales.territory.id) as work:
        record = work.papers.decision_record(order, by=ales.claire.person_id, on=TODAY)
    assert record is not None
    assert (record.scope, record.meetings) == ("GT Diabète", 2)
    assert [(one.text, one.day, one.instance) for one in record.decisions] == [
        ("acheter des vélos", date(2026, 10, 21), "GT Diabète"),
        ("Lancer l’enquête", date(2026, 11, 20), "GT Diabète"),
        ("Refaire l’atelier", date(2026, 11, 20), "GT Diabète"),
    ]
    assert [(one.action.text, one.action.bearers, one.status) for one in record.actions] == [
        ("relancer la CAF", (SOPHIE, "Paul"), ActionStatus.OPEN),
        ("voir la salle", ("CCAS de Alès",), ActionStatus.OPEN),
        ("écrire", (), ActionStatus.OPEN),
    ]


def test_an_axis_is_all_its_groups_and_no_other(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.add(replace(later(ales, days=-1, decisions=(Decision(text="ailleurs"),)), group_id=None, title="Rencontre"))
    axis = ales.diabetes.axis
    with store.read(ales.territory.id) as work:
        of_axis = work.papers.decision_record(PaperOrder(kind=PaperKind.DECISIONS, axis=axis), by=1, on=TODAY)
        of_none = work.papers.decision_record(PaperOrder(kind=PaperKind.DECISIONS, axis=99), by=1, on=TODAY)
        of_all = work.papers.decision_record(PaperOrder(kind=PaperKind.DECISIONS), by=1, on=TODAY)
    assert of_axis is not None
    assert of_none is not None
    assert of_all is not None
    assert [len(one.decisions) for one in (of_axis, of_none, of_all)] == [2, 0, 3]
    assert (of_none.scope, of_all.scope) == ("Axe 99", "Alès")


def test_the_points_of_a_planned_meeting(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.plan_topics(ales.planned.id, ["bilan (15 min, Sophie Martin)", "budget"])
        work.meetings.plan_topics(ales.held.id, ["jamais"])
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=ales.planned.id, reply_by=ales.planned.day + timedelta(days=1))
    with store.read(ales.territory.id) as work:
        told = work.papers.convening(order, by=ales.claire.person_id, on=TODAY)
        held = work.meetings.get(ales.held.id)
    assert told is not None
    assert told.items == (AgendaItem(text="bilan", minutes=15, speaker="Sophie Martin"), AgendaItem(text="budget"))
    assert told.reply_by is None, "nobody answers after the meeting"
    assert [person.last_name for person in told.recipients if person.last_name == "FONTAINE"] == [], "nobody invites herself"
    assert held is not None
    assert held.topics == ("enquête", "budget")


def test_minutes_before_are_asked_to_be_approved_once_they_were_sent(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        after = work.meetings.add(later(ales, days=30))
        third = work.meetings.add(later(ales, days=60))

    def previous(meeting: Meeting) -> PreviousMinutes | None:
        with store.read(ales.territory.id) as work:
            minutes = work.minutes(meeting.id, on=TODAY)
        assert minutes is not None
        return minutes.previous

    assert previous(after) is None
    sent(store, ales, MinutesState.SENT)
    assert previous(after) == PreviousMinutes(meeting_id=ales.held.id, day=ales.held.day, version=1)
    sent(store, ales, MinutesState.APPROVED, approved_in=after.id)
    assert previous(after) == PreviousMinutes(meeting_id=ales.held.id, day=ales.held.day, version=1, approved=True)
    assert previous(third) is None
    with store.work(ales.territory.id) as work:
        work.meetings.replace(replace(after, day=after.day + timedelta(days=1)))
    assert previous(replace(after, minutes_version=2)) == PreviousMinutes(
        meeting_id=ales.held.id, day=ales.held.day, version=1, approved=True
    )
    with store.read(ales.territory.id) as work:
        approved = work.minutes(ales.held.id, on=TODAY)
    assert approved is not None
    assert approved.approved_on == after.day + timedelta(days=1), "a correction of its date follows"


def test_what_earlier_meetings_entrusted_is_followed_while_it_is_to_do(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        old = (Action(text="vieux et fait", status=ActionStatus.DONE), Action(text="vieux et à faire"))
        work.meetings.add(later(ales, days=-30, actions=old))
        after = work.meetings.add(later(ales, days=30))
    with store.read(ales.territory.id) as work:
        minutes = work.minutes(after.id, on=TODAY)
    assert minutes is not None
    assert [one.action for one in minutes.earlier_actions if not one.action.bearers and not one.action.due_said] == [
        MinutedAction(text="vieux et à faire")
    ]
    assert {one.day for one in minutes.earlier_actions} == {ales.held.day, ales.held.day - timedelta(days=30)}


def test_an_order_comes_back_whole_and_only_to_its_chat(store: SqlStore, ales: World) -> None:
    order = PaperOrder(kind=PaperKind.INVITATION, meeting_id=ales.planned.id, each=True, reply_by=TODAY)
    with store.work(ales.territory.id) as work:
        made = work.deliveries.queue_paper(order, chat_id=7, now=NOW)
        assert (work.deliveries.paper_of(made, chat_id=7), work.deliveries.paper_of(made, chat_id=8)) == (order, None)
    claimed = {one.id: one.paper for one in store.outbox.claim(now=NOW + timedelta(minutes=1))}
    assert claimed[made] == order
