"""A messy directory of a third habit, with what is true of it: a hospital's workbook, made from a fixed seed, all invented.

Two rows of headers, the upper ones merged; sections; first and last names in two columns; two phones in a cell; functions and mails that
stray into other cells; ticks under the names of groups; structures in a sheet beside, with what only they have.
"""

from __future__ import annotations

import io
import random
from typing import Any

import openpyxl

from tests.importing.other_habits import TOWNS, bare, french, invented

HOUSES = [
    ["Centre hospitalier de Bagnols-sur-Cèze", "CH Bagnols", "C.H. BAGNOLS SUR CEZE", "Centre Hospitalier Bagnols"],
    ["Maison des adolescents du Gard", "MDA 30", "Maison des ados du Gard", "MDA du Gard"],
    ["CCAS d'Alès", "CCAS ALES", "C.C.A.S. Alès", "Centre communal d'action sociale d'Alès"],
    ["Mission locale jeunes Alès", "Mission Locale d'Alès", "MLJ Alès", "MISSION LOCALE ALES"],
    ["Caisse primaire d'assurance maladie du Gard", "CPAM du Gard", "CPAM 30", "CPAM Gard"],
    ["Service de soins infirmiers à domicile d'Anduze", "SSIAD Anduze", "S.S.I.A.D. d'Anduze"],
    ["Institut médico-éducatif Les Châtaigniers", "IME Les Châtaigniers", "IME LES CHATAIGNIERS"],
    ["Maison de santé pluriprofessionnelle de La Grand-Combe", "MSP La Grand-Combe", "MSP LA GRAND COMBE", "MSP de la Gd Combe"],
    ["Unafam Gard", "UNAFAM 30", "Unafam du Gard"],
    ["Lycée Jacques Prévert", "Lycée J. Prévert", "LYCEE JACQUES PREVERT"],
    ["Pharmacie des Arènes", "PHARMACIE DES ARENES", "Pharm. des Arènes"],
    ["Association Cévennes Solidaires", "Asso Cévennes solidaires", "CEVENNES SOLIDAIRES"],
]
TICKED = ["Santé mentale", "Accès aux soins", "Parentalité", "Numérique en santé"]
IDENTITY = ["Titre", "Nom d’usage", "Prénom usuel", "Rôle dans la structure", "Établissement employeur"]
REACH = ["Joindre au", "Adresse électronique", "Secteur (commune)"]
SECTIONS = ["Hôpital et soins", "SOCIAL / MÉDICO-SOCIAL", "Éducation – jeunesse"]


def hospital_workbook(seed: int = 21, count: int = 150) -> tuple[bytes, dict[str, Any]]:
    """.xlsx of `count` people and 12 structures beside."""
    rng = random.Random(seed)
    people = invented(seed, count, HOUSES)
    for person in people:
        person["groups"] = sorted(rng.sample(TICKED, rng.randrange(0, 3)))
        person["structure"] = HOUSES[person["place"]][0]
        if person["phone"] and rng.random() < 0.3:
            person["second"] = "+33612" + person["phone"][-6:]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Personnes ressources"
    _head(sheet)
    row_people: dict[str, int] = {}
    lines = [(i, False) for i in range(count)]
    for i in rng.sample(range(count), 18):
        lines.insert(rng.randrange(len(lines)), (i, True))
    for rank, (i, again) in enumerate(lines):
        if rank in (0, 60, 110):
            sheet.append([SECTIONS[(0, 60, 110).index(rank)]])
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=13)
        sheet.append(_line(people[i], again, rng))
        row_people[str(sheet.max_row)] = i
    sheet.append([None, "TOTAL", None, count])
    sheet.append(["Merci de signaler toute erreur au secrétariat du réseau."])
    _houses(book.create_sheet("Structures"), rng)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), {"people": people, "row_people": row_people}


def _head(sheet: Any) -> None:
    sheet.append(["Réseau ville-hôpital du bassin – carnet d’adresses"])
    sheet.merge_cells("A1:M1")
    sheet.append(["Version de travail, octobre 2026 – contact : reseau@exemple.fr"])
    sheet.append([])
    sheet.append(["Identité", None, None, "Fonction", None, "Coordonnées", None, None, "Groupes de travail", None, None, None, "À noter"])
    sheet.merge_cells("A4:C4")
    sheet.merge_cells("F4:H4")
    sheet.merge_cells("I4:L4")
    sheet.append([*IDENTITY, *REACH, *TICKED, "Remarques"])


def _line(person: dict[str, Any], again: bool, rng: random.Random) -> list[Any]:
    last = rng.choice([person["last"].upper(), person["last"], bare(person["last"]).upper()])
    first = person["first"] if rng.random() < 0.85 else bare(person["first"]).lower()
    if again and person["phone"] and rng.random() < 0.3:
        first = person["first"][0] + "."
    phone = french(person["phone"], rng)
    if person.get("second") and not again:
        phone += rng.choice([" / ", " - ", "\n", " ou ", " ; "]) + french(person["second"], rng)
    elif phone and rng.random() < 0.15:
        phone += rng.choice([" (le matin)", " poste 214", " (perso)"])
    mail = person["email"]
    if again and phone and rng.random() < 0.5:
        mail = ""
    if mail and rng.random() < 0.1:
        mail = mail.replace("@", rng.choice(["(at)", " @ "]))
    marks = [
        rng.choice(["x", "X", "oui", "1", "pilote"]) if g in person["groups"] else rng.choice(["", "-", "non", "N", "0"]) for g in TICKED
    ]
    return [
        rng.choice(["Mme", "M.", "Monsieur", "Dr", None]), last, first, person["role"] if rng.random() < 0.9 else "?",
        rng.choice(HOUSES[person["place"]]), phone or None, mail or None, rng.choice(person["town"]),
        *marks, rng.choice([None, None, None, "à relancer", "RDV le 12/10", "?"]),
    ]  # fmt: skip


def _houses(sheet: Any, rng: random.Random) -> None:
    sheet.append(["Structures du réseau"])
    sheet.append(["Nom", "Type", "Adresse", "CP", "Ville", "Standard", "Courriel générique", "Site internet"])
    for rank, names in enumerate(HOUSES):
        town = TOWNS[rank % len(TOWNS)][1][0]
        phone = french(f"+334669{rank:02}000", rng)
        sheet.append(
            [names[0], "Partenaire", f"{rank + 1} rue de la République", 30100, town, phone, f"contact@exemple-{rank}.fr", "www.exemple.fr"]
        )
