"""How a meeting to come is called when it is that of no group: « réunion avec la CAF »."""

from __future__ import annotations

from bot.understanding.lengths import MEETING
from bot.understanding.phrases import Found
from bot.understanding.plan_spots import Told
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan

_SMALL = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "a",
        "au",
        "de",
        "du",
        "des",
        "d",
        "pour",
        "en",
        "dans",
        "et",
        "stp",
        "svp",
        "merci",
        "moi",
        "nous",
        "avec",
        "sur",
        "chez",
        "par",
    ]
)
_LONGEST = 80


def title_told(scan: Scan, verb: Found | None, told: Told) -> str | None:
    """The words that name it, from the word for a meeting on; times, place and what is private left out; None when there are none."""
    noun = MEETING.first(scan.words, verb.last if verb is not None else 0)
    if noun is None:
        return None
    private = any(i >= noun.first for i in private_words(scan))  # then it is called by that word alone
    words = [i for i in range(noun.first, noun.last if private else len(scan)) if i not in told.words]
    last = noun.first
    for i in words:
        if i > last + 1:
            break  # the name ends where a time or the place begins
        last = i
    while last > noun.first and (scan.fold(last) in _SMALL or not (scan.words[last].is_word or scan.words[last].is_number)):
        last -= 1
    said = scan.slice(noun.first, last + 1).strip(" ,.;:-–")[:_LONGEST]
    return said[0].upper() + said[1:] if said else None
