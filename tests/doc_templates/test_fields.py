"""What the minutes print, in French."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DayWindow
from bot.domain.minutes import MinutedAction, MinutedDecision, Minutes, MinutesState, NextMeeting, Participant
from doc_templates.minutes.fields import minutes_contents, minutes_fields, minutes_file_name
from tests.doc_templates.samples import CLAIRE, HEADS_ONLY, NOT_RECORDED, ORDINARY, participant, person


def said(value: str) -> str:
    """With plain spaces, so that the expectations can be read."""
    return value.replace("\u00a0", " ").replace("\u202f", " ")


def lists(minutes: Minutes) -> dict[str, list[str]]:
    """The title of each list of people with its lines."""
    return {
        said(one["title"]): [said(" | ".join((line["name"], line["structure"], line["function"]))) for line in one["lines"]]
        for one in minutes_fields(minutes)["attendance"]
    }


def test_the_sheet_of_the_meeting() -> None:
    fields = minutes_fields(ORDINARY)
    assert [
        said(fields[name])
        for name in ("state_label", "instance", "subtitle", "day_line", "date_and_hours", "place", "secretary", "chair", "participation")
    ] == [
        "Projet de compte rendu",
        "GT Diabète",
        "Préparer l’enquête auprès des habitants",
        "Mardi 10 mars 2026",
        "mardi 10 mars 2026, de 14 h à 16 h 30 (2 h 30)",
        "Maison de la santé, Alès",
        "Mme Claire DUMAS, coordinatrice du contrat local de santé, Reseda",
        "",
        "12 participantes et participants (dont 1 en visio), 1 personne représentée, 2 excusées et excusés – 7 structures",
    ]


def test_people_are_listed_by_how_they_stood_and_by_name() -> None:
    assert lists(ORDINARY) == {
        "Présentes et présents (12)": [
            "BENALI Karim (en visio) | Mission locale | Conseiller",
            "DUMAS Claire | Reseda | Coordinatrice du contrat local de santé",
            "ÉVRARD Loïc | MSP de La Grand-Combe | Médecin généraliste",
            "de LA TOUR Élodie | Centre hospitalier | Diététicienne",
            "MARTIN Sophie | CPAM du Gard | Chargée de prévention",
            "2 personnes | CCAS d’Alès | –",
            "5 autres personnes (sans nom) | – | –",
        ],
        "Personne représentée (1)": ["MOREAU Jérôme (par Sophie MARTIN) | UDAF | –"],
        "Excusées et excusés (2)": ["ROUX Inès | ARS Occitanie | Déléguée territoriale", "Nom non relevé | PMI | –"],
    }


def test_nothing_but_heads() -> None:
    fields = minutes_fields(HEADS_ONLY)
    assert (fields["attendance"], said(fields["attendance_note"])) == (
        [],
        "12 participantes et participants, liste nominative non relevée.",
    )
    about = minutes_fields(replace(HEADS_ONLY, headcount=1, headcount_approximate=True))
    assert said(about["attendance_note"]) == "Environ 1 personne présente, liste nominative non relevée."


def test_not_recorded_is_not_absent() -> None:
    fields = minutes_fields(NOT_RECORDED)
    assert fields["attendance"] == []
    assert fields["participation"] == ""
    assert said(fields["attendance_note"]) == "Les présences n’ont pas été relevées : cette absence de liste ne vaut pas absence."
    unknown = replace(NOT_RECORDED, participants=(participant(person("Inès", "Roux"), AttendanceState.NOT_RECORDED),))
    assert lists(unknown) == {"Personnes dont la présence n’a pas été relevée (1)": ["ROUX Inès | – | –"]}
    absent = replace(NOT_RECORDED, participants=(participant(person("Inès", "Roux"), AttendanceState.ABSENT),))
    assert lists(absent) == {"Personne absente (1)": ["ROUX Inès | – | –"]}


def test_an_approximate_total_below_the_list_does_not_hide_anybody() -> None:
    about = replace(ORDINARY, headcount=5, headcount_approximate=True)
    assert next(iter(lists(about))) == "Présentes et présents (environ 7)"


def test_words_that_the_directory_does_not_know_stay_as_said() -> None:
    guest = replace(NOT_RECORDED, participants=(Participant(said="le mari d'Inès", structure="Habitants"),))
    assert lists(guest) == {"Personne présente (1)": ["Le mari d’Inès | Habitants | –"]}
    several = replace(NOT_RECORDED, participants=(Participant(said="habitants", count=3),))
    assert lists(several) == {"Présentes et présents (3)": ["Habitants (3) | – | –"]}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"starts": None, "ends": None, "minutes": None}, "mardi 10 mars 2026"),
        ({"starts": None, "ends": None}, "mardi 10 mars 2026, 2 h 30"),
        ({"ends": None, "minutes": None}, "mardi 10 mars 2026, à 14 h"),
        ({"times_approximate": True}, "mardi 10 mars 2026, de 14 h à 16 h 30 environ (2 h 30)"),
    ],
)
def test_only_what_is_known_of_the_hours_is_said(change: dict[str, object], words: str) -> None:
    assert said(minutes_fields(replace(ORDINARY, **change))["date_and_hours"]) == words


def test_pages_are_told_apart_even_without_a_reference() -> None:
    assert minutes_fields(ORDINARY)["reference"] == "GTD-2026-03"
    assert minutes_fields(replace(ORDINARY, reference=None))["reference"] == "GT Diabète – 10/03/2026"
    assert minutes_fields(replace(ORDINARY, reference=None, instance="Comité de pilotage " * 4))["reference"] == "10/03/2026"


def test_what_was_decided_and_who_does_what() -> None:
    fields = minutes_fields(ORDINARY)
    assert [said(f"{line['number']} {line['text']}") for line in fields["decisions"]] == [
        "GTD-2026-014 Lancer l’enquête avant fin janvier",
        "GTD-2026-015 Refaire l’atelier à Tamaris, le mercredi à 14 h 30 ; une salle de plain-pied est demandée.",
    ]
    assert [said(" | ".join(line.values())) for line in fields["actions"]] == [
        "A1 | Relancer la CAF | Sophie MARTIN | 15/03/2026",
        "A2 | Voir la salle | Karim BENALI et CCAS d’Alès | Entre le 26 et le 31 mars 2026",
        "A3 | Écrire aux pharmacies | À préciser | À la rentrée",
        "A4 | Relire le questionnaire | À préciser | Non fixée",
    ]
    assert fields["no_outcome"] is False


def test_what_is_not_said_is_left_out() -> None:
    fields = minutes_fields(HEADS_ONLY)
    assert [fields[name] for name in ("topics", "decisions", "actions", "next_meeting", "next_place")] == [[], [], [], "", ""]
    assert fields["no_outcome"] is True


def test_a_decision_without_number_gets_its_rank() -> None:
    unnumbered = replace(ORDINARY, decisions=(MinutedDecision(text="oui"), MinutedDecision(text="ARS d'accord", number="X-1")))
    assert [tuple(line.values()) for line in minutes_fields(unnumbered)["decisions"]] == [("D1", "Oui"), ("X-1", "ARS d’accord")]


@pytest.mark.parametrize(
    ("announced", "words"),
    [
        (NextMeeting(day=date(2027, 1, 12), starts=time(14)), "Mardi 12 janvier 2027, à 14 h"),
        (NextMeeting(day=date(2027, 1, 12), instance="Copil CLS"), "Copil CLS, mardi 12 janvier 2027"),
        (NextMeeting(day_window=DayWindow(first=date(2027, 1, 1), last=date(2027, 1, 31))), "En janvier 2027, date à fixer"),
        (NextMeeting(said="à la rentrée"), "À la rentrée"),
        (NextMeeting(place="visio"), ""),
    ],
)
def test_the_next_meeting(announced: NextMeeting, words: str) -> None:
    assert said(minutes_fields(replace(ORDINARY, next_meeting=announced))["next_meeting"]) == words


def test_the_commune_is_not_said_twice() -> None:
    assert minutes_fields(replace(ORDINARY, place="mairie d'Alès"))["place"] == "Mairie d’Alès"
    assert minutes_fields(replace(ORDINARY, place=None))["place"] == "Alès"


def test_the_last_line_says_from_whom_and_to_whom() -> None:
    assert said(minutes_fields(ORDINARY)["closing"]) == (
        "Projet de compte rendu établi le 10 mars 2026 par Mme Claire DUMAS. Remarques et corrections à adresser à Claire DUMAS."
    )
    approved = replace(ORDINARY, state=MinutesState.APPROVED, secretary=None)
    assert said(minutes_fields(approved)["closing"]) == "Compte rendu validé établi le 10 mars 2026."


def test_the_properties_of_the_file() -> None:
    properties = minutes_contents(replace(ORDINARY, version=3)).properties
    assert (said(properties.title), said(properties.author), properties.day, properties.revision) == (
        "Compte rendu – GT Diabète – 10/03/2026",
        "Mme Claire DUMAS",
        "2026-03-10",
        3,
    )
    assert minutes_contents(replace(ORDINARY, secretary=None)).properties.author == "Communauté d’agglomération du Pays d’Alès"


@pytest.mark.parametrize(
    ("instance", "name"),
    [
        ("GT Diabète", "CR_GT-Diabete_2026-03-10.docx"),
        ("Copil CLS / ASV – « cœur d’Alès »", "CR_Copil-CLS-ASV-coeur-d-Ales_2026-03-10.docx"),
        ("../../etc/passwd", "CR_etc-passwd_2026-03-10.docx"),
        ("🎉", "CR_reunion_2026-03-10.docx"),
    ],
)
def test_the_name_of_the_file(instance: str, name: str) -> None:
    assert minutes_file_name(replace(ORDINARY, instance=instance)) == name


@given(st.text(max_size=200))
def test_any_name_makes_a_safe_file_name(instance: str) -> None:
    name = minutes_file_name(replace(ORDINARY, instance=instance))
    assert len(name) <= 80
    assert name.startswith("CR_")
    assert name.endswith("_2026-03-10.docx")
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


def test_a_named_bearer_without_a_name_is_not_printed() -> None:
    blank = replace(ORDINARY, actions=(MinutedAction(text="voir", bearers=(" ",)),))
    assert minutes_fields(blank)["actions"][0]["bearers"] == "À préciser"


def test_claire_is_counted_once() -> None:
    alone = replace(NOT_RECORDED, participants=(participant(CLAIRE),))
    assert said(minutes_fields(alone)["participation"]) == "1 participante – 1 structure"
