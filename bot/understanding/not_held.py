"""Whether what a message says of a meeting or of hours was not so, or is only asked: « devrait durer 3h », « ça s'est pas fait »."""

from __future__ import annotations

from bot.understanding.lengths import lasts
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.when import mentions_in

_NEVER = PhraseTable({"never": table("cues")["not_held"]["words"]})
_KEPT = words_of("cues", "kept_already")
_OPENERS = frozenset({"bonjour", "bonsoir", "salut", "coucou", "hello", "alors", "et", "mais", "ah", "bon"})
_COULD = frozenset({"devrait", "devraient", "pourrait", "pourraient", "devra", "devront", "doit", "doivent", "va", "vont"})
_HAD = frozenset({"avait", "avaient", "avais", "avions", "durait", "duraient"})
_TELLS_ON = frozenset({"fini", "finalement", "fait", "dure", "tenu", "tenue", "arrete", "termine", "reste"})
_LASTS = frozenset({"dure", "durent"})
_STOPS = frozenset({".", "\n", ";", "!"})
_SMALL = frozenset(
    {"d", "a", "est", "s", "de", "du", "ca", "cela", "il", "elle", "n", "ne", "finalement", "c", "qui", "prevu", "prevue", "en", "fait"}
)
_SUBJECT = 12  # words of « le GT Accès aux droits d'hier »


def not_held(scan: Scan) -> bool:
    """Whether one sentence is all that is told, and it tells nothing that was held or given."""
    last = len(scan)
    while last > 0 and not (scan.words[last - 1].is_word or scan.words[last - 1].is_number):
        last -= 1
    first = 0
    while first < last and (scan.fold(first) in _OPENERS or scan.sign(first) in {",", "!"}):
        first += 1
    if first >= last or any(scan.sign(k) in _STOPS and scan.time_at[k] is None for k in range(first, last)):
        return False
    return _never(scan, first, last) or _asks_if_kept(scan, first, last) or _unreal(scan, first, last) or _would_last(scan, first, last)


def _lengths(scan: Scan, first: int, last: int) -> list[int]:
    return [scan.span_of(m)[0] for m in mentions_in(scan, [(first, last)]) if lasts(m)]


def _never(scan: Scan, first: int, last: int) -> bool:
    """« le GT d'hier, ça s'est pas fait », no hours, nobody and nothing else told."""
    cue = _NEVER.first(scan.words, first, last)
    if cue is None or cue.first - first > _SUBJECT or _lengths(scan, first, last):
        return False
    group = next((g for k in range(first, cue.first) if (g := scan.group_at[k]) is not None), None)
    if group is None or any(scan.person_at[first:last]):
        return False
    between = range(group.last, cue.first)
    return all(scan.time_at[k] is not None or scan.sign(k) == "," or scan.fold(k) in _SMALL for k in between)


def _asks_if_kept(scan: Scan, first: int, last: int) -> bool:
    """« le GT d'hier est bien enregistré ? », « mes 2h d'hier sont bien notées ? »."""
    if "?" not in scan.folds[last:]:
        return False
    ends = next((k for k in range(last - 1, max(first, last - 4), -1) if scan.fold(k) in _KEPT), None)
    if ends is None:
        return False
    been = ends - 1 - (scan.fold(ends - 1) in {"bien", "deja"})
    return scan.fold(been) in {"est", "sont", "ete", "as", "avez"}


def _unreal(scan: Scan, first: int, last: int) -> bool:
    """« si le GT d'hier avait duré 3h, on aurait fini »."""
    if scan.fold(first) not in {"si", "s"} or scan.fold(first + 1) in {"tu", "vous", "possible", "besoin"}:
        return False
    had = next((k for k in range(first + 1, min(last, first + _SUBJECT)) if scan.fold(k) in _HAD), None)
    return had is not None and all(at > had for at in _lengths(scan, first, last)[:1]) and len(_lengths(scan, first, last)) < 2


def _would_last(scan: Scan, first: int, last: int) -> bool:
    """« le GT devrait durer 3h », « la permanence dure 3h le mardi »: one length, that of what is to come or of a habit."""
    told = _lengths(scan, first, last)
    if len(told) != 1:
        return False
    k = told[0] - 1
    while k > first and scan.fold(k) in {"environ", "presque", "toujours", "normalement", "bien", "au", "moins", "a", "peu", "pres"}:
        k -= 1
    if scan.fold(k) == "durer" and any(scan.fold(j) in _COULD for j in range(max(first, k - 3), k)):
        return not any(scan.fold(j) in _TELLS_ON for j in range(told[0], last))
    verb = told[0] if scan.sign(told[0]).casefold() in _LASTS else k
    return scan.sign(verb).casefold() in _LASTS and _of_habit(scan, verb, first, last)


def _of_habit(scan: Scan, verb: int, first: int, last: int) -> bool:
    """Whether « dure » is said of no day gone: of none, or of « le mardi »."""
    if any(scan.fold(k) in {"a", "ont", "avait", "pas"} for k in range(max(first, verb - 2), verb)):
        return False  # « a dure 3h »
    days = [m for m in mentions_in(scan, [(first, last)]) if m.days is not None]
    return all(m.bare_weekday and "le" in (scan.fold(at - 1), scan.fold(at)) for m in days for at in scan.span_of(m)[:1])
