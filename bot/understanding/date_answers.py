"""What a message tells of how proposed dates fit members: « Sophie peut le 8 et le 10, pas le 11 », « Karim si besoin jeudi »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.date_searches import Fit, ProposedDate
from bot.domain.requests import Hearing
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.person_mentions import PersonMention
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan, scan
from bot.understanding.times import TimeKind, TimeMention

_LEXICON = table("date_searches")
COUNTS = {"both": 2, "three": 3}  # « les deux dates »: all of them, if there are as many
_CUES = PhraseTable({name: _LEXICON[name]["words"] for name in ("yes", "no", "if_needed", "all", "none", *COUNTS)})
_FITS = {"yes": Fit.YES, "no": Fit.NO, "if_needed": Fit.IF_NEEDED}
_BESIDE = frozenset(spaced(_LEXICON["beside"]["words"]).split())
_I = frozenset({"je", "j", "moi"})
_LONGEST = 40  # words
_EVERYONE = PhraseTable({"everyone": _LEXICON["everyone"]["words"]})
_BUT = frozenset({"sauf", "hormis", "excepte"})
_JOINS = frozenset({"et", "mais", "puis", "ni"})
_CLAUSE_ENDS = frozenset({",", ";", ".", "\n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFits:
    """Whom it tells of (each: the ids that the name fits), and how each date, by its place, fits them."""

    people: tuple[tuple[int, ...], ...]
    said: tuple[str, ...]
    fits: dict[int, Fit]
    group_ids: tuple[int, ...] = ()
    everyone: bool = False  # all members of whom nothing else is told


@dataclass(slots=True)
class _Walk:
    people: list[PersonMention] = field(default_factory=list)
    herself: bool = False
    groups: list[tuple[int, ...]] = field(default_factory=list)
    fits: dict[int, Fit] = field(default_factory=dict)
    clause: list[int] = field(default_factory=list)  # the places that the present clause has told
    mode: Fit | None = None


def read_answers_of_several(
    text: str, hearing: Hearing, index: VocabularyIndex, *, dates: Sequence[ProposedDate]
) -> tuple[ToldFits, ...] | None:
    """As below, of people whom the dates fit differently: « Karim peut le 8, Sophie si besoin le 10 », « tous le 8 sauf Karim »."""
    whole = read_date_answers(text, hearing, index, dates=dates)
    if whole is not None:
        return (whole,)
    seen = scan(text, hearing, index)
    if seen.dense or len(seen) > _LONGEST:
        return None
    told = _of_everyone(seen, hearing, index, dates)
    return told if told is not None else _apart(seen, hearing, index, dates)


def _apart(seen: Scan, hearing: Hearing, index: VocabularyIndex, dates: Sequence[ProposedDate]) -> tuple[ToldFits, ...] | None:
    """Clause by clause, each of which begins with somebody."""
    begins = [i for i in range(1, len(seen)) if (one := seen.person_at[i]) is not None and one.first == i and _parts(seen, i - 1)]
    told: list[ToldFits] = []
    first = 0
    for begin in [*begins, len(seen)]:
        part = read_date_answers(seen.slice(first, begin - (begin < len(seen))), hearing, index, dates=dates)
        if part is not None:
            told.append(part)
            first = begin
    return tuple(told) if first == len(seen) and len(told) > 1 else None


def _parts(seen: Scan, i: int) -> bool:
    return seen.sign(i) in _CLAUSE_ENDS or seen.fold(i) in _JOINS


def _of_everyone(seen: Scan, hearing: Hearing, index: VocabularyIndex, dates: Sequence[ProposedDate]) -> tuple[ToldFits, ...] | None:
    """« tout le monde peut le 8 sauf Karim »: all members, and those for whom it is the other way round."""
    start = next((i for i in range(len(seen)) if seen.words[i].is_word and seen.fold(i) not in _BESIDE), 0)
    everyone = _EVERYONE.at(seen.words, start)
    if everyone is None or hearing.author_id is None:
        return None
    but = next((i for i in range(everyone.last, len(seen)) if seen.fold(i) in _BUT and seen.person_at[i + 1] is not None), len(seen))
    first = read_date_answers(f"je {seen.slice(everyone.last, but)}", hearing, index, dates=dates)
    if first is None:
        return None
    others = [one for i in range(but, len(seen)) if (one := seen.person_at[i]) is not None and one.first == i]
    beside = (i for i in range(but + 1, len(seen)) if seen.person_at[i] is None and seen.words[i].is_word)
    if any(seen.fold(i) not in _JOINS for i in beside) or (others and set(first.fits.values()) != {Fit.YES}):
        return None
    most = replace(first, people=(), said=(), everyone=True)
    rest = ToldFits(
        people=tuple(one.ids for one in others),
        said=tuple(one.said for one in others),
        fits=dict.fromkeys(first.fits, Fit.NO),
        group_ids=first.group_ids,
    )
    return (most, rest) if others else (most,)


def read_date_answers(text: str, hearing: Hearing, index: VocabularyIndex, *, dates: Sequence[ProposedDate]) -> ToldFits | None:
    """What it tells of these dates; None as soon as one word says anything else, or a time is none of theirs."""
    seen = scan(text, hearing, index)
    if seen.dense or len(seen) > _LONGEST or any(seen.sign(i) == "?" for i in range(len(seen))):
        return None
    walk = _walked(seen, dates)
    if walk is None or not walk.fits:
        return None
    if not walk.people and walk.herself and hearing.author_id is not None:
        return ToldFits(people=((hearing.author_id,),), said=("",), fits=walk.fits, group_ids=walk.groups[0] if walk.groups else ())
    if not walk.people or walk.herself or len(walk.groups) > 1:
        return None
    return ToldFits(
        people=tuple(one.ids for one in walk.people),
        said=tuple(one.said for one in walk.people),
        fits=walk.fits,
        group_ids=walk.groups[0] if walk.groups else (),
    )


def _walked(seen: Scan, dates: Sequence[ProposedDate]) -> _Walk | None:
    walk, i = _Walk(), 0
    while i < len(seen):
        person, group, time, cue = seen.person_at[i], seen.group_at[i], seen.time_at[i], _CUES.at(seen.words, i)
        if person is not None and person.first == i and not walk.fits:
            walk.people.append(person)
            i = person.last
        elif cue is not None and COUNTS.get(cue.tag, len(dates)) == len(dates):
            _hear(walk, cue.tag, dates)
            i = cue.last
        elif group is not None and group.first == i:
            walk.groups.append(group.ids)
            i = group.last
        elif time is not None and time.kind is not TimeKind.DURATION:
            places = matching(time, dates)
            if not places or walk.mode is None:
                return None
            walk.fits |= dict.fromkeys(places, walk.mode)
            walk.clause += places
            i = max(i + 1, seen.span_of(time)[1])
        elif seen.fold(i) in _I:
            walk.herself = True
            i += 1
        elif (seen.words[i].is_word or seen.words[i].is_number) and seen.fold(i) not in _BESIDE:
            return None
        else:
            walk.clause = [] if seen.sign(i) in _CLAUSE_ENDS else walk.clause
            i += 1
    return walk


def _hear(walk: _Walk, tag: str, dates: Sequence[ProposedDate]) -> None:
    """« le 10 si besoin » speaks of what its clause has told, « si besoin le 10 » of what follows."""
    if tag in ("all", "none", *COUNTS):
        fit = Fit.NO if tag == "none" or walk.mode is Fit.NO else walk.mode or Fit.YES
        walk.fits |= dict.fromkeys(range(len(dates)), fit)
        return
    if tag == "if_needed" and walk.clause:
        walk.fits |= dict.fromkeys(walk.clause, Fit.IF_NEEDED)
        return
    walk.mode = _FITS[tag]
    walk.clause = []


def matching(time: TimeMention, dates: Sequence[ProposedDate]) -> list[int]:
    """The places of the dates that those words mean: a day, a weekday or the number of a day alone, with the hour if one is told."""
    ahead = time.toward("future")
    days = {span.first for span in ahead.alternatives} or ({ahead.days.first} if ahead.days is not None and ahead.days.single else set())
    fits = [place for place, offered in enumerate(dates) if offered.day in days]
    if not fits and ahead.bare_weekday:
        fits = [place for place, offered in enumerate(dates) if offered.day.isoweekday() == ahead.weekday]
    if not fits and days and ahead.past is not None:  # « le 8 », whose nearest is another month's
        fits = [place for place, offered in enumerate(dates) if offered.day.day == next(iter(days)).day]
    if ahead.starts is not None:
        return [place for place in fits if dates[place].starts == ahead.starts]
    part = ahead.part if ahead.part in ("matin", "midi", "après-midi", "soir") else None
    told = [place for place in fits if part is not None and _part_of(dates[place]) == part]
    return told if part is not None else fits


def _part_of(offered: ProposedDate) -> str | None:
    if offered.starts is None:
        return offered.part
    return "matin" if offered.starts.hour < 12 else "après-midi" if offered.starts.hour < 18 else "soir"
