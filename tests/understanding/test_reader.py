"""Whether the main stories of the product are heard whole, privately, at once, and whatever is typed."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from statistics import median
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.attendance import AttendanceState
from bot.domain.contributions import Part
from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import NotForMe, SetReminder
from tests.understanding.territory import GROUPS, PEOPLE, PLACES, STRUCTURES, kept, say

CORPUS = Path(__file__).parents[1] / "corpus" / "data" / "messages_dev.jsonl"
TEXTS = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
ALL_TEXTS = [json.loads(line)["text"] for path in sorted(CORPUS.parent.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
STORY = (
    "GT Diabète hier de 14h à 16h30 à la Maison de la santé, 12 présents dont Sophie Martin, Karim Benali et 2 pers du CCAS. "
    "Excusée : PMI. On a décidé de lancer l'enquête avant fin janvier, Sophie relance la CAF pour le 15. "
    "Prochaine réunion le 12 janvier à 14h"
)


def test_one_message_after_a_meeting_is_one_card() -> None:
    (meeting,) = kept(STORY).meetings
    assert meeting.group_id == GROUPS["GT Diabète"]
    assert (meeting.day, meeting.starts, meeting.ends, meeting.minutes) == (date(2026, 12, 8), time(14), time(16, 30), 150)
    assert (meeting.place_id, meeting.commune, meeting.headcount) == (PLACES["Maison de la santé"], "Alès", 12)
    assert [(p.person_id, p.structure_id, p.count, p.state, p.candidates) for p in meeting.people] == [
        (PEOPLE["Sophie Martin"], None, 1, AttendanceState.PRESENT, ()),
        (PEOPLE["Karim Benali"], None, 1, AttendanceState.PRESENT, ()),
        (None, None, 2, AttendanceState.PRESENT, (STRUCTURES["CCAS d'Alès"], STRUCTURES["CCAS de La Grand-Combe"])),
        (None, STRUCTURES["Protection maternelle et infantile d'Alès"], 1, AttendanceState.EXCUSED, ()),
    ]
    assert meeting.decisions == ("lancer l'enquête avant fin janvier",)
    assert [(a.text, [b.person_id for b in a.bearers], a.due) for a in meeting.actions] == [
        ("relance la CAF", [PEOPLE["Sophie Martin"]], date(2026, 12, 15))
    ]
    assert meeting.next_meeting is not None
    assert (meeting.next_meeting.day, meeting.next_meeting.starts) == (date(2027, 1, 12), time(14))


def test_the_card_can_show_where_each_part_was_read() -> None:
    (meeting,) = kept(STORY).meetings
    read_from = [(s.field, STORY[s.start : s.end]) for s in meeting.spans]
    assert (Field.GROUP, "GT Diabète") in read_from
    assert (Field.PLACE, "Maison de la santé") in read_from
    assert (Field.HEADCOUNT, "12 présents") in read_from
    assert (Field.PEOPLE, "Karim Benali") in read_from


def test_hours_of_ones_own() -> None:
    (hours,) = kept("2h30 de préparation jeudi dernier pour le Copil CLS").hours
    assert (hours.minutes, hours.part, hours.group_id) == (150, Part.PREPARATION, GROUPS["Copil CLS"])
    assert (hours.days, hours.person_id) == ((date(2026, 12, 3),), PEOPLE["Claire Fontaine"])


def test_three_times_an_hour() -> None:
    (hours,) = kept("3 x 1h de permanence à La Grand-Combe").hours
    assert (hours.minutes, hours.part, hours.commune, hours.unsure) == (180, Part.ACTION, "La Grand-Combe", (Field.DAY,))


def test_a_day_that_is_not_said_is_that_of_sending_and_marked() -> None:
    (meeting,) = kept("GT Nutrition 14h-16h, 8 présents").meetings
    assert (meeting.day, Field.DAY in meeting.unsure) == (date(2026, 12, 9), True)


def test_a_meeting_that_cannot_be_over_has_no_day() -> None:
    (meeting,) = kept("GT Nutrition 14h-16h, 8 présents", now=datetime(2026, 12, 9, 10, tzinfo=ZoneInfo("Europe/Paris"))).meetings
    assert meeting.day is None


def test_the_author_is_never_listed() -> None:
    (meeting,) = kept("Cotech CLS hier 9h-11h : Samira, Claire Fontaine, Odile et moi").meetings
    assert [p.person_id for p in meeting.people] == [PEOPLE["Samira El Amrani"], PEOPLE["Odile Marchand"]]


def test_all_present_but_one() -> None:
    (meeting,) = kept("tous présents au GT Périnatalité hier 9h-11h sauf Yann", author="Solène Brun").meetings
    assert {p.person_id: p.state for p in meeting.people} == {
        PEOPLE["Claire Simon"]: AttendanceState.PRESENT,
        PEOPLE["Élise Durant"]: AttendanceState.PRESENT,
        PEOPLE["Yann Le Goff"]: AttendanceState.ABSENT,
    }


def everything_kept(content: DraftContent) -> str:
    return " ".join(str((m.topics, m.decisions, m.actions, m.title, [p.said for p in m.people])) for m in content.meetings).casefold()


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Situation de Mme Pujol Ginette, 67 ans, rue Mistral, schizophrène.", ["pujol", "ginette", "67", "mistral", "schizo"]),
        ("cas de mme dupuis, 82 ans, alzheimer, seule à Bessèges.", ["dupuis", "82", "alzheimer"]),
        ("On a revu le dossier de Kevin B. (19 ans, schizo, en rupture de traitement).", ["kevin", "19", "schizo"]),
        ("La petite Inaya, 14 ans, se scarifie. Inaya sera revue.", ["inaya", "scarifie"]),
        ("Un patient séropositif de 34 ans, M. Vidot, refuse son traitement.", ["vidot", "34", "séropositif"]),
    ],
)
def test_a_patients_situation_is_noticed_and_kept_nowhere(text: str, private: list[str]) -> None:
    content = kept(
        f"Commission situations complexes hier 14h-16h, 6 présents. {text} Décision : visite à domicile.", author="Benoît Chabert"
    )
    assert content.privacy_warning
    assert [w for w in private if w in everything_kept(content)] == []
    assert content.meetings[0].decisions == ("visite à domicile",)


@pytest.mark.parametrize(
    "text",
    [
        "On a parlé du sevrage, de la méthadone et de la cocaïne chez les jeunes de 16 ans et plus.",
        "Thème : diabète de type 2 et obésité.",
        "Témoignage d'un patient bipolaire très émouvant.",
    ],
)
def test_a_theme_is_no_patient(text: str) -> None:
    assert not kept(f"GT addictions hier 10h-12h, 9 présents. {text}").privacy_warning


def test_a_reminder_about_a_patient_keeps_no_name() -> None:
    request = say("rappelle moi demain d'appeler la fille de M. Castel, cancer du pancréas")
    assert isinstance(request, SetReminder)
    assert (request.what, request.privacy_warning) == ("appeler la fille", True)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    say(text)
    say(text, draft=DraftContent(meetings=(MeetingDraft(),)), asked=Field.PEOPLE)


@given(st.lists(st.sampled_from([piece for text in TEXTS for piece in text.replace(",", " , ").split()]), max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_mixture_of_what_people_type_raises(pieces: list[str]) -> None:
    text = " ".join(pieces)
    say(text)
    for asked in (None, Field.GROUP, Field.DURATION, Field.ACTIONS, Field.NEXT_MEETING):
        say(text, draft=kept(STORY), asked=asked)


@given(st.sampled_from(ALL_TEXTS), st.integers(min_value=1, max_value=60))
@example("Hier matin, GT Santé des jeunes à la", 60)
@example("mairie de", 60)
@settings(max_examples=300, deadline=None)
def test_no_message_sent_too_soon_raises(text: str, words: int) -> None:
    cut = " ".join(text.split(" ")[:words])
    say(cut)
    say(cut, draft=kept(STORY))


@pytest.mark.parametrize(
    "piece", ["de ", "7", "Sophie Martin, ", "gt santé ", "excusé ", "😀", "12 pers ", "2h de prépa ", "lundi 14h ", "mme Dupont 45 ans "]
)
def test_long_nonsense_costs_no_more_than_long_sense(piece: str) -> None:
    half, whole = (piece * (2048 // len(piece)))[:2048], (piece * (4096 // len(piece)))[:4096]
    spent = []
    for text in (half, whole):
        rounds = []
        for _ in range(2):
            began = process_time()
            say(text)
            rounds.append(process_time() - began)
        spent.append(min(rounds))
    assert spent[1] < 4 * spent[0] + 0.02


@pytest.mark.parametrize("piece", ["le 1 ", "1h + ", "2h de prépa ", "- a\n", "14h-16h "])
def test_a_table_is_asked_about_rather_than_kept_in_part(piece: str) -> None:
    assert say(piece * (4096 // len(piece))) == NotForMe(reason="unclear", clarify=True)


def test_a_month_of_hours_is_no_table() -> None:
    told = kept("\n".join(f"{day:02}/11 : 2h de préparation GT Diabète" for day in range(1, 31)))
    assert [line.minutes for line in told.hours] == [120] * 30


@pytest.mark.bench
@pytest.mark.parametrize("piece", ["de ", "1 ", "a b ", "le 1 ", "2h de prépa ", "lundi 14h ", "Mme ", "CCAS de ", "a\n", "1h + "])
def test_4096_characters_of_anything_are_read_in_50_ms(piece: str) -> None:
    text = (piece * 4096)[:4096]
    spent = []
    for _ in range(5):
        began = process_time()
        say(text)
        spent.append(process_time() - began)
    assert min(spent) < 0.05


@pytest.mark.bench
def test_a_message_is_read_in_milliseconds() -> None:
    spent = []
    for text in TEXTS:
        began = process_time()
        say(text)
        spent.append(process_time() - began)
    assert median(spent) < 0.004
