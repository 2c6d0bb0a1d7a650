"""What is said while a card stands open, names a group, a day or somebody, and yet is not that card's: « le forum passe à 11h »."""

from __future__ import annotations

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import CorrectDraft
from bot.understanding.scan import Scan
from bot.understanding.turns import plainly_corrects, words_in

_FRAME, _ORDERS = words_in("about", "words"), words_in("about", "orders")
_MOVES = words_in("about", "moves")
_FACTS = frozenset({Field.GROUP, Field.DAY, Field.DURATION})
_OF_SOMEBODY = frozenset({Field.PEOPLE, Field.ACTIONS, Field.DECISIONS})
_SAME = frozenset({"meme", "memes", "heure", "heures", "horaire", "lieu", "salle", "endroit"})  # « reporte au 3, même heure »
_MAY_DENY = frozenset({"pas", "plus"})  # « pas le 12 » corrects, « pas dispo le 12 » does not


def speaks_of_another(scan: Scan, heard: CorrectDraft, draft: DraftContent) -> bool:
    """Whether a message would give the card another group, day or hours though it speaks of something else besides, or orders something."""
    changed = set(heard.changed)
    if not changed or scan.hearing.asked is not None or len(draft.meetings) != 1:
        return False
    if changed <= _OF_SOMEBODY:
        if changed == {Field.DECISIONS} and scan.fold(0) in _MOVES:
            return not _of_something(scan, first=1)  # « reporte au 3 décembre même heure »: a meeting, never a decision
        return scan.fold(0) in _ORDERS and len(changed) == 1
    if not changed <= _FACTS or not all(_known(draft.meetings[0], field) for field in changed):
        return False
    return (scan.fold(0) in _MAY_DENY or not plainly_corrects(scan)) and _of_something(scan)


def _known(meeting: MeetingDraft, field: Field) -> bool:
    told = {Field.GROUP: meeting.group_id, Field.DAY: meeting.day, Field.DURATION: meeting.minutes}
    return told[field] is not None


def _of_something(scan: Scan, *, first: int = 0) -> bool:
    """Whether a word is neither part of that group, day or hours nor what stands around them."""
    read = (scan.time_at, scan.number_at, scan.group_at)
    small = _FRAME | (_SAME if first else frozenset())
    return any(
        scan.words[i].is_word and scan.fold(i) not in small and all(mentions[i] is None for mentions in read)
        for i in range(first, len(scan))
    )
