"""How a French word sounds, near enough to find a name written by ear: « Lefèvre » and « Lefebvre », « Gauthier » and « Gautier »."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

# What is written, then what is heard. A full stop is the end of the word; capitals are sounds that French writes with several letters.
_HEARD = """
    ph:f bv:v sch:S tch:S chr:kr chl:kl chn:kn ch:S sh:S cqu:k squ:sk qu:k q:k ck:k gh:g dj:j gn:n th:t h: w:v y:i z.: z:s
    eau:o eaux.:o eaud.:o eault.:o au:o aux.:o aud.:o aut.:o ault.:o auld.:o aulx.:o aul:ol ots.:o ot.:o os.:o op.:o out.:ou oux.:ou oud.:ou
    ais.:E ait.:E aix.:E ay.:E ai.:E ey.:E ei.:E ets.:E et.:E ers.:E er.:E ed.:E ez.:E ai:e ei:e ay:e ey:e
    oeu:e eu:e oe:e ae:e eux.:e eut.:e ieu:ie e.: es.: t.: ts.: d.: ds.: s.: x.: te.:t des.:d tes.:t
"""
_BEFORE_SOFT_VOWELS = "sc:s c:s gu:g g:j"
_NASALS = "an:A am:A en:A em:A aen:A in:I im:I yn:I ym:I un:I um:I ain:I aim:I ein:I eim:I on:O om:O"
_SILENT_AFTER_NASALS = ("d", "t", "g", "c", "p", "s", "ds", "ts", "cs", "gs", "ps", "k")
_TWICE = re.compile(r"(.)\1+")


def _pairs(table: str) -> dict[str, str]:
    return {said: heard for said, _, heard in (pair.partition(":") for pair in table.split())}


def _one_pass() -> tuple[re.Pattern[str], dict[str, str]]:
    """All that is written as one pattern, longest first and by its first letter, which is what makes it quick, and what each stands for."""
    sounds, nasals, soft = _pairs(_HEARD), _pairs(_NASALS), _pairs(_BEFORE_SOFT_VOWELS)
    sounds |= {f"{nasal}{end}.": heard for nasal, heard in nasals.items() for end in _SILENT_AFTER_NASALS}
    ahead = {**dict.fromkeys(soft, "(?=[eiy])"), **dict.fromkeys(nasals, "(?![aeiouynmh])")}
    sounds |= soft | nasals
    by_letter: dict[str, list[str]] = defaultdict(list)
    for said in sorted(sounds, key=lambda said: -len(said)):
        by_letter[said[0]].append(re.escape(said[1:]) + ahead.get(said, ""))
    pattern = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(pattern), sounds


_SAID, _SOUNDS = _one_pass()


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The sounds of a folded word in signs of our own, the same for most of the ways to write it; linear in its length."""
    heard = _SAID.sub(_heard, _TWICE.sub(r"\1", word) + ".").replace("c", "k").rstrip(".")
    return heard or word


def _heard(match: re.Match[str]) -> str:
    return _SOUNDS[match[0]]
