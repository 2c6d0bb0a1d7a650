"""Which groups a message names, by their name, an alias, a shortened form or only their kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum

from bot.understanding.group_hints import SHORT_DAYS, counts_people, hinted_at, shortened, tellable
from bot.understanding.index import VocabularyIndex, kinds_said
from bot.understanding.lexicon_files import words_of
from bot.understanding.no_groups import meets_itself, names_another
from bot.understanding.spelling import alike
from bot.understanding.words import LINKS, Word

MAX_GROUPS = 12
_GENERIC = frozenset({"groupe", "grpe", "grp", "gpe", "com", "comm"})
_STOPS = words_of("groups", "stops")
_LONGEST_KIND = 3
_FORMAL = frozenset({"Copil", "Cotech", "plénière"})
_MISHEARD = 0.6  # likeness from which a word is one of the name, misheard: « perte d'otonomie »
_OPENINGS = frozenset(said.split()[0] for said in kinds_said())


class Strength(IntEnum):
    """How plainly a group is named."""

    WORDS = 1  # the words of its name stand somewhere
    HINTED = 2  # after « réunion », « pour », at the head of the message, or an alias that stands alone
    NAMED = 3  # kind and name


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMention:
    """Words [first, last), place [start, end), and the groups that they fit: one, or several among which to ask."""

    first: int
    last: int
    start: int
    end: int
    ids: tuple[int, ...]
    strength: Strength
    kind_only: bool = False
    partly: bool = False  # only a part of its name, or another kind, is said: never taken without a mark


def find_groups(words: Sequence[Word], index: VocabularyIndex) -> tuple[GroupMention, ...]:
    """All the groups named, from left to right (at most 12)."""
    found: list[GroupMention] = []
    i = 0
    while i < len(words) and len(found) < MAX_GROUPS:
        word = words[i]
        mention, after = _by_kind(words, i, index) if word.canon in _OPENINGS and word.is_word else (None, i)
        if after > i and mention is None:
            i = after
            continue
        if mention is None and word.is_word:
            mention = _bare(words, i, index)
        if mention is None:
            i += 1
        else:
            found.append(mention)
            i = mention.last
    return tuple(found)


def _by_kind(words: Sequence[Word], i: int, index: VocabularyIndex) -> tuple[GroupMention | None, int]:
    """The group that a kind said at word i opens; without one, the word after the name of a group that the territory does not have."""
    kind, after = kind_at(words, i)
    if kind is None:
        return None, i
    generic = words[i].canon in _GENERIC
    found = _Found((), after) if meets_itself(words, after) else _best(words, after, index, kind=kind)
    other = not found.ids
    if other and not meets_itself(words, after):
        found = _best(words, after, index)
    if found.ids and (found.denied or (other and not generic and _formal(kind, found.ids, index))):
        return None, found.last
    if found.ids:
        partly = found.partly or (other and not generic)
        return _mention(words, i, found.last, found.ids, Strength.NAMED, partly=partly), i
    if names_another(words, after):
        return None, i
    alone = tuple(g.id for g in index.vocabulary.groups if g.kind == kind)
    if alone and not generic:
        return _mention(words, i, after, alone, Strength.NAMED, kind_only=True), i
    return None, i


def _formal(kind: str, ids: tuple[int, ...], index: VocabularyIndex) -> bool:
    """Whether the kind said, or that of a group found, is an instance that is never said for another: a Copil is no Cotech."""
    return kind in _FORMAL or any(index.groups[g].kind in _FORMAL for g in ids)


def kind_at(words: Sequence[Word], i: int) -> tuple[str | None, int]:
    """The kind of group that word i begins to say (« comité de pilotage » → Copil) and the word after it; None and i if none."""
    content: list[str] = []
    best: tuple[str | None, int] = (None, i)
    j = i
    while j < len(words) and words[j].is_word and len(content) < _LONGEST_KIND:
        if words[j].canon not in LINKS:
            content.append(words[j].canon)
            kind = kinds_said().get(" ".join(content))
            if kind is not None:
                best = (kind, j + 1)
        elif not content:
            break
        j += 1
    return best


def _content(words: Sequence[Word], j: int) -> list[tuple[int, str]]:
    """The next content words from j on, at most six, up to a sign."""
    found: list[tuple[int, str]] = []
    while (
        j < len(words)
        and len(found) < 6
        and (words[j].is_word or words[j].is_number or (not found and words[j].text in {"«", '"', "-", "–", ":"}))
        and not (words[j].fold in SHORT_DAYS and j + 1 < len(words) and words[j + 1].is_number)
    ):
        if words[j].is_word and (words[j].canon not in LINKS or (words[j].text.isupper() and len(words[j].text) > 1)):
            found.append((j, words[j].canon))
        elif words[j].is_number:
            break
        j += 1
    return found


@dataclass(frozen=True, slots=True)
class _Found:
    """The groups that words fit best, up to word `last`; `denied`: what follows says that another group is meant."""

    ids: tuple[int, ...]
    last: int
    partly: bool = False
    denied: bool = False


def _best(words: Sequence[Word], j: int, index: VocabularyIndex, *, kind: str | None = None) -> _Found:
    content = _content(words, j)
    if content and content[0][1] in {"sur", "travail", "projet"}:
        content = content[1:]
    best: tuple[int, bool, int] = (0, False, 0)
    ids: dict[int, None] = {}
    cores: list[tuple[str, ...]] = []
    for core in index.cores_like(content[0][1]) if content else ():
        if kind is not None and core.kind != kind:
            continue
        matched, exact = _matched(content, core.words)
        if matched == 0:
            continue
        score = (matched, matched == len(core.words), exact)
        if score > best:
            best, ids, cores = score, {core.group_id: None}, [core.words]
        elif score == best:
            ids[core.group_id] = None
            cores.append(core.words)
    matched = best[0]
    if not matched:
        return _Found((), j)
    partly = not best[1]
    denied = partly and matched < len(content) and _says_another(words, content[matched - 1][0], content[matched][0], cores, index)
    return _Found(tuple(ids), content[matched - 1][0] + 1, partly, denied)


def _says_another(words: Sequence[Word], before: int, i: int, cores: Sequence[tuple[str, ...]], index: VocabularyIndex) -> bool:
    """Whether word i, after a part of a name, is of another: « GT Santé environnement » where « Santé mentale » is."""
    word = words[i]
    if len(word.canon) < 4 or word.fold in _STOPS or not all(w.canon in LINKS for w in words[before + 1 : i]):
        return False
    if word.canon in index.name_words or word.canon in index.phrases:
        return False
    return not any(SequenceMatcher(None, word.canon, w).ratio() > _MISHEARD for core in cores for w in core)


def _matched(content: list[tuple[int, str]], core: tuple[str, ...]) -> tuple[int, int]:
    """How many of the next words are words of the core, in order, and how many of them to the letter."""
    at = matched = exact = 0
    for _, word in content:
        where = next((k for k in range(at, len(core)) if core[k][0] == word[0] and alike(word, core[k])), None)
        if where is None:
            break
        exact += word == core[where]
        at, matched = where + 1, matched + 1
    return matched, exact


def _bare(words: Sequence[Word], i: int, index: VocabularyIndex) -> GroupMention | None:
    for core in index.bare_cores.get(words[i].canon, ()):
        last = _covers(words, i, core.words)
        if last is None:
            continue
        hinted = hinted_at(words, i)
        if len(core.words) == 1 and (not tellable(words[i], core, hinted=hinted) or counts_people(words, i)):
            continue
        if len(core.words) == 1 and not hinted and not core.bare and _of_several(words[i].canon, core.group_id, index):
            continue
        alike = [c for c in index.bare_cores[words[i].canon] if c.words == core.words]
        same = tuple(dict.fromkeys(c.group_id for c in [c for c in alike if c.main or c.bare] or alike))
        strength = Strength.HINTED if hinted or core.bare else Strength.WORDS
        return _mention(words, i, last, same, strength)
    if hinted_at(words, i, only_meeting=True) or shortened(words, i):
        found = _best(words, i, index)
        alone = words[found.last - 1].fold in _STOPS  # « mes réunions de la semaine » are not of the « semaines d'information »
        if found.ids and not found.denied and not alone and (len(found.ids) == 1 or found.last - i > 1):
            return _mention(words, i, found.last, found.ids, Strength.HINTED, partly=found.partly)
    return None


def _of_several(word: str, group_id: int, index: VocabularyIndex) -> bool:
    """Whether a word stands in the names of several groups: « santé » alone names none of them in passing."""
    return any(c.group_id != group_id and len(c.words) > 1 and word in c.words for c in index.cores_like(word))


def _covers(words: Sequence[Word], i: int, core: tuple[str, ...]) -> int | None:
    j, k = i, 0
    while j < len(words) and k < len(core):
        if words[j].is_word and (words[j].canon == core[k] or words[j].canon.rstrip("s") == core[k].rstrip("s")):
            k += 1
        elif not words[j].is_word or words[j].canon not in LINKS:
            return None
        j += 1
    return j if k == len(core) else None


def _mention(
    words: Sequence[Word],
    i: int,
    last: int,
    ids: tuple[int, ...],
    strength: Strength,
    *,
    kind_only: bool = False,
    partly: bool = False,
) -> GroupMention:
    return GroupMention(
        first=i,
        last=last,
        start=words[i].start,
        end=words[last - 1].end,
        ids=ids,
        strength=strength,
        kind_only=kind_only,
        partly=partly,
    )


def ordered_for(ids: Iterable[int], author_id: int | None, index: VocabularyIndex) -> tuple[int, ...]:
    """Groups to choose from, those of the author first."""
    own = set(index.groups_of.get(author_id, ())) if author_id is not None else set()
    return tuple(sorted(ids, key=lambda g: g not in own))


def groups_like(words: Sequence[Word], index: VocabularyIndex) -> tuple[int, ...]:
    """The groups that an answer of a few words fits best, as when one is asked for a group: « nutrition », « le dépistage »."""
    for i in range(min(len(words), 6)):
        if words[i].is_word and words[i].canon not in LINKS:
            found = _best(words, i, index)
            if found.ids and not found.denied:
                return found.ids
    return ()
