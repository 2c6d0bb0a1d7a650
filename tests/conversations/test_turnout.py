"""Who comes to a planned meeting, told beforehand: noted, shown on its page, found again on the card that tells it, taken back."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from storage import tables
from tests.conversations.bells import moves_to, rings
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import keeps, rows
from tests.conversations.test_parking_minute import QUESTION
from tests.conversations.test_planning import plans

DAY = "GT Diabète, vendredi 13 mars 2026"
KARIM = "🙏 Personne excusée : Karim Benali (Mission locale d’Alès)"


async def with_a_meeting(story: Story) -> Someone:
    """Marc pilots the GT Diabète, which meets on Friday."""
    await story.marc.says("plus de point de la semaine")
    await plans(story.marc, "prochain GT Diabète vendredi 13 mars 14h-16h salle Rimbaud")
    return story.marc


async def page(who: Someone, button: str = "🗓 13/03/2026, 14 h – GT Diabète") -> str:
    """The page of the meeting of Friday."""
    await who.says("/agenda")
    await who.presses("✏️ Une réunion")
    await who.presses(button)
    return plain(who.card.text)


def told(story: Story) -> list[tuple[object, ...]]:
    """What holds of who comes."""
    t = tables.turnout
    return rows(story, t.c.person_id, t.c.structure_id, t.c.state, where=t.c.undone_at.is_(None))


class TestNoted:
    async def test_excused_by_the_group_and_the_day(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim s'excuse pour le GT de vendredi")
        assert plain(marc.card.text) == f"✅ C’est noté : {DAY}\n{KARIM}"
        assert marc.buttons == ["↩︎ Annuler"]
        assert KARIM in (await page(marc)).splitlines()

    async def test_a_structure_and_the_next_meeting(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("la PMI ne viendra pas au GT Diabète")
        marc.sees("🙏 Personne excusée : PMI d’Alès")

    async def test_coming_told_by_the_day_alone(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Sophie sera là vendredi")
        marc.sees(f"✅ C’est noté : {DAY}", "👍 Personne annoncée : Sophie Martin (CCAS d’Alès)")

    async def test_what_is_told_last_holds_and_a_reason_is_kept_nowhere(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim viendra vendredi")
        await marc.says("Karim ne pourra pas venir vendredi, il est malade")
        assert [line for line in (await page(marc)).splitlines() if line[0] in "👍🙏"] == [KARIM]

    async def test_nothing_is_planned_on_that_day(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim s'excuse pour lundi")
        assert plain(marc.card.text).startswith("Je ne trouve pas de réunion prévue le lundi 16 mars")
        assert told(story) == []

    async def test_of_two_meetings_of_a_day_one_is_chosen(self, story: Story) -> None:
        await with_a_meeting(story)
        claire = story.claire
        await plans(claire, "prochain GT Santé mentale vendredi 13 mars 9h-11h")
        await claire.says("Karim sera absent vendredi")
        assert (plain(claire.card.text), claire.buttons) == (
            "De quelle réunion s’agit-il ?",
            ["🗓 13/03/2026, 9 h – GT Santé mentale", "🗓 13/03/2026, 14 h – GT Diabète"],
        )
        await claire.presses("🗓 13/03/2026, 9 h – GT Santé mentale")
        claire.sees("✅ C’est noté : GT Santé mentale, vendredi 13 mars 2026", KARIM)

    @pytest.mark.parametrize("words", ["GT Diabète de vendredi : Karim excusé", "Karim excusé pour vendredi", "excuse Karim pour vendredi"])
    async def test_without_a_verb_where_no_past_meeting_is_known(self, story: Story, words: str) -> None:
        marc = await with_a_meeting(story)
        await marc.says(words)
        assert plain(marc.card.text) == f"✅ C’est noté : {DAY}\n{KARIM}"

    @pytest.mark.parametrize(
        "words", ["Karim de la mission locale", "Karim Benali (mission locale)", "karim benali de la Mission locale d'Alès"]
    )
    async def test_somebody_and_where_he_works_are_one(self, story: Story, words: str) -> None:
        marc = await with_a_meeting(story)
        await marc.says(f"{words} sera excusé au GT de vendredi")
        assert plain(marc.card.text) == f"✅ C’est noté : {DAY}\n{KARIM}"

    async def test_somebody_and_a_structure_are_two(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim et la PMI seront excusés au GT de vendredi")
        marc.sees("🙏 Personnes excusées : Karim Benali (Mission locale d’Alès), PMI d’Alès")

    async def test_a_meeting_that_moves_asks_everybody_again(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim s'excuse pour le GT de vendredi")
        again = "ℹ️ Excuses de l’ancienne date, à redire : Karim Benali."
        await marc.says("décale le GT Diabète au mardi 17 mars")
        marc.sees(again)
        await marc.presses("✅ Enregistrer")
        marc.sees("✅ L’agenda est changé.", again)
        assert "🙏" not in await page(marc, "🗓 17/03/2026, 14 h – GT Diabète")

    @pytest.mark.parametrize("words", ["décale le GT Diabète à 15h", "le GT Diabète de vendredi aura lieu à la Maison de la santé"])
    async def test_at_another_hour_or_place_it_keeps_them(self, story: Story, words: str) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim s'excuse pour le GT de vendredi")
        await marc.says(words)
        marc.sees_no("Excuses")
        await marc.presses("✅ Enregistrer")
        marc.sees("✅ L’agenda est changé.")
        assert KARIM in await page(marc, f"🗓 13/03/2026, {'15' if '15h' in words else '14'} h – GT Diabète")


class TestBesideACard:
    async def test_over_the_card_of_a_meeting_that_was_held(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("GT Diabète lundi 14h-16h, 8 présents, Sophie excusée")
        await marc.says("karim peut pas le 13")
        assert plain(marc.card.text) == f"✅ C’est noté : {DAY}\n{KARIM}"
        await marc.says("sophie pourra pas le 16")
        assert plain(marc.card.text).startswith("Je ne trouve pas de réunion prévue le lundi 16 mars")
        await marc.says("sophie vient plus")
        assert (plain(marc.card.text), marc.buttons) == ("De quelle réunion s’agit-il ?", ["🗓 13/03/2026, 14 h – GT Diabète"])
        await marc.presses("🗓 13/03/2026, 14 h – GT Diabète")
        marc.sees(f"✅ C’est noté : {DAY}", "🙏 Personne excusée : Sophie Martin (CCAS d’Alès)")
        await marc.says("ok pour la date")
        assert plain(marc.card.text).startswith("Je n’ai pas compris ce message ; votre carte n’a pas bougé.")
        marc.sees("🙏 Personne excusée : Sophie Martin (CCAS d’Alès)")
        assert not any(sign in marc.card.text for sign in ("⚖️", "Karim", "☑️"))
        await marc.says("et celui de vendredi on l annule")
        marc.sees("🗓 Annulation", "GT Diabète")

    async def test_over_a_card_of_hours(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("1h de téléphone avec la caf hier")
        marc.sees("❓ Pour quel groupe ?")
        await marc.says("karim vient pas")
        marc.sees("De quelle réunion s’agit-il ?")
        await marc.says("prochain gt diabete lundi 16 mars 14h")
        marc.sees("🗓 À venir", "GT Diabète", "🗓 Lundi prochain, 16 mars 2026")
        await marc.presses("✅ Enregistrer")
        await marc.says("/brouillon")
        marc.sees("⏱ 1 h", "❓ Pour quel groupe ?")
        marc.sees_no("Karim")


class TestPastOrToCome:
    """« du 13 », said on the 11th: the 13th of February, or of March?"""

    @pytest.mark.parametrize("words", ["karim excusé pour le gt diabete du 13", "gt diabète du 13 : absent karim"])
    async def test_the_planned_one_where_none_was_on_the_past_day(self, story: Story, words: str) -> None:
        marc = await with_a_meeting(story)
        await keeps(marc, "GT Diabète le 6 février 14h-16h, 8 présents")
        await marc.says(words)
        assert plain(marc.card.text) == f"✅ C’est noté : {DAY}\n{KARIM}"

    async def test_the_past_one_where_one_was_held(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await keeps(marc, "GT Diabète le 13 février 14h-16h, 8 présents")
        await marc.says("karim excusé pour le gt diabete du 13")
        assert told(story) == []
        marc.sees("🗓 vendredi 13 février 2026")

    async def test_no_more_once_it_is_over(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        moves_to(story, 2026, 3, 13, 18)
        await marc.says("gt diabete aujourd'hui : karim excusé")
        assert told(story) == []

    async def test_beside_an_open_card(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("GT Diabète hier 14h-16h, 8 présents")
        await marc.says("karim sera en retard de 20 min au gt diabete du 13")
        marc.sees(f"✅ C’est noté : {DAY}", "👍 Personne annoncée : Karim Benali (Mission locale d’Alès)")
        marc.sees("ℹ️ Un retard ou un départ avant la fin se note après la réunion : redites-le alors, si cela compte.")
        assert rows(story, tables.contributions.c.id) == []
        await marc.presses("✅ Enregistrer")
        assert rows(story, tables.meetings.c.day, where=tables.meetings.c.state == "tenue") == [(date(2026, 3, 10),)]

    async def test_who_comes_for_whom(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("sophie sera representee par karim au gt diabete du 13")
        marc.sees(f"✅ C’est noté : {DAY}", "👍 Personne annoncée : Karim Benali (Mission locale d’Alès)")
        marc.sees(
            "🙏 Personne excusée : Sophie Martin (CCAS d’Alès)",
            "ℹ️ Qui représente qui se note après la réunion : redites-le alors.",
        )

    async def test_which_meeting_is_asked_without_losing_who_comes(self, story: Story) -> None:
        await with_a_meeting(story)
        claire = story.claire
        await plans(claire, "prochain GT Santé mentale vendredi 13 mars 9h-11h")
        await claire.says("karim sera representé par sophie martin vendredi")
        await claire.presses("🗓 13/03/2026, 14 h – GT Diabète")
        claire.sees("👍 Personne annoncée : Sophie Martin (CCAS d’Alès)", KARIM)
        await claire.says("karim viendra vendredi à 14h")
        claire.sees(f"✅ C’est noté : {DAY}", "👍 Personne annoncée : Karim Benali (Mission locale d’Alès)")
        claire.sees_no("ℹ️")


class TestTakenBack:
    @pytest.mark.parametrize(
        "words",
        [
            "finalement karim vient au gt diabete du 13",
            "karim pourra finalement venir au gt diabète vendredi",
            "karim vient finalement le 13",
            "karim sera finalement présent au GT de vendredi",
            "annule l'excuse de karim pour le gt diabete du 13",
            "retire karim des excusés du gt diabète de vendredi",
        ],
    )
    async def test_in_words(self, story: Story, words: str) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim s'excuse pour le GT de vendredi")
        await marc.says(words)
        coming = "👍 Personne annoncée : Karim Benali (Mission locale d’Alès)"
        assert plain(marc.card.text) == f"✅ C’est noté : {DAY}\n{coming}"
        assert [line for line in (await page(marc)).splitlines() if line[0] in "👍🙏"] == [coming]

    async def test_once_and_what_was_told_before_holds_again(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim viendra vendredi")
        await marc.says("Karim s'excuse pour le GT de vendredi")
        await marc.presses("↩︎ Annuler", times=2)
        assert plain(marc.card.text) == f"↩︎ C’est annulé : {DAY}, comme avant."
        assert told(story) == [(5, None, "présent")]

    async def test_not_after_a_day(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim s'excuse pour le GT de vendredi")
        story.passes(hours=25)
        await marc.presses("↩︎ Annuler")
        assert marc.toast.startswith("Plus de 24 h ont passé")
        assert len(told(story)) == 1


class TestRights:
    async def test_of_others_only_by_whoever_keeps_the_meeting(self, story: Story) -> None:
        await plans(story.claire, "prochain GT Nutrition vendredi 13 mars 14h-16h")
        await story.ines.says("Sophie s'excuse pour le GT Nutrition")
        assert told(story) == []
        await story.ines.says("je m'excuse pour le GT Nutrition")
        assert told(story) == [(3, None, "excusé")]

    async def test_a_forged_person_is_refused(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        meeting = rows(story, tables.meetings.c.id, where=tables.meetings.c.state == "prévue")[0][0]
        await marc.forges(f"th:{meeting}:0:e.p99999")
        await marc.forges(f"th:{meeting}:0:e.x1")
        assert told(story) == []


class TestTheCardThatTellsIt:
    async def test_who_is_excused_stands_on_it(self, story: Story) -> None:
        marc = await with_a_meeting(story)
        await marc.says("Karim s'excuse pour le GT de vendredi")
        moves_to(story, 2026, 3, 13, 16, 10)
        assert (await rings(marc)).startswith(QUESTION)
        await marc.presses("✅ Elle a eu lieu")
        marc.sees(KARIM)
        assert "🙏 Karim Benali" in marc.buttons
        await marc.says("9 présents")
        marc.sees("👥 9 présents (avec vous)", KARIM)
        await marc.presses("✅ Enregistrer")
        held = sa.select(tables.meetings.c.id).where(tables.meetings.c.state == "tenue").scalar_subquery()
        t = tables.attendance
        assert (5, "excusé") in rows(story, t.c.person_id, t.c.state, where=t.c.meeting_id == held)
        assert rows(story, tables.meetings.c.day, tables.meetings.c.headcount, where=tables.meetings.c.state == "tenue") == [
            (date(2026, 3, 13), 9)
        ]


async def test_the_signing_sheet_says_who_is_not_expected(story: Story) -> None:
    marc = await with_a_meeting(story)
    await marc.says("Karim s'excuse pour le GT de vendredi")
    await marc.says("la feuille d'émargement du GT Diabète de vendredi")
    lines = (await marc.receives_document()).text.splitlines()
    at = lines.index("Mission locale d’Alès")
    assert (lines[at + 1 : at + 3], lines.count("A prévenu de son absence"), "5 participantes et participants attendus" in lines) == (
        ["Conseiller", "A prévenu de son absence"], 1, True,
    )  # fmt: skip
