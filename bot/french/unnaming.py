"""How somebody's name goes out of a text, in all the forms in which it was written: « Mme MARTIN », « S. Martin », « Martin Sophie »."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

SOMEBODY = "quelqu’un"  # stands instead of a name that was erased
_VARIANTS = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "n": "nñ", "o": "oôö", "u": "uùûü", "y": "yÿ"}
_CIVILITY = r"(?:(?:mme|mmes|mlle|madame|mademoiselle|mr|monsieur|docteur|dr|pr|m)\.?\s+)"
_NOT_A_PLACE = r"(?<![\w-])(?<!st )(?<!ste )(?<!saint )(?<!sainte )"  # « Saint-Martin », « St Martin »
_BETWEEN = r"(?:\s+|\s*-\s*)"


def unnamer(first_name: str, last_name: str, *, lone_first: bool, lone_last: bool, besides: Iterable[str] = ()) -> Callable[[str], str]:
    """What takes that name out of a text; `besides` are words of hers that go too: a mail, a phone.

    Both names together go in any order, the last one after a civility or an initial too. Alone, and with a capital, a name goes only when
    `lone_first` or `lone_last` says that it can be nobody else's.
    """
    first, last = _form(first_name), _form(last_name)
    whole = [re.escape(word) for word in besides if word]
    if first and last:
        initials = "".join(rf"{re.escape(part[0])}\.?[\s-]*" for part in _words(first_name))
        whole += [
            rf"{_CIVILITY}?\b{first}{_BETWEEN}{last}\b",
            rf"{_CIVILITY}?\b{last}{_BETWEEN}{first}\b",
            rf"{_CIVILITY}?\b{initials}{last}\b",
        ]
    if last:
        whole.append(rf"\b{_CIVILITY}{last}\b")
    alone = [form for form, wanted in ((last, lone_last), (first, lone_first)) if form and wanted]
    certain = re.compile("|".join(f"(?:{form})" for form in whole), re.IGNORECASE) if whole else None
    lone = re.compile("|".join(rf"{_NOT_A_PLACE}{form}(?![\w-])" for form in alone), re.IGNORECASE) if alone else None

    def without(text: str) -> str:
        text = certain.sub(SOMEBODY, text) if certain else text
        return lone.sub(lambda met: SOMEBODY if met[0][:1].isupper() else met[0], text) if lone else text

    return without


def like(name: str) -> str:
    """A pattern of SQL's LIKE that finds at least every text with that name: « %l_f_vr_% » for Lefèvre; empty for none."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    signs = "".join(sign if "a" <= sign <= "z" and sign not in _VARIANTS else "_" if sign.isalpha() else "%" for sign in plain)
    return f"%{signs}%" if signs.strip("_%") else "%" if plain.strip() else ""


def _form(name: str) -> str:
    """A pattern for a name, accents, hyphens and apostrophes aside."""
    return _BETWEEN.join(_letters(word) for word in _words(name))


def _words(name: str) -> list[str]:
    return name.replace("-", " ").split()


def _letters(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))
    return "".join("['’]" if sign in "'’" else f"[{_VARIANTS[sign]}]" if sign in _VARIANTS else re.escape(sign) for sign in plain)
