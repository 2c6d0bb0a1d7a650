"""Leaves, the point of the week and quiet hours, as people say them; and what looks like them and is a meeting, a reminder or nothing."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.peace_requests import EndLeave, Lack, NoSetting, SetRhythm, TakeLeave
from bot.domain.requests import Command, Hearing, NotForMe, Request, SetReminder
from bot.domain.rhythms import Away
from bot.understanding.rhythms import read_setting, read_stand_in
from tests.understanding.territory import INDEX, NOW, PEOPLE, say

CLAIRE = PEOPLE["Claire Fontaine"]


def leave(first: tuple[int, int, int], last: tuple[int, int, int], **more: object) -> TakeLeave:
    return TakeLeave(first=date(*first), last=date(*last), **more)  # type: ignore[arg-type]


class TestLeaves:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("je suis en congé du 10 au 24", leave((2026, 12, 10), (2026, 12, 24))),
            ("Je serai en congés du 3 au 14 janvier", leave((2027, 1, 3), (2027, 1, 14))),
            ("je serai absente du 3 au 14 janvier inclus", leave((2027, 1, 3), (2027, 1, 14))),
            ("bonjour, je suis en vacances la semaine prochaine", leave((2026, 12, 14), (2026, 12, 20))),
            ("congés du 21 décembre au 3 janvier", leave((2026, 12, 21), (2027, 1, 3))),
            ("je pars en vacances jusqu'au 20 décembre", leave((2026, 12, 9), (2026, 12, 20))),
            ("je ne serai pas là demain", leave((2026, 12, 10), (2026, 12, 10))),
            ("en arrêt", None),
            ("je suis en congé", TakeLeave()),
            ("je prends des congés à partir du 21", TakeLeave()),
        ],
    )
    def test_days(self, words: str, expected: Request | None) -> None:
        heard = say(words)
        assert (heard if expected is not None else isinstance(heard, TakeLeave)) == (expected or False)

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("je suis en congé du 3 au 14", leave((2026, 12, 3), (2026, 12, 14))),
            ("je suis en congé du 1er au 8", leave((2027, 1, 1), (2027, 1, 8))),
            ("je suis en congé du 28 décembre au 4 janvier", leave((2026, 12, 28), (2027, 1, 4))),
            ("je suis en congé du 28 au 4", leave((2026, 12, 28), (2027, 1, 4))),
            ("je suis en congé jusqu'au 14", leave((2026, 12, 9), (2026, 12, 14))),
            ("je suis en congé jusqu'à fin décembre", leave((2026, 12, 9), (2026, 12, 31))),
            ("je suis en congé à partir de jeudi jusqu'au 14", leave((2026, 12, 10), (2026, 12, 14))),
            ("je suis en congé depuis lundi et jusqu'au 14", leave((2026, 12, 7), (2026, 12, 14))),
            ("je suis en congé la semaine du 14", leave((2026, 12, 14), (2026, 12, 20))),
            ("je suis en congé la semaine du 14 et la semaine du 21", leave((2026, 12, 14), (2026, 12, 27))),
            ("je suis en congé jeudi et vendredi", leave((2026, 12, 10), (2026, 12, 11))),
            ("je suis en congé le 14, le 15 et le 16", leave((2026, 12, 14), (2026, 12, 16))),
            ("je suis en congé du 3 au 14 mars", leave((2027, 3, 3), (2027, 3, 14))),
        ],
    )
    def test_first_and_last_day(self, words: str, expected: TakeLeave) -> None:
        assert say(words) == expected

    @pytest.mark.parametrize(
        "words",
        [
            "je suis en congé demain matin",
            "je suis en congé jeudi après-midi",
            "je serai absente une demi-journée jeudi",
            "je suis en congé du jeudi 10 après-midi au lundi 14 au matin",
            "je suis en congé du 10 décembre midi au 14 décembre",
            "je suis en congé à partir de jeudi",
            "je suis en congé après le 14",
            "je suis en congé avant le 14",
            "je suis en congé pendant 15 jours",
            "je suis en congé deux semaines à partir du 14",
            "je suis en congé du 14 pour deux semaines",
            "je suis en congé fin décembre",
            "je suis en congé jusqu'à la semaine prochaine",
            "je suis en congé pour les vacances de Noël",
            "je suis en congé le 14 et le 18",
            "je suis en congé les semaines du 14 et du 21",
            "je suis en congé du 10 au 12 et du 20 au 27",
            "je suis en congé du 10 au 12 puis du 20 au 27",
            "je suis en congé du 10 au 12 et le 20",
        ],
    )
    def test_days_that_are_not_told_in_full_are_asked_for(self, words: str) -> None:
        assert say(words) == TakeLeave()

    @pytest.mark.parametrize(
        "words",
        [
            "je suis en congé hier",
            "je suis en congé la semaine dernière",
            "je suis en congé le 3 mars 2025",
            "je suis en congé du 3 au 14 janvier 2026",
            "je suis en congé du 1er au 4 décembre",
        ],
    )
    def test_days_that_are_past_are_asked_for(self, words: str) -> None:
        assert say(words) == TakeLeave()

    @pytest.mark.parametrize(
        "words",
        [
            "je suis en congé du 10 au 24, c'est Claire Fontaine qui prend le relais",
            "je suis en congé du 10 au 24, Claire Fontaine prend le relais",
            "Je suis en congés du 10 au 24 : voir avec Claire Fontaine. Merci !",
            "en congé du 10 au 24, Claire Fontaine me remplace",
            "je serai absente du 10 au 24, remplacée par Claire Fontaine",
        ],
    )
    def test_who_stands_in(self, words: str) -> None:
        assert say(words) == leave((2026, 12, 10), (2026, 12, 24), stand_in_id=CLAIRE)

    def test_somebody_whom_the_directory_does_not_know(self) -> None:
        heard = say("je suis en congé du 10 au 24, c'est Zoé Kowalska qui prend le relais")
        assert heard == leave((2026, 12, 10), (2026, 12, 24), stand_in_said="Zoé Kowalska")

    @pytest.mark.parametrize(
        "words",
        [
            "je suis rentrée",
            "je suis de retour de congés",
            "ça y est je suis revenu",
            "fin de mon congé",
            "fin de mon rtt",
            "mets fin à mon arret",
            "mon congé est fini",
            "je reviens aujourd'hui",
        ],
    )
    def test_back(self, words: str) -> None:
        assert say(words) == EndLeave(back=True)

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("annule mes congés", EndLeave(every=True)),
            ("supprime tous mes congés", EndLeave(every=True)),
            ("supprime mon congé", EndLeave()),
            ("efface le conge", EndLeave()),
            ("je ne pars plus en vacances", EndLeave()),
            ("annule mon arrêt", EndLeave()),
            ("annule mes rtt", EndLeave(every=True)),
            ("finalement mon arret maladie est annulé", EndLeave()),
            ("annule mon congé de décembre", EndLeave(first=date(2026, 12, 1), last=date(2026, 12, 31))),
            ("enleve moi mes vacances du 21 au 31 decembre", EndLeave(first=date(2026, 12, 21), last=date(2026, 12, 31))),
            ("finalement je suis pas en conge lundi", EndLeave(first=date(2026, 12, 14), last=date(2026, 12, 14))),
        ],
    )
    def test_given_up(self, words: str, expected: EndLeave) -> None:
        assert say(words) == expected

    @pytest.mark.parametrize(
        ("words", "day"),
        [
            ("finalement je reviens le 14, je suis dispo", 14),
            ("je rentre le 14 au lieu du 16", 14),
            ("je reprends le travail lundi", 14),
            ("je serai de retour demain", 10),
            ("fin de mon congé le 13", 14),
            ("mon arrêt est prolongé jusqu'au 20", 21),
            ("prolonge mes vacances jusqu'au 20 décembre", 21),
        ],
    )
    def test_there_again_on_another_day(self, words: str, day: int) -> None:
        assert say(words) == EndLeave(returns=date(2026, 12, day))

    @pytest.mark.parametrize(
        "words", ["je reviens plus tot", "je rentre plus tôt que prévu", "prolonge mon congé", "je reviens le 14 ou le 15"]
    )
    def test_another_end_that_is_not_told(self, words: str) -> None:
        assert say(words) == EndLeave(other_end=True)

    @pytest.mark.parametrize(
        "words",
        [
            "je reviens vers vous lundi",
            "je reviens sur le budget",
            "je reviens du GT Nutrition, 12 présents",
            "je reprends le point de lundi",
            "annule l'arrêt du tabac",
            "retour lundi",
        ],
    )
    def test_who_comes_back_from_elsewhere(self, words: str) -> None:
        assert not isinstance(say(words), EndLeave)

    @pytest.mark.parametrize(
        "words", ["annule la réunion de décembre", "supprime le GT Nutrition de décembre", "annule les congés de Claire Fontaine"]
    )
    def test_something_else_given_up(self, words: str) -> None:
        assert not isinstance(say(words), EndLeave)


class TestRhythms:
    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("mon point de la semaine le jeudi à 9h", SetRhythm(week_day=4, week_at=time(9), no_week=False)),
            ("je veux mon point de la semaine le lundi matin", SetRhythm(week_day=1, week_at=time(9), no_week=False)),
            ("envoie-moi le point de la semaine tous les vendredis à 15h30", SetRhythm(week_day=5, week_at=time(15, 30), no_week=False)),
            ("ma semaine le jeudi à 18h plutôt", SetRhythm(week_day=4, week_at=time(18), no_week=False)),
            ("ma semaine le mardi 7h30", SetRhythm(week_day=2, week_at=time(7, 30), no_week=False)),
            ("renvoie moi le point de la semaine le vendredi 16h", SetRhythm(week_day=5, week_at=time(16), no_week=False)),
            ("le point de la semaine le vendredi 16h", SetRhythm(week_day=5, week_at=time(16), no_week=False)),
            ("mon point hebdo plutot jeudi 17h", SetRhythm(week_day=4, week_at=time(17), no_week=False)),
            ("passe ma semaine au lundi 9h", SetRhythm(week_day=1, week_at=time(9), no_week=False)),
            ("envoie moi ma semaine tous les lundis à 8h", SetRhythm(week_day=1, week_at=time(8), no_week=False)),
            ("point de la semaine à 18h", SetRhythm(week_at=time(18), no_week=False)),
            ("je préfère ma semaine le lundi", SetRhythm(week_day=1, no_week=False)),
            ("réactive le point de la semaine", SetRhythm(no_week=False)),
            ("je veux de nouveau le point de la semaine", SetRhythm(no_week=False)),
            ("arrête de m'envoyer ma semaine", SetRhythm(no_week=True)),
            ("plus de point de la semaine", SetRhythm(no_week=True)),
            ("je ne veux plus recevoir le point de la semaine", SetRhythm(no_week=True)),
            ("ne m'écris pas avant 9h", SetRhythm(quiet_to=time(9))),
            ("ne m'écris plus après 18h30 stp", SetRhythm(quiet_from=time(18, 30))),
            ("pas de messages avant 9h ni après 18h", SetRhythm(quiet_to=time(9), quiet_from=time(18))),
            ("ne me dérange pas le week-end", SetRhythm(week_ends=False)),
            ("tu peux m'écrire le week-end", SetRhythm(week_ends=True)),
            ("ne m'écris pas entre 18h et 9h", SetRhythm(quiet_to=time(9), quiet_from=time(18))),
            ("mes heures de silence 18h-9h", SetRhythm(quiet_to=time(9), quiet_from=time(18))),
            ("heures calmes de 20h à 7h", SetRhythm(quiet_to=time(7), quiet_from=time(20))),
            ("mets mes heures de silence de 18h30 à 9h", SetRhythm(quiet_to=time(9), quiet_from=time(18, 30))),
            ("silence entre 18h et 9h", SetRhythm(quiet_to=time(9), quiet_from=time(18))),
            ("mes heures de silence jusqu'à 9h", SetRhythm(quiet_to=time(9))),
            ("silence à partir de 18h", SetRhythm(quiet_from=time(18))),
            ("ne m'écris pas jusqu'à 9h", SetRhythm(quiet_to=time(9))),
            ("tu peux m'écrire à partir de 8h30", SetRhythm(quiet_to=time(8, 30))),
            ("tu peux m'écrire jusqu'à 20h", SetRhythm(quiet_from=time(20))),
        ],
    )
    def test_chosen(self, words: str, expected: SetRhythm) -> None:
        assert say(words) == expected

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("ma semaine", "semaine"),
            ("mon point de la semaine", "semaine"),
            ("réglages", "rythme"),
            ("mes heures de silence", "rythme"),
            ("c quand mon point de la semaine", "rythme"),
            ("quand arrive mon récap de la semaine ?", "rythme"),
        ],
    )
    def test_commands(self, words: str, name: str) -> None:
        assert say(words) == Command(name=name)

    @pytest.mark.parametrize(
        "words",
        [
            "GT Nutrition hier 14h-16h, 12 présents, Claire en congé",
            "rappelle-moi jeudi à 9h le point de la semaine",
            "point de la semaine avec l'équipe hier 9h-10h",
            "Claire Fontaine est en congé maternité du 3 au 14 janvier",
            "je suis rentrée tard hier du GT Nutrition",
            "je suis en congé du 10 au 24 mais le GT Nutrition du 12 est maintenu avec 12 personnes",
            "absent : Claire Fontaine",
            "ma semaine prochaine",
            "ma semaine lundi",
            "ma semaine lundi 30 novembre",
            "mon point de la semaine lundi prochain 9h",
            "ma semaine : lundi GT Nutrition 9h-11h, mardi permanence",
            "mes heures de préparation 9h-11h",
            "GT Nutrition hier 14h-16h, minute de silence, 12 présents",
            "ne m'écris pas avant demain 9h",
            "je serai absente mardi de 14h à 14h30",
            "2h de permanence pendant les vacances",
        ],
    )
    def test_not_for_it(self, words: str) -> None:
        assert not isinstance(say(words), TakeLeave | EndLeave | SetRhythm)


class TestInPeace:
    """Left in peace in ways that are a leave, another setting, or none: nothing is dropped in silence."""

    @pytest.mark.parametrize(
        "words",
        [
            "je bosse pas le mercredi",
            "je ne travaille pas le mercredi",
            "je travaille jamais le vendredi",
            "moi je ne bosse pas les lundis",
            "ne m'ecris pas le mercredi",
            "pas de messages le mercredi stp",
            "ne me dérange pas le lundi et le mardi",
            "ne m'écris jamais les mercredis après-midi",
            "mon jour de repos c'est le mercredi",
            "je suis en repos le vendredi",
        ],
    )
    def test_a_day_of_each_week(self, words: str) -> None:
        assert say(words) == NoSetting(lack=Lack.DAY_OFF)

    @pytest.mark.parametrize(
        "words",
        [
            "stop les messages",
            "arrête de m'écrire",
            "arretez les notifs",
            "coupe toutes les notifications",
            "ne m'écris plus",
            "laisse-moi tranquille",
            "je veux plus recevoir de messages",
            "ne m'écris pas avant demain 9h",
        ],
    )
    def test_no_end(self, words: str) -> None:
        assert say(words) == NoSetting(lack=Lack.SILENCE)

    @pytest.mark.parametrize(
        ("words", "first", "last"),
        [
            ("ne me dérange pas jusqu'à lundi", (2026, 12, 9), (2026, 12, 13)),
            ("silence jusqu'a lundi", (2026, 12, 9), (2026, 12, 13)),
            ("stop les messages jusqu'au 4 janvier", (2026, 12, 9), (2027, 1, 3)),
            ("ne m'écris pas demain", (2026, 12, 10), (2026, 12, 10)),
            ("laisse moi tranquille la semaine prochaine", (2026, 12, 14), (2026, 12, 20)),
            ("pas de messages du 20 au 24", (2026, 12, 20), (2026, 12, 24)),
            ("je ne travaille pas mercredi prochain", (2026, 12, 16), (2026, 12, 16)),
        ],
    )
    def test_days_are_a_leave(self, words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
        assert say(words) == leave(first, last)

    @pytest.mark.parametrize(
        "words", ["ne m'écris plus jusqu'à demain matin", "conges du 15 au 4 decembre", "en vacances du 30 au 12 décembre"]
    )
    def test_days_that_must_be_asked_for(self, words: str) -> None:
        assert say(words) == TakeLeave()

    @pytest.mark.parametrize(
        ("words", "first", "last"),
        [
            ("jsuis en vacance du 21/12 au 4/1", (2026, 12, 21), (2027, 1, 4)),
            ("chuis en congé du 21 au 31 décembre", (2026, 12, 21), (2026, 12, 31)),
            ("j serai absente le 21 décembre", (2026, 12, 21), (2026, 12, 21)),
            ("jprends des vacances du 21 au 31", (2026, 12, 21), (2026, 12, 31)),
            ("conges du 28 au 3 janvier", (2026, 12, 28), (2027, 1, 3)),
            ("je suis en arrêt du 2 au 20 décembre", (2026, 12, 2), (2026, 12, 20)),
        ],
    )
    def test_typed_fast(self, words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
        assert say(words) == leave(first, last)

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("écris-moi aussi les jours fériés", SetRhythm(holidays=True)),
            ("tu peux m'ecrire les jours feries", SetRhythm(holidays=True)),
            ("tu peux m'écrire le week-end et les jours fériés", SetRhythm(week_ends=True, holidays=True)),
            ("ne m'écris pas les jours fériés", SetRhythm(holidays=False)),
            ("pas de messages le week-end ni les jours fériés", SetRhythm(week_ends=False, holidays=False)),
            ("ecris moi aussi le samedi matin", SetRhythm(week_ends=True, wider=True)),
            ("écris-moi aussi le dimanche", SetRhythm(week_ends=True, wider=True)),
            ("écris-moi le samedi et le dimanche", SetRhythm(week_ends=True)),
            ("ne m'écris plus le samedi", SetRhythm(week_ends=False, wider=True)),
            ("point semaine le lundi 8h", SetRhythm(week_day=1, week_at=time(8), no_week=False)),
            ("mon point de semaine le lundi 8h", SetRhythm(week_day=1, week_at=time(8), no_week=False)),
            ("bilan de la semaine le vendredi 15h", SetRhythm(week_day=5, week_at=time(15), no_week=False)),
            ("remets moi la semaine le vendredi 15h30", SetRhythm(week_day=5, week_at=time(15, 30), no_week=False)),
            ("pas de point de semaine svp", SetRhythm(no_week=True)),
            ("je veux plus recevoir la semaine", SetRhythm(no_week=True)),
            ("arrête de m'envoyer la semaine", SetRhythm(no_week=True)),
        ],
    )
    def test_settings(self, words: str, expected: SetRhythm) -> None:
        assert say(words) == expected

    @pytest.mark.parametrize(
        "words",
        [
            "je travaille pas le dossier du GT Nutrition",
            "point semaine GT Nutrition lundi 14h",
            "donne moi la semaine prochaine",
            "2h de permanence un jour férié",
            "je suis en repos, GT Nutrition hier 14h-16h, 12 présents",
            "Claire Fontaine ne travaille pas le mercredi",
        ],
    )
    def test_something_else(self, words: str) -> None:
        assert not isinstance(say(words), TakeLeave | EndLeave | SetRhythm | NoSetting)


class TestOnTheScreen:
    """What may be said straight after the settings were shown."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("mercredi 17h", SetRhythm(week_day=3, week_at=time(17), no_week=False)),
            ("le mercredi à 17h", SetRhythm(week_day=3, week_at=time(17), no_week=False)),
            ("plutôt le lundi matin", SetRhythm(week_day=1, week_at=time(9), no_week=False)),
            ("tous les mardis", SetRhythm(week_day=2, no_week=False)),
            ("17h", SetRhythm(week_at=time(17), no_week=False)),
            ("18h-9h", SetRhythm(quiet_from=time(18), quiet_to=time(9))),
            ("pas avant 9h", SetRhythm(quiet_to=time(9))),
            ("rien après 17h", SetRhythm(quiet_from=time(17))),
            ("jamais apres 18h30", SetRhythm(quiet_from=time(18, 30))),
            ("demain 9h", None),
            ("jeudi 26 à 9h", None),
            ("lundi prochain", None),
            ("GT Nutrition mercredi 17h", None),
            ("mercredi 17h appeler Karim", None),
            ("le week-end aussi", None),
            ("non merci", None),
            ("oui", None),
        ],
    )
    def test_a_setting_or_something_else(self, words: str, expected: SetRhythm | None) -> None:
        assert read_setting(words, Hearing(now=NOW, author_id=CLAIRE), INDEX) == expected


class TestOverALeave:
    """What may be said of the card of a leave."""

    LEAVE = Away(first=date(2026, 12, 21), last=date(2027, 1, 3))

    @pytest.mark.parametrize(
        "words",
        [
            "c'est Claire Fontaine qui me remplace",
            "Claire Fontaine prend le relais",
            "remplacée par claire fontaine",
            "c est claire fontaine qui prend le relai",
            "voir avec Claire Fontaine",
            "finalement Claire Fontaine me remplacera",
        ],
    )
    def test_who_stands_in(self, words: str) -> None:
        heard = read_stand_in(words, self.LEAVE, Hearing(now=NOW, author_id=CLAIRE), INDEX)
        assert heard == TakeLeave(first=self.LEAVE.first, last=self.LEAVE.last, stand_in_id=CLAIRE)

    @pytest.mark.parametrize(
        "words",
        [
            "oui",
            "merci",
            "GT Nutrition hier 14h-16h, 12 présents",
            "Claire Fontaine",
            "c'est Claire Fontaine qui a animé",
            "rappelle-moi demain d'appeler Claire Fontaine",
            "le numéro de Claire Fontaine",
            "contacte Claire Fontaine demain à 9h",
            "je suis en congé du 4 au 8",
        ],
    )
    def test_anything_else(self, words: str) -> None:
        assert read_stand_in(words, self.LEAVE, Hearing(now=NOW, author_id=CLAIRE), INDEX) is None


class TestBesideAReminder:
    @pytest.mark.parametrize(
        "words",
        [
            "je suis en congé du 3 au 14, rappelle-moi de faire le CR du GT Nutrition le 15",
            "je serai absente du 3 au 14 janvier. Rappelle-moi d'envoyer la convocation le 15 janvier",
            "Rappelle-moi le 15 de faire le CR, je suis en congé du 3 au 14",
            "annule la réunion de jeudi et rappelle-moi d'appeler Karim demain",
            "décale le GT Nutrition à vendredi et rappelle-moi de prévenir tout le monde demain à 9h",
            "ajoute Sophie Martin au GT Nutrition de lundi et rappelle-moi de lui écrire demain",
            "ne m'écris pas le week-end et rappelle-moi d'appeler Karim lundi",
        ],
    )
    def test_neither_half_is_lost(self, words: str) -> None:
        assert say(words) == NotForMe(reason="two_requests", clarify=True)

    @pytest.mark.parametrize(
        "words",
        [
            "rappelle-moi de poser mes congés demain",
            "rappelle-moi demain d'annuler le GT Nutrition de jeudi",
            "demain rappelle-moi d'appeler Karim",
            "bonjour Maillon, rappelle-moi d'appeler Karim lundi",
        ],
    )
    def test_what_is_to_be_done_is_no_second_request(self, words: str) -> None:
        assert isinstance(say(words), SetReminder)
