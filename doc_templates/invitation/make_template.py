"""How `template.docx` of the invitation was made; `python -m doc_templates.invitation.make_template` makes it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.french.typography import NBSP
from doc_templates.agenda.points import add_points
from doc_templates.building import add_running_lines, add_when, name_it, new_template, saved


def make_template() -> bytes:
    """The template as bytes."""
    document = new_template()
    add_running_lines(document.sections[0], footer="Invitation", numbered_when="numbered")
    document.add_paragraph("{%p for letter in letters %}")
    document.add_paragraph("{%p if loop.first %}")
    document.add_paragraph("Invitation", style="Surtitre")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("Invitation", style="Surtitre en haut de page")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ about }}", style="Title")
    document.add_paragraph("{{ sent_on }}", style="Jour")
    document.add_paragraph("{%p for line in letter.address %}")
    document.add_paragraph("{{ line }}", style="Destinataire")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ letter.greeting }}", style="Formule")
    document.add_paragraph(f"J’ai le plaisir de vous inviter à cette réunion, qui se tiendra{NBSP}:")
    document.add_paragraph(style="Encadré").add_run("{{ when }}", style="Strong")
    document.add_paragraph("{{ place }}", style="Encadré")
    _agenda(document)
    document.add_paragraph("{{ reply }}", style="Formule")
    document.add_paragraph("Je vous prie d’agréer, {{ letter.farewell }}, mes salutations distinguées.")
    document.add_paragraph("{%p for line in signatory %}")
    document.add_paragraph("{%p if loop.first %}")
    document.add_paragraph(style="Signataire").add_run("{{ line }}", style="Strong")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ line }}", style="Destinataire")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    add_when(document, "recipients", ("{{ recipients }}", "Note"))
    name_it(document, "Invitation")
    return saved(document)


def _agenda(document: Any) -> None:
    document.add_paragraph("Ordre du jour", style="heading 1")
    add_points(document)
    add_when(document, "no_points", ("L’ordre du jour vous sera envoyé avant la réunion.", "Normal"))


if __name__ == "__main__":
    Path(__file__).with_name("template.docx").write_bytes(make_template())
