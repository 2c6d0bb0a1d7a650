"""Which words of a search say whom to leave out (« hors PJJ »), and which name another sought too (« un kiné et une diététicienne »)."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from bot.french.stems import stem
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.partner_filters import function_stems
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.words import key_words

_LEXICON = table("partners")
_BUT = PhraseTable({"but": _LEXICON["excepting"]["words"]})
_NO_TRADE = words_of("partners", "no_trade")
_SYNONYMS = PhraseTable({said: [said] for said in _LEXICON["synonyms"]})
_LINKS = frozenset(
    [
        "a",
        "au",
        "aux",
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "l",
        "les",
        "celui",
        "celle",
        "ceux",
        "celles",
        "en",
        "chez",
        "un",
        "une",
        "qu",
        "que",
        "sur",
    ]
)
_CUTS = frozenset({",", ";", "\n", "/", "+", "?"})
_JOINS = frozenset({"et", "ou", "ni"})
_LONGEST = 8  # words that a « sauf » may reach
_MOST = 6  # things sought in one message


def synonym_at(scan: Scan, i: int) -> str | None:
    """What is typed at word i for a function (« kiné », « AS »); None if nothing is. « tu as » is no assistante sociale."""
    found = _SYNONYMS.at(scan.words, i)
    if found is None or any(at[i] is not None for at in (scan.thing_at, scan.person_at)):
        return None
    return None if scan.fold(i) == "as" and not _social_worker(scan, i) else found.tag


def _social_worker(scan: Scan, i: int) -> bool:
    """Whether « as » at word i is the sigle: « l'AS du CCAS », « une as », « AS Alès »."""
    before = scan.fold(i - 1)
    group = scan.group_at[i]
    if before in {"tu", "t", "gt", "groupe", "m"} or (group is not None and group.last - group.first > 1):
        return False
    return (
        scan.sign(i) == "AS" or before in {"une", "les", "des"} or (before in {"l", "d"} and scan.fold(i - 2) not in {"tu", "t", "ne", "n"})
    )


def left_out(scan: Scan) -> tuple[frozenset[int], frozenset[int]]:
    """The words that say whom to leave out, and among them those that name these; both empty if nobody is."""
    whole: set[int] = set()
    names: set[int] = set()
    i = 0
    while i < len(scan):
        but = _BUT.at(scan.words, i)
        if but is None or not _excepts(scan, but.first):
            i += 1
            continue
        j = but.last
        while j < len(scan) and j < but.last + _LONGEST and _goes_on(scan, j):
            j += 1
        if any(_named(scan, k) for k in range(but.last, j)):
            whole |= set(range(but.first, j))
            names |= set(range(but.last, j))
        i = max(j, i + 1)
    return frozenset(whole), frozenset(names)


def _excepts(scan: Scan, i: int) -> bool:
    """Whether « pas » at word i leaves somebody out: « , pas à la PJJ »; not « t'aurais pas un kiné », « pas loin d'Alès »."""
    if scan.fold(i) != "pas":
        return True
    return i > 0 and (not scan.words[i - 1].is_word or scan.fold(i - 1) in {"mais", "et"})


def _goes_on(scan: Scan, i: int) -> bool:
    if not scan.words[i].is_word or scan.fold(i) in {"pour", "qui", "mais", "svp", "stp", "merci"}:
        return False
    if scan.fold(i) not in _JOINS:
        return True
    j = i + 1
    while scan.fold(j) in _LINKS:
        j += 1
    return _named(scan, j)


def _named(scan: Scan, i: int) -> bool:
    """Whether a structure, a commune, a person or a function stands at word i."""
    if i >= len(scan):
        return False
    if scan.thing_at[i] is not None or scan.person_at[i] is not None or synonym_at(scan, i) is not None:
        return True
    word = scan.words[i]
    told = word.is_word and len(word.fold) >= 5
    return told and (bool(function_stems(scan.index, word.canon)) or bool(_houses(scan, word.fold)))


def _houses(scan: Scan, said: str) -> frozenset[int]:
    """The structures whose names hold a word told alone: « celle du lycée »."""
    return frozenset(s.id for s in scan.index.vocabulary.structures if said in key_words(" ".join((s.name, *s.aliases))))


def employed_at(scan: Scan, names: frozenset[int]) -> frozenset[int]:
    """Those whose structure is told there by one word of its name alone: « sauf celle du lycée »."""
    if any(scan.thing_at[i] is not None or scan.person_at[i] is not None for i in names):
        return frozenset()
    houses = {s for i in names if scan.words[i].is_word and len(scan.fold(i)) >= 5 for s in _houses(scan, scan.fold(i))}
    return frozenset(p for s in houses for p in scan.index.people_of_structure.get(s, ()))


def apart(scan: Scan) -> list[frozenset[int]]:
    """For each of several functions sought in one message, the words to pass over to find it alone; empty where one is sought."""
    cuts = [-1, *(i for i in range(len(scan)) if scan.sign(i) in _CUTS or scan.fold(i) in {"et", "ou", "ainsi", "plus"}), len(scan)]
    pieces = [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]
    heads = [(piece, _head(scan, *piece)) for piece in pieces]
    sought = [(piece, bearers) for piece, bearers in heads if bearers is not None]
    if not 2 <= len(sought) <= _MOST or any(a & b for k, (_, a) in enumerate(sought) for _, b in sought[k + 1 :]):
        return []
    placed = [any(scan.thing_at[i] is not None for i in range(*piece)) for piece, _ in sought]
    aside = {piece for piece, bearers in heads if bearers is None}
    hidden = []
    for k in range(len(sought)):
        others = [(other, there) for n, ((other, _), there) in enumerate(zip(sought, placed, strict=True)) if n != k]
        shared = sum(placed) == 1 and not placed[k]
        passed = {i for other, _ in others for i in range(*other) if not (shared and scan.thing_at[i] is not None)}
        passed |= {i for piece_aside in aside for i in range(*piece_aside) if scan.thing_at[i] is None and scan.person_at[i] is None}
        hidden.append(frozenset(passed))
    return hidden


def _head(scan: Scan, first: int, last: int) -> frozenset[int] | None:
    """Those who bear what a piece of a message calls somebody by; None if it calls nobody so."""
    for i in range(first, last):
        if any(at[i] is not None for at in (scan.thing_at, scan.person_at, scan.time_at, scan.group_at)) or not scan.words[i].is_word:
            continue
        said = synonym_at(scan, i)
        if said is not None:
            words = [[stem(w) for w in key_words(function)] for function in _LEXICON["synonyms"][said]]
            return frozenset(p for ws in words if ws for p in set.intersection(*(set(scan.index.functions.get(w, ())) for w in ws)))
        word = scan.words[i]
        stems = function_stems(scan.index, word.canon) if len(word.fold) >= 5 and word.fold not in _NO_TRADE else frozenset()
        heads = {p for s in stems for p in scan.index.functions[s] if stem(key_words(scan.index.people[p].function or " ")[0]) in stems}
        if heads:
            return frozenset(heads)
    return None


def is_trade(scan: Scan, i: int) -> bool:
    """Whether word i is a trade, borne by somebody here or not."""
    word = scan.words[i]
    return stem(word.canon) in trades_known() or (
        len(word.fold) >= 5 and bool(function_stems(scan.index, word.canon)) and word.fold not in _NO_TRADE
    )


@cache
def trades_known() -> frozenset[str]:
    """The stems of the trades that people bear, known here or not."""
    return frozenset(stem(w) for said in _LEXICON["professions"]["words"].split() for w in key_words(said))


def on_duty(scan: Scan) -> bool:
    """« la pharmacie de garde dimanche »: no directory knows; « la garde d'enfants » is another matter."""
    return any(scan.folds[i - 1 : i + 1] == ("de", "garde") and scan.fold(i + 1) not in {"a", "d", "des"} for i in range(2, len(scan)))
