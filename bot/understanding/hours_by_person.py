"""Whether a message tells hours person by person: « Zoé 6h, Cédric 4h », « 2h pour moi et 1h pour Lucie »."""

from __future__ import annotations

from bot.understanding.lengths import after, clock_as_length
from bot.understanding.person_mentions import title_of
from bot.understanding.scan import Scan
from bot.understanding.strangers import stranger_at
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import first_word, mentions_in


def by_person(scan: Scan) -> bool:
    """« Simon Gaillard → 2h30 », « - moi : 3h »: several lengths, each of somebody named just before."""
    told = beside = 0
    mentions = mentions_in(scan, [(0, len(scan))])
    for mention in mentions:
        if mention.kind is not TimeKind.DURATION and clock_as_length(scan, mention) is None:
            continue
        i = j = first_word(scan, mention) - 1
        while j >= 0 and scan.sign(j) in {"→", ":", "-", "–", "=", ">", "=>", "->", "(", "⇒"}:
            j -= 1
        told += j >= 0 and j < i and _somebody_at(scan, j)
        beside += given_to(scan, mention) or (j == i and _somebody_at(scan, j) and _listed_at(scan, j))
    return told >= 2 or (beside >= 2 and not any(m.ends is not None for m in mentions))


def given_to(scan: Scan, mention: TimeMention | None) -> bool:
    """Whether « pour Chloé », « à moi » follows a length: whose it is, and nothing else."""
    end = after(scan, mention) if mention is not None else len(scan)
    if scan.fold(end) not in {"pour", "pr", "a"} or end + 1 >= len(scan):
        return False
    titled = title_of(scan.words, end + 1) is not None
    return _somebody_at(scan, end + 1) or (titled and _somebody_at(scan, end + 2)) or stranger_at(scan, end + 1, len(scan)) is not None


def _somebody_at(scan: Scan, i: int) -> bool:
    return i >= 0 and (scan.person_at[i] is not None or scan.fold(i) == "moi")


def _listed_at(scan: Scan, i: int) -> bool:
    """Whether whoever is named at word i stands alone in a list: « : Zoé 6h, Cédric Moulin 4h et moi 8h »."""
    person = scan.person_at[i]
    k = (person.first if person is not None else i) - 1
    return k < 0 or scan.sign(k) in {",", ":", "/", "+", "|", ";", "\n", "-", "–", "•", "&"} or scan.fold(k) == "et"
