"""Remakes the packed communes from the official table: `python -m bot.communes.packing communes_fr.csv bot/communes/communes.tsv.gz`.

The same table gives the same bytes with the same zlib: no time of making, no file name, rows in a fixed order.
"""

from __future__ import annotations

import csv
import gzip
import sys
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from bot.communes.layout import BLOCK_MARK, COLUMN, LINE


def packed(table: str) -> bytes:
    """The packed form of a CSV table with the columns code_insee, nom, codes_postaux, code_epci, nom_epci, population."""
    rows = sorted(csv.DictReader(table.splitlines()), key=itemgetter("code_epci", "code_insee"))
    blocks: list[str] = []
    for code, members in groupby(rows, key=itemgetter("code_epci")):
        block = list(members)
        blocks.append(f"{BLOCK_MARK}{code}{COLUMN}{block[0]['nom_epci']}{LINE}")
        blocks.extend(COLUMN.join(map(row.__getitem__, ("code_insee", "nom", "codes_postaux", "population"))) + LINE for row in block)
    return gzip.compress("".join(blocks).encode("utf-8"), compresslevel=9, mtime=0)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    target.write_bytes(packed(source.read_text(encoding="utf-8")))
