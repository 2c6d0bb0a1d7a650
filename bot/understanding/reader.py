"""What a person asks for in one message: the ear, which never raises, keeps nothing and guesses nothing in silence."""

from __future__ import annotations

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import AskAgenda, Hearing, KeepContent, NotForMe, Request, UpdateAttendance
from bot.understanding.answers import answer
from bot.understanding.asking import asking, start_of
from bot.understanding.corrections import correct
from bot.understanding.index import VocabularyIndex, compile_index
from bot.understanding.lexicon_files import table
from bot.understanding.logging_requests import read_log
from bot.understanding.natures import correct_natures
from bot.understanding.questions import read_lookup, read_question
from bot.understanding.reminders import read_reminder
from bot.understanding.scan import Scan, scan
from bot.understanding.small_talk import diverts, not_for_me, read_command
from bot.understanding.updates import read_update

_CORRECTS = frozenset(table("corrections")["cues"])

__all__ = ["VocabularyIndex", "compile_index", "read"]


def read(text: str, hearing: Hearing, index: VocabularyIndex) -> Request:
    """The request that a message makes; see `bot/domain/requests.py` for each."""
    seen = scan(text, hearing, index)
    if seen.dense:
        return NotForMe(reason="unclear", clarify=True)
    if hearing.draft is not None:
        return _with_draft(seen, hearing.draft)
    return _alone(seen)


def _with_draft(seen: Scan, draft: DraftContent) -> Request:
    """An answer to the open question, a correction of the open card, or something else altogether."""
    hearing = seen.hearing
    command = read_command(seen)
    if command is not None and not (hearing.asked is not None and command.name not in {"annuler", "aide"}):
        return command
    natures = correct_natures(seen, draft, asked=hearing.asked, at=hearing.asked_item)
    if natures is not None:
        return natures
    question = _asked_meanwhile(seen)
    if question is not None:
        return question
    whole = read_log(seen)
    if whole is not None and _is_another(whole, draft, seen):
        return KeepContent(content=whole)
    corrected = correct(seen, draft, hearing.asked_item)
    if hearing.asked is not None:
        answered = answer(seen, draft, hearing.asked, hearing.asked_item)
        fuller = whole is not None and corrected is not None and hearing.asked in corrected.changed and len(corrected.changed) > 1
        if answered is not None and not fuller:
            return answered
    return corrected if corrected is not None else _alone(seen)


def _asked_meanwhile(seen: Scan) -> Request | None:
    """« tel de Sophie ? », « le CR du dernier Copil » while a card is open: a question, which changes nothing of the card."""
    asked = asking(seen, start_of(seen))
    if not asked.mark and any(seen.fold(i) in _CORRECTS for i in range(len(seen))):
        return None
    question = read_question(seen)
    dated = isinstance(question, AskAgenda) and not asked.mark and asked.word is None  # « prochaine réunion le 12 » tells a date
    return None if dated else question


def _is_another(whole: DraftContent, draft: DraftContent, seen: Scan) -> bool:
    """Whether a message tells a whole meeting or hours other than those of the open card."""
    if whole.hours and not whole.meetings:
        return not draft.hours and len(seen) >= 5 and whole.hours[0].part is not None
    meeting = whole.meetings[0]
    if len(whole.meetings) > 1:
        return True
    known = {m.group_id for m in draft.meetings}
    facts = [
        meeting.minutes is not None,
        meeting.headcount is not None or bool(meeting.people),
        bool(meeting.spans) and meeting.day is not None,
        meeting.place_said is not None,
    ]
    if _retells(meeting, draft) and not any(seen.fold(i) in _CORRECTS for i in range(len(seen))):
        return True
    return meeting.group_id is not None and meeting.group_id not in known and known != {None} and sum(facts) >= 3


def _retells(meeting: MeetingDraft, draft: DraftContent) -> bool:
    """Whether it tells afresh, with a day of its own, what a complete card already says: that is another meeting, not a correction."""
    if any(m.day is None or m.minutes is None for m in draft.meetings) or not draft.meetings:
        return False
    own_day = meeting.day is not None and Field.DAY not in meeting.unsure
    told = [meeting.minutes is not None, meeting.headcount is not None or bool(meeting.people)]
    return own_day and any(told) and (all(told) or meeting.group_id is not None or meeting.title is not None)


def _alone(seen: Scan) -> Request:
    """The request of a message that stands by itself."""
    command = read_command(seen)
    if command is not None:
        return command
    if diverts(seen):
        return not_for_me(seen)
    reminder = read_reminder(seen)
    if reminder is not None:
        return reminder
    content = read_log(seen)
    proven = content is not None and (_proves(content) or ("\n" in seen.folds and _lists(content)))
    question = read_question(seen) if not proven else None
    if question is not None:
        return question
    update = read_update(seen)
    if update is not None:
        return update
    away = _away_only(content) if content is not None else None
    if away is not None:
        return away
    if content is not None:
        return KeepContent(content=content)
    return read_reminder(seen, weak=True) or read_lookup(seen) or not_for_me(seen)


def _proves(content: DraftContent) -> bool:
    """Whether what was read can be nothing but a meeting or hours told."""
    return bool(content.hours) or any(m.minutes is not None or m.headcount is not None for m in content.meetings)


def _lists(content: DraftContent) -> bool:
    """Whether people and what came out are listed: minutes pasted, not asked for, even if no hour is told."""
    return any(len(m.people) > 1 and (m.decisions or m.actions or len(m.people) > 2) for m in content.meetings)


def _away_only(content: DraftContent) -> UpdateAttendance | None:
    """« Élise était excusée au GT de mardi »: a meeting of which nothing but who was away is told was kept before."""
    if len(content.meetings) != 1 or content.hours:
        return None
    meeting = content.meetings[0]
    told = meeting.minutes or meeting.starts or meeting.headcount or meeting.decisions or meeting.actions or meeting.next_meeting
    named = meeting.group_id is not None and meeting.day is not None and Field.DAY not in meeting.unsure
    if told or not named or not meeting.people or any(p.state is AttendanceState.PRESENT for p in meeting.people):
        return None
    return UpdateAttendance(
        group_id=meeting.group_id, day=meeting.day, which="date", away=meeting.people, privacy_warning=content.privacy_warning
    )
