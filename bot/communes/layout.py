"""How the packed file of communes is laid out: one block an EPCI, so that one of them is found without reading the others.

A block begins with `@<EPCI code> TAB <EPCI name>`; each commune follows as `<Insee> TAB <name> TAB <postcodes> TAB <population>`.
Blocks stand in the order of EPCI codes; communes without EPCI stand in the block of the empty code; several postcodes are
parted by spaces. UTF-8, lines end with a line feed.
"""

from __future__ import annotations

PACKED_FILE = "communes.tsv.gz"
BLOCK_MARK = "@"
COLUMN = "\t"
LINE = "\n"
