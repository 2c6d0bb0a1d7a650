"""Words looked for are found whatever their accents, capitals, endings and articles."""

from __future__ import annotations

import pytest

from bot.french.mentions import MOST_WORDS, bare, places, sought_in

TOLD = [
    ("l'école de l'asthme", "L’École de l’asthme ouvre en mars", ["École", "asthme"]),
    ("ecole asthme", "deux écoles pour les asthmes", ["écoles", "asthmes"]),
    ("lasthme", "parler de l'asthme", ["asthme"]),
    ("infirmières", "un infirmier libéral", ["infirmier"]),
    ("vaccins", "campagne de vaccination à la rentrée", ["vaccination"]),
    ("école", "une étude d’écologie scolaire", []),
    ("eau", "un réseau à l’eau", ["eau"]),
    ("VIH", "autotests vih", ["vih"]),
    ("manœuvre", "une MANOEUVRE", ["MANOEUVRE"]),
    ("plan 2026", "le plan de 2025, puis de 2026", ["plan", "2026"]),
]


@pytest.mark.parametrize(("words", "text", "found"), TOLD, ids=[words for words, _, _ in TOLD])
def test_where_they_stand(words: str, text: str, found: list[str]) -> None:
    assert [text[one.first : one.end] for one in places(text, sought_in(words))] == found


def test_only_the_words_that_count_are_sought() -> None:
    assert [one.stems for one in sought_in("sur l'école de l'asthme déjà, l'école")] == [("ecol",), ("asthm",)]
    assert sought_in("de quoi") == ()
    assert len(sought_in("canicule mobilité aidants diabète enquête élèves transport")) == MOST_WORDS


def test_what_is_looked_for_is_said_again_without_the_small_words_around_it() -> None:
    assert (bare("l'école de l'asthme déjà"), bare("le transport au"), bare("de quoi")) == ("école de l'asthme", "transport", "de quoi")
