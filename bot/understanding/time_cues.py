"""Which words around an expression of time belong to it, whether « 2h » is an hour or a length, and what is no time at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.understanding.time_joining import Piece
from bot.understanding.time_link_rules import SMALL
from bot.understanding.time_mentions import Bound
from bot.understanding.time_rows import Row
from bot.understanding.time_sum_rules import as_length

STOPS = frozenset(("", ".", "!", "?", ",", ";", "¶", ":", ")"))
HOUR_WORDS = frozenset(["a", "vers", "des", "avant", "apres", "jusqu'", "partir", "plustard", "est", "depuis"])
LENGTH_WORDS = frozenset(["pendant", "travail", "x", "+", "="])
LONGEST_TERM = 15 * 12
"""Months: more years than that are rather an age."""
MONTH_WORDS = frozenset(
    ["en", "d'", "de", "du", "pour", "sur", "courant", "avant", "apres", "depuis", "des", "jusqu'", "vers", "ici", "plustard", "a"]
)
FEAST_WORDS = frozenset(("a", "avant", "apres", "ici", "jusqu'", "pour", "depuis", "des", "vers", "la"))
BOUND_WORDS: dict[str, Bound] = {
    "avant": "before",
    "apres": "after",
    "depuis": "from",
    "jusqu'": "until",
    "jusque": "until",
    "plustard": "by",
}
BEFORE = frozenset(
    [
        "ce",
        "cette",
        "le",
        "la",
        "l'",
        "du",
        "de",
        "d'",
        "au",
        "a",
        "en",
        "dans",
        "pour",
        "vers",
        "sur",
        "courant",
        "pendant",
        "les",
        "~",
        "aux",
        "des",
    ]
)

TIMED = ("CLK", "RNG", "DUR")
"""What « environ » can be said of; « santé env » before a day is another word."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words before an expression that belong to it: from which lexeme, and what they say."""

    first: int
    bound: Bound | None = None
    approximate: bool = False
    said: bool = False  # a word stands there that makes a bare month a time
    since: bool = False  # « depuis »: what is past
    due: bool = False  # « pour le 15 »


def decided(row: Row, piece: Piece) -> Piece:
    """« 2h » decided: an hour or a length."""
    atom = piece.atom
    if atom.sort != "HRS":
        return piece
    k = piece.first - 1
    while row.code(k) in ("le", "la", "~", "les") and k > piece.first - 3:
        k -= 1
    before, after = row.code(k), row.code(piece.last)
    minutes = atom.offset or 0
    small = minutes < SMALL
    counted = row.is_spent_on(piece.last, more=("Q",)) or after == "chacun" or row.is_in_all(piece.last)
    if minutes > 24 * 60 or (minutes == 24 * 60 and before != "a") or before in LENGTH_WORDS:
        length, sure = True, True
    elif before in HOUR_WORDS and not (counted and small):
        length, sure = False, not counted
    elif counted or after == "sur" or (before == "pour" and (small or atom.article)) or atom.article:
        length, sure = True, True
    elif before in ("de", "d'") and k == piece.first - 1:
        length, sure = small, True
    else:
        length, sure = small, False
    if length:
        return Piece(as_length(atom, sure=sure), piece.first, piece.last)
    return Piece(replace(atom, sort="CLK", sure=sure and atom.sure), piece.first, piece.last)


def cue_of(row: Row, piece: Piece, edge: int) -> Cue:
    """The prepositions before a piece, back to the end of the piece before."""
    k, bound, approximate, said, since, due = piece.first, piece.atom.bound, False, False, False, False
    while k > edge and piece.first - k < 5:
        code = row.code(k - 1)
        if code in BOUND_WORDS:
            bound, k = BOUND_WORDS[code], k - 1
        elif code == "partir" and row.code(k - 2) == "a" and k - 2 >= edge:
            bound, k = "from", k - 2
        elif code == "ici" and row.code(k - 2) == "d'" and k - 2 >= edge:
            bound, k = "by", k - 2
        elif code == "des" and piece.atom.sort in ("CLK", "DAY", "PRT", "WIN"):
            bound, k = "from", k - 1
        elif (code == "Um" and row.code(k) in ("de", "d'")) or (code in BEFORE and (code != "~" or piece.atom.sort in TIMED)):
            k -= 1
        else:
            break
        said = said or code in MONTH_WORDS or code == "ici"
        since, due = since or code == "depuis", due or code == "pour"
        approximate = approximate or code in ("vers", "~")
        if code == "a" and row.code(k) == "a" and bound is None and piece.atom.sort == "DUR":
            k += 1
            break
    if row.code(piece.last) == "plustard":
        bound = "by"
    return Cue(k, bound, approximate or row.code(piece.last) == "~", said, since, due)


def is_time(row: Row, piece: Piece, cue: Cue) -> bool:
    """Whether the words say a time at all: not « Mme Avril », « 67 ans », « à demain ! »."""
    atom, before, after = piece.atom, row.code(cue.first - 1), row.code(piece.last)
    if atom.sort == "DUR" and atom.length is not None and atom.length.months and (atom.age or _aged(row, piece.first)):
        return atom.age and not _aged(row, piece.first) and _is_term(row, piece, atom.length.months)
    if atom.sort == "WIN" and atom.bare:
        return cue.said or before == ":" or (before == "" and after == "")
    if atom.sort == "WIN" and atom.said is not None and atom.said.grain == "year" and row.lexemes[piece.first].code == "WIN":
        return piece.last - piece.first > 0 and _year_is_meant(row, piece, cue)
    if atom.sort == "PRT" and not atom.sure and atom.starts is None:
        return atom.said is not None
    if atom.sort == "DAY" and atom.bare:
        return row.code(piece.first - 1) in FEAST_WORDS
    farewell = row.code(piece.first - 1) == "a" and cue.first == piece.first - 1 and atom.starts is None and not atom.edge
    if farewell and atom.said is not None and atom.sort in ("DAY", "WIN", "PRT") and atom.bound is None:
        alone = before in STOPS or before == "merci"
        return not (alone and (after in STOPS or (after in ("tous", "_") and row.code(piece.last + 1) in STOPS)))
    return True


def _aged(row: Row, i: int) -> bool:
    """Whether months or years after index i are somebody's age: « un bébé de 18 mois », « les plus de 60 ans »."""
    k = i - 1
    while row.code(k) in ("de", "d'", "a", "-", "entre", "et") and k > i - 3:
        k -= 1
    return row.code(k) in ("N", "moins") or row.hinted(k + 1, "aged")


def _is_term(row: Row, piece: Piece, months: int) -> bool:
    """Whether years are how long something lasts: « convention de 2 ans », « 3 ans de financement », « 2 ans » alone; not « 67 ans »."""
    before, after = row.code(piece.first - 1), row.code(piece.last)
    if before in ("pendant", "pour", "sur"):
        return True
    alone = before == "" and after == ""
    following = after in ("de", "d'") and row.hinted(piece.last + 2, "term")
    return months <= LONGEST_TERM and (alone or before in LENGTH_WORDS or following or row.hinted(piece.first, "term", reach=4))


def _year_is_meant(row: Row, piece: Piece, cue: Cue) -> bool:
    return row.lexemes[piece.first].last - row.lexemes[piece.first].first > 1 or cue.bound is not None
