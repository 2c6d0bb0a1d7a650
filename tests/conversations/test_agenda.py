"""The agenda as it is asked for: all that comes, a week, a month, a group, a person, a room; and as a calendar file."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from icalendar import Calendar

from bot.domain.directory_imports import FROM_FILE
from bot.domain.groups import Group, GroupKind
from bot.simulator import StoredFile
from tests.builders import NOW
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_planning import KEEP, plans

PARIS = ZoneInfo("Europe/Paris")
SPANS = ["🗓 Semaine", "🗓 Mois", "🗓 Tout"]


async def a_month_of_meetings(story: Story) -> None:
    """Four meetings of March."""
    await plans(story.claire, "prochain GT Diabète vendredi 13 mars 10h-12h salle Rimbaud")
    await plans(story.claire, "prochain GT Nutrition mardi 17 mars 14h-16h salle Rimbaud")
    await plans(story.claire, "prochain Copil CLS mardi 24 mars 9h30-12h à la Maison de la santé")
    await plans(story.claire, "prochain GT Santé mentale vendredi 3 avril à 14h en visio")


def lines(who: Someone) -> list[str]:
    """The meetings that she reads."""
    return [line for line in plain(who.card.text).splitlines() if " : " in line]


DIABETE = "Vendredi 13 mars, de 10 h à 12 h : GT Diabète – salle Rimbaud"
NUTRITION = "Mardi 17 mars, de 14 h à 16 h : GT Nutrition – salle Rimbaud"
COPIL = "Mardi 24 mars, de 9 h 30 à 12 h : Copil CLS – Maison de la santé, Alès"
MENTALE = "Vendredi 3 avril à 14 h : GT Santé mentale – visio"


class TestWhatIsShown:
    @pytest.mark.parametrize(
        ("said", "head", "expected"),
        [
            ("/agenda", "🗓 À venir", [DIABETE, NUTRITION, COPIL, MENTALE]),
            ("l'agenda de la semaine", "🗓 Du 9 au 15 mars 2026", [DIABETE]),
            ("l'agenda de la semaine prochaine", "🗓 Du 16 au 22 mars 2026", [NUTRITION]),
            ("les réunions du mois", "🗓 Mars 2026", [DIABETE, NUTRITION, COPIL]),
            ("agenda du GT Diabète", "🗓 À venir – GT Diabète", [DIABETE]),
            ("l'agenda de Karim Benali", "🗓 À venir – Karim Benali", [DIABETE, MENTALE]),
            ("qu'est-ce qu'il y a salle Rimbaud mardi ?", "🗓 Mardi 17 mars 2026 – salle Rimbaud", [NUTRITION]),
            ("c'est quand le prochain Copil CLS ?", "🗓 À venir – Copil CLS", [COPIL]),
            ("/agenda semaine", "🗓 Du 9 au 15 mars 2026", [DIABETE]),
            ("agenda semaine", "🗓 Du 9 au 15 mars 2026", [DIABETE]),
            ("/agenda mois", "🗓 Mars 2026", [DIABETE, NUTRITION, COPIL]),
            ("planning mois stp", "🗓 Mars 2026", [DIABETE, NUTRITION, COPIL]),
            ("/agenda 17 mars", "🗓 Mardi 17 mars 2026", [NUTRITION]),
            ("/agenda mardi 17 mars", "🗓 Mardi 17 mars 2026", [NUTRITION]),
            ("/agenda le 17/3", "🗓 Mardi 17 mars 2026", [NUTRITION]),
            ("agenda du mardi 17 mars", "🗓 Mardi 17 mars 2026", [NUTRITION]),
            ("les réunions du 17 mars", "🗓 Mardi 17 mars 2026", [NUTRITION]),
            ("agenda du jour", "🗓 Mercredi 11 mars 2026", []),
            ("/agenda GT Diabète mois", "🗓 Mars 2026 – GT Diabète", [DIABETE]),
        ],
    )
    async def test_as_narrow_as_it_is_asked(self, story: Story, said: str, head: str, expected: list[str]) -> None:
        await a_month_of_meetings(story)
        await story.claire.says(said)
        assert (plain(story.claire.card.text).splitlines()[0], lines(story.claire)) == (head, expected)

    @pytest.mark.parametrize("said", ["les réunions sans compte rendu", "reunions sans cr", "comptes rendus manquants"])
    async def test_what_is_not_told_yet_is_in_the_point_of_the_week(self, story: Story, said: str) -> None:
        await a_month_of_meetings(story)
        story.passes(days=8)
        await story.claire.says(said)
        assert "📝 2 réunions à raconter" in plain(story.claire.card.text)

    async def test_what_is_over_comes_no_more(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition demain 9h-10h")
        await plans(claire, "prochain GT Nutrition mardi 17 mars 14h-16h salle Rimbaud")
        await plans(claire, "planifie le Copil ASV demain")
        story.passes(hours=14)
        await claire.says("/agenda")
        assert len(lines(claire)) == 3
        story.passes(hours=2)
        await claire.says("/agenda")
        assert lines(claire) == ["Jeudi 12 mars : Copil ASV", NUTRITION]
        await claire.says("c'est quand le prochain GT Nutrition ?")
        assert lines(claire) == [NUTRITION]
        await claire.says("agenda d'aujourd'hui")
        assert lines(claire) == ["Jeudi 12 mars, de 9 h à 10 h : GT Nutrition", "Jeudi 12 mars : Copil ASV"]

    async def test_of_many_groups_the_next_one_under_a_short_title(self, story: Story) -> None:
        claire = story.claire
        with story.store.bulk(story.doors.territory.id, now=NOW, source=f"{FROM_FILE}groupes.csv") as bulk:
            bulk.groups([Group(id=n, name=f"GT Sujet {n}", kind=GroupKind.GT, code=f"S{n}") for n in range(20, 24)])
            bulk.groups([Group(id=24, name="GT Canicule", kind=GroupKind.GT, code="CANI")])
        await plans(claire, "prochain Copil CLS jeudi 12 mars à 14h")
        await a_month_of_meetings(story)
        await claire.says("c koi la date du prochain gt")
        assert (plain(claire.card.text).splitlines()[0], lines(claire)) == ("🗓 À venir", [DIABETE])
        await claire.says("/agenda gt")  # eight, of which three meet
        claire.sees("🗓 À venir – GT Diabète, GT Nutrition, GT Santé mentale")
        assert lines(claire) == [DIABETE, NUTRITION, MENTALE]
        await plans(claire, "prochain GT Canicule jeudi 9 avril à 14h")
        await claire.says("/agenda gt")
        claire.sees("ℹ️ 4 groupes portent ce nom : voici tout ce qui vient. Pour un seul, écrivez par exemple /agenda GT Diabète")

    async def test_turned_by_buttons(self, story: Story) -> None:
        claire = story.claire
        await a_month_of_meetings(story)
        await claire.says("/agenda")
        assert claire.buttons == [*SPANS, "✏️ Une réunion", "📅 Vers mon calendrier"]
        await claire.presses("🗓 Semaine")
        assert (lines(claire), claire.buttons[:1]) == ([DIABETE], ["▶"])
        await claire.presses("▶")
        assert (lines(claire), claire.buttons[:2]) == ([NUTRITION], ["◀", "▶"])
        await claire.presses("🗓 Mois")
        await claire.presses("▶")
        assert (plain(claire.card.text).splitlines()[0], lines(claire)) == ("🗓 Avril 2026", [MENTALE])

    async def test_pages_when_there_is_much(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "GT Santé mentale tous les lundis à 9h30 jusqu'au 30 juin")
        await claire.says("/agenda")
        assert (plain(claire.card.text).splitlines()[0], len(lines(claire)), claire.buttons[0]) == ("🗓 À venir (1/2)", 12, "▶")
        await claire.presses("▶")
        assert (plain(claire.card.text).splitlines()[0], claire.buttons[0]) == ("🗓 À venir (2/2)", "◀")

    async def test_one_meeting_is_opened_moved_and_cancelled(self, story: Story) -> None:
        claire = story.claire
        await a_month_of_meetings(story)
        await claire.says("/agenda")
        await claire.presses("✏️ Une réunion")
        await claire.presses("🗓 17/03/2026, 14 h – GT Nutrition")
        claire.sees("GT Nutrition", "🗓 Mardi prochain, 17 mars 2026", "🕑 de 14 h à 16 h", "📍 salle Rimbaud")
        offered = [
            "📋 Texte d’invitation",
            "⏰ Rappels du groupe",
            "✏️ Déplacer",
            "❌ Annuler la réunion",
            "📅 Vers mon calendrier",
            "◀ Agenda",
        ]
        assert claire.buttons == offered
        await claire.presses("✏️ Déplacer")
        claire.sees("🗓 Changement dans l’agenda", "À quand ? Touchez, ou écrivez par exemple jeudi 12 à 14h")
        await claire.presses("mar. 24/03")
        await claire.presses(KEEP)
        await claire.says("agenda du GT Nutrition")
        assert lines(claire) == ["Mardi 24 mars, de 14 h à 16 h : GT Nutrition – salle Rimbaud"]

    async def test_a_pilot_sees_her_groups_only_and_a_contributor_is_given_no_order(self, story: Story) -> None:
        await a_month_of_meetings(story)
        await story.marc.says("/agenda")
        assert lines(story.marc) == [DIABETE, COPIL]
        story.passes(days=20)
        await story.ines.says("/agenda")
        assert plain(story.ines.card.text) == "🗓 À venir\n\nAucune réunion n’est prévue."


def read(file: StoredFile) -> Calendar:
    """The calendar as another library reads it too: what it cannot unfold is no calendar."""
    calendar = Calendar.from_ical(file.content)
    assert isinstance(calendar, Calendar)
    assert calendar.errors == []
    return calendar


def told(calendar: Calendar) -> list[tuple[str, datetime, int, str]]:
    """What stands in it."""
    return [(str(e["SUMMARY"]), e.decoded("DTSTART"), int(e["SEQUENCE"]), str(e["STATUS"])) for e in calendar.walk("VEVENT")]


async def file_of(who: Someone, count: int) -> StoredFile:
    """The calendar file that 📅 sends."""
    await who.presses("📅 Vers mon calendrier")
    await who.person.waits_for(lambda her: len([m for m in her.messages if m.document]) >= count or None, within=10)
    return who.documents[-1]


class TestWhatIsFarAhead:
    async def test_it_is_in_every_list_and_can_be_moved_and_cancelled(self, story: Story) -> None:
        claire = story.claire
        await a_month_of_meetings(story)
        await plans(claire, "GT Diabète le 29 février 2028 à 10h")
        await plans(claire, "GT Diabète le 12 mars 2099 à 10h")
        far = ["Mardi 29 février 2028 à 10 h : GT Diabète", "Jeudi 12 mars 2099 à 10 h : GT Diabète"]
        await claire.says("/agenda")
        assert lines(claire)[-2:] == far
        await claire.says("/agenda diabete")
        assert lines(claire) == [DIABETE, *far]
        assert [name for name, *_ in told(read(await file_of(claire, 1)))].count("GT Diabète") == 3
        for said in ("/agenda diabete 2028", "/agenda 2028", "agenda du GT Diabète en 2028", "/agenda annee 2028 diabete"):
            await claire.says(said)
            assert lines(claire) == far[:1]
        await claire.says("/agenda 2099")
        assert (plain(claire.card.text).splitlines()[0], lines(claire)) == ("🗓 Année 2099", far[1:])
        await claire.presses("◀")
        assert plain(claire.card.text).splitlines()[0] == "🗓 Année 2098"
        await plans(claire, "annule le GT Diabète du 12 mars 2099")
        await plans(claire, "annule le GT Diabète du 13 mars")
        await claire.says("décale le GT Diabète d'une semaine")
        claire.sees("▫️ Avant : mardi 29 février 2028, à 10 h")

    async def test_the_present_year_is_what_is_left_of_it(self, story: Story) -> None:
        await a_month_of_meetings(story)
        await story.claire.says("/agenda 2026")
        assert (plain(story.claire.card.text).splitlines()[0], lines(story.claire)) == (
            "🗓 Année 2026",
            [DIABETE, NUTRITION, COPIL, MENTALE],
        )


class TestWhatIsNotUnderstood:
    @pytest.mark.parametrize(
        ("said", "note"),
        [
            ("/agenda toto", "Je n’ai pas compris « toto » : voici tout ce qui vient."),
            ("/agenda conflits", "Je n’ai pas compris « conflits » : voici tout ce qui vient."),
            ("agenda des bidules", "Je n’ai pas compris « bidules » : voici tout ce qui vient."),
            ("/agenda GT Diabète toto", "ℹ️ Je n’ai pas compris « toto » : je n’en ai pas tenu compte."),
            ("/agenda mars toto titi", "ℹ️ Je n’ai pas compris « toto titi » : je n’en ai pas tenu compte."),
        ],
    )
    async def test_it_is_said_above_the_list(self, story: Story, said: str, note: str) -> None:
        await a_month_of_meetings(story)
        await story.claire.says(said)
        assert plain(story.claire.card.text).splitlines()[0] == note
        assert DIABETE in lines(story.claire)

    @pytest.mark.parametrize(
        ("said", "head", "expected"),
        [
            ("/agenda visio", "🗓 À venir – visio", [MENTALE]),
            ("/agenda en visio", "🗓 À venir – visio", [MENTALE]),
            ("/agenda rimbaud", "🗓 À venir – salle Rimbaud", [DIABETE, NUTRITION]),
            ("/agenda maison de la sante", "🗓 À venir – Maison de la santé", [COPIL]),
            ("/agenda visio avril", "🗓 Avril 2026 – visio", [MENTALE]),
            ("/agenda diabete et nutrition", "🗓 À venir – GT Diabète, GT Nutrition", [DIABETE, NUTRITION]),
            ("/agenda tout stp", "🗓 À venir", [DIABETE, NUTRITION, COPIL, MENTALE]),
            ("/agenda toutes les reunions a venir", "🗓 À venir", [DIABETE, NUTRITION, COPIL, MENTALE]),
            ("/agenda d'avril", "🗓 Avril 2026", [MENTALE]),
        ],
    )
    async def test_a_place_of_the_agenda_narrows_it_by_any_of_its_words(
        self, story: Story, said: str, head: str, expected: list[str]
    ) -> None:
        await a_month_of_meetings(story)
        await story.claire.says(said)
        assert (plain(story.claire.card.text).splitlines()[0], lines(story.claire)) == (head, expected)

    @pytest.mark.parametrize(
        ("said", "head"),
        [
            ("/agenda hier", "🗓 Mardi 10 mars 2026"),
            ("/agenda la semaine derniere", "🗓 Du 2 au 8 mars 2026"),
            ("/agenda diabete janvier 2026", "🗓 Janvier 2026 – GT Diabète"),
            ("/agenda le mois dernier", "🗓 Février 2026"),
            ("agenda du 3/2/2026", "🗓 Mardi 3 février 2026"),
            ("/agenda 2025", "🗓 Année 2025"),
        ],
    )
    async def test_days_gone_by_are_said_to_be_past(self, story: Story, said: str, head: str) -> None:
        await a_month_of_meetings(story)
        await story.claire.says(said)
        gone_by = "C’est passé : /agenda montre ce qui vient. Pour ce qui a eu lieu, écrivez /cr avec le groupe ou la date."
        assert plain(story.claire.card.text).split("\n\n") == [head, gone_by]


class TestCalendarFiles:
    async def test_one_meeting_moved_then_cancelled_keeps_its_uid_and_grows_its_sequence(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "prochain GT Nutrition mardi 24 mars 14h-16h salle Rimbaud")
        first = await file_of(claire, 1)
        assert first.name == "gt-nutrition-2026-03-24.ics"
        await plans(claire, "décale le GT Nutrition d'une semaine")
        second = await file_of(claire, 2)
        await plans(claire, "annule le GT Nutrition")
        third = await file_of(claire, 3)
        files = [read(file) for file in (first, second, third)]
        assert [told(file) for file in files] == [
            [("GT Nutrition", datetime(2026, 3, 24, 14, tzinfo=PARIS), 0, "CONFIRMED")],
            [("GT Nutrition", datetime(2026, 3, 31, 14, tzinfo=PARIS), 1, "CONFIRMED")],
            [("GT Nutrition", datetime(2026, 3, 31, 14, tzinfo=PARIS), 2, "CANCELLED")],
        ]
        assert len({str(event["UID"]) for file in files for event in file.walk("VEVENT")}) == 1

    async def test_the_hour_of_a_series_is_that_of_the_clock_on_both_sides_of_summer_time(self, story: Story) -> None:
        claire = story.claire
        await plans(claire, "GT Santé mentale tous les lundis de 9h à 10h jusqu'au 15 avril")
        await claire.says("/agenda")
        calendar = read(await file_of(claire, 1))
        assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Paris"]
        text = claire.documents[-1].content.decode()
        assert "COMMENT" not in text
        spring, autumn = (calendar.walk(part)[-1] for part in ("DAYLIGHT", "STANDARD"))  # by the clock that ends (RFC 5545, 3.6.5)
        assert [str(part["TZOFFSETFROM"].to_ical()) for part in (spring, autumn)] == ["+0100", "+0200"]
        onsets = [[part.decoded("DTSTART"), *(day.dt for day in part["RDATE"].dts)] for part in (spring, autumn)]
        assert datetime(2026, 3, 29, 2) in onsets[0]
        assert datetime(2026, 10, 25, 3) in onsets[1]
        assert [{onset.hour for onset in part} for part in onsets] == [{2}, {3}]
        found = recurring_ical_events.of(calendar).between(datetime(2026, 3, 20, tzinfo=PARIS), datetime(2026, 4, 10, tzinfo=PARIS))
        starts = sorted(event.decoded("DTSTART") for event in found)
        assert [start.strftime("%d/%m %H:%M %z") for start in starts] == ["23/03 09:00 +0100", "30/03 09:00 +0200", "06/04 09:00 +0200"]
        assert {event.decoded("DTEND") - event.decoded("DTSTART") for event in found} == {timedelta(hours=1)}

    async def test_the_whole_agenda_with_what_was_taken_off_it_and_a_day_without_hour(self, story: Story) -> None:
        claire = story.claire
        await a_month_of_meetings(story)
        await plans(claire, "annule le Copil CLS")
        await plans(claire, "prochain Copil ASV le 2 avril")
        await claire.says("/agenda")
        file = await file_of(claire, 1)
        events = {str(e["SUMMARY"]): e for e in read(file).walk("VEVENT")}
        assert file.name == "agenda.ics"
        assert {name: str(event["STATUS"]) for name, event in events.items()} == {
            "GT Diabète": "CONFIRMED",
            "GT Nutrition": "CONFIRMED",
            "Copil CLS": "CANCELLED",
            "Copil ASV": "CONFIRMED",
            "GT Santé mentale": "CONFIRMED",
        }
        assert str(events["Copil CLS"]["LOCATION"]) == "Maison de la santé, Alès"
        assert events["Copil ASV"]["DTSTART"].params["VALUE"] == "DATE"

    async def test_of_a_group_and_only_what_she_may_see(self, story: Story) -> None:
        await a_month_of_meetings(story)
        await story.claire.says("agenda du GT Diabète")
        file = await file_of(story.claire, 1)
        assert (file.name, [name for name, *_ in told(read(file))]) == ("agenda-gt-diabete.ics", ["GT Diabète"])
        await story.marc.says("/agenda")
        assert [name for name, *_ in told(read(await file_of(story.marc, 1)))] == ["GT Diabète", "Copil CLS"]
