"""Planned and held meetings with their attendance lists."""

from __future__ import annotations

import sqlalchemy as sa

from bot.domain.attendance import AttendanceState
from bot.domain.contributions import NatureShare
from bot.domain.drafts import NextMeetingDraft
from bot.domain.meetings import MeetingState
from bot.domain.minutes import MinutesState
from storage.tables.base import PEOPLE_IDS, WORDS, Coded, JsonOf, of_territory, where, within

meetings = of_territory(
    "meetings",
    sa.Column("state", Coded(MeetingState), nullable=False),
    sa.Column("group_id", sa.Integer),
    sa.Column("title", sa.Text),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("starts", sa.Time),
    sa.Column("ends", sa.Time),
    sa.Column("minutes", sa.Integer),
    sa.Column("times_approximate", sa.Boolean, nullable=False),
    sa.Column("place_id", sa.Integer),
    sa.Column("place_said", sa.Text),
    sa.Column("commune", sa.Text),
    sa.Column("headcount", sa.Integer),
    sa.Column("headcount_approximate", sa.Boolean, nullable=False),
    sa.Column("author_id", sa.Integer),
    sa.Column("author_present", sa.Boolean, nullable=False),
    sa.Column("natures", JsonOf(tuple[NatureShare, ...]), nullable=False),
    sa.Column("topics", WORDS, nullable=False),
    sa.Column("next_meeting", JsonOf(NextMeetingDraft)),  # as announced; what is planned is a row of its own
    sa.Column("minutes_state", Coded(MinutesState), nullable=False),
    sa.Column("minutes_version", sa.Integer, nullable=False),
    sa.Column("minutes_moved_on", sa.Date),
    sa.Column("minutes_approved_in", sa.Integer),  # a meeting; no link: SQLite would write all meetings anew to add one
    sa.Column("entry_id", sa.Integer),
    sa.Column("became", sa.Integer),
    sa.Column("announces", sa.Integer),  # the planned meeting that `next_meeting` stands for
    sa.Column("amended_by", sa.Integer),
    sa.Column("sequence", sa.Integer, nullable=False, server_default="0"),
    within("group_id", "groups"),
    within("place_id", "places"),
    within("author_id", "people"),
    within("entry_id", "entries"),
    within("became", "meetings"),
    within("announces", "meetings"),
    within("amended_by", "entries"),
    sa.Index(None, "territory_id", "day"),
    sa.Index(None, "territory_id", "group_id", "day"),
    sa.Index(None, "territory_id", "author_id"),
    sa.Index(None, "territory_id", "entry_id"),
    sa.Index(None, "territory_id", "became"),
    sa.Index(None, "territory_id", "announces"),
)
sa.Index("ix_meetings_waiting", meetings.c.day, **where("state = 'prévue' AND became IS NULL"))

attendance = of_territory(
    "attendance",
    sa.Column("meeting_id", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("person_id", sa.Integer),
    sa.Column("structure_id", sa.Integer),
    sa.Column("said", sa.Text),
    sa.Column("structure_said", sa.Text),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("state", Coded(AttendanceState), nullable=False),
    sa.Column("represented_by", sa.Text),
    sa.Column("candidates", PEOPLE_IDS, nullable=False),
    sa.Column("candidates_are_structures", sa.Boolean, nullable=False),
    sa.Column("by_visio", sa.Boolean, nullable=False),
    within("meeting_id", "meetings", ondelete="CASCADE"),
    within("person_id", "people"),
    within("structure_id", "structures"),
    sa.Index(None, "territory_id", "meeting_id"),
    sa.Index(None, "territory_id", "person_id"),
    sa.Index(None, "territory_id", "structure_id"),
    pointed_at=False,
)
