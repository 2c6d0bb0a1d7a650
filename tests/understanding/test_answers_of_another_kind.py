"""Whether an answer of another kind than the open question is heard as what it is, and the question stays open."""

from __future__ import annotations

import pytest

from bot.domain.drafts import Field
from tests.understanding.cards import BLANK, answer, changes
from tests.understanding.territory import PLACES

ANDUZE = PLACES["Mairie d'Anduze"]
D8 = "2027-01-08 09:00:00"


@pytest.mark.parametrize(
    ("asked", "said", "found"),
    [
        (Field.PLACE, "le 8 janvier 9h", {"next_meeting": D8}),
        (Field.PLACE, "la prochaine le 8 janvier à 9h", {"next_meeting": D8}),
        (Field.PLACE, "c'était lundi", {"day": "2026-12-07"}),
        (Field.PLACE, "14h-16h", {"starts": "14:00:00", "ends": "16:00:00", "minutes": 120}),
        (Field.PLACE, "12 personnes", {"headcount": 12}),
        (Field.PLACE, "on était 12", {"headcount": 12}),
        (Field.PLACE, "Sophie Martin", {"people": ["Sophie Martin"]}),
        (Field.PLACE, "Sophie Martin relance la CAF pour le 15", {"actions": ["Sophie Martin : relance la CAF (2026-12-15)"]}),
        (Field.PLACE, "on a décidé de lancer l'enquête", {"decisions": ["lancer l'enquête"]}),
        (Field.PEOPLE, "Sophie Martin rédige le courrier pour vendredi", {"actions": ["Sophie Martin : rédige le courrier (2026-12-11)"]}),
        (Field.PEOPLE, "je réserve la salle", {"actions": ["Claire Fontaine : réserve la salle"]}),
        (Field.PEOPLE, "à la mairie d'Anduze", {"place_id": ANDUZE, "place_said": "mairie d'Anduze", "commune": "Anduze"}),
        (Field.PEOPLE, "le 8 janvier 9h", {"next_meeting": D8}),
        (Field.PEOPLE, "on a décidé de lancer l'enquête", {"decisions": ["lancer l'enquête"]}),
        (Field.HEADCOUNT, "Sophie Martin rédige le courrier", {"actions": ["Sophie Martin : rédige le courrier"]}),
        (Field.DECISIONS, "Sophie Martin rédige le courrier", {"actions": ["Sophie Martin : rédige le courrier"]}),
        (Field.DECISIONS, "la prochaine c'est le 8 janvier à 9h", {"next_meeting": D8}),
        (Field.DECISIONS, "on était 12", {"headcount": 12}),
        (Field.DECISIONS, "excusée : PMI", {"people": ["Protection maternelle et infantile d'Alès excusé"]}),
        (Field.ACTIONS, "le 8 janvier à 9h", {"next_meeting": D8}),
        (Field.ACTIONS, "on a décidé de lancer l'enquête", {"decisions": ["lancer l'enquête"]}),
        (Field.ACTIONS, "on était 12", {"headcount": 12}),
        (Field.NEXT_MEETING, "Sophie Martin relance la CAF pour le 15", {"actions": ["Sophie Martin : relance la CAF (2026-12-15)"]}),
        (Field.NEXT_MEETING, "on était 12", {"headcount": 12}),
        (Field.NEXT_MEETING, "on a décidé de lancer l'enquête", {"decisions": ["lancer l'enquête"]}),
        (Field.DAY, "14h-16h", {"starts": "14:00:00", "ends": "16:00:00", "minutes": 120}),
        (Field.DURATION, "12 présents", {"headcount": 12}),
        (Field.DURATION, "hier", {"day": "2026-12-08"}),
    ],
)  # fmt: skip
def test_an_answer_of_another_kind_is_heard_as_what_it_is(asked: Field, said: str, found: dict[str, object]) -> None:
    assert changes(said, BLANK, asked=asked) == found
    assert asked not in answer(said, BLANK, asked=asked).changed


@pytest.mark.parametrize(
    ("asked", "said", "found"),
    [
        (Field.DURATION, "14-16", {"starts": "14:00:00", "ends": "16:00:00", "minutes": 120}),
        (Field.DURATION, "14/16", {"starts": "14:00:00", "ends": "16:00:00", "minutes": 120}),
        (Field.DURATION, "14 à 16", {"starts": "14:00:00", "ends": "16:00:00", "minutes": 120}),
        (Field.DURATION, "9-12", {"starts": "09:00:00", "ends": "12:00:00", "minutes": 180}),
        (Field.DURATION, "9 12", {"starts": "09:00:00", "ends": "12:00:00", "minutes": 180}),
        (Field.DURATION, "de 9 à 12", {"starts": "09:00:00", "ends": "12:00:00", "minutes": 180}),
        (Field.DURATION, "90", {"minutes": 90}),
        (Field.DURATION, "2", {"minutes": 120}),
        (Field.DURATION, "une heure et demie", {"minutes": 90}),
        (Field.PEOPLE, "Sophie Martin et Karim Benali", {"people": ["Sophie Martin", "Karim Benali"]}),
        (Field.PEOPLE, "12 présents dont Sophie Martin", {"headcount": 12, "people": ["Sophie Martin"]}),
        (Field.PLACE, "chez Paulette", {"place_said": "chez Paulette"}),
        (Field.PLACE, "salle 204", {"place_said": "salle 204"}),
        (Field.PLACE, "local des jeunes", {"place_said": "local des jeunes"}),
        (Field.PLACE, "12 rue de la République", {"place_said": "12 rue de la République"}),
        (
            Field.PLACE,
            "à la mairie d'Anduze, on était 12",
            {"place_id": ANDUZE, "place_said": "mairie d'Anduze", "commune": "Anduze", "headcount": 12},
        ),
        (Field.DECISIONS, "lancer l'enquête\nimprimer le flyer", {"decisions": ["lancer l'enquête", "imprimer le flyer"]}),
        (Field.DECISIONS, "la PMI organise un atelier en mars", {"decisions": ["la PMI organise un atelier en mars"]}),
        (
            Field.DECISIONS,
            "lancer l'enquête\nSophie Martin relance la CAF pour le 15",
            {"decisions": ["lancer l'enquête"], "actions": ["Sophie Martin : relance la CAF (2026-12-15)"]},
        ),
        (Field.ACTIONS, "relancer la CAF pour le 15", {"actions": [" : relancer la CAF (2026-12-15)"]}),
        (Field.NEXT_MEETING, "le 8 janvier à 9h", {"next_meeting": D8}),
        (Field.NEXT_MEETING, "le 8 janvier à 9h à la mairie d'Anduze", {"next_meeting": f"{D8} mairie d'Anduze"}),
    ],
)  # fmt: skip
def test_an_answer_of_the_right_kind_still_answers(asked: Field, said: str, found: dict[str, object]) -> None:
    assert changes(said, BLANK, asked=asked) == found
    assert asked in answer(said, BLANK, asked=asked).changed


def test_removing_somebody_while_names_are_asked_lists_nobody() -> None:
    heard = answer("retire Ahmed", BLANK, asked=Field.PEOPLE)
    assert (heard.changed, heard.not_found, heard.content) == ((), ("Ahmed",), BLANK)
