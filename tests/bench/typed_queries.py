"""What people type to find somebody in a directory: each kind of query with the sheets that are right answers to it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from bot.finding import Sheet, SheetKind
from bot.french.folding import fold
from tests.bench.made_directory import TYPED_FOR, WRITTEN_BOTH_WAYS, MadeDirectory, made_surnames

# Ways to misspell by ear, written down apart from those that the search knows.
_BY_EAR = (
    ("ph", "f"), ("f", "ph"), ("eau", "o"), ("au", "o"), ("o", "au"), ("qu", "k"), ("k", "c"), ("ca", "ka"), ("co", "ko"), ("ss", "c"),
    ("ll", "l"), ("nn", "n"), ("tt", "t"), ("rr", "r"), ("l", "ll"), ("n", "nn"), ("t", "tt"), ("th", "t"), ("t", "th"), ("y", "i"),
    ("ie", "y"), ("ai", "ei"), ("ei", "ai"), ("en", "an"), ("an", "en"), ("ain", "in"), ("in", "ain"), ("ault", "aud"), ("aud", "aut"),
    ("ot", "eau"), ("et", "ay"), ("ier", "iez"), ("z", "s"), ("ge", "je"), ("gi", "ji"), ("h", ""), ("bv", "v"), ("ois", "oit"),
)  # fmt: skip
_KEYS = "azertyuiopqsdfghjklmwxcvbn"
_MOST_TIES = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the places in the directory of all the sheets that answer it alike."""

    kind: str
    text: str
    right: frozenset[int]


class Typist:
    """Types queries for one directory, the same ones for the same seed."""

    def __init__(self, directory: MadeDirectory, rng: random.Random) -> None:
        self._sheets, self._people, self._rng = directory.sheets, directory.people, rng
        self._labels: dict[str, set[int]] = defaultdict(set)
        self._last: dict[str, set[int]] = defaultdict(set)
        self._of_commune: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._of_structure: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._doing: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._structures: dict[str, int] = {}
        for place, sheet in enumerate(directory.sheets):
            self._labels[fold(sheet.label)].add(place)
            if sheet.kind is SheetKind.PERSON:
                self._last[fold(sheet.last_name)].add(place)
                self._of_commune[(fold(sheet.last_name), sheet.communes[0])].add(place)
                self._of_structure[(fold(sheet.last_name), sheet.structures[0].id)].add(place)
                self._doing[(sheet.functions[0], sheet.communes[0])].add(place)
            else:
                self._structures[sheet.label] = place

    def queries(self, of_each: int) -> list[Query]:
        """That many queries of each kind."""
        kinds: dict[str, Callable[[], tuple[str, set[int]] | None]] = {
            "exact": self._exact,
            "one typo": lambda: self._misspelt(1),
            "two typos": lambda: self._misspelt(2),
            "swapped words": self._swapped,
            "prefix": lambda: self._prefix(typo=False),
            "prefix with a typo": lambda: self._prefix(typo=True),
            "name alone with a typo": self._alone,
            "phonetic variant": self._by_ear,
            "partial tokens": self._partial,
            "initial + name": self._initial,
            "name + commune": self._with_commune,
            "structure with typos": self._structure,
            "synonym or sigle": self._otherwise,
            "name + structure": self._with_structure,
        }
        found = []
        for kind, typed in kinds.items():
            made = 0
            while made < of_each:
                one = typed()
                if one is not None:
                    found.append(Query(kind, self._cased(one[0]), frozenset(one[1])))
                    made += 1
        return found

    def absent(self, count: int) -> list[str]:
        """Names that nobody of the directory bears: half of words that others bear, half with a surname never seen there."""
        found: list[str] = []
        strange = [name for name in made_surnames(4 * count, self._rng) if fold(name) not in self._last]
        while len(found) < count:
            last = self._person().last_name if len(found) % 2 else self._rng.choice(strange)
            name = f"{self._person().first_name} {last}"
            if fold(name) not in self._labels:
                found.append(self._cased(name))
        return found

    def _person(self) -> Sheet:
        return self._sheets[self._rng.randrange(self._people)]

    def _cased(self, text: str) -> str:
        return text if self._rng.random() < 0.4 else fold(text)

    def _exact(self) -> tuple[str, set[int]]:
        label = self._person().label
        return label, self._labels[fold(label)]

    def _swapped(self) -> tuple[str, set[int]]:
        person = self._person()
        return f"{person.last_name} {person.first_name}", self._labels[fold(person.label)]

    def _misspelt(self, typos: int) -> tuple[str, set[int]] | None:
        label = fold(self._person().label)
        typed = self._with_typos(label, typos)
        return None if typed is None or typed in self._labels else (typed, self._labels[label])

    def _with_typos(self, text: str, typos: int) -> str | None:
        """Slips of the thumb in words of four letters or more: a letter more, less, changed, or two swapped."""
        words = text.split()
        long = [k for k, word in enumerate(words) if len(word) >= 4]
        if not long:
            return None
        chosen = self._rng.sample(long, typos) if len(long) >= typos else long * typos
        for k in chosen:
            words[k] = self._slip(words[k])
        typed = " ".join(words)
        return None if typed == text else typed

    def _slip(self, word: str) -> str:
        rng = self._rng
        at, draw = rng.randrange(len(word)), rng.random()
        if draw < 0.25:
            return word[:at] + word[at + 1 :]
        if draw < 0.5:
            return word[:at] + rng.choice(_KEYS) + word[at:]
        if draw < 0.75:
            return word[:at] + rng.choice(_KEYS) + word[at + 1 :]
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    def _prefix(self, *, typo: bool) -> tuple[str, set[int]] | None:
        label = fold(self._person().label)
        first_end = label.index(" ")
        for end in range(min(first_end + 4, len(label)), len(label)):
            start = label[:end]
            right = {place for known, places in self._labels.items() if known.startswith(start) for place in places}
            if len(right) <= _MOST_TIES:
                typed = self._with_typos(start, 1) if typo else start
                return None if typed is None or (typo and typed in self._labels) else (typed, right)
        return None

    def _alone(self) -> tuple[str, set[int]] | None:
        last = fold(self._person().last_name)
        typed = self._with_typos(last, 1) if len(last) >= 5 and " " not in last else None
        return None if typed is None or typed in self._last else (typed, self._last[last])

    def _by_ear(self) -> tuple[str, set[int]] | None:
        person = self._person()
        last = fold(person.last_name)
        ways = [(said, heard) for said, heard in _BY_EAR if said in last[1:]]
        if not ways:
            return None
        said, heard = self._rng.choice(ways)
        typed = last[0] + last[1:].replace(said, heard, 1)
        return None if typed in self._last else (f"{fold(person.first_name)} {typed}", self._labels[fold(person.label)])

    def _partial(self) -> tuple[str, set[int]] | None:
        person = self._person()
        first, last = fold(person.first_name), fold(person.last_name)
        for more in range(8):
            starts = first[: max(3, len(first) // 2)], last[: max(3, len(last) // 2) + more]
            right = {place for place, sheet in self._typed_people() if sheet[0].startswith(starts[0]) and sheet[1].startswith(starts[1])}
            if len(right) <= _MOST_TIES:
                return " ".join(starts if self._rng.random() < 0.6 else starts[::-1]), right
        return None

    def _typed_people(self) -> list[tuple[int, tuple[str, str]]]:
        if not hasattr(self, "_folded"):
            self._folded = [(k, (fold(s.first_name), fold(s.last_name))) for k, s in enumerate(self._sheets[: self._people])]
        return self._folded

    def _initial(self) -> tuple[str, set[int]]:
        person = self._person()
        last, letter = fold(person.last_name), fold(person.first_name)[0]
        right = {place for place in self._last[last] if fold(self._sheets[place].first_name).startswith(letter)}
        return self._rng.choice((f"{letter} {last}", f"{letter}. {last}", f"{last} {letter}")), right

    def _with_commune(self) -> tuple[str, set[int]]:
        person = self._person()
        commune = person.communes[0]
        typed = commune.replace("Saint-", "St ").replace("Sainte-", "Ste ").replace("-", " ") if self._rng.random() < 0.5 else commune
        return f"{person.last_name} {typed}", self._of_commune[(fold(person.last_name), commune)]

    def _with_structure(self) -> tuple[str, set[int]]:
        person = self._person()
        structure = person.structures[0]
        return f"{person.last_name} {structure.name}", self._of_structure[(fold(person.last_name), structure.id)]

    def _structure(self) -> tuple[str, set[int]] | None:
        name = self._rng.choice(list(self._structures))
        typed = self._with_typos(fold(name), self._rng.choice((1, 2)))
        return None if typed is None or typed in self._labels else (typed, {self._structures[name]})

    def _otherwise(self) -> tuple[str, set[int]] | None:
        """A function or a structure under another name, with the commune: whoever does that there is right."""
        if self._rng.random() < 0.5:
            person = self._person()
            ways = TYPED_FOR.get(person.functions[0])
            if ways is None:
                return None
            head, commune = person.functions[0].split()[0], person.communes[0]
            right = {k for (does, where), several in self._doing.items() if where == commune and head in does.split() for k in several}
            return f"{self._rng.choice(ways)} {commune}", right
        name = self._rng.choice(list(self._structures))
        for sigle, full in WRITTEN_BOTH_WAYS:
            for written, typed in ((sigle, full), (full, sigle)):
                if name.startswith(f"{written} d"):
                    at = self._structures[name]
                    right = {at} | {k for k, s in enumerate(self._sheets) if s.structures[0] is self._sheets[at].structures[0]}
                    twin = self._structures.get(name.replace(written, typed))
                    commune = self._sheets[at].communes[0]
                    of_it = {
                        k for (does, where), several in self._doing.items() if where == commune and sigle in does.split() for k in several
                    }
                    right |= of_it  # « médecin de PMI »
                    return f"{typed} {commune}", right | ({twin} if twin is not None else set())
        return None
