"""How a partner directory is brought in: from the bytes of a file to a plan of sheets, doubts and rows left aside."""

from __future__ import annotations

from bot.importing.planning import plan_import

__all__ = ["plan_import"]
