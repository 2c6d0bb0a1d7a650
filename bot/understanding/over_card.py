"""What a message means while a card stands open: an answer or a correction, or something else that leaves the card as it is."""

from __future__ import annotations

from bot.domain.agenda import AskAgenda
from bot.domain.drafts import DraftContent, Field
from bot.domain.requests import CorrectDraft, Hearing, KeepContent, NameGroup, NotForMe, Request, SetReminder
from bot.understanding.another_card import (
    is_cancelled,
    names_another,
    of_another_meeting,
    of_another_to_come,
    other_day_of_hours,
    tells_another,
    tells_next,
    to_come,
    unclear_mixture,
)
from bot.understanding.answers import OPTIONAL, answer, is_nothing, tells_only_ahead
from bot.understanding.asked_of_others import asks_somebody, writes_to_somebody
from bot.understanding.asking import asking, start_of
from bot.understanding.beside_card import agrees_to_nothing, denies_ahead
from bot.understanding.corrections import correct
from bot.understanding.logging_requests import away_only, proves, read_log
from bot.understanding.natures import correct_natures
from bot.understanding.new_groups import new_group_name
from bot.understanding.privacy import private_words
from bot.understanding.questions import read_question
from bot.understanding.reminder_cues import asks_reminder
from bot.understanding.reminders import read_reminder
from bot.understanding.roles import Role
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.small_talk import diverts, gist_of, not_for_me, read_command
from bot.understanding.turns import asks, chats, plainly_corrects, wants_contact, yes_or_no
from bot.understanding.updates import read_update

_TEXTS = frozenset({Field.DECISIONS, Field.ACTIONS, Field.TOPICS})
_FREE = _TEXTS | {Field.PLACE}


def read_over_card(seen: Scan, draft: DraftContent) -> Request | None:
    """The request of a message said over that card; None for what means the same as if nothing stood open."""
    asked = seen.hearing.asked
    command = read_command(seen)
    if command is not None and (asked not in _FREE or command.name in {"annuler", "aide"}):
        return command
    natures = correct_natures(seen, draft, asked=asked, at=seen.hearing.asked_item)
    if natures is not None:
        return natures
    whole = read_log(seen)
    told = whole is not None and proves(whole)
    if whole is not None and whole.meetings and told and writes_to_somebody(seen):
        return _unclear(seen)
    if told and asks_somebody(seen) and not plainly_corrects(seen):
        return read_question(seen) or NotForMe(reason="question")
    elsewhere = _aside(seen, asked, told=told) or _elsewhere(seen, draft, whole)
    return elsewhere if elsewhere is not None else _about_card(seen, draft)


def _elsewhere(seen: Scan, draft: DraftContent, whole: DraftContent | None) -> Request | None:
    """Another meeting, kept, told now or still to come; other hours; or one that does not take place."""
    asked = seen.hearing.asked
    update = read_update(seen) or (away_only(whole) if whole is not None else None)
    if update is not None and of_another_meeting(seen, update, draft):
        return update
    if asked not in _TEXTS and not (whole is not None and proves(whole)) and is_cancelled(seen):
        return not_for_me(seen)
    ahead = to_come(seen, asked)
    if ahead is None and _names_day_ahead(seen, draft, whole):
        ahead = "plan"
    if ahead is not None:
        return NotForMe(reason=ahead, clarify=True, privacy_warning=bool(private_words(seen)))
    if whole is None and names_another(seen, draft):
        return _unclear(seen)
    if whole is not None and tells_another(seen, whole, draft, asked):
        return KeepContent(content=whole)
    others = other_day_of_hours(seen, draft) if asked is not Field.DAY else None
    return KeepContent(content=others) if others is not None else None


def _names_day_ahead(seen: Scan, draft: DraftContent, whole: DraftContent | None) -> bool:
    """Whether the day asked for is still to come, or that of a meeting of another group."""
    asked = seen.hearing.asked
    if asked is Field.DAY and tells_only_ahead(seen) and not plainly_corrects(seen):
        return True
    return whole is None and asked not in _TEXTS and of_another_to_come(seen, draft)


def _unclear(seen: Scan) -> NotForMe:
    return NotForMe(reason="unclear", clarify=True, privacy_warning=bool(private_words(seen)), gist=gist_of(seen))


def _about_card(seen: Scan, draft: DraftContent) -> Request | None:
    """The answer or the correction that a message is, unless it is rather something to remember, or a mixture."""
    asked, item = seen.hearing.asked, seen.hearing.asked_item
    heard = answer(seen, draft, asked, item) if asked is not None else correct(seen, draft, item)
    reminder = _to_remember(seen)
    if reminder is not None and (heard is None or not draft.meetings or set(heard.changed) - {Field.ACTIONS}):
        return reminder
    if heard is not None and (unclear_mixture(heard, draft, seen) or agrees_to_nothing(seen, heard) or denies_ahead(seen, heard)):
        return _unclear(seen)
    named = new_group_name(seen) if asked is Field.GROUP and (heard is None or _names_unknown(heard, seen.hearing)) else None
    return NameGroup(words=named) if named is not None else heard


def _to_remember(seen: Scan) -> SetReminder | None:
    """« note pour vendredi : relancer la CAF », « lundi appeler Mme Roux »: a task that is nobody's of the meeting."""
    orders = plainly_corrects(seen) and seen.fold(0) not in {"note", "noter", "mets"}
    if orders or seen.hearing.asked in _TEXTS:
        return None
    return read_reminder(seen) or read_reminder(seen, weak=True)


def _names_unknown(heard: CorrectDraft, hearing: Hearing) -> bool:
    """Whether nothing was heard but the name of a group that the territory does not have."""
    if heard.changed not in {(), (Field.GROUP,)} or not heard.content.meetings:
        return not heard.changed
    meeting = heard.content.meetings[min(hearing.asked_item, len(heard.content.meetings) - 1)]
    return meeting.group_id is None and not meeting.group_candidates and not meeting.no_group


def _aside(seen: Scan, asked: Field | None, *, told: bool) -> Request | None:
    """What is neither an answer nor a correction: a question, a reminder, a plain yes or no, small talk. `told`: a meeting, or hours."""
    if diverts(seen) and not plainly_corrects(seen):
        return not_for_me(seen)
    if asks_reminder(seen):
        return read_reminder(seen)
    plain = yes_or_no(seen)
    if plain is not None and not (plain == "denial" and (asked is Field.GROUP or (asked in OPTIONAL and is_nothing(seen)))):
        return NotForMe(reason=plain)
    if chats(seen) and not told and not (asked in OPTIONAL and is_nothing(seen)):
        return read_question(seen) or not_for_me(seen)
    if asks(seen, asked) and not told:
        return read_question(seen) or NotForMe(reason="question", privacy_warning=bool(private_words(seen)))
    if asked in OPTIONAL and is_nothing(seen):
        return None
    polite = not_for_me(seen)
    tells_when = all(seen.time_at[i] is not None or not seen.words[i].is_word or seen.fold(i) in {"pas", "non"} for i in range(len(seen)))
    tells = any(part.role is not Role.FACTS for part in segments(seen))
    if polite.reason in {"thanks", "test"} and not tells_when and not tells:
        return polite
    if wants_contact(seen) and asked not in _TEXTS:
        return read_question(seen)
    return _asked_meanwhile(seen) if asked not in _TEXTS and not told and not plainly_corrects(seen) else None


def _asked_meanwhile(seen: Scan) -> Request | None:
    """« le CR du dernier Copil » while a card is open: a question, which changes nothing of the card."""
    told = asking(seen, start_of(seen))
    question = read_question(seen) if read_reminder(seen) is None else None
    plain = told.mark or told.word is not None
    dated = isinstance(question, AskAgenda) and not plain and tells_next(seen)  # « prochaine réunion le 12 » tells a date
    return None if dated else question
