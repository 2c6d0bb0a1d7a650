"""The minutes of a kept meeting bear names, never ids, and follow each correction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import DayWindow, NextMeetingDraft
from bot.domain.groups import GroupKind
from bot.domain.minutes import Correspondent, MinutedAction, MinutedDecision, Minutes, NamedPerson, NextMeeting, Participant
from storage import tables
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, TODAY, World

SOPHIE = NamedPerson(first_name="Sophie", last_name="Martin", function="directrice", structure="CCAS de Alès")


def minutes(store: SqlStore, ales: World) -> Minutes:
    with store.read(ales.territory.id) as work:
        found = work.minutes(ales.held.id, on=TODAY)
    assert found is not None
    return found


def test_everything_that_was_kept_is_said(store: SqlStore, ales: World) -> None:
    assert minutes(store, ales) == Minutes(
        organism="Reseda Alès",
        territory="Alès",
        instance="GT Diabète",
        instance_kind=GroupKind.GT,
        title="Bilan",
        day=date(2026, 11, 20),
        starts=time(14),
        ends=time(16, 30),
        minutes=150,
        place="Maison de la santé",
        commune="Alès",
        headcount=12,
        headcount_approximate=True,
        participants=(
            Participant(person=NamedPerson(first_name="Claire", last_name="FONTAINE")),
            Participant(person=SOPHIE),
            Participant(structure="CCAS de Alès", count=2, by_visio=True),
            Participant(said="Paul", state=AttendanceState.REPRESENTED, represented_by="Sophie Martin"),
            Participant(said="Marie", state=AttendanceState.EXCUSED),
        ),
        topics=("enquête", "budget"),
        decisions=(
            MinutedDecision(text="Lancer l’enquête", number="GTD-2026-001"),
            MinutedDecision(text="Refaire l’atelier", number="GTD-2026-002"),
        ),
        actions=(
            MinutedAction(text="relancer la CAF", bearers=(SOPHIE, "Paul"), due=date(2026, 12, 15)),
            MinutedAction(text="voir la salle", bearers=("CCAS de Alès",), due_window=DayWindow(first=TODAY, last=TODAY)),
            MinutedAction(text="écrire", due_said="à la rentrée"),
        ),
        next_meeting=NextMeeting(day=date(2027, 1, 12), starts=time(14), place="Maison de la santé", commune="Alès"),
        corrections_to=Correspondent(person=NamedPerson(first_name="Claire", last_name="FONTAINE")),
        generated_on=TODAY,
    )


def test_corrections_go_to_the_mail_of_the_author_unless_she_objected(store: SqlStore, ales: World) -> None:
    def written(**values: object) -> Correspondent | None:
        with store.engines.write() as connection:
            connection.execute(sa.update(tables.people).where(tables.people.c.id == ales.claire.person_id).values(**values))
        return minutes(store, ales).corrections_to

    claire = NamedPerson(first_name="Claire", last_name="FONTAINE")
    assert written(email="claire@reseda.example") == Correspondent(person=claire, mail="claire@reseda.example")
    assert written(objected_on=TODAY) == Correspondent(person=claire)


def test_they_follow_a_correction(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.replace(replace(ales.held, author_present=False, people=(Presence(person_id=ales.karim.id),), decisions=()))
    found = minutes(store, ales)
    assert found.participants == (Participant(person=NamedPerson(first_name="Karim", last_name="Benali", doctor=True)),)
    assert (found.decisions, found.version) == ((), 2)


def test_a_meeting_without_group_is_called_by_its_title(store: SqlStore, ales: World) -> None:
    bare = replace(ales.held, group_id=None, place_id=None, place_said="visio", next_meeting=None, author_id=None)
    with store.work(ales.territory.id) as work:
        work.meetings.replace(bare)
    found = minutes(store, ales)
    assert (found.instance, found.instance_kind, found.title, found.place, found.commune) == ("Bilan", None, None, "visio", None)
    assert (found.next_meeting, found.corrections_to, found.participants[0]) == (None, None, Participant(person=SOPHIE))


def test_the_next_meeting_names_its_group_when_it_is_another(store: SqlStore, ales: World) -> None:
    copil = replace(ales.diabetes, id=1200, name="Copil CLS", kind=GroupKind.COPIL, code="CPL", aliases=(), pilot_ids=(), member_ids=())
    with store.bulk(ales.territory.id, now=NOW, source="test") as bulk:
        bulk.groups([copil])
    announced = NextMeetingDraft(group_id=copil.id, said="à la rentrée", place_said="mairie", commune="30007")
    with store.work(ales.territory.id) as work:
        work.meetings.replace(replace(ales.held, next_meeting=announced))
    assert minutes(store, ales).next_meeting == NextMeeting(instance="Copil CLS", said="à la rentrée", place="mairie", commune="Alès")


def test_the_author_is_listed_once(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.replace(replace(ales.held, people=(Presence(person_id=ales.claire.person_id, by_visio=True),)))
    claire = NamedPerson(first_name="Claire", last_name="FONTAINE")
    assert minutes(store, ales).participants == (Participant(person=claire, by_visio=True),)


def test_a_structure_told_beside_somebody_is_printed_even_if_no_directory_knows_it(store: SqlStore, ales: World) -> None:
    told = (
        Presence(said="Tom Rey", structure_said="UDAF"),
        Presence(said="CPAM", structure_said="CPAM", count=2),
        Presence(said="Mme Garcia", structure_said="infirmière au collège Diderot"),
        Presence(person_id=ales.sophie.id, structure_said="Mission locale"),
    )
    with store.work(ales.territory.id) as work:
        work.meetings.replace(replace(ales.held, people=told, author_present=False))
    assert minutes(store, ales).participants == (
        Participant(said="Tom Rey", structure="UDAF"),
        Participant(structure="CPAM", count=2),
        Participant(said="Mme Garcia", structure="collège Diderot", function="infirmière"),
        Participant(person=SOPHIE, structure="Mission locale"),
    )
    assert minutes(store, ales).participants[3].structure_name == "CCAS de Alès, Mission locale"


def test_what_is_not_held_has_no_minutes(store: SqlStore, ales: World) -> None:
    with store.read(ales.territory.id) as work:
        assert (work.minutes(ales.planned.id, on=TODAY), work.minutes(404, on=TODAY)) == (None, None)
