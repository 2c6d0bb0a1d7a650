"""On which other days a leave is, said of its card, and what says anything else."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.requests import Hearing
from bot.domain.rhythms import Away
from bot.understanding.leave_days import read_other_days
from tests.understanding.test_leads import INDEX

LEAVE = Away(first=date(2026, 12, 21), last=date(2026, 12, 24))
HEARING = Hearing(now=datetime(2026, 11, 10, 9, tzinfo=ZoneInfo("Europe/Paris")), author_id=1)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("non du 21 au 23", 21, 23),
        ("finalement que le 22", 22, 22),
        ("non que le 22", 22, 22),
        ("non en conge que le 22", 22, 22),
        ("plutot jusqu au 23", 21, 23),
        ("en fait à partir du 22", 22, 24),
        ("pardon c du 22 au 24", 22, 24),
        ("non le 22 décembre seulement", 22, 22),
        ("finalement le 22 et le 23", 22, 23),
        ("non je suis absente du 22 au 23", 22, 23),
        ("que le mardi 22", 22, 22),
    ],
)
def test_its_days_are_told_anew(said: str, first: int, last: int) -> None:
    assert read_other_days(said, LEAVE, HEARING, INDEX) == (date(2026, 12, first), date(2026, 12, last))


@pytest.mark.parametrize(
    "said",
    [
        "du 21 au 23",
        "le 22",
        "non le 22 à 10h",
        "non, 13 présents",
        "finalement GT Diabète le 22",
        "plutôt avec Marc",
        "non",
        "non le 22 ?",
    ],
)
def test_anything_else_is_no_day_of_it(said: str) -> None:
    assert read_other_days(said, LEAVE, HEARING, INDEX) is None
