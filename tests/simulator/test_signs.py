"""Whether the page can draw every sign that the bot says, on a computer without a colour emoji font."""

from __future__ import annotations

import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[2]
IN_ANY_FONT = frozenset("→▫▶◀➡")


def test_every_sign_of_the_bot_is_drawn() -> None:
    said = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8")
    drawn = (ROOT / "bot" / "simulator" / "page" / "signs.js").read_text(encoding="utf-8")
    signs = {sign for sign in said if ord(sign) >= 0x2100 and unicodedata.category(sign) in {"So", "Sm"}}
    assert sorted(sign for sign in signs - IN_ANY_FONT if f'"{sign}"' not in drawn) == []
