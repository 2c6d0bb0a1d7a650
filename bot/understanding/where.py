"""Where a meeting was held: a place of the directory, premises, a commune, words typed, or at a distance."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.callings import WORKS_AT, is_calling
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.counts import everyone_noun
from bot.understanding.lexicon_files import table
from bot.understanding.place_towns import of_another_town
from bot.understanding.place_words import ARTICLES
from bot.understanding.places_apart import spoken_of_only
from bot.understanding.remote import read_remote
from bot.understanding.roll_openings import of_somebody
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.street_addresses import street_address
from bot.understanding.things import ThingMention, place_in
from bot.understanding.typed_places import PLACE_NOUNS, Where, announced, labelled, told_after_time, typed_place
from bot.understanding.when import Ranges

__all__ = ["Where", "read_where"]

_CORRECTING = frozenset({"non", "nan", "pardon", "plutot", "oups", "rectif", "erreur", "sorry"})
_OF_PAUSE = frozenset({"pause", "dejeuner", "comprise", "incluse", "inclus", "compris", "repas", "avec", "midi"})
_CORRECTION = 9  # words
_CROWDED = frozenset({"pleine", "comble", "bondee", "remplie", "vide"})  # « à l'EHPAD de Salindres, salle pleine »
_PLACE_SIGNS = frozenset(table("cues")["signs"]["place"])


def read_where(scan: Scan, ranges: Ranges, *, ahead: bool = False) -> Where | None:
    """Where it was held, or will be if `ahead`: a place, a structure's premises, a commune, words typed, « visio » or « téléphone »."""
    found = _named_place(scan, ranges, ahead=ahead)
    if found is None or (found.place_id is None and found.said is None):
        typed = street_address(scan, ranges) or labelled(scan, ranges) or typed_place(scan, ranges) or told_after_time(scan, ranges)
        if typed is not None:
            commune = found.commune if found is not None else None
            found = replace(typed, commune=typed.commune or commune)
    remote = read_remote(scan, ranges)
    if found is not None and found.place_id is None and found.said is None and remote is not None:
        return replace(remote, commune=None)
    return found or remote


def _named_place(scan: Scan, ranges: Ranges, *, ahead: bool) -> Where | None:
    best: tuple[int, ThingMention] | None = None
    commune: ThingMention | None = None
    for first, last in ranges:
        for i in range(first, last):
            thing = scan.thing_at[i]
            if thing is None or thing.first != i:
                continue
            if thing.only_commune:
                commune = commune or (thing if announced(scan, i, first) or not thing.structures else None)
                continue
            score = _place_score(scan, thing, first, last) if not of_somebody(scan, thing.first) else 0
            if score and (best is None or _rather(scan, (score, thing), best)) and not spoken_of_only(scan, thing, ahead=ahead):
                best = (score, thing)
    if best is None:
        return _of_commune(scan, commune) if commune is not None else None
    thing = best[1]
    if thing.places and (len(thing.places) == 1 or not thing.structures):
        place = scan.index.places[thing.places[0]]
        if (elsewhere := of_another_town(scan, thing, place.commune)) is not None:
            return elsewhere
        return Where(place_id=place.id, said=thing.said, commune=place.commune, first=thing.first, last=thing.last)
    first = thing.first - (scan.fold(thing.first - 1) in {"la", "le", "les"} and scan.words[thing.first - 1].is_capital)
    return Where(said=scan.slice(first, thing.last), commune=None, first=first, last=thing.last)


def _rather(scan: Scan, found: tuple[int, ThingMention], best: tuple[int, ThingMention]) -> bool:
    """Whether a place found later is meant rather than the best until then: more surely one, or said to take it back."""
    surer = (found[0], bool(found[1].places)) > (best[0], bool(best[1].places))
    return surer or _takes_back(scan, best[1].last, found[1].first)


def _takes_back(scan: Scan, before: int, i: int) -> bool:
    """Whether « ah non pardon c'était » stands between one place and another: the second is meant."""
    between = scan.folds[before:i]
    return len(between) <= _CORRECTION and any(w in _CORRECTING for w in between) and not any(scan.time_at[k] for k in range(before, i))


def _of_commune(scan: Scan, commune: ThingMention) -> Where | None:
    """A commune alone, or a place of it told by its sort: « à Saint-Jean-du-Gard (mairie) », « à Anduze, mairie »."""
    assert commune.commune is not None
    behind = () if scan.sign(commune.last) in {".", "\n", ";"} else (commune.last, commune.last + 1, commune.last + 2)
    for j in (*behind, commune.first - 1, commune.first - 2):
        if 0 <= j < len(scan) and scan.fold(j) in PLACE_NOUNS and scan.fold(j + 1) not in _CROWDED:
            place = place_in(scan.fold(j), commune.commune, scan.index)
            if place is not None:
                first, last = min(commune.first, j), max(commune.last, j + 1)
                return Where(place_id=place, said=scan.slice(first, last), commune=commune.commune, first=first, last=last)
            if j < commune.first and (_told_of_somebody(scan, j) or (scan.fold(j - 1) in ARTICLES and not announced(scan, j, 0))):
                return None
            if j < commune.first:
                return Where(said=scan.slice(j, commune.last), commune=commune.commune, first=j, last=commune.last)
    if not announced(scan, commune.first, 0) and scan.sign(commune.first - 1) not in {",", "(", "-", "–", "📍"}:
        return None
    return Where(commune=commune.commune, first=commune.first, last=commune.last)


def _told_of_somebody(scan: Scan, i: int) -> bool:
    """Whether the sort of place at word i tells where somebody works: « Karim du CCAS d'Anduze », « le Dr Lopez (MSP d'Anduze) »."""
    return (
        scan.fold(i - 1) in {"du", "de", "d"}
        or (scan.fold(i - 1) in {"la", "l"} and scan.fold(i - 2) == "de")
        or of_somebody(scan, i)
        or _behind_name(scan, i)
    )


def _behind_name(scan: Scan, i: int) -> bool:
    """« Luc Morel - CCAS Bessèges »."""
    if scan.sign(i - 1) not in {"-", "–", "/"} or i < 3:
        return False
    return any(stranger_at(scan, k, i - 1) == i - 1 for k in range(max(0, i - 4), i - 1))


def _place_score(scan: Scan, thing: ThingMention, start: int, end: int) -> int:
    """How surely something named is the place: 0 not, 3 announced, 2 a place of the directory, 1 premises that stand alone."""
    if thing.first > start and scan.number_at[thing.first - 1] is not None and scan.time_at[thing.first - 1] is None:
        return 0
    if _of_office(scan, thing.first):
        return 0
    counted = scan.fold(thing.first - 1) in {"du", "de", "d", "la", "l"} and announced(scan, thing.first, start) is False
    if announced(scan, thing.first, start) or scan.sign(thing.first - 1) in _PLACE_SIGNS:
        return 4 if thing.places else 3
    if thing.places and not thing.structures and scan.fold(thing.first - 1) not in {"de", "du"}:
        listed = scan.fold(thing.first - 1) in ARTICLES and _in_list(scan, thing)
        return 0 if listed else 3
    if counted:
        return 0
    timed = thing.first >= 2 and scan.time_at[thing.first - 2] is not None and scan.sign(thing.first - 1) in {"/", "|", "@", "·", "•"}
    beside = scan.time_at[thing.first - 1] is not None or scan.group_at[thing.first - 1] is not None
    after_hours = scan.sign(thing.first - 1) == "." and thing.first >= 2 and scan.time_at[thing.first - 2] is not None
    alone = timed or beside or after_hours or scan.sign(thing.first - 1) in {",", "(", "-", "–", "—", ")", "\n", "📍", "|"}
    closes = (
        thing.last >= end
        or (scan.sign(thing.last) in {".", "\n", ",", ")", ":", "—", "–", "-", "/", "|"} and not _heads_somebody(scan, thing))
        or scan.number_at[thing.last] is not None
        or scan.time_at[thing.last] is not None
        or ((cue := ATTENDANCE.at(scan.words, thing.last)) is not None and cue.tag == "everyone")
        or scan.fold(thing.last) in {"avec", "en", "presents", "present", "ac"}
        or (scan.fold(thing.last) in {"on", "nous"} and scan.fold(thing.last + 1) in {"etait", "etions"})
        or (scan.sign(thing.last) == "(" and scan.time_at[thing.first - 1] is not None and not scan.words[thing.last + 1].is_number)
        or (scan.person_at[thing.last] is not None and scan.time_at[thing.first - 1] is not None)
    )
    if _before_hours(scan, thing) or _line_behind_hours(scan, thing):
        return 2 if thing.places else 1
    if not (alone and closes):
        return 0
    if _follows_hours(scan, thing):
        return 2 if thing.places else 1
    if thing.places:
        return 0 if not timed and _in_list(scan, thing) and not _works_there(scan, thing) else 2
    return 0 if _in_list(scan, thing) or not _premises(scan, thing) else 1


def _before_hours(scan: Scan, thing: ThingMention) -> bool:
    """Whether it stands alone between the group and the hours: « GT SM. GEM, 10h-12h. »."""
    time = scan.time_at[thing.last + 1] if scan.sign(thing.last) == "," and thing.last + 1 < len(scan) else None
    opens = scan.sign(thing.first - 1) in {".", "\n"} and thing.first >= 2 and scan.group_at[thing.first - 2] is not None
    opens = opens or (scan.sign(thing.first - 2) == "\n" and not scan.words[thing.first - 1].is_word)  # « • CCAS d'Alès, 10h-11h15 »
    return opens and time is not None and time.ends is not None


def _line_behind_hours(scan: Scan, thing: ThingMention) -> bool:
    """Whether it stands alone on the line below that of the hours: « > 9h30-11h », « > PMI », « > Élise Durant, Claire Simon »."""
    k = thing.first - 1
    while k > 0 and not scan.words[k].is_word and scan.time_at[k] is None and not scan.words[k].is_number:
        k -= 1
    time = scan.time_at[k] if "\n" in scan.folds[k + 1 : thing.first] else None
    return time is not None and time.ends is not None and scan.sign(thing.last) == "\n"


def _of_office(scan: Scan, i: int) -> bool:
    """Whether « la directrice de », « un agent du », « deux bénévoles à » stands before word i: where somebody works."""
    k = i - 1
    while scan.fold(k) in ARTICLES | {"de", "du", "d", "a", "au"}:
        k -= 1
    if scan.fold(k) in WORKS_AT and k < i - 1 and (thing := scan.thing_at[i]) is not None and not thing.places:
        return True  # « deux adhérents à l'Unafam »
    return k < i - 1 and any(scan.fold(j) in {"de", "du", "d"} for j in range(k + 1, i)) and is_calling(scan.fold(k))


def _heads_somebody(scan: Scan, thing: ThingMention) -> bool:
    """Whether « : Sophie Martin » or « : excusé » follows a structure that opens a line: who came of it, not where it was."""
    if scan.sign(thing.last) != ":" or scan.sign(thing.first - 1) not in {"-", "–", "—", "\n"}:
        return False
    person = scan.person_at[thing.last + 1]
    employed = person is not None and any(scan.index.people[p].structure_id in thing.structures for p in person.ids)
    return employed or ATTENDANCE.at(scan.words, thing.last + 1) is not None


def _follows_hours(scan: Scan, thing: ThingMention) -> bool:
    """Whether a place of the directory stands right after the hours, before the first person: « 12h30-14h, MSP St Ambroix, Dr Bonnet »."""
    k = thing.first - 2 if scan.sign(thing.first - 1) == "," else thing.first - 1
    while k > 1 and scan.time_at[k] is None and scan.fold(k) in _OF_PAUSE:
        k -= 1  # « 9h-16h30 pause comprise, MSP »
    group = scan.group_at[k] if k == thing.first - 1 else None
    k = group.first - 1 if group is not None else k  # « 13h30-15h GT Autonomie CCAS d'Alès, Zoé »
    time = scan.time_at[k] if k >= 0 else None
    if not thing.places and k != thing.first - 1 and not _heads_its_own(scan, thing):
        return False
    if time is None or time.starts is None or time.ends is None or scan.sign(thing.last) != ",":
        return False
    after = scan.thing_at[thing.last + 1] if thing.last + 1 < len(scan) else None
    return after is None and scan.person_at[thing.last + 1] is not None


def _heads_its_own(scan: Scan, thing: ThingMention) -> bool:
    """Whether somebody of a structure is the first named behind it: « 9h30-11h, ANPAA, Karim + Paola » tells where, not who else."""
    person = scan.person_at[thing.last + 1] if scan.sign(thing.last) == "," and thing.last + 1 < len(scan) else None
    return person is not None and any(scan.index.people[p].structure_id in thing.structures for p in person.ids)


def _in_list(scan: Scan, thing: ThingMention) -> bool:
    """Whether people or structures stand next to it in a list."""
    after = thing.last + 1 if scan.sign(thing.last) in {",", "+"} or scan.fold(thing.last) == "et" else None
    before = thing.first - 2 if scan.sign(thing.first - 1) in {",", "+"} or scan.fold(thing.first - 1) == "et" else None
    for k in (after, before):
        if k is None or not 0 <= k < len(scan):
            continue
        if k == after and scan.fold(k) in ARTICLES:
            k += 1
        other = scan.thing_at[k] if k < len(scan) else None
        if (k < len(scan) and scan.person_at[k] is not None) or (other is not None and other.structures):
            return True
    return False


def _works_there(scan: Scan, thing: ThingMention) -> bool:
    """Whether the person named just before belongs to that structure: « avec Bonnet, MSP » tells the place."""
    person = scan.person_at[thing.first - 2] if thing.first >= 2 else None
    return person is not None and any(scan.index.people[p].structure_id in thing.structures for p in person.ids)


def _premises(scan: Scan, thing: ThingMention) -> bool:
    counted = thing.first >= 3 and scan.number_at[thing.first - 3] is not None and everyone_noun(scan, thing.first - 2) is not None
    if counted and thing.last >= len(scan):
        return True  # « gt ist 12h30-14h, 5 pers, csapa »
    before = scan.time_at[thing.first - 2] if thing.first >= 2 else None
    return (
        before is not None
        or (thing.first >= 2 and scan.time_at[thing.first - 1] is not None)
        or scan.words[thing.first].fold in PLACE_NOUNS
    )
