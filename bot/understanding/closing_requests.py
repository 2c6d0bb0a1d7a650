"""What a message says to Maillon alone: « …, tu peux corriger ? » at its end, « je te dis les noms plus tard »: nothing of it is told."""

from __future__ import annotations

import re

from bot.understanding.lexicon_files import table

_CLOSING = table("turns")["closing"]
_ASKED = "|".join(_CLOSING["asked"])
_DONE = "|".join([*_CLOSING["done"], *_CLOSING["changes"]])
_CHANGES = frozenset(_CLOSING["changes"])
_AFTER = "|".join(_CLOSING["after"])
_REQUEST = re.compile(
    rf"[\s,;:.!…(–—-]+(?:{_ASKED})\s+(?:d['’e]\s*)?(?:me\s+|l['’]\s*|le\s+|la\s+|les\s+|ça\s+)?(?P<done>{_DONE})(?:\s+(?:{_AFTER}))*[\s?.!)]*$",
    re.IGNORECASE,
)
_LONGEST = 70  # characters of such a request
_FEWEST = 3  # words that the rest must have
_PROMISED = table("turns")["promised"]
_NAMED, _VAGUE, _LACKING, _COMES = ("|".join(_PROMISED[kind]) for kind in ("named", "vague", "lacking", "comes"))
_WHEN, _TOLD, _ALONE, _LACKS = ("|".join(_PROMISED[kind]) for kind in ("when", "told", "completes", "lacks"))
_THEM = rf"(?:l[ae]s?\s+|l['’]\s?|mes\s+|tous\s+les\s+|toute\s+la\s+)?(?:{_NAMED}){_PROMISED['whose']}"
_ANY = rf"(?:l[ae]s?\s+|l['’]\s?|mes\s+|tous\s+les\s+|toute\s+la\s+)?(?:{_NAMED}|{_VAGUE}){_PROMISED['whose']}"
_SOON = rf"(?:\s+(?:{_WHEN}))"
_YOU = r"(?:te\s+|vous\s+|t['’]\s?)"
_LEAD = r"(?:(?:mais|et|et puis|puis|par contre|pour)\s+)?"
_HINTS: tuple[str, ...] = tuple(_PROMISED["hints"])
_PROMISE = re.compile(
    rf"(?P<before>^|[,;.!\n(–—]|\s-(?=\s)|\s(?=(?:et|mais)\s))\s*{_LEAD}"
    rf"(?:{_ANY}\s+(?:{_COMES}){_SOON}?|{_THEM}\s+(?:{_LACKING}){_SOON}?|{_ANY}{_SOON}"
    rf"|(?:je\s+|j['’])(?:les\s+|l['’]\s?)?(?:{_YOU})?(?:les\s+)?(?:{_TOLD})\s+{_THEM}{_SOON}?"
    rf"|je\s+{_YOU}(?:{_TOLD})\s+{_ANY}{_SOON}?|je\s+(?:re)?(?:trouve|trouverai|cherche|chercherai)\s+{_ANY}\s+et\s+je\s+{_YOU}(?:{_TOLD}){_SOON}?"
    rf"|{_ANY}\s+je\s+(?:{_YOU})?(?:les\s+)?(?:{_TOLD}){_SOON}?"
    rf"|je\s+(?:les?\s+|la\s+)?(?:{_ALONE}){_SOON}?|[aà] compl[eé]ter{_SOON}?"
    rf"|(?:{_LACKS})\s+(?:encore\s+)?{_ANY}(?:\s+(?:encore|sous la main|avec moi|sur moi|ici))?"
    rf"(?:\s+(?:et\s+)?je\s+{_YOU}(?:{_TOLD}){_SOON}?)?)"
    r"(?:\s+(?:stp|svp|merci|promis|hein))?\s*(?=[,;.!)\n]|$)",
    re.IGNORECASE,
)


def without_promise(text: str) -> str:
    """The message without the clauses that only say that who was there will be told later; whole where nothing else stands in it."""
    low = text.casefold()
    if not any(hint in low for hint in _HINTS):
        return text
    rest = _PROMISE.sub(lambda found: found["before"] if found["before"] in ".!\n" else "", text).replace(" )", "").strip(" ,;")
    return rest if len(rest.split()) >= _FEWEST - 1 else text


def without_closing(text: str) -> str:
    """The message without the request that ends it; whole where nothing much stands before, or where nothing is asked."""
    from_end = max(0, len(text) - _LONGEST)
    found = _REQUEST.search(text, from_end)
    if found is None or len(text[: found.start()].split()) < _FEWEST:
        return text
    if found["done"].casefold() in _CHANGES:
        return text.rstrip(" ?.!)\u00a0\u202f")  # « …, tu peux l'ajouter ? » says what changes, and asks nothing
    return text[: found.start()]
