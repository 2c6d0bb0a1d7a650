"""Who of a file is the same person: rows and known sheets put together, never two homonyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.importing.likeness import Closeness, Features, Verdict, closeness, meet, pairs, verdict

_Name = tuple[str, str, bool]  # as `closeness` compares them


@dataclass(slots=True)
class Clusters:
    """Who is one person: the cluster of each index, and the pairs of clusters that leave a doubt."""

    of: list[int]
    members: dict[int, list[int]] = field(default_factory=dict)
    doubts: list[tuple[int, int]] = field(default_factory=list)


def clusters(people: list[Features], echoes: Iterable[tuple[int, int]] = ()) -> Clusters:
    """Puts together those who are surely one, `echoes` before all; two known sheets or two different first names never are."""
    joined = _Union(people)
    for one, other in echoes:
        joined.join(one, other)
    sure: list[tuple[Closeness, int, int]] = []
    doubtful: list[tuple[int, int]] = []
    homonyms = _homonyms(people)
    for one, other in pairs(people):
        close = closeness(_name(people[one]), _name(people[other]))
        said = verdict(people[one], people[other], close)
        alone = people[one].bare or people[other].bare
        if said is Verdict.ONE and alone and close is Closeness.EXACT and homonyms[_key(people[one])] > 2:
            said = Verdict.DOUBT
        if said is Verdict.ONE:
            sure.append((close, one, other))
        elif said is Verdict.DOUBT:
            doubtful.append((one, other))
    for close, one, other in sorted(sure, key=lambda edge: (-edge[0], edge[1], edge[2])):
        if close is not Closeness.INITIAL and not joined.join(one, other):
            doubtful.append((one, other))
    doubtful += _join_initials(people, joined, [(one, other) for close, one, other in sure if close is Closeness.INITIAL])
    members = joined.members()
    of = [joined.root(index) for index in range(len(people))]
    open_pairs = dict.fromkeys((min(of[a], of[b]), max(of[a], of[b])) for a, b in doubtful if of[a] != of[b])
    return Clusters(of, members, [pair for pair in open_pairs if joined.may_join(*pair)])


def _join_initials(people: list[Features], joined: _Union, edges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """« A. Giraud » joins Alain where only he fits; where Anne fits as well, it is a doubt."""
    left: list[tuple[int, int]] = []
    by_initial: dict[int, list[int]] = defaultdict(list)
    for one, other in edges:
        if people[one].initial and people[other].initial:
            if not joined.join(one, other):
                left.append((one, other))
            continue
        short, full = (one, other) if people[one].initial else (other, one)
        by_initial[short].append(full)
    for short, fulls in by_initial.items():
        strong = [full for full in fulls if _reached_alike(people[short], people[full])]
        fits = {joined.root(full) for full in (strong or fulls)}
        if len(fits) == 1 and joined.join(short, fulls[0] if not strong else strong[0]):
            continue
        left += [(short, full) for full in fulls]
    return left


class _Union:
    """Sets that grow together, and what forbids it."""

    def __init__(self, people: list[Features]) -> None:
        self._parent = list(range(len(people)))
        self._known: list[int | None] = [person.known for person in people]
        self._people = people
        self._full: dict[int, frozenset[_Name]] = {}  # of the sets that grew

    def root(self, index: int) -> int:
        """The name of the set of that index."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def may_join(self, one: int, other: int) -> bool:
        """Whether nothing forbids that both sets are one person."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return True
        if self._known[a] is not None and self._known[b] is not None:
            return False
        return all(closeness(x, y) is not Closeness.DIFFERENT for x in self._names(a) for y in self._names(b))

    def join(self, one: int, other: int) -> bool:
        """Makes them one; False when that is forbidden."""
        if not self.may_join(one, other):
            return False
        a, b = sorted((self.root(one), self.root(other)))
        if a != b:
            self._parent[b] = a
            self._known[a] = self._known[a] if self._known[a] is not None else self._known[b]
            self._full[a] = self._names(a) | self._names(b)
        return True

    def _names(self, root: int) -> frozenset[_Name]:
        """The names of that set that are more than initials."""
        if root in self._full:
            return self._full[root]
        return frozenset() if self._people[root].initial else frozenset({_name(self._people[root])})

    def members(self) -> dict[int, list[int]]:
        """The indexes of each set, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self._parent)):
            found[self.root(index)].append(index)
        return dict(found)


def _name(person: Features) -> _Name:
    return person.first, person.last, person.initial


def _reached_alike(one: Features, other: Features) -> bool:
    return meet(one.phones, other.phones) or meet(one.emails, other.emails)


def _key(person: Features) -> tuple[str, ...]:
    return tuple(sorted(f"{person.first} {person.last}".casefold().split()))


def _homonyms(people: list[Features]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for person in people:
        found[_key(person)] += 1
    return found
