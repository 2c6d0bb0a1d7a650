"""What of the agenda goes into calendar files (.ics, RFC 5545): the one room that speaks icalendar."""

from bot.calendars.files import CalendarEntry, calendar_file

__all__ = ["CalendarEntry", "calendar_file"]
