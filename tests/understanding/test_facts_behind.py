"""Facts told behind a decision or a task, with a comma only: they end it. What belongs to it stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DraftContent, MeetingDraft
from bot.domain.requests import AskMinutes
from tests.understanding.cards import MEETING, NAMES, answer, changes
from tests.understanding.territory import STRUCTURES, kept, say

_HEAD = "gt diabete hier 14h-16h, 8 présents, "
_OPEN = DraftContent(meetings=(replace(MEETING, decisions=(), actions=(), topics=(), people=(), next_meeting=None),))
_BEFORE = [
    "on a décidé de refaire l'affiche",
    "decision reporter le budget",
    "on garde l'affiche",
    "karim envoie le pdf avant vendredi",
    "point sur le budget",
]


def told(words: str) -> MeetingDraft:
    """The one meeting that words tell."""
    (meeting,) = kept(words).meetings
    return meeting


def outcomes(meeting: MeetingDraft) -> list[str]:
    """All that came out of a meeting, as told."""
    return [*meeting.decisions, *(action.text for action in meeting.actions), *meeting.topics]


@pytest.mark.parametrize("before", _BEFORE)
@pytest.mark.parametrize(
    "end",
    [
        "fini a 15h30",
        "fini 15h30",
        "fin à 15h30",
        "terminé vers 15h30",
        "on a fini à 15h30",
        "on a terminé à 15h30 pile",
        "nous avons terminé à 15h30",
        "ça s'est fini à 15h30",
        "séance levée à 15h30",
        "on a levé la séance à 15h30",
        "du coup fini à 15h30",
        "fini à 15h30 au lieu de 16h",
        "fini plus tôt à 15h30",
        "fini 30 min plus tôt",
    ],
)
def test_when_it_ended(before: str, end: str) -> None:
    whole = told(f"{_HEAD}{before}, {end}")
    assert (whole.starts, whole.ends) == (time(14), time(15, 30))
    assert outcomes(whole) == outcomes(told(f"{_HEAD}{before}"))


@pytest.mark.parametrize(
    "said",
    [
        "karim relance les mairies et on a fini à 15h30",
        "karim relance les mairies on a fini à 15h30",
        "karim relance les mairies (fini à 15h30)",
    ],
)
def test_when_it_ended_without_a_comma(said: str) -> None:
    whole = told(_HEAD + said)
    assert whole.ends == time(15, 30)
    assert outcomes(whole) == ["relance les mairies"]


def test_how_long_it_took_and_when_it_began() -> None:
    assert told("gt diabete hier 14h, karim relance les mairies, ça a duré 1h30").ends == time(15, 30)
    assert told("gt diabete hier 14h-16h, on garde l'affiche, on a débordé d'une demi-heure").ends == time(16, 30)
    late = told("gt diabete hier 14h-16h, karim relance les mairies, on a commencé à 14h15, fini à 15h45")
    assert (late.starts, late.ends, outcomes(late)) == (time(14, 15), time(15, 45), ["relance les mairies"])
    assert told("gt diabete hier 14h-16h, la visite a commencé à 15h, 8 présents").starts == time(14)


@pytest.mark.parametrize("before", _BEFORE)
@pytest.mark.parametrize(
    "away", ["caf excusée", "la caf absente", "la caf etait absente", "caf pas là", "l'ars et la caf excusées", "CAF excusée"]
)
def test_a_structure_away(before: str, away: str) -> None:
    whole = told(f"{_HEAD}{before}, {away}")
    assert STRUCTURES["CAF du Gard"] in {p.structure_id for p in whole.people}
    assert {p.state for p in whole.people} <= {AttendanceState.EXCUSED, AttendanceState.ABSENT}
    assert outcomes(whole) == outcomes(told(f"{_HEAD}{before}"))


@pytest.mark.parametrize(
    ("away", "who"), [("Josette excusée", "Josette"), ("MSA absente", "MSA"), ("2 excusés", None), ("2 excusés : sophie et julie", None)]
)
def test_others_away(away: str, who: str | None) -> None:
    whole = told(f"{_HEAD}karim relance les mairies, {away}")
    assert whole.people
    assert who is None or [p.said for p in whole.people] == [who]
    assert outcomes(whole) == ["relance les mairies"]


@pytest.mark.parametrize("everybody", ["tout le monde était là", "tous présents", "personne d'excusé"])
def test_everybody_was_there(everybody: str) -> None:
    assert [a.text for a in told(f"gt diabete hier 14h-16h, karim relance les mairies, {everybody}").actions] == ["relance les mairies"]


def test_where_it_was() -> None:
    assert told(_HEAD + "karim relance les mairies, c'était en visio").place_said == "visio"
    there = told(_HEAD + "on garde l'affiche, c'était à la maison de la santé")
    assert (there.place_said, outcomes(there)) == ("maison de la santé", ["on garde l'affiche"])


def test_all_of_it_in_one_breath() -> None:
    whole = told(
        "gt diabete ce matin 9h-11h on etait 8, decision reporter le budget, caf excusé, fini 10 h 45, "
        "karim relance la caf, prochaine le 12/1"
    )
    assert (whole.headcount, whole.ends, whole.decisions) == (8, time(10, 45), ("reporter le budget",))
    assert [(p.structure_id, p.state) for p in whole.people] == [(STRUCTURES["CAF du Gard"], AttendanceState.EXCUSED)]
    assert [a.text for a in whole.actions] == ["relance la caf"]
    assert whole.next_meeting is not None


@pytest.mark.parametrize(
    "said",
    [
        "karim relance les mairies, fini pour le 15",
        "karim relit le guide, à finir vers 15h",
        "karim prepare l'expo, avec la caf excusée hier",
        "karim envoie le pdf avant vendredi, envoyé à 15h30",
        "karim tient le stand samedi, fini à 18h",
        "karim tient le stand samedi de 14h à 15h30, fini à 15h30 pile",
        "karim boucle le dossier, fini vendredi à 15h30",
        "karim prévient dès qu'on a fini à 15h30",
        "décision ouvrir la permanence le mercredi, fin à 15h30",
        "décision ouvrir samedi, fermé à 15h30",
        "karim relance les mairies, fini à midi",  # before it began
        "karim relance l'ars, la caf absentes",
        "décision inviter l'ars, excusée",
        "karim relance les mairies, la caf présente son bilan",
        "karim refait la liste, absents compris",
        "décision limiter les ateliers, 12 personnes max",
        "karim relance les mairies, c'était une idée de sophie",
    ],
)
def test_what_belongs_to_the_task_stays(said: str) -> None:
    whole = told("gt diabete hier 14h-16h, " + said)
    (only,) = outcomes(whole)
    assert "," in only or " qu" in only
    assert (whole.starts, whole.ends, whole.people, whole.headcount, whole.place_said) == (time(14), time(16), (), None, None)


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        (
            "oui c fait on etait 8, on a decidé de refaire laffiche, karim envoie le pdf, fini a 15h30",
            {
                "headcount": 8,
                "ends": "15:30:00",
                "minutes": 90,
                "decisions": ["refaire laffiche"],
                "actions": ["Karim Haddad : envoie le pdf"],
            },
        ),
        (
            "oui 7 pers, decision reporter le budget, caf excusé",
            {"headcount": 7, "decisions": ["reporter le budget"], "people": ["CAF du Gard excusé"]},
        ),
        (
            "8 presents, karim excuse, decision reporter le budget, caf excusé, fini a 16h",
            {
                "headcount": 8,
                "ends": "16:00:00",
                "minutes": 120,
                "decisions": ["reporter le budget"],
                "people": ["Karim Haddad excusé", "CAF du Gard excusé"],
            },
        ),
        (
            "karim relance les mairies, on a fini à 15h30",
            {"ends": "15:30:00", "minutes": 90, "actions": ["Karim Haddad : relance les mairies"]},
        ),
        (
            "on etait 7, decision on fait l'affiche, fini 15h45, excusé karim",
            {"headcount": 7, "ends": "15:45:00", "minutes": 105, "decisions": ["on fait l'affiche"], "people": ["Karim Haddad excusé"]},
        ),
    ],
)
def test_over_an_open_card(said: str, changed: dict[str, object]) -> None:
    assert changes(said, _OPEN) == changed


def test_it_is_no_topic_either() -> None:
    assert told("gt diabete hier 14h-16h. 8 présents. On a levé la séance à 15h30.").topics == ()
    assert told("gt diabete hier 14h-16h. 8 présents. C'était en visio.").topics == ()


@pytest.mark.parametrize(
    ("said", "who", "what"),
    [
        ("compte rendu a faire par karim", "Karim Haddad", "compte rendu a faire"),
        ("devis a demander (karim)", "Karim Haddad", "devis a demander"),
        ("on garde le stand, cr a envoyer par karim", "Karim Haddad", "cr a envoyer"),
        ("budget validé, convention a signer par sophie avant noel", "Sophie Martin", "convention a signer"),
        ("affiche a refaire", None, "affiche a refaire"),
        ("caf à relancer", None, "caf à relancer"),
        ("relancer la caf avant vendredi", None, "relancer la caf"),
    ],
)
def test_a_task_told_without_a_verb_of_its_own(said: str, who: str | None, what: str) -> None:
    whole = told(f"gt diabete hier 14h-16h, on etait 6, {said}, fini a 15h30, prochaine le 12/1")
    (task,) = whole.actions
    assert (task.text, [NAMES[b.person_id] for b in task.bearers if b.person_id]) == (what, [who] if who else [])
    assert (whole.headcount, whole.ends, whole.people, whole.topics) == (6, time(15, 30), (), ())
    assert whole.next_meeting is not None


def test_a_task_behind_another() -> None:
    whole = told("gt diabete hier 10h-12h, 5 présents, karim s'occupe du flyer, salle a reserver pour le 15, caf absente")
    assert [task.text for task in whole.actions] == ["s'occupe du flyer", "salle a reserver"]


@pytest.mark.parametrize(
    "said",
    [
        "forum le 12 mars, lieu à confirmer",
        "tour de table, prêts à démarrer",
        "bonne envie de continuer, difficile à organiser",
        "trop de choses à faire",
        "on a parlé du budget, du forum à monter, des affiches à refaire",
        "décisions : affiche validée, convention à signer par sophie, salle changée",
        "on décide un forum le 12 mars, lieu à confirmer",
        "prochaine date à caler",
        "sophie à relancer",
        "rien à signaler",
    ],
)
def test_no_task(said: str) -> None:
    assert told(f"gt diabete hier 14h-16h, 8 présents, {said}").actions == ()


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        (
            "compte rendu a faire par karim, fini a 15h30",
            {"ends": "15:30:00", "minutes": 90, "actions": ["Karim Haddad : compte rendu a faire"]},
        ),
        (
            "8 présents, relancer les mairies, caf excusée",
            {"headcount": 8, "people": ["CAF du Gard excusé"], "actions": [" : relancer les mairies"]},
        ),
    ],
)
def test_a_task_over_an_open_card(said: str, changed: dict[str, object]) -> None:
    assert changes(said, _OPEN) == changed


@pytest.mark.parametrize("said", ["cr du gt diabete", "les actions à faire", "le cr à envoyer ?"])
def test_minutes_are_still_asked_for(said: str) -> None:
    assert isinstance(say(said), AskMinutes)


@pytest.mark.parametrize("count", ["14 présents", "on était 14", "14 pers", "14 participants"])
@pytest.mark.parametrize("decided", ["budget adopté", "charte validée", "convention signée", "le logo est choisi"])
def test_how_many_were_there_is_no_part_of_what_was_decided(count: str, decided: str) -> None:
    (meeting,) = answer(f"{count}, {decided}", _OPEN).content.meetings
    assert (meeting.headcount, meeting.decisions) == (14, (decided,))


@pytest.mark.parametrize("said", ["charte validée par 14 présents", "budget de 14 personnes adopté"])
def test_a_number_inside_what_was_decided_stays_there(said: str) -> None:
    (meeting,) = answer(said, _OPEN).content.meetings
    assert (meeting.headcount, meeting.decisions) == (_OPEN.meetings[0].headcount, (said,))
