"""Which people of the directory a message names, and which of them each name can mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from bot.understanding.index import NameKey, VocabularyIndex
from bot.understanding.initials import after_initial, initials_before, initials_fit
from bot.understanding.lexicon_files import table
from bot.understanding.listed_names import keep_listed
from bot.understanding.name_neighbours import bears, employed, of_a_place
from bot.understanding.name_slips import opens_particled, slipped_name
from bot.understanding.other_families import (
    FIRST_NAMES,
    another_family,
    another_first,
    before_first,
    halved,
    joined,
    nobodys_first,
    of_another_first,
    of_somebody_else,
    past_compound,
)
from bot.understanding.person_mentions import PersonMention, title_of
from bot.understanding.tokens import fold
from bot.understanding.words import Word

_ALSO_WORDS = frozenset(fold(table("names")["also_words"]["words"]).split())
_COMMON = frozenset(fold(table("names")["common"]["words"]).split()) | _ALSO_WORDS
_PLURAL_TITLES = frozenset({"mmes", "mesdames", "mm", "messieurs", "drs"})


def find_people(
    text: str,
    words: Sequence[Word],
    index: VocabularyIndex,
    blocked: Collection[int] = (),
    *,
    structures_at: Mapping[int, tuple[int, ...]] = MappingProxyType({}),
) -> tuple[PersonMention, ...]:
    """All the names of people from left to right; `blocked` words (of hours and dates) are names only in a list.

    `structures_at`: the structures named from a word on, that make « Rey ARS » somebody.
    """
    found: list[PersonMention] = []
    i = 0
    while i < len(words):
        if not _may_begin(words, i, index) or (found and found[-1].last == i and joined(text, words, i)):
            i += 1
            continue
        past = past_compound(text, words, i, index)
        mention = _person_at(text, words, i, index) if past is None else None
        if past is not None or (mention is None and title_of(words, i) is not None):
            i = past or _past_stranger(text, words, i, index)
            continue
        if mention is None or (mention.bare and mention.first in blocked and not mention.weak):
            i += 1
            continue
        if mention.weak and ((i and bears(mention, words[i - 1], index)) or employed(mention, words, structures_at, index)):
            mention = replace(mention, weak=False)
        if mention.last < len(words) and words[mention.last].is_capital and joined(text, words, mention.last):
            mention = replace(mention, near=True)  # « Anne Lefèvre-Blanc » may be Anne Lefèvre
        i = mention.last + (half := halved(text, words, mention))
        if half or of_a_place(words, mention):
            continue
        found.append(mention)
        while words[mention.first].fold in _PLURAL_TITLES and (
            another := _under_title(text, words, i, title_of(words, mention.first), index)
        ):
            found.append(another)
            i = another.last
    return keep_listed(words, found)


def _may_begin(words: Sequence[Word], i: int, index: VocabularyIndex) -> bool:
    """Whether a name may begin at word i, by that word alone; most words are soon passed over."""
    word = words[i]
    said = word.fold
    if not word.is_word:
        return False
    if said in index.first_names or said in index.last_names or title_of(words, i) is not None:
        return True
    if len(said) <= 2 and any(after.fold in index.last_names for after in words[i + 1 : i + 3]):
        return True  # an initial
    if len(said) <= 3 and word.is_capital and i + 2 < len(words) and words[i + 1].text == "." and words[i + 2].is_capital:
        return True  # « Chl. Dumas », « B. Tessié »
    if word.is_capital and opens_particled(words, i, index):
        return True  # « Yan Le Gof »
    if len(said) < 5:
        return word.text.isupper() and said in index.initials
    return said not in _COMMON and bool(index.near_words(said))


def _person_at(text: str, words: Sequence[Word], i: int, index: VocabularyIndex) -> PersonMention | None:
    title = title_of(words, i)
    if (
        title is not None
        and len(words[i].fold) == 1
        and (initialed := _initial_name(text, words, i, index)) is not None
        and i + 1 < len(words)
        and len(words[i + 1].fold) == 1
        and words[i + 1].is_word
    ):
        return initialed
    if title is not None:
        j = i + 2 if i + 1 < len(words) and words[i + 1].text == "." else i + 1
        twice = j < len(words) and len(words[j].fold) > 1 and title_of(words, j) is not None  # « Mme Mme »
        mention = _name_at(text, words, j, index, title=title) if j < len(words) and not twice else None
        ids = _with_title(mention.ids, title, index) if mention is not None else ()
        if mention is not None and not ids and title == "docteur":  # « Dr Lefebvre » where the doctor is Anne Lefèvre
            near = [p for _, several in _near_keys_at(words, j, index, index.last_names) for p in several]
            ids = _with_title(tuple(near), title, index)
            mention = replace(mention, near=True)
        if mention is None or not ids:
            return _initial_name(text, words, i, index) if len(words[i].fold) == 1 else None  # « M. Perrin » may be Mathilde
        return replace(
            mention, first=i, start=words[i].start, ids=ids, said=text[words[i].start : mention.end], titled=True, weak=False, bare=False
        )
    return _name_at(text, words, i, index, title=None)


def _under_title(text: str, words: Sequence[Word], i: int, title: str | None, index: VocabularyIndex) -> PersonMention | None:
    """The next of those whom one title names: « Mmes Roux et Laurent »."""
    if title is None or i + 1 >= len(words) or words[i].text not in {",", "et", "&"}:
        return None
    mention = _name_at(text, words, i + 1, index, title=title)
    ids = _with_title(mention.ids, title, index) if mention is not None else ()
    return replace(mention, ids=ids, titled=True, weak=False, bare=False) if mention is not None and ids else None


def _past_stranger(text: str, words: Sequence[Word], i: int, index: VocabularyIndex) -> int:
    """The word after a title and the name that follows it, when nobody of the directory bears both: « Mme Lambert » is not Patrick."""
    j = i + 2 if i + 1 < len(words) and words[i + 1].text == "." else i + 1
    free = j < len(words) and words[j].is_word and title_of(words, j) is None
    named = _name_at(text, words, j, index, title=None) if free else None
    return named.last if named is not None and not named.near and not named.full else i + 1


def _with_title(ids: tuple[int, ...], title: str, index: VocabularyIndex) -> tuple[int, ...]:
    if title == "docteur":
        return tuple(p for p in ids if index.people[p].doctor)
    wanted = {"madame": ("Mme", "Madame"), "monsieur": ("M.", "M", "Monsieur")}[title]
    return tuple(p for p in ids if index.people[p].civility in wanted or index.people[p].civility is None)


def _name_at(text: str, words: Sequence[Word], i: int, index: VocabularyIndex, *, title: str | None) -> PersonMention | None:
    return (
        _full_name(text, words, i, index)
        or _initial_name(text, words, i, index)
        or _single_name(text, words, i, index, titled=title is not None)
    )


def _keys_at(words: Sequence[Word], i: int, names: dict[str, tuple[NameKey, ...]]) -> list[tuple[int, tuple[int, ...]]]:
    """The names that begin at word i: (index after, ids), longest first."""
    keys = names.get(words[i].fold) if i < len(words) else None
    if keys is None:
        return []
    found = []
    for key in keys:
        last = i + len(key.words)
        if last <= len(words) and all(words[i + k].fold == w for k, w in enumerate(key.words)):
            found.append((last, key.ids))
    return found


def _near_keys_at(
    words: Sequence[Word], i: int, index: VocabularyIndex, names: dict[str, tuple[NameKey, ...]]
) -> list[tuple[int, tuple[int, ...]]]:
    if i >= len(words) or not words[i].is_word or words[i].fold in _COMMON:
        return []
    near = [w for w in index.near_words(words[i].fold) if w != words[i].fold]
    ids = [(i + 1, key.ids) for w in near for key in names.get(w, ()) if len(key.words) == 1]
    return [(i + 1, tuple(dict.fromkeys(p for _, several in ids for p in several)))] if ids else []


def _mention(
    text: str,
    words: Sequence[Word],
    i: int,
    last: int,
    ids: tuple[int, ...],
    *,
    full: bool = False,
    bare: bool = False,
    near: bool = False,
    weak: bool = False,
) -> PersonMention:
    start, end = words[i].start, words[last - 1].end
    return PersonMention(
        first=i, last=last, start=start, end=end, ids=ids, said=text[start:end], full=full, bare=bare, near=near, weak=weak
    )


def _full_name(text: str, words: Sequence[Word], i: int, index: VocabularyIndex) -> PersonMention | None:
    for one, other in ((index.first_names, index.last_names), (index.last_names, index.first_names)):
        exact = _keys_at(words, i, one)
        found = _both(words, index, exact, other, slipped=False)
        if found is not None:
            return _mention(text, words, i, *found, full=True)
        found = _both(words, index, exact, other, slipped=True)
        if found is None and not exact and i + 1 < len(words):
            other_first = one is index.first_names and nobodys_first(words[i].fold, index)
            found = None if other_first else _both(words, index, _near_keys_at(words, i, index, one), other, slipped=False)
        if found is not None:
            return _mention(text, words, i, *found, full=True, near=True)
    known = slipped_name(words, i, index)
    return _mention(text, words, i, *known, full=True, near=True) if known is not None else _twice_mistyped(text, words, i, index)


def _both(
    words: Sequence[Word],
    index: VocabularyIndex,
    begun: list[tuple[int, tuple[int, ...]]],
    other: dict[str, tuple[NameKey, ...]],
    *,
    slipped: bool,
) -> tuple[int, tuple[int, ...]] | None:
    """The word after the other name of those whose one name has begun, and those who bear both; `slipped`: over a slip in the other."""
    for middle, ids in begun:
        for last, others in _near_keys_at(words, middle, index, other) if slipped else _keys_at(words, middle, other):
            both = tuple(p for p in ids if p in set(others))
            if both:
                return last, both
    return None


def _twice_mistyped(text: str, words: Sequence[Word], i: int, index: VocabularyIndex) -> PersonMention | None:
    """« patrik lamber »: a first and a last name, one slip in each, that one person alone bears; « Julien Rous » is somebody else."""
    pair = words[i : i + 2]
    if len(pair) < 2 or any(len(w.fold) < 5 or w.fold in FIRST_NAMES or w.fold in index.words for w in pair):
        return None
    for one, other in ((index.first_names, index.last_names), (index.last_names, index.first_names)):
        begun = {p for _, ids in _near_keys_at(words, i, index, one) for p in ids}
        both = tuple(p for _, ids in _near_keys_at(words, i + 1, index, other) for p in ids if p in begun) if begun else ()
        if len(set(both)) == 1:
            return _mention(text, words, i, i + 2, both[:1], full=True, near=True)
    return None


def _initial_name(text: str, words: Sequence[Word], i: int, index: VocabularyIndex) -> PersonMention | None:
    """« C. Moulin », « p martin », « Simon G. », « JL Garnier », « MOULIN C. »."""
    for initials, j in initials_before(words, i):
        for last, ids in _keys_at(words, j, index.last_names):
            fitting = tuple(p for p in ids if initials_fit(index.people[p].first_name, initials))
            if fitting:
                return _mention(text, words, i, last, fitting, full=True)
        if words[i].is_capital and j < len(words) and words[j].is_capital and len(words[j].fold) >= 5 and words[j].fold not in index.words:
            for last, ids in _near_keys_at(words, j, index, index.last_names):
                fitting = tuple(p for p in ids if initials_fit(index.people[p].first_name, initials))
                if fitting:
                    return _mention(text, words, i, last, fitting, full=True, near=True)
    for middle, ids in _keys_at(words, i, index.last_names):
        after = after_initial(words, middle)
        if after is not None and middle + 1 < len(words) and words[middle + 1].text in {".", ",", ")"}:
            fitting = tuple(p for p in ids if initials_fit(index.people[p].first_name, words[middle].fold))
            if fitting:
                return _mention(text, words, i, after, fitting, full=True)
    for middle, ids in _keys_at(words, i, index.first_names):
        after = after_initial(words, middle)
        fitting = tuple(p for p in ids if after is not None and fold(index.people[p].last_name).startswith(words[middle].fold))
        if after is not None and fitting:
            return _mention(text, words, i, after, fitting, full=True)
    return None


def _single_name(text: str, words: Sequence[Word], i: int, index: VocabularyIndex, *, titled: bool) -> PersonMention | None:
    word = words[i]
    lasts = _keys_at(words, i, index.last_names)
    firsts = _keys_at(words, i, index.first_names) if not titled else []
    if lasts or firsts:
        if not titled and (
            (bool(lasts) and of_another_first(words, i, index))
            or another_family(words, i, index, known_first=bool(firsts))
            or (lasts and not firsts and (another_first(words, i, index) or before_first(words, i, index)))
        ):
            return None
        end = max(last for last, _ in lasts + firsts)
        ids = tuple(dict.fromkeys(p for last, several in lasts + firsts if last == end for p in several))
        weak = end == i + 1 and word.fold in _ALSO_WORDS
        return _mention(text, words, i, end, ids, bare=True, weak=weak)
    if word.text.isupper() and 2 <= len(word.fold) <= 3 and word.fold in index.initials:
        return _mention(text, words, i, i + 1, index.initials[word.fold], bare=True, weak=True)
    if len(word.fold) < 5 or word.fold in index.words:
        return None
    if not titled and of_somebody_else(words, i, index):
        return None
    near = _near_keys_at(words, i, index, index.last_names)
    if not titled and word.fold not in FIRST_NAMES:  # « Julien » is no slip for « Julie »
        near += _near_keys_at(words, i, index, index.first_names)
    if near:
        ids = tuple(dict.fromkeys(p for _, several in near for p in several))
        return _mention(text, words, i, i + 1, ids, bare=True, near=True, weak=not titled)
    return None
