"""What sigles stand for: one table, whose every sigle and long name serves the search and the import alike."""

from __future__ import annotations

from collections import Counter

from bot.finding.concepts import concepts_in
from bot.french.sigles import kinds, long_names
from bot.importing.signatures import signature


def test_each_kind_stands_once() -> None:
    assert [name for name, count in Counter(kind.id for kind in kinds()).items() if count > 1] == []


def test_a_sigle_and_its_long_names_are_one_for_the_import() -> None:
    apart = [
        (sigle, name)
        for kind in kinds()
        for sigle, names in kind.sigles.items()
        for name in names
        if signature(sigle).all_kinds.isdisjoint(signature(name).all_kinds)
    ]
    assert apart == []


def test_a_sigle_and_what_is_said_for_it_are_one_for_the_search() -> None:
    assert {one.concept for one in concepts_in(("planning", "familial")) if not one.theme} == {"@cpef"}
    assert long_names()["cpef"] == ("centre de planification et d'éducation familiale", "planning familial")
