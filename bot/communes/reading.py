"""Reads the packed communes of France: one EPCI, its name, or all of them; nothing stays in memory afterwards.

Source of the data: the official communes and EPCI of France, Licence Ouverte 2.0 (see NOTICE).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.resources import files

from bot.communes.layout import BLOCK_MARK, COLUMN, LINE, PACKED_FILE
from bot.domain.communes import Commune


def communes_of_epci(code: str) -> tuple[Commune, ...]:
    """The communes of the EPCI of that official code (nine digits), by Insee code; empty when no EPCI bears it."""
    block = _block(code)
    return tuple(_communes_of(block)) if block else ()


def epci_name(code: str) -> str | None:
    """The name of the EPCI of that official code, with the short form of its kind (« CA Alès Agglomération »); None when unknown."""
    block = _block(code)
    return _title(block)[1] if block else None


def all_communes() -> Iterator[Commune]:
    """Every commune of France, in the order of EPCI codes (those without EPCI first), then of Insee codes."""
    for block in _packed_text().split(LINE + BLOCK_MARK):
        yield from _communes_of(block)


def _packed_text() -> str:
    """The whole file, about 1.3 million characters, without the first mark and the last line feed."""
    packed = (files("bot.communes") / PACKED_FILE).read_bytes()
    return gzip.decompress(packed).decode("utf-8").removeprefix(BLOCK_MARK).removesuffix(LINE)


def _block(code: str) -> str | None:
    if not (len(code) == 9 and code.isascii() and code.isdigit()):
        return None
    text = _packed_text()
    start = text.find(LINE + BLOCK_MARK + code + COLUMN)
    if start < 0:
        return None
    start += len(LINE + BLOCK_MARK)
    end = text.find(LINE + BLOCK_MARK, start)
    return text[start:] if end < 0 else text[start:end]


def _title(block: str) -> tuple[str, str]:
    code, _, name = block.partition(LINE)[0].partition(COLUMN)
    return code, name


def _communes_of(block: str) -> Iterator[Commune]:
    epci_code, name_of_epci = _title(block)
    for line in block.split(LINE)[1:]:
        insee, name, postcodes, population = line.split(COLUMN)
        yield Commune(
            insee=insee,
            name=name,
            postcodes=tuple(postcodes.split()),
            epci_code=epci_code or None,
            epci_name=name_of_epci or None,
            population=int(population) if population else None,
        )
