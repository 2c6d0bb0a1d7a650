"""Which state the words of a list give to people: present, excused, absent, for those named before them or after."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState
from bot.understanding.away_words import AFTER_ONLY
from bot.understanding.callings import called
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.lexicon_files import words_of
from bot.understanding.phrases import Found
from bot.understanding.roll_ahead import announced_ahead, only_in_part
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.verbs import deed_at

STATES = {"excused": AttendanceState.EXCUSED, "absent": AttendanceState.ABSENT, "represented": AttendanceState.REPRESENTED}
_PREFIX_ONLY = frozenset(
    {"a l exception de", "a l exception du", "a l exception des", "a l exception d", "exception faite de", "a l exclusion de"}
    | {
        "sf",
        "mis a part",
        "sans",
        "sauf",
        "hormis",
        "excepte",
        "manquait",
        "manquaient",
        "il manquait",
        "a part",
        "moins",
        "pas vu",
        "personne de",
    }
    | {*("en l absence de", "en l absence d", "en l absence du", "absence de", "absence d", "absence du", "e :", "a :", "absences")}
)
_BETWEEN = words_of("cues", "between")
_PLURALS = frozenset({"ont", "sont", "etaient", "avaient", "toutes", "tous", "deux"})
_NO_PLURAL = frozenset({"pas", "nous", "notres", "repos", "abs", "conges", "vacances", "ailleurs"})
_MANY = frozenset({"beaucoup", "bcp", "trop", "plein", "mal", "peu", "pas", "tas", "tant", "autant", "plus"})
_EVERYBODY = frozenset({"monde", "tlm", "membres", "autres", "groupe"})
ENDS_LIST = frozenset({".", "\n", ";", "!", "?"})


_NOTHING_NEW = frozenset({"ras", "rien", "bien", "ok", "nickel", "valide", "validee", "adopte", "adoptee", "fait", "fini"})


def means_presence(scan: Scan, cue: Found) -> bool:
    """Whether a cue speaks of who was there: not « sans urgence », « ok pour », « représente la direction »."""
    if _of_something_else(scan, cue):
        return False
    if scan.fold(cue.first) == "sans":
        return scan.sign(cue.last) == ":" or someone_at(scan, min(cue.last, len(scan) - 1))
    if cue.tag in {"absent", "excused"} and scan.fold(cue.first - 1) in {"d", "de"} and scan.fold(cue.first - 2) in _MANY:
        return False  # « beaucoup d'absents, juste Jérôme »
    if scan.fold(cue.first) == "sf":  # « ts là sf la CAF », not « une sf libérale »
        return scan.fold(cue.first - 1) in {"la", "ts", "tous", "tlm", "monde", "presents", "complet", "membres"}
    if scan.fold(cue.first) == "moins" and scan.fold(cue.first - 1) in {"au", "du", "ou", "de", "encore"}:
        return False  # « il y avait au moins Florence »
    if cue.tag == "everyone" and not _all_were_there(scan, cue):
        return False
    if cue.tag == "excused" and only_in_part(scan, cue):
        return False
    unable = scan.fold(cue.last - 1) == "pu" or scan.fold(cue.last - 2) in {"pouvait", "pouvaient"}
    if unable and not closes(scan, cue.last):
        return False  # « Florence n'a pas pu présenter le bilan »
    if scan.fold(cue.first) in {"pris", "prise", "prises"} and scan.fold(cue.last - 1) == "par":
        return _somebody_before(scan, cue.first)
    if scan.fold(cue.first) == "ok":
        return scan.person_at[cue.first - 1] is not None
    ending = scan.sign(cue.last - 1)
    if scan.fold(cue.first) in {"presente", "presentes"}:
        return not ending.endswith(("é", "és")) and scan.fold(cue.first - 1) not in {"a", "ont", "ai", "avons", "avait"}
    return cue.tag != "represented" or scan.fold(cue.last - 1) in {"par", "a"} or ending.endswith(("é", "ée", "és", "ées"))


def _of_something_else(scan: Scan, cue: Found) -> bool:
    """Whether « y compris la salle », « RAS sauf les délais du CMP » stands there: nobody is told."""
    if scan.fold(cue.last - 1).startswith("retenu") and scan.fold(cue.first - 2) in {"nous", "m"}:
        return scan.fold(cue.first - 1) in {"a", "ont"}  # « le Dr Bouzid nous a retenus »
    if scan.fold(cue.last - 1) in {"comptant", "compris", "incluant"}:
        return not (someone_at(scan, min(cue.last, len(scan) - 1)) or called(scan, cue.last + 1, cue.last + 2))
    return scan.fold(cue.first) in {"sauf", "sf"} and scan.fold(cue.first - 1) in _NOTHING_NEW


def only_after(scan: Scan, cue: Found) -> bool:
    """Whether a cue only says the state of those just named: « nous a lâchés », « en formation »."""
    return " ".join(scan.folds[cue.first : cue.last]) in AFTER_ONLY


def _somebody_before(scan: Scan, i: int) -> bool:
    """Whether somebody is named before word i, over « étaient »: « Fabre pris par le salon », not « décision prise par le Copil »."""
    k = i - 1
    while k >= 0 and (
        scan.fold(k) in {"etait", "etaient", "est", "sont", "aussi", "deja", "tous", "deux", "les"} or scan.sign(k) in {",", ")"}
    ):
        k -= 1
    thing = scan.thing_at[k] if k >= 0 else None
    return k >= 0 and (scan.person_at[k] is not None or (thing is not None and bool(thing.structures)))


_OPENS_CLAUSE = frozenset({"et", "mais", "car", "donc", "voila", "il", "elle", "ils", "elles", "parce", "puisque"})
_SAVE = frozenset({"sauf", "sf", "moins", "hormis", "excepte", "hors", "sans", "a"})


def _all_were_there(scan: Scan, cue: Found) -> bool:
    """Whether « tout le monde » is said of who was there: not « tout le monde a pu parler », « ok pour tout le monde »."""
    if scan.fold(cue.last - 1) == "complet":
        return scan.thing_at[cue.first - 1] is None  # « l'équipe Reseda au complet »
    if scan.fold(cue.last - 1) not in _EVERYBODY:
        return True
    if scan.fold(cue.first - 1) in {"pour", "par", "a", "de", "d", "que", "chez", "envers", "selon"}:
        return False
    told = cue.last + (scan.fold(cue.last) in {"etait", "etaient", "est", "sont"})
    if (away := ATTENDANCE.at(scan.words, told)) is not None and away.tag in {"excused", "absent"} and scan.fold(told) not in _SAVE:
        return False  # « tout le monde était excusé sauf Zoé »
    return deed_at(scan.words, cue.last) is None or any(
        ATTENDANCE.at(scan.words, k) is not None or scan.fold(k) in {"la", "venu", "venus"} for k in (cue.last, cue.last + 1, cue.last + 2)
    )


def closes(scan: Scan, i: int) -> bool:
    """Whether a clause ends before word i."""
    return i >= len(scan) or not scan.words[i].is_word or scan.fold(i) in _OPENS_CLAUSE


def applies_back(scan: Scan, cue: Found, items: list[Item], fresh: int) -> bool:
    """Give an away state to the people just named (« Sophie Martin et la PMI excusées »); False if it announces those who follow."""
    first, last = cue.first, cue.last
    if _takes_up(scan, cue, items):
        _mark(items, len(items) - 1, STATES[cue.tag])
        return True
    said = " ".join(w.fold for w in scan.words[first:last])
    if (
        not items
        or said in _PREFIX_ONLY
        or scan.sign(last) == ":"
        or (scan.sign(last) == "." and scan.sign(last + 1) == ":")
        or _announces(scan, cue, items)
        or _far(scan, items[-1].last, first)
    ):
        return False
    told = _told_by(scan, cue, items, fresh)
    if announced_ahead(scan, cue, items[told].first):
        if "qui" not in scan.folds[items[-1].last : first]:
            del items[told:]  # « Karim sera absent en janvier » tells nothing of today
        return True
    for k in range(told, len(items)):
        _mark(items, k, STATES[cue.tag])
    return True


def _told_by(scan: Scan, cue: Found, items: list[Item], fresh: int) -> int:
    """The first of those at the end of the list whom a cue is said of: both of « Karim et Sophie excusés », one of « excusé »."""
    verbs = {scan.fold(k) for k in range(max(cue.first - 1, 0), cue.last)}
    by = scan.fold(cue.last - 1) == "par"
    ends = scan.fold(cue.first if by else cue.last - 1)
    ours = only_after(scan, cue) and (not scan.sign(cue.last - 1).endswith(("és", "ées")) or scan.fold(cue.first) in {"nous", "m", "aux"})
    plural = (
        (ends.endswith("s") and ends not in _NO_PLURAL and not ours)
        or bool(verbs & _PLURALS)
        or any(v.endswith(("ront", "aient")) for v in verbs)
    )
    k = len(items) - 1
    together = not any(item.tied for item in items[fresh:]) and ends != "pris"  # « Lucie, Karim pris par… » is Karim alone
    while plural and k > fresh and (items[k].tied or (k == len(items) - 1 and together)):
        k -= 1
    return k


def _takes_up(scan: Scan, cue: Found, items: list[Item]) -> bool:
    """Whether « en fait il était excusé » says more of the one just told absent."""
    if cue.tag != "excused" or not items or items[-1].presence.state is not AttendanceState.ABSENT or not items[-1].said_state:
        return False
    return any(scan.fold(k) in {"il", "elle", "ils", "elles"} for k in range(max(items[-1].last, cue.first - 3), cue.first)) and not (
        cue.last < len(scan) and someone_at(scan, cue.last)
    )


def _announces(scan: Scan, cue: Found, items: list[Item]) -> bool:
    """Whether somebody named right after the cue is meant: « Philippe excusée Isabelle »."""
    named = cue.last < len(scan) and (someone_at(scan, cue.last) or stranger_at(scan, cue.last, len(scan)) is not None)
    return named and scan.sign(cue.first - 1) != "(" and not _agrees(scan, items, scan.fold(cue.last - 1))


def _far(scan: Scan, between: int, first: int) -> bool:
    """Whether other words than small ones stand between the last person and an away word."""
    words = range(between, first)
    if any(scan.sign(k) in ENDS_LIST or (scan.words[k].is_word and scan.fold(k) not in _BETWEEN) for k in words):
        return True
    apart = scan.sign(first - 1) == "," and first - between > 1
    return apart and scan.sign(between) != "," and scan.fold(between) != "en"


def someone_at(scan: Scan, i: int) -> bool:
    """Whether somebody is named at word i, over an article."""
    j = i + 1 if scan.fold(i) in {"la", "le", "l"} and i + 1 < len(scan) else i
    person, thing = scan.person_at[j], scan.thing_at[j]
    return (person is not None and person.first == j) or (thing is not None and thing.first == j and bool(thing.structures))


def _agrees(scan: Scan, items: list[Item], cue: str) -> bool:
    """Whether « excusé », « excusée » can be said of the person just named, and only of one."""
    person = items[-1].presence.person_id
    if person is None or cue in {"exc", "excuses", "absents"}:
        return False
    feminine = cue.endswith("ee") or cue == "absente"
    civility = scan.index.people[person].civility
    return civility is None or civility.startswith("Mme") == feminine


def _mark(items: list[Item], k: int, state: AttendanceState) -> None:
    before = items[k].presence.state
    if state is AttendanceState.REPRESENTED and items[k].presence.structure_id is not None and items[k].presence.said is None:
        state = AttendanceState.PRESENT  # « la CAF était représentée »: somebody came for it
    if not (before is AttendanceState.EXCUSED and state is AttendanceState.ABSENT):
        items[k].presence = replace(items[k].presence, state=state)
    items[k].said_state = True


def like_the_last(scan: Scan, items: list[Item], item: Item) -> None:
    """« Julie excusée, la CAF aussi »; « Aminata non »."""
    beyond = scan.fold(item.last)
    neither = beyond == "non" and scan.fold(item.last + 1) == "plus"  # « Élise n'était pas là, Fatima non plus »
    if neither or (beyond in {"aussi", "egalement", "pareil", "itou", "idem"} and len(items) > 1 and items[-2].said_state):
        item.presence = replace(item.presence, state=items[-2].presence.state)
        item.said_state = True
    elif beyond == "non" and scan.sign(item.last + 1) in {".", ",", ";", "", "\n", "/", "-", ")", "|"}:
        item.presence = replace(item.presence, state=AttendanceState.ABSENT)
        item.said_state = True


def unnamed(item: Item) -> bool:
    """Whether a line tells somebody of no directory, or so many people."""
    return item.presence.person_id is None and item.presence.structure_id is None and not item.presence.candidates
