"""Which people the cards of a .vcf file name."""

from __future__ import annotations

import re
import warnings
from typing import Any

from bot.domain.directory_imports import FileProblem, RowPlace
from bot.domain.errors import FileRefused
from bot.importing.files import MOST_ROWS, Row, Table, rows_of, tidy

_CARD = re.compile(r"BEGIN:VCARD.*?END:VCARD", re.IGNORECASE | re.DOTALL)
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
)


def read_cards(text: str) -> Table:
    """One row a card; a card that cannot be read is left aside under its rank. Raises FileRefused."""
    cards = _CARD.findall(text)
    if not cards:
        raise FileRefused(FileProblem.DAMAGED)
    if len(cards) > MOST_ROWS:
        raise FileRefused(FileProblem.TOO_MANY_ROWS)
    rows: list[Row] = []
    unreadable: list[RowPlace] = []
    for number, card in enumerate(cards, 1):
        cells = _cells(card)
        if cells is None:
            unreadable.append(RowPlace(number=number))
        else:
            rows += rows_of([(number, cells)], sheet=None)
    return Table(tuple(rows), _ROLES, tuple(unreadable))


def _cells(text: str) -> tuple[str, ...] | None:
    import vobject

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            card = vobject.readOne(text, allowQP=True)
            values = card.contents
        except Exception:  # whatever a spoilt card makes the library raise: it is left aside, and said so
            return None
    name = values["n"][0].value if "n" in values else None
    address = next((entry.value for entry in values.get("adr", ()) if entry.value), None)
    structure, function = _structure_and_function(values)
    return tuple(
        tidy(cell)
        for cell in (
            _line(getattr(name, "prefix", "")),
            _line(getattr(name, "given", "")),
            _line(getattr(name, "family", "")),
            "" if getattr(name, "family", "") else _texts(values, "fn"),  # the formatted name counts only when its parts are not told
            structure,
            function,
            _texts(values, "tel"),
            _texts(values, "email"),
            _line(getattr(address, "city", "")),
            _line(getattr(address, "code", "")),
            "\n".join(_line(entry.value, join="\n") for entry in values.get("categories", ())),
            _texts(values, "note"),
        )
    )


def _structure_and_function(values: dict[str, Any]) -> tuple[str, str]:
    """The organisation with its unit, and the title else the role."""
    organisation = values["org"][0].value if "org" in values else ""
    return _line(organisation, join=" – "), _texts(values, "title") or _texts(values, "role")


def _texts(values: dict[str, Any], name: str) -> str:
    return "\n".join(str(entry.value).removeprefix("tel:") for entry in values.get(name, ()) if entry.value)


def _line(value: Any, *, join: str = " ") -> str:
    """A value that may come in several parts."""
    return join.join(str(part) for part in value if part) if isinstance(value, list | tuple) else str(value or "")
