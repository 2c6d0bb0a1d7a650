"""Whether a message is a time that comes again and something to do, without a word that asks: « tous les lundis à 9h point agenda »."""

from __future__ import annotations

from bot.domain.requests import SetReminder
from bot.understanding.reminders import read_reminder
from bot.understanding.scan import Scan, scan

_ASKING = "rappelle-moi "
_MOST_WORDS = 14


def read_repeated(seen: Scan) -> SetReminder | None:
    """The reminder; None when the message does not begin with such a time, or names a group: that plans its meetings."""
    first = seen.time_at[0] if len(seen) else None
    if first is None or first.recurrence is None or len(seen) > _MOST_WORDS or any(seen.group_at):
        return None
    if not any(seen.time_at[i] is None and seen.words[i].is_word for i in range(len(seen))):
        return None
    return read_reminder(scan(_ASKING + seen.text, seen.hearing, seen.index))
