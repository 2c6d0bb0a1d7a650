"""« cherche une date pour le GT Nutrition : … »: members answer by buttons, the others are noted, the best date becomes the meeting."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa

from bot.domain.date_searches import SearchState
from bot.simulator.faults import Fault
from handlers.callbacks import Do, Tap
from storage import tables
from tests.conversations.bells import moves_to, rings, stays_silent, words_of
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows

ASKS = "cherche une date pour le GT Nutrition : mardi 17 à 14h, jeudi 19 à 10h ou vendredi 20 matin"
ASK = "✅ Demander aux membres"
QUESTION = "🗓 GT Nutrition : quelle date ?"
DATES = ["Mardi 17 mars, à 14 h", "Jeudi 19 mars, à 10 h", "Vendredi 20 mars, le matin"]


async def asked(story: Story) -> None:
    """Claire asks, Inès is asked."""
    await story.claire.says(ASKS)
    heard = len(words_of(story.ines))
    await story.claire.presses(ASK)
    assert (await rings(story.ines, since=heard)).splitlines()[0] == QUESTION


async def drawn_anew(story: Story, who: Someone, line: str) -> None:
    """That line comes to stand in the counts, which stay the same message."""
    story.passes(seconds=3)
    for _ in range(200):
        if line in plain(who.card.text):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(plain(who.card.text))


def planned(story: Story) -> list[tuple[object, ...]]:
    """What stands in the agenda."""
    return rows(story, tables.meetings.c.day, tables.meetings.c.starts, tables.meetings.c.state)


class TestTheWholeStory:
    async def test_from_the_sentence_to_the_agenda(self, story: Story) -> None:
        claire, ines = story.claire, story.ines
        await claire.says(ASKS)
        assert plain(claire.card.text).splitlines() == [
            "🗓 Chercher une date",
            "",
            "GT Nutrition",
            "",
            *[f"{n}. {said}" for n, said in enumerate(DATES, 1)],
            "",
            "👥 1 membre à interroger : Inès Colin",
            "✏️ Sans compte, à noter par vous : Sophie Martin et Élise Durant",
            "",
            "✅ envoie la question aux membres qui ont rejoint Maillon. Pour d’autres dates, redites la phrase.",
        ]
        heard = len(words_of(ines))
        await claire.presses(ASK)
        board = claire.card
        assert (await rings(ines, since=heard)).splitlines() == [
            QUESTION,
            "",
            "Claire Fontaine cherche une date.",
            "",
            *[f"{n}. {said}" for n, said in enumerate(DATES, 1)],
            "",
            "Touchez ce qui vous va. Vous pouvez changer d’avis tant que la date n’est pas choisie.",
        ]
        assert ines.buttons[:3] == ["1 oui", "1 si besoin", "1 non"]
        for label in ("1 si besoin", "2 oui", "3 oui", "3 non"):
            await ines.presses(label)
        ines.sees("1. Mardi 17 mars, à 14 h – si besoin", "2. Jeudi 19 mars, à 10 h – ✅ oui", "3. Vendredi 20 mars, le matin – ❌ non")
        await drawn_anew(story, claire, "👥 Réponses : 1 sur 4")
        assert claire.card.id == board.id
        assert [line for line in plain(claire.card.text).splitlines() if line[:2] in ("1.", "2.", "3.")] == [
            f"{n}. {DATES[n - 1]}" for n in (2, 1, 3)
        ]
        await claire.says("Sophie peut le 17 et le 19, pas le 20")
        claire.sees("✏️ Sophie Martin – GT Nutrition", "• Mardi 17 mars, à 14 h : ✅ oui", "• Vendredi 20 mars, le matin : ❌ non")
        await claire.presses("◀ Décompte")
        claire.sees("2. Jeudi 19 mars, à 10 h", "2 oui, 0 non", "👥 Réponses : 2 sur 4", "✏️ À noter par vous : Élise Durant")
        assert claire.buttons[0] == "✅ 2 – jeu. 19/03 à 10 h"
        heard = len(words_of(ines))
        await claire.presses("✅ 2 – jeu. 19/03 à 10 h", times=2)
        claire.sees("✅ C’est dans l’agenda.", "🗓 Jeudi 19 mars 2026", "🕑 à 10 h")
        assert claire.buttons == ["↩︎ Annuler", "📅 Vers mon calendrier", "📋 Texte d’invitation"]
        assert [str(value) for value in planned(story)[0]] == ["2026-03-19", "10:00:00", "prévue"]
        assert (len(planned(story)), await rings(ines, since=heard)) == (
            1,
            "🗓 GT Nutrition : c’est le jeudi 19 mars, à 10 h.\nClaire Fontaine a choisi cette date.",
        )
        await ines.presses("📅 Vers mon calendrier")
        assert (await ines.receives_documents(1))[0].name.endswith(".ics")

    async def test_undo_takes_the_meeting_off_and_opens_the_dates_again(self, story: Story) -> None:
        await asked(story)
        await story.ines.presses("2 oui")
        await drawn_anew(story, story.claire, "1 oui")
        heard = len(words_of(story.ines))
        await story.claire.presses("✅ 2 – jeu. 19/03 à 10 h")
        await rings(story.ines, since=heard)
        heard = len(words_of(story.ines))
        await story.claire.presses("↩︎ Annuler")
        story.claire.sees(QUESTION)
        assert [row[2] for row in planned(story)] == ["annulée"]
        again = (await rings(story.ines, since=heard)).splitlines()
        assert again[2] == "Claire Fontaine cherche une date. La date n’est plus fixée : vos réponses sont gardées."
        assert "2. Jeudi 19 mars, à 10 h – ✅ oui" in again
        heard = len(words_of(story.ines))
        await story.claire.presses("✅ 1 – mar. 17/03 à 14 h")
        assert (await rings(story.ines, since=heard)).startswith("🗓 GT Nutrition : c’est le mardi 17 mars, à 14 h.")

    async def test_annule_in_words_opens_them_too(self, story: Story) -> None:
        await asked(story)
        await story.claire.presses("✅ 1 – mar. 17/03 à 14 h")
        await story.claire.says("annule")
        await story.claire.says("/dates")
        await story.claire.presses("1. GT Nutrition")
        story.claire.sees(QUESTION)
        await story.ines.presses("1 oui")
        assert story.ines.toast == "C’est noté."

    async def test_undo_is_for_a_day(self, story: Story) -> None:
        await asked(story)
        await story.claire.presses("✅ 2 – jeu. 19/03 à 10 h")
        story.passes(hours=25)
        await story.claire.presses("↩︎ Annuler")
        assert [row[2] for row in planned(story)] == ["prévue"]


class TestWhoIsAsked:
    async def test_nobody_in_quiet_hours_and_each_once(self, story: Story) -> None:
        moves_to(story, 2026, 3, 11, 20)
        await story.claire.says(ASKS)
        await story.claire.presses(ASK, times=2)
        await stays_silent(story, story.ines)
        moves_to(story, 2026, 3, 12, 8)
        assert (await rings(story.ines)).splitlines()[0] == QUESTION
        await stays_silent(story, story.ines)
        await stays_silent(story, story.marc)

    async def test_who_is_on_leave_is_asked_when_she_is_back(self, story: Story) -> None:
        await story.ines.says("je suis en congé du 11 au 15 mars")
        await story.ines.presses("✅ Enregistrer")
        await story.claire.says(ASKS)
        await story.claire.presses(ASK)
        await stays_silent(story, story.ines)
        moves_to(story, 2026, 3, 16, 8)
        assert (await rings(story.ines)).splitlines()[0] == QUESTION

    async def test_what_was_settled_before_it_left_is_said_as_it_stands(self, story: Story) -> None:
        moves_to(story, 2026, 3, 11, 20)
        await story.claire.says(ASKS)
        await story.claire.presses(ASK)
        await story.claire.presses("✅ 2 – jeu. 19/03 à 10 h")
        moves_to(story, 2026, 3, 12, 8)
        assert (await rings(story.ines)).startswith("🗓 GT Nutrition : c’est le jeudi 19 mars, à 10 h.")
        await stays_silent(story, story.ines)

    async def test_a_cut_line_is_told_and_nothing_is_said_twice(self, story: Story) -> None:
        moves_to(story, 2026, 3, 11, 20)
        await story.claire.says(ASKS)
        await story.claire.presses(ASK)
        story.served.world.faults.add(Fault(kind="lost_after_commit", method="sendMessage"))
        moves_to(story, 2026, 3, 12, 8)
        heard = [plain(message.text) for message in story.ines.person.bot_messages]
        await story.ines.person.waits_for(lambda her: len(her.bot_messages) >= len(heard) + 2 or None, within=20.0)
        told = [plain(message.text).splitlines()[0] for message in story.ines.person.bot_messages][len(heard) :]
        assert (told[0], told[1].startswith("Une question de date est peut-être arrivée ci-dessus"), len(told)) == (QUESTION, True, 2)
        await story.ines.says("/dates")
        story.ines.sees("1. GT Nutrition, 3 dates")
        await story.ines.presses("1. GT Nutrition")
        await story.ines.presses("1 non")
        story.ines.sees("1. Mardi 17 mars, à 14 h – ❌ non")


class TestRights:
    async def test_only_members_answer_and_only_who_asks_decides(self, story: Story) -> None:
        await asked(story)
        (search_id, version) = rows(story, tables.date_searches.c.id, tables.date_searches.c.version)[0]
        assert isinstance(search_id, int)
        assert isinstance(version, int)
        gone = "Cette recherche de date n’est plus ouverte. Écrivez /dates pour voir celles qui le sont."
        for who, do, argument in (
            (story.marc, Do.DATE_ANSWER, "0.y"),
            (story.ines, Do.DATE_SETTLE, "0"),
            (story.ines, Do.DATE_CLOSE, ""),
            (story.ines, Do.DATE_NOTE, "4.0.y"),
            (story.marc, Do.DATE_BOARD, ""),
            (story.claire, Do.DATE_NOTE, "2.0.y"),
        ):
            await who.forges(Tap(do, search_id, version, argument).encode())
            assert who.toast == gone, (do, argument)
        assert rows(story, tables.date_answers.c.id) == []
        await story.claire.forges(Tap(Do.DATE_SETTLE, search_id, version, "7").encode())
        assert planned(story) == []

    async def test_a_pilot_for_her_own_group_and_a_contributor_for_none(self, story: Story) -> None:
        await story.marc.says(ASKS)
        story.marc.sees("Vous pouvez enregistrer les réunions des groupes que vous pilotez. Pour celle-ci, demandez à la coordination.")
        await story.ines.says(ASKS)
        assert plain(story.ines.card.text).startswith("Les réunions sont enregistrées par les pilotes et la coordination")
        await story.marc.says("cherche une date pour le GT Diabète : mardi 17 à 14h ou jeudi 19 à 10h")
        heard = len(words_of(story.claire))
        await story.marc.presses(ASK)
        assert (await rings(story.claire, since=heard)).splitlines()[0] == "🗓 GT Diabète : quelle date ?"
        assert rows(story, tables.date_searches.c.state) == [(SearchState.OPEN,)]


class TestAnswers:
    async def test_noted_by_button_for_who_has_no_account(self, story: Story) -> None:
        claire = story.claire
        await asked(story)
        await claire.presses("✏️ Noter une réponse")
        assert claire.buttons == ["Sophie Martin", "Élise Durant", "Claire Fontaine", "Inès Colin", "◀ Décompte"]
        await claire.presses("Élise Durant")
        await claire.presses("3 si besoin")
        claire.sees("✏️ GT Nutrition : réponses d’Élise Durant", "3. Vendredi 20 mars, le matin – si besoin")
        await claire.presses("◀ Décompte")
        claire.sees("0 oui, 1 si besoin, 0 non", "👥 Réponses : 1 sur 4")

    async def test_words_are_taken_back_and_other_words_mean_what_they_meant(self, story: Story) -> None:
        claire = story.claire
        await asked(story)
        await claire.says("Sophie Martin peut toutes les dates")
        assert len(rows(story, tables.date_answers.c.id, where=tables.date_answers.c.undone_at.is_(None))) == 3
        await claire.presses("↩︎ Annuler")
        assert rows(story, tables.date_answers.c.id, where=tables.date_answers.c.undone_at.is_(None)) == []
        await claire.says("Karim Benali peut le 17")
        assert plain(claire.card.text).startswith(
            "Cette personne n’est pas membre du groupe : je n’ai rien noté. Pour voir qui l’est : /dates"
        )
        await claire.says("rappelle-moi le 17 d’appeler Sophie")
        claire.sees("⏰ Rappel")

    async def test_several_told_at_once_and_taken_back_together(self, story: Story) -> None:
        claire = story.claire
        await asked(story)
        await claire.says("Sophie Martin peut le 17, Élise Durant si besoin le 19")
        claire.sees("✏️ Sophie Martin – GT Nutrition", "• Mardi 17 mars, à 14 h : ✅ oui", "✏️ Élise Durant – GT Nutrition")
        await claire.presses("↩︎ Annuler")
        assert rows(story, tables.date_answers.c.id, where=tables.date_answers.c.undone_at.is_(None)) == []
        await claire.says("tout le monde peut le 17 sauf Sophie Martin")
        claire.sees("✏️ Tous les autres membres – GT Nutrition", "✏️ Sophie Martin – GT Nutrition", "• Mardi 17 mars, à 14 h : ❌ non")
        assert len(rows(story, tables.date_answers.c.id, where=tables.date_answers.c.undone_at.is_(None))) == 4

    async def test_a_member_answers_in_words_and_changes_her_mind(self, story: Story) -> None:
        ines = story.ines
        await asked(story)
        await ines.says("ok pour le 17 et le 19")
        ines.sees("✅ C’est noté.", QUESTION, "1. Mardi 17 mars, à 14 h – ✅ oui", "2. Jeudi 19 mars, à 10 h – ✅ oui")
        assert ines.buttons[:3] == ["☑️ 1 oui", "1 si besoin", "1 non"]
        await ines.says("finalement je peux pas le 17")
        ines.sees("1. Mardi 17 mars, à 14 h – ❌ non", "2. Jeudi 19 mars, à 10 h – ✅ oui", "3. Vendredi 20 mars, le matin")
        await ines.says("je suis dispo vendredi et le 25")
        ines.sees("⚠️ « le 25 » n’est pas une date proposée.", "3. Vendredi 20 mars, le matin – ✅ oui")
        await ines.says("je peux pas le 26")
        ines.sees("⚠️ « le 26 » n’est pas une date proposée.", "1. Mardi 17 mars, à 14 h – ❌ non")
        ines.sees_no("C’est noté")
        await drawn_anew(story, story.claire, "👥 Réponses : 1 sur 4")
        assert len(rows(story, tables.date_answers.c.id)) == 4

    async def test_of_two_questions_she_is_asked_which(self, story: Story) -> None:
        await asked(story)
        ines = story.ines
        with story.store.engines.write() as connection:
            connection.execute(sa.insert(tables.members).values(territory_id=1, group_id=1, person_id=3, pilot=False))
        await story.marc.says("cherche une date pour le GT Diabète : mardi 17 à 16h ou mardi 24 à 10h")
        await story.marc.presses(ASK)
        await ines.says("oui pour la 1")
        ines.sees("De quelle recherche parlez-vous ? Touchez-la, puis donnez vos réponses.")
        assert ines.buttons == ["GT Diabète", "GT Nutrition"]
        await ines.says("je peux le 24")
        ines.sees("🗓 GT Diabète : quelle date ?", "2. Mardi 24 mars, à 10 h – ✅ oui")

    async def test_a_short_answer_is_first_one_to_the_open_card(self, story: Story) -> None:
        await asked(story)
        await story.ines.says("2h de préparation lundi pour le GT Nutrition")
        await story.ines.says("non, le 17")
        assert rows(story, tables.date_answers.c.id) == []

    async def test_a_number_fits_each_search_that_is_open(self, story: Story) -> None:
        claire = story.claire
        await asked(story)
        await claire.says("cherche une date pour le GT Diabète : mardi 24 à 14h ou jeudi 26 à 10h")
        await claire.presses(ASK)
        await claire.says("elise durant oui pour la 1")
        claire.sees("✏️ Élise Durant – GT Nutrition", "• Mardi 17 mars, à 14 h : ✅ oui")
        await claire.says("sophie martin oui pour la 1")
        claire.sees("Plusieurs recherches de date sont ouvertes (GT Diabète, GT Nutrition) : redites-le avec le nom du groupe.")
        await claire.says("sophie martin oui pour la 1 du gt nutrition")
        claire.sees("✏️ Sophie Martin – GT Nutrition", "• Mardi 17 mars, à 14 h : ✅ oui")

    async def test_by_number_and_what_is_not_read_is_told(self, story: Story) -> None:
        claire = story.claire
        await asked(story)
        await claire.says("sophie martin : 1 oui, 2 non\nelise durant dispo partoutt, karim oui pour la 1")
        claire.sees(
            "✏️ Sophie Martin – GT Nutrition",
            "• Mardi 17 mars, à 14 h : ✅ oui",
            "• Jeudi 19 mars, à 10 h : ❌ non",
            "⚠️ Karim Benali n’est pas membre du groupe : sa réponse n’est pas notée.",
            "⚠️ Pas compris, donc pas noté : « elise durant dispo partoutt ».",
        )
        await claire.says("sophie martin finalement non la 1")
        claire.sees("• Mardi 17 mars, à 14 h : ❌ non")

    async def test_closed_it_takes_no_more_answers_until_it_is_opened_again(self, story: Story) -> None:
        await asked(story)
        await story.claire.presses("❌ Clore sans date")
        story.claire.sees("❌ Recherche close, aucune date n’est retenue.")
        await story.ines.presses("1 oui")
        story.ines.sees("La recherche est close, aucune date n’a été retenue.")
        assert rows(story, tables.date_answers.c.id) == []
        await story.claire.presses("↩︎ Annuler")
        story.claire.sees(QUESTION)
        await story.ines.says("/dates")
        await story.ines.presses("1. GT Nutrition")
        await story.ines.presses("1 oui")
        story.ines.sees("1. Mardi 17 mars, à 14 h – ✅ oui")

    async def test_a_date_that_is_past_is_neither_answered_nor_chosen(self, story: Story) -> None:
        await asked(story)
        moves_to(story, 2026, 3, 17, 14, 1)
        await story.ines.presses("1 oui")
        assert story.ines.toast == "Cette date est passée : choisissez-en une autre."
        await story.claire.presses("✅ 1 – mar. 17/03 à 14 h")
        assert (story.claire.toast, planned(story)) == ("Cette date est passée : choisissez-en une autre.", [])
        await story.ines.presses("2 oui")
        assert story.ines.buttons == ["☑️ 2 oui", "2 si besoin", "2 non", "3 oui", "3 si besoin", "3 non"]
        moves_to(story, 2026, 3, 21, 9)
        await story.claire.says("/dates")
        await story.claire.presses("1. GT Nutrition")
        story.claire.sees("Toutes ces dates sont passées. Pour d’autres dates, redites la phrase.")
        assert story.claire.buttons == ["❌ Clore sans date"]


class TestChosenInWords:
    async def test_as_its_button_chooses_it_and_taken_back_alike(self, story: Story) -> None:
        claire, ines = story.claire, story.ines
        await asked(story)
        await claire.says("on prend le 25")
        claire.sees(
            "« le 25 » n’est pas une date proposée. Touchez celle que vous retenez :",
            "GT Nutrition : mardi 17 mars, à 14 h ; jeudi 19 mars, à 10 h ; vendredi 20 mars, le matin",
        )
        assert claire.buttons == ["✅ 1 – mar. 17/03 à 14 h", "✅ 2 – jeu. 19/03 à 10 h", "✅ 3 – ven. 20/03 matin"]
        await claire.says("on prend le 17 ou le 19")
        claire.sees("Quelle date retenez-vous ? Touchez-la : elle devient la réunion prévue.")
        assert planned(story) == []
        heard = len(words_of(ines))
        await claire.says("ok pour le jeudi 19")
        claire.sees("✅ C’est dans l’agenda.", "🗓 Jeudi 19 mars 2026", "🕑 à 10 h")
        assert claire.buttons == ["↩︎ Annuler", "📅 Vers mon calendrier", "📋 Texte d’invitation"]
        assert (await rings(ines, since=heard)).startswith("🗓 GT Nutrition : c’est le jeudi 19 mars, à 10 h.")
        await claire.presses("↩︎ Annuler")
        claire.sees(QUESTION)
        await claire.says("va pour la 1")
        assert [(str(row[0]), row[2]) for row in planned(story)] == [("2026-03-19", "annulée"), ("2026-03-17", "prévue")]
        await claire.says("on prend le 20")
        assert len(planned(story)) == 2  # its search is settled

    async def test_over_the_card_of_a_meeting(self, story: Story) -> None:
        claire = story.claire
        await asked(story)
        await claire.says("GT Diabète hier 14h-16h, 12 présents")
        await claire.says("finalement le 19")
        claire.sees(
            "Est-ce la date que vous retenez pour GT Nutrition ? Touchez-la alors. "
            "Si vous parlez d’une autre réunion, redites-le avec son groupe : je n’ai rien changé."
        )
        assert claire.buttons == ["✅ 2 – jeu. 19/03 à 10 h"]
        await claire.says("décision : on prend le 19")
        claire.sees("⚖️ Décision : on prend le 19")
        await claire.says("on prend le 26")
        claire.sees(
            "« le 26 » n’est pas une date proposée. Touchez celle que vous retenez :",
            "La carte ouverte n’a pas changé ; pour elle, commencez par décision : ou prochaine réunion.",
        )
        assert planned(story) == []
        await claire.says("on retient le 19 pour le GT Nutrition")
        claire.sees("✅ C’est dans l’agenda.", "🗓 Jeudi 19 mars 2026")
        await claire.says("13 présents")
        claire.sees("🗓 hier, mardi 10 mars 2026", "👥 13 présents (avec vous)", "⚖️ Décision : on prend le 19")

    async def test_of_two_searches_one_is_asked(self, story: Story) -> None:
        claire = story.claire
        await asked(story)
        await claire.says("cherche une date pour le GT Diabète : mardi 17 à 14h ou jeudi 26 à 10h")
        await claire.presses(ASK)
        await claire.says("ce sera le 17")
        assert claire.buttons == ["✅ 1 – mar. 17/03 à 14 h – GT Diabète", "✅ 1 – mar. 17/03 à 14 h – GT Nutrition"]
        await claire.says("finalement le 26")
        claire.sees("✅ C’est dans l’agenda.", "🗓 Jeudi 26 mars 2026")


class TestTheCard:
    async def test_dates_are_found_when_none_is_told(self, story: Story) -> None:
        await story.claire.says("propose 3 dates pour le GT Nutrition")
        story.claire.sees("1. Mercredi 18 mars, de 14 h à 16 h", "2. Vendredi 20 mars, de 14 h à 16 h", "3. Lundi 23 mars, de 14 h à 16 h")

    async def test_a_date_is_left_out_and_a_holiday_is_pointed_out(self, story: Story) -> None:
        await story.claire.says("cherche une date pour le GT Nutrition : 6 avril à 14h, 7 avril à 14h ou 20 avril à 14h")
        story.claire.sees("1. Lundi 6 avril, à 14 h ⚠️ férié (Lundi de Pâques)", "3. Lundi 20 avril, à 14 h ⚠️ vacances scolaires")
        await story.claire.presses("❌ Date 1")
        story.claire.sees("1. Mardi 7 avril, à 14 h")
        await story.claire.presses("❌ Abandonner")
        story.claire.sees("C’est abandonné : personne n’a rien reçu.")
        await stays_silent(story, story.ines)

    async def test_a_day_that_is_past_is_told(self, story: Story) -> None:
        await story.claire.says("cherche une date pour le GT Nutrition : hier à 14h")
        story.claire.sees("Cette date est passée : choisissez-en une autre.")

    async def test_the_group_is_asked_for(self, story: Story) -> None:
        await story.claire.says("cherche une date pour le copil : mardi 17 à 14h ou jeudi 19 à 10h")
        story.claire.sees("Pour quel groupe ?")
        await story.claire.presses("Copil CLS")
        story.claire.sees("👥 1 membre à interroger : Marc Roussel")
