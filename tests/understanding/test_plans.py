"""Whether what changes the agenda is heard, whole and as meant; and what corrects a card of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.drafts import DraftContent, Field
from bot.domain.recurrence import Limits, Recurrence, limited
from bot.domain.requests import CorrectDraft, Hearing, KeepContent, NotForMe, PlanDeed, PlanMeeting
from bot.understanding.follow_ups import read_follow_up
from bot.understanding.plan_changes import read_giving_up, read_plan_change
from bot.understanding.reader import read
from tests.understanding.cards import CARD
from tests.understanding.plan_phrases import (
    AFTER_ALL,
    CANCELS,
    DENIED_HOURS,
    FUTURES,
    LIMITS,
    MOVES,
    ON_A_DAY_AND_SOMEWHERE,
    PLANS,
    SERIES,
    SEVERAL_DAYS,
    YEARS_OF_A_SERIES,
)
from tests.understanding.territory import GROUPS, INDEX, PEOPLE

NOW = datetime(2026, 11, 18, 18, 30, tzinfo=ZoneInfo("Europe/Paris"))
HEARING = Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"])


def day(given: date) -> str:
    return f"{given:%m-%d}" if given.year == NOW.year else given.isoformat()


def hours(starts: time | None, ends: time | None) -> str:
    return "-".join(f"{moment:%H:%M}" for moment in (starts, ends) if moment is not None)


def rule(told: Recurrence) -> str:
    months = (
        ",".join(map(str, told.months))
        if len(told.months) < 9
        else f"sauf {','.join(str(m) for m in range(1, 13) if m not in told.months)}"
    )
    without = [day(days.first) if days.first == days.last else f"{day(days.first)}..{day(days.last)}" for days in told.without]
    days = "+".join(map(str, (told.weekday, *told.weekdays))) if told.weekday else ""
    ranks = "+".join(map(str, (told.nth, *told.nths))) if told.nth else ""
    parts = [told.every, days, ranks, f"dom {told.dom}" if told.dom else "", months, f"→ {told.until}" if told.until else ""]
    parts += [f"x{told.times}" if told.times else "", f"sauf {' '.join(without)}" if without else ""]
    terms = f"hors vacances {','.join(map(str, told.school_months))}".strip() if told.off_school else ""
    return "[" + " ".join(str(part) for part in [*parts, terms, "hors fériés" if told.off_holidays else ""] if part) + "]"


def reading(request: PlanMeeting) -> str:
    """A reading as `plan_phrases` writes it."""
    group = INDEX.groups[request.group_id].name if request.group_id is not None else f"« {request.title} »" if request.title else "?"
    spot = request.spot
    parts = [
        request.deed.value,
        group,
        f"<{day(request.on)}" if request.on else "",
        f"<{day(request.among.first)}…{day(request.among.last) if request.among.last < date.max else ''}" if request.among else "",
        f"{day(spot.day)}{'~' if request.near else ''}" if spot.day else "",
        f"≥{day(request.limits.since)}" if request.limits and request.limits.since else "",
        f"{request.limits.days_long} jours" if request.limits and request.limits.days_long else "",
        f"{request.shift_days:+d}d" if request.shift_days else "",
        f"{request.shift_months:+d}m" if request.shift_months else "",
        f"{request.shift_minutes:+d}min" if request.shift_minutes else "",
        hours(spot.starts, spot.ends),
        spot.place_said or "",
        rule(request.rule) if request.rule else "",
        "tous" if request.whole_series else "",
        f"?? {request.unread}" if request.unread else "",
    ]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        *(*PLANS, *DENIED_HOURS, *ON_A_DAY_AND_SOMEWHERE, *SERIES, *SEVERAL_DAYS, *YEARS_OF_A_SERIES),
        *(*FUTURES, *AFTER_ALL, *MOVES, *CANCELS),
    ],
)
def test_what_changes_the_agenda(said: str, expected: str) -> None:
    request = read(said, HEARING, INDEX)
    assert isinstance(request, PlanMeeting)
    assert reading(request) == expected


@pytest.mark.parametrize(
    "said",
    [
        "il faudrait qu'on organise un GT en janvier",
        "GT jeudi 14h à la MDA, tu viens ?",
        "supprime toutes les réunions",
        "pas de gt cette semaine",
        "pas de GT Diabète en décembre",
        "le dossier du GT Diabète de mardi est prêt",
        "le train de 8h12 est supprimé",
        "plus de badges pour le GT Diabète",
        "le GT Diabète est à 15h ?",
        "le GT Diabète sera animé par la CAF",
        "pas de gt diabete en juin ni en septembre",
    ],
)
def test_what_is_no_plan(said: str) -> None:
    assert isinstance(read(said, HEARING, INDEX), NotForMe)


@pytest.mark.parametrize(
    "said",
    [
        "GT Diabète hier 14h-16h, 8 présents",
        "GT Diabète hier 14h-16h, 8 présents, le compte rendu sera en ligne",
        "Copil CLS reporté hier, on s'est vus de 14h à 16h, 6 présents",
        "GT Diabète c'était hier de 14h à 16h, 8 présents",
        "le GT Diabète d'hier c'est 14h-16h",
        "le GT Diabète d'hier c'est en fait 14h-16h",
        "le gt diabete du 12 novembre c'était en fait le 13",
        "le gt diabete du 12 novembre c'est en fait le 13",
        "gt diabete lundi 9 pas le 10, 8 présents",
        "plus de monde au GT Diabète hier : 14 présents de 14h à 16h",
        "gt diabete jeudi 12 et vendredi 13 novembre 9h-17h",
        "gt diabete 1er jeudi du mois 14h jusqu'à 16h",
        "gt diabete le 1er jeudi du mois 14h, réponse avant le 5",
        "gt diabete le 1er jeudi du mois 14h-16h, 8 présents, décision : dépistage jusqu'au 31 mars",
        "gt diabete lundi et mardi 9h-17h, 8 présents",
        "gt diabete les 10/09, 8/10 et 12/11 a 10h, 8 présents",
        "gt diabete 12 novembre 14h-16h. prochain le 10 décembre à 14h",
        "gt diabete hier et avant-hier",
        "gt diabete 12/11 14h-16h et gt nutrition 13/11 10h-12h",
        "gt diabete jeudi 14h-16h et vendredi 9h-10h",
        "gt diabete le 30 fevrier de 14h à 16h, 8 présents",
    ],
)
def test_what_was_held_is_kept(said: str) -> None:
    assert isinstance(read(said, HEARING, INDEX), KeepContent)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("15h", "plan ? 15:00"),
        ("non, plutôt mardi 15 de 9h à 11h", "plan ? 12-15 09:00-11:00"),
        ("à la mairie d'Anduze", "plan ? mairie d'Anduze"),
        ("c'est le GT Nutrition", "plan GT Nutrition"),
        ("finalement en visio", "plan ? visio"),
        ("plutôt le jeudi", "plan ? 11-19~"),
        ("non jeudi", "plan ? 11-19~"),
        ("plutôt jeudi 3", "plan ? 12-03"),
        ("plutot le 12", "plan ? 12-12~"),
        ("plutôt le 12 janvier", "plan ? 2027-01-12"),
        ("le lendemain", "plan ? +1d"),
        ("une semaine plus tard", "plan ? +7d"),
        ("une demi-heure plus tôt", "plan ? -30min"),
        ("demain", "plan ? 11-19"),
    ],
)
def test_what_corrects_a_card_of_the_agenda(said: str, expected: str) -> None:
    change = read_plan_change(said, HEARING, INDEX, deed=PlanDeed.PLAN)
    assert change is not None
    assert reading(change) == expected


@pytest.mark.parametrize("said", ["jusqu'à 16h", "jusqu a 16h", "fin à 16h", "ça se termine à 16h", "finalement ça finit à 16h"])
def test_an_hour_until_which_it_lasts_is_its_end(said: str) -> None:
    change = read_plan_change(said, HEARING, INDEX, deed=PlanDeed.PLAN)
    assert change is not None
    assert (change.spot.starts, change.spot.ends) == (None, time(16))


@pytest.mark.parametrize(("said", "expected"), LIMITS)
def test_what_limits_the_series_of_an_open_card(said: str, expected: str) -> None:
    change = read_plan_change(said, HEARING, INDEX, deed=PlanDeed.PLAN, over_series=True)
    assert change is not None
    limits = change.limits or Limits()
    told = limited(Recurrence(every="P1W", weekday=1), limits)
    assert f"{reading(change)} {rule(told)}" == expected


@pytest.mark.parametrize(
    "said",
    [
        "merci",
        "GT Diabète hier 14h-16h, 12 présents",
        "c'est quand le prochain Copil ?",
        "relance la CAF jeudi matin",
        "tel de Karim",
        "annule",
    ],
)
def test_what_speaks_of_something_else(said: str) -> None:
    assert read_plan_change(said, HEARING, INDEX, deed=PlanDeed.PLAN) is None


@pytest.mark.parametrize(
    "words",
    [
        "supprime Aurélie du gt nutrition de lundi",
        "retire Karim Benali du GT de lundi",
        "annule la CAF du gt nutrition de lundi",
        "inscris Karim au GT Diabète de jeudi",
        "supprime les heures du GT",
        "supprime 2h du GT Diabète",
        "supprime mes heures du GT Diabète de lundi",
        "annule le rappel pour le GT Diabète de jeudi",
        "arrête le rappel du GT Diabète",
        "arrête les rappels du GT Diabète",
        "on arrête les frais du GT Diabète",
        "on a arrêté le GT Diabète à 16h hier",
        "on a arrete le gt diabete",
        "termine le GT Diabète à 16h30",
        "suspends le GT Diabète jusqu'en mars",
        "le GT Diabète s'arrête à 16h",
        "le gt diabete s'est arreté fin octobre",
        "j'annule ma présence au GT de jeudi",
        "annule la salle du GT Diabète de jeudi",
        "fixe l'ordre du jour du GT Diabète de jeudi",
        "organise le covoiturage du GT diabète jeudi",
        "supprime la décision sur le GT Diabète",
        "le dossier du GT Diabète de jeudi est annulé",
        "le gt diabète avance bien",
        "le GT Diabète avance",
        "le GT Diabète annule sa visite de jeudi",
        "report du point budget au prochain copil",
        "j'ai reçu le report du copil",
        "report des congés de Karim au 12",
        "le gt diabète a commencé à 15h au lieu de 14h",
        "le gt diabète c'était à 15h au lieu de 14h",
    ],
)
def test_what_is_said_of_something_of_a_meeting_is_no_order_for_it(words: str) -> None:
    assert not isinstance(read(words, HEARING, INDEX), PlanMeeting)


@pytest.mark.parametrize(
    "words",
    [
        "on a décidé de reporter le forum au 12",
        "on a décidé de reporter le GT Diabète au 12",
        "décision : reporter le forum du GT nutrition",
        "décision : annuler le GT de jeudi",
        "GT Diabète : on a décidé de reporter la réunion au 12",
        "action : reporter le GT nutrition au 12",
    ],
)
@pytest.mark.parametrize("card", [CARD, None])
def test_what_a_meeting_decided_is_no_order(words: str, card: DraftContent | None) -> None:
    assert not isinstance(read(words, replace(HEARING, draft=card), INDEX), PlanMeeting)


@pytest.mark.parametrize("words", ["décision : annuler le GT de jeudi", "décision : reporter le forum du GT nutrition"])
def test_a_decision_told_over_a_card_is_one_of_its_own(words: str) -> None:
    request = read(words, replace(HEARING, draft=CARD), INDEX)
    assert isinstance(request, CorrectDraft)
    assert (request.content.meetings[0].decisions[-1], request.not_found) == (words.removeprefix("décision : "), ())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("annule le GT Diabète de jeudi", "cancel GT Diabète <11-19"),
        ("annule le GT nutrition de mardi", "cancel GT Nutrition <11-24"),
        ("reporte le GT Diabète de jeudi au 12", "move GT Diabète <11-19 12-12~"),
    ],
)
def test_an_order_of_another_day_than_the_card_is_heard_over_it(words: str, expected: str) -> None:
    request = read(words, replace(HEARING, draft=CARD), INDEX)
    assert isinstance(request, PlanMeeting)
    assert reading(request) == expected


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("planifie un GT Diabète le 8 décembre ou le 10 décembre", "several"),
        ("planifie un GT Diabète le 8 décembre à 14h et le 10 décembre à 15h", "several"),
        ("planifie un GT Diabète mardi 8 à 14h ou 15h", "several"),
        ("planifie un GT Diabète et un GT Nutrition mardi 8 à 14h", "several"),
        ("annule le GT Diabète et le GT Nutrition de jeudi", "several"),
        ("annule le GT Diabète de jeudi et celui de mardi", "several"),
        ("reporte le GT Diabète et le Copil CLS au 12", "several"),
        ("annule tous les GT Diabète de mars", "several"),
        ("annule tous les GT Diabète de 2026", "several"),
        ("gt diabete tous les lundis à 9h et les jeudis à 14h", "several"),
        ("gt diabete le 1er et le 15 de chaque mois", "several"),
        ("gt diabete 2 fois par mois 14h", "which_days"),
        ("GT Diabète deux fois par mois", "which_days"),
        ("gt diabete 2x/mois", "which_days"),
        ("gt diabete bimensuel", "which_days"),
        ("gt diabete deux lundis par mois", "which_days"),
        ("gt diabete 3 fois par semaine", "which_days"),
        ("pas de gt diabete en juin ni en septembre", "several"),
        ("annule les gt nutrition de juillet et septembre", "several"),
        ("annule le GT Nutrition de juillet et celui de septembre", "several"),
        ("plus de GT Diabète en juillet", "several"),
        ("annule le GT du 31 février", "no_day"),
        ("planifie un GT Diabète le 31 février à 14h", "no_day"),
        ("reporte le GT Diabète au 31 novembre", "no_day"),
        ("gt diabete le 30 fevrier à 10h", "no_day"),
        ("gt diabete le 31/04 14h", "no_day"),
        ("prochain GT Diabète le 29 février 2027 à 14h à la mairie", "no_day"),
        ("gt diabete tous les lundis jusqu'au 31 avril", "no_day"),
        ("prochains gt diabete : 10/09, 8/10 et 12/11 a 10h", "several"),
        ("gt diabete les 10/09, 8/10 et 12/11 a 10h", "several"),
        ("gt diabete 10 sept 10h, 8 oct 10h, 12 nov 14h", "several"),
        ("gt diabete les lundis 10, 17 et 24 septembre a 10h", "several"),
        ("GT Diabète lundi 10 septembre, lundi 8 octobre et lundi 12 novembre à 10h", "several"),
        ("gt diabete :\n- 10/12 10h\n- 14/01 10h\n- 11/02 10h", "several"),
        ("gt diabete 3 et 17 decembre 14h", "several"),
        ("gt diabete le 10 decembre a 10h et le gt nutrition le 12 a 14h", "several"),
        ("gt diabete le 8 mars 14h, le 12 avril 14h", "several"),
    ],
)
def test_an_order_that_cannot_be_one_is_asked_again(words: str, reason: str) -> None:
    request = read(words, HEARING, INDEX)
    assert isinstance(request, NotForMe)
    assert (request.reason, request.clarify) == (reason, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("prochains gt diabete : 10/12, 14/01 et 11/02 a 10h", ("GT Diabète", date(2026, 12, 10), time(10))),
        ("gt diabete les lundis 10, 17 et 24 mai a 10h", ("GT Diabète", date(2027, 5, 17), time(10))),
        ("gt diabete 14/11 9h, 12/12 10h, 14/01 11h", ("GT Diabète", date(2026, 12, 12), time(10))),
        ("gt diabete les 10/09, 8/10 et 12/11 a 10h", None),  # they may be past: no example tells when they were
    ],
)
def test_the_first_of_several_shows_how_one_is_told(words: str, expected: tuple[str, date, time] | None) -> None:
    request = read(words, HEARING, INDEX)
    assert isinstance(request, NotForMe)
    first = request.first
    assert (first and (INDEX.groups[first.group_id or 0].name, first.spot.day, first.spot.starts)) == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("gt diabete le 30 fevrier à 10h", "30 février"),
        ("gt diabete le 29/02/2027 14h", "29 février 2027"),
        ("GT Diabète le 29 février 2027 à 14h", "29 février 2027"),
        ("annule le GT du 31 avril", "31 avril"),
    ],
)
def test_a_day_that_does_not_exist_is_named(words: str, day: str) -> None:
    request = read(words, HEARING, INDEX)
    assert isinstance(request, NotForMe)
    assert (request.reason, request.said) == ("no_day", day)


def test_a_day_of_a_leap_year_exists() -> None:
    request = read("gt diabete le 29 fevrier 2028 à 14h", HEARING, INDEX)
    assert isinstance(request, PlanMeeting)
    assert request.spot.day == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("planifie une réunion sur la situation de Mme Dupont suicidaire jeudi 10h", "plan « Réunion » 11-19 10:00"),
        ("planifie une réunion avec la fille de Mme Dupont hospitalisée pour dépression mardi 14h", "plan « Réunion » 11-24 14:00"),
        ("planifie une synthèse jeudi 10h pour M. Durand, 82 ans, alzheimer", "plan « Synthèse » 11-19 10:00"),
        ("planifie une réunion chez Mme Dupont, 82 ans, alzheimer, 12 rue des Lilas, jeudi 10h", "plan « Réunion » 11-19 10:00"),
        ("annule la réunion de jeudi sur Mme Dupont suicidaire", "cancel ? <11-19"),
    ],
)
def test_the_situation_of_a_patient_names_no_meeting(words: str, expected: str) -> None:
    request = read(words, HEARING, INDEX)
    assert isinstance(request, PlanMeeting)
    assert (reading(request), request.privacy_warning) == (expected, True)


@pytest.mark.parametrize("asked", [Field.DECISIONS, Field.ACTIONS, Field.TOPICS])
@pytest.mark.parametrize(
    "words", ["annuler le GT nutrition de jeudi", "prochain GT nutrition jeudi 14h", "la feuille d'émargement du Copil"]
)
def test_what_was_decided_or_spoken_of_is_told_in_any_words(words: str, asked: Field) -> None:
    assert isinstance(read(words, replace(HEARING, draft=CARD, asked=asked), INDEX), CorrectDraft)


@pytest.mark.parametrize(
    "words",
    [
        "le GT Nutrition se tiendra le 12 janvier",
        "le GT Nutrition se tiendra le 12 janvier de 14h à 16h à la MSP",
        "le GT Nutrition aura lieu le 12 janvier à 14h",
        "GT Nutrition prévu le 12/01 de 14h à 16h",
        "le GT Nutrition est prévu le 12 janvier à 14h",
    ],
)
def test_what_is_said_to_come_is_a_plan_though_its_day_is_just_past_too(words: str) -> None:
    heard = read(words, Hearing(now=datetime(2026, 1, 26, 9, tzinfo=NOW.tzinfo), author_id=PEOPLE["Claire Fontaine"]), INDEX)
    assert isinstance(heard, PlanMeeting)
    assert heard.spot.day == date(2027, 1, 12)


@pytest.mark.parametrize(
    "words",
    [
        "j'ai reçu la convocation pour le GT Nutrition du 16/11",
        "convocation pour le copil du 16 novembre à 14h",
        "Karim est en congé jusqu'au 14, il sera pas au gt",
        "Karim est en congé jusqu'au 14, il ne sera pas au GT Nutrition",
    ],
)
def test_what_was_not_held_makes_no_meeting(words: str) -> None:
    assert not isinstance(read(words, HEARING, INDEX), KeepContent)


@pytest.mark.parametrize("words", ["le GT Nutrition prévu le 16/11 s'est tenu", "le GT Nutrition prévu le 16/11 a duré 2h"])
def test_what_was_planned_and_held_is_kept(words: str) -> None:
    assert isinstance(read(words, HEARING, INDEX), KeepContent)


def test_none_in_a_month_is_the_one_that_the_agenda_holds() -> None:
    diabete = next(i for i, group in INDEX.groups.items() if group.name == "GT Diabète")
    request = read("pas de GT Diabète en décembre", replace(HEARING, planned=frozenset({(diabete, date(2026, 12, 17))})), INDEX)
    assert isinstance(request, PlanMeeting)
    assert reading(request) == "cancel GT Diabète <12-01…12-31"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("laisse tomber", "drops"),
        ("non laisse tomber", "drops"),
        ("finalement non", "drops"),
        ("non rien", "drops"),
        ("oublie", "drops"),
        ("on la garde", "keeps"),
        ("ah non finalement on la garde", "keeps"),
        ("non l'annule pas", "keeps"),
        ("elle aura lieu finalement", "keeps"),
        ("annule", "deed"),
        ("oui annule", "deed"),
        ("non", "no"),
    ],
)
def test_gives_up_a_card_of_the_agenda(words: str, said: str) -> None:
    assert read_giving_up(words) == said


@pytest.mark.parametrize(
    "words",
    [
        "non, 15h",
        "finalement non mardi 15",
        "je me suis trompée, c'est le 21",
        "annule celui du 12",
        "merci",
        "oui",
        "non mardi",
        "on garde ?",
    ],
)
def test_what_gives_up_nothing(words: str) -> None:
    assert read_giving_up(words) is None


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("celui de jeudi passe a 11h", date(2026, 12, 10)),
        ("annule celui de mardi", date(2026, 12, 8)),
        ("annule celui de lundi", date(2026, 11, 23)),  # none stands on a Monday: the coming one, which is then not found
        ("annule celui du 8", date(2026, 12, 8)),
    ],
)
def test_that_of_a_weekday_is_the_next_that_stands_on_one(words: str, on: date) -> None:
    group = GROUPS["GT Diabète"]
    hearing = replace(HEARING, planned=frozenset({(group, date(2026, 12, 8)), (group, date(2026, 12, 10))}))
    said = read_follow_up(words, hearing, INDEX, group_id=group, cancelled=False)
    assert said is not None
    assert said.on == on


@pytest.mark.parametrize(
    ("told", "starts", "ends"),
    [
        ("plutot 14h", time(14), time(15, 10)),
        ("non 13h30", time(13, 30), time(15, 10)),
        ("à 14h", time(14), time(15, 10)),
        ("plutôt 16h", time(16), None),
    ],
)
def test_a_start_keeps_the_end_that_alone_was_told(told: str, starts: time, ends: time | None) -> None:
    card = replace(CARD, meetings=(replace(CARD.meetings[0], starts=None, ends=time(15, 10), minutes=None),))
    request = read(told, replace(HEARING, draft=card), INDEX)
    assert isinstance(request, CorrectDraft)
    assert (request.content.meetings[0].starts, request.content.meetings[0].ends) == (starts, ends)


@pytest.mark.parametrize(
    ("told", "place", "left"),
    [
        ("gt diabete mardi 15 dec 10h, cds rochebelle", "cds rochebelle", None),
        ("gt diabete jeudi 10 dec 10h aussi, cds tamaris", "cds tamaris", None),
        ("prochain gt diabete mardi 15 dec 10h-12h cds tamaris", "cds tamaris", None),
        ("gt diabete mardi 15 dec 10h (MSP Tamaris)", "MSP Tamaris", None),
        ("gt diabete mardi 15 dec 10h, les locaux du cds", "les locaux du cds", None),
        ("gt diabete mardi 15 dec 10h, ccas, cafe a prevoir", "ccas", "cafe a prevoir"),
        ("planifie le gt diabete mardi 15 dec 10h, cafe a prevoir", None, "cafe a prevoir"),
        ("gt diabete mardi 15 dec 10h, inviter la caf", None, "inviter la caf"),
        ("gt diabete mardi 15 dec 10h à la mairie, avec la CAF", "mairie", "avec la CAF"),
        ("gt diabete mardi 15 dec 10h même lieu, prévoir un café", None, "prévoir un café"),
        ("gt diabete mardi 15 dec 10h, budget", None, "budget"),
        ("gt diabete mardi 15 dec 10h, cr bilan", None, "cr bilan"),
        ("gt diabete mardi 15 dec 10h, cds ranger la salle", None, "cds ranger la salle"),
        ("gt diabete mardi 15 dec 10h, salle rimbaud, merci", "salle rimbaud", None),
        ("gt diabete mardi 15 dec 10h aussi", None, None),
        ("gt diabete mardi 15 dec 10h, durée 2h, merci", None, None),
    ],
)
def test_what_stands_behind_the_hour_is_the_place_or_said_to_be_left(told: str, place: str | None, left: str | None) -> None:
    request = read(told, HEARING, INDEX)
    assert isinstance(request, PlanMeeting)
    assert (request.spot.place_said, request.loose) == (place, left)
