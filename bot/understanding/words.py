"""Which words a message is made of, with their folded form and their place in the text, as the vocabulary compares them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.lexicon_files import words_of
from bot.understanding.tokens import Token, fold, tokenize

MAX_CHARACTERS = 4096

HYPHENS = frozenset("-‐‑‒_")
LINKS = frozenset({"de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et", "en"})
"""Small words that a vocabulary entry may have or lack: « CCAS de La Grand-Combe », « ccas grand combe »."""

_SAME = {
    "st": "saint",
    "ste": "sainte",
    "gd": "grand",
    "grd": "grand",
    "gde": "grande",
    "grde": "grande",
    "asso": "association",
    "assoc": "association",
    "bat": "batiment",
    "hop": "hopital",
    "hosto": "hopital",
    "mediatheque": "mediatheque",
    "cie": "compagnie",
    "agglo": "agglomeration",
    "dpt": "departement",
    "dept": "departement",
    "ctre": "centre",
    "reu": "reunion",
    "reus": "reunion",
    "reunions": "reunion",
}


_AFTER_BEFORE = words_of("groups", "after_before")  # what follows « av. » where it stands for « avant »
_MAY_BE_WITH = frozenset({"avk", "aveq", "avek", "aveec", "avce", "aevc", "avecc", "vaec", "avc"})
_FIRST_NAMES = words_of("first_names", "common") | {"moi", "nous", "mme", "mr", "dr"}
_COMPANIONS = words_of("parts", "companions")
_STROKE = frozenset(
    {"un", "l", "d", "des", "les", "de", "son", "cet", "fait", "post", "apres", "risque", "risques", "suite", "patient", "patiente"}
)


@dataclass(slots=True)
class Word:
    """One word, number, sign or line end: `text[start:end]`; `canon` is the folded form with abbreviations opened (st → saint).

    Never changed once made, yet not frozen (see `Token`).
    """

    text: str
    fold: str
    canon: str
    start: int
    end: int
    is_word: bool
    is_number: bool
    is_capital: bool


def split_words(text: str, tokens: Sequence[Token] | None = None) -> tuple[Word, ...]:
    """The words, numbers and signs of a text in order, hyphens and apostrophes inside words left out; at most 4,096 characters.

    `tokens` are those of the text, if they are known already.
    """
    tokens = tokenize(text[:MAX_CHARACTERS]) if tokens is None else tokens
    words: list[Word] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        is_word = token.kind == "word"
        if not is_word and token.folded in HYPHENS and _between_letters(tokens, i):
            i += 1
            continue
        last = _dotted(tokens, i) if is_word and len(token.folded) == 1 else i
        if last > i + 1:
            words.append(_sigle(text, tokens[i:last]))
            i = last
            continue
        folded = token.folded if not is_word else token.folded.rstrip("'") if token.folded not in _MAY_BE_WITH else _with(tokens, i)
        beyond = _past_with(tokens, i) if folded in {"av", "ac"} else i
        if beyond > i:
            end = tokens[beyond - 1].end
            words.append(Word(text[token.start : end], "avec", "avec", token.start, end, True, False, False))
            i = beyond
            continue
        words.append(
            Word(
                token.text,
                folded,
                _SAME.get(folded, folded),
                token.start,
                token.end,
                is_word,
                token.kind == "number" and folded.isdecimal(),
                is_word and token.text[0].isupper(),
            )
        )
        i += 1
    return tuple(words)


def _sigle(text: str, tokens: Sequence[Token]) -> Word:
    """« P.J.J. » as one word."""
    folded = "".join(t.folded for t in tokens if t.kind == "word")
    start, end = tokens[0].start, tokens[-1].end
    return Word(text[start:end], folded, folded, start, end, True, False, True)


def _with(tokens: Sequence[Token], i: int) -> str:
    """« aveq », « avc mehdi » at token i as « avec »; « avc » where it is a stroke."""
    return "avec" if tokens[i].folded != "avc" or _means_with(tokens, i) else "avc"


def _means_with(tokens: Sequence[Token], i: int) -> bool:
    """Whether « avc » at token i stands for « avec », not for a stroke: « 2h avc mehdi », « avc Paola et Thomas »."""
    if not tokens[i].text.islower() or i + 1 >= len(tokens) or tokens[i - 1].folded in _STROKE:
        return False
    if tokens[i + 1].kind == "number":
        return i + 2 < len(tokens) and tokens[i + 2].folded in _COMPANIONS
    return tokens[i + 1].kind == "word" and (tokens[i + 1].folded in _FIRST_NAMES or tokens[i + 1].text[0].isupper())


def _past_with(tokens: Sequence[Token], i: int) -> int:
    """The token after « av », « av. » or « ac » that stands for « avec » (« 9 av moi »); i for « 12 av. Carnot », « av. le 15 »."""
    dotted = i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].glued
    j = i + 1 + dotted
    if not tokens[i].text.islower() or j >= len(tokens) or tokens[j].kind != "word" or tokens[j].folded in _AFTER_BEFORE:
        return i
    counted = i > 0 and tokens[i - 1].kind == "number"
    return i if counted and tokens[j].folded not in {"moi", "nous"} else j


def _between_letters(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i stands inside a word, nothing on either side."""
    inside = 0 < i < len(tokens) - 1 and tokens[i].glued and tokens[i + 1].glued
    return inside and tokens[i - 1].kind == "word" and tokens[i + 1].kind == "word"


def _dotted(tokens: Sequence[Token], i: int) -> int:
    """Where a sigle such as « P.J.J. » that begins at token i ends, or i."""
    j = i
    while (
        j + 1 < len(tokens)
        and tokens[j].kind == "word"
        and len(tokens[j].folded) == 1
        and tokens[j + 1].text == "."
        and (j == i or tokens[j].glued)
        and tokens[j + 1].glued
    ):
        j += 2
    if j - i < 4:
        return i
    return j + 1 if j < len(tokens) and tokens[j].glued and len(tokens[j].folded) == 1 and tokens[j].kind == "word" else j


@lru_cache(maxsize=8192)
def key_words(text: str) -> tuple[str, ...]:
    """The canonical words of a vocabulary entry, small link words left out unless nothing else remains."""
    canon = tuple(w.canon for w in split_words(text) if w.is_word or w.is_number)
    return tuple(w for w in canon if w not in LINKS) or canon


def plain(text: str) -> str:
    """A text folded and spaced once, to compare whole sentences."""
    return " ".join(fold(text).split())
