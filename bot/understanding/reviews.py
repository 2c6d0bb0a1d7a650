"""Whether a message asks for the review of a year, and of what: its name among words that are all known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.domain.requests import AskReview
from bot.understanding.asked_meetings import group_asked
from bot.understanding.groups import ordered_for
from bot.understanding.lengths import axis_of
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.papers import paper_named
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan

_LEXICON = table("reviews")
_NOUNS = PhraseTable(_LEXICON["nouns"])
_YEARS = PhraseTable(_LEXICON["years"])
_KNOWN = frozenset(spaced(f"{table('papers')['known']['words']} {_LEXICON['known']['words']}").split()) - frozenset(
    _LEXICON["known"]["not"].split()
)
_YEAR = re.compile(r"20\d\d")
_WHOLE_YEAR = 360  # days
_LONGEST = 30  # words of a demand


@dataclass(slots=True)
class _Told:
    """What the words tell, as they are walked over."""

    structures: tuple[int, ...] = ()
    commune: str | None = None
    years: set[int] = field(default_factory=set)


def read_review(scan: Scan) -> AskReview | None:
    """The review that the whole message asks for; None as soon as one word says anything else, and for a bare name."""
    if len(scan) > _LONGEST or any(scan.sign(i) in {":", "\n"} for i in range(len(scan))):
        return None
    noun = paper_named(scan, _NOUNS, _KNOWN, end=len(scan))
    if noun is None:
        return None
    told = _Told()
    if not _all_known(scan, noun, told) or len(told.years) > 1:
        return None
    group, axis = group_asked(scan), axis_of(scan)
    year = next(iter(told.years), None)
    if group is None and axis is None and year is None and not told.structures and told.commune is None:
        return None
    return AskReview(
        year=year,
        group_candidates=ordered_for(group.ids, scan.hearing.author_id, scan.index) if group else (),
        axis=axis,
        structure_candidates=told.structures,
        commune=told.commune,
        figures=noun.tag == "figures",
    )


def _all_known(scan: Scan, noun: Found, told: _Told) -> bool:
    i = 0
    while i < len(scan):
        last = (
            noun.last
            if noun.first <= i < noun.last
            else _group(scan, i) or _year(scan, i, told) or _thing(scan, i, told) or _plain(scan, i)
        )
        if last is None:
            return False
        i = last
    return True


def _group(scan: Scan, i: int) -> int | None:
    group = scan.group_at[i]
    return group.last if group is not None else None


def _year(scan: Scan, i: int, told: _Told) -> int | None:
    """The end of a year that begins at word i, noted: « 2026 », « l'année dernière »; None for none."""
    today, said, time = scan.hearing.now.date(), _YEARS.at(scan.words, i), scan.time_at[i]
    if said is not None:
        told.years.add(today.year - (said.tag == "before"))
        return max(said.last, scan.span_of(time)[1] if time is not None else 0)
    if _YEAR.fullmatch(scan.sign(i)):
        told.years.add(int(scan.sign(i)))
        return i + 1
    days = time.toward("past").days if time is not None else None
    if time is None or days is None or days.first.year != days.last.year or (days.last - days.first).days < _WHOLE_YEAR:
        return None
    told.years.add(days.first.year)
    return max(i + 1, scan.span_of(time)[1])


def _thing(scan: Scan, i: int, told: _Told) -> int | None:
    """The end of a structure or a commune that begins at word i, noted; a second one is not understood."""
    thing = scan.thing_at[i]
    if thing is None or thing.first != i or told.structures or told.commune:
        return None
    if thing.structures:
        told.structures = thing.structures
    elif thing.only_commune:
        told.commune = thing.commune
    else:
        return None
    return thing.last


def _plain(scan: Scan, i: int) -> int | None:
    """The next word after one that changes nothing."""
    if scan.time_at[i] is not None or scan.person_at[i] is not None:
        return None
    if scan.words[i].is_number:
        return i + 1 if scan.fold(i - 1) in {"axe", "axes"} else None
    return i + 1 if not scan.words[i].is_word or scan.fold(i) in _KNOWN else None
