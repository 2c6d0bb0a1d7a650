"""What is said while a card stands open, names a group, a day or somebody, and yet is not that card's: « le forum passe à 11h »."""

from __future__ import annotations

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import CorrectDraft
from bot.domain.turnout import TellTurnout
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.time_corrections import is_ahead
from bot.understanding.times import TimeMention
from bot.understanding.turnout import AWAY, read_shown_turnout
from bot.understanding.turns import plainly_corrects, words_in

_FRAME, _ORDERS = words_in("about", "words"), words_in("about", "orders")
_AGREED = PhraseTable({"agreed": table("turns")["agreed"]["words"]})
_BESIDE_AGREED = words_in("agreed", "beside")
_AHEAD = words_of("turnout", "ahead")
_FACTS = frozenset({Field.GROUP, Field.DAY, Field.DURATION})
_OF_SOMEBODY = frozenset({Field.PEOPLE, Field.ACTIONS, Field.DECISIONS})
_OF = frozenset({"de", "du", "d"})
_SHORT = 8  # words
_MOVES = words_in("about", "moves")
_SAME = frozenset({"meme", "memes", "heure", "heures", "horaire", "lieu", "salle", "endroit"})  # « reporte au 3, même heure »
_MAY_DENY = frozenset({"pas", "plus"})  # « pas le 12 » corrects, « pas dispo le 12 » does not


def speaks_of_another(scan: Scan, heard: CorrectDraft, draft: DraftContent) -> bool:
    """Whether a message would give the card another group, day or hours though it speaks of something else besides, or orders something."""
    changed = set(heard.changed)
    if changed <= {Field.GROUP, Field.DAY} and draft.hours and not draft.meetings:
        told = Field.DAY not in changed or any(said.startswith("prochain") for said in scan.folds)
        return told and any(scan.group_at) and not plainly_corrects(scan) and _tells_more(scan)
    if not changed or scan.hearing.asked is not None or len(draft.meetings) != 1:
        return False
    if changed <= _OF_SOMEBODY:
        if changed == {Field.DECISIONS} and scan.fold(0) in _MOVES:
            return not _of_something(scan, first=1)  # « reporte au 3 décembre même heure »: a meeting, never a decision
        return scan.fold(0) in _ORDERS and len(changed) == 1
    if not changed <= _FACTS or not all(_known(draft.meetings[0], field) for field in changed):
        return False
    return (scan.fold(0) in _MAY_DENY or not plainly_corrects(scan)) and _of_something(scan)


def _known(meeting: MeetingDraft, field: Field) -> bool:
    told = {Field.GROUP: meeting.group_id, Field.DAY: meeting.day, Field.DURATION: meeting.minutes}
    return told[field] is not None


def _of_something(scan: Scan, *, first: int = 0) -> bool:
    """Whether a word is neither part of that group, day or hours nor what stands around them."""
    read = (scan.time_at, scan.number_at, scan.group_at)
    small = _FRAME | (_SAME if first else frozenset())
    return any(
        scan.words[i].is_word and scan.fold(i) not in small and all(mentions[i] is None for mentions in read)
        for i in range(first, len(scan))
    )


def _tells_more(scan: Scan) -> bool:
    """Whether what names the group of an open card of hours tells a meeting to come as well: « prochain gt santé lundi 14 déc 14h »."""
    said = {id(time): time for time in scan.time_at if time is not None}.values()
    return any(time.starts is not None or (is_ahead(scan, time) and not _of_it(scan, time)) for time in said)


def _of_it(scan: Scan, time: TimeMention) -> bool:
    """« le GT Santé de jeudi » may well be the group of hours spent on what is to come."""
    first = scan.span_of(time)[0]
    return not _OF.isdisjoint((scan.fold(first), scan.fold(first - 1)))


def agrees_to_nothing(scan: Scan, heard: CorrectDraft) -> bool:
    """« ok pour la date », « ok pour le 17 », « ok pour le copil »: heard as a decision, though nothing is named that it decides."""
    agreed = _AGREED.first(scan.words) if Field.DECISIONS in heard.changed and scan.hearing.asked is not Field.DECISIONS else None
    if agreed is None:
        return False
    beside = [i for i in range(len(scan)) if (scan.words[i].is_word or scan.words[i].is_number) and not agreed.first <= i < agreed.last]
    read = (scan.time_at, scan.group_at, scan.person_at)
    return all(scan.fold(i) in _BESIDE_AGREED or any(mentions[i] is not None for mentions in read) for i in beside)


def tells_who_comes(scan: Scan, draft: DraftContent) -> TellTurnout | None:
    """« Bruno sera pas là », « Lise vient plus » over the card of a meeting that was held, « Lise excusée » over hours: of neither."""
    spent = bool(draft.hours) and not draft.meetings
    if not spent and (_AHEAD.isdisjoint(scan.folds) or _MAY_DENY.isdisjoint(scan.folds)):
        return None
    today = scan.hearing.now.date()
    if not spent and not all(meeting.day is not None and meeting.day <= today for meeting in draft.meetings):
        return None
    return read_shown_turnout(scan)


def denies_ahead(scan: Scan, heard: CorrectDraft) -> bool:
    """« Mme X sera pas là », of somebody unknown or of an odd day: neither present at the meeting of the card nor given a task there."""
    if not heard.changed or not set(heard.changed) <= _OF_SOMEBODY - {Field.DECISIONS} or _MAY_DENY.isdisjoint(scan.folds):
        return False
    said = AWAY.first(scan.words) if len(scan) <= _SHORT else None
    return said is not None and not _AHEAD.isdisjoint(scan.folds[said.first : said.last])
