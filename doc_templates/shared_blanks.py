"""Which blanks mean the same in several documents: one French name for one thing, wherever it is printed."""

from __future__ import annotations

from doc_templates.blanks import Blank

ORGANISM = Blank(name="organisme", field="organism", says="l’organisme qui porte le territoire")
TERRITORY = Blank(name="territoire", field="territory", says="le territoire, s’il ne porte pas le nom de l’organisme")
REFERENCE = Blank(name="reference", field="reference", says="l’instance et la date, pour l’en-tête")
SUBTITLE = Blank(name="sous_titre", field="subtitle", says="le titre de la réunion, s’il en a été dit un")
INSTANCE = Blank(name="titre", field="instance", says="le groupe ou l’instance, sinon le titre de la réunion")
DAY = Blank(name="date", field="day_line", says="Mardi 10 mars 2026")
WHEN = Blank(name="date_et_horaires", field="when", says="la date et les horaires")
PLACE = Blank(name="lieu", field="place", says="le lieu et la commune")
NEXT_MEETING = (
    Blank(name="prochaine_reunion", field="next_meeting", says="la date de la prochaine réunion"),
    Blank(name="prochain_lieu", field="next_place", says="son lieu"),
)
DECISION = (
    Blank(name="numero", field="number", says="le numéro de la décision"),
    Blank(name="texte", field="text", says="la décision"),
)
ACTION = (
    Blank(name="numero", field="number", says="A1, A2…"),
    Blank(name="texte", field="text", says="ce qui est à faire"),
    Blank(name="responsables", field="bearers", says="qui s’en charge"),
    Blank(name="echeance", field="due", says="pour quand"),
)
POINTS = (
    Blank(name="titre_colonne", field="first_column", says="Horaire ou N°, selon ce que disent les points"),
    Blank(name="avec_intervenants", field="with_speakers", says="vrai si quelqu’un intervient sur un point", asks=True),
    Blank(
        name="points",
        field="points",
        says="les points de l’ordre du jour",
        each="point",
        anywhere=True,
        columns=(
            Blank(name="rang", field="first", says="son heure, sinon son rang"),
            Blank(name="texte", field="text", says="le point et sa durée"),
            Blank(name="intervenant", field="speaker", says="qui intervient"),
        ),
    ),
    Blank(name="sans_points", field="no_points", says="vrai si l’ordre du jour n’est pas connu", asks=True),
)
REPLY = Blank(name="reponse", field="reply", says="avant quand et à qui répondre")
