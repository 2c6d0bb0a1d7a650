"""A question while a card is open is a question; what only looks like one is a correction."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.agenda import AskAgenda
from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import AskMinutes, Command, CorrectDraft, FindPartner, Hearing
from bot.understanding.index import compile_index
from bot.understanding.reader import read
from tests.message_catalogue import NAMES, NOW

INDEX = compile_index(NAMES.vocabulary)
CARD = MeetingDraft(
    group_id=1, day=date(2026, 3, 10), starts=time(14), ends=time(16), minutes=120, headcount=12, decisions=("lancer l’enquête",)
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("tel de Sophie Martin", FindPartner),
        ("c’est quand le prochain Copil CLS ?", AskAgenda),
        ("le CR du dernier GT Nutrition", AskMinutes),
        ("prochaine réunion le 25 mars", CorrectDraft),
        ("enlève les décisions", CorrectDraft),
        ("non, c’était le Copil CLS", CorrectDraft),
        ("ajoute Sophie Martin", CorrectDraft),
    ],
)
def test_in_the_middle_of_a_card(words: str, kind: type) -> None:
    hearing = Hearing(now=NOW, author_id=1, draft=DraftContent(meetings=(CARD,)))
    assert type(read(words, hearing, INDEX)) is kind


@pytest.mark.parametrize(
    ("asked", "words", "kind"),
    [
        (Field.GROUP, "mes rappels", Command),
        (Field.DURATION, "agenda", Command),
        (Field.HEADCOUNT, "mes groupes", Command),
        (Field.GROUP, "la dame du CCAS d’Alès", FindPartner),
        (Field.DURATION, "le monsieur de la PMI", FindPartner),
        (Field.PEOPLE, "la dame du CCAS d’Alès", CorrectDraft),
        (Field.DECISIONS, "les groupes", CorrectDraft),
    ],
)
def test_in_the_middle_of_a_question(asked: Field, words: str, kind: type) -> None:
    hearing = Hearing(now=NOW, author_id=1, draft=DraftContent(meetings=(CARD,)), asked=asked)
    assert type(read(words, hearing, INDEX)) is kind
