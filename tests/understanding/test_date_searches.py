"""Whether a date is looked for when a message says so and only then, and what it tells of how dates fit people."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.date_searches import FindDate, Fit, ProposedDate
from bot.domain.drafts import DayWindow
from bot.domain.requests import Hearing, NotForMe
from bot.understanding.date_answers import ToldFits, read_answers_of_several, read_date_answers
from bot.understanding.date_choices import ToldChoice, may_choose, read_choice
from tests.understanding.territory import GROUPS, INDEX, NOW, PEOPLE, say

NUTRITION = GROUPS["GT Nutrition"]
AT_TWO, AT_TEN = time(14), time(10)
TUESDAY, THURSDAY, FRIDAY = date(2026, 12, 15), date(2026, 12, 17), date(2026, 12, 18)
OFFERED = (ProposedDate(day=TUESDAY, starts=AT_TWO), ProposedDate(day=THURSDAY, starts=AT_TEN), ProposedDate(day=FRIDAY, part="matin"))


def on(day: date, starts: time | None = None, ends: time | None = None) -> ProposedDate:
    return ProposedDate(day=day, starts=starts, ends=ends)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("cherche une date pour le GT Nutrition : mardi 15 à 14h, jeudi 17 à 10h ou vendredi 18 matin", OFFERED),
        ("peux-tu chercher une date pour le GT Nutrition : mardi 15 ou jeudi 17 à 14h ?", (on(TUESDAY, AT_TWO), on(THURSDAY, AT_TWO))),
        ("Trouve une date pour le gt nutrition : le 15 et le 17, à 14h", (on(TUESDAY, AT_TWO), on(THURSDAY, AT_TWO))),
        ("sonde les membres du GT Nutrition : mardi 15 à 10h ou 14h", (on(TUESDAY, AT_TEN), on(TUESDAY, AT_TWO))),
        ("lance un sondage pour le GT Nutrition : 15/12 14h-16h, 17/12 10h", (on(TUESDAY, AT_TWO, time(16)), on(THURSDAY, AT_TEN))),
        ("propose au gt nutrition mardi 15/12 14h, jeudi 17/12 10h ou vendredi 18 matin", OFFERED),
        ("sondage gt nutrition : mardi 15 à 14h, jeudi 17 à 10h, vendredi 18 matin", OFFERED),
        ("dates pour le GT Nutrition : mardi 15 à 14h, jeudi 17 à 10h ou vendredi 18 matin", OFFERED),
        ("propose le 15 ou le 17 pour le GT Nutrition", (on(TUESDAY), on(THURSDAY))),
        ("cherche une date pour le GT Nutrition : le 8, le 10 ou le 11 janvier", tuple(on(date(2027, 1, n)) for n in (8, 10, 11))),
    ],
)
def test_the_dates_told(text: str, dates: tuple[ProposedDate, ...]) -> None:
    assert say(text) == FindDate(group_id=NUTRITION, dates=dates)


def test_so_many_dates_to_be_found() -> None:
    assert say("propose 3 dates pour le GT Nutrition") == FindDate(group_id=NUTRITION)
    assert say("propose-nous deux créneaux de 2h pour le GT Nutrition en janvier") == FindDate(
        group_id=NUTRITION, count=2, minutes=120, window=DayWindow(first=date(2027, 1, 1), last=date(2027, 1, 31))
    )


def test_a_place_goes_along() -> None:
    found = say("cherche une date pour le GT Nutrition : mardi 15 ou jeudi 17 à 14h, salle Rimbaud")
    assert isinstance(found, FindDate)
    assert found.place_said == "salle Rimbaud"


def test_a_day_that_no_year_has_is_answered() -> None:
    assert say("cherche une date pour le GT Nutrition : 31 novembre à 14h") == NotForMe(reason="no_day", clarify=True, said="31 novembre")


def test_two_groups_at_once_are_answered() -> None:
    found = say("cherche une date pour le GT Nutrition et le GT Diabète : mardi 15 à 14h")
    assert found == NotForMe(reason="several", clarify=True)


@pytest.mark.parametrize(
    "text",
    [
        "propose 3 dates à Karim",
        "GT Nutrition hier 14h-16h, 8 présents, Karim propose 3 dates avant lundi",
        "rappelle-moi de chercher une date pour le GT Nutrition lundi",
        "on cherche une date pour la formation premiers secours",
        "prochain GT Nutrition mardi 15 à 14h",
        "c’est quand le prochain GT Nutrition ?",
        "cherche l’infirmière du CSAPA",
        "cherche une date",
        "dates du GT Nutrition en décembre et janvier",
        "dates pour le GT Nutrition",
        "sondage GT Nutrition mardi 15 à 14h",
        "propose le 15 ou le 17 à Karim",
        "Karim propose le 15 ou le 17 pour le GT Nutrition",
        "GT Nutrition hier 14h-16h, 8 présents, on propose le 15 ou le 17",
    ],
)
def test_what_says_more_or_something_else_is_not_one(text: str) -> None:
    assert not isinstance(say(text), FindDate)


@pytest.mark.parametrize(
    ("text", "who", "fits"),
    [
        ("Sophie Martin peut le 15 et le 17", "Sophie Martin", {0: Fit.YES, 1: Fit.YES}),
        ("Sophie Martin peut mardi, pas jeudi", "Sophie Martin", {0: Fit.YES, 1: Fit.NO}),
        ("Sophie Martin ne peut pas le 18", "Sophie Martin", {2: Fit.NO}),
        ("Sophie Martin peut le 15, le 18 si besoin", "Sophie Martin", {0: Fit.YES, 2: Fit.IF_NEEDED}),
        ("Sophie Martin si besoin le 17", "Sophie Martin", {1: Fit.IF_NEEDED}),
        ("Sophie Martin : oui mardi 15 à 14h et non vendredi matin", "Sophie Martin", {0: Fit.YES, 2: Fit.NO}),
        ("Sophie Martin peut toutes les dates", "Sophie Martin", {0: Fit.YES, 1: Fit.YES, 2: Fit.YES}),
        ("Sophie Martin peut les trois dates", "Sophie Martin", {0: Fit.YES, 1: Fit.YES, 2: Fit.YES}),
        ("Sophie Martin ne peut pas les trois dates", "Sophie Martin", {0: Fit.NO, 1: Fit.NO, 2: Fit.NO}),
        ("Sophie Martin aucune", "Sophie Martin", {0: Fit.NO, 1: Fit.NO, 2: Fit.NO}),
        ("je peux le 15, pas le 17", "Claire Fontaine", {0: Fit.YES, 1: Fit.NO}),
    ],
)
def test_how_dates_fit_somebody(text: str, who: str, fits: dict[int, Fit]) -> None:
    told = read_date_answers(text, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"]), INDEX, dates=OFFERED)
    assert told is not None
    assert (told.people, told.fits) == (((PEOPLE[who],),), fits)


def herself(text: str) -> ToldFits | None:
    return read_date_answers(text, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"]), INDEX, dates=OFFERED)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("ok pour le 15 et le 18", {0: Fit.YES, 2: Fit.YES}),
        ("pas dispo le 17", {1: Fit.NO}),
        ("1 oui 2 non 3 si besoin", {0: Fit.YES, 1: Fit.NO, 2: Fit.IF_NEEDED}),
        ("oui, non, oui", {0: Fit.YES, 1: Fit.NO, 2: Fit.YES}),
        ("le 15 je peux pas", {0: Fit.NO}),
        ("finalement je peux plus jeudi", {1: Fit.NO}),
        ("le 15 pas dispo, le 17 ok", {0: Fit.NO, 1: Fit.YES}),
        ("15 ok 17 non", {0: Fit.YES, 1: Fit.NO}),
        ("oui pour la 1 et la 3, pas la 2", {0: Fit.YES, 1: Fit.NO, 2: Fit.YES}),
        ("la première me va, la dernière non", {0: Fit.YES, 2: Fit.NO}),
        ("oui pour le 2", {1: Fit.YES}),
        ("dispo partout", {0: Fit.YES, 1: Fit.YES, 2: Fit.YES}),
        ("tout sauf le 17", {0: Fit.YES, 1: Fit.NO, 2: Fit.YES}),
        ("toutes non", {0: Fit.NO, 1: Fit.NO, 2: Fit.NO}),
        ("je ne peux que le 17", {0: Fit.NO, 1: Fit.YES, 2: Fit.NO}),
        ("dispo le 15 et le 18 uniquement", {0: Fit.YES, 1: Fit.NO, 2: Fit.YES}),
    ],
)
def test_nobody_is_named(text: str, fits: dict[int, Fit]) -> None:
    told = herself(text)
    assert told is not None
    assert (told.herself, told.fits) == (True, fits)


def test_a_day_that_is_not_offered_is_told_apart() -> None:
    told = herself("je peux le 15 et le 16")
    assert told is not None
    assert (told.fits, told.elsewhere) == ({0: Fit.YES}, ("le 16",))


@pytest.mark.parametrize(
    "text",
    ["oui oui oui", "oui", "non", "2", "sauf le 15", "pas le 15, le 17", "oui pour la 4", "je peux le 15 ?", "je suis en congé le 15"],
)
def test_what_may_mean_something_else_answers_nothing(text: str) -> None:
    assert herself(text) is None


def test_the_number_of_a_date_is_not_the_day_of_another() -> None:
    dates = tuple(ProposedDate(day=date(2027, 1, n)) for n in (2, 4, 6))
    hearing = Hearing(now=NOW, author_id=1)
    assert read_date_answers("2 oui", hearing, INDEX, dates=dates) is None
    for words, place in (("la 2 oui", 1), ("le 2 oui", 0), ("4 oui", 1)):
        told = read_date_answers(words, hearing, INDEX, dates=dates)
        assert told is not None
        assert told.fits == {place: Fit.YES}


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Sophie Martin oui le 15, Karim Benali dispo partoutt", "Karim Benali dispo partoutt"),
        ("Sophie Martin peut le 15 mais Karim Benali ne peut pas", "Karim Benali ne peut pas"),
        ("Karim Benali le 15 et le 17, Sophie Martin oui le 15", "Karim Benali le 15 et le 17"),
        ("Sophie Martin oui le 15, Tartempion oui le 17", "Tartempion oui le 17"),
    ],
)
def test_one_part_that_is_not_read_leaves_the_others(text: str, unread: str) -> None:
    heard = read_answers_of_several(text, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"]), INDEX, dates=OFFERED)
    assert heard is not None
    assert [(one.people, one.fits) for one in heard.told] == [(((PEOPLE["Sophie Martin"],),), {0: Fit.YES})]
    assert heard.unread == (unread,)


SOPHIE, KARIM = (PEOPLE["Sophie Martin"],), (PEOPLE["Karim Benali"],)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Sophie Martin peut le 15 et le 17, Karim Benali si besoin le 18",
            [((SOPHIE,), {0: Fit.YES, 1: Fit.YES}), ((KARIM,), {2: Fit.IF_NEEDED})],
        ),
        ("Sophie Martin peut le 15, pas le 17 ni le 18", [((SOPHIE,), {0: Fit.YES, 1: Fit.NO, 2: Fit.NO})]),
        ("Sophie Martin et Karim Benali : oui pour la 1", [((SOPHIE, KARIM), {0: Fit.YES})]),
        (
            "Sophie Martin : 1 oui, 2 non\nKarim Benali : oui non oui",
            [((SOPHIE,), {0: Fit.YES, 1: Fit.NO}), ((KARIM,), {0: Fit.YES, 1: Fit.NO, 2: Fit.YES})],
        ),
        ("Sophie Martin et Karim Benali peuvent le 15", [((SOPHIE, KARIM), {0: Fit.YES})]),
        ("tout le monde peut le 15 sauf Karim Benali", [((), {0: Fit.YES}), ((KARIM,), {0: Fit.NO})]),
        ("tous sont dispo le 17", [((), {1: Fit.YES})]),
        ("tout le monde était là le 15", None),
        ("tout le monde peut le 15 sauf Karim Benali qui est malade", None),
        ("Sophie Martin peut le 15, Karim Benali relance la CAF le 17", None),
    ],
)
def test_how_dates_fit_several(text: str, told: list[tuple[tuple[tuple[int, ...], ...], dict[int, Fit]]] | None) -> None:
    heard = read_answers_of_several(text, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"]), INDEX, dates=OFFERED)
    assert (None if heard is None else [(one.people, one.fits) for one in heard.told]) == told


@pytest.mark.parametrize(
    "text",
    [
        "Sophie Martin peut le 20",
        "Sophie Martin peut le 15 à 16h",
        "Sophie Martin peut les deux dates",
        "appelle Sophie Martin le 15",
        "rappelle-moi le 15 que Sophie Martin peut",
        "Sophie Martin peut-elle le 15 ?",
        "Sophie Martin s’excuse pour le 15",
        "GT Nutrition le 15 à 14h, Sophie Martin présente",
        "merci",
    ],
)
def test_other_words_tell_nothing_of_dates(text: str) -> None:
    assert read_date_answers(text, Hearing(now=NOW, author_id=1), INDEX, dates=OFFERED) is None


def choice(text: str) -> ToldChoice | None:
    """As the handler reads it."""
    return read_choice(text, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"]), INDEX, dates=OFFERED) if may_choose(text) else None


@pytest.mark.parametrize(
    ("text", "manner", "place"),
    [
        ("on prend le 15", "plain", 0),
        ("On retient le 17 pour le GT Nutrition", "plain", 1),
        ("ok on part sur la 2", "plain", 1),
        ("ce sera le 15 finalement", "ahead", 0),
        ("bon ben va pour vendredi", "plain", 2),
        ("bon va pour vendredi", "plain", 2),
        ("on garde la troisieme date", "plain", 2),
        ("ca sera jeudi 17 a 10h", "ahead", 1),
        ("le 15 est retenu", "plain", 0),
        ("c'est le 15 qui est retenu", "plain", 0),
        ("date retenue : mardi 15 décembre à 14h", "plain", 0),
        ("je valide le 15/12 pour le gt nutrition", "plain", 0),
        ("c’est décidé, le 17 !", "plain", 1),
        ("allons-y pour la proposition 3", "plain", 2),
        ("on s’est mis d’accord sur le 15", "plain", 0),
        ("ok pour le jeudi 17", "agreed", 1),
        ("d'accord pour la 1", "agreed", 0),
        ("finalement le 17", "changed", 1),
        ("Finalement, le 17", "changed", 1),
        ("plutôt le 15 du coup", "changed", 0),
    ],
)
def test_a_date_is_chosen(text: str, manner: str, place: int) -> None:
    found = choice(text)
    assert found is not None
    assert (found.manner, found.places, found.elsewhere) == (manner, (place,), ())


def test_of_several_dates_and_of_days_that_were_not_proposed() -> None:
    assert choice("on prend le 15 ou le 17") == ToldChoice(manner="plain", places=(0, 1), elsewhere=(), count=2)
    assert choice("on prend le 22") == ToldChoice(manner="plain", places=(), elsewhere=("le 22",), count=1)
    assert choice("on prend le 15 à 16h") == ToldChoice(manner="plain", places=(), elsewhere=("le 15 à 16h",), count=1)


@pytest.mark.parametrize(
    "text",
    [
        "on prend le 15 ?",
        "on ne prend pas le 15",
        "on prend le 15 sauf si Sophie ne peut pas",
        "on prend le bus le 15",
        "décision : on retient le 15",
        "on prend le 15 et Karim réserve la salle",
        "Sophie prend le 15",
        "ce sera le 15 avec Sophie Martin",
        "le 15",
        "oui pour le 15",
        "je peux le 15",
        "on garde le budget",
        "finalement on était 12",
        "on confirme 15 présents",
        "on prend 15 min",
        "le prochain GT Nutrition ce sera le 15 à la mairie",
    ],
)
def test_what_chooses_no_date(text: str) -> None:
    assert choice(text) is None
