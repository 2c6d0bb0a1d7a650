"""The communes of France that ship with the package: those of an EPCI, quickly, and nothing left in memory."""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from bot.communes import all_communes, communes_of_epci, epci_name
from bot.communes.packing import packed
from bot.domain.communes import Commune

ALES = "200066918"
CEZE_CEVENNES = "200035129"
SOURCE = Path("/work/shared/data/communes_fr.csv")


def test_the_territory_around_ales_has_94_communes() -> None:
    assert (len(communes_of_epci(ALES)), len(communes_of_epci(CEZE_CEVENNES))) == (71, 23)


def test_a_commune_tells_all_that_is_known_of_it() -> None:
    ales = next(commune for commune in communes_of_epci(ALES) if commune.name == "Alès")
    assert ales == Commune(
        insee="30007",
        name="Alès",
        postcodes=("30100",),
        epci_code=ALES,
        epci_name="CA Alès Agglomération",
        population=46125,
    )


def test_an_epci_across_two_departments_keeps_both() -> None:
    assert {commune.insee[:2] for commune in communes_of_epci(CEZE_CEVENNES)} == {"07", "30"}


@pytest.mark.parametrize(
    ("code", "name"),
    [(ALES, "CA Alès Agglomération"), (CEZE_CEVENNES, "CC de Cèze Cévennes"), ("200069193", "CC de la Dombes")],
)
def test_an_epci_is_named(code: str, name: str) -> None:
    assert epci_name(code) == name


@pytest.mark.parametrize("code", ["", "000000000", "20006691", "2000669180", "Alès", "@", "200066918\t", "\n@200066918", "²00066918"])
def test_a_code_that_no_epci_bears_gives_nothing(code: str) -> None:
    assert (communes_of_epci(code), epci_name(code)) == ((), None)


def test_all_communes_are_those_of_each_epci_put_together() -> None:
    everything = list(all_communes())
    assert len(everything) == len({commune.insee for commune in everything}) == 34_969
    for code in (everything[-1].epci_code, ALES, CEZE_CEVENNES):
        assert code is not None
        assert communes_of_epci(code) == tuple(commune for commune in everything if commune.epci_code == code)


def test_an_island_without_epci_says_so() -> None:
    sein = next(commune for commune in all_communes() if commune.name == "Île-de-Sein")
    assert (sein.epci_code, sein.epci_name) == (None, None)


def test_several_postcodes_are_all_kept_and_a_missing_population_is_none() -> None:
    boissey = next(commune for commune in all_communes() if commune.insee == "01050")
    assert boissey.postcodes == ("01190", "01380")
    assert sum(commune.population is None for commune in all_communes()) == 6


@pytest.mark.skipif(not SOURCE.exists(), reason="the official table does not ship with the project")
def test_the_packed_file_says_the_same_as_the_official_table() -> None:
    table = SOURCE.read_text(encoding="utf-8")
    official = {
        (r["code_insee"], r["nom"], r["codes_postaux"], r["code_epci"], r["nom_epci"], r["population"])
        for r in csv.DictReader(table.splitlines())
    }
    shipped = {
        (c.insee, c.name, " ".join(c.postcodes), c.epci_code or "", c.epci_name or "", "" if c.population is None else str(c.population))
        for c in all_communes()
    }
    assert shipped == official
    shipped_bytes = (files("bot.communes") / "communes.tsv.gz").read_bytes()
    assert gzip.decompress(packed(table)) == gzip.decompress(shipped_bytes)


def test_packing_twice_gives_the_same_bytes_whatever_the_order_of_rows() -> None:
    head = "code_insee,nom,codes_postaux,departement,code_epci,nom_epci,population"
    rows = ["30007,Alès,30100,30,200066918,CA Alès Agglomération,46125", "29083,Île-de-Sein,29990,29,,,263"]
    assert packed("\n".join([head, *rows])) == packed("\n".join([head, *reversed(rows)]))


def test_the_licence_ships_with_the_data() -> None:
    notice = (files("bot.communes") / "NOTICE").read_text(encoding="utf-8")
    assert [line for line in notice.splitlines() if line.startswith("Licence :")] == [
        "Licence : Licence Ouverte / Open Licence version 2.0 (Etalab),"
    ]


@pytest.mark.bench
def test_one_epci_is_read_in_less_than_a_tenth_of_a_second() -> None:
    durations = []
    for _ in range(5):
        began = time.perf_counter()
        communes_of_epci(ALES)
        durations.append(time.perf_counter() - began)
    assert min(durations) < 0.1


def test_reading_an_epci_leaves_almost_nothing_in_memory() -> None:
    script = (
        "import gc, tracemalloc\n"
        "from bot.communes import communes_of_epci\n"
        "communes_of_epci('200035129')\n"
        "tracemalloc.start(); before = tracemalloc.get_traced_memory()[0]\n"
        "for code in ('200066918', '200069193', '200071371'): communes_of_epci(code)\n"
        "gc.collect(); import sys; sys.stdout.write(str(tracemalloc.get_traced_memory()[0] - before))\n"
    )
    left = int(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
    assert left < 50_000  # bytes; the unpacked table has 1.4 million
