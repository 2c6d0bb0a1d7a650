"""`maillon lancer`: what keeps the bot from starting is told in French, with what to do."""

from __future__ import annotations

import pytest

from tests.console.conftest import Console


def test_a_telegram_that_does_not_answer(console: Console) -> None:
    console.makes_a_territory()
    console.settings |= {"MAILLON_TOKEN": "123456:secret-secret-secret", "MAILLON_API_URL": "http://127.0.0.1:9"}
    said = console.maillon("lancer")
    assert (said.code, said.out, said.err) == (
        1,
        [],
        ["Personne ne répond à l’adresse http://127.0.0.1:9. Vérifiez le réseau et MAILLON_API_URL, puis relancez."],
    )


@pytest.mark.parametrize(("page", "secret"), [("", "123456:not-the-one-of-this-bot"), ("/page", "123456:right-or-wrong-who-knows")])
def test_a_token_or_an_address_that_is_not_the_right_one(console: Console, telegram: str, page: str, secret: str) -> None:
    console.makes_a_territory()
    console.settings |= {"MAILLON_API_URL": f"{telegram}{page}", "MAILLON_TOKEN": secret}
    said = console.maillon("lancer")
    assert (said.code, said.out, said.err) == (
        1,
        [],
        [
            f"{telegram}{page} ne reconnaît pas le jeton. "
            "Demandez-en un à @BotFather (/token) pour MAILLON_TOKEN, et vérifiez MAILLON_API_URL."
        ],
    )
