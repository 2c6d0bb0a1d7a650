"""Whether a message makes a new sheet, and of whom: « ajoute Paul Roux, infirmier à la MSP d'Anduze, 06… à l'annuaire »."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.domain.sheet_changes import Meant, SheetChange, SheetDeed
from bot.understanding.sheet_patterns import way, words_in
from bot.understanding.sheet_slots import Slots
from bot.understanding.sheet_words import Piece

_DOCTORS = frozenset({"dr", "docteur", "docteure", "dre"})
_TITLES = {"mme": "Mme", "madame": "Mme", "mlle": "Mme", "mademoiselle": "Mme", "m": "M.", "mr": "M.", "monsieur": "M.",
           "docteure": "Mme", "dre": "Mme"}  # fmt: skip
_LABELS = frozenset(
    ["tel", "telephone", "portable", "mobile", "mail", "email", "courriel", "fixe", "au", "et", "le", "num", "numero", "est", "c"]
)
Pieces = tuple[Piece, ...]


def read_new_sheet(slots: Slots, start: int, end: int) -> SheetChange | None:
    """The new sheet that a sentence asks for; None if it asks for none."""
    opening, directory = _openings()
    words = slots.line.words
    met = opening.match(words, start, end)
    if met is None:
        return None
    announced = met["announced"] is not None or met["sheet"] is not None
    inside = directory.search(words, met.end(), end)
    plainly = not announced and met["directory"] is None and inside is None
    if plainly and not _with_reach(slots, (met.end(), end)):
        return None
    spec = [p for p in slots.line.within(met.end(), end) if inside is None or p not in slots.line.within(*inside.span())]
    if plainly and not slots.line.text[spec[0].start].isupper():
        return None
    parts = _parts(spec)
    made = _sheet(slots, parts) if parts else None
    return None if plainly and made is not None and made.who is not None and not made.who.new else made


def _with_reach(slots: Slots, place: tuple[int, int]) -> bool:
    """« ajoute Paul Durieux, kiné, 06… » with no card open: a phone or a mail is of the directory, not of a roll."""
    hearing = slots.scan.hearing
    free = (hearing.draft is None or hearing.kept) and hearing.asked is None
    return free and any(piece.value is not None for piece in slots.line.within(*place))


@cache
def _openings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    begins, where, sheet, announces = (words_in("add", name) for name in ("begins", "to_directory", "sheet", "announces"))
    orders = rf"{begins}(?: (?P<directory>{where}))?(?: (?P<sheet>{sheet}))?(?P<more> {where})?"
    opening = rf"(?:(?P<announced>{announces})|{orders})(?= )(?: ?[:,])?(?: (?:le|la|l|un|une)(?= ))? ?"
    return re.compile(opening), re.compile(rf"(?:^| ){where}(?= |$)")


def _parts(spec: list[Piece]) -> list[Pieces]:
    """The pieces between two commas."""
    parts: list[list[Piece]] = [[]]
    for piece in spec:
        if piece.said in {",", ":", "."}:
            parts.append([])
        else:
            parts[-1].append(piece)
    return [tuple(part) for part in parts if part]


def _sheet(slots: Slots, parts: list[Pieces]) -> SheetChange | None:
    first = parts[0]
    title = first[0].said if first[0].said in _TITLES or first[0].said in _DOCTORS else None
    named = first[1:] if title else first
    length = _length_of_name(slots, named)
    who = slots.new_name(named[:length]) if length else None
    if who is None or len(who.said.split()) < 2:
        return None
    if named[length:] and named[length].said in {"et", "ou"}:
        return None  # two people: one sheet at a time
    civility = _TITLES.get(title or "")
    whole = named[0].person.said.split()[0].rstrip(".").casefold() if length == 1 and named[0].person is not None else ""
    change = SheetChange(
        deed=SheetDeed.ADD,
        who=replace(who, said=_without_title(who.said)),
        civility=civility or _TITLES.get(whole),
        doctor=title in _DOCTORS or whole in _DOCTORS,
    )
    for part in (named[length:], *parts[1:]):
        change = _with_part(slots, change, part)
    return change


def _without_title(said: str) -> str:
    head, _, rest = said.partition(" ")
    return rest if rest and head.rstrip(".").casefold() in _TITLES.keys() | _DOCTORS else said


def _length_of_name(slots: Slots, pieces: Pieces) -> int:
    """How many pieces a name takes: those with a capital, or all of a short part that has none."""
    capitals = 0
    for piece in pieces:
        typed = slots.line.text[piece.start : piece.end]
        particle = piece.said in {"de", "d", "la", "le", "el", "du", "ben", "da"} and capitals > 0
        if not (piece.person is not None or typed[:1].isupper() or particle) or piece.thing is not None or piece.value is not None:
            break
        capitals += 1
    if capitals:
        return capitals
    free = [piece for piece in pieces if piece.thing is None and piece.value is None and piece.day is None]
    return len(pieces) if len(free) == len(pieces) <= 3 else 0


def _with_part(slots: Slots, change: SheetChange, part: Pieces) -> SheetChange:
    """The sheet with what one part tells: a phone, a mail, a function, a structure, a commune."""
    for piece in part:
        if piece.value is not None:
            change = replace(change, email=piece.value) if "@" in piece.value else replace(change, phone=piece.value)
    told = tuple(piece for piece in part if piece.value is None)
    while told and told[-1].said in _LABELS and any(piece.value is not None for piece in part):
        told = told[:-1]
    return _with_words(slots, change, told) if told else change


def _with_words(slots: Slots, change: SheetChange, told: Pieces) -> SheetChange:
    words = " ".join(piece.said for piece in told)
    offset = _offset(slots, told)
    for said in ("(?:{at} )?{where}", "(?:{at} )?{commune}", "{function} {at} {where}(?: {at} C\\d+)?", "{function} {at} {commune}"):
        met = way(said).fullmatch(words)
        if met is None:
            continue
        groups = {name: (offset + met.start(name), offset + met.end(name)) for name, value in met.groupdict().items() if value}
        where: Meant | None = slots.structure(groups["where"]) if "where" in groups else None
        communes = [p.thing.commune for p in told if p.thing is not None and p.thing.only_commune] if "commune" in groups else []
        function = slots.typed(groups["function"]) if "function" in groups else None
        return replace(
            change, where=where or change.where, commune=next(iter(communes), change.commune), function=function or change.function
        )
    return replace(change, function=change.function or slots.line.as_typed(told)[:80])


def _offset(slots: Slots, told: Pieces) -> int:
    """Where these pieces begin in the words of the line."""
    at = 0
    for piece in slots.line.pieces:
        if piece is told[0]:
            return at
        at += len(piece.said) + 1
    return at
