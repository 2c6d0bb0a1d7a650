"""The points of an agenda, or the things of a list, as they are typed one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.convenings import agenda_item, only_beside

_BULLET = re.compile(r"^\s*(?:[-–—•*·▪]|\(?\d{1,2}[.)°](?!\d)|\d{1,2} ?[-–](?=\s))\s*")
_BETWEEN = (re.compile(r"(?:\([^()]*\)|[^;])+"), re.compile(r"(?:\([^()]*\)|(?<=\d),(?=\d)|[^,])+"))  # outside brackets and numbers
_RANK = re.compile(r"(?<!\S)\(?(\d{1,2}) ?[.)°](?!\d)")  # « 1) », « 2. »
_DASH = re.compile(r"^\s*([-–—•*·▪]) ")
_AND = re.compile(r"\s+(?:et|puis|\+)\s+", re.IGNORECASE)


def points_told(text: str) -> Iterable[str]:
    """One a line, else by their numbers, else between semicolons, else between commas; a point has words."""
    lines = [line for line in text.splitlines() if line.strip()]
    lines = _numbered(lines[0]) if len(lines) == 1 else lines
    for between in _BETWEEN:
        lines = between.findall(lines[0]) if len(lines) == 1 else lines
    points: list[str] = []
    for line in lines:
        point = _BULLET.sub("", line).strip(" ;.,")
        if points and only_beside(point):  # « budget, 15 min, rapporteur Marc »
            points[-1] = f"{points[-1]} {point}"
        elif any(sign.isalnum() for sign in point):
            points += _joined(point)
    return points


def _numbered(line: str) -> list[str]:
    """« 1) accueil 2) bilan 3) budget », « - accueil - bilan », in one line."""
    ranks = list(_RANK.finditer(line))
    if len(ranks) > 1 and not line[: ranks[0].start()].strip() and [int(found[1]) for found in ranks] == list(range(1, len(ranks) + 1)):
        ends = [*(found.start() for found in ranks[1:]), len(line)]
        return [line[found.end() : end] for found, end in zip(ranks, ends, strict=True)]
    dash = _DASH.match(line)
    return line[dash.end() :].split(f" {dash[1]} ") if dash else [line]


def _joined(point: str) -> list[str]:
    """« budget 30 min et tour de table 10 min »: each has its length, so they are two."""
    parts = _AND.split(point)
    if len(parts) == 1:
        return parts
    items = [agenda_item(part) for part in parts]
    apart = "(" not in point and all(item.minutes for item in items[:-1]) and (items[-1].minutes or items[-2].speaker is None)
    return parts if apart else [point]
