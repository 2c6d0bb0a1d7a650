"""Places in the author's own words or taken back, hours that were planned otherwise, lengths that are not the meeting's, own weekdays."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.understanding.territory import PLACES, kept

_HEAD = "GT Diabète hier 14h-15h30"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (" dans mon cabinet, Karim et Pauline", "cabinet"),
        (" a ma pharmacie de la grand combe, Karim", "pharmacie de la grand combe"),
        (" dans notre salle de pause, Karim", "salle de pause"),
        (", local du planning familial, Karim", "local du planning familial"),
        (", infirmerie du lycée dumas. Karim et Pauline", "infirmerie du lycée dumas"),
        (", vestiaire du stade, Karim et Pauline", "vestiaire du stade"),
        (", secrétariat du lycée, Karim", "secrétariat du lycée"),
        (", Karim. J'ai pris la route dans ma voiture", None),
        (", Karim à la place de Pauline", None),
        (", directrice du lycée, Karim", None),
    ],
)
def test_a_place_is_kept_in_the_words_typed(words: str, place: str | None) -> None:
    assert kept(f"{_HEAD}{words}").meetings[0].place_said == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (" à la maison de la santé, ah non pardon c'était à la médiathèque. Karim", "Médiathèque Alphonse-Daudet"),
        (" à la médiathèque, non en fait à la maison de la santé. Karim", "Maison de la santé"),
        (" salle Cévennes enfin non, mairie d'Anduze. Karim", "Mairie d'Anduze"),
        (" à la médiathèque, Karim. La prochaine, c'est à la mairie d'Anduze le 12 janvier 14h", "Médiathèque Alphonse-Daudet"),
        (" pause comprise, MSP St-Ambroix, Karim et Pauline", "MSP de Saint-Ambroix"),
    ],
)
def test_the_place_that_takes_another_back_is_meant(words: str, place: str) -> None:
    assert kept(f"{_HEAD}{words}").meetings[0].place_id == PLACES[place]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        (" prévu 14h mais en vrai on a démarré à 14h30, fini à 16h30. Karim", (time(14, 30), time(16, 30), 120)),
        (", prévu à 9h, on a commencé à 9h20, terminé à 11h. Karim", (time(9, 20), time(11), 100)),
        (", annoncé pour 14h mais début 14h15 fin 15h45. Karim", (time(14, 15), time(15, 45), 90)),
        (", convoqués à 10h, démarrage réel 10h10, jusqu'à 11h. Karim", (time(10, 10), time(11), 50)),
        (" 11h-12h15. Karim (20 min seulement)", (time(11), time(12, 15), 75)),
        (" à 11h, Karim (partie au bout de 15 min), Pauline, 1h15 en tout", (time(11), time(12, 15), 75)),
        (" 11h-12h15. 10 min de coupure à cause de Teams. Karim", (time(11), time(12, 15), 75)),
        (" 11h-13h avec 30 min de pause. Karim", (time(11), time(13), 90)),
    ],
)
def test_the_hours_are_those_that_were_held(words: str, hours: tuple[time, time, int]) -> None:
    meeting = kept(f"GT Diabète hier{words}").meetings[0]
    assert (meeting.starts, meeting.ends, meeting.minutes) == hours


@pytest.mark.parametrize(
    ("message", "day"),
    [
        ("Mon mercredi :\n> 9h/10h30 gt diabète, Karim\n> 13h30/15h gt précarité, Samira", date(2026, 12, 9)),
        ("Ma journée de mercredi : 9h-10h30 gt diabète avec Karim ; 14h-15h gt précarité avec Samira", date(2026, 12, 9)),
        ("Bilan de mon mercredi : gt diabète 9h-10h30 avec Karim", date(2026, 12, 9)),
        ("Mon mardi :\n- 9h-10h30 gt diabète avec Karim\n- 14h-15h gt précarité avec Samira", date(2026, 12, 8)),
        ("gt diabète mercredi 9h-10h30 avec Karim", date(2026, 12, 2)),
    ],
)
def test_ones_own_weekday_is_today(message: str, day: date) -> None:
    assert {m.day for m in kept(message).meetings} == {day}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("On n'était que 3", 3),
        ("on n'était plus que deux", 2),
        ("nous n'étions que 4", 4),
        ("nous n'étions plus que 5 à la fin", 5),
        ("on n'était pas 4", None),
    ],
)
def test_only_so_many_is_a_count(words: str, count: int | None) -> None:
    assert kept(f"{_HEAD} avec Karim. {words}").meetings[0].headcount == count
