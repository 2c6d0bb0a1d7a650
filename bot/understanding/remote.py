"""Whether a meeting was held at a distance: « en visio », « par téléphone », not « Benoît en visio »."""

from __future__ import annotations

from bot.understanding.counts import everyone_noun
from bot.understanding.counts_by_moment import tells_whole
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.typed_places import Where
from bot.understanding.when import Ranges

_HOW_SO = frozenset({"mais", "oui", "ok", "present", "presente", "aussi", "etait", "est", "seulement"})
_ONE = frozenset({"un", "une"})
_SOMEBODY = frozenset({"personne", "pers", "participant", "participante", "partenaire", "membre", "collegue"})
_WE_WERE = frozenset({"etait", "etions", "etaient", "sommes"})
_THE = frozenset({"le", "la", "l"})
_JOINED = frozenset({"joindre", "joint", "jointe", "rejoint", "rejoints", "rejointes", "rejoindre"})
_BEFORE_PHONE = frozenset({"point", "pt", "par", "au", "rdv", "entretien", "reunion", "reu", "conf", ",", "en", "echange", "rencontre"})
_REMOTE = PhraseTable({"visio": table("cues")["visio"]["words"], "téléphone": table("cues")["phone"]["words"]})


def read_remote(scan: Scan, ranges: Ranges) -> Where | None:
    """« visio » or « téléphone », where all met so; None where only some did, or nobody."""
    for first, last in ranges:
        past = first
        for i in range(first, last):
            found = _REMOTE.at(scan.words, i) if scan.folds[i] in _REMOTE.openings and i >= past else None
            if found is not None and (_only_one_remote(scan, found.first, found.last) or _of_those_counted(scan, found.first, first)):
                past = found.last
                continue
            if found is None or _of_some(scan, i, first):
                continue
            if (
                found.tag == "téléphone"
                and found.last - found.first == 1
                and not _between_meeting_and_hours(scan, i)
                and scan.fold(i - 1) not in _BEFORE_PHONE
            ):
                continue
            return Where(said=found.tag, first=found.first, last=found.last)
    return None


def _only_one_remote(scan: Scan, i: int, last: int) -> bool:
    """Whether « en visio » at word i is said of the one who comes besides: « avec Zoé + Benoît en visio », « Zoé, Benoît à distance »."""
    k = i - 1
    while k > 0 and scan.fold(k) in _HOW_SO:
        k -= 1
    if k < i - 1 and scan.fold(i - 1) == "mais" and scan.person_at[k] is not None:
        return True  # « Leïla oui mais en visio »
    if scan.fold(k) in _JOINED or (scan.fold(k) == "nous" and scan.fold(k - 2) in _JOINED):
        return True  # « Simon a pu se joindre à nous par téléphone »
    person = scan.person_at[k] if k >= 0 else None
    if person is None:
        return False
    if scan.sign(last) in {",", ";", "/"} and last + 1 < len(scan) and scan.person_at[last + 1] is not None:
        return True  # « chloé à distance, haddad absent »
    others = scan.sign(person.first - 1) == "," and (
        scan.person_at[person.first - 2] is not None or scan.thing_at[person.first - 2] is not None or scan.sign(person.first - 2) == ")"
    )
    return others or scan.sign(person.first - 1) == "+" or scan.fold(person.first - 1) == "plus"


def _of_those_counted(scan: Scan, i: int, first: int) -> bool:
    """Whether « en visio » at word i is said of some of those told before: « 8 présents, un en visio », « dont Karim en visio »."""
    begin = _some_from(scan, i)
    if begin is None or begin <= first:
        return False
    if scan.fold(begin - 1) == "dont":
        return True
    return scan.sign(begin - 1) in {",", "(", ";", ":", "-", "–"} and any(_counts_people(scan, k) for k in range(first, begin - 1))


def _some_from(scan: Scan, i: int) -> int | None:
    """The word from which somebody, a structure, « un » or « 2 personnes » is named just before word i."""
    k = i - 1 - (scan.fold(i - 1) in {"par", "en", "au"})
    begin: int | None = None
    while k >= 0:
        named = scan.person_at[k] or (thing if (thing := scan.thing_at[k]) is not None and thing.structures else None)
        if named is not None:
            begin = named.first - (scan.fold(named.first - 1) in _THE)
        elif scan.fold(k) in _ONE:
            begin = k
        elif (scan.fold(k - 1) in _ONE and scan.fold(k) in _SOMEBODY) or (
            scan.number_at[k - 1] is not None and _counts_people(scan, k - 1)
        ):
            begin = k - 1
        else:
            return begin
        if scan.fold(begin - 1) not in {"et", "&"}:
            return begin
        k = begin - 2
    return begin


def _counts_people(scan: Scan, i: int) -> bool:
    """« 8 présents », « on était 8 »."""
    counted = everyone_noun(scan, i + 1) is not None or scan.fold(i - 1) in _WE_WERE
    return scan.number_at[i] is not None and scan.time_at[i] is None and counted


def _between_meeting_and_hours(scan: Scan, i: int) -> bool:
    """Whether « tél » at word i stands where a place would: « GT IST tél 12h30-13h30 », « 9h-11h tél, Zoé et Karim »."""
    behind, before = scan.time_at[i + 1] if i + 1 < len(scan) else None, scan.time_at[i - 1] if i else None
    if before is not None and before.starts is not None and before.ends is not None:
        return scan.fold(i + 1) in {"", "avec", "ac"} or scan.sign(i + 1) in {",", ".", "\n", "-", "–", "/", "("}
    return (scan.group_at[i - 1] is not None or scan.time_at[i - 1] is not None) and behind is not None and behind.starts is not None


def _of_some(scan: Scan, i: int, first: int) -> bool:
    """Whether a number stands before « en visio », « visio » at word i: some were there so, not all."""
    k = i - 1 - (scan.fold(i - 1) in {"en", "par", "au"})
    if k == 0 and tells_whole(scan, k, k + 1):
        return False  # « 9 en visio pour le GT »
    return k >= first and scan.number_at[k] is not None and scan.time_at[k] is None and scan.fold(k - 1) != "les"  # « les deux en visio »
