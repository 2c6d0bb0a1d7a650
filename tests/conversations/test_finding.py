"""Finding somebody: /annuaire, plain words, and « @bot … » in any chat."""

from __future__ import annotations

from tests.conversations.conftest import Story, plain
from tests.conversations.test_directory_file import sends


async def test_a_command_asks_whom_to_look_for_and_any_words_answer(story: Story) -> None:
    claire = story.claire
    await claire.says("/annuaire")
    claire.sees("👤 Qui cherchez-vous ?")
    await claire.says("/annuaire benali misson locale")
    claire.sees("Karim Benali", "📞 06 39 98 01 02")


async def test_misspelt_words_find_the_one_sheet(story: Story) -> None:
    claire = story.claire
    await claire.says("benaly misson")
    claire.sees("Au plus près de ce que vous avez écrit :", "Karim Benali", "Conseiller, Mission locale d’Alès")


async def test_two_who_sound_alike_are_both_offered_the_exact_one_first(story: Story) -> None:
    claire = story.claire
    await claire.says("/annuaire durant")
    assert claire.buttons == ["👤 Élise Durant – CAF du Gard", "👤 Michel Durand – CPAM du Gard"]
    await claire.presses("👤 Michel Durand – CPAM du Gard")
    claire.sees("Michel Durand", "Chargé de mission, CPAM du Gard")


async def test_nobody_is_said_kindly(story: Story) -> None:
    await story.claire.says("/annuaire Xavier Zorglub")
    story.claire.sees(
        "Je ne trouve personne pour « Xavier Zorglub ». Essayez un autre mot : un nom, une structure, une fonction ou une commune."
    )


async def test_words_that_name_nobody_stay_what_they_were(story: Story) -> None:
    await story.claire.says("merci beaucoup")
    story.claire.sees_no("Qui cherchez-vous")


async def test_a_member_finds_somebody_in_any_chat_and_sends_her_sheet(story: Story) -> None:
    asked = story.claire.person.asks_inline("benali mi")
    await asked.is_answered()
    assert (asked.titles, asked.personal) == (["Karim Benali"], True)
    assert plain(str(asked.results[0]["description"])) == (
        "Conseiller, Mission locale d’Alès, La Grand-Combe – sans ses coordonnées : elles sont réservées"
    )
    sent = story.claire.person.picks(asked, "Karim Benali")
    assert plain(sent.text).splitlines() == [
        "Karim Benali",
        "Conseiller, Mission locale d’Alès",
    ]


async def test_neither_a_stranger_nor_a_contributor_is_proposed_anybody(story: Story) -> None:
    for who in (story.stranger, story.ines):
        asked = who.person.asks_inline("benali")
        assert await asked.is_answered() == []


async def test_nothing_typed_proposes_nobody(story: Story) -> None:
    asked = story.claire.person.asks_inline("")
    assert await asked.is_answered() == []


async def test_nobody_does_that_there_so_those_who_are_there_are_proposed(story: Story) -> None:
    await story.claire.says("orthophoniste à La Grand-Combe")
    story.claire.sees("👤 Vouliez-vous dire… ?")
    assert story.claire.buttons[0] == "👤 Karim Benali – Mission locale d’Alès"


async def test_a_name_alone_that_nobody_bears_is_said_not_to_be_there(story: Story) -> None:
    await story.claire.says("Xavier Zorglub")
    story.claire.sees(
        "Je ne trouve personne pour « Xavier Zorglub ». Essayez un autre mot : un nom, une structure, une fonction ou une commune."
    )


async def test_a_name_spelt_otherwise_is_said_to_be_only_near(story: Story) -> None:
    claire = story.claire
    await claire.says("tel benalli karim")
    claire.sees("Au plus près de ce que vous avez écrit :", "Karim Benali")
    await claire.says("tel benali karim")
    claire.sees_no("Au plus près")


async def test_a_function_that_nobody_holds_there_is_said_and_the_nearest_is_proposed(story: Story) -> None:
    await story.claire.says("la puéricultrice du CCAS")
    story.claire.sees_no("Sophie Martin")
    story.claire.sees("👤 Vouliez-vous dire… ?")
    assert story.claire.buttons == ["👤 Nathalie Roux – PMI d’Alès"]


CCASES = (
    "Nom;Prénom;Civilité;Structure;Fonction;Commune\n"
    "DUBOIS;Jean;M.;CCAS de Cendras;Directeur;Cendras\n"
    "DUMONT;Marie;Mme;CCAS de Saint-Jean-du-Gard;Conseillère;Saint-Jean-du-Gard\n"
    "FABRE;Anne;Mme;CCAS de Salindres;Directrice;Salindres\n"
    "PHAM;Lise;Mme;CCAS de Saint-Privat-des-Vieux;Directrice;Saint-Privat-des-Vieux\n"
    "BRUN;Odile;Mme;Cabinet médical d'Anduze;Médecin généraliste;Anduze\n"
)


async def test_a_commune_told_in_short_is_not_passed_over(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, CCASES.encode())
    await claire.presses("✅ Importer")
    await claire.says("la dame du CCAS de Saint-Jean")
    claire.sees("Marie Dumont", "Conseillère, CCAS de Saint-Jean-du-Gard")
    await claire.says("la directrice du ccas de saint privat")
    claire.sees("Lise Pham", "Directrice, CCAS de Saint-Privat-des-Vieux")


async def test_who_does_it_elsewhere_is_proposed_and_not_given(story: Story) -> None:
    claire = story.claire
    await sends(claire, story, CCASES.encode())
    await claire.presses("✅ Importer")
    await claire.says("qui est le médecin du CMPP")
    assert plain(claire.card.text).startswith("Je ne trouve personne pour « qui est le médecin du CMPP ». Essayez un autre mot")
    await claire.says("la directrice du ccas de saint jean")
    claire.sees("👤 Vouliez-vous dire… ?")
