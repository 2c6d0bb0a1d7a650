"""To whom a message is written by name: « Bonjour Mme Roux, », « Jérôme, tu… »; being written to tells nobody present."""

from __future__ import annotations

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.person_mentions import title_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.strangers import FIRST_NAMES

_GREETINGS = words_of("letters", "greetings")
_AFTER_NAME = words_of("letters", "after_name")
_YOU = words_of("letters", "you")
HEARD = PhraseTable({"heard": table("letters")["heard"]["words"]})
_CAN = frozenset({"peux", "pouvez", "pourrais", "pourriez", "pensez", "viens", "venez"})
_HAVE = frozenset({"es", "as", "etais", "avais", "auras", "seras"})
_SIGNS = frozenset({",", "!", ".", "\n", ":", "-", "–", "—", ";", "…"})
_TELLS = frozenset({"je", "j", "pour", "de", "a"})  # « je vous informe », « pour te dire », « bien à vous »


def addressee(scan: Scan) -> tuple[int, int] | None:
    """The words [first, last) of the names to whom a message is written, its author's apart; None where it is written to nobody."""
    first = 0
    while scan.fold(first) in _GREETINGS:
        first += 1
    greeted = first > 0
    first += greeted and scan.sign(first) == ","
    greeted = greeted and scan.sign(first - 1) != ","
    name = _past_name(scan, first)
    if name is None:
        return None
    last = name
    while scan.fold(last) in {"et", "&"} or (greeted and scan.sign(last) == ","):
        another = _past_name(scan, last + 1)
        if another is None:
            break
        last = another
    person = scan.person_at[name - 1]
    if person is not None and person.ids == (scan.hearing.author_id,):
        return None
    return (first, last) if _is_spoken_to(scan, last, greeted=greeted) else None


def _past_name(scan: Scan, i: int) -> int | None:
    """The word after a name, its civility included, that begins at word i."""
    titled = title_of(scan.words, i) is not None
    at = i + titled + (titled and scan.sign(i + 1) == ".")
    if at >= len(scan):
        return None
    person = scan.person_at[at]
    if person is not None:
        return person.last
    known = scan.fold(at) in FIRST_NAMES or (titled and scan.words[at].is_capital)
    return at + 1 if known and scan.group_at[at] is None else None


def _is_spoken_to(scan: Scan, i: int, *, greeted: bool) -> bool:
    """Whether what follows a name at word i speaks to who bears it, rather than of them: « tu peux… », « je vous… », a sign."""
    if greeted and (scan.sign(i) in _SIGNS or i >= len(scan) or scan.fold(i) in _AFTER_NAME):
        return True
    if greeted and (scan.group_at[i] is not None or scan.time_at[i] is not None):
        return True
    i += scan.sign(i) in {",", "!"}
    said, after = scan.fold(i), scan.fold(i + 1)
    asks = (said, after, scan.fold(i + 2)) == ("est", "ce", "que")
    return said == "tu" or said in _CAN or (said == "t" and after in _HAVE) or (said == "vous" and after.endswith("ez")) or asks


def says_you(scan: Scan, first: int) -> bool:
    """Whether « tu », « vos » is said from word `first` on, but in « je te raconte », « s'il vous plaît »."""
    for k in range(first, len(scan)):
        if scan.folds[k] not in _YOU or scan.fold(k - 1) == "rendez" or scan.fold(k + 1) == "plait":
            continue
        if scan.folds[k] in {"te", "t", "vous"} and scan.fold(k - 1) in _TELLS:
            continue
        return True
    return False


def tells_of_you(scan: Scan) -> bool:
    """Whether a message speaks to somebody of being at a meeting, before it names it: « vous étiez 9 au GT… », « tu viens au… »."""
    found = HEARD.first(scan.words)
    if found is None or scan.fold(found.first - 1) == "rendez":
        return False
    return not any(scan.group_at[k] is not None or ((t := scan.time_at[k]) is not None and t.ends is not None) for k in range(found.first))
