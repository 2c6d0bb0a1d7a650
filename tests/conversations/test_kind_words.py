"""What is refused, missing or too much is said kindly, at once, and with what to do next."""

from __future__ import annotations

import re

import pytest

from bot.domain.permissions import Role
from bot.wiring import first_invitation
from tests.builders import NOW
from tests.conversations.conftest import Someone, Story


async def a_reader(story: Story) -> Someone:
    """Lou, who reads figures."""
    code = first_invitation(story.store, story.doors.territory.id, name="Lou Vidal", role=Role.READER, now=NOW)
    await story.join(story.stranger, code)
    return story.stranger


async def test_another_person_on_her_card_is_refused_at_once(story: Story) -> None:
    ines = story.ines
    await ines.says("2h de préparation hier pour le GT Nutrition")
    await ines.says("non, c'est pour Claire Fontaine")
    ines.sees("Vous pouvez noter vos propres heures. Pour celles d’une autre personne, demandez à la coordination.")
    await ines.says("/brouillon")
    ines.sees("⏱ 2 h de préparation", "📁 GT Nutrition")
    ines.sees_no("👤")


async def test_a_message_too_dense_says_to_send_it_in_several(story: Story) -> None:
    await story.claire.says("le 1 " * 819)
    story.claire.sees(
        "C’est beaucoup pour un seul message : je n’ai pas su le lire, et je n’ai rien enregistré. "
        "Envoyez-le en plusieurs messages plus courts, une réunion à la fois."
    )


async def test_a_pilot_who_tells_of_an_unknown_group_hears_whom_to_ask(story: Story) -> None:
    await story.marc.says("GT Sport hier 14h-16h, 6 présents")
    story.marc.sees("❓ Vous ne pilotez pas « GT Sport ». Est-ce un autre nom d’un de vos groupes ? Sinon, voyez avec la coordination.")
    assert story.marc.buttons == ["GT Diabète", "✏️ Corriger", "❌ Abandonner"]


async def test_inviting_without_a_name_says_exactly_what_to_type(story: Story) -> None:
    await story.claire.says("/inviter")
    story.claire.sees(
        "Qui souhaitez-vous inviter ? Écrivez /inviter suivi du prénom et du nom, dans un même message, par exemple : /inviter Marc Dupont"
    )
    example = re.search(r"/inviter \w+ \w+$", story.claire.card.text)
    assert example is not None
    await story.claire.says(example[0])
    story.claire.sees("Inviter Marc Dupont (nouvelle fiche).", "Quel rôle ?")


async def test_nothing_to_cancel_sends_nobody_where_she_may_not_go(story: Story) -> None:
    nothing = "Il n’y a rien à annuler : ni carte ouverte, ni enregistrement de moins de 24 h."
    await story.marc.says("/annuler")
    story.marc.sees(f"{nothing} Pour corriger une réunion plus ancienne : /cr")
    await story.ines.says("/annuler")
    story.ines.sees(f"{nothing} Pour corriger des heures plus anciennes, demandez à la coordination.")
    lou = await a_reader(story)
    await lou.says("/annuler")
    lou.sees("Il n’y a rien à annuler : votre accès permet de lire, pas d’enregistrer.")


async def test_with_nothing_begun_each_is_told_how_she_may_begin(story: Story) -> None:
    await story.marc.says("/brouillon")
    story.marc.sees("Rien n’est commencé. Racontez-moi une réunion en un message, ou écrivez /reunion.")
    await story.ines.says("/brouillon")
    story.ines.sees("Rien n’est commencé. Dites-moi vos heures en un message, ou écrivez /heures.")


async def test_roles_are_offered_in_the_gender_of_the_directory(story: Story) -> None:
    await story.claire.says("/inviter Karim Benali")
    roles = ["➕ Pilote", "➕ Contributeur", "➕ Lecteur", "➕ Coordinateur"]
    assert story.claire.buttons[: len(roles)] == roles


async def test_a_reader_is_told_what_her_door_opens(story: Story) -> None:
    lou = await a_reader(story)
    await lou.says("/groupes")
    lou.sees("Votre accès permet de lire les chiffres, pas l’agenda ni les groupes : demandez à la coordination de l’élargir.")
    await lou.says("/reunion")
    lou.sees(
        "Les réunions sont enregistrées par les pilotes et la coordination : demandez-leur. "
        "Écrivez /aide pour voir ce que je sais faire pour vous."
    )


async def test_the_help_of_a_contributor_speaks_of_hours_only(story: Story) -> None:
    ines = story.ines
    await ines.says("/aide")
    ines.sees("✏️ la corrige (ou écrivez simplement non, 2 h)")
    await ines.says("1h de préparation hier pour le GT Nutrition")
    await ines.says("non, 2 h")
    ines.sees("⏱ 2 h de préparation")
    await ines.says("/agenda")
    ines.sees("Aucune réunion n’est prévue.")


@pytest.mark.parametrize(
    ("spent", "noted"),
    [("14 min", "14 min notées"), ("1h", "1 h notée"), ("1h30", "1 h 30 notée"), ("2h", "2 h notées")],
)
async def test_hours_are_counted_in_good_french(story: Story, spent: str, noted: str) -> None:
    ines = story.ines
    await ines.says(f"{spent} de préparation hier pour le GT Nutrition")
    await ines.presses("✅ Enregistrer")
    await ines.says("/moi")
    ines.sees(f"⏱ {noted} cette année")


async def test_a_total_of_one_nature_is_said_once(story: Story) -> None:
    await story.claire.says("Copil ASV hier 14h-16h, 5 présents, je n'y étais pas")
    story.claire.sees("⏱ 10 h (nature à préciser)")


async def test_laisse_tomber_undoes_what_was_just_kept_and_nothing_older(story: Story) -> None:
    claire = story.claire
    await claire.says("rappelle-moi d'appeler la CAF jeudi à 9h")
    await claire.presses("✅ Enregistrer")
    story.passes(minutes=1)
    await claire.says("pareil pour le copil")
    story.passes(minutes=1)
    await claire.says("laisse tomber")
    claire.sees("Rien n’est en cours : je n’ai rien changé. Pour défaire votre dernier enregistrement, écrivez annule")
    await claire.says("/rappels")
    assert "la CAF" in claire.card.text
    await claire.says("rappelle-moi d'appeler la MSA vendredi à 9h")
    await claire.presses("✅ Enregistrer")
    await claire.says("laisse tomber")
    claire.sees("↩︎ C’est annulé : appeler la MSA")
    await claire.says("/rappels")
    assert "la CAF" in claire.card.text
    claire.sees_no("MSA")
