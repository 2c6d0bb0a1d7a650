"""Whether the situation of one person, named or not, is left out, and the themes of the network's work are kept."""

from __future__ import annotations

import re

import pytest

from tests.understanding.territory import kept

MEETING = "GT Précarité hier 14h-16h avec Sophie Martin"


@pytest.mark.parametrize(
    "told",
    [
        "M. Karim B., sans papiers, a fait une tentative de suicide",
        "Habitante Samia, 32 ans, 3 enfants, conjoint violent",
        "une femme battue venue à l'accueil",
        "elle a perdu son bébé",
        "dame enceinte battue (La Grand-Combe)",
        "un jeune suivi par la PJJ qui fume du crack",
        "la voisine qui entend des voix",
        "Chantal a perdu son mari",
        "Karim Benali a perdu son père",
        "fausse couche de ma nièce",
        "une maman qui se fait frapper par son mari",
        "Ma cousine est enceinte et a été mise dehors",
        "Le fils du voisin deale",
        "Le voisin du dessus se drogue",
        "Vu Sonia K., veuve, demandeuse d'asile",
        "Mon neveu est en garde à vue",
        "Une famille syrienne menacée d'expulsion",
        "Le décès de la maman de Zoé",
        "J. a fait une fausse couche",
        "Un papa qui n'a pas de papiers",
        "Décision : orienter la dame battue vers l'hôtel",
        "Fatima D. battue par son mari",
        "Léonie et son fils handicapé",
    ],
)
@pytest.mark.parametrize("joint", [". ", ", "])
def test_what_one_person_lives_through_is_kept_nowhere(told: str, joint: str) -> None:
    content = kept(f"{MEETING}{joint}{told}")
    (meeting,) = content.meetings
    assert content.privacy_warning
    stored = str((meeting.topics, meeting.decisions, meeting.actions, meeting.title, meeting.place_said, [p.said for p in meeting.people]))
    assert [word for word in re.findall(r"\w{4,}", told.casefold()) if word in stored.casefold()] == []
    assert len(meeting.people) == 1


@pytest.mark.parametrize(
    "told",
    [
        "prévention du suicide",
        "violences conjugales : 3 situations vues",
        "point sur les fausses couches",
        "femmes enceintes : atelier",
        "les jeunes et le crack",
        "deuil périnatal : groupe de parole",
        "accueil des femmes victimes de violences",
        "Zoé excusée, malade",
        "Une habitante a proposé un atelier sur la dépression",
        "Une femme sur dix victime de violences",
        "Un parent isolé sur trois renonce aux soins",
        "Témoignage d'une maman battue",
        "Le tabac chez la femme enceinte",
        "L'enfant placé : journée d'étude",
        "Repérer la femme victime de violences",
        "comment accueillir une femme battue",
        "Aide à la personne dépendante",
        "Une famille d'accueil témoigne",
        "Violences : signalement de la PMI",
        "Un monsieur de l'hôpital a parlé des urgences",
        "Un jeune en service civique présente le stand",
        "L'association a perdu sa subvention, elle est en crise",
        "Il boit un café avec le maire jeudi",
        "Deuil d'un enfant : atelier parents",
        "avec la psychiatre et une sage-femme",
    ],
)
@pytest.mark.parametrize("joint", [". ", ", "])
def test_a_theme_or_a_number_is_nobody(told: str, joint: str) -> None:
    assert not kept(f"{MEETING}{joint}{told}").privacy_warning
