"""The sheet of a person or a structure: what it shows, and what its buttons do."""

from __future__ import annotations

import vobject

from tests.conversations.conftest import Story, plain


async def test_one_clear_answer_is_a_whole_sheet(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Diabète hier 14h-16h, présents : Karim Benali et Sophie Martin")
    await claire.presses("✅ Enregistrer")
    await claire.says("tel de Karim Benali")
    assert plain(claire.card.text).splitlines() == [
        "Karim Benali",
        "Conseiller, Mission locale d’Alès",
        "📞 06 39 98 01 02",
        "✉️ karim.benali@mission.example",
        "📍 La Grand-Combe",
        "👥 GT Diabète et GT Santé mentale",
        "🗓 Dernière réunion ensemble : GT Diabète, mardi 10 mars 2026",
    ]
    assert claire.buttons == [
        "📋 Copier le numéro",
        "📇 Fiche contact",
        "🏢 Mission locale d’Alès",
        "👥 Ses groupes",
        "✏️ Données et droits",
    ]


async def test_the_number_is_copied_and_the_contact_is_sent(story: Story) -> None:
    claire = story.claire
    await claire.says("tel de Karim Benali")
    await claire.presses("📋 Copier le numéro")
    assert claire.person.taps[-1].copied == "+33639980102"
    await claire.presses("📇 Fiche contact")
    contact = claire.person.last
    assert contact is not None
    shown = contact.content["contact"]
    card = vobject.readOne(shown.pop("vcard"))
    assert shown == {"phone_number": "+33639980102", "first_name": "Karim", "last_name": "Benali"}
    assert (card.fn.value, card.org.value, card.title.value) == ("Karim Benali", ["Mission locale d’Alès"], "Conseiller")
    assert (card.tel.value, card.email.value) == ("+33639980102", "karim.benali@mission.example")


async def test_from_a_person_to_her_structure_and_back(story: Story) -> None:
    claire = story.claire
    await claire.says("tel d'Élise Durant")
    claire.sees("Élise Durant", "Conseillère, CAF du Gard", "Pas de numéro dans l’annuaire.", "📞 04 65 71 00 01 (CAF du Gard)")
    await claire.presses("🏢 CAF du Gard")
    claire.sees("CAF du Gard", "📞 04 65 71 00 01", "📍 Alès", "👥 1 personne dans l’annuaire")
    await claire.presses("👤 Élise Durant – CAF du Gard")
    claire.sees("Élise Durant")


async def test_her_groups_with_those_that_he_pilots(story: Story) -> None:
    claire = story.claire
    await claire.says("qui est Marc Roussel ?")
    claire.sees("👥 GT Diabète (pilote) et Copil CLS")
    await claire.presses("👥 Ses groupes")
    claire.sees("👥 Les groupes de Marc Roussel", "GT Diabète · pilote", "Copil CLS")


async def test_somebody_found_joins_the_open_card(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition hier 14h-16h avec Sophie Martin")
    await claire.says("tel de Karim Benali")
    await claire.presses("➕ Ajouter à la réunion en cours")
    claire.sees("GT Nutrition", "Sophie Martin (CCAS d’Alès), Karim Benali (Mission locale d’Alès)")
    assert claire.toast == "C’est ajouté à la réunion en cours."
    await claire.says("tel de Karim Benali")
    await claire.presses("➕ Ajouter à la réunion en cours")
    assert claire.toast == "Déjà dans la réunion en cours."


async def test_an_old_button_finds_no_meeting_to_add_to(story: Story) -> None:
    claire = story.claire
    await claire.says("GT Nutrition hier 14h-16h avec Sophie Martin")
    await claire.says("tel de Karim Benali")
    await claire.says("/annuler")
    await claire.presses("➕ Ajouter à la réunion en cours")
    assert claire.toast == "Aucune réunion n’est en cours de saisie : racontez-en une, ou écrivez /reunion."


async def test_the_directory_is_not_for_a_contributor(story: Story) -> None:
    await story.ines.says("tel de Karim Benali")
    story.ines.sees("L’annuaire est réservé aux pilotes et à la coordination : demandez-lui le contact qu’il vous faut.")
