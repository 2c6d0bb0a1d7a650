"""The demonstration stands in the database as it was built."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.demonstration import DemonstrationTerritory, load
from bot.domain.meetings import Meeting
from storage.territories import create_territory
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 12, 7, tzinfo=UTC)


def without_row_ids(meeting: Meeting | None) -> Meeting | None:
    """Decisions and actions get ids of their own when they are stored."""
    if meeting is None:
        return None
    return replace(
        meeting,
        decisions=tuple(replace(decision, id=None) for decision in meeting.decisions),
        actions=tuple(replace(action, id=None) for action in meeting.actions),
    )


def test_what_is_loaded_is_read_back_the_same(store: SqlStore, demo: DemonstrationTerritory) -> None:
    territory = create_territory(
        store, name=demo.name, organism=demo.organism, zone=demo.zone, communes=demo.communes, axes=demo.axes, since=None
    )
    load(store, demo, territory_id=territory.id, now=NOW)
    with store.read(territory.id) as work:
        assert work.directory.people(range(1, 1601)) == {person.id: person for person in demo.people}
        assert work.directory.structures(range(1, 278)) == {structure.id: structure for structure in demo.structures}
        assert sorted(work.directory.groups(), key=lambda group: group.id) == list(demo.groups)
        words = work.directory.vocabulary()
        assert (words.places, words.axes) == (demo.places, demo.axes)
        assert set(words.communes) == {commune.name for commune in demo.communes}
        for meeting in demo.meetings[::25]:
            assert without_row_ids(work.meetings.get(meeting.id)) == meeting
        of_first = [replace(line, id=None) for line in work.contributions.of_meeting(1)]
        assert of_first == [line for line in demo.contributions if line.meeting_id == 1]
