"""The pages as somebody sees them: LibreOffice makes the PDF, its text is compared."""

import os
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from doc_templates.minutes.render import render
from tests.doc_templates.samples import ALL

pytestmark = pytest.mark.skipif(
    (shutil.which("soffice") is None or shutil.which("pdftotext") is None) and not os.environ.get("CI"),
    reason="needs libreoffice-writer and poppler-utils (always there in CI)",
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Each document's pages, each page's lines, with plain spaces."""
    folder = tmp_path_factory.mktemp("pages")
    for name, minutes in ALL.items():
        (folder / f"{name}.docx").write_bytes(render(minutes))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=180)
    return {name: _pages(folder / f"{name}.pdf") for name in ALL}


def _pages(pdf: Path) -> list[list[str]]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    sheets = unicodedata.normalize("NFKC", text).rstrip("\f").split("\f")
    return [[re.sub(r"\s+", " ", line).strip() for line in sheet.splitlines() if line.strip()] for sheet in sheets]


def test_a_short_meeting_stands_on_one_page(pages: dict[str, list[list[str]]]) -> None:
    assert pages["heads only"] == [
        [
            "Communauté d’agglomération du Pays d’Alès GTD-2026-03",
            "PROJET DE COMPTE RENDU",
            "GT Diabète",
            "Préparer l’enquête auprès des habitants",
            "Mardi 10 mars 2026",
            "Territoire Contrat local de santé du Pays d’Alès",
            "Date et horaires mardi 10 mars 2026, de 14 h à 16 h 30 (2 h 30)",
            "Lieu Maison de la santé, Alès",
            "Secrétariat de séance Mme Claire DUMAS, coordinatrice du contrat local de santé, Reseda",
            "Participation 12 participantes et participants",
            "Participation",
            "12 participantes et participants, liste nominative non relevée.",
            "Suites",
            "Aucune décision ni action n’a été relevée au cours de cette réunion.",
            "Projet de compte rendu établi le 10 mars 2026 par Mme Claire DUMAS. Remarques et corrections à adresser à Claire DUMAS.",
            "Projet de compte rendu – version 1 Page 1 sur 1",
        ]
    ]


def test_pages_are_numbered_with_header_and_footer(pages: dict[str, list[list[str]]]) -> None:
    for sheets in pages.values():
        assert [sheet[-1] for sheet in sheets] == [
            f"Projet de compte rendu – version 1 Page {n} sur {len(sheets)}" for n in range(1, len(sheets) + 1)
        ]
        assert len({sheet[0] for sheet in sheets}) == 1


def test_long_tables_repeat_their_header(pages: dict[str, list[list[str]]]) -> None:
    long = pages["long"]
    assert len(long) == 4
    decisions = [[line for line in sheet if re.match(r"COPIL-2026-\d{3} |N° Décision", line)] for sheet in long]
    assert [sheet[0] for sheet in decisions if sheet] == ["N° Décision", "N° Décision"]
    actions = [[line for line in sheet if re.match(r"A\d+ |N° Action", line)] for sheet in long]
    assert [sheet[0] for sheet in actions if sheet] == ["N° Action Responsable Échéance"] * len([sheet for sheet in actions if sheet])
    assert sum(len(sheet) - 1 for sheet in actions if sheet) == 20


def test_no_heading_is_left_alone_at_the_foot_of_a_page(pages: dict[str, list[list[str]]]) -> None:
    headings = re.compile(r"Participation$|[^|]+ \(\d+\)$|Points abordés$|Décisions$|Actions à mener$|Prochaine réunion$|Suites$|N° ")
    for sheets in pages.values():
        assert [sheet[-2] for sheet in sheets if headings.match(sheet[-2])] == []


def test_a_date_is_never_cut(pages: dict[str, list[list[str]]]) -> None:
    lines = [line for sheet in pages["long"] for line in sheet]
    assert sum(len(re.findall(r"\b\d\d/04/2026\b", line)) for line in lines) == 20
