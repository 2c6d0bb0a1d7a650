"""Which order of a change somebody named stands under, to add or to take out: read once over the whole message, in one pass each way."""

from __future__ import annotations

from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan

_LEXICON = table("requests")
MODES = PhraseTable({"add": _LEXICON["add"]["words"], "remove": _LEXICON["remove"]["words"]})
_POINTING = words_of("requests", "pointing")
_TAKES_OUT = ("enlev", "retir", "supprim", "efface", "vire", "raye")
_BIDS = frozenset({"enleve", "retire", "supprime", "efface", "vire", "raye", "ajoute", "rajoute"})
_APART = frozenset({",", ";", "/", "(", ")", "→", "|", "\n"})  # « retire Paola, + Leïla » adds Leïla; « retire Paola + Leïla » does not
_MINUS = frozenset({"-", "–", "—", "−"})
_NEAR = 40  # words: how far before a minus the plus may stand that it answers


class Orders:
    """The orders of a message and whom each of its words stands under; building it and asking it cost a constant a word."""

    __slots__ = ("_ahead", "_back", "_plus_opens", "_pluses", "_scan", "forward")

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.forward = [f for f in MODES.all(scan.words) if not _points_back(scan, f.first)]
        self._ahead = self._orders_ahead()
        self._back = self._orders_behind()
        self._pluses = [k for k in range(len(scan)) if scan.sign(k) == "+"]
        self._plus_opens = any(scan.sign(k - 1) == "\n" for k in self._pluses)

    def mode(self, first: int, last: int) -> str:
        """`add` or `remove` for whoever is named by words [first, last): the nearest order before, or one behind that points back."""
        scan = self._scan
        if scan.sign(first - 1) in _MINUS and any(scan.sign(k) == "+" for k in range(max(0, first - _NEAR), first)):
            return "remove"  # « + Mansouri, - Moulin »
        back = self._back[last] if last < len(scan) else None
        if back is not None:
            return "remove" if scan.fold(back).startswith(_TAKES_OUT) or scan.fold(back) == "moins" else "add"
        if scan.sign(first - 1) in _MINUS and scan.sign(first - 2) in {",", ";", "\n"} and self._adds_by_sign(first):
            return "remove"  # « + Claire Simon, - Élise Durant »
        return self._ahead[first]

    def pointed_back(self, last: int) -> bool:
        """Whether « à ajouter », « faut l'enlever » follows whoever ends before word `last`."""
        return last < len(self._scan) and self._back[last] is not None

    def _adds_by_sign(self, first: int) -> bool:
        """Whether a plus adds somebody as the dash before word `first` takes away: at the head of its own line, if the dash is at one."""
        return self._plus_opens if self._scan.sign(first - 2) == "\n" else bool(self._pluses)

    def _orders_ahead(self) -> list[str]:
        """For each word, the last order told before it in its sentence."""
        scan = self._scan
        modes: list[str] = []
        mode, inside = "add", 0
        for k in range(len(scan)):
            modes.append(mode)
            if scan.sign(k) in {"\n", ";"} or _full_stop(scan, k) or (scan.sign(k) == "+" and scan.sign(k - 1) in _APART):
                mode, inside = "add", k + 1
                continue
            found = MODES.at(scan.words, k) if k >= inside else None
            if found is None:
                continue
            inside = found.last
            counts = scan.fold(k) in {"pas", "au"} and found.last < len(scan) and scan.number_at[found.last] is not None  # « pas 8 mais 9 »
            if not counts and not _points_back(scan, k):
                mode = found.tag
        return modes

    def _orders_behind(self) -> list[int | None]:
        """For each word, the first order from there on that points back, before the sentence ends or another person is named."""
        scan = self._scan
        found: list[int | None] = [None] * (len(scan) + 1)
        for k in range(len(scan) - 1, -1, -1):
            person = scan.person_at[k]
            stops = _full_stop(scan, k) or scan.sign(k) == "\n" or (person is not None and person.first == k)
            found[k] = None if stops else k if _points_back(scan, k) else found[k + 1]
        return found


def _points_back(scan: Scan, i: int) -> bool:
    """« faut l'enlever », « à retirer », « Zoé Renard en moins »: said of who was just named."""
    if scan.fold(i) in {"plus", "moins"} and scan.fold(i - 1) == "en" and i > 1:
        person, thing = scan.person_at[i - 2], scan.thing_at[i - 2]
        return person is not None or (thing is not None and bool(thing.structures))
    bound = scan.fold(i) in _BIDS and scan.fold(i + 1) in {"la", "le", "les"} and (i + 2 >= len(scan) or not scan.words[i + 2].is_word)
    if bound and i > 1:
        return True  # « Chloé était pas là hier, enlève-la »
    return scan.sign(i + 1) != ":" and scan.fold(i) in _POINTING and scan.fold(i - 1) in {"l", "la", "le", "les", "a"} and i > 1


def _full_stop(scan: Scan, i: int) -> bool:
    """Whether a sentence ends at word i: not the dot of « Dr. » or of an initial."""
    return scan.sign(i) in {"!", "?"} or (scan.sign(i) == "." and len(scan.fold(i - 1)) > 3)
