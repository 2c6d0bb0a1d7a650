"""A message as a line of plain words and tags, so that a sentence about a sheet can be compared whole with the lexicon.

Tags are a capital and a number: P a known name, S a structure, C a commune, T a phone, M a mail, D a day; everything else is folded words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.understanding.person_mentions import PersonMention, title_of
from bot.understanding.scan import Scan
from bot.understanding.things import ThingMention

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FRENCH = r"(?<![\d+])(?:(?:\+33|0033)[ .]?\(?0?\)?[ .]?[1-9]|0[1-9])(?:[ .\-/]?\d{2}){4}(?!\d)"
_PHONE = re.compile(rf"{_FRENCH}|(?<!\d)\+(?!33)\d(?:[ .\-]?\d){{7,13}}(?!\d)")
_SIGNS = {"–": ",", "—": ",", "-": ",", "→": ":", "=": ":", ">": ":", "\n": ",", ";": ",", "(": ",", ")": ",", "!": "."}
_KEPT_SIGNS = frozenset(",:.?")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word, sign or tag of the line, with its place in the text."""

    said: str
    start: int
    end: int
    person: PersonMention | None = None
    thing: ThingMention | None = None
    value: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of a message and the words that they make, a space between two."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """All pieces as one string."""
        return " ".join(piece.said for piece in self.pieces)

    def within(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that stand in [start, end) of `words`."""
        found, at = [], 0
        for piece in self.pieces:
            if start <= at and at + len(piece.said) <= end:
                found.append(piece)
            at += len(piece.said) + 1
        return tuple(found)

    def as_typed(self, pieces: tuple[Piece, ...]) -> str:
        """Those pieces as they were typed, signs at their ends left out."""
        return self.text[pieces[0].start : pieces[-1].end].strip(" ,;:.!\n") if pieces else ""


def line_of(scan: Scan) -> Line:
    """The line of a message."""
    return Line(scan.text, tuple(_numbered(_pieces(scan))))


def _numbered(pieces: Iterator[Piece]) -> Iterator[Piece]:
    for place, piece in enumerate(pieces):
        yield Piece(f"{piece.said}{place}", *_rest(piece)) if piece.said.isupper() else piece


def _rest(piece: Piece) -> tuple[int, int, PersonMention | None, ThingMention | None, str | None, date | None]:
    return piece.start, piece.end, piece.person, piece.thing, piece.value, piece.day


def _pieces(scan: Scan) -> Iterator[Piece]:
    values = _values(scan.text)
    i = 0
    while i < len(scan):
        word = scan.words[i]
        value = next((v for v in values if v.start <= word.start < v.end), None)
        if value is not None:
            yield value
            while i < len(scan) and scan.words[i].start < value.end:
                i += 1
            continue
        person, thing, time = scan.person_at[i], scan.thing_at[i], scan.time_at[i]
        if person is not None and person.first == i and not (person.weak and not word.is_capital):
            yield Piece("P", person.start, person.end, person=person)
            i = person.last
        elif thing is not None and thing.first == i and (thing.structures or thing.only_commune):
            yield Piece("S" if thing.structures else "C", thing.start, thing.end, thing=thing)
            i = thing.last
        elif time is not None and scan.span_of(time)[0] == i and time.day is not None and scan.span_of(time)[1] > i:
            yield Piece("D", word.start, time.end, day=time.day)
            i = scan.span_of(time)[1]
        else:
            sign = _SIGNS.get(word.text, word.text)
            dot = sign == "." and i > 0 and title_of(scan.words, i - 1) is not None
            if word.is_word or word.is_number or (sign in _KEPT_SIGNS and not dot):
                yield Piece(word.fold if word.is_word or word.is_number else sign, word.start, word.end)
            i += 1


def _values(text: str) -> tuple[Piece, ...]:
    """The phones and mails typed in a text."""
    mails = [Piece("M", m.start(), m.end(), value=m[0].strip(".").casefold()) for m in _MAIL.finditer(text)]
    phones = [Piece("T", m.start(), m.end(), value=e164(m[0])) for m in _PHONE.finditer(text)]
    return (*mails, *phones)


def e164(typed: str) -> str:
    """A phone as the directory keeps it: « 06 39 98 01 02 » is +33639980102."""
    digits = "".join(sign for sign in typed if sign.isdigit())
    if typed.strip().startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        return "+" + (f"33{digits[3:]}" if digits.startswith("330") else digits)
    return f"+33{digits[1:]}"
