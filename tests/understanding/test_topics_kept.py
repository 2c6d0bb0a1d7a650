"""What was spoken of, announced or counted elsewhere stays as a topic; what says nothing of the meeting does not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus.adapter import read
from tests.corpus.floors import TERRITORY
from tests.corpus.test_messages import SENT

HEAD = "GT SISM hier 10h-11h30 avec Zoé et Jérôme"


def meeting(said: str) -> dict[str, Any]:
    (answer,) = read(said, SENT, "Benoît Chabert", TERRITORY)["meetings"]
    assert (answer["date"], answer["start"], answer["end"]) == ("2026-11-17", "10:00", "11:30")
    return dict(answer)


@pytest.mark.parametrize(
    "said",
    [
        "Vernissage le 5 décembre à 18h",
        "Forum le 22 janvier à 10h",
        "Inauguration vendredi (14h)",
        "SISM du 4 au 17 octobre, vernissage le 5 à 18h",
        "Course le 3 décembre",
        "Loto des aidants dimanche à 14h",
        "AG de l'asso vendredi 18h30",
        "Prochain copil CLS le 22 janvier à 10h, Atome",
        "L'atelier cuisine du 2 novembre : 16 participants",
        "Stand du 6 novembre : 45 présents",
    ],
)
def test_what_is_or_was_held_some_other_day_is_a_topic(said: str) -> None:
    told = meeting(f"{HEAD}. {said}.")
    assert told["topics_keywords"] == [said]
    assert (told["headcount"], told["next_meeting"], told["decisions"], told["actions"]) == (None, None, [], [])
    assert [one["name"] for one in told["attendees"]] == ["Zoé Renard", "Jérôme Picard"]


@pytest.mark.parametrize(
    "said", ["Prochaine réunion le 22 janvier à 10h", "On se revoit le 22 janvier 10h", "Prochain le 22 janvier à 10h"]
)
def test_the_next_meeting_is_no_topic(said: str) -> None:
    told = meeting(f"{HEAD}. {said}.")
    assert (told["topics_keywords"], told["next_meeting"]["date"], told["next_meeting"]["start"]) == ([], "2027-01-22", "10:00")


@pytest.mark.parametrize("said", ["À boucler avant le 1er décembre", "Échéance le 30 novembre", "Présents : Zoé et Jérôme"])
def test_a_heading_is_no_topic(said: str) -> None:
    assert meeting(f"{HEAD}. {said}.")["topics_keywords"] == []


@pytest.mark.parametrize(
    "said",
    [
        "parcoursup, harcèlement, forum santé",
        "mobilité, isolement, aide aux aidants",
        "opération 100 jours pour la santé, dispositif 48h chrono, le 3018, le 119 et pass 15-30",
        "bilan mars bleu",
        "pour caler les ateliers goûter",
        "préparation du dépôt",
        "idée de Zoé : un podcast",
    ],
)
def test_subjects_behind_those_who_were_there_are_kept(said: str) -> None:
    told = meeting(f"{HEAD}, {said}")
    assert (told["topics_keywords"], told["guests"], told["decisions"]) == ([said], [], [])


@pytest.mark.parametrize(
    "said",
    ["très bon échange", "ambiance studieuse", "séance très riche", "dense mais constructif", "autour d'un sandwich", "ça avance bien"],
)
def test_how_it_went_is_no_subject(said: str) -> None:
    assert meeting(f"{HEAD}, {said}")["topics_keywords"] == []


def test_what_somebody_is_stays_with_her() -> None:
    assert meeting(f"{HEAD} et le Dr Aubert, allergologue à Nîmes")["topics_keywords"] == []


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("on a beaucoup parlé du bus", "bus"),
        ("euh on a pas mal parlé de la salle", "la salle"),
        ("on a longuement discuté des aidants", "aidants"),
        ("on a bien avancé sur le flyer", "le flyer"),
        ("on a un peu causé du budget", "budget"),
        ("on a beaucoup parlé de karim haddad qui change de poste en juin", "karim haddad qui change de poste en juin"),
    ],
)
def test_what_one_spoke_of_at_length_is_a_topic(said: str, topic: str) -> None:
    told = meeting(f"gt sism hier 10h-11h30 avec zoé et jérôme {said}")
    assert (told["topics_keywords"], [one["name"] for one in told["attendees"]]) == ([topic], ["Zoé Renard", "Jérôme Picard"])


@pytest.mark.parametrize("said", ["on a bien travaillé", "on a pas parlé du budget", "on a beaucoup ri"])
def test_what_was_not_spoken_of_is_no_topic(said: str) -> None:
    assert meeting(f"gt sism hier 10h-11h30 avec zoé et jérôme {said}")["topics_keywords"] == []


def test_no_topic_is_cut_to_nonsense() -> None:
    assert meeting(f"{HEAD}. L'envie d'un café deuil est là, on verra")["topics_keywords"] == ["L'envie d'un café deuil est là, on verra"]
    told = meeting(f"{HEAD}. J'ai croisé Nathalie Roux sur le parking juste après, elle était désolée")
    assert told["topics_keywords"] == ["J'ai croisé Nathalie Roux sur le parking juste après, elle était désolée"]
    assert meeting(f"{HEAD}. Zoé a raconté que la petite du 3e a refait une TS dimanche")["topics_keywords"] == []
    assert meeting(f"{HEAD}. L'idée d'un bus est retenue")["decisions"] == ["L'idée d'un bus est retenue"]
    (action,) = meeting(f"{HEAD}. T-shirts à commander avant juin")["actions"]
    assert action["what"] == "T-shirts à commander"
