"""What was only asked, supposed, announced or remarked is no decision, and news of somebody is no action."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus.adapter import read
from tests.corpus.floors import TERRITORY
from tests.corpus.test_messages import SENT

HEAD = "GT jeunes ce matin 9h-11h à Atome avec Zoé et Damien. "


def meeting(said: str, head: str = HEAD) -> dict[str, Any]:
    answer = read(head + said, SENT, "Samira El Amrani", TERRITORY)["meetings"]
    assert len(answer) == 1
    return dict(answer[0])


def outcomes(said: str) -> tuple[list[str], list[tuple[list[str], str]]]:
    told = meeting(said)
    return told["decisions"], [(one["who"], one["what"]) for one in told["actions"]]


@pytest.mark.parametrize(
    "said",
    [
        "Le refus de la subvention a été annoncé.",
        "refus de la subvention annoncé",
        "Le retrait du permis a été évoqué",
        "- retrait du permis évoqué\n- fusion des deux assos abordée",
        "La fusion de la MDA et du CSAPA a été longuement discutée",
        "on a parlé de la fusion des deux associations et du refus de la CAF",
        "On a évoqué la création d'un poste et le choix du logo",
        "La création d'un poste a été présentée",
        "suppression du poste annoncée par la CAF",
        "la demande refusée par la CAF a été commentée",
        "on a parlé de l'annulation du bus, le forum annulé a été regretté",
        "Décision de l'ARS attendue en janvier",
        "on envisage la suppression du poste",
        "Mehdi Saïdi annonce que le festival est reporté",
        "la mairie nous a dit que le bus était annulé",
        "on apprend que la subvention est refusée",
        "il est rappelé que le forum est maintenu",
        "le budget devrait être validé en janvier",
    ],
)
def test_what_was_spoken_of_is_not_decided(said: str) -> None:
    assert outcomes(said) == ([], [])


@pytest.mark.parametrize(
    "said",
    [
        "Validation des acquis : Mehdi Saïdi a présenté le dispositif.",
        "Validation des compétences : présentation par Mehdi Saïdi",
        "Arrêt du tabac : Mehdi Saïdi a montré le film",
        "Refus de soins : témoignages",
        "Maintien du lien : tour de table",
        "Passage à l'âge adulte : Mehdi Saïdi explique le parcours",
    ],
)
def test_a_theme_is_not_decided(said: str) -> None:
    assert outcomes(said) == ([], [])


@pytest.mark.parametrize(
    "said",
    [
        "On valide le flyer ?",
        "on garde le stand ou pas ?",
        "question : on garde le stand ?",
        "Est-ce que le forum est repoussé",
        "Est-ce que on valide le flyer",
        "on a décidé quoi pour le flyer ?",
        "Faut-il reporter le forum ?",
        "- flyer validé ?\n- stand : ok ?",
        "OK stand partagé ?",
    ],
)
def test_a_question_decides_nothing(said: str) -> None:
    assert outcomes(said) == ([], [])


@pytest.mark.parametrize(
    "said",
    [
        "Si la CAF refuse, le projet est abandonné.",
        "on ne sait pas si le forum est maintenu",
        "on se demande si on valide le flyer",
        "on verra si on garde le stand",
        "s'il pleut la balade est annulée",
        "quand le budget sera voté on reparlera du stand",
        "tant que la convention n'est pas signée le stand est suspendu",
        "Si jamais on garde le stand ce sera sans barnum",
    ],
)
def test_what_is_supposed_is_not_decided(said: str) -> None:
    assert outcomes(said) == ([], [])


@pytest.mark.parametrize(
    "said",
    [
        "D'accord, c'était trop long.",
        "on est d'accord, c'était trop long",
        "on est tous d'accord c'était bien",
        "tout le monde est d'accord, c'est trop loin",
        "nous sommes d'accord que c'était trop court",
        "horaires : d'accord, c'était trop long",
        "d'accord avec toi c'est trop tôt",
    ],
)
def test_a_remark_is_not_decided(said: str) -> None:
    assert outcomes(said) == ([], [])


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("Le budget a été présenté et validé.", "Le budget a été présenté et validé"),
        ("Flyer présenté, validé", "Flyer présenté, validé"),
        ("Le choix du logo est reporté", "Le choix du logo est reporté"),
        ("On lance le projet si la CAF est d'accord.", "On lance le projet si la CAF est d'accord"),
        ("Il a été décidé que si la CAF refuse on annule le forum", "si la CAF refuse on annule le forum"),
        ("on est d'accord, le bus est supprimé", "on est d'accord, le bus est supprimé"),
        ("Validation du budget : oui", "Validation du budget : oui"),
        ("bilans demandés pour le 15 décembre", "bilans demandés pour le 15 décembre"),
        ("on a dit que le forum est repoussé", "le forum est repoussé"),
        ("D'accord c'était un peu long, mais on a validé le flyer", "on a validé le flyer"),
    ],
)
def test_what_was_decided_is_kept(said: str, decided: str) -> None:
    assert outcomes(said)[0] == [decided]


@pytest.mark.parametrize("said", ["va pour 10h-12h", "ok pour 10h-12h", "va pour 10h à 12h", "va pour de 10h à 12h", "go pour 10h-12h"])
def test_hours_agreed_on_are_those_of_the_next_meeting(said: str) -> None:
    told = meeting(f"Prochaine le 3 décembre, {said}")
    assert told["decisions"] == []
    assert (told["next_meeting"]["date"], told["next_meeting"]["start"], told["next_meeting"]["end"]) == ("2026-12-03", "10:00", "12:00")


def test_hours_agreed_on_are_those_of_the_meeting() -> None:
    told = meeting("va pour 14h-16h", head="GT jeunes hier avec Zoé, ")
    assert (told["start"], told["end"], told["decisions"]) == ("14:00", "16:00", [])


@pytest.mark.parametrize(
    "said",
    [
        "Karim Benali sort d'un congé",
        "Karim Benali sort de l'hôpital vendredi",
        "Karim Benali rend visite à Sylvie Meunier",
        "Karim Benali revient de formation",
        "Karim Benali revient lundi de vacances",
        "Karim Benali rentre lundi",
        "Karim Benali reprend lundi",
        "Karim Benali reprend le travail lundi",
        "Karim Benali part en retraite le 31 décembre",
        "Karim Benali part en formation la semaine prochaine",
        "Karim Benali quitte la mission locale en janvier",
        "Karim Benali passe à mi-temps en janvier",
        "Karim Benali passe à 80 %",
        "Karim Benali rejoint l'équipe",
        "Karim Benali va mieux",
        "Karim Benali arrivera en janvier",
        "Karim Benali suit une formation",
        "Karim Benali fête ses 60 ans",
        "Karim Benali revient sur le budget",
        "je rentre de congé lundi",
    ],
)
def test_news_of_somebody_is_no_action(said: str) -> None:
    assert outcomes(said) == ([], [])


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Karim Benali revient vers nous avant lundi", "revient vers nous"),
        ("Karim Benali revient lundi avec le devis", "revient avec le devis"),
        ("Karim Benali rentre les données avant vendredi", "rentre les données"),
        ("Karim Benali sort le matériel vendredi", "sort le matériel"),
        ("Karim Benali reprend contact avec la CAF lundi", "reprend contact avec la CAF"),
        ("Karim Benali rend le rapport lundi", "rend le rapport"),
        ("Karim Benali rend visite au lycée avant vendredi", "rend visite au lycée"),
    ],
)
def test_what_somebody_will_do_stays_an_action(said: str, what: str) -> None:
    assert outcomes(said) == ([], [(["Karim Benali"], what)])
