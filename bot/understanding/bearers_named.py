"""Which of several people of one name takes an action: the one whom the meeting names in full."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import Bearer, MeetingDraft


def with_those_named(meeting: MeetingDraft) -> MeetingDraft:
    """« présents : Sophie Martin… ; Sophie : mail aux écoles »: of all the Sophies, the one of the card."""
    named = {p.person_id for p in meeting.people} | {b.person_id for a in meeting.actions for b in a.bearers}

    def meant(bearer: Bearer) -> Bearer:
        here = [one for one in bearer.candidates if one in named]
        return replace(bearer, person_id=here[0], candidates=()) if len(here) == 1 else bearer

    actions = tuple(replace(action, bearers=tuple(map(meant, action.bearers))) for action in meeting.actions)
    return replace(meeting, actions=actions)
