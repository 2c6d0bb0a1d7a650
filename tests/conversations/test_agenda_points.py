"""What becomes of the points of an agenda: put off, changed, said in a few words, spoken of or not once the meeting was held."""

from __future__ import annotations

import pytest

from storage import tables
from tests.conversations.bells import moves_to, rings
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows
from tests.conversations.test_planning import plans
from tests.conversations.test_turnout import page, with_a_meeting

AGENDA = "odj du gt diabete de vendredi : bilan 30, budget 20 (sophie), qd"
NEXT = "🗓 10/04/2026, 14 h – GT Diabète"
TAKE = "➕ Ajouter à l’ordre du jour"
KEPT = "🗓 Ordre du jour enregistré : GT Diabète, vendredi 13 mars 2026, de 14 h à 16 h"


async def prepared(story: Story) -> Someone:
    """The GT Diabète of Friday with three points, and another meeting of it in April."""
    marc = await with_a_meeting(story)
    await plans(marc, "prochain GT Diabète vendredi 10 avril 14h-16h")
    await marc.says(AGENDA)
    return marc


def points(story: Story, day: int = 13) -> tuple[str, ...]:
    """The points of the planned meeting of that day of the month."""
    t = tables.meetings
    (found,) = [topics for on, topics in rows(story, t.c.day, t.c.topics, where=t.c.state == "prévue") if on.day == day]
    return tuple(found)


def shown(who: Someone) -> list[str]:
    """The points that her card lists."""
    return [line for line in plain(who.card.text).splitlines() if line[:1].isdigit()]


class TestSaidShortly:
    async def test_bare_minutes_a_name_in_small_letters_and_qd(self, story: Story) -> None:
        marc = await prepared(story)
        marc.sees(KEPT, "1. Bilan (30 min)", "2. Budget (20 min, Sophie)", "3. Questions diverses", "En tout : 50 min.")

    async def test_what_comes_later_stands_before_questions_diverses(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("rajoute le point formation a l'odj du gt diabete de vendredi, 45 min")
        assert shown(marc) == ["1. Bilan (30 min)", "2. Budget (20 min, Sophie)", "3. Formation (45 min)", "4. Questions diverses"]

    async def test_a_point_is_changed_of_the_agenda_just_shown_or_of_one_named(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("met le budget en premier")
        assert shown(marc) == ["1. Budget (20 min, Sophie)", "2. Bilan (30 min)", "3. Questions diverses"]
        await marc.says("le bilan passe à 1h")
        assert shown(marc)[1] == "2. Bilan (1 h)"
        await marc.says("le point budget du gt diabete de vendredi passe a 40 min")
        assert shown(marc) == ["1. Budget (40 min, Sophie)", "2. Bilan (1 h)", "3. Questions diverses"]
        await marc.says("ajoute au gt diabete de vendredi le point formation 45 min par Karim")
        marc.sees("3. Formation (45 min, Karim)", "⚠️ C’est 25 min de plus que le temps prévu.")
        await marc.says("enlève la formation")
        assert shown(marc) == ["1. Budget (40 min, Sophie)", "2. Bilan (1 h)", "3. Questions diverses"]

    async def test_what_is_not_there_is_said(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("le point enquête du gt diabete de vendredi passe a 40 min")
        assert "je n’y trouve pas « enquête »" in plain(marc.card.text)
        await marc.says("le point bilan du gt diabete de vendredi passe a 30 min")
        assert "c’est déjà ainsi" in plain(marc.card.text)

    async def test_a_while_later_it_is_of_the_agenda_that_bears_the_point(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("GT Diabète hier 14h-16h, 12 présents")
        await marc.presses("✅ Enregistrer")
        await marc.says("/agenda")
        await marc.says("met le budget en premier")
        marc.sees(KEPT)
        assert shown(marc)[0] == "1. Budget (20 min, Sophie)"
        await marc.says("2h de préparation hier pour le GT Diabète")
        await marc.says("le bilan passe à 40 min")
        assert shown(marc)[1] == "2. Bilan (40 min)"
        await marc.says("/agenda")
        await marc.says("enlève le budget")
        assert points(story) == ("bilan (40 min)", "qd")
        await marc.says("/agenda")
        await marc.says("mets le transport en premier")
        assert plain(marc.card.text).startswith("Je n’ai rien changé : « transport » n’est à l’ordre du jour d’aucune réunion")
        story.passes(hours=13)
        await marc.says("mets le bilan en dernier")
        assert plain(marc.card.text).startswith("Je n’ai rien changé : « bilan » n’est à l’ordre du jour d’aucune réunion")
        assert (points(story), len(rows(story, tables.drafts.c.id))) == (("bilan (40 min)", "qd"), 2)

    async def test_of_several_meetings_that_bear_it_one_is_asked(self, story: Story) -> None:
        claire = story.claire
        for group, day, agenda in (("CLS", 20, "bilan 30, budget 20, logo"), ("ASV", 27, "budget"), ("CLS", 30, "bilan")):
            await plans(claire, f"prochain Copil {group} {day} mars 14h-16h")
            await claire.says(f"odj du copil {group} du {day} mars : {agenda}")
        await claire.says("/agenda")
        await claire.says("enlève le logo de l'odj du copil")
        assert points(story, 20) == ("bilan 30", "budget 20")
        await claire.says("enlève le budget de l'odj du copil")
        claire.sees("De quelle réunion ? Touchez-la : je change son ordre du jour.")
        assert claire.buttons == ["📄 Copil CLS – 20/03/2026", "📄 Copil ASV – 27/03/2026"]
        await claire.presses("📄 Copil ASV – 27/03/2026")
        claire.sees("🗓 Ordre du jour enregistré : Copil ASV, vendredi 27 mars 2026, de 14 h à 16 h")
        assert (points(story, 20), points(story, 27)) == (("bilan 30", "budget 20"), ())
        await claire.says("/agenda")
        await claire.says("le bilan passe à 45 min")
        await claire.says("le point bilan de l'odj du copil cls du 30 mars passe à 15 min")
        assert points(story, 30) == ("bilan (15 min)",)
        await claire.presses("📄 Copil CLS – 30/03/2026")
        assert claire.toast == "Cet ordre du jour a changé depuis : redites ce que je dois y changer."
        await claire.presses("📄 Copil CLS – 20/03/2026")
        assert (points(story, 20), points(story, 30)) == (("bilan (45 min)", "budget 20"), ("bilan (15 min)",))
        await claire.says("retire les questions diverses de l'odj du copil")
        assert plain(claire.card.text).startswith("Je n’ai rien changé : je ne trouve « questions diverses »")


class TestPutOff:
    async def test_leaves_that_day_and_waits_for_the_next(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("reporte le point budget a la prochaine seance du gt diabete")
        assert plain(marc.card.text).splitlines() == [
            "▶ Reporté au prochain ordre du jour : GT Diabète",
            "• budget 20 (Sophie)",
            "",
            "Ce point a quitté l’ordre du jour du vendredi 13 mars 2026.",
        ]
        assert points(story) == ("bilan 30", "qd")
        assert "à remettre" not in await page(marc)
        assert (await page(marc, NEXT)).splitlines()[-1] == "• budget 20 (Sophie)"
        await marc.presses(TAKE)
        assert shown(marc) == ["1. Budget (20 min, Sophie)"]

    async def test_is_offered_for_the_next_at_once_and_taken_back(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("reporte le point bilan du gt diabete de vendredi à la prochaine fois")
        assert marc.buttons == [TAKE, "↩︎ Annuler"]
        await marc.presses("↩︎ Annuler", times=2)
        assert (points(story), points(story, 10)) == (("bilan 30", "budget 20 (Sophie)", "qd"), ())

    async def test_what_no_agenda_bears_waits_for_the_next_one(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("reporte le point enquête à la prochaine séance du gt diabete")
        marc.sees_no("quitté")
        assert (await page(marc)).splitlines()[-1] == "• enquête"

    async def test_waits_no_more_once_it_is_taken_off(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("points reportés du gt diabete : enquête, site internet")
        await marc.says("enleve le point reporté enquete du gt diabete")
        assert plain(marc.card.text).splitlines() == ["Ce point n’attend plus : GT Diabète", "• enquête"]
        assert (await page(marc)).splitlines()[-2:] == ["▶ Point reporté, à remettre ?", "• site internet"]
        await marc.says("enleve le point reporté enquete du gt diabete")
        marc.sees("Je n’ai rien changé : je ne trouve pas « enquete » parmi les points mis en attente pour GT Diabète.")

    async def test_what_to_speak_of_next_time_is_proposed(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("note pour le prochain gt diabete : parler du transport")
        assert plain(marc.card.text).splitlines() == ["▶ Noté pour le prochain ordre du jour : GT Diabète", "• transport"]
        await marc.presses(TAKE)
        assert shown(marc)[-2:] == ["3. Transport", "4. Questions diverses"]
        await marc.presses("↩︎ Annuler")
        assert points(story) == ("bilan 30", "budget 20 (Sophie)", "qd")


async def asked(story: Story) -> Someone:
    """Marc is asked whether the meeting of Friday was held."""
    marc = await prepared(story)
    moves_to(story, 2026, 3, 13, 16, 10)
    await rings(marc)
    return marc


class TestSpokenOf:
    @pytest.mark.parametrize(
        "words",
        [
            "fait, 9 personnes, sophie martin excusee, on a parlé du bilan seulement",
            "9 présents, on n'a parlé que du bilan",
            "oui, 9 personnes, on a parlé du bilan",
        ],
    )
    async def test_only_one_point_and_the_others_wait(self, story: Story, words: str) -> None:
        marc = await asked(story)
        await marc.says(words)
        marc.sees("👥 9 présents (avec vous)", "💬 bilan")
        await marc.presses("✅ Enregistrer")
        assert (await page(marc, NEXT)).splitlines()[-2:] == ["▶ Point reporté, à remettre ?", "• budget 20 (Sophie)"]

    async def test_after_the_button_as_well(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        marc.sees("💬 bilan ; budget ; questions diverses")
        await marc.says("9 personnes, on a parlé du bilan et du transport")
        marc.sees("👥 9 présents (avec vous)", "💬 bilan ; transport")
        await marc.says("on a aussi parlé du budget")
        marc.sees("💬 bilan ; transport ; budget")

    async def test_alone_it_answers_the_question(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("on n'a parlé que du bilan")
        marc.sees("GT Diabète", "💬 bilan")

    async def test_a_point_put_off_is_no_topic(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("reporte le point budget a la prochaine seance du gt diabete")
        moves_to(story, 2026, 3, 13, 16, 10)
        await rings(marc)
        await marc.says("9 présents")
        marc.sees("💬 bilan ; questions diverses")
        await marc.presses("✅ Enregistrer")
        assert (await page(marc, NEXT)).splitlines()[-1] == "• budget 20 (Sophie)"


class TestTheList:
    async def test_is_ticked_in_words_right_after_it_was_shown(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("a prevoir pour le gt diabete de vendredi : salle, videoprojecteur, cafe")
        await marc.says("vidéoprojecteur ok")
        assert marc.buttons[:3] == ["⬜ salle", "☑️ videoprojecteur", "⬜ cafe"]
        await marc.says("la salle Rimbaud est reservee et les badges sont imprimés")
        assert marc.buttons[:3] == ["☑️ salle", "☑️ videoprojecteur", "⬜ cafe"]
        assert plain(marc.card.text).startswith(
            "Je ne trouve pas « badges » dans ce qui est à prévoir : je n’ai coché que le reste. Touchez ci-dessous ce qui est fait."
        )

    async def test_not_once_something_else_was_said(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("a prevoir pour le gt diabete de vendredi : salle, cafe")
        await marc.says("/agenda")
        await marc.says("la salle est reservee")
        marc.sees_no("☑️ salle")


class TestWhoAndWhere:
    async def test_who_has_not_answered(self, story: Story) -> None:
        marc = await prepared(story)
        await marc.says("Karim s'excuse pour le GT de vendredi")
        await marc.says("qui vient au gt diabete de vendredi ?")
        marc.sees("🙏 Personne excusée : Karim Benali (Mission locale d’Alès)")
        (line,) = [line for line in plain(marc.card.text).splitlines() if line.startswith("👥 Sans réponse : ")]
        assert set(line.removeprefix("👥 Sans réponse : ").split(", ")) == {
            "Marc Roussel", "Claire Fontaine", "Nathalie Roux", "Paul Mercier", "Sophie Martin",
        }  # fmt: skip
        assert "Sans réponse" not in await page(marc)

    @pytest.mark.parametrize(
        ("typed", "shown"),
        [
            ("salle rimbaud a ales", "📍 salle rimbaud, Alès"),
            ("salle Rimbaud à Alès", "📍 salle Rimbaud, Alès"),
            ("salle Rimbaud", "📍 salle Rimbaud"),
        ],
    )
    async def test_the_commune_is_said_once(self, story: Story, typed: str, shown: str) -> None:
        await story.claire.says(f"prochain GT Nutrition vendredi 13 mars 9h-11h {typed}")
        story.claire.sees(shown)


class TestPutOffAsTold:
    """A point that the account of a meeting puts off to the next is offered for its agenda, and was not spoken of."""

    async def test_in_the_answer_to_the_question(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says(
            "9 présents, charte adoptée, le point budget est reporté à la prochaine fois, sophie envoie le bilan avant le 15 avril"
        )
        marc.sees("👥 9 présents (avec vous)", "💬 bilan ; questions diverses", "⚖️ Décision : charte adoptée")
        marc.sees(
            "⚖️ Décision : le point budget est reporté à la prochaine fois", "☑️ Sophie Martin : envoie le bilan – pour le mercredi 15 avril"
        )
        await marc.presses("✅ Enregistrer")
        assert (await page(marc, NEXT)).splitlines()[-2:] == ["▶ Point reporté, à remettre ?", "• budget 20 (Sophie)"]

    async def test_what_the_agenda_did_not_bear(self, story: Story) -> None:
        marc = await asked(story)
        await marc.presses("✅ Elle a eu lieu")
        await marc.says("9 présents, on reporte le point transport au prochain gt")
        marc.sees("💬 bilan ; budget ; questions diverses", "⚖️ Décision : on reporte le point transport au prochain gt")
        await marc.presses("✅ Enregistrer")
        assert (await page(marc, NEXT)).splitlines()[-2:] == ["▶ Point reporté, à remettre ?", "• transport"]

    async def test_alone_it_is_parked_for_the_group_asked_about(self, story: Story) -> None:
        marc = await asked(story)
        await marc.says("le point budget est reporté à la prochaine fois")
        assert plain(marc.card.text).splitlines()[:2] == ["▶ Reporté au prochain ordre du jour : GT Diabète", "• budget 20 (Sophie)"]

    async def test_of_a_meeting_kept_since_it_is_parked_for_that_one(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition vendredi 13 mars 14h-16h")
        moves_to(story, 2026, 3, 13, 16, 10)
        await rings(claire)
        story.passes(minutes=5)
        await claire.says("GT Santé mentale aujourd'hui 9h-10h, 8 présents")
        await claire.presses("✅ Enregistrer")
        story.passes(minutes=5)
        await claire.says("point reporté : enquête")
        assert plain(claire.card.text).splitlines()[0] == "▶ Reporté au prochain ordre du jour : GT Santé mentale"
