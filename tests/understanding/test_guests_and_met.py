"""Guests told by what they are, people met, taken up or replaced: in words that no list of the lexicon holds, and what is nobody."""

from __future__ import annotations

import pytest

from bot.domain.drafts import MeetingDraft
from tests.understanding.cards import NAMES
from tests.understanding.territory import kept

_HEAD = "GT Précarité hier 14h-16h"


def _people(meeting: MeetingDraft) -> list[tuple[str, int, str]]:
    return [(NAMES[p.person_id] if p.person_id else p.said or "structure", p.count, p.state.value) for p in meeting.people]


def _guests(words: str) -> list[tuple[str, int]]:
    """The guests told beside Samira, who is always there."""
    meeting = kept(f"{_HEAD}{words}").meetings[0]
    return [(p.said or "structure", p.count) for p in meeting.people if p.person_id is None]


@pytest.mark.parametrize(
    ("words", "guests"),
    [
        (" avec Samira et 2 doulas", [("doulas", 2)]),
        (", Samira et deux coiffeuses", [("coiffeuses", 2)]),
        (", Samira, 2 maraîchers, 3 éleveurs bio", [("maraîchers", 2), ("éleveurs bio", 3)]),
        (", 12 présents dont 4 adultes-relais et Samira", [("adultes-relais", 4)]),
        (", 14 pers dont 9 futures mamans. Samira a animé", [("futures mamans", 9)]),
        (" : Samira et 3 souffleurs de verre", [("souffleurs de verre", 3)]),
        (", Samira + 7 étudiants en santé", [("étudiants en santé", 7)]),
        (" avec Samira, 4 internes en psychiatrie et 2 externes", [("internes en psychiatrie", 4), ("externes", 2)]),
        (" avec Samira + notre stagiaire infirmière", [("stagiaire infirmière", 1)]),
        (" : Samira, mon apprentie et leur alternante", [("apprentie", 1), ("alternante", 1)]),
        (" : Samira et notre service civique", [("service civique", 1)]),
        (" : Samira. J'oubliais le podologue", [("podologue", 1)]),
        (" : Samira et Bastien Roumégas du 115", [("Bastien Roumégas", 1)]),
        (", Samira (qui a dû filer à 15h) et Bastien Roumégas", [("Bastien Roumégas", 1)]),
    ],
)
def test_a_guest_is_known_by_the_form_of_what_she_is_called(words: str, guests: list[tuple[str, int]]) -> None:
    assert _guests(words) == guests


@pytest.mark.parametrize(
    "words",
    [
        " avec Samira, 2 sujets, 3 points",
        " avec Samira, 3 dossiers étudiés et deux demandes",
        " avec Samira. 2 ordinateurs à récupérer. 3 devis reçus",
        " avec Samira et 2 tablettes",
        " avec Samira, notre convention",
        " : Samira. J'ai oublié la clé USB là-bas",
        " : Samira. J'oubliais : prochaine réunion le 12 janvier",
        " : Samira et votre serviteur",
        " : Samira. On a vu le bilan avec attention",
        " : Samira. Convention de partenariat GEM / hôpital signée",
    ],
)
def test_a_thing_is_no_guest(words: str) -> None:
    assert _guests(words) == []


def test_people_of_a_house_that_nobody_knows_are_of_that_house() -> None:
    people = kept(f"{_HEAD} : Samira et deux maraudeurs de la croix rouge, 3 du planning familial").meetings[0].people[1:]
    told = [(p.said, p.structure_said, p.count) for p in people]
    assert told == [("maraudeurs", "croix rouge", 2), ("planning familial", "planning familial", 3)]


@pytest.mark.parametrize(
    ("message", "people"),
    [
        ("on a vu la directrice avec Fatima Zeroual hier 14h-15h, on était trois", ["directrice", "Fatima Zeroual"]),
        ("ce matin 9h-10h on a vu le proviseur avec Sylvie, au lycée", ["proviseur", "Sylvie Meunier"]),
        ("hier 14h-15h j'ai rencontré la présidente du club avec Zoé", ["présidente du club", "Zoé Renard"]),
        ("hier de 15h à 16h rencontre avec deux pompiers à Atome", ["pompiers"]),
    ],
)
def test_whoever_was_met_was_there(message: str, people: list[str]) -> None:
    assert [name for name, _, _ in _people(kept(message).meetings[0])] == people


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("\nN. Roux, C. Laurent\nExc. L. Fabre et D. Roche", {"Laurent Fabre": "excusé", "Denis Roche": "excusé"}),
        ("\nN. Roux, C. Laurent\nabs. L. Fabre", {"Laurent Fabre": "absent"}),
        (", C. Laurent, N. Roux exc. On a parlé du bilan", {"Nathalie Roux": "excusé"}),
        (" avec Samira et Camille Jacquet qui remplaçait Bruno Tessier excusé on a parlé du portage", {"Bruno Tessier": "excusé"}),
        (", Samira remplaçait Sophie Martin absente", {"Sophie Martin": "absent"}),
        (", Samira, laurent fabre arrivé à 14h45, zoé partie à 15h", {}),
    ],
)
def test_who_was_away_is_told_in_any_place(words: str, people: dict[str, str]) -> None:
    told = {name: state for name, _, state in _people(kept(f"{_HEAD}{words}").meetings[0]) if state != "présent"}
    assert told == people


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (" au cabinet du dr simon a anduze, bruno camille lui et moi", ["Bruno Tessier", "Camille Jacquet", "Pierre Simon"]),
        (" chez le dr simon, lui et moi", ["Pierre Simon"]),
        (" au bureau de Monique Serre, Bruno, elle et moi", ["Bruno Tessier", "Monique Serre"]),
        (" avec Bruno, lui et moi", ["Bruno Tessier"]),
        (", damien, laurent fabre arrivé à 14h45", ["Damien Leroux", "Laurent Fabre"]),
        (", damien. Mehdi arrive en septembre", ["Damien Leroux"]),
    ],
)
def test_a_pronoun_and_who_came_late_are_listed(words: str, people: list[str]) -> None:
    assert [name for name, _, _ in _people(kept(f"GT Soins palliatifs hier 15h-16h30{words}").meetings[0])] == people


@pytest.mark.parametrize(
    ("message", "hours"),
    [
        (
            "GT Santé env lundi 10h-12h avec Gilles Rey ; puis aujourd'hui de 15h à 16h rencontre avec deux pompiers à Atome",
            ["10:00-12:00", "15:00-16:00"],
        ),
        ("Hier GT Nutrition 9h-11h avec Aurélie. Puis rendez-vous avec deux éducatrices de 14h à 15h", ["09:00-11:00", "14:00-15:00"]),
        ("GT Nutrition hier 10h-12h avec Aurélie puis point avec la CAF", ["10:00-12:00"]),
        ("GT Nutrition hier 10h-12h avec Aurélie. On a proposé une rencontre avec les élus de 14h à 15h", ["10:00-12:00"]),
    ],
)
def test_a_second_meeting_needs_no_group_but_hours(message: str, hours: list[str]) -> None:
    told = kept(message).meetings
    assert [f"{m.starts:%H:%M}-{m.ends:%H:%M}" for m in told if m.starts and m.ends] == hours


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("vu la directrice du super u hier 11h-11h45", "rencontre avec la directrice du super u"),
        ("j'ai vu Gilles Rey et Zoé Renard à la maison de la santé hier 14h-15h", "rencontre avec Gilles Rey et Zoé Renard"),
        ("j'ai vu la patiente enceinte de Mme Roux sous méthadone hier 11h-11h45", None),
        ("vu la dame battue hier 11h-11h45", None),
    ],
)
def test_a_meeting_with_somebody_is_called_by_whom_one_met_unless_it_may_be_a_patient(words: str, title: str | None) -> None:
    assert kept(words).meetings[0].title == title
