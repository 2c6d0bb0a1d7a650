"""How fixed words speak of women and men together, in the four manners of `Inclusive`; the words are `lexicon/mixed.toml`.

In the code such words stand in the masculine, as in « {les participants} »: only here do they take the manner that a territory chose.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

from bot.domain.writing import Inclusive
from bot.french.names import elides
from bot.french.numbers import number
from bot.french.plurals import is_plural, plural_of
from bot.french.typography import APOSTROPHE, NBSP

MEDIAN_POINT = "\N{MIDDLE DOT}"  # U+00B7; never a full stop nor U+2027
_BRACED = re.compile(r"\{([^{}]+)\}")
_LEADS = ("les ", "des ", "aux ", "de ")
_PERSON = re.compile("^personnes? ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A word in one number; `double` None: only one person is meant, whom nobody names twice (« 1 excusée ou excusé »)."""

    masculine: str
    feminine: str
    epicene: str
    median: str
    double: tuple[str, ...] | None


def mixed(words: str, manner: Inclusive, *, feminine: bool | None = None) -> str:
    """« les participants » as « les participantes et les participants », « les personnes présentes », « les participant·es ».

    `words` is masculine, alone or behind les, des, aux, de. `feminine`: the one gender of all who are meant, None when they are mixed or
    nobody said; words without gender stay so. KeyError for a word that the table lacks.
    """
    lead = next((one for one in _LEADS if words.startswith(one)), "")
    forms = _table()[words.removeprefix(lead)]
    match manner:
        case Inclusive.EPICENE:
            said: tuple[str, ...] = (forms.epicene,)
        case _ if feminine is not None:
            said = (forms.feminine if feminine else forms.masculine,)
        case Inclusive.MASCULINE:
            said = (forms.masculine,)
        case Inclusive.MEDIAN:
            said = (forms.median,)
        case _:
            said = forms.double or (forms.epicene,)
    if not lead and len(said) == 2:  # what is alike at the head is said once: « autres participantes et participants »
        said = said[0], said[1].removeprefix(_head(*said))
    return " et ".join(_led(lead, one) for one in said)


def counted_mixed(count: int, word: str, manner: Inclusive, *, feminine: bool | None = None, after: bool = False) -> str:
    """« 12 participantes et participants », « 1 personne présente »; `after` another count that said « personnes »: « 2 excusées »."""
    said = mixed(plural_of(word) if is_plural(count) else word, manner, feminine=feminine)
    if after and manner is Inclusive.EPICENE:
        said = _PERSON.sub("", said)
    return f"{number(count)}{NBSP}{said}"


def worded(text: str, manner: Inclusive) -> str:
    """A fixed sentence, with each of its words between braces in that manner: « Nombre {de participants} »."""
    return _BRACED.sub(lambda found: mixed(found[1], manner), text)


def mixed_words() -> tuple[str, ...]:
    """Every word that the table knows, in the masculine, in both numbers."""
    return tuple(_table())


def _led(lead: str, words: str) -> str:
    return f"d{APOSTROPHE}{words}" if lead == "de " and elides(words) else lead + words


@cache
def _table() -> dict[str, Forms]:
    told = tomllib.loads((files("bot.french") / "lexicon" / "mixed.toml").read_text(encoding="utf-8"))
    table: dict[str, Forms] = {}
    for masculine, row in told.items():
        feminine, epicene = row["feminin"], row["epicene"]
        double = (row["double"],) if "double" in row else None
        median = row.get("median") or _pointed(masculine, feminine, of=masculine)
        table[masculine] = Forms(masculine=masculine, feminine=feminine, epicene=epicene, median=median, double=double)
        if double:
            continue
        many, hers = plural_of(masculine), plural_of(feminine)
        table[many] = Forms(
            masculine=many,
            feminine=hers,
            epicene=row.get("epicene_pluriel") or plural_of(epicene),
            median=row.get("median_pluriel") or _pointed(masculine, hers, of=many),
            double=_both(many, hers),
        )
    return table


def _head(hers: str, his: str) -> str:
    """The whole words with which both begin, and the space behind them."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(hers.split(" "), his.split(" "), strict=False))
    return " ".join([*(one for one, _ in alike), ""]).removeprefix(" ")


def _both(masculine: str, feminine: str) -> tuple[str, str]:
    """« participantes », « participants attendus »: what follows agrees with the last word."""
    his, hers = masculine.split(" "), feminine.split(" ")
    differs = next(place for place, (m, f) in enumerate(zip(his, hers, strict=True)) if m != f)
    return " ".join(hers[: differs + 1]), masculine


def _pointed(singular: str, feminine: str, *, of: str) -> str:
    """« habitant·es » from « habitant » and « habitantes »; ValueError where one is not the beginning of the other: say it in the table."""
    words = []
    for word, hers, his in zip(singular.split(" "), feminine.split(" "), of.split(" "), strict=True):
        if hers == his:
            words.append(his)
        elif hers.startswith(word):
            words.append(f"{word}{MEDIAN_POINT}{hers[len(word) :]}")
        else:
            raise ValueError(f"{singular}: median form to be said")
    return " ".join(words)
