"""Which groups a cell names, told apart from one way of writing to another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.domain.directory import KnownGroup, once
from bot.domain.directory_imports import ProposedGroup
from bot.importing.words import fold, words

_HARD_CUTS = re.compile(r"[\n;|•·]")
_CUTS = re.compile(r"[\n;,|•·]|\s/\s|/(?=\s*(?:gt|copil|cotech|groupe|commission|clsm)\b)|\s\+\s|\s-\s", re.IGNORECASE)
_KINDS = {
    ("groupe", "de", "travail"): "gt", ("groupes", "de", "travail"): "gt", ("groupe", "travail"): "gt",
    ("gt",): "gt", ("gdt",): "gt", ("groupe",): "gt",
    ("copil",): "copil", ("comite", "de", "pilotage"): "copil", ("cotech",): "cotech", ("comite", "technique"): "cotech",
    ("commission",): "commission", ("com",): "commission", ("pleniere",): "pleniere", ("assemblee", "pleniere"): "pleniere",
}  # fmt: skip
_SMALL = frozenset({"le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "en"})
_NUMBER = re.compile(r"^\s*(?:\d+[.)]|[-*])\s*")


def listed(cell: str) -> tuple[str, ...]:
    """The pieces of a cell; each may still list several names."""
    return once(_tidy(piece) for piece in _HARD_CUTS.split(cell))


def _tidy(piece: str) -> str:
    return " ".join(_NUMBER.sub("", piece).split())


class Groups:
    """The groups of a directory and of a file, each once."""

    def __init__(self, known: Iterable[KnownGroup]) -> None:
        self._proposed: list[ProposedGroup] = []
        self._by_key: dict[tuple[str, tuple[str, ...]], int] = {}
        self._by_topic: dict[tuple[str, ...], list[int]] = {}
        self._read: dict[str, int] = {}
        for group in known:
            index = self._add(ProposedGroup(id=group.id, name=group.name))
            for name in (group.name, *group.aliases):
                self._note(_key(name), index)

    def find_all(self, piece: str) -> tuple[int, ...]:
        """The groups that a piece of a cell names: one when it is known as it stands, else each of what its commas and slashes part."""
        if _key(piece) in self._by_key:
            return (self._by_key[_key(piece)],)
        return tuple(self.find(name) for name in once(_tidy(part) for part in _CUTS.split(piece)))

    def find(self, name: str) -> int:
        """The index of the group that these words name; a new one when none is near."""
        if name not in self._read:
            self._read[name] = self._search(name)
        return self._read[name]

    def proposed(self) -> tuple[ProposedGroup, ...]:
        """Every group, in the order of the indexes."""
        return tuple(self._proposed)

    def _search(self, name: str) -> int:
        key = _key(name)
        if key in self._by_key:
            return self._by_key[key]
        same_topic = self._by_topic.get(key[1], [])
        if len(same_topic) == 1 and (not key[0] or not _key(self._proposed[same_topic[0]].name)[0]):
            if key[0] and self._proposed[same_topic[0]].id is None:  # the fuller name stands
                self._proposed[same_topic[0]] = ProposedGroup(name=name)
            self._note(key, same_topic[0])
            return same_topic[0]
        near = self._near(key)
        if near is None:
            near = self._add(ProposedGroup(name=name))
        self._note(key, near)
        return near

    def _near(self, key: tuple[str, tuple[str, ...]]) -> int | None:
        from rapidfuzz.distance import OSA

        topic = " ".join(key[1])
        if len(topic) < 6 or any(character.isdigit() for character in topic):
            return None
        close = {
            i
            for (kind, other), i in self._by_key.items()
            if kind == key[0] and OSA.distance(topic, " ".join(other), score_cutoff=2) <= 1 + (len(topic) > 11)
        }
        return close.pop() if len(close) == 1 else None

    def _add(self, group: ProposedGroup) -> int:
        self._proposed.append(group)
        return len(self._proposed) - 1

    def _note(self, key: tuple[str, tuple[str, ...]], index: int) -> None:
        self._by_key.setdefault(key, index)
        topics = self._by_topic.setdefault(key[1], [])
        if index not in topics:
            topics.append(index)


def _key(name: str) -> tuple[str, tuple[str, ...]]:
    """Its kind and the words of its topic: « Groupe de travail Santé-mentale » → gt, (sante, mentale)."""
    said = words(name)
    for length in (3, 2, 1):
        if said[:length] in _KINDS:
            topic = tuple(word for word in said[length:] if word not in _SMALL)
            return _KINDS[said[:length]], topic
    return "", tuple(word for word in said if word not in _SMALL) or (fold(name),)
