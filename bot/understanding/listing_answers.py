"""How the parts of an answer count when decisions, topics, actions or the next meeting are asked for: the question gives its role."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import Field
from bot.understanding.counts import find_headcount
from bot.understanding.roles import Role, Segment
from bot.understanding.roll import read_roll
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.sentences import Sentence, sentences
from bot.understanding.subjects import bearers_at
from bot.understanding.turns import plainly_corrects, words_in
from bot.understanding.typed_texts import told
from bot.understanding.when import mentions_in

_ROLES = {Field.DECISIONS: Role.DECISION, Field.TOPICS: Role.TOPIC, Field.ACTIONS: Role.ACTION, Field.NEXT_MEETING: Role.NEXT}
_TO_DO = frozenset({"action", "actions", "todo", "reste", "tache", "taches"})
_AWAY = ("excus", "absent", "present")
_SMALL = words_in("small", "before_date")


def parts_as_answered(scan: Scan, asked: Field) -> list[Segment]:
    """The parts of the message: those that tell something of their own keep their role, the others answer the question."""
    found: list[Segment] = []
    for number, sentence in enumerate(sentences(scan)):
        mine = [p for p in segments(scan) if sentence.first <= p.first < sentence.last or p.sentence == number]
        found += _of_sentence(scan, sentence, number, mine, asked)
    return found


def _of_sentence(scan: Scan, sentence: Sentence, number: int, parts: list[Segment], asked: Field) -> list[Segment]:
    role = _ROLES[asked]
    if asked in {Field.DECISIONS, Field.TOPICS}:
        if any(_stands_apart(scan, p, role) for p in parts) or _tells_facts(scan, sentence):
            return [
                replace(p, role=role, body=p.first)
                if p.role in {Role.FACTS, Role.TOPIC} and _says(scan, p) and not _tells_facts(scan, sentence)
                else p
                for p in parts
            ]
        body = next(
            (
                p.body
                for p in parts
                if p.role in {Role.DECISION, Role.TOPIC} and p.first <= sentence.body < p.last and not p.kept_cue and p.body < sentence.last
            ),
            sentence.body,
        )
        while body < sentence.last - 1 and scan.fold(body) in {"de", "d", "que", "qu"}:
            body += 1
        whole = Segment(
            role=role, first=sentence.first, last=sentence.last, body=max(body, sentence.body), sentence=number, bullet=sentence.bullet
        )
        return [replace(whole, first=whole.body)] if sum(c.isalpha() for c in told(scan, whole.body, whole.last)) >= 2 else []
    if asked is Field.ACTIONS:
        return [_as_action(scan, p, sentence) for p in parts]
    return [replace(p, role=role) if p.role in {Role.FACTS, Role.TOPIC} and _tells_when(scan, p) else p for p in parts]


def _stands_apart(scan: Scan, part: Segment, role: Role) -> bool:
    """Whether a part told in answer to « qu'a-t-on décidé ? » is something else: a task of somebody, the next date."""
    if part.role is Role.NEXT:
        return True
    if part.role is Role.DECISION:
        return role is Role.TOPIC
    if part.role is not Role.ACTION:
        return False
    someone = any(a == b or scan.person_at[a] is not None for a, b in part.bearers)
    return someone or any(scan.fold(i) in _TO_DO for i in range(part.first, part.body))


def _says(scan: Scan, part: Segment) -> bool:
    return sum(c.isalpha() for c in told(scan, part.first, part.last)) >= 4


def _tells_facts(scan: Scan, sentence: Sentence) -> bool:
    """Whether a sentence tells who was there, how many, or only when: no decision."""
    whole = [(sentence.body, sentence.last)]
    words = [i for i in range(sentence.body, sentence.last) if scan.words[i].is_word]
    if not words:
        return False
    if all(scan.time_at[i] is not None or scan.fold(i) in _SMALL for i in words) and mentions_in(scan, whole):
        return True
    total = find_headcount(scan, whole)
    if total is not None and len(words) - (total.last - total.first) <= 2:
        return True
    away = any(scan.fold(i).startswith(_AWAY) for i in words[:3]) or any(scan.fold(i).startswith("excus") for i in words)
    if away and read_roll(scan, whole, RollSetting(group_id=None), listed=False).items:
        return True
    return all(scan.person_at[i] is not None or scan.fold(i) in {"et"} for i in words)


def _as_action(scan: Scan, part: Segment, sentence: Sentence) -> Segment:
    """A part told in answer to « qui fait quoi ? »."""
    announced = part.role is Role.DECISION and not part.kept_cue
    if part.role in {Role.ACTION, Role.NEXT} or announced or _tells_facts(scan, sentence):
        return part
    body = part.body if part.role is Role.FACTS else part.first
    named = bearers_at(scan, body, part.last)
    if named is not None and scan.sign(named[0]) in {":", "→", ">", "-", "="} and named[0] + 1 < part.last:
        return Segment(
            role=Role.ACTION,
            first=part.first,
            last=part.last,
            body=named[0] + 1,
            sentence=part.sentence,
            bullet=part.bullet,
            bearers=named[1],
        )
    return Segment(role=Role.ACTION, first=part.first, last=part.last, body=body, sentence=part.sentence, bullet=part.bullet)


def _tells_when(scan: Scan, part: Segment) -> bool:
    """Whether a part told in answer to « quand est la prochaine ? » tells a day, an hour or a place of it."""
    return not plainly_corrects(scan) and find_headcount(scan, [(part.body, part.last)]) is None
