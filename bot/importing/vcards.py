"""Which people the cards of a .vcf file name."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from typing import Any

from bot.domain.directory_imports import FileProblem, RowPlace
from bot.domain.errors import FileRefused
from bot.importing.files import MOST_ROWS, Row, Table, rows_of, tidy
from bot.importing.words import words

_BEGINS = re.compile(r"^[ \t]*BEGIN:VCARD[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(r"^[ \t]*END:VCARD", re.IGNORECASE | re.MULTILINE)
_SAYS_NOTHING_OF_ANYBODY = frozenset({"version", "prodid", "rev", "uid"})
_ROLES = (
    "civility",
    "first_name",
    "last_name",
    "full_name",
    "structure",
    "function",
    "phone",
    "email",
    "commune",
    "postcode",
    "groups",
    "note",
    "other_mandates",
)
_READ = frozenset({"n", "fn", "org", "title", "role", "tel", "email", "adr", "categories", "note"}) | _SAYS_NOTHING_OF_ANYBODY


def read_cards(text: str) -> Table:
    """One row a card; a card that cannot be read is left aside under its rank. Raises FileRefused."""
    cards = _cards(text)
    if not cards:
        raise FileRefused(FileProblem.DAMAGED)
    if len(cards) > MOST_ROWS:
        raise FileRefused(FileProblem.TOO_MANY_ROWS)
    rows: list[Row] = []
    unreadable: list[RowPlace] = []
    left: dict[str, None] = {}
    for number, card in enumerate(cards, 1):
        told = _told(card)
        read = list(rows_of([(number, _cells(told))], sheet=None)) if told is not None else []
        rows += read
        left |= dict.fromkeys(name.upper() for name in told or () if name not in _READ)
        if not read:
            unreadable.append(RowPlace(number=number))
    return Table(tuple(rows), _ROLES, tuple(unreadable), tuple(left))


def _cards(text: str) -> list[str]:
    """Each card from its first line to its last; one that the file or the next card cuts short is closed."""
    starts = [begins.start() for begins in _BEGINS.finditer(text)]
    pieces = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=False)]
    ends = [_ENDS.search(piece) for piece in pieces]
    return [piece[: end.end()] if end else f"{piece}\nEND:VCARD" for piece, end in zip(pieces, ends, strict=True)]


def _told(text: str) -> dict[str, Any] | None:
    """What a card says under each heading; None when it cannot be read."""
    import vobject

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            contents: dict[str, Any] = vobject.readOne(text, allowQP=True).contents
        except Exception:  # whatever a spoilt card makes the library raise: it is left aside, and said so
            return None
    return contents


def _cells(values: dict[str, Any]) -> tuple[str, ...]:
    name = values["n"][0].value if "n" in values else None
    addresses = [entry.value for entry in values.get("adr", ()) if entry.value]
    address = next(iter(addresses), None)
    (structure, function), *others = _mandates(values)
    family = _line(getattr(name, "family", ""))
    return tuple(
        tidy(cell)
        for cell in (
            _line(getattr(name, "prefix", "")),
            _line(getattr(name, "given", "")),
            family,
            "" if family else _texts(values, "fn"),  # the formatted name counts only when its parts are not told
            structure,
            function,
            _texts(values, "tel"),
            _texts(values, "email"),
            _line(getattr(address, "city", "")),
            _line(getattr(address, "code", "")),
            "\n".join(_line(entry.value, join="\n") for entry in values.get("categories", ())),
            "\n".join([_texts(values, "note"), *_rest_of_name(values, name), *_streets(addresses)]),
            "\n".join(f"{there} : {does}" for there, does in others),
        )
    )


def _mandates(values: dict[str, Any]) -> list[tuple[str, str]]:
    """Each organisation with its unit, and the title and the role of the same rank; those beyond are of the first one."""
    houses = [_line(entry.value, join=" – ") for entry in values.get("org", ()) if entry.value] or [""]
    titles, roles = ([str(entry.value) for entry in values.get(key, ()) if entry.value] for key in ("title", "role"))
    deeds: list[list[str]] = [[] for _ in houses]
    for said in (titles, roles):
        for rank, one in enumerate(said):
            deeds[rank if rank < len(houses) else 0].append(one)
    return [(house, " – ".join(dict.fromkeys(does))) for house, does in zip(houses, deeds, strict=True)]


def _rest_of_name(values: dict[str, Any], name: Any) -> list[str]:
    """What the name says beyond first and last name, and a formatted name that says more."""
    extra = [_line(getattr(name, part, "")) for part in ("additional", "suffix")]
    parts = {word for part in ("prefix", "given", "additional", "family", "suffix") for word in words(_line(getattr(name, part, "")))}
    full = _texts(values, "fn")
    more = set(words(full)) - parts if _line(getattr(name, "family", "")) else set()
    return [one for one in (*extra, full if more else "") if one]


def _streets(addresses: Sequence[Any]) -> list[str]:
    """The streets, and all of the addresses after the first."""
    whole = [[_line(getattr(one, part, "")) for part in ("box", "extended", "street", "code", "city")] for one in addresses]
    said = [" ".join(part for part in (parts if rank else parts[:3]) if part) for rank, parts in enumerate(whole)]
    return [f"Adresse : {one}" for one in said if one]


def _texts(values: dict[str, Any], name: str) -> str:
    return "\n".join(str(entry.value).removeprefix("tel:") for entry in values.get(name, ()) if entry.value)


def _line(value: Any, *, join: str = " ") -> str:
    """A value that may come in several parts."""
    return join.join(str(part) for part in value if part) if isinstance(value, list | tuple) else str(value or "")
