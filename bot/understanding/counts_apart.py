"""Numbers that are of another whole than those who came: members of a group, those of an event, those who had only said yes."""

from __future__ import annotations

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.rough_counts import ROUGHLY
from bot.understanding.scan import Scan

_FORETOLD = PhraseTable({"foretold": table("counts")["foretold"]["words"]})
_MEMBERS = words_of("counts", "members")
_COMPRISES = words_of("counts", "comprises")
_EVENTS = words_of("counts", "events")
_AWAY = frozenset({"excusees", "absentes"})  # as « personnes » has it: « 12 personnes, excusés Karim… » tells of others
WERE = frozenset({"sont", "etaient", "seront", "se", "s", "ont", "ete"})
_DREW = words_of("counts", "drew")
_DRAWS = words_of("counts", "draws") | _DREW
_MEETING_WORDS = words_of("counts", "meeting_words")
_WE = frozenset({"on", "nous", "je", "j", "ils", "elles"})
_UNITS = frozenset({"semaine", "mois", "an", "jour", "trimestre", "matinee"})
_ENDS = frozenset({".", "\n", ";", "!", "?"})
_SENTENCE = 14  # words: how far before a number its sentence may begin
_CAME = frozenset({"venu", "venue", "venus", "venues"})
_NEAR = 6
_OPENING = 3  # words: « l'atelier », « le grand forum »


def of_another_whole(scan: Scan, first: int, last: int) -> bool:
    """Whether the number of words [first, last), its noun included, is that of a whole group, of an event or of every week."""
    if scan.fold(last) == "par" and scan.fold(last + 1) in _UNITS:
        return True  # « 15 jeunes par semaine »
    if scan.fold(last) in _FORETOLD.openings and _FORETOLD.at(scan.words, last) is not None:
        return True  # « 20 personnes avaient dit oui »
    return _of_members(scan, first, last) or _of_event(scan, first) or _of_those_foretold(scan, first)


def _of_members(scan: Scan, first: int, last: int) -> bool:
    """« le groupe compte 23 membres », « nous sommes 25 membres dans ce groupe »; not « on compte 9 membres »."""
    if scan.fold(first - 1) in {"est", "sommes"} and scan.fold(last) == "dans" and scan.fold(last + 2) in {"groupe", "gt"}:
        return True  # « on est 9 au total dans le groupe »
    if scan.fold(last - 1) not in _MEMBERS and scan.fold(last) not in _MEMBERS:
        return False
    if scan.fold(first - 1) == "sommes":
        return scan.fold(last) in {"dans", "au"}
    return scan.fold(first - 1) in _COMPRISES and scan.fold(first - 2) not in _WE


def _of_event(scan: Scan, first: int) -> bool:
    """« le stand de samedi a vu passer 120 jeunes », « L'atelier du 2 mars : 16 participants », the meeting told before."""
    k, draws, dated = first - 1, False, False
    while k >= 0 and first - k < _SENTENCE and scan.sign(k) not in _ENDS:
        if scan.fold(k) in _WE or scan.group_at[k] is not None:
            return False
        draws = draws or scan.folds[k] in _DRAWS
        time = scan.time_at[k]
        if time is not None and time.starts is not None:
            return False
        dated = dated or (time is not None and time.days is not None)
        k -= 1
    if k < 1 or scan.sign(k) not in _ENDS or not (draws or (dated and scan.sign(first - 1) == ":")):
        return False
    event = any(scan.canon(j) in _EVENTS for j in range(k + 1, min(first, k + 1 + _OPENING)))
    return event and any(scan.group_at[:k])


def _of_those_foretold(scan: Scan, first: int) -> bool:
    """« 4 de la MSA étaient annoncés, deux sont venus »: two of them, not of everybody."""
    for k in range(first - 1, max(-1, first - _SENTENCE), -1):
        if scan.sign(k) in _ENDS:
            return False
        if scan.folds[k] in _FORETOLD.openings and _FORETOLD.at(scan.words, k) is not None:
            return (thing := scan.thing_at[k - 1]) is not None and bool(thing.structures)
    return False


def came_of_foretold(scan: Scan, structure: int, said: int) -> int:
    """How many came of the people counted whose structure is at word `structure`: `said`, unless they had only said yes."""
    thing = scan.thing_at[structure]
    if thing is None or scan.fold(thing.last) not in _FORETOLD.openings:
        return said
    cue = _FORETOLD.at(scan.words, thing.last)
    if cue is None:
        return said
    i = cue.last + (scan.sign(cue.last) == ",")
    i += scan.fold(i) in {"mais", "et"}
    one = 1 if scan.fold(i) in {"un", "une"} else None
    number = scan.number_at[i] if i < len(scan) else None
    came = number.whole if number is not None else one
    return came or 0 if any(w in _CAME for w in scan.folds[i : i + _NEAR]) else 0


def counts_the_away(scan: Scan, i: int | None) -> bool:
    """« 3 personnes excusées », « deux personnes étaient absentes »: so many, and word i on says that they were away."""
    while i is not None and scan.fold(i) in WERE:
        i += 1
    return i is not None and scan.fold(i) in _AWAY and not (i + 1 < len(scan) and scan.person_at[i + 1] is not None)


def drawn_elsewhere(scan: Scan, i: int, start: int) -> bool:
    """Whether the number at word i is that of something told of: « la marche a réuni 340 participants », not « la réunion a réuni… »."""
    j = i - 1
    while j > start and (scan.fold(j) in ROUGHLY | {"de", "plus", "moins", "d", "deja"} or scan.sign(j) == "~"):
        j -= 1
    if scan.fold(j) not in _DREW or scan.fold(j - 1) not in {"a", "ont", "avait", "avaient"}:
        return False
    subject = range(max(start, j - 7), j - 1)
    ours = any(scan.group_at[k] is not None or _is_the_meeting(scan, k) or scan.fold(k) in {"on", "nous"} for k in subject)
    return not ours


def _is_the_meeting(scan: Scan, k: int) -> bool:
    """Whether « la réunion » at word k is the one told; « l'atelier de mars » is not where a group was named before."""
    canon = scan.words[k].canon
    return canon in _MEETING_WORDS and not (canon in _EVENTS and any(scan.group_at[:k]))
