"""Which planned meeting is meant, and to when: months, « le lendemain », « plutôt le jeudi », « jusqu'à 16h », another group's plan."""

from __future__ import annotations

from datetime import date, time

import pytest
import sqlalchemy as sa

from bot.domain.permissions import Role
from storage import tables
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Story, plain
from tests.conversations.test_amendments import taps
from tests.conversations.test_planned_meetings import waiting
from tests.conversations.test_planning import KEEP, RIGHT, hours_of, plans

DROP = "✅ Oui, l’annuler"


class TestNamedByItsMonth:
    @pytest.mark.parametrize(
        "words", ["annule le copil cls de mai", "le Copil CLS prévu en mai est annulé", "supprime le copil cls de mai stp"]
    )
    async def test_the_one_of_that_month_and_not_the_next(self, story: Story, words: str) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await plans(claire, "prochain Copil CLS le 12 mai à 14h")
        await claire.says(words)
        claire.sees("🗓 Annulation", "Copil CLS", "🗓 Mardi 12 mai 2026")
        await claire.presses(DROP)
        assert waiting(story) == [(date(2026, 4, 2),)]

    async def test_it_moves_inside_its_month(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await plans(claire, "prochain Copil CLS le 12 mai à 14h")
        await plans(claire, "décale le copil cls de mai au 19 à 15h")
        assert waiting(story) == [(date(2026, 4, 2),), (date(2026, 5, 19),)]

    async def test_none_there_is_said(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await claire.says("annule le copil cls de mai")
        claire.sees(
            "Je ne trouve pas de réunion prévue en mai 2026 (Copil CLS) que vous puissiez changer. "
            "Écrivez /agenda pour voir ce qui est prévu."
        )

    async def test_two_there_are_asked_about_and_a_day_answers(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 5 mai à 14h")
        await plans(claire, "prochain Copil CLS le 12 mai à 14h")
        await claire.says("annule le copil cls de mai")
        claire.sees("Laquelle ?")
        assert claire.buttons[:2] == ["🗓 05/05/2026, 14 h – Copil CLS", "🗓 12/05/2026, 14 h – Copil CLS"]
        await claire.says("celui du 12")
        claire.sees("🗓 Mardi 12 mai 2026")

    async def test_over_the_card_of_another_month(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await plans(claire, "prochain Copil CLS le 12 mai à 14h")
        await claire.says("annule le copil cls")
        claire.sees("🗓 Jeudi 2 avril 2026")
        await claire.says("non, celui de mai")
        claire.sees("🗓 Annulation", "🗓 Mardi 12 mai 2026")

    async def test_a_series_from_a_month_on(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "GT Nutrition tous les 1ers mardis à 14h jusqu'en juin")
        await claire.says("supprime tous les gt nutrition à partir de mai")
        claire.sees("🗓 Mardi 5 mai 2026", "🔁 Toute la série, à partir de cette date")
        await claire.presses(DROP)
        assert waiting(story) == [(date(2026, 4, 7),)]

    async def test_all_of_one_month_is_neither_one_nor_a_series(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "GT Nutrition tous les mardis à 14h jusqu'en juin")
        await claire.says("supprime tous les gt nutrition de mai")
        assert plain(claire.card.text).startswith("Votre phrase dit plusieurs jours")

    async def test_all_of_what_is_no_series_is_asked_one_by_one(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition le 5 mai à 14h")
        await plans(claire, "prochain GT Nutrition le 12 mai à 14h")
        await claire.says("supprime tous les gt nutrition à partir de mai")
        claire.sees("Laquelle ?")


class TestStatedAsAFact:
    """« le copil de mai sera à 10h »: no verb moves it, and yet it moves."""

    @pytest.mark.parametrize(
        ("words", "hours"),
        [
            ("le copil cls de mai sera à 10h", (time(10), None)),
            ("le copil cls du 12 mai c'est de 10h à 12h", (time(10), time(12))),
            ("finalement le copil cls de mai commencera a 10h", (time(10), None)),
        ],
    )
    async def test_the_one_that_stands_there_moves(self, story: Story, words: str, hours: tuple[time, time | None]) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await plans(claire, "prochain Copil CLS le 12 mai à 14h")
        await plans(claire, words)
        assert sorted(hours_of(story)) == [(date(2026, 4, 2), time(14), None), (date(2026, 5, 12), *hours)]

    async def test_where_none_stands_it_is_planned(self, story: Story) -> None:
        claire = story.claire
        await claire.says("le copil cls du 12 mai sera à 10h")
        claire.sees("🗓 À venir", "🗓 Mardi 12 mai 2026", "🕑 à 10 h")
        await claire.says("le GT Diabète sera à 15h")
        claire.sees("🗓 À venir", "GT Diabète", "🕑 à 15 h")
        assert "Quel jour ?" in plain(claire.card.text)

    async def test_said_of_all_from_a_day_on(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "GT Diabète tous les lundis à 14h jusqu'au 27 avril")
        await claire.says("le gt diabète du lundi passe à 15h à partir du 13 avril")
        claire.sees("🔁 Toute la série, à partir de cette date", "🕑 à 15 h")
        await claire.presses(KEEP)
        assert {starts for day, starts, _ in hours_of(story) if day < date(2026, 4, 13)} == {time(14)}
        assert {starts for day, starts, _ in hours_of(story) if day >= date(2026, 4, 13)} == {time(15)}

    async def test_said_of_all_where_none_stands_plans_nothing(self, story: Story) -> None:
        await story.claire.says("les GT Diabète seront à 15h à partir de mai")
        assert plain(story.claire.card.text).startswith("Je ne trouve pas de réunion prévue")


class TestADayWithoutItsMonth:
    """NOW is Tuesday 10 March 2026."""

    @pytest.mark.parametrize(
        ("words", "left"),
        [
            ("annule le gt diabete du 28", []),
            ("pas de gt diabete le 28", []),
            ("on zappe le gt diabète du 28", []),
            ("le gt diabete du 28 n aura pas lieu", []),
            ("decale le gt diabete du 28 au 29", [date(2026, 4, 29)]),
            ("le gt diabete du 28 passe au 29", [date(2026, 4, 29)]),
            ("le gt diabete du 28 est avancé au 27", [date(2026, 4, 27)]),
            ("finalement le gt diabete du 28 c est le 30", [date(2026, 4, 30)]),
        ],
    )
    async def test_the_day_that_the_agenda_holds_is_meant(self, story: Story, words: str, left: list[date]) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Diabète le 28 avril à 14h")
        await claire.says(words)
        await claire.presses(KEEP if left else DROP)
        assert [day for (day,) in waiting(story)] == left

    async def test_a_day_gone_by_on_which_nothing_was_planned_is_the_coming_one(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Diabète le 3 avril à 14h")
        await claire.says("le gt diabete du 3 est avancé au 2")
        claire.sees("🗓 Changement dans l’agenda", "🗓 Jeudi 2 avril 2026")
        await claire.says("gt diabete du 3 : 12 présents de 14h à 16h")
        assert "12 présents" in plain(claire.card.text)

    async def test_the_card_of_what_may_be_to_come_moves_the_one_that_stands(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Diabète le 3 avril à 14h")
        await claire.says("GT Diabète du 3 de 15h à 17h")
        await claire.presses("🗓 À venir : vendredi 03/04")
        claire.sees("🗓 Changement dans l’agenda", "🕑 de 15 h à 17 h")
        await claire.presses(KEEP)
        assert hours_of(story) == [(date(2026, 4, 3), time(15), time(17))]


class TestFollowingOn:
    @pytest.mark.parametrize("words", ["annule aussi celui du 12 mai", "et celui du 12 mai aussi", "et le gt diabète du 12 mai pareil"])
    async def test_another_one_is_cancelled_too(self, story: Story, words: str) -> None:
        claire = story.claire
        for day in ("2 avril", "12 mai", "9 juin"):
            await plans(claire, f"prochain GT Diabète le {day} à 14h")
        await claire.says("annule le gt diabète du 2 avril")
        await claire.presses(DROP)
        await claire.says(words)
        claire.sees("🗓 Annulation", "🗓 Mardi 12 mai 2026")
        await claire.presses(DROP)
        assert waiting(story) == [(date(2026, 6, 9),)]

    async def test_another_one_moves(self, story: Story) -> None:
        claire = story.claire
        for day in ("2 avril", "12 mai"):
            await plans(claire, f"prochain GT Diabète le {day} à 14h")
        await plans(claire, "décale le gt diabète du 2 avril au 3")
        await plans(claire, "et celui du 12 mai passe au 13")
        assert waiting(story) == [(date(2026, 4, 3),), (date(2026, 5, 13),)]
        await claire.says("celui de vendredi passe a 11h")  # none stands on the coming one: the next Friday that bears one
        claire.sees("▫️ Avant : vendredi 3 avril 2026, à 14 h", "🕑 à 11 h")
        await plans(claire, "prochain Copil CLS le 19 mai à 14h")
        await claire.says("/agenda gt diabete")
        await claire.says("annule celui de mai")
        claire.sees("🗓 Annulation", "GT Diabète", "🗓 Mercredi 13 mai 2026")

    @pytest.mark.parametrize("words", ["oups non remets le", "remets comme avant", "en fait non"])
    async def test_taken_back_in_words(self, story: Story, words: str) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Diabète le 2 avril à 14h")
        await plans(claire, "décale le gt diabète du 2 avril au 3")
        await claire.says(words)
        assert waiting(story) == [(date(2026, 4, 2),)]

    async def test_put_back_on_its_day(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Diabète le 2 avril à 14h")
        await plans(claire, "décale le gt diabète du 2 avril au 3")
        await plans(claire, "en fait non remet le 2")
        assert waiting(story) == [(date(2026, 4, 2),)]


class TestToldBesideTheMeeting:
    @pytest.mark.parametrize(
        ("words", "day"),
        [
            ("decale le gt nutrition au lendemain", date(2026, 5, 14)),
            ("avance le gt nutrition à la veille", date(2026, 5, 12)),
            ("repousse le GT Nutrition au surlendemain", date(2026, 5, 15)),
            ("décale le GT Nutrition à la semaine d'après", date(2026, 5, 20)),
            ("décale le GT Nutrition deux jours plus tard", date(2026, 5, 15)),
            ("décale le GT Nutrition au jeudi", date(2026, 5, 14)),
            ("décale le GT Nutrition au lundi suivant", date(2026, 5, 18)),
            ("décale le GT Nutrition au 20", date(2026, 5, 20)),
            ("décale le GT Nutrition à jeudi", date(2026, 3, 12)),
            ("décale le GT Nutrition à demain", date(2026, 3, 12)),
            ("décale le GT Nutrition au jeudi 19 mars", date(2026, 3, 19)),
        ],
    )
    async def test_a_sentence(self, story: Story, words: str, day: date) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition le mercredi 13 mai de 14h à 16h")
        await plans(claire, words)
        assert hours_of(story) == [(day, time(14), time(16))]

    @pytest.mark.parametrize(
        ("words", "day"),
        [
            ("plutôt le jeudi", "🗓 Jeudi 14 mai 2026"),
            ("non, mardi", "🗓 Mardi 12 mai 2026"),
            ("plutot le 20", "🗓 Mercredi 20 mai 2026"),
            ("le lendemain plutôt", "🗓 Jeudi 14 mai 2026"),
            ("une semaine plus tard", "🗓 Mercredi 20 mai 2026"),
            ("deux jours avant", "🗓 Lundi 11 mai 2026"),
            ("non, mercredi à 15h", "🗓 Mercredi 13 mai 2026"),
            ("plutôt demain", "🗓 Demain, jeudi 12 mars 2026"),
        ],
    )
    async def test_over_its_card(self, story: Story, words: str, day: str) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition le mercredi 13 mai à 14h")
        await claire.says(words)
        claire.sees("🗓 À venir", "GT Nutrition", day)

    async def test_a_weekday_among_the_days_that_the_card_offers(self, story: Story) -> None:
        claire = story.claire
        await claire.says("planifie le GT Diabète la semaine prochaine à 14h")
        await claire.says("jeudi")
        claire.sees("🗓 Jeudi 19 mars 2026", "🕑 à 14 h", RIGHT)

    @pytest.mark.parametrize("words", ["jusqu'à 16h", "fin à 16h", "ça finit à 16h", "et jusqu’a 16h"])
    async def test_until_an_hour_is_its_end(self, story: Story, words: str) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition le 13 mai à 14h")
        await claire.says(words)
        claire.sees("🕑 de 14 h à 16 h")

    async def test_a_place_and_an_end_at_once(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition le 13 mai à 14h")
        await claire.says("en fait salle des magnans et jusqu'à 16h")
        claire.sees("🕑 de 14 h à 16 h", "📍 salle des magnans")


class TestAnotherGroup:
    @pytest.mark.parametrize("words", ["copil le 14 juillet 9h-12h espace cazot", "GT Diabète le 14 juillet 9h-12h espace cazot"])
    async def test_told_just_after_one_was_kept_it_changes_nothing_of_it(self, story: Story, words: str) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition le 8 avril à 14h")
        await claire.says(words)
        claire.sees_no("Changement dans l’agenda")
        assert waiting(story) == [(date(2026, 4, 8),)]

    async def test_told_over_an_open_card_it_is_one_of_its_own(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition le 8 avril à 14h")
        first = claire.card
        await claire.says("GT Diabète le 14 juillet 9h-12h")
        claire.sees("🗓 À venir", "GT Diabète", "🗓 Mardi 14 juillet 2026")
        await claire.presses(KEEP)
        await taps(claire, first, KEEP)
        assert sorted(waiting(story)) == [(date(2026, 4, 8),), (date(2026, 7, 14),)]  # type: ignore[type-var]

    @pytest.mark.parametrize("over", ["annule le copil cls du 2 avril", "décale le copil cls du 2 avril au 9"])
    @pytest.mark.parametrize(
        ("words", "head"),
        [
            ("gt nutrition tous les mardis a 10h jusqua fin juin", "🔁 Série à venir"),
            ("GT Nutrition un jeudi sur deux à 14h", "🔁 Série à venir"),
            ("gt nutrition le 7 avril à 10h", "🗓 À venir"),
            ("gt nutrition le 1er jeudi de chaque mois 14h", "🔁 Série à venir"),
        ],
    )
    async def test_planned_over_a_meeting_that_goes_or_moves(self, story: Story, over: str, words: str, head: str) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await plans(claire, "prochain GT Nutrition le 7 avril à 14h")
        await claire.says(over)
        await claire.says(words)
        claire.sees(head, "GT Nutrition")
        claire.sees_no("Annulation")

    async def test_a_series_of_the_same_group_told_over_its_cancellation_is_planned(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await claire.says("annule le copil cls du 2 avril")
        await claire.says("copil cls tous les 1ers jeudis du mois à 10h")
        claire.sees("🔁 Série à venir", "Copil CLS")

    @pytest.mark.parametrize("words", ["le GT Nutrition", "non, le gt nutrition", "non celui du gt nutrition du 7 avril"])
    async def test_another_group_alone_tells_which_goes(self, story: Story, words: str) -> None:
        claire = story.claire
        await plans(claire, "prochain Copil CLS le 2 avril à 14h")
        await plans(claire, "prochain GT Nutrition le 7 avril à 14h")
        await claire.says("annule le copil cls du 2 avril")
        await claire.says(words)
        claire.sees("🗓 Annulation", "GT Nutrition")

    async def test_another_group_alone_corrects_the_card(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition le 8 avril à 14h")
        await claire.says("non, c'est le GT Diabète")
        claire.sees("GT Diabète", "🗓 Mercredi 8 avril 2026")


class TestOneCardAtATime:
    async def test_an_older_one_keeps_no_button(self, story: Story) -> None:
        claire = story.claire
        await claire.says("prochain GT Nutrition le 8 avril à 14h")
        older = claire.card
        await claire.says("plutôt à 15h")
        assert (older.labels, claire.buttons[0]) == ([], KEEP)
        await claire.presses(KEEP)
        assert hours_of(story) == [(date(2026, 4, 8), time(15), None)]


class TestKeptAndAsked:
    async def test_what_is_kept_is_shown_whole(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition le 8 avril de 14h à 15h30 salle Rimbaud")
        await plans(claire, "le gt nutrition du 8 avril est prévu en visio")
        claire.sees("🕑 de 14 h à 15 h 30", "📍 visio")
        await plans(claire, "prochain GT Nutrition le 8 avril à 15h")
        claire.sees("✅ C’est dans l’agenda.", "🕑 de 15 h à 16 h 30", "📍 visio")

    @pytest.mark.parametrize("words", ["prochain GT Nutrition vendredi 13 mars à 14h salle Rimbaud", "décale le GT Nutrition à 15h"])
    async def test_whoever_changed_it_is_asked_when_its_author_never_joined(self, story: Story, words: str) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition vendredi 13 mars de 10h à 11h")
        with story.store.engines.write() as connection:
            connection.execute(sa.update(tables.meetings).values(author_id=8))
        await plans(claire, words)
        moves_to(story, 2026, 3, 13, 16, 45)
        assert "a-t-elle eu lieu ?" in await rings(claire)

    async def test_whoever_planned_it_and_joined_is_asked_still(self, story: Story) -> None:
        claire, ines = story.claire, story.ines
        await plans(claire, "prochain GT Nutrition vendredi 13 mars de 10h à 11h")
        with story.store.engines.write() as connection:
            connection.execute(sa.update(tables.accounts).where(tables.accounts.c.person_id == 3).values(role=Role.COORDINATOR))
        await plans(ines, "décale le GT Nutrition à 14h")
        ines.sees("✅ L’agenda est changé.")
        moves_to(story, 2026, 3, 13, 15, 10)
        assert "a-t-elle eu lieu ?" in await rings(claire)
        await stays_silent(story, ines)


class TestWhyNothingCanBeChanged:
    @pytest.mark.parametrize(
        "said", ["annule le GT Nutrition du 17 mars", "annule le GT Nutrition", "décale le GT Nutrition du 17 mars au 18"]
    )
    async def test_what_is_cancelled_already_is_said_to_be(self, story: Story, said: str) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 17 mars 14h-16h")
        await plans(claire, "annule le GT Nutrition du 17 mars")
        await claire.says(said)
        assert plain(claire.card.text) == (
            "Cette réunion est déjà annulée (GT Nutrition, mardi 17 mars 2026). "
            "Pour la remettre à l’agenda, redites le groupe, le jour et l’heure."
        )

    async def test_who_sees_it_and_may_not_change_it_hears_who_may(self, story: Story) -> None:
        await plans(story.claire, "prochain Copil CLS mardi 17 mars 14h-16h")
        await plans(story.claire, "prochain Copil ASV mardi 24 mars 14h-16h")
        for said in ("annule le copil cls du 17", "décale le Copil CLS du 17 mars au 18", "annule le copil cls"):
            await story.marc.says(said)
            assert plain(story.marc.card.text) == (
                "Seuls les pilotes du groupe et la coordination peuvent changer cette réunion (Copil CLS, mardi 17 mars 2026). "
                "Demandez-leur."
            )
        await story.marc.says("annule le copil asv du 24 mars")  # he does not see that one
        assert plain(story.marc.card.text).startswith("Je ne trouve pas de réunion prévue le mardi 24 mars (Copil ASV)")

    async def test_two_cards_that_cancel_one_meeting(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 17 mars 14h-16h")
        await claire.says("annule le GT Nutrition du 17 mars")
        await claire.presses("❌ Abandonner")
        await plans(claire, "annule le GT Nutrition du 17 mars")
        await claire.says("annule le GT Nutrition du 18 mars")
        assert plain(claire.card.text).startswith("Je ne trouve pas de réunion prévue le mercredi 18 mars (GT Nutrition)")
