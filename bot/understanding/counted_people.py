"""Whether a number counts people: « 25 parents », « + 3 autres », « 2 techniciennes »."""

from __future__ import annotations

from bot.french.stems import stem
from bot.understanding.counts import staff_noun
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan

_SOMEBODY = words_of("names", "somebody")
AGENTS = (
    *("eur", "euse", "rice", "ier", "iere", "ien", "ienne", "iste", "ant", "ante", "logue", "iatre", "aire"),
    *("eurs", "euses", "rices", "iers", "ieres", "iens", "iennes", "istes", "ants", "antes", "logues", "iatres", "aires"),
)


def counts_people(scan: Scan, i: int, after: int, *, in_list: bool) -> bool:
    """Whether a number at word i counts people by the noun at word `after`: « 25 parents », « + 3 autres »; not « (3 départs) »."""
    if scan.sign(i - 1) == "+" and scan.words[after].is_word:
        return True
    noun, beside = scan.fold(after), scan.fold(after + 1)
    known = noun in _SOMEBODY or stem(scan.canon(after)) in scan.index.functions or staff_noun(scan, after) is not None
    return known or (in_list and (noun.endswith(AGENTS) or beside in _SOMEBODY or noun in {"autres", "nouveaux", "nouvelles"}))
