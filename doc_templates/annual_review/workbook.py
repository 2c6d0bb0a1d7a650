"""The figures of an annual review as a spreadsheet: one sheet a table, real numbers and dates, hours as hours and minutes as minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO
from typing import Any

from bot.domain.annual_reviews import AnnualReview
from bot.french.mixed import worded
from doc_templates.annual_review import labels
from doc_templates.annual_review.charted import axis_label
from doc_templates.annual_review.rows import method, rates
from doc_templates.cleaning import clean
from doc_templates.undated import undated

_ACTING = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet could take for a formula
_TIME = "[h]:mm"
_WIDEST = 60
_SPENT = ("Minutes", "Heures")
_FIGURES = labels.FIGURES | {"minutes": "Minutes données", "voluntary_minutes": "dont contributions volontaires (minutes)"}
Sheet = tuple[str, Sequence[str], Sequence[Sequence[Any]]]


def figures_workbook(review: AnnualReview) -> bytes:
    """The .xlsx; equal values give equal bytes."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.remove(book["Sheet"])
    for title, heads, rows in sheets(review):
        page = book.create_sheet(title)
        page.freeze_panes = "A2"
        page.append(list(heads))
        for cell in page[1]:
            cell.font = Font(bold=True)
        for row in rows:
            page.append([clean(value) if isinstance(value, str) else value for value in row])
            for cell, head in zip(page[page.max_row], heads, strict=True):
                _form(cell, head)
        for place, head in enumerate(heads, start=1):
            longest = max((len(str(row[place - 1])) for row in rows), default=0)
            page.column_dimensions[get_column_letter(place)].width = min(max(longest, len(head)) + 2, _WIDEST)
        page.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    book.properties.title, book.properties.language = f"Chiffres du bilan {review.year}", "fr-FR"
    book.properties.creator = "Maillon"
    out = BytesIO()
    book.save(out)
    return undated(out.getvalue())


def sheets(review: AnnualReview) -> list[Sheet]:
    """Each table of the review: its name, its headings and its rows; a column « Heures » stands beside each one of minutes."""
    return [*_of_meetings(review), *_of_time(review), *_of_the_rest(review)]


def _of_meetings(review: AnnualReview) -> list[Sheet]:
    year, before = str(review.year), str(review.year - 1)
    now, then = asdict(review.totals), asdict(review.before) if review.compared else {}
    days = ("Première réunion", "Dernière réunion")
    met = ("Type d’instance", "Instance", *days, "Réunions", "Sans relevé", "Participations", *_SPENT)
    instances: list[Sequence[Any]] = [
        (
            *(
                labels.KINDS[one.kind],
                one.name or labels.KINDS[None],
                one.first,
                one.last,
                one.meetings,
                one.unrecorded,
                one.participations,
            ),
            *_spent(one.minutes),
        )
        for one in review.instances
    ]
    if review.unmet_minutes and instances:
        instances.append(("", labels.UNMET, None, None, 0, 0, 0, *_spent(review.unmet_minutes)))
    months = [
        (name, this if rank <= review.last.month else None, before if review.compared else None)
        for rank, (name, (this, before)) in enumerate(zip(labels.FULL_MONTHS, review.months, strict=True), start=1)
    ]
    kinds = [(labels.KINDS[one.kind], one.instances, one.meetings, one.participations) for one in review.kinds]
    return [
        ("Chiffres clés", ("Chiffre", year, before), [(label, now[name], then.get(name)) for name, label in _FIGURES.items()]),
        ("Gouvernance", ("Type d’instance", "Instances réunies", "Réunions", "Participations"), kinds),
        ("Instances", met, instances),
        ("Mois", ("Mois", year, before), months),
    ]


def _of_time(review: AnnualReview) -> list[Sheet]:
    manner = review.style.inclusive
    accounts = [
        (one.account.value, worded(labels.ACCOUNTS[one.account], manner), *_spent(one.minutes), one.value if one.minutes else None)
        for one in review.accounts
    ]
    axes = [(axis_label(one.number, one.name), one.meetings, *_spent(one.minutes)) for one in review.axes]
    communes = [(one.name, one.meetings, *_spent(one.minutes), one.structures) for one in review.communes]
    neighbourhoods = [
        (one.name, one.commune or None, one.meetings, one.structures, "oui" if one.covered else "non") for one in review.neighbourhoods
    ]
    return [
        ("Natures", ("Nature", *_SPENT), [(labels.nature_label(one, manner), *_spent(spent)) for one, spent in review.natures.items()]),
        ("Activités", ("Activité", *_SPENT), [(labels.PARTS[one], *_spent(minutes)) for one, minutes in review.parts.items()]),
        ("Comptes 86 et 87", ("Comptes", "Libellé", *_SPENT, "Valeur (€)"), accounts),
        ("Axes", ("Axe", "Réunions", *_SPENT), axes),
        ("Communes", ("Commune", "Réunions", *_SPENT, "Structures"), communes),
        *([("QPV", ("QPV", "Commune", "Réunions", "Structures", "Couvert"), neighbourhoods)] if neighbourhoods else []),
    ]


def _of_the_rest(review: AnnualReview) -> list[Sheet]:
    outcomes = [("Décisions", labels.DECISIONS[one], many) for one, many in review.decisions.items()]
    outcomes += [("Actions", labels.ACTIONS[one], many) for one, many in review.actions.items()]
    listed = [(one, "Nouvelle") for one in review.new_structures] if review.compared else []
    listed += [(one, f"Vue en {review.year - 1}") for one in review.lost_structures]
    scope = [("Bilan", review.scope), ("Territoire", review.territory), ("Du", review.first), ("Au", review.last)]
    words = [worded(one, review.style.inclusive) for one in (*method(review), labels.ACCOUNTING_METHOD, rates(review))]
    told = [("Établi le", review.generated_on), *(("Méthode", one) for one in words)]
    return [
        ("Décisions et actions", ("Relevé", "État", "Nombre"), [*outcomes, ("Actions", "dont en retard", review.late_actions)]),
        *([("Structures", ("Structure", f"En {review.year}"), listed)] if review.named else []),
        ("Méthode", ("Rubrique", "Texte"), [*scope, *told]),
    ]


def _spent(minutes: int) -> tuple[int, float]:
    """Minutes, then the same as a spreadsheet counts time: a fraction of a day, shown as hours and minutes."""
    return minutes, minutes / 1440


def _form(cell: Any, head: str) -> None:
    if head == "Heures":
        cell.number_format = _TIME
    elif hasattr(cell.value, "year"):
        cell.number_format = "DD/MM/YYYY"
    elif isinstance(cell.value, str) and cell.value.startswith(_ACTING):
        cell.data_type, cell.quotePrefix = "s", True
    elif head.endswith("(€)"):
        cell.number_format = "#,##0.00"
    elif isinstance(cell.value, int):
        cell.number_format = "#,##0"
