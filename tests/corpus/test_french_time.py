"""French time on other people's examples: floors that never go down (`../shared/corpus/french_time_dev.jsonl`, required when CI=true)."""

from __future__ import annotations

import importlib.util
import os
import statistics
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.corpus.times_adapter import times

SHARED = Path(os.environ.get("MAILLON_SHARED", Path(__file__).parents[3] / "shared"))
CORPUS, SCORER = SHARED / "corpus" / "french_time_dev.jsonl", SHARED / "tools" / "evaluate_french_time.py"
FLOORS = {
    "date": 98.4,
    "datetime": 97.5,
    "time": 98.0,
    "interval": 95.5,
    "part": 98.0,
    "duration": 100.0,
    "set": 96.0,
    "none": 100.0,
    "ALL": 98.4,
}
"""Percentages measured once, less the room of one item or two.

Of « mardi en 8 » said on a Tuesday the corpus counts from that day, we from the next Tuesday (convention 5 of the messages): wrong there.
"""

pytestmark = pytest.mark.skipif(
    not CORPUS.exists() and os.environ.get("CI") != "true", reason="the corpus of French time is not beside the project"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("evaluate_french_time", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(scorer: ModuleType) -> list[Any]:
    items = [item for item in scorer.load(CORPUS, False, None, None) if item["kind"] != "number"]
    scorer.run(times, items[:20])  # warm
    return scorer.run(times, items)


def test_no_kind_falls_under_its_floor(scorer: ModuleType, rows: list[Any]) -> None:
    table = scorer.table(rows)
    passed = {kind: round(100 * table[kind]["pass"] / table[kind]["n"], 1) for kind in FLOORS}
    assert {kind: rate for kind, rate in passed.items() if rate < FLOORS[kind]} == {}


def test_no_example_raises(rows: list[Any]) -> None:
    assert [item["id"] for item, _, _, got, _ in rows if any("error" in mention for mention in got)] == []


@pytest.mark.bench
def test_reading_is_quick(rows: list[Any]) -> None:
    assert statistics.median(row[4] for row in rows) <= 2
    assert max(row[4] for row in rows) <= 100
