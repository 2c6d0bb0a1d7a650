"""Which places a message only speaks of: taken that day, of the next meeting, of an event told later, lent by somebody."""

from __future__ import annotations

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.place_words import ARTICLES
from bot.understanding.scan import Scan
from bot.understanding.things import ThingMention

_TAKEN = words_of("places", "taken")
_HANDLED = words_of("places", "handled")
_LENDS = words_of("places", "lends")
_NEXT_TIME = PhraseTable({"next": table("places")["next_time"]["words"]})
_EVENTS = words_of("counts", "events")
_WAS = frozenset({"etait", "est", "etant", "etaient"})
_ADVERBS = frozenset({"deja", "finalement", "encore", "aussi"})
_ENDS = frozenset({".", "\n", ";", "!", "?"})
_REACH = 25  # words: how far before a place its sentence may begin


def spoken_of_only(scan: Scan, thing: ThingMention, *, ahead: bool) -> bool:
    """Whether the place named is not where it was held, nor will be if `ahead`."""
    if _taken(scan, thing.last) or _handled(scan, thing.first) or _lends(scan, thing):
        return True
    begin = 0 if ahead else _sentence(scan, thing.first)
    return begin > 0 and _later_told(scan, begin, thing) and _meeting_told(scan, begin)


def _taken(scan: Scan, i: int) -> bool:
    """« Cazot était pris », « salle Cévennes occupée », « à Cazot mais c'était fermé » from word i on."""
    j = i + (scan.sign(i) == "," and scan.fold(i + 1) in {"mais", "qui"})
    while scan.fold(j) in {"qui", "mais", "c"}:
        j += 1
    was = scan.fold(j) in _WAS
    j += was
    while scan.fold(j) in _ADVERBS:
        j += 1
    return scan.fold(j) in _TAKEN and (was or j == i) and scan.fold(j + 1) not in {"de", "d", "des"}  # « prise de notes »


def _handled(scan: Scan, i: int) -> bool:
    """« les clés de la salle Cévennes »."""
    k = i - 1
    while k > 0 and scan.fold(k) in ARTICLES:
        k -= 1
    return scan.fold(k) in {"de", "du", "d"} and scan.fold(k - 1) in _HANDLED


def _lends(scan: Scan, thing: ThingMention) -> bool:
    """« la mairie d'Anduze prête un cabinet »: a house at work, not « chez elle »."""
    k = thing.first - 1
    while k > 0 and scan.fold(k) in ARTICLES:
        k -= 1
    opens = k < 0 or not scan.words[k].is_word or scan.fold(k) in {"et", "que"}
    return opens and scan.fold(thing.last) in _LENDS


def _sentence(scan: Scan, i: int) -> int:
    """The first word of the sentence around word i; 0 where it begins too far before."""
    k = i
    while k > 0 and i - k < _REACH and scan.sign(k - 1) not in _ENDS:
        k -= 1
    return k if k > 0 and scan.sign(k - 1) in _ENDS else 0


def _later_told(scan: Scan, begin: int, thing: ThingMention) -> bool:
    """« La prochaine fois plutôt à », « Expo … en avril », « une collecte samedi à » in the sentence that begins at word `begin`."""
    for k in range(begin, thing.first):
        if scan.folds[k] in _NEXT_TIME.openings and _NEXT_TIME.at(scan.words, k) is not None:
            return True
        if scan.canon(k) in _EVENTS and scan.group_at[k] is None and k <= begin + 2:
            return _dated(scan, begin, thing.last)
    return False


def _dated(scan: Scan, begin: int, last: int) -> bool:
    """Whether a day of its own is told from word `begin` on, up to the end of the sentence of the word before `last`."""
    for k in range(begin, min(len(scan), last + _REACH)):
        if k >= last and scan.sign(k) in _ENDS:
            return False
        if scan.time_at[k] is not None or scan.fold(k) in {"sera", "seront", "aura", "auront"}:
            return True
    return False


def _meeting_told(scan: Scan, begin: int) -> bool:
    """Whether the meeting and its hours were told before word `begin`, and none in its sentence."""
    hours = any((t := scan.time_at[k]) is not None and t.starts is not None and t.ends is not None for k in range(begin))
    return hours and any(scan.group_at[:begin])
