"""How nouns and adjectives agree in number: « 0 présent », « 2 comptes rendus », « 3 structures représentées »."""

from __future__ import annotations

from decimal import Decimal

from bot.french.numbers import number
from bot.french.typography import NBSP

_IRREGULAR = {
    "œil": "yeux",
    "ciel": "cieux",
    "travail": "travaux",
    "bail": "baux",
    "vitrail": "vitraux",
    "émail": "émaux",
    "corail": "coraux",
    "madame": "mesdames",
    "monsieur": "messieurs",
    "mademoiselle": "mesdemoiselles",
    "tout": "tous",
    "bal": "bals",
    "carnaval": "carnavals",
    "festival": "festivals",
    "récital": "récitals",
    "régal": "régals",
    "chacal": "chacals",
    "final": "finals",
    "fatal": "fatals",
    "natal": "natals",
    "naval": "navals",
    "banal": "banals",
    "bleu": "bleus",
    "pneu": "pneus",
    "lieu-dit": "lieux-dits",
    **{word: word + "x" for word in ("bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou")},
}
_INVARIABLE = frozenset({"h", "min", "km", "kg", "plus", "non", "visio", "hors"})
_STOPS = frozenset({"de", "du", "des", "à", "au", "aux", "en", "par", "sur", "pour", "sans", "avec", "et", "dans", "chez", "sous"})


def is_plural(count: int | Decimal) -> bool:
    """French is singular below two: 0 présent, 1,5 heure, 2 heures."""
    return count >= 2 or count <= -2


def counted(count: int | Decimal, noun: str, plural: str | None = None) -> str:
    """« 0 présent », « 12 présents », « 2 groupes de travail »: a no-break space after the number."""
    return f"{number(count)}{NBSP}{agreed(noun, count, plural=plural)}"


def agreed(noun: str, count: int | Decimal, *, plural: str | None = None) -> str:
    """The singular `noun` in the number that `count` asks; `plural` where the rules below would be wrong."""
    if not is_plural(count):
        return noun
    return plural if plural is not None else plural_of(noun)


def plural_of(noun: str) -> str:
    """The plural of a noun, alone or with its adjectives; what follows a preposition stays: « groupes de travail », « comptes rendus »."""
    words: list[str] = []
    still = True
    for word in noun.split(" "):
        still = still and word.lower() not in _STOPS and not word.lower().startswith(("d'", "d\u2019"))
        words.append(_plural_word(word) if still else word)
    return " ".join(words)


def _plural_word(word: str) -> str:
    if not word or word in _INVARIABLE or word[-1] in "sxz" or not word[-1].isalpha() or (len(word) > 1 and word.isupper()):
        return word  # a sigle stays as it is: 2 GT, 3 AAP
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("al"):
        return word.removesuffix("al") + "aux"
    return word + ("x" if word.endswith(("au", "eu", "œu")) else "s")
