"""The search keeps what the bench showed, on a small directory made for it (see tests/bench/directory.py for the whole table)."""

from __future__ import annotations

import random

from bot.finding import Index
from tests.bench.made_directory import make_directory
from tests.bench.search_peers import Ours
from tests.bench.typed_queries import Typist


def test_the_right_sheet_comes_first_and_absent_names_are_nobody() -> None:
    rng = random.Random("keeps")
    directory = make_directory(600, rng)
    typist = Typist(directory, rng)
    queries = typist.queries(15)
    ours = Ours(directory.sheets)
    found = [(ours.find(query.text), query.right) for query in queries]
    assert sum(1 for hits, right in found if hits and hits[0] in right) / len(found) >= 0.97
    assert sum(1 for hits, right in found if not right.isdisjoint(hits)) / len(found) >= 0.985
    absent = typist.absent(150)
    index: Index = ours.index
    assert sum(1 for name in absent if not index.find(name).confident) / len(absent) >= 0.98
