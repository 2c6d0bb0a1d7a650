"""How many answers are right, slot by slot: the scorer of ../shared/tools when it is at hand, required when CI is true."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

SCORER = Path(__file__).parents[3] / "shared" / "tools" / "evaluate_messages.py"


def judged(lines: Iterable[dict[str, Any]], read: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, int]:
    """Right answers of each slot, and `perfect` messages; skips where the shared scorer does not stand (never in CI)."""
    if not SCORER.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"the scorer {SCORER} is required in CI")
        pytest.skip("the scorer of ../shared is not here")
    spec = importlib.util.spec_from_file_location("evaluate_messages", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    score, perfect = scorer.Score(), 0
    for line in lines:
        score.wrong_here = []
        scorer.judge(score, line["expect"] | {"_author": line["author"]}, read(line))
        perfect += not score.wrong_here
    return dict(score.right) | {"perfect": perfect}
