"""The demonstration as the trial shows it on Thursday 12 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.demonstration import DemonstrationTerritory, build

UNTIL = date(2026, 3, 12)


@pytest.fixture(scope="package")
def demo() -> DemonstrationTerritory:
    """Built once: its values never change."""
    return build(UNTIL)
