"""Before each meeting of a group its pilot hears of it, as long before as was chosen: told once, following what moves."""

from __future__ import annotations

import pytest

from bot.jobs.planning import Planner
from storage import tables
from tests.conversations.bells import moves_to, rings, stays_silent, words_of
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows

KEEP = "✅ Enregistrer"
FRIDAY = "prochain GT Diabète vendredi 20 mars de 14h à 16h à la Maison de la santé"


async def plans(who: Someone, sentence: str = FRIDAY) -> None:
    await who.says("plus de point de la semaine")
    await who.says(sentence)
    await who.presses(KEEP)


class TestChosen:
    async def test_in_words(self, story: Story) -> None:
        marc = story.marc
        await marc.says("rappelle-moi la veille et 2h avant chaque GT Diabète")
        assert plain(marc.card.text) == ("⏰ Avant chaque réunion – GT Diabète\nJe le rappelle la veille et 2 h avant à Marc Roussel.")
        assert marc.buttons == ["⬜ Une semaine avant", "☑️ La veille", "☑️ 2 h avant"]
        await marc.presses("☑️ 2 h avant", times=2)
        assert marc.buttons == ["⬜ Une semaine avant", "☑️ La veille", "⬜ 2 h avant"]
        await marc.says("/rappels")
        assert plain(marc.card.text) == "🗓 Avant chaque réunion\n• GT Diabète : la veille"
        await marc.presses("✏️ GT Diabète")
        await marc.presses("☑️ La veille")
        marc.sees("Rien pour l’instant. Ce que vous touchez sera rappelé à Marc Roussel.")

    async def test_the_seventh_is_not_dropped_in_silence(self, story: Story) -> None:
        marc = story.marc
        await marc.says("rappels du GT Diabète : J-1, J-2, J-3, J-4, J-5, J-6")
        marc.sees("Je le rappelle 6 jours avant, 5 jours avant, 4 jours avant, 3 jours avant, 2 jours avant et la veille à Marc Roussel.")
        await marc.says("rappels du GT Diabète : J-8, J-1")
        marc.sees("Six rappels au plus par groupe : touchez ☑️ pour en enlever un, puis redites-le.")

    async def test_on_the_page_of_a_planned_meeting(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("/agenda")
        await marc.presses("✏️ Une réunion")
        await marc.presses("🗓 20/03/2026, 14 h – GT Diabète")
        await marc.presses("⏰ Rappels du groupe")
        await marc.presses("⬜ Une semaine avant")
        marc.sees("Je le rappelle une semaine avant à Marc Roussel.")
        await marc.presses("◀ Retour")
        marc.sees("GT Diabète", "📍 Maison de la santé, Alès")

    async def test_by_whoever_may_only(self, story: Story) -> None:
        await story.marc.says("rappelle-moi la veille de chaque GT Nutrition")
        story.marc.sees("Seule la personne qui pilote le groupe règle les rappels avant chaque réunion. Demandez-lui ou à la coordination.")
        await story.claire.says("rappelle-moi la veille de chaque GT Diabète")
        story.claire.sees("Je le rappelle la veille à Marc Roussel.")
        await story.ines.says("rappelle-moi la veille de chaque GT Diabète")
        assert rows(story, tables.leads.c.group_id, tables.leads.c.minutes) == [(1, 1440)]


class TestTold:
    async def test_the_day_before_and_two_hours_before_once_each(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("rappelle-moi la veille et 2h avant chaque GT Diabète")
        moves_to(story, 2026, 3, 19, 8, 59)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 19, 9)
        assert await rings(marc) == "🗓 GT Diabète : demain, vendredi 20 mars, de 14 h à 16 h"
        assert marc.buttons == ["✏️ Préparer"]
        moves_to(story, 2026, 3, 20, 12)
        assert await rings(marc) == "🗓 GT Diabète : aujourd’hui, vendredi 20 mars, de 14 h à 16 h"
        await marc.presses("✏️ Préparer")
        marc.sees("GT Diabète", "📍 Maison de la santé, Alès")
        moves_to(story, 2026, 3, 20, 13)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 20, 16, 10)
        assert (await rings(marc)).startswith("🗓 GT Diabète, vendredi 20 mars, de 14 h à 16 h : a-t-elle eu lieu ?")
        await stays_silent(story, story.claire)

    async def test_on_the_working_day_before_a_monday(self, story: Story) -> None:
        await story.marc.says("rappelle-moi la veille de chaque GT Diabète")
        await plans(story.marc, "prochain GT Diabète lundi 23 mars à 14h")
        moves_to(story, 2026, 3, 20, 9)
        assert await rings(story.marc) == "🗓 GT Diabète : lundi 23 mars à 14 h"

    async def test_what_was_planned_since_is_no_news(self, story: Story) -> None:
        marc = story.marc
        await marc.says("rappelle-moi une semaine avant et la veille de chaque GT Diabète")
        moves_to(story, 2026, 3, 12, 9, 30)
        await plans(marc, "prochain GT Diabète vendredi 13 mars à 14h")
        moves_to(story, 2026, 3, 12, 11)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 13, 13)
        await stays_silent(story, marc)

    async def test_planned_some_minutes_after_its_hour_it_is_no_news_either(self, story: Story) -> None:
        marc = story.marc
        await marc.says("plus de point de la semaine")
        await marc.says("rappelle-moi la veille de chaque GT Diabète")
        moves_to(story, 2026, 3, 12, 9)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 12, 9, 3)
        await plans(marc, "prochain GT Diabète demain à 14h")
        moves_to(story, 2026, 3, 12, 9, 4)
        await stays_silent(story, marc)
        Planner(store=story.store, clock=story.served.world.clock).plan()  # as after a stop
        await stays_silent(story, marc)

    @pytest.mark.parametrize(
        "told",
        ["GT Diabète hier 14h-16h, 8 présents, prochaine réunion demain à 14h", "reporte le GT Diabète du 20 à demain même heure"],
    )
    async def test_nor_announced_nor_moved_then(self, story: Story, told: str) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("rappelle-moi la veille de chaque GT Diabète")
        moves_to(story, 2026, 3, 12, 9, 3)
        await marc.says(told)
        await marc.presses(KEEP)
        assert "endredi 13 mars" in plain(marc.card.text)
        moves_to(story, 2026, 3, 12, 9, 5)
        await stays_silent(story, marc)
        Planner(store=story.store, clock=story.served.world.clock).plan()
        await stays_silent(story, marc)

    async def test_after_a_stop_what_was_planned_before_its_hour_is_told(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("rappelle-moi la veille de chaque GT Diabète")
        moves_to(story, 2026, 3, 19, 10)
        heard = len(words_of(marc))
        Planner(store=story.store, clock=story.served.world.clock).plan()
        assert (await rings(marc, since=heard)).startswith("🗓 GT Diabète : demain, vendredi 20 mars, de 14 h à 16 h")

    async def test_moved_it_is_told_of_the_new_day_and_cancelled_of_none(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("rappelle-moi la veille de chaque GT Diabète")
        moves_to(story, 2026, 3, 18, 10)
        await marc.says("reporte le GT Diabète de vendredi au mardi 24 même heure")
        await marc.presses(KEEP)
        moves_to(story, 2026, 3, 19, 9)
        await stays_silent(story, marc)
        moves_to(story, 2026, 3, 23, 9)
        assert await rings(marc) == "🗓 GT Diabète : demain, mardi 24 mars, de 14 h à 16 h"
        await marc.says("reporte le GT Diabète de mardi au vendredi 27 même heure")
        await marc.presses(KEEP)
        await marc.says("annule le GT Diabète du 27")
        await marc.presses("✅ Oui, l’annuler")
        moves_to(story, 2026, 3, 26, 9)
        await stays_silent(story, marc)

    async def test_away_the_one_who_stands_in_hears_of_it(self, story: Story) -> None:
        marc, claire = story.marc, story.claire
        await plans(marc)
        await claire.says("plus de point de la semaine")
        await marc.says("rappelle-moi la veille de chaque GT Diabète")
        await marc.says("je suis en congé du 16 au 27, c'est Claire Fontaine qui prend le relais")
        heard = len(words_of(claire))
        await marc.presses(KEEP)
        await rings(claire, since=heard)
        moves_to(story, 2026, 3, 19, 9)
        assert await rings(claire) == "🗓 GT Diabète : demain, vendredi 20 mars, de 14 h à 16 h"
        await stays_silent(story, marc)

    async def test_together_with_what_is_due_at_the_same_time(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("rappelle-moi la veille de chaque GT Diabète")
        await marc.says("rappelle-moi jeudi 19 mars à 9h d'appeler la CAF")
        await marc.presses(KEEP)
        moves_to(story, 2026, 3, 19, 9)
        assert (await rings(marc)).splitlines() == [
            "⏰ À ne pas oublier", "", "1. appeler la CAF", "2. GT Diabète : demain, vendredi 20 mars, de 14 h à 16 h",
        ]  # fmt: skip
        assert marc.buttons == ["✅ 1", "⏰ 1", "❌ 1"]


class TestOfOneMeeting:
    async def test_the_meeting_itself_is_what_is_recalled(self, story: Story) -> None:
        marc = story.marc
        await plans(marc)
        await marc.says("rappelle-moi la veille du GT Diabète")
        marc.sees("GT Diabète", "📅 La veille de la prochaine réunion – GT Diabète : jeudi 19 mars à 9 h, pour le 20 mars")
        await marc.presses(KEEP)
        moves_to(story, 2026, 3, 19, 9)
        assert await rings(marc) == "⏰ GT Diabète\nvendredi 20 mars à 14 h"


async def test_what_falls_within_a_leave_is_said_on_the_first_working_day_after_it(story: Story) -> None:
    marc = story.marc
    await plans(marc, "prochain GT Diabète jeudi 19 mars de 14h à 16h")
    await plans(marc, "planifie le GT Diabète vendredi 27 mars de 14h à 16h")
    await marc.says("rappels du GT Diabète : J-7, J-1")
    await marc.says("je suis en congé du 11 au 13 mars")
    await marc.presses(KEEP)
    await marc.says("je suis en congé du 18 au 20 mars")
    await marc.presses(KEEP)
    moves_to(story, 2026, 3, 16, 8)
    assert "GT Diabète : jeudi 19 mars, de 14 h à 16 h" in await rings(marc)
    moves_to(story, 2026, 3, 18, 9)
    await stays_silent(story, marc)
    moves_to(story, 2026, 3, 20, 9)
    await stays_silent(story, marc)
    moves_to(story, 2026, 3, 23, 8)
    said = await rings(marc)
    assert "GT Diabète : vendredi 27 mars, de 14 h à 16 h" in said
    assert "GT Diabète : demain" not in said
