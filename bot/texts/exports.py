"""How the columns of what is taken out are called."""

from __future__ import annotations

from bot.domain.directory import ExportedNoun

COLUMNS: dict[ExportedNoun, tuple[str, ...]] = {
    ExportedNoun.PEOPLE: (
        "Nom", "Prénom", "Civilité", "Fonction", "Structure", "Autres mandats", "Téléphones", "Mails", "Code Insee", "Commune", "Groupes",
        "Remarques", "Source",
    ),
    ExportedNoun.STRUCTURES: ("Structure", "Sigle", "Autres noms", "Code Insee", "Commune", "Standard", "Mail structure", "Nature"),
    ExportedNoun.GROUPS: ("Groupe", "Type", "Code", "Axe", "Autres noms", "Pilotes", "Membres"),
    ExportedNoun.MEETINGS: (
        "N° de réunion", "Date", "Début", "Fin", "Minutes", "État", "Groupe", "Intitulé", "Lieu", "Commune", "Nombre de présents",
    ),
    ExportedNoun.ATTENDANCE: (
        "N° de réunion", "Date", "Personne", "Structure", "Tel que dit", "Nombre", "État", "Représenté par", "En visio",
    ),
    ExportedNoun.CONTRIBUTIONS: (
        "Date", "Minutes par personne", "Nombre de personnes", "Part", "Nature", "Origine", "Personne", "Structure", "Groupe", "Axe",
        "N° de réunion", "Quoi", "Commune",
    ),
    ExportedNoun.DECISIONS: ("N° de décision", "N° de réunion", "Date", "Décision", "État"),
    ExportedNoun.ACTIONS: ("N° de réunion", "Date", "Action", "Pour qui", "Échéance", "Échéance dite", "État"),
}  # fmt: skip
