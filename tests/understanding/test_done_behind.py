"""What is done already, told with a comma only behind a task or a decision: it ends them. What belongs to the task stays."""

from __future__ import annotations

import pytest

from tests.understanding.cards import changes
from tests.understanding.test_facts_behind import _OPEN, told

_HEAD = "gt diabete hier 14h-16h, 8 présents, "


def tasks(words: str) -> list[tuple[str, str | None]]:
    """What is to be done, and for when as it was said."""
    return [(task.text, task.due_said) for task in told(_HEAD + words).actions]


@pytest.mark.parametrize(
    "done",
    [
        "budget validé le 12, local trouvé pour janvier",
        "budget valide le 12, local trouve pour janvier",
        "affiches commandées, devis reçu",
        "200 flyers imprimés",
        "les affiches sont arrivées, rien de prévu en janvier, questionnaire rendu le 3",
        "la convention a été signée fin mars",
        "on a reçu le devis",
        "budget validé par la caf",
        "salle trouvée et bus commandé",
        "questionnaires toujours pas reçus",
        "flyers prêts",
        "on attend le devis",
        "on a pas eu le temps de voir le logo",
        "il manque 200 euros",
        "le forum aura lieu le 12 mars",
    ],
)
@pytest.mark.parametrize("sign", [", ", " - ", " / "])
def test_what_is_done_ends_a_task(sign: str, done: str) -> None:
    meeting = told(f"{_HEAD}karim contacte la croix rouge{sign}{done}")
    assert [(task.text, task.due_said) for task in meeting.actions] == [("contacte la croix rouge", None)]
    assert {*meeting.decisions, *meeting.topics} == {*done.split(", ")}


def test_what_is_done_ends_a_decision() -> None:
    meeting = told(_HEAD + "on garde l'affiche, budget validé, local trouvé pour janvier, convention à signer par sophie avant noel")
    assert (meeting.decisions, meeting.topics) == (("on garde l'affiche", "budget validé"), ("local trouvé pour janvier",))
    assert [task.text for task in meeting.actions] == ["convention à signer"]
    assert told(_HEAD + "décisions : affiche validée, local trouvé, bus annulé").decisions == ("affiche validée, local trouvé, bus annulé",)


def test_the_next_task_and_the_term_before_it_are_kept() -> None:
    assert tasks("karim relance la mairie avant le 12, devis reçu, sophie reserve la salle pour le 15") == [
        ("relance la mairie", "avant le 12"),
        ("reserve la salle", "pour le 15"),
    ]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("karim contacte la croix rouge, association basée à Alès, avant le 12", "avant le 12"),
        ("karim contacte la croix rouge, budget validé, avant le 12", "avant le 12"),
        ("karim apporte badges, flyers imprimés et affiches", None),
        ("karim envoie le planning, le budget validé et la liste", None),
        ("karim relit le guide, version envoyée par sophie", None),
        ("karim relance les mairies, une fois le budget validé", None),
        ("karim relance les mairies, avec le budget voté", None),
        ("karim envoie le flyer, l'asso réserve la salle", None),
        ("karim envoie le flyer, le programme et la trame", None),
        ("karim relit la fiche 50-54 ans actée", None),
        ("karim écrit au rectorat, pas de date fixée pour l'instant", None),
    ],
)
def test_what_belongs_to_the_task_stays(words: str, due: str | None) -> None:
    (task,) = tasks(words)
    assert task[1] == due
    assert told(_HEAD + words).topics == ()
    assert task[0].startswith(words.split(", avant le 12")[0].removeprefix("karim "))


def test_what_is_done_is_said_behind_the_facts_too() -> None:
    assert told(_HEAD + "local trouvé pour janvier").topics == ("local trouvé pour janvier",)


@pytest.mark.parametrize("words", ["3 stands prévus", "on a fini à 15h30", "les 5 jeunes sont partis à 15h", "diabète au programme"])
def test_what_tells_of_the_meeting_itself_is_not_said(words: str) -> None:
    assert words not in told(_HEAD + words).topics


def test_over_an_open_card() -> None:
    assert changes("karim contacte la croix rouge, budget validé le 12, local trouvé pour janvier", _OPEN) == {
        "decisions": ["budget validé le 12"],
        "actions": ["Karim Haddad : contacte la croix rouge"],
        "topics": ["local trouvé pour janvier"],
    }
