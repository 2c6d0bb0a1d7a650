"""Which hours ✅ would keep of a card, and whose nature is still to be told."""

from __future__ import annotations

from bot.actions.contributions import Natures, hours_as_said, hours_of_meeting
from bot.domain.drafts import DraftContent, Field, Gap
from bot.domain.meetings import Contribution
from handlers.room import Room


def hours_of(room: Room, content: DraftContent) -> list[list[Contribution]]:
    """One list a meeting, then one a line of hours; empty while a day or a length is unknown."""
    names = room.names
    natures = Natures(names.people, names.structures)
    made: list[list[Contribution]] = []
    for meeting in content.meetings:
        author = meeting.author_id or room.account.person_id
        made.append(hours_of_meeting(meeting, author_id=author, natures=natures, axis=None, meeting_id=None))
    for hours in content.hours:
        made.append(hours_as_said(hours, account=room.account, natures=natures, axis=None) if hours.minutes else [])
    return made


def nature_to_tell(content: DraftContent, given: list[list[Contribution]]) -> Gap | None:
    """The first meeting or line of hours of which the nature of somebody's time is not known."""
    for place, made in enumerate(given):
        if any(contribution.nature is None for contribution in made):
            meetings = len(content.meetings)
            return Gap(field=Field.NATURE, meeting=place) if place < meetings else Gap(field=Field.NATURE, hours=place - meetings)
    return None
