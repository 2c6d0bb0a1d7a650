"""Whether a sentence that tells another meeting, or other hours, leaves the card that stands open alone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.drafts import DraftContent, Field, HoursDraft
from bot.domain.requests import CorrectDraft, Hearing, KeepContent, NotForMe, PlanDeed, PlanMeeting, UpdateAttendance
from bot.understanding.reader import read
from tests.understanding.cards import CARD, MEETING, changes
from tests.understanding.territory import GROUPS, INDEX, NOW, PEOPLE, kept, say


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("GT Nutrition lundi 9h-11h", "GT Nutrition"),
        ("GT Nutrition, 8 présents", "GT Nutrition"),
        ("Copil CLS ce matin avec Samira et Odile", "Copil CLS"),
        ("hier soir Commission santé, on était 5", "Commission santé"),
        ("réunion du GT Précarité ce matin de 10h à midi", "GT Précarité"),
        ("GT Précarité vendredi, présents : Samira, Lucie et Nathalie", "GT Précarité"),
        ("ce matin 9h-10h30 cotech ASV à la mairie d'Anduze", "Cotech ASV"),
        ("GT Diabète lundi 14h-16h, 5 présents", "GT Diabète"),
    ],
)
def test_another_meeting_is_another_card(said: str, group: str) -> None:
    request = say(said, draft=CARD)
    assert isinstance(request, KeepContent)
    assert request.content.meetings[0].group_id == GROUPS[group]


@pytest.mark.parametrize("said", ["GT Sport hier 14h-16h, 5 présents", "hier comité mobilité de 14h à 16h avec 6 personnes"])
def test_a_whole_meeting_of_a_group_that_nobody_knows_is_another_card(said: str) -> None:
    request = say(said, draft=CARD)
    assert isinstance(request, KeepContent)
    assert request.content.meetings[0].group_id is None


@pytest.mark.parametrize(
    "said",
    [
        "non, c'était le GT Nutrition lundi 9h-11h",
        "c'était le GT Nutrition et on était 8",
        "plutôt le GT Nutrition, 8 présents",
        "en fait GT Nutrition lundi",
        "le groupe c'est GT Nutrition",
        "pardon, GT Nutrition avec Sophie",
        "je me suis trompée, c'est le GT Nutrition de ce matin",
    ],
)
def test_what_plainly_corrects_stays_a_correction(said: str) -> None:
    request = say(said, draft=CARD)
    assert isinstance(request, CorrectDraft)
    assert request.content.meetings[0].group_id == GROUPS["GT Nutrition"]


@pytest.mark.parametrize(
    "said",
    [
        "GT Précarité le 15 décembre 14h-16h, 6 présents",
        "GT Nutrition lundi en huit de 9h à 11h, 5 présents",
    ],
)
@pytest.mark.parametrize("card", [CARD, None])
def test_people_counted_at_a_meeting_to_come_are_kept_nowhere(said: str, card: DraftContent | None) -> None:
    request = say(said, draft=card)
    assert isinstance(request, NotForMe)
    assert request.reason == "plan"


@pytest.mark.parametrize(
    ("said", "group"),
    [
        ("GT Précarité la semaine prochaine 14h-16h", "GT Précarité"),
        ("Copil CLS demain 14h", "Copil CLS"),
        ("réunion GT Précarité le 18 décembre à la mairie d'Anduze", "GT Précarité"),
        ("demain GT Nutrition avec Sophie Martin et Karim Benali", "GT Nutrition"),
    ],
)
@pytest.mark.parametrize("card", [CARD, None])
def test_a_meeting_to_come_is_planned_on_a_card_of_its_own(said: str, group: str, card: DraftContent | None) -> None:
    request = say(said, draft=card)
    assert isinstance(request, PlanMeeting)
    assert (request.deed, request.group_id) == (PlanDeed.PLAN, GROUPS[group])


@pytest.mark.parametrize("said", ["4h de permanence demain", "2h de préparation demain pour le Copil CLS", "demain 3h de terrain"])
def test_hours_to_come_are_said_to_be_so(said: str) -> None:
    request = say(said)
    assert isinstance(request, NotForMe)
    assert request.reason == "hours_ahead"


HOURS = DraftContent(
    hours=(HoursDraft(person_id=PEOPLE["Inès Colin"], minutes=120, days=(date(2026, 12, 8),), group_id=GROUPS["GT Addictions"]),)
)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("1h30 de formation lundi dernier, gt addictions", 90),
        ("1h de route pour le copil CLS hier", 60),
        ("2h de permanence samedi à La Grand-Combe", 120),
        ("samedi maraude de 20h à 23h", 180),
        ("3h de rédaction vendredi", 180),
        ("hier aussi 45 min de préparation pour le GT Nutrition", 45),
    ],
)
def test_other_hours_are_another_card(said: str, minutes: int) -> None:
    request = say(said, draft=HOURS, author="Inès Colin")
    assert isinstance(request, KeepContent)
    assert [line.minutes for line in request.content.hours] == [minutes]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("non 3h", Field.MINUTES),
        ("3h", Field.MINUTES),
        ("c'était 3h", Field.MINUTES),
        ("plutôt 3h de formation", Field.MINUTES),
        ("pas 2h, 3h", Field.MINUTES),
        ("c'était lundi", Field.DAY),
        ("lundi", Field.DAY),
        ("pas hier, lundi", Field.DAY),
        ("pour le Copil CLS", Field.GROUP),
        ("c'était de la formation", Field.PART),
    ],
)
def test_hours_are_corrected(said: str, field: Field) -> None:
    request = say(said, draft=HOURS, author="Inès Colin")
    assert isinstance(request, CorrectDraft)
    assert request.changed[0] is field


def test_hours_told_beside_an_open_meeting_are_another_card() -> None:
    request = say("2h de préparation lundi pour le GT Nutrition", draft=CARD)
    assert isinstance(request, KeepContent)
    assert request.content.meetings == ()


def test_somebody_added_to_another_kept_meeting_leaves_the_card_alone() -> None:
    request = say("ajoute Karim Benali au GT Nutrition de lundi", draft=CARD)
    assert isinstance(request, UpdateAttendance)
    assert (request.group_id, request.day) == (GROUPS["GT Nutrition"], date(2026, 12, 7))


@pytest.mark.parametrize("said", ["le 12 janvier à 14h", "GT Nutrition le 12 janvier à 14h", "on se revoit le 12 janvier à 14h"])
def test_the_date_that_was_asked_for_is_an_answer(said: str) -> None:
    from dataclasses import replace

    card = DraftContent(meetings=(replace(MEETING, group_id=GROUPS["GT Nutrition"], next_meeting=None),))
    request = say(said, draft=card, asked=Field.NEXT_MEETING)
    assert isinstance(request, CorrectDraft)
    following = request.content.meetings[0].next_meeting
    assert following is not None
    assert following.day == date(2027, 1, 12)


def test_facts_that_the_card_lacks_fill_it() -> None:
    card = kept("GT Nutrition ce matin")
    request = say("GT Nutrition 9h-11h, 8 présents", draft=card, asked=Field.DURATION)
    assert isinstance(request, CorrectDraft)
    assert (request.content.meetings[0].minutes, request.content.meetings[0].headcount) == (120, 8)


@pytest.mark.parametrize(
    "words",
    [
        "Pourriez-vous ajouter à mon compteur deux heures de relecture de l'avenant, effectuées lundi, pour le Copil CLS ?",
        "euh note que vendredi j'ai roulé deux heures pour le GT Nutrition",
    ],
)
def test_whole_hours_of_another_group_are_no_correction_however_they_are_asked(words: str) -> None:
    hours = HoursDraft(person_id=PEOPLE["Claire Fontaine"], minutes=60, days=(date(2026, 12, 1),), group_id=GROUPS["GT Diabète"])
    assert isinstance(say(words, draft=DraftContent(hours=(hours,))), KeepContent)


def test_a_whole_meeting_told_again_after_one_was_kept_is_a_card_of_its_own() -> None:
    words = "GT Nutrition hier de 14h à 16h, salle des fêtes, 5 présents"
    kept_before = kept("GT Nutrition hier de 14h à 16h, 4 présents")
    hearing = Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=kept_before, kept=True)
    assert isinstance(read(words, hearing, INDEX), KeepContent)


@pytest.mark.parametrize(
    "said",
    [
        "le forum passe à 11h",
        "la plénière aussi",
        "pareil pour le copil",
        "même chose pour nutrition",
        "le 15 ça va",
        "pas dispo le 7",
        "le traiteur livre à midi",
        "check list copil cls : réserver la salle, vidéoproj, café",
        "préviens Lucie",
        "dis moi si lucie vient",
        "demande à Karim s'il vient",
    ],
)
@pytest.mark.parametrize("just_kept", [False, True])
def test_what_is_said_of_something_else_changes_no_card(said: str, just_kept: bool) -> None:
    request = read(said, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=CARD, kept=just_kept), INDEX)
    assert not isinstance(request, CorrectDraft | KeepContent)


@pytest.mark.parametrize(
    ("said", "part", "reads"),
    [
        ("oh zut, la réunion périnat", "group_id", GROUPS["GT Périnatalité"]),
        ("copil cls", "group_id", GROUPS["Copil CLS"]),
        ("lundi dernier", "day", "2026-12-07"),
        ("on a fini plus tôt, 16h", "ends", "16:00:00"),
        ("on a commencé trop tard, vers 14h20", "starts", "14:20:00"),
        ("avec une pause de 30 min", "minutes", 120),
        ("de 14h à 17h exactement", "ends", "17:00:00"),
    ],
)
def test_what_is_said_of_nothing_else_corrects_the_card(said: str, part: str, reads: object) -> None:
    assert changes(said)[part] == reads


def test_an_hour_at_which_it_began_or_ended_corrects_what_was_just_kept() -> None:
    for said in ("on a commencé plus tard, 14h30", "et fini à 17h"):
        request = read(said, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=CARD, kept=True), INDEX)
        assert isinstance(request, CorrectDraft)
        assert request.changed == (Field.DURATION,)


@pytest.mark.parametrize(
    ("said", "deed"),
    [
        ("mets le gt nutrition de mardi prochain a 14h salle des magnans", PlanDeed.MOVE),
        ("mets le copil cls de jeudi a 10h", PlanDeed.MOVE),
        ("le gt nutrition passe a 16h mercredi", PlanDeed.MOVE),
        ("ajoute le gt nutrition vendredi 18 10h-11h", PlanDeed.PLAN),
    ],
)
@pytest.mark.parametrize("just_kept", [False, True])
def test_an_order_about_another_group_s_meeting_to_come_is_of_the_agenda(said: str, deed: PlanDeed, just_kept: bool) -> None:
    request = read(said, Hearing(now=NOW, author_id=PEOPLE["Claire Fontaine"], draft=CARD, kept=just_kept), INDEX)
    assert isinstance(request, PlanMeeting)
    assert request.deed is deed


def test_a_meeting_of_another_group_told_whole_to_be_added_is_another_card() -> None:
    request = say("ajoute le gt nutrition hier 10h-11h, 8 presents", draft=CARD)
    assert isinstance(request, KeepContent)
    assert request.content.meetings[0].group_id == GROUPS["GT Nutrition"]
