"""Which points a sentence puts off to the next meeting: « le point diag est reporté à la prochaine fois »."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OF = r"(?:(?:sur|de|du|des)\s+)?(?:d['’]\s?)?(?:(?:les?|la)\s+|l['’]\s?)?"
_POINT = rf"\b(?:points?|sujets?)\s+{_OF}(?P<point>(?!(?:d['’]\s?)?(?:est|sont|a|sera|etape)\b)[^,.;:\n]{{2,60}}?)\s+"
_DONE = r"(?:reporte|repousse|renvoye|ajourne|decale|bascule|parque|remis)e?s?"
_STEMS = r"reporte|repousse|decale|bascule|parque|renvoie|renvoye|remet|remette"
_DOES = rf"\b(?:(?:{_STEMS})(?:[rstz]|re|ns|nt|ons)?|report)"
_LATER = r"(?:fois|seance|reunion|rencontre)\s+(?:suivante|prochaine|d['’]apres)"
_TO = rf"(?:a|au|aux|pour|sur)\s+(?:(?:la|le)\s+|l['’]\s?)?(?:prochaine?|{_LATER})\b"
_IS = r"(?:(?:est|sont|sera|seront|a\s+ete|ont\s+ete)\s+)?(?:donc\s+|finalement\s+)?"
_PASSIVE = re.compile(f"{_POINT}{_IS}{_DONE}\\s+{_TO}", re.IGNORECASE)
_ACTIVE = re.compile(f"{_DOES}\\s+(?:du\\s+|des\\s+|les?\\s+)?{_POINT}{_TO}", re.IGNORECASE)
_TO_PUT = rf"a\s+(?:re)?(?:mettre|porter|voir|prendre)\s+(?:a\s+l['’]\s?(?:ordre\s+du\s+jour|odj)|(?:{_TO})|la\s+prochaine\s+fois)"
_LEFT = re.compile(f"{_POINT}{_TO_PUT}", re.IGNORECASE)
_PARKED = re.compile(
    r"\b(?:on|nous)\s+(?:a\s+|avons\s+)?parqu(?:e|ons)\s+(?:le\s+point\s+)?(?:les?\s+|la\s+|l['’]\s?)?(?P<point>[^,.;:\n]{2,60})", re.I
)
_MAY = re.compile("point|sujet|parqu", re.IGNORECASE)
_BARE = str.maketrans("àâäéèêëîïôöùûüçÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ", "aaaeeeeiioouuucAAAEEEEIIOOUUUC")
_HEADED = re.compile(
    rf"\bpoints?\s+(?:{_DONE}|a\s+reporter|en\s+attente|(?:non|pas)\s+traites?)[^:,\n]{{0,40}}:\s*(?P<points>[^\n]+)", re.IGNORECASE
)
_TURNS = (_PARKED, _ACTIVE, _PASSIVE, _LEFT)


def points_put_off(texts: Iterable[str]) -> tuple[str, ...]:
    """The points that those texts put off, as they were typed, each once."""
    found: dict[str, None] = {}
    for text in texts:
        if not _MAY.search(text):
            continue
        plain = text.translate(_BARE)  # sign for sign, so that what is found stands at the same place in the text
        for match in (found_in for turn in _TURNS for found_in in turn.finditer(plain)):
            found[text[match.start("point") : match.end("point")].strip()] = None
        for match in _HEADED.finditer(plain):  # « points reportés : logo, charte »
            told = text[match.start("points") : match.end("points")]
            found |= dict.fromkeys(point.strip(" .") for point in re.split(r"[,;]", told) if point.strip(" ."))
    return tuple(found)


def puts_off_point(text: str) -> bool:
    """Whether a text puts a point off, in any of its clauses."""
    return bool(points_put_off((text,)))
