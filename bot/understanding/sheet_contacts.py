"""Whether a message is somebody's new phone or mail: a name, a number, and only words that go with them."""

from __future__ import annotations

from functools import cache

from bot.domain.sheet_changes import Meant, SheetChange, SheetDeed
from bot.understanding.lexicon_files import table
from bot.understanding.sheet_slots import Slots
from bot.understanding.sheet_words import Piece

_LONGEST_NAME = 4
_I = frozenset({"je", "j", "ai"})


def read_contact(slots: Slots, start: int, end: int) -> SheetChange | None:
    """The phone or mail that a sentence gives; None when it says anything else."""
    pieces = slots.line.within(start, end)
    values = [piece.value for piece in pieces if piece.value is not None]
    phones, mails = [v for v in values if "@" not in v], [v for v in values if "@" in v]
    if not values or len(phones) > 1 or len(mails) > 1:
        return None
    people = [piece for piece in pieces if piece.person is not None]
    things = [piece for piece in pieces if piece.thing is not None]
    plain = [piece for piece in pieces if piece.person is None and piece.thing is None and piece.value is None]
    given = next(place for place, piece in enumerate(pieces) if piece.value is not None)
    hers = _changed(plain)
    rest = [piece for place, piece in enumerate(pieces) if piece in plain and not _goes_with(piece.said, ahead=place < given)]
    rest = [piece for piece in rest if not (hers and piece.said in _I)]
    phone, email = next(iter(phones), None), next(iter(mails), None)
    if rest:
        return _of_somebody_new(slots, pieces, rest, phone=phone, email=email)
    own = hers or any(piece.said in _own() for piece in pieces)
    if len(people) > 1 or len(things) > 2 or (own and (people or things)):
        return None
    if own:
        who = slots.author()
        return SheetChange(deed=SheetDeed.CHANGE, who=who, phone=phone, email=email) if who is not None else None
    where = _structure(slots, things)
    if people:
        return SheetChange(deed=SheetDeed.CHANGE, who=_among(slots, people[0], where), phone=phone, email=email)
    if where is None or where.new:
        return None
    return SheetChange(deed=SheetDeed.STRUCTURE, where=where, phone=phone, email=email)


def _structure(slots: Slots, things: list[Piece]) -> Meant | None:
    if not things:
        return None
    at = 0
    for piece in slots.line.pieces:
        if piece is things[0]:
            break
        at += len(piece.said) + 1
    return slots.structure((at, at + len(" ".join(piece.said for piece in things))))


def _among(slots: Slots, named: Piece, where: Meant | None) -> Meant | None:
    """Who is named; the structure said beside tells namesakes apart."""
    assert named.person is not None
    ids = named.person.ids
    if where is not None and len(ids) > 1:
        ids = tuple(i for i in ids if slots.scan.index.people[i].structure_id in where.ids) or ids
    sure = len(ids) == 1 and not named.person.near
    return Meant(said=named.person.said, ids=ids, id=ids[0] if sure else None, near=named.person.near)


def _of_somebody_new(
    slots: Slots, pieces: tuple[Piece, ...], rest: list[Piece], *, phone: str | None, email: str | None
) -> SheetChange | None:
    """« nouveau numéro de Sonia Haddad 06… », where the directory has no Sonia: her new sheet."""
    named = [piece for piece in pieces if piece in rest or piece.person is not None]
    first, last = pieces.index(named[0]), pieces.index(named[-1])
    together = last - first + 1 == len(named) and 2 <= len(named) <= _LONGEST_NAME
    capital = all(slots.line.text[piece.start : piece.start + 1].isupper() for piece in named)
    if not together or not capital or any(piece.thing is not None for piece in pieces):
        return None
    who = slots.new_name(tuple(named))
    return SheetChange(deed=SheetDeed.ADD, who=who, phone=phone, email=email) if who is not None else None


def _changed(plain: list[Piece]) -> bool:
    """« je change de numéro », « j'ai changé de mail »."""
    said = {piece.said for piece in plain}
    return not said.isdisjoint({"je", "j"}) and not said.isdisjoint({"change", "changee"})


def _goes_with(said: str, *, ahead: bool) -> bool:
    """Whether a word goes with a number; « faux » only `ahead` of the right one."""
    return said in _words() or (ahead and said in _wrong())


@cache
def _wrong() -> frozenset[str]:
    return frozenset(table("sheets")["contact"]["wrong"].split())


@cache
def _words() -> frozenset[str]:
    return frozenset(table("sheets")["contact"]["words"].split()) | _own()


@cache
def _own() -> frozenset[str]:
    return frozenset(table("sheets")["contact"]["own"].split())
