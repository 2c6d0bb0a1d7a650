"""Which sentences add points to a coming agenda, take them off or put them off, and which ask what is known of a meeting to come."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.agenda import SeePlanned
from bot.domain.attendance import AttendanceState
from bot.domain.convenings import Change, PlanAgenda
from bot.domain.leads import SetLeads
from bot.domain.parked import ParkPoints
from bot.domain.requests import Hearing
from bot.domain.turnout import TellTurnout
from bot.understanding.point_lists import points_told
from bot.understanding.shown import may_change_point, moves_point, read_shown
from tests.understanding.territory import GROUPS, INDEX, NOW, say

FRIDAY = date(2026, 12, 11)
THE_17TH = date(2026, 12, 17)
NUTRITION = GROUPS["GT Nutrition"]


@pytest.mark.parametrize(
    ("words", "points", "day"),
    [
        ("ajoute un point à l'odj du gt nutrition : astreintes 15 min", ("astreintes 15 min",), None),
        ("rajoute à l'ordre du jour du GT Nutrition les astreintes (15 min, Marc)", ("astreintes (15 min, Marc)",), None),
        ("ajoute les astreintes à l'odj du gt nutrition de vendredi", ("astreintes",), FRIDAY),
        ("mets a l odj du gt nutrition : budget, enquête", ("budget", "enquête"), None),
        ("rajoute deux points à l'odj du gt nutrition : budget 10 min ; bilan", ("budget 10 min", "bilan"), None),
        ("peux-tu ajouter le bilan à l'ordre du jour du GT Nutrition stp", ("bilan",), None),
        ("ajoute un point à l'odj du gt nutrition", (), None),
        (
            "ajoute a l'odj du gt nutrition un point bilan 30 min rapporteur karim et tour de table 10 min",
            ("point bilan 30 min rapporteur Karim", "tour de table 10 min"),
            None,
        ),
    ],
)
def test_points_added(words: str, points: tuple[str, ...], day: date | None) -> None:
    assert say(words) == PlanAgenda(points=points, group_id=NUTRITION, day=day, change="add")


@pytest.mark.parametrize(
    "words", ["enlève le budget de l'odj du gt nutrition", "retire le point budget de l'ordre du jour du GT Nutrition"]
)
def test_points_taken_off(words: str) -> None:
    assert say(words) == PlanAgenda(points=("budget",), group_id=NUTRITION, change="remove")


@pytest.mark.parametrize(
    "words",
    [
        "reporte le point budget à la prochaine séance du gt nutrition",
        "reporte le point budget du GT Nutrition à la prochaine fois",
        "remets le point budget au prochain GT Nutrition",
        "décale le point budget à l'ordre du jour suivant du GT Nutrition",
    ],
)
def test_a_point_put_off_to_the_next_meeting(words: str) -> None:
    assert say(words) == ParkPoints(points=("budget",), group_id=NUTRITION, deed="put_off")


def test_a_point_put_off_leaves_the_agenda_of_the_day_that_is_told() -> None:
    told = say("reporte le point budget du gt nutrition du 17 à la prochaine séance")
    assert told == ParkPoints(points=("budget",), group_id=NUTRITION, deed="put_off", day=THE_17TH)


def test_a_point_put_on_the_next_agenda_leaves_none() -> None:
    assert say("mets le point budget au prochain gt nutrition") == ParkPoints(points=("budget",), group_id=NUTRITION, deed="new")


@pytest.mark.parametrize(
    ("words", "points", "day"),
    [
        ("rajoute le point formation a l'odj du gt nutrition du 17 dec, 45 min", ("formation (45 min)",), THE_17TH),
        (
            "ajoute formation à l'ordre du jour du GT Nutrition du 17 (45 min, Karim Benali)",
            ("formation (45 min, Karim Benali)",),
            THE_17TH,
        ),
        ("ajoute le point formation a l odj du gt nutrition, par karim", ("formation (Karim)",), None),
        ("ajoute au gt nutrition du 17 le point formation 45 min par karim", ("formation 45 min par Karim",), THE_17TH),
        ("ajoute le point formation 45 min au gt nutrition du 17", ("formation 45 min",), THE_17TH),
        ("rajoute un point formation au prochain gt nutrition, 20 min", ("formation (20 min)",), None),
        ("ajoute au gt nutrition du 17 les points formation, budget", ("formation", "budget"), THE_17TH),
    ],
)
def test_a_point_with_its_length_and_its_speaker(words: str, points: tuple[str, ...], day: date | None) -> None:
    assert say(words) == PlanAgenda(points=points, group_id=NUTRITION, day=day, change="add")


@pytest.mark.parametrize(
    ("words", "point", "change"),
    [
        ("le point calendrier du gt nutrition du 17 passe a 30 min", "calendrier (30 min)", "length"),
        ("mets 30 min au point calendrier du gt nutrition du 17", "calendrier (30 min)", "length"),
        ("le calendrier passe à 1 h dans l'odj du gt nutrition du 17", "calendrier (60 min)", "length"),
        ("le sujet calendrier durera 10 minutes au gt nutrition du 17", "calendrier (10 min)", "length"),
        ("met le calendrier en premier dans l'odj du gt nutrition du 17", "calendrier", "first"),
        ("mets le point calendrier du gt nutrition du 17 en dernier", "calendrier", "last"),
        ("passe le calendrier à la fin de l'ordre du jour du gt nutrition du 17", "calendrier", "last"),
        ("enleve le point calendrier du gt nutrition du 17", "calendrier", "remove"),
    ],
)
def test_a_point_changed(words: str, point: str, change: Change) -> None:
    assert say(words) == PlanAgenda(points=(point,), group_id=NUTRITION, day=THE_17TH, change=change)


@pytest.mark.parametrize(
    "words",
    [
        "enleve le point reporté budget du gt nutrition",
        "enlève le budget des points reportés du gt nutrition",
        "retire le point budget en attente du GT Nutrition",
    ],
)
def test_a_point_waits_no_more(words: str) -> None:
    assert say(words) == ParkPoints(points=("budget",), group_id=NUTRITION, deed="drop")


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("note pour le prochain gt nutrition : parler du transport", ("transport",)),
        ("à aborder au prochain GT Nutrition : transport, budget", ("transport", "budget")),
        ("idée pour le prochain gt nutrition : inviter la CPTS", ("inviter la CPTS",)),
        ("noter pour le prochain gt nutrition : bilan de l'atelier", ("bilan de l'atelier",)),
    ],
)
def test_what_to_speak_of_next_time(words: str, points: tuple[str, ...]) -> None:
    assert say(words) == ParkPoints(points=points, group_id=NUTRITION, deed="new")


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("ordre du jour du gt nutrition du 17 : bilan 30, budget 20 (sophie), qd", ("bilan 30", "budget 20 (Sophie)", "qd")),
        ("odj gt nutrition du 17 : retour (suite), budget par sophie", ("retour (suite)", "budget par Sophie")),
        ("odj gt nutrition du 17 : bilan 20 min karim, budget 1h sophie, qd", ("bilan 20 min Karim", "budget 1h Sophie", "qd")),
        ("odj gt nutrition du 17 : bilan 20 min rapporteur karim, qd", ("bilan 20 min rapporteur Karim", "qd")),
        ("odj gt nutrition du 17 : bilan (15 min, karim et sophie)", ("bilan (15 min, Karim et Sophie)",)),
    ],
)
def test_whoever_tells_a_point_has_a_capital(words: str, points: tuple[str, ...]) -> None:
    assert say(words) == PlanAgenda(points=points, group_id=NUTRITION, day=THE_17TH)


@pytest.mark.parametrize("words", ["met le budget en premier", "le bilan passe à 40 min", "vire le logo", "budget à la fin, mets-le"])
def test_what_may_change_a_point_is_told_cheaply(words: str) -> None:
    assert may_change_point(words)
    assert moves_point(words) == ("premier" in words or "fin" in words)


def test_what_can_change_none_costs_no_reading() -> None:
    assert not may_change_point("GT Nutrition hier 14h-16h, 8 présents")
    assert not may_change_point("mets " + "budget, " * 40)


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("met le calendrier en premier", PlanAgenda(points=("calendrier",), change="first")),
        ("le calendrier passe à 30 min", PlanAgenda(points=("calendrier (30 min)",), change="length")),
        ("le budget passe en premier", PlanAgenda(points=("budget",), change="first")),
        ("mets d'abord le budget", PlanAgenda(points=("budget",), change="first")),
        ("place les questions diverses a la fin", PlanAgenda(points=("questions diverses",), change="last")),
        ("vire le logo", PlanAgenda(points=("logo",), change="remove")),
        ("la réunion passe en fin de journée", None),
        ("mets l'échéance à la fin du mois", None),
        ("mets Karim Benali en premier", None),
        ("rajoute la formation 15 min", PlanAgenda(points=("formation 15 min",), change="add")),
        ("enlève le budget", PlanAgenda(points=("budget",), change="remove")),
        ("enleve le point 3", PlanAgenda(points=("point 3",), change="remove")),
        ("supprime les points 2 et 3", PlanAgenda(points=("point 2", "point 3"), change="remove")),
        ("vire le dernier point", PlanAgenda(points=("dernier point",), change="remove")),
        ("retire le dernier point", PlanAgenda(points=("dernier point",), change="remove")),
        ("le point 2 fait 30 min en fait", PlanAgenda(points=("point 2 (30 min)",), change="length")),
        ("mets 20 min au deuxième point", PlanAgenda(points=("point 2 (20 min)",), change="length")),
        ("mets le point 3 en premier", PlanAgenda(points=("point 3",), change="first")),
        ("c'est karim qui presente le point 1", PlanAgenda(points=("point 1 (Karim)",), change="speaker")),
        ("le budget sera présenté par Karim Benali", PlanAgenda(points=("budget (Karim Benali)",), change="speaker")),
        ("le rapporteur du point 2 est Karim", PlanAgenda(points=("point 2 (Karim)",), change="speaker")),
        ("Karim présente ses excuses", None),
        ("videoprojecteur ok", ("videoprojecteur",)),
        ("la salle est reservee", ("salle",)),
        ("j'ai réservé la salle", ("salle",)),
        ("salle ok et café commandé", ("salle", "café")),
        ("c'est bon pour le café", ("café",)),
        ("la salle n'est pas réservée", None),
        ("Karim est ok", None),
        ("ok merci", None),
        ("ok", None),
        ("ajoute Karim Benali", None),
        ("le GT Nutrition passe à 15h", None),
        ("rappelle-moi de réserver la salle", None),
        ("GT Nutrition hier 14h-16h, 8 présents", None),
        ("merci c'est parfait", None),
        ("12 présents, on a parlé du budget", None),
    ],
)
def test_what_is_said_of_the_meeting_that_was_just_shown(words: str, heard: object) -> None:
    assert read_shown(words, Hearing(now=NOW, author_id=None), INDEX) == heard


@pytest.mark.parametrize(
    ("words", "state", "unnamed"),
    [
        ("finalement karim benali vient", AttendanceState.PRESENT, 0),
        ("Sophie Martin excusée", AttendanceState.EXCUSED, 0),
        ("Karim Benali et 2 autres seront absents", AttendanceState.EXCUSED, 2),
    ],
)
def test_who_comes_to_the_meeting_that_was_just_shown(words: str, state: AttendanceState, unnamed: int) -> None:
    heard = read_shown(words, Hearing(now=NOW, author_id=None), INDEX)
    assert isinstance(heard, TellTurnout)
    assert ([one.state for one in heard.people], heard.unnamed) == ([state], unnamed)
    assert read_shown(f"{words} au GT Nutrition", Hearing(now=NOW, author_id=None), INDEX) is None


@pytest.mark.parametrize(
    "words",
    [
        "reporte le GT Nutrition à la prochaine semaine",
        "reporte le point au 12 janvier",
        "ajoute une action : Karim Benali prépare l'ordre du jour du GT Nutrition",
        "ajoute Karim Benali au GT Nutrition de lundi",
        "GT Nutrition hier 14h-16h, 8 présents, ajoute à l'ordre du jour le budget",
        "note que l'ordre du jour du gt nutrition est prêt",
        "tu ajoutes quoi à l'ordre du jour du GT Nutrition ?",
        "le gt nutrition du 17 passe a 15h",
        "le point d'étape du gt nutrition du 17 passe à 14h",
        "passe le gt nutrition du 17 à 1h30",
        "ajoute le point budget au compte rendu du gt nutrition",
        "on a fait le point budget au gt nutrition hier",
        "note pour le prochain gt nutrition : réserver la salle",
        "note pour le gt nutrition : 12 présents",
        "rajoute Karim au gt nutrition du 17",
    ],
)
def test_what_only_looks_like_it(words: str) -> None:
    assert not isinstance(say(words), PlanAgenda | ParkPoints)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("pour le gt nutrition previens le pilote 2h avant", 120), ("préviens la pilote du GT Nutrition la veille", 24 * 60)],
)
def test_the_pilot_is_told_before(words: str, minutes: int) -> None:
    assert say(words) == SetLeads(minutes=(minutes,), group_id=NUTRITION)


@pytest.mark.parametrize(
    ("words", "about", "days"),
    [
        ("qui vient au gt nutrition vendredi", "who", (FRIDAY,)),
        ("qui est excusé au GT Nutrition ?", "who", ()),
        ("qui ne vient pas au gt nutrition", "who", ()),
        ("checklist du gt nutrition", "checklist", ()),
        ("logistique gt nutrition de vendredi", "checklist", (FRIDAY,)),
        ("points reportés du gt nutrition", "points", ()),
        ("points à reprendre gt nutrition", "points", ()),
        ("où en est le GT Nutrition de vendredi ?", "page", (FRIDAY,)),
        ("texte d'invitation gt nutrition", "invitation", ()),
        ("le texte de l'invitation du GT Nutrition de vendredi stp", "invitation", (FRIDAY,)),
        ("qui s'excuse au gt nutrition ?", "who", ()),
        ("liste des excusés du GT Nutrition de vendredi", "who", (FRIDAY,)),
    ],
)
def test_what_is_asked_of_a_meeting_to_come(words: str, about: str, days: tuple[date, ...]) -> None:
    seen = say(words)
    assert isinstance(seen, SeePlanned)
    assert (seen.about, seen.days, seen.group_id) == (about, days, NUTRITION)


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("salle réservée pour le gt nutrition", "salle"),
        ("la salle est réservée pour le GT Nutrition de vendredi", "salle"),
        ("les convocations sont envoyées pour le GT Nutrition", "convocations"),
    ],
)
def test_something_to_see_to_is_done(words: str, done: str) -> None:
    seen = say(words)
    assert isinstance(seen, SeePlanned)
    assert (seen.about, seen.done, seen.group_id) == ("checklist", done, NUTRITION)


def test_what_is_not_seen_to_yet_is_not_done() -> None:
    seen = say("salle pas encore réservée pour le gt nutrition")
    assert not isinstance(seen, SeePlanned) or seen.done == ""


@pytest.mark.parametrize(
    "words",
    [
        "qui vient",
        "salle réservée",
        "GT Nutrition hier 14h-16h, salle réservée",
        "Karim Benali confirmé pour le GT Nutrition",
        "salle réservée hier pour le GT Nutrition",
        "qui était excusé au gt nutrition",
        "qui pilote le GT Nutrition",
        "qui est excusé au GT Nutrition de lundi dernier",
        "logistique GT Nutrition hier 2h",
        "qui vient relire le compte rendu du GT Nutrition vendredi",
        "points reportés du GT Nutrition : enquête",
    ],
)
def test_what_asks_something_else(words: str) -> None:
    assert not isinstance(say(words), SeePlanned)


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("1) accueil 10 min 2) bilan 1h30 (Marc) 3) qd 45 min", ("accueil 10 min", "bilan 1h30 (Marc)", "qd 45 min")),
        ("1. accueil 2. bilan", ("accueil", "bilan")),
        ("- accueil - bilan 10 min - qd", ("accueil", "bilan 10 min", "qd")),
        ("bilan, 20 min, rapporteur Marc, budget 10 min", ("bilan 20 min rapporteur Marc", "budget 10 min")),
        ("accueil 10 min puis bilan 20 min puis qd", ("accueil 10 min", "bilan 20 min", "qd")),
        ("bilan et perspectives 20 min, budget", ("bilan et perspectives 20 min", "budget")),
        ("bilan 20 min Marc et Sophie", ("bilan 20 min Marc et Sophie",)),
        ("bilan 2.0, budget 1.5 ETP", ("bilan 2.0", "budget 1.5 ETP")),
        ("retour sur les axes 1) et 2)", ("retour sur les axes 1) et 2)",)),
    ],
)
def test_points_are_told_apart(typed: str, points: tuple[str, ...]) -> None:
    assert tuple(points_told(typed)) == points


@pytest.mark.parametrize("words", ["enlève le point ² de l'ordre du jour du GT Nutrition", "enlève le point ① du GT Nutrition"])
def test_a_sign_that_is_no_whole_number_is_no_rank(words: str) -> None:
    heard = say(words)
    assert not (isinstance(heard, PlanAgenda) and heard.points[:1] == ("point 2",))
