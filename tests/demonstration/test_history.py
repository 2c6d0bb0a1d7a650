"""A year of meetings and hours that could have been kept by the bot itself: every rule of the domain holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date, time, timedelta

import pytest

from bot.demonstration import DemonstrationTerritory, build
from bot.demonstration.working_days import is_holiday
from bot.domain.attendance import AttendanceState
from bot.domain.contributions import ContributionSource, Part
from bot.domain.decisions import ActionStatus
from bot.domain.meetings import Meeting, MeetingState
from tests.demonstration.conftest import UNTIL

YEAR = timedelta(days=365)


def held(demo: DemonstrationTerritory) -> list[Meeting]:
    return [meeting for meeting in demo.meetings if meeting.state is MeetingState.HELD]


def planned(demo: DemonstrationTerritory) -> list[Meeting]:
    return [meeting for meeting in demo.meetings if meeting.state is MeetingState.PLANNED]


@pytest.mark.parametrize("until", [UNTIL, date(2026, 1, 1), date(2026, 8, 17), date(2028, 2, 29)])
def test_held_meetings_fill_the_year_before_the_day_and_planned_ones_the_two_months_after(until: date) -> None:
    demo = build(until)
    held_days, planned_days = [m.day for m in held(demo)], [m.day for m in planned(demo)]
    assert until - YEAR <= min(held_days) <= max(held_days) < until
    assert until < min(planned_days) <= max(planned_days) <= until + timedelta(days=61)
    assert {m.state for m in demo.meetings} == {MeetingState.HELD, MeetingState.PLANNED}


def test_meetings_stand_in_time_order(demo: DemonstrationTerritory) -> None:
    moments = [(meeting.day, meeting.starts or time()) for meeting in demo.meetings]
    assert moments == sorted(moments)


def test_every_meeting_ends_after_it_starts_and_lasts_what_it_says(demo: DemonstrationTerritory) -> None:
    for meeting in demo.meetings:
        assert meeting.starts is not None
        assert meeting.ends is not None
        elapsed = (meeting.ends.hour - meeting.starts.hour) * 60 + meeting.ends.minute - meeting.starts.minute
        assert elapsed == meeting.minutes
        assert 60 <= elapsed <= 180


def test_most_meetings_are_on_weekdays_in_office_hours_and_none_on_a_holiday(demo: DemonstrationTerritory) -> None:
    meetings = held(demo)
    assert [meeting.day for meeting in demo.meetings if is_holiday(meeting.day) or meeting.day.weekday() == 6] == []
    assert sum(meeting.day.weekday() == 5 for meeting in meetings) < 30
    office = [m for m in meetings if m.starts and m.ends and time(9) <= m.starts and m.ends <= time(18)]
    assert len(office) > 900


def test_the_holidays_of_2026_are_known() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [day.isoformat()[5:] for day in days if is_holiday(day)] == [
        "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25",
    ]  # fmt: skip


def test_summer_and_christmas_are_quiet(demo: DemonstrationTerritory) -> None:
    months = Counter(meeting.day.month for meeting in held(demo))
    assert months[8] < months[7] < months[10]


def test_nobody_chairs_two_groups_on_one_day(demo: DemonstrationTerritory) -> None:
    chaired = Counter((meeting.author_id, meeting.day) for meeting in demo.meetings if meeting.group_id)
    assert max(chaired.values()) == 1


def test_between_4_and_25_people_were_there(demo: DemonstrationTerritory) -> None:
    present = [meeting.headcount or meeting.named_present for meeting in held(demo)]
    assert (min(present), max(present)) == (4, 25)


def test_a_headcount_is_never_smaller_than_the_people_named(demo: DemonstrationTerritory) -> None:
    assert [m.id for m in demo.meetings if m.headcount is not None and m.headcount < m.named_present] == []


def test_attendance_lists_name_each_person_once_and_never_the_author(demo: DemonstrationTerritory) -> None:
    for meeting in demo.meetings:
        named = [line.person_id for line in meeting.people if line.person_id]
        assert len(named) == len(set(named))
        assert meeting.author_id not in named
        assert not any(line.undecided for line in meeting.people)


def test_only_members_come_to_a_group_and_its_pilot_writes(demo: DemonstrationTerritory) -> None:
    for meeting in demo.meetings:
        if meeting.group_id is None:
            continue
        group = demo.groups[meeting.group_id - 1]
        assert meeting.author_id in group.pilot_ids
        assert {line.person_id for line in meeting.people if line.person_id} <= set(group.member_ids)


def test_a_structure_is_never_excused_while_one_of_its_people_is_there(demo: DemonstrationTerritory) -> None:
    for meeting in held(demo):
        here = {demo.people[line.person_id - 1].structure_id for line in meeting.people if line.person_id and line.state == "présent"}
        assert {line.structure_id for line in meeting.people if line.structure_id and line.state == "excusé"} & here == set()


def test_every_state_of_attendance_that_a_list_can_show_is_met(demo: DemonstrationTerritory) -> None:
    states = Counter(line.state for meeting in held(demo) for line in meeting.people)
    assert set(states) == set(AttendanceState) - {AttendanceState.NOT_RECORDED}
    assert all(line.represented_by for m in held(demo) for line in m.people if line.state is AttendanceState.REPRESENTED)


def test_happenings_without_a_group_bear_a_title(demo: DemonstrationTerritory) -> None:
    alone = [meeting for meeting in demo.meetings if meeting.group_id is None]
    assert len(alone) == 60
    assert [meeting.id for meeting in demo.meetings if (meeting.title is None) == (meeting.group_id is None)] == []


def test_a_meeting_is_at_a_place_of_its_commune_or_by_visio(demo: DemonstrationTerritory) -> None:
    for meeting in demo.meetings:
        if meeting.place_said == "visio":
            assert (meeting.place_id, meeting.commune) == (None, None)
        elif meeting.place_id is not None:
            assert demo.places[meeting.place_id - 1].commune == meeting.commune


def test_decisions_are_numbered_without_a_hole_in_the_year_of_their_group(demo: DemonstrationTerritory) -> None:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for meeting in held(demo):
        code = demo.groups[meeting.group_id - 1].code if meeting.group_id else None
        for decision in meeting.decisions:
            assert decision.number is not None
            series, _, number = decision.number.rpartition("-")
            assert series == f"{code}-{meeting.day.year}"
            numbers[series].append(int(number))
    assert sum(map(len, numbers.values())) > 500
    assert [series for series, given in numbers.items() if given != list(range(1, len(given) + 1))] == []


def test_actions_have_a_bearer_who_was_there_and_a_due_day_after_the_meeting(demo: DemonstrationTerritory) -> None:
    actions = [(meeting, action) for meeting in held(demo) for action in meeting.actions]
    assert len(actions) > 800
    for meeting, action in actions:
        (bearer,) = action.bearers
        here = {meeting.author_id} | {line.person_id for line in meeting.people if line.state is AttendanceState.PRESENT}
        structures = {demo.people[number - 1].structure_id for number in here if number}
        assert bearer.person_id in here if bearer.person_id else bearer.structure_id in structures
        assert action.due is None or (action.due > meeting.day and action.due.weekday() < 5)


def test_what_is_not_due_yet_is_open_and_some_actions_are_late(demo: DemonstrationTerritory) -> None:
    actions = [action for meeting in held(demo) for action in meeting.actions if action.due]
    assert {action.status for action in actions if action.due and action.due > UNTIL} == {ActionStatus.OPEN}
    assert 10 < sum(action.status is ActionStatus.OPEN and action.due is not None and action.due < UNTIL for action in actions) < 200


def test_sentences_are_filled_and_well_set(demo: DemonstrationTerritory) -> None:
    said = [m.title for m in demo.meetings if m.title]
    for meeting in demo.meetings:
        said += [*meeting.topics, *(d.text for d in meeting.decisions), *(a.text for a in meeting.actions)]
    badly_set = re.compile(r"[{}'\"]|« | »|\bà Les? |\bde Les? |\bde (avril|août|octobre|Alès|Anduze)|  |\.$")
    assert {text for text in said if badly_set.search(text)} == set()
    assert len(set(said)) > 300


def test_an_announced_next_meeting_is_the_next_one_of_the_group(demo: DemonstrationTerritory) -> None:
    days: defaultdict[int, list[date]] = defaultdict(list)
    for meeting in demo.meetings:
        if meeting.group_id:
            days[meeting.group_id].append(meeting.day)
    announced = [meeting for meeting in held(demo) if meeting.next_meeting]
    assert len(announced) > 400
    for meeting in announced:
        assert meeting.next_meeting is not None
        assert meeting.group_id is not None
        assert meeting.next_meeting.day == min(day for day in days[meeting.group_id] if day > meeting.day)


def test_the_groups_of_the_speakers_have_something_ahead(demo: DemonstrationTerritory) -> None:
    ahead = {demo.groups[meeting.group_id - 1].name for meeting in planned(demo) if meeting.group_id}
    assert {"Copil CLS", "Cotech CLS", "GT Diabète", "GT Activité physique"} <= ahead


@pytest.mark.parametrize("until", [UNTIL, date(2026, 10, 5), date(2027, 1, 4)])
def test_gt_diabete_has_not_met_lately_so_that_its_meeting_can_be_logged(until: date) -> None:
    demo = build(until)
    (group,) = [group for group in demo.groups if group.name == "GT Diabète"]
    days = [meeting.day for meeting in held(demo) if meeting.group_id == group.id]
    assert len(days) > 5
    assert max(days) < until - timedelta(days=7)


def test_attendance_gives_one_line_of_hours_for_everyone_present(demo: DemonstrationTerritory) -> None:
    people: Counter[int] = Counter()
    for line in demo.contributions:
        if line.meeting_id is not None:
            meeting = demo.meetings[line.meeting_id - 1]
            assert (line.day, line.minutes, line.part, line.source) == (
                meeting.day,
                meeting.minutes,
                Part.MEETING,
                ContributionSource.FROM_ATTENDANCE,
            )
            assert line.group_id == meeting.group_id
            people[line.meeting_id] += line.count
    assert people == {meeting.id: meeting.headcount or meeting.named_present for meeting in held(demo)}


def test_hours_bear_the_nature_of_the_person_or_of_her_structure(demo: DemonstrationTerritory) -> None:
    for line in demo.contributions:
        structure = demo.structures[line.structure_id - 1] if line.structure_id else None
        own = demo.people[line.person_id - 1].nature if line.person_id else None
        assert line.nature == (own or (structure.nature if structure else None))


def test_hours_that_were_said_lie_in_the_year_and_name_every_part(demo: DemonstrationTerritory) -> None:
    said = [line for line in demo.contributions if line.source is ContributionSource.SAID]
    assert {line.part for line in said} == set(Part) - {Part.MEETING}
    assert all(UNTIL - YEAR <= line.day < UNTIL and 0 < line.minutes <= 480 and line.what for line in said)
    share = sum(line.total_minutes for line in said) / sum(line.total_minutes for line in demo.contributions)
    assert 0.08 < share < 0.25


def test_hours_bear_the_axis_of_their_group(demo: DemonstrationTerritory) -> None:
    axes = {group.id: group.axis for group in demo.groups}
    assert [line for line in demo.contributions if line.group_id and line.axis != axes[line.group_id]] == []
