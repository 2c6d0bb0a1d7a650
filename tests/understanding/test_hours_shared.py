"""Hours of several people told in one breath: what they were spent on, whose they are, and the days of a week told once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.understanding.cards import NAMES
from tests.understanding.territory import GROUPS, kept


def _told(message: str) -> list[tuple[str, int | None, str | None]]:
    lines = kept(message).hours
    return [(NAMES[h.person_id] if h.person_id else "?", h.minutes, h.part.value if h.part else None) for h in lines]


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        (
            "Stand au marché ce matin, 4 h pour Chloé Dumas, 4 h pour moi, 2 h pour Karim Haddad. GT dépistage",
            [("Chloé Dumas", 240, "action"), ("Claire Fontaine", 240, "action"), ("Karim Haddad", 120, "action")],
        ),
        (
            "50 min de relecture ce matin pour moi et 35 min pour Dr Lefèvre, gt accès aux soins",
            [("Claire Fontaine", 50, "rédaction"), ("Anne Lefèvre", 35, "rédaction")],
        ),
        (
            "mets 45 min à Julie Lefebvre et 45 min à moi, rédaction de la fiche action ce matin, gt préca",
            [("Julie Lefebvre", 45, "rédaction"), ("Claire Fontaine", 45, "rédaction")],
        ),
        (
            "maraude hier soir : 3h pour Samira, 2h pour moi, GT précarité",
            [("Samira El Amrani", 180, "action"), ("Claire Fontaine", 120, "action")],
        ),
        ("45 min de prépa hier pour Simon, gt nutri, Simon Gaillard donc", [("Simon Gaillard", 45, "préparation")]),
        ("GT diabète 1h30 hier avec Pauline et 30 min de rédaction pour Karim", [("Karim Haddad", 30, "rédaction")]),
    ],
)
def test_each_has_her_share_of_what_was_done(message: str, lines: list[tuple[str, int | None, str | None]]) -> None:
    assert _told(message) == lines


@pytest.mark.parametrize(
    ("message", "group"),
    [
        ("45 min de prépa hier, gt soins... euh non gt nutri en fait", "GT Nutrition"),
        ("2h d'atelier hier gt nutri, euh pardon gt diabète", "GT Diabète"),
        ("1h de prépa hier pour le gt nutrition et le gt diabète", "GT Nutrition"),
    ],
)
def test_the_group_that_takes_another_back_is_meant(message: str, group: str) -> None:
    assert {h.group_id for h in kept(message).hours} == {GROUPS[group]}


@pytest.mark.parametrize(
    ("message", "days"),
    [
        ("2 x 1h30 d'atelier mardi et jeudi de la semaine dernière, gt diabète", (date(2026, 12, 1), date(2026, 12, 3))),
        (
            "3h de maraude mardi et vendredi de la semaine passée, gt préca",
            (date(2026, 12, 1), date(2026, 12, 4)),
        ),
        ("1h de prépa jeudi de la semaine dernière, gt préca", (date(2026, 12, 3),)),
        ("2h de prépa lundi et mardi, gt préca", (date(2026, 12, 7), date(2026, 12, 8))),
    ],
)
def test_a_week_told_once_is_that_of_all_its_days(message: str, days: tuple[date, ...]) -> None:
    assert kept(message).hours[0].days == days
