"""What a person asks for in one message: the ear, which never raises, keeps nothing and guesses nothing in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import CorrectDraft, Hearing, KeepContent, NotForMe, PlanDeed, PlanMeeting, Request, SetReminder
from bot.understanding.agenda_points import read_agenda_points
from bot.understanding.another_card import to_come
from bot.understanding.asked_of_others import asks_somebody, writes_to_somebody
from bot.understanding.asked_planned import read_asked_planned
from bot.understanding.asking import start_of
from bot.understanding.beside_card import speaks_of_another, tells_who_comes
from bot.understanding.checklist import read_checklist
from bot.understanding.closing_requests import without_closing, without_promise
from bot.understanding.date_searches import read_date_search
from bot.understanding.every_meeting import read_every_meeting
from bot.understanding.follow_ups import read_pointed
from bot.understanding.index import VocabularyIndex, compile_index
from bot.understanding.kept_before import of_another_group, rewrites
from bot.understanding.leads import with_lead
from bot.understanding.logging_requests import away_only, lists, proves, read_log
from bot.understanding.neighbourhoods import read_neighbourhood
from bot.understanding.over_card import read_over_card
from bot.understanding.papers import read_paper
from bot.understanding.parked import read_parked
from bot.understanding.planned_days import stands_ahead
from bot.understanding.plans import read_announced, read_beside, read_order, read_plan, read_several
from bot.understanding.privacy import private_words
from bot.understanding.questions import read_lookup, read_question
from bot.understanding.reminder_orders import read_reminder_order
from bot.understanding.reminders import read_reminder
from bot.understanding.repeated import read_repeated
from bot.understanding.reviews import read_review
from bot.understanding.rhythms import read_rhythm
from bot.understanding.scan import Scan, scan
from bot.understanding.sheets import read_sheet
from bot.understanding.small_talk import diverts, not_for_me, read_command
from bot.understanding.turnout import read_turnout
from bot.understanding.turns import asks, plainly_corrects, politely_corrects
from bot.understanding.two_requests import first_of_two, hides_another
from bot.understanding.update_cues import orders_change
from bot.understanding.updates import read_update
from bot.understanding.writing import read_writing

A_WEEK = timedelta(days=7)
A_SEASON = timedelta(days=270)  # beyond it a day of next year is hardly meant
_TEXTS = frozenset({Field.DECISIONS, Field.ACTIONS, Field.TOPICS})
__all__ = ["VocabularyIndex", "compile_index", "read"]


def read(text: str, hearing: Hearing, index: VocabularyIndex) -> Request:
    """The request that a message makes; see `bot/domain/requests.py` for each."""
    texts = hearing.asked in _TEXTS  # what was decided, done or spoken of is told in any words
    seen = scan(without_closing(text if texts else without_promise(text)), hearing, index)
    if seen.dense:
        return NotForMe(reason="unclear", clarify=True)
    order = None if texts else read_reminder_order(text, hearing)
    if order is not None:
        return read_rhythm(seen) or order
    whole: Request | None = (None if texts else _of_known_words(seen)) or read_sheet(seen)
    if whole is None and hearing.draft is not None and not texts:
        whole = read_beside(seen, hearing.draft) or read_pointed(seen, hearing.draft) or tells_who_comes(seen, hearing.draft)
    if whole is not None:
        return whole
    over = read_over_card(seen, hearing.draft) if hearing.draft is not None and _speaks_of(seen, hearing.draft) else None
    if over is None or (isinstance(over, CorrectDraft) and hearing.draft is not None and _of_another(seen, over, hearing.draft)):
        return _alone(seen)
    if isinstance(over, KeepContent):
        return _held_or_to_come(seen, over.content)
    if isinstance(over, SetReminder):
        return _reminder(seen, over)
    if isinstance(over, NotForMe) and over.reason in {"plan", "unclear"}:
        return read_repeated(seen) or read_order(seen) or read_plan(seen) or over
    return over


def _of_known_words(seen: Scan) -> Request | None:
    """What a message asks for whose every word is known: a paper, a preparation, a review, when and how to write, who comes, a QPV."""
    prepared = read_paper(seen) or read_parked(seen) or read_agenda_points(seen) or read_checklist(seen) or read_date_search(seen)
    told = read_review(seen) or read_rhythm(seen) or read_writing(seen) or read_turnout(seen) or read_neighbourhood(seen)
    return prepared or told or read_asked_planned(seen) or read_every_meeting(seen)


def _speaks_of(seen: Scan, draft: DraftContent) -> bool:
    """Whether a message may speak of the card: of a meeting kept just before, unless it names another group; of hours kept just before,
    only if it says that it corrects (« non, 2h »)."""
    if not seen.hearing.kept:
        return True
    if draft.meetings:
        return not of_another_group(seen, draft)
    ends = (seen.fold(len(seen) - 2), seen.fold(len(seen) - 1))
    return plainly_corrects(seen) or ends == ("en", "fait") or ends[1] == "finalement"


def _of_another(seen: Scan, heard: CorrectDraft, draft: DraftContent) -> bool:
    """Whether a correction would rather be of something else than the card, or the meeting kept just before."""
    return speaks_of_another(seen, heard, draft) or (seen.hearing.kept and rewrites(seen, heard, draft))


def _alone(seen: Scan) -> Request:
    """The request of a message that stands by itself."""
    command = read_command(seen)
    if command is not None:
        return command
    if diverts(seen):
        return not_for_me(seen)
    reminder = read_reminder(seen)
    if reminder is not None:
        return _reminder(seen, reminder)
    order = read_order(seen)
    if order is not None:
        return order
    content = read_log(seen)
    proven = content is not None and (proves(content) or ("\n" in seen.folds and lists(content)))
    polite = read_update(seen) if not proven and politely_corrects(seen, start_of(seen)) else None
    if polite is not None:
        return polite
    question = _question(seen, content, proven=proven)
    if question is not None:
        return question
    update = read_update(seen)
    if update is not None:
        return update
    repeated = read_repeated(seen) if content is None or not proven else None
    if repeated is not None:
        return repeated
    ahead = to_come(seen, None)
    if ahead is not None:
        planned = read_plan(seen) if ahead == "plan" else None
        return planned or NotForMe(reason=ahead, clarify=True, privacy_warning=bool(private_words(seen)))
    away = away_only(content) if content is not None else None
    if away is not None:
        return away
    return _held_or_to_come(seen, content) if content is not None else _at_last(seen)


def _at_last(seen: Scan) -> Request:
    """The request of a message that tells no meeting and no hours."""
    weak = read_reminder(seen, weak=True)
    if weak is not None:
        return _reminder(seen, weak)
    return read_several(seen) or read_plan(seen) or read_lookup(seen) or _not_for_me(seen)


def _question(seen: Scan, content: DraftContent | None, *, proven: bool) -> Request | None:
    """What a message asks; `proven`: its content tells a meeting as well, so that only what is written to somebody is a question."""
    if content is not None and content.meetings and writes_to_somebody(seen):
        return NotForMe(reason="unclear", clarify=True, privacy_warning=content.privacy_warning)
    only = asks_somebody(seen)
    if not only and (proven or orders_change(seen)):
        return None
    return read_question(seen) or (replace(not_for_me(seen), reason="question") if only else None)


def _held_or_to_come(seen: Scan, content: DraftContent) -> Request:
    """A meeting of which only the day and the hours are told may be still to come: planned where its last such day is far, else offered."""
    several = read_several(seen) if len(content.meetings) == 1 else None
    if several is not None:
        return several
    announced = read_announced(seen) if len(content.meetings) == 1 and not content.hours else None
    meeting = content.meetings[0] if content.meetings else None
    if announced is not None and meeting is not None and _later_today(seen, meeting):
        return replace(announced, spot=replace(announced.spot, day=meeting.day))
    ahead = stands_ahead(seen, meeting) if meeting is not None and len(content.meetings) == 1 else None
    if ahead is not None and meeting is not None:
        changed = read_plan(seen)
        if isinstance(changed, PlanMeeting) and changed.deed is not PlanDeed.PLAN:
            return changed
        if announced is None:
            return KeepContent(content=replace(content, meetings=(replace(meeting, day_candidates=(ahead,)),)))
    if announced is None or announced.spot.day is None or meeting is None or meeting.day is None or meeting.day >= announced.spot.day:
        return KeepContent(content=content)
    today = seen.hearing.now.date()
    near, long_ago = announced.spot.day - today <= A_WEEK, today - meeting.day > A_WEEK
    if not near and (not long_ago or announced.spot.day - today > A_SEASON):
        return KeepContent(content=content)
    if near and long_ago:  # « le 26 », said on the 23rd
        return announced
    return KeepContent(content=replace(content, meetings=(replace(meeting, day_candidates=(announced.spot.day,)),)))


def _later_today(seen: Scan, meeting: MeetingDraft) -> bool:
    """« gt diabete auj 10h 11h », said at half past nine: its hour is still to come."""
    now = seen.hearing.now
    return meeting.day == now.date() and meeting.starts is not None and meeting.starts > now.time()


def _reminder(seen: Scan, heard: SetReminder) -> Request:
    if hides_another(seen):
        return NotForMe(reason="two_requests", clarify=True)
    several = first_of_two(seen)
    first = scan(several[0], seen.hearing, seen.index) if several is not None else seen
    told = read_reminder(first) if several is not None else heard
    return with_lead(first, replace(told or heard, left_out=several[1] if several is not None else ""))


def _not_for_me(seen: Scan) -> NotForMe:
    """Why nothing is written; what asks something that Maillon cannot answer is told apart."""
    why = not_for_me(seen)
    return replace(why, reason="question") if why.reason in {"elsewhere", "unclear"} and asks(seen, None) else why
