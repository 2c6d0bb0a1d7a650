"""« rappelle-moi la veille de chaque GT Diabète », « rappels du Copil : J-7 et J-1 »: what is recalled before each meeting of a group."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.leads import DAY, SetLeads
from bot.domain.requests import Hearing, SetReminder
from bot.understanding.index import compile_index
from bot.understanding.reader import read
from tests.message_catalogue import NAMES

INDEX = compile_index(NAMES.vocabulary)
HEARING = Hearing(now=datetime(2026, 3, 11, 18, 30, tzinfo=ZoneInfo("Europe/Paris")), author_id=1)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("rappelle-moi la veille de chaque GT Diabète", (DAY,)),
        ("pour le GT Diabète, rappelle-moi toujours la veille et 2h avant", (DAY, 120)),
        ("rappelle-moi à J-7 et J-1 des GT Diabète", (7 * DAY, DAY)),
        ("rappels du GT Diabète : une semaine avant, la veille et 2 heures avant", (7 * DAY, DAY, 120)),
        ("rappelle-moi toutes les réunions du GT Diabète 3 jours avant", (3 * DAY,)),
        ("préviens-moi systématiquement deux jours avant le GT Diabète stp", (2 * DAY,)),
    ],
)
def test_so_long_before_each_of_its_meetings(said: str, minutes: tuple[int, ...]) -> None:
    assert read(said, HEARING, INDEX) == SetLeads(minutes=minutes, group_id=1)


@pytest.mark.parametrize(
    "said",
    [
        "rappelle-moi la veille de chaque GT Diabète d'imprimer la feuille",
        "rappelle-moi 2h avant le GT Diabète d'imprimer la feuille",
        "rappelle-moi la veille du GT Diabète",
        "rappel GT Diabète",
        "rappels du GT Diabète jeudi",
        "rappelle-moi le GT Diabète",
        "le GT Diabète a duré 2 h",
        "GT Diabète hier 2h, 12 présents",
        "rappelle-moi tous les lundis à 9h le GT Diabète",
    ],
)
def test_what_says_anything_else_is_something_else(said: str) -> None:
    assert not isinstance(read(said, HEARING, INDEX), SetLeads)


@pytest.mark.parametrize(
    ("said", "minutes", "only", "unheeded"),
    [
        ("rappels du GT Diabète", (), False, ()),
        ("rappels gt diabete", (), False, ()),
        ("rappels par défaut du GT Diabète", (), False, ()),
        ("rappels gt diabete une heure avant seulement", (60,), True, ()),
        ("rappels GT Diabète : une semaine avant uniquement", (7 * DAY,), True, ()),
        ("rappels gt diabete jamais", (), True, ()),
        ("rappels gt diabete la veille a 18h", (DAY,), False, ("a 18h",)),
        ("rappels du GT Diabète : la veille à 18h et 2h avant", (DAY, 120), False, ("à 18h",)),
        ("rappels gt diabete le matin meme", (), False, ("le matin meme",)),
    ],
)
def test_what_is_set_is_shown_replaced_or_taken_away(said: str, minutes: tuple[int, ...], only: bool, unheeded: tuple[str, ...]) -> None:
    assert read(said, HEARING, INDEX) == SetLeads(minutes=minutes, group_id=1, only=only, unheeded=unheeded)


def test_of_one_meeting_it_is_a_reminder() -> None:
    heard = read("rappelle-moi la veille du GT Diabète", HEARING, INDEX)
    assert isinstance(heard, SetReminder)
    assert (heard.before, heard.group_id) == (DAY, 1)
