"""How planned meetings are written as a calendar file: local hours with their VTIMEZONE, a UID for life, a SEQUENCE that grows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from bot.domain.agenda import AgendaLine
from bot.domain.meetings import MeetingState
from bot.domain.territory import Territory


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A meeting with the place in words; None: nobody told where."""

    line: AgendaLine
    place: str | None = None


def calendar_file(entries: Iterable[CalendarEntry], *, territory: Territory, title: str, now: datetime) -> bytes:
    """The .ics of these meetings, in order. `now` is aware: when the file was made."""
    calendar = Calendar()
    calendar.add("prodid", "-//Maillon//Agenda//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    listed = list(entries)
    for entry in listed:
        calendar.add_component(_event(entry, territory, now=now))
    years = [entry.line.day.year for entry in listed] or [now.year]
    calendar.add_missing_timezones(first_date=date(min(years) - 1, 1, 1), last_date=date(max(years) + 2, 1, 1))
    for zone in calendar.timezones:
        _put_right(zone)
    return bytes(calendar.to_ical())


def _put_right(zone: Timezone) -> None:
    """A change of hour begins, in RFC 5545 (3.6.5), by the clock that it ends: in spring at 2 o'clock, where icalendar writes 3."""
    zone.pop("COMMENT", None)  # in English, for its makers
    for part in zone.walk():
        if not isinstance(part, TimezoneDaylight | TimezoneStandard) or part.TZOFFSETTO <= part.TZOFFSETFROM:
            continue
        ahead = part.TZOFFSETTO - part.TZOFFSETFROM
        later = [moment - ahead for told in part.rdates if isinstance(moment := told[0], datetime)]
        for name, moments in (("DTSTART", part.DTSTART - ahead), ("RDATE", later)):
            part.pop(name, None)
            if moments:
                part.add(name, moments)


def _event(entry: CalendarEntry, territory: Territory, *, now: datetime) -> Event:
    line = entry.line
    event = Event()
    event.add("uid", uid_of(line.id, territory))
    event.add("dtstamp", now.astimezone(ZoneInfo("UTC")).replace(microsecond=0))
    event.add("sequence", line.sequence)
    event.add("status", "CANCELLED" if line.state is MeetingState.CANCELLED else "CONFIRMED")
    event.add("summary", line.label or "Réunion")
    if entry.place:
        event.add("location", entry.place)
    if line.starts is None:  # the whole day: nobody told an hour, and none is made up
        event.add("dtstart", line.day)
        event.add("dtend", line.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return event
    zone = territory.timezone
    event.add("dtstart", datetime.combine(line.day, line.starts, zone))
    if line.ends is not None:
        last_day = line.day + timedelta(days=line.ends <= line.starts)
        event.add("dtend", datetime.combine(last_day, line.ends, zone))
    return event


def uid_of(meeting_id: int, territory: Territory) -> str:
    """The same for a meeting all its life, and no other's: the number of its row, and whose territory it is."""
    return f"reunion-{meeting_id}-{uuid5(NAMESPACE_URL, f'maillon:{territory.name}:{territory.organism}').hex[:12]}@maillon"
