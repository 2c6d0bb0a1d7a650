"""Records, sheets, agendas and invitations that these tests read: ordinary ones, long ones, bare ones, hostile ones."""

from dataclasses import replace
from datetime import date, time

from bot.domain.convenings import AgendaItem, Convening
from bot.domain.decision_records import DecisionRecord, RecordedDecision, RecordedMeeting
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.minutes import Correspondent, FollowedAction, MinutedAction, MinutedDecision, MinutesState, PreviousMinutes
from bot.domain.signing_sheets import SigningSheet
from tests.doc_templates.samples import CLAIRE, HOSTILE_TEXT, LONG, ORDINARY, person

ORGANISM, TERRITORY = ORDINARY.organism, ORDINARY.territory
PEOPLE = tuple(line.person for line in LONG.participants if line.person is not None)[:14]

EARLIER = (
    FollowedAction(
        action=MinutedAction(text="relancer la CAF", bearers=(person("Sophie", "Martin"),), due=date(2026, 2, 15)),
        status=ActionStatus.DONE,
        day=date(2026, 2, 10),
    ),
    FollowedAction(action=MinutedAction(text="écrire la charte de l'atelier", bearers=(person("Karim", "Benali"),)), day=date(2026, 2, 10)),
)

CORRECTED = replace(
    ORDINARY,
    version=2,
    state=MinutesState.PROOFREAD,
    moved_on=date(2026, 3, 12),
    previous=PreviousMinutes(day=date(2026, 2, 10), version=3, approved=True),
    earlier_actions=EARLIER,
    before=replace(
        ORDINARY,
        headcount=11,
        ends=time(16),
        minutes=120,
        participants=ORDINARY.participants[1:],
        decisions=(MinutedDecision(number="GTD-2026-014", text="lancer l'enquête"),),
        actions=ORDINARY.actions[:3],
    ),
)

OF_ONE_MEETING = DecisionRecord(
    organism=ORGANISM,
    territory=TERRITORY,
    scope="GT Diabète",
    meeting=RecordedMeeting(
        title="Préparer l'enquête auprès des habitants",
        day=date(2026, 3, 10),
        starts=time(14),
        ends=time(16, 30),
        place="maison de la santé",
        commune="Alès",
        present=12,
        excused=2,
        next_meeting=ORDINARY.next_meeting,
    ),
    decisions=tuple(
        RecordedDecision(text=one.text, number=one.number or "", day=ORDINARY.day, instance="GT Diabète") for one in ORDINARY.decisions
    ),
    actions=tuple(FollowedAction(action=one, day=ORDINARY.day) for one in ORDINARY.actions),
    made_by=CLAIRE,
    generated_on=date(2026, 3, 11),
)

_INSTANCES = ("GT Diabète", "GT Nutrition et activité physique", "Copil du contrat local de santé")
OF_AN_AXIS = DecisionRecord(
    organism=ORGANISM,
    territory=TERRITORY,
    scope="Axe 9 – Diabète et maladies chroniques",
    first=date(2026, 1, 1),
    last=date(2026, 3, 11),
    meetings=14,
    decisions=tuple(
        RecordedDecision(
            text=LONG.decisions[rank % 12].text if rank % 3 else "refaire l'atelier à Tamaris",
            number=f"GTD-2026-{rank + 1:03d}",
            status=(DecisionStatus.TAKEN, DecisionStatus.TAKEN, DecisionStatus.TAKEN, DecisionStatus.REVISED, DecisionStatus.ABANDONED)[
                rank % 5
            ],
            day=date(2026, 1, 5 + rank),
            instance=_INSTANCES[rank % 3],
        )
        for rank in range(24)
    ),
    actions=tuple(
        FollowedAction(action=action, status=tuple(ActionStatus)[rank % 3], day=date(2026, 1, 5 + rank))
        for rank, action in enumerate(LONG.actions)
    ),
    made_by=CLAIRE,
    generated_on=date(2026, 3, 11),
)
NOTHING_DECIDED = replace(OF_AN_AXIS, scope=TERRITORY, first=None, decisions=(), actions=(), meetings=0, made_by=None)

SHEET = SigningSheet(
    organism=ORGANISM,
    territory=TERRITORY,
    instance="Copil du contrat local de santé",
    day=date(2026, 3, 17),
    starts=time(14),
    ends=time(16, 30),
    place="Hôtel de ville, salle des mariages",
    commune="Alès",
    expected=PEOPLE,
    made_by=CLAIRE,
    generated_on=date(2026, 3, 11),
)
SHEET_OF_A_DAY = replace(
    SHEET,
    instance="Plénière",
    starts=time(9),
    ends=time(17),
    expected=tuple(replace(one, last_name=f"{one.last_name} {rank}") for rank, one in enumerate(PEOPLE * 3)),
)
NOBODY_EXPECTED = replace(SHEET, expected=(), place=None, commune=None, starts=None, ends=None, made_by=None)

CONVENING = Convening(
    organism=ORGANISM,
    territory=TERRITORY,
    instance="Copil du contrat local de santé",
    day=date(2026, 3, 17),
    starts=time(14),
    ends=time(16, 30),
    place="Hôtel de ville, salle des mariages",
    commune="Alès",
    items=(
        AgendaItem(text="bilan de l'année 2025", minutes=30, speaker="Claire Dumas"),
        AgendaItem(text="enquête auprès des habitants : questionnaire et calendrier", minutes=45, speaker="Sophie Martin"),
        AgendaItem(text="budget prévisionnel", minutes=45),
        AgendaItem(text="questions diverses", minutes=15),
    ),
    approves=date(2025, 12, 9),
    reply_by=date(2026, 3, 13),
    recipients=PEOPLE,
    sender=CLAIRE,
    answer_to=Correspondent(person=CLAIRE, mail="claire.dumas@reseda.example"),
    generated_on=date(2026, 3, 4),
)
EACH = replace(
    CONVENING,
    each=True,
    items=(AgendaItem(text="bilan de l'année 2025"), AgendaItem(text="questions diverses", minutes=15)),
    approves=None,
    reply_by=None,
    answer_to=None,
    recipients=(
        person("Sophie", "Martin", "CPAM du Gard", "chargée de prévention", civility="Mme"),
        person("Loïc", "Évrard", "MSP de La Grand-Combe", "médecin généraliste", civility="M.", doctor=True),
        person("Camille", "Jacquet", "Mission locale"),
    ),
)
BARE = replace(
    CONVENING, items=(), approves=None, place=None, commune=None, starts=None, ends=None, recipients=(), sender=None, answer_to=None
)

HOSTILE_RECORD = replace(
    OF_AN_AXIS,
    organism=HOSTILE_TEXT,
    scope="T&T <a> \x0b\ufffe\ud800\u202e🎉",
    decisions=(RecordedDecision(text=HOSTILE_TEXT, number="{{ 7*7 }}", day=date(2026, 1, 5), instance="<w:p/>" * 20),),
)
HOSTILE_SHEET = replace(
    SHEET,
    organism=HOSTILE_TEXT,
    instance="\u202eniwolf 🎉" + "x" * 200,
    expected=(person("<i>", "O'Brien & Fils", "A" * 200, "\u202egniwolf"), person("שרה", "כהן", "مركز الصحة", "H\u2082O №1")),
)
HOSTILE_CONVENING = replace(
    CONVENING,
    organism=HOSTILE_TEXT,
    instance=HOSTILE_TEXT,
    items=(AgendaItem(text="{%p if x %}", speaker="</w:t>"), AgendaItem(text="\x00", minutes=10)),
    recipients=HOSTILE_SHEET.expected,
)

RECORDS = {"one meeting": OF_ONE_MEETING, "axis": OF_AN_AXIS, "nothing": NOTHING_DECIDED, "hostile": HOSTILE_RECORD}
SHEETS = {"afternoon": SHEET, "whole day": SHEET_OF_A_DAY, "nobody": NOBODY_EXPECTED, "hostile": HOSTILE_SHEET}
CONVENINGS = {"timed": CONVENING, "each": EACH, "bare": BARE, "hostile": HOSTILE_CONVENING}
