"""Which sentences tell of another time or place than the meeting's: « À Nîmes ils ont… », « j'ai mangé avec Zoé », « Ce serait bien… »."""

from __future__ import annotations

from bot.understanding.appointments import appointed
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.person_mentions import PersonMention
from bot.understanding.phrases import PhraseTable
from bot.understanding.roll_not_there import never_there
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence
from bot.understanding.verbs import just_did

_TABLE = table("told_elsewhere")
_MEALS = PhraseTable({"meal": _TABLE["meals"]["words"]})
_SOME_DAY = PhraseTable({"some day": _TABLE["some_day"]["words"]})
_WROTE = PhraseTable({"wrote": _TABLE["had_written"]["words"]})
_AWAITS = PhraseTable({"awaits": _TABLE["awaits"]["words"]})
_SUPPLIERS = words_of("decisions", "suppliers")
_HANDS_IN = words_of("decisions", "hands_in")
_WISHING = words_of("decisions", "wishes")
_PLACES = frozenset({"a", "en", "au", "aux", "chez", "dans", "sur"})
_THEY = frozenset({"ils", "elles"})
_THAT = frozenset({"que", "qu"})
_ARTICLES = frozenset({"le", "la", "l", "les"})
_OPENERS = frozenset({"mais", "et", "ah", "bon", "par", "contre", "il", "apres"})
_NEAR = 6  # words from the head of a sentence to its verb
_SHORT = 4  # words of a place, of a wish


def told_apart(scan: Scan, sentence: Sentence) -> bool:
    """Whether a sentence after the first tells nothing that this meeting held, decided or asks for."""
    first, last = sentence.body, sentence.last
    return (
        they_elsewhere(scan, first) is not None
        or _shares_meal(scan, first, last)
        or _wishes(scan, first, last)
        or _deed_of_others(scan, first, last)
        or appointed(scan, first, last)
    )


def they_elsewhere(scan: Scan, first: int) -> int | None:
    """The word « ils » of « À Nîmes ils ont décidé », « Chez eux, ils ont voté », told from word `first` on; None elsewhere."""
    i = first + (scan.fold(first) in {"mais", "et"})
    if scan.fold(i) not in _PLACES or i + 2 >= len(scan):
        return None
    named = scan.fold(i + 1) in {"eux", "elles"}
    for k in range(i + 1, min(len(scan), i + 2 + _SHORT)):
        if scan.folds[k] in _THEY and k > i + 1:
            return k if named else None
        if scan.time_at[k] is not None or scan.group_at[k] is not None or not (scan.words[k].is_word or scan.sign(k) == ","):
            return None
        named = named or (scan.words[k].is_capital and not _named_before(scan, k))
    return None


def wished(scan: Scan, i: int) -> bool:
    """Whether « ce serait bien que », « nous avait écrit que » stands before the subject at word i: nobody has to do it."""
    k = i - 1 - (scan.fold(i - 1) in _ARTICLES)
    if k < 2 or scan.fold(k) not in _THAT:
        return False
    if scan.fold(k - 2) in {"avait", "avaient"} and _WROTE.at(scan.words, k - 2) is not None:
        return True
    return any(scan.fold(j) == "serait" and _is_it(scan, j - 1) for j in range(k - 1, max(0, k - _SHORT), -1))


def _is_it(scan: Scan, i: int) -> bool:
    return scan.fold(i) in {"ce", "ca", "ideal", "mieux"}


def _shares_meal(scan: Scan, first: int, last: int) -> bool:
    """« A midi j'ai mangé avec Émilie », no group told beside."""
    found = _MEALS.first(scan.words, first, min(last, first + _NEAR))
    return found is not None and not any(scan.group_at[k] is not None for k in range(first, last))


def _wishes(scan: Scan, first: int, last: int) -> bool:
    """« Ce serait chouette que », « L'idéal serait que », « Dans l'idéal », « Faudrait un jour »."""
    i = first
    while i < first + 2 and scan.fold(i) in _OPENERS:
        i += 1
    if scan.fold(i).startswith("faudra"):
        return _SOME_DAY.at(scan.words, i + 1) is not None
    if scan.folds[first] == "dans" and scan.fold(first + 2) == "ideal":
        return True
    verb = next((k for k in range(i, min(last, i + _SHORT)) if scan.folds[k] == "serait"), None)
    if verb is None or not _is_it(scan, verb - 1):
        return False
    return any(scan.folds[k] in _THAT for k in range(verb + 1, min(last, verb + _SHORT)))


def _deed_of_others(scan: Scan, first: int, last: int) -> bool:
    """« L'ARS vient d'annoncer », « Laurent nous attend lundi », « Karim nous avait écrit que »: none of it took place there."""
    near = range(first + 1, min(last, first + _NEAR))
    if scan.folds[first] in _ARTICLES and scan.fold(first + 1) in _SUPPLIERS and any(scan.folds[k] in _HANDS_IN for k in near):
        return True  # « Le livreur passe mardi »
    for k in near:
        person, thing = scan.person_at[k - 1], scan.thing_at[k - 1]
        if person is not None and person.last == k:
            if scan.folds[k] in _WISHING:
                return _told_before(scan, person, first)  # who wishes was there: the roll reads it of who is new
            return (_AWAITS.at(scan.words, k) or _WROTE.at(scan.words, k)) is not None and never_there(scan, person.first)
        if thing is not None and thing.last == k:
            return just_did(scan.words, k) or scan.folds[k] in _WISHING
    return False


def _told_before(scan: Scan, person: PersonMention, i: int) -> bool:
    """Whether somebody was named before word i."""
    known = scan.memo.get("first named")
    if not isinstance(known, dict):
        first: dict[int, int] = {}
        for k, who in enumerate(scan.person_at):
            for one in who.ids if who is not None else ():
                first.setdefault(one, k)
        known = scan.memo["first named"] = first
    return any(known.get(one, i) < i for one in person.ids)


def _named_before(scan: Scan, i: int) -> bool:
    """Whether word i was said before: the meeting itself may have been held there."""
    known = scan.memo.get("first said")
    if not isinstance(known, dict):
        known = scan.memo["first said"] = {said: k for k, said in reversed(list(enumerate(scan.folds)))}
    return known[scan.folds[i]] < i
