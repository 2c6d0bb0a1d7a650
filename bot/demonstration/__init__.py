"""The demonstration: an invented network at the reference scale, in the real communes around Alès."""

from __future__ import annotations

from bot.demonstration.loading import load
from bot.demonstration.territory import DemonstrationTerritory, Speaker, build

__all__ = ["DemonstrationTerritory", "Speaker", "build", "load"]
