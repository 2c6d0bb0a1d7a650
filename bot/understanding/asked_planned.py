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
_NO_DAY = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})
_LONGEST = 24  # words


def read_asked_planned(scan: Scan) -> SeePlanned | None:
    """What is asked, of which group and day; None as soon as a word says anything else, or a day is past."""
    if len(scan) > _LONGEST or _ASKS.first(scan.words) is None:
        return None
    asked: list[str] = []
    groups: list[GroupMention] = []
    times: list[TimeMention] = []
    i = 0
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
    return SeePlanned(about=about, days=days, group_id=ids[0] if len(ids) == 1 else None, group_candidates=several)
