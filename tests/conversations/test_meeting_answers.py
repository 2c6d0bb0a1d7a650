"""What is said after « a-t-elle eu lieu ? » while other meetings were kept, other cards stand open, or something was just answered."""

from __future__ import annotations

from datetime import date

import pytest

from storage import tables
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows
from tests.conversations.test_parking_minute import EITHER, KEEP, PROMPT, asked, held, plans, says_and_keeps
from tests.conversations.test_planned_meetings import waiting

LATER = "⏰ GT Nutrition, vendredi 13 mars, de 14 h à 16 h : je redemande"

ANNULLED = "⚠️ Dans l’agenda, la réunion du vendredi 13 mars est annulée. Si elle a eu lieu, vous pouvez l’enregistrer quand même."


async def asked_beside_a_kept_one(story: Story) -> Someone:
    """Claire has kept another meeting in the morning; then she is asked about the GT Nutrition of the afternoon."""
    claire = story.claire
    await plans(claire, group="GT Nutrition")
    moves_to(story, 2026, 3, 13, 15)
    await says_and_keeps(claire, "GT Santé mentale aujourd'hui 9h-10h, 8 présents")
    await claire.receives_documents(2)
    moves_to(story, 2026, 3, 13, 16, 10)
    assert (await rings(claire)).startswith("🗓 GT Nutrition, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?")
    return claire


def all_held(story: Story) -> list[tuple[object, ...]]:
    table = tables.meetings
    return sorted(rows(story, table.c.group_id, table.c.day, table.c.headcount, where=table.c.state == "tenue"))


KEPT = [(2, date(2026, 3, 10), 8), (5, date(2026, 3, 13), 8)]


class TestNamesItsGroup:
    @pytest.mark.parametrize(
        "words",
        [
            "nutrition reporté a mardi meme heure",
            "la nutrition est decalée a mardi 14h",
            "le gt nutrition de cet aprem est reporté à mardi",
            "gt nutrition décalé mardi 14h",
            "nutri repoussée au mardi 17",
        ],
    )
    async def test_put_off(self, story: Story, words: str) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says(words)
        claire.sees("🗓 GT Nutrition : réunion reportée au mardi 17 mars à 14 h. Je vous le redemanderai après.")
        assert all_held(story) == KEPT

    @pytest.mark.parametrize(
        "words", ["nutrition annulée", "annule le gt nutrition d'aujourd'hui", "la nutrition n'a pas eu lieu", "annulée, claire malade"]
    )
    async def test_cancelled(self, story: Story, words: str) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says(words)
        claire.sees("❌ GT Nutrition, vendredi 13 mars : réunion annulée.")
        assert (waiting(story), all_held(story)) == ([], KEPT)

    @pytest.mark.parametrize("words", ["gt diabète reporté à jeudi", "le gt diabète est annulé", "diabète décalé à jeudi 10h"])
    async def test_another_group_is_no_answer_and_corrects_nothing(self, story: Story, words: str) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says(words)
        for line in ("Correction d’une réunion enregistrée", "Décision", "GT Nutrition :"):
            claire.sees_no(line)
        assert waiting(story) == [(date(2026, 3, 13),)]


class TestChangesHerMind:
    @pytest.mark.parametrize(
        "words",
        [
            "ah non en fait si elle a eu lieu on etait 6",
            "en fait non elle a eu lieu, 6 presents",
            "mais si, 6 présents",
            "finalement elle s'est tenue, 6 pers",
        ],
    )
    async def test_told_after_all(self, story: Story, words: str) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says("annulée")
        await claire.says(words)
        claire.sees("GT Nutrition", "🕑 de 14 h à 16 h (2 h)", "👥 6 présents (avec vous)")
        claire.sees_no("Correction d’une réunion enregistrée")
        await claire.presses(KEEP)
        assert all_held(story) == sorted([*KEPT, (2, date(2026, 3, 13), 6)])

    async def test_without_more_the_card_asks(self, story: Story) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says("annulée")
        await claire.says("si si elle a eu lieu")
        claire.sees("GT Nutrition", "🕑 de 14 h à 16 h (2 h)")

    async def test_put_off_it_is_where_it_was(self, story: Story) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says("reportée à mardi 10h")
        await claire.says("en fait si elle a eu lieu, 9 présents")
        claire.sees("🗓 aujourd’hui, vendredi 13 mars 2026", "🕑 de 14 h à 16 h (2 h)", "👥 9 présents (avec vous)")
        assert waiting(story) == [(date(2026, 3, 13),)]

    async def test_after_later(self, story: Story) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says("je vous dis ça ce soir")
        await claire.says("finalement elle a eu lieu, 9 présents")
        claire.sees("GT Nutrition", "👥 9 présents (avec vous)")

    async def test_what_follows_unread_is_said(self, story: Story) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says("annulée")
        await claire.says("si elle a eu lieu, je vous explique tout à l'heure au téléphone")
        claire.sees("J’ai repris la réunion, mais je n’ai pas compris la suite : redites-la.", "GT Nutrition")

    async def test_not_once_something_else_was_said(self, story: Story) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says("annulée")
        story.passes(minutes=1)
        await claire.says("/agenda")
        await claire.says("si elle a eu lieu")
        assert waiting(story) == []


class TestOldCard:
    async def test_the_newest_question_gets_the_answer(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, group="GT Nutrition")
        await says_and_keeps(claire, "prochain GT Santé mentale lundi 16 mars 10h-11h")
        moves_to(story, 2026, 3, 13, 16, 10)
        await rings(claire)
        await claire.presses("✅ Elle a eu lieu")
        moves_to(story, 2026, 3, 16, 11, 10)
        assert "GT Santé mentale" in await rings(claire)
        await claire.says("12 présents")
        claire.sees("GT Santé mentale", "👥 12 présents (avec vous)")

    async def test_a_card_just_touched_keeps_it(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, group="GT Nutrition")
        await says_and_keeps(claire, "prochain GT Santé mentale vendredi 13 mars 15h30-16h30")
        moves_to(story, 2026, 3, 13, 16, 36)
        await claire.says("GT Diabète hier 14h-15h")
        moves_to(story, 2026, 3, 13, 16, 40)
        await rings(claire)
        await claire.says("12 présents")
        claire.sees("GT Diabète", "👥 12 présents (avec vous)")


async def asked_of_two(story: Story) -> Someone:
    """Claire is asked about two meetings in one message."""
    claire = story.claire
    await plans(claire, group="GT Nutrition")
    await says_and_keeps(claire, "prochain GT Santé mentale vendredi 13 mars 14h-16h")
    moves_to(story, 2026, 3, 13, 16, 10)
    await rings(claire)
    return claire


class TestTwoQuestionsAtOnce:
    async def test_what_names_neither_is_asked_back(self, story: Story) -> None:
        claire = await asked_of_two(story)
        await claire.says("12 présents")
        assert claire.buttons == ["✅ GT Nutrition", "✅ GT Santé mentale"]
        await claire.says("annulée")
        assert plain(claire.card.text) == "Quelle réunion est annulée ?"
        assert (claire.buttons, len(waiting(story))) == (["❌ GT Nutrition", "❌ GT Santé mentale"], 2)
        await claire.presses("❌ GT Nutrition")
        claire.sees("❌ GT Nutrition, vendredi 13 mars, de 14 h à 16 h : réunion annulée")
        await claire.says("pardon je me suis trompée, elle est reportée au 20 à 10h")
        claire.sees("🗓 GT Nutrition : réunion reportée au vendredi 20 mars à 10 h. Je vous le redemanderai après.")
        await claire.says("annulée")
        claire.sees("❌ GT Santé mentale, vendredi 13 mars : réunion annulée.")
        assert waiting(story) == [(date(2026, 3, 20),)]

    async def test_each_by_its_number_or_its_name(self, story: Story) -> None:
        claire = await asked_of_two(story)
        await claire.says("la 1 reportée au 17 14h et santé mentale on était 8")
        claire.sees("GT Santé mentale", "👥 8 présents (avec vous)")
        assert (date(2026, 3, 17),) in waiting(story)

    async def test_the_hour_told_is_kept_where_none_was_planned(self, story: Story) -> None:
        claire = story.claire
        for group in ("GT Nutrition", "GT Santé mentale"):
            await says_and_keeps(claire, f"prochain {group} vendredi 13 mars")
        moves_to(story, 2026, 3, 16, 9, 5)
        await rings(claire)
        await claire.says("reportée au 20 à 10h")
        await claire.presses("✏️ GT Nutrition")
        claire.sees("✏️ GT Nutrition, vendredi 13 mars : réunion reportée au vendredi 20 mars à 10 h")


class TestDateToBeFixed:
    async def test_in_one_breath_then_its_day_then_its_hour_over_an_older_card(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, group="GT Nutrition")
        moves_to(story, 2026, 3, 13, 11)
        await claire.says("GT Diabète hier 14h-15h, 5 présents")
        moves_to(story, 2026, 3, 13, 16, 10)
        await rings(claire)
        await claire.says("reportée on sait pas encore quand")
        fixed = "⏰ GT Nutrition, vendredi 13 mars : réunion reportée, date à fixer. Je vous redemande lundi 16 mars à 9 h."
        assert plain(claire.card.text) == fixed
        await claire.says("en fait si, jeudi 19 mars 10h")
        claire.sees("🗓 GT Nutrition : réunion reportée au jeudi 19 mars à 10 h. Je vous le redemanderai après.")
        await claire.says("15h plutôt")
        claire.sees("🗓 GT Nutrition : réunion reportée au jeudi 19 mars à 15 h. Je vous le redemanderai après.")
        await claire.says("ah non en fait elle a eu lieu, 6 présents")
        claire.sees("GT Nutrition", "🗓 aujourd’hui, vendredi 13 mars 2026", "👥 6 présents (avec vous)")


class TestCancelledMeanwhile:
    async def test_a_filled_card_asks_before_it_keeps(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("12 présents")
        await story.claire.says("annule le GT Diabète d'aujourd'hui")
        await story.claire.presses("✅ Oui, l’annuler")
        await marc.presses(KEEP)
        assert marc.toast == "Cette réunion est annulée dans l’agenda. L’enregistrer quand même ?"
        marc.sees(ANNULLED, "👥 12 présents (avec vous)")
        assert marc.buttons == ["✅ Enregistrer quand même", "❌ Abandonner"]
        assert held(story) == [(date(2026, 3, 10), 8)]
        await marc.presses("✅ Enregistrer quand même")
        assert held(story) == [(date(2026, 3, 10), 8), (date(2026, 3, 13), 12)]

    async def test_words_over_it_say_so_too(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        await story.claire.says("annule le GT Diabète d'aujourd'hui")
        await story.claire.presses("✅ Oui, l’annuler")
        await marc.says("12 présents")
        marc.sees(ANNULLED, "👥 12 présents (avec vous)")

    async def test_another_hour_of_the_day_is_no_concern(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("annulée")
        await marc.says("GT Diabète aujourd'hui 9h-10h, 4 présents")
        marc.sees_no("Dans l’agenda")
        await marc.presses(KEEP)
        assert held(story) == [(date(2026, 3, 10), 8), (date(2026, 3, 13), 4)]


class TestOverItsCard:
    @pytest.mark.parametrize(
        "words", ["a la place c reportée a mardi", "reportée à mardi 17", "non reportée au 17 mars", "le gt diabète est reporté à mardi"]
    )
    async def test_put_off_over_a_card_that_holds_what_was_planned(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        await marc.says(words)
        marc.sees("🗓 GT Diabète : réunion reportée au mardi 17 mars à 14 h. Je vous le redemanderai après.")
        assert rows(story, tables.drafts.c.id, where=tables.drafts.c.state == "open") == []

    @pytest.mark.parametrize(
        "words", ["annulée, marc malade", "annule le gt diabete de cet aprem", "finalement annulée", "elle n'a pas eu lieu"]
    )
    async def test_cancelled(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        await marc.says(words)
        marc.sees("❌ GT Diabète, vendredi 13 mars : réunion annulée.")
        assert (waiting(story), rows(story, tables.drafts.c.id, where=tables.drafts.c.state == "open")) == ([], [])

    async def test_put_off_without_a_day(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        await marc.says("reportée")
        assert plain(marc.card.text) == "Réunion reportée à quel jour ? Touchez, ou écrivez par exemple lundi 14h"

    @pytest.mark.parametrize("words", ["c'est pas fini, on deborde", "toujours en cours", "je rappelle plus tard"])
    async def test_not_over_yet(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        await marc.says(words)
        marc.sees("⏰ GT Diabète, vendredi 13 mars : je vous redemande quand ?")

    @pytest.mark.parametrize("words", ["reportée", "annulée", "reportée au 12 avril 14h"])
    async def test_over_a_card_that_tells_more_it_is_asked_and_nothing_is_lost(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.says("12 présents")
        await marc.says(words)
        marc.sees(EITHER)
        marc.sees_no("Décision")
        assert len(rows(story, tables.drafts.c.id, where=tables.drafts.c.state == "open")) == 1
        await marc.presses("❌ Annulée")
        assert waiting(story) == []

    async def test_what_was_decided_is_a_decision(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("12 présents")
        await marc.says("on a décidé de reporter l'atelier à mardi")
        marc.sees("⚖️ Décision : reporter l’atelier à mardi")


class TestLater:
    @pytest.mark.parametrize(
        ("words", "when"),
        [
            ("dans 15 min", "vendredi 13 mars à 16 h 25"),
            ("d'ici une demi-heure", "vendredi 13 mars à 16 h 40"),
            ("en cours, ca finit vers 17h", "vendredi 13 mars à 17 h"),
            ("pas encore fini, redemande dans 30 min", "vendredi 13 mars à 16 h 40"),
            ("je conduis je te dis ca ce soir", "vendredi 13 mars à 18 h"),
            ("je rappelle demain matin", "lundi 16 mars à 9 h"),
        ],
    )
    async def test_at_the_moment_told(self, story: Story, words: str, when: str) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says(words)
        assert plain(claire.card.text) == f"{LATER} {when}"

    @pytest.mark.parametrize("words", ["plus tard", "je rappelle plus tard", "toujours en cours", "on deborde", "en cours"])
    async def test_asks_when(self, story: Story, words: str) -> None:
        claire = await asked_beside_a_kept_one(story)
        await claire.says(words)
        claire.sees("⏰ GT Nutrition, vendredi 13 mars : je vous redemande quand ?")
        await claire.says("demain matin")
        assert plain(claire.card.text) == f"{LATER} lundi 16 mars à 9 h"

    @pytest.mark.parametrize(
        ("words", "when"),
        [("ce soir", "vendredi 13 mars à 18 h"), ("dans 1h", "vendredi 13 mars à 17 h 10"), ("17h30", "vendredi 13 mars à 17 h 30")],
    )
    async def test_where_the_moments_are_offered(self, story: Story, words: str, when: str) -> None:
        marc = await asked(story)
        await marc.presses("⏰ Plus tard")
        await marc.says(words)
        assert plain(marc.card.text) == f"⏰ GT Diabète, vendredi 13 mars, de 14 h à 16 h : je redemande {when}"

    async def test_the_hours_that_were_planned_stay(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("dans 15 min")
        moves_to(story, 2026, 3, 13, 16, 25)
        assert (await rings(marc)).startswith("🗓 GT Diabète, vendredi 13 mars, de 14 h à 16 h : a-t-elle eu lieu ?")
        await marc.says("oui")
        marc.sees("🕑 de 14 h à 16 h (2 h)")

    async def test_a_chase_is_answered_the_day_after(self, story: Story) -> None:
        marc = await asked(story)
        moves_to(story, 2026, 3, 17, 9)
        await rings(marc)
        moves_to(story, 2026, 3, 18, 10)
        await marc.says("oui")
        marc.sees("GT Diabète", "🗓 vendredi dernier, 13 mars 2026", "🕑 de 14 h à 16 h (2 h)")


class TestPutOffWithMore:
    @pytest.mark.parametrize("words", ["reporté au 15 avril 14h salle du conseil", "reportée au mercredi 15 avril 14h, salle du conseil"])
    async def test_its_place_is_on_a_card_of_the_agenda(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.says(words)
        marc.sees("🗓 Changement dans l’agenda", "GT Diabète", "🗓 Mercredi 15 avril 2026", "🕑 de 14 h à 16 h", "📍 salle du conseil")
        await marc.presses(KEEP)
        assert waiting(story) == [(date(2026, 4, 15),)]
        moves_to(story, 2026, 3, 17, 9)
        await stays_silent(story, marc)

    async def test_as_the_answer_to_which_day(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("reportée")
        await marc.says("mercredi 15 avril 14h salle du conseil")
        marc.sees("🗓 Changement dans l’agenda", "🗓 Mercredi 15 avril 2026", "📍 salle du conseil")

    @pytest.mark.parametrize(
        "words", ["on sait pas encore", "on ne sait pas encore la date", "pas encore de date", "on verra", "plus tard"]
    )
    async def test_nobody_knows_yet(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.presses("✏️ Reportée")
        await marc.says(words)
        assert (
            plain(marc.card.text)
            == "⏰ GT Diabète, vendredi 13 mars : réunion reportée, date à fixer. Je vous redemande lundi 16 mars à 9 h."
        )
        moves_to(story, 2026, 3, 16, 9)
        await rings(marc)
        assert marc.buttons == PROMPT


async def test_abandoning_a_correction_names_the_meeting_that_stays(story: Story) -> None:
    claire = story.claire
    await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents")
    await claire.says("non, c'était le GT Diabète")
    claire.sees("GT Diabète")
    await claire.presses("❌ Abandonner")
    claire.sees("GT Nutrition, mardi 10 mars 2026")
    claire.sees_no("GT Diabète")


class TestAfterKeeping:
    async def test_a_meeting_planned_hours_after_another_was_kept_is_a_plan(self, story: Story) -> None:
        claire = story.claire
        await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents")
        await claire.receives_document()
        story.passes(hours=5)
        await claire.says("prochain gt nutrition lundi 14h-15h")
        claire.sees("🗓 À venir", "GT Nutrition")
        claire.sees_no("✏️ Correction d’une réunion enregistrée")

    async def test_straight_after_it_is_announced_by_it(self, story: Story) -> None:
        claire = story.claire
        await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents")
        await claire.says("prochain gt nutrition lundi 14h-15h")
        claire.sees("✏️ Correction d’une réunion enregistrée")

    async def test_a_refusal_alone_is_no_decision_of_it(self, story: Story) -> None:
        claire = story.claire
        await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents")
        await claire.says("annulée, claire malade")
        claire.sees_no("✏️ Correction d’une réunion enregistrée")

    async def test_a_group_named_in_a_decision_renames_nothing(self, story: Story) -> None:
        claire = story.claire
        await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents")
        await claire.says("on a décidé d'inviter le GT Diabète")
        claire.sees("GT Nutrition", "⚖️ Décision : inviter le GT Diabète")

    @pytest.mark.parametrize("words", ["dans 1h", "mon point le lundi à 8h", "plus besoin de café pour le GT Diabète", "samedi 10h"])
    async def test_what_corrects_nothing_plainly_gives_it_no_other_day_hours_or_group(self, story: Story, words: str) -> None:
        claire = story.claire
        await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents")
        await claire.says(words)
        claire.sees_no("✏️ Correction d’une réunion enregistrée")

    @pytest.mark.parametrize(
        ("words", "line"), [("et fini à 17h", "🕑 de 14 h à 17 h (3 h)"), ("non, c'était de 9h à 11h", "🕑 de 9 h à 11 h (2 h)")]
    )
    async def test_its_end_and_a_plain_correction_are_heard(self, story: Story, words: str, line: str) -> None:
        claire = story.claire
        await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents")
        await claire.says(words)
        claire.sees("✏️ Correction d’une réunion enregistrée", line)

    async def test_a_second_next_meeting_is_a_plan_of_its_own(self, story: Story) -> None:
        claire = story.claire
        await says_and_keeps(claire, "GT Nutrition hier 14h-16h, 8 présents, prochaine le 20 mars à 14h")
        await claire.says("prochain gt nutrition le 27 mars 14h-15h")
        claire.sees("🗓 À venir", "🗓 Vendredi 27 mars 2026")

    async def test_a_meeting_of_today_whose_hour_is_to_come_is_to_come(self, story: Story) -> None:
        moves_to(story, 2026, 3, 12, 9, 32)
        await story.claire.says("gt nutrition auj 10h 11h mairie")
        story.claire.sees("🗓 À venir", "GT Nutrition", "🕑 de 10 h à 11 h")
