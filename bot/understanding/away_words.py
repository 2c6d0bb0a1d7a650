"""What says that somebody could not come, was away, or was there for a while."""

from __future__ import annotations

from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable

_COULD = table("cues")["could_not"]
_AFTER = table("cues")["away_after"]


def excused_words() -> list[str]:
    """What says that somebody could not come: the words of the lexicon, and « n'a pas pu », « ne pourrait pas » with what follows."""
    unable = [f"{said} {deed}" for said in _COULD["unable"] for deed in _COULD["deeds"]]
    return [*table("cues")["excused"]["words"], *unable, *_COULD["alone"], *_COULD["other"], *_AFTER["excused"]]


def absent_words() -> list[str]:
    """What says that somebody did not come, or was elsewhere."""
    return [*table("cues")["absent"]["words"], *_AFTER["absent"]]


AFTER_ONLY = frozenset(spaced(said) for said in (*_AFTER["excused"], *_AFTER["absent"]))
"""What is said only of those just named: « nous a lâchés », « en formation »; nobody is announced by it."""

NAMED_STATES = PhraseTable(
    {
        "there": table("roll")["there_after"]["words"],
        "away": [*_AFTER["excused"], *_AFTER["absent"], *_COULD["other"], *table("roll")["plainly_away"]["words"]],
    }
)
"""What is said of nobody but a person, be the name before it also a word: « bonnet arrivé à 20h », « fabre pas venu »."""
