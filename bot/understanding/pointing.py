"""Which decision, action or topic of a card a few words mean: by its place (« la première »), its words, or who bears it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.domain.drafts import ActionDraft, Bearer
from bot.understanding.counts import number_value
from bot.understanding.scan import Scan
from bot.understanding.words import key_words

_LAST = frozenset({"dernier", "derniere", "derniers", "dernieres"})
_SECOND = frozenset({"second", "seconde"})
_FIRSTS = frozenset({"premier", "premiere", "premiers", "premieres"})
_ALL = frozenset({"les", "toutes", "tous", "ces", "mes", "nos"})
_NUMBERED = frozenset({"n", "no", "numero", "°", "num"})
_SMALL = frozenset({"pour", "avec", "dans", "chez", "une", "des", "les", "sur", "qui", "que", "faire", "fait", "plus", "vers", "aux"})


def ordinal_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """The rank told at word i, 0 for the first and -1 for the last, and the word after it."""
    word = scan.fold(i)
    if word == "avant" and scan.fold(i + 1) in _LAST:
        return -2, i + 2
    if word in _LAST:
        return -1, i + 1
    if word in _FIRSTS:
        return 0, i + 1
    if word in _SECOND:
        return 1, i + 1
    number = scan.number_at[i]
    if number is None or not number.ordinal or not number.whole or scan.time_at[i] is not None:
        return None
    last = i
    while last < len(scan) and scan.number_at[last] is number:
        last += 1
    return number.whole - 1, last


def rank_after(scan: Scan, i: int) -> tuple[int, int] | None:
    """The rank told after a noun: « décision 2 », « décision n° 2 »."""
    j = i
    while scan.fold(j) in _NUMBERED:
        j += 1
    value = number_value(scan, j) if j < len(scan) else None
    return (value[0] - 1, value[2]) if value is not None and value[0] > 0 else None


def content_words(words: Iterable[str]) -> frozenset[str]:
    """The words that tell things apart."""
    return frozenset(w for w in words if len(w) >= 3 and w not in _SMALL)


def words_of_text(text: str) -> frozenset[str]:
    """The telling words of a decision or an action."""
    return content_words(key_words(text))


def same_word(left: str, right: str) -> bool:
    """Whether two words are forms of one: « relance » and « relancer »."""
    if left == right:
        return True
    common = next((k for k, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    return common >= 5 or (common >= 4 and abs(len(left) - len(right)) <= 1)


def shared(left: Iterable[str], right: Iterable[str]) -> int:
    """How many words of the first stand in the second."""
    listed = tuple(right)
    return sum(any(same_word(a, b) for b in listed) for a in left)


def by_words(said: frozenset[str], texts: Sequence[str]) -> list[int]:
    """The texts that share the most words with what was said; none if no word is shared."""
    scores = [shared(said, words_of_text(text)) for text in texts]
    best = max(scores, default=0)
    return [k for k, score in enumerate(scores) if score == best] if best else []


def said_words(scan: Scan, first: int, last: int) -> frozenset[str]:
    """The telling words among words [first, last)."""
    return content_words(scan.canon(i) for i in range(first, last) if scan.words[i].is_word and scan.time_at[i] is None)


def borne_by(scan: Scan, first: int, last: int, actions: Sequence[ActionDraft]) -> tuple[list[int], bool]:
    """The actions of those named in words [first, last), and whether anybody is named there."""
    named = False
    found: list[int] = []
    for i in range(first, last):
        person, thing = scan.person_at[i], scan.thing_at[i]
        if person is not None and person.first == i:
            named = True
            found += [k for k, a in enumerate(actions) if any(_is_person(b, person.ids) for b in a.bearers)]
        elif thing is not None and thing.first == i and thing.structures:
            named = True
            found += [k for k, a in enumerate(actions) if any(b.structure_id in thing.structures for b in a.bearers)]
        elif scan.words[i].is_capital and person is None and thing is None:
            said = scan.fold(i)
            hers = [k for k, a in enumerate(actions) if any(b.said and said in key_words(b.said) for b in a.bearers)]
            named = named or bool(hers)
            found += hers
    return list(dict.fromkeys(found)), named


def _is_person(bearer: Bearer, ids: Sequence[int]) -> bool:
    return bearer.person_id in ids or any(c in ids for c in bearer.candidates)


def means_all(scan: Scan, first: int, last: int, count: int) -> bool:
    """Whether a determiner means them all: « les décisions », « toutes ces actions », « les deux »."""
    words = {scan.fold(i) for i in range(first, last)}
    number = next((n[0] for i in range(first, last) if (n := number_value(scan, i)) is not None), None)
    return bool(words & _ALL) and number in {None, count}
