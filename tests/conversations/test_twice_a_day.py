"""The same group twice on one day: both stand, and each is asked about and told on its own."""

from __future__ import annotations

from datetime import date, time

import sqlalchemy as sa

from storage import tables
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story
from tests.conversations.test_amendments import keeps, rows, taps
from tests.conversations.test_planning import KEEP, hours_of, plans

SECOND, SAME = "➕ Une deuxième ce jour-là", "✏️ C’est la même réunion"
DAY = date(2026, 3, 13)
BOTH = [(DAY, time(9), time(10)), (DAY, time(11), time(12))]


async def plans_both(who: Someone) -> None:
    """From 9 to 10 and from 11 to 12 on the same Friday."""
    await plans(who, "prochain GT Diabète vendredi 13 de 9h à 10h")
    await who.says("prochain GT Diabète vendredi 13 de 11h à 12h")
    await who.presses(SECOND)
    await who.presses(KEEP)


def waiting_at(story: Story) -> list[object]:
    """When those that still wait begin."""
    table = tables.meetings
    return [starts for (starts,) in rows(story, table.c.starts, where=sa.and_(table.c.state == "prévue", table.c.became.is_(None)))]


async def test_the_card_asks_whether_it_is_a_second_one(story: Story) -> None:
    claire = story.claire
    await plans(claire, "prochain GT Diabète vendredi 13 de 9h à 10h")
    await claire.says("prochain GT Diabète vendredi 13 de 11h à 12h")
    claire.sees(
        "ℹ️ Déjà dans l’agenda : vendredi 13 mars 2026, de 9 h à 10 h. ✅ en change l’heure."
        " Si c’est une deuxième réunion, touchez « Une deuxième ce jour-là »."
    )
    assert claire.buttons == [KEEP, "✏️ Quand", "❌ Abandonner", SECOND]
    await claire.presses(SECOND)
    claire.sees("🕑 de 11 h à 12 h", "ℹ️ Ce jour-là, ce groupe a aussi : vendredi 13 mars 2026, de 9 h à 10 h. Les deux restent.")
    assert claire.buttons[-1] == SAME
    await claire.presses(SAME)
    assert claire.buttons[-1] == SECOND
    await claire.presses(SECOND)
    await claire.presses(KEEP)
    assert hours_of(story) == BOTH
    await claire.presses("↩︎ Annuler")
    assert waiting_at(story) == [time(9)]


async def test_the_same_one_at_another_hour(story: Story) -> None:
    claire = story.claire
    await plans(claire, "prochain GT Diabète vendredi 13 de 9h à 10h")
    await plans(claire, "prochain GT Diabète vendredi 13 de 11h à 12h")
    assert hours_of(story) == BOTH[1:]


async def test_hours_that_overlap_are_the_same_meeting(story: Story) -> None:
    claire = story.claire
    await plans(claire, "prochain GT Diabète vendredi 13 de 9h à 10h")
    await claire.says("prochain GT Diabète vendredi 13 de 9h30 à 11h")
    claire.sees("ℹ️ Cette réunion est déjà dans l’agenda : vendredi 13 mars 2026, de 9 h à 10 h. ✅ la met à jour.")
    assert SECOND not in claire.buttons


async def test_one_of_both_told_again_is_that_one(story: Story) -> None:
    claire = story.claire
    await plans_both(claire)
    await claire.says("prochain GT Diabète vendredi 13 de 11h à 12h30 à la Maison de la santé")
    claire.sees("ℹ️ Cette réunion est déjà dans l’agenda : vendredi 13 mars 2026, de 11 h à 12 h. ✅ la met à jour.")
    await claire.presses(KEEP)
    assert hours_of(story) == [BOTH[0], (DAY, time(11), time(12, 30))]


async def test_told_the_later_one_first_the_other_still_waits(story: Story) -> None:
    claire = story.claire
    await plans_both(claire)
    moves_to(story, 2026, 3, 13, 18)
    second = await keeps(claire, "GT Diabète aujourd'hui 11h-12h, 8 présents")
    assert waiting_at(story) == [time(9)]
    first = await keeps(claire, "GT Diabète aujourd'hui 9h-10h, 6 présents")
    assert waiting_at(story) == []
    await taps(claire, second, "↩︎ Annuler")
    assert waiting_at(story) == [time(11)]
    await taps(claire, first, "↩︎ Annuler")
    assert waiting_at(story) == [time(9), time(11)]


async def test_each_is_asked_about_and_told_on_its_own(story: Story) -> None:
    marc = story.marc
    await plans_both(marc)
    moves_to(story, 2026, 3, 13, 10, 15)
    assert (await rings(marc)).startswith("🗓 GT Diabète, vendredi 13 mars, de 9 h à 10 h : a-t-elle eu lieu ?")
    moves_to(story, 2026, 3, 13, 12, 15)
    assert (await rings(marc)).startswith("🗓 GT Diabète, vendredi 13 mars, de 11 h à 12 h : a-t-elle eu lieu ?")
    await marc.says("oui, 8 présents")
    marc.sees("🕑 de 11 h à 12 h (1 h)")
    await marc.presses(KEEP)
    assert waiting_at(story) == [time(9)]
    await stays_silent(story, marc)
    moves_to(story, 2026, 3, 17, 9, 30)
    while "de 9 h à 10 h" not in await rings(marc):  # her week comes too
        pass
    await marc.says("oui, 6 présents")
    marc.sees("🕑 de 9 h à 10 h (1 h)")
    await marc.presses(KEEP)
    assert waiting_at(story) == []


async def test_the_card_of_one_is_not_that_of_the_other(story: Story) -> None:
    marc = story.marc
    await plans_both(marc)
    moves_to(story, 2026, 3, 13, 10, 15)
    await rings(marc)
    await marc.presses("✅ Elle a eu lieu")
    marc.sees("🕑 de 9 h à 10 h (1 h)")
    moves_to(story, 2026, 3, 13, 12, 15)
    await rings(marc)
    await marc.presses("✅ Elle a eu lieu")
    marc.sees("🕑 de 11 h à 12 h (1 h)")


async def test_one_more_is_told_over_the_card_of_another(story: Story) -> None:
    claire = story.claire
    await plans(claire, "prochain GT Diabète vendredi 13 de 9h à 10h")
    await claire.says("annule le GT Diabète de vendredi")
    cancels = claire.card
    await claire.says("gt diabete le 13 a 18h aussi")  # a cancellation has no hours: one more meeting
    claire.sees("🗓 À venir", "🗓 Après-demain, vendredi 13 mars 2026", "🕑 de 18 h à 19 h")
    assert SECOND in claire.buttons
    assert claire.card is not cancels
    await claire.presses("❌ Abandonner")
    await claire.says("annule le GT Diabète de vendredi")
    await claire.says("gt diabete le 20 à 18h")
    claire.sees("🗓 À venir", "🗓 Vendredi 20 mars 2026", "🕑 à 18 h")
    await claire.says("et le 27 à 17h aussi")
    claire.sees("🗓 À venir", "GT Diabète", "🗓 Vendredi 27 mars 2026", "🕑 à 17 h")
    await claire.presses(KEEP)
    await claire.says("et le 3 avril à 17h aussi")
    claire.sees("🗓 À venir", "GT Diabète", "🗓 Vendredi 3 avril 2026")
    await claire.presses(KEEP)
    assert [day for day, *_ in hours_of(story)] == [DAY, date(2026, 3, 27), date(2026, 4, 3)]
    await claire.says("annule celui du 27")
    claire.sees("🗓 Annulation", "🗓 Vendredi 27 mars 2026")
    await claire.says("non, celui du 13 à 9h")
    claire.sees("🗓 Annulation", "🗓 Après-demain, vendredi 13 mars 2026", "🕑 de 9 h à 10 h")
    await claire.says("finalement on garde celui du 13")
    claire.sees("C’est abandonné : l’agenda n’a pas changé.")
    await claire.says("annule le gt diabete du 27")
    await claire.presses("✅ Oui, l’annuler")
    await claire.says("on garde celui du 28")  # another one: nothing is taken back
    assert [day for day, *_ in hours_of(story)] == [DAY, date(2026, 4, 3)]
    await claire.says("non finalement on maintient le gt diabete du 27")
    claire.sees("↩︎ C’est annulé : l’agenda est comme avant.")
    assert [day for day, *_ in hours_of(story)] == [DAY, date(2026, 3, 27), date(2026, 4, 3)]
