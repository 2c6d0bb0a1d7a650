"""Whether what the territory does not know is kept as said: people, groups, structures and places, and nobody taken for another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.contributions import Part
from bot.domain.drafts import DraftContent
from bot.domain.requests import Hearing, KeepContent, NotForMe, UpdateAttendance
from bot.understanding.index import compile_index
from bot.understanding.reader import read
from tests.understanding.territory import GROUPS, NOW, PEOPLE, STRUCTURES, VOCABULARY, kept, say
from tests.understanding.test_reader import STORY

AUTHOR = PEOPLE["Claire Fontaine"]
ALONE = compile_index(
    replace(
        VOCABULARY, people=tuple(p for p in VOCABULARY.people if p.id == AUTHOR), groups=(), structures=(), places=(), axes=(), communes=()
    )
)


def kept_alone(text: str) -> DraftContent:
    """The card that a message makes in a territory that knows nobody but its author."""
    request = read(text, Hearing(now=NOW, author_id=AUTHOR), ALONE)
    assert isinstance(request, KeepContent)
    return request.content


def test_a_meeting_in_an_empty_territory_keeps_the_words() -> None:
    (meeting,) = kept_alone(STORY).meetings
    assert (meeting.title, meeting.group_candidates, meeting.place_said, meeting.headcount) == ("GT Diabète", (), "Maison de la santé", 12)
    assert [(p.said, p.count, p.state) for p in meeting.people] == [
        ("Sophie Martin", 1, AttendanceState.PRESENT),
        ("Karim Benali", 1, AttendanceState.PRESENT),
        ("CCAS", 2, AttendanceState.PRESENT),
        ("PMI", 1, AttendanceState.EXCUSED),
    ]
    assert meeting.decisions == ("lancer l'enquête avant fin janvier",)
    assert [(a.text, [b.said for b in a.bearers], a.due) for a in meeting.actions] == [("relance la CAF", ["Sophie"], date(2026, 12, 15))]


def test_hours_in_an_empty_territory_keep_the_words_of_the_group() -> None:
    (hours,) = kept_alone("2h30 de préparation jeudi dernier pour le Copil CLS").hours
    assert (hours.minutes, hours.part, hours.group_said, hours.person_id) == (150, Part.PREPARATION, "Copil CLS", AUTHOR)


def test_a_group_unlike_any_is_a_title() -> None:
    (meeting,) = kept("GT Mobilité hier 14h-16h, 8 présents").meetings
    assert (meeting.title, meeting.group_id, meeting.group_candidates) == ("GT Mobilité", None, ())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("réunion hier 14h-15h, 5 personnes", None),
        ("rdv lundi 10h-11h avec Karim Benali", None),
        ("point hier 9h-10h avec Odile", None),
        ("Réunion publique canicule hier 18h-20h, 40 personnes", "Réunion publique canicule"),
    ],
)
def test_a_title_names_a_thing(text: str, title: str | None) -> None:
    assert kept(text).meetings[0].title == title


def test_someone_unknown_of_a_known_structure_keeps_both() -> None:
    (meeting,) = kept("GT Précarité hier 14h-16h, présents : CAF, Nathalie Dubois de la CAF, Mme Pagès (Mission locale)").meetings
    caf, mission = STRUCTURES["CAF du Gard"], STRUCTURES["Mission locale Alès"]
    assert [(p.person_id, p.structure_id, p.said) for p in meeting.people] == [
        (None, caf, None),
        (None, caf, "Nathalie Dubois"),
        (None, mission, "Mme Pagès"),
    ]


def test_a_house_is_present_through_who_represents_it() -> None:
    (meeting,) = kept("GT périnat hier 14h-16h, 6 présents, la PMI représentée par Nathalie Roux").meetings
    assert [(p.said, p.state) for p in meeting.people] == [("Nathalie Roux", AttendanceState.PRESENT)]


def test_whoever_replaces_somebody_excused_is_present() -> None:
    (meeting,) = kept("GT périnat hier 14h-16h. Claire Simon excusée, remplacée par sa collègue Mme Vialat").meetings
    assert [(p.said, p.state, p.represented_by) for p in meeting.people] == [
        ("Claire Simon", AttendanceState.REPRESENTED, "sa collègue Mme Vialat"),
        ("Mme Vialat", AttendanceState.PRESENT, None),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2h de préparation hier par Josette Dupuis pour le GT Nutrition", "Josette Dupuis"),
        ("2h de préparation hier de M. Durant pour le GT Nutrition", "M. Durant"),
        ("2h de préparation hier pour Josette, GT nutrition", "Josette"),
        ("Josette Dupuis : 2h de permanence hier gt nutrition", "Josette Dupuis"),
        ("Josette a fait 2h de route hier pour le gt nutrition", "Josette"),
    ],
)
def test_the_hours_of_someone_unknown_are_not_the_authors(text: str, said: str) -> None:
    (hours,) = kept(text).hours
    assert (hours.person_id, hours.person_said, hours.minutes, hours.group_id) == (None, said, 120, GROUPS["GT Nutrition"])


def test_two_lengths_of_one_person_on_one_day() -> None:
    lines = kept("Karim Benali a fait 2h de route et 1h30 de préparation pour le GT précarité vendredi").hours
    assert [(h.person_id, h.minutes, h.days, h.part) for h in lines] == [
        (PEOPLE["Karim Benali"], 120, (date(2026, 12, 4),), Part.TRAVEL),
        (PEOPLE["Karim Benali"], 90, (date(2026, 12, 4),), Part.PREPARATION),
    ]


def test_who_presents_is_present_and_tells_a_topic() -> None:
    (meeting,) = kept(
        "copil cls ce matin 9h-11h30, sophie martin presente le bilan, on valide le budget 2026, karim benali envoie le cr vendredi"
    ).meetings
    assert [p.person_id for p in meeting.people] == [PEOPLE["Sophie Martin"]]
    assert (meeting.topics, meeting.decisions) == (("presente le bilan",), ("on valide le budget 2026",))
    assert [(a.text, a.due) for a in meeting.actions] == [("envoie le cr", date(2026, 12, 11))]


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("GT SE hier 10h-12h30 : Gilles", time(10), time(12, 30)),
        ("GT nutrition lundi 7 : 14h00-15h45 fatima zeroual", time(14), time(15, 45)),
        ("gt nutrition ce matin 9-11 avec fatima", time(9), time(11)),
        ("santé env 9h 11h hier 6 pers", time(9), time(11)),
        ("GT droits jeudi dernier 9h/10h30 : CAF, CPAM", time(9), time(10, 30)),
    ],
)
def test_hours_beside_a_colon(text: str, starts: time, ends: time) -> None:
    (meeting,) = kept(text).meetings
    assert (meeting.starts, meeting.ends, meeting.times_approximate) == (starts, ends, False)


@pytest.mark.parametrize(
    "text", ["merci", "ok super", "bonne soirée", "merci bcp !", "c'est noté", "à lundi", "👍", "tu es génial", "ça marche"]
)
def test_thanks(text: str) -> None:
    assert say(text) == NotForMe(reason="thanks", clarify=False)


def test_who_was_away_at_a_meeting_kept_before() -> None:
    request = say("pour le gt nutrition de mardi : Élise Durant était excusée finalement")
    assert isinstance(request, UpdateAttendance)
    assert (request.group_id, [(p.person_id, p.state) for p in request.away]) == (
        GROUPS["GT Nutrition"],
        [(PEOPLE["Élise Durant"], AttendanceState.EXCUSED)],
    )
