"""How the points of an agenda are laid out in a template: a table by hour or by rank, with who speaks where somebody was named."""

from __future__ import annotations

from typing import Any

from doc_templates.building import add_rows_for_each, add_table
from doc_templates.house_style import TEXT_WIDTH

_FIRST, _SPEAKER = 1200, 2600


def add_points(document: Any) -> None:
    """The table, in the form that the points want; nothing when there are none."""
    document.add_paragraph("{%p if points and with_speakers %}")
    _table(
        document,
        widths=(_FIRST, TEXT_WIDTH - _FIRST - _SPEAKER, _SPEAKER),
        header=("{{ first_column }}", "Point", "Intervention"),
        texts=("{{ point.first }}", "{{ point.text }}", "{{ point.speaker }}"),
    )
    document.add_paragraph("{%p elif points %}")
    _table(
        document,
        widths=(_FIRST, TEXT_WIDTH - _FIRST),
        header=("{{ first_column }}", "Point"),
        texts=("{{ point.first }}", "{{ point.text }}"),
    )
    document.add_paragraph("{%p endif %}")


def _table(document: Any, *, widths: tuple[int, ...], header: tuple[str, ...], texts: tuple[str, ...]) -> None:
    table = add_table(
        document,
        style="Tableau Maillon",
        widths=widths,
        caption="Ordre du jour",
        description="Un point par ligne : son heure ou son rang, son intitulé, et qui intervient si c’est connu.",
        header=header,
    )
    styles = ("Libellé", *["Texte de tableau"] * (len(header) - 1))
    add_rows_for_each(table, loop="point in points", texts=texts, styles=styles)
