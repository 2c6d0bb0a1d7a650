"""What is asked of kept reminders in words, and what speaks of a reminder without asking anything of those that are kept."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.reminder_orders import OrderReminder, ReminderDeed
from bot.domain.requests import KeepContent, SetReminder
from tests.understanding.territory import kept, say

DROP, MOVE = ReminderDeed.DROP, ReminderDeed.MOVE


def order(deed: ReminderDeed, said: str = "", *words: str, **more: object) -> OrderReminder:
    return OrderReminder(deed=deed, said=said, words=words, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("supprime le rappel de la caf", order(DROP, "caf", "caf")),
        ("Annule le rappel point agenda", order(DROP, "point agenda", "point", "agenda")),
        ("peux tu enlever mon pense-bête courses stp", order(DROP, "courses", "courses")),
        ("plus besoin de me rappeler la caf", order(DROP, "caf", "caf")),
        ("le rappel de la caf, tu peux le supprimer", order(DROP, "caf", "caf")),
        ("supprime tous mes rappels", order(DROP, every=True)),
        ("arrete les rappels", order(DROP, every=True)),
        ("annule le rappel", order(DROP)),
        ("supprime le rappel n°3", order(DROP, "3", rank=3)),
        ("arrête le rappel du lundi", order(DROP, "lundi", timed=("lundi",), weekday=1)),
        ("arrete le rappel de tous les jours", order(DROP, "tous les jours", timed=("tous", "jours"), again=True)),
        ("vire le rappel du 12 à 9h", order(DROP, "12 à 9h", timed=("12", "9", "h"), day=date(2026, 12, 12), at=time(9))),
        ("décale le rappel relance la caf à vendredi 10h", order(MOVE, "relance la caf", "relance", "caf", moment="vendredi 10h")),
        ("décale le rappel caf demain", order(MOVE, "caf", "caf", moment="demain")),
        ("décale le rappel de lundi à mardi", order(MOVE, "lundi", timed=("lundi",), weekday=1, moment="mardi")),
        ("change l'heure du rappel de la caf : 15h", order(MOVE, "caf", "caf", moment="15h")),
        ("le rappel de la caf passe à vendredi 10h", order(MOVE, "caf", "caf", moment="vendredi 10h")),
        ("le rappel de la caf finalement vendredi 10h", order(MOVE, "caf", "caf", moment="vendredi 10h")),
        ("le rappel de la caf en fait c vendredi", order(MOVE, "caf", "caf", moment="vendredi")),
        ("repousse le rappel de la caf d'une semaine", order(MOVE, "caf", "caf", shift=7 * 24 * 60)),
        ("avance le rappel caf d'1 heure", order(MOVE, "caf", "caf", shift=-60)),
        ("repousse le rappel", order(MOVE)),
    ],
)
def test_which_one_and_what_becomes_of_it(said: str, expected: OrderReminder) -> None:
    assert say(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "mets un rappel vendredi 10h d'appeler la caf",
        "rappelle-moi de supprimer le rappel automatique vendredi",
        "rappelle moi vendredi d'annuler la salle",
        "programme un rappel lundi 9h : annuler le buffet",
    ],
)
def test_what_asks_for_a_new_one(said: str) -> None:
    assert isinstance(say(said), SetReminder)


def test_when_not_to_be_written_to_is_no_order() -> None:
    assert not isinstance(say("plus de rappels automatiques le week-end"), OrderReminder)
    assert not isinstance(say("me rappelle plus tard d'appeler la caf"), OrderReminder)


def test_what_tells_a_meeting() -> None:
    assert isinstance(say("GT Diabète hier 14h-16h, 12 présents, on a supprimé le rappel de la caf"), KeepContent)
    assert not isinstance(say("annule la réunion de jeudi"), OrderReminder)


def test_a_reminder_among_what_was_said_is_the_cards() -> None:
    card = kept("GT Diabète hier 14h-16h, 12 présents. Sujets : rappel du contexte, bilan")
    assert not isinstance(say("enlève le rappel du contexte", draft=card), OrderReminder)
    assert isinstance(say("supprime le rappel de la caf", draft=kept("GT Diabète hier 14h-16h, 12 présents")), OrderReminder)


def test_an_answer_to_what_was_decided_is_no_order() -> None:
    card = DraftContent(meetings=(MeetingDraft(title="GT Diabète"),))
    assert not isinstance(say("supprimer les rappels SMS", draft=card, asked=Field.DECISIONS), OrderReminder)
