"""What an account may ask again of past meetings: what they decided and entrusted, and where something was talked of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.actions.meetings import may_read_minutes
from bot.domain.decision_records import DecisionRecord
from bot.domain.errors import NoSuchMeeting, NotAllowed
from bot.domain.memory import Mention, Mentions, Passage, PassageKind, Sought, ToldMeeting
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.permissions import Verb, may
from bot.domain.territory import Account
from bot.french.mentions import places
from bot.ports import UnitOfWork

SHOWN = 6
_LOOKED_AT = 200  # meetings whose sentences are read again
_WANTED = {"decisions": PassageKind.DECISION, "actions": PassageKind.ACTION}


def outcomes(work: UnitOfWork, account: Account, meeting_ids: Sequence[int], *, on: date) -> tuple[DecisionRecord, ...]:
    """What each of these meetings decided and entrusted, as it stands now. Raises NotAllowed, NoSuchMeeting as `may_read_minutes`."""
    found = []
    for meeting_id in meeting_ids:
        may_read_minutes(work, account, meeting_id)
        order = PaperOrder(kind=PaperKind.DECISIONS, meeting_id=meeting_id)
        record = work.papers.decision_record(order, by=account.person_id, on=on)
        if record is None:
            raise NoSuchMeeting
        found.append(record)
    return tuple(found)


def mentions(work: UnitOfWork, account: Account, sought: tuple[Sought, ...], *, group_ids: Sequence[int], want: str) -> Mentions:
    """The meetings whose minutes she may read and that say these words, where `want` asks for it in their decisions or actions first.

    Raises NotAllowed.
    """
    if not may(account.role, Verb.READ_MINUTES):
        raise NotAllowed(Verb.READ_MINUTES)
    own = None if may(account.role, Verb.LOG_ANY_MEETING) else account.person_id
    told = work.memory.telling(sought, group_ids=group_ids or None, person_id=own, limit=_LOOKED_AT)
    kind = _WANTED.get(want)
    narrow = _best(told, sought, kinds=(kind,)) if kind else Mentions()
    return narrow if narrow.found and narrow.all_words else _best(told, sought, kinds=tuple(PassageKind))


def _best(told: Sequence[ToldMeeting], sought: tuple[Sought, ...], *, kinds: tuple[PassageKind, ...]) -> Mentions:
    """Those that say most of the words in such sentences; all of them in one sentence, if any does."""
    read = [(meeting, *_said(meeting, sought, kinds)) for meeting in told]
    most = max(((words, at_once) for _, words, at_once, _ in read), default=(0, 0))
    if not most[0]:
        return Mentions()
    enough = len(sought) if most[1] == len(sought) else 0  # words that the sentence itself must say
    found = [Mention(meeting.line, best) for meeting, words, at_once, best in read if words == most[0] and at_once >= enough and best]
    found.sort(key=lambda one: (one.line.day, one.line.id), reverse=True)
    return Mentions(tuple(found[:SHOWN]), all_words=most[0] == len(sought), more=len(found) > SHOWN)


def _said(meeting: ToldMeeting, sought: tuple[Sought, ...], kinds: tuple[PassageKind, ...]) -> tuple[int, int, Passage | None]:
    """How many of the words it says there, how many at once, and the sentence that does."""
    said: set[int] = set()
    at_once, best = 0, None
    for passage in meeting.passages:
        words = {place.rank for place in places(passage.text, sought)} if passage.kind in kinds else set()
        said |= words
        if len(words) > at_once:
            at_once, best = len(words), passage
    return len(said), at_once, best
