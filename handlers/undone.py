"""What was heard and is not done, and why."""

from __future__ import annotations

from bot.domain.drafts import Draft, gaps
from bot.domain.requests import NotForMe
from bot.texts import help, plan_notes, plans
from handlers.room import Room

UNDONE = {"plan": help.PLAN, "hours_ahead": help.HOURS_AHEAD, "two_requests": help.TWO_REQUESTS}


def why(room: Room, request: NotForMe) -> str:
    """In one sentence; of several meetings, how the first is planned alone."""
    if request.reason == "no_day":
        return plan_notes.no_such_day(request.said)
    if request.reason not in {"several", "which_days"}:
        return UNDONE[request.reason]
    first = request.first
    if request.reason == "which_days":
        return plan_notes.which_days(room.names.group(first.group_id) if first is not None else None)
    return plan_notes.several(plans.in_words(room.names.group(first.group_id), first.spot) if first is not None else None)


def why_over_card(room: Room, request: NotForMe, draft: Draft) -> str:
    """Why an open card is as it was."""
    match request.reason:
        case "thanks" | "assent" | "denial":
            return help.STILL_ASKING if gaps(draft.content) else help.NOT_KEPT_YET
        case "plan" | "several" | "which_days" | "no_day" | "hours_ahead" | "two_requests":
            return why(room, request)
        case "question":
            return help.CANNOT_ANSWER_OVER_CARD
    return help.NOT_AN_ANSWER
