"""How nouns agree, how people and places are named, how things are listed."""

from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.french.lists import and_list, and_others
from bot.french.names import at, is_feminine, list_name, of, person_name, short_civility, titled_name
from bot.french.plurals import agreed, counted, is_plural, plural_of

B = "\u00a0"


def test_zero_and_one_and_a_half_are_singular() -> None:
    assert counted(0, "présent") == f"0{B}présent"
    assert counted(1, "présent") == f"1{B}présent"
    assert counted(2, "présent") == f"2{B}présents"
    assert counted(1250, "heure") == f"1\u202f250{B}heures"
    assert counted(Decimal("1.5"), "heure") == f"1,5{B}heure"


@given(st.integers(-1000, 1000))
def test_babel_agrees_on_what_is_plural(count: int) -> None:
    assert is_plural(count) == (Locale("fr").plural_form(count) != "one")


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("réunion", "réunions"),
        ("groupe de travail", "groupes de travail"),
        ("compte rendu", "comptes rendus"),
        ("personne présente", "personnes présentes"),
        ("appel à projets", "appels à projets"),
        ("ordre du jour", "ordres du jour"),
        ("point d’étape", "points d’étape"),
        ("journal", "journaux"),
        ("bilan", "bilans"),
        ("festival", "festivals"),
        ("travail", "travaux"),
        ("détail", "détails"),
        ("réseau", "réseaux"),
        ("lieu", "lieux"),
        ("pneu", "pneus"),
        ("bijou", "bijoux"),
        ("trou", "trous"),
        ("mois", "mois"),
        ("prix", "prix"),
        ("GT", "GT"),
        ("AAP", "AAP"),
        ("Copil", "Copils"),
        ("h", "h"),
    ],
)
def test_plurals_of_the_field(one: str, many: str) -> None:
    assert plural_of(one) == many


def test_a_plural_can_be_given() -> None:
    assert agreed("habitant·e", 3, plural="habitant·es") == "habitant·es"
    assert agreed("habitant·e", 1, plural="habitant·es") == "habitant·e"


def test_people() -> None:
    assert person_name("Sophie ", " Martin") == "Sophie Martin"
    assert list_name("Sophie", "Martin") == "MARTIN Sophie"
    assert list_name("Anne", "de La Tour") == "de LA TOUR Anne"
    assert list_name("Mickaël", "d'Aubigné") == "d’AUBIGNÉ Mickaël"
    assert list_name("Loïc", "Le Gall") == "LE GALL Loïc"
    assert list_name("Maria", "De Souza") == "DE SOUZA Maria"
    assert list_name("", "Benali") == "BENALI"


def test_titles_keep_to_what_was_said() -> None:
    assert titled_name("Sophie", "Martin", civility="Madame") == f"Mme{B}Sophie Martin"
    assert titled_name("Karim", "Benali", civility="Mr") == f"M.{B}Karim Benali"
    assert titled_name("Karim", "Benali", civility="M.", doctor=True) == f"Dr{B}Karim Benali"
    assert titled_name("Dominique", "Roux") == "Dominique Roux"
    assert [short_civility(said) for said in ("Mme.", "monsieur", "Dr", "", None)] == ["Mme", "M.", None, None, None]
    assert [is_feminine(said) for said in ("Mme", "M.", "Docteur", None)] == [True, False, None, None]


def test_elision() -> None:
    towns = ("Alès", "Nîmes", "Hyères", "Le Vigan", "Les Mages", "La Grand-Combe", "L’Île-Rousse", "Yves", "Yaoundé", "Écully", "Œyreluy")
    assert [of(town) for town in towns] == [
        "d’Alès", "de Nîmes", "d’Hyères", "du Vigan", "des Mages", "de La Grand-Combe", "de L’Île-Rousse", "d’Yves", "de Yaoundé",
        "d’Écully", "d’Œyreluy",
    ]  # fmt: skip
    assert [at(town) for town in ("Alès", "Le Vigan", "Les Mages")] == ["à Alès", "au Vigan", "aux Mages"]


def test_lists() -> None:
    assert [and_list([]), and_list(["a"]), and_list(["a", "b"]), and_list(["a", "b", "c"])] == ["", "a", "a et b", "a, b et c"]
    assert and_others(["a", "b", "c", "d", "e"], shown=2) == "a, b et 3 autres"
    assert and_others(["a", "b", "c"], shown=2) == "a, b et c"
