"""« Supprime le rappel de la CAF », « décale-le à vendredi 10h »: said in words, of reminders alone, whatever card stands open."""

from __future__ import annotations

import pytest

from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain

KEEP = "✅ Enregistrer"


async def asks(who: Someone, *sentences: str) -> None:
    """Reminders, each in one sentence and one tap."""
    for sentence in sentences:
        await who.says(sentence)
        await who.presses(KEEP)


async def kept_some(story: Story) -> None:
    """Three that are kept, an hour ago: « annule » speaks of none of them."""
    await asks(
        story.claire,
        "rappelle-moi jeudi à 9h de relancer la CAF",
        "tous les lundis à 9h point agenda",
        "rappelle-moi vendredi à 14h d'appeler la CPAM à Alès",
    )
    story.passes(minutes=90)


class TestDeleting:
    @pytest.mark.parametrize(
        ("words", "what"),
        [
            ("supprime le rappel de la caf", "relancer la CAF – jeudi 12 mars à 9 h"),
            ("annule le rappel point agenda", "point agenda – lundi 16 mars à 9 h (tous les lundis)"),
            ("arrête le rappel du lundi", "point agenda – lundi 16 mars à 9 h (tous les lundis)"),
            ("ne me rappelle plus d'appeler la CPAM", "appeler la CPAM à Alès – vendredi 13 mars à 14 h"),
            ("mon rappel de vendredi 14h tu peux le supprimer", "appeler la CPAM à Alès – vendredi 13 mars à 14 h"),
            ("enleve le rappel 3 stp", "point agenda – lundi 16 mars à 9 h (tous les lundis)"),
            ("supprime le rappel relancer la cfa", "relancer la CAF – jeudi 12 mars à 9 h"),
        ],
    )
    async def test_the_one_that_is_named_is_shown_and_one_tap_deletes_it(self, story: Story, words: str, what: str) -> None:
        await kept_some(story)
        claire = story.claire
        await claire.says(words)
        assert plain(claire.card.text) == f"❌ Supprimer ce rappel ?\n\n{what}"
        assert claire.buttons == ["❌ Supprimer", "◀ Mes rappels"]
        await claire.presses("❌ Supprimer")
        claire.sees(f"❌ Supprimé : {what.split(' – ')[0]}")
        await claire.says("/rappels")
        assert what.split(" – ")[0] not in plain(claire.card.text)

    async def test_what_fits_none_is_said_and_all_are_shown(self, story: Story) -> None:
        await kept_some(story)
        await story.claire.says("supprime le rappel dentiste")
        story.claire.sees("Je ne trouve pas de rappel « dentiste ».", "1. relancer la CAF – jeudi 12 mars à 9 h")
        assert story.claire.buttons == ["✏️ 1", "✏️ 2", "✏️ 3"]

    async def test_several_that_fit_are_told_apart_by_a_button(self, story: Story) -> None:
        claire = story.claire
        await asks(claire, "rappelle-moi jeudi à 9h de relancer la CAF", "rappelle-moi vendredi à 9h d'écrire à la CAF")
        await claire.says("annule le rappel caf")
        claire.sees("❌ Quel rappel supprimer ?", "1. relancer la CAF – jeudi 12 mars à 9 h", "2. écrire à la CAF – vendredi 13 mars à 9 h")
        await claire.presses("❌ 2")
        claire.sees("❌ Supprimé : écrire à la CAF")

    async def test_all_are_asked_about_first(self, story: Story) -> None:
        await kept_some(story)
        claire = story.claire
        await claire.says("supprime tous mes rappels")
        claire.sees("❌ Supprimer vos 3 rappels ?")
        await claire.presses("❌ Supprimer les 3")
        claire.sees("❌ Supprimés : 3 rappels. Plus aucun ne sonnera.")
        moves_to(story, 2026, 3, 12, 9)
        await stays_silent(story, claire)

    async def test_one_more_since_it_was_asked_is_asked_about_again(self, story: Story) -> None:
        await kept_some(story)
        claire = story.claire
        await claire.says("supprime tous mes rappels")
        await asks(claire, "rappelle-moi mardi à 9h d'arroser")
        await claire.presses("❌ Supprimer les 3")
        claire.sees("❌ Supprimer vos 4 rappels ?")
        assert claire.buttons == ["❌ Supprimer les 4", "◀ Mes rappels"]

    async def test_the_last_one_needs_no_name(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi jeudi à 9h de relancer la CAF")
        await claire.says("annule le rappel")
        claire.sees("C’est abandonné : aucun rappel n’a été noté.")
        await asks(claire, "rappelle-moi jeudi à 9h de relancer la CAF")
        await claire.says("annule le rappel")
        claire.sees("↩︎ C’est annulé : relancer la CAF")

    async def test_without_any_it_is_said(self, story: Story) -> None:
        await story.claire.says("supprime le rappel de la caf")
        assert plain(story.claire.card.text).startswith("Aucun rappel n’est prévu.")


class TestChanging:
    @pytest.mark.parametrize(
        ("words", "when"),
        [
            ("décale le rappel relance la caf à vendredi 10h", "📅 Après-demain, vendredi 13 mars 2026 à 10 h"),
            ("decale le rappel de la caf vendredi", "📅 Après-demain, vendredi 13 mars 2026 à 9 h"),
            ("le rappel de la caf passe à 11h", "📅 Demain, jeudi 12 mars 2026 à 11 h"),
            ("repousse le rappel de la caf d'une semaine", "📅 Jeudi 19 mars 2026 à 9 h"),
            ("reporte le rappel du 12 au 16", "📅 Lundi prochain, 16 mars 2026 à 9 h"),
            ("repousse le rappel de jeudi à lundi 15h", "📅 Lundi prochain, 16 mars 2026 à 15 h"),
            ("modifie le rappel caf : tous les mardis à 10h", "🔁 Tous les mardis à 10 h"),
        ],
    )
    async def test_it_rings_at_the_moment_that_she_tells(self, story: Story, words: str, when: str) -> None:
        await asks(story.claire, "rappelle-moi jeudi à 9h de relancer la CAF", "rappelle-moi mardi à 9h d'appeler Karim")
        story.passes(minutes=90)
        await story.claire.says(words)
        story.claire.sees("⏰ C’est noté", "relancer la CAF", when)

    async def test_a_series_keeps_its_days_where_only_the_hour_changes(self, story: Story) -> None:
        await kept_some(story)
        await story.claire.says("décale le rappel du lundi à 10h")
        story.claire.sees("⏰ C’est noté", "point agenda", "🔁 Tous les lundis à 10 h")

    async def test_a_series_is_not_made_an_end_of_unasked(self, story: Story) -> None:
        await kept_some(story)
        claire = story.claire
        await claire.says("décale le rappel point agenda à mardi 10h")
        again = "ℹ️ Ce rappel revient. Écrivez son nouveau rythme, par exemple tous les mardis à 10h ; un seul jour arrêtera la série."
        claire.sees(again, "🔁 Tous les lundis à 9 h")
        await claire.says("tous les mardis à 10h")
        claire.sees("⏰ C’est noté", "point agenda", "🔁 Tous les mardis à 10 h")

    async def test_no_moment_is_asked_for(self, story: Story) -> None:
        await kept_some(story)
        await story.claire.says("décale le rappel de la caf")
        story.claire.sees("relancer la CAF", "Quand faut-il vous le rappeler ? Touchez, ou écrivez par exemple vendredi 14h")
        await story.claire.says("vendredi 10h")
        story.claire.sees("⏰ C’est noté", "📅 Après-demain, vendredi 13 mars 2026 à 10 h")
        moves_to(story, 2026, 3, 12, 9)
        await stays_silent(story, story.claire)
        moves_to(story, 2026, 3, 13, 10)
        assert await rings(story.claire) == "⏰ relancer la CAF"


class TestWhateverStandsOpen:
    ORDERS = (
        ("supprime le rappel de la caf", "❌ Supprimer ce rappel ?"),
        ("annule le rappel point agenda", "❌ Supprimer ce rappel ?"),
        ("décale le rappel relance la caf à vendredi 10h", "⏰ C’est noté"),
    )

    @pytest.mark.parametrize(("order", "answer"), ORDERS)
    async def test_no_meeting_is_touched_open_or_kept(self, story: Story, order: str, answer: str) -> None:
        await kept_some(story)
        claire = story.claire
        await claire.says("GT Diabète hier 14h-16h, 12 présents. Sujets : points à remonter au Copil, relance de la CAF")
        before = plain(claire.card.text)
        await claire.says(order)
        assert plain(claire.card.text).startswith(answer)
        await claire.says("/brouillon")
        assert plain(claire.card.text) == before
        await claire.presses(KEEP)
        await claire.says(order)
        assert "GT Diabète" not in plain(claire.card.text)

    @pytest.mark.parametrize(("order", "answer"), ORDERS)
    async def test_nor_what_is_planned(self, story: Story, order: str, answer: str) -> None:
        await kept_some(story)
        claire = story.claire
        await claire.says("prochain Copil CLS mardi 17 mars à 14h")
        await claire.says(order)
        assert "Copil" not in plain(claire.card.text)
        assert plain(claire.card.text).startswith(answer)

    async def test_a_recalled_topic_of_the_card_is_the_cards(self, story: Story) -> None:
        claire = story.claire
        await claire.says("GT Diabète hier 14h-16h, 12 présents. Sujets : rappel du contexte, bilan des ateliers")
        await claire.says("enlève le rappel du contexte")
        assert "rappel" not in plain(claire.card.text)
        claire.sees("GT Diabète", "💬 bilan des ateliers")
