"""Whom a question to the directory means, and whom it leaves out."""

from __future__ import annotations

import pytest

from bot.domain.requests import FindPartner
from tests.understanding.territory import say


@pytest.mark.parametrize("words", ["la puéricultrice du CCAS", "qui est infirmière au CCAS ?", "le médecin de la CAF"])
def test_a_function_that_nobody_holds_there_is_nobody(words: str) -> None:
    request = say(words)
    assert isinstance(request, FindPartner)
    assert (request.people, request.structures) == ((), ())


def test_a_theme_that_nobody_deals_with_there_is_nobody() -> None:
    request = say("qui s'occupe des moustiques au CCAS d'Alès ?")
    assert isinstance(request, FindPartner)
    assert request.people == ()
