"""Where a part begins that a cue opens, and whether the cue stays in its text: « décidé de », « on garde », « point sur »."""

from __future__ import annotations

from bot.understanding.clauses import past_hesitation, past_qualities, past_rank
from bot.understanding.cutting import Cut
from bot.understanding.phrases import Found
from bot.understanding.roles import Role
from bot.understanding.told_elsewhere import whose


def open_cue(cut: Cut, cue: Found) -> None:
    """Open the part that a cue announces; what was decided keeps whoever else decided it."""
    if cue.tag.startswith("decision") and cut.scan.fold(cue.first) == "ok" and cut.only_names(cue.first):
        cut.open(Role.DECISION, cut.sentence.body, cut.sentence.body, kept_cue=True)
        return
    role = {"decision_kept": Role.DECISION, "decision_noun": Role.DECISION}.get(cue.tag) or Role(cue.tag)
    announced = cut.scan.sign(cue.last) == ":"
    kept = cue.tag in {"decision_kept", "decision_noun"} or (
        cue.tag == "topic"
        and not announced
        and cue.last - cue.first > 1
        and cut.scan.fold(cue.first) not in {"on", "ordre", "odj", "sujet", "theme"}
    )
    body = cue.first if kept else cue.last
    if cue.tag == "decision":
        body = past_qualities(cut.scan, body, cut.sentence.last)
    if cue.tag.startswith("decision") and (other := whose(cut, cue.first)) is not None:
        cut.open(role, other, other, kept_cue=True)
        return
    cut.open(role, cue.first, body if kept else past_rank(cut.scan, past_hesitation(cut.scan, body), cut.sentence.last), kept_cue=kept)
