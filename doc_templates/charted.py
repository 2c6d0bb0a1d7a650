"""What a chart shows, as plain values that travel with the contents of a document; `place` is a bookmark of its template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One set of values, in the order of the categories."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars lie, columns stand; `alt` tells the values to whoever does not see them."""

    place: str
    kind: Literal["bars", "columns"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str
    alt: str
