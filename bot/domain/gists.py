"""What a sentence that was not understood is about, so that the answer can show how to say it."""

from __future__ import annotations

from enum import StrEnum


class Gist(StrEnum):
    """What a sentence that was not understood speaks of at least."""

    REMINDER = "reminder"
    LEAVE = "leave"
    WEEK = "week"
    AGENDA_ITEM = "agenda_item"
    SEARCH = "search"  # of a date
    AGENDA = "agenda"
    INVITE = "invite"
