"""When two ways of writing name the same structure: « CHAC », « CH Alès », « C.H. ALES CEVENNES »."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product

from bot.french.sigles import kinds
from bot.importing.words import fold, table, words, words_of

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.-?){2,}(?:[^\W\d_]\b)?\.?")
_SIGLE_AND_NUMBER = re.compile(r"^([a-z]{2,6})(2[ab]|\d{2,3})$")
_SMALL = frozenset(
    {"le", "la", "les", "l", "de", "du", "des", "d", "en", "et", "a", "au", "aux", "pour", "par", "sur", "un", "une", "contre", "lez"}
)
_LONGEST_NAME = 10


@dataclass(frozen=True, slots=True)
class Signature:
    """What a name says: kinds (each a set of possible ones), departments, and the words that distinguish."""

    kinds: frozenset[frozenset[str]]
    departments: frozenset[str]
    tokens: tuple[str, ...]
    region: frozenset[str] = frozenset()
    acronyms: frozenset[str] = field(default=frozenset(), compare=False)
    cut: frozenset[str] = field(default=frozenset(), compare=False)  # tokens written with a final dot: « alim. »
    said: frozenset[str] = field(default=frozenset(), compare=False)  # all words, those of the kinds too
    all_kinds: frozenset[str] = field(init=False, compare=False)
    richness: tuple[int, int] = field(init=False, compare=False)  # how much it distinguishes

    def __post_init__(self) -> None:
        object.__setattr__(self, "all_kinds", frozenset[str]().union(*self.kinds))
        count = len(self.tokens) + len(self.departments) + bool(self.region) + len(self.kinds)
        object.__setattr__(self, "richness", (count, sum(map(len, self.tokens))))

    @property
    def bare(self) -> bool:
        """Whether it only says of which kind the structure is."""
        return not self.tokens and not self.departments and not self.region

    def marks(self, *, searched: bool = False) -> set[tuple[str, str]]:
        """Under which heads it is filed, and (`searched`) where what is near it may be: one wrong letter spoils few heads."""
        found = {mark for token in self.tokens for mark in (_ends(token) if searched else _all_ends(token))}
        found |= {("word", word) for word in self.said} | {("letters", letters) for letters in self.acronyms}
        kinds = {("kind", kind) for kind in self.all_kinds}
        if not self.tokens:
            found |= {("bare", kind) for _, kind in kinds}
        if not searched:
            return found | kinds
        found = {mark for mark in found if mark[0] not in ("word", "letters")} | {("word", token) for token in self.tokens}
        found |= {mark for token in self.tokens if len(token) <= 8 for mark in (("letters", token),)}
        found |= {("initial", token[0]) for token in self.tokens if len(token) <= 3 or not set(token[:4]) & set("aeiouy")}
        found |= {("word", letters) for letters in self.acronyms} | {("bare", kind) for _, kind in kinds}
        return found | (kinds if not self.tokens else set())

    @property
    def many(self) -> bool:
        """Whether a territory has several structures of that kind."""
        return not self.all_kinds.isdisjoint(_many())


def _all_ends(token: str) -> tuple[tuple[str, str], ...]:
    return (("head", token[:2]), ("head", token[:3]), ("tail", token[-2:]), ("tail", token[-3:]), ("initial", token[:1]))


def _ends(token: str) -> tuple[tuple[str, str], ...]:
    """One or two wrong letters leave one end of a word as it was: three letters of a long one, two of a short one."""
    length = 3 if len(token) > 6 else 2
    return (("head", token[:length]), ("tail", token[-length:]))


@lru_cache(maxsize=50_000)
def signature(said: str) -> Signature:
    """The signature of a structure's name as typed."""
    glued = _DOTTED.sub(lambda found: re.sub(r"[.\-]", "", found[0]) + " ", said)
    short = table("structure_names")["short"]
    typed = [short.get(word, word) for word in words(glued)]
    cut = frozenset(words(glued)) & {fold(found) for found in re.findall(r"([^\W\d_]{3,})\.", glued)}
    plain = [_whole(word) if word in cut else word for word in typed if word not in _SMALL] or typed
    spread: list[str] = []
    for word in plain:
        glued_number = _SIGLE_AND_NUMBER.match(word)
        known = glued_number is not None and (glued_number[1] in _sigles() or glued_number[1] in words_of("structure_names", "noise"))
        spread += [glued_number[1], glued_number[2]] if glued_number and known else [word]
    left, found = _kinds(_without_pairs(spread))
    left, departments, region = _departments(left, alone=not found)
    noise = words_of("structure_names", "noise")
    kept = tuple(dict.fromkeys(word for word in left if word not in noise))
    if not kept and not found:
        kept = tuple(left)
    acronyms = frozenset(
        {
            "".join(w[0] for w in plain),
            "".join(w[0] for w in typed),
            "".join(w if w in _sigles() else w[0] for w in plain),  # « CH Alès Cévennes » → chac
        }
    )
    return Signature(frozenset(found), frozenset(departments), kept, frozenset(region), acronyms, cut, frozenset(plain))


def _without_pairs(plain: list[str]) -> list[str]:
    pairs = words_of("structure_names", "noise_pairs")
    gone = {i + k for i in range(len(plain) - 1) if f"{plain[i]} {plain[i + 1]}" in pairs for k in (0, 1)}
    return [word for i, word in enumerate(plain) if i not in gone]


def _whole(cut: str) -> str:
    """« alim. » → alimentaire: the only word of the known names that begins so."""
    if cut in _sigles():
        return cut
    found = {word for name in _names() for word in name if word.startswith(cut) and not word.endswith("s")}
    return found.pop() if len(found) == 1 else cut


def _kinds(plain: list[str]) -> tuple[list[str], set[frozenset[str]]]:
    """The words that are no kind, and the kinds: the longest names first."""
    names, sigles = _names(), _sigles()
    left: list[str] = []
    found: set[frozenset[str]] = set()
    i = 0
    while i < len(plain):
        length = next((n for n in range(min(_LONGEST_NAME, len(plain) - i), 0, -1) if tuple(plain[i : i + n]) in names), 0)
        if length:
            found.add(names[tuple(plain[i : i + length])])
            i += length
        elif plain[i] in sigles:
            found.add(sigles[plain[i]])
            i += 1
        else:
            left.append(plain[i])
            i += 1
    return left, found


def _departments(plain: list[str], *, alone: bool) -> tuple[list[str], set[str], set[str]]:
    known, by_name, regions = _territories()
    left, codes, region = [], set(), set()
    i = 0
    while i < len(plain):
        spans = [tuple(plain[i : i + n]) for n in (4, 3, 2, 1)]
        span = next((s for s in spans if s in by_name or s in regions), None)
        if span is not None and (not alone or len(plain) > len(span)):
            codes |= {by_name[span]} if span in by_name else set()
            region |= regions.get(span, set())
            i += len(span)
            continue
        if plain[i] in known and (i or not alone):
            codes.add(plain[i])
        else:
            left.append(plain[i])
        i += 1
    return left, codes, region


@cache
def _territories() -> tuple[dict[str, str], dict[tuple[str, ...], str], dict[tuple[str, ...], set[str]]]:
    """Departments by their code, and departments and regions by their words."""
    known: dict[str, str] = table("structure_names")["departments"]
    regions = {tuple(name.split()): set(codes) for name, codes in table("structure_names")["regions"].items()}
    return known, {tuple(name.split()): code for code, name in known.items()}, regions


def relation(one: Signature, other: Signature) -> int | None:
    """How many distinguishing words one says beyond the other when both may be the same structure (0: they say the same); else None."""
    if one.kinds and other.kinds and one.all_kinds.isdisjoint(other.all_kinds):
        return None
    small, large = (one, other) if one.richness <= other.richness else (other, one)
    acronym = _is_acronym(small, large) or _is_acronym(large, small)
    if acronym:
        return 1
    if not _kinds_agree(small, large) or not _departments_agree(small, large):
        return None
    matched = _matched(small, large)
    if matched is None:
        return None
    if not small.kinds and large.kinds and not any(len(token) > 3 for token in small.tokens):
        return None
    extra = [token for token in large.tokens if token not in matched]
    if set(extra) & words_of("structure_names", "unit"):
        return None
    if extra and not small.kinds and all(token in words_of("structure_names", "generic") for token in small.tokens):
        return None
    return len(extra) + len(large.departments ^ small.departments) + (bool(large.region) ^ bool(small.region))


def _is_acronym(short: Signature, long: Signature) -> bool:
    return not short.kinds and len(short.tokens) == 1 and 3 <= len(short.tokens[0]) <= 8 and short.tokens[0] in long.acronyms


def _kinds_agree(small: Signature, large: Signature) -> bool:
    if not small.kinds:
        return bool(small.tokens) and (not large.kinds or not all(t in words_of("structure_names", "generic") for t in small.tokens))
    if not large.kinds:
        return False
    return all(any(a & b for b in large.kinds) for a in small.kinds) and all(any(a & b for b in small.kinds) for a in large.kinds)


def _departments_agree(small: Signature, large: Signature) -> bool:
    if small.departments and large.departments:
        return small.departments == large.departments
    for one, other in ((small, large), (large, small)):
        if one.region and other.departments and not other.departments <= one.region:
            return False
    return not (small.region and large.region and small.region != large.region)


def _matched(small: Signature, large: Signature) -> set[str] | None:
    """The words of the larger that those of the smaller stand for; None when one stands for nothing."""
    matched: set[str] = set()
    for token in small.tokens:
        found = next(({known} for known in large.tokens if _same_word(token, known, small, large)), None) or _initials(token, large.tokens)
        if found is None and not small.kinds and token in large.said:
            found = {token}  # « La Ligue » for Ligue contre le cancer
        if found is None:
            return None
        matched |= found
    return matched


def _same_word(token: str, known: str, small: Signature, large: Signature) -> bool:
    if token == known:
        return True
    if token.isdigit() or known.isdigit():
        return False
    for short, long, cut in ((token, known, small.cut), (known, token, large.cut)):
        if long.startswith(short) and (short in cut or (len(short) >= 5 and len(long) - len(short) <= 2)):
            return True
    shortest = min(len(token), len(known))
    if shortest < 5 or (token[0] != known[0] and shortest < 7):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(token, known, score_cutoff=2) <= (2 if shortest >= 9 else 1)


def _initials(token: str, tokens: tuple[str, ...]) -> set[str] | None:
    """« jbd » for jean baptiste dumas: the words that begin with its letters, in a row."""
    if not 2 <= len(token) <= 5 or not token.isalpha():
        return {known for known in tokens if len(token) == 1 and known[0] == token} or None
    for start in range(len(tokens) - len(token) + 1):
        run = tokens[start : start + len(token)]
        if all(word[0] == letter for word, letter in zip(run, token, strict=True)):
            return set(run)
    return None


@cache
def _names() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for kind in kinds():
        for name in kind.names:
            kept = [word for word in words(name) if word not in _SMALL]
            spellings = [(word, word + "s") if len(kept) > 2 and len(word) > 3 and word[-1] != "s" else (word,) for word in kept]
            for spelling in product(*spellings[:6]):
                found.setdefault((*spelling, *kept[6:]), set()).add(kind.id)
    return {name: frozenset(ids) for name, ids in found.items()}


@cache
def _sigles() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind in kinds():
        for sigle in kind.sigles:
            found.setdefault(sigle, set()).add(kind.id)
    return {sigle: frozenset(ids) for sigle, ids in found.items()}


@cache
def _many() -> frozenset[str]:
    return frozenset(kind.id for kind in kinds() if kind.many)
