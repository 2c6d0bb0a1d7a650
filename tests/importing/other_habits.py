"""Two messy directories of other habits than the reference one, with what is true of them: made from fixed seeds, everybody invented."""

from __future__ import annotations

import csv
import io
import random
import unicodedata
from typing import Any

import openpyxl

FIRSTS = """
Maïwenn Gwenaëlle Aminata Ophélie Lou-Anne Jean-Baptiste Éloi Bérengère Zinédine Anne-Laure Thibault Maryse Loïc Fatoumata Régis
Solenn Tiphaine Ahmed Véronique Cyrille Sarah Noëlle François-Xavier Rosa Mathurin Capucine Nour Wilfried Léontine Joaquim Édith Priscille
Aurélie Bastien Corinne Damien Estelle Fabrice
""".split()  # noqa: SIM905
LASTS = """
Le_Bihan Kerouanton Diallo N'Guessan D'Almeida Pélissier Fabrègue Vandenbroucke Ben_Salah Castagné O'Connor Da_Costa
Chamboredon Mazoyer Thérond Delacroix-Petit Quéré Ouédraogo Vidal Rouvière Pagès Bonnefoy Saint-Jean Hirsch Nguyen Lévêque Soulier Trinquier
De_Castro Bouzid Teissèdre Marty Crouzet Gaubert
""".split()  # noqa: SIM905
ROLES = [
    "IDE",
    "Chargé de projet",
    "Coordinatrice",
    "Médecin",
    "Adjointe au maire",
    "Psychologue",
    "Directrice adjointe",
    "Éducateur",
    "Travailleuse sociale",
    "Secrétaire médicale",
]
TOWNS = [  # INSEE code, ways of writing
    ("30007", ["Alès", "ALES", "30100 Alès", "ALES CEDEX", "Ales"]),
    ("30132", ["La Grand-Combe", "La Gd Combe", "LA GRAND COMBE", "30110 La Grand'Combe"]),
    ("30227", ["Saint-Ambroix", "St Ambroix", "ST-AMBROIX", "30500 St-Ambroix"]),
    ("30284", ["Saint-Martin-de-Valgalgues", "St Martin de Valgalgues", "30520 ST MARTIN DE VALGALGUES"]),
    ("30010", ["Anduze", "ANDUZE", "30140 Anduze"]),
    ("30305", ["Salindres", "SALINDRES (30340)"]),
    ("30189", ["Nîmes", "NIMES", "30000 Nîmes", "Nîmes Cedex 9"]),
    ("34172", ["Montpellier", "MONTPELLIER", "34000 Montpellier"]),
]  # fmt: skip
PLACES_A = [
    ["Centre médico-psychologique d'Alès", "CMP Alès", "CMP ALES", "C.M.P. d'Alès"],
    ["Centre médico-psychologique de Saint-Ambroix", "CMP St-Ambroix", "CMP Saint Ambroix"],
    ["EHPAD Les Jardins de la Filature", "EHPAD Jardins de la Filature", "Ehpad les jardins de la filature"],
    ["CCAS de Salindres", "C.C.A.S. Salindres", "ccas salindres"],
    ["CCAS d'Anduze", "Centre communal d'action sociale d'Anduze", "CCAS ANDUZE"],
    ["Mairie de Saint-Martin-de-Valgalgues", "Mairie St Martin de Valgalgues", "MAIRIE ST-MARTIN-DE-VALGALGUES"],
    ["Protection maternelle et infantile d'Alès", "PMI Alès", "P.M.I. Alès"],
    ["MSA du Languedoc", "Mutualité sociale agricole du Languedoc", "MSA Languedoc"],
    ["Association Les Tilleuls", "Asso Les Tilleuls", "LES TILLEULS"],
    ["Association nationale Le Refuge", "Le Refuge", "Asso. Le Refuge"],
    ["CSAPA Logos", "Logos", "CSAPA LOGOS"],
    ["Dispositif d'appui à la coordination du Gard", "DAC 30", "DAC Gard"],
]
PLACES_B = [
    ["Université de Nîmes", "UNIVERSITE DE NIMES", "Université Nîmes"],
    ["Secours populaire français – Fédération du Gard", "Secours Populaire 30", "SPF Gard", "Secours populaire"],
    ["Croix-Rouge française – unité locale d'Alès", "Croix Rouge Alès", "CROIX-ROUGE ALÈS"],
    ["Planning familial du Gard", "Planning Familial 30", "MFPF 30"],
    ["CPTS Pays des Cévennes", "CPTS pays des cevennes", "Communauté professionnelle territoriale de santé Pays des Cévennes"],
    ["Maison de santé d'Anduze", "MSP Anduze", "MSP d'Anduze"],
    ["Collège Jean Moulin", "Clg J. Moulin", "COLLEGE JEAN MOULIN"],
    ["Maison départementale des personnes handicapées du Gard", "MDPH 30", "MDPH du Gard", "MDPH"],
    ["Service pénitentiaire d'insertion et de probation du Gard", "SPIP 30", "SPIP Gard", "SPIP"],
    ["Alès Agglomération", "Ales Agglo", "ALÈS AGGLO"],
    ["Ligue de l'enseignement du Gard", "Ligue de l'enseignement", "LIGUE DE L'ENSEIGNEMENT 30"],
    ["GEM L'Embellie", "Gem l'embellie", "Groupe d'entraide mutuelle L'Embellie"],
]
GROUPS = ["GT Santé mentale", "GT Précarité", "Copil CLS", "GT Accès aux droits", "Commission logement"]


def bare(text: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def invented(seed: int, count: int, places: list[list[str]]) -> list[dict[str, Any]]:
    """People with a structure each; a few bear the name of another, in another structure."""
    rng = random.Random(seed)
    names = rng.sample([(first, last.replace("_", " ")) for first in FIRSTS for last in LASTS], count)
    people = []
    for rank in range(count):
        first, last = names[rank] if rank % 25 != 24 else names[rank - 7]
        place = rng.randrange(len(places)) if rank % 25 != 24 else (people[rank - 7]["place"] + 1) % len(places)
        local = f"{bare(first).lower()}.{''.join(c for c in bare(last).lower() if c.isalpha() or c == '-')}"
        town = rng.choice(TOWNS)
        people.append(
            {
                "first": first,
                "last": last,
                "place": place,
                "structure": places[place][0],
                "role": rng.choice(ROLES),
                "phone": f"+33{rng.choice('4667')}{rng.randrange(10**7, 10**8)}" if rng.random() < 0.9 else "",
                "email": f"{local}{rank if rank % 25 == 24 else ''}@exemple-{place}.fr" if rng.random() < 0.85 else "",
                "insee": town[0],
                "town": town[1],
                "groups": sorted(rng.sample(GROUPS, rng.randrange(0, 3))),
            }
        )
    for person in people:
        if person["phone"].startswith("+336") or person["phone"].startswith("+337"):
            continue
        person["phone"] = person["phone"] and "+33466" + person["phone"][-6:]
    return people


def french(phone: str, rng: random.Random) -> str:
    """A number as typed."""
    if not phone:
        return ""
    digits = "0" + phone[3:]
    pairs = [digits[i : i + 2] for i in range(0, 10, 2)]
    return rng.choice(
        [
            " ".join(pairs),
            ".".join(pairs),
            "-".join(pairs),
            digits,
            "+33 (0)" + digits[1] + " " + " ".join(pairs[1:]),
            "00 33 " + digits[1:],
        ]
    )


def town_hall_workbook(seed: int = 4) -> tuple[bytes, dict[str, Any]]:
    """.xlsx: structures merged downwards, names in two columns, ticks for groups, phones as numbers, a hidden sheet."""
    rng = random.Random(seed)
    people = invented(seed, 220, PLACES_A)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Contacts"
    sheet.append(["Ville-centre – Direction de la santé publique"])
    sheet.append(["Fichier partenaires (ne pas diffuser)", None, None, "V3 du 12/09/2026"])
    sheet.merge_cells("A1:L1")
    sheet.append([])
    sheet.append(["Organisme", "Civ.", "NOM", "Prénom", "Qualité", "Fixe", "Port.", "Courriel", "CP", "Ville", *GROUPS, "Obs."])
    row_people: dict[str, int] = {}
    order = sorted(range(len(people)), key=lambda i: (people[i]["place"], i))
    lines = [(i, False) for i in order]
    for i in rng.sample(order, 26):
        lines.insert(rng.randrange(len(lines)), (i, True))
    blocks: list[tuple[int, int]] = []
    previous = None
    for i, again in lines:
        person = people[i]
        row = sheet.max_row + 1
        spelt = rng.choice(PLACES_A[person["place"]])
        same = previous is not None and previous[0] == person["place"] and not again and not previous[1] and rng.random() < 0.6
        if same:
            blocks.append((row - 1, row))
        previous = (person["place"], again)
        sheet.append(_town_hall_line(person, again, "" if same else spelt, rng))
        row_people[str(row)] = i
    for first, last in _joined(blocks):
        sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)
    hidden = book.create_sheet("Listes")
    hidden.sheet_state = "hidden"
    hidden.append(["Directrice", "GT Santé mentale"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), {"people": people, "row_people": row_people}


def _town_hall_line(person: dict[str, Any], again: bool, structure: str, rng: random.Random) -> list[Any]:
    last = rng.choice([person["last"].upper(), person["last"], bare(person["last"]).upper()])
    first = person["first"] if rng.random() < 0.8 else bare(person["first"]).upper()
    if again and person["phone"] and rng.random() < 0.4:
        first = person["first"][0] + "."
    phone = person["phone"]
    typed: Any = int("".join(phone[3:])) if phone and rng.random() < 0.4 else french(phone, rng)
    mobile = phone[3:4] in ("6", "7")
    mail = person["email"] if not again or rng.random() < 0.5 else ""
    if again and not mail and not phone:
        mail = person["email"]
    town = rng.choice(person["town"])
    digits = "".join(c for c in town if c.isdigit())
    marks = [rng.choice(["x", "X", "oui", "1"]) if g in person["groups"] else rng.choice(["", "", "non"]) for g in GROUPS]
    return [
        structure or None, rng.choice(["Mme", "M.", "Dr", None]), last, first, person["role"] if rng.random() < 0.9 else None,
        None if mobile else typed or None, typed if mobile else None, mail.upper() if rng.random() < 0.2 else mail or None,
        int(digits) if len(digits) == 5 else None, "".join(c for c in town if not c.isdigit()).replace("()", "").strip(),
        *marks, rng.choice([None, None, None, "-à relancer", "=voir+avec le CCAS", "+ 2 collègues"]),
    ]  # fmt: skip


def _joined(blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in blocks:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def network_list(seed: int = 9, encoding: str = "mac-roman") -> tuple[bytes, dict[str, Any]]:
    """.csv with commas: phones and mails in one cell, « Prénom NOM (fonction) », columns that change midway."""
    rng = random.Random(seed)
    people = invented(seed, 240, PLACES_B)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=",", lineterminator="\r\n")
    rows: list[list[str]] = [["Réseau santé Cévennes – liste de diffusion", "", "", ""], ["à jour au 3 octobre"]]
    first_header = ["Interlocuteur", "Organisme", "Qualité / fonction", "Coordonnées", "Ville", "Instances", "Commentaires"]
    second_header = ["Ville", "Organisme", "Interlocuteur", "Tél.", "E-mail", "Groupes suivis", "Qualité / fonction"]
    rows.append(first_header)
    row_people: dict[str, int] = {}
    lines = [(i, False) for i in range(len(people))]
    for i in rng.sample(range(len(people)), 30):
        lines.insert(rng.randrange(len(lines)), (i, True))
    half = len(lines) // 2
    for rank, (i, again) in enumerate(lines):
        if rank in (60, 180):
            rows.append([])
            rows.append([rng.choice(["ASSOCIATIONS", "Institutions", "PROFESSIONNELS DE SANTE"])])
        if rank == 100:
            rows.append(["", PLACES_B[3][1], "", "04 66 11 22 33 / accueil@exemple-planning.fr", "Alès", "", "standard"])
        if rank == half:
            rows.append(second_header)
        person = people[i]
        rows.append(_network_line(person, again, rank < half, rng))
        row_people[str(len(rows))] = i
    writer.writerows(rows)
    return out.getvalue().encode(encoding), {"people": people, "row_people": row_people}


def _network_line(person: dict[str, Any], again: bool, first_half: bool, rng: random.Random) -> list[str]:
    first, last = person["first"], person["last"]
    name = rng.choice(
        [
            f"{first} {last.upper()}",
            f"{last.upper()} {first}",
            f"{last}, {first}",
            f"{first} {last}",
            f"Mme {first} {last.upper()}",
            f"{last} {first}",
        ]
    )
    if again and person["phone"] and rng.random() < 0.3:
        name = f"{first[0]}. {last}"
    phone, mail = french(person["phone"], rng), person["email"]
    if again and phone and rng.random() < 0.4:
        mail = ""
    town, groups = rng.choice(person["town"]), rng.choice([" ; ", "\n", " / ", ", "]).join(person["groups"])
    structure = rng.choice(PLACES_B[person["place"]])
    if first_half:
        both = (
            rng.choice([f"{phone} / {mail}", f"{mail}\n{phone}", f"Tél : {phone} – {mail}", f"{phone} {mail}"])
            if phone and mail
            else phone or mail
        )
        return [name, structure, person["role"], both or "-", town, groups, rng.choice(["", "", "@Marie ?", "NC"])]
    return [town, structure, name, phone or "?", mail or "pas de mail", groups, person["role"]]
