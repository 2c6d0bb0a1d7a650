"""The blanks of minutes: the dictionary that is published, and the names under which a received template is filled."""

from __future__ import annotations

from doc_templates.blanks import Blank
from doc_templates.shared_blanks import ACTION, DECISION, NEXT_MEETING, ORGANISM, SUBTITLE, TERRITORY

TITLE = "Compte rendu"
BLANKS = (
    ORGANISM,
    TERRITORY,
    Blank(name="reference", field="reference", says="la référence du document, pour l’en-tête"),
    Blank(name="etat", field="state_label", says="projet de compte rendu, compte rendu relu, diffusé ou validé"),
    Blank(name="version", field="version", says="le numéro de version"),
    Blank(name="titre", field="instance", says="le groupe ou l’instance, sinon le titre de la réunion"),
    SUBTITLE,
    Blank(name="date", field="day_line", says="Mardi 10 mars 2026"),
    Blank(name="date_et_horaires", field="date_and_hours", says="la date, les horaires et la durée"),
    Blank(name="lieu", field="place", says="le lieu et la commune"),
    Blank(name="presidence", field="chair", says="qui a présidé"),
    Blank(name="secretariat", field="secretary", says="qui a tenu le secrétariat"),
    Blank(name="participation", field="participation", says="12 participantes et participants, 2 excusées et excusés – 9 structures"),
    Blank(
        name="presences",
        field="attendance",
        says="une liste par présence : présentes, représentées, excusées, absentes",
        each="liste",
        columns=(
            Blank(name="titre", field="title", says="Présentes et présents (12)"),
            Blank(name="avec_details", field="with_details", says="vrai si une structure ou une fonction est connue", asks=True),
            Blank(
                name="personnes",
                field="lines",
                says="une personne par ligne",
                each="personne",
                columns=(
                    Blank(name="nom", field="name", says="le nom"),
                    Blank(name="structure", field="structure", says="la structure"),
                    Blank(name="fonction", field="function", says="la fonction"),
                ),
            ),
        ),
    ),
    Blank(name="note_presences", field="attendance_note", says="dit quand la liste des présences manque"),
    Blank(name="approbation", field="approval", says="ce qui a été décidé du compte rendu précédent"),
    Blank(
        name="actions_precedentes",
        field="earlier_actions",
        says="les actions décidées avant cette réunion",
        each="action",
        columns=(
            *ACTION,
            Blank(name="depuis", field="since", says="la réunion où elle est née"),
            Blank(name="etat", field="status", says="à faire, faite ou abandonnée"),
        ),
    ),
    Blank(name="points", field="topics", says="les points abordés, une phrase chacun", listed=True, each="point"),
    Blank(
        name="decisions",
        field="decisions",
        says="les décisions",
        each="decision",
        columns=DECISION,
    ),
    Blank(name="actions", field="actions", says="les actions à mener", each="action", columns=ACTION),
    Blank(name="sans_suite", field="no_outcome", says="vrai s’il n’y a ni décision ni action", asks=True),
    *NEXT_MEETING,
    Blank(name="titre_modifications", field="changes_title", says="Modifications depuis la version 1"),
    Blank(name="modifications", field="changes", says="ce qui a changé depuis la version précédente", listed=True, each="modification"),
    Blank(name="mention_finale", field="closing", says="l’état, la date, l’auteur et à qui adresser les remarques"),
)
