"""What a message said just after a meeting was kept may not do to it: take another group's name, or its fate."""

from __future__ import annotations

from bot.domain.drafts import DraftContent, Field
from bot.domain.requests import CorrectDraft
from bot.understanding.after_meetings import tells_fate
from bot.understanding.another_card import named_besides
from bot.understanding.scan import Scan
from bot.understanding.turns import plainly_corrects, words_in

_EDGES = words_in("edges", "begins") | words_in("edges", "ends")
_FOR = frozenset({"pour", "avec"})
_IS = frozenset({"c", "est", "etait", "non"})


def of_another_group(scan: Scan, draft: DraftContent) -> bool:
    """Whether a message said after a meeting was kept names another group's, or says that one is put off or cancelled: never this one.

    « non, c'était le GT X » corrects; what stands in a decision or a task is no meeting.
    """
    if tells_fate(scan.text):
        return True
    known = {m.group_id for m in draft.meetings}
    if not known or None in known or plainly_corrects(scan):
        return False
    first = next((g for g in scan.group_at if g is not None), None)
    if first is not None and not known & set(first.ids) and tells_fate(scan.text[first.end :]):
        return True
    return named_besides(scan, known)


def rewrites(scan: Scan, heard: CorrectDraft, draft: DraftContent) -> bool:
    """Whether a kept meeting would take another group's name, another day or other hours, without a plain correction: « dans 1h »."""
    known = {
        Field.GROUP: all(m.group_id is not None for m in draft.meetings),
        Field.DAY: all(m.day is not None for m in draft.meetings),
        Field.DURATION: all(m.minutes is not None for m in draft.meetings),
    }
    if not draft.meetings or not any(known.get(field, False) for field in heard.changed):
        return False
    if Field.GROUP in heard.changed and _is_aside(scan):
        return True
    edge = heard.changed == (Field.DURATION,) and bool(_EDGES & set(scan.folds))  # « et fini à 17h »
    return not (plainly_corrects(scan) or edge)


def _is_aside(scan: Scan) -> bool:
    """« plus besoin de café pour le Copil »: a group for which something is said; « c'était pour le Copil » names the meeting's."""
    group = next((g for g in scan.group_at if g is not None), None)
    before = range(max(0, group.first - 2), group.first) if group is not None else range(0)
    return any(scan.fold(i) in _FOR for i in before) and not _IS & set(scan.folds)
