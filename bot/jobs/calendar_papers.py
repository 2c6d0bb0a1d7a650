"""How calendar files are delivered: one meeting, what a group has planned, or all that somebody sees of the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions.agenda import agenda_of, planned_line
from bot.domain.agenda import AgendaLine
from bot.domain.errors import Refusal
from bot.domain.territory import Account
from bot.jobs.made import Made
from bot.ports import Clock, Delivery, Messenger, OutboxKind, Store, UnitOfWork
from bot.texts import calendars
from bot.texts.names import Names

BEHIND = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class CalendarPaper:
    """A calendar file, for an account that may still see those meetings when it leaves."""

    store: Store
    clock: Clock

    def make(self, delivery: Delivery) -> Made | None:
        """The file as the agenda stands now; what was taken off it lately stands there as cancelled."""
        from bot.calendars import CalendarEntry, calendar_file  # 60 ms: not before somebody asks

        account = self.store.desk.account_of(delivery.chat_id)  # a private chat bears the number of its person
        if account is None or account.territory_id != delivery.territory_id:
            return None
        now = self.clock.now()
        with self.store.read(delivery.territory_id) as work:
            try:
                lines = self._lines(work, account, delivery)
            except Refusal:
                return None
            names = Names(work.directory.vocabulary())
        whose = _whose(delivery, lines, names)
        entries = [CalendarEntry(line=line, place=names.place(line.place_id, line.place, line.commune)) for line in lines]
        content = calendar_file(entries, territory=work.territory, title=calendars.title(whose), now=now)
        day = lines[0].day if delivery.kind is OutboxKind.CALENDAR_OF_MEETING else None
        return Made(name=calendars.file_name(whose, day), content=content, caption=calendars.caption(lines, whose=whose, day=day))

    def _lines(self, work: UnitOfWork, account: Account, delivery: Delivery) -> Sequence[AgendaLine]:
        if delivery.kind is OutboxKind.CALENDAR_OF_MEETING:
            return (planned_line(work, account, delivery.subject_id, cancelled=True),)
        today = self.clock.now().astimezone(work.territory.timezone).date()
        of_group = delivery.kind is OutboxKind.CALENDAR_OF_GROUP
        return agenda_of(
            work,
            account,
            first=today - BEHIND,
            last=date.max,
            group_ids=(delivery.subject_id,) if of_group else (),
            person_id=(delivery.subject_id or None) if not of_group else None,
            cancelled=True,
        )

    def uncertain(self, delivery: Delivery) -> str | None:
        """It may have arrived or not."""
        return calendars.UNCERTAIN

    def failed(self, delivery: Delivery) -> str | None:
        """It did not leave."""
        return calendars.FAILED

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """Without any button."""
        return await messenger.send_export(delivery.chat_id, name=made.name, content=made.content, caption=made.caption)

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """Without any button: /agenda gives the file again."""
        await messenger.send_text(delivery.chat_id, text=text)


def _whose(delivery: Delivery, lines: Sequence[AgendaLine], names: Names) -> str | None:
    if delivery.kind is OutboxKind.CALENDAR_OF_MEETING:
        return lines[0].label or None
    if delivery.kind is OutboxKind.CALENDAR_OF_GROUP:
        return names.group(delivery.subject_id)
    return names.person(delivery.subject_id) if delivery.subject_id else None
