"""How `template.docx` of the record of decisions was made; `python -m doc_templates.decision_record.make_template` makes it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from doc_templates.building import add_rows_for_each, add_running_lines, add_sheet, add_table, add_when, name_it, new_template, saved
from doc_templates.house_style import TEXT_WIDTH

_CELL = "Texte de tableau"
_LABEL = "Libellé"
_SHEET = (
    ("Territoire", "territory"),
    ("Date et horaires", "when"),
    ("Lieu", "place"),
    ("Participation", "participation"),
    ("Réunions", "meetings"),
    ("Instances", "instances"),
    ("Contenu", "totals"),
)


def make_template() -> bytes:
    """The template as bytes."""
    document = new_template()
    add_running_lines(document.sections[0], footer="{{ footer }}")
    document.add_paragraph("Relevé de décisions", style="Surtitre")
    document.add_paragraph("{{ scope }}", style="Title")
    add_when(document, "subtitle", ("{{ subtitle }}", "Subtitle"))
    document.add_paragraph("{{ period_line }}", style="Jour")
    add_sheet(
        document,
        _SHEET,
        caption="Fiche du relevé",
        description="Territoire, réunions concernées et nombre de décisions et d’actions. Première colonne : intitulé.",
    )
    _decisions(document)
    _actions(document)
    document.add_paragraph("{%p if next_meeting %}")
    document.add_paragraph("Prochaine réunion", style="heading 1")
    document.add_paragraph(style="Encadré").add_run("{{ next_meeting }}", style="Strong")
    add_when(document, "next_place", ("{{ next_place }}", "Encadré"))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ closing }}", style="Note")
    name_it(document, "Relevé de décisions")
    return saved(document)


def _decisions(document: Any) -> None:
    document.add_paragraph("Décisions", style="heading 1")
    add_when(document, "nothing", ("{{ nothing }}", "Normal"))
    document.add_paragraph("{%p if decisions and of_one_meeting %}")
    table = add_table(
        document,
        style="Tableau Maillon",
        widths=(1900, TEXT_WIDTH - 1900),
        caption="Décisions",
        description="Une décision par ligne : son numéro, puis son texte.",
        header=("N°", "Décision"),
    )
    add_rows_for_each(table, loop="decision in decisions", texts=("{{ decision.number }}", "{{ decision.text }}"), styles=(_LABEL, _CELL))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if decisions and of_several %}")
    table = add_table(
        document,
        style="Tableau Maillon",
        widths=(1900, TEXT_WIDTH - 1900 - 2200, 2200),
        caption="Décisions",
        description="Une décision par ligne : son numéro, son texte, puis la réunion qui l’a prise.",
        header=("N°", "Décision", "Réunion"),
    )
    add_rows_for_each(
        table,
        loop="decision in decisions",
        texts=("{{ decision.number }}", "{{ decision.text }}", "{{ decision.met }}"),
        styles=(_LABEL, _CELL, _CELL),
    )
    document.add_paragraph("{%p endif %}")


def _actions(document: Any) -> None:
    """Of one meeting all of them with where each stands; of a period those that are still to do, with the meeting that entrusted them."""
    _table_of_actions(
        document,
        condition="actions and of_one_meeting",
        title="Actions",
        last=("État", "{{ action.status }}", 1250),
        description="Une action par ligne : numéro, texte, responsable, échéance, état.",
    )
    _table_of_actions(
        document,
        condition="actions and of_several",
        title="Actions encore à faire",
        last=("Réunion", "{{ action.met }}", 2150),
        description="Une action par ligne : numéro, texte, responsable, échéance, réunion qui l’a confiée.",
    )


def _table_of_actions(document: Any, *, condition: str, title: str, last: tuple[str, str, int], description: str) -> None:
    heading, field, width = last
    document.add_paragraph(f"{{%p if {condition} %}}")
    document.add_paragraph(title, style="heading 1")
    actions = add_table(
        document,
        style="Tableau Maillon",
        widths=(700, TEXT_WIDTH - 700 - 2200 - 1600 - width, 2200, 1600, width),
        caption=title,
        description=description,
        header=("N°", "Action", "Responsable", "Échéance", heading),
    )
    add_rows_for_each(
        actions,
        loop="action in actions",
        texts=("{{ action.number }}", "{{ action.text }}", "{{ action.bearers }}", "{{ action.due }}", field),
        styles=(_LABEL, _CELL, _CELL, _CELL, _CELL),
    )
    document.add_paragraph("{%p endif %}")


if __name__ == "__main__":
    Path(__file__).with_name("template.docx").write_bytes(make_template())
