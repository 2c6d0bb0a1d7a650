"""What a record of decisions, a signing sheet, an agenda and an invitation print, in French."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import docx
import pytest

from bot.domain.convenings import AgendaItem, agenda_item
from bot.domain.minutes import MinutesState, PreviousMinutes
from bot.domain.papers import PaperKind
from doc_templates.agenda.fields import agenda_fields
from doc_templates.agenda.make_template import make_template as agenda_template
from doc_templates.decision_record.fields import decision_record_fields, decision_record_file_name
from doc_templates.decision_record.make_template import make_template as record_template
from doc_templates.engine import fill, template_of
from doc_templates.invitation.fields import invitation_fields
from doc_templates.invitation.make_template import make_template as invitation_template
from doc_templates.minutes.fields import minutes_fields
from doc_templates.papers import paper_contents
from doc_templates.signing_sheet.fields import signing_sheet_fields
from doc_templates.signing_sheet.make_template import make_template as sheet_template
from tests.doc_templates.every_document import every_document
from tests.doc_templates.generated import generated
from tests.doc_templates.house_rules import faults
from tests.doc_templates.paper_samples import (
    BARE,
    CONVENING,
    CORRECTED,
    EACH,
    HOSTILE_CONVENING,
    NOTHING_DECIDED,
    OF_AN_AXIS,
    OF_ONE_MEETING,
    SHEET,
    SHEET_OF_A_DAY,
)
from tests.doc_templates.samples import HOSTILE_TEXT, ORDINARY
from tests.doc_templates.test_minutes_docx import blanks

TEMPLATES = {
    "agenda": agenda_template,
    "decision_record": record_template,
    "invitation": invitation_template,
    "signing_sheet": sheet_template,
}


def said(value: object) -> str:
    """With plain spaces, so that the expectations can be read."""
    return str(value).replace("\u00a0", " ").replace("\u202f", " ")


class TestRecordOfDecisions:
    def test_of_one_meeting(self) -> None:
        fields = decision_record_fields(OF_ONE_MEETING)
        assert [said(fields[name]) for name in ("scope", "period_line", "participation", "totals", "footer")] == [
            "GT Diabète",
            "Mardi 10 mars 2026",
            "12 participantes et participants, 2 excusées et excusés",
            "2 décisions, 4 actions",
            "Relevé de décisions – projet de compte rendu, version 1",
        ]

    def test_of_a_period_of_several_instances(self) -> None:
        fields = decision_record_fields(OF_AN_AXIS)
        assert [said(fields[name]) for name in ("period_line", "meetings", "totals")] == [
            "Du 1er janvier au 11 mars 2026",
            "14 réunions tenues",
            "24 décisions, 20 actions dont 7 à faire",
        ]
        assert {name: said(words) for name, words in fields["decisions"][3].items()} == {
            "number": "GTD-2026-004",
            "text": "Décision révisée : Refaire l’atelier à Tamaris",
            "met": "08/01/2026\nGT Diabète",
        }
        assert [one["number"] for one in fields["actions"]] == [f"A{rank}" for rank in range(1, 8)], "only those still to do"

    def test_one_instance_is_not_said_on_each_line(self) -> None:
        alone = replace(OF_AN_AXIS, decisions=OF_AN_AXIS.decisions[:1])
        assert decision_record_fields(alone)["decisions"][0]["met"] == "05/01/2026"

    @pytest.mark.parametrize(
        ("first", "last", "line"),
        [
            (None, None, "Jusqu’au 11 mars 2026"),
            (date(2026, 2, 1), None, "Depuis le 1er février 2026"),
            (date(2026, 2, 1), date(2026, 2, 28), "Du 1er au 28 février 2026"),
        ],
    )
    def test_its_period(self, first: date | None, last: date | None, line: str) -> None:
        assert said(decision_record_fields(replace(NOTHING_DECIDED, first=first, last=last))["period_line"]) == line

    def test_nothing_decided_is_a_sentence(self) -> None:
        assert decision_record_fields(NOTHING_DECIDED)["nothing"] == "Aucune décision n’a été relevée sur cette période."

    def test_file_names(self) -> None:
        assert [decision_record_file_name(one) for one in (OF_ONE_MEETING, OF_AN_AXIS, NOTHING_DECIDED)] == [
            "Releve_GT-Diabete_2026-03-10.docx",
            "Releve_Axe-9-Diabete-et-maladies-chroniques_2026-01-01_2026-03-11.docx",
            "Releve_Contrat-local-de-sante-du-Pays-d-Ales_2026-03-11.docx",
        ]


class TestSigningSheet:
    def test_people_by_name_then_blank_lines(self) -> None:
        lines = signing_sheet_fields(SHEET)["lines"]
        assert [line["name"] for line in lines][:3] == ["d’AUBIGNÉ Zoé", "BERNARD Françoise", "BERNARD Maëlle"]
        assert [line["number"] for line in lines if not line["name"]] == ["15", "16", "17", "18", "19", "20"]

    @pytest.mark.parametrize(
        ("starts", "ends", "both"),
        [
            (time(9), time(17), True),
            (time(9), time(12, 30), False),
            (time(14), time(17), False),
            (time(9), None, False),
            (None, None, False),
        ],
    )
    def test_morning_and_afternoon_only_when_it_lasts_both(self, starts: time | None, ends: time | None, both: bool) -> None:
        assert replace(SHEET, starts=starts, ends=ends).both_halves is both

    def test_who_keeps_it_and_what_for_is_said(self) -> None:
        assert said(signing_sheet_fields(SHEET)["privacy"]) == (
            "Données personnelles : Communauté d’agglomération du Pays d’Alès recueille ces noms et ces signatures pour attester de la "
            "tenue de la réunion et de votre participation. Ils sont gardés le temps prévu par ses règles d’archivage et transmis aux "
            "seuls financeurs qui en demandent la preuve. Pour les consulter, les faire rectifier ou effacer, adressez-vous à "
            "Mme Claire DUMAS, Communauté d’agglomération du Pays d’Alès."
        )

    def test_two_columns_to_sign_for_a_whole_day(self) -> None:
        document = docx.Document(io.BytesIO(fill(paper_contents(PaperKind.SIGNING_SHEET, SHEET_OF_A_DAY)[1])))
        assert [cell.text for cell in document.tables[1].rows[0].cells] == [
            "N°",
            "Nom et prénom",
            "Structure et fonction",
            "Matin",
            "Après-midi",
        ]


class TestAgenda:
    @pytest.mark.parametrize(
        ("told", "item"),
        [
            ("bilan de l'année (15 min, Sophie Martin)", AgendaItem(text="bilan de l'année", minutes=15, speaker="Sophie Martin")),
            ("enquête 20 min", AgendaItem(text="enquête", minutes=20)),
            ("enquête – 1h30", AgendaItem(text="enquête", minutes=90)),
            ("10 min : tour de table", AgendaItem(text="tour de table", minutes=10)),
            ("budget (Mme Roux)", AgendaItem(text="budget", speaker="Mme Roux")),
            ("bilan 2025", AgendaItem(text="bilan 2025")),
            ("point à 14h", AgendaItem(text="point à 14h")),
            ("point à 4h", AgendaItem(text="point à 4h")),
            ("pause vers 4 h 30", AgendaItem(text="pause vers 4 h 30")),
            ("atelier de 2h", AgendaItem(text="atelier de 2h")),
            ("2h de débat", AgendaItem(text="débat", minutes=120)),
            ("vacances de la zone A 20 min", AgendaItem(text="vacances de la zone A", minutes=20)),
            ("accès aux soins (suite du GT)", AgendaItem(text="accès aux soins (suite du GT)")),
            ("Questions diverses.", AgendaItem(text="Questions diverses")),
            ("bilan 30", AgendaItem(text="bilan", minutes=30)),
            ("calendrier – 15", AgendaItem(text="calendrier", minutes=15)),
            ("budget 20 (Sophie)", AgendaItem(text="budget", minutes=20, speaker="Sophie")),
            ("budget (20)", AgendaItem(text="budget", minutes=20)),
            ("qd", AgendaItem(text="questions diverses")),
            ("QD 10 min", AgendaItem(text="questions diverses", minutes=10)),
            ("budget 20 min rapporteur Karim", AgendaItem(text="budget", minutes=20, speaker="Karim")),
            ("budget rapporteure Sophie Martin 40 min", AgendaItem(text="budget", minutes=40, speaker="Sophie Martin")),
            ("budget (rapporteur : Karim, 20 min)", AgendaItem(text="budget", minutes=20, speaker="Karim")),
            ("budget présenté par Sophie", AgendaItem(text="budget", speaker="Sophie")),
            ("bilan (15 min, Marc et Sophie)", AgendaItem(text="bilan", minutes=15, speaker="Marc et Sophie")),
            ("projet porté par Alès", AgendaItem(text="projet porté par Alès")),
            ("rencontre avec le rapporteur", AgendaItem(text="rencontre avec le rapporteur")),
            ("article 51", AgendaItem(text="article 51")),
            ("article 60", AgendaItem(text="article 60")),
            ("axe 10", AgendaItem(text="axe 10")),
            ("réunion du 10", AgendaItem(text="réunion du 10")),
            ("covid 19", AgendaItem(text="covid 19")),
            ("dépistage des plus de 50", AgendaItem(text="dépistage des plus de 50")),
            ("Plan 2030", AgendaItem(text="Plan 2030")),
        ],
    )
    def test_a_point_as_typed(self, told: str, item: AgendaItem) -> None:
        assert agenda_item(told) == item

    def test_each_point_has_its_hour_when_all_have_a_length(self) -> None:
        fields = agenda_fields(CONVENING)
        assert fields["first_column"] == "Horaire"
        assert [said(point["first"]) for point in fields["points"]] == ["Ouverture", "14 h", "14 h 30", "15 h 15", "16 h"]
        assert said(fields["points"][0]["text"]) == "Approbation du compte rendu du 9 décembre 2025"

    def test_else_its_rank(self) -> None:
        fields = agenda_fields(EACH)
        assert [(point["first"], said(point["text"])) for point in fields["points"]] == [
            ("1", "Bilan de l’année 2025"),
            ("2", "Questions diverses (15 min)"),
        ]

    def test_no_day_to_answer_by_is_made_up(self) -> None:
        assert (agenda_fields(EACH)["reply"], said(invitation_fields(EACH)["reply"])) == (
            "",
            "Merci de confirmer votre présence, ou celle de la personne qui vous représentera.",
        )


class TestInvitation:
    def test_one_letter_each_greets_as_the_directory_knows(self) -> None:
        letters = invitation_fields(EACH)["letters"]
        assert [(said(letter["address"][0]), letter["greeting"]) for letter in letters] == [
            ("Dr Loïc ÉVRARD", "Docteur,"),
            ("Camille JACQUET", "Madame, Monsieur,"),
            ("Mme Sophie MARTIN", "Madame,"),
        ]

    def test_one_for_all_lists_them(self) -> None:
        fields = invitation_fields(CONVENING)
        assert [letter["greeting"] for letter in fields["letters"]] == ["Madame, Monsieur,"]
        assert said(fields["recipients"]).startswith("Destinataires : d’AUBIGNÉ Zoé (Conseil départemental du Gard), BERNARD Françoise")

    def test_what_is_not_known_is_said(self) -> None:
        fields = invitation_fields(BARE)
        assert [said(fields[name]) for name in ("when", "place")] == ["Mardi 17 mars 2026", "Le lieu sera précisé."]

    def test_words_never_become_marks(self) -> None:
        document = docx.Document(io.BytesIO(fill(paper_contents(PaperKind.INVITATION, HOSTILE_CONVENING)[1])))
        expected = HOSTILE_TEXT.replace('"x"', "«\u00a0x\u00a0»")
        assert document.paragraphs[1].text == f"{expected}"
        assert [cell.text for cell in document.tables[0].rows[2].cells] == ["2", "{%p if x %}", "</w:t>"]


class TestMinutes:
    def test_what_a_correction_changed(self) -> None:
        fields = minutes_fields(CORRECTED)
        assert said(fields["changes_title"]) == "Modifications depuis la version 1"
        assert [said(change) for change in fields["changes"]] == [
            "Date et horaires : « mardi 10 mars 2026, de 14 h à 16 h (2 h) » devient « mardi 10 mars 2026, de 14 h à 16 h 30 (2 h 30) ».",
            "Nombre de participantes et de participants : « 11 » devient « 12 ».",
            "Présence ajoutée : Claire DUMAS.",
            "Décision GTD-2026-014 : « Lancer l’enquête » devient « Lancer l’enquête avant fin janvier ».",
            "Décision GTD-2026-015 ajoutée : « Refaire l’atelier à Tamaris, le mercredi à 14 h 30 ; une salle de plain-pied est "
            "demandée ».",
            "Action ajoutée : « Relire le questionnaire ».",
        ]

    def test_a_first_version_changes_nothing(self) -> None:
        assert minutes_fields(ORDINARY)["changes"] == []

    @pytest.mark.parametrize(
        ("previous", "sentence"),
        [
            (None, ""),
            (
                PreviousMinutes(day=date(2026, 2, 10), version=2),
                "Le compte rendu de la réunion du 10 février 2026 (version 2) est soumis à validation.",
            ),
            (
                PreviousMinutes(day=date(2026, 2, 10), approved=True),
                "Le compte rendu de la réunion du 10 février 2026 (version 1) est validé.",
            ),
        ],
    )
    def test_the_minutes_before(self, previous: PreviousMinutes | None, sentence: str) -> None:
        assert said(minutes_fields(replace(ORDINARY, previous=previous))["approval"]) == sentence

    @pytest.mark.parametrize(
        ("state", "moved", "approved", "closing"),
        [
            (MinutesState.DRAFT, None, None, "Projet de compte rendu établi le 10 mars 2026 par Mme Claire DUMAS"),
            (
                MinutesState.SENT,
                date(2026, 3, 14),
                None,
                "Compte rendu diffusé le 14 mars 2026. Établi le 10 mars 2026 par Mme Claire DUMAS",
            ),
            (
                MinutesState.APPROVED,
                date(2026, 4, 15),
                date(2026, 4, 14),
                "Compte rendu validé à la réunion du 14 avril 2026. Établi le 10 mars 2026 par Mme Claire DUMAS",
            ),
        ],
    )
    def test_since_when_they_stand_where_they_do(
        self, state: MinutesState, moved: date | None, approved: date | None, closing: str
    ) -> None:
        fields = minutes_fields(replace(ORDINARY, state=state, moved_on=moved, approved_on=approved, corrections_to=None))
        assert said(fields["closing"]) == f"{closing}."


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_template_can_be_made_again(name: str) -> None:
    """A designer may have changed the looks since: the script must still make a template with the same blanks."""
    again = TEMPLATES[name]()
    assert again == TEMPLATES[name]()
    for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        assert blanks(again, part) == blanks(template_of(name), part)


def test_every_document_keeps_the_rules_and_is_the_same_bytes_twice() -> None:
    first, second = every_document(), every_document()
    assert {name: faults(docx) for name, docx in first.items() if "hostile" not in name and faults(docx)} == {}
    assert [name for name in first if first[name] != second[name]] == []


def test_no_record_however_strange_breaks_a_rule(tmp_path: Path, assert_valid_docx: Callable[[Path], None]) -> None:
    """Ten of each document; `python -m tests.doc_templates.validate` takes thirty-four of each to both validators."""
    for name, make in generated(10).items():
        made = make()
        assert [fault for fault in faults(made) if not fault.startswith("residue")] == [], name
        if " 0" in name and int(name.split()[1]) % 4 == 0:
            file = tmp_path / "made.docx"
            file.write_bytes(made)
            assert_valid_docx(file)
