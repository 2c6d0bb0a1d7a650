"""Under what title time counts: what the directory tells, what was said of the others, and nothing guessed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.actions.contributions import Natures, hours_of_meeting
from bot.domain.attendance import Presence
from bot.domain.contributions import Nature, NatureShare
from bot.domain.drafts import MeetingDraft
from bot.domain.people import Person, Structure

CLAIRE = Person(id=1, first_name="Claire", last_name="Fontaine", nature=Nature.TEAM)
SOPHIE = Person(id=4, first_name="Sophie", last_name="Martin", structure_id=2)
CCAS = Structure(id=2, name="CCAS", nature=Nature.EMPLOYER_TIME)
CLUB = Structure(id=3, name="Club")
DIRECTORY = Natures({1: CLAIRE, 4: SOPHIE}, {2: CCAS, 3: CLUB})
VOLUNTEERS, RESIDENTS = NatureShare(nature=Nature.VOLUNTEER), NatureShare(nature=Nature.RESIDENT, count=3)


def split(headcount: int | None, *natures: NatureShare, people: tuple[Presence, ...] = ()) -> dict[str, int]:
    """How many people count under each title."""
    told = MeetingDraft(author_id=1, day=date(2026, 3, 10), minutes=60, headcount=headcount, people=people, natures=natures)
    heads: dict[str, int] = {}
    for hours in hours_of_meeting(told, author_id=1, natures=DIRECTORY, axis=None, meeting_id=None):
        heads[str(hours.nature)] = heads.get(str(hours.nature), 0) + hours.count
    return heads


@pytest.mark.parametrize(
    ("natures", "heads"),
    [
        ((), {"équipe": 1, "temps employeur": 1, "None": 6}),
        ((VOLUNTEERS,), {"équipe": 1, "temps employeur": 1, "bénévole": 6}),
        ((RESIDENTS,), {"équipe": 1, "temps employeur": 1, "habitant·e": 3, "None": 3}),
        ((RESIDENTS, VOLUNTEERS), {"équipe": 1, "temps employeur": 1, "habitant·e": 3, "bénévole": 3}),
        ((NatureShare(nature=Nature.VOLUNTEER, count=40),), {"équipe": 1, "temps employeur": 1, "bénévole": 6}),
    ],
)
def test_what_is_said_reaches_only_those_whom_the_directory_does_not_tell(natures: tuple[NatureShare, ...], heads: dict[str, int]) -> None:
    people = (Presence(person_id=4), Presence(structure_id=3, count=2), Presence(said="Mme Vidal"))
    assert split(8, *natures, people=people) == heads


def test_what_is_said_reaches_the_unnamed_first() -> None:
    people = (Presence(said="Mme Vidal"), Presence(structure_id=3))
    told = MeetingDraft(author_id=1, day=date(2026, 3, 10), minutes=60, headcount=6, people=people, natures=(RESIDENTS,))
    made = hours_of_meeting(told, author_id=1, natures=DIRECTORY, axis=None, meeting_id=None)
    assert [(h.count, h.structure_id, h.nature) for h in made] == [
        (1, None, Nature.TEAM),
        (1, None, None),
        (1, 3, None),
        (3, None, Nature.RESIDENT),
    ]


def test_the_heads_stay_as_many() -> None:
    assert [sum(split(total, RESIDENTS, VOLUNTEERS).values()) for total in (1, 2, 4, 12)] == [1, 2, 4, 12]


def test_words_tell_a_nature_by_themselves() -> None:
    people = (Presence(said="habitants", count=3), Presence(said="une bénévole", structure_id=2), Presence(said="Mme Salari"))
    assert split(None, people=people) == {"équipe": 1, "habitant·e": 3, "bénévole": 1, "None": 1}
