"""The demonstration stands at the reference scale, always the same for the same day, in real communes and with no real person."""

from __future__ import annotations

import time
from datetime import date

import pytest

from bot.communes import communes_of_epci
from bot.demonstration import DemonstrationTerritory, build
from bot.domain.contributions import Nature
from bot.domain.meetings import MeetingState
from bot.domain.permissions import Role
from tests.demonstration.conftest import UNTIL

REFERENCE_HOURS = 8_900


def test_the_scale_is_that_of_the_contract(demo: DemonstrationTerritory) -> None:
    assert {
        "people": len(demo.people),
        "structures": len(demo.structures),
        "groups": len(demo.groups),
        "axes": len(demo.axes),
        "communes": len(demo.communes),
        "held meetings": sum(meeting.state is MeetingState.HELD for meeting in demo.meetings),
    } == {"people": 1600, "structures": 277, "groups": 120, "axes": 11, "communes": 94, "held meetings": 1000}


@pytest.mark.parametrize("until", [UNTIL, date(2026, 8, 17), date(2027, 1, 1), date(2028, 2, 29)])
def test_the_year_bears_8900_hours_with_or_without_the_carriers_team(until: date) -> None:
    hours = build(until).contributions
    of_partners = sum(line.total_minutes for line in hours if line.nature is not Nature.TEAM)
    everything = sum(line.total_minutes for line in hours)
    assert of_partners == REFERENCE_HOURS * 60
    assert abs(everything - REFERENCE_HOURS * 60) <= REFERENCE_HOURS * 60 * 0.02


def test_the_same_day_and_seed_give_the_same_territory(demo: DemonstrationTerritory) -> None:
    assert build(UNTIL) == demo


def test_another_seed_gives_other_people(demo: DemonstrationTerritory) -> None:
    assert build(UNTIL, seed=7).people != demo.people


def test_the_directory_does_not_depend_on_the_day(demo: DemonstrationTerritory) -> None:
    other = build(date(2027, 6, 30))
    assert (other.people, other.structures, other.groups, other.places) == (demo.people, demo.structures, demo.groups, demo.places)


def test_ids_count_from_one_in_each_kind(demo: DemonstrationTerritory) -> None:
    for values in (demo.people, demo.structures, demo.groups, demo.places, demo.meetings):
        assert [value.id for value in values] == list(range(1, len(values) + 1))
    assert [axis.number for axis in demo.axes] == list(range(1, 12))


def test_the_communes_are_the_94_real_ones(demo: DemonstrationTerritory) -> None:
    assert set(demo.communes) == set(communes_of_epci("200066918") + communes_of_epci("200035129"))


def test_every_commune_named_anywhere_is_one_of_the_94(demo: DemonstrationTerritory) -> None:
    codes = {commune.insee for commune in demo.communes}
    names = {commune.name for commune in demo.communes}
    assert {sheet.commune for sheet in (*demo.people, *demo.structures)} - {None} <= codes
    assert {item.commune for item in (*demo.places, *demo.meetings, *demo.contributions)} - {None} <= names
    assert {person.commune for person in demo.people if person.structure_id is None} <= codes  # inhabitants all live somewhere


def test_the_four_speakers_are_claire_marc_ines_and_a_stranger(demo: DemonstrationTerritory) -> None:
    roles = {speaker.name: speaker.role for speaker in demo.speakers}
    assert roles == {
        "Claire Fontaine": Role.COORDINATOR,
        "Marc Delmas": Role.PILOT,
        "Inès Bourelly": Role.CONTRIBUTOR,
        "Loïc Vasseur": None,
    }
    sheets = [demo.people[speaker.person_id - 1].full_name for speaker in demo.speakers if speaker.person_id]
    assert sheets == ["Claire Fontaine", "Marc Delmas", "Inès Bourelly"]
    assert "Loïc Vasseur" not in {person.full_name for person in demo.people}


@pytest.mark.bench
def test_it_is_built_in_less_than_a_second_and_a_half_of_one_core() -> None:
    began = time.process_time()
    build(UNTIL)
    assert time.process_time() - began < 1.5
