"""The blanks of a signing sheet: the dictionary that is published, and the names under which a received template is filled."""

from __future__ import annotations

from doc_templates.blanks import Blank
from doc_templates.shared_blanks import DAY, INSTANCE, ORGANISM, PLACE, REFERENCE, SUBTITLE, TERRITORY, WHEN

TITLE = "Feuille d’émargement"
BLANKS = (
    ORGANISM,
    TERRITORY,
    REFERENCE,
    INSTANCE,
    SUBTITLE,
    DAY,
    WHEN,
    PLACE,
    Blank(name="participation", field="expected", says="14 participantes et participants attendus"),
    Blank(name="titre_noms", field="name_heading", says="« Nom et prénom », ou « Prénom et nom » sans capitales"),
    Blank(
        name="lignes",
        field="lines",
        says="une ligne par personne attendue, puis des lignes vides",
        each="ligne",
        columns=(
            Blank(name="numero", field="number", says="son rang"),
            Blank(name="nom", field="name", says="le nom, vide pour une ligne à remplir"),
            Blank(name="structure", field="stands_for", says="la structure, la fonction, et « A prévenu de son absence »"),
        ),
    ),
    Blank(name="deux_signatures", field="both_halves", says="vrai si l’on signe le matin et l’après-midi", asks=True),
    Blank(name="donnees_personnelles", field="privacy", says="la mention sur les données personnelles"),
)
