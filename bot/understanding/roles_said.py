"""Whom of the directory « le kiné de Bessèges », « les deux assistantes sociales » mean: a function, and who is said to bear it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.french.stems import stem
from bot.understanding.choosing import ARTICLES
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.partner_filters import function_stems
from bot.understanding.scan import Scan
from bot.understanding.things import same_commune
from bot.understanding.words import key_words

_OF = frozenset({"de", "d", "du", "des"})
_LINKS = _OF | {"en", "a", "la", "le", "l", "les"}
_SHORT: dict[str, tuple[str, ...]] = {
    spaced(said): tuple(functions) for said, functions in table("partners")["synonyms"].items() if " " not in spaced(said)
}
_QUALIFIERS = words_of("roll", "qualifiers")
_TELLING = 2  # words, from which on a function is told well enough where no group is: « l'infirmière scolaire »
_WOMEN = ("Mme", "Madame")
_MEN = ("M.", "M", "Monsieur")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSaid:
    """A function told by words [.., last): those who bear it, best known first; `placed`: a structure or a commune was told too."""

    last: int
    ids: tuple[int, ...]
    placed: bool


def role_at(scan: Scan, i: int, end: int, *, group_id: int | None, article: str = "") -> RoleSaid | None:
    """The people whom the function that begins at word i can mean; None if none begins there or if nobody bears it where it is said.

    `article`: the word before it, whose gender tells women (« la ») from men (« le ») where both bear the function.
    """
    told = _function(scan, i, end)
    if told is None:
        return None
    ids, last = told
    ids = [p for p in ids if p != scan.hearing.author_id]
    placed, last = _placed(scan, ids, last, end)
    if placed is None and scan.fold(last).startswith("liberal"):
        theirs, beyond = _of_town(scan, _freelance(scan, ids) or ids, last + 1, end)
        placed, last = (theirs, beyond) if beyond > last + 1 else (None, beyond)  # « la sage-femme libérale de Bessèges »
    ids = _of_gender(ids if placed is None else placed, scan.index, article, scan.fold(i) if placed is not None else "")
    inside = _members(scan, ids, group_id)
    if placed is None and not inside and (group_id is not None or last - i < _TELLING):
        return None  # « la directrice » alone, of whom nobody knows where
    if len(ids) > 1 and inside:
        ids = inside
    return RoleSaid(last=last, ids=tuple(ids), placed=placed is not None) if ids else None


def _function(scan: Scan, i: int, end: int) -> tuple[list[int], int] | None:
    """Those whose function holds every word told from word i on, and the word after the last of them."""
    ids: set[int] | None = None
    j = last = i
    while j < end and scan.words[j].is_word and scan.time_at[j] is None and scan.person_at[j] is None and scan.thing_at[j] is None:
        if scan.fold(j) in _LINKS:
            if j == i:
                return None
            j += 1
            continue
        bearing = _bearing(scan.index, scan.fold(j), scan.canon(j), head=ids is None)
        if ids is not None:
            bearing = bearing & ids or _of_house(scan.index, ids, scan.fold(j)) or _shortened(scan.index, ids, scan.fold(j))
        if not bearing:
            break
        ids, j = bearing, j + 1
        last = j
        j += j < end and scan.sign(j) == "." and len(scan.fold(j - 1)) <= 4 and j + 1 < end and scan.words[j + 1].is_word  # « inf. lycée »
    if ids is None or (
        j < end
        and j > last
        and scan.words[j].is_word
        and scan.fold(last) in _OF
        and not _thing_beside(scan, j)
        and scan.fold(j) not in {"chez", "mon", "notre"}
    ):
        return None  # « la pharmacienne du collège »
    return (sorted(ids), last) if not _goes_on(scan, last, end) else None


def _of_house(index: VocabularyIndex, ids: set[int], said: str) -> set[int]:
    """Those whose structure's name holds that word: « l'infirmière du lycée »."""
    if len(said) < 4:
        return set()
    houses = {p: index.structures.get(index.people[p].structure_id or -1) for p in ids}
    return {p for p, house in houses.items() if house is not None and said in key_words(" ".join((house.name, *house.aliases)))}


def _shortened(index: VocabularyIndex, ids: set[int], said: str) -> set[int]:
    """Those whose function holds a word that begins like that: « l'éduc spé », « le médecin addicto »."""
    if len(said) < 3:
        return set()
    return {p for p in ids if any(word.startswith(said) for word in key_words(index.people[p].function or ""))}


def _thing_beside(scan: Scan, i: int) -> bool:
    return scan.thing_at[i] is not None or scan.person_at[i] is not None or scan.time_at[i] is not None


def _goes_on(scan: Scan, i: int, end: int) -> bool:
    """Whether an unknown word goes on with the function: « la pharmacienne remplaçante », « le directeur adjoint »."""
    word = scan.words[i] if i < end else None
    return (
        word is not None
        and word.is_word
        and not _thing_beside(scan, i)
        and scan.group_at[i] is None
        and (word.fold in _QUALIFIERS or word.is_capital or word.fold.startswith("coord"))
    )


def _bearing(index: VocabularyIndex, said: str, canon: str, *, head: bool) -> set[int]:
    """Those whose function holds that word, or a word that it shortens; `head`: as what they are, not what they deal with."""
    found: set[int] = set()
    for function in _SHORT.get(said, ()):
        words = [stem(w) for w in key_words(function)]
        found |= set.intersection(*(set(index.functions.get(w, ())) for w in words)) if words else set()
    if not found:
        for known in function_stems(index, canon):
            found |= set(index.functions[known])
    if said in {"medecin", "medecins", "docteur", "toubib"}:
        found |= set(index.doctors)
    return {p for p in found if not head or _is_head(index, p, canon)}


def _is_head(index: VocabularyIndex, person: int, said: str) -> bool:
    """Whether the word told is what somebody is: the head of the function, or a profession in it; not what it deals with."""
    words = key_words(index.people[person].function or "")
    if not words:
        return index.people[person].doctor
    head, other = stem(words[0]), {stem(w) for w in words[1:]}
    told = stem(said)
    if told == head or (len(told) >= 3 and head.startswith(told)) or told in _PROFESSIONS & other:
        return True
    return any(stem(key_words(f)[0]) in {head} | (_PROFESSIONS & other) for f in _SHORT.get(said, ()) if key_words(f)) or (
        index.people[person].doctor and told in {"medecin", "docteur", "toubib"}
    )


_PROFESSIONS = frozenset(stem(w) for w in words_of("roll", "professions"))


def _of_gender(ids: list[int], index: VocabularyIndex, article: str, told: str) -> list[int]:
    if article in {"la", "une"} and told != "sage":  # « la sage-femme » may be a man
        return [p for p in ids if index.people[p].civility not in _MEN]
    if article in {"le", "un"}:
        return [p for p in ids if index.people[p].civility not in _WOMEN] or ids
    return ids


def _placed(scan: Scan, ids: list[int], i: int, end: int) -> tuple[list[int] | None, int]:
    """Those of the structure or commune told at word i (« du CH », « de Bessèges », « (CAF) ») and the word after; None if untold."""
    j = i
    opened = scan.sign(j) == "("
    j += opened
    while j < end and scan.fold(j) in ARTICLES | {"a", "au", "sur"}:
        j += 1
    ours = (
        _author_structure(scan)
        if j > i and [scan.fold(k) for k in (j, j + 1)] in (["chez", "nous"], ["mon", "equipe"], ["notre", "equipe"])
        else None
    )
    if ours is not None:
        return [p for p in ids if scan.index.people[p].structure_id == ours], j + 2
    thing = scan.thing_at[j] if j < end else None
    if thing is None or thing.first != j or (j == i and not thing.structures):
        return None, i
    index = scan.index
    last = thing.last + 1 if opened and scan.sign(thing.last) == ")" else thing.last
    if thing.structures:
        left = [p for p in ids if index.people[p].structure_id in thing.structures]
        return _of_town(scan, left, last, end)
    return ([p for p in ids if _works_in(index, p, thing.commune or "")], last) if thing.commune else (None, i)


def _of_town(scan: Scan, ids: list[int], i: int, end: int) -> tuple[list[int], int]:
    """Those who work in the town told at word i behind a structure, « libérale de Bessèges », and the word after; all if none is told."""
    j = i + 1
    if scan.fold(i) not in {"de", "d"} or j >= end or not scan.words[j].is_capital:
        return ids, i
    town = scan.thing_at[j]
    if town is None:
        return ([], j + 1) if scan.person_at[j] is None and scan.time_at[j] is None else (ids, i)
    return ([p for p in ids if _works_in(scan.index, p, town.commune or "")], town.last) if town.commune else (ids, i)


def _freelance(scan: Scan, ids: list[int]) -> list[int]:
    """Those whose structure is that of the « libéraux »."""
    return [p for p in ids if any(_of_house(scan.index, {p}, word) for word in ("liberaux", "liberal", "liberale"))]


def _works_in(index: VocabularyIndex, person: int, commune: str) -> bool:
    told = index.people[person]
    structure = index.structures.get(told.structure_id) if told.structure_id is not None else None
    return same_commune(told.commune or (structure.commune if structure else None), commune)


def _author_structure(scan: Scan) -> int | None:
    author = scan.index.people.get(scan.hearing.author_id) if scan.hearing.author_id is not None else None
    return author.structure_id if author is not None else None


def _members(scan: Scan, ids: list[int], group_id: int | None) -> list[int]:
    group = scan.index.groups.get(group_id) if group_id is not None else None
    if group is None:
        return []
    inside = set(group.member_ids) | set(group.pilot_ids)
    return [p for p in ids if p in inside]
