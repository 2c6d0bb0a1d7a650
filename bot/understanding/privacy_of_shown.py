"""Whether one person shown by a periphrasis, an initial or a file is told of: « la petite du 3e a refait une TS », « Dossier 2 : … »."""

from __future__ import annotations

from bot.understanding.accompanied import is_age, is_sensitive
from bot.understanding.lexicon_files import words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_BEFALLS = PhraseTable({"what": words_of("situations", "befalls") | words_of("situations", "states") | words_of("situations", "deeds")})
_FAREWELLS = PhraseTable({"thought": words_of("situations", "thoughts")})
_NAMED_ONES = (words_of("situations", "someone") | words_of("situations", "shown")) - {"femme"}  # « la femme enceinte » is a theme
_ONES = words_of("situations", "one")
_TRADES = words_of("situations", "trades")
_SMALL = words_of("situations", "small")
_WORKS = words_of("situations", "themes") | words_of("situations", "works")
_SPEAKS = words_of("situations", "speaks")
_SEARCHES = words_of("situations", "searches")
_SERVICES = words_of("privacy", "services")
_CASES = frozenset({"dossier", "cas", "situation", "vignette"})
_WHO = _NAMED_ONES | _ONES | _TRADES | _CASES | {"celle", "celui", "petite", "petit", "ans"}
_INDEFINITE = frozenset({"un", "une", "1"})
_SHOWS = frozenset({"cette", "cet", "ce", "notre", "ma", "mon", "sa", "son", "ta", "ton", "votre", "leur"})
_DEFINITE = frozenset({"la", "le", "l", "du", "au"})
_OF = frozenset({"de", "d", "du", "des", "au", "aux", "a", "chez", "avec", "en"})
_ARTICLES = frozenset({"la", "le", "l", "les", "un", "une", "des", "du", "de", "d", "son", "sa", "ses", "mon", "ma", "cote", "rue", "st"})
_THAT = frozenset({"dont", "que", "qu"})
_SELF = frozenset({"qui", "elle", "il", "c", "celle", "celui", "lui", "et", "ca", "se", "s", "y", "n", "ne", "en", "m", "l"})
_IS = frozenset({"est", "etait", "serait", "reste", "vit", "sort", "sortait", "revient", "revenue", "revenu", "devenue", "devenu"})
_HAS = frozenset({"a", "avait", "aurait", "fait", "refait", "souffre", "prend", "vient", "ete", "eu", "recommence", "suit"})
_INNER = frozenset(
    {
        *("e", "eme", "er", "dans", "encore", "deja", "re", "toujours", "tjs", "tres", "plus", "pas", "bien", "aussi"),
        *("par", "pour", "sous", "grosse"),
    }
)
_LINKS = _IS | _HAS
_REACH = 16  # words from somebody to what is told
_SHOWN_BY = 5  # words of « dont on parlait lundi »


def told_of_shown(scan: Scan, first: int, last: int) -> int | None:
    """The word of a sentence from which one person, shown however, is told in a situation."""
    if _WHO.isdisjoint(scan.folds[first:last]):
        return _thought_of(scan, first, last)
    for i in range(first, last):
        said = scan.folds[i]
        if said in _WHO and scan.group_at[i] is None and _is_told(scan, i, first, last):
            return i
    return _thought_of(scan, first, last)


def _is_told(scan: Scan, i: int, first: int, last: int) -> bool:
    said = scan.folds[i]
    if said == "ans":
        return _initial_aged(scan, i, first)
    if said in _CASES:
        number = next((k for k in range(i + 1, min(last, i + 4)) if scan.words[k].is_number), last)
        return _case_told(scan, number + 1, last)
    if said in {"celle", "celui"}:
        follows = scan.fold(i + 1)
        return (follows == "qui" or follows in _OF) and _told_behind(scan, i + 1, last, bare=False, told_by_verb=follows != "qui")
    if said in _SMALL and (scan.fold(i + 1) in _NAMED_ONES | _ONES or scan.fold(i + 1) not in _OF):
        return False  # « la petite fille »: told at the noun; « la petite salle »
    shown = _how_shown(scan, i, first)
    if not shown or _general(scan, i, first, last):
        return False
    named = said in _NAMED_ONES or said in _SMALL
    identified = shown == "own" or scan.fold(i + 1) in _THAT or (scan.fold(i + 1) in _OF and _places(scan, i + 1, last))
    if shown == "the" and not named and not identified:
        return False
    return _told_behind(scan, i + 1, last, bare=(named or identified) and said not in _TRADES, told_by_verb=said in _TRADES)


def _how_shown(scan: Scan, i: int, first: int) -> str:
    """« own » (« notre collègue »), « the » or « one »; empty: nobody shown."""
    k = i - 1
    while k > first and scan.fold(k) in _SMALL:
        k -= 1
    before = scan.fold(k) if k >= first else ""
    if before in _SHOWS:
        return "own"
    if before in _DEFINITE:
        return "the"
    return "one" if before in _INDEFINITE else ""


def _places(scan: Scan, i: int, last: int) -> bool:
    """Whether « de Salindres », « du 3e », « de la dernière fois » at word i tells which one it is."""
    if scan.fold(i) in {"du", "au"} or scan.fold(i + 1) in {"la", "l"}:
        return True
    return any(scan.words[k].is_capital or scan.fold(k)[:1].isdigit() for k in range(i + 1, min(last, i + 4)))


def _general(scan: Scan, i: int, first: int, last: int) -> bool:
    """Whether the person at word i is anybody: « film sur la dame… », « comment aider un patient… »."""
    if any(scan.fold(k) in _WORKS for k in range(max(first, i - 5), i)):
        return True
    if any(scan.fold(k) == "sur" for k in range(i + 1, min(last, i + 4))):
        return True
    return any(scan.fold(k) in _SEARCHES for k in range(first, min(i, first + 4)))


def _told_behind(scan: Scan, i: int, last: int, *, bare: bool, told_by_verb: bool = False) -> bool:
    """Whether what befell her comes at word i, behind what shows who it is.

    `bare`: an illness without a verb too, « son voisin, Alzheimer »; `told_by_verb`: nothing at all without a verb.
    """
    k, verb, end = i, False, min(last, i + _REACH)
    while k < end:
        said = scan.fold(k)
        if (verb or not told_by_verb) and _befalls(scan, k, last, verb=verb or bare):
            return True
        if said in _WORKS | _SPEAKS or scan.sign(k) in {";", ":", "("} or scan.group_at[k] is not None:
            return False
        if said in _THAT and not verb:
            k = _past_relative(scan, k, end)
        elif said in _LINKS and not (said == "a" and scan.sign(k) == "à"):
            k, verb = k + 1, True
        elif said in _SELF | _INNER or (verb and said in _ARTICLES):
            k += 1
        elif scan.sign(k) in {",", "-", "–"}:
            k, verb = k + 1, False
        elif said in _OF and not verb:
            k = _past_complement(scan, k, end)
        elif not verb and (scan.words[k].is_capital or scan.words[k].is_number or said[:1].isdigit() or said == "ans"):
            k += 1
        else:
            k, verb = _next_clause(scan, k, end, relative=scan.fold(i) == "qui"), False
    return False


def _past_relative(scan: Scan, k: int, end: int) -> int:
    """The word after « dont on parlait », « qu'on a vue lundi » at word k."""
    stop = min(end, k + 1 + _SHOWN_BY)
    return next((n for n in range(k + 2, stop) if scan.sign(n) == "," or scan.fold(n) in {"c", "est"}), min(stop, k + 3))


def _past_complement(scan: Scan, k: int, end: int) -> int:
    """The word after « au chien », « de l'EHPAD des Fumades », « du 3e » at word k."""
    k += 1
    while k < end and scan.fold(k) in _ARTICLES:
        k += 1
    after = scan.fold(k + 2)  # « au vélo rouge s'est », « de la dernière fois a »
    spare = after in _LINKS or after in _SELF or after in _THAT or scan.sign(k + 2) == ","
    return k + 1 + (spare and scan.fold(k + 1) not in _LINKS | _SELF | _THAT | _OF and scan.words[min(k + 1, end - 1)].is_word)


def _next_clause(scan: Scan, k: int, end: int, *, relative: bool) -> int:
    """Where the same person is taken up again: behind a comma or « et », before « qui », « elle », a verb.

    `relative`: her own verb comes behind a clause, « la dame qui vient au café a été… ».
    """
    for n in range(k, end - 1):
        if (scan.sign(n) == "," or scan.fold(n) == "et") and scan.fold(n + 1) in _SELF | _LINKS:
            return n + 1
        if relative and scan.fold(n) in {"a", "est"} and scan.sign(n) != "à":
            return n
    return end


def _befalls(scan: Scan, k: int, last: int, *, verb: bool) -> bool:
    """Whether what befalls somebody stands at word k; `verb`: an illness alone is enough."""
    if scan.group_at[k] is not None or scan.thing_at[k] is not None or scan.fold(k - 1) == "contre":
        return False
    found = _BEFALLS.at(scan.words, k)
    if found is not None and found.last <= last:
        return True
    return verb and scan.fold(k) not in _SERVICES and is_sensitive(scan, k)


def _case_told(scan: Scan, i: int, last: int) -> bool:
    """Whether « : sortie d'UMD, logement perdu » stands at word i, behind « Dossier 2 »."""
    if scan.sign(i) not in {":", ",", "-", "–", "(", "="}:
        return False
    told = next((k for k in range(i + 1, last) if _befalls(scan, k, last, verb=True)), None)
    return told is not None and not any(scan.fold(k) in _WORKS for k in range(i, told))


def _initial_aged(scan: Scan, i: int, first: int) -> bool:
    """« K., 15 ans »: an initial alone with an age."""
    k = i - 2
    while k > first and scan.sign(k) in {",", ".", "("}:
        k -= 1
    return k >= first and len(scan.fold(k)) == 1 and scan.words[k].is_capital and is_age(scan, i - 1)


def _thought_of(scan: Scan, first: int, last: int) -> int | None:
    """Where « une pensée pour Éric, opéré hier » begins."""
    found = _FAREWELLS.first(scan.words, first, last)
    if found is None or not any(is_sensitive(scan, k) for k in range(found.last, last)):
        return None
    return found.first
