"""What the outbox delivers: how each kind of document is made, sent, and spoken of when it did not certainly arrive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.actions.directory_exports import check_may_export, whole_directory
from bot.actions.templates import template_for
from bot.domain.directory import ExportPart
from bot.domain.errors import NotAllowed
from bot.domain.templates import TemplateKind
from bot.jobs.made import Made
from bot.jobs.meeting_papers import OrderedPaper
from bot.jobs.own_templates import made_by
from bot.ports import Clock, Delivery, DocumentMaker, Messenger, OutboxKind, Store
from bot.texts import exports, meetings


class Paper(Protocol):
    """A kind of document. `make` and the two notes read the database and may take long; None: its subject is gone."""

    def make(self, delivery: Delivery) -> Made | None:
        """The document, as things stand now."""
        ...

    def uncertain(self, delivery: Delivery) -> str | None:
        """What is said when it may have arrived or not."""
        ...

    def failed(self, delivery: Delivery) -> str | None:
        """What is said when it did not leave."""
        ...

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """Sends it; returns the message's id. Raises DeliveryProblem."""
        ...

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """Says that, with the button that asks for the document again. Raises DeliveryProblem."""
        ...


def papers_of(store: Store, clock: Clock, documents: DocumentMaker) -> Mapping[OutboxKind, Paper]:
    """How each kind is delivered."""
    from bot.jobs.calendar_papers import CalendarPaper
    from bot.jobs.date_searches import DateBoard
    from bot.jobs.template_papers import SamplePaper, TrialPaper, TrialPicture
    from bot.jobs.week_pictures import WeekPicture

    calendars = (OutboxKind.CALENDAR, OutboxKind.CALENDAR_OF_GROUP, OutboxKind.CALENDAR_OF_MEETING)
    return {
        OutboxKind.MINUTES: MinutesPaper(store, clock, documents),
        OutboxKind.DIRECTORY: DirectoryPaper(store, clock),
        **dict.fromkeys(calendars, CalendarPaper(store, clock)),
        OutboxKind.PAPER: OrderedPaper(store, clock, documents),
        OutboxKind.TEMPLATE_TRIAL: TrialPaper(store, documents),
        OutboxKind.TEMPLATE_PICTURE: TrialPicture(store, documents),
        OutboxKind.DATE_BOARD: DateBoard(store, clock),
        OutboxKind.WEEK_PICTURE: WeekPicture(store, clock),
        OutboxKind.TEMPLATE_SAMPLE: SamplePaper(documents),
    }


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """The Word minutes of a meeting."""

    store: Store
    clock: Clock
    documents: DocumentMaker

    def make(self, delivery: Delivery) -> Made | None:
        """The minutes of a meeting that stands."""
        with self.store.read(delivery.territory_id) as work:
            today = self.clock.now().astimezone(work.territory.timezone).date()
            minutes = work.minutes(delivery.subject_id, on=today)
            meeting = work.meetings.get(delivery.subject_id)
            template = template_for(work, TemplateKind.MINUTES, group_id=meeting.group_id) if meeting else None
        if minutes is None:
            return None
        caption = meetings.minutes_caption(minutes.instance, minutes.day, state=minutes.state, version=minutes.version)
        by, about = self.documents, minutes
        content, remark = made_by(template, hers=lambda own: by.minutes_with(own, about), ours=lambda: by.minutes(about))
        caption = "\n".join(filter(None, (caption, remark)))
        return Made(name=self.documents.minutes_file_name(minutes), content=content, caption=caption, minutes=minutes)

    def uncertain(self, delivery: Delivery) -> str | None:
        """Said of that meeting."""
        about = self._label_and_day(delivery)
        return meetings.minutes_uncertain(*about) if about else None

    def failed(self, delivery: Delivery) -> str | None:
        """Said of that meeting."""
        about = self._label_and_day(delivery)
        return meetings.minutes_failed(*about) if about else None

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """With ✏️, and the steps that they may take."""
        assert made.minutes is not None
        return await messenger.send_minutes(
            delivery.chat_id,
            name=made.name,
            content=made.content,
            caption=made.caption,
            meeting_id=delivery.subject_id,
            minutes=made.minutes,
        )

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """With 📄."""
        await messenger.send_note(delivery.chat_id, text=text, meeting_id=delivery.subject_id)

    def _label_and_day(self, delivery: Delivery) -> tuple[str, date] | None:
        with self.store.read(delivery.territory_id) as work:
            meeting = work.meetings.get(delivery.subject_id)
            if meeting is None:
                return None
            groups = work.directory.groups([meeting.group_id]) if meeting.group_id else ()
            return groups[0].name if groups else meeting.title or "", meeting.day


@dataclass(frozen=True, slots=True)
class DirectoryPaper:
    """A file of the whole directory, for an account that may still have it when it leaves."""

    store: Store
    clock: Clock

    def make(self, delivery: Delivery) -> Made | None:
        """That part of the directory, as her role shows it."""
        from bot.importing.export_files import export_part

        account = self.store.desk.account_of(delivery.chat_id)  # a private chat bears the number of its person
        if account is None or account.territory_id != delivery.territory_id:
            return None
        try:
            check_may_export(account)
        except NotAllowed:
            return None
        part = ExportPart(delivery.subject_id)
        with self.store.read(delivery.territory_id) as work:
            day = self.clock.now().astimezone(work.territory.timezone).date()
            sheets, directory = whole_directory(work)
        content = export_part(part, exports.worded(sheets), columns=exports.COLUMNS, directory=directory)
        caption = exports.caption(part, day, people=len(directory.people), structures=len(directory.structures))
        return Made(name=exports.file_name(part, day), content=content, caption=caption)

    def uncertain(self, delivery: Delivery) -> str | None:
        """Said of that file."""
        return exports.uncertain(ExportPart(delivery.subject_id))

    def failed(self, delivery: Delivery) -> str | None:
        """Said of that file."""
        return exports.failed(ExportPart(delivery.subject_id))

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """Without any button."""
        return await messenger.send_export(delivery.chat_id, name=made.name, content=made.content, caption=made.caption)

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """With 📇, for that file alone."""
        await messenger.send_export_note(delivery.chat_id, text=text, part=ExportPart(delivery.subject_id))
