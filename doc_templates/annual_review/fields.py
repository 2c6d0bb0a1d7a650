"""Which words an annual review prints: from the domain's value to the plain strings of the template, in French."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.annual_reviews import AnnualReview
from bot.domain.decisions import ActionStatus
from bot.french.dates import date_range, date_with_year, short_date
from bot.french.hours import duration
from bot.french.lists import and_others
from bot.french.mixed import worded
from bot.french.numbers import number
from bot.french.plurals import counted, is_plural
from bot.french.typography import NBSP, typographic
from doc_templates.annual_review import labels
from doc_templates.annual_review.charted import (
    axes_chart,
    meetings_chart,
    natures_chart,
    read_axes,
    read_meetings,
    read_natures,
)
from doc_templates.annual_review.rows import (
    account_row,
    axis_rows,
    commune_rows,
    count,
    figure_rows,
    instance_rows,
    kind_rows,
    method,
    month_rows,
    nature_rows,
    neighbourhood_rows,
    neighbourhoods_covered,
    outcome_rows,
    part_rows,
    rates,
)
from doc_templates.charted import Chart
from doc_templates.contents import Contents, Fields, Properties
from doc_templates.wording import NOTHING, capital, file_name, one_line, running_title, titled

_STRUCTURES_SHOWN = 40


def review_contents(review: AnnualReview) -> Contents:
    """What the template is filled with, its charts, and the properties of the file."""
    fields = review_fields(review)
    return Contents(
        document="annual_review",
        fields=fields,
        charts=_charts(review),
        properties=Properties(
            title=f"Bilan {review.year} – {fields['scope']}",
            author=titled(review.made_by, review.style) if review.made_by else fields["organism"],
            subject=one_line(review.territory),
            day=review.generated_on.isoformat(),
        ),
    )


def review_file_name(review: AnnualReview) -> str:
    """« Bilan_GT-Diabete_2026.docx »."""
    return file_name("Bilan", review.scope, str(review.year))


def figures_file_name(review: AnnualReview) -> str:
    """« Bilan_GT-Diabete_2026.xlsx »."""
    return review_file_name(review).removesuffix(".docx") + ".xlsx"


def review_fields(review: AnnualReview) -> Fields:
    """Every blank of the template; an empty string or list leaves its line or its section out."""
    return {name: _typeset(value) for name, value in _fields(review).items()}


def _typeset(value: Any) -> Any:
    """With the spaces that French signs ask for."""
    if isinstance(value, str):
        return typographic(value)
    return [_typeset(one) for one in value] if isinstance(value, list) else {name: typographic(words) for name, words in value.items()}


def _fields(review: AnnualReview) -> Fields:
    met, spent = bool(review.totals.meetings), bool(review.totals.minutes)
    return {
        **_head(review),
        "nothing": "" if met or spent else "Rien n’a été enregistré sur cette période.",
        "summary": _summary(review) if met or spent else [],
        "figures": figure_rows(review),
        "kinds": kind_rows(review),
        "months": month_rows(review) if met else [],
        "read_meetings": read_meetings(review) if met else "",
        "natures": nature_rows(review),
        "read_natures": read_natures(review) if spent else "",
        "parts": part_rows(review),
        "accounts": [account_row(line, review.style.inclusive) for line in review.accounts] if spent else [],
        "accounts_method": [labels.ACCOUNTING_METHOD, rates(review)] if spent else [],
        "axes": axis_rows(review),
        "read_axes": read_axes(review) if axis_rows(review) else "",
        "partners": _partners(review),
        "new_structures": _list(review.new_structures) if review.named and review.compared else "",
        "lost_structures": _list(review.lost_structures) if review.named else "",
        "lost_title": _lost_title(review),
        "covered": _covered(review),
        "communes": commune_rows(review.communes),
        "neighbourhoods_covered": neighbourhoods_covered(review),
        "neighbourhoods": neighbourhood_rows(review),
        "outcomes": outcome_rows(review) if met else [],
        "instances": instance_rows(review),
        "method": [worded(one, review.style.inclusive) for one in method(review)],
        **_totals(review),
    }


def _head(review: AnnualReview) -> Fields:
    """What stands above and below."""
    scope, territory = one_line(review.scope), one_line(review.territory)
    return {
        "organism": one_line(review.organism),
        "reference": running_title(scope, review.organism, f"Bilan{NBSP}{review.year}"),
        "overline": f"Bilan annuel {review.year}" + ("" if review.complete else " – en cours"),
        "scope": scope,
        "subtitle": "" if territory in (scope, one_line(review.organism)) else territory,
        "period_line": capital(date_range(review.first, review.last)),
        "year": str(review.year),
        "before": f"{review.year - 1} (année entière)" if not review.complete else str(review.year - 1),
        "month_before": str(review.year - 1),
        "closing": _closing(review),
        "footer": f"Bilan {review.year} au {short_date(review.last)}",
    }


def _totals(review: AnnualReview) -> Fields:
    """The last lines of the tables."""
    totals = review.totals
    return {
        "kinds_total": count(sum(line.instances for line in review.kinds)),
        "meetings_total": count(totals.meetings),
        "before_total": count(review.before.meetings) if review.compared else NOTHING,
        "participations_total": count(totals.participations),
        "hours_total": duration(totals.minutes),
        "accounts_total": duration(totals.voluntary_minutes),
    }


def _charts(review: AnnualReview) -> tuple[Chart, ...]:
    charts = [meetings_chart(review)] if review.totals.meetings else []
    charts += [natures_chart(review)] if review.totals.minutes else []
    charts += [axes_chart(review)] if axis_rows(review) else []
    return tuple(replace(chart, title=typographic(chart.title), alt=typographic(chart.alt)) for chart in charts)


def _summary(review: AnnualReview) -> list[str]:
    """The year in a few sentences."""
    totals = review.totals
    met = counted(totals.meetings, "réunion tenue", "réunions tenues")
    said = [
        f"{met}, {counted(totals.participations, 'participation')}, {counted(totals.people, 'personne connue', 'personnes connues')} "
        f"de {counted(totals.structures, 'structure')}.",
        f"Temps donné : {duration(totals.minutes)}, dont {duration(totals.voluntary_minutes)} de contributions volontaires "
        "(bénévolat et prestations en nature).",
        _covered(review),
    ]
    said += [neighbourhoods_covered(review)] if review.neighbourhoods else []
    if totals.decisions or totals.actions:
        done = counted(review.actions[ActionStatus.DONE], "faite")
        said.append(f"{counted(totals.decisions, 'décision')} et {counted(totals.actions, 'action')}, dont {done}.")
    to_tell = review.natures[None]
    if to_tell:
        said.append(f"Temps sans nature précisée : {duration(to_tell)} ; il ne compte dans aucun total de contributions volontaires.")
    return said


def _partners(review: AnnualReview) -> list[str]:
    totals, before = review.totals, review.before
    if not totals.structures and not before.structures:
        return []
    people = counted(totals.people, "personne connue", "personnes connues")
    took = f"{counted(totals.structures, 'structure')} {'ont' if is_plural(totals.structures) else 'a'} pris part, avec {people}."
    if not review.compared:
        return [
            took,
            f"Rien n’est enregistré pour {review.year - 1} : les structures nouvelles ou perdues de vue ne peuvent pas être comptées.",
        ]
    new, lost = len(review.new_structures), len(review.lost_structures)
    return [
        took,
        f"{counted(new, 'structure nouvelle', 'structures nouvelles')} par rapport à {review.year - 1}. {_not_again(review, lost)}",
    ]


def _not_again(review: AnnualReview, lost: int) -> str:
    if not lost:
        return f"Toutes celles de {review.year - 1} sont revenues."
    again = "ne sont pas revenues" if is_plural(lost) else "n’est pas revenue"
    still = "cette année" if review.complete else "à ce jour"
    return f"{counted(lost, 'structure vue', 'structures vues')} en {review.year - 1} {again} {still}."


def _lost_title(review: AnnualReview) -> str:
    return f"Structures vues en {review.year - 1} et pas {'revues' if review.complete else 'encore revues'} en {review.year}"


def _list(names: Sequence[str]) -> str:
    return and_others([one_line(name) for name in names], shown=_STRUCTURES_SHOWN)


def _covered(review: AnnualReview) -> str:
    """« Réunions et actions dans 41 communes sur 94 ; structures venues de 52 communes. »"""
    where = f"Réunions et actions dans {counted(review.totals.communes, 'commune')}"
    of = f" sur {number(review.territory_communes)}" if review.territory_communes else ""
    return f"{where}{of} ; structures implantées dans {counted(review.seated_communes, 'commune')}."


def _closing(review: AnnualReview) -> str:
    made = f"Bilan établi le {date_with_year(review.generated_on)}"
    by = f"{made} par {titled(review.made_by, review.style)}" if review.made_by else made
    return f"{by}, d’après ce qui était enregistré ce jour-là."
