"""Templates that coordinators make: what is wrong is told with its name and its place, and a good one prints what ours would print."""

from __future__ import annotations

import io

import docx
import pytest

from bot.domain.templates import TemplateFault, TemplateKind, TemplatePlace, TemplateProblem
from doc_templates.received import checking
from doc_templates.received.kinds import KINDS
from doc_templates.received.process import check_template, fill_template
from tests.doc_templates.house_rules import faults as broken_rules
from tests.doc_templates.received_samples import changed, footnotes, template, with_footnotes

MINUTES = TemplateKind.MINUTES
FULL, BARE = KINDS[MINUTES].trials()
SAMPLE = KINDS[MINUTES].sample()
P = TemplateProblem
BODY, HEADER, FOOTER = TemplatePlace.BODY, TemplatePlace.HEADER, TemplatePlace.FOOTER


def words(document: bytes) -> list[str]:
    """Its paragraphs."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(document)).paragraphs]


def filled(*paragraphs: str) -> list[str]:
    """What those paragraphs become with the richest trial."""
    return words(checking.fill(template(*paragraphs), FULL, MINUTES))


def test_header_footer_footnote_and_body_are_filled() -> None:
    made = with_footnotes(footnotes("Note : {{ etat }}"))
    assert checking.check(made, MINUTES) == ()
    document = checking.fill(template("{{ titre }}", header="{{ organisme }}", footer="v{{ version }}"), FULL, MINUTES)
    section = docx.Document(io.BytesIO(document)).sections[0]
    assert (words(document), section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == (
        ["Groupe Exemple"],
        "Réseau Exemple",
        "v2",
    )
    with_note = docx.Document(io.BytesIO(checking.fill(made, FULL, MINUTES)))
    note = next(part for part in with_note.part.package.parts if part.partname.endswith("footnotes.xml"))
    assert "Note : Compte rendu relu" in note.blob.decode()


def test_french_quotation_marks_and_spaces_that_word_puts_in_are_read() -> None:
    assert filled("{{\u00a0sous_titre|default(«\u00a0rien\u00a0») }}", "{% if etat == “x” %}non{% else %}oui{% endif %}") == [
        "Bilan & perspectives <2026>",
        "oui",
    ]


def test_what_is_not_known_can_be_said_otherwise() -> None:
    assert words(checking.fill(template("{{ lieu|default('à préciser') }}"), BARE, MINUTES)) == ["à préciser"]


def test_counts_and_numbers_of_lines() -> None:
    lines = filled("{{ decisions|length }}", "{%p for d in decisions %}", "{{ loop.index }}. {{ d.texte|upper }}", "{%p endfor %}")
    assert lines == ["2", "1. LE FORUM AURA LIEU EN OCTOBRE", "2. LE BUDGET EST ADOPTÉ"]


@pytest.mark.parametrize(
    ("paragraphs", "problem", "said", "hint"),
    [
        (["{{ titer }}"], P.UNKNOWN, "titer", "titre"),
        (["{{ zzz }}"], P.UNKNOWN, "zzz", ""),
        (["{% for d in decision %}{{ d.texte }}{% endfor %}"], P.UNKNOWN, "decision", "decisions"),
        (["{% for d in decisions %}{{ d.numro }}{% endfor %}"], P.UNKNOWN, "d.numro", "d.numero"),
        (["{{ decisions }}"], P.IS_LIST, "decisions", ""),
        (["{% for x in lieu %}{{ x }}{% endfor %}"], P.NOT_LIST, "lieu", ""),
        (["Bonjour { titre }, {{ lieu }}"], P.SINGLE_BRACE, "titre", ""),
        (["{{ titre"], P.UNFINISHED, "{{ titre", ""),
        (["{{ titre de la réunion }}"], P.BADLY_WRITTEN, "{{ titre de la réunion }}", ""),
        (["{% if lieu %}", "{{ lieu }}"], P.UNCLOSED, "{% if lieu %}", ""),
        (["{{ lieu }}", "{% endif %}"], P.UNOPENED, "{% endif %}", ""),
        (["{% set x = 1 %}{{ titre }}"], P.FORBIDDEN, "{% set x = 1 %}", ""),
        (["{{ titre * 2 }}"], P.FORBIDDEN, "titre", ""),
    ],
)
def test_a_fault_is_told_with_its_name_and_its_line(paragraphs: list[str], problem: TemplateProblem, said: str, hint: str) -> None:
    (fault,) = checking.check(template("Un début", *paragraphs), MINUTES)
    assert (fault.problem, fault.place, fault.said, fault.hint) == (problem, BODY, said, hint)
    assert said in fault.line


def test_all_faults_at_once_each_in_its_place() -> None:
    made = template("{{ titer }}", "{{ lieux }}", header="{{ organism }}", footer="{ version }", title="{{ titer2 }}")
    assert checking.check(made, MINUTES) == (
        TemplateFault(problem=P.SINGLE_BRACE, place=FOOTER, said="version", line="{ version }"),
        TemplateFault(problem=P.UNKNOWN, place=BODY, said="titer", hint="titre", line="{{ titer }}"),
        TemplateFault(problem=P.UNKNOWN, place=BODY, said="lieux", hint="lieu", line="{{ lieux }}"),
        TemplateFault(problem=P.UNKNOWN, place=HEADER, said="organism", hint="organisme", line="{{ organism }}"),
        TemplateFault(problem=P.UNKNOWN, place=TemplatePlace.PROPERTIES, said="titer2", hint="titre"),
    )


def test_what_is_meant_stands_within_what_is_shown_of_a_long_line() -> None:
    line = "{{ organisme }} et tous ses partenaires, réunis le {{ dat }} à la salle des fêtes de la commune, à quatorze heures précises"
    (fault,) = checking.check(template(line), MINUTES)
    assert fault.line == "…partenaires, réunis le {{ dat }} à la salle des fêtes de…"


def test_a_tag_cut_in_pieces_by_word_is_one_tag() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ ti", "tre", " }", "}"):
        paragraph.add_run(piece).bold = piece == "tre"
    written = io.BytesIO()
    document.save(written)
    assert checking.check(written.getvalue(), MINUTES) == ()
    assert words(checking.fill(written.getvalue(), FULL, MINUTES)) == ["Groupe Exemple"]


def test_a_document_without_any_tag_is_no_template() -> None:
    (fault,) = checking.check(template("Compte rendu du 3 mars"), MINUTES)
    assert fault == TemplateFault(problem=P.NO_BLANKS)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.7", P.NOT_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", P.PROTECTED),
        (b"PK\x03\x04rien", P.DAMAGED),
        (b"PK" + b"a" * 10_000_000, P.TOO_HEAVY),
    ],
)
def test_what_is_no_word_file(content: bytes, problem: TemplateProblem) -> None:
    assert checking.check(content, MINUTES) == (TemplateFault(problem=problem),)


def test_the_process_says_the_same() -> None:
    made = template("{{ titer }}")
    assert check_template(made, MINUTES) == checking.check(made, MINUTES)
    assert fill_template(SAMPLE, FULL, MINUTES) == checking.fill(SAMPLE, FULL, MINUTES)
    assert broken_rules(fill_template(SAMPLE, BARE, MINUTES)) == []


def test_the_address_that_word_keeps_of_a_template_is_taken_out() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    made = changed(
        template("{{ titre }}"),
        "word/_rels/settings.xml.rels",
        lambda _: (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{kind}" Target="http://ailleurs.exemple/x.dotm" TargetMode="External"/></Relationships>'
        ).encode(),
    )
    assert checking.check(made, MINUTES) == ()
    assert b"ailleurs" not in b"".join(_parts(checking.fill(made, FULL, MINUTES)))


def _parts(document: bytes) -> list[bytes]:
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(document)) as package:
        return [package.read(name) for name in package.namelist()]
