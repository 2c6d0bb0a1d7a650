"""Word by word, how proposed dates fit whoever is told of: which are meant, by day or by number, and what is said of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.date_searches import Fit, ProposedDate
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.person_mentions import PersonMention
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention

_LEXICON = table("date_searches")
_COUNTS = {"both": 2, "three": 3}  # « les deux dates »: all of them, if there are as many
_FITS = {"yes": Fit.YES, "no": Fit.NO, "if_needed": Fit.IF_NEEDED, "not": Fit.NO}
CUES = PhraseTable({name: _LEXICON[name]["words"] for name in ("yes", "no", "if_needed", "not", "but", "all", "none", "only", *_COUNTS)})
EVERYONE = PhraseTable({"everyone": _LEXICON["everyone"]["words"]})
BUT = frozenset(_LEXICON["but"]["words"])
JOINS = frozenset({"et", "mais", "puis", "ni"})
_BESIDE = frozenset(spaced(_LEXICON["beside"]["words"]).split())
_AVAILABLE = frozenset(spaced(_LEXICON["available"]["words"]).split())
_NUMBERED = frozenset(_LEXICON["numbered"]["words"])
_ORDINALS: dict[str, int] = _LEXICON["ordinals"]
HERSELF = frozenset({"je", "j", "moi"})
_CLAUSE_ENDS = frozenset({",", ";", ".", "\n"})


@dataclass(slots=True)
class FitsWalk:
    """What the words tell, as they are walked over.

    `mode`: what is said of the dates that follow, `spent` once it was said of those before (« 1 oui 2 non »); `pending`: dates of which
    nothing is said yet, `implied` if that they were told is a yes (« tout »).
    """

    people: list[PersonMention] = field(default_factory=list)
    herself: bool = False
    available: bool = False
    groups: list[tuple[int, ...]] = field(default_factory=list)
    fits: dict[int, Fit] = field(default_factory=dict)
    elsewhere: list[str] = field(default_factory=list)
    clause: list[int] = field(default_factory=list)  # the places that the present clause has told
    carried: bool = False  # the mode was said in an earlier clause
    pending: list[int] = field(default_factory=list)
    implied: bool = False
    mode: Fit | None = None
    denied: bool = False  # the mode was said by « pas » alone
    spent: bool = False
    only: bool = False
    unsure: bool = False  # « pas le 11, le 12 »
    turns: list[Fit] = field(default_factory=list)
    by_turns: bool = False


def walked(seen: Scan, dates: Sequence[ProposedDate]) -> FitsWalk | None:
    """What all words tell; None when one of them is not known, or a date is told of which nothing is said."""
    walk, i = FitsWalk(), 0
    while i < len(seen):
        last = _take(walk, seen, i, dates)
        if last is None:
            return None
        i = last
    if walk.implied:
        _say(walk, walk.pending, Fit.YES)
    elif walk.pending:
        return None
    if walk.unsure:
        return None
    if not walk.fits and not walk.elsewhere and len(walk.turns) == len(dates) > 1:  # « oui non oui »
        walk.fits, walk.by_turns = dict(enumerate(walk.turns)), True
    if walk.only and walk.fits:
        walk.fits = dict.fromkeys((n for n in range(len(dates)) if n not in walk.fits), Fit.NO) | walk.fits
    return walk


def _take(walk: FitsWalk, seen: Scan, i: int, dates: Sequence[ProposedDate]) -> int | None:
    """Takes what stands at word i; returns where the next one stands, None for a word that says anything else."""
    person, group, cue = seen.person_at[i], seen.group_at[i], CUES.at(seen.words, i)
    if person is not None and person.first == i and not walk.fits and not (walk.pending and walk.people):
        walk.people.append(person)
        return person.last
    if cue is not None and _COUNTS.get(cue.tag, len(dates)) == len(dates):
        walk.available = walk.available or any(seen.fold(k) in _AVAILABLE for k in range(cue.first, cue.last))
        dated = places_at(seen, _next(seen, cue.last), dates) is not None
        return cue.last if _hear(walk, cue.tag, dates, dated=dated) else None
    if group is not None and group.first == i:
        walk.groups.append(group.ids)
        return group.last
    found = places_at(seen, i, dates)
    if found is not None:
        places, last = found
        walk.elsewhere += [] if places else [seen.slice(i, last)]
        _date(walk, places)
        return last
    return _small(walk, seen, i)


def _small(walk: FitsWalk, seen: Scan, i: int) -> int | None:
    """A sign, « je », or a word that says nothing more."""
    if seen.fold(i) in HERSELF:
        walk.herself = True
    elif (seen.words[i].is_word or seen.words[i].is_number) and not is_beside(seen, i):
        return None
    elif seen.sign(i) in _CLAUSE_ENDS:
        walk.clause, walk.carried = [], True
    return i + 1


def is_beside(seen: Scan, i: int) -> bool:
    """Whether word i may stand beside an answer and say nothing more."""
    return seen.fold(i) in _BESIDE


def parts(seen: Scan, i: int) -> bool:
    """Whether word i parts what is told of one from what is told of another."""
    return seen.sign(i) in _CLAUSE_ENDS or seen.fold(i) in JOINS


def _next(seen: Scan, i: int) -> int:
    while i < len(seen) and seen.fold(i) in _BESIDE and seen.time_at[i] is None:
        i += 1
    return i


def _date(walk: FitsWalk, places: Sequence[int]) -> None:
    """Dates are told: of them holds what was said just before, else what will be said next."""
    if walk.implied:
        _say(walk, walk.pending, Fit.YES)
        walk.pending, walk.implied = [], False
    if walk.mode is None or walk.spent:
        walk.pending += places
    else:
        walk.unsure = walk.unsure or (walk.denied and walk.carried)
        _say(walk, places, walk.mode)
        walk.clause += places


def _say(walk: FitsWalk, places: Sequence[int], fit: Fit) -> None:
    walk.fits |= dict.fromkeys(places, fit)


def _hear(walk: FitsWalk, tag: str, dates: Sequence[ProposedDate], *, dated: bool) -> bool:
    """Hears what is said; `dated`: a date stands behind it. Whether it can be understood."""
    if tag in ("all", "none", *_COUNTS):
        open_mode = walk.mode if not walk.spent else None
        if tag == "none" or open_mode is not None:
            _say(walk, range(len(dates)), Fit.NO if tag == "none" else open_mode or Fit.YES)
        else:
            walk.pending, walk.implied = list(range(len(dates))), True
        return True
    if tag == "only":
        walk.only, walk.mode = True, walk.mode or (None if walk.pending else Fit.YES)
        return True
    if tag == "but" or (tag == "not" and dated):
        return _except(walk, plainly=tag == "not")
    _answer(walk, _FITS[tag], dated=dated)
    return True


def _except(walk: FitsWalk, *, plainly: bool) -> bool:
    """« sauf le 11 », « pas le 11 », behind what is told of others; « pas le 11 » stands alone too."""
    if walk.pending and not walk.implied:
        return False
    if walk.implied:
        _say(walk, walk.pending, Fit.YES)
        walk.pending, walk.implied = [], False
    if not (walk.fits or plainly):
        return False
    walk.mode, walk.spent, walk.clause, walk.carried, walk.denied = Fit.NO, False, [], False, plainly
    return True


def _answer(walk: FitsWalk, fit: Fit, *, dated: bool) -> None:
    """« le 10 si besoin » speaks of what its clause has told, « si besoin le 10 » of what follows, « 1 oui 2 non » of what is before."""
    walk.turns.append(fit)
    if walk.pending:
        _say(walk, walk.pending, fit)
        walk.pending, walk.implied, walk.mode, walk.spent = [], False, fit, True
    elif walk.clause and (fit is Fit.IF_NEEDED or (walk.carried and not dated)):
        _say(walk, walk.clause, fit)
    else:
        walk.mode, walk.spent, walk.clause, walk.carried, walk.denied = fit, False, [], False, False


def places_at(seen: Scan, i: int, dates: Sequence[ProposedDate]) -> tuple[list[int], int] | None:
    """The places of the dates told at word i, and where the next word stands; no place for a coming day that is none of them."""
    time = seen.time_at[i]
    if time is not None and time.kind is not TimeKind.DURATION:
        ahead = time.toward("future")
        places = matching(time, dates) or (_called(seen, time, dates) if ahead.past is not None else [])
        coming = ahead.days is not None and ahead.days.single and ahead.days.first >= seen.hearing.now.date()
        return (places, max(i + 1, seen.span_of(time)[1])) if places or coming else None
    rank = _ORDINALS[seen.fold(i)] if seen.fold(i) in _ORDINALS else _number(seen, i)
    by_day = [n for n, offered in enumerate(dates) if offered.day.day == rank]
    if rank is None or rank > len(dates):
        return (by_day, i + 1) if len(by_day) == 1 else None  # « 11 ok »
    place = rank - 1 if rank > 0 else len(dates) - 1
    plainly = seen.fold(i) in _ORDINALS or seen.fold(i - 1) in _NUMBERED
    if by_day and by_day != [place] and not plainly:  # « 2 oui », where a date is on the 2nd
        return None
    return [place], i + 1


def _called(seen: Scan, time: TimeMention, dates: Sequence[ProposedDate]) -> list[int]:
    """« oui pour le 1 », where no date is on such a day: the first one."""
    within = range(*seen.span_of(time))
    numbers = [n for k in within if (n := _number(seen, k)) is not None]
    other = any(seen.words[k].is_word and seen.fold(k) not in _BESIDE for k in within)
    return [numbers[0] - 1] if len(numbers) == 1 and not other and numbers[0] <= len(dates) else []


def _number(seen: Scan, i: int) -> int | None:
    said = seen.fold(i)
    return int(said) if said.isdecimal() and len(said) < 3 and int(said) > 0 else None


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
