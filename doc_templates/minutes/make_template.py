"""How `template.docx` of the minutes was made; `python -m doc_templates.minutes.make_template` makes it again from the house style.

The .docx is what counts: a designer may open it in Word and move, restyle or reword anything around the tags.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from doc_templates.building import add_rows_for_each, add_running_lines, add_sheet, add_table, add_when, name_it, new_template, saved
from doc_templates.house_style import TEXT_WIDTH

_CELL = "Texte de tableau"
_LABEL = "Libellé"
_SHEET = (
    ("Territoire", "territory"),
    ("Date et horaires", "date_and_hours"),
    ("Lieu", "place"),
    ("Présidence", "chair"),
    ("Secrétariat de séance", "secretary"),
    ("Participation", "participation"),
)


def make_template() -> bytes:
    """The template of the minutes as bytes."""
    document = new_template()
    add_running_lines(document.sections[0], footer="{{ state_label }} – version\u00a0{{ version }}")
    _opening(document)
    _attendance(document)
    add_when(document, "approval", ("Approbation du compte rendu précédent", "heading 1"), ("{{ approval }}", "Normal"))
    _earlier_actions(document)
    _topics(document)
    _outcomes(document)
    _next_meeting(document)
    _changes(document)
    document.add_paragraph("{{ closing }}", style="Note")
    name_it(document, "Compte rendu")
    return saved(document)


def _opening(document: Any) -> None:
    document.add_paragraph("{{ state_label }}", style="Surtitre")
    document.add_paragraph("{{ instance }}", style="Title")
    document.add_paragraph("{%p if subtitle %}")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ day_line }}", style="Jour")
    add_sheet(
        document,
        _SHEET,
        caption="Fiche de la réunion",
        description="Date, horaires, lieu, présidence, secrétariat et participation. Première colonne : intitulé.",
    )


def _earlier_actions(document: Any) -> None:
    document.add_paragraph("{%p if earlier_actions %}")
    document.add_paragraph("Suivi des actions précédentes", style="heading 1")
    actions = add_table(
        document,
        style="Tableau Maillon",
        widths=(TEXT_WIDTH - 2100 - 1500 - 1350 - 1300, 2100, 1500, 1350, 1300),
        caption="Suivi des actions précédentes",
        description="Une action d’une réunion précédente par ligne : texte, responsable, échéance, réunion où elle est née, état.",
        header=("Action", "Responsable", "Échéance", "Depuis le", "État"),
        first_column=False,
    )
    add_rows_for_each(
        actions,
        loop="action in earlier_actions",
        texts=("{{ action.text }}", "{{ action.bearers }}", "{{ action.due }}", "{{ action.since }}", "{{ action.status }}"),
        styles=(_CELL, _CELL, _CELL, _CELL, _LABEL),
    )
    document.add_paragraph("{%p endif %}")


def _changes(document: Any) -> None:
    document.add_paragraph("{%p if changes %}")
    document.add_paragraph("{{ changes_title }}", style="heading 1")
    document.add_paragraph("{%p for change in changes %}")
    document.add_paragraph("{{ change }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _topics(document: Any) -> None:
    document.add_paragraph("{%p if topics %}")
    document.add_paragraph("Points abordés", style="heading 1")
    document.add_paragraph("{%p for topic in topics %}")
    document.add_paragraph("{{ topic }}", style="List Number")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _outcomes(document: Any) -> None:
    document.add_paragraph("{%p if decisions %}")
    document.add_paragraph("Décisions", style="heading 1")
    decisions = add_table(
        document,
        style="Tableau Maillon",
        widths=(1800, TEXT_WIDTH - 1800),
        caption="Décisions",
        description="Une décision par ligne : son numéro, puis son texte.",
        header=("N°", "Décision"),
    )
    add_rows_for_each(
        decisions, loop="decision in decisions", texts=("{{ decision.number }}", "{{ decision.text }}"), styles=(_LABEL, _CELL)
    )
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if actions %}")
    document.add_paragraph("Actions à mener", style="heading 1")
    actions = add_table(
        document,
        style="Tableau Maillon",
        widths=(700, TEXT_WIDTH - 700 - 2500 - 1950, 2500, 1950),
        caption="Actions à mener",
        description="Une action par ligne : numéro, texte, responsable, échéance.",
        header=("N°", "Action", "Responsable", "Échéance"),
    )
    add_rows_for_each(
        actions,
        loop="action in actions",
        texts=("{{ action.number }}", "{{ action.text }}", "{{ action.bearers }}", "{{ action.due }}"),
        styles=(_LABEL, _CELL, _CELL, _CELL),
    )
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if no_outcome %}")
    document.add_paragraph("Suites", style="heading 1")
    document.add_paragraph("Aucune décision ni action n’a été relevée au cours de cette réunion.")
    document.add_paragraph("{%p endif %}")


def _next_meeting(document: Any) -> None:
    document.add_paragraph("{%p if next_meeting %}")
    document.add_paragraph("Prochaine réunion", style="heading 1")
    document.add_paragraph(style="Encadré").add_run("{{ next_meeting }}", style="Strong")
    document.add_paragraph("{%p if next_place %}")
    document.add_paragraph("{{ next_place }}", style="Encadré")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endif %}")


def _attendance(document: Any) -> None:
    document.add_paragraph("{%p if attendance or attendance_note %}")
    document.add_paragraph("Participation", style="heading 1")
    document.add_paragraph("{%p if attendance_note %}")
    document.add_paragraph("{{ attendance_note }}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for list in attendance %}")
    document.add_paragraph("{{ list.title }}", style="heading 2")
    document.add_paragraph("{%p if list.with_details %}")
    people = add_table(
        document,
        style="Tableau Maillon",
        widths=(3050, 3200, TEXT_WIDTH - 3050 - 3200),
        caption="{{ list.title }}",
        description="Une personne ou une structure par ligne : nom, structure, fonction.",
        header=("Nom", "Structure", "Fonction"),
    )
    add_rows_for_each(
        people,
        loop="line in list.lines",
        texts=("{{ line.name }}", "{{ line.structure }}", "{{ line.function }}"),
        styles=(_LABEL, _CELL, _CELL),
    )
    document.add_paragraph("{%p else %}")
    names = add_table(
        document,
        style="Tableau Maillon",
        widths=(TEXT_WIDTH,),
        caption="{{ list.title }}",
        description="Une personne ou une structure par ligne.",
        header=("Nom",),
    )
    add_rows_for_each(names, loop="line in list.lines", texts=("{{ line.name }}",), styles=(_LABEL,))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


if __name__ == "__main__":
    Path(__file__).with_name("template.docx").write_bytes(make_template())
