"""How fixed words speak of women and men together, in the four manners of `Inclusive`; the words are those of `mixed_words.py`.

In the code such words stand in the masculine, as in « {les participants} »: only here do they take the manner that a territory chose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.writing import Inclusive
from bot.french.mixed_words import WORDS
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
    forms = _TABLE[words.removeprefix(lead)]
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
    return tuple(_TABLE)


def _led(lead: str, words: str) -> str:
    return f"d{APOSTROPHE}{words}" if lead == "de " and elides(words) else lead + words


def _read() -> dict[str, Forms]:
    table: dict[str, Forms] = {}
    for word in WORDS:
        his, hers = word.masculine, word.feminine
        median = word.median or _pointed(his, hers, of=his)
        double = (word.double,) if word.double else None
        table[his] = Forms(masculine=his, feminine=hers, epicene=word.epicene, median=median, double=double)
        if word.double:
            continue
        many = plural_of(his)
        table[many] = Forms(
            masculine=many,
            feminine=plural_of(hers),
            epicene=word.epicenes or plural_of(word.epicene),
            median=word.medians or _pointed(his, plural_of(hers), of=many),
            double=_both(many, plural_of(hers)),
        )
    return table


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


_TABLE = _read()
