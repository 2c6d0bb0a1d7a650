"""The blanks of a record of decisions: the dictionary that is published, and the names under which a received template is filled."""

from __future__ import annotations

from doc_templates.blanks import Blank
from doc_templates.shared_blanks import ACTION, DECISION, NEXT_MEETING, ORGANISM, PLACE, REFERENCE, SUBTITLE, TERRITORY, WHEN

_MET = Blank(name="reunion", field="met", says="la date et l’instance de la réunion")
TITLE = "Relevé de décisions"
BLANKS = (
    ORGANISM,
    TERRITORY,
    REFERENCE,
    Blank(name="titre", field="scope", says="l’instance, l’axe ou le territoire dont ce sont les décisions"),
    SUBTITLE,
    Blank(name="date", field="period_line", says="Mardi 10 mars 2026, ou la période"),
    Blank(name="date_courte", field="reference_day", says="10/03/2026, ou la période"),
    WHEN,
    PLACE,
    Blank(
        name="participation", field="participation", says="12 participantes et participants, 2 excusées et excusés (d’une seule réunion)"
    ),
    Blank(name="reunions", field="meetings", says="14 réunions tenues (d’une période)"),
    Blank(name="instances", field="instances", says="les instances et leurs nombres de décisions, s’il y en a plusieurs"),
    Blank(name="contenu", field="totals", says="12 décisions, 5 actions dont 3 à faire"),
    Blank(name="une_reunion", field="of_one_meeting", says="vrai si c’est le relevé d’une seule réunion", asks=True),
    Blank(name="une_periode", field="of_several", says="vrai si c’est celui d’une période", asks=True),
    Blank(name="decisions", field="decisions", says="les décisions", each="decision", columns=(*DECISION, _MET)),
    Blank(name="aucune_decision", field="nothing", says="dit qu’aucune décision n’a été relevée"),
    Blank(
        name="actions",
        field="actions",
        says="les actions ; d’une période, celles qui restent à faire",
        each="action",
        columns=(
            *ACTION,
            Blank(name="depuis", field="since", says="la date de la réunion où elle est née"),
            Blank(name="etat", field="status", says="à faire, faite ou abandonnée"),
            _MET,
        ),
    ),
    *NEXT_MEETING,
    Blank(name="mention_finale", field="closing", says="la date et l’auteur du relevé"),
    Blank(name="pied_de_page", field="footer", says="l’état du compte rendu et sa version, ou la date du relevé"),
)
