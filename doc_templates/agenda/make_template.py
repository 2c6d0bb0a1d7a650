"""How `template.docx` of the agenda was made; `python -m doc_templates.agenda.make_template` makes it again from the house style."""

from __future__ import annotations

from pathlib import Path

from doc_templates.agenda.points import add_points
from doc_templates.building import add_running_lines, add_sheet, add_when, name_it, new_template, saved

_SHEET = (("Territoire", "territory"), ("Date et horaires", "when"), ("Lieu", "place"))


def make_template() -> bytes:
    """The template as bytes."""
    document = new_template()
    add_running_lines(document.sections[0], footer="Ordre du jour")
    document.add_paragraph("Ordre du jour", style="Surtitre")
    document.add_paragraph("{{ instance }}", style="Title")
    add_when(document, "subtitle", ("{{ subtitle }}", "Subtitle"))
    document.add_paragraph("{{ day_line }}", style="Jour")
    add_sheet(document, _SHEET, caption="Fiche de la réunion", description="Date, horaires et lieu. Première colonne : intitulé.")
    document.add_paragraph("Points à aborder", style="heading 1")
    add_points(document)
    add_when(document, "no_points", ("L’ordre du jour sera précisé.", "Normal"))
    add_when(document, "reply", ("{{ reply }}", "Formule"))
    document.add_paragraph("{{ closing }}", style="Note")
    name_it(document, "Ordre du jour")
    return saved(document)


if __name__ == "__main__":
    Path(__file__).with_name("template.docx").write_bytes(make_template())
