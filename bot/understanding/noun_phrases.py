"""How far a noun goes with what completes it: « maire de Bessèges », « étudiants en santé », « adjointe au maire »."""

from __future__ import annotations

from bot.understanding.callings import WORKS_AT, is_calling
from bot.understanding.choosing import ARTICLES, ATTENDANCE
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.scan import Scan

STOPPERS = frozenset(
    {
        "pour", "pr", "sur", "on", "nous", "il", "elle", "c", "qui", "que", "afin", "ce", "cet", "cette", "dans", "en",
        "a", "au", "aux", "mais", "car", "compris", "comprise", "inclus", "stp", "svp", "merci", "incluse", "y",
    }
)  # fmt: skip


_PHRASE_STOPS = STOPPERS | {
    "voila",
    "euh",
    "bref",
    "et",
    "par",
    "avec",
    "plus",
    "etait",
    "etaient",
    "est",
    "sont",
    "avait",
    "avaient",
    "s",
    "n",
    "ne",
}
_PREMISES = frozenset({"salle", "mairie", "mediatheque", "foyer"})
_THE = frozenset({"la", "le", "l", "les"})
JOINING = frozenset({"de", "d", "du", "des", "pour", "sur", "et", "tous", "toutes", "dans"})  # « Médecins de la rue »
OF_OFFICE = frozenset({"adjoint", "adjointe", "elu", "elue", "conseiller", "conseillere", "delegue", "deleguee"})  # « adjointe au maire »
_HOUSES = words_of("roll", "houses")
_HELPLINES = words_of("names", "helplines")
_STATES_IN = words_of("roll", "states_in") | words_of("places", "nouns")


def noun_phrase(scan: Scan, i: int, end: int) -> int:
    """The word after the noun and its complements that begin at word i."""
    j = i
    longest = 8 if scan.fold(i) in OF_OFFICE or is_calling(scan.fold(i)) else 6
    while (
        j < end
        and not (j > i and scan.fold(j) in _PREMISES and not _of_premises(scan, i, j))
        and j < i + longest
        and (scan.words[j].is_word or (j > i and (_helpline(scan, j) or _hyphen(scan, j))))
        and scan.time_at[j] is None
        and scan.group_at[j] is None
        and scan.person_at[j] is None
        and not ((thing := scan.thing_at[j]) is not None and thing.structures and not _freelance(scan, i, j))
        and not (j > i and title_of(scan.words, j) is not None)
        and (
            scan.fold(j) not in _PHRASE_STOPS
            or (j > i and scan.fold(j) in {"au", "aux", "a"} and scan.fold(i) in OF_OFFICE)
            or (i < j <= i + 2 and (_of_field(scan, i, j) or _works_at(scan, i, j)))
        )
        and not (j > i and scan.number_at[j] is not None and not _helpline(scan, j))
        and not (j > i and article_at(scan, j) and scan.fold(j - 1) not in JOINING | {"a"})
        and ATTENDANCE.at(scan.words, j) is None
        and not (j > i and scan.fold(j) == "x" and scan.sign(j + 1).isdigit())
    ):
        j += 1
    while j > i + 1 and scan.fold(j - 1) in ARTICLES:
        j -= 1
    return j


def _of_premises(scan: Scan, i: int, j: int) -> bool:
    """« secrétaire de mairie », « responsable de la médiathèque »: where somebody told at word i works."""
    of = scan.fold(j - 1) in {"de", "du"} or (scan.fold(j - 1) in {"la", "l"} and scan.fold(j - 2) == "de")
    return of and (is_calling(scan.fold(i)) or is_calling(scan.fold(i + 1)))


def _freelance(scan: Scan, i: int, j: int) -> bool:
    """Whether « libérale » at word j only says how somebody of a town works: « la sage-femme libérale de Bessèges »."""
    return j > i and scan.fold(j).startswith("liberal") and scan.fold(j + 1) in {"de", "d", "a"} and is_calling(scan.fold(j - 1))


def _hyphen(scan: Scan, j: int) -> bool:
    """Whether word j is the hyphen of one noun: « aide-soignante », « chef-lieu »."""
    glued = scan.words[j - 1].end == scan.words[j].start and j + 1 < len(scan) and scan.words[j].end == scan.words[j + 1].start
    return glued and scan.sign(j) in {"-", "‑"}


def _helpline(scan: Scan, j: int) -> bool:
    """Whether word j is a number that one dials, said for those who answer: « un monsieur du 115 »."""
    return scan.fold(j) in _HELPLINES and scan.fold(j - 1) in {"du", "le", "au"}


def _of_field(scan: Scan, i: int, j: int) -> bool:
    """Whether « en santé » at word j tells what somebody learns or does: « étudiants en santé », not « en visio », « en retard »."""
    if scan.fold(j) != "en" or not is_calling(scan.fold(i)) or j + 1 >= len(scan):
        return False
    field = scan.words[j + 1]
    free = all(at[j + 1] is None for at in (scan.time_at, scan.group_at, scan.person_at))
    return free and field.is_word and len(field.fold) > 3 and field.fold not in _STATES_IN and ATTENDANCE.at(scan.words, j) is None


def _works_at(scan: Scan, i: int, j: int) -> bool:
    """Whether « à la Croix-Rouge » at word j tells where somebody comes from: « un bénévole à la Croix-Rouge »."""
    if scan.fold(j) not in {"a", "au"} or scan.fold(i) not in WORKS_AT:
        return False
    house = j + 1 + (scan.fold(j + 1) in {"la", "l"})
    return house < len(scan) and scan.fold(house) in _HOUSES and scan.words[house].is_capital and scan.thing_at[house] is None


def article_at(scan: Scan, i: int) -> bool:
    """Whether word i is « le », « la », « les » in small letters."""
    return scan.fold(i) in _THE and not scan.words[i].is_capital
