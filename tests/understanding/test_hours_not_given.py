"""Hours that are a habit, or still to be given, are none that were given."""

from __future__ import annotations

import pytest

from bot.domain.requests import CorrectDraft, Hearing, KeepContent, NotForMe
from bot.understanding.reader import read
from tests.understanding.territory import INDEX, NOW, PEOPLE, kept, say

GIVEN = kept("2h de préparation hier pour le GT Diabète")


@pytest.mark.parametrize(
    "text",
    [
        "je passe 2h par semaine sur le GT Diabète",
        "je fais 3h de permanence tous les mardis",
        "en moyenne 4h par mois de préparation pour le Copil ASV",
        "je consacre environ une demi-journée par semaine au GT Diabète",
        "d'habitude je fais 2h de prépa pour le GT Diabète",
        "2h/semaine pour le GT Diabète",
        "je passe 2h sur le GT Diabète tous les mois",
        "j'anime un atelier de 2h toutes les deux semaines",
    ],
)
def test_a_habit_opens_no_card(text: str) -> None:
    assert say(text) == NotForMe(reason="unclear", clarify=True)


@pytest.mark.parametrize(
    "text",
    [
        "je vais passer 2h sur le GT Diabète",
        "je passe 2h demain sur le GT Diabète",
        "je compte passer 3h de préparation jeudi",
        "je prévois 2h de rédaction la semaine prochaine",
        "il me faudra 2h de préparation pour le GT Diabète",
        "je passerai 2h sur le GT Diabète",
        "nous ferons 3h de permanence pour le GT Addictions",
    ],
)
def test_hours_to_come_open_no_card(text: str) -> None:
    assert say(text) == NotForMe(reason="hours_ahead", clarify=True)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("j'ai passé 2h sur le GT Diabète", 120),
        ("j'ai passé 1h par jour cette semaine sur le GT Diabète", 60),
        ("je note 2h de préparation GT Diabète", 120),
        ("je vais noter 2h de préparation pour le GT Diabète", 120),
        ("il faut ajouter 2h de préparation pour le GT Diabète", 120),
        ("comme d'habitude 2h de préparation hier pour le GT Diabète", 120),
    ],
)
def test_hours_given_open_one(text: str, minutes: int) -> None:
    assert [h.minutes for h in kept(text).hours] == [minutes]


def _right_after(text: str) -> object:
    return read(text, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=GIVEN, kept=True), INDEX)


@pytest.mark.parametrize("text", ["non, 3h", "en fait 3h", "3h en fait", "c'était 3h", "corrige : 3h", "je me suis trompée, 3h", "non 3h"])
def test_a_sentence_that_says_so_corrects_the_hours_just_kept(text: str) -> None:
    request = _right_after(text)
    assert isinstance(request, CorrectDraft)
    assert [h.minutes for h in request.content.hours] == [180]


@pytest.mark.parametrize("text", ["3h de préparation lundi, GT Diabète", "1h de route hier, GT Diabète", "2h lundi pour le GT Diabète"])
def test_any_other_hours_are_new_ones(text: str) -> None:
    assert isinstance(_right_after(text), KeepContent)
