"""Builds the structures of the demonstration from their table: values with ids, communes, phones for fiction and mails in .example."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.demonstration.structure_table import EHPADS, KINDS, LOCAL, NAMED, PHARMACIES, PRACTICES, StructureKind
from bot.demonstration.wording import of_commune, short_commune, slug
from bot.domain.people import Structure

LANDLINES = "+3346571"  # 04 65 71: the numbers that Arcep keeps for fiction
MOBILES = "+3363998"  # 06 39 98: the same
STRUCTURE_NUMBERS = 1_000  # the first landlines are those of structures, the others those of people


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureRow:
    """A line of the table, before it has an id: `commune` is a name, None when its seat is out of the territory."""

    kind: str
    name: str
    sigle: str | None = None
    aliases: tuple[str, ...] = ()
    commune: str | None = None
    axes: tuple[int, ...] = ()  # empty: those of its kind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedStructure:
    """A structure with what only the generator needs: its kind, the axes that it works on and the domain of its mails."""

    value: Structure
    kind_name: str
    axes: tuple[int, ...]
    domain: str

    @property
    def kind(self) -> StructureKind:
        """What structures of its kind share."""
        return KINDS[self.kind_name]


def build_structures(*, insee: Mapping[str, str], rng: random.Random) -> tuple[PlacedStructure, ...]:
    """All structures, in the order of the table; `insee` gives the code of each commune of the territory by its name."""
    rows = tuple(_rows())
    phones = rng.sample(range(STRUCTURE_NUMBERS), len(rows))
    return tuple(
        _place(row, number=number, phone=phone, insee=insee) for number, (row, phone) in enumerate(zip(rows, phones, strict=True), start=1)
    )


def _place(row: StructureRow, *, number: int, phone: int, insee: Mapping[str, str]) -> PlacedStructure:
    domain = f"{slug(row.sigle or row.name)[:63].strip('-')}.example"
    aliases = tuple(dict.fromkeys(alias for alias in row.aliases if alias != row.name))
    value = Structure(
        id=number,
        name=row.name,
        sigle=row.sigle,
        aliases=aliases,
        commune=insee[row.commune] if row.commune else None,
        phone=f"{LANDLINES}{phone:04d}",
        email=f"contact@{domain}",
        nature=KINDS[row.kind].nature,
    )
    return PlacedStructure(value=value, kind_name=row.kind, axes=row.axes or KINDS[row.kind].axes, domain=domain)


def _rows() -> Iterator[StructureRow]:
    yield from _named_rows()
    yield from _local_rows()
    for name, commune in EHPADS:
        yield StructureRow(kind="elder care", name=name, aliases=_own_name(name), commune=commune)
    for name, commune in PHARMACIES:
        yield StructureRow(kind="pharmacy", name=f"Pharmacie {name}", aliases=(f"pharmacie {short_commune(commune)}",), commune=commune)
    for kind, name, sites in PRACTICES:
        for site in sites:
            yield StructureRow(
                kind=kind, name=f"{name} ({site})", aliases=(f"{name.lower()} {short_commune(site)}",), commune=site.partition(" –")[0]
            )


def _named_rows() -> Iterator[StructureRow]:
    for kind, table in NAMED.items():
        for line in table.strip().splitlines():
            name, sigle, aliases, commune, *axes = (cell.strip() for cell in line.split(";"))
            yield StructureRow(
                kind=kind,
                name=name,
                sigle=sigle or None,
                aliases=tuple(alias.strip() for alias in aliases.split(",") if alias.strip()),
                commune=commune or None,
                axes=tuple(int(number) for number in " ".join(axes).split()),
            )


def _local_rows() -> Iterator[StructureRow]:
    for local in LOCAL:
        for commune in local.communes:
            words = {"of": of_commune(commune), "name": commune, "short": short_commune(commune)}
            aliases = tuple(alias.format(**words) for alias in local.aliases)
            if commune == "Alès" and local.kind == "ccas":
                aliases = (*aliases, "CCAS")  # said alone in this network, it is that of the main town
            yield StructureRow(kind=local.kind, name=local.name.format(**words), aliases=aliases, commune=commune)


def _own_name(name: str) -> tuple[str, ...]:
    """« Les Terrasses » of « EHPAD Les Terrasses »; nothing of « SSIAD de La Grand-Combe », which has no name of its own."""
    own = name.partition(" ")[2]
    return () if own.startswith(("de ", "des ", "du ", "d'")) else (own,)
