"""Which number stands at a place of the message, in digits or in French words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.understanding.tokens import Token

MOST_DIGITS = 12
"""A longer run of digits is a reference or a telephone, not a quantity."""

UNITS = {
    word: value
    for value, words in enumerate(
        (
            *("zero", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
            *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
        )
    )
    for word in words.split()
}
TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
ABOUT = {
    "huitaine": 8,
    "neuvaine": 9,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
}
ORDINALS = {"premier": 1, "premiere": 1, "second": 2, "seconde": 2, "unieme": 1, "cinquieme": 5, "neuvieme": 9} | {
    word.removesuffix("e") + "ieme": value for word, value in (UNITS | TENS).items() if value > 1 and word not in ("cinq", "neuf")
}
_OPENING = frozenset(
    [*UNITS, *TENS, "cent", "cents", "mille", "mil", *ABOUT, *ORDINALS, *[word + "s" for word in ABOUT], *[word + "s" for word in ORDINALS]]
)
SUFFIXES = frozenset(("e", "er", "ers", "ere", "eres", "re", "eme", "emes", "ieme", "iemes", "es", "nd", "nde", "me"))
FRACTIONS = {("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4")}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A number that was said: its exact value, its tokens [first, last) and its place [start, end) in the text.

    `approximate`: « une quinzaine », « une centaine ». `ordinal`: « 2e », « deuxième », « 1er ». `article`: « un », « une » alone.
    """

    value: Fraction
    first: int
    last: int
    start: int
    end: int
    approximate: bool = False
    ordinal: bool = False
    digits: bool = False
    article: bool = False

    @property
    def whole(self) -> int | None:
        """The value as an integer, None for « 2,5 »."""
        return self.value.numerator if self.value.denominator == 1 else None


def opens_number(word: str) -> bool:
    """Whether a number in words may begin with that folded word."""
    return word in _OPENING


def find_number(tokens: Sequence[Token], i: int) -> NumberMention | None:
    """The longest number that begins at token i, or None: « 14 », « 2,5 », « quatorze », « soixante-dix », « une quinzaine », « 2e »."""
    if i >= len(tokens):
        return None
    if tokens[i].kind == "number":
        return _in_digits(tokens, i)
    return _in_words(tokens, i) if tokens[i].folded in _OPENING else None


def find_numbers(tokens: Sequence[Token]) -> tuple[NumberMention, ...]:
    """All numbers of the message from left to right, none overlapping; « un » and « une » alone are left out."""
    found: list[NumberMention] = []
    i = 0
    while i < len(tokens):
        if tokens[i].kind != "number" and tokens[i].folded not in _OPENING:
            i += 1
            continue
        number = find_number(tokens, i)
        if number is not None and not number.article:
            found.append(number)
        i = number.last if number is not None else i + 1
    return tuple(found)


def _mention(
    tokens: Sequence[Token], first: int, last: int, value: Fraction | int, *, approximate: bool = False, ordinal: bool = False
) -> NumberMention:
    return NumberMention(
        value=Fraction(value),
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[last - 1].end,
        approximate=approximate,
        ordinal=ordinal,
        digits=tokens[first].kind == "number",
        article=last == first + 1 and tokens[first].folded in ("un", "une"),
    )


def _is(tokens: Sequence[Token], i: int, *, kind: str, glued: bool = True) -> bool:
    return i < len(tokens) and tokens[i].kind == kind and (tokens[i].glued or not glued)


def _in_digits(tokens: Sequence[Token], i: int) -> NumberMention | None:
    said = tokens[i].folded
    if "/" in said:
        return _mention(tokens, i, i + 1, Fraction(said))
    if len(said) > MOST_DIGITS:
        return None
    if _is(tokens, i + 1, kind="word") and tokens[i + 1].folded in SUFFIXES:
        return _mention(tokens, i, i + 2, int(said), ordinal=True)
    if _is(tokens, i + 1, kind="punct") and _is(tokens, i + 2, kind="number"):
        sign, after = tokens[i + 1].folded, tokens[i + 2].folded
        if sign == "/" and (said, after) in FRACTIONS and not _is(tokens, i + 3, kind="punct"):
            return _mention(tokens, i, i + 3, Fraction(int(said), int(after)))
        if sign in ",." and len(after) <= 2 and "/" not in after and not _continues(tokens, i + 3):
            return _mention(tokens, i, i + 3, Fraction(f"{said}.{after}"))
    return _in_groups(tokens, i)


def _continues(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dotted figure goes on after two parts, as in « 12.01.2026 »."""
    return _is(tokens, i, kind="punct") and _is(tokens, i + 1, kind="number") and tokens[i].folded in ",./-"


def _in_groups(tokens: Sequence[Token], i: int) -> NumberMention:
    """« 15 000 » and « 1.200.000 » as one number; any other run of digits as it is."""
    said, last = tokens[i].folded, i + 1
    if len(said) <= 3 and not said.startswith("0"):
        while len(said) <= MOST_DIGITS - 3 and _is(tokens, last, kind="number", glued=False) and not tokens[last].glued:
            if len(tokens[last].folded) != 3 or "/" in tokens[last].folded:
                break
            said, last = said + tokens[last].folded, last + 1
        while len(said) <= MOST_DIGITS - 3 and _is(tokens, last, kind="punct") and tokens[last].folded == ".":
            if not _is(tokens, last + 1, kind="number") or len(tokens[last + 1].folded) != 3 or "/" in tokens[last + 1].folded:
                break
            said, last = said + tokens[last + 1].folded, last + 2
    return _mention(tokens, i, last, int(said))


def _in_words(tokens: Sequence[Token], i: int) -> NumberMention | None:
    word = tokens[i].folded
    if word in ("un", "une") and i + 1 < len(tokens) and tokens[i + 1].folded in ABOUT:
        return _mention(tokens, i, i + 2, ABOUT[tokens[i + 1].folded], approximate=True)
    if word.removesuffix("s") in ABOUT:
        return _mention(tokens, i, i + 1, ABOUT[word.removesuffix("s")], approximate=True)
    if word.removesuffix("s") in ORDINALS:
        return _mention(tokens, i, i + 1, ORDINALS[word.removesuffix("s")], ordinal=True)
    value, last = _below_thousand(tokens, i)
    thousands = value if last > i else 1
    if last < len(tokens) and tokens[last].folded in ("mille", "mil"):
        rest, end = _below_thousand(tokens, _past_hyphen(tokens, last + 1))
        last, value = (end, thousands * 1000 + rest) if end > _past_hyphen(tokens, last + 1) else (last + 1, thousands * 1000)
    if last == i:
        return None
    unit, end = _ordinal_unit(tokens, last) if value % 10 == 0 and value >= 20 else (0, last)
    if unit:
        return _mention(tokens, i, end, value + unit, ordinal=True)
    return _mention(tokens, i, last, value)


def _ordinal_unit(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The end of « vingt-sixième », « trente et unième » at i: its value and next index; 0 and i when there is none."""
    at = _past_hyphen(tokens, i)
    at = at + 1 if at < len(tokens) and tokens[at].folded == "et" else at
    word = tokens[at].folded.removesuffix("s") if at < len(tokens) else ""
    value = ORDINALS.get(word, 0) if word.endswith("ieme") else 0
    return (value, at + 1) if 0 < value < 10 else (0, i)


def _past_hyphen(tokens: Sequence[Token], i: int) -> int:
    """The index after a hyphen at i, or i."""
    return i + 1 if i < len(tokens) and tokens[i].folded == "-" else i


def _below_thousand(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """Value and next index of a number in words under 1000 at i; the index is i when there is none."""
    value, last = _below_hundred(tokens, i)
    at = _past_hyphen(tokens, last) if last > i else i
    if at < len(tokens) and tokens[at].folded in ("cent", "cents") and value < 10:
        hundreds = 100 * (value if last > i else 1)
        begin = _past_hyphen(tokens, at + 1)
        rest, end = _below_hundred(tokens, begin)
        return (hundreds + rest, end) if end > begin else (hundreds, at + 1)
    return value, last


def _below_hundred(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """Value and next index of a number in words under 100 at i: « quatre-vingt-dix-sept », « soixante et onze », « vingt et un »."""
    if i >= len(tokens) or tokens[i].kind != "word":
        return 0, i
    word, after = tokens[i].folded, _past_hyphen(tokens, i + 1)
    if word == "quatre" and after < len(tokens) and tokens[after].folded in ("vingt", "vingts"):
        rest, end = _unit_after(tokens, after + 1, most=19)
        return 80 + rest, end
    if word in TENS:
        rest, end = _unit_after(tokens, i + 1, most=19 if word == "soixante" else 9)
        return TENS[word] + rest, end
    return _unit(tokens, i)


def _unit_after(tokens: Sequence[Token], i: int, *, most: int) -> tuple[int, int]:
    """The units after tens that end at i, joined by nothing, a hyphen or « et »; 0 and i when there are none."""
    begin = _past_hyphen(tokens, i)
    joined = begin < len(tokens) and tokens[begin].folded == "et"
    begin = _past_hyphen(tokens, begin + 1) if joined else begin
    rest, end = _unit(tokens, begin)
    allowed = (1, 11) if joined else range(1, most + 1)
    if end > begin and rest in allowed and rest <= most and (joined or tokens[begin].folded != "une" or begin > i):
        return rest, end
    return 0, i


def _unit(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """« sept », « dix-sept »."""
    if i >= len(tokens) or tokens[i].kind != "word" or tokens[i].folded not in UNITS:
        return 0, i
    value, after = UNITS[tokens[i].folded], _past_hyphen(tokens, i + 1)
    if value == 10 and after < len(tokens) and tokens[after].folded in ("sept", "huit", "neuf"):
        return 10 + UNITS[tokens[after].folded], after + 1
    return value, i + 1
