"""How sure an answer is: one sheet, several, some that only come near, or nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.finding.answers import Verdict
from bot.finding.entries import Entries, Entry
from bot.finding.matching import Sought
from bot.finding.ranking import Place, Ranked
from bot.finding.terms import SMALL
from bot.finding.wordbook import How

_SURE = frozenset({How.EXACT, How.OTHERWISE, How.SOUND, How.START, How.INITIAL})
_UNKNOWN_ONLY = frozenset({How.SOUND, How.START})  # « christian », whom others are called, is not Christiane
_CLEARLY_BETTER = 0.08
_WITHIN = 0.22  # of the first: what a list still holds
_NEAR_ENOUGH = 0.56
_LONG_ENOUGH = 5
_SLIP_SURE = 0.84
_AS_NEAR = 0.03
_AS_LIKELY = 0.06
_PARTICLES = SMALL | frozenset({"el", "ben", "da", "di", "van", "von", "al", "dos", "del"})


def verdict_of(entries: Entries, ranked: Sequence[Ranked], words: Sequence[Sought]) -> tuple[Verdict, list[Ranked]]:
    """The verdict on sheets ranked best first, and those of them to show."""
    if not ranked or ranked[0].score < _NEAR_ENOUGH:
        return Verdict.NOBODY, []
    first = ranked[0]
    shown = [one for one in ranked if one.score >= max(first.score - _WITHIN, _NEAR_ENOUGH)]
    if len(words) == 1 and any(place is not None and place.how is not How.EXACT for place in first.places):
        shown = _one_of_each_name(shown)
    if not answers(entries, first, words):
        return Verdict.NEAR, shown
    rivals = [one for one in shown[1:] if one.score >= first.score - _CLEARLY_BETTER and not _within(one, first)]
    return (Verdict.SEVERAL if rivals else Verdict.CLEAR), [one for one in shown if None not in one.places]


def _one_of_each_name(ranked: list[Ranked]) -> list[Ranked]:
    """A lone misspelt name may be any of several: one sheet of each before a second one of the same."""
    seen: set[str] = set()
    before: list[Ranked] = []
    after: list[Ranked] = []
    for one in ranked:
        name = one.entry.sheet.last_name
        near = one.score >= ranked[0].score - _AS_LIKELY and name not in seen
        (before if near else after).append(one)
        seen.add(name)
    return before + after


def _within(one: Ranked, other: Ranked) -> bool:
    """Whether somebody is of the structure whose sheet the other one is: she is reached from there."""
    return other.entry.own >= 0 and other.entry.own in one.entry.facets and one.entry.own < 0


def answers(entries: Entries, one: Ranked, words: Sequence[Sought]) -> bool:
    """Whether each word is found in the sheet in a way that leaves no doubt, and no half of a name is left unsaid."""
    slips = said = 0
    in_facet = Counter(place.facet for place in one.places if place is not None)
    for word, place in zip(words, one.places, strict=True):
        if place is None or (place.how in _UNKNOWN_ONLY and word.known):
            return False
        said |= place.covers
        if place.field == "group" and in_facet[place.facet] < entries.facets[place.facet].length and _is_commune(entries, word):
            return False  # a commune, found here in a part of the name of a group only
        if place.how is How.THEME and place.field != "structure":
            continue
        if place.how not in _SURE:
            slips += 1
            if not _sure_slip(one.entry, word, place):
                return False
        elif place.facet >= 0 and place.facet != one.entry.own and in_facet[place.facet] < entries.facets[place.facet].length:
            match = word.names.get(word.word.text)
            if match is not None and match.how is How.EXACT:
                return False  # somebody's name, found here in a part of that of a structure
    return slips <= 1 and not (len(words) > 1 and _half_said(one.entry, said))


def _is_commune(entries: Entries, word: Sought) -> bool:
    said = (place for text, match in word.facet_words.items() if match.how is How.EXACT for place in entries.by_facet_word[text])
    return any(entries.facets[place].field == "commune" for place in said)


def _sure_slip(entry: Entry, word: Sought, place: Place) -> bool:
    """Whether a misspelt word can only be that one: long enough, and nothing else as near."""
    if place.how is not How.SLIP or word.known or len(word.word.text) < _LONG_ENOUGH or place.quality < _SLIP_SURE:
        return False
    if place.facet >= 0:
        return place.facet == entry.own
    return sum(1 for match in word.names.values() if match.quality >= place.quality - _AS_NEAR) <= 1


def _half_said(entry: Entry, said: int) -> bool:
    """Whether a first or a last name of several words is said in part: « Marie Talbi » may be somebody else than Marie-Claude Talbi."""
    for part in (entry.last_names, entry.all_names & ~entry.last_names):
        unsaid = part & ~said
        if said & part and any(
            name.covers & unsaid and name.text not in _PARTICLES for name in entry.names if name.covers.bit_count() == 1
        ):
            return True
    return False
