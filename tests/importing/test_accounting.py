"""Nothing of a file is dropped in silence: what no sheet holds is in the report, and nobody receives what is another's."""

from __future__ import annotations

import io
import time

import openpyxl
import pytest

from bot.domain.directory_imports import Datum, ImportPlan
from bot.importing import plan_import
from bot.importing.contacts import contacts_of
from bot.importing.files import read_file
from tests.importing.score import sheets
from tests.importing.test_plans import names, plan


def unread(of: ImportPlan) -> list[tuple[int, Datum, str]]:
    """What the report says was not kept."""
    return [(value.row.number, value.datum, value.said) for value in of.unread if not value.kept]


def phones(of: ImportPlan) -> list[tuple[str, ...]]:
    """Of each person."""
    return [person.phones for person in of.people]


def cards(*lines: str) -> ImportPlan:
    """The plan of a file of cards."""
    return plan_import("a.vcf", "\r\n".join(lines).encode(), sheets())


@pytest.mark.parametrize("cell", ["a" * 130_000, "a." * 60_000, "a@" * 60_000, "(" * 130_000, "a@" + "b." * 60_000 + "!", "1 " * 60_000])
def test_a_long_cell_is_read_at_once(cell: str) -> None:
    began = time.thread_time()
    contacts_of(cell)
    assert time.thread_time() - began < 5  # of the processor; it took minutes


@pytest.mark.parametrize(
    "spoilt",
    ['Paul DURAND;"CCAS;;04 66 11 22 33', 'Paul DURAND;"CCAS";;"04 66 11 22 33', '"Paul DURAND;CCAS;;04 66 11 22 33'],
    ids=["in the midst", "in the last cell", "in the first cell"],
)
@pytest.mark.parametrize(
    "below", ['Zoé KHALIL;"ARS";;"04 66 11 22 35"', "Zoé KHALIL;ARS;;04 66 11 22 35"], ids=["quotes below", "no quote below"]
)
def test_a_quote_that_nobody_closed_swallows_no_row(spoilt: str, below: str) -> None:
    found = plan(spoilt, "Jeanne MOREL;CMP;;04 66 11 22 34", below, header="Nom;Structure;Fonction;Tél\n")
    assert names(found) == ["Paul Durand", "Jeanne Morel", "Zoé Khalil"]
    assert phones(found) == [("+33466112233",), ("+33466112234",), ("+33466112235",)]


def test_a_cell_of_several_lines_is_one_cell_all_the_same() -> None:
    found = plan(
        'Paul DURAND;CCAS;;"04 66 11 22 33\n06 12 34 56 78"', '"Jeanne\nMOREL";CMP;;04 66 11 22 34', header="Nom;Structure;Fonction;Tél\n"
    )
    assert phones(found) == [("+33466112233", "+33612345678"), ("+33466112234",)]


def test_what_belongs_to_somebody_whose_name_cannot_be_read_is_never_given_to_the_structure() -> None:
    found = plan("R2D2;CCAS d'Alès;;06 12 34 56 78;prive@exemple.fr;;;", "Paul DURAND;ARS;;;;;;")
    assert [(house.name, house.phone, house.email) for house in found.structures] == [("CCAS d'Alès", None, None), ("ARS", None, None)]
    assert unread(found) == [(2, Datum.NAME, "R2D2"), (2, Datum.PHONE, "+33612345678"), (2, Datum.EMAIL, "prive@exemple.fr")]


def test_what_the_sheet_of_a_structure_has_no_place_for_is_told() -> None:
    found = plan(";CCAS d'Alès;Accueil de jour;04 66 11 22 33 / 04 66 11 22 34;;Alès;GT Diabète;fermé le lundi", "Paul DURAND;ARS;;;;;;")
    assert found.structures[0].phone == "+33466112233"
    assert sorted(unread(found)) == [
        (2, Datum.FUNCTION, "Accueil de jour"),
        (2, Datum.GROUPS, "GT Diabète"),
        (2, Datum.NOTE, "fermé le lundi"),
        (2, Datum.PHONE, "+33466112234"),
    ]


def test_in_a_table_of_structures_what_has_no_place_is_told_once_a_column() -> None:
    lines = ("CCAS d'Alès;04 66 11 22 33;3 rue du Gard;9 h – 12 h", "CMP d'Alès;04 66 11 22 34;4 rue du Gard;")
    found = plan(*lines, header="Structure;Tél;Adresse;Observations\n")
    assert (unread(found), found.unread_columns) == ([], ("Adresse", "Observations"))


def test_mails_of_two_people_in_one_row_reach_them_or_the_report() -> None:
    found = plan("Paul DURAND / Jeanne MOREL;CCAS;;;paul.durand@exemple.fr, jmo@exemple.fr;;;")
    assert [person.emails for person in found.people] == [("paul.durand@exemple.fr",), ("jmo@exemple.fr",)]
    found = plan("Paul DURAND / Jeanne MOREL;CCAS;;;paul.durand@exemple.fr, zed@exemple.fr, contact@exemple.fr, yack@exemple.fr;;;")
    assert [person.emails for person in found.people] == [("paul.durand@exemple.fr", "contact@exemple.fr"), ("contact@exemple.fr",)]
    assert unread(found) == [(2, Datum.EMAIL, "zed@exemple.fr"), (2, Datum.EMAIL, "yack@exemple.fr")]


def test_a_card_that_nothing_ends_is_read() -> None:
    found = cards("BEGIN:VCARD", "VERSION:3.0", "N:Giraud;Alain;;;", "BEGIN:VCARD", "VERSION:3.0", "N:Morel;Jeanne;;;", "TEL:0466112233")
    assert (names(found), phones(found), found.read) == (["Alain Giraud", "Jeanne Morel"], [(), ("+33466112233",)], 2)


def test_every_organisation_role_and_address_of_a_card_counts() -> None:
    found = cards(
        "BEGIN:VCARD", "VERSION:3.0", "N:Giraud;Alain;;;", "ORG:CH Alès", "ORG:CPTS Cévennes", "TITLE:Médecin", "TITLE:Président",
        "ROLE:Référent", "ADR:;;3 rue du Gard;Alès;;30100;",
        "ADR:;;5 place du Temple;Anduze;;30140;", "URL:https://exemple.invalid", "END:VCARD",
    )  # fmt: skip
    person = found.people[0]
    houses = [found.structures[mandate.structure or 0].name for mandate in person.mandates]
    assert (houses, [mandate.function for mandate in person.mandates]) == (
        ["CH Alès", "CPTS Cévennes"],
        ["Médecin – Référent", "Président"],
    )
    assert (person.commune, person.note) == ("30007", "Adresse : 3 rue du Gard\nAdresse : 5 place du Temple 30140 Anduze")
    assert found.unread_columns == ("URL",)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Paul DURAND;;;12;;;;", (2, Datum.PHONE, "12")),
        ("Paul DURAND;;;voir le standard;;;;", (2, Datum.PHONE, "voir le standard")),
        ("Paul DURAND;;;;paul.durand;;;", (2, Datum.EMAIL, "paul.durand")),
        ("Paul DURAND;=VLOOKUP(A1);;;;;;", (2, Datum.STRUCTURE, "=VLOOKUP(A1)")),
    ],
)
def test_a_cell_that_gives_nothing_is_told(line: str, told: tuple[int, Datum, str]) -> None:
    assert unread(plan(line)) == [told]


def test_unknown_codes_and_civilities_are_told() -> None:
    found = plan("Sr;DURAND;Paul;99999", header="Civilité;Nom;Prénom;Code INSEE\n")
    assert unread(found) == [(2, Datum.CIVILITY, "Sr"), (2, Datum.COMMUNE, "99999")]


def test_words_beside_a_number_are_kept_as_a_note() -> None:
    found = plan("Paul DURAND;CCAS;;06 12 34 56 78 (ne pas diffuser);;;;")
    assert (phones(found), found.people[0].note) == ([("+33612345678",)], "Tél. : 06 12 34 56 78 (ne pas diffuser)")


def test_columns_too_far_right_are_told() -> None:
    far = ";".join(["Nom", *("" for _ in range(100)), "Tél"]) + "\n"
    assert plan("Paul DURAND;CCAS", header=far.replace("Nom;", "Nom;Structure;")).unread_columns == ("toutes après la 100ᵉ",)
    book = openpyxl.Workbook()
    book.active.append(["Nom", "Structure"])
    book.active.append(["Paul DURAND", "CCAS"])
    assert read_file("a.xlsx", saved(book)).tables[0].left == ()
    book.active.cell(row=2, column=150, value="loin")
    assert read_file("a.xlsx", saved(book)).tables[0].left == ("toutes après la 100ᵉ",)


def saved(book: openpyxl.Workbook) -> bytes:
    """Its file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("mark", ["non", "N", "0", "-", "/", "?", "", "Non concerné", "ex-membre"])
def test_a_mark_that_says_no_or_nothing_makes_no_member(mark: str) -> None:
    assert plan(f"Paul DURAND;CCAS;{mark}", header="Nom;Structure;GT Diabète\n").people[0].groups == ()


@pytest.mark.parametrize("mark", ["x", "X", "oui", "Oui", "1", "✓", "titulaire", "pilote"])
def test_a_mark_that_says_yes_makes_a_member(mark: str) -> None:
    found = plan(f"Paul DURAND;CCAS;{mark}", header="Nom;Structure;GT Diabète (2026)\n")
    assert [found.groups[place].name for place in found.people[0].groups] == ["GT Diabète"]
    assert found.people[0].note == ("GT Diabète : pilote" if mark == "pilote" else None)


@pytest.mark.parametrize("mark", ["?", "ex-membre", "12"])
def test_a_mark_that_nobody_can_tell_is_told(mark: str) -> None:
    assert unread(plan(f"Paul DURAND;CCAS;{mark}", header="Nom;Structure;GT Diabète\n")) == [(2, Datum.GROUPS, f"GT Diabète : {mark}")]


def test_yes_under_the_name_of_a_group_is_no_group() -> None:
    found = plan("Paul DURAND;CCAS;oui", "Jeanne MOREL;CCAS;non", header="Nom;Structure;Commission santé\n")
    assert ([group.name for group in found.groups], [person.groups for person in found.people]) == (["Commission santé"], [(0,), ()])
    found = plan("Paul DURAND;CCAS;oui", "Jeanne MOREL;CCAS;non", header="Nom;Structure;Groupe de travail\n")
    assert (found.groups, unread(found)) == ((), [(2, Datum.GROUPS, "Groupe de travail : oui")])


def test_a_cross_in_a_column_that_names_no_group_is_told() -> None:
    ticked = plan("MARTIN Sophie;CCAS;x", "ROUX Anne;PMI;GT Santé", header="NOM Prénom;Structure;Groupes\n")
    assert unread(ticked) == [(2, Datum.GROUPS, "Groupes : x")]
