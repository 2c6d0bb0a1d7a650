"""Who gave the same hours without being named: « avec la puéricultrice de la PMI et une stagiaire », « Chloé, deux bénévoles et moi »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import Field, HoursDraft, Span
from bot.understanding.callings import is_calling
from bot.understanding.choosing import structure_beside
from bot.understanding.counts import number_value
from bot.understanding.lexicon_files import words_of
from bot.understanding.noun_phrases import noun_phrase
from bot.understanding.roles_said import role_at
from bot.understanding.scan import Scan

_RECEIVED = words_of("names", "received")  # « avec trois lycéens »: those whom the work is for give no hours
_TIES = frozenset({",", "+", "&"})
_MOST = 30


def companions(scan: Scan, first: int, last: int, base: HoursDraft) -> list[HoursDraft]:
    """The hours of those told by a function or counted in a row that « avec » opens, or somebody named."""
    found: list[HoursDraft] = []
    i = first
    while i < last:
        together = scan.fold(i) in {"avec", "ac"} or scan.sign(i) == "+"
        person = scan.person_at[i]
        if not together and (person is None or person.first != i or scan.fold(i - 1) in {"pour", "pr", "de", "d", "a", "chez"}):
            i += 1
            continue
        told, after = _row(scan, i + together, last, base)
        found += told
        i = max(after, i + 1)
    return found


def _row(scan: Scan, i: int, last: int, base: HoursDraft) -> tuple[list[HoursDraft], int]:
    """The hours of those of a row from word i on whom no name tells, and the word after the row."""
    found: list[HoursDraft] = []
    while i < last:
        person = scan.person_at[i]
        told = _unnamed(scan, i, last, base) if person is None else None
        if person is not None:
            i = structure_beside(scan, person.last)[1]
        elif scan.fold(i) == "moi":
            i += 1
        elif told is not None:
            found.append(told[0])
            i = told[1]
        else:
            return found, i
        if i >= last or not (scan.sign(i) in _TIES or scan.fold(i) == "et"):
            return found, i
        i += 1
    return found, i


def _unnamed(scan: Scan, i: int, last: int, base: HoursDraft) -> tuple[HoursDraft, int] | None:
    """The hours of whoever is told at word i by a function that one person bears, or counted, and the word after."""
    number = number_value(scan, i)
    if number is None and scan.fold(i) in {"le", "la", "l"}:
        role = role_at(scan, i + 1, last, group_id=base.group_id, article=scan.fold(i))
        if role is None or len(role.ids) != 1 or scan.person_at[role.last] is not None:
            return None
        span = Span(field=Field.PERSON, start=scan.words[i].start, end=scan.words[role.last - 1].end)
        return replace(base, person_id=role.ids[0], person_said=scan.slice(i + 1, role.last), spans=(*base.spans, span)), role.last
    noun = number[2] if number is not None else i + 1
    if (number is None and scan.fold(i) not in {"un", "une"}) or noun >= last or scan.time_at[i] is not None:
        return None
    count = number[0] if number is not None else 1
    if not 1 <= count <= _MOST or not is_calling(scan.fold(noun)) or scan.fold(noun) in _RECEIVED:
        return None
    end = noun_phrase(scan, noun, last)
    structures, beyond = structure_beside(scan, end)
    structure = structures[0] if len(structures) == 1 else None
    return replace(base, person_id=None, person_said=scan.slice(noun, end), count=count, structure_id=structure), beyond
