"""Where a part begins that a cue opens, and whether the cue stays in its text: « décidé de », « on garde », « point sur »."""

from __future__ import annotations

from bot.understanding.clauses import ROLES, past_hesitation, past_qualities, past_rank
from bot.understanding.coming import past_undated
from bot.understanding.cutting import Cut
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.tokens import fold
from bot.understanding.told_elsewhere import whose

_SPOKEN = frozenset(fold(table("cues")["spoken"]["said"]).split())
_ADVERBS = frozenset(fold(table("cues")["spoken"]["adverbs"]).split())
_ABOUT = frozenset({"de", "du", "des", "d", "sur"})
_THINGS = frozenset({"le", "la", "l", "les", "un", "une", "ce", "cette"})
_OPENINGS = ROLES.openings | {"on", "nous", "ils"}


def cue_at(scan: Scan, i: int) -> Found | None:
    """The cue that begins at word i."""
    if scan.folds[i] not in _OPENINGS:
        return None
    return ROLES.at(scan.words, i) or _spoken_at(scan, i)


def _spoken_at(scan: Scan, i: int) -> Found | None:
    """« on a beaucoup parlé du », « nous avons longuement échangé sur »; « on a pas parlé du » tells that one did not."""
    denied = scan.fold(i + 1) == "n"  # « on n'a parlé que du »
    if scan.fold(i) not in {"on", "nous", "ils"} or scan.fold(i + 1 + denied) not in {"a", "avons", "ont"}:
        return None
    k = i + 2 + denied
    while scan.fold(k) in _ADVERBS or (scan.fold(k) == "pas" and scan.fold(k + 1) == "mal"):
        k += 1
    if denied and scan.fold(k) in _SPOKEN and scan.fold(k + 1) in {"que", "qu"}:
        return Found(i, k + 1, "topic")
    if denied or k == i + 2 or scan.fold(k) not in _SPOKEN:
        return None
    about = scan.fold(k + 1) in _ABOUT
    return Found(i, k + 1 + about, "topic") if about or scan.fold(k + 1) in _THINGS else None


def open_cue(cut: Cut, cue: Found) -> int:
    """Open the part that a cue announces, which keeps whoever else decided it; the next word to look at."""
    past = past_undated(cut.scan, cue.last, cut.sentence.last) if cue.tag == "next" else None
    if past is not None:  # « prochaine séance à caler, 8 présents »
        cut.open(Role.NEXT, cue.first, cue.last)
        if past < cut.sentence.last:
            cut.open(Role.FACTS, past, past)
        return past
    _open_told(cut, cue)
    return cue.last


def _open_told(cut: Cut, cue: Found) -> None:
    """Open the part of a cue behind which what it announces is told."""
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
