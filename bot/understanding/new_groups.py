"""Which words, said when a group is asked for, read like the name of one that the territory does not have."""

from __future__ import annotations

from bot.understanding.groups import kind_at
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.turns import words_in
from bot.understanding.words import LINKS

_LEADS = PhraseTable({"lead": table("turns")["groups"]["leads"]})
_NOUNS = words_in("groups", "nouns")
_NEVER = words_in("groups", "never")
_LONGEST, _LONGEST_PLAIN = 9, 5  # words
_MOST_SIGNS = 60
_NO_SIGNS = frozenset('?!<>;\n"{}[]=*_')


def new_group_name(scan: Scan) -> str | None:
    """The name as typed, without « c'est le »; None for what reads like anything else."""
    first, last = 0, len(scan)
    while last and not (scan.words[last - 1].is_word or scan.words[last - 1].is_number or scan.sign(last - 1) in {")", "»"}):
        last -= 1
    while first < last and ((lead := _LEADS.at(scan.words, first)) is not None or scan.sign(first) in {":", ",", "«"}):
        first = lead.last if lead is not None and lead.last < last else first + 1
    name = scan.slice(first, last).strip(" «».,:")
    inside = range(first, last)
    if not name or len(name) > _MOST_SIGNS or _NO_SIGNS & set(scan.text.strip()) or sum(c.isalpha() for c in name) < 3:
        return None
    if any(scan.time_at[i] is not None or scan.person_at[i] is not None for i in inside) or any(scan.fold(i) in _NEVER for i in inside):
        return None
    told = [i for i in inside if scan.words[i].is_word and scan.fold(i) not in LINKS]
    announced = kind_at(scan.words, first)[0] is not None or scan.fold(first) in _NOUNS
    return name if told and len(told) <= (_LONGEST if announced else _LONGEST_PLAIN) else None


def begins_like_a_group(scan: Scan) -> bool:
    """Whether the first words are those of a group: « réseau… », « la commission… »."""
    first = 0
    while first < len(scan) and (lead := _LEADS.at(scan.words, first)) is not None:
        first = lead.last
    return kind_at(scan.words, first)[0] is not None or scan.fold(first) in _NOUNS
