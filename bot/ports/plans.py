"""What is kept of the agenda's cards and of series of meetings."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bot.domain.plans import Plan, PlanState
from bot.domain.series import Occurrence, Series, SeriesPart


class Plans(Protocol):
    """Cards of the agenda, from proposal to ↩︎."""

    def add(self, plan: Plan) -> Plan:
        """A new one, version 1 (its `id` is ignored)."""
        ...

    def get(self, plan_id: int) -> Plan | None:
        """A plan of this territory, whatever its state."""
        ...

    def of_update(self, update_id: int) -> Plan | None:
        """The plan that this update made, if it was handled before."""
        ...

    def save(self, plan: Plan) -> Plan:
        """Writes every field where the stored version is still `plan.version`; returns it with version + 1. Raises AgendaCardMoved."""
        ...

    def last_of(self, account_id: int, state: PlanState) -> Plan | None:
        """The one of hers in that state that was touched last; never UNDONE."""
        ...


class SeriesRows(Protocol):
    """Series of meetings; the meetings that they planned are rows of their own."""

    def add(self, series: Series) -> Series:
        """A new one (its `id` is ignored)."""
        ...

    def get(self, series_id: int) -> Series | None:
        """A series of this territory."""
        ...

    def save(self, series: Series, part: SeriesPart) -> None:
        """Writes that part of it, and nothing else: the rest may be newer than what was read."""
        ...

    def extended(self, series: Series, *, to: date) -> Series | None:
        """Notes that it is planned up to that day, as it stands now; None when it has ended, or is extended already."""
        ...

    def planned(self, occurrence: Occurrence) -> None:
        """Notes that this meeting is one of that series; the database refuses a second one of the same day."""
        ...

    def of_meeting(self, meeting_id: int) -> Occurrence | None:
        """Of which series a meeting is, if it is of one."""
        ...
