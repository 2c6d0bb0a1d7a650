"""The .docx itself: valid, accessible, faithful to what was said, and deaf to attacks hidden in it."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.minutes import MinutedDecision, Minutes, MinutesState, Participant
from doc_templates.engine import template_of
from doc_templates.minutes.fields import minutes_fields
from doc_templates.minutes.make_template import make_template
from doc_templates.minutes.render import render
from tests.doc_templates.house_rules import faults
from tests.doc_templates.samples import ALL, GUESTS, HOSTILE, HOSTILE_TEXT, LONG, ORDINARY


@pytest.fixture(params=ALL, scope="module")
def minutes(request: pytest.FixtureRequest) -> Minutes:
    return ALL[request.param]


def reopened(docx: bytes):
    return Document(BytesIO(docx))


def body_of(docx: bytes) -> list[str]:
    """Paragraphs with their style and rows of tables, in order, with plain spaces."""
    lines: list[str] = []
    document = reopened(docx)
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(f"[{block.style.name}] {block.text}")
    return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


def part(docx: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return package.read(name).decode()


def changed(docx: bytes, name: str, pattern: str, by: str) -> bytes:
    """The same package with one thing spoilt."""
    spoilt = BytesIO()
    with zipfile.ZipFile(BytesIO(docx)) as before, zipfile.ZipFile(spoilt, "w") as after:
        for entry in before.namelist():
            content = before.read(entry)
            if entry == name:
                text, count = re.subn(pattern, by, content.decode(), count=1, flags=re.DOTALL)
                assert count == 1
                content = text.encode()
            after.writestr(entry, content)
    return spoilt.getvalue()


def test_word_opens_it(minutes: Minutes, tmp_path: Path, assert_valid_docx: Callable[[Path], None]) -> None:
    file = tmp_path / "cr.docx"
    file.write_bytes(render(minutes))
    assert_valid_docx(file)


@pytest.mark.parametrize("name", [name for name in ALL if name != "hostile"])
def test_it_keeps_the_rules_of_the_house(name: str) -> None:
    assert faults(render(ALL[name])) == []


@pytest.mark.parametrize(
    ("name", "pattern", "by", "fault"),
    [
        ("word/document.xml", r"<w:tblCaption [^>]*/>", "", "a table without tblCaption"),
        ("word/document.xml", r"<w:tblHeader/>", "", "a header row that is not declared as such"),
        ("word/document.xml", r"<w:cantSplit/>", "", "a row that may break"),
        ("word/document.xml", r"<w:gridCol [^>]*/>", "", "a row that does not fit its grid"),
        ("word/document.xml", r'"Heading1"', '"Heading2"', "heading 2 after 0"),
        ("word/document.xml", r"GT Diabète", "{{ instance }}", "residue '{{' in word/document.xml"),
        ("word/document.xml", r"<w:sectPr", "<w:p/><w:sectPr", "an empty paragraph"),
        ("word/footer1.xml", r'<w:fldChar w:fldCharType="end"/>', "", "unpaired field in word/footer1.xml"),
        ("word/styles.xml", r'w:lang w:val="fr-FR"', 'w:lang w:val="en-US"', "the default language is not fr-FR"),
        ("word/styles.xml", r'w:sz w:val="19"', 'w:sz w:val="16"', "text of 8 pt"),
        ("docProps/core.xml", r"<dc:title>.*?</dc:title>", "<dc:title></dc:title>", "no title property"),
    ],
)
def test_a_broken_rule_is_seen(name: str, pattern: str, by: str, fault: str) -> None:
    good = render(ORDINARY)
    assert fault not in faults(good)
    assert fault in faults(changed(good, name, pattern, by))


def test_the_order_of_the_document() -> None:
    headings = [
        line for line in body_of(render(ORDINARY)) if line.startswith(("[Surtitre]", "[Title]", "[Subtitle]", "[Jour]", "[Heading"))
    ]
    assert headings == [
        "[Surtitre] Projet de compte rendu",
        "[Title] GT Diabète",
        "[Subtitle] Préparer l’enquête auprès des habitants",
        "[Jour] Mardi 10 mars 2026",
        "[Heading 1] Participation",
        "[Heading 2] Présentes et présents (12)",
        "[Heading 2] Personne représentée (1)",
        "[Heading 2] Excusées et excusés (2)",
        "[Heading 1] Points abordés",
        "[Heading 1] Décisions",
        "[Heading 1] Actions à mener",
        "[Heading 1] Prochaine réunion",
    ]


def test_nothing_said_leaves_no_empty_section() -> None:
    assert body_of(render(ALL["heads only"])) == [
        "[Surtitre] Projet de compte rendu",
        "[Title] GT Diabète",
        "[Subtitle] Préparer l’enquête auprès des habitants",
        "[Jour] Mardi 10 mars 2026",
        "Territoire | Contrat local de santé du Pays d’Alès",
        "Date et horaires | mardi 10 mars 2026, de 14 h à 16 h 30 (2 h 30)",
        "Lieu | Maison de la santé, Alès",
        "Secrétariat de séance | Mme Claire DUMAS, coordinatrice du contrat local de santé, Reseda",
        "Participation | 12 participantes et participants",
        "[Heading 1] Participation",
        "[Normal] 12 participantes et participants, liste nominative non relevée.",
        "[Heading 1] Suites",
        "[Normal] Aucune décision ni action n’a été relevée au cours de cette réunion.",
        "[Note] Projet de compte rendu établi le 10 mars 2026 par Mme Claire DUMAS. Remarques et corrections à adresser à Claire DUMAS.",
    ]


def test_a_long_meeting_is_whole() -> None:
    lines = body_of(render(LONG))
    assert [line.split(" | ")[0] for line in lines if line.startswith("COPIL-")] == [f"COPIL-2026-{rank:03d}" for rank in range(1, 13)]
    assert [line.split(" | ")[0] for line in lines if re.match(r"A\d+ ", line)] == [f"A{rank}" for rank in range(1, 21)]
    assert sum(" | " in line and line.split(" | ")[0].split(" ")[0].removeprefix("d’").isupper() for line in lines) >= 30


def test_topics_are_a_real_numbered_list() -> None:
    document = reopened(render(ORDINARY))
    numbered = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "List Number"]
    assert [text.replace("\u00a0", " ") for text in numbered] == [
        "Bilan des ateliers de 2025",
        "Enquête auprès des habitants : questionnaire et calendrier",
        "Calendrier du printemps",
    ]


def test_header_and_footer() -> None:
    section = reopened(render(replace(ORDINARY, version=2, state=MinutesState.APPROVED))).sections[0]
    assert section.header.paragraphs[0].text == "Communauté d’agglomération du Pays d’Alès\tGTD-2026-03"
    assert section.footer.paragraphs[0].text == "Compte rendu validé – version\u00a02\tPage\u00a01 sur\u00a01"
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_properties_are_written_plain() -> None:
    core = reopened(render(replace(ORDINARY, instance="T&T <a>"))).core_properties
    assert (core.title, core.language, core.author) == ("Compte rendu – T&T <a> – 10/03/2026", "fr-FR", "Mme\u00a0Claire DUMAS")
    assert (core.created, core.modified) == (datetime(2026, 3, 10, tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC))


def test_words_never_become_marks() -> None:
    docx = render(HOSTILE)
    assert [fault for fault in faults(docx) if not fault.startswith("residue")] == []
    document = reopened(docx)
    expected = HOSTILE_TEXT.replace('"x"', "«\u00a0x\u00a0»")
    assert document.sections[0].header.paragraphs[0].text == f"{expected}\t{{{{ 7*7 }}}}"
    assert document.paragraphs[1].text == "T&T <a>"
    decision = next(table for table in document.tables if table.rows[0].cells[1].text == "Décision").rows[1]
    assert [cell.text for cell in decision.cells] == ["N&1", '</w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\\\cmd"/>\nseconde ligne']


def test_characters_that_deceive_or_vanish_are_left_out() -> None:
    xml = part(render(HOSTILE), "word/document.xml")
    assert [sign for sign in "\x00\x07\x0b\u202e\ufffe🎉" if sign in xml] == []
    assert "gniwolf" in xml.lower()
    assert [word for word in ("כהן", "مركز الصحة", "H₂O №1") if word not in xml] == []


said = st.text(max_size=60).filter(lambda text: not re.search(r"\{_[{%]|[}%]_\}", text))


@settings(max_examples=40, deadline=None)
@given(said, said)
def test_any_words_come_out_as_cleaned(instance: str, text: str) -> None:
    odd = replace(ORDINARY, instance=instance, title=None, decisions=(MinutedDecision(text=text, number="N-1"),))
    document = reopened(render(odd))
    fields = minutes_fields(odd)
    assert document.paragraphs[1].text == fields["instance"]
    decision = next(table for table in document.tables if table.rows[0].cells[1].text == "Décision").rows[1]
    assert decision.cells[1].text == fields["decisions"][0]["text"]


def test_the_same_minutes_are_the_same_bytes() -> None:
    assert render(LONG) == render(LONG)


def test_it_is_light() -> None:
    assert len(render(LONG)) < 20_000


def test_the_template_can_be_made_again() -> None:
    """A designer may have changed the looks since: the script must still make a template with the same blanks."""
    again = make_template()
    assert again == make_template()
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        assert blanks(again, name) == blanks(template_of("minutes"), name)


def blanks(template: bytes, name: str) -> list[str]:
    return re.findall(r"\{[{%].*?[%}]\}", re.sub(r"<[^>]+>", "", part(template, name)))


def test_the_template_itself_is_good(tmp_path: Path, assert_valid_docx: Callable[[Path], None]) -> None:
    file = tmp_path / "template.docx"
    file.write_bytes(template_of("minutes"))
    assert_valid_docx(file)


def test_guests_whom_no_directory_knows_are_a_list_of_names_without_empty_columns() -> None:
    body = body_of(render(GUESTS))
    first, last = body.index("[Heading 1] Participation") + 1, body.index("[Heading 1] Suites")
    assert body[first:last] == [
        "[Heading 2] Présentes et présents (8)",
        "Nom",
        "FONTAINE Claire",
        "CCAS d’Alès (2)",
        "Habitants (3)",
        "Karim Benali",
        "1 autre personne (sans nom)",
        "[Heading 2] Personne excusée (1)",
        "Nom",
        "PMI",
    ]


def test_one_structure_that_is_known_brings_the_columns_back() -> None:
    guests = replace(GUESTS, headcount=2, participants=(GUESTS.participants[0], Participant(said="Julie Petit", structure="CCAS d'Alès")))
    body = body_of(render(guests))
    first, last = body.index("[Heading 1] Participation") + 1, body.index("[Heading 1] Suites")
    assert body[first:last] == [
        "[Heading 2] Présentes et présents (2)",
        "Nom | Structure | Fonction",
        "FONTAINE Claire | – | –",
        "Julie Petit | CCAS d’Alès | –",
    ]
