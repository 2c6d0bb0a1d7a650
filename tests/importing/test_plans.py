"""What a file would change: who is one person, what is in doubt, what is left aside, and what importing again does."""

from __future__ import annotations

import json

import pytest

from bot.domain.directory import KnownGroup, KnownMandate, KnownPerson, WholeDirectory
from bot.domain.directory_imports import AsideReason, DoubtKind, FileProblem, ImportPlan
from bot.domain.errors import FileRefused
from bot.domain.import_outcome import changes_of, settled
from bot.domain.people import Structure
from bot.importing import plan_import
from tests.importing.other_habits import network_list, town_hall_workbook
from tests.importing.score import EXAMPLE, score, sheets
from tests.importing.third_habit import TICKED, hospital_workbook

HEADER = "NOM Prénom;Structure;Fonction;Tél.;Mail;Commune;GT / réseaux;Remarques\n"


def plan(*lines: str, header: str = HEADER, known: WholeDirectory | None = None) -> ImportPlan:
    """The plan of a file with these lines."""
    return plan_import("a.csv", (header + "\n".join(lines) + "\n").encode(), known or sheets())


def names(of: ImportPlan) -> list[str]:
    """Who is in it."""
    return [f"{person.first_name} {person.last_name}" for person in of.people]


def kept(of: ImportPlan, before: WholeDirectory, choices: dict[int, int] | None = None) -> WholeDirectory:
    """The directory once that plan is kept, with ids as a database would give them."""
    changes = changes_of(settled(of, choices or {}), before)
    structure_ids = {s.id: 1000 + i for i, s in enumerate(changes.new_structures)}
    group_ids = {temporary: 2000 + i for i, (temporary, _) in enumerate(changes.new_groups)}

    def settle(person: KnownPerson, id_: int) -> KnownPerson:
        mandates = tuple(
            KnownMandate(structure_id=structure_ids.get(m.structure_id or 0, m.structure_id), function=m.function) for m in person.mandates
        )
        groups = tuple(sorted(group_ids.get(g, g) for g in person.group_ids))
        return KnownPerson(
            id=id_, first_name=person.first_name, last_name=person.last_name, civility=person.civility, doctor=person.doctor,
            phones=person.phones, emails=person.emails, commune=person.commune, note=person.note, mandates=mandates, group_ids=groups,
        )  # fmt: skip

    changed = {person.id: settle(person, person.id) for person in changes.changed_people}
    people = [changed.get(person.id, person) for person in before.people]
    people += [settle(person, 3000 + len(before.people) + i) for i, person in enumerate(changes.new_people)]
    kept_structures = {s.id: s for s in (*before.structures, *changes.changed_structures)}
    new = [
        Structure(id=structure_ids[s.id], name=s.name, sigle=s.sigle, aliases=s.aliases, commune=s.commune, phone=s.phone, email=s.email)
        for s in changes.new_structures
    ]
    groups = [*before.groups, *(KnownGroup(id=group_ids[temporary], name=name) for temporary, name in changes.new_groups)]
    return WholeDirectory(
        people=tuple(people), structures=(*kept_structures.values(), *new), groups=tuple(groups), communes=before.communes
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_reference_directory(kind: str) -> None:
    figures = score(
        f"annuaire.{kind}", (EXAMPLE / f"annuaire.{kind}").read_bytes(), json.loads((EXAMPLE / "verite.json").read_text(encoding="utf-8"))
    )
    assert figures.people >= 0.99, figures
    assert (figures.precision >= 0.99, figures.recall >= 0.95) == (True, True), figures
    assert (figures.phones >= 0.995, figures.communes >= 0.99, figures.structures >= 0.98, figures.accounted) == (True, True, True, 1.0), (
        figures
    )


@pytest.mark.parametrize(
    ("name", "made"),
    [("a.xlsx", town_hall_workbook()), ("b.csv", network_list()), ("c.xlsx", hospital_workbook())],
    ids=["town hall", "network", "hospital"],
)
def test_directories_of_other_habits(name: str, made: tuple[bytes, dict[str, object]]) -> None:
    figures = score(name, *made)
    assert figures.people >= 0.99, figures
    assert (figures.precision >= 0.99, figures.recall >= 0.95) == (True, True), figures
    assert (figures.phones >= 0.995, figures.communes >= 0.99, figures.structures >= 0.98, figures.accounted) == (True, True, True, 1.0), (
        figures
    )


def test_ticks_under_a_merged_title_and_structures_beside() -> None:
    content, truth = hospital_workbook()
    found = plan_import("c.xlsx", content, sheets())
    assert (score("c.xlsx", content, truth).groups, sorted(group.name for group in found.groups)) == (1.0, sorted(TICKED))
    assert [house.phone is not None and house.email is not None for house in found.structures] == [True] * 12
    assert found.unread_columns == ("Type", "Adresse", "Site internet")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_importing_again_changes_nothing(kind: str) -> None:
    content = (EXAMPLE / f"annuaire.{kind}").read_bytes()
    once = kept(plan_import(f"a.{kind}", content, sheets()), sheets())
    again = changes_of(settled(plan_import(f"a.{kind}", content, once), {}), once)
    assert (again.new_people, again.changed_people, again.new_structures, again.changed_structures, again.new_groups) == (
        (),
        (),
        (),
        (),
        (),
    )
    assert again.outcome.people_same == len(once.people)


def test_one_person_in_several_rows() -> None:
    found = plan(
        "GIRAUD A.;CHAC;;04 66 11 22 33;;;;",
        "Alain Giraud;Centre hospitalier Alès-Cévennes;Médecin;0466112233;alain.giraud@exemple.fr;Alès;GT Diabète;",
        "Giraud Alain;CH Alès;;06 12 34 56 78;ALAIN.GIRAUD@exemple.fr;;GT Nutrition;",
    )
    assert names(found) == ["Alain Giraud"]
    assert (found.people[0].phones, found.people[0].emails) == (("+33466112233", "+33612345678"), ("alain.giraud@exemple.fr",))
    assert [row.number for row in found.people[0].rows] == [2, 3, 4]
    assert [found.groups[g].name for g in found.people[0].groups] == ["GT Diabète", "GT Nutrition"]


def test_homonyms_stay_two() -> None:
    found = plan(
        "Marie MARTIN;CCAS d'Alès;Directrice;04 66 11 22 33;marie.martin@ales.exemple.fr;;;",
        "Marie MARTIN;CPAM du Gard;Infirmière;04 66 44 55 66;m.martin@cpam.exemple.fr;;;",
    )
    assert (names(found), found.doubts) == (["Marie Martin", "Marie Martin"], ())


def test_an_initial_that_fits_two_people_is_a_doubt() -> None:
    found = plan("GIRAUD A.;CHAC;;;;;;", "Alain GIRAUD;CHAC;;;;;;", "Anne GIRAUD;CHAC;;;;;;")
    assert names(found) == ["A. Giraud", "Alain Giraud", "Anne Giraud"]
    assert [doubt.kind for doubt in found.doubts] == [DoubtKind.SAME_PERSON, DoubtKind.SAME_PERSON]
    assert names(settled(found, {0: 1})) == ["Alain Giraud", "Anne Giraud"]


def test_a_shared_mailbox_or_standard_makes_nobody_the_same() -> None:
    found = plan(
        "Paul DURAND;CCAS d'Alès;;04 66 11 22 33;contact@exemple.fr;;;",
        "Jeanne MOREL;CCAS d'Alès;;04 66 11 22 33;contact@exemple.fr;;;",
    )
    assert names(found) == ["Paul Durand", "Jeanne Morel"]


def test_a_commune_in_doubt_is_asked_never_guessed() -> None:
    found = plan("Paul DURAND;CCAS d'Alès;;;;Saint-Julien;;")
    assert (found.people[0].commune, [doubt.kind for doubt in found.doubts]) == (None, [DoubtKind.WHICH_COMMUNE])
    labels = [choice.label for choice in found.doubts[0].choices]
    taken = next(i for i, label in enumerate(labels) if label.startswith("Saint-Julien-les-Rosiers"))
    assert settled(found, {0: taken}).people[0].commune == "30274"


def test_a_structure_in_doubt_is_settled_by_the_commune_of_the_person_else_asked() -> None:
    found = plan(
        "A UN;CCAS d'Alès;;;a.un@exemple.fr;;;", "B DEUX;CCAS d'Anduze;;;b.deux@exemple.fr;;;",
        "C TROIS;CCAS;;;c.trois@exemple.fr;Anduze;;", "D QUATRE;CCAS;;;d.quatre@exemple.fr;Brignon;;",
    )  # fmt: skip
    sheet = {person.last_name: found.structures[person.mandates[0].structure or 0].name for person in found.people}
    assert (sheet["Trois"], [doubt.kind for doubt in found.doubts]) == ("CCAS d'Anduze", [DoubtKind.WHICH_STRUCTURE])
    decided = settled(found, {0: 1})
    assert sorted(structure.name for structure in decided.structures) == ["CCAS d'Alès", "CCAS d'Anduze"]


def test_titles_sections_repeated_headers_and_nameless_rows_are_told() -> None:
    found = plan(
        "Paul DURAND;CPAM du Gard;;;;;;", "", "INSTITUTIONS;;;;;;;", HEADER.strip(), "Jeanne MOREL;ARS;;;;;;",
        ";;;04 66 11 22 33;;;;", "=A1;CPAM;;;;;;", ";CCAS d'Alès;;04 66 99 88 77;accueil@exemple.fr;Alès;;",
        header="Annuaire 2026;;;;;;;\n" + HEADER,
    )  # fmt: skip
    assert names(found) == ["Paul Durand", "Jeanne Morel"]
    assert [(left.row.number, left.reason) for left in found.aside] == [
        *((number, AsideReason.TITLE) for number in (1, 2, 5, 6)),
        (8, AsideReason.NO_NAME),
        (9, AsideReason.FORMULA),
    ]
    ccas = next(structure for structure in found.structures if structure.name == "CCAS d'Alès")
    assert (ccas.phone, ccas.email, ccas.commune, [row.number for row in ccas.rows]) == (
        "+33466998877",
        "accueil@exemple.fr",
        "30007",
        [10],
    )
    assert found.read == 9


def test_a_later_file_updates() -> None:
    before = kept(plan("Paul DURAND;CPAM du Gard;Agent;04 66 11 22 33;paul.durand@exemple.fr;Alès;GT Diabète;"), sheets())
    later = plan("DURAND Paul;CPAM 30;Directeur;06 12 34 56 78;paul.durand@exemple.fr;;GT Nutrition;", known=before)
    changes = changes_of(settled(later, {}), before)
    assert (changes.outcome.people_changed, changes.outcome.people_added, changes.outcome.structures_added) == (1, 0, 0)
    after = kept(later, before).people[0]
    assert (after.phones, after.commune) == (("+33612345678", "+33466112233"), "30007")
    assert (after.mandates[0].function, len(after.mandates), len(after.group_ids)) == ("Directeur", 1, 2)


def test_columns_are_found_without_any_header() -> None:
    found = plan(
        "paul.durand@exemple.fr;CPAM du Gard;Paul DURAND;0466112233;Alès",
        "j.morel@exemple.fr;ARS;Jeanne MOREL;0466112234;Anduze",
        header="",
    )
    assert names(found) == ["Paul Durand", "Jeanne Morel"]
    assert [(p.phones, p.commune) for p in found.people] == [(("+33466112233",), "30007"), (("+33466112234",), "30010")]


def test_a_file_that_names_nobody_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        plan_import("a.csv", b"bonjour\nceci n'est pas un annuaire\n", sheets())
    assert refused.value.problem is FileProblem.EMPTY


BLOCKS = "Structure;Nom;Prénom;Tél\n"


@pytest.mark.parametrize(
    "lines",
    [
        ("CCAS d'Alès;DURAND;Paul;", ";MOREL;Jeanne;", ";NOIR;Zoé;", "CMP d'Anduze;KHALIL;Lina;", ";PETIT;Luc;"),
        ("CCAS d'Alès;;;0466112233", ";DURAND;Paul;", ";MOREL;Jeanne;", ";NOIR;Zoé;", "CMP d'Anduze;;;", ";KHALIL;Lina;", ";PETIT;Luc;"),
    ],
    ids=["beside the first", "above"],
)
def test_a_structure_written_once_is_that_of_all_its_block(lines: tuple[str, ...]) -> None:
    found = plan(*lines, header=BLOCKS)
    houses = [found.structures[person.mandates[0].structure or 0].name for person in found.people]
    assert houses == ["CCAS d'Alès"] * 3 + ["CMP d'Anduze"] * 2


def test_a_blank_structure_is_nobodys_where_each_row_says_its_own() -> None:
    lines = ("CCAS d'Alès;DURAND;Paul;", ";MOREL;Jeanne;", ";NOIR;Zoé;", "CCAS d'Alès;KHALIL;Lina;", "CMP;PETIT;Luc;", ";ROUX;Éva;")
    found = plan(*lines, header=BLOCKS)
    assert [person.last_name for person in found.people if not person.mandates] == ["Morel", "Noir", "Roux"]


@pytest.mark.parametrize(
    ("cell", "name", "function", "phone"),
    [
        ("12. DUPONT Marie, directrice", "Marie Dupont", "directrice", ()),
        ("Marie DUPONT (directrice)", "Marie Dupont", "directrice", ()),
        ("Mme Marie DUPONT – directrice 06 12 34 56 78", "Marie Dupont", "directrice", ("+33612345678",)),
    ],
)
def test_what_stands_beside_a_name_in_its_cell(cell: str, name: str, function: str, phone: tuple[str, ...]) -> None:
    found = plan(f"{cell};CCAS", "Paul DURAND;CMP", header="Interlocuteur;Organisme\n")
    assert (names(found)[0], found.people[0].mandates[0].function, found.people[0].phones) == (name, function, phone)


def test_somebody_known_by_a_civility_and_a_last_name_is_no_title_and_a_total_is_nobody() -> None:
    found = plan("Mme DUPONT;", "Paul DURAND;CMP", "TOTAL;2", header="Interlocuteur;Organisme\n")
    assert names(found) == [" Dupont", "Paul Durand"]
