"""Of which structure people are told without their names: « 2 pers. de la PMI », « 3 médecins libéraux », « une élue du Département »."""

from __future__ import annotations

from bot.understanding.callings import SOMEBODY, WORKS_AT, is_calling
from bot.understanding.choosing import ARTICLES
from bot.understanding.counts import everyone_noun, staff_noun
from bot.understanding.lexicon_files import words_of
from bot.understanding.noun_phrases import STOPPERS
from bot.understanding.scan import Scan

_OF = frozenset({"de", "du", "des", "d"})
_ANYBODY = frozenset(
    [
        "pers",
        "personne",
        "personnes",
        "representant",
        "representants",
        "representante",
        "representantes",
        "agent",
        "agents",
        "agente",
        "agentes",
        "salarie",
        "salaries",
        "salariee",
        "salariees",
        "membre",
        "membres",
        "collegue",
        "collegues",
        "gars",
        "dame",
        "dames",
        "nana",
        "nanas",
        "mec",
        "mecs",
    ]
)
_TRADE = 7  # words of « auxiliaires de puériculture de la », up to a structure
_SORTS = words_of("names", "sorts_of_houses")
_HOUSES = words_of("roll", "houses")
_STOPS = STOPPERS | {"et", "excuse", "excuses"}


def of_known(scan: Scan, i: int, end: int) -> bool:
    """Whether « technicien de l'ARS », « élue du Département » stands at word i."""
    j = next((k for k in range(i + 1, min(end, i + 4)) if scan.fold(k) in {"de", "du", "des", "d"}), None)
    if j is None:
        return False
    while j < end and scan.fold(j) in ARTICLES:
        j += 1
    thing = scan.thing_at[j]
    return thing is not None and thing.first == j and bool(thing.structures)


def unknown_structure(scan: Scan, i: int, last: int) -> int | None:
    """Where the name of a structure that the directory does not know begins: « pers du CCAS »; None for « bénévoles de la Croix-Rouge »."""
    j = i + 1
    if scan.fold(j) not in _OF or (scan.fold(i) in SOMEBODY and scan.fold(i) not in _ANYBODY):
        return None
    while j < last and scan.fold(j) in ARTICLES | _OF:
        j += 1
    if scan.fold(i) not in _ANYBODY and not (
        scan.words[j].is_capital or (scan.fold(j - 1) in {"la", "du", "l"} and scan.fold(j) in _HOUSES)
    ):
        return None  # « souffleurs de verre »; but « maraudeurs de la croix rouge »
    if j == last - 1 and scan.fold(j) in _SORTS and not scan.words[j].is_capital:
        return None  # « représentants de communes », « d'associations »: of no one in particular
    return j if j < last else None


def _of_it(scan: Scan, k: int) -> bool:
    """Whether « de », « du », « de la » stands right before word k."""
    while scan.fold(k - 1) in {"la", "le", "l", "les"}:
        k -= 1
    return scan.fold(k - 1) in _OF


def counted_structure(scan: Scan, after: int, end: int) -> int | None:
    """The word at which the structure begins whose people are counted, over what they are called: « 3 médecins libéraux »."""
    if scan.fold(after) in {"maire", "maires"}:
        return None  # « 5 maires de l'agglo » work for their towns
    noun_end = staff_noun(scan, after) or everyone_noun(scan, after) or after
    noun_end += scan.sign(noun_end) == "." and scan.fold(noun_end + 1) in _OF  # « 1 pers. de la MSP »
    j = noun_end
    if scan.fold(after) in WORKS_AT and scan.fold(after + 1) in {"a", "au"}:
        house = after + 2 + (scan.fold(after + 2) in {"la", "l"})
        thing = scan.thing_at[house] if house < end else None
        return house if thing is not None and thing.first == house and thing.structures and not thing.places else None
    if noun_end == after or scan.fold(j) in {"de", "du", "des", "d"}:
        while j < end and scan.fold(j) in ARTICLES:
            j += 1
    k = j
    trade = is_calling(scan.fold(after))
    while (
        k < min(end, j + (_TRADE if trade else 4))
        and scan.words[k].is_word
        and scan.thing_at[k] is None
        and scan.time_at[k] is None
        and scan.person_at[k] is None
        and (scan.fold(k) not in _STOPS or (scan.fold(k), scan.fold(k + 1)) == ("a", "domicile"))
    ):
        k += 1
    thing = scan.thing_at[k] if k < end else None
    theirs = k == j or (noun_end == after and k <= j + 4) or (trade and _of_it(scan, k))
    named = thing is not None and thing.first == k and thing.structures and theirs
    return k if named else None
