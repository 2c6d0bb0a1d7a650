"""What is said of what is taken out: the names of its columns and files, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.directory import ExportedNoun, ExportedSheet, ExportPart
from bot.french.dates import long_date
from bot.french.plurals import counted
from bot.texts.names import bold
from bot.texts.sources import source_words

COLUMNS: dict[ExportedNoun, tuple[str, ...]] = {
    ExportedNoun.PEOPLE: (
        "Nom", "Prénom", "Civilité", "Fonction", "Structure", "Autres mandats", "Téléphones", "Mails", "Code Insee", "Commune", "Groupes",
        "Remarques", "Source",
    ),
    ExportedNoun.STRUCTURES: ("Structure", "Sigle", "Autres noms", "Code Insee", "Commune", "Standard", "Mail structure", "Nature", "QPV"),
    ExportedNoun.GROUPS: ("Groupe", "Type", "Code", "Axe", "Autres noms", "Pilotes", "Membres"),
    ExportedNoun.MEETINGS: (
        "N° de réunion", "Date", "Début", "Fin", "Minutes", "État", "Groupe", "Intitulé", "Lieu", "Commune", "Nombre de présents",
    ),
    ExportedNoun.ATTENDANCE: (
        "N° de réunion", "Date", "Personne", "Structure", "Tel que dit", "Nombre", "État", "Représenté par", "En visio",
    ),
    ExportedNoun.CONTRIBUTIONS: (
        "Date", "Minutes par personne", "Nombre de personnes", "Activité", "Nature", "Origine", "Personne", "Structure", "Groupe", "Axe",
        "N° de réunion", "Objet", "Commune",
    ),
    ExportedNoun.DECISIONS: ("N° de décision", "N° de réunion", "Date", "Décision", "État"),
    ExportedNoun.ACTIONS: ("N° de réunion", "Date", "Action", "Pour qui", "Échéance", "Échéance dite", "État"),
}  # fmt: skip

_SOURCE = COLUMNS[ExportedNoun.PEOPLE].index("Source")


def worded(sheets: Sequence[ExportedSheet]) -> tuple[ExportedSheet, ...]:
    """The sheets with the sources of people in words."""
    return tuple(replace(s, rows=tuple(map(_sourced, s.rows))) if s.noun is ExportedNoun.PEOPLE else s for s in sheets)


def _sourced(row: tuple[object, ...]) -> tuple[object, ...]:
    source = row[_SOURCE]
    return (*row[:_SOURCE], source_words(source) if isinstance(source, str) else source, *row[_SOURCE + 1 :])


COMING = (
    "L’annuaire arrive, en trois fichiers : pour Excel (.xlsx), pour un autre logiciel (.csv), pour un carnet d’adresses (.vcf).\n"
    "Il contient des données personnelles : ne le confiez qu’à qui en a besoin."
)
ONE_COMING = "Le fichier arrive."
_FOR = {ExportPart.WORKBOOK: "pour Excel", ExportPart.TABLE: "pour un autre logiciel", ExportPart.CARDS: "pour un carnet d’adresses"}
_ENDING = {ExportPart.WORKBOOK: "xlsx", ExportPart.TABLE: "csv", ExportPart.CARDS: "vcf"}


def file_name(part: ExportPart, day: date) -> str:
    """« annuaire_2026-03-11.xlsx »"""
    return f"annuaire_{day.isoformat()}.{_ENDING[part]}"


def caption(part: ExportPart, day: date, *, people: int, structures: int) -> str:
    """The words under a file of the directory."""
    held = counted(people, "personne") + (f", {counted(structures, 'structure')} et les groupes" if part is ExportPart.WORKBOOK else "")
    return f"L’annuaire {_FOR[part]}, au {long_date(day)} : {held}"


def uncertain(part: ExportPart) -> str:
    """The file may have arrived or not."""
    return (
        f"L’annuaire {bold(_FOR[part])} est peut-être arrivé ci-dessus, peut-être pas : la connexion a été coupée. S’il manque, touchez 📇."
    )


def failed(part: ExportPart) -> str:
    """The file could not be made or sent."""
    return f"Je n’ai pas réussi à envoyer l’annuaire {bold(_FOR[part])}. Rien n’y est changé. Touchez 📇 pour réessayer."
