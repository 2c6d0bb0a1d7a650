"""What is recalled before each meeting of a group: « rappelle-moi la veille de chaque GT Diabète », « rappels du Copil : J-7, J-1 »."""

from __future__ import annotations

import re

from bot.domain.leads import DAY, LONGEST, SetLeads
from bot.understanding.lexicon_files import table
from bot.understanding.scan import Scan

_ASKS = re.compile(r"\b(?:r?appell?e[sz]?|rappeler|rappels?|previen[st]|prevenez|prevenir|alerte[zs]?)\b")
_EACH = re.compile(r"\b(?:toujours|chaque|toutes|tous|systematiquement|defaut|habitude|habituels|rappels)\b")
_PILOT = re.compile(r"\b(?:pilotes?|copilotes?)\b")  # whom these tell: « préviens le pilote 2 h avant le GT »
_NUMBERS = {"une": 1, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10, "quinze": 15}
_UNITS = {"h": 60, "heure": 60, "j": DAY, "jour": DAY, "semaine": 7 * DAY}
_LENGTH = re.compile(
    rf"\bj ?[-–−]? ?(\d{{1,2}})\b|\b((?:la )?veille)\b|\b(\d{{1,2}}|{'|'.join(_NUMBERS)}) ?(h|heure|j|jour|semaine)s?\b(?: avant)?"
)
_SMALL = frozenset(table("every_meeting")["small"])
_WORD = re.compile(r"[a-z0-9]+")


def read_every_meeting(seen: Scan) -> SetLeads | None:
    """So long before each meeting of that group, if every word says so; None for anything else."""
    group = next((g for i, g in enumerate(seen.group_at) if g is not None and g.first == i), None)
    if group is None:
        return None
    said = " ".join([*seen.folds[: group.first], "|", *seen.folds[group.last :]])
    found = list(_LENGTH.finditer(said))
    lengths = dict.fromkeys(length for one in found if (length := _minutes(one)) is not None)
    each = _EACH.search(said) is not None or _PILOT.search(said) is not None or len(lengths) > 1
    left = set(_WORD.findall(_LENGTH.sub(" ", said))) - _SMALL
    if not lengths or len(lengths) < len(found) or left or not each or not _ASKS.search(said):
        return None
    return SetLeads(minutes=tuple(lengths), group_id=group.ids[0] if len(group.ids) == 1 else None)


def _minutes(found: re.Match[str]) -> int | None:
    days, eve, number, unit = found.groups()
    if eve:
        return DAY
    count = int(days) if days else int(number) if number.isdecimal() else _NUMBERS[number]
    length = count * (DAY if days else _UNITS[unit])
    return length if 0 < length <= LONGEST else None
