"""Whether a message asks what is known of a meeting to come: « qui vient au GT de mercredi ? », « checklist du Copil »."""

from __future__ import annotations

from typing import get_args

from bot.domain.agenda import About, SeePlanned
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turnout import days_told

_LEXICON = table("asked_planned")
_ASKS = PhraseTable(_LEXICON["asks"])
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_NOT = frozenset({"pas", "non", "jamais", "rien", "plus"})
_NO_DAY = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})
_DONE = frozenset(spaced(_LEXICON["done"]["words"]).split())
_BETWEEN = frozenset(spaced(_LEXICON["done"]["between"]).split())
_DONE_HERE = frozenset(spaced(_LEXICON["done"]["here"]).split())
_LONGEST = 24  # words
_THING = 7  # words


def read_asked_planned(scan: Scan) -> SeePlanned | None:
    """What is asked, of which group and day; None as soon as a word says anything else, or a day is past."""
    done = _seen_to(scan)
    if len(scan) > _LONGEST or (not done and _ASKS.first(scan.words) is None):
        return None
    asked: list[str] = ["checklist"] if done else []
    groups: list[GroupMention] = []
    times: list[TimeMention] = []
    i = done
    while i < len(scan):
        found, group, time = _ASKS.at(scan.words, i), scan.group_at[i], scan.time_at[i]
        if found is not None:
            asked.append(found.tag)
            i = found.last
        elif group is not None:
            groups.append(group)
            i = group.last
        elif time is not None and time.kind not in _NO_DAY:
            times.append(time)
            i = max(i + 1, scan.span_of(time)[1])
        elif scan.sign(i) in {":", "\n"} or (scan.words[i].is_word and scan.fold(i) not in _KNOWN):
            return None
        else:
            i += 1
    days = days_told(scan, times)
    if len(asked) != 1 or len(groups) > 1 or days is None or not (groups or days):
        return None
    ids = groups[0].ids if groups else ()
    about = next(one for one in get_args(About) if one == asked[0])
    several = ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else ()
    thing = scan.slice(*_thing(scan, done - 1)) if done else ""
    return SeePlanned(about=about, done=thing, days=days, group_id=ids[0] if len(ids) == 1 else None, group_candidates=several)


def _seen_to(scan: Scan) -> int:
    """The word behind « salle réservée », said of a thing in a few words; 0 where nothing is."""
    done = next((i for i in range(1, min(len(scan), _THING)) if scan.fold(i) in _DONE), 0)
    taken = any(at[i] is not None for i in range(done) for at in (scan.group_at, scan.time_at, scan.person_at))
    taken = taken or any(scan.fold(i) in _NOT for i in range(done))  # « salle pas encore réservée »
    first, last = _thing(scan, done)
    return done + 1 if done and first < last and not taken and all(scan.words[i].is_word for i in range(done)) else 0


def seen_to(scan: Scan) -> tuple[str, ...]:
    """The things of « salle réservée, café ok », « ok pour la salle », said of a list that was just shown; none for anything else."""
    things: list[str] = []
    ends = [i for i in range(len(scan)) if scan.sign(i) in {",", ";"} or scan.fold(i) == "et"]
    for first, last in zip([0, *(i + 1 for i in ends)], [*ends, len(scan)], strict=True):
        while last > first and (not scan.words[last - 1].is_word or scan.fold(last - 1) in {"aussi", "merci", "deja"}):
            last -= 1
        done = [i for i in range(first, last) if scan.fold(i) in _DONE | _DONE_HERE]
        told = [i for i in range(first, last) if i not in done and scan.fold(i) not in _BETWEEN | {"j", "ai", "on", "nous", "avons"}]
        strange = any(at[i] is not None for i in told for at in (scan.group_at, scan.time_at, scan.person_at)) or _NOT & {
            *map(scan.fold, told)
        }
        if not done or not told or strange or len(told) > _THING or told[-1] - told[0] >= len(told) + 1:
            return ()
        things.append(scan.slice(told[0], told[-1] + 1).strip(" :,"))
    return tuple(things)


def _thing(scan: Scan, done: int) -> tuple[int, int]:
    """The words [first, last) of what was seen to, before « est réservée »."""
    first, last = 0, done
    while first < last and scan.fold(first) in _BETWEEN:
        first += 1
    while last > first and scan.fold(last - 1) in _BETWEEN:
        last -= 1
    return first, last
