"""What an annual review prints: words, tables, native charts that Word edits, and a spreadsheet with real numbers and dates."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from bot.domain.annual_reviews import AnnualReview
from bot.domain.papers import PaperKind
from doc_templates.annual_review.fields import figures_file_name, review_contents, review_fields, review_file_name
from doc_templates.annual_review.make_template import make_template
from doc_templates.annual_review.render import render
from doc_templates.annual_review.workbook import figures_workbook, sheets
from doc_templates.charts import NoPlaceForChart
from doc_templates.contents import Contents
from doc_templates.disposable import DisposableDocumentMaker
from doc_templates.engine import fill, template_of
from tests.doc_templates.house_rules import faults
from tests.doc_templates.review_samples import AXIS, BEGUN, EMPTY, HOSTILE, REVIEWS, WHOLE
from tests.doc_templates.test_papers import said


def parts(docx_bytes: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(docx_bytes)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", REVIEWS)
def test_it_keeps_the_rules_of_the_house_is_valid_and_the_same_bytes_twice(
    name: str, tmp_path: Path, assert_valid_docx: Callable[[Path], None]
) -> None:
    made = render(REVIEWS[name])
    assert [fault for fault in faults(made) if name != "hostile" or not fault.startswith("residue")] == []
    assert render(REVIEWS[name]) == made
    file = tmp_path / "review.docx"
    file.write_bytes(made)
    assert_valid_docx(file)


def test_the_template_can_be_made_again() -> None:
    assert template_of("annual_review") == make_template()


def test_its_contents_travel_as_json() -> None:
    contents = review_contents(WHOLE)
    arrived = Contents.from_json(contents.to_json())
    assert (arrived.charts, fill(arrived) == fill(contents)) == (contents.charts, True)


def test_a_chart_without_its_place_is_a_fault() -> None:
    contents = review_contents(WHOLE)
    astray = replace(contents, charts=(replace(contents.charts[0], place="nowhere"),))
    with pytest.raises(NoPlaceForChart):
        fill(astray)


def test_charts_have_their_workbook_and_say_the_numbers_of_the_tables() -> None:
    made = parts(render(WHOLE))
    assert sorted(name for name in made if name.startswith(("word/charts/chart", "word/embeddings/"))) == [
        *(f"word/charts/chart{rank}.xml" for rank in (1, 2, 3)),
        *(f"word/embeddings/graphique{rank}.xlsx" for rank in (1, 2, 3)),
    ]
    page = openpyxl.load_workbook(io.BytesIO(made["word/embeddings/graphique1.xlsx"])).active
    assert page is not None
    assert [row[1:] for row in page.iter_rows(min_row=2, values_only=True)] == list(WHOLE.months)
    drawn = re.findall(rb"formatCode>|<c:v>([^<]*)</c:v>", made["word/charts/chart1.xml"])
    values = [value.decode() for value in drawn if value]
    assert values[13:25] == [str(now) for now, _ in WHOLE.months]
    described = re.findall(r'descr="([^"]*)"', made["word/document.xml"].decode())
    first = said(described[0])
    assert len(described) == 3
    assert first.startswith("Diagramme en colonnes : réunions par mois en 2026 et, entre parenthèses, en 2025 : janvier ")
    assert f"janvier {WHOLE.months[0][0]} ({WHOLE.months[0][1]})" in first


def test_colours_stay_apart_in_grey() -> None:
    made = parts(render(WHOLE))
    fills = [re.findall(rb'<c:ser>.*?srgbClr val="(\w{6})"', made[f"word/charts/chart{rank}.xml"], re.DOTALL) for rank in (1, 2, 3)]
    grey = [[round(sum(w * int(c[i : i + 2], 16) for w, i in ((0.299, 0), (0.587, 2), (0.114, 4)))) for c in row] for row in fills]
    assert [len(row) for row in grey] == [2, 1, 1]
    assert abs(grey[0][0] - grey[0][1]) > 100


def test_every_table_of_hours_adds_up() -> None:
    fields = review_fields(WHOLE)
    for name in ("natures", "parts", "accounts", "axes", "instances"):
        assert sum(minutes_of(row["hours"]) for row in fields[name]) == WHOLE.totals.minutes, name
    assert sum(int(said(row["meetings"])) for row in fields["axes"]) == WHOLE.totals.meetings
    assert len(fields["communes"]) == 16
    assert said(fields["communes"][-1]["commune"]).endswith("autres communes")
    assert sum(int(said(row["meetings"])) for row in fields["communes"]) == sum(line.meetings for line in WHOLE.communes)


def minutes_of(hours: str) -> int:
    """« 2 h 30 » → 150."""
    words = said(hours).replace(" ", "")
    if words.endswith("min"):
        return int(words.removesuffix("min"))
    whole, _, rest = words.partition("h")
    return 60 * int(whole) + int(rest or 0)


def test_a_year_that_began_is_told_as_such_and_what_is_unknown_is_not_compared() -> None:
    fields = review_fields(BEGUN)
    assert [said(fields[name]) for name in ("overline", "scope", "period_line", "before", "new_structures", "before_total")] == [
        "Bilan annuel 2026 – en cours",
        "GT Diabète",
        "Du 1er janvier au 11 mars 2026",
        "2025 (année entière)",
        "",
        "–",
    ]
    assert said(fields["partners"][1]) == (
        "Rien n’est enregistré pour 2025 : les structures nouvelles ou perdues de vue ne peuvent pas être comptées."
    )
    assert [month["now"] == "–" for month in fields["months"]] == [False] * 3 + [True] * 9
    assert [len(chart.series) for chart in review_contents(BEGUN).charts] == [1, 1]


def test_a_lectrice_reads_figures_without_the_lists_of_structures() -> None:
    listed, alone = review_fields(WHOLE), review_fields(replace(WHOLE, named=False))
    assert {name for name in listed if listed[name] != alone[name]} == {"new_structures", "lost_structures"}
    assert (alone["new_structures"], alone["lost_structures"]) == ("", "")
    assert "Structures" not in {name for name, _, _ in sheets(replace(WHOLE, named=False))}


def test_an_axis_has_no_chart_of_axes() -> None:
    assert [chart.place for chart in review_contents(AXIS).charts] == ["meetings", "natures"]


def test_nothing_is_a_sentence() -> None:
    assert review_fields(EMPTY)["nothing"] == "Rien n’a été enregistré sur cette période."
    assert review_contents(EMPTY).charts == ()
    text = [paragraph.text for paragraph in docx.Document(io.BytesIO(render(EMPTY))).paragraphs]
    assert text.count("Rien n’a été enregistré sur cette période.") == 1


def test_file_names() -> None:
    assert [review_file_name(AXIS), figures_file_name(BEGUN)] == ["Bilan_Axe-9-Diabete_2026.docx", "Bilan_GT-Diabete_2026.xlsx"]


TABLES = {  # of the document, of the spreadsheet, and what each of its columns is called there
    "figures": ("Chiffres clés", ("figure", "now", "then")),
    "kinds": ("Gouvernance", ("kind", "instances", "meetings", "participations")),
    "months": ("Mois", ("month", "now", "then")),
    "natures": ("Natures", ("nature", "hours", None)),
    "parts": ("Activités", ("part", "hours", None)),
    "accounts": ("Comptes 86 et 87", ("account", "label", "hours", None, "value")),
    "axes": ("Axes", ("axis", "meetings", "hours", None)),
    "communes": ("Communes", ("commune", "meetings", "hours", None, "structures")),
    "instances": ("Instances", (None, "name", None, None, "meetings", None, "participations", "hours", None)),
    "outcomes": ("Décisions et actions", ("what", "state", "count")),
}
UNTOLD = {"–": None, "Non valorisé": None, "Coût communiqué par l’employeur": None, "Non relevées": 0}


def figure(words: str) -> object:
    """What a cell of the document says: a count, minutes, euros as text, nothing; else its words."""
    plain = said(words)
    bare = plain.replace(" ", "")
    if plain in UNTOLD:
        return UNTOLD[plain]
    if re.fullmatch(r"\d+h(\d+)?|\d+min", bare):
        return minutes_of(words)
    return int(bare) if bare.isdecimal() else f"{float(bare[:-1].replace(',', '.')):.2f}" if re.fullmatch(r"[\d,]+€", bare) else plain


@pytest.mark.parametrize("name", [name for name in REVIEWS if name != "hostile"])
def test_the_document_and_the_spreadsheet_say_the_same_figures(name: str) -> None:
    """Row by row and cell by cell: whatever row the document has, the spreadsheet has, and the sums of all rows agree."""
    fields, pages = review_fields(REVIEWS[name]), {title: rows for title, _, rows in sheets(REVIEWS[name])}
    for table, (page, columns) in TABLES.items():
        told = [tuple(figure(row[column]) for column in columns if column) for row in fields[table]]
        kept = [
            tuple(
                f"{cell:.2f}" if isinstance(cell, Decimal) else said(str(cell)) if isinstance(cell, str) else cell
                for column, cell in zip(columns, row, strict=True)
                if column
            )
            for row in pages[page]
        ]
        if table == "figures":
            told, kept = [row[1:] for row in told], [row[1:] for row in kept]
        if table == "accounts":
            told = [(str(first).lower(), *rest) for first, *rest in told]
        if table == "communes" and len(kept) > len(told):
            (_, *others), told, rest = told[-1], told[:-1], kept[len(told) - 1 :]
            assert others == [sum(row[place] for row in rest) for place in (1, 2, 3)]
            kept = kept[: len(told)]
        assert [row for row in told if row not in kept] == [], (name, table)
        left = [row for row in kept if row not in told]
        assert told == [] or {cell for row in left for cell in row if not isinstance(cell, str)} <= {0, REVIEWS[name].late_actions}, table


def test_bénévolat_without_a_rate_for_one_of_its_days_says_so() -> None:
    line = replace(WHOLE.accounts[0], value=None)
    review = replace(WHOLE, accounts=(line, *WHOLE.accounts[1:]))
    words = "Le bénévolat n’est pas valorisé : le taux d’au moins un de ses jours n’est pas connu. L’expert-comptable confirme les comptes."
    assert said(review_fields(review)["accounts_method"][1]) == words
    method = next(rows for title, _, rows in sheets(review) if title == "Méthode")
    assert said(str(method[-1][1])) == words


class TestSpreadsheet:
    def test_one_sheet_a_table_with_numbers_and_dates(self) -> None:
        book = openpyxl.load_workbook(io.BytesIO(figures_workbook(WHOLE)))
        assert book.sheetnames == [
            *("Chiffres clés", "Gouvernance", "Instances", "Mois", "Natures", "Activités", "Comptes 86 et 87", "Axes", "Communes"),
            *("QPV", "Décisions et actions", "Structures", "Méthode"),
        ]
        figures = {row[0]: row[1:] for row in book["Chiffres clés"].iter_rows(min_row=2, values_only=True)}
        assert figures["Minutes données"] == (WHOLE.totals.minutes, WHOLE.before.minutes)
        met = book["Instances"]
        assert isinstance(met["C2"].value, datetime)
        assert (met["C2"].number_format, met["I2"].number_format) == ("DD/MM/YYYY", "[h]:mm")
        minutes, hours = met["H2"].value, met["I2"].value
        assert isinstance(minutes, int)
        assert round(hours.total_seconds() / 60 if hasattr(hours, "total_seconds") else hours * 1440) == minutes

    def test_the_same_bytes_twice_and_hostile_names_stay_text(self) -> None:
        made = figures_workbook(HOSTILE)
        assert figures_workbook(HOSTILE) == made
        pages = openpyxl.load_workbook(io.BytesIO(made)).worksheets
        assert {cell.data_type for page in pages for row in page.iter_rows() for cell in row} <= {"s", "n", "d"}


@pytest.mark.parametrize("kind", [PaperKind.REVIEW, PaperKind.FIGURES])
def test_the_maker_of_documents_makes_both(kind: PaperKind) -> None:
    name, made = DisposableDocumentMaker(seconds=60).paper(kind, WHOLE)
    ending = "docx" if kind is PaperKind.REVIEW else "xlsx"
    assert (name, made[:2]) == (f"Bilan_Contrat-local-de-sante-du-Pays-d-Ales_2026.{ending}", b"PK")


def test_it_is_made_in_time() -> None:
    """Of the reference scale: a hundred instances are rows of one table; here without the start of a process."""
    lines = tuple(
        replace(WHOLE.instances[0], name=f"GT {rank}", minutes=1, first=date(2026, 1, 2), last=date(2026, 6, 1)) for rank in range(120)
    )
    review: AnnualReview = replace(WHOLE, instances=lines)
    began = time.process_time()
    render(review)
    assert time.process_time() - began < 3
