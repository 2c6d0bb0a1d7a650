"""Who joins, with which role, and what strangers get."""

from __future__ import annotations

import re

from tests.conversations.conftest import Story

REFUSAL = (
    "Bonjour. Maillon est réservé aux personnes invitées par la coordination de leur territoire. "
    "Si vous avez reçu un lien d’invitation, ouvrez-le ; s’il ne fonctionne plus, demandez-en un nouveau."
)


async def test_a_stranger_gets_a_polite_refusal_and_nothing_else(story: Story) -> None:
    lou = story.stranger
    for words in ("/start", "/start PASLEBONCODE", "/aide", "GT Diabète hier 14h-16h, 12 présents", "tel de Sophie Martin"):
        await lou.says(words)
        lou.sees(REFUSAL)
        assert lou.buttons == []


async def test_an_invitation_serves_once(story: Story) -> None:
    await story.join(story.stranger, story.doors.claire)
    story.stranger.sees(REFUSAL)


async def test_claire_invites_a_pilot_who_logs_a_meeting_of_her_group(story: Story) -> None:
    claire, lou = story.claire, story.stranger
    await claire.says("/inviter Karim Benali")
    await claire.presses("➕ Pilote")
    await claire.presses("GT Santé mentale")
    code = re.search(r"start=([\w-]+)", claire.card.text)
    assert code is not None
    await story.join(lou, code[1])
    lou.sees("Bienvenue, Karim ! Votre rôle : pilote – CLS du bassin alésien.", "Votre groupe : GT Santé mentale.")
    await lou.says("GT Santé mentale hier 14h-16h, 6 présents")
    await lou.presses("✅ Enregistrer")
    lou.sees("✅ C’est enregistré.")
    assert len(await lou.receives_documents(1)) == 1
    assert claire.documents == []


async def test_an_invitation_expires(story: Story) -> None:
    claire, lou = story.claire, story.stranger
    await claire.says("/inviter Lou Nouvelle")
    await claire.presses("➕ Contributrice ou contributeur")
    code = re.search(r"start=([\w-]+)", claire.card.text)
    assert code is not None
    story.passes(days=8)
    await story.join(lou, code[1])
    lou.sees(REFUSAL)


async def test_a_pilot_keeps_to_her_groups(story: Story) -> None:
    marc = story.marc
    await marc.says("GT Nutrition hier 14h-16h, 12 présents")
    marc.sees("Vous pouvez enregistrer les réunions des groupes que vous pilotez. Pour celle-ci, demandez à la coordination.")
    assert marc.documents == []


async def test_a_contributor_notes_her_own_hours_only(story: Story) -> None:
    ines = story.ines
    await ines.says("GT Diabète hier 14h-16h, 12 présents")
    ines.sees(
        "Les réunions sont enregistrées par les pilotes et la coordination : demandez-leur. "
        "Écrivez /aide pour voir ce que je sais faire pour vous."
    )
    await ines.says("2h de préparation hier pour le GT Nutrition")
    await ines.presses("✅ Enregistrer")
    ines.sees("✅ C’est enregistré.", "⏱ 2 h de préparation")
    await ines.says("Karim Benali a fait 3h de préparation hier pour le GT Nutrition")
    ines.sees("Vous pouvez noter vos propres heures. Pour celles d’une autre personne, demandez à la coordination.")


async def test_only_a_coordinator_invites(story: Story) -> None:
    await story.marc.says("/inviter Lou Nouvelle")
    story.marc.sees("Seule la coordination peut inviter quelqu’un. Dites-lui qui vous souhaitez inviter.")
