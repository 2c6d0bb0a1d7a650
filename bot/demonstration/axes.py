"""The eleven priority axes of the demonstration's local health contract, by number."""

from __future__ import annotations

from bot.domain.vocabulary import AxisWords

EARLY_CHILDHOOD = 1
YOUTH = 2
OLD_AGE_AND_DISABILITY = 3
HARDSHIP = 4
MENTAL_HEALTH = 5
ADDICTIONS = 6
NUTRITION = 7
CHRONIC_DISEASES = 8
RIGHTS_AND_CARE = 9
PRIMARY_CARE = 10
ENVIRONMENT = 11

AXES: tuple[AxisWords, ...] = (
    AxisWords(number=EARLY_CHILDHOOD, name="Périnatalité et petite enfance"),
    AxisWords(number=YOUTH, name="Santé des jeunes"),
    AxisWords(number=OLD_AGE_AND_DISABILITY, name="Personnes âgées et handicapées"),
    AxisWords(number=HARDSHIP, name="Précarité et vulnérabilité"),
    AxisWords(number=MENTAL_HEALTH, name="Santé mentale"),
    AxisWords(number=ADDICTIONS, name="Addictions"),
    AxisWords(number=NUTRITION, name="Nutrition"),
    AxisWords(number=CHRONIC_DISEASES, name="Maladies chroniques"),
    AxisWords(number=RIGHTS_AND_CARE, name="Accès aux droits, à la prévention et aux soins"),
    AxisWords(number=PRIMARY_CARE, name="Soins de santé primaire"),
    AxisWords(number=ENVIRONMENT, name="Santé environnement"),
)
