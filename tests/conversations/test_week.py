"""« Votre semaine »: Friday at four for whoever coordinates, Monday at half past eight for a pilot, silence when there is nothing."""

from __future__ import annotations

import asyncio
from datetime import date, time, timedelta

from bot.domain.groups import GroupKind
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.permissions import Role
from storage import tables
from tests.builders import invite
from tests.conversations.bells import moves_to, rings, stays_silent
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows

KEEP = "✅ Enregistrer"


async def tells(who: Someone, sentence: str) -> None:
    """A meeting in one message, with its Word minutes."""
    count = len(who.documents)
    await who.says(sentence)
    await who.presses(KEEP)
    await who.receives_documents(count + 1)
    who.looks_up()


def held_before(story: Story, day: date, *, group: int, sophie: bool = False) -> None:
    """A meeting of the past, brought in with the history of the territory."""
    from bot.domain.attendance import Presence

    people = (Presence(person_id=4),) if sophie else ()
    old = Meeting(id=0, state=MeetingState.HELD, group_id=group, day=day, headcount=6, author_id=2, people=people)
    with story.store.work(story.doors.territory.id) as work:
        work.meetings.add(old)


def planned_by(story: Story, person_id: int, *, day: date, group: int) -> None:
    """A meeting planned by somebody who has not joined."""
    planned = Meeting(id=0, state=MeetingState.PLANNED, group_id=group, day=day, starts=time(14), ends=time(16), author_id=person_id)
    with story.store.work(story.doors.territory.id) as work:
        work.meetings.add(planned)


class TestWhenItComes:
    async def test_on_friday_at_four_for_the_coordinator(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Diabète hier 14h-16h, 8 présents, Sophie Martin relance la CAF avant le 16")
        moves_to(story, 2026, 3, 13, 15, 59)
        await stays_silent(story, claire)
        moves_to(story, 2026, 3, 13, 16)
        told = await rings(claire)
        assert told.splitlines() == [
            "📊 Votre semaine – du 9 au 15 mars 2026",
            "✅ 1 réunion, 8 présences",
            "⏱ 16 h : nature à préciser 14 h, équipe 2 h",
            "☑️ 1 action à faire d’ici dimanche 22 mars",
            "📄 1 compte rendu à diffuser",
        ]
        assert claire.buttons == ["☑️ Actions", "📄 À diffuser", "⚙️ Quand m’écrire"]
        moves_to(story, 2026, 3, 16, 9)
        await stays_silent(story, claire)

    async def test_on_monday_morning_for_a_pilot_about_her_groups(self, story: Story) -> None:
        await tells(story.claire, "GT Nutrition hier 14h-16h, 20 présents")
        await tells(story.marc, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion mercredi 18 mars de 14h à 16h")
        moves_to(story, 2026, 3, 16, 8, 30)
        told = (await rings(story.marc)).splitlines()
        assert told[:2] == ["📊 Votre semaine – du 9 au 15 mars 2026", "✅ 1 réunion, 8 présences"]
        assert told[-2:] == ["🗓 1 réunion d’ici dimanche 22 mars :", "   mercredi 18 mars à 14 h : GT Diabète"]

    async def test_after_an_outage_it_comes_within_its_window_and_says_for_when_it_was(self, story: Story) -> None:
        await tells(story.marc, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion mercredi 25 mars de 14h à 16h")
        moves_to(story, 2026, 3, 13, 18)
        await stays_silent(story, story.marc)
        moves_to(story, 2026, 3, 23, 8, 33)
        assert (await rings(story.marc)).splitlines()[:2] == ["📊 Votre semaine – du 16 au 22 mars 2026", "(prévu à 8 h 30)"]
        await stays_silent(story, story.marc)

    async def test_silence_when_there_is_nothing_to_say(self, story: Story) -> None:
        moves_to(story, 2026, 3, 13, 16)
        await stays_silent(story, story.claire)
        assert rows(story, tables.notices.c.state, where=tables.notices.c.kind == "week") != []
        await story.claire.says("/semaine")
        assert plain(story.claire.card.text) == "📊 Votre semaine – du 9 au 15 mars 2026\nRien de particulier cette semaine."

    async def test_a_lectrice_gets_figures_only(self, story: Story) -> None:
        await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=4, role=Role.READER))
        await tells(story.claire, "GT Diabète hier 14h-16h, 8 présents, Sophie Martin relance la CAF avant le 16")
        lou = story.stranger
        await lou.says("/semaine")
        figures = ["📊 La semaine – du 9 au 15 mars 2026", "✅ 1 réunion, 8 présences", "⏱ 16 h : nature à préciser 14 h, équipe 2 h"]
        assert (plain(lou.card.text).splitlines(), lou.buttons) == (figures, ["⚙️ Quand m’écrire"])
        moves_to(story, 2026, 3, 16, 8, 30)
        assert (await rings(lou)).splitlines() == figures

    async def test_a_contributor_gets_none(self, story: Story) -> None:
        await story.ines.says("/semaine")
        story.ines.sees("Votre accès ne permet pas de lire les chiffres : demandez à la coordination ceux qu’il vous faut.")
        for day in (13, 16):
            moves_to(story, 2026, 3, day, 16)
            await stays_silent(story, story.ines)

    async def test_what_she_has_read_does_not_come_again_when_she_chooses_other_hours(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Diabète hier 14h-16h, 8 présents")
        moves_to(story, 2026, 3, 13, 10)
        await claire.says("/semaine")
        await claire.says("ne m'écris pas avant 9h")
        moves_to(story, 2026, 3, 13, 16)
        await stays_silent(story, claire)
        await tells(claire, "GT Diabète lundi 9 mars 9h-10h, 8 présents")
        moves_to(story, 2026, 3, 20, 16)
        assert (await rings(claire)).startswith("📊 Votre semaine – du 16 au 22 mars 2026")

    async def test_her_own_day_and_hour_or_none(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Diabète hier 14h-16h, 8 présents")
        await claire.says("mon point de la semaine le jeudi à 9h")
        claire.sees("📊 Point de la semaine : le jeudi à 9 h")
        moves_to(story, 2026, 3, 12, 9)
        assert (await rings(claire)).startswith("📊 Votre semaine – du 9 au 15 mars 2026")
        await claire.presses("⚙️ Quand m’écrire")
        assert claire.buttons[:9] == ["lun.", "mar.", "mer.", "☑️ jeu.", "ven.", "8 h 30", "☑️ 9 h", "14 h", "16 h"]
        await claire.presses("❌ Pas de point de la semaine")
        claire.sees("📊 Point de la semaine : aucun")
        for day in (13, 19):
            moves_to(story, 2026, 3, day, 16)
            await stays_silent(story, claire)

    async def test_the_week_before_a_public_holiday(self, story: Story) -> None:
        moves_to(story, 2026, 4, 28, 10, summer=True)
        await tells(story.claire, "GT Diabète hier 14h-16h, 8 présents")
        moves_to(story, 2026, 4, 30, 16, summer=True)
        assert (await rings(story.claire)).startswith("📊 Votre semaine – du 27 avril au 3 mai 2026")
        moves_to(story, 2026, 5, 1, 16, summer=True)
        await stays_silent(story, story.claire)


class TestNothingIsForgottenInSilence:
    async def test_what_waits_for_long_is_counted_on_its_line_and_stands_behind_its_button(self, story: Story) -> None:
        marc = story.marc
        await marc.says("plus de point de la semaine")
        await tells(marc, "GT Diabète hier 14h-16h, 8 présents, Sophie Martin relance la CAF avant le 16")
        moves_to(story, 2026, 6, 22, 10, summer=True)
        await marc.says("/semaine")
        marc.sees("☑️ 1 action en retard de plus de trois mois", "📄 1 compte rendu à diffuser, de plus d’un mois")
        await tells(marc, "GT Diabète hier 14h-16h, 7 présents, Sophie Martin réserve la salle avant le 26 juin")
        await marc.says("/semaine")
        marc.sees("☑️ 1 action à faire d’ici dimanche 28 juin, et 1 plus ancienne", "📄 1 compte rendu à diffuser, et 1 plus ancien")
        await marc.presses("☑️ Actions")
        marc.sees(
            "1. Sophie Martin : réserve la salle – 26/06/2026, GT Diabète",
            "2. Sophie Martin : relance la CAF – 16/03/2026 (en retard), GT Diabète",
        )
        assert marc.buttons == ["✅ 1", "✅ 2"]
        await marc.presses("✅ 2")
        await marc.says("/semaine")
        marc.sees("☑️ 1 action à faire d’ici dimanche 28 juin")

    async def test_alone_it_comes_by_itself_only_once_a_month(self, story: Story) -> None:
        marc = story.marc
        await tells(marc, "GT Diabète hier 14h-16h, 8 présents, Sophie Martin relance la CAF avant le 16")
        await marc.presses("✅ Diffusé")
        planned_by(story, 2, day=date(2026, 6, 24), group=1)
        moves_to(story, 2026, 6, 22, 8, 30, summer=True)
        assert "plus de trois mois" not in await rings(marc)

    async def test_a_member_hears_of_what_comes_in_each_group_of_hers(self, story: Story) -> None:
        planned_by(story, 4, day=date(2026, 3, 18), group=3)  # he is a member of it
        planned_by(story, 4, day=date(2026, 3, 19), group=2)  # of this one he is none
        await story.marc.says("/semaine")
        story.marc.sees("🗓 1 réunion d’ici dimanche 22 mars :", "mercredi 18 mars à 14 h : Copil CLS")
        await story.marc.presses("🗓 À venir")
        story.marc.sees("1. mercredi 18 mars à 14 h : Copil CLS")


class TestItsLists:
    async def test_each_line_opens_its_list_and_is_done_there(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Diabète hier 14h-16h, 8 présents, Sophie Martin relance la CAF avant le 16")
        await claire.says("ma semaine")
        await claire.presses("☑️ Actions")
        claire.sees("☑️ Actions en retard ou à échéance proche", "1. Sophie Martin : relance la CAF – 16/03/2026, GT Diabète")
        await claire.presses("✅ 1")
        assert (plain(claire.card.text), claire.buttons) == (
            "☑️ Actions en retard ou à échéance proche\n\nIl n’y a plus rien ici.",
            ["↩︎ Annuler"],
        )
        await claire.presses("↩︎ Annuler")
        claire.sees("1. Sophie Martin : relance la CAF – 16/03/2026, GT Diabète")
        await claire.says("ma semaine")
        await claire.presses("📄 À diffuser")
        claire.sees("1. mardi 10 mars à 14 h : GT Diabète")
        await claire.presses("✅ 1")
        await claire.says("ma semaine")
        claire.sees_no("à diffuser")

    async def test_minutes_sent_out_from_there_bear_that_day_and_go_back_to_what_they_were(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Diabète hier 14h-16h, 8 présents")
        await claire.presses("✅ Relu")
        await claire.receives_documents(2)
        story.passes(days=2)
        await claire.says("ma semaine")
        await claire.presses("📄 À diffuser")
        await claire.presses("✅ 1", times=2)
        assert claire.toast == "C’est déjà fait."
        await claire.says("le CR du GT Diabète")
        sent = (await claire.receives_documents(3))[-1].text.splitlines()
        assert [line for line in sent if line.startswith("Compte rendu diffusé le")] == [
            "Compte rendu diffusé le 13 mars 2026. Établi le 13 mars 2026. Remarques et corrections à adresser à Claire FONTAINE."
        ]
        await claire.presses("↩︎ Annuler")
        claire.sees("1. mardi 10 mars à 14 h : GT Diabète")
        await claire.says("le CR du GT Diabète")
        assert (await claire.receives_documents(4))[-1].text.splitlines()[-1] == "Compte rendu relu – version 1\tPage 1 sur 1"

    async def test_a_meeting_that_nobody_told_is_told_from_there(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Nutrition hier 14h-16h, 8 présents. Prochaine réunion jeudi 12 mars de 9h à 10h")
        moves_to(story, 2026, 3, 12, 9, 30)
        moves_to(story, 2026, 3, 12, 10, 10)
        await rings(claire)
        moves_to(story, 2026, 3, 13, 16)
        told = await rings(claire)
        assert "📝 1 réunion à raconter" in told.splitlines()
        await claire.presses("📝 À raconter")
        claire.sees("1. jeudi 12 mars à 9 h : GT Nutrition")
        await claire.presses("✏️ 1")
        claire.sees("GT Nutrition", "🕑 de 9 h à 10 h (1 h)")

    async def test_one_that_she_refused_to_tell_is_not_brought_up_again(self, story: Story) -> None:
        claire = story.claire
        await tells(claire, "GT Nutrition hier 14h-16h, 8 présents. Prochaine réunion jeudi 12 mars de 9h à 10h")
        moves_to(story, 2026, 3, 12, 10, 10)
        await rings(claire)
        await claire.presses("⏰ Plus tard")
        await claire.presses("❌ Ne plus demander")
        moves_to(story, 2026, 3, 13, 16)
        assert "📝 1 réunion à raconter" not in (await rings(claire)).splitlines()
        assert claire.buttons == ["📄 À diffuser", "⚙️ Quand m’écrire"]

    async def test_a_meeting_about_which_nobody_can_be_asked_is_told_by_who_coordinates(self, story: Story) -> None:
        """Marc pilots another group, which met, and is no reason to keep quiet about it."""
        planned_by(story, 5, day=date(2026, 3, 12), group=2)
        await tells(story.marc, "GT Diabète hier 14h-16h, 8 présents. Prochaine réunion jeudi 12 mars de 9h à 10h")
        moves_to(story, 2026, 3, 13, 16)
        assert "📝 1 réunion à raconter" in (await rings(story.claire)).splitlines()
        await story.claire.presses("📝 À raconter")
        story.claire.sees("1. jeudi 12 mars à 14 h : GT Nutrition")

    async def test_hers_come_first_and_those_of_other_groups_are_counted(self, story: Story) -> None:
        claire = story.claire
        with story.store.work(story.doors.territory.id) as work:
            other = work.directory.add_group(name="GT Précarité", kind=GroupKind.GT, code="GTP", member_id=5).id
        for day, group in ((10, other), (11, other), (12, 2), (12, other), (13, other), (16, other), (17, other), (19, 2)):
            planned_by(story, 1 if group == 2 else 5, day=date(2026, 3, day), group=group)
        moves_to(story, 2026, 3, 13, 15)
        await rings(claire)
        moves_to(story, 2026, 3, 13, 16)
        told = (await rings(claire)).splitlines()
        assert "📝 1 réunion à raconter, et 4 dans d’autres groupes" in told
        assert told[-2:] == ["🗓 1 réunion d’ici dimanche 22 mars, et 2 dans d’autres groupes :", "   jeudi 19 mars à 14 h : GT Nutrition"]
        await claire.presses("📝 À raconter")
        claire.sees("1. jeudi 12 mars à 14 h : GT Nutrition")

    async def test_only_those_of_other_groups(self, story: Story) -> None:
        with story.store.work(story.doors.territory.id) as work:
            other = work.directory.add_group(name="GT Précarité", kind=GroupKind.GT, code="GTP", member_id=5).id
        for day in (9, 17):
            planned_by(story, 5, day=date(2026, 3, day), group=other)
        await story.claire.says("/semaine")
        story.claire.sees(
            "📝 1 réunion à raconter dans d’autres groupes",
            "🗓 1 réunion d’ici dimanche 22 mars dans d’autres groupes :",
            "mardi 17 mars à 14 h : GT Précarité",
        )

    async def test_what_has_begun_is_not_to_come(self, story: Story) -> None:
        planned_by(story, 5, day=date(2026, 3, 13), group=5)
        moves_to(story, 2026, 3, 13, 13, 59)
        await story.claire.says("/semaine")
        story.claire.sees("🗓 1 réunion d’ici dimanche 22 mars :")
        moves_to(story, 2026, 3, 13, 14)
        await story.claire.says("/semaine")
        story.claire.sees_no("d’ici")

    async def test_what_is_only_old_stands_at_the_end_and_never_comes_alone(self, story: Story) -> None:
        claire = story.claire
        for weeks in (20, 22):
            held_before(story, date(2026, 3, 11) - timedelta(weeks=weeks), group=5, sophie=True)
        moves_to(story, 2026, 3, 13, 16)
        await stays_silent(story, claire)
        await claire.says("/semaine")
        claire.sees("📁 1 groupe sans réunion depuis trois mois", "🏢 1 structure perdue de vue")
        await claire.presses("🏢 Structures")
        claire.sees("1. CCAS d’Alès – depuis le 22/10/2025")

    async def test_against_the_same_week_last_year(self, story: Story) -> None:
        held_before(story, date(2025, 3, 12), group=1)
        await tells(story.claire, "GT Diabète hier 14h-16h, 8 présents")
        await story.claire.says("/semaine")
        story.claire.sees("L’an dernier, la même semaine : 1 réunion, 0 min")

    async def test_a_reminder_that_was_missed_is_told(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi demain à 9h de réserver la salle")
        await claire.presses(KEEP)
        claire.person.blocks()
        moves_to(story, 2026, 3, 12, 9)
        for _ in range(80):
            if ("failed",) in rows(story, tables.notices.c.state):
                break
            await asyncio.sleep(0.1)
        claire.person.unblocks()
        await claire.says("/semaine")
        claire.sees("⏰ 1 rappel que je n’ai pas pu vous dire")

    async def test_it_is_told_once_by_itself_and_on_demand_until_she_looks(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi demain à 9h de réserver la salle")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 20, 15)
        await stays_silent(story, claire)
        moves_to(story, 2026, 3, 20, 16)
        assert (await rings(claire)).splitlines() == [
            "📊 Votre semaine – du 16 au 22 mars 2026",
            "⏰ 1 rappel que je n’ai pas pu vous dire",
        ]
        moves_to(story, 2026, 3, 27, 16)
        await stays_silent(story, claire)
        await claire.says("/semaine")
        claire.sees("⏰ 1 rappel que je n’ai pas pu vous dire")
        await claire.presses("⏰ Rappels manqués")
        claire.sees("1. réserver la salle – n’a pas pu sonner")
        await claire.says("/semaine")
        claire.sees_no("pas pu vous dire")
        await claire.says("/rappels")
        claire.sees("1. réserver la salle – n’a pas pu sonner")

    async def test_one_that_has_rung_since_is_no_news(self, story: Story) -> None:
        claire = story.claire
        await claire.says("tous les mardis à 9h rappelle-moi le point agenda")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 20, 15)
        await stays_silent(story, claire)
        await claire.says("/semaine")
        claire.sees("⏰ 1 rappel que je n’ai pas pu vous dire")
        moves_to(story, 2026, 3, 24, 9)
        await rings(claire)
        await claire.says("/semaine")
        claire.sees_no("pas pu vous dire")
        await claire.says("/rappels")
        claire.sees_no("pas pu sonner")

    async def test_one_that_she_gave_up_is_no_news(self, story: Story) -> None:
        claire = story.claire
        await claire.says("rappelle-moi demain à 9h de réserver la salle")
        await claire.presses(KEEP)
        moves_to(story, 2026, 3, 20, 15)
        await stays_silent(story, claire)
        await claire.presses("↩︎ Annuler")
        await claire.says("/semaine")
        claire.sees_no("pas pu vous dire")
