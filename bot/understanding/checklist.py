"""Whether a message lists what is to be seen to before a planned meeting: « à prévoir pour le GT de jeudi : salle, café »."""

from __future__ import annotations

from bot.domain.checklist import PlanChecklist
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.papers import paper_named, points_told
from bot.understanding.phrases import PhraseTable
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turnout import days_told

_LEXICON = table("checklist")
_NOUNS = PhraseTable(_LEXICON["nouns"])
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_NO_DAY = frozenset({TimeKind.DURATION, TimeKind.RECURRENCE})
_LONGEST = 24  # words before the colon


def read_checklist(scan: Scan) -> PlanChecklist | None:
    """The things after the colon; None as soon as a word before it says anything else, or neither a group nor a day is told."""
    colon = next((i for i in range(min(len(scan), _LONGEST)) if scan.sign(i) in {":", "\n"}), None)
    noun = paper_named(scan, _NOUNS, _KNOWN, end=colon) if colon is not None else None
    if colon is None or noun is None or private_words(scan) or (noun.tag == "list" and _lists_people(scan, colon)):
        return None
    groups: list[GroupMention] = []
    times: list[TimeMention] = []
    i = noun.last
    while i < colon:
        group, time = scan.group_at[i], scan.time_at[i]
        if group is not None:
            groups.append(group)
            i = group.last
        elif time is not None and time.kind not in _NO_DAY:
            times.append(time)
            i = max(i + 1, scan.span_of(time)[1])
        elif scan.words[i].is_word and scan.fold(i) not in _KNOWN:
            return None
        else:
            i += 1
    days = days_told(scan, times)
    things = tuple(points_told(scan.text[scan.words[colon].end :]))
    if not things or days is None or len(groups) > 1 or not (groups or days):
        return None
    ids = groups[0].ids if groups else ()
    return PlanChecklist(
        things=things,
        days=days,
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else (),
    )


def _lists_people(scan: Scan, colon: int) -> bool:
    """« liste pour le GT : Sophie, CCAS »: who is there or expected."""
    things = (scan.thing_at[i] for i in range(colon, len(scan)))
    return any(scan.person_at[i] is not None for i in range(colon, len(scan))) or any(one is not None and one.structures for one in things)
