"""Whether the reader hears what changes in the directory, and only that."""

from __future__ import annotations

import pytest

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import ChangeSheet, UpdateAttendance
from bot.understanding.sheet_words import e164
from tests.understanding.sheet_phrases import NOT_SHEETS, PHRASES
from tests.understanding.sheet_reading import read_as
from tests.understanding.territory import NOW, say

CARD = DraftContent(meetings=(MeetingDraft(author_id=1, group_id=1, day=NOW.date(), minutes=120, headcount=5),))


@pytest.mark.parametrize(("text", "meant"), PHRASES, ids=[text for text, _ in PHRASES])
def test_a_sentence_about_a_sheet(text: str, meant: dict[str, str]) -> None:
    assert read_as(text) == meant


@pytest.mark.parametrize("text", NOT_SHEETS)
def test_what_is_said_of_a_meeting_or_asked_changes_no_sheet(text: str) -> None:
    assert read_as(text) == {}


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Karim Benali est parti", False),
        ("Karim Benali est parti à 16h", False),
        ("Lucie Arnaud remplace Karim Benali", False),
        ("Karim Benali a été prévenu", False),
        ("Karim Benali est parti à la retraite", True),
        ("Karim Benali est parti, c'est Sonia Haddad qui le remplace", True),
        ("nouveau numéro de Sophie Martin 06 39 98 01 02", True),
    ],
)
def test_over_an_open_card_more_must_be_said(text: str, heard: bool) -> None:
    assert isinstance(say(text, draft=CARD), ChangeSheet) is heard


def test_an_answer_to_a_question_of_the_card_is_no_new_function() -> None:
    assert not isinstance(say("Sophie Martin devient référente diabète", draft=CARD, asked=Field.DECISIONS), ChangeSheet)
    assert isinstance(say("Sophie Martin devient référente diabète"), ChangeSheet)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("06 39 98 01 02", "+33639980102"),
        ("06.39.98.01.02", "+33639980102"),
        ("+33 6 39 98 01 02", "+33639980102"),
        ("+33 (0)6 39 98 01 02", "+33639980102"),
        ("0033 6 39 98 01 02", "+33639980102"),
        ("+32 470 12 34 56", "+32470123456"),
    ],
)
def test_a_phone_is_kept_in_its_international_form(typed: str, kept: str) -> None:
    assert e164(typed) == kept


@pytest.mark.parametrize("text", ["corrige l'adresse de la mission locale : 12 rue de la paix", "corrige l'adresse de la mission locale"])
def test_what_is_wrong_in_the_directory_changes_no_meeting(text: str) -> None:
    assert not isinstance(say(text), UpdateAttendance)
