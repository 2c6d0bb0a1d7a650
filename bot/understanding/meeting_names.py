"""What a meeting was the meeting of: a group of the territory, or a thing with a name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.understanding.groups import GroupMention, Strength
from bot.understanding.lengths import MEETING
from bot.understanding.lexicon_files import words_of
from bot.understanding.met_people import met_at
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.taken_back import taken_back
from bot.understanding.typed_texts import told
from bot.understanding.unknown_groups import unknown_group
from bot.understanding.when import Ranges
from bot.understanding.words import LINKS

_GENERIC = words_of("cues", "generic")
_TO_KEEP = words_of("parts", "notes")


_MINE = PhraseTable(
    {
        "mine": [
            *("mon groupe", "notre groupe", "mon groupe de travail", "ma commission", "notre commission", "mon gt", "notre gt"),
            *("mon copil", "notre copil", "mon cotech", "notre cotech"),
        ]
    }
)
_MINE_KINDS = {"commission": "commission", "copil": "Copil", "cotech": "Cotech"}

_APPOINTMENTS = words_of("cues", "appointments")
_HEAD = 12  # words
_MET = 3  # words of « j'ai vu », « nous avons rencontré »
_WHERE_AND_WHY = frozenset({"a", "au", "aux", "en", "chez", "sur", "pour", "pr", "avec", "afin", "qui", "dans"})
_APART = 6  # words between a kind of group and the name told apart


def choose_group(scan: Scan, ranges: Ranges) -> GroupMention | None:
    """The group that a meeting is of: the most plainly named, the first of equals; « mon groupe » is the one the author pilots."""
    best: GroupMention | None = None
    for first, last in ranges:
        for i in range(first, last):
            mention = scan.group_at[i]
            if mention is not None and scan.fold(mention.last) == "a" and _is_infinitive(scan, mention.last + 1):
                continue
            if mention is not None and mention.strength is Strength.WORDS and len(mention.ids) > 1:
                continue
            if (
                mention is not None
                and mention.first == i
                and (best is None or _rather(mention, best) or (len(mention.ids) == 1 and taken_back(scan, i)))
            ):
                best = mention
    if best is None or best.strength < Strength.NAMED:
        return my_group(scan, ranges) or best
    return _narrowed(scan, best) if best.kind_only and len(best.ids) > 1 else best


def _narrowed(scan: Scan, group: GroupMention) -> GroupMention:
    """The one group that a kind and a name told apart mean: « CLSM, présences du Copil de lundi », « Perte d'autonomie, GT du jour »."""
    near = range(max(0, group.first - _APART), min(len(scan), group.last + _APART))
    others = {g for i in near if (g := scan.group_at[i]) is not None and not g.kind_only and g is not group}
    common = {ident for g in others for ident in g.ids} & set(group.ids)
    return replace(group, ids=tuple(common), kind_only=False) if len(common) == 1 else group


def group_of(scan: Scan, facts: Ranges, outcomes: Ranges) -> GroupMention | None:
    """The group that the facts name, else what came out of it; the subject of an appointment names none: « rdv avec Zoé : les jeunes »."""
    told = choose_group(scan, facts)
    if told is not None:
        return told
    spoken = choose_group(scan, outcomes)
    return None if spoken is not None and spoken.strength < Strength.NAMED and _is_appointment(scan, facts) else spoken


def _is_appointment(scan: Scan, facts: Ranges) -> bool:
    """Whether « rdv », « entrevue » is what the facts begin with."""
    begin = facts[0][0] if facts else 0
    near = (i for first, last in facts for i in range(first, min(last, begin + _HEAD)))
    return any(scan.folds[i] in _APPOINTMENTS and not scan.fold(i - 1).startswith("proch") for i in near)


def _rather(mention: GroupMention, best: GroupMention) -> bool:
    return (mention.strength, not mention.kind_only) > (best.strength, not best.kind_only)


def _past_them(scan: Scan, i: int, last: int) -> int:
    """The word after those whom one met from word i on."""
    j = i + 1
    while j < last and scan.time_at[j] is None and scan.words[j].is_word and scan.fold(j) not in _WHERE_AND_WHY:
        j += 1
    return j


def _is_infinitive(scan: Scan, i: int) -> bool:
    """Whether « à planifier » follows the group: it is to be done, it did not meet. « Le GT a duré 2 h » did."""
    after = i + 1 + (scan.fold(i + 1) in {"stp", "svp", "merci"})
    if scan.fold(i) in _TO_KEEP and (scan.sign(after) in {":", "\n"} or after >= len(scan)):
        return False  # « 2 réus du GT à saisir : »
    return scan.sign(i).casefold().endswith(("er", "ir", "re")) and scan.fold(i) != "dure"


def my_group(scan: Scan, ranges: Ranges) -> GroupMention | None:
    """« mon groupe », as a mention of those that the author pilots; None if it is not said or she pilots none."""
    own: tuple[int, ...] = ()
    mine = next((f for first, last in ranges if (f := _MINE.first(scan.words, first, last)) is not None), None)
    if mine is not None:
        kind = _MINE_KINDS.get(scan.fold(mine.last - 1))
        own = tuple(
            g.id for g in scan.index.vocabulary.groups if scan.hearing.author_id in g.pilot_ids and (kind is None or g.kind == kind)
        )
    if mine is None or not own:
        return None
    start, end = scan.words[mine.first].start, scan.words[mine.last - 1].end
    return GroupMention(first=mine.first, last=mine.last, start=start, end=end, ids=own, strength=Strength.NAMED)


def leading_sigle(scan: Scan) -> int | None:
    """The word of a sigle that opens a message and that nothing here bears: « ETP hier 2h de 14 à 16 »; None if none does."""
    i = next((k for k in range(len(scan)) if scan.words[k].is_word), None)
    if i is None or not 2 <= len(scan.sign(i)) <= 6 or not scan.sign(i).isupper() or scan.text.isupper():
        return None
    known = any(at[i] is not None for at in (scan.time_at, scan.group_at, scan.person_at, scan.thing_at))
    return None if known or scan.time_at[i + 1] is None else i


def title(scan: Scan, facts: Ranges, private: Collection[int]) -> str | None:
    """What a meeting of no group was: « rdv avec le maire de Bessèges »."""
    for first, last in facts:
        named = unknown_group(scan, first, last)
        if named is not None:
            return told(scan, *named, private) or None
    for first, last in facts:
        noun = MEETING.first(scan.words, first, last)
        if noun is None:
            continue
        met = next((m for k in range(max(first, noun.first - _MET), noun.first + 1) if (m := met_at(scan, k)) is not None), None)
        if met is not None:
            return f"rencontre avec {told(scan, met, _past_them(scan, met, last))}" if not private else None  # it may be a patient
        j = noun.first
        while j < last and scan.time_at[j] is None and scan.sign(j) not in {",", ".", ":", "\n", "("}:
            j += 1
        while j > noun.last and scan.fold(j - 1) in LINKS | {"sur", "pour", "avec"}:
            j -= 1
        if all(scan.fold(k) in _GENERIC for k in range(noun.first, j)):
            return None
        return told(scan, noun.first, j, private) or None
    sigle = leading_sigle(scan)
    return told(scan, sigle, sigle + 1, private) or None if sigle is not None else None
