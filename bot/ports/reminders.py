"""What is kept of reminders, and of each time that something is due to somebody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from bot.domain.notices import Due, Notice, NoticeAnswer, NoticeKind
from bot.domain.reminders import Anchor, Reminder, ReminderLine


class Reminders(Protocol):
    """Reminders of a territory, from card to end."""

    def add(self, reminder: Reminder) -> Reminder:
        """A new one, version 1 (its `id` is ignored)."""
        ...

    def get(self, reminder_id: int) -> Reminder | None:
        """A reminder of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> Reminder | None:
        """The reminder that this update made, if it was handled before."""
        ...

    def of_action(self, action_id: int, account_id: int) -> Reminder | None:
        """Her reminder about that action, whatever its state."""
        ...

    def save(self, reminder: Reminder) -> Reminder:
        """Writes every field where the stored version is still `reminder.version`; returns it with version + 1. Raises ReminderMoved."""
        ...

    def asking(self, account_id: int) -> Reminder | None:
        """The one of hers, touched last, whose card stands open or asks something."""
        ...

    def last_kept_by(self, account_id: int) -> Reminder | None:
        """The one that she kept last and that is still to come."""
        ...

    def touched_last(self, account_id: int) -> Reminder | None:
        """The one of those that she kept, still to come, which she kept or changed last."""
        ...

    def lines(self, account_id: int, *, limit: int, offset: int = 0) -> tuple[ReminderLine, ...]:
        """Her reminders that are kept and not over, those that ring next first; those that did not reach her for sure before all."""
        ...

    def next_meeting(self, reminder: Reminder) -> Anchor | None:
        """The planned meeting of its group that a reminder counts back from now; of each meeting, the next of which it has not told."""
        ...

    def planned(self, reminder: Reminder) -> None:
        """Writes `planned_to` and the anchor, which no card shows: the version stays."""
        ...


class Notices(Protocol):
    """What is due to the people of a territory."""

    def plan(self, reminder: Reminder, due: Due, *, turn: int = 0, snoozes: int = 0, now: datetime) -> bool:
        """Makes it due, or moves it while it has not begun to leave; False when it has, or stands so already."""
        ...

    def tell_unreachable(self, account_id: int, due: Due, *, about: int, now: datetime) -> None:
        """Makes it due to a coordinator that somebody does not receive anything; once a day at most."""
        ...

    def tell_stand_in(self, account_id: int, due: Due, *, about: int, leave_id: int, now: datetime) -> None:
        """Makes it due to somebody that she stands in for the one who goes on that leave; once."""
        ...

    def withdraw_stand_in(self, leave_id: int, *, now: datetime) -> bool:
        """What tells of that leave and has not begun to leave never will; whether somebody has heard of it."""
        ...

    def tell_stand_in_over(self, account_id: int, due: Due, *, about: int, leave_id: int, now: datetime) -> None:
        """Makes it due to somebody who was told so that she does not stand in any more; once."""
        ...

    def tell_date_search(self, account_id: int, due: Due, *, search_id: int, turn: int, now: datetime) -> None:
        """Makes it due to her that a date is looked for, or found; once a round (`turn`)."""
        ...

    def wake(self, account_id: int, *, now: datetime) -> None:
        """What waited for her return is looked at again now."""
        ...

    def withdraw(self, reminder_id: int, *, now: datetime) -> None:
        """What is due because of that reminder and has not begun to leave will not leave."""
        ...

    def pass_over(self, reminder_id: int, *, newer: int, now: datetime) -> None:
        """The times of a series before that one that have not begun to leave never will: that one says the same in a moment."""
        ...

    def withdraw_others(self, reminder_id: int, *, turn: int, now: datetime) -> None:
        """What is due because of that reminder at other turns, and neither put off nor leaving, will not leave."""
        ...

    def last_turn(self, reminder_id: int) -> int | None:
        """The newest of the times of a series that is a notice."""
        ...

    def get(self, notice_id: int) -> Notice | None:
        """A notice of this territory."""
        ...

    def of_message(self, account_id: int, message_id: int) -> tuple[Notice, ...]:
        """What one message told her."""
        ...

    def beside(self, account_id: int, notice_id: int) -> tuple[Notice, ...]:
        """What one message told her, that which told of this notice: in the order of its numbers."""
        ...

    def rung(self, account_id: int, *, since: datetime) -> tuple[Notice, ...]:
        """The reminders that rang for her since then and that she has not answered, those that rang last first."""
        ...

    def answer(self, notice_id: int, answer: NoticeAnswer, *, now: datetime) -> bool:
        """Notes what she did with it; True only for the first answer."""
        ...

    def ask_about(
        self, meeting_id: int, due: Due, *, kind: NoticeKind, day: date, account_id: int, snoozes: int = 0, now: datetime
    ) -> bool:
        """Makes it due to ask her about a meeting of that day; False when that was due before, to whomever."""
        ...

    def announce(self, meeting_id: int, due: Due, *, lead: int, day: date, account_id: int, now: datetime) -> bool:
        """Makes it due to tell her of a meeting of that day, `lead` minutes before it; False when that was due before, to whomever."""
        ...

    def tell_week(self, account_id: int, due: Due, *, meant: date, now: datetime) -> bool:
        """Makes her point of the week of that day due, or moves it while it waits; False when it has begun to leave, or never will."""
        ...

    def forget_week(self, account_id: int) -> date | None:
        """The points of the week that wait are to be planned anew; the day for which the first of them was meant."""
        ...

    def withdraw_week(self, account_id: int, *, before: datetime, now: datetime) -> None:
        """The point of the week that is due before that moment and has not begun to leave never will."""
        ...

    def about_meeting(self, meeting_id: int, day: date) -> tuple[Notice, ...]:
        """All that asks, or asked, about a meeting of that day."""
        ...

    def last_asked(self, account_id: int) -> Notice | None:
        """What she was asked last about a meeting and has not answered, or not wholly."""
        ...

    def all_asked(self, account_id: int) -> tuple[Notice, ...]:
        """The same, and what she was asked before it; the last first."""
        ...

    def last_answered(self, account_id: int) -> Notice | None:
        """The question about a meeting that she answered last, whatever she answered."""
        ...

    def reanswer(self, notice_id: int, answer: NoticeAnswer | None, *, was: NoticeAnswer, now: datetime) -> bool:
        """Changes what she did with it, None taking it back; False when it was answered otherwise."""
        ...

    def see(self, reminder_ids: Sequence[int]) -> None:
        """She looks at the list which says that these did not reach her for sure: the point of the week says it no more."""
        ...

    def settle(self, reminder_id: int) -> None:
        """What did not reach her for sure is no longer told: she has seen this reminder."""
        ...


class Step(StrEnum):
    """A step that a claimed notice takes."""

    SENDING = "sending"  # just before the request leaves
    SENT = "sent"
    AGAIN = "again"  # it certainly did not leave: once more at that time
    UNCERTAIN = "uncertain"  # it may have arrived: never sent again by itself
    FAILED = "failed"
    MISSED = "missed"  # too late to ring: for the next digest
    MOOT = "moot"  # there is nothing to say any more


class Mark(NamedTuple):
    """One step of one notice; `at` only for AGAIN, `message_id` for SENT; `pictured`: with SENT the picture of the week is queued.

    A tuple: every message that leaves makes two.
    """

    notice_id: int
    step: Step
    message_id: int | None = None
    at: datetime | None = None
    reason: str | None = None
    pictured: bool = False


class NoticeDesk(Protocol):
    """The notices of all territories, as the job that sends them sees them; each call is one transaction."""

    def claim(self, *, now: datetime, limit: int = 100) -> tuple[Notice, ...]:
        """Takes what is due, oldest first, by one conditional UPDATE, and whatever else is due to the same people."""
        ...

    def mark(self, marks: Sequence[Mark], *, now: datetime) -> tuple[bool, ...]:
        """Takes these steps, one a notice; False for what was withdrawn, or taken by another process, in between."""
        ...

    def recover(self, *, now: datetime) -> tuple[Notice, ...]:
        """After a crash: what was claimed is due again; what may have left becomes uncertain and is returned."""
        ...

    def to_plan(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Series whose last planned time is past, and reminders whose meeting has moved: (territory id, reminder id)."""
        ...

    def meetings_to_ask(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Meetings of the last days about which somebody who joined may have to be asked: (territory id, meeting id)."""
        ...

    def meetings_ahead(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Planned meetings of groups whose pilots hear of them beforehand, as far as these are near: (territory id, meeting id)."""
        ...

    def weeks_to_plan(self, *, now: datetime) -> tuple[tuple[int, int], ...]:
        """Those whose next point of the week is to be planned: (territory id, account id)."""
        ...
