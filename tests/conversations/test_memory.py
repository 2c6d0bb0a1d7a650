"""Past meetings answer in the chat: what they decided, who does what, where something was talked of, and only for whom they are."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from bot.domain.decisions import Action, ActionStatus, Decision, DecisionStatus
from bot.domain.drafts import Bearer, DayWindow
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.permissions import Role
from handlers.callbacks import Do, Tap
from storage import tables
from tests.builders import invite
from tests.conversations.conftest import Story, plain

DIABETES, NUTRITION, CLS = 1, 2, 3
STRANGERS_WORDS = "Bonjour. Maillon est réservé aux personnes invitées par la coordination de leur territoire. "


def held(story: Story, day: date, *, group: int | None = DIABETES, **parts: object) -> int:
    """A meeting of the past, brought in with the history of the territory."""
    old = Meeting(id=0, state=MeetingState.HELD, group_id=group, day=day, headcount=6, **parts)  # type: ignore[arg-type]
    with story.store.work(story.doors.territory.id) as work:
        return work.meetings.add(old).id


def decided(*texts: str) -> tuple[Decision, ...]:
    """Decisions as taken."""
    return tuple(Decision(text=text) for text in texts)


class TestWhatOneMeetingDecided:
    async def test_is_answered_in_the_chat_with_its_minutes_below(self, story: Story) -> None:
        held(story, date(2026, 2, 19), decisions=(*decided("lancer l'enquête"), Decision(text="payer", status=DecisionStatus.ABANDONED)))
        held(story, date(2026, 1, 22), decisions=decided("trop ancien"))
        said = await story.claire.says("on a décidé quoi au dernier GT Diabète")
        assert plain(said).splitlines() == [
            "⚖️ Décisions – GT Diabète, jeudi 19 février 2026",
            "1. Lancer l’enquête",
            "2. Payer (abandonnée)",
        ]
        assert (story.claire.buttons, story.claire.documents) == (["📄 Compte rendu"], [])
        await story.claire.presses("📄 Compte rendu")
        assert (await story.claire.receives_document()).name == "CR_GT-Diabete_2026-02-19.docx"

    async def test_of_the_only_meeting_of_a_day(self, story: Story) -> None:
        held(story, date(2026, 3, 10), group=NUTRITION, decisions=decided("acheter des vélos"))
        assert plain(await story.claire.says("on a décidé quoi hier ?")).splitlines() == [
            "⚖️ Décisions – GT Nutrition, mardi 10 mars 2026",
            "1. Acheter des vélos",
        ]

    async def test_nothing_noted_is_said(self, story: Story) -> None:
        held(story, date(2026, 2, 19))
        said = await story.claire.says("on a décidé quoi au dernier GT Diabète")
        assert plain(said) == "Aucune décision n’a été notée au GT Diabète du 19 février 2026."
        assert story.claire.buttons == ["📄 Compte rendu"]
        said = await story.claire.says("quelles actions au dernier GT Diabète")
        assert plain(said) == "Aucune action n’a été notée au GT Diabète du 19 février 2026."

    async def test_fits_on_a_screen(self, story: Story) -> None:
        held(story, date(2026, 2, 19), decisions=decided(*(f"décision {n}" for n in range(1, 12))))
        said = plain(await story.claire.says("on a décidé quoi au dernier GT Diabète")).splitlines()
        assert (len(said), said[-2:]) == (10, ["8. Décision 8", "… et 3 autres"])

    async def test_who_does_what_by_when_and_where_it_stands(self, story: Story) -> None:
        held(
            story,
            date(2026, 2, 19),
            actions=(
                Action(text="relancer la CAF", bearers=(Bearer(person_id=4), Bearer(structure_id=3)), due=date(2026, 3, 2)),
                Action(text="réserver la salle", due=date(2026, 3, 20)),
                Action(
                    text="écrire", bearers=(Bearer(said="Mme Vidal"),), due_window=DayWindow(first=date(2026, 4, 1), last=date(2026, 4, 9))
                ),
                Action(text="relire <tout>", bearers=(Bearer(person_id=5),), due_said="à la rentrée", status=ActionStatus.DONE),
                Action(text="voir"),
            ),
        )
        said = await story.claire.says("qui fait quoi suite au dernier GT Diabète")
        assert plain(said).splitlines() == [
            "☑️ Actions – GT Diabète, jeudi 19 février 2026",
            "1. Sophie Martin et Mission locale d’Alès : relancer la CAF – 02/03/2026 (en retard)",
            "2. Réserver la salle – 20/03/2026 (à faire)",
            "3. Mme Vidal : écrire – entre le 1er et le 9 avril 2026 (à faire)",
            "4. Karim Benali : relire <tout> – à la rentrée (faite)",
            "5. Voir (à faire)",
        ]


class TestWhatSeveralDecided:
    async def test_each_under_its_heading(self, story: Story) -> None:
        for month, text in ((1, "un"), (2, "deux"), (3, "trois")):
            held(story, date(2026, month, 5), decisions=decided(text))
        held(story, date(2026, 3, 9))
        said = await story.claire.says("les décisions des 3 derniers GT Diabète")
        assert plain(said).splitlines() == [
            "⚖️ Décisions – GT Diabète, lundi 9 mars 2026",
            "Aucune décision notée.",
            "",
            "⚖️ Décisions – GT Diabète, jeudi 5 mars 2026",
            "1. Trois",
            "",
            "⚖️ Décisions – GT Diabète, jeudi 5 février 2026",
            "1. Deux",
        ]
        assert story.claire.buttons == ["📄 GT Diabète – 09/03/2026", "📄 GT Diabète – 05/03/2026", "📄 GT Diabète – 05/02/2026"]

    async def test_the_last_minutes_are_listed(self, story: Story) -> None:
        for month in (1, 2, 3):
            held(story, date(2026, month, 5))
        await story.claire.says("les 2 derniers CR du GT Diabète")
        assert story.claire.buttons == ["📄 GT Diabète – 05/03/2026", "📄 GT Diabète – 05/02/2026"]

    async def test_the_choice_among_groups_answers_what_was_asked(self, story: Story) -> None:
        held(story, date(2026, 1, 7), actions=(Action(text="relancer la CAF"),))
        held(story, date(2026, 1, 7), group=NUTRITION, decisions=decided("acheter des vélos"))
        await story.claire.says("qui fait quoi suite au GT du 7 janvier")
        story.claire.sees("☑️ Les actions de quelle réunion ?")
        assert story.claire.buttons == ["☑️ GT Nutrition – 07/01/2026", "☑️ GT Diabète – 07/01/2026"]
        await story.claire.presses("☑️ GT Diabète – 07/01/2026")
        story.claire.sees("☑️ Actions – GT Diabète, mercredi 7 janvier 2026", "1. Relancer la CAF (à faire)")
        await story.claire.says("on a décidé quoi au GT du 7 janvier")
        story.claire.sees("⚖️ Les décisions de quelle réunion ?")
        await story.claire.presses("⚖️ GT Nutrition – 07/01/2026")
        story.claire.sees("⚖️ Décisions – GT Nutrition, mercredi 7 janvier 2026", "1. Acheter des vélos")

    async def test_another_page_still_answers_what_was_asked(self, story: Story) -> None:
        for day in range(1, 9):
            held(story, date(2026, 2, day), decisions=decided(f"décision du {day}"))
        await story.claire.says("qu'est-ce qu'on a décidé à la dernière réunion ?")
        await story.claire.presses("▶")
        await story.claire.presses("⚖️ GT Diabète – 02/02/2026")
        story.claire.sees("1. Décision du 2")


class TestWhereSomethingWasTalkedOf:
    async def test_in_one_meeting(self, story: Story) -> None:
        held(story, date(2026, 2, 19), decisions=decided("ouvrir l'École de l’asthme à Anduze dès mars"), topics=("budget",))
        held(story, date(2026, 1, 19), topics=("l'école maternelle",))
        said = await story.claire.says("dans quel CR parle-t-on de l'école de l'asthme ?")
        assert plain(said).splitlines() == [
            "📄 GT Diabète, jeudi 19 février 2026",
            "⚖️ « ouvrir l’École de l’asthme à Anduze dès mars »",
        ]
        assert story.claire.buttons == ["📄 Compte rendu"]
        await story.claire.presses("📄 Compte rendu")
        assert (await story.claire.receives_document()).name == "CR_GT-Diabete_2026-02-19.docx"

    async def test_in_several_newest_first_with_the_sentence_that_says_it(self, story: Story) -> None:
        held(story, date(2026, 1, 7), topics=("plan canicule",))
        held(story, date(2026, 2, 19), group=NUTRITION, actions=(Action(text="écrire aux mairies à propos de la CANICULE"),))
        held(story, date(2026, 2, 2), group=None, title="Point canicules")
        said = await story.claire.says("ou est ce quon a parlé de la canicule")
        assert plain(said).splitlines() == [
            "📄 « canicule »",
            "",
            "1. GT Nutrition, 19/02/2026",
            "☑️ « écrire aux mairies à propos de la CANICULE »",
            "",
            "2. Point canicules, 02/02/2026",
            "« Point canicules »",
            "",
            "3. GT Diabète, 07/01/2026",
            "💬 « plan canicule »",
        ]
        assert story.claire.buttons == ["📄 GT Nutrition – 19/02/2026", "📄 Point canicules – 02/02/2026", "📄 GT Diabète – 07/01/2026"]

    async def test_at_most_six_and_a_long_sentence_is_cut(self, story: Story) -> None:
        long = "ouvrir " + "encore " * 30 + "la mutuelle des familles " + "ensuite " * 30
        for day in range(1, 9):
            held(story, date(2026, 2, day), decisions=decided(long))
        said = plain(await story.claire.says("la mutuelle, on en a parlé quand ?")).splitlines()
        assert (len(story.claire.buttons), said[-1]) == (6, "… et d’autres, plus anciennes. Pour préciser, ajoutez un mot ou le groupe.")
        assert said[3] == f"⚖️ « … {'encore ' * 9}la mutuelle des familles {'ensuite ' * 6}… »"

    async def test_what_comes_closest_when_no_meeting_says_all(self, story: Story) -> None:
        held(story, date(2026, 2, 19), topics=("l'école maternelle",))
        said = await story.claire.says("dans quel CR parle-t-on de l'école de l'asthme ?")
        assert plain(said).splitlines() == [
            "Je ne trouve pas tous les mots « école de l’asthme » ensemble. Au plus près :",
            "",
            "📄 GT Diabète, jeudi 19 février 2026",
            "💬 « l’école maternelle »",
        ]

    async def test_one_sentence_that_says_all_before_words_said_apart(self, story: Story) -> None:
        held(story, date(2026, 2, 19), topics=("l'école maternelle", "l'asthme"))
        await story.claire.says("dans quel CR parle-t-on de l'école de l'asthme ?")
        story.claire.sees("📄 GT Diabète, jeudi 19 février 2026", "💬 « l’école maternelle »")
        held(story, date(2026, 1, 7), topics=("l'école de l'asthme",))
        await story.claire.says("dans quel CR parle-t-on de l'école de l'asthme ?")
        story.claire.sees("📄 GT Diabète, mercredi 7 janvier 2026", "💬 « l’école de l’asthme »")

    async def test_within_the_group_that_is_named(self, story: Story) -> None:
        held(story, date(2026, 2, 19), group=NUTRITION, topics=("la mobilité",))
        held(story, date(2026, 1, 7), topics=("la mobilité",))
        await story.claire.says("qu'est-ce qu'on a dit sur la mobilité au GT Diabète ?")
        story.claire.sees("📄 GT Diabète, mercredi 7 janvier 2026")
        said = await story.claire.says("qu'est-ce qu'on a dit sur la mobilité au Copil ASV ?")
        assert plain(said) == (
            "Je ne trouve pas « mobilité » dans les comptes rendus que vous pouvez lire (Copil ASV). "
            "Essayez sans nommer le groupe, ou avec un autre mot ; /cr montre les derniers."
        )

    async def test_what_was_decided_on_it_before_what_was_only_said(self, story: Story) -> None:
        held(story, date(2026, 2, 19), topics=("la mobilité",))
        held(story, date(2026, 1, 7), topics=("mobilité",), decisions=decided("une charte de la mobilité"))
        await story.claire.says("on avait décidé quoi sur la mobilité déjà ?")
        story.claire.sees("📄 GT Diabète, mercredi 7 janvier 2026", "⚖️ « une charte de la mobilité »")

    async def test_nowhere(self, story: Story) -> None:
        held(story, date(2026, 2, 19), topics=("budget",))
        said = await story.claire.says("dans quel CR parle-t-on de l'école de l'asthme ?")
        assert story.claire.buttons == []
        assert plain(said) == (
            "Je ne trouve pas « école de l’asthme » dans les comptes rendus que vous pouvez lire. "
            "Essayez avec un autre mot ; /cr montre les derniers."
        )


QUESTIONS = (
    "on a décidé quoi au dernier GT Nutrition",
    "qui fait quoi suite au dernier GT Nutrition",
    "dans quel CR parle-t-on de la canicule ?",
)


class TestForWhomTheMinutesAre:
    @pytest.mark.parametrize("question", QUESTIONS)
    async def test_a_pilot_reads_her_groups_only(self, story: Story, question: str) -> None:
        secret = held(
            story, date(2026, 2, 19), group=NUTRITION, topics=("canicule",), decisions=decided("canicule"), actions=(Action(text="x"),)
        )
        said = plain(await story.marc.says(question))
        assert said.startswith(("Aucun compte rendu ne correspond.", "Je ne trouve pas « canicule »"))
        assert story.marc.buttons == []
        for letter in ("", "D", "A"):
            await story.marc.forges(Tap(Do.DOCUMENT, secret, 0, letter).encode())
            assert story.marc.toast.startswith("Je ne retrouve pas cette réunion.")
        assert story.marc.documents == []

    async def test_a_pilot_finds_what_her_own_group_said(self, story: Story) -> None:
        held(story, date(2026, 2, 19), group=NUTRITION, topics=("canicule",))
        held(story, date(2026, 1, 7), topics=("canicule",))
        await story.marc.says("dans quel CR parle-t-on de la canicule ?")
        story.marc.sees("📄 GT Diabète, mercredi 7 janvier 2026")

    async def test_rights_are_looked_at_again_at_each_tap(self, story: Story) -> None:
        held(story, date(2026, 1, 7), decisions=decided("un"))
        held(story, date(2026, 1, 7), decisions=decided("deux"))
        await story.marc.says("on a décidé quoi au GT Diabète du 7 janvier")
        with story.store.engines.write() as connection:
            connection.execute(sa.delete(tables.members).where(tables.members.c.person_id == 2))
        await story.marc.presses("⚖️ GT Diabète – 07/01/2026")
        assert story.marc.toast.startswith("Je ne retrouve pas cette réunion.")

    @pytest.mark.parametrize("question", QUESTIONS)
    async def test_a_lectrice_and_a_stranger_read_none(self, story: Story, question: str) -> None:
        secret = held(story, date(2026, 2, 19), group=NUTRITION, topics=("canicule",), decisions=decided("canicule"))
        await story.join(story.stranger, "PASLEBONCODE")
        assert plain(await story.stranger.says(question)).startswith(STRANGERS_WORDS)
        await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=4, role=Role.READER))
        refused = "Les comptes rendus sont réservés aux pilotes et à la coordination : demandez-lui celui qu’il vous faut."
        assert (plain(await story.stranger.says(question)), story.stranger.buttons) == (refused, [])
        await story.stranger.forges(Tap(Do.DOCUMENT, secret, 0, "D").encode())
        assert story.stranger.toast == refused
        assert plain(await story.ines.says(question)) == refused
