"""Meetings that come again: one card, all their dates, and one of them moved or cancelled leaves the others alone."""

from __future__ import annotations

import asyncio
from datetime import date, time

import pytest

from bot.console.trial import extend_at_jumps
from bot.jobs.series import extend_series
from storage import tables
from tests.conversations.bells import moves_to
from tests.conversations.conftest import Story, plain
from tests.conversations.test_amendments import rows
from tests.conversations.test_planned_meetings import waiting
from tests.conversations.test_planning import KEEP, hours_of, plans

FORTNIGHT = "GT Diabète un jeudi sur deux de 14h à 16h jusqu'en juin"
LIKE = "Écrivez par exemple sauf le 15 décembre ou sauf en août"
DAYS = [
    date(2026, 3, 12),
    date(2026, 3, 26),
    date(2026, 4, 9),
    date(2026, 4, 23),
    date(2026, 5, 7),
    date(2026, 5, 21),
    date(2026, 6, 4),
    date(2026, 6, 18),
]


def days(story: Story) -> list[date]:
    return sorted(day for (day,) in waiting(story))  # type: ignore[misc]


async def test_some_months_of_the_year(story: Story) -> None:
    claire = story.claire
    await claire.says("Copil CLS tous les 2es mardis de mars, juin et novembre")
    claire.sees("🔁 Série à venir", "Copil CLS", "🔁 Le 2e mardi de mars, de juin et de novembre", "🗓 3 dates d’ici un an :")
    claire.sees("• mardi 9 juin 2026", "• mardi 10 novembre 2026", "• mardi 9 mars 2027")
    await claire.says("9h30-12h à la Maison de la santé")
    claire.sees("🕑 de 9 h 30 à 12 h", "📍 Maison de la santé, Alès")
    await claire.presses(KEEP)
    claire.sees("✅ La série est dans l’agenda.", "• mardi 9 juin 2026", "• mardi 10 novembre 2026", "• mardi 9 mars 2027")
    assert hours_of(story) == [(day, time(9, 30), time(12)) for day in (date(2026, 6, 9), date(2026, 11, 10), date(2027, 3, 9))]


async def test_a_fortnight_until_june_and_school_holidays_are_only_pointed_out(story: Story) -> None:
    claire = story.claire
    await claire.says(FORTNIGHT)
    claire.sees("🔁 Un jeudi sur deux, jusqu’au 30 juin 2026", "🗓 8 dates d’ici un an :", "• jeudi 12 mars 2026")
    claire.sees("• jeudi 23 avril 2026 ⚠️ vacances scolaires", "… et 2 autres")
    await claire.presses(KEEP)
    assert days(story) == DAYS


async def test_it_begins_when_she_says(story: Story) -> None:
    claire = story.claire
    await claire.says(FORTNIGHT)
    await claire.says("à partir du 19 mars")
    await claire.presses(KEEP)
    assert days(story)[:3] == [date(2026, 3, 19), date(2026, 4, 2), date(2026, 4, 16)]


async def test_outside_school_holidays_when_she_asks(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète un jeudi sur deux à 14h jusqu'en juin hors vacances scolaires")
    claire.sees("🔁 Un jeudi sur deux, hors vacances scolaires, jusqu’au 30 juin 2026", "🗓 7 dates d’ici un an :")
    await claire.presses(KEEP)
    assert days(story) == [day for day in DAYS if day != date(2026, 4, 23)]


async def test_public_holidays_are_pointed_out(story: Story) -> None:
    await story.claire.says("GT Santé mentale tous les lundis à 9h30 jusqu'au 30 juin")
    story.claire.sees("• lundi 6 avril 2026 ⚠️ férié (Lundi de Pâques)", "⚠️ Plus tard, jour férié : 25 mai (Lundi de Pentecôte)")


async def test_one_of_them_moves_another_is_cancelled_and_the_rest_stays(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    await plans(claire, "décale le GT Diabète du 9 avril au 10 avril")
    await plans(claire, "annule le GT Diabète du 7 mai")
    assert days(story) == [date(2026, 3, 12), date(2026, 3, 26), date(2026, 4, 10), date(2026, 4, 23), *DAYS[5:]]


async def test_all_of_them_from_a_date_on(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    await claire.says("le GT Diabète du 21 mai passe à 15h")
    assert claire.buttons == [KEEP, "✏️ Quand", "❌ Abandonner", "✏️ Toute la série"]
    await claire.presses("✏️ Toute la série")
    claire.sees("🔁 Toute la série, à partir de cette date")
    await claire.presses(KEEP)
    assert hours_of(story) == [
        (day, time(14) if day < date(2026, 5, 21) else time(15), time(16) if day < date(2026, 5, 21) else time(17)) for day in DAYS
    ]
    await claire.presses("↩︎ Annuler")
    assert hours_of(story) == [(day, time(14), time(16)) for day in DAYS]


async def test_the_whole_series_ends_and_comes_back(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    await claire.says("annule tous les GT Diabète")
    claire.sees("🗓 Annulation", "🔁 Toute la série, à partir de cette date")
    await claire.presses("✅ Oui, l’annuler")
    claire.sees("✅ La série est annulée.")
    assert days(story) == []
    await claire.presses("↩︎ Annuler")
    assert days(story) == DAYS


async def test_undone_no_date_is_left(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    await claire.presses("↩︎ Annuler")
    assert days(story) == []
    extend_series(story.store, story.served.world.clock)
    assert days(story) == []


async def test_it_goes_on_as_the_year_goes_by(story: Story) -> None:
    claire = story.claire
    await plans(claire, "GT Santé mentale le premier lundi de chaque mois à 9h30")
    before = days(story)
    assert (len(before), before[0], before[-1]) == (12, date(2026, 4, 6), date(2027, 3, 1))
    await plans(claire, "annule le GT Santé mentale du 6 avril")
    moves_to(story, 2026, 6, 15, 10, summer=True)
    extend_series(story.store, story.served.world.clock)
    extend_series(story.store, story.served.world.clock)
    assert days(story) == [*before[1:], date(2027, 4, 5), date(2027, 5, 3), date(2027, 6, 7)]


async def test_what_that_group_has_already_is_not_doubled(story: Story) -> None:
    claire = story.claire
    await plans(claire, "prochain GT Diabète jeudi 26 mars à 10h")
    await claire.says(FORTNIGHT)
    claire.sees("🗓 7 dates d’ici un an :", "Déjà dans l’agenda : 26 mars")
    await claire.presses(KEEP)
    assert days(story) == DAYS


async def test_another_day_is_for_this_time_only_and_the_card_says_so(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    await claire.says("le GT Diabète du 21 mai passe à 15h")
    await claire.presses("✏️ Toute la série")
    await claire.says("plutôt vendredi 22 mai")
    claire.sees_no("🔁 Toute la série, à partir de cette date")
    claire.sees("🔁 Cette fois seulement : le jour de toute une série ne se déplace pas. Pour le changer, annulez-la, puis redites-la.")
    assert claire.buttons == [KEEP, "✏️ Quand", "❌ Abandonner"]
    await claire.presses(KEEP)
    assert days(story) == [*DAYS[:5], date(2026, 5, 22), *DAYS[6:]]
    assert [starts for _, starts, _ in hours_of(story)].count(time(15)) == 1


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("le gt santé mentale passe au 2e lundi du mois", date(2026, 4, 13)),
        ("le GT Santé mentale passe au dernier lundi du mois", date(2026, 4, 27)),
        ("le gt santé mentale passe à tous les jeudis", date(2026, 4, 9)),
    ],
)
async def test_a_new_day_for_all_of_it_is_for_the_next_one_only_and_the_card_says_so(story: Story, words: str, day: date) -> None:
    claire = story.claire
    await plans(claire, "GT Santé mentale le premier lundi de chaque mois de 9h30 à 11h")
    before = days(story)
    await claire.says(words)
    claire.sees("🔁 Cette fois seulement : le jour de toute une série ne se déplace pas. Pour le changer, annulez-la, puis redites-la.")
    await claire.presses(KEEP)
    assert days(story) == [day, *before[1:]]


async def test_it_ends_with_the_month_that_is_told(story: Story) -> None:
    claire = story.claire
    await plans(claire, "GT Santé mentale le premier lundi du mois de 9h30 à 11h jusqu'en décembre")
    assert days(story)[-1] == date(2026, 12, 7)
    await claire.says("le gt santé mentale s arrete fin septembre")
    claire.sees("🗓 Annulation", "GT Santé mentale", "🗓 Lundi 5 octobre 2026", "🔁 Toute la série, à partir de cette date")
    await claire.presses("✅ Oui, l’annuler")
    assert days(story)[-1] == date(2026, 9, 7)


async def test_those_of_two_months_are_offered(story: Story) -> None:
    claire = story.claire
    await plans(claire, "GT Santé mentale le premier lundi de chaque mois de 9h30 à 11h")
    await claire.says("annule les gt santé mentale de juillet et aout")
    claire.sees("Laquelle ?")
    assert [label[:13] for label in claire.buttons[:2]] == ["🗓 06/07/2026,", "🗓 03/08/2026,"]


async def test_taking_back_new_hours_leaves_an_ended_series_ended(story: Story) -> None:
    claire = story.claire
    await plans(claire, "GT Santé mentale le premier lundi de chaque mois de 9h30 à 11h")
    await claire.says("annule le GT Santé mentale du 1er février 2027")
    await claire.presses("✏️ Toute la série")
    await claire.presses("✅ Oui, l’annuler")
    await plans(claire, "le GT Santé mentale du 6 avril passe à 14h")
    await claire.says("le GT Santé mentale du 4 mai passe à 15h")
    await claire.presses("✏️ Toute la série")
    await claire.presses(KEEP)
    before = days(story)
    await claire.presses("↩︎ Annuler")
    moves_to(story, 2026, 6, 15, 10, summer=True)
    extend_series(story.store, story.served.world.clock)
    assert days(story) == before


async def test_an_ended_series_comes_back_at_its_own_hours(story: Story) -> None:
    claire = story.claire
    await plans(claire, "GT Santé mentale le premier lundi de chaque mois de 9h30 à 11h")
    await plans(claire, "le GT Santé mentale du 6 avril passe à 14h")
    await claire.says("annule tous les GT Santé mentale")
    await claire.presses("✅ Oui, l’annuler")
    await claire.presses("↩︎ Annuler")
    moves_to(story, 2026, 6, 15, 10, summer=True)
    extend_series(story.store, story.served.world.clock)
    assert hours_of(story)[-1] == (date(2027, 6, 7), time(9, 30), time(11))


async def test_what_a_series_plans_later_is_hers_too(story: Story) -> None:
    await plans(story.claire, "GT Santé mentale le premier lundi de chaque mois à 9h30")
    moves_to(story, 2026, 6, 15, 10, summer=True)
    extend_series(story.store, story.served.world.clock)
    assert len(days(story)) == 15
    assert set(rows(story, tables.meetings.c.author_id)) == {(1,)}


async def test_by_day_of_the_month_it_is_the_day_that_she_said(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète le 31 de chaque mois à 14h")
    claire.sees("🔁 Le 31 de chaque mois (le dernier jour d’un mois plus court)", "• mardi 31 mars 2026", "• dimanche 31 mai 2026")
    await claire.says("le 15 plutôt")
    claire.sees("🔁 Le 15 de chaque mois", "• dimanche 15 mars 2026", "• mercredi 15 avril 2026")
    await claire.presses(KEEP)
    assert {day.day for day in days(story)} == {15}


async def test_the_last_day_of_each_month(story: Story) -> None:
    await plans(story.claire, "GT Diabète tous les mois le dernier jour à 9h")
    assert days(story)[:3] == [date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


async def test_which_day_is_asked_when_nobody_told_it(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète tous les mois à 14h")
    claire.sees("🔁 Tous les mois", "🕑 à 14 h", "Quel jour ? Touchez, ou écrivez par exemple le 2e jeudi")
    claire.sees_no("Aucune date")
    await claire.says("le jeudi")
    claire.sees("🔁 Le 2e jeudi de chaque mois", "ℹ️ Lequel du mois ? J’ai pris le 2e jeudi. Pour un autre, écrivez par exemple le 3e jeudi")
    await claire.says("le dernier jeudi")
    claire.sees("🔁 Le dernier jeudi de chaque mois", "• jeudi 26 mars 2026")
    claire.sees_no("ℹ️ Lequel")


async def test_every_second_week_counts_from_the_next_one_and_says_so(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète un mercredi sur deux à 14h")  # said on a Wednesday, after 14:00
    claire.sees("• mercredi 18 mars 2026", "• mercredi 1er avril 2026")
    claire.sees("ℹ️ Je compte à partir du mercredi 18 mars. Pour une autre semaine, écrivez par exemple à partir du 25 mars")
    await claire.says("à partir du 25 mars")
    claire.sees("• mercredi 25 mars 2026", "• mercredi 8 avril 2026")


async def test_from_when_to_when_in_one_sentence(story: Story) -> None:
    await story.claire.says("GT Diabète tous les lundis à 9h du 23 mars au 13 avril")
    story.claire.sees(
        "🔁 Tous les lundis, jusqu’au 13 avril 2026", "🗓 4 dates d’ici un an :", "• lundi 23 mars 2026", "• lundi 13 avril 2026"
    )


async def test_what_she_leaves_out_is_left_out(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète tous les 1ers jeudis du mois à 14h sauf en août et le 2 avril")
    claire.sees("🔁 Le 1er jeudi de chaque mois, sauf en août et le 2 avril 2026", "• jeudi 7 mai 2026", "• jeudi 3 septembre 2026")
    claire.sees_no("6 août 2026")
    claire.sees_no("• jeudi 2 avril 2026")
    await claire.presses(KEEP)
    assert {(day.month, day.day) for day in days(story)} & {(8, 6), (4, 2)} == set()


async def test_the_card_of_a_series_takes_an_end_exceptions_and_another_day(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète tous les mercredis à 9h")
    for said in ("pas le 18 mars", "sauf en aout", "hors vacances scolaires", "jusqu'a fin juin", "sauf le 15/04"):
        await claire.says(said)
    claire.sees("🔁 Tous les mercredis, sauf en août, le 18 mars 2026 et le 15 avril 2026, hors vacances scolaires, jusqu’au 30 juin 2026")
    claire.sees("• mercredi 25 mars 2026", "• mercredi 8 avril 2026", "• mercredi 6 mai 2026")
    await claire.says("plutôt le mardi 10h")
    assert "🔁 Tous les mardis, sauf en août, le 18 mars" in plain(claire.card.text)
    claire.sees("🕑 à 10 h")
    await claire.says("6 fois")
    claire.sees("🗓 6 dates d’ici un an :")
    await claire.presses(KEEP)
    assert days(story) == [date(2026, 3, 17), date(2026, 3, 24), date(2026, 3, 31), date(2026, 4, 7), date(2026, 4, 14), date(2026, 5, 5)]
    extend_series(story.store, story.served.world.clock)
    assert len(days(story)) == 6


async def test_six_times_are_six_times_though_the_year_goes_by(story: Story) -> None:
    await plans(story.claire, "GT Diabète le premier lundi du mois à 9h, 14 fois")
    assert len(days(story)) == 12
    moves_to(story, 2026, 9, 15, 10, summer=True)
    extend_series(story.store, story.served.world.clock)
    assert (len(days(story)), days(story)[-1]) == (14, date(2027, 5, 3))


async def test_an_exception_that_is_not_understood_is_said(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète tous les mercredis à 9h sauf quand il pleut")
    claire.sees(
        f"⚠️ Je n’ai pas compris « sauf quand il pleut » : la série n’en tient pas compte. {LIKE}",
        "• mercredi 18 mars 2026",
    )
    await claire.says("sauf s'il neige")
    claire.sees(
        f"⚠️ Je n’ai pas compris « sauf s’il neige » : la série n’en tient pas compte. {LIKE}",
        "🔁 Série à venir",
    )


async def test_a_series_told_as_a_whole_keeps_nothing_of_the_card_before(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète tous les mercredis à 9h sauf en août jusqu'en décembre")
    await claire.says("GT Diabète tous les lundis à 10h")
    claire.sees("🔁 Tous les lundis")


async def test_an_exception_told_once_it_is_kept_cancels_that_date_alone(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    await claire.says("sauf le 9 avril")
    claire.sees("🗓 Annulation", "GT Diabète", "🗓 Jeudi 9 avril 2026")
    await claire.presses("✅ Oui, l’annuler")
    assert days(story) == [day for day in DAYS if day != date(2026, 4, 9)]


async def test_another_limit_of_a_kept_series_is_not_dropped_in_silence(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    for said in ("jusqu'à fin mai", "hors vacances scolaires", "sauf le 10 avril"):
        await claire.says(said)
        assert plain(claire.card.text).startswith("Cette série est déjà dans l’agenda : je n’y ai rien changé.")
    assert days(story) == DAYS


async def test_a_series_is_stopped_in_those_words(story: Story) -> None:
    claire = story.claire
    await plans(claire, FORTNIGHT)
    await claire.says("arrête la série du GT Diabète")
    claire.sees("🗓 Annulation", "🔁 Toute la série, à partir de cette date")
    await claire.presses("✅ Oui, l’annuler")
    assert days(story) == []


async def test_the_clock_of_the_trial_takes_the_series_along(story: Story) -> None:
    claire = story.claire
    extend_at_jumps(story.home, story.served.world.clock)
    await plans(claire, "GT Diabète tous les lundis à 9h")
    story.passes(days=450)
    for _ in range(100):
        if max(days(story)) > date(2028, 1, 1):
            break
        await asyncio.sleep(0.05)
    await claire.says("/agenda")
    assert "GT Diabète" in plain(claire.card.text)


async def test_what_is_left_out_under_the_name_of_the_group(story: Story) -> None:
    claire = story.claire
    await plans(claire, "prochain GT Diabète jeudi 14 janvier 2027 de 15h à 16h")
    await claire.says("gt diabete tous les 1ers mardis de 14h a 16h, a partir d'avril jusqu'en fevrier")
    claire.sees("🔁 Le 1er mardi de chaque mois, jusqu’au 28 février 2027", "• mardi 7 avril 2026")
    await claire.says("pas de gt diabete en avril ni en mai")
    claire.sees("🔁 Le 1er mardi de chaque mois, sauf en avril et en mai, jusqu’au 28 février 2027", "• mardi 2 juin 2026")
    await claire.says("pas de gt nutrition en juin")  # of another group: this series keeps its June
    assert plain(claire.card.text).startswith("Je ne trouve pas de réunion prévue en juin 2026 (GT Nutrition)")
    await claire.says("gt diabete tous les 1ers mardis a partir de janvier")
    await claire.says("jusqu'en decembre")
    claire.sees("🔁 Le 1er mardi de chaque mois, jusqu’au 31 décembre 2027", "• mardi 5 janvier 2027")
    claire.sees("ℹ️ Hors de cette série, cette réunion du groupe reste à l’agenda : 14 janvier 2027.")
    await claire.presses(KEEP)
    await claire.says("pas de gt diabete en février")
    claire.sees("🗓 Annulation", "🗓 Mardi 2 février 2027")
    await claire.says("annule tous les gt diabete de 2027")
    claire.sees("🗓 Annulation", "🗓 Mardi 5 janvier 2027", "🔁 Toute la série, à partir de cette date")
    claire.sees("ℹ️ Hors de cette série, cette réunion du groupe reste à l’agenda : 14 janvier 2027.")


async def test_how_long_it_lasts_is_kept_until_its_start_is_known(story: Story) -> None:
    claire = story.claire
    await claire.says("le gt diabete du 19 mars durera 3h")
    claire.sees("🗓 À venir", "ℹ️ 3 h : à partir de quelle heure ? Écrivez par exemple 14h")
    await claire.says("9h")
    claire.sees("🕑 de 9 h à 12 h")
    await claire.presses(KEEP)
    await claire.says("le gt diabete du 19 mars durera 2h")
    claire.sees("➡️ Après :", "🕑 de 9 h à 11 h")
    await claire.presses(KEEP)
    await claire.says("le gt diabete de mars c'est finalement le 26 pas le 19")
    claire.sees("➡️ Après :", "🗓 Jeudi 26 mars 2026", "🕑 de 9 h à 11 h")
    await claire.says("le gt diabete du 19 mars c'est en fait le 24")
    claire.sees("➡️ Après :", "🗓 Mardi 24 mars 2026")
    await claire.presses(KEEP)
    assert hours_of(story) == [(date(2026, 3, 24), time(9), time(11))]


async def test_two_days_of_each_month(story: Story) -> None:
    claire = story.claire
    await claire.says("gt diabete deux fois par mois à 14h")
    claire.sees("Quels jours ? Dites-le en une phrase, par exemple : GT Diabète le 1er et le 3e lundi du mois à 14h")
    await claire.says("GT Diabète le 1er et le 3e lundi du mois à 14h jusqu'en mai")
    claire.sees("🔁 Le 1er et le 3e lundi de chaque mois, jusqu’au 31 mai 2026", "🕑 à 14 h")
    await claire.presses(KEEP)
    assert days(story) == [date(2026, 3, 16), date(2026, 4, 6), date(2026, 4, 20), date(2026, 5, 4), date(2026, 5, 18)]
    await claire.says("GT Nutrition tous les jours sauf le mercredi de 9h à 10h jusqu'au 20 mars")
    claire.sees("🔁 Tous les lundis, mardis, jeudis et vendredis, jusqu’au 20 mars 2026", "🗓 6 dates d’ici un an :")
    await claire.says("les GT Diabète auront lieu le 3e jeudi à partir de mai")
    claire.sees("ℹ️ Hors de cette série, ces réunions du groupe restent à l’agenda : 4 mai 2026 et 18 mai 2026.")
