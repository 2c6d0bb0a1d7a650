"""Addresses that are typed: « au 12 rue de la République à Alès »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.place_words import goes_on
from bot.understanding.scan import Scan
from bot.understanding.typed_places import WITHIN, Where
from bot.understanding.when import Ranges

_STREETS = words_of("places", "streets")


def street_address(scan: Scan, ranges: Ranges) -> Where | None:
    """« au 12 rue de la République à Alès », « 3 bis avenue Carnot »: a number and a street, with what follows of it."""
    for first, last in ranges:
        for i in range(first, last - 2):
            if not scan.words[i].is_number or scan.time_at[i] is not None:
                continue
            street = i + 1 + (scan.fold(i + 1) in {"bis", "ter"} or scan.sign(i + 1) == ",")
            if scan.fold(street) not in _STREETS or "moi" in scan.folds[street + 1 : street + 3]:
                continue  # « 9 av. moi »
            j = street + 1
            while j < last and j < street + 7 and (scan.fold(j) in WITHIN or goes_on(scan, j) or scan.person_at[j] is not None):
                j += 1
            while scan.fold(j - 1) in WITHIN:
                j -= 1
            town = scan.thing_at[j + 1] if scan.fold(j) == "a" or scan.sign(j) == "," else None
            if town is not None and town.commune is not None:
                return Where(said=scan.slice(i, town.last), commune=town.commune, first=i, last=town.last)
            if scan.fold(j) == "a" and j + 1 < last and scan.words[j + 1].is_capital:
                j += 2
            return Where(said=scan.slice(i, j), first=i, last=j)
    return None
