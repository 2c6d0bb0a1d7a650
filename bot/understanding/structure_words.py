"""Of which structure somebody is told to be, in words that the directory does not know: « (CCAS) », « de la Mission locale »."""

from __future__ import annotations

from bot.french.posts import opens_post
from bot.understanding.callings import is_calling
from bot.understanding.choosing import ARTICLES, ATTENDANCE
from bot.understanding.lexicon_files import words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.roll_openings import lined
from bot.understanding.scan import Scan
from bot.understanding.sentences import goes_on_listing
from bot.understanding.strangers import FIRST_NAMES, stranger_at
from bot.understanding.verbs import deed_at

_OF = frozenset({"de", "du", "des", "d"})
_FOR = frozenset({"pour", "pr", "represente", "representait", "representant", "representante", "chez"})
_LEADS = ARTICLES | _FOR | {"au", "aux"}
_JOINS = frozenset({"de", "du", "des", "d", "la", "le", "l", "les", "et", "pour", "en", "a", "au", "aux"})
_AFTER = frozenset({"et", "sur", "qui", "avec", "plus", "on", "etait", "etaient", "est", "pour", "dans", "a", "au"})
_ENDS = frozenset({",", "+", "(", ")", "&", ".", "\n", ";", "/", "|", "!", "…"})
_LONGEST = 8  # words
_DASHES = frozenset({"-", "–", "—", "/"})
_ASIDES = words_of("roll", "asides")  # « (arrivée à 15h) », « (en visio) »: how she was there, not for whom
_NEVER = words_of("roll", "never_structure")
_NAMED_AFTER = words_of("roll", "named_after")  # « collège Jean Moulin »: what bears somebody's name
_VISIO = PhraseTable({"visio": ["en visio", "à distance", "en distanciel", "par visio", "en visioconférence", "par téléphone", "visio"]})


def told_beside(scan: Scan, last: int, end: int, *, named: bool = True) -> tuple[str | None, int]:
    """The words of a structure told right after a name that ends before word `last`, and the word after; None and `last` if untold.

    `named`: it is a name, that what she is may follow: « Anne Noël, directrice du CCAS »; « CPE, infirmière » are two people.
    """
    if scan.sign(last) == "(":
        return _inside(scan, last, end)
    if _sigle(scan, last) and _free(scan, last):
        beyond = _past_words(scan, last, end)
        return (scan.slice(last, beyond), beyond) if beyond > last else (None, last)
    i = last + (scan.sign(last) == ",")
    if named and opens_post(scan.slice(i, i + 2)) and _free(scan, i):
        beyond = _past_words(scan, i, end, post=True)
        return (scan.slice(i, beyond), beyond) if beyond > i else (None, last)
    if named and i > last and _bare_calling(scan, i, end):
        return scan.slice(i, i + 1), i + 1
    if named and scan.sign(last) in _DASHES:
        return _behind_dash(scan, last, end)
    if not _opens(scan, i, apart=i > last):
        return None, last
    beyond = _past_words(scan, i, end)
    return (trimmed(scan, i, beyond), beyond) if beyond > i else (None, last)


def _bare_calling(scan: Scan, i: int, end: int) -> bool:
    """« Hugo Palisse, interne, »: what one is called alone between two signs; not the first of a list, « , infirmière, kiné »."""
    if not _one_calling(scan, i, end):
        return False
    if i + 1 >= end or scan.sign(i + 1) in {".", ")", ";", "\n", "!"}:
        return True
    return (scan.sign(i + 1) == "," or scan.folds[i + 1] in {"et", "excuse", "excusee"}) and not _one_calling(scan, i + 2, end)


def _one_calling(scan: Scan, i: int, end: int) -> bool:
    if i >= end or not scan.words[i].is_word or scan.words[i].is_capital or not _free(scan, i):
        return False
    return not scan.folds[i].endswith(("s", "x")) and is_calling(scan.folds[i])


def _behind_dash(scan: Scan, last: int, end: int) -> tuple[str | None, int]:
    """« Fatou Diallo - Croix-Rouge et… »: one structure behind a dash, where no list goes on with dashes."""
    i = last + 1
    told = i < end and scan.words[i].is_word and scan.words[i].is_capital and _free(scan, i)
    told = told and (stranger_at(scan, i, end) is None or (scan.text[scan.words[i].end :][:1] == "-" and scan.fold(i) not in FIRST_NAMES))
    beyond = _past_words(scan, i, end) if told and ATTENDANCE.at(scan.words, i) is None else i
    closed = beyond >= end or scan.sign(beyond) in {",", ";", ".", "\n", ")"} or scan.fold(beyond) == "et"
    return (scan.slice(i, beyond), beyond) if beyond > i and closed else (None, last)


def structure_of_line(scan: Scan, first: int, last: int) -> tuple[tuple[int, ...], int]:
    """The structure told after a name [first, last) that opens a line, and the word after it: « - Marie Leroy, CCAS d'Alès »."""
    if scan.sign(last) not in {",", "-", "–", "—", "/", "|", ":"} or not (lined(scan, first) or _parted(scan, first, last)):
        return (), last
    end = next((k for k in range(last + 1, min(len(scan), last + 12)) if scan.sign(k) in {"\n", ".", ";"}), min(len(scan), last + 12))
    inside = range(last + 1, end)
    told = any(at[k] is not None for k in inside for at in (scan.person_at, scan.time_at)) or any(
        ATTENDANCE.at(scan.words, k) is not None or scan.number_at[k] is not None or stranger_at(scan, k, end) is not None for k in inside
    )
    if told or not inside or not (end >= len(scan) or scan.sign(end) in {"\n", ".", ";"}):
        return (), last
    return tuple(dict.fromkeys(s for k in inside if (t := scan.thing_at[k]) is not None for s in t.structures)), end


def _parted(scan: Scan, first: int, last: int) -> bool:
    """Whether « ; » parts a name [first, last) and what follows it from the others: « Sophie Martin, CCAS ; Karim Benali, CAF »."""
    end = next((k for k in range(last + 1, min(len(scan), last + 12)) if scan.sign(k) in {"\n", ".", ";"}), last)
    return any(scan.sign(k) == ";" and goes_on_listing(scan, k) for k in (first - 1, end) if k >= 0)


def by_visio(scan: Scan, first: int, last: int) -> bool:
    """Whether « (en visio) » stands in words [first, last)."""
    return any(_VISIO.at(scan.words, i) is not None for i in range(first, min(last, len(scan))))


def trimmed(scan: Scan, first: int, last: int) -> str | None:
    """Those words without the signs and small words around them; None when nothing is left, or only an aside."""
    while first < last and (not _said(scan, first) or (scan.fold(first) in _LEADS and not _sigle(scan, first))):
        first += 1
    while first < last and not _said(scan, last - 1):
        last -= 1
    aside = first >= last or scan.fold(first) in _ASIDES or ATTENDANCE.at(scan.words, first) is not None
    return None if aside or any(scan.time_at[i] is not None for i in range(first, last)) else scan.slice(first, last)


def _said(scan: Scan, i: int) -> bool:
    return scan.words[i].is_word or scan.words[i].is_number


def _sigle(scan: Scan, i: int) -> bool:
    return len(scan.sign(i)) > 1 and scan.sign(i).isupper()


def _inside(scan: Scan, i: int, end: int) -> tuple[str | None, int]:
    """What stands between brackets that open at word i."""
    close = next((k for k in range(i + 1, min(end, i + 2 + 2 * _LONGEST)) if scan.sign(k) == ")"), None)
    if close is None or any(scan.person_at[k] is not None or scan.sign(k) == "\n" for k in range(i + 1, close)):
        return None, i
    if any(ATTENDANCE.at(scan.words, k) is not None for k in range(i + 1, close)) or stranger_at(scan, i + 1, close) is not None:
        return None, i
    return trimmed(scan, i + 1, close), close + 1


def _opens(scan: Scan, i: int, *, apart: bool) -> bool:
    """Whether « du », « de la », « pour le », « chez » at word i goes on to tell a structure; `apart`: after a comma."""
    if scan.fold(i) in _FOR - {"pour", "pr"} and not apart:
        return True
    if scan.fold(i) not in _OF | ({"pour", "pr"} if not apart else frozenset()):
        return False
    j = i + 1
    while scan.fold(j) in {"la", "l", "le", "les"}:
        j += 1
    if j >= len(scan) or not scan.words[j].is_word or scan.fold(j) in _NEVER or scan.time_at[j] is not None:
        return False
    return scan.words[j].is_capital or ((scan.fold(i) not in {"de", "d", "des"} or j > i + 1) and not _in_presence(scan, i))


def _in_presence(scan: Scan, i: int) -> bool:
    """« en présence de Zoé, de la CPAM et du planning familial »: each « de » lists somebody more."""
    return any(scan.folds[k] == "presence" for k in range(max(0, i - 40), i))


def _past_words(scan: Scan, i: int, end: int, *, post: bool = False) -> int:
    """The word after the structure (or the `post`) that word i opens; i if what follows is no whole piece of a list."""
    j = i
    while scan.fold(j) in _LEADS and not _sigle(scan, j):
        j += 1
    capital, k = j, j
    while k < min(end, j + _LONGEST) and _goes_on(scan, j, k, post=post) and not _another_name(scan, j, k, end):
        if scan.words[k].is_capital:
            capital = k + 1
        k += 1
    while k > j and scan.fold(k - 1) in _JOINS:
        k -= 1
    whole = (
        k >= end
        or _another_name(scan, j, k, end)
        or scan.sign(k) in _ENDS
        or scan.fold(k) in _AFTER
        or _article(scan, k)
        or (k > j and deed_at(scan.words, k) is not None)
        or scan.number_at[k] is not None
        or ATTENDANCE.at(scan.words, k) is not None
        or scan.time_at[k] is not None
    )
    return k if whole and k > j else i if post else capital if capital > j else i


def _another_name(scan: Scan, first: int, k: int, end: int) -> bool:
    """Whether somebody else is named at word k, told without a sign: « du ccas karim benali »; not « du collège Jean Moulin »."""
    if k <= first or scan.fold(k) not in FIRST_NAMES or scan.fold(k - 1) in _NAMED_AFTER | _JOINS:
        return False
    return stranger_at(scan, k, end) is not None


def _article(scan: Scan, i: int) -> bool:
    return scan.fold(i) in {"la", "le", "l", "les"} and not scan.words[i].is_capital


def _free(scan: Scan, i: int) -> bool:
    return all(at[i] is None for at in (scan.time_at, scan.person_at, scan.group_at))


def _goes_on(scan: Scan, first: int, k: int, *, post: bool) -> bool:
    """Whether word k still belongs to the name of the structure, or to the post, that begins at word `first`."""
    if not scan.words[k].is_word or any(at[k] is not None for at in (scan.time_at, scan.person_at, scan.group_at)):
        return False
    if scan.fold(k) in {"et", "avec", "plus", "qui", "on", "pour", "etait", "etaient", "est"} or ATTENDANCE.at(scan.words, k) is not None:
        return False
    if k > first and not scan.words[k].is_capital and (deed_at(scan.words, k) is not None or scan.number_at[k] is not None):
        return False
    if k > first and _article(scan, k) and scan.fold(k - 1) not in _OF | {"a", "pour", "tous", "dans"}:
        return False
    return post or not (k > first and scan.fold(k) in {"a", "au", "aux", "en", "dans", "sur"} and not scan.words[k].is_capital)
