"""Which words that could tell a time are a verb: « le GT de jeudi passe à 15h » tells no « jeudi passé »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.tokens import Token


def goes_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether « passe » at token i says where something goes: before « à », « au », or before « a », « en » behind « de jeudi »."""
    if tokens[i].text.casefold() != "passe" or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1].text.casefold()
    return after in ("à", "au") or (after in ("a", "en") and i > 1 and tokens[i - 2].folded in ("de", "du"))
