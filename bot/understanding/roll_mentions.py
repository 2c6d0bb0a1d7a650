"""Which names and functions of a message list nobody: people only told of, and what those just named are."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.lexicon_files import words_of
from bot.understanding.own_lives import ones_own_life
from bot.understanding.partner_filters import function_stems
from bot.understanding.roll_guests import Item, in_presence_of
from bot.understanding.roll_not_there import never_there
from bot.understanding.scan import Scan
from bot.understanding.verbs import deed_at

_HOSTING = words_of("roll", "hosting")
_RECORDED = words_of("roll", "recorded")
_REPLAYED = words_of("roll", "replayed")


def only_told_of(scan: Scan, i: int, *, in_list: bool) -> bool:
    """Whether somebody at word i is told of, not listed: « la réponse de Karim », « un courrier pour Zoé »; not « en présence de Zoé »."""
    if never_there(scan, i):
        return True
    person = scan.person_at[i]
    deed = deed_at(scan.words, person.last) if person is not None else None
    if person is not None and any(ones_own_life(scan, k) for k in {person.last, deed[1] if deed is not None else person.last}):
        return True  # « Thomas revient de congés »
    link = scan.fold(i - 1)
    if (
        link in {"pour", "selon", "contre", "via"}
        or (link == "apres" and scan.fold(i - 2) == "d")
        or (link == "a" and scan.sign(i - 1) == "à")
    ):
        return not in_list
    if link not in {"de", "d", "du"} or scan.fold(i - 2) == "pas" or scan.person_at[i - 2] is not None or in_presence_of(scan, i - 1):
        return False
    if any((cue := ATTENDANCE.at(scan.words, k)) is not None and cue.last == i for k in (i - 4, i - 3)):
        return False  # « à l'exception de Zoé »
    if _played_back(scan, i - 2):
        return True
    noun = scan.words[i - 2] if i >= 2 else None
    return noun is not None and noun.is_word and ATTENDANCE.at(scan.words, i - 2) is None and noun.fold not in _HOSTING


def _played_back(scan: Scan, i: int) -> bool:
    """Whether what ends at word i was only read or shown: « lecture du témoignage », « témoignage (écrit) »."""
    if scan.sign(i) == ")" and scan.sign(i - 2) == "(":
        return scan.fold(i - 1) in _RECORDED
    k = i - 1
    while k > i - 4 and scan.fold(k) in {"la", "l", "le", "du", "de", "des", "d"}:
        k -= 1
    return k < i - 1 and scan.fold(i) in _HOSTING and scan.fold(k) in _REPLAYED


def tells_role(scan: Scan, i: int) -> bool:
    """Whether what the person named just before is stands at word i: « Florence Girard, infirmière PASS, »."""
    if i < 2 or scan.sign(i - 1) != "," or scan.person_at[i - 2] is None or scan.person_at[i] is not None:
        return False
    person = scan.person_at[i - 2]
    stems = function_stems(scan.index, scan.canon(i)) if person is not None and scan.words[i].is_word and scan.thing_at[i] is None else ()
    return any(p in scan.index.functions[s] for s in stems for p in person.ids) if person is not None else False


def once_each(items: list[Item]) -> list[Item]:
    """One line a person: the last state said wins."""
    seen: dict[int, Item] = {}
    kept: list[Item] = []
    for item in items:
        person = item.presence.person_id
        if person is None:
            kept.append(item)
        elif person not in seen:
            seen[person] = item
            kept.append(item)
        elif item.presence.state is not AttendanceState.PRESENT or item.said_state:
            seen[person].presence = replace(seen[person].presence, state=item.presence.state)
    return kept
