"""Whether a correction that names what it speaks of changes just that: the next date, a person, one decision, the end, an action."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.drafts import DraftContent, Field, MeetingDraft, NextMeetingDraft
from tests.understanding.cards import CARD, KARIM, MEETING, SOPHIE, answer, changes, told
from tests.understanding.territory import GROUPS, kept

SOPHIE_RELANCE = "Sophie Martin : relance la CAF"
KARIM_RESERVE = "Karim Benali : réserve la salle"
PMI = "Protection maternelle et infantile d'Alès excusé"


@pytest.mark.parametrize(
    ("said", "following"),
    [
        ("Plutôt le 21 janvier à 10h pour la prochaine", "2027-01-21 10:00:00"),
        ("le 21 janvier plutôt pour la prochaine réunion", "2027-01-21 14:00:00"),
        ("ce sera le 21 à 10h la prochaine", "2027-01-21 10:00:00"),
        ("la prochaine c'est à 10h", "2027-01-12 10:00:00"),
        ("en fait la prochaine fois on se voit à 9h30", "2027-01-12 09:30:00"),
        ("la prochaine sera en visio", "2027-01-12 14:00:00 visio"),
        ("la prochaine est à la mairie d'Anduze", "2027-01-12 14:00:00 mairie d'Anduze"),
        ("pas le 12 janvier, le 13", "2027-01-13 14:00:00"),
        ("le 13 janvier et pas le 12", "2027-01-13 14:00:00"),
        ("non pas le 12 mais le 19", "2027-01-19 14:00:00"),
        ("le 14 au lieu du 12 janvier", "2027-01-14 14:00:00"),
        ("la prochaine ce n'est pas le 12, c'est le 19 à 15h", "2027-01-19 15:00:00"),
        ("le 19 janvier à 9h", "2027-01-19 09:00:00"),
        ("non, le 19 janvier", "2027-01-19 14:00:00"),
    ],
)
def test_the_next_meeting_alone_moves(said: str, following: str) -> None:
    assert changes(said) == {"next_meeting": following}


@pytest.mark.parametrize("said", ["le 15", "non le 15", "plutôt le 15", "vendredi 15"])
def test_the_other_day_that_the_card_offers_is_that_of_the_next_meeting(said: str) -> None:
    offered = NextMeetingDraft(day=date(2027, 1, 8), other_day=date(2027, 1, 15), starts=time(14), group_id=MEETING.group_id)
    card = DraftContent(meetings=(replace(MEETING, next_meeting=offered),))
    corrected = answer(said, card).content.meetings[0]
    assert (corrected.day, corrected.next_meeting) == (
        MEETING.day,
        NextMeetingDraft(
            day=date(2027, 1, 15), starts=time(14), group_id=MEETING.group_id, said=said.removeprefix("non ").removeprefix("plutôt ")
        ),
    )


@pytest.mark.parametrize(
    "said", ["pas de prochaine réunion", "la prochaine n'est pas encore fixée", "supprime la prochaine date", "enlève le 12 janvier"]
)
def test_there_is_no_next_meeting(said: str) -> None:
    assert changes(said) == {"next_meeting": None}


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("on a fini à 17h", {"ends": "17:00:00", "minutes": 180}),
        ("la fin c'était 17h", {"ends": "17:00:00", "minutes": 180}),
        ("heure de fin : 17h", {"ends": "17:00:00", "minutes": 180}),
        ("c'était jusqu'à 17h", {"ends": "17:00:00", "minutes": 180}),
        ("17h pour la fin", {"ends": "17:00:00", "minutes": 180}),
        ("pas 16h30, 17h", {"ends": "17:00:00", "minutes": 180}),
        ("fini à 17h et pas 16h30", {"ends": "17:00:00", "minutes": 180}),
        ("pas 14h, 15h", {"starts": "15:00:00", "minutes": 90}),
        ("on a commencé à 13h30", {"starts": "13:30:00", "minutes": 180}),
        ("le début c'était 13h30", {"starts": "13:30:00", "minutes": 180}),
        ("début 13h30, fin 17h", {"starts": "13:30:00", "ends": "17:00:00", "minutes": 210}),
    ],
)
def test_the_hour_that_is_named_moves(said: str, hours: dict[str, object]) -> None:
    assert changes(said) == hours


@pytest.mark.parametrize("said", ["on a fini à midi", "fini à midi", "on a terminé à midi"])
def test_an_end_is_no_topic(said: str) -> None:
    morning = DraftContent(meetings=(MeetingDraft(author_id=1, day=date(2026, 12, 8), starts=time(10), group_id=GROUPS["GT Diabète"]),))
    assert changes(said, morning) == {"ends": "12:00:00", "minutes": 120}


@pytest.mark.parametrize("said", ["pas mardi, lundi", "c'était lundi et pas mardi", "lundi au lieu de mardi", "non pas mardi mais lundi"])
def test_one_day_for_another(said: str) -> None:
    assert changes(said) == {"day": "2026-12-07"}


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        ("Sophie c'est pour le 20", [f"{SOPHIE_RELANCE} (2026-12-20)", KARIM_RESERVE]),
        ("pour Sophie c'est le 20", [f"{SOPHIE_RELANCE} (2026-12-20)", KARIM_RESERVE]),
        ("Sophie a jusqu'au 20", [f"{SOPHIE_RELANCE} (2026-12-20)", KARIM_RESERVE]),
        ("Sophie, plutôt avant le 20", [f"{SOPHIE_RELANCE} (2026-12-20)", KARIM_RESERVE]),
        ("Sophie relance la CAF pour le 20", [f"{SOPHIE_RELANCE} (2026-12-20)", KARIM_RESERVE]),
        ("la relance de la CAF c'est pour le 20", [f"{SOPHIE_RELANCE} (2026-12-20)", KARIM_RESERVE]),
        ("pas le 15, le 18 pour Sophie", [f"{SOPHIE_RELANCE} (2026-12-18)", KARIM_RESERVE]),
        ("Karim c'est pour lundi", [f"{SOPHIE_RELANCE} (2026-12-15)", f"{KARIM_RESERVE} (2026-12-14)"]),
        ("la salle c'est à réserver avant le 18", [f"{SOPHIE_RELANCE} (2026-12-15)", f"{KARIM_RESERVE} (2026-12-18)"]),
        ("la première action c'est pour le 20", [f"{SOPHIE_RELANCE} (2026-12-20)", KARIM_RESERVE]),
        ("c'est Mehdi Saïdi qui relance la CAF", ["Mehdi Saïdi : relance la CAF (2026-12-15)", KARIM_RESERVE]),
        ("supprime l'action de Sophie", [KARIM_RESERVE]),
        ("enlève la dernière action", [f"{SOPHIE_RELANCE} (2026-12-15)"]),
        ("enlève la relance de la CAF", [KARIM_RESERVE]),
        ("il n'y a pas d'action", []),
        ("supprime toutes les actions", []),
    ],
)
def test_the_action_that_is_meant_changes(said: str, actions: list[str]) -> None:
    assert changes(said) == {"actions": actions}


@pytest.mark.parametrize(
    ("said", "decisions"),
    [
        ("supprime la première décision", ["imprimer le flyer"]),
        ("enlève la 2e décision", ["lancer l'enquête"]),
        ("retire la dernière décision", ["lancer l'enquête"]),
        ("supprime la décision 1", ["imprimer le flyer"]),
        ("enlève la décision sur le flyer", ["lancer l'enquête"]),
        ("enlève le flyer", ["lancer l'enquête"]),
        ("tu peux enlever la deuxième décision ?", ["lancer l'enquête"]),
        ("supprime les deux décisions", []),
        ("enlève les décisions", []),
        ("aucune décision", []),
        ("la deuxième décision c'est commander le flyer", ["lancer l'enquête", "commander le flyer"]),
        ("la première décision : refaire l'enquête", ["refaire l'enquête", "imprimer le flyer"]),
        ("on a aussi décidé de refaire l'atelier", ["lancer l'enquête", "imprimer le flyer", "refaire l'atelier"]),
        ("ajoute une décision : refaire l'atelier", ["lancer l'enquête", "imprimer le flyer", "refaire l'atelier"]),
    ],
)
def test_the_decision_that_is_named_by_its_place_changes(said: str, decisions: list[str]) -> None:
    assert changes(said) == {"decisions": decisions}


@pytest.mark.parametrize(
    "said",
    [
        "la décision c'est : lancer un flyer",
        "la décision c'est lancer un flyer",
        "la décision c'est de lancer un flyer",
        "non la décision c'était de lancer un flyer",
        "la décision est plutôt : lancer un flyer",
        "décision : lancer un flyer plutôt",
    ],
)
def test_the_only_decision_is_said_anew(said: str) -> None:
    card = kept("GT Diabète hier 14h-16h, 12 présents. On a décidé de refaire l'enquête.")
    expected = ["refaire l'enquête", "lancer un flyer plutôt"] if said.startswith("décision :") else ["lancer un flyer"]
    assert changes(said, card) == {"decisions": expected}


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("excuse aussi la CPAM", ["Sophie Martin", "Karim Benali", "Julie", PMI, "CPAM du Gard excusé"]),
        ("la CPAM aussi était excusée", ["Sophie Martin", "Karim Benali", "Julie", PMI, "CPAM du Gard excusé"]),
        ("excuser la CPAM aussi", ["Sophie Martin", "Karim Benali", "Julie", PMI, "CPAM du Gard excusé"]),
        ("mets Karim en excusé", ["Sophie Martin", "Karim Benali excusé", "Julie", PMI]),
        ("note Sophie absente", ["Sophie Martin absent", "Karim Benali", "Julie", PMI]),
        ("Sophie et Karim étaient excusés", ["Sophie Martin excusé", "Karim Benali excusé", "Julie", PMI]),
        ("la PMI était là finalement", ["Sophie Martin", "Karim Benali", "Julie", "Protection maternelle et infantile d'Alès"]),
        ("retire Julie", ["Sophie Martin", "Karim Benali", PMI]),
        ("Karim n'était pas là", ["Sophie Martin", "Karim Benali absent", "Julie", PMI]),
        ("enlève Sophie et Julie", ["Karim Benali", PMI]),
        ("enlève Karim et ajoute Mehdi Saïdi", ["Sophie Martin", "Julie", PMI, "Mehdi Saïdi"]),
        ("remplace Karim par Mehdi Saïdi", ["Sophie Martin", "Julie", PMI, "Mehdi Saïdi"]),
        ("Mehdi Saïdi à la place de Karim", ["Sophie Martin", "Julie", PMI, "Mehdi Saïdi"]),
        ("tout le monde sauf Karim Benali excusé, plus Mehdi Saïdi", None),
    ],
)
def test_who_is_named_comes_leaves_or_is_excused(said: str, people: list[str] | None) -> None:
    if people is None:
        listed = changes(said)["people"]
        assert isinstance(listed, list)
        assert "Karim Benali excusé" in listed
        assert "Mehdi Saïdi" in listed
    else:
        assert changes(said) == {"people": people}


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("Julie s'appelle Julie Roche et elle est du CSAPA", "Julie Roche (CSAPA des Cévennes)"),
        ("Julie c'est Julie Roche", "Julie Roche"),
        ("Julie, c'est Julie Roche du CSAPA", "Julie Roche (CSAPA des Cévennes)"),
        ("Julie est du CSAPA", "Julie (CSAPA des Cévennes)"),
        ("Julie travaille au CSAPA", "Julie (CSAPA des Cévennes)"),
        ("son nom c'est Julie Roche", "Julie Roche"),
        ("Julie c'est Julie Lefebvre", "Julie Lefebvre"),
    ],
)
def test_somebody_gets_her_name_and_her_structure(said: str, named: str) -> None:
    assert changes(said) == {"people": ["Sophie Martin", "Karim Benali", named, PMI]}


@pytest.mark.parametrize(
    ("said", "headcount"),
    [("ajoute 2 personnes", 14), ("2 personnes de plus", 14), ("enlève une personne", 11), ("pas 12, 13", 13), ("13 et pas 12", 13)],
)
def test_how_many_were_there(said: str, headcount: int) -> None:
    assert changes(said) == {"headcount": headcount}


def test_the_flow_sentence_of_the_product() -> None:
    said = (
        "tout le monde sauf la PMI excusée, plus Mehdi de la Mission locale, fini à 17h. On a décidé de refaire l'atelier à Tamaris, "
        "Sophie voit la salle avant le 20, prochaine date le 19 janvier à 14h"
    )
    meeting = answer(said).content.meetings[0]
    found = told(MEETING, meeting)
    assert (found["ends"], found["minutes"], found["next_meeting"]) == ("17:00:00", 180, "2027-01-19 14:00:00")
    assert found["decisions"] == ["lancer l'enquête", "imprimer le flyer", "refaire l'atelier à Tamaris"]
    assert found["actions"] == [f"{SOPHIE_RELANCE} (2026-12-15)", KARIM_RESERVE, "Sophie Martin : voit la salle (2026-12-20)"]
    people = found["people"]
    assert isinstance(people, list)
    assert "Mehdi Saïdi" in people
    assert people.count(PMI) == 1
    assert set(found) == {"ends", "minutes", "next_meeting", "decisions", "actions", "people"}


@pytest.mark.parametrize(
    "said", ["c'était pas à la Maison de la santé, à la mairie d'Anduze", "à la mairie d'Anduze et pas à la Maison de la santé"]
)
def test_one_place_for_another(said: str) -> None:
    assert {k: v for k, v in changes(said).items() if k != "place_id"} == {"place_said": "mairie d'Anduze", "commune": "Anduze"}


@pytest.mark.parametrize(
    "said", ["non pas le GT Nutrition, le GT Précarité", "c'était le GT Précarité pas le GT Diabète", "GT Précarité au lieu de GT Diabète"]
)
def test_one_group_for_another(said: str) -> None:
    assert answer(said).content.meetings[0].group_id == GROUPS["GT Précarité"]
    assert set(changes(said)) == {"group_id", "next_meeting"} or set(changes(said)) == {"group_id"}


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("retire Ahmed", ("Ahmed",)),
        ("enlève Ahmed Saïdi", ("Ahmed Saïdi",)),
        ("supprime la troisième décision", ("la troisième décision",)),
        ("enlève Mehdi", ("Mehdi",)),
        ("enlève l'action de Mehdi", ("l'action de Mehdi",)),
        ("enlève l'atelier", ("l'atelier",)),
        ("Mehdi c'est pour le 20", ("Mehdi",)),
    ],
)
def test_what_is_not_on_the_card_is_said(said: str, unknown: tuple[str, ...]) -> None:
    heard = answer(said)
    assert (heard.changed, heard.not_found) == ((), unknown)
    assert heard.content == CARD


def test_who_stands_there_leaves_though_another_does_not() -> None:
    heard = answer("retire Ahmed et Julie")
    assert heard.not_found == ("Ahmed",)
    assert told(MEETING, heard.content.meetings[0]) == {"people": ["Sophie Martin", "Karim Benali", PMI]}


def test_one_among_several_is_asked_for() -> None:
    heard = answer("supprime la décision")
    assert (heard.changed, heard.several, heard.content) == ((), ("la décision",), CARD)


@pytest.mark.parametrize(
    "said",
    [
        "12 présents",
        "c'était hier",
        "de 14h à 16h30",
        "c'était le GT Diabète",
        "Sophie Martin était là",
        "la PMI était excusée",
        "fini à 16h30",
        "la prochaine c'est le 12 janvier à 14h",
    ],
)
def test_what_stands_already_changes_nothing(said: str) -> None:
    heard = answer(said)
    assert (heard.changed, heard.not_found, heard.content) == ((), (), CARD)


def test_nobody_is_listed_twice() -> None:
    assert [p.person_id for p in answer("ajoute Karim et Sophie, 14 présents").content.meetings[0].people][:2] == [SOPHIE, KARIM]


def test_of_two_meetings_the_named_one_changes() -> None:
    both = DraftContent(meetings=(MEETING, MeetingDraft(group_id=GROUPS["GT Nutrition"], day=date(2026, 12, 7), minutes=60, headcount=5)))
    heard = answer("GT Nutrition : 6 présents", both).content
    assert heard.meetings[0] == MEETING
    assert told(both.meetings[1], heard.meetings[1]) == {"headcount": 6}


@pytest.mark.parametrize("said", ["mets 13", "mets 13 pour la réunion", "compte 13 pour le GT diabète"])
def test_a_number_ordered_for_the_meeting_is_its_total(said: str) -> None:
    assert changes(said) == {"headcount": 13}


@pytest.mark.parametrize("opening", ["ah et", "ah oui et", "mince j'ai oublié", "zut et", "bon et", "pfff j'avais oublié", "tiens et"])
def test_what_opens_the_answer_to_who_was_there_is_nobody(opening: str) -> None:
    before = changes("Lucie Arnaud", asked=Field.PEOPLE)
    assert "Lucie Arnaud" in str(before)
    assert changes(f"{opening} Lucie Arnaud", asked=Field.PEOPLE) == before
