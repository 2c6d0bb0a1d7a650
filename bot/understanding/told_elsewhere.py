"""Which decisions a sentence tells that are not this meeting's: another's, an earlier one, or what somebody only said."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.cutting import Cut
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.sentences import Sentence
from bot.understanding.told_before import opens_recall, recalled
from bot.understanding.told_by_others import decider, is_news, said_by_somebody


def told_elsewhere(cut: Cut, i: int) -> bool:
    """Whether what is decided at word i is none of this meeting's; what stands under « Décisions : » is."""
    if under_heading(cut):
        return False
    scan, first = cut.scan, cut.sentence.first
    return recalled(scan, i, first) or is_news(scan, i, first) or said_by_somebody(scan, i, first)


def whose(cut: Cut, i: int) -> int | None:
    """Where the words begin that tell who else decided what follows word i: they stay in the decision."""
    return decider(cut.scan, i, cut.parts[-1].body if cut.parts[-1].role is Role.DECISION else cut.sentence.body)


def under_heading(cut: Cut) -> bool:
    """Whether a heading, a sign or « Décisions : » before in the sentence says that what follows was decided."""
    scan, head = cut.scan, cut.parts[0]
    if head.role is not Role.DECISION:
        return False
    return (head.body == cut.sentence.body and not head.kept_cue) or scan.sign(head.body - 1) == ":"


def heads_recall(scan: Scan, sentence: Sentence, above: Sentence | None) -> Sentence | None:
    """The line « Rappel des décisions du 12 : » whose list a sentence goes on with, or that it is; `above`: the one told last."""
    if scan.sign(sentence.last) in {"", "\n"} and opens_recall(scan, sentence.body):
        return sentence
    return above if above is not None and sentence.bullet and not (sentence.numbered and above.numbered) else None


def only_topics(parts: list[Segment]) -> list[Segment]:
    """The items of a list of earlier decisions: spoken of, not decided."""
    return [replace(p, role=Role.TOPIC) if p.role is Role.DECISION else p for p in parts]
