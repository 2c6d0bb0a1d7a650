"""Why something is refused: one class a refusal, which carries facts and never sentences (those live in bot/texts/errors.py)."""

from __future__ import annotations

from datetime import date, datetime

from bot.domain.directory_imports import FileProblem
from bot.domain.drafts import Gap
from bot.domain.permissions import Verb


class Refusal(Exception):
    """Something that the person can understand and mend."""


class NotAllowed(Refusal):
    """Her role does not reach that far."""

    def __init__(self, verb: Verb) -> None:
        super().__init__(verb)
        self.verb = verb


class NotPilot(Refusal):
    """What is said before each meeting of a group is chosen by whoever pilots it."""


class DraftMoved(Refusal):
    """The button belongs to an older version of the card."""


class ReminderMoved(Refusal):
    """The button belongs to an older version of the reminder."""


class ReminderGone(Refusal):
    """The reminder is over, withdrawn, or never was hers."""


class AgendaCardMoved(Refusal):
    """The button belongs to an older version of a card of the agenda."""


class AgendaCardGone(Refusal):
    """The card of the agenda was given up, or never was hers."""


class DateSearchMoved(Refusal):
    """The button belongs to an older version of a date search, or it was closed meanwhile."""


class DateSearchGone(Refusal):
    """The date search was given up, or is not for her."""


class DateIsOver(Refusal):
    """The moment of that proposed date is past."""


class NothingPlanned(Refusal):
    """No planned meeting that she may see, or change (`to_change`), fits; `day`, `among`: that or those on which it was looked for."""

    def __init__(
        self, label: str | None = None, day: date | None = None, among: tuple[date, date] | None = None, *, to_change: bool = True
    ) -> None:
        super().__init__(label, day, among)
        self.label, self.day, self.among, self.to_change = label, day, among, to_change


class AlreadyCancelled(NothingPlanned):
    """What would be moved or cancelled is off the agenda already."""


class NotHersToChange(NothingPlanned):
    """She sees that planned meeting, and may not change it."""


class PlannedMoved(Refusal):
    """The planned meeting was moved, cancelled or held since: writing over it would lose what is newer."""


class NotInGroup(Refusal):
    """The group's meetings are not hers to follow."""


class DraftGone(Refusal):
    """The draft was kept, dropped, or never was hers."""


class OfOneStructure(Refusal):
    """The figures of a single structure may be those of one person: they are not for whoever reads no names."""


class OldButton(Refusal):
    """The button means nothing (any more)."""


class StillAsking(Refusal):
    """The card cannot be kept before this is answered."""

    def __init__(self, gap: Gap) -> None:
        super().__init__(gap)
        self.gap = gap


class InTheFuture(Refusal):
    """What is logged has not happened yet."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class TooLong(Refusal):
    """More minutes for one day than a day can hold."""

    def __init__(self, minutes: int) -> None:
        super().__init__(minutes)
        self.minutes = minutes


class FewerThanNamed(Refusal):
    """The head count is smaller than the number of people named."""

    def __init__(self, headcount: int, named: int) -> None:
        super().__init__(headcount, named)
        self.headcount, self.named = headcount, named


class TooDense(Refusal):
    """A message so long and so full of numbers that the ear gave up."""


class NothingToUndo(Refusal):
    """It was undone already, or nothing of hers is kept under that number."""


class UndoTooLate(Refusal):
    """More than 24 hours have passed since it was kept."""

    def __init__(self, kept_at: datetime) -> None:
        super().__init__(kept_at)
        self.kept_at = kept_at


class InvitationInvalid(Refusal):
    """The code is unknown, used or expired: nothing more is said, whichever it is."""


class InvitationIssued(Refusal):
    """Its link was given before; nobody can be told twice."""


class AlreadyJoined(Refusal):
    """That Telegram account already belongs to a territory."""


class MeetingMoved(Refusal):
    """The meeting was corrected since: taking that back, or writing over it, would lose what is newer."""


class SheetMoved(Refusal):
    """The sheet was changed since: taking that back would lose what is newer."""


class NoSuchSheet(Refusal):
    """Nobody of the directory any more: erased, merged, or never of this territory."""


class NoSuchMeeting(Refusal):
    """No kept meeting fits, or it is not hers to see."""


class MinutesMoved(Refusal):
    """The minutes were corrected, or went further, since the button was drawn."""


class NoLaterMeeting(Refusal):
    """Minutes are approved at the meeting after, and none was held yet."""


class MeetingSettled(Refusal):
    """What was asked about that meeting is answered: it was told, moved or cancelled since."""


class DayIsPast(Refusal):
    """Nothing can be planned for that day."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class LeaveGone(Refusal):
    """The leave was given up, or never was hers."""


class NoQuietLeft(Refusal):
    """Her quiet hours would leave hardly any moment at which she may be written to."""


class QuietByDay(Refusal):
    """Hours in the middle of the day: what is quiet is the evening, the night and the morning."""


class FileRefused(Refusal):
    """A directory file that is not read at all; `problem` says why."""

    def __init__(self, problem: FileProblem) -> None:
        super().__init__(problem)
        self.problem = problem


class PlanMoved(Refusal):
    """The directory changed since the file was matched against it: what it would write might be there twice."""


class DirectoryMoved(Refusal):
    """The directory changed or was used since: taking the import back would lose what is newer."""


class TemplateGone(Refusal):
    """The template that was sent was kept, given up or forgotten since."""


class TemplateMoved(Refusal):
    """Another template took that place since: taking this one back would lose what is newer."""
