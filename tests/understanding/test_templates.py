"""Which messages ask for a template or a sample of one, of which document, and which only have the word in them."""

from __future__ import annotations

import pytest

from bot.domain.requests import Command
from bot.domain.templates import TemplateKind
from bot.understanding.templates import kind_named
from tests.understanding.territory import say

K = TemplateKind


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("modèles", "modele"),
        ("nos modèles de documents", "modele"),
        ("modèles de compte rendu", "modele"),
        ("changer le modèle des comptes rendus", "modele"),
        ("je veux utiliser mon modèle d'invitation", "modele"),
        ("notre modèle de feuille d’émargement", "modele"),
        ("exemple de modèle", "exemple_de_modele"),
        ("exemple de modèle de CR", "exemple_de_modele"),
        ("un exemple de modèle de relevé de décisions stp", "exemple_de_modele"),
        ("quels champs pour le modèle de compte rendu", "exemple_de_modele"),
        ("modèle de bilan à remplir", "exemple_de_modele"),
        ("je voudrais partir d'un modèle vierge de convocation", "exemple_de_modele"),
    ],
)
def test_a_template_or_a_sample_of_one(words: str, name: str) -> None:
    assert say(words) == Command(name=name)


@pytest.mark.parametrize(
    "words",
    [
        "le GT Nutrition a validé le modèle d'invitation",
        "Karim envoie le modèle de compte rendu à la CAF",
        "GT Nutrition hier 14h-16h, 5 présents, décision : un modèle de compte rendu commun",
        "rappelle-moi d'envoyer le modèle d'ordre du jour",
        "l'invitation pour jeudi",
    ],
)
def test_what_only_has_the_word_in_it(words: str) -> None:
    request = say(words)
    assert not (isinstance(request, Command) and "modele" in request.name)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("modèle d’invitation", K.INVITATION),
        ("Lettre de convocation type", K.INVITATION),
        ("compte-rendu", K.MINUTES),
        ("CR GT", K.MINUTES),
        ("modele_feuille_emargement_2026", K.SIGNING_SHEET),
        ("O.D.J.", K.AGENDA),
        ("Modele-releve-de-decisions", K.DECISIONS),
        ("Rapport d’activité", K.REVIEW),
        ("modele", None),
        ("", None),
        ("invitation pour le bilan", None),
        ("décrire", None),
    ],
)
def test_the_document_that_a_caption_or_a_file_names(words: str, kind: TemplateKind | None) -> None:
    assert kind_named(words) is kind
