"""A meeting that was not held, hours only imagined, and a question whether they are kept, open no card."""

from __future__ import annotations

import pytest

from bot.domain.requests import KeepContent
from tests.understanding.territory import PEOPLE, kept, say

_ME = "Samira El Amrani"
_NAMES = {ident: name for name, ident in PEOPLE.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Le GT préca devrait durer 3h",
        "le GT préca va durer 3h",
        "le GT préca dure 3h",
        "la permanence de la CAF dure 3h le mardi",
        "si le GT préca d'hier avait duré 3h on aurait fini",
        "le GT préca d'hier est bien enregistré ?",
        "est-ce que mes 2h de maraude préca d'hier sont bien notées ?",
        "le GT préca d'hier, ça s'est pas fait",
        "le GT préca d'hier n'a finalement pas eu lieu",
        "le GT préca d'hier est tombé à l'eau",
    ],
)
def test_what_was_not_held_opens_no_card(text: str) -> None:
    assert not isinstance(say(text, author=_ME), KeepContent)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("GT préca hier, a duré 3h, avec Lucie", 180),
        ("le gt préca d'hier a dure 3h avec Lucie", 180),
        ("réunion GT préca hier, durée 3h", 180),
        ("hier GT préca, 2h si on compte la pause", 120),
        ("GT préca hier 2h avec Lucie, tu peux le noter ?", 120),
        ("GT préca hier 2h, avec Lucie. L'atelier cuisine ne s'est pas fait", 120),
        ("Hier GT préca 14h-16h avec Lucie, la visite n'a pas eu lieu", 120),
        ("GT préca hier 14h-16h avec Lucie, si j'avais su j'aurais pris le train", 120),
        ("Si le GT préca d'hier était à 14h, on a fini à 16h", 120),
    ],
)
def test_what_was_held_still_opens_one(text: str, minutes: int) -> None:
    assert [m.minutes for m in kept(text, author=_ME).meetings] == [minutes]


@pytest.mark.parametrize("text", ["si tu peux noter : 2h de maraude préca hier", "maraude préca hier, dure mais utile : 2h"])
def test_hours_given_still_open_one(text: str) -> None:
    assert [h.minutes for h in kept(text, author=_ME).hours] == [120]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "GT préca, 2h, avec Lucie. Lucie a passé 5h sur l'annuaire et Sophie Martin 3h",
            [("Lucie Arnaud", 300), ("Sophie Martin", 180)],
        ),
        ("GT préca, 2h, avec Lucie. Lucie a fait 2h de route et moi 20 min", [("Lucie Arnaud", 120), (_ME, 20)]),
    ],
)
def test_each_beside_a_meeting_has_her_own(text: str, given: list[tuple[str, int]]) -> None:
    content = kept(text, author=_ME)
    assert [(_NAMES[h.person_id], h.minutes) for h in content.hours if h.person_id] == given
    assert [m.minutes for m in content.meetings] == [120]
