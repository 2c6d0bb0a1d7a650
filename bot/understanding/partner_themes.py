"""Whom a search for a theme in a commune means when the theme is all that it tells: « contacts soins pal du côté d'Anduze »."""

from __future__ import annotations

from bot.understanding.groups import Strength
from bot.understanding.partner_filters import asked_words, by_commune
from bot.understanding.scan import Scan

_ABOUT_THERE = frozenset({"vers", "cote", "cotes", "secteur", "environs", "alentours", "autour", "pres", "coin"})


def of_theme(scan: Scan) -> list[int]:
    """The members of the one group whose theme is asked, in the commune told; nobody where more than the theme is asked."""
    themes = {g.ids for g in scan.group_at if g is not None and g.strength is Strength.WORDS and len(g.ids) == 1}
    asked = {word for word in asked_words(scan) if word not in _ABOUT_THERE}
    inside = [i for i, group in enumerate(scan.group_at) if group is not None]
    if len(themes) != 1 or not asked or not asked <= {said for i in inside for said in (scan.canon(i), scan.fold(i))}:
        return []
    group = scan.index.groups[next(iter(themes))[0]]
    return by_commune(scan, list(dict.fromkeys(group.member_ids + group.pilot_ids)), filters=True)[0]
