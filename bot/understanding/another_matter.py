"""Where, in one breath with a patient's situation, the work of the group is told again: « … et puis Jérôme va proposer un atelier »."""

from __future__ import annotations

from bot.understanding.accompanied import is_age, is_case, is_sensitive, is_stranger, titled_strangers
from bot.understanding.deciding import group_decides
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at, is_task

_TURNS = PhraseTable({"turn": table("privacy")["another_matter"]["words"]})
_RELATIVES = words_of("privacy", "relatives")
_HIS = frozenset({"il", "elle", "ils", "elles", "lui", "leur", "son", "sa", "ses", "celui", "celle", "ce", "cette", "cela", "ca"})
_ADDS = frozenset({"rajoute", "ajoute"})
_CLITICS = frozenset({"le", "la", "les", "l", "lui", "leur", "en", "y"})


def another_matter(scan: Scan, first: int, last: int) -> int | None:
    """The first word of another matter among words [first, last), from which on nobody accompanied is meant any more."""
    strangers = titled_strangers(scan, first, last)
    free = max([first, *strangers, *(k for k in range(first, last) if _leads_back(scan, k, last))]) + 1
    for i in range(first + 1, last):
        if i >= free and _adds_hours(scan, i):
            return i
        turn = _TURNS.at(scan.words, i) if scan.folds[i] in _TURNS.openings else None
        if turn is not None and free <= turn.last < last and _opens_work(scan, turn.last, last):
            return turn.last
    return None


def _adds_hours(scan: Scan, i: int) -> bool:
    """Whether « je rajoute 1h10 de trajet » begins at word i, which no turn need announce."""
    time = scan.time_at[i + 2] if i + 2 < len(scan) else None
    return scan.fold(i) in {"je", "j"} and scan.fold(i + 1) in _ADDS and time is not None and time.seconds is not None


def _opens_work(scan: Scan, i: int, last: int) -> bool:
    """Whether somebody known who will do something, or what the group decides, begins at word i."""
    if group_decides(scan, i, last) is not None:
        return True
    person = scan.person_at[i]
    after = person.last if person is not None and person.first == i else i + 1 if scan.fold(i) in {"je", "j"} else None
    deed = deed_at(scan.words, after) if after is not None else None
    return deed is not None and deed[0] is Deed.WILL


def _leads_back(scan: Scan, i: int, last: int) -> bool:
    """Whether word i may still mean somebody accompanied: an illness, an age, a pronoun, « sa mère »."""
    said = scan.fold(i)
    if said in _HIS or said in _RELATIVES or is_age(scan, i) or is_case(scan, i) or is_stranger(scan, i):
        return True
    if is_sensitive(scan, i) and scan.group_at[i] is None and scan.thing_at[i] is None:
        return True
    return said in _CLITICS and i + 1 < last and (is_task(scan.words, i + 1) or deed_at(scan.words, i + 1) is not None)
