"""Whether a name that is erased leaves a text in every form, and no other name does."""

from __future__ import annotations

import pytest

from bot.french.unnaming import like, unnamer

SOPHIE = unnamer("Sophie", "Martin", lone_first=True, lone_last=True, besides=("s.martin@ccas.example", "06 39 98 01 02"))
OF_SEVERAL = unnamer("Sophie", "Martin", lone_first=False, lone_last=False)
HELENE = unnamer("Marie-Hélène", "N'Diaye", lone_first=False, lone_last=True)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Sophie Martin relance la CAF", "quelqu’un relance la CAF"),
        ("MARTIN Sophie et Karim", "quelqu’un et Karim"),
        ("avec Mme Martin", "avec quelqu’un"),
        ("avec madame Sophie MARTIN.", "avec quelqu’un."),
        ("S. Martin, s.martin@ccas.example, 06 39 98 01 02", "quelqu’un, quelqu’un, quelqu’un"),
        ("Martin voit la salle, Sophie aussi", "quelqu’un voit la salle, quelqu’un aussi"),
        ("un martin-pêcheur à Saint-Martin, à St Martin et au Martinet", "un martin-pêcheur à Saint-Martin, à St Martin et au Martinet"),
    ],
)
def test_a_name_that_nobody_else_bears_goes_in_all_its_forms(written: str, left: str) -> None:
    assert SOPHIE(written) == left


def test_alone_it_stays_where_it_may_be_somebody_elses() -> None:
    assert OF_SEVERAL("Sophie Martin, puis Martin, puis Sophie, puis Mme Martin") == "quelqu’un, puis Martin, puis Sophie, puis quelqu’un"


@pytest.mark.parametrize(
    ("name", "pattern"), [("Lefèvre", "%l_f_vr_%"), ("Le Goff", "%l_%g_ff%"), ("N'Diaye", "%_%d____%"), ("Aya", "%"), ("", "")]
)
def test_rows_are_found_by_a_pattern_without_accents(name: str, pattern: str) -> None:
    assert like(name) == pattern


def test_accents_hyphens_and_apostrophes_do_not_matter() -> None:
    assert HELENE("marie helene N’DIAYE, Marie-Hélène N'Diaye, M.-H. N'Diaye, N'Diaye") == "quelqu’un, quelqu’un, quelqu’un, quelqu’un"
