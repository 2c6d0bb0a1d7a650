"""What natures, parts, kinds and states are called in a review, in the document as in its spreadsheet.

Words between braces take the manner of the territory (`bot/french/mixed.py`).
"""

from __future__ import annotations

from bot.domain.contributions import Nature, Part
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.groups import GroupKind
from bot.domain.voluntary_accounts import VoluntaryAccount
from bot.domain.writing import Inclusive
from bot.french.mixed import worded
from doc_templates.wording import capital

NATURES: dict[Nature | None, str] = {
    Nature.VOLUNTEER: "Bénévolat",
    Nature.EMPLOYER_TIME: "Temps donné par l’employeur",
    Nature.NOT_INDEMNIFIED: "{libéraux non indemnisés}",
    Nature.RESIDENT: "{habitants}",
    Nature.INDEMNIFIED: "{libéraux indemnisés}",
    Nature.TEAM: "Équipe du porteur",
    None: "À préciser",
}
KINDS: dict[GroupKind | None, str] = {
    GroupKind.COPIL: "Comités de pilotage (Copil)",
    GroupKind.COTECH: "Comités techniques (Cotech)",
    GroupKind.GT: "Groupes de travail (GT)",
    GroupKind.PLENARY: "Plénières",
    GroupKind.COMMISSION: "Commissions",
    GroupKind.PROJECT: "Groupes projet",
    GroupKind.OTHER: "Autres instances",
    None: "Hors instance (rencontres, évènements)",
}
PARTS: dict[Part, str] = {part: capital(part.value) for part in Part}
DECISIONS: dict[DecisionStatus, str] = {
    DecisionStatus.TAKEN: "Prises",
    DecisionStatus.REVISED: "Révisées depuis",
    DecisionStatus.ABANDONED: "Abandonnées depuis",
}
ACTIONS: dict[ActionStatus, str] = {
    ActionStatus.OPEN: "À faire",
    ActionStatus.DONE: "Faites",
    ActionStatus.DROPPED: "Abandonnées",
}
ACCOUNTS: dict[VoluntaryAccount, str] = {
    VoluntaryAccount.BENEVOLAT: "Personnel bénévole / Bénévolat (bénévoles, {habitants})",
    VoluntaryAccount.SERVICES: "Prestations / Prestations en nature (temps des employeurs, {libéraux non indemnisés})",
    VoluntaryAccount.OUTSIDE: "Ni bénévolat ni prestation (équipe du porteur, {libéraux indemnisés})",
    VoluntaryAccount.TO_BE_TOLD: "Nature à préciser : dans aucun total de contributions volontaires",
}
MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
FULL_MONTHS = (
    *("Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août"),
    *("Septembre", "Octobre", "Novembre", "Décembre"),
)
FIGURES = {
    "meetings": "Réunions tenues",
    "unrecorded": "Réunions sans relevé de présence",
    "participations": "Participations",
    "people": "Personnes différentes",
    "structures": "Structures différentes",
    "minutes": "Heures données",
    "voluntary_minutes": "dont contributions volontaires",
    "communes": "Communes où l’on s’est réuni ou a agi",
    "decisions": "Décisions",
    "actions": "Actions",
}
UNMET = "Heures hors des réunions de ces instances"
METHOD = (
    "Les heures sont comptées en minutes entières, de la saisie au total, sans arrondi.",
    "Les heures de réunion se déduisent des présences ; corriger une présence corrige les heures. "
    "Les autres sont celles que {chacun} a dites.",
    "Une personne présente à plusieurs réunions compte une fois parmi les personnes, et à chaque fois parmi les participations. "
    "Les personnes comptées sans leur nom ne sont que dans les participations.",
    "Une réunion sans relevé de présence compte parmi les réunions, jamais parmi les absences.",
    "Une structure a pris part à l’année si l’une de ses personnes est venue à une réunion ou a donné du temps.",
)
NO_NEIGHBOURHOODS = "Les quartiers prioritaires (QPV) ne sont pas encore relevés : ce bilan n’en dit rien."
NEIGHBOURHOODS = (
    "Un quartier prioritaire (QPV) est couvert si une réunion s’y est tenue, ou si une structure qui y est implantée a pris part. "
    "Une réunion est comptée dans le QPV de son lieu, sinon dans celui de la structure qui l’accueille."
)
ACCOUNTING_METHOD = (
    "Méthode (règlement ANC 2018-06) : le temps est recueilli réunion par réunion, en minutes, par une méthode constante. Le bénévolat est "
    "donné hors du temps professionnel ; le temps qu’un employeur met à disposition est une prestation en nature ; le temps de l’équipe du "
    "porteur et le temps indemnisé sont à part."
)


def nature_label(nature: Nature | None, manner: Inclusive) -> str:
    """« Bénévolat », « Habitantes et habitants »."""
    return capital(worded(NATURES[nature], manner))
