"""Who is charged by a function at the head of a clause: « la directrice du service signe l'avenant », « l'infirmière du lycée envoie… »."""

from __future__ import annotations

from bot.french.stems import stem
from bot.understanding.deciding import DECIDES
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at

_ARTICLES = frozenset({"le", "la", "l", "les", "notre", "nos"})
_FUNCTIONS = frozenset(stem(w) for w in words_of("roll", "functions") | words_of("roll", "professions"))
_LONGEST = 9  # words of « la chargée de mission santé du Département »
FEELS = frozenset(
    {"trouve", "trouvent", "pense", "pensent", "aime", "aiment", "parle", "parlent", "veut", "veulent", "regrette", "regrettent"}
)
_NOT_OURS = FEELS | {"rappelle", "signale", "rappellent", "signalent", "refuse", "refusent", "accepte", "acceptent", "soutient"}
_TWO = frozenset({"deux", "trois", "2", "3"})


def function_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    """The words [first, last) of the function that does what is told from the word after on; None if none begins at word i."""
    if not is_function(scan, i, end):
        return None
    for j in range(i + 2, min(end, i + 1 + _LONGEST)):
        if not scan.words[j].is_word or scan.time_at[j] is not None or scan.person_at[j] is not None:
            return None
        inside = scan.thing_at[j] is not None or scan.group_at[j] is not None
        deed = deed_at(scan.words, j) if not inside else None
        if deed is None or _names_on(scan, j):
            continue
        will = deed[0] is Deed.WILL and deed[1] < end and scan.fold(deed[1]) not in DECIDES | _NOT_OURS
        return (j, (i, j)) if will else None
    return None


def is_function(scan: Scan, first: int, last: int) -> bool:
    """Whether words [first, last) begin with an article and what somebody is: « la directrice du service »."""
    head = first + 2 if scan.fold(first + 1) in _TWO else first + 1
    if scan.fold(first) not in _ARTICLES or head >= last:
        return False
    taken = any(at[head] is not None for at in (scan.group_at, scan.person_at, scan.time_at, scan.thing_at))
    return not taken and stem(scan.fold(head)) in _FUNCTIONS


def _names_on(scan: Scan, i: int) -> bool:
    """Whether word i goes on with the function though a verb has its form: « la cadre de santé », « le chargé de mission »."""
    return scan.fold(i) in {"de", "du", "des", "d"} or scan.fold(i - 1) in {"de", "du", "des", "d", "la", "le", "l", "les", "en", "a", "au"}
