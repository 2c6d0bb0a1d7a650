"""Whether a sentence said after « a-t-elle eu lieu ? » tells that meeting, and the card as it fills it; all else is something else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.domain.drafts import DraftContent, Field
from bot.domain.requests import CorrectDraft, Hearing, KeepContent, NotForMe, UpdateAttendance
from bot.french.points_put_off import puts_off_point
from bot.understanding.after_meetings import refuses
from bot.understanding.closing_requests import without_promise
from bot.understanding.evidence import weigh
from bot.understanding.groups import Strength
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.reader import read
from bot.understanding.roles import Role, Segment
from bot.understanding.scan import Scan, scan
from bot.understanding.segments import segments

_LEXICON = table("after_meetings")
_ORDERS = frozenset(spaced(_LEXICON["elsewhere"]["orders"]).split())
_OTHERS = frozenset(spaced(_LEXICON["elsewhere"]["others"]).split())
_FUTURE = frozenset(spaced(_LEXICON["elsewhere"]["future"]).split())
_BESIDE = frozenset(spaced(_LEXICON["facts"]["beside"]).split())
_POLITE = frozenset(spaced(" ".join(_LEXICON["polite"])).split())
_NOT_UNDERSTOOD = {"unclear", "elsewhere"}
_OUTCOMES = {Role.DECISION, Role.ACTION, Role.NEXT}
_TALKED = frozenset(spaced(table("cues")["spoken"]["said"]).split())
_DECIDED = ("decid", "decis", "valid", "acte", "convenu", "adopt")
_OPENING = re.compile(r"\s*(?:oui|ouais|ok|yes|non|nn)\b[\s,.!:]*(?=\w)", re.IGNORECASE)  # « oui, 12 présents »
_ASIDES = re.compile(  # « salle des fêtes finalement », « finalement, 6 présents »
    rf"(?:^|(?<=\s)|(?<=,))(?:{'|'.join(_LEXICON['asides'])})\b\s*(?=[,.;!]|$)", re.IGNORECASE
)
_CLAUSE_ENDS = frozenset({",", ".", ";", "!", "\n"})


def of_asked(text: str, hearing: Hearing, index: VocabularyIndex, *, group_id: int, day: date) -> str | None:
    """The words without the name of the group asked about and the day of its meeting; None when they name another group or meeting.

    « annule le GT Nutrition » is an order, of any of its meetings: only with the day it is left as an answer.
    """
    seen = scan(text, replace(hearing, draft=None, asked=None), index)
    named = [group for i, group in enumerate(seen.group_at) if group is not None and group.first == i]
    if any(group.strength >= Strength.NAMED and group_id not in group.ids for group in named):
        return None
    own = next((group for group in named if group_id in group.ids), None)
    if own is None:
        return text
    behind = seen.time_at[own.last] if own.last < len(seen) else None
    told = behind if behind is not None and (behind.day or behind.past) else None
    if told is not None and day not in {told.day, told.past.first if told.past else None}:
        return None
    if told is None and _orders(seen):
        return text
    end = told.end if told is not None else own.end
    return f"{text[: own.start]} {text[end:]}"


def names_asked(text: str, hearing: Hearing, index: VocabularyIndex, *, group_id: int) -> bool:
    """Whether the words name that group, be it shortly."""
    seen = scan(text, replace(hearing, draft=None, asked=None), index)
    return any(group is not None and group_id in group.ids for group in seen.group_at)


def read_told(text: str, hearing: Hearing, index: VocabularyIndex, *, at_once: bool) -> DraftContent | None:
    """The card of `hearing` as the sentence fills it; None where it may be something else.

    `at_once`: nothing was said since the question. Afterwards only people who are counted, or said to be there or away, speak of it.
    """
    plain = replace(hearing, draft=None, asked=None)
    alone = read(text, plain, index)
    if not isinstance(alone, KeepContent | UpdateAttendance) and not (isinstance(alone, NotForMe) and alone.reason in _NOT_UNDERSTOOD):
        return None
    text = _ASIDES.sub("", without_promise(_OPENING.sub("", text, count=1))).strip(" ,;")
    if refuses(text):
        return None
    heard = read(text, hearing, index)
    if not isinstance(heard, CorrectDraft) or not heard.changed or heard.not_found or heard.several:
        return None
    seen = scan(text, plain, index)
    if _orders(seen) or _ahead(seen):
        return None
    evidence = weigh(seen)
    if evidence.headcount or evidence.roll:
        return heard.content
    plausible = at_once and not isinstance(alone, UpdateAttendance) and not evidence.future_only
    return heard.content if plausible and _tells(seen, heard) else None


def _orders(seen: Scan) -> bool:
    """« ajoute une réunion », « inviter Loïc », « arrête le rappel », « combien on était ? »: the first word asks for something."""
    first = next((i for i in range(len(seen)) if seen.words[i].is_word and seen.fold(i) not in _POLITE), 0)
    return seen.fold(first) in _ORDERS


def _ahead(seen: Scan) -> bool:
    """« on sera 12 », « il faudra une salle pour 12 personnes »: the first clause speaks of what is to come."""
    stop = next((i for i in range(len(seen)) if seen.sign(i) in _CLAUSE_ENDS), len(seen))
    return any(seen.fold(i) in _FUTURE for i in range(stop))


def _tells(seen: Scan, heard: CorrectDraft) -> bool:
    """Whether nothing but names, hours, a place or what came out is told: « Karim et Sophie », « fini à 15h30 », « on a décidé de… »."""
    if {Field.GROUP, Field.DAY} & set(heard.changed):
        return False
    parts = segments(seen)
    outcomes = [part for part in parts if part.role in _OUTCOMES or _spoken(seen, part)]
    if any(word in _OTHERS for word in seen.folds) or any(part.role is Role.DECISION and not _cued(seen, part) for part in outcomes):
        return False
    if any(part.role is Role.ACTION and not part.bearers for part in outcomes):
        return False
    behind = {i for part in outcomes for i in range(part.first, part.last)}
    return all(i in behind or _known(seen, i, _said(heard)) for i in range(len(seen)))


def _spoken(seen: Scan, part: Segment) -> bool:
    """« on n'a parlé que du bilan »: in words that say so."""
    return part.role is Role.TOPIC and any(seen.fold(i) in _TALKED for i in range(part.first, part.body))


def _cued(seen: Scan, part: Segment) -> bool:
    """Whether words such as « on a décidé de », « décision : » or « on valide » say that it was decided, or a point is put off."""
    return puts_off_point(seen.slice(part.first, part.last)) or any(
        seen.fold(i).startswith(_DECIDED) for i in range(part.first, min(max(part.first + 4, part.body), part.last))
    )


def _said(heard: CorrectDraft) -> frozenset[str]:
    """The words of the names and of the place that the card takes as they were typed."""
    meeting = heard.content.meetings[0]
    typed = [*(one.said for one in meeting.people), meeting.place_said, meeting.commune]
    return frozenset(spaced(" ".join(words for words in typed if words)).split())


def _known(seen: Scan, i: int, said: frozenset[str]) -> bool:
    """Whether word i is a name, a time, a number, or one of the few words that stand beside them."""
    if any(at[i] is not None for at in (seen.person_at, seen.thing_at, seen.time_at, seen.number_at)):
        return True
    return not seen.words[i].is_word or seen.fold(i) in _BESIDE | _POLITE | said
