"""Who of a directory a few typed words mean: built once for each version of the directory, then asked many times."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from bot.finding.answers import Answer, Hit, Verdict, WordFound
from bot.finding.candidates import Reach
from bot.finding.demand import Demand, Word, read
from bot.finding.entries import Entries
from bot.finding.matching import Sought, sought, ways
from bot.finding.ranking import Ranked, rank
from bot.finding.sheets import Sheet
from bot.finding.verdicts import verdict_of

_MOST_WAYS = 6
_NEARLY_BELOW = 0.86  # a best score under which sheets that one word does not reach are looked at too


class Index:
    """The sheets of one territory, ready to be asked. Immutable; safe to share between threads."""

    __slots__ = ("_entries",)

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._entries = Entries(sheets)

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def distinct_words(self) -> int:
        """How many distinct words the sheets hold, those written of several glued ones included."""
        return len(self._entries.name_book.words) + len(self._entries.facet_book.words)

    def find(self, query: str, *, limit: int = 10) -> Answer:
        """Those whom a demand means, at most `limit`, best first. Any text will do; never raises."""
        demand = read(query)
        if not demand.words or not len(self._entries) or limit < 1:
            return Answer(Verdict.NOBODY)
        memo: dict[Word, Sought] = {}
        best: dict[int, tuple[Ranked, tuple[Sought, ...]]] = {}
        for way in dict.fromkeys(islice(ways(self._entries, demand), _MOST_WAYS)):
            words = tuple(self._sought(word, memo, last=word.last == len(demand.terms)) for word in way)
            for number, ranked in self._ranked(words, demand).items():
                if number not in best or best[number][0].score < ranked.score:
                    best[number] = (ranked, words)
        return _answer(best, demand, limit)

    def _sought(self, word: Word, memo: dict[Word, Sought], *, last: bool) -> Sought:
        if word not in memo:
            memo[word] = sought(self._entries, word, last=last)
        return memo[word]

    def _ranked(self, words: tuple[Sought, ...], demand: Demand) -> dict[int, Ranked]:
        reach = Reach(self._entries, words, initials=[term for term in demand.rest if len(term) == 1])
        entries = self._entries
        found = {n: rank(entries, entries.all[n], words=words, demand=demand) for n in reach.candidates()}
        if max((one.score for one in found.values()), default=0.0) < _NEARLY_BELOW:
            for number in reach.nearly():
                if number not in found:
                    found[number] = rank(entries, entries.all[number], words=words, demand=demand)
        return found


def _answer(best: dict[int, tuple[Ranked, tuple[Sought, ...]]], demand: Demand, limit: int) -> Answer:
    order = sorted(best, key=lambda n: (-best[n][0].score, n))
    if not order:
        return Answer(Verdict.NOBODY)
    words = best[order[0]][1]
    verdict, shown = verdict_of([best[n][0] for n in order], words)
    return Answer(verdict, tuple(_hit(*best[n], demand=demand) for n in order[: min(shown, limit)]))


def _hit(ranked: Ranked, words: tuple[Sought, ...], *, demand: Demand) -> Hit:
    found = []
    for word, place in zip(words, ranked.places, strict=True):
        said = " ".join(demand.terms[word.word.first : word.word.last]) if not word.word.text else word.word.text
        found.append(WordFound(said, place.field, place.how) if place else WordFound(said))
    return Hit(ranked.entry.sheet, ranked.score, tuple(found))
