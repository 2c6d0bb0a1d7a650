"""Who of a directory a few typed words mean: built once for each version of the directory, then asked many times."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from bot.finding.answers import Answer, Hit, Verdict, WordFound
from bot.finding.candidates import Reach
from bot.finding.demand import Demand, Word, read
from bot.finding.elsewhere import elsewhere, place_unmet
from bot.finding.entries import Entries
from bot.finding.matching import Sought, sought, ways
from bot.finding.ranking import Place, Ranked, rank
from bot.finding.sheets import Sheet, SheetKind
from bot.finding.verdicts import verdict_of
from bot.finding.wordbook import How

Found = dict[int, tuple[Ranked, tuple[Sought, ...]]]

_MOST_WAYS = 6
_SHORT = 4  # words
_AS_IT_STANDS = 0.01
_ENOUGH_ALONE = (0.98, 0.8, 0.0)  # a lone word that only begins as typed may as well be misspelt
_ENOUGH = (0.92, 0.8, 0.0)  # the best score with which words are looked for no farther
_NEARLY_BELOW = 0.8  # a best score under which sheets that one word does not reach are looked at too


class Index:
    """The sheets of one territory, ready to be asked. Immutable; safe to share between threads."""

    __slots__ = ("_entries",)

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._entries = Entries(sheets)

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, query: str, *, limit: int = 10) -> Answer:
        """Those whom a demand means, at most `limit`, best first. Any text will do; never raises."""
        demand = read(query)
        if not demand.words or not len(self._entries) or limit < 1:
            return Answer(Verdict.NOBODY)
        found: Found = {}
        for reach, enough in enumerate(_ENOUGH if len(demand.words) > 1 else _ENOUGH_ALONE):
            found = _search(self._entries, demand, reach)
            if max((ranked.score for ranked, _ in found.values()), default=0.0) >= enough:
                break
        answer = _answer(self._entries, found, demand, limit)
        if answer.hits and (answer.verdict is not Verdict.NEAR or _only_misspelt(*max(found.values(), key=lambda one: one[0].score))):
            return answer
        other = _elsewhere(self._entries, demand, limit)
        return other if other.hits else answer

    def elsewhere_than(self, query: str, sheets: Collection[tuple[SheetKind, int]]) -> bool:
        """Whether a short demand names a commune, a kind of structure or a theme that no sheet of these has."""
        demand = read(query)
        if not 0 < len(demand.words) <= _SHORT:
            return False
        told = [entry for entry in self._entries.all if (entry.sheet.kind, entry.sheet.id) in sheets]
        return any(
            all(place_unmet(self._entries, sought(self._entries, word, last=False, reach=0), entry) for entry in told)
            for word in demand.words
        )


def _search(entries: Entries, demand: Demand, reach: int) -> Found:
    """Who is reached by each way to read the demand, at its best."""
    best: Found = {}
    memo: dict[Word, Sought] = {}
    for way in dict.fromkeys(islice(ways(entries, demand), _MOST_WAYS)):
        for word in way:
            if word not in memo:
                memo[word] = sought(entries, word, last=word.last == len(demand.terms), reach=reach)
        words = tuple(memo[word] for word in way)
        for number, ranked in _ranked(entries, words, demand).items():
            if number not in best:
                best[number] = (ranked, words)
            elif best[number][0].score < ranked.score:
                literal = _AS_IT_STANDS * best[number][0].score  # who answers the words as they stand too is before who does not
                best[number] = (ranked._replace(score=ranked.score + literal), words)
    return best


def _ranked(entries: Entries, words: tuple[Sought, ...], demand: Demand) -> dict[int, Ranked]:
    reach = Reach(entries, words, initials=[term for term in demand.rest if len(term) == 1])
    unheard = not all(word.cost for word in words)
    found = {n: rank(entries, entries.all[n], words=words, demand=demand, by_ear=unheard) for n in reach.candidates()}
    if max((one.score for one in found.values()), default=0.0) < _NEARLY_BELOW:
        for number in reach.nearly():
            if number not in found:
                found[number] = rank(entries, entries.all[number], words=words, demand=demand, by_ear=True)
    return found


def _answer(entries: Entries, best: Found, demand: Demand, limit: int) -> Answer:
    order = sorted(best, key=lambda number: (-best[number][0].score, number))
    if not order:
        return Answer(Verdict.NOBODY)
    words_of = {id(ranked): words for ranked, words in best.values()}
    verdict, shown = verdict_of(entries, [best[number][0] for number in order], best[order[0]][1])
    return Answer(verdict, tuple(_hit(ranked, words_of[id(ranked)], demand=demand) for ranked in shown[:limit]))


def _elsewhere(entries: Entries, demand: Demand, limit: int) -> Answer:
    for way in islice(ways(entries, demand), _MOST_WAYS):
        words = tuple(sought(entries, word, last=word.last == len(demand.terms), reach=0) for word in way)
        near = elsewhere(entries, words, demand)[:limit]
        if near:
            return Answer(Verdict.NEAR, tuple(_hit(ranked, words, demand=demand) for ranked in near))
    return Answer(Verdict.NOBODY)


def _only_misspelt(ranked: Ranked, words: tuple[Sought, ...]) -> bool:
    """Whether slips alone leave a doubt, in words that are nothing else here or in the name of a structure that is told whole."""

    def stands(word: Sought, place: Place | None) -> bool:
        if place is None or place.how not in (How.SLIP, How.NEARLY_START):
            return place is not None and place.field != "group"
        return not word.known or 0 <= place.facet == ranked.entry.own

    return all(map(stands, words, ranked.places))


def _hit(ranked: Ranked, words: tuple[Sought, ...], *, demand: Demand) -> Hit:
    found = []
    for word, place in zip(words, ranked.places, strict=True):
        said = " ".join(demand.terms[word.word.first : word.word.last]) if not word.word.text else word.word.text
        found.append(WordFound(said, place.field, place.how) if place else WordFound(said))
    return Hit(ranked.entry.sheet, ranked.score, tuple(found))
