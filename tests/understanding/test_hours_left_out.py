"""Hours are given to those who worked, once: not to whoever is only told of beside them, nor as a total and its parts."""

from __future__ import annotations

import pytest

from tests.understanding.territory import PEOPLE, kept

_ME, _LUCIE, _FLO, _SOPHIE = "Samira El Amrani", "Lucie Arnaud", "Florence Girard", "Sophie Martin"
_NAMES = {ident: name for name, ident in PEOPLE.items()}


def _given(text: str) -> list[tuple[str, int | None]]:
    return [(_NAMES[h.person_id] if h.person_id else h.person_said or "", h.minutes) for h in kept(text, author=_ME).hours]


@pytest.mark.parametrize(
    "text",
    [
        "Hier 2h de maraude préca sans Lucie",
        "Hier 2h de maraude préca sans Lucie ni Florence",
        "Hier 2h de maraude préca, Lucie n'a pas pu venir",
        "Lucie et Florence n'ont pas pu venir, 2h de maraude préca hier",
        "2h de maraude préca hier avec tout le monde sauf Lucie",
        "2h de préparation pour le GT préca hier. Sophie Martin devait m'aider mais n'est pas venue",
    ],
)
def test_nobody_who_did_not_come_gives_any(text: str) -> None:
    assert _given(text) == [(_ME, 120)]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("GT préca hier : Lucie 2h, Florence 3h, Sophie Martin 0 cette fois", [(_LUCIE, 120), (_FLO, 180)]),
        ("Hier préca : Lucie 2h, Florence 0h, Sophie Martin 1h", [(_LUCIE, 120), (_SOPHIE, 60)]),
        ("Lucie a remplacé Florence, 2h de maraude préca hier", [(_LUCIE, 120)]),
    ],
)
def test_whoever_gave_none_is_left_out_of_a_list(text: str, given: list[tuple[str, int]]) -> None:
    assert _given(text) == given


@pytest.mark.parametrize(
    "text",
    [
        "Lucie a fait 2h de maraude hier GT préca, moi j'étais au bureau",
        "Lucie a fait 2h de maraude hier GT préca, pas moi",
        "Lucie a fait 2h de maraude hier GT préca sans moi",
        "GT préca hier, maraude : Lucie 2h, pas moi",
        "Lucie a fait 2h de maraude hier GT préca, je n'y étais pas",
        "Lucie a fait 2h de maraude hier GT préca, je n'ai pas pu venir",
        "Lucie m'a dit qu'elle avait fait 2h de maraude hier GT préca",
        "Lucie me signale 2h de maraude hier GT préca",
    ],
)
def test_the_author_who_only_tells_of_them_gives_none(text: str) -> None:
    assert _given(text) == [(_LUCIE, 120)]


@pytest.mark.parametrize(
    "text",
    [
        "Lucie et moi 2h de maraude préca hier",
        "Lucie a fait 2h de maraude préca hier et moi aussi",
        "Lucie m'a aidée 2h hier pour la prépa du GT préca",
        "J'ai fait 2h de maraude préca hier avec Lucie, je n'ai pas noté les noms",
        "2h de maraude préca hier avec Lucie qui n'a pas pu finir",
        "Hier 2h de maraude préca avec Lucie, Florence n'est pas venue",
        "2h de maraude préca hier sans Mme Girard mais avec Lucie",
        "Lucie a animé 2h de permanence hier GT préca, j'étais à l'accueil avec elle",
    ],
)
def test_those_who_worked_are_still_given_theirs(text: str) -> None:
    assert _given(text) == [(_ME, 120), (_LUCIE, 120)]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("4h de maraude préca : 1h lundi et 3h mardi", [60, 180]),
        ("GT préca, 5h cette semaine : 2h lundi, 3h mardi", [120, 180]),
        ("6h de préparation GT préca (2h lundi, 2h mardi, 2h hier)", [120, 120, 120]),
        ("3h de préparation pour le GT préca lundi et 1h mardi", [180, 60]),
        ("Lucie absente au GT préca mais elle a fait 2h de route hier", [120]),
    ],
)
def test_a_total_is_not_counted_beside_its_parts(text: str, minutes: list[int]) -> None:
    assert [m for _, m in _given(text)] == minutes
