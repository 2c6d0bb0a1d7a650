"""Which words that could tell a time are a verb: « le GT de jeudi passe à 15h » tells no « jeudi passé »."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.tokens import Token


def goes_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether « passe » at token i says where something goes: before « à », « au », or before « a », « en » behind « de jeudi »."""
    if tokens[i].text.casefold() != "passe" or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1].text.casefold()
    if after == "de" and i > 1 and tokens[i - 2].folded in ("de", "du"):
        return _to_the_end(tokens, i + 2)
    return after in ("à", "au") or (after in ("a", "en") and i > 1 and tokens[i - 2].folded in ("de", "du"))


def _to_the_end(tokens: Sequence[Token], i: int) -> bool:
    """« 14h a 15h », and nothing else, from token i on: « mercredi passe de 14h a 15h, 8 presents » was held."""
    rest = tokens[i:]
    hours = all(token.kind == "number" or token.folded in ("h", "a", "heures", "heure") for token in rest)
    return hours and any(token.folded == "a" for token in rest[1:])
