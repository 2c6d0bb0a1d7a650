"""The words of a text to keep, as they were typed: without fillers, farewells, nor what a day or a name left out leaves behind."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from bot.french.points_put_off import puts_off_point
from bot.understanding.lexicon_files import spaced, words_of
from bot.understanding.ranks import is_rank
from bot.understanding.scan import Scan

CHATTER = tuple(sorted(words_of("cues", "chatter"), key=len, reverse=True))
_FAREWELLS = frozenset(c for c in CHATTER if c.startswith("bon") and c.count(" ") == 1)
_ELIDED = re.compile(r"(?<![\w’'-])([dlsnjmtDLSNJMT]|[Qq]u|[cC](?= (?:est|[ée]tai))) (?=[aeiouhyàâéèêîôûœ]\w)")  # « s occupe », « qu il »
_FILLERS = frozenset({"euh", "heu", "ben", "bah", "hein", "voila", "stp", "svp"})
EDGES = " \t\n,;:.–—-→>•·«\"'()[]=+*|/"
_TAILS = frozenset(
    {
        "a",
        "au",
        "aux",
        "de",
        "du",
        "d",
        "des",
        "le",
        "la",
        "l",
        "les",
        "et",
        "pour",
        "pr",
        "avec",
        "par",
        "en",
        "moi",
        "puis",
        "mais",
        "prochain",
        "prochaine",
        "donc",
        "que",
        "qui",
        *("echeance", "deadline", "delai", "confie", "confiee", "confies", "confiees", ""),
    }
)


def told(scan: Scan, first: int, last: int, left_out: Collection[int] = ()) -> str:
    """The words [first, last) as typed, without fillers nor the words left out, trimmed of signs at both ends."""
    pieces: list[str] = []
    begun: int | None = None
    end = 0
    for i in range(first, last):
        word = scan.words[i]
        out = i in left_out or word.fold in _FILLERS or word.text == "\n"
        if not out:
            begun = word.start if begun is None else begun
            end = word.end
        elif begun is not None:
            pieces.append(scan.text[begun:end])
            begun = None
    if begun is not None:
        pieces.append(scan.text[begun:end])
    said = " ".join(" ".join(pieces).split()).strip(EDGES)
    return _balanced(_ELIDED.sub("\\1’", said.replace(" ,", ",").replace(" .", ".").replace(",,", ",")))


def told_items(scan: Scan, first: int, last: int, left_out: Collection[int] = ()) -> list[str]:
    """The texts of a list told in one breath, « 1) enquête radon, 2) réunion publique »; one text where nothing is numbered."""
    marks = [i for i in range(first, last) if scan.words[i].is_number and scan.time_at[i] is None and is_rank(scan, i)]
    apart = [i for i in marks if i == first or scan.sign(i - 1) in {",", ";", ":", "\n"}]
    ranked = [i for i in marks if scan.sign(i + 1) == ")"]
    begin = 1 if ranked and scan.fold(ranked[0]) == "1" else 2
    marks = ranked if [scan.fold(i) for i in ranked] == [str(k) for k in range(begin, len(ranked) + begin)] else apart
    cuts = [first, *marks, last]
    texts = [without_tail(told(scan, a + 2 if a in marks else a, b, left_out)) for a, b in pairwise(cuts) if a < b]
    return [text for text in texts if text]


def _balanced(said: str) -> str:
    """A text whose trimmed quotation marks and brackets stand in pairs."""
    for opening, closing in ("()", "«»"):
        if said.count(opening) > said.count(closing):
            said += (" " if closing == "»" else "") + closing
        elif said.count(closing) > said.count(opening):
            said = (opening + " " if opening == "«" else opening) + said if closing == "»" else said.replace(closing, "", 1)
    return said


def without_tail(text: str) -> str:
    """A text without the small words that a day or name left out leaves behind: « envoie le CR à »."""
    words = text.split()
    last = " ".join(spaced(w.strip(EDGES)) for w in words[-2:])
    if len(words) > 2 and last in _FAREWELLS:
        words = words[:-2]
    given = False  # « La rédaction est confiée à »
    while words and words[-1] != "là":
        said = spaced(words[-1].strip(EDGES))
        if said not in _TAILS and not (given and said in {"est", "sont", "sera", "seront"}):
            break
        given = given or said.startswith("confie")
        words.pop()
    if len(words) < len(text.split()) and puts_off_point(text):
        return text  # « le point budget est remis à la prochaine »
    return _balanced(" ".join(words).rstrip(EDGES))
