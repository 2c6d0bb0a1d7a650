"""What is said of some of those present, of the next meeting or of the agenda, and is no place, nobody and no decision of the meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import Hearing, KeepContent, NotForMe, PlanDeed, PlanMeeting
from bot.understanding.reader import read
from tests.understanding.cards import CARD, MEETING, changes
from tests.understanding.territory import GROUPS, INDEX, NOW, PEOPLE, kept, say

HEAD = "GT Diabète hier 14h-16h"
BARE = DraftContent(meetings=(replace(MEETING, headcount=None, people=(), decisions=(), actions=(), topics=(), next_meeting=None),))


def meeting(behind: str) -> MeetingDraft:
    (one,) = kept(f"{HEAD}, {behind}").meetings
    return one


@pytest.mark.parametrize(
    ("behind", "present"),
    [
        ("7 présents dont Karim Benali en visio", 7),
        ("8 presents, un en visio", 8),
        ("6 presents, karim benali en visio", 6),
        ("8 presents, un par telephone", 8),
        ("8 presents, une personne par tel", 8),
        ("8 présents (Karim Benali en visio)", 8),
        ("8 présents, la CAF en visio", 8),
        ("8 présents, 2 personnes à distance", 8),
        ("8 presents dont karim benali et sophie martin en visio", 8),
        ("on était 8, un à distance", 8),
    ],
)
def test_the_way_of_some_is_no_place(behind: str, present: int) -> None:
    assert (meeting(behind).place_said, meeting(behind).headcount) == (None, present)


@pytest.mark.parametrize(
    "behind",
    [
        "8 présents en visio",
        "8 présents, en visio",
        "8 présents, tous en visio",
        "8 présents, réunion en visio",
        "avec Karim Benali en visio",
    ],
)
def test_that_of_all_still_is(behind: str) -> None:
    assert meeting(behind).place_said == "visio"


def test_the_place_told_stays_beside_one_at_a_distance() -> None:
    assert meeting("à la Maison de la santé, 8 présents, un en visio").place_said == "Maison de la santé"
    assert "place_said" not in changes("6 présents, un par téléphone", CARD)


@pytest.mark.parametrize(
    "words", ["prochaine seance on verra", "la prochaine, on verra", "la prochaine on verra", "prochaine séance à caler"]
)
@pytest.mark.parametrize("asked", [Field.HEADCOUNT, Field.PEOPLE, None])
def test_the_next_meeting_is_nobody(words: str, asked: Field | None) -> None:
    assert changes(f"5 presents moi compris, pas de decision, {words}", BARE, asked=asked) == {"headcount": 5}


@pytest.mark.parametrize(
    ("behind", "decisions"),
    [
        ("8 présents, décision : stand au marché, prochaine seance a caler", ("stand au marché",)),
        ("8 présents, décision : stand au marché, prochaine réunion à fixer", ("stand au marché",)),
        ("8 présents, on a décidé de tenir un stand, la prochaine fois on verra", ("tenir un stand",)),
        ("8 présents, décision : préparer la prochaine séance à caler avec la CAF", ("préparer la prochaine séance à caler avec la CAF",)),
    ],
)
def test_nor_a_decision(behind: str, decisions: tuple[str, ...]) -> None:
    assert meeting(behind).decisions == decisions


def test_what_follows_the_next_meeting_is_still_read() -> None:
    told = meeting("prochaine séance à caler, 8 présents, Sophie Martin excusée")
    assert (told.headcount, len(told.people), told.next_meeting) == (8, 1, None)


@pytest.mark.parametrize("said", ["decision refaire en mars", "décision : refaire en mars", "décision de refaire en mars"])
def test_a_topic_told_whole_stays_apart_from_the_decision(said: str) -> None:
    told = meeting(f"7 présents, on a vu le bilan des marches, {said}")
    assert (told.topics, told.decisions) == (("bilan des marches",), ("refaire en mars",))


def test_a_decision_said_to_be_withdrawn_is_taken_off() -> None:
    card = DraftContent(meetings=(replace(MEETING, decisions=("lancer l'enquête", "pas de guide")),))
    assert changes("decision retiree : pas de guide", card) == {"decisions": ["lancer l'enquête"]}
    assert changes("décision supprimée : l'enquête", card) == {"decisions": ["pas de guide"]}
    assert changes("décision retirée : la fête", card) == {}


@pytest.mark.parametrize("words", ["reporte au 3 decembre meme heure", "décale à 15h, même salle", "repousse au 12 janvier stp"])
def test_an_order_to_move_is_no_decision(words: str) -> None:
    assert isinstance(say(words, draft=CARD), NotForMe | PlanMeeting)


@pytest.mark.parametrize(
    ("words", "on", "starts"),
    [
        ("le gt diabete de mercredi passe de 14h a 15h", date(2026, 12, 16), time(15)),
        ("le gt diabete passe de 9h30 a 10h", None, time(10)),
        ("le GT Diabète de jeudi est décalé de 14h à 15h", date(2026, 12, 10), time(15)),
    ],
)
def test_from_an_hour_to_another_moves(words: str, on: date | None, starts: time) -> None:
    moved = say(words)
    assert isinstance(moved, PlanMeeting)
    assert (moved.deed, moved.on, moved.spot.starts, moved.spot.ends) == (PlanDeed.MOVE, on, starts, None)


@pytest.mark.parametrize(
    "words",
    ["le gt diabete s'est bien passé de 14h à 15h hier, 8 présents", "le gt diabete de mercredi passe de 14h a 15h, 8 presents"],
)
def test_what_went_well_was_held(words: str) -> None:
    assert isinstance(say(words), KeepContent)


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("gt diabete de mardi : c'etait annulé", date(2026, 12, 8)),
        ("le GT Diabète de jeudi n'a pas eu lieu, la salle était fermée", date(2026, 12, 3)),
        ("gt diabete du 3 pas eu lieu", date(2026, 12, 3)),
        ("gt diabete pas eu lieu", date(2026, 11, 24)),
        ("GT Diabète : c'était annulé", date(2026, 11, 24)),
        ("le gt diabete de jeudi est annulé", date(2026, 12, 10)),
    ],
)
def test_told_afterwards_not_to_have_been(words: str, on: date) -> None:
    planned = frozenset((GROUPS["GT Diabète"], day) for day in (date(2026, 11, 24), date(2026, 12, 15)))
    said = read(words, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], planned=planned), INDEX)
    assert isinstance(said, PlanMeeting)
    assert (said.deed, said.on) == (PlanDeed.CANCEL, on)


@pytest.mark.parametrize(
    ("behind", "points"),
    [
        ("on parlera du budget et des fontaines", ("budget", "fontaines")),
        ("ordre du jour : budget, fontaines", ("budget", "fontaines")),
        ("un point sur les marches", ("point sur les marches",)),
        ("odj bilan des marches, calendrier 2027, questions diverses", ("bilan des marches", "calendrier 2027", "questions diverses")),
        ("à la mairie", ()),
    ],
)
def test_what_will_be_discussed_is_heard(behind: str, points: tuple[str, ...]) -> None:
    planned = say(f"prochain gt diabete jeudi 21 janvier 14h-15h, {behind}")
    assert isinstance(planned, PlanMeeting)
    assert (planned.deed, planned.spot.starts, planned.points) == (PlanDeed.PLAN, time(14), points)
