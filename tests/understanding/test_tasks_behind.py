"""Who sees to what was told just before, without a stop between: dictated behind a decision, or behind what is left to do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus.adapter import read
from tests.corpus.floors import TERRITORY
from tests.corpus.test_messages import SENT

HEAD = "soins pal hier 15h-16h30 avec bruno et camille "
WEEK = {"from": "2026-11-23", "to": "2026-11-29"}


def meeting(said: str, head: str = HEAD) -> dict[str, Any]:
    (answer,) = read(head + said, SENT, "Monique Serre", TERRITORY)["meetings"]
    return dict(answer)


@pytest.mark.parametrize(
    ("said", "decided", "who", "what", "due"),
    [
        (
            "on a decide d ecrire une fiche reflexe pour les ehpad tessier fait la mise en page la semaine pro",
            "ecrire une fiche reflexe pour les ehpad",
            "Bruno Tessier",
            "fait la mise en page",
            WEEK,
        ),
        (
            "on a décidé de tester la télécabine à anduze monsieur martin de la cpam nous envoie les chiffres d'ici vendredi",
            "tester la télécabine à anduze",
            "Philippe Martin",
            "envoie les chiffres",
            "2026-11-20",
        ),
        ("on a acté une charte la cpam nous envoie le modèle", "une charte", "CPAM du Gard", "envoie le modèle", None),
        ("on a validé le livret jacquet relit la fin", "on a validé le livret", "Camille Jacquet", "relit la fin", None),
    ],
)
def test_a_subject_dictated_behind_a_decision(said: str, decided: str, who: str, what: str, due: object) -> None:
    told = meeting(said)
    (action,) = told["actions"]
    assert (told["decisions"], action["who"], action["what"], action["due"]) == ([decided], [who], what, due)


@pytest.mark.parametrize(
    "decided",
    [
        "inviter monsieur martin de la cpam",
        "confier la mise en page à tessier",
        "garder l'affiche de camille",
        "soutenir le projet que porte madame zeroual",
        "demander à monsieur martin d'envoyer les chiffres",
        "attendre les chiffres de la cpam",
    ],
)
def test_somebody_named_in_a_decision_has_no_task(decided: str) -> None:
    told = meeting(f"on a décidé de {decided}" if decided[0] not in "ai" else f"on a décidé d'{decided}")
    assert (told["decisions"], told["actions"]) == ([decided], [])


@pytest.mark.parametrize(
    ("said", "what", "due"),
    [
        (
            "il reste deux cents kits à distribuer à bessèges c'est camille qui s'en charge la semaine prochaine",
            "deux cents kits à distribuer à bessèges",
            WEEK,
        ),
        ("il reste les affiches à coller c'est camille qui s'en occupe", "les affiches à coller", None),
        ("il reste 50 flyers à distribuer, camille s'en charge", "50 flyers à distribuer", None),
        ("il manque 20 tee-shirts, camille s'en charge", "20 tee-shirts", None),
        ("il faut distribuer les kits, c'est camille qui s'en charge", "distribuer les kits", None),
    ],
)
def test_who_sees_to_what_is_left(said: str, what: str, due: object) -> None:
    (action,) = meeting(said)["actions"]
    assert (action["who"], action["what"], action["due"]) == (["Camille Jacquet"], what, due)


def test_what_is_left_with_nobody_is_no_action() -> None:
    assert meeting("il reste deux cents kits à bessèges")["actions"] == []


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Moi : relevé de décisions à l'ARS avant le 23", "relevé de décisions à l'ARS"),
        ("Moi : relevé de décision à envoyer avant le 23", "relevé de décision à envoyer"),
        ("- moi : relevé de décisions pour le 23", "relevé de décisions"),
    ],
)
def test_the_paper_of_decisions_is_a_task(said: str, what: str) -> None:
    told = meeting(said, HEAD.strip() + ".\n")
    (action,) = told["actions"]
    assert (told["decisions"], action["who"], action["what"], action["due"]) == ([], ["Monique Serre"], what, "2026-11-23")


def test_the_paper_of_decisions_heads_them() -> None:
    told = meeting("Relevé de décisions : le stand est validé", HEAD.strip() + ".\n")
    assert (told["decisions"], told["actions"]) == (["le stand est validé"], [])


@pytest.mark.parametrize(
    "said",
    ["on retient la marche, prochaine soit le 8 soit le 10 décembre", "on retient la marche, la prochaine entre le 8 et le 10 décembre"],
)
def test_days_offered_for_the_next_time_are_no_part_of_a_decision(said: str) -> None:
    told = meeting(said)
    assert (told["decisions"], told["next_meeting"] is not None) == (["on retient la marche"], True)


@pytest.mark.parametrize("said", ["on garde la prochaine édition en mai", "on retient soit le 8 soit le 10 décembre pour la marche"])
def test_days_of_what_is_decided_stay_in_the_decision(said: str) -> None:
    assert (meeting(said)["decisions"], meeting(said)["next_meeting"]) == ([said], None)


@pytest.mark.parametrize(
    ("said", "decided", "what"),
    [
        ("tracé choisi, t-shirts à commander avant le 15", "tracé choisi", "t-shirts à commander"),
        ("parcours validé, affiches à imprimer pour le 15", "parcours validé", "affiches à imprimer"),
    ],
)
def test_what_is_to_do_behind_what_was_decided(said: str, decided: str, what: str) -> None:
    told = meeting(said, "soins pal hier 15h-16h30, bruno et camille, ")
    (action,) = told["actions"]
    assert (told["decisions"], action["what"], action["due"]) == ([decided], what, "2026-12-15")


def test_what_is_ready_behind_what_was_decided_is_no_task() -> None:
    told = meeting("parcours validé, affiches prêtes", "soins pal hier 15h-16h30, bruno et camille, ")
    assert (told["decisions"], told["actions"], told["topics_keywords"]) == (["parcours validé"], [], ["affiches prêtes"])
