"""Whether a number of people is of another occasion, or of those only expected: « en 2025 on était 14 », « 20 inscrits »."""

from __future__ import annotations

from enum import IntEnum

from bot.understanding.counts_apart import of_another_whole
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_OTHER_TIMES = PhraseTable({"other": table("counts")["other_times"]["words"]})
_ENDINGS = frozenset(spaced(said).split()[-1] for said in table("counts")["other_times"]["words"])
_THIS_TIME = PhraseTable({"here": table("counts")["this_time"]["words"]})
_CAME = PhraseTable({"came": table("counts")["came"]["words"]})
_EXPECTED = words_of("counts", "expected")
_ENROLLED = words_of("counts", "enrolled")
_INVITED = frozenset({"invites", "invitees"})
_FORESEEN = frozenset({"prevu", "prevus", "attendu", "attendus"})
_SUPPOSED = frozenset({"devait", "devions", "aurait", "aurions"})
_MONTHS = words_of("counts", "months")
_SUBJECTS = frozenset({"on", "nous", "ils", "elles", "y", "il"})
_TURNS = frozenset({"mais", "finalement", "final", "la", "aujourd", "cette", "donc", "desormais", "maintenant"})
_GOES_ON = frozenset({"de", "du", "des", "d", "en", "avec", "chez", "par", "nous", "me", "voir", "se", "pour"})
_ONLY = frozenset(
    {"que", "qu", "plus", "a", "environ", "seulement", "une", "etait", "etions", "etaient", "avait", "etre", "n", "on", "nous"}
)
_REACH = 9  # words: how far before a number its clause may begin
_FIRST_YEAR = 2000


class Other(IntEnum):
    """How surely a number counts none of those who came."""

    NO = 0
    MAYBE = 1  # « en juin on était 12 »: the total, unless another one is told
    SURE = 2


def of_another_occasion(scan: Scan, first: int, last: int) -> Other:
    """How surely the number of words [first, last), its noun included, is of another occasion or of those only expected."""
    if scan.fold(first - 1) in {"sur", "contre", "vs"} or scan.fold(last) in _EXPECTED or scan.fold(last - 1) in _ENROLLED:
        return Other.SURE
    if scan.fold(first - 1) in _ENROLLED | _FORESEEN or (scan.sign(first - 1) == ":" and scan.fold(first - 2) in _ENROLLED):
        return Other.SURE  # « Inscrits : 18, venus : 13 »
    if of_another_whole(scan, first, last):
        return Other.SURE
    invited = Other.MAYBE if scan.fold(last - 1) in _INVITED else Other.NO  # « 25 invités, 7 venus »
    return max(_told_before(scan, first), _told_behind(scan, last), invited)


def _told_before(scan: Scan, first: int) -> Other:
    """« la dernière fois on était », « en 2025, », « on attendait » before the number at word `first`, in its clause."""
    for k in range(first - 1, max(-1, first - _REACH), -1):
        if scan.sign(k) in {".", ";", "\n", "!", "?", "(", ")", ":"} or (scan.sign(k) == "," and not _other_ends(scan, k)):
            return Other.NO
        if scan.fold(k) in _EXPECTED and scan.fold(k - 1) in {"on", "nous", "en", "il"}:
            supposed = scan.fold(k) in _SUPPOSED and scan.fold(k + 1) == "etre"  # « on devait être une douzaine »
            return Other.MAYBE if supposed else Other.SURE
        if _other_ends(scan, k + 1):
            return Other.SURE
        if scan.fold(k) in _MONTHS and scan.fold(k - 1) == "en" and scan.fold(k + 1) in _SUBJECTS:
            return Other.MAYBE
        if scan.fold(k) in _TURNS and (k < first - 1 or scan.fold(k) in {"mais", "finalement"}) and scan.fold(k - 1) != "a":
            return Other.NO
    return Other.NO


def _other_ends(scan: Scan, i: int) -> bool:
    """Whether « la dernière fois », « l'an passé », « en 2025 » ends just before word i; « la dernière fois » may head what changes it."""
    for k in range(max(0, i - 4), i if scan.fold(i - 1) in _ENDINGS else 0):
        found = _OTHER_TIMES.at(scan.words, k)
        if found is not None and found.last == i:
            compared = scan.fold(k - 1) in {"que", "qu"}  # « moins de monde que d'habitude, 5 en tout »
            return not compared and k > _first_told(scan)
    number = scan.number_at[i - 1] if i else None
    year = number.whole if number is not None else None
    return scan.fold(i - 2) == "en" and year is not None and _FIRST_YEAR <= year < scan.hearing.now.year


def _told_behind(scan: Scan, last: int) -> Other:
    """« 14 l'an dernier », « 12 (la dernière fois) » behind the number that ends before word `last`."""
    i = last + (scan.sign(last) == "(")
    if scan.fold(i) == "en" and scan.fold(i + 1) in _MONTHS:
        return Other.MAYBE  # « 7 présents (11 en janvier) »
    i += scan.fold(i) in {"a", "lors", "pour"}
    found = _OTHER_TIMES.at(scan.words, i)
    if found is None or (i == last and scan.fold(found.last) in _SUBJECTS | {"j", "je", "c", "l"}):
        return Other.NO  # « on était neuf la dernière fois on avait dit que… », told without signs
    return Other.SURE


def came(scan: Scan, i: int) -> int | None:
    """The word after « venus », « étaient là » at word i, told of a number just before it; None if it goes on (« venus d'Anduze »)."""
    found = _CAME.at(scan.words, i + (scan.fold(i) in {"seulement", "finalement", "personnes", "pers"}))
    return found.last if found is not None and scan.fold(found.last) not in _GOES_ON else None


def told_this_time(scan: Scan, first: int) -> bool:
    """Whether « cette fois », « là » stands before the number at word `first`, another occasion told earlier: « en 2025 14, là 8 »."""
    k = first
    while k > 0 and (scan.fold(k - 1) in _ONLY or scan.sign(k - 1) == ":"):
        k -= 1
    here = any((found := _THIS_TIME.at(scan.words, j)) is not None and found.last == k for j in range(max(0, k - 4), k))
    return here and k > _first_other(scan)


def _first_told(scan: Scan) -> int:
    """The first word of a group or of a time; past the last word where none is told."""
    known = scan.memo.get("first told")
    if not isinstance(known, int):
        known = next((i for i in range(len(scan)) if scan.group_at[i] is not None or scan.time_at[i] is not None), len(scan))
        scan.memo["first told"] = known
    return known


def _first_other(scan: Scan) -> int:
    """Where another occasion was told first; past the last word where none was."""
    known = scan.memo.get("first other occasion")
    if not isinstance(known, int):
        known = next((j for j in range(1, len(scan)) if _other_ends(scan, j) or _month_before(scan, j)), len(scan))
        scan.memo["first other occasion"] = known
    return known


def _month_before(scan: Scan, i: int) -> bool:
    return scan.fold(i - 1) in _MONTHS and scan.fold(i - 2) == "en"


def share(scan: Scan, i: int) -> tuple[int, int] | None:
    """Those who came of « présents : 4/7 », « 9 sur 14 » from word i on, and the word after it."""
    parted = scan.sign(i + 1) == "/" or scan.fold(i + 1) == "sur"
    if not parted or not (scan.sign(i).isdigit() and scan.sign(i + 2).isdigit()) or scan.sign(i + 3) == "/":
        return None
    there, all_of_them = int(scan.sign(i)[:4]), int(scan.sign(i + 2)[:4])
    return (there, i + 3) if 1 <= there <= all_of_them else None
