"""Which commune is meant: its official code, its name, its postcodes and the EPCI that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """A commune of France; `insee` and `epci_code` are official codes, `population` counts inhabitants (None: not published).

    A few island communes belong to no EPCI: both its fields are then None.
    """

    insee: str
    name: str
    postcodes: tuple[str, ...]
    epci_code: str | None
    epci_name: str | None
    population: int | None
