"""Whether what is neither an answer nor a correction leaves the open card as it is: questions, small talk, a plain yes or no."""

from __future__ import annotations

import pytest

from bot.domain.agenda import AskAgenda
from bot.domain.drafts import DraftContent, Field
from bot.domain.requests import AskMinutes, CorrectDraft, FindPartner, NameGroup, NotForMe, SetReminder
from tests.understanding.cards import BLANK, CARD
from tests.understanding.territory import GROUPS, kept, say

QUESTIONS = (
    "quelles décisions a-t-on prises ?",
    "combien d'heures ce mois-ci ?",
    "combien d'heures ce mois-ci",
    "qui était là à la dernière réunion ?",
    "c'est quand la prochaine réunion ?",
    "où est la maison de la santé ?",
    "est-ce que tu as noté Karim ?",
    "tu sais combien on était lundi ?",
    "comment on corrige la date ?",
    "pourquoi tu demandes ça ?",
    "quel jour est le copil CLS",
    "on avait décidé quoi au GT Nutrition ?",
)
SMALL_TALK = (
    "bonjour, comment ça va ?",
    "bonjour",
    "tu es nul",
    "t'es bête",
    "je suis fatiguée",
    "attends",
    "attends une seconde",
    "je ne sais plus",
    "c'est long ton truc",
    "je comprends rien",
    "haha",
    "ça marche pas",
    "je te dis ça après",
)
ASKED = (
    None,
    Field.GROUP,
    Field.DAY,
    Field.DURATION,
    Field.HEADCOUNT,
    Field.PEOPLE,
    Field.PLACE,
    Field.DECISIONS,
    Field.ACTIONS,
    Field.NEXT_MEETING,
)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("said", QUESTIONS)
def test_a_question_is_no_answer(said: str, asked: Field | None) -> None:
    for card in (CARD, BLANK):
        assert isinstance(say(said, draft=card, asked=asked), NotForMe | AskMinutes | AskAgenda | FindPartner)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("said", SMALL_TALK)
def test_small_talk_is_no_answer(said: str, asked: Field | None) -> None:
    for card in (CARD, BLANK):
        assert isinstance(say(said, draft=card, asked=asked), NotForMe)


@pytest.mark.parametrize(
    "said",
    [
        "oui",
        "ok",
        "oui merci",
        "c'est bon",
        "c'est tout bon",
        "parfait",
        "valide",
        "enregistre",
        "vas-y enregistre",
        "tu peux enregistrer",
        "oui c'est ça",
        "nickel",
        "tout est juste",
        "je valide",
        "d'accord",
        "👍",
    ],
)
@pytest.mark.parametrize("asked", [None, Field.GROUP, Field.PEOPLE, Field.DECISIONS, Field.PLACE])
def test_a_plain_yes_keeps_nothing_and_changes_nothing(said: str, asked: Field | None) -> None:
    for card in (CARD, BLANK):
        assert say(said, draft=card, asked=asked) == NotForMe(reason="assent")


@pytest.mark.parametrize("said", ["non", "nan", "non non", "c'est pas ça", "non c'est faux", "ce n'est pas ça du tout"])
def test_a_plain_no_changes_nothing(said: str) -> None:
    assert say(said, draft=CARD) == NotForMe(reason="denial")


@pytest.mark.parametrize("said", ["non", "rien", "aucune", "pas de décision"])
def test_a_no_to_an_optional_question_is_an_answer(said: str) -> None:
    request = say(said, draft=CARD, asked=Field.DECISIONS)
    assert isinstance(request, CorrectDraft)
    assert request.content.meetings[0].decisions == ()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("GT Mobilité", "GT Mobilité"),
        ("c'est le GT Mobilité", "GT Mobilité"),
        ("la commission logement", "commission logement"),
        ("réseau des aidants", "réseau des aidants"),
        ("mobilité douce", "mobilité douce"),
        ("comité de quartier des Cévennes", "comité de quartier des Cévennes"),
        ("pour le collectif santé femmes", "collectif santé femmes"),
        ("Inter-CLS", "Inter-CLS"),
    ],
)
def test_a_plausible_name_of_a_new_group_is_heard(said: str, words: str) -> None:
    assert say(said, draft=BLANK, asked=Field.GROUP) == NameGroup(words=words)


@pytest.mark.parametrize(
    "said",
    [
        "je ne m'en souviens plus, il faut que je regarde dans mon agenda",
        "on en reparle demain",
        "il y avait du monde",
        "<b>coucou</b>",
        "12345",
        "!!!",
        "merci beaucoup",
        "c'est compliqué à expliquer mais disons que c'était entre nous et que ça a duré longtemps",
    ],
)
def test_what_is_no_name_names_no_group(said: str) -> None:
    assert isinstance(say(said, draft=BLANK, asked=Field.GROUP), NotForMe | CorrectDraft)


@pytest.mark.parametrize("said", ["c'est le GT Nutrition", "nutrition", "GT nutri", "le GT Nutrition ?", "le groupe nutrition"])
def test_a_known_group_answers(said: str) -> None:
    request = say(said, draft=BLANK, asked=Field.GROUP)
    assert isinstance(request, CorrectDraft)
    assert request.content.meetings[0].group_id == GROUPS["GT Nutrition"]


@pytest.mark.parametrize("said", ["rappelle-moi demain d'appeler la CAF", "fais-moi penser à relancer Sophie lundi"])
@pytest.mark.parametrize("card", [CARD, BLANK])
def test_a_reminder_is_no_correction(said: str, card: DraftContent) -> None:
    assert isinstance(say(said, draft=card), SetReminder)


@pytest.mark.parametrize("said", ["tel de la CAF", "numéro de Sophie Martin", "mail du CCAS", "coordonnées de Karim Benali"])
def test_somebody_looked_for_is_not_listed(said: str) -> None:
    assert isinstance(say(said, draft=CARD), FindPartner)


def test_a_card_that_lacks_something_takes_no_yes() -> None:
    assert say("oui", draft=kept("GT Nutrition ce matin"), asked=Field.DURATION) == NotForMe(reason="assent")
