"""Whether somebody of the directory, or a namesake, is told ill or in need: « Mme Dupont est hospitalisée pour dépression »."""

from __future__ import annotations

from bot.understanding.accompanied import is_sensitive
from bot.understanding.lexicon_files import words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.scan import Scan

_HAS = frozenset({"a", "avait", "aurait", "ont", "eu"})
_IS = frozenset({"est", "etait", "serait", "reste", "sort", "vit", "dort", "souffre", "refuse", "arrete", "boit", "sous"})
_DETERMINERS = frozenset({"un", "une", "des", "le", "la", "les", "l", "du", "de", "d", "fait", "eu", "son", "sa", "ses", "deja", "re"})
_WAYS = frozenset({"en", "sous", "a", "la", "le", "dans", "de", "d", "tres", "tjs", "toujours", "encore", "plus", "pas", "ne", "n", "y"})
_DEGREES = frozenset({"grave", "grosse", "gros", "nouvelle", "nouveau", "lourde", "petite", "severe", "forte"})
_AWAY = frozenset({"hospitalise", "hospitalisee", "hospit", "hospitalises", "accouche", "accouchee", "opere", "operee", "enceinte"})
"""What may only be why a colleague is away: told of somebody known, it needs another word to be a situation."""
_SERVICES = words_of("privacy", "services")
_FAR = 5  # words


def told_of_known(scan: Scan, first: int, last: int) -> list[tuple[int, int]]:
    """The words [begin, end) of a sentence that tell the health or the hardship of somebody known, the name included."""
    found: list[tuple[int, int]] = []
    for i in range(first, last):
        person = scan.person_at[i]
        if person is None or person.first != i:
            continue
        begin = i
        while begin > first and title_of(scan.words, begin - 1 - (scan.sign(begin - 1) == ".")) is not None:
            begin -= 1 + (scan.sign(begin - 1) == ".")
        if _is_told_ill(scan, person.last, last):
            found.append((begin, _clause_end(scan, person.last, last)))
    return found


def _is_told_ill(scan: Scan, i: int, last: int) -> bool:
    """Whether « est sous curatelle », « a un cancer », « qui a fait une tentative de suicide » stands at word i."""
    i += scan.sign(i) == ","
    i += scan.fold(i) == "qui"
    i += scan.fold(i) in {"y", "n", "ne", "s", "en"}
    said = scan.fold(i)
    if i >= last or said not in _HAS | _IS or scan.sign(i) == "à":
        return False
    small = _DETERMINERS | _DEGREES if said in _HAS else _DETERMINERS | _WAYS
    j = i + 1
    while j < last and scan.fold(j) in small and not is_sensitive(scan, j):
        j += 1
    if j >= last or not _ails(scan, j):
        return scan.fold(j) in _AWAY and any(_ails(scan, k) for k in range(j + 1, min(last, j + 1 + _FAR)) if not _parted(scan, j, k))
    return True


def _ails(scan: Scan, i: int) -> bool:
    said = scan.fold(i)
    named = scan.group_at[i] is not None or scan.thing_at[i] is not None
    in_place = said == "place" and scan.fold(i - 1) == "la"
    return is_sensitive(scan, i) and not (named or in_place) and said not in _AWAY and said not in _SERVICES


def _parted(scan: Scan, first: int, last: int) -> bool:
    return any(not scan.words[k].is_word for k in range(first, last))


def _clause_end(scan: Scan, i: int, last: int) -> int:
    """Where what is told of her ends: at a sign behind which nothing private goes on."""
    return next(
        (k for k in range(i, last) if scan.sign(k) in {",", ";"} and not any(is_sensitive(scan, n) for n in range(k, last))),
        last,
    )
