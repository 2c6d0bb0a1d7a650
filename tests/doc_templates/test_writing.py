"""The six documents, the spreadsheet and a template of hers in the four manners and the two house styles of names."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from bot.domain.annual_reviews import AnnualReview
from bot.domain.attendance import AttendanceState
from bot.domain.minutes import Minutes, Participant
from bot.domain.templates import TemplateKind
from bot.domain.writing import Inclusive, NameStyle, WritingStyle
from doc_templates.agenda.render import render as agenda
from doc_templates.annual_review.render import render as review
from doc_templates.annual_review.workbook import sheets
from doc_templates.decision_record.render import render as record
from doc_templates.disposable import DisposableDocumentMaker
from doc_templates.invitation.render import render as invitation
from doc_templates.minutes.fields import minutes_contents, minutes_fields
from doc_templates.minutes.render import render as minutes
from doc_templates.received.process import fill_template
from doc_templates.signing_sheet.render import render as sheet
from tests.doc_templates import paper_samples, review_samples, samples
from tests.doc_templates.house_rules import W, faults, text_of
from tests.doc_templates.received_samples import template
from tests.doc_templates.samples import participant, person

D, E, M, G = Inclusive
SAMPLES: dict[str, tuple[Callable[[Any], bytes], Any]] = {
    "minutes": (minutes, samples.ORDINARY),
    "decision record": (record, paper_samples.OF_ONE_MEETING),
    "signing sheet": (sheet, paper_samples.SHEET),
    "agenda": (agenda, paper_samples.CONVENING),
    "invitation": (invitation, paper_samples.CONVENING),
    "annual review": (review, review_samples.WHOLE),
}
WORDS: dict[str, dict[Inclusive, tuple[str, ...]]] = {
    "minutes": {
        D: ("12 participantes et participants (dont 1 en visio), 1 personne représentée, 2 excusées et excusés – 7 structures",
            "Présentes et présents (12)", "Personne représentée (1)", "Excusées et excusés (2)"),
        E: ("12 personnes présentes (dont 1 en visio), 1 représentée, 2 excusées – 7 structures", "Personnes présentes (12)",
            "Personne représentée (1)", "Personnes excusées (2)"),
        M: ("12 participant·es (dont 1 en visio), 1 représenté·e, 2 excusé·es – 7 structures", "Présent·es (12)", "Représenté·e (1)",
            "Excusé·es (2)"),
        G: ("12 participants (dont 1 en visio), 1 représenté, 2 excusés – 7 structures", "Présents (12)", "Représenté (1)", "Excusés (2)"),
    },
    "decision record": {
        D: ("12 participantes et participants, 2 excusées et excusés",),
        E: ("12 personnes présentes, 2 excusées",),
        M: ("12 participant·es, 2 excusé·es",),
        G: ("12 participants, 2 excusés",),
    },
    "signing sheet": {
        D: ("14 participantes et participants attendus",),
        E: ("14 personnes attendues",),
        M: ("14 participant·es attendu·es",),
        G: ("14 participants attendus",),
    },
    "agenda": {},
    "invitation": {},
    "annual review": {
        D: ("Habitantes et habitants", "Libérales et libéraux non indemnisés", "Libérales et libéraux indemnisés",
            "Personnel bénévole / Bénévolat (bénévoles, habitantes et habitants)"),
        E: ("Personnes habitant le territoire", "Professions libérales non indemnisées", "Professions libérales indemnisées",
            "Personnel bénévole / Bénévolat (bénévoles, personnes habitant le territoire)"),
        M: ("Habitant·es", "Libéraux·ales non indemnisé·es", "Libéraux·ales indemnisé·es",
            "Personnel bénévole / Bénévolat (bénévoles, habitant·es)"),
        G: ("Habitants", "Libéraux non indemnisés", "Libéraux indemnisés", "Personnel bénévole / Bénévolat (bénévoles, habitants)"),
    },
}  # fmt: skip
EACH = pytest.mark.parametrize("document", SAMPLES)
IN_EACH_MANNER = pytest.mark.parametrize("manner", Inclusive)


def made(document: str, manner: Inclusive = D, names: NameStyle = NameStyle.CAPITALS) -> bytes:
    """That document of its sample, in that style."""
    render, said = SAMPLES[document]
    return render(replace(said, style=WritingStyle(inclusive=manner, names=names)))


def read(docx: bytes) -> dict[str, Any]:
    """Its body, headers and footers."""
    with zipfile.ZipFile(BytesIO(docx)) as package:
        names = [name for name in package.namelist() if re.match(r"word/(document|header\d|footer\d)\.xml$", name)]
        return {name: etree.fromstring(package.read(name)) for name in names}


def paragraphs(docx: bytes) -> list[str]:
    """What is read, paragraph by paragraph, with its own spaces."""
    return [text_of(one) for part in read(docx).values() for one in part.iter(f"{W}p")]


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@EACH
@IN_EACH_MANNER
class TestEachDocumentInEachManner:
    def test_it_says_the_words_of_its_manner_and_none_of_another(self, document: str, manner: Inclusive) -> None:
        lines = [plain(line) for line in paragraphs(made(document, manner))]
        told = {one: [word for word in words if word in lines] for one, words in WORDS[document].items()}
        wanted = WORDS[document].get(manner, ())
        assert tuple(told.pop(manner, ())) == wanted
        assert [word for words in told.values() for word in words if word not in wanted] == []

    def test_a_median_point_stands_only_where_it_was_chosen(self, document: str, manner: Inclusive) -> None:
        with zipfile.ZipFile(BytesIO(made(document, manner))) as package:
            parts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
        written = "\n".join(parts)
        assert ("·" in written) is (manner is M and bool(WORDS[document]))
        assert "\u2027" not in written

    def test_it_is_a_good_document(
        self, document: str, manner: Inclusive, tmp_path: Path, assert_valid_docx: Callable[[Path], None]
    ) -> None:
        docx = made(document, manner)
        assert faults(docx) == []
        file = tmp_path / "document.docx"
        file.write_bytes(docx)
        assert_valid_docx(file)

    def test_its_signs_are_french(self, document: str, manner: Inclusive) -> None:
        wrong = re.compile(r"[^\u00a0:/]:(?!//|\d)|[^\u202f;!?][;!?]|«(?!\u00a0)|(?<!\u00a0)»|\w'\w|\.\.\.|\d%| n° (?!\u00a0)")
        lines = [line for line in paragraphs(made(document, manner)) if "://" not in line]
        assert [line for line in lines if wrong.search(line)] == []

    def test_the_same_style_gives_the_same_bytes(self, document: str, manner: Inclusive) -> None:
        assert made(document, manner) == made(document, manner)


@EACH
class TestNames:
    def test_in_capitals_or_not(self, document: str) -> None:
        claire = {names: "\n".join(map(plain, paragraphs(made(document, names=names)))) for names in NameStyle}
        assert ["Claire DUMAS" in claire[names] for names in NameStyle] == [True, False]
        assert ["Claire Dumas" in claire[NameStyle.PLAIN], "DUMAS" in claire[NameStyle.PLAIN]] == [True, False]
        assert ("Claire Dumas" in claire[NameStyle.CAPITALS]) is (document == "agenda" or document == "invitation"), "a speaker, as typed"

    def test_the_author_of_the_file_too(self, document: str) -> None:
        with zipfile.ZipFile(BytesIO(made(document, names=NameStyle.PLAIN))) as package:
            assert "DUMAS" not in package.read("docProps/core.xml").decode()


def test_lists_stay_in_the_order_of_last_names() -> None:
    people = minutes_fields(replace(samples.ORDINARY, style=WritingStyle(names=NameStyle.PLAIN)))["attendance"][0]["lines"]
    assert [line["name"] for line in people][:5] == [
        "Karim Benali (en visio)",
        "Claire Dumas",
        "Loïc Évrard",
        "Élodie de La Tour",
        "Sophie Martin",
    ]


def test_the_signing_sheet_says_in_which_order_names_stand() -> None:
    headings = [next(line for line in paragraphs(made("signing sheet", names=names)) if "rénom" in line) for names in NameStyle]
    assert headings == ["Nom et prénom", "Prénom et nom"]


@IN_EACH_MANNER
def test_what_she_typed_is_never_rewritten(manner: Inclusive) -> None:
    fields = minutes_fields(
        replace(
            samples.ORDINARY,
            style=WritingStyle(inclusive=manner),
            topics=("accueil des participants", "les habitantes présentes"),
            participants=(Participant(said="les habitants", count=3),),
        )
    )
    assert fields["topics"] == ["Accueil des participants", "Les habitantes présentes"]
    assert next(line["name"] for line in fields["attendance"][0]["lines"]) == "Les habitants (3)"
    assert fields["subtitle"] == "Préparer l’enquête auprès des habitants"


def stood(*civilities: str | None, state: AttendanceState = AttendanceState.EXCUSED) -> Minutes:
    """Minutes of a meeting where people of these civilities stood so."""
    people = tuple(
        participant(person("Prénom", f"Nom{rank}", civility=civility), state) for rank, civility in enumerate(civilities, start=1)
    )
    return replace(samples.NOT_RECORDED, participants=people)


@pytest.mark.parametrize(
    ("civilities", "titles"),
    [
        (("Mme",), ("Excusée (1)", "Personne excusée (1)", "Excusée (1)", "Excusée (1)")),
        (("M.",), ("Excusé (1)", "Personne excusée (1)", "Excusé (1)", "Excusé (1)")),
        ((None,), ("Personne excusée (1)", "Personne excusée (1)", "Excusé·e (1)", "Excusé (1)")),
        (("Mme", "Mme"), ("Excusées (2)", "Personnes excusées (2)", "Excusées (2)", "Excusées (2)")),
        (("Mme", "M."), ("Excusées et excusés (2)", "Personnes excusées (2)", "Excusé·es (2)", "Excusés (2)")),
        (("Mme", None), ("Excusées et excusés (2)", "Personnes excusées (2)", "Excusé·es (2)", "Excusés (2)")),
    ],
)
def test_one_gender_is_said_only_where_every_civility_was(civilities: tuple[str | None, ...], titles: tuple[str, ...]) -> None:
    said = [
        minutes_fields(replace(stood(*civilities), style=WritingStyle(inclusive=manner)))["attendance"][0]["title"] for manner in Inclusive
    ]
    assert tuple(said) == titles


def test_people_without_a_name_have_no_gender() -> None:
    women = replace(stood("Mme", "Mme", state=AttendanceState.PRESENT), headcount=3)
    assert minutes_fields(women)["attendance"][0]["title"] == "Présentes et présents (3)"
    assert minutes_fields(replace(women, headcount=2))["attendance"][0]["title"] == "Présentes (2)"


def test_another_style_is_no_change_since_the_version_before() -> None:
    before = replace(samples.ORDINARY, style=WritingStyle(inclusive=M, names=NameStyle.PLAIN))
    assert minutes_fields(replace(samples.ORDINARY, version=2, before=before))["changes"] == []


@IN_EACH_MANNER
def test_the_spreadsheet_says_the_same_words(manner: Inclusive) -> None:
    said: AnnualReview = replace(review_samples.WHOLE, style=WritingStyle(inclusive=manner))
    cells = [cell for _, _, rows in sheets(said) for row in rows for cell in row if isinstance(cell, str)]
    assert [word for word in WORDS["annual review"][manner] if word not in cells] == []
    assert any("·" in cell for cell in cells) is (manner is M)
    assert [cell for cell in cells if "{" in cell] == []


@IN_EACH_MANNER
def test_a_template_of_hers_takes_the_same_words_and_names(manner: Inclusive) -> None:
    hers = template("{{ participation }}", "{%p for l in presences %}", "{{ l.titre }}", "{%p endfor %}", "{{ secretariat }}")
    style = WritingStyle(inclusive=manner, names=NameStyle.PLAIN)
    filled = fill_template(hers, minutes_contents(replace(samples.ORDINARY, style=style)), TemplateKind.MINUTES)
    lines = [plain(line) for line in paragraphs(filled)]
    assert lines[:4] == list(WORDS["minutes"][manner][:4])
    assert lines[4] == "Mme Claire Dumas, coordinatrice du contrat local de santé, Reseda"


def test_the_throw_away_process_is_told_the_style() -> None:
    said = replace(samples.ORDINARY, style=WritingStyle(inclusive=M, names=NameStyle.PLAIN))
    assert DisposableDocumentMaker().minutes(said) == minutes(said)
