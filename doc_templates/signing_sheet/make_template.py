"""How `template.docx` of the signing sheet was made; `python -m doc_templates.signing_sheet.make_template` makes it again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.french.typography import NBSP
from doc_templates.building import add_rows_for_each, add_running_lines, add_sheet, add_table, add_when, name_it, new_template, saved
from doc_templates.house_style import TEXT_WIDTH

_CELL = "Texte de tableau"
_LABEL = "Libellé"
_HEIGHT = 560  # 9.9 mm: a signature fits
_SHEET = (("Territoire", "territory"), ("Date et horaires", "when"), ("Lieu", "place"), ("Participation", "expected"))


def make_template() -> bytes:
    """The template as bytes."""
    document = new_template()
    add_running_lines(document.sections[0], footer="Feuille d’émargement")
    document.add_paragraph("Feuille d’émargement", style="Surtitre")
    document.add_paragraph("{{ instance }}", style="Title")
    add_when(document, "subtitle", ("{{ subtitle }}", "Subtitle"))
    document.add_paragraph("{{ day_line }}", style="Jour")
    add_sheet(
        document,
        _SHEET,
        caption="Fiche de la réunion",
        description="Date, horaires, lieu et nombre de personnes attendues. Première colonne : intitulé.",
    )
    document.add_paragraph("Signatures", style="heading 1")
    document.add_paragraph("{%p if both_halves %}")
    _signatures(
        document, header=("N°", "{{ name_heading }}", "Structure et fonction", "Matin", "Après-midi"), widths=(600, 2300, 2938, 1900, 1900)
    )
    document.add_paragraph("{%p else %}")
    _signatures(document, header=("N°", "{{ name_heading }}", "Structure et fonction", "Signature"), widths=(600, 2700, 3538, 2800))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph(f"Certifié exact. Nom et signature de la personne qui a tenu la feuille{NBSP}:", style="Certification")
    document.add_paragraph("{{ privacy }}", style="Note")
    name_it(document, "Feuille d’émargement")
    return saved(document)


def _signatures(document: Any, *, header: Sequence[str], widths: Sequence[int]) -> None:
    assert sum(widths) == TEXT_WIDTH
    halves = " Deux signatures : matin et après-midi." if len(header) > 4 else ""
    table = add_table(
        document,
        style="Tableau à signer",
        widths=widths,
        caption="Signatures",
        description=f"Une personne par ligne : numéro, nom, structure et fonction, signature. Les dernières lignes sont vides.{halves}",
        header=header,
    )
    add_rows_for_each(
        table,
        loop="line in lines",
        texts=("{{ line.number }}", "{{ line.name }}", "{{ line.stands_for }}", *[""] * (len(header) - 3)),
        styles=(_CELL, _LABEL, _CELL, *[_CELL] * (len(header) - 3)),
        height=_HEIGHT,
    )


if __name__ == "__main__":
    Path(__file__).with_name("template.docx").write_bytes(make_template())
