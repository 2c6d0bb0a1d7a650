"""The first day: nobody, no structure, no place and no group is known, and nothing that is told may be lost for it."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DraftContent, Field, Gap, MeetingDraft
from bot.domain.requests import CorrectDraft, Hearing, KeepContent
from bot.domain.shared_groups import shared
from bot.domain.vocabulary import PersonWords, Vocabulary
from bot.understanding.index import compile_index
from bot.understanding.reader import read

INDEX = compile_index(
    Vocabulary(
        version=1,
        people=(PersonWords(id=1, first_name="Claire", last_name="Fontaine"),),
        communes=("Alès", "Anduze", "Bessèges", "Cendras", "Salindres"),
    )
)
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))  # a Sunday


def told(words: str, draft: DraftContent | None = None, *, asked: Field | None = None) -> DraftContent:
    """The card that a message makes or corrects."""
    request = read(words, Hearing(now=NOW, author_id=1, draft=draft, asked=asked), INDEX)
    assert isinstance(request, KeepContent | CorrectDraft)
    return request.content


def meeting(words: str) -> MeetingDraft:
    """The one meeting that a message tells."""
    return told(words).meetings[0]


def people(of: MeetingDraft) -> list[str]:
    """Its list, a line each: « Sophie Martin <CCAS> », « 2 CCAS <CCAS> excusé »."""
    return [
        (f"{p.count} " if p.count > 1 else "")
        + (p.said or "?")
        + (f" <{p.structure_said}>" if p.structure_said else "")
        + ("" if p.state is AttendanceState.PRESENT else f" {p.state.value}")
        + (f" par {p.represented_by}" if p.represented_by else "")
        for p in of.people
    ]


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Sophie Martin (CCAS)", ["Sophie Martin <CCAS>"]),
        ("Karim Benali de la Mission locale et Sonia Haddad", ["Karim Benali <Mission locale>", "Sonia Haddad"]),
        ("Sonia Haddad, du CSAPA, et Tom Rey", ["Sonia Haddad <CSAPA>", "Tom Rey"]),
        ("2 pers du CCAS et 3 habitants", ["2 CCAS <CCAS>", "3 habitants"]),
        ("Dr Lopez (MSP d'Anduze)", ["Dr Lopez <MSP d'Anduze>"]),
        ("Sophie Martin CCAS, Luc MOREL et Mme Garcia CAF", ["Sophie Martin <CCAS>", "Luc MOREL", "Mme Garcia <CAF>"]),
        ("le CCAS (Sophie Martin), la CAF (Paul Roux et Anne Noël)", ["Sophie Martin <CCAS>", "Paul Roux <CAF>", "Anne Noël <CAF>"]),
        ("Fatou Diallo - Croix-Rouge et Luc Morel - CCAS Bessèges", ["Fatou Diallo <Croix-Rouge>", "Luc Morel <CCAS Bessèges>"]),
        ("Paul Roux élu d'Anduze, Anne Noël, directrice du CCAS", ["Paul Roux <élu d'Anduze>", "Anne Noël <directrice du CCAS>"]),
        ("l'élue Mme Gomez et la pharmacienne Mme Roche", ["Mme Gomez <élue>", "Mme Roche <pharmacienne>"]),
        ("Mmes Roux et Gomez (CPAM), M. Haddad", ["Mme Roux <CPAM>", "Mme Gomez <CPAM>", "M. Haddad"]),
        ("Sophie Martin et 2 personnes du Secours populaire", ["Sophie Martin", "2 Secours populaire <Secours populaire>"]),
        ("Tom Rey du collège Jean Moulin", ["Tom Rey <collège Jean Moulin>"]),
        ("2 pers du CCAS, Dr Lopez (MSP), Mme Roux", ["2 CCAS <CCAS>", "Dr Lopez <MSP>", "Mme Roux"]),
    ],
)
def test_the_structure_stays_with_whoever_came_for_it(words: str, listed: list[str]) -> None:
    read_as = meeting(f"GT Nutrition hier 14h-16h, présents : {words}")
    assert people(read_as) == listed
    assert (read_as.headcount, read_as.place_said) == (None, None)


def test_lists_of_lines_and_of_semicolons_say_the_same() -> None:
    listed = ["Sophie Martin <CCAS>", "Karim Benali <Mission locale>", "Sonia Haddad <CSAPA>"]
    told_in_lines = "GT Ados hier 14h-16h\nPrésents :\n- Sophie Martin, CCAS\n- Karim Benali - Mission locale\n- Sonia Haddad (CSAPA)"
    assert people(meeting(told_in_lines)) == listed
    parted = "GT Ados hier 14h-16h. Présents : Sophie Martin, CCAS ; Karim Benali, Mission locale ; Sonia Haddad, CSAPA"
    assert people(meeting(parted)) == listed
    assert meeting(parted).topics == ()


def test_a_dictated_list_is_cut_between_its_names() -> None:
    dictated = (
        "on vient de finir le gt ados 14h 15h45 au lycée jean baptiste dumas il y avait sonia haddad du csapa l'infirmière scolaire "
        "deux éducateurs de prévention et moi on a décidé de faire une expo photo sonia demande un devis pour le 5 décembre"
    )
    read_as = meeting(dictated)
    assert people(read_as) == ["sonia haddad <csapa>", "infirmière scolaire", "2 éducateurs de prévention"]
    assert read_as.decisions == ("faire une expo photo",)
    assert [(a.text, a.bearers[0].said, a.due) for a in read_as.actions] == [("demande un devis", "sonia", date(2026, 12, 5))]


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("Sophie Martin, Karim Roux et 3 habitants présents au GT Santé hier 14h-16h", ["Sophie Martin", "Karim Roux", "3 habitants"]),
        ("Nadia Belkacem (PMI) et Tom Rey étaient au copil santé mentale vendredi 14h-17h", ["Nadia Belkacem <PMI>", "Tom Rey"]),
        ("sonia haddad était au gt nutrition hier 14h-16h avec le ccas", ["sonia haddad", "ccas"]),
        ("Sophie Martin, la CAF et Karim Roux étaient au GT Nutrition hier 14h-16h", ["Sophie Martin", "CAF", "Karim Roux"]),
        ("GT Nutrition hier 14h-16h. Sophie Martin et Karim Benali présents, PMI excusée", ["Sophie Martin", "Karim Benali", "PMI excusé"]),
        ("GT habitat hier 14h-15h30, 4 présents : l'ADIL, la mairie de Salindres et moi", ["ADIL", "mairie de Salindres"]),
        ("GT Ados hier 14h-16h. Représentée : la PMI par Mme Roux. Excusée l'ASE", ["Mme Roux <PMI>", "ASE excusé"]),
    ],
)
def test_whoever_is_told_before_or_behind_is_listed(words: str, listed: list[str]) -> None:
    assert people(meeting(words)) == listed


def test_a_hat_named_first_is_no_activity() -> None:
    read_as = told("Atelier santé ville, réunion du groupe nutrition mardi dernier 2h, présents : Sophie Martin, Karim Benali")
    assert read_as.hours == ()
    assert [(m.title, m.day, m.minutes) for m in read_as.meetings] == [("groupe nutrition", date(2026, 11, 17), 120)]
    length = told("2h de réunion du GT nutrition mardi, 6 présents")
    assert (length.meetings[0].minutes, length.meetings[0].headcount, length.hours) == (120, 6, ())


@pytest.mark.parametrize("subject", ["violences intrafamiliales", "Obésité", "Alzheimer", "Handicap", "Suicide"])
def test_a_group_may_bear_a_sensitive_word(subject: str) -> None:
    read_as = meeting(f"GT {subject} hier de 9h à 10h30 avec Mme Ruiz (CIDFF) et Paul Roux")
    assert (read_as.title, read_as.starts, people(read_as)) == (f"GT {subject}", time(9), ["Mme Ruiz <CIDFF>", "Paul Roux"])
    assert not told(f"GT {subject} hier de 9h à 10h30 avec Paul Roux").privacy_warning


def test_what_was_spoken_of_among_strangers_is_no_patient() -> None:
    open_talk = told("GT Nutrition hier 14h-16h avec Sophie Martin et Karim Benali, on a parlé d'obésité")
    assert (open_talk.meetings[0].topics, open_talk.privacy_warning) == (("obésité",), False)
    assert told("GT Nutrition hier 14h-16h avec Sophie Martin. On a parlé de Kevin, schizophrène").privacy_warning


def test_what_somebody_told_among_the_facts_is_kept() -> None:
    assert meeting("GT ados hier 9h-10h30 avec Mme Ruiz, la diététicienne du CH a présenté l'étude").topics == (
        "la diététicienne du CH a présenté l'étude",
    )


def test_hours_beside_are_those_of_each() -> None:
    read_as = told("GT Nutrition hier 14h-16h, 5 présents. 1h de route pour moi et 3h de rédaction pour Sophie Martin")
    assert [(h.minutes, h.person_said, h.group_said) for h in read_as.hours] == [
        (60, None, "GT Nutrition"),
        (180, "Sophie Martin", "GT Nutrition"),
    ]


def test_one_answer_on_the_group_fills_the_hours_beside() -> None:
    card = told("hier 14h-16h réunion, 5 présents, et 2h de préparation lundi")
    gap = Gap(field=Field.GROUP, meeting=0)
    answered = DraftContent(meetings=(MeetingDraft(group_id=7),), hours=card.hours)
    assert [h.group_id for h in shared(card, gap, answered).hours] == [7]


CARD = told(
    "GT Nutrition hier 14h-16h, 12 présents dont Sophie Martin (CCAS), Sonia Haddad du CSAPA et 2 pers du CCAS. Sophie relance la CAF"
)


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("ajoute Tom Rey de l'UDAF", ["Sophie Martin <CCAS>", "Sonia Haddad <CSAPA>", "2 CCAS <CCAS>", "Tom Rey <UDAF>"]),
        ("Sonia Haddad c'est la CAF", ["Sophie Martin <CCAS>", "Sonia Haddad <CAF>", "2 CCAS <CCAS>"]),
        ("Sonia est de la Mission locale", ["Sophie Martin <CCAS>", "Sonia Haddad <Mission locale>", "2 CCAS <CCAS>"]),
        ("enlève les 2 du CCAS", ["Sophie Martin <CCAS>", "Sonia Haddad <CSAPA>"]),
        ("enlève Sonia", ["Sophie Martin <CCAS>", "2 CCAS <CCAS>"]),
        ("en fait Sophie Martin était excusée", ["Sophie Martin <CCAS> excusé", "Sonia Haddad <CSAPA>", "2 CCAS <CCAS>"]),
        ("Karim Roux de l'ARS était là aussi", ["Sophie Martin <CCAS>", "Sonia Haddad <CSAPA>", "2 CCAS <CCAS>", "Karim Roux <ARS>"]),
    ],
)
def test_the_list_is_corrected_with_its_structures(words: str, listed: list[str]) -> None:
    assert people(told(words, CARD).meetings[0]) == listed


def test_who_does_the_action_is_corrected_and_no_other_made_up() -> None:
    corrected = told("l'action c'est Sonia qui la fait", CARD).meetings[0]
    assert [(a.text, [b.said for b in a.bearers]) for a in corrected.actions] == [("relance la CAF", ["Sonia"])]
