"""Whether a message puts points off to the next agenda of a group: « points reportés du GT Diabète : enquête, budget »."""

from __future__ import annotations

from bot.domain.parked import ParkPoints
from bot.understanding.groups import GroupMention, ordered_for
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.papers import paper_named
from bot.understanding.phrases import PhraseTable
from bot.understanding.point_lists import points_told
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan

_LEXICON = table("parked")
_NOUNS = PhraseTable(_LEXICON["nouns"])
_KNOWN = frozenset(spaced(_LEXICON["known"]["words"]).split())
_LONGEST = 20  # words before the colon


def read_parked(scan: Scan) -> ParkPoints | None:
    """The points after the colon; None as soon as a word before it says anything else, or a patient's situation is told."""
    colon = next((i for i in range(min(len(scan), _LONGEST)) if scan.sign(i) in {":", "\n"}), None)
    if colon is None:
        return None
    noun = paper_named(scan, _NOUNS, _KNOWN, end=colon)
    if noun is None or private_words(scan):
        return None
    groups: list[GroupMention] = []
    i = noun.last
    while i < colon:
        group = scan.group_at[i]
        if group is None and scan.words[i].is_word and scan.fold(i) not in _KNOWN:
            return None
        groups += [group] if group is not None else []
        i = group.last if group is not None else i + 1
    points = tuple(points_told(scan.text[scan.words[colon].end :]))
    if not points or len(groups) > 1:
        return None
    ids = groups[0].ids if groups else ()
    alone = ids[0] if len(ids) == 1 else None
    several = ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else ()
    return ParkPoints(points=points, group_id=alone, group_candidates=several)
