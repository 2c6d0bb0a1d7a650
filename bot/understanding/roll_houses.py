"""Where houses stand in a list, and whom they sent: « le CCAS (Sophie Martin) », « CAF : Paul Roux », « les communes de Salindres »."""

from __future__ import annotations

from bot.domain.attendance import Presence
from bot.french.posts import opens_post
from bot.understanding.choosing import ARTICLES, ATTENDANCE
from bot.understanding.lexicon_files import words_of
from bot.understanding.roll_guests import ADDING, Item, in_presence_of
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.structure_words import told_beside
from bot.understanding.verbs import is_infinitive

_HOUSES = words_of("roll", "houses")
_NOT_LISTED = frozenset({"par", "de", "du", "d", "des", "pour", "pr", "chez", "sur", "via", "entre", "dans", "vers", "que"}) | {
    *("a", "au", "aux", "en", "aupres", "sous", "depuis"),
}
_NOTING = frozenset({"mettre", "remettre", "noter", "compter", "inscrire", "marquer", "inclure", "garder"})
_SORTS = frozenset({"communes", "mairies", "villes", "villages", "ccas", "ecoles", "colleges"})
_LONGEST = 7  # words
_MOST = 6  # people of one structure
_JOINS = frozenset({",", "&", "/", "+"})


def house_item(scan: Scan, i: int, end: int) -> Item | None:
    """One line a person named behind an unknown structure that begins at word i, over its article; None where none is."""
    first = i + (scan.fold(i) in ARTICLES and not scan.sign(i).isupper())
    if not _begins_piece(scan, i) or first >= end or not _like_a_house(scan, first):
        return None
    j = first
    while j < min(end, first + _LONGEST) and scan.words[j].is_word and not _taken(scan, j) and ATTENDANCE.at(scan.words, j) is None:
        j += 1
    if scan.sign(j) not in {"(", ":"} or j == first or any(scan.fold(k) == "et" for k in range(first, j)):
        return None
    people, last = _people(scan, j + 1, end, house=scan.slice(first, j))
    if not people or (scan.sign(j) == "(") != (scan.sign(last) == ")") or not _closes(scan, last, end):
        return None
    return Item(i, last + (scan.sign(j) == "("), people[0], more=tuple(people[1:]))


def towns_item(scan: Scan, i: int, end: int) -> Item | None:
    """« les communes de Salindres et Anduze » at word i: one line, as many as the towns; None where fewer than two are named."""
    if not _begins_piece(scan, i) or scan.fold(i) != "les" or scan.fold(i + 1) not in _SORTS or scan.fold(i + 2) not in {"de", "d"}:
        return None
    last, count = _past_town(scan, i + 3, end), 1
    while scan.sign(last) == "," or scan.fold(last) == "et":
        beyond = _past_town(scan, last + 1 + (scan.fold(last + 1) in {"de", "d"}), end)
        if beyond == last + 1:
            break
        last, count = beyond, count + 1
    return Item(i, last, Presence(said=scan.slice(i + 1, last), count=count)) if count > 1 else None


def _past_town(scan: Scan, i: int, end: int) -> int:
    """The word after the name of a town at word i, a capital that is nobody; i where none is."""
    thing = scan.thing_at[i] if i < end else None
    if thing is not None:
        return thing.last if thing.commune is not None else i
    last = i
    while last < end and scan.words[last].is_word and scan.words[last].is_capital and not _taken(scan, last) and last < i + 3:
        last += 1
    return last


def _begins_piece(scan: Scan, i: int) -> bool:
    return i == 0 or scan.sign(i - 1) in {",", ".", ":", "\n", "-", "–", "•", "*", ";", "+"} or scan.fold(i - 1) in {"et", "avec"}


def _like_a_house(scan: Scan, i: int) -> bool:
    """Whether word i opens the name of a structure: a sigle, or « mairie », « mission locale »."""
    sigle = 2 <= len(scan.sign(i)) <= 8 and scan.sign(i).isupper()
    return not _taken(scan, i) and (sigle or scan.fold(i) in _HOUSES)


def _taken(scan: Scan, i: int) -> bool:
    return any(at[i] is not None for at in (scan.time_at, scan.person_at, scan.group_at))


def _people(scan: Scan, i: int, end: int, *, house: str) -> tuple[list[Presence], int]:
    """Those named from word i on, and the word after the last of them."""
    found: list[Presence] = []
    while i < end and len(found) < _MOST:
        after = stranger_at(scan, i, end)
        if after is None:
            break
        post, beyond = told_beside(scan, after, end)
        told = f"{post}, {house}" if post is not None and opens_post(post) else house
        found.append(Presence(said=scan.slice(i, after), structure_said=told))
        i = beyond
        if scan.sign(i) not in _JOINS and scan.fold(i) != "et":
            return found, i
        if stranger_at(scan, i + 1, end) is None:
            return found, i
        i += 1
    return found, i


def _closes(scan: Scan, i: int, end: int) -> bool:
    return i >= end or scan.sign(i) in {")", ".", "\n", ";", ",", "-", "–"} or scan.fold(i) == "et"


def stands_in_list(scan: Scan, i: int, *, in_list: bool) -> bool:
    """Whether a structure at word i is told as somebody present: after a sign, « et », « avec » — not « accordé par l'agglo »."""
    j = i - 1
    while j >= 0 and scan.fold(j) in {"la", "le", "l", "les"}:
        j -= 1
    if j < 0:
        return True
    if in_list and in_presence_of(scan, j):
        return True
    if scan.fold(j) in _NOT_LISTED or (is_infinitive(scan.fold(j)) and scan.fold(j) not in ADDING | _NOTING):
        return False
    return (
        in_list
        or scan.sign(j) in {",", ":", "+", "(", "\n", ".", "&", ";", "-", "–"}
        or (scan.sign(j) == "/" and _listed_before(scan, j))
        or scan.fold(j) in {"et", "avec", "plus", "dont", "aussi", "ni"} | ADDING
        or not (scan.words[j].is_word or scan.sign(j) == "/")
        or scan.time_at[j] is not None
        or scan.thing_at[j] is not None
        or scan.person_at[j] is not None
    )


def _listed_before(scan: Scan, slash: int) -> bool:
    """Whether what stands before « / » is told as present: « : CAF / PMI », not « Convention GEM / hôpital »."""
    thing = scan.thing_at[slash - 1]
    if thing is not None and thing.structures:
        return stands_in_list(scan, thing.first, in_list=False)
    return scan.time_at[slash - 1] is not None or scan.person_at[slash - 1] is not None


def names_the_meeting(scan: Scan, i: int) -> bool:
    """« rencontre CPTS », « réu avec… » apart: a structure that says which meeting it was; or the employer of the person just named."""
    j = i - 1
    while j >= 0 and scan.fold(j) in ARTICLES:
        j -= 1
    if scan.words[j].canon in {"reunion", "rencontre", "rdv", "comite", "commission"} if j >= 0 else False:
        return True
    person = scan.person_at[i - 2] if i >= 2 and (scan.sign(i - 1) == "," or scan.fold(i - 1) in {"la", "le", "l"}) else None
    thing = scan.thing_at[i]
    if person is None or thing is None:
        return False
    return any(scan.index.people[p].structure_id in thing.structures for p in person.ids) and len(person.ids) == 1
