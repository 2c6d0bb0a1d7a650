"""What the sheet says that people sign when they arrive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from bot.domain.minutes import NamedPerson
from bot.domain.writing import USUAL, WritingStyle

MIDDAY_BEGINS, MIDDAY_ENDS = time(12), time(13, 30)
BLANK_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningSheet:
    """Who is expected, by name, and lines left blank for whoever else comes; never a phone nor a mail.

    `excused`: those of them who said beforehand that they do not come; they may come all the same.
    """

    organism: str
    territory: str
    instance: str
    title: str | None = None
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str | None = None
    commune: str | None = None
    expected: tuple[NamedPerson, ...] = ()
    excused: tuple[NamedPerson, ...] = ()
    blank_lines: int = BLANK_LINES
    made_by: NamedPerson | None = None
    generated_on: date
    style: WritingStyle = USUAL

    @property
    def both_halves(self) -> bool:
        """Whether it lasts in the morning and in the afternoon, so that people sign twice."""
        return self.starts is not None and self.ends is not None and self.starts < MIDDAY_BEGINS and self.ends > MIDDAY_ENDS
