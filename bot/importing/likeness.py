"""Whether two sheets are of the same person: how close the names are, and what else they share or contradict."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from bot.importing.contacts import is_shared
from bot.importing.words import slug, words


class Closeness(IntEnum):
    """How close two names are."""

    DIFFERENT = 0
    PARTIAL = 1  # « Marie » and « Marie-Claude », « Martin » and « Martin-Roux », a last name alone
    TYPO = 2
    INITIAL = 3
    EXACT = 4


class Verdict(IntEnum):
    """What follows."""

    TWO = 0
    DOUBT = 1
    ONE = 2


@dataclass(frozen=True, slots=True)
class Features:
    """What tells somebody from others; `known` is the id of a sheet that the directory already has."""

    first: str
    last: str
    initial: bool
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    structures: tuple[int, ...]
    functions: tuple[str, ...]
    commune: str | None
    known: int | None = None

    @property
    def bare(self) -> bool:
        """Whether only the name is known."""
        return not (self.phones or self.emails or self.structures)

    @property
    def own_emails(self) -> tuple[str, ...]:
        """The mails that nobody else reads."""
        return tuple(email for email in self.emails if not is_shared(email))


def meet(some: Sequence[Hashable], others: Sequence[Hashable]) -> bool:
    """Whether they have one in common."""
    return any(one in others for one in some)


@lru_cache(maxsize=50_000)
def closeness(one: tuple[str, str, bool], other: tuple[str, str, bool]) -> Closeness:
    """Of (first name, last name, only initials known)."""
    (first, last, initial), (other_first, other_last, other_initial) = one, other
    same_last = slug(last) == slug(other_last)
    if sorted(words(f"{first} {last}")) == sorted(words(f"{other_first} {other_last}")):
        return Closeness.EXACT
    if same_last and slug(first) == slug(other_first):
        return Closeness.EXACT
    if initial or other_initial:
        return Closeness.INITIAL if (same_last or _typo(last, other_last)) and _letters_agree(first, other_first) else Closeness.DIFFERENT
    if not first or not other_first:
        return Closeness.PARTIAL if same_last else Closeness.DIFFERENT
    if same_last:
        if _typo(first, other_first):
            return Closeness.TYPO
        return Closeness.PARTIAL if _part(first, other_first) else Closeness.DIFFERENT
    if slug(first) == slug(other_first):
        if _typo(last, other_last):
            return Closeness.TYPO
        return Closeness.PARTIAL if _part(last, other_last) else Closeness.DIFFERENT
    return Closeness.DIFFERENT


def verdict(one: Features, other: Features, close: Closeness) -> Verdict:
    """Whether they are one person, perhaps, or two."""
    if close is Closeness.DIFFERENT:
        return Verdict.TWO
    mail = meet(one.emails, other.emails)
    phone = meet(one.phones, other.phones)
    if meet(one.own_emails, other.own_emails) or (mail and close >= Closeness.INITIAL):
        return Verdict.ONE
    if phone:
        last_name_alone = meet(one.structures, other.structures) and not (one.first and other.first)
        return Verdict.ONE if close >= Closeness.TYPO or last_name_alone else Verdict.DOUBT
    other_mail = bool(one.own_emails and other.own_emails)
    other_phone = bool(one.phones and other.phones)
    if meet(one.structures, other.structures):
        return _in_one_structure(one, other, close, other_mail=other_mail, other_phone=other_phone)
    if close is not Closeness.EXACT or other_mail:
        return Verdict.TWO
    if one.bare or other.bare:
        return Verdict.ONE
    if not one.structures or not other.structures or not (one.emails or one.phones) or not (other.emails or other.phones):
        return Verdict.DOUBT
    return Verdict.TWO


def _in_one_structure(one: Features, other: Features, close: Closeness, *, other_mail: bool, other_phone: bool) -> Verdict:
    other_function = bool(one.functions and other.functions and not meet(one.functions, other.functions))
    contradictions = other_mail + other_phone + other_function
    if close is Closeness.EXACT:
        return Verdict.ONE if contradictions <= 1 and not other_mail else Verdict.DOUBT
    if close is Closeness.INITIAL:
        return Verdict.ONE if not contradictions else Verdict.DOUBT if contradictions == 1 else Verdict.TWO
    if close is Closeness.TYPO:
        return Verdict.TWO if other_mail and other_phone else Verdict.DOUBT
    return Verdict.DOUBT if not other_mail and not contradictions else Verdict.TWO


def pairs(people: list[Features]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing: who shares a mail, a phone, or a name."""
    seen: set[tuple[int, int]] = set()
    for keys_of, crowded in _KEYS:
        for bucket in _buckets(people, keys_of, crowded=crowded):
            for place, one in enumerate(bucket):
                for other in bucket[place + 1 :]:
                    if (one, other) not in seen and not (people[one].known and people[other].known):
                        seen.add((one, other))
                        yield one, other


_CROWD = 60
_Keys = Callable[[Features], Iterable[Hashable]]
_KEYS: tuple[tuple[_Keys, bool], ...] = (  # what is compared within a crowd only when the names begin alike: a standard, a shared mailbox
    (lambda person: (" ".join(sorted(words(f"{person.first} {person.last}"))),), False),
    (lambda person: (f"{slug(person.first)} {slug(person.last)}",), False),
    (lambda person: person.emails, True),
    (lambda person: person.phones, True),
    (lambda person: ((house, part) for house in person.structures for part in {slug(person.last), *words(person.last)}), False),
)


def _buckets(people: list[Features], keys_of: _Keys, *, crowded: bool) -> Iterator[list[int]]:
    """Those who share a key of that kind: one kind at a time, for a large directory has many keys."""
    first: dict[Hashable, int] = {}
    shared: dict[Hashable, list[int]] = {}
    for index, person in enumerate(people):
        for key in keys_of(person):
            if first.setdefault(key, index) != index:
                shared.setdefault(key, [first[key]]).append(index)
    for bucket in shared.values():
        if not crowded or len(bucket) <= _CROWD:
            yield bucket
            continue
        alike: dict[str, list[int]] = {}
        for index in bucket:
            alike.setdefault(slug(people[index].last)[:2], []).append(index)
        yield from alike.values()


def _typo(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    one, other = slug(one), slug(other)
    shortest = min(len(one), len(other))
    return shortest >= 4 and OSA.distance(one, other, score_cutoff=2) <= (2 if shortest >= 9 else 1)


def _part(one: str, other: str) -> bool:
    a, b = set(words(one)), set(words(other))
    return bool(a & b) and (a <= b or b <= a)


def _letters_agree(first: str, other: str) -> bool:
    """« J.-P. » and « Jean-Paul », « A. » and « Alain »."""
    a, b = words(first), words(other)
    if len(a) == 1 and len(b) > 1 and len(a[0]) == len(b) > 1:
        a = tuple(a[0])
    if len(b) == 1 and len(a) > 1 and len(b[0]) == len(a) > 1:
        b = tuple(b[0])
    return bool(a and b) and all(x[0] == y[0] for x, y in zip(a, b, strict=False))
