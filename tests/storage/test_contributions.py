"""Hours are whole minutes from entry to total, and follow the attendance that they come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.contributions import ContributionSource, Nature, Part
from bot.domain.meetings import Contribution
from storage.unit_of_work import SqlStore
from tests.storage.world import World

NOVEMBER = {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}


def said(ales: World, minutes: int, **more: object) -> Contribution:
    plain = Contribution(
        day=date(2026, 11, 19), minutes=minutes, part=Part.PREPARATION, source=ContributionSource.SAID, person_id=ales.claire.person_id
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def test_hours_come_back_as_they_were(store: SqlStore, ales: World) -> None:
    whole = said(
        ales,
        95,
        count=3,
        nature=Nature.RESIDENT,
        source=ContributionSource.FROM_ATTENDANCE,
        structure_id=ales.ccas.id,
        group_id=ales.diabetes.id,
        axis=3,
        meeting_id=ales.planned.id,
        what="permanence",
        place_said="mairie",
        commune="Alès",
    )
    with store.work(ales.territory.id) as work:
        work.contributions.add_all([whole, whole], entry_id=ales.entry_id)
        stored = work.contributions.of_meeting(ales.planned.id)
    assert [replace(one, id=None) for one in stored] == [whole, whole]
    assert len({one.id for one in stored}) == 2


def test_minutes_add_up_without_rounding(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.contributions.add_all(
            [said(ales, 50), said(ales, 35, count=3), said(ales, 999, person_id=ales.karim.id)], entry_id=ales.entry_id
        )
        assert work.contributions.minutes_of_person(ales.claire.person_id, **NOVEMBER) == 120 + 50 + 105
        assert work.contributions.minutes_of_person(ales.claire.person_id, first=date(2026, 11, 19), last=date(2026, 11, 19)) == 155
        assert work.contributions.minutes_of_person(ales.claire.person_id, first=date(2026, 12, 1), last=date(2026, 12, 31)) == 0


def test_a_corrected_attendance_rewrites_its_hours_only(store: SqlStore, ales: World) -> None:
    derived = said(ales, 60, source=ContributionSource.FROM_ATTENDANCE, meeting_id=ales.held.id, part=Part.MEETING)
    with store.work(ales.territory.id) as work:
        work.contributions.add_all([said(ales, 45, meeting_id=ales.held.id)], entry_id=ales.entry_id)
        work.contributions.replace_derived(ales.held.id, [derived], entry_id=ales.entry_id)
        assert [replace(one, id=None) for one in work.contributions.of_meeting(ales.held.id)] == [derived]
        assert work.contributions.minutes_of_person(ales.claire.person_id, **NOVEMBER) == 60 + 45


def test_undoing_takes_back_the_hours_of_the_entry(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.contributions.remove_of_entry(ales.entry_id)
        assert work.contributions.minutes_of_person(ales.claire.person_id, **NOVEMBER) == 0


def test_hours_said_about_a_meeting_outlive_it(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        other = work.entries.add(
            draft_id=work.drafts.add(account_id=ales.claire.id, content=ales.draft.content, now=ales.draft.touched_at).id,
            account_id=ales.claire.id,
            now=ales.draft.touched_at,
        )
        work.contributions.add_all([said(ales, 45, meeting_id=ales.held.id)], entry_id=other)
        work.meetings.remove_of_entry(ales.entry_id)
        assert work.contributions.minutes_of_person(ales.claire.person_id, **NOVEMBER) == 45
