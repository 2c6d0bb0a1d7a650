"""`maillon importer` and `maillon exporter`: what is read is told, what is written comes back, and nothing is overwritten."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing

import pytest

from tests.console.conftest import Console

LIST = (
    "Annuaire 2026\nNOM Prénom;Structure;Fonction;Tél.;Mail;Commune;GT / réseaux;Remarques\n"
    "GIRAUD A.;CHAC;;04 66 11 22 33;;;;=HYPERLINK(1)\n"
    "Alain Giraud;CH Alès Cévennes;Médecin;466112233;alain.giraud@exemple.fr;30100 Alès;GT Diabète;\n"
    ";;;06 00 00 00 00;;;;\n"
)


def plain(lines: list[str]) -> list[str]:
    """Lines with ordinary spaces."""
    return [line.replace("\xa0", " ").replace("\u202f", " ") for line in lines]


def people(console: Console) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(console.folder / "data" / "maillon.sqlite3")) as database:
        return database.execute("SELECT first_name, last_name, phone, email, commune, note, source FROM people ORDER BY id").fetchall()


def test_a_simulation_tells_all_and_writes_nothing(console: Console) -> None:
    console.makes_a_territory()
    (console.folder / "a.csv").write_text(LIST, encoding="cp1252")
    before = people(console)
    said = console.maillon("importer", "a.csv", "--simulation")
    assert (said.code, said.err) == (0, [])
    assert plain(said.out) == [
        "a.csv : 5 lignes lues, 2 lignes gardées, 3 de côté.",
        "Personnes : 1 ajoutée, 0 mise à jour, 0 inchangée (1 ligne réunie à une autre).",
        "Structures : 1 ajoutée, 0 mise à jour, 0 inchangée.",
        "Groupes : 1 nouveau.",
        "Lignes laissées de côté (3) :",
        "– ligne 1 : titre, section ou en-tête « Annuaire 2026 »",
        "– ligne 2 : titre, section ou en-tête « NOM Prénom · Structure · Fonction · Tél. · Mail · Commune · »",
        "– ligne 5 : ni nom ni structure « 06 00 00 00 00 »",
        "Simulation : rien n’a été écrit.",
    ]
    assert people(console) == before


def test_an_import_is_written_once_and_says_where_it_comes_from(console: Console) -> None:
    console.makes_a_territory()
    (console.folder / "a.csv").write_text(LIST, encoding="utf-8")
    assert console.maillon("importer", "a.csv").code == 0
    assert people(console)[-1] == (
        "Alain",
        "Giraud",
        "+33466112233",
        "alain.giraud@exemple.fr",
        "30007",
        "=HYPERLINK(1)",
        "import:a.csv",
    )
    again = console.maillon("importer", "a.csv")
    assert plain(again.out[1:4]) == [
        "Personnes : 0 ajoutée, 0 mise à jour, 1 inchangée (1 ligne réunie à une autre).",
        "Structures : 0 ajoutée, 0 mise à jour, 1 inchangée.",
        "Groupes : 0 nouveau.",
    ]


def test_what_was_exported_comes_back_as_it_was_and_no_cell_of_it_can_act(console: Console) -> None:
    console.makes_a_territory()
    (console.folder / "a.csv").write_text(LIST, encoding="utf-8")
    assert console.maillon("importer", "a.csv").code == 0
    exported = console.maillon("exporter", "sortie")
    assert (exported.code, exported.err) == (0, [])
    before = people(console)
    for file in ("maillon.xlsx", "personnes.csv", "personnes.vcf"):
        again = console.maillon("importer", f"sortie/{file}")
        assert again.code == 0, again.err
        assert again.out[1].replace("\xa0", " ").startswith("Personnes : 0 ajoutée, 0 mise à jour, "), file
        assert "Structures : 0 ajoutée, 0 mise à jour, 1 inchangée." in plain(again.out), file
        assert people(console) == before, file
    rows = list(csv.DictReader(io.StringIO((console.folder / "sortie" / "personnes.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [row["Remarques"] for row in rows if row["Nom"] == "Giraud"] == ["'=HYPERLINK(1)"]
    for file in (console.folder / "sortie").glob("*.csv"):
        cells = [cell for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";") for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_an_export_overwrites_nothing(console: Console) -> None:
    console.makes_a_territory()
    assert console.maillon("exporter", "sortie").code == 0
    said = console.maillon("exporter", "sortie")
    assert (said.code, said.out) == (1, [])
    assert said.err == ["sortie/actions.csv existe déjà. Donnez un autre dossier : un export n’en écrase jamais un autre."]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (
            "a.pdf",
            b"%PDF",
            "Je lis les annuaires en .xlsx, .csv ou .vcf. Enregistrez votre fichier sous l’un de ces formats",
        ),
        ("a.csv", b"bonjour", "Je ne trouve ni personne ni structure dans ce fichier."),
        ("rien.csv", None, "Il n’y a pas de fichier rien.csv. Vérifiez le chemin."),
    ],
)
def test_what_cannot_be_read_is_refused_in_french(console: Console, name: str, content: bytes | None, sentence: str) -> None:
    console.makes_a_territory()
    if content is not None:
        (console.folder / name).write_bytes(content)
    said = console.maillon("importer", name)
    assert (said.code, said.out, len(said.err)) == (1, [], 1)
    assert said.err[0].startswith(sentence)


def test_without_a_territory_it_says_how_to_make_one(console: Console) -> None:
    (console.folder / "a.csv").write_text(LIST, encoding="utf-8")
    said = console.maillon("importer", "a.csv")
    assert (said.code, said.err) == (1, ["Il n’y a pas encore de territoire. Créez-le : maillon initialiser --help"])


def test_help_has_an_example(console: Console) -> None:
    for command, example in (
        ("importer", "maillon importer annuaire.xlsx --simulation"),
        ("exporter", "maillon exporter export-2026-03-11"),
    ):
        said = console.maillon(command, "--help")
        assert (said.code, said.out[-1]) == (0, f"Exemple : {example}")
