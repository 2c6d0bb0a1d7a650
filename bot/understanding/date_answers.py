"""What a message tells of how proposed dates fit members: « Sophie peut le 8, pas le 11 », « Karim : 1 oui, 2 non », « ok pour le 11 »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.date_searches import Fit, ProposedDate
from bot.domain.requests import Hearing
from bot.understanding.date_fits import BUT, CUES, EVERYONE, HERSELF, JOINS, FitsWalk, is_beside, parts, places_at, walked
from bot.understanding.index import VocabularyIndex
from bot.understanding.scan import Scan, scan

_LONGEST = 160  # words: a dozen members, one after the other
_UNKNOWN = 2  # words that a part may hold and still be an answer that was not read


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFits:
    """Whom it tells of (each: the ids that the name fits), and how each date, by its place, fits them.

    `herself`: nobody is named; `bare`: not even « je » or « dispo » (« oui le 11 »). `elsewhere`: days told that are none of the dates.
    """

    people: tuple[tuple[int, ...], ...]
    said: tuple[str, ...]
    fits: dict[int, Fit]
    group_ids: tuple[int, ...] = ()
    everyone: bool = False  # all members of whom nothing else is told
    herself: bool = False
    bare: bool = False
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardFits:
    """All that a message tells of the dates, and its parts that were not read."""

    told: tuple[ToldFits, ...]
    unread: tuple[str, ...] = ()


def read_answers_of_several(text: str, hearing: Hearing, index: VocabularyIndex, *, dates: Sequence[ProposedDate]) -> HeardFits | None:
    """As below, of people whom the dates fit differently: « Karim peut le 8, Sophie si besoin le 10 », « tous le 8 sauf Karim »."""
    whole = read_date_answers(text, hearing, index, dates=dates)
    if whole is not None:
        return HeardFits(told=(whole,))
    seen = scan(text, hearing, index)
    if seen.dense or len(seen) > _LONGEST or _asks(seen):
        return None
    told = _of_everyone(seen, hearing, index, dates)
    return HeardFits(told=told) if told is not None else _apart(seen, hearing, index, dates)


def _apart(seen: Scan, hearing: Hearing, index: VocabularyIndex, dates: Sequence[ProposedDate]) -> HeardFits | None:
    """Part by part, each of which begins with somebody; None when none is read, or when one is no answer at all."""
    begins = [i for i in range(1, len(seen)) if _begins(seen, i)]
    told: list[ToldFits] = []
    unread: list[str] = []
    for first, last in zip([0, *begins], [*begins, len(seen)], strict=True):
        end = last - (last < len(seen))
        part = read_date_answers(seen.slice(first, end), hearing, index, dates=dates)
        if part is not None and part.fits and not part.bare:
            told.append(part)
        elif _answers(seen, first, end, dates):
            unread.append(seen.slice(first, end))
        else:
            return None
    return HeardFits(told=tuple(told), unread=tuple(unread)) if told else None


def _begins(seen: Scan, i: int) -> bool:
    """Whether at word i begins what is told of somebody else: « …, Karim », « …, moi », not the second of « Sophie et Karim »."""
    if not parts(seen, i - 1):
        return False
    person = seen.person_at[i]
    if person is None:
        unknown = seen.words[i].is_word and not is_beside(seen, i) and seen.time_at[i] is None and CUES.at(seen.words, i) is None
        return seen.fold(i) in HERSELF or (unknown and seen.fold(i - 1) not in JOINS and places_at(seen, i, ()) is None)
    before = i - 1
    while before >= 0 and parts(seen, before):
        before -= 1
    return person.first == i and before >= 0 and seen.person_at[before] is None


def _answers(seen: Scan, first: int, last: int, dates: Sequence[ProposedDate]) -> bool:
    """Whether those words were meant as an answer, though not all is understood: « Jeanne dispo partoutt », « Carole le 4 »."""
    if any(seen.thing_at[i] is not None for i in range(first, last)):
        return False
    cue = CUES.first(seen.words, first, last) is not None
    dated = any(seen.time_at[i] is not None or places_at(seen, i, dates) is not None for i in range(first, last))
    unknown = sum(_is_unknown(seen, i) for i in range(first, last))
    return unknown <= _UNKNOWN if cue else dated and not unknown


def _is_unknown(seen: Scan, i: int) -> bool:
    if not seen.words[i].is_word or seen.person_at[i] is not None or seen.time_at[i] is not None:
        return False
    return not (is_beside(seen, i) or _of_cue(seen, i))


def _of_cue(seen: Scan, i: int) -> bool:
    return any((found := CUES.at(seen.words, k)) is not None and found.last > i for k in range(max(0, i - 4), i + 1))


def _asks(seen: Scan) -> bool:
    return any(seen.sign(i) == "?" for i in range(len(seen)))


def _of_everyone(seen: Scan, hearing: Hearing, index: VocabularyIndex, dates: Sequence[ProposedDate]) -> tuple[ToldFits, ...] | None:
    """« tout le monde peut le 8 sauf Karim »: all members, and those for whom it is the other way round."""
    start = next((i for i in range(len(seen)) if seen.words[i].is_word and not is_beside(seen, i)), 0)
    everyone = EVERYONE.at(seen.words, start)
    if everyone is None or hearing.author_id is None:
        return None
    but = next((i for i in range(everyone.last, len(seen)) if seen.fold(i) in BUT and seen.person_at[i + 1] is not None), len(seen))
    first = read_date_answers(f"je {seen.slice(everyone.last, but)}", hearing, index, dates=dates)
    if first is None or not first.fits or first.elsewhere:
        return None
    others = [one for i in range(but, len(seen)) if (one := seen.person_at[i]) is not None and one.first == i]
    beside = (i for i in range(but + 1, len(seen)) if seen.person_at[i] is None and seen.words[i].is_word)
    if any(seen.fold(i) not in JOINS for i in beside) or (others and set(first.fits.values()) != {Fit.YES}):
        return None
    most = replace(first, people=(), said=(), everyone=True, herself=False)
    rest = ToldFits(
        people=tuple(one.ids for one in others),
        said=tuple(one.said for one in others),
        fits=dict.fromkeys(first.fits, Fit.NO),
        group_ids=first.group_ids,
    )
    return (most, rest) if others else (most,)


def read_date_answers(text: str, hearing: Hearing, index: VocabularyIndex, *, dates: Sequence[ProposedDate]) -> ToldFits | None:
    """What it tells of these dates; None as soon as one word says anything else. Of herself alone `fits` may be empty: see `elsewhere`."""
    seen = scan(text, hearing, index)
    if seen.dense or len(seen) > _LONGEST or _asks(seen):
        return None
    walk = walked(seen, dates)
    if walk is None or len(walk.groups) > 1:
        return None
    told = ToldFits(people=(), said=(), fits=walk.fits, group_ids=walk.groups[0] if walk.groups else (), elsewhere=tuple(walk.elsewhere))
    if walk.people:
        named = replace(told, people=tuple(one.ids for one in walk.people), said=tuple(one.said for one in walk.people))
        return named if walk.fits and not walk.herself else None
    if hearing.author_id is None or not (walk.fits or walk.elsewhere) or _says_the_same(walk):
        return None
    bare = not (walk.herself or walk.available)
    return replace(told, people=((hearing.author_id,),), said=("",), herself=True, bare=bare)


def _says_the_same(walk: FitsWalk) -> bool:
    """« oui oui », with no date told: hardly an answer about each of two."""
    return walk.by_turns and len(set(walk.fits.values())) == 1
