"""Papers of meetings, asked for in plain words: a record of decisions, a signing sheet, an agenda, an invitation, minutes that move on."""

from __future__ import annotations

import pytest

from bot.domain.groups import Group, GroupKind
from bot.domain.papers import PaperKind, PaperOrder
from bot.ports import OutboxKind
from bot.simulator.faults import Fault
from handlers.callbacks import Do, Tap
from tests.builders import NOW
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import taps

DIABETES = (
    "GT Diabète hier 14h-16h, 12 présents. On a décidé de lancer l'enquête. Sophie Martin relance la CAF avant le 20. "
    "Prochaine réunion jeudi 19 mars 9h-17h à la Maison de la santé"
)

GONE = "Ce bouton ne sert plus. Écrivez /brouillon pour retrouver ce qui est commencé, ou /aide."


async def kept(who: Someone, told: str) -> None:
    """A meeting told and kept; its minutes have come."""
    many = len(who.documents)
    await who.says(told)
    await who.presses("✅ Enregistrer")
    await who.receives_documents(many + 1)


async def asks(who: Someone, words: str) -> tuple[str, str, str]:
    """What the bot answers, the name of the document that comes, and its words."""
    many = len(who.documents)
    said = await who.says(words)
    document = (await who.receives_documents(many + 1))[-1]
    return said.replace("\u00a0", " ").replace("\u202f", " "), document.name, document.text


class TestRecordOfDecisions:
    async def test_of_a_group_since_a_month(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        await kept(story.claire, "GT Diabète le 12 février 10h-11h, 8 présents. On a décidé de refaire l'atelier à Tamaris.")
        said, name, text = await asks(story.claire, "les décisions du GT Diabète depuis janvier")
        assert said == "Le relevé de décisions arrive : GT Diabète, du 1er janvier au 11 mars 2026."
        assert name == "Releve_GT-Diabete_2026-01-01_2026-03-11.docx"
        lines = text.splitlines()
        first = lines.index("N°")
        assert lines[first : first + 9] == [
            "N°",
            "Décision",
            "Réunion",
            "GTD-2026-002",
            "Refaire l’atelier à Tamaris",
            "12/02/2026",
            "GTD-2026-001",
            "Lancer l’enquête",
            "10/03/2026",
        ]

    async def test_of_an_axis(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        said, name, text = await asks(story.claire, "relevé de décisions de l'axe 9 en 2026")
        assert said == "Le relevé de décisions arrive : Axe 9 – Diabète, du 1er janvier au 11 mars 2026."
        assert (name, "Lancer l’enquête" in text.splitlines()) == ("Releve_Axe-9-Diabete_2026-01-01_2026-03-11.docx", True)

    async def test_of_the_last_meeting(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        said, name, _ = await asks(story.claire, "les décisions du dernier GT Diabète")
        assert (said, name) == (
            "Le relevé de décisions arrive : GT Diabète, mardi 10 mars 2026.",
            "Releve_GT-Diabete_2026-03-10.docx",
        )

    async def test_by_the_command(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        await story.claire.says("/decisions")
        assert story.claire.buttons[:2] == ["⚖️ GT Diabète – 10/03/2026", "⚖️ Copil ASV – 2026"]
        await story.claire.presses("⚖️ GT Diabète – 10/03/2026")
        assert (await story.claire.receives_documents(2))[-1].name == "Releve_GT-Diabete_2026-03-10.docx"

    async def test_an_empty_record_is_said_and_not_made(self, story: Story) -> None:
        await story.claire.says("les décisions du GT Nutrition depuis janvier")
        story.claire.sees(
            "Aucune décision relevée (GT Nutrition, du 1er janvier au 11 mars 2026) : je n’ai pas fait de document. "
            "Redites-le avec une période plus longue."
        )
        assert story.claire.documents == []

    async def test_a_pilot_has_those_of_her_groups_only(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        _, name, _ = await asks(story.marc, "les décisions du GT Diabète depuis janvier")
        assert name == "Releve_GT-Diabete_2026-01-01_2026-03-11.docx"
        await story.marc.says("les décisions de l'axe 7 depuis janvier")
        story.marc.sees("Vous ne suivez pas les réunions de ce groupe : dites-moi plutôt un jour, ou un de vos groupes.")
        assert len(story.marc.documents) == 1

    async def test_a_group_and_an_axis_hold_both_whoever_asks(self, story: Story) -> None:
        """A pilot who names her own group beside an axis does not get the whole axis."""
        await kept(story.claire, "GT Nutrition hier 14h-16h, 5 présents. On a décidé de fermer l'atelier.")
        await story.marc.says("les décisions du GT Diabète de l'axe 7 depuis janvier")
        words = "Aucune décision relevée (GT Diabète, Axe 7 – Obésité infantile, nutrition, du 1er janvier au 11 mars 2026)"
        story.marc.sees(f"{words} : je n’ai pas fait de document. Redites-le avec une période plus longue.")
        assert story.marc.documents == []

    async def test_a_group_that_is_gone_is_not_the_whole_territory(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        await story.claire.says("/decisions")
        await story.claire.forges(Tap(Do.GROUP_DECISIONS, 99).encode())
        assert story.claire.toast == GONE
        assert len(story.claire.documents) == 1

    async def test_a_contributor_has_none(self, story: Story) -> None:
        await story.ines.says("/decisions")
        story.ines.sees("Les comptes rendus sont réservés aux pilotes et à la coordination : demandez-lui celui qu’il vous faut.")


class TestSigningSheet:
    async def test_of_a_planned_meeting(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        said, name, text = await asks(story.claire, "la feuille d'émargement du GT Diabète du 19 mars")
        assert (said, name) == (
            "La feuille d’émargement arrive : GT Diabète, jeudi 19 mars 2026.",
            "Emargement_GT-Diabete_2026-03-19.docx",
        )
        lines = text.splitlines()
        first = lines.index("Après-midi")
        assert lines[first + 1 : first + 6] == ["1", "BENALI Karim", "Mission locale d’Alès", "Conseiller", ""]
        assert [line for line in lines if "@" in line or "+33" in line] == []

    async def test_of_a_meeting_that_nobody_planned(self, story: Story) -> None:
        said, name, text = await asks(story.claire, "la feuille d'émargement du Copil CLS de mardi 14h-16h")
        assert (said, name) == (
            "La feuille d’émargement arrive : Copil CLS, mardi 17 mars 2026.",
            "Emargement_Copil-CLS_2026-03-17.docx",
        )
        assert [line for line in text.splitlines() if line in ("Signature", "Matin", "DURAND Michel")] == ["Signature", "DURAND Michel"]

    async def test_of_a_day_that_may_be_one_of_two_the_planned_one_is_meant(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        _, name, _ = await asks(story.claire, "la feuille d'émargement du GT Diabète de jeudi prochain")
        assert name == "Emargement_GT-Diabete_2026-03-19.docx"

    async def test_of_several_groups_that_fit_one_is_chosen(self, story: Story) -> None:
        await kept(story.claire, "Copil CLS hier 14h-16h, 12 présents. Prochaine réunion mardi 17 mars 14h")
        await kept(story.claire, "Copil ASV hier 10h-11h, 12 présents. Prochaine réunion mardi 17 mars 10h")
        await story.claire.says("la feuille d'émargement du Copil de mardi")
        assert story.claire.buttons == ["📄 Copil ASV – 17/03/2026", "📄 Copil CLS – 17/03/2026"]
        await story.claire.presses("📄 Copil CLS – 17/03/2026")
        assert (await story.claire.receives_documents(3))[-1].name == "Emargement_Copil-CLS_2026-03-17.docx"

    async def test_by_the_command_without_any_meeting(self, story: Story) -> None:
        await story.claire.says("/emargement")
        story.claire.sees(
            "Aucune réunion n’est prévue. Dites-moi le groupe et le jour : la feuille d’émargement du Copil CLS du 17 mars 14h-16h"
        )


class TestAgendaAndInvitation:
    async def test_an_agenda_is_given_then_sent(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        await story.claire.says("l'ordre du jour du GT Diabète")
        story.claire.sees(
            "L’ordre du jour – GT Diabète, jeudi 19 mars 2026 – n’est pas encore connu. Dites-le-moi : "
            "ordre du jour du GT Diabète du 19/03/2026 : bilan 20 min, questions diverses"
        )
        await story.claire.says(
            "ordre du jour du GT Diabète du 19 mars : bilan 20 min, enquête (1 h 30, Sophie Martin), questions diverses 10 min"
        )
        story.claire.sees(
            "🗓 Ordre du jour enregistré : GT Diabète, jeudi 19 mars 2026, de 9 h à 17 h",
            "1. Bilan (20 min)",
            "2. Enquête (1 h 30, Sophie Martin)",
            "3. Questions diverses (10 min)",
            "En tout : 2 h.",
        )
        await story.claire.presses("📄 Ordre du jour")
        agenda = (await story.claire.receives_documents(2))[-1]
        lines = agenda.text.splitlines()
        first = lines.index("Horaire")
        assert agenda.name == "Ordre-du-jour_GT-Diabete_2026-03-19.docx"
        assert lines[first : first + 12] == [
            "Horaire", "Point", "Intervention",
            "9 h", "Bilan (20 min)", "–",
            "9 h 20", "Enquête (1 h 30)", "Sophie Martin",
            "10 h 50", "Questions diverses (10 min)", "–",
        ]  # fmt: skip

    async def test_one_letter_each_with_nobody_to_write_to(self, story: Story) -> None:
        garden = Group(id=50, name="GT Jardin", kind=GroupKind.GT, code="GTJ", member_ids=(1,))
        with story.store.bulk(story.doors.territory.id, now=NOW, source="test") as bulk:
            bulk.groups([garden])
        await story.claire.says("l'invitation du GT Jardin du 19 mars à 14h, une par personne")
        story.claire.sees(
            "Je ne connais personne à inviter – GT Jardin, jeudi 19 mars 2026 : je n’ai pas fait de lettres. "
            "L’invitation peut partir en une seule lettre, à tous les membres."
        )
        assert story.claire.documents == []

    async def test_an_invitation_for_all_then_one_each(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        said, name, text = await asks(story.claire, "l'invitation pour le 19 mars, réponse avant le 16")
        assert (said, name) == ("L’invitation arrive : GT Diabète, jeudi 19 mars 2026.", "Invitation_GT-Diabete_2026-03-19.docx")
        lines = text.splitlines()
        assert [line for line in lines if line.startswith(("Jeudi", "Maison", "Merci", "Madame"))] == [
            "Madame, Monsieur,",
            "Jeudi 19 mars 2026, de 9 h à 17 h",
            "Maison de la santé, Alès",
            "Merci de confirmer votre présence, ou celle de la personne qui vous représentera, avant le 16 mars 2026 "
            "auprès de Claire FONTAINE.",
        ]
        await story.claire.presses("➕ Une lettre par personne")
        each = (await story.claire.receives_documents(3))[-1]
        assert each.name == "Invitations_GT-Diabete_2026-03-19.docx"
        greetings = [line for line in each.text.splitlines() if line in ("Madame,", "Monsieur,", "Docteur,")]
        assert greetings == ["Monsieur,", "Madame,", "Docteur,", "Monsieur,", "Madame,"]

    async def test_an_agenda_for_a_meeting_that_nobody_planned_is_refused(self, story: Story) -> None:
        await story.claire.says("ordre du jour du Copil CLS du 17 mars : bilan")
        story.claire.sees(
            "Je n’ai rien enregistré : cette réunion – Copil CLS – n’est pas dans l’agenda. Inscrivez-la d’abord, "
            "par exemple prochain GT Nutrition mardi 8 à 14h, salle Rimbaud, puis redites l’ordre du jour."
        )

    async def test_an_agenda_that_several_meetings_may_mean_is_asked_for_again(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        await kept(story.claire, "GT Nutrition hier 10h-12h, 5 présents. Prochaine réunion jeudi 19 mars 9h-10h")
        await story.claire.says("ordre du jour de la réunion du 19 mars : bilan")
        story.claire.sees("Je n’ai rien enregistré : plusieurs réunions correspondent. Redites l’ordre du jour avec le groupe et le jour.")

    async def test_while_a_card_stands_open_it_stays(self, story: Story) -> None:
        await kept(story.claire, DIABETES)
        await story.claire.says("GT Nutrition hier 10h-12h, 5 présents")
        _, name, _ = await asks(story.claire, "la feuille d'émargement du GT Diabète du 19 mars")
        assert name == "Emargement_GT-Diabete_2026-03-19.docx"
        await story.claire.says("/brouillon")
        assert story.claire.buttons[0] == "✅ Enregistrer"


class TestMinutesMoveOn:
    async def test_project_read_sent_approved_at_the_next_meeting(self, story: Story) -> None:
        claire = story.claire
        await kept(claire, DIABETES)
        claire.looks_up()
        for label, footer in (
            ("✅ Relu", "Compte rendu relu – version 1\tPage 1 sur 1"),
            ("✅ Diffusé", "Compte rendu diffusé – version 1\tPage 1 sur 1"),
        ):
            many = len(claire.documents)
            await claire.presses(label)
            assert (await claire.receives_documents(many + 1))[-1].text.splitlines()[-1] == footer
        await claire.presses("✅ Validé")
        assert claire.toast == (
            "Un compte rendu se valide à la réunion suivante, et aucune n’est encore enregistrée pour ce groupe. Racontez-la-moi d’abord."
        )
        story.passes(days=9)
        await kept(claire, "GT Diabète hier 14h-16h, 10 présents. On a décidé d'imprimer l'affiche.")
        text = (await claire.receives_documents(4))[-1].text.splitlines()
        assert text[text.index("Approbation du compte rendu précédent") + 1] == (
            "Le compte rendu de la réunion du 10 mars 2026 (version 1) est soumis à validation."
        )
        followed = text.index("Depuis le") + 2
        assert text[followed : followed + 5] == ["Relance la CAF", "Sophie MARTIN", "20/03/2026", "10/03/2026", "À faire"]
        await claire.presses("✅ Valider le CR du 10/03")
        approved = (await claire.receives_documents(5))[-1].text.splitlines()
        assert approved[-1] == "Compte rendu validé – version 1\tPage 1 sur 1"
        assert [line for line in approved if line.startswith("Compte rendu validé à")] == [
            "Compte rendu validé à la réunion du 19 mars 2026. Établi le 20 mars 2026."
        ]

    async def test_a_correction_makes_the_next_version_and_says_what_changed(self, story: Story) -> None:
        claire = story.claire
        await kept(claire, DIABETES)
        await claire.says("non, 13 présents")
        await claire.presses("✅ Enregistrer")
        second = (await claire.receives_documents(2))[-1]
        lines = second.text.splitlines()
        assert second.name == "CR_GT-Diabete_2026-03-10_v2.docx"
        first = lines.index("Modifications depuis la version 1")
        assert lines[first + 1] == "Nombre de participantes et de participants : « 12 » devient « 13 »."
        assert lines[-1] == "Projet de compte rendu – version 2\tPage 1 sur 1"

    async def test_an_old_button_moves_nothing(self, story: Story) -> None:
        claire = story.claire
        await kept(claire, DIABETES)
        first = next(message for message in claire.person.bot_messages if message.document)
        await claire.says("non, 13 présents")
        await claire.presses("✅ Enregistrer")
        await claire.receives_documents(2)
        await taps(claire, first, "✅ Relu")
        assert claire.toast == "Ce compte rendu a changé depuis. Écrivez /cr pour recevoir le plus récent."
        await claire.receives_documents(2)

    async def test_tapped_twice_it_moves_once(self, story: Story) -> None:
        claire = story.claire
        await kept(claire, DIABETES)
        await claire.presses("✅ Relu", times=2)
        await claire.receives_documents(2)
        assert claire.toast == "C’est déjà fait."

    async def test_one_step_back(self, story: Story) -> None:
        claire = story.claire
        await kept(claire, DIABETES)
        await claire.presses("✅ Relu")
        await claire.receives_documents(2)
        await claire.presses("↩︎ Revenir au projet")
        assert (await claire.receives_documents(3))[-1].text.splitlines()[-1] == "Projet de compte rendu – version 1\tPage 1 sur 1"

    @pytest.mark.parametrize("words", ["/odj", "/convocation", "/emargement"])
    async def test_a_reader_of_nothing_is_told_whom_to_ask(self, story: Story, words: str) -> None:
        await story.ines.says(words)
        story.ines.sees("Les comptes rendus sont réservés aux pilotes et à la coordination : demandez-lui celui qu’il vous faut.")


async def test_a_paper_that_may_have_arrived_is_said_and_comes_again_on_a_tap(story: Story) -> None:
    await kept(story.claire, DIABETES)
    story.served.world.faults.add(Fault(kind="lost_after_commit", method="sendDocument"))
    await story.claire.says("la feuille d'émargement du GT Diabète du 19 mars")
    words = (
        "La feuille d’émargement est peut-être arrivée ci-dessus, peut-être pas : la connexion a été coupée. Si elle manque, touchez 📄."
    )
    await story.claire.person.waits_for(lambda her: plain(her.bot_messages[-1].text) == words or None, within=20)
    story.claire.looks_up()
    many = len(story.claire.documents)
    await story.claire.presses("📄 Renvoyer ce document")
    assert (await story.claire.receives_documents(many + 1))[-1].name == "Emargement_GT-Diabete_2026-03-19.docx"


async def test_a_paper_or_a_calendar_whose_meeting_is_gone_is_said(story: Story) -> None:
    chat_id, now = story.claire.person.id, story.served.world.clock.now()
    with story.store.work(story.doors.territory.id) as work:
        work.deliveries.queue_paper(PaperOrder(kind=PaperKind.INVITATION, meeting_id=999), chat_id=chat_id, now=now)
        work.deliveries.queue(kind=OutboxKind.CALENDAR_OF_MEETING, chat_id=chat_id, subject_id=999, entry_id=None, now=now)
    told = {
        "Je n’ai pas réussi à envoyer l’invitation. Rien n’est changé. Touchez 📄 pour réessayer.",
        "Je n’ai pas réussi à envoyer le fichier d’agenda. L’agenda, lui, est intact : /agenda le redonne.",
    }
    await story.claire.person.waits_for(lambda her: told == {plain(m.text) for m in her.bot_messages[-2:]} or None, within=20)
