"""Whether a subject shares the verb of who spoke before: « Dr Caron a expliqué la file d'attente, l'UNAFAM le programme Profamille »."""

from __future__ import annotations

from bot.understanding.choosing import ARTICLES
from bot.understanding.clauses import is_to_come
from bot.understanding.lexicon_files import words_of
from bot.understanding.roll_deeds import speaks, speaks_in_turn
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan

_HIS = words_of("verbs", "his_things")
_HERS = words_of("verbs", "her_things")
_FAR = 24  # words between who spoke and who goes on
_NEAR = 8  # words in which a day would bind


def speaks_of_thing(scan: Scan, i: int, after: int, verb: int) -> bool:
    """Whether what looks like the verb of the subject at word i is the thing that it told of, another having told the first one."""
    said, noun = scan.fold(after), scan.fold(verb)
    agrees = (said == "le" and noun in _HIS) or (said == "la" and noun in _HERS) or (said == "l" and noun in _HIS | _HERS)
    stop = next((k for k in range(verb, min(len(scan), verb + _NEAR)) if scan.sign(k) in {".", "\n", ";"}), min(len(scan), verb + _NEAR))
    if verb != after + 1 or not agrees or is_to_come(scan, verb, stop):
        return False
    opens = i - (scan.fold(i - 1) in ARTICLES)
    return (scan.sign(opens - 1) == "," or scan.fold(opens - 1) == "et") and _spoke_before(scan, opens)


def _spoke_before(scan: Scan, i: int) -> bool:
    """Whether somebody named before word i in the sentence is told to have spoken."""
    for k in range(i - 1, max(-1, i - _FAR), -1):
        if scan.sign(k) in {".", "\n", ";", "!", "?"}:
            return False
        named = scan.person_at[k] or scan.thing_at[k]
        if named is not None and named.first == k and speaks(scan, named.last):
            return True
    return False


def house_in_turn(scan: Scan, item: Item) -> bool:
    """Whether a structure of the list goes on with what was told: « Michel Durand a présenté le bilan, la CPAM le dispositif »."""
    if item.presence.structure_id is None or scan.thing_at[item.last - 1] is None:
        return False
    first = item.first if scan.fold(item.first) in ARTICLES else item.first - (scan.fold(item.first - 1) in ARTICLES)
    timed = any(scan.time_at[k] is not None for k in (item.last, item.last + 1) if k < len(scan))
    return not timed and speaks_in_turn(scan, first, item.last)
