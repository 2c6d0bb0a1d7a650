"""What one cell says: a name, phones and mails, a commune, a structure."""

from __future__ import annotations

import pytest

from bot.importing.contacts import contacts_of
from bot.importing.names import Habits, read_name
from bot.importing.places import Places
from bot.importing.signatures import relation, signature
from tests.importing.score import sheets

PLACES = Places(sheets().communes)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("GIRAUD Alain", "Alain", "Giraud"),
        ("Alain GIRAUD", "Alain", "Giraud"),
        ("Giraud, Alain", "Alain", "Giraud"),
        ("Mme Sophie MARTIN-ROUX", "Sophie", "Martin-Roux"),
        ("Dr Élodie de LA TOUR", "Élodie", "de La Tour"),
        ("DA SILVA Zoé", "Zoé", "Da Silva"),
        ("LE GALL Michel", "Michel", "Le Gall"),
        ("Le Goff Hélène", "Hélène", "Le Goff"),
        ("Samira N'DIAYE", "Samira", "N'Diaye"),
        ("LY Aminata", "Aminata", "Ly"),
        ("JEAN-LUC PETIT", "Jean-Luc", "Petit"),
        ("martine blanchet", "Martine", "blanchet".capitalize()),
        ("Marie Claude DUBOIS", "Marie Claude", "Dubois"),
        ("GIRAUD A.", "A.", "Giraud"),
        ("J.-P. Dubois", "J.-P.", "Dubois"),
        ("Benali", "", "Benali"),
    ],
)
def test_names_in_any_order(said: str, first: str, last: str) -> None:
    name = read_name(said)
    assert name is not None
    assert (name.first, name.last) == (first, last)


def test_titles_and_asides_are_no_part_of_the_name() -> None:
    name = read_name("Madame le Docteur DURAND Marie (remplaçante)")
    assert name is not None
    assert (name.first, name.last, name.civility, name.doctor, name.aside) == ("Marie", "Durand", "Mme", True, "remplaçante")


def test_the_mail_completes_an_initial_with_its_accents() -> None:
    name = read_name("GARNIER É.", emails=["elodie.garnier@exemple.fr"])
    assert name is not None
    assert (name.first, name.last) == ("Élodie", "Garnier")


def test_the_mail_of_somebody_else_completes_nothing() -> None:
    name = read_name("GARNIER É.", emails=["paul.martin@exemple.fr", "contact@exemple.fr"])
    assert name is not None
    assert (name.first, name.last, name.initial) == ("É.", "Garnier", True)


def test_the_mail_tells_the_order_of_two_first_names() -> None:
    name = read_name("Noël Laurent", emails=["laurent.noel@exemple.fr"])
    assert name is not None
    assert (name.first, name.last) == ("Laurent", "Noël")


@pytest.mark.parametrize("said", ["04 66 11 22 33", "3", "", "=A1"])
def test_what_is_no_name(said: str) -> None:
    assert read_name(said, habits=Habits()) is None


@pytest.mark.parametrize(
    ("said", "phones", "emails"),
    [
        ("04 66 87 42 54", ("+33466874254",), ()),
        ("04.66.87.42.54", ("+33466874254",), ()),
        ("466874254", ("+33466874254",), ()),
        ("+33 (0)4 66 31 30 98", ("+33466313098",), ()),
        ("0033466406774", ("+33466406774",), ()),
        ("33 6 12 34 56 78", ("+33612345678",), ()),
        ("04 66 87 42 54 / 06 12 34 56 78", ("+33466874254", "+33612345678"), ()),
        ("0466874254/0612345678", ("+33466874254", "+33612345678"), ()),
        ("06.12.34.56.78 ou 04.66.87.42.54 (bureau)", ("+33612345678", "+33466874254"), ()),
        ("Tél : 04 66 87 42 54 – a.b@exemple.fr", ("+33466874254",), ("a.b@exemple.fr",)),
        ("04 66 87 42 54 poste 312", ("+33466874254",), ()),
        ("+41 22 379 00 00", ("+41223790000",), ()),
        ("<Zoe.Rolland@Exemple.FR>; ", (), ("zoe.rolland@exemple.fr",)),
        ("a@exemple.fr, b.c@exemple.org", (), ("a@exemple.fr", "b.c@exemple.org")),
        ("a.b @ exemple.fr", (), ("a.b@exemple.fr",)),
    ],
)
def test_phones_and_mails(said: str, phones: tuple[str, ...], emails: tuple[str, ...]) -> None:
    found = contacts_of(said)
    assert (tuple(phone.number for phone in found.phones), found.emails, found.unread) == (phones, emails, ())


@pytest.mark.parametrize("said", ["6,12E+08", "04 66 87", "0466 à compléter", "marie@"])
def test_what_cannot_be_read_is_said_and_nothing_is_made_up(said: str) -> None:
    found = contacts_of(said)
    assert (found.phones, found.emails, len(found.unread)) == ((), (), 1)


def test_a_number_of_no_known_plan_is_kept_and_doubted() -> None:
    assert [(phone.number, phone.sure) for phone in contacts_of("07 09 39 32 48").phones] == [("+33709393248", False)]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("St Martin de Valgalgues", "Saint-Martin-de-Valgalgues"),
        ("30100 Alès", "Alès"),
        ("ALES CEDEX 9", "Alès"),
        ("La Gd Combe", "La Grand-Combe"),
        ("Alès 30", "Alès"),
        ("Alès (30)", "Alès"),
        ("30 Alès", "Alès"),
        ("Nîmes - 30", "Nîmes"),
        ("Marseille (13)", "Marseille"),
        ("la grand'combe", "La Grand-Combe"),
        ("Brignon (30190)", "Brignon"),
        ("MEJANNES LES ALES", "Méjannes-lès-Alès"),
        ("Méjannes le Clap", "Méjannes-le-Clap"),
        ("Saint-Denis", "Saint-Denis"),
        ("Boisset et Gaujac", "Boisset-et-Gaujac"),
        ("Salindre", "Salindres"),
        ("34000 Montpellier", "Montpellier"),
        ("Nimes", "Nîmes"),
    ],
)
def test_communes(said: str, name: str) -> None:
    insee = PLACES.read(said).insee
    assert insee is not None
    assert PLACES.name(insee) == name


def test_the_commune_of_the_territory_wins_over_its_namesakes() -> None:
    assert (PLACES.read("Saint-Denis").insee or "")[:2] == "30"


@pytest.mark.parametrize("said", ["Saint", "Xyzville", "-"])
def test_no_commune_is_made_up(said: str) -> None:
    assert PLACES.read(said).insee is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CHAC", "Centre hospitalier Alès-Cévennes"),
        ("CH Alès", "C.H. ALES CEVENNES"),
        ("MSP St Ambroix", "Maison de santé pluriprofessionnelle de Saint-Ambroix"),
        ("CD30", "Département du Gard"),
        ("ARS DD30", "Agence régionale de santé Occitanie"),
        ("Lycée JBD", "Infirmerie du lycée Jean-Baptiste Dumas"),
        ("Pole emploi Ales", "France Travail Alès"),
        ("Asso Les Tilleuls", "LES TILLEULS"),
        ("C.C.A.S. d'Alès", "Centre communal d’action sociale d’Alès"),
        ("EHPAD Les Jardins", "Ehpad les jardins"),
        ("Banque alim.", "Banque alimentaire du Gard"),
    ],
)
def test_two_ways_to_write_one_structure(one: str, other: str) -> None:
    assert relation(signature(one), signature(other)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CCAS d'Alès", "CCAS de La Grand-Combe"),
        ("CPAM 30", "CPAM 34"),
        ("CH Alès", "CMP Alès"),
        ("CH Alès", "CH Alès – service d’addictologie"),
        ("CMP Alès", "CMPP Alès"),
        ("Réseau", "Réseau périnatalité"),
        ("Mairie d'Anduze", "Mairie d'Alès"),
        ("ARS Bretagne", "ARS DD30"),
        ("Ligue contre le cancer", "Ligue de l'enseignement"),
        ("EHPAD Les Jardins", "EHPAD Les Oliviers"),
    ],
)
def test_two_structures_stay_two(one: str, other: str) -> None:
    assert relation(signature(one), signature(other)) is None
