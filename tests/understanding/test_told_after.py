"""What answers « a-t-elle eu lieu ? » in words, and what said after it tells that meeting or is something else."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.drafts import DraftContent, Field, MeetingDraft
from bot.domain.requests import Hearing
from bot.understanding.after_meetings import (
    Answer,
    Said,
    When,
    corrects,
    numbered,
    of_both,
    pieces,
    read_answer,
    read_new_day,
    refuses,
    takes_back,
)
from bot.understanding.closing_requests import without_promise
from bot.understanding.told_after import read_told
from tests.understanding.territory import GROUPS, INDEX, NOW, PEOPLE

ASKED = DraftContent(
    meetings=(
        MeetingDraft(
            author_id=PEOPLE["Claire Fontaine"],
            group_id=GROUPS["GT Nutrition"],
            day=date(2026, 12, 9),
            starts=time(14),
            ends=time(16),
            minutes=120,
        ),
    )
)


def told(words: str, *, at_once: bool) -> bool:
    hearing = Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=ASKED, asked=Field.PEOPLE)
    return read_told(words, hearing, INDEX, at_once=at_once) is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("oui elle a bien eu lieu", Said.DONE),
        ("elle s'est tenue", Said.DONE),
        ("non pas fait", Said.NOT_HELD),
        ("nn", Said.NOT_HELD),
        ("il n'y avait personne", Said.NOT_HELD),
        ("finalement annulé", Said.CANCELLED),
        ("on a annulé personne n'est venu", Said.CANCELLED),
        ("annulée faute de quorum", Said.CANCELLED),
        ("oui c'est annulé", Said.CANCELLED),
        ("elle ne s'est pas tenue", Said.CANCELLED),
        ("reportée car trop d'absents", Said.MOVED),
        ("reporté à plus tard", Said.NO_DATE),
        ("reportée on sait pas encore quand", Said.NO_DATE),
        ("non reporté mais on sait pas quand", Said.NO_DATE),
        ("décalée, je te redis la date", Said.NO_DATE),
        ("reporte jusqu'à nouvel ordre", Said.NO_DATE),
        ("reportée", Said.MOVED),
        ("je me suis trompée, elle est annulée", Said.CANCELLED),
        ("plus tard", Said.LATER),
        ("pas fait, je vous dis ça demain", Said.LATER),
        ("arrêtez de me demander", Said.NEVER),
    ],
)
def test_answers(words: str, said: Said) -> None:
    answer = read_answer(words)
    assert answer is not None
    assert (answer.answer, answer.rest) == (said, "")


@pytest.mark.parametrize(
    "words",
    [
        "annulée ?",
        "pas annulée",
        "n'annule pas",
        "non elle a eu lieu",
        "demain",
        "on a rien fait",
        "annulée, Karim relance tout le monde",
        "annule le rappel de lundi",
        "merci",
    ],
)
def test_what_is_no_answer(words: str) -> None:
    assert read_answer(words) is None


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("pas fait, reporté à mardi prochain 14h", time(14)),
        ("non, reportée mardi, même heure", None),
        ("on la refait mardi à 10h", time(10)),
    ],
)
def test_put_off_with_its_day(words: str, starts: time | None) -> None:
    answer = read_answer(words)
    assert answer is not None
    assert (answer.answer, read_new_day(answer.rest, NOW)) == (Said.MOVED, (date(2026, 12, 15), starts))


def test_the_group_asked_about_may_be_named_but_an_order_is_one() -> None:
    assert read_answer("le gt nutrition n'a pas eu lieu", name="GT Nutrition") == Answer(answer=Said.CANCELLED)
    assert read_answer("annule le GT Nutrition", name="GT Nutrition") is None


def test_a_new_day_may_be_a_number_or_an_hour_of_the_day_it_was_put_off_to() -> None:
    assert read_new_day("18", NOW) == (date(2026, 12, 18), None)
    assert read_new_day("mets jeudi 17 décembre même heure", NOW) == (date(2026, 12, 17), None)
    assert read_new_day("15h plutôt", NOW, else_on=date(2026, 12, 18)) == (date(2026, 12, 18), time(15))
    assert read_new_day("15h plutôt", NOW) is None
    assert read_new_day("12 présents", NOW, else_on=date(2026, 12, 18)) is None


@pytest.mark.parametrize("words", ["ah non en fait elle a eu lieu", "ah si finalement elle a eu lieu", "pardon, elle a bien eu lieu"])
def test_takes_back_an_answer(words: str) -> None:
    assert (takes_back(words), corrects(words)) == (("", True), True)


def test_a_turn_that_may_open_a_first_answer_corrects_less_plainly() -> None:
    assert corrects("en fait annulée")
    assert not corrects("en fait annulée", plainly=True)
    assert corrects("oups annulée", plainly=True)
    assert not corrects("non, annulée")


def test_several_questions_at_once() -> None:
    assert (of_both("les deux annulées"), of_both("reportées à mardi"), of_both("annulée")) == ("annulée", "reportée à mardi", None)
    assert pieces("la 1 annulée, la 2 reportée à mardi et on verra") == ["la 1 annulée", "la 2 reportée à mardi", "on verra"]
    assert numbered("la 1 annulée") == (1, "annulée")
    assert numbered("la deuxième on était 8") == (2, "on était 8")
    assert numbered("2 : oui") == (2, "oui")
    assert numbered("2 présents") == (None, "2 présents")


@pytest.mark.parametrize(
    "words",
    [
        "je te dis les noms plus tard",
        "noms à venir",
        "les noms suivront",
        "je complète demain",
        "je completerai plus tard",
        "la liste arrive",
        "je t'envoie la liste ce soir",
        "feuille d'émargement à venir",
        "j'ai pas les noms sous la main",
        "je note les noms apres",
        "présents à compléter",
        "je retrouve la liste et je te dis",
    ],
)
def test_names_that_will_follow_are_nobody_and_no_task(words: str) -> None:
    hearing = Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=ASKED, asked=Field.PEOPLE)
    heard = read_told(f"on était une dizaine, {words}", hearing, INDEX, at_once=True)
    assert heard is not None
    meeting = heard.meetings[0]
    assert (meeting.headcount, meeting.people, meeting.actions, meeting.decisions) == (10, (), (), ())


@pytest.mark.parametrize(
    "words",
    [
        "12 présents, je complète le dossier demain",
        "12 présents, j'envoie la liste des structures à Karim",
        "12 présents, Karim note les noms",
        "12 présents, Sophie complète demain",
        "12 présents, j'ajoute les participants : Karim, Sophie",
        "Actions : Karim relance la PMI, liste à compléter",
        "les noms plus tard",
    ],
)
def test_what_is_told_beside_names_stays(words: str) -> None:
    assert without_promise(words) == words


def test_an_aside_is_neither_a_name_nor_a_place() -> None:
    hearing = Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=ASKED, asked=Field.PEOPLE)
    heard = read_told("on etait 8 salle des fetes finalement", hearing, INDEX, at_once=True)
    assert heard is not None
    assert heard.meetings[0].place_said == "salle des fetes"
    heard = read_told("finalement, 6 présents", hearing, INDEX, at_once=True)
    assert heard is not None
    assert (heard.meetings[0].headcount, heard.meetings[0].people) == (6, ())


def test_later_may_tell_when() -> None:
    answer = read_answer("pas le temps, redemande-moi ce soir")
    assert answer == Answer(answer=Said.LATER, when=When.EVENING, clear=False)


def test_what_begins_as_a_refusal() -> None:
    assert refuses("annulée, Karim relance tout le monde")
    assert not refuses("reporte le point budget")
    assert not refuses("Karim et Sophie")


@pytest.mark.parametrize("words", ["12 présents, Karim excusé", "on était 12", "oui 12 pers", "tous sauf la PMI excusée", "non on était 3"])
def test_people_counted_tell_it_even_after_other_talk(words: str) -> None:
    assert told(words, at_once=False)


@pytest.mark.parametrize(
    "words",
    [
        "Karim et Sophie",
        "Karim, Loïc Bernard et Sophie",
        "il y avait la PMI et la CAF",
        "fini à 15h30",
        "8",
        "on a décidé de refaire l'atelier",
        "prochaine réunion le 14 avril à 14h",
        "en visio",
    ],
)
def test_what_tells_it_only_straight_after_the_question(words: str) -> None:
    assert told(words, at_once=True)
    assert not told(words, at_once=False)


@pytest.mark.parametrize(
    "words",
    [
        "ajoute une réunion gt mémoire jeudi prochain 18h à 19h30 chez moi",
        "inviter Loïc Bernard comme lecteur",
        "c'est marc qui me remplace",
        "Marc me remplace",
        "Marc prend le relais de Sophie",
        "arrête le rappel du lundi",
        "rdv avec l'ars vendredi 10h",
        "ma semaine le jeudi à 18h plutot",
        "noublie pas de me dire jeudi midi de payer",
        "report du cotech cls du 14 dec au 17",
        "mercredi 17h",
        "on sera 12 jeudi",
        "il faut une salle pour 12 personnes",
        "invite 12 personnes",
        "combien on était présents au dernier gt",
        "qui est excusé au gt nutrition",
        "Karim Benali sera absent au GT Nutrition de vendredi",
        "GT Précarité 12 présents",
        "annulée, Karim relance tout le monde",
        "sophie : commande les pièges",
        "rappelle-moi demain de compter les présents",
    ],
)
def test_anything_else_is_something_else(words: str) -> None:
    assert not told(words, at_once=True)


def test_a_new_day_is_no_hour_of_asking_and_words_behind_a_yes_are_not_swallowed() -> None:
    assert read_answer("c'est reporté à demain", name="GT Nutrition") == Answer(answer=Said.MOVED, rest="demain", clear=True)
    assert read_answer("oui, vu avec 12 personnes", name="GT Nutrition") is None
    assert read_answer("faute de quorum, annulée", name="GT Nutrition") == Answer(answer=Said.CANCELLED, clear=True)
