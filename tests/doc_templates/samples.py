"""Meetings whose minutes are read in these tests: an ordinary one, a very long one, one with heads only, a hostile one."""

from dataclasses import replace
from datetime import date, time

from bot.domain.attendance import AttendanceState
from bot.domain.drafts import DayWindow
from bot.domain.groups import GroupKind
from bot.domain.minutes import Correspondent, MinutedAction, MinutedDecision, Minutes, NamedPerson, NextMeeting, Participant

CLAIRE = NamedPerson(
    first_name="Claire", last_name="Dumas", civility="Mme", function="coordinatrice du contrat local de santé", structure="Reseda"
)


def person(
    first: str, last: str, structure: str | None = None, function: str | None = None, *, civility: str | None = None, doctor: bool = False
) -> NamedPerson:
    return NamedPerson(first_name=first, last_name=last, structure=structure, function=function, civility=civility, doctor=doctor)


def participant(
    who: NamedPerson, state: AttendanceState = AttendanceState.PRESENT, *, by: str | None = None, visio: bool = False
) -> Participant:
    return Participant(person=who, state=state, represented_by=by, by_visio=visio)


ORDINARY = Minutes(
    organism="Communauté d'agglomération du Pays d'Alès",
    territory="Contrat local de santé du Pays d'Alès",
    instance="GT Diabète",
    instance_kind=GroupKind.GT,
    title="Préparer l'enquête auprès des habitants",
    reference="GTD-2026-03",
    day=date(2026, 3, 10),
    starts=time(14),
    ends=time(16, 30),
    minutes=150,
    place="maison de la santé",
    commune="Alès",
    secretary=CLAIRE,
    headcount=12,
    participants=(
        participant(CLAIRE),
        participant(person("Sophie", "Martin", "CPAM du Gard", "chargée de prévention")),
        participant(person("Karim", "Benali", "Mission locale", "conseiller"), visio=True),
        participant(person("Élodie", "de La Tour", "Centre hospitalier", "diététicienne", civility="Mme")),
        participant(person("Loïc", "Évrard", "MSP de La Grand-Combe", "médecin généraliste", doctor=True)),
        Participant(structure="CCAS d'Alès", count=2),
        participant(person("Jérôme", "Moreau", "UDAF"), AttendanceState.REPRESENTED, by="Sophie Martin"),
        Participant(structure="PMI", state=AttendanceState.EXCUSED),
        participant(person("Inès", "Roux", "ARS Occitanie", "déléguée territoriale"), AttendanceState.EXCUSED),
    ),
    topics=("bilan des ateliers de 2025", "enquête auprès des habitants: questionnaire et calendrier", "calendrier du printemps"),
    decisions=(
        MinutedDecision(number="GTD-2026-014", text="lancer l'enquête avant fin janvier"),
        MinutedDecision(
            number="GTD-2026-015", text="refaire l'atelier à Tamaris, le mercredi à 14h30 ; une salle de plain-pied est demandée."
        ),
    ),
    actions=(
        MinutedAction(text="relancer la CAF", bearers=(person("Sophie", "Martin"),), due=date(2026, 3, 15)),
        MinutedAction(
            text="voir la salle",
            bearers=(person("Karim", "Benali"), "CCAS d'Alès"),
            due_window=DayWindow(first=date(2026, 3, 26), last=date(2026, 3, 31)),
        ),
        MinutedAction(text="écrire aux pharmacies", due_said="à la rentrée"),
        MinutedAction(text="relire le questionnaire"),
    ),
    next_meeting=NextMeeting(day=date(2027, 1, 12), starts=time(14), ends=time(16), place="Maison de la santé", commune="Alès"),
    corrections_to=Correspondent(person=CLAIRE),
    generated_on=date(2026, 3, 10),
)

_FIRST = ("Élodie", "Françoise", "Loïc", "Maëlle", "Jérôme", "Nadia", "Stéphane", "Cécile", "Anaïs", "Zoé")
_LAST = ("Martin", "Bernard", "Le Gall", "Dubois", "Moreau", "Laurent", "Simon", "Michel", "Lefèvre", "d'Aubigné", "N'Guyen", "Fournier")
_STRUCTURES = (
    "Agence régionale de santé Occitanie",
    "Communauté d'agglomération",
    "CPAM du Gard",
    "Conseil départemental du Gard",
    "CHU",
    "CCAS",
)
_FUNCTIONS = (
    "chargée de mission",
    "coordinatrice du CLS",
    "médecin de santé publique",
    "vice-présidente déléguée à la santé",
    "directeur",
    None,
)


def _crowd(count: int) -> tuple[Participant, ...]:
    states = (AttendanceState.PRESENT,) * 5 + (AttendanceState.EXCUSED, AttendanceState.REPRESENTED)
    return tuple(
        participant(
            person(_FIRST[i % 10], _LAST[i % 12], _STRUCTURES[i % 6], _FUNCTIONS[i % 6]),
            states[i % 7],
            by="Élodie Martin" if states[i % 7] is AttendanceState.REPRESENTED else None,
        )
        for i in range(count)
    )


LONG = replace(
    ORDINARY,
    instance="Comité de pilotage du contrat local de santé",
    instance_kind=GroupKind.COPIL,
    title=None,
    chair=NamedPerson(first_name="Geneviève", last_name="Garcia", civility="Mme", function="vice-présidente déléguée à la santé"),
    headcount=None,
    participants=_crowd(30),
    topics=tuple(f"point {rank} : bilan de l'axe {rank} et perspectives" for rank in range(1, 9)),
    decisions=tuple(
        MinutedDecision(
            number=f"COPIL-2026-{rank:03d}",
            text=f"valider la fiche-action n° {rank} « Accès aux soins & droits » et en confier le pilotage à la structure désignée ; "
            f"le budget prévisionnel est arrêté à {rank}500 €",
        )
        for rank in range(1, 13)
    ),
    actions=tuple(
        MinutedAction(
            text=f"transmettre la liste des partenaires à associer (lot {rank}) et organiser le groupe de travail sur la prévention",
            bearers=(person(_FIRST[rank % 10], _LAST[rank % 12]),),
            due=date(2026, 4, rank),
        )
        for rank in range(1, 21)
    ),
)

HEADS_ONLY = replace(ORDINARY, headcount=12, participants=(), topics=(), decisions=(), actions=(), next_meeting=None)

NOT_RECORDED = replace(HEADS_ONLY, headcount=None, starts=None, ends=None, place=None, commune=None)

GUESTS = replace(
    HEADS_ONLY,
    headcount=8,
    participants=(
        participant(person("Claire", "Fontaine")),
        Participant(said="Karim Benali"),
        Participant(said="CCAS d'Alès", count=2),
        Participant(said="habitants", count=3),
        Participant(said="PMI", state=AttendanceState.EXCUSED),
    ),
)

HOSTILE_TEXT = 'R&D <b>gras</b> "x" {{ organism }} {% raw %} </w:t></w:r> DDEAUTO'

HOSTILE = replace(
    ORDINARY,
    organism=HOSTILE_TEXT,
    instance="T&T <a> \x0b\ufffe\ud800\u202e🎉",
    reference="{{ 7*7 }}",
    participants=(
        participant(person("<i>", "O'Brien & Fils", "A" * 200, "\u202egniwolf")),
        participant(person("שרה", "כהן", "مركز الصحة", "H\u2082O №1")),
    ),
    topics=("{%p if x %}", "a\nb\tc", "\x00\x07", "\udcff"),
    decisions=(MinutedDecision(number="N&1", text='</w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/>\nseconde ligne'),),
    actions=(MinutedAction(text="x" * 400, bearers=("<w:p/>", "y" * 120), due_said="{{ closing }}"),),
)

ALL = {"ordinary": ORDINARY, "long": LONG, "heads only": HEADS_ONLY, "not recorded": NOT_RECORDED, "guests": GUESTS, "hostile": HOSTILE}
