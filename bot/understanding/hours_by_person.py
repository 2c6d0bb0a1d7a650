"""Whether a message tells hours person by person: « Zoé 6h, Cédric 4h », « 2h pour moi et 1h pour Lucie »."""

from __future__ import annotations

from bot.understanding.hours_away import left_to_ask
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
    clocked = any(m.ends is not None for m in mentions)
    return told >= 2 or (
        not clocked and (beside >= 2 or (beside == 1 and (_not_me(scan) or _others_to_ask(scan))) or _by_day(scan, mentions))
    )


def _not_me(scan: Scan) -> bool:
    """« Lucie 3h, pas moi »: what each did is told, not a meeting nor « 20 min de retard »."""
    return not {"retard", "avance"} & {*scan.folds} and any(
        scan.fold(i) == "moi" and "pas" in (scan.fold(i - 1), scan.fold(i + 1)) for i in range(1, len(scan))
    )


def _others_to_ask(scan: Scan) -> bool:
    """« moi 2h, Thomas à voir »: what each did is told, as far as it is known."""
    return any(p is not None and p.first == i and left_to_ask(scan, p.last) for i, p in enumerate(scan.person_at))


def _by_day(scan: Scan, mentions: list[TimeMention]) -> bool:
    """« 5h cette semaine : 2h lundi, 3h mardi »: a total, then how much of it each day had."""
    lengths = [m for m in mentions if m.kind is TimeKind.DURATION and m.total_minutes]
    if len(lengths) < 3 or sum(m.total_minutes or 0 for m in lengths[1:]) != lengths[0].total_minutes:
        return False
    first = first_word(scan, lengths[1])
    days = {m.weekday or m.words for m in mentions if m.days is not None and first_word(scan, m) >= first}
    return len(days) == len(lengths) - 1 and any(scan.sign(k) in {":", "("} for k in range(after(scan, lengths[0]), first))


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
    if k < 0 or scan.sign(k) in {",", ":", "/", "+", "|", ";", "\n", "-", "–", "•", "&"} or scan.fold(k) == "et":
        return True
    before = scan.time_at[k]  # « moi 2h zoé 1h30 »
    return before is not None and before.kind is TimeKind.DURATION and _somebody_at(scan, scan.span_of(before)[0] - 1)
