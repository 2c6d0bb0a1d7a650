"""Whether a situation is noticed when its person is disguised: a periphrasis, an initial, a file; and what only looks like one is kept."""

from __future__ import annotations

import pytest

from tests.understanding.territory import kept, words_kept

_NOT_SECRET = frozenset({"parlait", "dont", "dans", "depuis"})


@pytest.mark.parametrize(
    "told",
    [
        "la petite du 3e a encore refait une TS",
        "K., 15 ans, a arrêté de manger depuis Noël",
        "la dame au chien, celle qui est sous tutelle et qui refuse l'insuline",
        "Dossier 2 : sortie d'UMD, logement perdu, frère hostile",
        "Cas n°3 : schizophrénie, rupture de traitement",
        "la jeune maman de Salindres dont on parlait, c'est une dépression post-partum",
        "Mme B. est revenue positive à la coke",
        "son voisin, Alzheimer, qui sort la nuit en pyjama",
        "son patient de la rue Pasteur décompense",
        "notre collègue de l'accueil est en arrêt pour burn out",
        "le facteur d'Anduze a été amputé",
        "une patiente sous insuline refuse les soins",
        "le jeune au chien blanc dont on parlait dort dehors",
        "celle du 4e a rechuté",
        "la dame qui vient au café a été hospitalisée",
    ],
)
def test_a_disguised_situation_is_left_out(told: str) -> None:
    assert words_kept(told) <= _NOT_SECRET


@pytest.mark.parametrize(
    "told",
    [
        "On a parlé des femmes enceintes",
        "Atelier dépression du post-partum à la PMI",
        "Formation insuline validée",
        "Prise en charge des patients sous tutelle",
        "La maman d'un élève était présente",
        "Projection de « La dame au petit chien »",
        "La dame de l'UNAFAM présente son atelier sur la schizophrénie",
        "Le monsieur de la ligue contre le cancer a tenu un stand",
        "Le bénévole de France Alzheimer a présenté le café mémoire",
        "Dossier 2 : subvention pour l'atelier dépression",
        "Notre collègue du CMP a présenté la fiche HDT",
        "Comment orienter un patient qui décompense",
        "Le facteur de risque principal est l'obésité",
        "La petite salle du 3e est réservée",
        "Une femme sur cinq fait une dépression",
    ],
)
def test_a_theme_a_service_or_a_guest_is_nobody(told: str) -> None:
    assert not kept(f"GT Précarité hier 14h-16h, 8 présents. {told}.").privacy_warning


def test_a_theme_told_behind_a_disguised_situation_is_kept() -> None:
    content = kept("GT Précarité hier 14h-16h, 8 présents. La petite du 3e a refait une TS. On a parlé de prévention du suicide.")
    assert content.privacy_warning
    assert content.meetings[0].topics == ("prévention du suicide",)
