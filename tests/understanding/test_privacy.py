"""Whether the situation of a patient is noticed in whatever words, and themes or partners never are."""

from __future__ import annotations

import pytest

from tests.understanding.territory import kept, words_kept

_NOT_SECRET = frozenset({"parlé", "dans", "depuis"})


@pytest.mark.parametrize(
    "told",
    [
        "Situation d'Inès, 16 ans, enceinte, en rupture familiale",
        "Mme D. est suivie au CMP pour dépression",
        "M. Kader a refait une overdose",
        "le fils de Mme Ortiz a été hospitalisé sous contrainte",
        "la petite de Mme Lopez est placée",
        "la fille de Nathalie Zola est anorexique",
        "Mr Bernard vit à la rue depuis mars",
        "une patiente de 45 ans, Mme K, ne prend plus son traitement",
        "J.P., 52 ans, alcoolique, a rechuté",
        "le petit Enzo est suivi pour TDAH",
        "Kévin, SDF, refuse l'hébergement",
        "Mme Zola a perdu la garde de ses enfants",
        "on a parlé de monsieur Ruiz qui boit beaucoup",
        "madame Petitjean a un cancer du sein",
        "Fatou a été excisée",
        "la famille Ramirez est expulsée",
        "Jean-Claude T. sous curatelle",
        "Mme B 78 ans chute à domicile, Alzheimer",
        "l'enfant Lucas, 6 ans, autiste, déscolarisé",
        "le jeune Théo a fait une TS",
        "Amélie a tenté de se suicider",
        "Mme R. est séropositive",
        "M. Vidot est sorti de prison",
        "Mme X a été violée",
        "le cas de Steven (toxicomane)",
        "le mari de Mme Nunes la frappe",
        "julien m 32 ans a rechuté",
        "mme garcia diabétique non suivie",
        "m. lopez schizophrène en rupture de soins",
        "situation de mme haddou sous tutelle",
        "il s'agit de Léa, 15 ans, qui se scarifie",
        "Léa M. hospitalisée à Nîmes",
        "notre patient M. Blanchot refuse sa dialyse",
        "Mme Fernandez est enceinte de 5 mois, sans papiers",
        "Maëlys, placée à l'ASE, fugue",
        "Kevin dort dans sa voiture et boit",
        "Rosa a été mise en HP",
        "M. T. a une hépatite C",
        "un monsieur de 60 ans habitant rue Mistral, M. Roque, psychotique",
        "Ahmed en sevrage au CSAPA",
    ],
)
def test_a_situation_is_left_out(told: str) -> None:
    assert words_kept(told) <= _NOT_SECRET


@pytest.mark.parametrize(
    "told",
    [
        "On a parlé de santé mentale et d'addictions",
        "Le point sur les patients diabétiques et l'obésité",
        "Un usager a témoigné de son parcours",
        "Prévention du suicide chez les jeunes de 15 à 25 ans",
        "Les femmes enceintes et le tabac",
        "Violences faites aux femmes : présentation du réseau",
        "La prise en charge des enfants placés",
        "Sophie Martin présente le dispositif de sevrage tabagique",
        "M. Durand du service de psychiatrie présente l'équipe mobile",
        "Mme Pagès de la prison de Nîmes parle de la sortie de détention",
        "Karim Benali fait le lien avec le CSAPA pour les hospitalisations",
        "Dépistage du VIH et des hépatites le 1er décembre",
        "Julie Lefebvre excusée, malade",
        "Les SDF et l'accès aux soins",
        "Aide aux aidants Alzheimer avec Mme Fabre de France Alzheimer",
        "Atelier diabète animé par Rachid Bouzid",
        "2 patients experts présents",
        "Formation premiers secours en santé mentale pour 12 personnes",
        "La Ligue contre le cancer propose un stand",
        "Mme Benhamou du Secours populaire présente l'aide aux sans-papiers",
        "Le Dr Caron demande une fiche sur l'autisme",
        "Odile est en arrêt jusqu'au 15",
        "Hugo Lemaire envoie le diagnostic santé environnement",
        "Monsieur le maire évoque la crise sanitaire",
        "Farid Amrouche, adulte-relais, présente le diagnostic",
        "on a validé le diagnostic partagé avec Claire Simon",
        "Mme Dubois de l'UDAF explique la tutelle",
        "Marc Delmas, podologue, fait le dépistage du pied diabétique",
        "Relancer la psychiatrie de liaison",
        "L'hôpital présente le service d'addictologie, M. Leroy chef de service",
        "rencontre avec Nathalie Dubois, psychologue au CMP",
        "La famille est au coeur de la prise en charge",
        "M. Perez, directeur de l'EHPAD, signale un manque de soins palliatifs",
        "Mme Roux du Département explique le signalement",
        "Jeanne d'Arc : stand prévention sida au lycée",
    ],
)
def test_a_theme_or_a_partner_is_no_patient(told: str) -> None:
    assert not kept(f"GT Précarité hier 14h-16h, 8 présents. {told}.").privacy_warning


@pytest.mark.parametrize(
    "text",
    [
        "on a vu monsieur Dupont qui est en grosse dépression, GT Précarité hier 14h-16h, 6 présents",
        "la petite de Mme Lopez est placée - GT Précarité hier de 14h à 16h 6 présents",
        "Kévin a fait une TS, hospitalisé à Alès, GT Précarité hier 14h-16h, 6 présents",
    ],
)
def test_the_meeting_told_after_a_situation_is_kept_whole(text: str) -> None:
    content = kept(text)
    (meeting,) = content.meetings
    assert content.privacy_warning
    assert (meeting.group_id is not None, meeting.minutes, meeting.headcount) == (True, 120, 6)
    assert [meeting.topics, meeting.people] == [(), ()]


def test_what_follows_goes_too_when_it_tells_of_the_same_person() -> None:
    content = kept("situation de Léa M. hospitalisée, GT Précarité hier 14h-16h avec son père")
    (meeting,) = content.meetings
    assert content.privacy_warning
    assert [meeting.topics, meeting.people, meeting.group_id] == [(), (), None]


IN_ONE_BREATH = "GT Santé mentale hier 14h-16h, 8 présents, on a parlé de Mme Dupuis qui a fait une TS"


@pytest.mark.parametrize(
    ("turn", "told"), [("sinon on valide le flyer", "on valide le flyer"), ("et puis on a décidé de refaire le flyer", "refaire le flyer")]
)
def test_another_matter_told_in_the_same_breath_is_kept(turn: str, told: str) -> None:
    content = kept(f"{IN_ONE_BREATH}, {turn}")
    assert content.privacy_warning
    assert content.meetings[0].decisions == (told,)


@pytest.mark.parametrize(
    "told",
    [
        "euh Samira appelle le CMP demain",
        "enfin Samira appelle le CMP demain",
        "et puis Samira appelle sa mère",
        "puis Samira la rappelle demain",
        "et puis on a décidé de la suivre au CMP",
        "sinon on valide l'hospitalisation",
        "et puis on valide le flyer et Samira voit avec elle",
    ],
)
def test_what_may_still_be_of_her_goes_too(told: str) -> None:
    content = kept(f"{IN_ONE_BREATH}, {told}")
    (meeting,) = content.meetings
    assert content.privacy_warning
    assert [meeting.decisions, meeting.actions, meeting.topics] == [(), (), ()]
