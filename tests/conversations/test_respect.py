"""People are respected: informed, shown what is known of them, listened to, and forgotten when they ask."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from bot.domain.permissions import Role
from storage import tables
from tests.builders import invite
from tests.conversations.bells import moves_to, stays_silent
from tests.conversations.conftest import Someone, Story, plain
from tests.conversations.test_amendments import rows, taps
from tests.conversations.test_directory_file import sends

people, contributions = tables.people, tables.contributions


async def keeps(who: Someone, words: str) -> None:
    """Says it and keeps it."""
    await who.says(words)
    await who.presses("✅ Enregistrer")


async def test_somebody_who_comes_into_the_directory_is_informed(story: Story) -> None:
    claire = story.claire
    await keeps(claire, "mon mail c'est claire@reseda.example")
    await keeps(claire, "ajoute Paul Roux, infirmier à la PMI, 06 39 98 01 03 à l'annuaire")
    await claire.presses("📄 Texte d’information")
    assert "vos données professionnelles\u00a0: nom" in claire.card.text
    text = plain(claire.card.text)
    assert "Bonjour Paul Roux," in text
    assert "nom, fonction, structure et téléphone ;" in text
    assert "écrivez à Claire Fontaine (claire@reseda.example)" in text
    await claire.presses("✅ Information donnée")
    claire.sees("Paul Roux", "ℹ️ Information donnée le mercredi 11 mars 2026")
    await claire.presses("✅ Enregistrer")
    await claire.says("Sophie Martin a été informée hier")
    claire.sees("Sophie Martin", "ℹ️ Information donnée le mardi 10 mars 2026")
    await claire.presses("✅ Enregistrer")
    assert [str(row[0]) for row in rows(story, people.c.informed_on, where=people.c.informed_on.is_not(None))] == [
        "2026-03-10",
        "2026-03-11",
    ]


async def test_each_datum_tells_where_it_comes_from(story: Story) -> None:
    claire = story.claire
    await keeps(claire, "nouveau numéro de Sophie Martin 06 39 98 01 02")
    await claire.says("tel Sophie Martin")
    await claire.presses("✏️ Données et droits")
    claire.sees(
        "Sophie Martin",
        "Directrice, CCAS d’Alès",
        "📞 06 39 98 01 02",
        "👁 Coordonnées : vues par la coordination et les pilotes de ses groupes",
        "ℹ️ Pas encore d’information donnée sur cette fiche",
        "• téléphone : saisie dans Maillon par Claire Fontaine, le 11 mars 2026",
    )
    await claire.presses("✏️ Montrer au réseau")
    claire.sees("Coordonnées : vues par la coordination et les pilotes de ses groupes → vues par la coordination et tous les pilotes")
    await claire.presses("✅ Enregistrer")
    assert rows(story, people.c.visibility, where=people.c.id == 4) == [("réseau",)]


async def test_a_phone_is_shown_to_those_who_may_see_it(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(claire, "nouveau numéro de Sophie Martin 06 39 98 01 02")
    await keeps(claire, "nouveau numéro de Michel Durand 06 39 98 01 05")
    await marc.says("tel Sophie Martin")
    marc.sees("📞 06 39 98 01 02")
    await marc.says("tel Michel Durand")
    marc.sees("🔒 Coordonnées gardées par la coordination : demandez-les-lui.")
    marc.sees_no("06 39")
    await keeps(claire, "coordonnées de Michel Durand visibles par le réseau")
    await marc.says("tel Michel Durand")
    marc.sees("📞 06 39 98 01 05")
    await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=8, role=Role.READER))
    for who in (story.ines, story.stranger):
        await who.says("tel Michel Durand")
        who.sees_no("06 39")
        assert who.buttons == []


async def test_she_sees_what_is_known_of_her_and_corrects_it(story: Story) -> None:
    ines = story.ines
    await keeps(story.claire, "nouveau numéro d'Inès Colin 06 39 98 01 07")
    await ines.says("/moi")
    ines.sees(
        "Votre fiche dans l’annuaire",
        "Bénévole, Association Diabète ensemble",
        "📞 06 39 98 01 07",
        "👁 Vos coordonnées : vues par la coordination et les pilotes de vos groupes",
        "• téléphone : saisie dans Maillon par Claire Fontaine, le 11 mars 2026",
    )
    assert ines.buttons == ["✏️ Corriger", "✏️ Montrer au réseau", "❌ M’opposer", "❌ Demander l’effacement", "⚙️ Quand m’écrire"]
    await ines.presses("✏️ Corriger")
    ines.sees("mon numéro a changé : 06 39 98 01 02")
    await keeps(ines, "mon numéro a changé : 06 39 98 01 08")
    assert rows(story, people.c.phone, where=people.c.id == 3) == [("+33639980108",)]


async def test_she_objects_and_only_the_coordinators_see_her_phone(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(claire, "nouveau numéro de Marc Roussel 06 39 98 01 07")
    await keeps(claire, "nouveau numéro de Sophie Martin 06 39 98 01 02")
    await story.join(story.stranger, invite(story.store, story.doors.territory, person_id=4, role=Role.CONTRIBUTOR))
    sophie = story.stranger
    await sophie.says("/moi")
    await sophie.presses("❌ M’opposer")
    sophie.sees("✋ Opposition notée le mercredi 11 mars 2026", "Le téléphone et le mail ne sont plus vus que par la coordination.")
    await sophie.presses("✅ Enregistrer")
    await marc.says("tel Sophie Martin")
    marc.sees("🔒 Coordonnées gardées par la coordination : demandez-les-lui.")
    await claire.says("tel Sophie Martin")
    claire.sees("📞 06 39 98 01 02")


async def test_she_asks_to_be_erased_and_her_coordinator_answers(story: Story) -> None:
    claire, ines = story.claire, story.ines
    await ines.says("/moi")
    await ines.presses("❌ Demander l’effacement")
    await ines.presses("✅ Enregistrer")
    ines.sees("La coordination trouve cette demande dans /annuaire, et y répond.")
    await claire.says("/annuaire")
    await claire.presses("❌ 1 demande d’effacement")
    claire.sees("❓ Effacer Inès Colin ?")
    await claire.presses("▶ Continuer")
    await claire.presses("✅ Effacer définitivement")
    claire.sees("✅ C’est effacé. Le nom n’apparaît plus nulle part dans Maillon ; les totaux n’ont pas changé.")
    await ines.says("/moi")
    assert plain(ines.card.text).startswith("Bonjour. Maillon est réservé aux personnes invitées")


async def test_one_request_after_the_other_is_answered(story: Story) -> None:
    claire = story.claire
    with story.store.engines.write() as connection:
        connection.execute(sa.update(people).where(people.c.id == 7).values(updated_at=None))
    for who in (story.ines, story.marc):
        await who.says("/moi")
        await who.presses("❌ Demander l’effacement")
        await who.presses("✅ Enregistrer")
    await claire.says("/annuaire")
    assert claire.buttons == ["❌ 1 fiche sans activité depuis trois ans", "❌ 2 demandes d’effacement"]
    await claire.presses("❌ 2 demandes d’effacement")
    await claire.presses("▶ Continuer")
    await claire.presses("✅ Effacer définitivement")
    await claire.presses("▶ Suivante")
    claire.sees("❓ Effacer Marc Roussel ?")
    await claire.presses("❌ Garder la fiche")
    assert claire.buttons == []
    await claire.says("/annuaire")
    assert claire.buttons == ["❌ 1 fiche sans activité depuis trois ans"]


async def test_a_file_that_stood_open_does_not_make_her_again(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, "Nom;Prénom;Structure\nMARTIN;Sophie;CCAS\n".encode())
    card = claire.card
    await claire.says("efface Sophie Martin de l'annuaire")
    await claire.presses("▶ Continuer")
    await claire.presses("✅ Effacer définitivement")
    assert [value for value in everything(story) if "communes." not in value and "martin" in value.casefold()] == []
    left = rows(story, people.c.id)
    await taps(claire, card, "✅ Importer")
    assert claire.toast == "Voici la carte à jour."
    assert claire.buttons == []
    assert rows(story, people.c.id) == left


async def test_who_is_erased_is_reminded_of_nothing_and_nobody_hears_that_she_is_unreachable(story: Story) -> None:
    claire, ines = story.claire, story.ines
    await keeps(ines, "tous les vendredis à 9h appeler Sophie Martin")
    await keeps(ines, "rappelle-moi vendredi à 9h de réserver la salle")
    await claire.says("efface Inès Colin de l'annuaire")
    await claire.presses("▶ Continuer")
    await claire.presses("✅ Effacer définitivement")
    moves_to(story, 2026, 3, 13, 9)
    for who in (ines, claire):
        await stays_silent(story, who)
    assert rows(story, tables.reminders.c.what, tables.reminders.c.state) == [("", "dropped"), ("", "dropped")]
    assert rows(story, tables.notices.c.state, where=tables.notices.c.kind == "reminder") == [("cancelled",)] * 2


def everything(story: Story) -> Iterator[str]:
    """Every value of the database as text."""
    with story.store.engines.read() as connection:
        for table in tables.metadata.sorted_tables:
            for row in connection.execute(sa.text(f"SELECT * FROM {table.name}")).mappings():
                yield from (f"{table.name}.{name}: {value}" for name, value in row.items() if value is not None)


async def test_an_erased_name_stands_nowhere_and_totals_stay(story: Story) -> None:
    claire, marc = story.claire, story.marc
    await keeps(claire, "nouveau numéro de Sophie Martin 06 39 98 01 42")
    await keeps(
        claire,
        "GT Diabète hier 14h-16h, présents : Sophie Martin, Karim Benali. On a décidé de confier le projet à Mme Martin. "
        "Sophie Martin relance la CAF pour le 15",
    )
    await claire.receives_document()
    await keeps(claire, "2h de préparation hier pour le GT Diabète avec Sophie Martin")
    await keeps(marc, "nouveau numéro de Sophie Martin 06 39 98 01 09")
    await marc.says("GT Diabète lundi 10h-12h avec Sophie Martin, S. Martin prend les notes")
    totals = sum(row[0] * row[1] for row in rows(story, contributions.c.minutes, contributions.c.count))
    heads = rows(story, tables.meetings.c.headcount)
    await claire.says("efface Sophie Martin de l'annuaire")
    claire.sees("❓ Effacer Sophie Martin ?")
    assert claire.buttons == ["❌ Abandonner", "▶ Continuer"]
    await claire.presses("▶ Continuer")
    claire.sees("⚠️ C’est définitif : on n’annule pas un effacement.")
    await claire.presses("✅ Effacer définitivement", times=2)
    claire.sees(
        "✅ C’est effacé. Le nom n’apparaît plus nulle part dans Maillon ; les totaux n’ont pas changé.",
        "• GT Diabète, mardi 10 mars 2026",
    )
    assert claire.buttons == []
    told = [value.casefold() for value in everything(story) if not value.startswith("communes.")]
    left = [value for value in told if any(word in value for word in ("martin", "sophie", "39980142", "39980109"))]
    assert left == []
    assert sum(row[0] * row[1] for row in rows(story, contributions.c.minutes, contributions.c.count)) == totals
    assert rows(story, tables.meetings.c.headcount) == heads
    assert rows(story, tables.decisions.c.text) == [("confier le projet à quelqu’un",)]
    assert story.store.integrity() == ()
    await claire.says("/cr")
    await claire.presses("📄 GT Diabète – 10/03/2026")
    document = (await claire.receives_documents(2))[-1]
    assert "martin" not in document.text.casefold()
    await marc.says("/brouillon")
    await marc.presses("✅ Enregistrer")
    marc.sees("✅ C’est enregistré.")
    assert [value for value in everything(story) if "communes." not in value and ("Sophie" in value or "Martin" in value)] == []


async def test_only_a_coordinator_erases(story: Story) -> None:
    await story.marc.says("efface Sophie Martin de l'annuaire")
    story.marc.sees(
        "Vous pouvez corriger les fiches des membres des groupes que vous pilotez. Pour celle-ci, dites à la coordination ce qui change."
    )
    assert rows(story, people.c.id, where=people.c.id == 4) == [(4,)]


async def test_three_years_without_contact_are_proposed_for_deletion(story: Story) -> None:
    with story.store.engines.write() as connection:
        connection.execute(sa.update(people).where(people.c.id == 7).values(updated_at=None))
    await story.claire.says("/annuaire")
    assert story.claire.buttons == ["❌ 1 fiche sans activité depuis trois ans"]
    await story.claire.presses("❌ 1 fiche sans activité depuis trois ans")
    story.claire.sees("❓ Effacer Michel Durand ?")
    await story.claire.presses("❌ Garder la fiche")
    await story.claire.says("/annuaire")
    assert story.claire.buttons == []


async def test_a_phone_goes_into_no_other_chat_for_whom_it_is_not(story: Story) -> None:
    async def is_sent(who: Someone) -> tuple[object, list[str]]:
        asked = who.person.asks_inline("michel durand")
        await asked.is_answered()
        sent = plain(who.person.picks(asked, "Michel Durand").text).splitlines()
        return plain(str(asked.results[0]["description"])), sent

    what = "Chargé de mission, CPAM du Gard"
    kept_back = f"{what}, Alès – sans ses coordonnées : elles sont réservées", ["Michel Durand", what]
    await keeps(story.claire, "nouveau numéro de Michel Durand 06 39 98 01 05")
    assert [await is_sent(who) for who in (story.marc, story.claire)] == [kept_back] * 2
    await keeps(story.claire, "coordonnées de Michel Durand visibles par le réseau")
    assert [await is_sent(who) for who in (story.marc, story.claire)] == [
        (f"{what}, Alès", ["Michel Durand", what, "📞 06 39 98 01 05"])
    ] * 2
    await keeps(story.claire, "Michel Durand refuse qu'on donne son numéro")
    assert [await is_sent(who) for who in (story.marc, story.claire)] == [kept_back] * 2


async def test_who_says_it_in_her_words_is_shown_her_sheet_and_her_rights(story: Story) -> None:
    for words in ("efface mes données", "je m'oppose", "je ne veux plus être dans l'annuaire"):
        await story.ines.says(words)
        assert {"❌ M’opposer", "❌ Demander l’effacement"} <= set(story.ines.buttons)


async def test_an_objection_is_heard_from_the_coordinator(story: Story) -> None:
    claire = story.claire
    await claire.says("Karim Benali refuse qu'on donne son numéro")
    claire.sees("✋ Opposition notée le mercredi 11 mars 2026")
    await claire.presses("✅ Enregistrer")
    await story.marc.says("tel de Karim Benali")
    story.marc.sees_no("06 39 98 01 02")


async def test_a_request_that_is_made_again_the_same_day_is_found_again(story: Story) -> None:
    claire, ines = story.claire, story.ines

    async def asks() -> None:
        await ines.says("/moi")
        await ines.presses("❌ Demander l’effacement")
        await ines.presses("✅ Enregistrer")
        await claire.says("/annuaire")
        assert claire.buttons == ["❌ 1 demande d’effacement"]

    await asks()
    await ines.presses("↩︎ Annuler")
    await claire.says("/annuaire")
    assert claire.buttons == []
    await asks()
    await asks()
    await claire.presses("❌ 1 demande d’effacement")
    await claire.presses("❌ Garder la fiche")
    await asks()


async def test_the_other_papers_that_had_left_with_the_name_are_listed_too(story: Story) -> None:
    claire = story.claire
    await keeps(claire, "GT Nutrition le 7 avril de 14h à 16h")
    await claire.says("feuille d'émargement du GT Nutrition")
    await claire.receives_document()
    await claire.says("invitation GT Nutrition")
    await claire.receives_documents(2)
    await claire.says("exporte l'annuaire")
    await claire.receives_documents(5)
    await claire.says("efface Élise Durant de l'annuaire")
    await claire.presses("▶ Continuer")
    await claire.presses("✅ Effacer définitivement")
    claire.sees(
        "Ces documents déjà envoyés portent le nom :",
        "• fichier de l’annuaire, parti le 11 mars 2026",
        "• invitation, GT Nutrition, mardi 7 avril 2026",
        "• feuille d’émargement, GT Nutrition, mardi 7 avril 2026",
        "Redemandez ceux qui servent encore, et remplacez les anciens.",
    )
    await claire.says("efface Michel Durand de l'annuaire")
    await claire.presses("▶ Continuer")
    await claire.presses("✅ Effacer définitivement")
    claire.sees("• fichier de l’annuaire, parti le 11 mars 2026")
    claire.sees_no("GT Nutrition")
