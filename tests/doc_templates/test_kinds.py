"""Every kind of document that can have a template of one's own: its sample, its dictionary, and what only one of them has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.domain.papers import PaperKind
from bot.domain.templates import TemplateKind, TemplateProblem, template_kind
from doc_templates.annual_review.fields import review_contents
from doc_templates.annual_review.make_template import make_plain
from doc_templates.blanks import Blank
from doc_templates.contents import Contents
from doc_templates.disposable import DisposableDocumentMaker
from doc_templates.engine import fill_template, template_of
from doc_templates.minutes.fields import minutes_contents
from doc_templates.papers import paper_contents
from doc_templates.received import checking
from doc_templates.received.dictionary import PAGE, dictionary
from doc_templates.received.kinds import KINDS
from doc_templates.received.package import Faulty
from doc_templates.received.process import fitting_kind
from doc_templates.received.samples import make_sample
from tests.doc_templates import paper_samples, review_samples, samples
from tests.doc_templates.house_rules import faults as broken_rules
from tests.doc_templates.received_samples import template
from tests.doc_templates.test_received import words

K, P = TemplateKind, TemplateProblem
every_kind = pytest.mark.parametrize("kind", TemplateKind, ids=lambda kind: kind.name.lower())


def contents_of(kind: TemplateKind) -> dict[str, Contents]:
    """What each sample of that document says, hostile words among them."""
    if kind is K.MINUTES:
        return {name: minutes_contents(one) for name, one in samples.ALL.items()}
    if kind is K.REVIEW:
        return {name: replace(review_contents(one), charts=()) for name, one in review_samples.REVIEWS.items()}
    said = {K.DECISIONS: paper_samples.RECORDS, K.SIGNING_SHEET: paper_samples.SHEETS}.get(kind, paper_samples.CONVENINGS)
    return {name: paper_contents(PaperKind[kind.name], one)[1] for name, one in said.items()}


def ours(kind: TemplateKind) -> bytes:
    """The template of the house, without the places of its charts."""
    return make_plain() if kind is K.REVIEW else template_of(KINDS[kind].folder)


@every_kind
def test_the_sample_is_the_template_of_the_house_under_french_names(kind: TemplateKind) -> None:
    sample = KINDS[kind].sample()
    assert make_sample(KINDS[kind]) == sample
    assert checking.check(sample, kind) == ()
    assert fitting_kind(sample) == (kind, ())


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in TemplateKind for name in contents_of(kind)])
def test_the_sample_prints_the_very_same_document(kind: TemplateKind, name: str) -> None:
    contents = contents_of(kind)[name]
    made = checking.fill(KINDS[kind].sample(), contents, kind)
    assert made == fill_template(ours(kind), contents)
    assert name == "hostile" or broken_rules(made) == []  # whoever types braces gets braces


@every_kind
def test_every_field_of_the_renderer_is_published_once(kind: TemplateKind) -> None:
    for contents in contents_of(kind).values():
        _published(KINDS[kind].blanks, contents.fields)


def _published(blanks: tuple[Blank, ...], fields: object) -> None:
    assert isinstance(fields, dict)
    assert sorted(blank.field for blank in blanks) == sorted(fields)
    assert len({blank.name for blank in blanks}) == len(blanks)
    assert [blank.name for blank in blanks if not re.fullmatch("[a-z_]+", blank.name)] == []
    for blank in blanks:
        for line in fields[blank.field] if blank.columns else ():
            _published(blank.columns, line)


def test_the_published_dictionary_is_the_one_that_fills() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary()


def _written(blanks: tuple[Blank, ...], owner: str = "") -> Iterator[str]:
    """Each blank as its owner writes it."""
    for blank in blanks:
        path = f"{owner}{blank.name}"
        if blank.is_list:
            yield f"{{%p for {blank.each} in {path} %}}"
            yield from _written(blank.columns, f"{blank.each}.") if blank.columns else (f"{{{{ {blank.each} }}}}",)
            yield "{%p endfor %}"
        else:
            yield f"{{% if {path} %}}oui{{% endif %}}" if blank.asks else f"{{{{ {path} }}}}"


@every_kind
def test_every_published_blank_can_be_written(kind: TemplateKind) -> None:
    assert checking.check(template(*_written(KINDS[kind].blanks)), kind) == ()


@every_kind
def test_a_fault_names_the_blank_that_was_meant(kind: TemplateKind) -> None:
    (fault,) = checking.check(template("{{ titer }}"), kind)
    assert (fault.problem, fault.said, fault.hint, fault.line) == (P.UNKNOWN, "titer", "titre", "{{ titer }}")


def test_the_kind_that_fits_is_the_one_that_knows_the_blanks() -> None:
    assert fitting_kind(template("{{ objet }}", "{% for l in lettres %}{{ l.appel }}{% endfor %}")) == (K.INVITATION, ())
    assert fitting_kind(template("{{ donnees_personnelles }}")) == (K.SIGNING_SHEET, ())
    assert fitting_kind(template("{{ rien_de_connu }}"))[1] == ()  # what it lacks is told by its dictionary, once its kind is known
    assert [fault.problem for fault in fitting_kind(template("Bonjour"))[1]] == [P.NO_BLANKS]


def test_only_the_spreadsheet_has_no_template() -> None:
    assert [kind.name for kind in PaperKind if template_kind(kind) is None] == ["FIGURES"]


class TestLetters:
    """An invitation: one letter to all, or one each."""

    EACH = contents_of(K.INVITATION)["each"]
    TO_ALL = contents_of(K.INVITATION)["timed"]

    def test_a_template_of_one_letter_is_good_and_loses_nobody(self) -> None:
        alone = template("{{ objet }}")
        assert checking.check(alone, K.INVITATION) == ()
        assert words(checking.fill(alone, self.TO_ALL, K.INVITATION)) == ["Copil du contrat local de santé"]
        with pytest.raises(Faulty) as refused:
            checking.fill(alone, self.EACH, K.INVITATION)
        assert [(fault.problem, fault.said) for fault in refused.value.faults] == [(P.NOT_GONE_THROUGH, "lettres")]

    def test_points_and_signature_in_each_letter(self) -> None:
        inside = ("{{ l.appel }}", "{%p for p in points %}", "{{ p.texte }}", "{%p endfor %}", "{{ signature|length }}")
        made = template("{%p for l in lettres %}", *inside, "{%p endfor %}")
        assert words(checking.fill(made, self.EACH, K.INVITATION)) == [
            line for greeting in ("Docteur,", "Madame, Monsieur,", "Madame,")
            for line in (greeting, "Bilan de l’année 2025", "Questions diverses (15 min)".replace(" min", "\u00a0min"), "3")
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "loops",
        [("points", "points"), ("points", "signature"), ("points", "lettres"), ("lettres", "lettres"), ("lettres", "points", "signature")],
    )
    def test_lists_never_multiply_otherwise(self, loops: tuple[str, ...]) -> None:
        opened = "".join(f"{{% for x{rank} in {name} %}}" for rank, name in enumerate(loops))
        found = checking.check(template(opened + "x" + "{% endfor %}" * len(loops)), K.INVITATION)
        assert {fault.problem for fault in found} == {P.FORBIDDEN}


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if template_kind(kind)], ids=lambda kind: kind.name.lower())
def test_the_maker_fills_hers(kind: PaperKind) -> None:
    said = {
        PaperKind.DECISIONS: paper_samples.OF_ONE_MEETING,
        PaperKind.SIGNING_SHEET: paper_samples.SHEET,
        PaperKind.REVIEW: review_samples.WHOLE,
    }.get(kind, paper_samples.CONVENING)
    maker = DisposableDocumentMaker()
    name, document = maker.paper_with(template("{{ titre }}"), kind, said)
    assert name == paper_contents(kind, said)[0]
    assert words(document) == [paper_contents(kind, said)[1].fields["scope" if "scope" in dir(said) else "instance"]]
