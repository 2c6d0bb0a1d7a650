"""The ways to say that a sheet changes, compiled from the lexicon: each sentence is compared whole with each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.understanding.lexicon_files import table

_LEXICON = table("sheets")
_PIECES: dict[str, str] = {f"{{{name}}}": said for name, said in _LEXICON["pieces"].items()} | {"{ahead}": _LEXICON["change"]["ahead"]}
_SLOTS = {
    "{who}": r"(?P<who>P\d+(?: (?:de la|de l|du|des|de|d) {place})?)",
    "{other}": r"(?P<other>{title}{words})",
    "{name}": r"(?P<name>{words}(?: (?:de la|de l|de|d|du|des|la|les|l|le|et) {words})?)",
    "{function}": r"(?P<function>[^,:.?]{2,80}?)",
    "{commune}": r"(?P<commune>C\d+)",
    "{where}": r"(?P<where>{place}|{kinds}(?: (?:[PSC]\d+|[a-z0-9]+)){0,6})",
}
_KNOWN = {"{other}": r"(?P<other>P\d+)"}
_NAMED_PLACE = {"{where}": r"(?P<where>{place})"}
_OBJECT = {f"{{{name}}}": said for name, said in _LEXICON["object"].items() if name != "says"}
_SPECIAL = {"merge": _KNOWN, "object": _OBJECT, "structure": _NAMED_PLACE}


def core_of(words: str) -> tuple[int, int]:
    """Where the sentence itself stands in a line: « bonjour » and « merci » left out."""
    before, after = _around()
    start, end = 0, len(words)
    while (met := before.match(words, start, end)) and met.end() > start:
        start = met.end()
    while (met := after.search(words, start, end)) and met.start() < end:
        end = met.start()
    return start, end


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    around = _LEXICON["around"]
    return re.compile(rf"(?:{around['before']}(?= |$)[ ,:.]*|[ ,:.]+)"), re.compile(rf"[ ,.]+(?:{around['after']}(?=$))?$")


@cache
def ways_to_say(deed: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a section of the lexicon, in order."""
    section, _, part = deed.partition(".")
    return tuple(re.compile(whole) for said in _LEXICON[section][part or "says"] for whole in _whole(said, deed))


@cache
def piece(name: str) -> re.Pattern[str]:
    """A piece of the lexicon by itself."""
    return re.compile(_opened(f"{{{name}}}", ""))


@cache
def way(said: str) -> re.Pattern[str]:
    """A pattern written with the pieces and slots of the lexicon."""
    return re.compile(_opened(said, ""))


def words_in(section: str, name: str) -> str:
    """A string of the lexicon with its pieces put in."""
    return _opened(_LEXICON[section][name], section)


def _whole(said: str, deed: str) -> Iterator[str]:
    """The pattern, once for each way to say who comes instead: a named group stands once in an expression."""
    tail = "(?: ,? ?(?:et )?{instead})?"
    if tail not in said:
        yield _opened(said, deed)
        return
    yield _opened(said.replace(tail, ""), deed)
    for instead in _LEXICON[deed]["instead"]:
        yield _opened(said.replace(tail, "(?: ,? ?(?:et |mais )?)" + instead), deed)


def _opened(said: str, deed: str) -> str:
    for _ in range(4):
        for slots in (_SPECIAL.get(deed, {}), _SLOTS, _PIECES):
            for name, pattern in slots.items():
                said = said.replace(name, pattern)
    return said
