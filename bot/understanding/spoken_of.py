"""Of what a meeting spoke, beside what was planned for it: « on a parlé du bilan seulement », « on a aussi parlé du transport »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.french.folding import telling_words
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan

_SPOKEN = table("cues")["spoken"]
_ONLY = frozenset(spaced(_SPOKEN["only"]).split())
_ALSO = frozenset(spaced(_SPOKEN["also"]).split())
_ENDS = PhraseTable({"only": _SPOKEN["only_ends"]})
_OF = frozenset({"de", "du", "des", "d"})
_THAT = frozenset({"que", "qu"})
_BETWEEN = re.compile(r"\s*[,;]\s*(?:et\s+|puis\s+)?|\s+(?:et|puis)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:(?:aussi|de|du|des|sur)\s+|d['’])+", re.IGNORECASE)
_NOT = re.compile(r"^pas\s", re.IGNORECASE)
_RICHER = 3  # words that a point may bear more in what is told than in the agenda


@dataclass(frozen=True, slots=True)
class Spoken:
    """Which words [first, last) name what was spoken of; nothing else was (`only`), or that as well (`also`)."""

    first: int
    last: int
    only: bool = False
    also: bool = False


def spoken_in(scan: Scan, part: Segment) -> Spoken:
    """What a part that tells of what one spoke names, without the words that say that it is all, or more."""
    head = {scan.fold(i) for i in range(part.first, part.body)}
    only, also = bool(head & _ONLY), bool(head & _ALSO)
    first, last = part.body, part.last
    while first < last - 1 and (word := scan.fold(first)) in _ONLY | _ALSO | _THAT:
        if word in _THAT and scan.fold(first + 1) not in _OF and not (only or "n" in head):
            break  # « on a évoqué que le film… »
        only, also = only or word not in _ALSO, also or word in _ALSO
        first += 1
    while (only or also) and first < last - 1 and first > part.body and scan.fold(first) in _OF:
        first += 1
    while (end := _end(scan, first, last)) < last:
        only = only or scan.words[end].is_word
        last = end
    return Spoken(first, last, only, also)


def _end(scan: Scan, first: int, last: int) -> int:
    """Where the words end once the last sign, « seulement » or « c'est tout » is left aside; `last` for none."""
    if last - 1 <= first:
        return last
    if scan.fold(last - 1) in _ONLY or (not scan.words[last - 1].is_word and scan.sign(last - 1) in {",", ";", "."}):
        return last - 1
    return next((i for i in range(max(first + 1, last - 4), last) if (found := _ENDS.at(scan.words, i)) and found.last == last), last)


def with_spoken(topics: tuple[str, ...], told: str, *, only: bool, also: bool, planned: tuple[str, ...]) -> tuple[str, ...]:
    """The topics of a card once that was told: a point that stands there is that point.

    Who names one of those planned, while nothing else was told, says of which the meeting spoke; the others were not spoken of.
    """
    items = [_ARTICLE.sub("", item).strip() for item in _BETWEEN.split(told) if item.strip() and not _NOT.match(item)]
    alike = {topic: [item for item in items if same_point(topic, item)] for topic in topics}
    if not any(alike.values()):
        return (told,) if only else (*topics, told)
    narrowed = only or (topics == planned and not also)
    stay = [max([topic, *alike[topic]], key=lambda text: len(telling_words(text))) for topic in topics if alike[topic] or not narrowed]
    known = [item for found in alike.values() for item in found]
    return tuple(dict.fromkeys([*stay, *(item for item in items if item not in known)]))


def same_point(point: str, told: str) -> bool:
    """Whether what was told is that point of an agenda."""
    here, there = telling_words(point), telling_words(told)
    return bool(here and there) and (there <= here or (here <= there and len(there) - len(here) <= _RICHER))
