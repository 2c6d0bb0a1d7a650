"""A review counts people and hours as the other papers do: the same meeting gives the same number everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.annual_reviews import AnnualReview
from bot.domain.attendance import AttendanceState, Presence
from bot.domain.contributions import ContributionSource, Part
from bot.domain.meetings import Contribution, Meeting, MeetingState
from bot.domain.papers import PaperKind, PaperOrder
from bot.domain.people import Structure
from storage.unit_of_work import SqlStore
from tests.storage.world import NOW, TODAY, World

DAY = date(2025, 6, 3)  # of a year without any other meeting


def review_of_2025(store: SqlStore, ales: World, **scope: int) -> AnnualReview:
    order = PaperOrder(kind=PaperKind.REVIEW, first=date(2025, 1, 1), last=date(2025, 12, 31), **scope)  # type: ignore[arg-type]
    with store.read(ales.territory.id) as work:
        review = work.papers.annual_review(order, by=ales.claire.person_id, on=TODAY, named=True)
    assert review is not None
    return review


SOPHIE, KARIM = "sophie", "karim"
LISTS: dict[str, tuple[int | None, tuple[tuple[str | None, AttendanceState, int], ...], int | None]] = {
    "a total alone": (12, (), 12),
    "a total about as large as the list": (2, ((SOPHIE, AttendanceState.PRESENT, 1), (None, AttendanceState.PRESENT, 3)), 5),
    "names alone, and whoever tells": (None, ((SOPHIE, AttendanceState.PRESENT, 1), (KARIM, AttendanceState.EXCUSED, 1)), 2),
    "somebody twice": (None, ((SOPHIE, AttendanceState.PRESENT, 1), (SOPHIE, AttendanceState.PRESENT, 1)), 2),
    "nobody but excused": (None, ((KARIM, AttendanceState.EXCUSED, 1),), None),
    "nothing": (None, (), None),
}


@pytest.mark.parametrize("told", LISTS)
def test_minutes_review_and_week_count_the_same_people(store: SqlStore, ales: World, told: str) -> None:
    headcount, lines, there = LISTS[told]
    ids = {SOPHIE: ales.sophie.id, KARIM: ales.karim.id, None: None}
    people = tuple(Presence(person_id=ids[who], state=state, count=many) for who, state, many in lines)
    bare = Meeting(id=0, state=MeetingState.HELD, day=DAY, headcount=headcount, people=people, author_id=ales.claire.person_id)
    with store.work(ales.territory.id) as work:
        kept = work.meetings.add(bare)
    with store.read(ales.territory.id) as work:
        minutes = work.minutes(kept.id, on=TODAY)
        week = work.weeks.figures(DAY, DAY, groups=None)
    assert minutes is not None
    totals = review_of_2025(store, ales).totals
    assert minutes.present == there
    assert (totals.participations, totals.unrecorded) == (there or 0, there is None)
    if told != "somebody twice":  # a week is one query; a list that names somebody twice is a slip that documents mend
        assert week.came == (there or 0)


def test_hours_are_of_the_structure_that_presence_is_of(store: SqlStore, ales: World) -> None:
    """She came for the CAF, though her sheet says CCAS; somebody without a line of hours of a structure has that of her mandate."""
    caf = Structure(id=ales.ccas.id + 500, name="CAF")
    with store.bulk(ales.territory.id, now=NOW, source="test") as bulk:
        bulk.structures([caf])
    given = Contribution(day=DAY, minutes=60, part=Part.MEETING, source=ContributionSource.FROM_ATTENDANCE, person_id=ales.sophie.id)
    came = Presence(person_id=ales.sophie.id, structure_id=caf.id)
    with store.work(ales.territory.id) as work:
        kept = work.meetings.add(Meeting(id=0, state=MeetingState.HELD, day=DAY, people=(came,)))
        lines = (replace(given, meeting_id=kept.id, structure_id=ales.ccas.id), replace(given, minutes=7, source=ContributionSource.SAID))
        work.contributions.add_all(lines, entry_id=ales.entry_id)
    of_each = [review_of_2025(store, ales, structure_id=one).totals for one in (caf.id, ales.ccas.id)]
    assert [(totals.meetings, totals.participations, totals.minutes) for totals in of_each] == [(1, 1, 60), (0, 0, 7)]


def test_a_year_is_over_on_the_day_after_its_last(store: SqlStore, ales: World) -> None:
    order = PaperOrder(kind=PaperKind.REVIEW, first=date(2025, 1, 1), last=date(2025, 12, 31))
    with store.read(ales.territory.id) as work:
        made = [work.papers.annual_review(order, by=1, on=on, named=True) for on in (date(2025, 12, 31), date(2026, 1, 1))]
    assert [review.complete for review in made if review] == [False, True]
