"""Which group a short answer means: « nutrition », « le copil cls », « aucun »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import Field, MeetingDraft
from bot.understanding import edits
from bot.understanding.groups import GroupMention, Strength, groups_like, ordered_for
from bot.understanding.lexicon_files import words_of
from bot.understanding.meeting_names import choose_group
from bot.understanding.new_groups import begins_like_a_group, new_group_name
from bot.understanding.scan import Scan
from bot.understanding.verbs import is_infinitive
from bot.understanding.words import LINKS

_ARTICLES = frozenset({"le", "la", "l", "les"})
NO_GROUP = words_of("corrections", "no_group")


def answer_group(scan: Scan, meeting: MeetingDraft) -> MeetingDraft | None:
    """The meeting of the group that the words mean, or of none; None if they mean no group of the territory."""
    said = " ".join(w.fold for w in scan.words if w.is_word)
    if said in NO_GROUP or said.startswith(("aucun groupe ", "pas de groupe ", "hors groupe ")):
        return replace(meeting, no_group=True, group_id=None, group_candidates=(), title=None, unsure=edits.sure_of(meeting, Field.GROUP))
    ids = group_ids(scan)
    inside = tuple(g for g in ids if g in meeting.group_candidates)
    ids = inside or ids
    return edits.with_group(meeting, ids, scan.index) if ids else None


def group_ids(scan: Scan) -> tuple[int, ...]:
    """The groups that an answer fits, the author's own first."""
    group = choose_group(scan, [(0, len(scan))])
    if group is not None and stands_in_another(scan, group):
        group = None
    if group is None and new_group_name(scan) is None:
        return ()
    ids = group.ids if group is not None else () if begins_like_a_group(scan) else groups_like(scan.words, scan.index)
    return ordered_for(ids, scan.hearing.author_id, scan.index)


def stands_in_another(scan: Scan, group: GroupMention) -> bool:
    """Whether the words of a group stand in the longer name of another: « réseau santé mentale des aidants »."""
    words = [i for i in range(len(scan)) if scan.words[i].is_word and scan.canon(i) not in LINKS]
    others = [i for i in words if not group.first <= i < group.last]
    return group.strength < Strength.NAMED and begins_like_a_group(scan) and len(others) > 1


def is_object(scan: Scan, group: GroupMention) -> bool:
    """« inviter le GT Diabète », « relancer le Copil »: something is to be done with that group; its meeting is not the one told."""
    before = group.first - 1 - (scan.fold(group.first - 1) in _ARTICLES)
    return before >= 0 and is_infinitive(scan.fold(before))
