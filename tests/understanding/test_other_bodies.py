"""What another body than the group that met decided is news: a topic, neither a decision of the group nor something to do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus.adapter import read
from tests.corpus.floors import TERRITORY
from tests.corpus.test_messages import SENT

HEAD = "GT Précarité hier 9h-11h avec Lucie et Florence Girard. "
COPIL = "Copil CLS hier 9h-11h avec Odile et Florence Girard. "


def meeting(said: str) -> dict[str, Any]:
    (answer,) = read(said, SENT, "Samira El Amrani", TERRITORY)["meetings"]
    assert [one["name"] for one in answer["attendees"]][-1] == "Florence Girard"  # what a body did makes nobody present
    return dict(answer)


@pytest.mark.parametrize(
    "said",
    [
        "L'ARS a décidé de financer deux postes en 2028.",
        "le conseil departemental a refuse la subvention",
        "Le conseil municipal a voté la salle de consommation lundi.",
        "La commune de Salindres a voté la subvention.",
        "L'État a gelé les crédits.",
        "La mairie de Salindres autorise le bus sur la place.",
        "l'ARS refuse le financement",
        "L'ARS nous soutient.",
        "L'hôpital ferme deux lits.",
        "Subvention refusée par la CAF",
        "Convention signée le 1er novembre par le Département.",
        "Dossier rejeté par le conseil d'administration de la CAF",
        "Feu vert de la CAF pour le goûter",
        "Avis favorable de l'ARS sur le dossier",
        "La mairie est d'accord pour la salle.",
        "ARS : subvention accordée.",
        "l'agglo et la mairie ont voté le projet",
        "Le copil a validé le budget.",
        "Le copil CLS a adopté le plan d'action.",
        "Le GT Nutrition a annulé la fête.",
    ],
)
def test_the_act_of_another_body_is_a_topic(said: str) -> None:
    told = meeting(HEAD + said)
    assert (told["decisions"], told["actions"], told["topics_keywords"]) == ([], [], [said.rstrip(".")])


@pytest.mark.parametrize(
    "said",
    [
        "Le groupe refuse la proposition de la mairie.",
        "Le GT Précarité a validé la charte.",
        "Le GT a validé le budget.",
        "Les élus ont voté la motion.",
        "La charte proposée par la CAF est adoptée.",
        "Le stand de la mairie est annulé.",
        "La demande de subvention à l'ARS est validée à l'unanimité",
        "On signe la convention avec le Département.",
        "On lance le projet si la CAF est d'accord.",
        "On a validé la convention signée par le Département.",
        "Nous soutenons le projet de la mairie.",
        "Le flyer sera imprimé par la mairie.",
        "Denis Roche est d'accord pour la salle.",
    ],
)
def test_what_the_group_decides_with_or_about_another_stays_a_decision(said: str) -> None:
    told = meeting(HEAD + said)
    assert (told["decisions"], told["actions"]) == ([said.rstrip(".")], [])


def test_what_the_group_wants_of_another_or_lists_as_decided_stays() -> None:
    assert meeting(HEAD + "On a décidé que l'ARS finance le poste.")["decisions"] == ["l'ARS finance le poste"]
    assert meeting(HEAD + "Décisions : la CAF a validé la maquette")["decisions"] == ["la CAF a validé la maquette"]


def test_a_body_is_the_group_where_it_met() -> None:
    assert meeting(COPIL + "Le copil a validé le budget.")["decisions"] == ["Le copil a validé le budget"]
    assert meeting(COPIL + "Le copil CLS a validé le budget.")["decisions"] == ["Le copil CLS a validé le budget"]
    assert meeting(COPIL + "Le cotech a validé le budget.")["decisions"] == []


def test_what_another_did_and_what_the_group_takes_from_it_part() -> None:
    told = meeting(HEAD + "Le copil ASV a voté le budget, on imprime les flyers.")
    assert (told["topics_keywords"], told["decisions"]) == (["Le copil ASV a voté le budget"], ["on imprime les flyers"])


def test_what_a_body_is_to_do_stays_an_action() -> None:
    (action,) = meeting(HEAD + "La CAF envoie les chiffres avant vendredi.")["actions"]
    assert (action["who"], action["what"], action["due"]) == (["CAF du Gard"], "envoie les chiffres", "2026-11-20")
