"""The blanks of an annual review: the dictionary that is published, and the names under which a received template is filled."""

from __future__ import annotations

from doc_templates.blanks import Blank
from doc_templates.shared_blanks import ORGANISM, REFERENCE

TITLE = "Bilan"
NOTE = (
    "Les graphiques ne sont que dans le modèle de Maillon : un modèle à vous imprime les mêmes chiffres en phrases et en tableaux. "
    "Tous les chiffres sont aussi dans le tableur, que vous pouvez mettre en graphiques."
)


def _table(name: str, field: str, says: str, *, each: str, columns: tuple[tuple[str, str, str], ...]) -> Blank:
    """A table of figures: each column is (name, field, what it prints)."""
    told = tuple(Blank(name=column, field=of, says=what) for column, of, what in columns)
    return Blank(name=name, field=field, says=says, each=each, columns=told)


_MEETINGS = ("reunions", "meetings", "le nombre de réunions")
_PEOPLE = ("participations", "participations", "le nombre de participations")
_HOURS = ("heures", "hours", "les heures données")
_SHARE = ("part", "share", "sa part du total")
_NOW = ("annee", "now", "cette année")
_THEN = ("avant", "then", "l’année d’avant")
BLANKS = (
    ORGANISM,
    Blank(name="territoire", field="subtitle", says="le territoire, si le bilan n’est pas le sien"),
    REFERENCE,
    Blank(name="surtitre", field="overline", says="Bilan annuel 2026, ou Bilan annuel 2026 – en cours"),
    Blank(name="titre", field="scope", says="le territoire, l’axe, le groupe, la structure ou la commune"),
    Blank(name="periode", field="period_line", says="Du 1er janvier au 31 décembre 2026"),
    Blank(name="annee", field="year", says="2026"),
    Blank(name="annee_avant", field="before", says="2025, ou 2025 (année entière)"),
    Blank(name="annee_avant_courte", field="month_before", says="2025"),
    Blank(name="rien", field="nothing", says="dit que rien n’a été enregistré"),
    Blank(name="synthese", field="summary", says="l’année en quelques phrases", listed=True, each="phrase"),
    _table(
        "chiffres",
        "figures",
        "les chiffres clés",
        each="chiffre",
        columns=(("intitule", "figure", "le chiffre dont il s’agit"), _NOW, _THEN),
    ),
    _table(
        "types",
        "kinds",
        "les types d’instances qui se sont réunies",
        each="type",
        columns=(("nom", "kind", "le type d’instance"), ("instances", "instances", "combien se sont réunies"), _MEETINGS, _PEOPLE),
    ),
    Blank(name="total_instances", field="kinds_total", says="instances réunies en tout"),
    Blank(name="total_reunions", field="meetings_total", says="réunions en tout"),
    Blank(name="total_reunions_avant", field="before_total", says="réunions de l’année d’avant"),
    Blank(name="total_participations", field="participations_total", says="participations en tout"),
    Blank(name="total_heures", field="hours_total", says="heures en tout"),
    _table("mois", "months", "les réunions mois par mois", each="un_mois", columns=(("nom", "month", "le mois"), _NOW, _THEN)),
    Blank(name="lecture_reunions", field="read_meetings", says="une phrase qui lit le tableau des mois"),
    _table("natures", "natures", "les heures par nature", each="nature", columns=(("nom", "nature", "la nature"), _HOURS, _SHARE)),
    Blank(name="lecture_natures", field="read_natures", says="une phrase qui lit le tableau des natures"),
    _table("activites", "parts", "les heures par activité", each="activite", columns=(("nom", "part", "l’activité"), _HOURS, _SHARE)),
    _table(
        "comptes",
        "accounts",
        "les contributions volontaires en nature, comptes 86 et 87",
        each="compte",
        columns=(
            ("numeros", "account", "les comptes"),
            ("intitule", "label", "le libellé"),
            _HOURS,
            ("valeur", "value", "la valeur en euros"),
        ),
    ),
    Blank(name="total_contributions", field="accounts_total", says="heures de contributions volontaires en tout"),
    Blank(name="methode_comptes", field="accounts_method", says="la méthode de ces comptes", listed=True, each="phrase"),
    _table("axes", "axes", "les axes, s’il y en a plusieurs", each="axe", columns=(("nom", "axis", "l’axe"), _MEETINGS, _HOURS)),
    Blank(name="lecture_axes", field="read_axes", says="une phrase qui lit le tableau des axes"),
    Blank(name="partenaires", field="partners", says="combien ont pris part, sont nouvelles, pas revenues", listed=True, each="phrase"),
    Blank(name="structures_nouvelles", field="new_structures", says="leurs noms"),
    Blank(name="titre_pas_revues", field="lost_title", says="Structures vues en 2025 et pas revues en 2026"),
    Blank(name="structures_pas_revues", field="lost_structures", says="leurs noms"),
    Blank(name="communes_couvertes", field="covered", says="Réunions et actions dans 41 communes sur 94"),
    _table(
        "communes",
        "communes",
        "les communes où l’on s’est réuni ou a agi",
        each="commune",
        columns=(("nom", "commune", "la commune"), _MEETINGS, _HOURS, ("structures", "structures", "les structures qui y sont implantées")),
    ),
    Blank(name="qpv_couverts", field="neighbourhoods_covered", says="QPV couverts : 2 sur 4 (Cévennes et Prés-Saint-Jean)"),
    _table(
        "qpv",
        "neighbourhoods",
        "les quartiers prioritaires du territoire",
        each="quartier",
        columns=(
            ("nom", "name", "le quartier"),
            ("commune", "commune", "sa commune"),
            ("reunions", "meetings", "les réunions qui s’y sont tenues"),
            ("structures", "structures", "ses structures qui ont pris part"),
        ),
    ),
    _table(
        "releve",
        "outcomes",
        "les décisions et les actions par état",
        each="ligne",
        columns=(
            ("quoi", "what", "décisions ou actions"),
            ("etat", "state", "leur état"),
            ("nombre", "count", "combien"),
            ("remarque", "note", "combien sont en retard"),
        ),
    ),
    _table(
        "instances",
        "instances",
        "les instances, une par une",
        each="instance",
        columns=(("nom", "name", "l’instance"), _MEETINGS, ("jours", "days", "la première et la dernière"), _PEOPLE, _HOURS),
    ),
    Blank(name="methode", field="method", says="comment les chiffres sont comptés", listed=True, each="phrase"),
    Blank(name="mention_finale", field="closing", says="la date et l’auteur du bilan"),
    Blank(name="pied_de_page", field="footer", says="Bilan 2026 au 31/12/2026"),
)
