"""Which verbs tell what becomes of somebody, no task: « valide son diplôme », « sort d'un congé », « rentre lundi »."""

from __future__ import annotations

from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

_RESTS = words_of("verbs", "rests")
_GOES_OFF = words_of("verbs", "goes_off")
_COMES = words_of("verbs", "comes")
_LEAVES = words_of("verbs", "leaves")
_LIVES = words_of("verbs", "lives")
_ONES_OWN = words_of("verbs", "ones_own")
_WHERETO = words_of("verbs", "goes_to")
_JOINS = frozenset({"rejoint", "rejoindra", "rejoignent", "integre", "integrera"})
_TEAMS = frozenset({"equipe", "association", "asso", "service", "structure", "collectif", "reseau"})
_FROM = frozenset({"de", "d", "du", "des"})
_BACK = frozenset({"revient", "reviendra", "rentre", "rentrera", "reprend", "reprendra", "repart", "part", "partira", "arrive", "sort"})
_LINKS = _FROM | frozenset(
    {
        *("le", "la", "les", "l", "un", "une", "ce", "cet", "cette", "ces", "son", "sa", "ses", "notre", "nos", "leurs", "leur"),
        *("mon", "ma", "mes", "en", "a", "au", "deux", "trois", "quatre", "tous", "toutes", "dans"),
    }
)
_OWN_EVENTS = frozenset({"ag", "assemblee", "pot", "anniversaire", "fete", "kermesse", "gala", "loto", "portes", "ans", "inauguration"})
_SMALL = frozenset({"enfin", "bientot", "tout", "juste", "deja", "donc", "normalement"})
_NEAR = 10  # words after the verb in which its day is told


def ones_own_life(scan: Scan, i: int) -> bool:
    """Whether the verb at word i tells what becomes of its subject: « part en retraite », « quitte la PMI », « rend visite à Zoé »."""
    said = scan.fold(i)
    if said in _LEAVES or _off_to(scan, i):
        return True
    if scan.sign(i).endswith(("é", "ée", "és", "ées")) or _came_at(scan, i):
        return False  # « Laurent arrivé à 14h45 »
    after = i + 1
    while scan.time_at[after] is not None or scan.fold(after) in _SMALL:
        after += 1
    link = scan.fold(after)
    if said in _COMES and link in _FROM:
        return True
    if said in {"va", "ira"} and link in {"mieux", "bien", "mal"}:
        return True
    if said in {"suit", "suivra"} and scan.fold(after + 1) in _WHERETO:
        return True
    if said in _BACK and _stops(scan, after):
        return said not in {"part", "sort"} or after > i + 1
    if (said in {"rend", "rendra"} and link == "visite") or (said in {"revient", "reviendra"} and link == "sur"):
        return not _is_due(scan, i)
    if said in _JOINS and link in _LINKS:
        return scan.thing_at[after + 1] is not None or scan.fold(after + 1) in _TEAMS
    if said in {"passe", "passera"} and link == "a" and scan.words[after + 1 : after + 2]:
        return scan.words[after + 1].is_number or _owns(scan, after)
    if said in _COMES and link in {"en", "a", "au"} and scan.fold(after + 1 + (scan.fold(after + 1) in {"l", "la"})) in _WHERETO:
        return True
    return (said in _LIVES and link in _LINKS and _owns(scan, after)) or _holds_own(scan, i, after)


def _off_to(scan: Scan, i: int) -> bool:
    """Whether « file me coucher », « rentre manger », « file prendre mon train » stands at word i: whoever says so leaves."""
    if scan.fold(i) not in _GOES_OFF:
        return scan.fold(i) in _RESTS
    j = i + 1 + (scan.fold(i + 1) in {"me", "m", "nous", "se", "vite", "vous"})
    return scan.fold(j) in _RESTS or (scan.fold(j).endswith(("er", "ir", "re")) and scan.fold(j + 1) in {"mon", "ma", "mes"})


def _holds_own(scan: Scan, i: int, after: int) -> bool:
    """« la CPTS fait son AG le 10 »: an event of its own, nothing that it has to do for the group."""
    held = scan.fold(i) in {"fait", "fera", "tient", "tiendra", "fete", "fetera"}
    return held and scan.fold(after) in {"son", "sa", "leur", "ses"} and scan.fold(after + 1) in _OWN_EVENTS


def _came_at(scan: Scan, i: int) -> bool:
    """Whether a clock time alone follows « arrive » at word i, typed without accents: when she came in, not back."""
    time = scan.time_at[i + 1]
    return scan.fold(i) == "arrive" and time is not None and time.starts is not None and time.days is None


def _stops(scan: Scan, i: int) -> bool:
    """Whether nothing more is told of it at word i: the clause ends, or somebody else is named."""
    ended = i >= len(scan) or not scan.words[i].is_word or scan.fold(i) in {"parmi", "et", "mais"}
    return ended or (scan.person_at[i] is not None and scan.time_at[i - 1] is not None)


def _owns(scan: Scan, after: int) -> bool:
    return any(scan.fold(k) in _ONES_OWN for k in range(after + 1, after + 3))


def _is_due(scan: Scan, i: int) -> bool:
    """Whether a day by which it is to be done follows: « rend visite à la mairie avant vendredi »."""
    return any((t := scan.time_at[k]) is not None and t.bound is not None for k in range(i + 1, min(len(scan), i + _NEAR)))
