"""What a correction changes in the decisions, the actions, the topics and the next meeting of a card."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.domain.drafts import Field
from bot.understanding.action_corrections import correct_action, correct_due
from bot.understanding.changes import Change
from bot.understanding.decision_corrections import correct_decision, named_decision
from bot.understanding.done_behind import is_done_part
from bot.understanding.next_corrections import clause_around, correct_next, move_next
from bot.understanding.outcomes import read_topic
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.spoken_of import spoken_in, with_spoken
from bot.understanding.turns import NEXT

_ABOUT = frozenset({"de", "du", "des", "d", "sur"})
_TALKED = frozenset({"parle", "evoque", "discute", "aborde", "echange"})


def correct_outcomes(scan: Scan, change: Change, parts: list[Segment], private: Collection[int]) -> None:
    """Change what the parts of a message say of the outcomes; the words that told them are used up."""
    move_next(scan, change, parts)
    for part in parts:
        moved = part.role is Role.NEXT and any(other.moves == part.first for other in parts)
        if change.taken & set(range(part.body, part.last)) and part.role is not Role.FACTS and not moved:
            continue
        if part.role is Role.DECISION and part.kept_cue and NEXT.first(scan.words, part.first, min(part.last, part.first + 3)) is not None:
            correct_next(scan, change, part)  # « la prochaine réunion aura lieu en visio »
            change.take(part.first, part.last)
        elif part.role is Role.DECISION:
            correct_decision(scan, change, part, private)
        elif part.role is Role.ACTION and not correct_due(scan, change, part):
            correct_action(scan, change, part, private)
        elif part.role is Role.NEXT:
            correct_next(scan, change, part)
        elif part.role is Role.TOPIC and (part.body > part.first or is_done_part(scan, part)):
            _spoken_of(scan, change, part, private)
        elif part.role is Role.FACTS:
            _of_facts(scan, change, part, private)


def _spoken_of(scan: Scan, change: Change, part: Segment, private: Collection[int]) -> None:
    """« on a parlé du bilan seulement »: compared with what stands on the card, and with what was planned."""
    spoken = spoken_in(scan, part)
    topic = read_topic(scan, spoken.first, spoken.last, private)
    if topic is None or not _says_more_than_when(scan, part):
        return
    before, planned = change.meeting.topics, scan.hearing.agenda
    topics = with_spoken(before, topic, only=spoken.only, also=spoken.also, planned=planned)
    named = len(topic.split()) >= 2 or scan.fold(part.body - 1) in _ABOUT  # « on a parlé du transport »
    if named or spoken.only or spoken.also or topics != (*before, topic):
        change.put(replace(change.meeting, topics=topics), Field.TOPICS)


def _more_spoken_of(scan: Scan, change: Change, part: Segment) -> None:
    """« on a aussi parlé du dépistage »."""
    i = part.body
    if not (scan.fold(i) in {"on", "nous"} and scan.fold(i + 1) in {"a", "avons"} and scan.fold(i + 2) in {"aussi", "egalement"}):
        return
    if scan.fold(i + 3) not in _TALKED or any(k in change.taken for k in range(i, part.last)):
        return
    body = i + 4
    while scan.fold(body) in {"de", "du", "des", "d", "sur"}:
        body += 1
    topic = read_topic(scan, body, part.last)
    if topic is not None:
        change.put(replace(change.meeting, topics=(*change.meeting.topics, topic)), Field.TOPICS)
        change.take(part.first, part.last)


def _of_facts(scan: Scan, change: Change, part: Segment, private: Collection[int]) -> None:
    """What facts tell of an action (« Sophie c'est pour le 20 ») or of the next meeting (« le 21 plutôt pour la prochaine »)."""
    _more_spoken_of(scan, change, part)
    named = named_decision(scan, change, part)
    if named is not None:
        correct_decision(scan, change, named, private)
        return
    free = change.left([(part.body, part.last)])
    for first, last in free:
        if any(i in change.taken for i in range(first, last)):
            continue
        cue = NEXT.first(scan.words, first, last)
        while cue is not None and scan.time_at[cue.last - 1] is not None:
            cue = NEXT.first(scan.words, cue.last, last)
        if cue is not None:
            begin, end = clause_around(scan, cue.first, first, last)
            correct_next(scan, change, replace(part, role=Role.NEXT, first=begin, body=begin, last=end))
            change.take(begin, end)
        else:
            correct_due(scan, change, replace(part, first=first, body=first, last=last))


def _says_more_than_when(scan: Scan, part: Segment) -> bool:
    """« on a fini à midi » tells no topic."""
    return any(scan.words[i].is_word and scan.time_at[i] is None for i in range(part.body, part.last))
