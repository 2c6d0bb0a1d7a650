"""What is recalled before each meeting of a group: « rappelle-moi la veille de chaque GT Diabète », « rappels du Copil : J-7, J-1 »."""

from __future__ import annotations

import re

from bot.domain.leads import DAY, LONGEST, SetLeads
from bot.understanding.leads import NUMBERS
from bot.understanding.lexicon_files import table
from bot.understanding.scan import Scan

_ASKS = re.compile(r"\b(?:r?appell?e[sz]?|rappeler|rappels?|previen[st]|prevenez|prevenir|alerte[zs]?)\b")
_EACH = re.compile(r"\b(?:toujours|chaque|toutes|tous|systematiquement|defaut|habitude|habituels|rappels)\b")
_PILOT = re.compile(r"\b(?:pilotes?|copilotes?)\b")  # whom these tell: « préviens le pilote 2 h avant le GT »
_UNITS = {"h": 60, "heure": 60, "j": DAY, "jour": DAY, "semaine": 7 * DAY}
_LENGTH = re.compile(
    rf"\bj ?[-–−]? ?(\d{{1,2}})\b|\b((?:la )?veille)\b|\b(\d{{1,2}}|{'|'.join(NUMBERS)}) ?(h|heure|j|jour|semaine)s?\b(?: avant)?"
)
_HOUR = re.compile(
    r"\b(?:[aà]|vers) ?\d{1,2} ?(?:heures?|h)(?: ?\d{2})?\b(?! ?avant)|\b(?:le )?(?:matin|jour|soir)(?: m[eê]me)?\b", re.IGNORECASE
)  # an hour of its own: whole days are told at the usual one
_ONLY = re.compile(r"\b(?:seulement|uniquement|juste|que)\b")
_NEVER = re.compile(r"\b(?:jamais|aucun|plus (?:de|d|aucun))\b")
_SHOWS = re.compile(r"\brappels\b")
_SMALL = frozenset(table("every_meeting")["small"])
_WORD = re.compile(r"[a-z0-9]+")


def read_every_meeting(seen: Scan) -> SetLeads | None:
    """So long before each meeting of that group, only so long, or never, if every word says so; what is set where nothing else is said."""
    group = next((g for i, g in enumerate(seen.group_at) if g is not None and g.first == i), None)
    if group is None:
        return None
    said = " ".join([*seen.folds[: group.first], "|", *seen.folds[group.last :]])
    if not _ASKS.search(said):
        return None
    said, never, only = _HOUR.sub(" ", said), _NEVER.search(said), _ONLY.search(said)
    found = list(_LENGTH.finditer(said))
    lengths = dict.fromkeys(length for one in found if (length := _minutes(one)) is not None)
    each = _EACH.search(said) is not None or _PILOT.search(said) is not None or len(lengths) > 1
    left = set(_WORD.findall(_LENGTH.sub(" ", _NEVER.sub(" ", _ONLY.sub(" ", said))))) - _SMALL
    if len(lengths) < len(found) or left or (lengths and (never or not each)) or not (lengths or never or _SHOWS.search(said)):
        return None
    unheeded = tuple(found[0] for found in _HOUR.finditer(f"{seen.slice(0, group.first)} | {seen.slice(group.last, len(seen))}"))
    return SetLeads(
        minutes=tuple(lengths), group_id=group.ids[0] if len(group.ids) == 1 else None, only=bool(only or never), unheeded=unheeded
    )


def _minutes(found: re.Match[str]) -> int | None:
    days, eve, number, unit = found.groups()
    if eve:
        return DAY
    count = int(days) if days else int(number) if number.isdecimal() else NUMBERS[number]
    length = count * (DAY if days else _UNITS[unit])
    return length if 0 < length <= LONGEST else None
