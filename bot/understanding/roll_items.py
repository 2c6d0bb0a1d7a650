"""Which lines an attendance list is made of: people, structures, counts and guests."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import Presence
from bot.understanding.callings import called, is_calling
from bot.understanding.choosing import ARTICLES, MAX_CANDIDATES, presence_of, structure_beside
from bot.understanding.counted_people import counts_everybody, counts_people, sent_by
from bot.understanding.counted_some import still_wanted
from bot.understanding.counted_structures import counted_structure, of_known, unknown_structure
from bot.understanding.counts import number_value, staff_noun
from bot.understanding.counts_apart import came_of_foretold
from bot.understanding.lexicon_files import words_of
from bot.understanding.noun_phrases import noun_phrase
from bot.understanding.person_mentions import PersonMention
from bot.understanding.plural_titles import titled_together
from bot.understanding.roles_said import role_at
from bot.understanding.roll_beside import callings_beside, count_beside
from bot.understanding.roll_guests import (
    Item,
    guest_item,
    past_structure,
)
from bot.understanding.roll_houses import house_item, names_the_meeting, stands_in_list, towns_item
from bot.understanding.roll_mentions import only_told_of, tells_role
from bot.understanding.roll_not_there import done_elsewhere, missed_it
from bot.understanding.roll_roles import role_item
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.structure_words import by_visio, structure_of_line, trimmed
from bot.understanding.verbs import Deed, deed_at

_NOT_PEOPLE = words_of("cues", "not_people") | {"%"}
_AUTHOR = words_of("names", "author") | {"moi"}
_OF = frozenset({"de", "du", "des", "d"})
_NO_STRUCTURE = frozenset({"plus", "moins", "nos", "ces", "leurs", "mes", "ses", "ceux", "celles"})
_ONE_OF_STAFF = frozenset({"agent", "agente", "salarie", "salariee", "membre", "collegue"})  # « 1 agent du SMAGE » is one
_SOMEBODY = frozenset({"quelqu", "qqn", "qqun"})


def item_at(scan: Scan, i: int, end: int, setting: RollSetting, *, in_list: bool, goes_on: bool = False) -> Item | None:
    """One item that begins at word i; an item of count 0 is one to pass over (the author, a subject of something to do).

    `goes_on`: another one ends right before, without a sign between them.
    """
    item = _line_at(scan, i, end, setting, in_list=in_list, goes_on=goes_on)
    if item is None or not item.presence.count:
        return item
    past = done_elsewhere(scan, item)
    return missed_it(scan, item) if past is None else Item(i, min(past, end), Presence(count=0))


def _line_at(scan: Scan, i: int, end: int, setting: RollSetting, *, in_list: bool, goes_on: bool) -> Item | None:
    """The line of whoever is told at word i, whatever was done."""
    person = scan.person_at[i]
    if person is not None and person.first == i:
        if only_told_of(scan, i, in_list=in_list):
            return Item(i, person.last, Presence(count=0))
        return _person_item(scan, person, setting)
    if tells_role(scan, i):
        return Item(i, noun_phrase(scan, i, end), Presence(count=0))
    if scan.fold(i) == "moi" or scan.fold(i) in _AUTHOR - {"je", "j"}:
        return Item(i, i + 1, Presence(count=0))
    told = role_item(scan, i, end, setting, in_list=in_list)
    if told is not None:
        return told
    counted = _counted_item(scan, i, end, setting, in_list=in_list)
    if counted is not None:
        return counted
    thing = scan.thing_at[i]
    if thing is not None and thing.first == i and thing.structures:
        verb = deed_at(scan.words, thing.last)
        if not in_list and verb is not None and verb[0] is not Deed.DID:
            return Item(i, thing.last, Presence(count=0))
        if names_the_meeting(scan, i) or not stands_in_list(scan, i, in_list=in_list):
            return Item(i, thing.last, Presence(count=0))
        return _structure_item(scan, i, setting, count=1, first=i)
    if scan.time_at[i] is not None or scan.group_at[i] is not None or thing is not None:
        return None
    several = house_item(scan, i, end) or titled_together(scan, i, end) or (towns_item(scan, i, end) if in_list else None)
    if several is not None:
        return several
    return guest_item(scan, i, end, in_list=in_list, listed=setting.listed, goes_on=goes_on)


def _person_item(scan: Scan, person: PersonMention, setting: RollSetting) -> Item:
    structures, last = structure_beside(scan, person.last)
    if last == person.last:
        structures, last = structure_of_line(scan, person.first, last)
    if last == person.last:
        last = past_structure(scan, last)
        last = _past_unknown(scan, last) if last == person.last else last
    presence = presence_of(scan, person, structures, setting.group_id)
    hers = scan.index.people[presence.person_id].structure_id if presence.person_id is not None else None
    words = trimmed(scan, person.last, last) if last > person.last and (not structures or hers not in (None, *structures)) else None
    if presence.count and last > person.last:
        presence = replace(presence, structure_said=words, by_visio=by_visio(scan, person.last, last))
    return Item(person.first, last, presence)


def _past_unknown(scan: Scan, i: int) -> int:
    """The word after « de la PASS » at word i, a structure or a service that the directory does not know; i if none is told."""
    j = i
    while scan.fold(j) in _OF | {"la", "l"} and j < i + 2:
        j += 1
    named = j > i and scan.fold(i) in _OF and j < len(scan) and scan.words[j].is_word and scan.words[j].is_capital
    return j + 1 if named and scan.person_at[j] is None and scan.group_at[j] is None and scan.time_at[j] is None else i


def _counted_item(scan: Scan, i: int, end: int, setting: RollSetting, *, in_list: bool) -> Item | None:
    """« 2 pers du CCAS », « 1 du Département », « 3 habitants », « deux bénévoles de la banque alimentaire »."""
    number = number_value(scan, i) or _somebody(scan, i, in_list=in_list)
    told = of_known(scan, i + 1, end) or (is_calling(scan.fold(i + 1)) and counted_structure(scan, i + 1, end) is not None)
    if number is None and in_list and scan.fold(i) in {"un", "une"} and scan.time_at[i] is None and told:
        number = (1, False, i + 1)
    if number is None or i in setting.skipped:
        return None
    value, _, after = number
    if not setting.listed and still_wanted(scan, i, after):
        return Item(i, after + 1, Presence(count=0))
    namesakes = _namesakes(scan, i, after, value, setting)
    if namesakes is not None:
        return namesakes
    if after >= end or not 1 <= value <= 500 or not scan.words[after].is_word or _are_things(scan, i, after, end, in_list=in_list):
        return None
    structure = counted_structure(scan, after, end)
    if structure is not None and not in_list and _will_do(scan, structure):
        return Item(i, structure + 1, Presence(count=0))
    if structure is not None:
        came = came_of_foretold(scan, structure, value)
        return _structure_item(scan, structure, setting, count=came, first=i) if came else Item(i, structure + 1, Presence(count=0))
    if staff_noun(scan, after) == after + 1 and scan.sign(after + 1) == "." and scan.fold(after + 2) in _OF and after + 3 < end:
        return _abbreviated(scan, i, after + 3, end, count=value)
    some = scan.fold(i) in _SOMEBODY or (in_list and scan.fold(after) in {"de", "du", "d"} and scan.fold(after + 1) not in _NO_STRUCTURE)
    theirs = some and scan.fold(after) in {"de", "du", "d"}
    after += scan.fold(after) in {"de", "d", "du"}
    while some and scan.fold(after) in ARTICLES and after < end:
        after += 1
    last = noun_phrase(scan, after, end)
    said = scan.slice(after, last)
    if not said or not (counts_people(scan, i, after, last, in_list=in_list) or some):
        return None
    if counts_everybody(scan, i, after, last):
        return Item(i, last, Presence(count=0))
    of = unknown_structure(scan, after, last) if value > 1 or scan.fold(after) not in _ONE_OF_STAFF else None
    return Item(i, last, _of_house(scan, (after, last), of, value, theirs=theirs))


def _are_things(scan: Scan, i: int, after: int, end: int, *, in_list: bool) -> bool:
    """Whether the number at word i counts things by word `after`: « 3 projets »; « 5 communes » sent somebody where people are listed."""
    return scan.fold(after) in _NOT_PEOPLE and not (in_list and sent_by(scan, i, after, noun_phrase(scan, after, end)))


def _abbreviated(scan: Scan, i: int, begin: int, end: int, *, count: int) -> Item | None:
    """« 1 pers. du SMAGE », counted at word i: the structure begins at word `begin`, over its article."""
    begin += scan.fold(begin) in ARTICLES
    beyond = noun_phrase(scan, begin, end)
    words = scan.slice(begin, beyond)
    return Item(i, beyond, Presence(said=words, structure_said=words, count=count)) if beyond > begin else None


def _of_house(scan: Scan, words: tuple[int, int], of: int | None, count: int, *, theirs: bool) -> Presence:
    """So many people told by those words, with the unknown structure that begins at word `of`, or that the words are (`theirs`)."""
    said = scan.slice(*words)
    if of is None:
        house = said if theirs and count > 1 and not called(scan, *words) else None  # « 3 de la croix rouge »
        return Presence(said=said, structure_said=house, count=count)
    house = scan.slice(of, words[1])
    if staff_noun(scan, words[0]) is None:  # « maraudeurs de la croix rouge »
        said = scan.slice(words[0], next(k for k in range(words[0], of + 1) if scan.fold(k) in _OF))
        return Presence(said=said, structure_said=house, count=count)
    return Presence(said=house, structure_said=house, count=count)


def _namesakes(scan: Scan, i: int, after: int, count: int, setting: RollSetting) -> Item | None:
    """« les deux Martin », « les 2 Karim »: all those of the group who bear one name."""
    person = scan.person_at[after] if after < len(scan) else None
    if person is None or person.first != after or count < 2 or scan.fold(i - 1) not in {"les", "nos"} or not person.bare:
        return None
    ids = [p for p in person.ids if p != scan.hearing.author_id]
    group = scan.index.groups.get(setting.group_id) if setting.group_id is not None else None
    if len(ids) > count and group is not None:
        ids = [p for p in ids if p in set(group.member_ids) | set(group.pilot_ids)]
    if len(ids) != count:
        return None
    one, *others = (Presence(person_id=p, said=person.said) for p in ids)
    return Item(i, person.last, one, more=tuple(others))


def _will_do(scan: Scan, i: int) -> bool:
    """Whether the structure at word i is the subject of something to do: « les 2 CCAS s'en occupent »."""
    thing = scan.thing_at[i]
    deed = deed_at(scan.words, thing.last) if thing is not None else None
    return deed is not None and deed[0] is Deed.WILL


def _somebody(scan: Scan, i: int, *, in_list: bool) -> tuple[int, bool, int] | None:
    """« quelqu'un de la CAF », « qqn du CCAS »: one, and the word from which the structure is told."""
    after = i + 2 if scan.fold(i) == "quelqu" and scan.fold(i + 1) == "un" else i + 1 if scan.fold(i) in {"qqn", "qqun"} else i
    told = after > i and scan.fold(after) in {"de", "du", "des", "d"} and (in_list or scan.fold(i - 1) in {"et", "plus", "aussi", "meme"})
    return (1, False, after) if told else None


def _bearer_inside(scan: Scan, i: int, houses: tuple[int, ...], setting: RollSetting) -> tuple[int, int] | None:
    """Who of those houses is told by a function in brackets at word i, « la mission locale (le directeur) », and the word after."""
    if scan.sign(i) != "(" or scan.fold(i + 1) not in {"le", "la", "l"}:
        return None
    role = role_at(scan, i + 2, len(scan), group_id=None, article=scan.fold(i + 1))
    theirs = [p for p in role.ids if scan.index.people[p].structure_id in houses] if role is not None else []
    return (theirs[0], role.last + 1) if role is not None and len(theirs) == 1 and scan.sign(role.last) == ")" else None


def _structure_item(scan: Scan, i: int, setting: RollSetting, *, count: int, first: int) -> Item:
    thing = scan.thing_at[i]
    assert thing is not None
    last = thing.last
    beside = count_beside(scan, last) if count == 1 else None
    bearer = _bearer_inside(scan, last, thing.structures, setting) if beside is None and count == 1 else None
    if bearer is not None:
        return Item(first, bearer[1], Presence(person_id=bearer[0], said=scan.slice(last + 1, bearer[1] - 1)))
    beside = beside or (callings_beside(scan, last) if count == 1 else None)
    if beside is not None:
        count, last = beside
    inside = scan.person_at[last + 1] if scan.sign(last) == ":" and scan.thing_at[i - 1] is None else None
    if inside is not None and any(scan.index.people[p].structure_id in thing.structures for p in inside.ids):
        return Item(first, inside.last, presence_of(scan, inside, thing.structures, setting.group_id))
    if scan.sign(last) == "(" and (inside := scan.person_at[last + 1]) is not None:
        if scan.sign(inside.last) == ")":
            return Item(first, inside.last + 1, presence_of(scan, inside, thing.structures, setting.group_id))
        return Item(first, last, Presence(count=0))
    if len(thing.structures) == count > 1 and scan.fold(first - 1) == "les":
        one, *others = (Presence(structure_id=s) for s in thing.structures)
        return Item(first, last, one, more=tuple(others))
    if len(thing.structures) > 1:
        return Item(
            first,
            last,
            Presence(said=thing.said, count=count, candidates=thing.structures[:MAX_CANDIDATES], candidates_are_structures=True),
        )
    return Item(first, last, Presence(structure_id=thing.structures[0], count=count))
