"""What a correction changes in the decisions of a card: one said anew, one more, one that was none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.domain.drafts import Field
from bot.french.points_put_off import points_put_off
from bot.understanding import edits
from bot.understanding.changes import Change, typed
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.pointing import by_words, ordinal_at, rank_after, said_words, words_of_text
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan
from bot.understanding.spoken_of import same_point
from bot.understanding.typed_texts import told

_FIELDS = PhraseTable({k: v for k, v in table("turns")["fields"].items() if k in {"actions", "decisions"}})
_DENIED = frozenset({"pas", "aucune", "aucun", "enleve", "retire", "supprime", "sans", "efface", "ni", "zero"})
_TAKEN_OFF = frozenset({"retiree", "supprimee", "enlevee", "annulee", "effacee", "abandonnee"})
_IS = frozenset({"c", "est", "etait", "ce", "sera", "serait", "plutot", "fait", "de", "d", "que", "qu", "n", "°", "no", "numero"})


def named_decision(scan: Scan, change: Change, part: Segment) -> Segment | None:
    """« non, la décision c'était de… » told among facts."""
    noun = next((f for f in _FIELDS.all(scan.words, part.body, part.last) if f.tag == "decisions"), None)
    if noun is None or noun.first in change.taken or noun.last in change.taken:
        return None
    says = scan.fold(noun.last) in {"c", "est", "etait", "serait", "sera"} or scan.sign(noun.last) == ":"
    return replace(part, role=Role.DECISION, first=noun.first, body=noun.last) if says and noun.last + 1 < part.last else None


def correct_decision(scan: Scan, change: Change, part: Segment, private: Collection[int]) -> None:
    """Add the decision that a part tells, or put it in the place of the one that it names."""
    body = part.body
    rank, before = _rank_before(scan, part)
    if _takes_off(scan, change, part) or _is_none(scan, part, change, rank, before):
        return
    behind = rank_after(scan, body) if rank is None and scan.time_at[body] is None and _numbered(scan, body) else None
    if behind is not None:
        rank, body = behind
    start = body
    replaced = any(scan.fold(i).startswith("remplace") for i in range(max(0, before - 3), before))
    while (
        body < part.last
        and (_is(scan, body) or scan.sign(body) in {":", "'"} or (replaced and scan.fold(body) == "par"))
        and (scan.time_at[body] is None)
    ):
        body += 1
    aimed = _aimed_at(scan, part, change.meeting.decisions) if rank is None else None
    if aimed is not None:
        rank, body = aimed
    defines = rank is not None or any(scan.fold(i) in {"est", "etait", "sera", "serait"} for i in range(start, body))
    text = told(scan, body if defines else part.body, part.last, private)
    if sum(c.isalpha() for c in text) < 3 or scan.fold(part.first - 1) in _DENIED:
        return
    change.take(before, part.last)
    decisions = change.meeting.decisions
    if scan.fold(before - 1) in {"une", "seule"} and "qu" in {scan.fold(before - 2), scan.fold(before - 3)}:
        change.put(replace(change.meeting, decisions=(text,)), Field.DECISIONS)  # « il n'y a qu'une décision : … »
        return
    at = _said_anew(rank, text, decisions) if defines else None
    if rank is not None and at is None and rank != len(decisions):
        change.miss(typed(scan, before, start))
        return
    if text in decisions:
        change.heard = True
        return
    _leaves_topics(change, text)
    changed = tuple(text if k == at else d for k, d in enumerate(decisions)) if at is not None else edits.with_decisions(decisions, [text])
    change.put(replace(change.meeting, decisions=changed), Field.DECISIONS)


def _takes_off(scan: Scan, change: Change, part: Segment) -> bool:
    """« décision retirée : pas de guide »: the decision that these words name is taken off, never one more."""
    if scan.fold(part.body) not in _TAKEN_OFF or scan.sign(part.body + 1) not in {":", "-", "–"}:
        return False
    words = [scan.fold(i) for i in range(part.body + 2, part.last) if scan.words[i].is_word]
    decisions = change.meeting.decisions
    same = [k for k, decision in enumerate(decisions) if words_of_text(decision) == words_of_text(" ".join(words))]
    meant = same or by_words(said_words(scan, part.body + 2, part.last), decisions)
    change.take(part.first, part.last)
    if len(meant) != 1:
        change.miss(typed(scan, part.body + 2, part.last))
        return True
    change.put(replace(change.meeting, decisions=tuple(d for k, d in enumerate(decisions) if k != meant[0])), Field.DECISIONS)
    return True


def _leaves_topics(change: Change, text: str) -> None:
    """A point that is put off to the next meeting was not spoken of."""
    away = points_put_off((text,))
    topics = tuple(topic for topic in change.meeting.topics if not any(same_point(topic, point) for point in away))
    if away and topics != change.meeting.topics:
        change.put(replace(change.meeting, topics=topics), Field.TOPICS)


def _is(scan: Scan, i: int) -> bool:
    """« c'est », « c'était plutôt de », « en fait », before what a decision says."""
    return scan.fold(i) in _IS or (scan.fold(i) == "en" and scan.fold(i + 1) == "fait")


def _is_none(scan: Scan, part: Segment, change: Change, rank: int | None, before: int) -> bool:
    """Whether « la deuxième décision n'en est pas une » is said, which takes it off."""
    words = [scan.fold(i) for i in range(part.body, part.last) if scan.words[i].is_word]
    none = "pas" in words and all(w in {"n", "en", "est", "etait", "pas", "une", "vraie", "decision", "vraiment"} for w in words)
    if none:
        _not_decided(scan, change, part, rank, before)
    return none


def _not_decided(scan: Scan, change: Change, part: Segment, rank: int | None, before: int) -> None:
    decisions = change.meeting.decisions
    at = _said_anew(rank, "", decisions)
    change.take(before, part.last)
    if at is None:
        change.miss(typed(scan, before, part.body))
    else:
        change.put(replace(change.meeting, decisions=tuple(d for k, d in enumerate(decisions) if k != at)), Field.DECISIONS)


def _aimed_at(scan: Scan, part: Segment, decisions: tuple[str, ...]) -> tuple[int, int] | None:
    """« sur le flyer, c'est : en commander 200 »: which decision those words mean, and where its new text begins."""
    for i in range(part.body + 1, part.last - 1):
        if scan.fold(i) == "c" and scan.fold(i + 1) in {"est", "etait"}:
            meant = by_words(said_words(scan, part.body, i), decisions)
            body = i + 2
            while body < part.last and (_is(scan, body) or scan.sign(body) in {":", "'"}):
                body += 1
            return (meant[0], body) if len(meant) == 1 and body < part.last else None
    return None


def _numbered(scan: Scan, i: int) -> bool:
    """Whether « 2 », « n° 2 » at word i numbers a decision: « décision 2 : … », not « décision : 2 ateliers »."""
    after = rank_after(scan, i)
    return after is not None and (scan.sign(after[1]) == ":" or scan.fold(after[1]) in {"c", "est"})


def _rank_before(scan: Scan, part: Segment) -> tuple[int | None, int]:
    """The rank told before « décision », and the word at which it begins."""
    for i in range(max(0, part.first - 3), part.first):
        rank = ordinal_at(scan, i)
        if rank is not None and rank[1] == part.first:
            return rank[0], i
    return None, part.first


def _said_anew(rank: int | None, text: str, decisions: tuple[str, ...]) -> int | None:
    """Which decision is said anew: that of the rank told, the only one, or the one that shares its words."""
    if rank is not None:
        at = rank if rank >= 0 else len(decisions) + rank
        return at if 0 <= at < len(decisions) else None
    if len(decisions) == 1:
        return 0
    alike = by_words(words_of_text(text), decisions)
    return alike[0] if len(alike) == 1 else None
