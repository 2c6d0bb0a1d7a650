"""What is kept of meetings and hours: drafts, meetings, contributions, and the entry that one ✅ made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.agenda import AgendaLine
from bot.domain.drafts import Draft, DraftContent
from bot.domain.meetings import Contribution, Entry, Meeting, MeetingLine
from bot.domain.plans import Changed


class Drafts(Protocol):
    """Cards that are not kept yet."""

    def add(
        self,
        *,
        account_id: int,
        content: DraftContent,
        now: datetime,
        update_id: int | None = None,
        amends: int | None = None,
        resumes: int | None = None,
    ) -> Draft:
        """A new open draft, version 1. The account's other open drafts stay as they are."""
        ...

    def get(self, draft_id: int) -> Draft | None:
        """A draft of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> Draft | None:
        """The draft that this update made, if it was handled before."""
        ...

    def open_of(self, account_id: int) -> Draft | None:
        """The account's most recently touched open draft."""
        ...

    def aside_of(self, account_id: int) -> Draft | None:
        """The draft that the account set aside last."""
        ...

    def amending(self, account_id: int, meeting_id: int) -> Draft | None:
        """The account's open draft that corrects that meeting."""
        ...

    def resuming(self, draft_id: int) -> Draft | None:
        """The newest draft that takes that one up again, whatever its state."""
        ...

    def save(self, draft: Draft) -> Draft:
        """Writes every field where the stored version is still `draft.version`; returns it with version + 1. Raises DraftMoved."""
        ...


class Meetings(Protocol):
    """Planned and held meetings with attendance, decisions and actions."""

    def add(self, meeting: Meeting) -> Meeting:
        """Keeps a meeting with all its parts (its `id` is ignored), numbers its decisions; returns it as stored."""
        ...

    def replace(self, meeting: Meeting) -> Meeting:
        """Rewrites the meeting of that id with all its parts where the stored version is still its `minutes_version`, which grows by one.

        Decisions keep their number when they bear it or when their text is unchanged. Raises NoSuchMeeting, MeetingMoved.
        """
        ...

    def get(self, meeting_id: int) -> Meeting | None:
        """A meeting with all its parts."""
        ...

    def move_minutes(self, meeting: Meeting) -> None:
        """Writes how far its minutes have gone, and since when, where the stored version is still its `minutes_version`.

        Raises MeetingMoved.
        """
        ...

    def plan_topics(self, meeting_id: int, topics: Sequence[str]) -> None:
        """Makes these the points of the agenda of a meeting that is planned."""
        ...

    def held_after(self, meeting: Meeting) -> MeetingLine | None:
        """The next meeting of the same group that was held after that one."""
        ...

    def remove_of_entry(self, entry_id: int) -> None:
        """Deletes the held meetings that this entry kept, cancels dates that only they announced, frees the planned ones that they were."""
        ...

    def lines(
        self,
        *,
        first: date | None = None,
        last: date | None = None,
        group_ids: Sequence[int] | None = None,
        person_id: int | None = None,
        held: bool,
        newest_first: bool = False,
        limit: int = 20,
        offset: int = 0,
    ) -> tuple[MeetingLine, ...]:
        """Held or planned (not `became`) meetings, both days included; `person_id`: attended, authored, or member of its group."""
        ...

    def recent_groups(self, person_id: int, *, limit: int) -> tuple[int, ...]:
        """The groups of the held meetings that she authored or attended, the latest meeting first."""
        ...

    def last_held_by(self, author_id: int, *, day: date | None = None, group_id: int | None = None) -> Meeting | None:
        """The author's last kept held meeting (of that day, of that group)."""
        ...

    def planned_on(self, group_id: int, day: date) -> Meeting | None:
        """The planned meeting of that group on that day, if one still waits."""
        ...

    def cancelled_on(self, group_id: int, day: date) -> tuple[Meeting, ...]:
        """The meetings of that group that were planned on that day and cancelled."""
        ...

    def dated_on(self, group_id: int, day: date) -> int | None:
        """The planned meeting of that group on that day, be it waiting (these first) or held since."""
        ...

    def taken_off(self, group_id: int, day: date) -> int | None:
        """What that group was announced on that day and has no more, as nobody announces it; it is the same meeting, announced again."""
        ...

    def announced_by_another(self, planned_id: int, *, besides: int) -> bool:
        """Whether a held meeting other than `besides` announces that planned one."""
        ...

    def reschedule(self, meeting: Meeting) -> Meeting:
        """Rewrites when, where, by whom and in which state it is planned, as long as it was not held; its `sequence` grows by one.

        Raises MeetingMoved when it has another `sequence` by now.
        """
        ...

    def agenda(
        self,
        *,
        first: date,
        last: date,
        group_ids: Sequence[int] | None = None,
        series_id: int | None = None,
        meeting_ids: Sequence[int] | None = None,
        people: Collection[int] = (),
        cancelled: bool = False,
    ) -> tuple[AgendaLine, ...]:
        """What is planned between two days, both included, in order; of all of `people`. `cancelled`: what was taken off the agenda too."""
        ...

    def planned_days(self, *, first: date, last: date) -> frozenset[tuple[int, date]]:
        """The groups and days of what waits between two days, both included."""
        ...

    def unplan(self, planned_id: int) -> bool:
        """Cancels what an announcement planned and no meeting announces any more, unless it was held; whether it did."""
        ...

    def became(self, planned_id: int, held_id: int) -> None:
        """Says that a planned meeting was held under that row."""
        ...

    def became_no_more(self, held_id: int) -> None:
        """That meeting has another group or day now: the planned one that it was waits again, or is another one held that day."""
        ...


class Contributions(Protocol):
    """Hours."""

    def add_all(self, contributions: Iterable[Contribution], *, entry_id: int) -> None:
        """Keeps them."""
        ...

    def of_meeting(self, meeting_id: int) -> tuple[Contribution, ...]:
        """Those derived from that meeting."""
        ...

    def replace_derived(self, meeting_id: int, contributions: Iterable[Contribution], *, entry_id: int | None) -> None:
        """Rewrites the hours derived from a corrected attendance."""
        ...

    def remove_of_entry(self, entry_id: int) -> None:
        """Deletes what this entry kept."""
        ...

    def minutes_of_person(self, person_id: int, *, first: date, last: date) -> int:
        """Total minutes of one person between two days, both included."""
        ...


class Entries(Protocol):
    """What one ✅ kept."""

    def add(self, *, draft_id: int, account_id: int, now: datetime) -> int:
        """A new entry; a second one for the same draft is refused by the database (unique)."""
        ...

    def close(
        self,
        entry_id: int,
        *,
        meeting_ids: Sequence[int],
        total_minutes: int,
        before: Meeting | None = None,
        hours_before: Sequence[Contribution] = (),
        moved: Changed | None = None,
    ) -> None:
        """Notes what the entry kept and, of a correction, what it replaced and which planned meeting it moved."""
        ...

    def get(self, entry_id: int) -> Entry | None:
        """An entry of this territory."""
        ...

    def of_draft(self, draft_id: int) -> Entry | None:
        """The entry that kept this draft and is not undone."""
        ...

    def last_of(self, account_id: int) -> Entry | None:
        """The account's newest entry that is not undone."""
        ...

    def mark_undone(self, entry_id: int, *, now: datetime) -> bool:
        """True only for the one call that undoes it."""
        ...
