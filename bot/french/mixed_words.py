"""Which words of documents speak of women and men: the masculine singular, its feminine, and what tells no gender (épicène).

To add one, copy a line. Plurals, « habitantes et habitants » and « habitant·es » follow from it (`mixed.py`); the other parts are said
only where a rule would be wrong. A module and not a lexicon: where templates that people send are filled, only modules may be read.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """`double`: of a word without plural, « chacune et chacun »."""

    masculine: str
    feminine: str
    epicene: str
    epicenes: str = ""
    median: str = ""
    medians: str = ""
    double: str = ""


WORDS = (
    Word("participant", "participante", "personne présente"),
    Word("participant attendu", "participante attendue", "personne attendue"),
    Word("présent", "présente", "personne présente"),
    Word("représenté", "représentée", "personne représentée"),
    Word("excusé", "excusée", "personne excusée"),
    Word("absent", "absente", "personne absente"),
    Word("habitant", "habitante", "personne habitant le territoire", epicenes="personnes habitant le territoire"),
    Word("libéral indemnisé", "libérale indemnisée", "profession libérale indemnisée", medians="libéraux·ales indemnisé·es"),
    Word(
        "libéral non indemnisé", "libérale non indemnisée", "profession libérale non indemnisée", medians="libéraux·ales non indemnisé·es"
    ),
    Word("chacun", "chacune", "chaque personne", double="chacune et chacun"),
)
