"""What was kept is corrected, undone, taken up again: never two at once, never one over another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.errors import MeetingMoved
from bot.french.typography import typographic
from bot.simulator import Message
from bot.texts.errors import refusal
from storage import tables
from tests.conversations.conftest import Someone, Story, plain, quiet

MEETING = "GT Diabète hier de 14h à 16h, 12 présents dont Sophie Martin. On a décidé de lancer l'enquête."


MOVED = plain(typographic(refusal(MeetingMoved())))


async def keeps(who: Someone, words: str, *, sends: int = 1) -> Message:
    """She tells it and keeps it; returns the kept card, after the documents that it sends (none of hours)."""
    before = len(who.documents)
    await who.says(words)
    await who.presses("✅ Enregistrer")
    who.sees("✅ C’est enregistré.")
    card = who.card
    await who.receives_documents(before + sends)
    return card


async def corrects(who: Someone, card: Message, words: str) -> Message:
    """✏️ under a kept card, the correction, ✅; returns the kept card of the correction."""
    await taps(who, card, "✏️ Corriger")
    return await keeps(who, words)


async def taps(who: Someone, card: Message, label: str, *, times: int = 1) -> None:
    """Taps a button of an older card that is still on the screen."""
    written = next(shown for shown in card.labels if plain(shown) == label)
    who.person.presses(written, on=card, times=times)
    await quiet(who.person, who._store)


def rows(story: Story, *columns: sa.Column[object], where: sa.ColumnElement[bool] | None = None) -> list[tuple[object, ...]]:
    """What the database holds."""
    table = columns[0].table
    statement = sa.select(*columns).order_by(table.c.id)
    with story.store.engines.read() as connection:
        return [tuple(row) for row in connection.execute(statement if where is None else statement.where(where))]


def held(story: Story) -> list[tuple[object, ...]]:
    """The head counts of the held meetings."""
    return rows(story, tables.meetings.c.headcount, where=tables.meetings.c.state == "tenue")


def decisions(story: Story) -> list[tuple[object, ...]]:
    """The numbers and words of the decisions."""
    return rows(story, tables.decisions.c.number, tables.decisions.c.text)


def hours_of_meetings(story: Story) -> list[tuple[object, ...]]:
    """Who gave how long, each as many."""
    return sorted(rows(story, tables.contributions.c.person_id, tables.contributions.c.minutes, tables.contributions.c.count), key=repr)


async def test_an_older_correction_cannot_be_undone_over_a_newer_one(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, MEETING)
    first = await corrects(claire, card, "non, 13 présents")
    second = await corrects(claire, card, "c'était de 14h à 17h")
    await taps(claire, first, "↩︎ Annuler")
    assert claire.toast == MOVED
    assert rows(story, tables.meetings.c.headcount, tables.meetings.c.minutes) == [(13, 180)]
    await taps(claire, card, "↩︎ Annuler")
    assert rows(story, tables.meetings.c.headcount, tables.meetings.c.minutes) == [(13, 180)]

    await taps(claire, second, "↩︎ Annuler")
    assert rows(story, tables.meetings.c.headcount, tables.meetings.c.minutes) == [(13, 120)]
    await taps(claire, first, "↩︎ Annuler")
    assert rows(story, tables.meetings.c.headcount, tables.meetings.c.minutes) == [(12, 120)]
    await taps(claire, card, "↩︎ Annuler")
    assert rows(story, tables.meetings.c.headcount) == []


async def test_two_people_who_correct_the_same_meeting_at_once_lose_nothing(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(marc, MEETING)
    await claire.says("/cr")
    await claire.presses("📄 GT Diabète – 10/03/2026")
    await claire.receives_documents(1)
    await claire.presses("✏️ Corriger")
    await claire.says("c'était de 14h à 17h")

    await marc.presses("✏️ Corriger")
    await marc.says("ajoute Karim Benali")
    await marc.presses("✅ Enregistrer")

    await claire.presses("✅ Enregistrer")
    assert claire.toast == (
        "Cette réunion a été corrigée entre-temps. Voici la carte à jour, avec vos changements : vérifiez, puis touchez ✅."
    )
    claire.sees("🕑 de 14 h à 17 h (3 h)", "Sophie Martin (CCAS d’Alès), Karim Benali (Mission locale d’Alès)")
    await claire.presses("✅ Enregistrer")
    claire.sees("✅ C’est enregistré.")
    assert rows(story, tables.meetings.c.minutes) == [(180,)]
    assert rows(story, tables.attendance.c.person_id) == [(4,), (5,)]


async def test_a_nervous_thumb_on_resume_keeps_once(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, MEETING)
    await taps(claire, card, "↩︎ Annuler")
    await claire.presses("✏️ Reprendre", times=2)
    await claire.presses("✅ Enregistrer")
    await claire.receives_documents(2)
    await claire.says("/brouillon")
    claire.sees("Rien n’est commencé. Racontez-moi une réunion en un message, ou écrivez /reunion.")
    assert held(story) == [(12,)]


async def test_a_nervous_thumb_on_correct_opens_one_card(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, MEETING)
    await taps(claire, card, "✏️ Corriger", times=2)
    await keeps(claire, "non, 13 présents")
    await claire.says("/brouillon")
    claire.sees("Rien n’est commencé. Racontez-moi une réunion en un message, ou écrivez /reunion.")
    assert held(story) == [(13,)]


async def test_hours_stay_those_of_the_one_who_met_whoever_corrects(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(marc, "GT Diabète hier 14h-16h, présents : Sophie Martin et Karim Benali")
    before = hours_of_meetings(story)
    assert before == [(2, 120, 1), (4, 120, 1), (5, 120, 1)]
    await claire.says("/cr")
    await claire.presses("📄 GT Diabète – 10/03/2026")
    await claire.receives_documents(1)
    await claire.presses("✏️ Corriger")
    claire.sees("👥 3 présents, dont Marc Roussel", "⏱ 6 h au total : temps employeur 4 h, bénévole 2 h")
    await claire.presses("✏️ Corriger")
    await claire.presses("✏️ Personnes")
    await claire.presses("➕ Tous présents")
    await claire.presses("◀ Retour")
    await claire.presses("✅ Enregistrer")
    people = [row[0] for row in hours_of_meetings(story)]
    assert people.count(2) == 1


async def test_an_undone_correction_gives_each_decision_its_number_back(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, MEETING)
    before = decisions(story)
    hours = hours_of_meetings(story)
    assert before == [("GTD-2026-001", "lancer l'enquête")]
    with story.store.engines.write() as connection:
        connection.execute(sa.update(tables.meetings).values(minutes_state="relu"))
        connection.execute(sa.update(tables.decisions).values(status="révisée"))
    await taps(claire, card, "✏️ Corriger")
    await claire.says("enlève la décision")
    await claire.says("non, 15 présents")
    await claire.presses("✅ Enregistrer")
    assert decisions(story) == []
    await claire.presses("↩︎ Annuler")
    assert decisions(story) == before
    assert rows(story, tables.decisions.c.status) == [("révisée",)]
    assert rows(story, tables.meetings.c.minutes_state, tables.meetings.c.headcount) == [("relu", 12)]
    assert hours_of_meetings(story) == hours


async def test_an_undone_correction_can_be_taken_up_again(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, MEETING)
    correction = await corrects(claire, card, "non, 15 présents")
    await taps(claire, correction, "↩︎ Annuler")
    await claire.presses("✏️ Reprendre", times=2)
    claire.sees("✏️ Correction d’une réunion enregistrée")
    await claire.presses("✅ Enregistrer")
    assert held(story) == [(15,)]


async def test_cancelling_speaks_of_what_she_did_last(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition ce matin")
    story.passes(minutes=5)
    await keeps(claire, "Copil CLS hier 11h-12h, 5 présents")
    await claire.says("annule")
    claire.sees("↩︎ C’est annulé : rien n’est gardé.", "Copil CLS, mardi 10 mars 2026")
    assert held(story) == []
    story.passes(minutes=1)
    await claire.says("/annuler")
    claire.sees("C’est abandonné : rien n’a été enregistré.")


async def test_cancelling_a_correction_says_that_the_meeting_stays(story: Story) -> None:
    claire = story.claire
    card = await keeps(claire, MEETING)
    await taps(claire, card, "✏️ Corriger")
    await claire.says("/annuler")
    claire.sees("La correction est abandonnée : la réunion reste telle qu’elle est enregistrée.", "GT Diabète, mardi 10 mars 2026")
    assert held(story) == [(12,)]


async def test_cancelling_the_card_that_she_looked_at_last(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition ce matin")
    story.passes(minutes=5)
    await keeps(claire, "Copil CLS hier 11h-12h, 5 présents")
    story.passes(minutes=5)
    await claire.says("/brouillon")
    await claire.says("annule")
    claire.sees("C’est abandonné : rien n’a été enregistré.", "GT Nutrition, mercredi 11 mars 2026")
    assert held(story) == [(5,)]


TWICE = "⚠️ Une réunion de ce groupe est déjà enregistrée ce jour-là."


async def test_the_same_meeting_told_by_two_people_is_noticed(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(marc, MEETING)
    await claire.says("GT Diabète hier 14h30-16h30, 13 présents")
    claire.sees(TWICE)
    await claire.presses("✏️ Ouvrir l’autre")
    claire.sees("✏️ Correction d’une réunion enregistrée", "👥 12 présents, dont Marc Roussel")
    claire.sees_no(TWICE)
    await claire.says("/annuler")
    await claire.says("/brouillon")
    await claire.presses("✅ Enregistrer")
    assert held(story) == [(12,), (13,)]


@pytest.mark.parametrize(
    "words", ["GT Diabète hier 17h-18h, 5 présents", "GT Nutrition hier 14h-16h, 5 présents", "GT Diabète lundi 14h-16h, 5 présents"]
)
async def test_another_meeting_is_not_taken_for_the_same(story: Story, words: str) -> None:
    claire = story.claire
    await keeps(claire, MEETING)
    await claire.says(words)
    claire.sees_no("déjà enregistrée")


SPENT = "2h de préparation hier pour le GT Diabète"


def kept_hours(story: Story) -> list[tuple[object, ...]]:
    """How long each kept line of hours is, and its day."""
    return rows(story, tables.contributions.c.minutes, tables.contributions.c.day)


@pytest.mark.parametrize(
    ("words", "minutes", "days_ago"),
    [
        ("non, 3h", 180, 1),
        ("c'était avant-hier", 120, 2),
        ("en fait 1h30", 90, 1),
        ("je me suis trompée, 1h", 60, 1),
        ("3h en fait", 180, 1),
        ("c'était 3h et pas 2h", 180, 1),
        ("plutôt avant-hier", 120, 2),
    ],
)
async def test_a_sentence_corrects_the_hours_just_kept(story: Story, words: str, minutes: int, days_ago: int) -> None:
    claire = story.claire
    await keeps(claire, SPENT, sends=0)
    ((_, day),) = kept_hours(story)
    assert isinstance(day, date)
    await keeps(claire, words, sends=0)
    assert kept_hours(story) == [(minutes, day - timedelta(days=days_ago - 1))]


async def test_the_hours_just_kept_stay_as_long_as_their_correction_is_not(story: Story) -> None:
    claire = story.claire
    await keeps(claire, SPENT, sends=0)
    before = kept_hours(story)
    await claire.says("non, 3h")
    claire.sees("✏️ Correction d’heures enregistrées")
    assert kept_hours(story) == before
    await claire.presses("❌ Abandonner")
    claire.sees("La correction est abandonnée : les heures restent telles qu’elles sont enregistrées.")
    assert kept_hours(story) == before


async def test_an_undone_correction_of_hours_gives_them_back_and_can_be_taken_up_again(story: Story) -> None:
    claire = story.claire
    await keeps(claire, SPENT, sends=0)
    before = kept_hours(story)
    await keeps(claire, "non, 3h", sends=0)
    await claire.presses("↩︎ Annuler")
    claire.sees("↩︎ La correction est annulée : les heures sont comme avant.")
    assert kept_hours(story) == before
    await claire.presses("✏️ Reprendre")
    await claire.presses("✅ Enregistrer")
    assert [minutes for minutes, _ in kept_hours(story)] == [180]


async def test_other_hours_told_right_after_are_hours_of_their_own(story: Story) -> None:
    claire = story.claire
    await keeps(claire, SPENT, sends=0)
    await keeps(claire, "1h30 de préparation avant-hier pour le GT Diabète", sends=0)
    assert sorted(str(minutes) for minutes, _ in kept_hours(story)) == ["120", "90"]
