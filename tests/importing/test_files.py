"""Which rows a file gives: encodings, separators, workbooks and cards; hostile files are refused in little time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.directory_imports import FileProblem
from bot.domain.errors import FileRefused
from bot.importing.files import read_file

PEOPLE = "NOM Prénom;Fonction;Tél.\nLEFÈVRE Zoé;Élue à la santé;04 66 11 22 33\nBenoît Çelik;Infirmière;0466112234\n"


def rows(name: str, content: bytes) -> list[tuple[str, ...]]:
    """The cells of all rows."""
    return [row.cells for table in read_file(name, content).tables for row in table.rows]


def workbook(*lines: list[object]) -> openpyxl.Workbook:
    """A workbook with these rows."""
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    return book


def as_bytes(book: openpyxl.Workbook) -> bytes:
    """Its file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "mac-roman", "cp850", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_usual_encoding_gives_the_same_words(encoding: str) -> None:
    assert rows("a.csv", PEOPLE.encode(encoding)) == [
        ("NOM Prénom", "Fonction", "Tél."),
        ("LEFÈVRE Zoé", "Élue à la santé", "04 66 11 22 33"),
        ("Benoît Çelik", "Infirmière", "0466112234"),
    ]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_any_usual_separator(sign: str) -> None:
    assert rows("a.csv", PEOPLE.replace(";", sign).encode())[1] == ("LEFÈVRE Zoé", "Élue à la santé", "04 66 11 22 33")


def test_a_spreadsheet_that_names_its_separator() -> None:
    assert rows("a.csv", b"sep=,\na,b;c\n") == [("a", "b;c")]


def test_formulas_stay_text_and_a_protected_number_is_its_text() -> None:
    lines = rows("a.csv", b'NOM,T\xc3\xa9l,Note\nA,"=""0466112233""","=HYPERLINK(""http://exemple.invalid"";""clic"")"\nB,-2,@ici\n')
    assert lines[1:] == [("A", "0466112233", '=HYPERLINK("http://exemple.invalid";"clic")'), ("B", "-2", "@ici")]
    assert rows("a.xlsx", as_bytes(workbook(["A", "=1+1", "+33 à rappeler"]))) == [("A", "=1+1", "+33 à rappeler")]


def test_cells_merged_downwards_hold_on_each_row_and_hidden_sheets_stay_hidden() -> None:
    book = workbook(["CCAS", "A"], [None, "B"], ["PMI", "C"])
    book.active.merge_cells("A1:A2")
    book.create_sheet("Listes").sheet_state = "hidden"
    read = read_file("a.xlsx", as_bytes(book))
    assert ([row.cells for row in read.tables[0].rows], read.hidden) == ([("CCAS", "A"), ("CCAS", "B"), ("PMI", "C")], ("Listes",))


def test_a_row_far_below_and_a_cell_far_right_cost_nothing() -> None:
    book = workbook(["NOM", "Mail"])
    book.active.cell(row=900_000, column=1, value="Z")
    book.active.cell(row=2, column=16_000, value="loin")
    assert [(row.place.number, row.cells) for row in read_file("a.xlsx", as_bytes(book)).tables[0].rows] == [
        (1, ("NOM", "Mail")),
        (900_000, ("Z",)),
    ]


def test_cards_of_phones_old_and_new() -> None:
    cards = (
        "BEGIN:VCARD\nVERSION:3.0\nN:Giraud;Alain;;Dr;\nFN:Dr Alain Giraud\nORG:CH Alès;Addictologie\nTITLE:Médecin\n"
        "TEL;TYPE=CELL:06 12 34 56 78\nEMAIL:alain.giraud@exemple.fr\nADR:;;;Alès;;30100;France\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Zo=C3=A9;;;\nTEL;CELL:0466112233\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nN:cass\x00\n:::\nEND:VCARD\n"
    )
    table = read_file("a.vcf", cards.encode()).tables[0]
    assert [tuple(cell for cell in row.cells) for row in table.rows] == [
        (
            "Dr",
            "Alain",
            "Giraud",
            "",
            "CH Alès – Addictologie",
            "Médecin",
            "06 12 34 56 78",
            "alain.giraud@exemple.fr",
            "Alès",
            "30100",
        ),
        ("", "Zoé", "Lefèvre", "", "", "", "0466112233"),
    ]
    assert [place.number for place in table.unreadable] == [3]


def zipped(**parts: bytes) -> bytes:
    """An archive with these parts (« __ » stands for a slash, « _ » for a dot)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.pdf", b"%PDF-1.7 ...", FileProblem.KIND),
        ("a.docx", zipped(word__document_xml=b"<a/>"), FileProblem.KIND),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, FileProblem.OLD_EXCEL),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, FileProblem.PROTECTED),
        ("a.xlsx", b"NOM;Mail\n", FileProblem.DAMAGED),
        ("a.xlsx", zipped(xl__workbook_xml=b"<a/>"), FileProblem.DAMAGED),
        ("a.xlsx", as_bytes(workbook(["NOM"]))[:-80], FileProblem.DAMAGED),
        ("a.xlsx", lambda: zipped(xl__worksheets__sheet1_xml=b" " * 210_000_000), FileProblem.BOMB),
        ("a.xlsx", zipped(xl__workbook_xml=b'<!DOCTYPE a [<!ENTITY x "xx">]><a>&x;</a>'), FileProblem.BOMB),
        ("a.csv", b"  \r\n", FileProblem.EMPTY),
        ("a.csv", b"\x00\xff\x01\xfe\x02" * 100, FileProblem.DAMAGED),
        ("a.csv", b"a;b\n" * 200_001, FileProblem.TOO_MANY_ROWS),
        ("a.csv", lambda: b"a;b\n" * 13_000_000, FileProblem.TOO_HEAVY),
        ("a.vcf", b"BONJOUR", FileProblem.DAMAGED),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_directory_is_refused(name: str, content: bytes | Callable[[], bytes], problem: FileProblem) -> None:
    with pytest.raises(FileRefused) as refused:
        read_file(name, content() if callable(content) else content)  # the greatest are made here, not in each process that collects
    assert refused.value.problem is problem


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.vcf", "a.xlsx", "a", "a.ods"]))
def test_whatever_the_bytes_there_are_rows_or_a_refusal(content: bytes, name: str) -> None:
    with suppress(FileRefused):
        assert read_file(name, content).tables
