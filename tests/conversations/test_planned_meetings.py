"""The agenda follows what is told, corrected and undone: no date stands twice, none is lost."""

from __future__ import annotations

from datetime import date, time

import sqlalchemy as sa

from bot.domain.meetings import Meeting, MeetingState
from storage import tables
from tests.conversations.conftest import Story, plain
from tests.conversations.test_amendments import corrects, held, hours_of_meetings, keeps, rows, taps


def waiting(story: Story) -> list[tuple[object, ...]]:
    """The days that stand in the agenda."""
    table = tables.meetings
    return rows(story, table.c.day, where=sa.and_(table.c.state == "prévue", table.c.became.is_(None)))


async def test_a_date_that_was_held_since_is_not_planned_again(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars à 14h")
    story.passes(days=14)
    await keeps(claire, "GT Diabète le 25 mars 14h-15h, 6 présents")
    await corrects(claire, card, "non, 9 présents")
    await corrects(claire, card, "prochaine réunion le 25 mars à 15h")
    assert waiting(story) == []


async def test_an_imported_meeting_leaves_no_date_behind(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents")
    with story.store.engines.write() as connection:
        connection.execute(sa.update(tables.contributions).values(entry_id=None))
        connection.execute(sa.update(tables.meetings).values(entry_id=None))
    hours = hours_of_meetings(story)
    correction = await corrects(claire, card, "prochaine réunion le 30 mars à 14h")
    assert waiting(story) == [(date(2026, 3, 30),)]
    await taps(claire, correction, "↩︎ Annuler")
    assert waiting(story) == []
    assert held(story) == [(8,)]
    assert hours_of_meetings(story) == hours


async def test_a_date_announced_twice_stays_when_one_of_them_is_undone(story: Story) -> None:
    claire = story.claire
    first = await keeps(claire, "GT Diabète lundi 14h-16h, 8 présents. Prochaine réunion le 25 mars à 14h")
    second = await keeps(claire, "GT Diabète hier 14h-16h, 7 présents. Prochaine réunion le 25 mars à 14h")
    await taps(claire, first, "↩︎ Annuler")
    assert waiting(story) == [(date(2026, 3, 25),)]
    await taps(claire, second, "↩︎ Annuler")
    assert waiting(story) == []


async def test_a_meeting_moved_to_another_day_frees_the_planned_one(story: Story) -> None:
    claire = story.claire
    await keeps(claire, "GT Diabète lundi 14h-16h, 8 présents. Prochaine réunion le 11 mars à 14h")
    card = await keeps(claire, "GT Diabète aujourd'hui 14h-16h, 7 présents")
    assert waiting(story) == []
    moved = await corrects(claire, card, "c'était hier")
    assert waiting(story) == [(date(2026, 3, 11),)]
    await taps(claire, moved, "↩︎ Annuler")
    assert waiting(story) == []


def imported(story: Story, day: date) -> None:
    """The agenda that was imported has a meeting of the GT Diabète on that day, at 10."""
    planned = Meeting(id=0, state=MeetingState.PLANNED, group_id=1, day=day, starts=time(10), author_present=False)
    with story.store.work(story.doors.territory.id) as work:
        work.meetings.add(planned)


async def test_an_imported_date_moves_with_the_announcement_and_back(story: Story) -> None:
    claire = story.claire
    imported(story, date(2026, 3, 25))
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars")
    assert waiting(story) == [(date(2026, 3, 25),)]
    moved = await corrects(claire, card, "prochaine réunion le 30 mars à 14h")
    assert waiting(story) == [(date(2026, 3, 30),)]
    await claire.says("/agenda")
    claire.sees("Lundi 30 mars à 14 h : GT Diabète")
    await taps(claire, moved, "↩︎ Annuler")
    await claire.says("/agenda")
    claire.sees("Mercredi 25 mars à 10 h : GT Diabète")
    assert waiting(story) == [(date(2026, 3, 25),)]


async def test_an_imported_date_moves_though_its_meeting_was_imported_too(story: Story) -> None:
    claire = story.claire
    imported(story, date(2026, 3, 25))
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars à 14h")
    with story.store.engines.write() as connection:
        connection.execute(sa.update(tables.meetings).values(entry_id=None, announces=None))
    await corrects(claire, card, "prochaine réunion le 23 mars à 14h")
    assert waiting(story) == [(date(2026, 3, 23),)]


async def test_an_imported_date_stays_when_the_new_one_is_in_the_agenda_too(story: Story) -> None:
    claire = story.claire
    imported(story, date(2026, 3, 25))
    imported(story, date(2026, 4, 22))
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 22 avril")
    moved = await corrects(claire, card, "prochaine réunion le 25 mars")
    assert waiting(story) == [(date(2026, 3, 25),), (date(2026, 4, 22),)]
    await taps(claire, moved, "↩︎ Annuler")
    assert waiting(story) == [(date(2026, 3, 25),), (date(2026, 4, 22),)]


async def test_an_imported_date_that_another_meeting_announces_stays(story: Story) -> None:
    claire = story.claire
    imported(story, date(2026, 3, 25))
    first = await keeps(claire, "GT Diabète lundi 14h-16h, 8 présents. Prochaine réunion le 25 mars")
    await keeps(claire, "GT Diabète hier 14h-16h, 7 présents. Prochaine réunion le 25 mars")
    await corrects(claire, first, "prochaine réunion le 30 mars")
    assert waiting(story) == [(date(2026, 3, 25),), (date(2026, 3, 30),)]


async def test_hours_follow_the_day_of_an_imported_meeting(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents")
    with story.store.engines.write() as connection:
        connection.execute(sa.update(tables.contributions).values(entry_id=None))
        connection.execute(sa.update(tables.meetings).values(entry_id=None))
    moved = await corrects(claire, card, "c'était lundi")
    assert set(rows(story, tables.contributions.c.day)) == {(date(2026, 3, 9),)}
    await taps(claire, moved, "↩︎ Annuler")
    assert set(rows(story, tables.contributions.c.day)) == {(date(2026, 3, 10),)}


def planned(story: Story) -> list[tuple[object, ...]]:
    """The meetings that stand or stood in the agenda, each with its number, its points and how often it changed."""
    table = tables.meetings
    columns = (table.c.id, table.c.state, table.c.day, table.c.starts, table.c.topics, table.c.sequence)
    return rows(story, *columns, where=table.c.state != "tenue")


def has_an_agenda(story: Story, meeting_id: object) -> None:
    """« ordre du jour : budget » was said of it."""
    assert isinstance(meeting_id, int)
    with story.store.work(story.doors.territory.id) as work:
        work.meetings.plan_topics(meeting_id, ("budget",))


async def test_a_corrected_date_keeps_the_agenda_and_the_number_of_its_meeting(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars à 14h")
    ((number, *_),) = planned(story)
    has_an_agenda(story, number)
    moved = await corrects(claire, card, "prochaine réunion le 30 mars à 15h")
    assert planned(story) == [(number, "prévue", date(2026, 3, 30), time(15), ("budget",), 1)]
    await taps(claire, moved, "↩︎ Annuler")
    assert planned(story) == [(number, "prévue", date(2026, 3, 25), time(14), ("budget",), 2)]


async def test_an_undone_announcement_is_cancelled_and_waits_again_once_it_is_kept_again(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars à 14h")
    ((number, *_),) = planned(story)
    has_an_agenda(story, number)
    await taps(claire, card, "↩︎ Annuler")
    assert planned(story) == [(number, "annulée", date(2026, 3, 25), time(14), ("budget",), 1)]
    await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars à 15h")
    assert planned(story) == [(number, "prévue", date(2026, 3, 25), time(15), ("budget",), 2)]


async def test_a_date_of_the_agenda_moves_in_place_with_the_announcement(story: Story) -> None:
    claire = story.claire
    imported(story, date(2026, 3, 25))
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars")
    ((number, *_),) = planned(story)
    has_an_agenda(story, number)
    moved = await corrects(claire, card, "prochaine réunion le 30 mars à 14h")
    assert planned(story) == [(number, "prévue", date(2026, 3, 30), time(14), ("budget",), 1)]
    await taps(claire, moved, "↩︎ Annuler")
    assert planned(story) == [(number, "prévue", date(2026, 3, 25), time(10), ("budget",), 2)]


async def test_undoing_a_correction_leaves_what_was_moved_since(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion le 25 mars à 14h")
    moved = await corrects(claire, card, "prochaine réunion le 30 mars à 15h")
    await claire.says("reporte le GT Diabète du 30 mars au 31 mars")
    await claire.presses("✅ Enregistrer")
    await taps(claire, moved, "↩︎ Annuler")
    assert waiting(story) == [(date(2026, 3, 31),)]


class TestHeldOrToCome:
    async def test_a_day_of_which_nothing_else_is_told_may_be_the_next_one(self, story: Story) -> None:
        claire = story.claire
        await claire.says("Copil CLS jeudi de 10h à 12h salle Rimbaud")
        assert "🗓 jeudi dernier, 5 mars 2026" in plain(claire.card.text)
        await claire.presses("🗓 À venir : jeudi 12/03")
        assert plain(claire.card.text).splitlines()[:5] == [
            "🗓 À venir",
            "",
            "Copil CLS",
            "🗓 Demain, jeudi 12 mars 2026",
            "🕑 de 10 h à 12 h",
        ]
        await claire.presses("✅ Enregistrer")
        assert plain(claire.card.text).startswith("✅ C’est dans l’agenda.")
        await claire.says("/brouillon")
        assert plain(claire.card.text).startswith("Rien n’est commencé.")

    async def test_no_more_once_something_is_told_that_happened_there(self, story: Story) -> None:
        claire = story.claire
        await claire.says("Copil CLS jeudi de 10h à 12h salle Rimbaud")
        await claire.says("12 présents")
        assert not any("À venir" in label for label in claire.buttons)

    async def test_a_day_of_the_month_that_is_long_past_is_the_next_one(self, story: Story) -> None:
        await story.claire.says("GT Nutrition le 13 14h-16h")
        assert plain(story.claire.card.text).splitlines()[3] == "🗓 Après-demain, vendredi 13 mars 2026"


async def test_what_was_planned_that_day_takes_the_hours_and_the_place_that_are_announced(story: Story) -> None:
    claire = story.claire
    await claire.says("planifie le GT Diabète du 25 mars de 10h à 11h30 à la mairie")
    await claire.presses("✅ Enregistrer")
    card = await claire.says("GT Diabète hier 14h-16h, 8 présents, prochaine le 25 mars à 14h")
    assert "Déjà dans l’agenda ce jour-là : mercredi 25 mars 2026, de 10 h à 11 h 30, mairie. ✅ la met à jour." in plain(card)
    await claire.presses("✅ Enregistrer")
    kept = claire.card
    assert spots(story) == [(date(2026, 3, 25), time(14), time(15, 30), "mairie", 1)]
    await taps(claire, kept, "↩︎ Annuler")
    assert spots(story) == [(date(2026, 3, 25), time(10), time(11, 30), "mairie", 2)]
    card = await keeps(claire, "GT Diabète hier 14h-16h, 8 présents, prochaine le 25 mars")
    assert spots(story) == [(date(2026, 3, 25), time(10), time(11, 30), "mairie", 2)]
    moved = await corrects(claire, card, "prochaine le 25 mars à 9h salle du foyer")
    assert spots(story)[0][1:3] == (time(9), time(10, 30))
    await taps(claire, moved, "↩︎ Annuler")
    assert spots(story)[0][1:4] == (time(10), time(11, 30), "mairie")


def spots(story: Story) -> list[tuple[object, ...]]:
    """When and where the meetings of the agenda are, and how often that changed."""
    table = tables.meetings
    columns = (table.c.day, table.c.starts, table.c.ends, table.c.place_said, table.c.sequence)
    return rows(story, *columns, where=sa.and_(table.c.state == "prévue", table.c.became.is_(None)))
