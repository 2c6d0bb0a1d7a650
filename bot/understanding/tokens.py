"""Which words, numbers and signs a message is made of, each with its plain form and its place in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.french.folding import fold as fold
from bot.understanding.slips import fused_words, reader_of_slips

TokenKind = Literal["word", "number", "punct", "newline", "emoji", "symbol"]


@dataclass(slots=True)
class Token:
    """One word, run of digits or sign. `start` and `end` (excluded) are code points of the original text.

    Never changed once made, yet not frozen: freezing doubles the time of each.

    `folded` is what the grammars compare: lower case, no accents, « ’ » as « ' », « œ » as « oe », digits of any script as 0-9.
    An elided word keeps its apostrophe (« l' », « d' », « jusqu' ») and is a token of its own; « aujourd'hui » is one word;
    a hyphen is a token of its own (« après-demain » is three). `glued`: nothing stands between this token and the one before.
    """

    text: str
    folded: str
    start: int
    end: int
    kind: TokenKind
    glued: bool = False


_STATES = ("presan", "absan", "exus", "ecxus", "escus")  # « Presant Zoé »: typed by ear, and no name for all its capital
_ELIDED = frozenset(("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "presqu", "entr", "quoiqu"))
_MARKS = "\u0300-\u036f"
_TOKEN = re.compile(
    rf"""(?P<newline>\r\n|[\n\r\v\f\x85\u2028\u2029])
    |(?P<today>[Aa]ujourd[’'ʼ]?hui(?![^\W\d_]))
    |(?P<number>\d+|[½¼¾])
    |(?P<word>(?:[^\W\d_][{_MARKS}]*)+)
    |(?P<sign>\S)""",
    re.VERBOSE,
)
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_APOSTROPHES = frozenset("'’ʼ")


@lru_cache(maxsize=8)  # several rooms read the same message in turn
def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens of the text in order; spaces and invisible signs give none. Any text will do; the time is linear in its length."""
    found: list[Token] = []
    free_from = -1  # end of the last token, to know what is glued
    skip_to = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip_to:
            continue
        group, said = match.lastgroup, match.group()
        if group == "word":
            if (fused := _FUSED.get(_folded_word(said))) is not None and text[end : end + 1] not in _APOSTROPHES:
                cut, before, after = start + fused[0], fused[1], fused[2]
                found.append(Token(text[start:cut], before, start, cut, "word", start == free_from))
                found.append(Token(text[cut:end], after, cut, end, "word", True))
                free_from = end
                continue
            if end < len(text) and text[end] in _APOSTROPHES and _elides(text, start, end):
                end += 1
                skip_to = end
                said = text[start:end]
            meant = said if said.islower() or not (_heads_list(text, end) or fold(said).startswith(_STATES)) else said.lower()
            found.append(Token(said, _folded_word(meant), start, end, "word", start == free_from))
            free_from = end
            continue
        kind = _kind(said, group)
        if kind is None:
            continue
        found.append(Token(said, _folded(said, kind), start, end, kind, start == free_from))
        free_from = end
    return tuple(found)


def _heads_list(text: str, end: int) -> bool:
    """Whether a colon follows: « Présants : » is no name, for all its capital."""
    return text[end : end + 2].lstrip()[:1] == ":"


def _elides(text: str, start: int, end: int) -> bool:
    """Whether the word at [start, end) before an apostrophe is cut short before a vowel: « l’ARS », « jusqu'à »."""
    return text[end + 1 : end + 2].isalnum() and text[start:end].lower() in _ELIDED


def _kind(said: str, group: str | None) -> TokenKind | None:
    """What a match is, None for what leaves no token (joiners, variation selectors, control characters)."""
    if group == "newline":
        return "newline"
    if group == "number":
        return "number"
    if group == "today":
        return "word"
    category = unicodedata.category(said)
    if category == "So":
        return "emoji" if said not in "°©®№" else "symbol"
    if category in ("Sk", "Sm", "Sc", "No", "Nl"):
        return "emoji" if "\U0001f3fb" <= said <= "\U0001f3ff" else "symbol"
    return "punct" if category.startswith("P") else None


def _folded(said: str, kind: TokenKind) -> str:
    if kind == "number":
        return _FRACTIONS.get(said) or (said if said.isascii() else "".join(str(unicodedata.decimal(sign)) for sign in said))
    if kind == "word":
        return _folded_word(said)
    if kind == "newline":
        return "\n"
    return "'" if said in _APOSTROPHES else said


def _folded_word(said: str) -> str:
    """The folded form of a word, kept for the words of usual length: people type the same ones again."""
    return _folded_anew(said) if len(said) > _LONGEST_KEPT else _folded_once(said)


def _folded_anew(said: str) -> str:
    plain = fold(said)
    if said.islower():  # a name is never mended
        plain = _unslipped(plain)
    return "aujourd'hui" if plain.startswith("aujourd") and plain.endswith("hui") and len(plain) <= 11 else plain


_unslipped = reader_of_slips(fold)
_FUSED = fused_words(fold)
_LONGEST_KEPT = 24
_folded_once = lru_cache(maxsize=8192)(_folded_anew)
