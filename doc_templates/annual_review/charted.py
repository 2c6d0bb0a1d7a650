"""Which charts a review has: their values, their words for whoever does not see them, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.annual_reviews import AnnualReview
from bot.french.hours import duration
from bot.french.numbers import number
from bot.french.plurals import counted
from bot.french.typography import NBSP
from doc_templates.annual_review.labels import FULL_MONTHS, MONTHS, nature_label
from doc_templates.charted import Chart, Series
from doc_templates.wording import one_line

_LONGEST_AXIS = 60


def meetings_chart(review: AnnualReview) -> Chart:
    """Meetings month by month, beside those of the year before."""
    now, then = zip(*review.months, strict=True)
    words = zip(FULL_MONTHS, review.months, strict=True)
    told = " ; ".join(f"{month.lower()} {this}" + (f" ({before})" if review.compared else "") for month, (this, before) in words)
    beside = f" et, entre parenthèses, en {review.year - 1}" if review.compared else ""
    earlier = (Series(name=str(review.year - 1), values=then),) if review.compared else ()
    return Chart(
        place="meetings",
        kind="columns",
        categories=MONTHS,
        series=(Series(name=str(review.year), values=now), *earlier),
        title=f"Réunions par mois en {review.year}",
        alt=f"Diagramme en colonnes{NBSP}: réunions par mois en {review.year}{beside}{NBSP}: {told}.",
    )


def read_meetings(review: AnnualReview) -> str:
    """« Lecture : en mars 2026, 14 réunions se sont tenues, contre 12 en mars 2025. »"""
    busiest = max(range(12), key=lambda month: review.months[month][0])
    now, then = review.months[busiest]
    held = "s’est tenue" if now < 2 else "se sont tenues"
    month = FULL_MONTHS[busiest].lower()
    against = f", contre {number(then)} en {month} {review.year - 1}" if review.compared else ""
    return f"Lecture{NBSP}: en {month} {review.year}, {counted(now, 'réunion')} {held}{against}."


def natures_chart(review: AnnualReview) -> Chart:
    """Hours by nature, the largest first; those without any are left out."""
    given = natures_given(review)
    return Chart(
        place="natures",
        kind="bars",
        categories=tuple(label for label, _ in given),
        series=(Series(name="Heures", values=tuple(minutes / 60 for _, minutes in given)),),
        title=f"Heures par nature en {review.year}",
        alt=f"Diagramme en barres{NBSP}: heures par nature. {_told(given)}.",
    )


def read_natures(review: AnnualReview) -> str:
    """« Lecture : 1 250 h pour « Bénévolat », soit 58 % des heures. »"""
    label, minutes = natures_given(review)[0]
    share = round(100 * minutes / review.totals.minutes)
    return f"Lecture{NBSP}: {duration(minutes)} pour «{NBSP}{label}{NBSP}», soit {share}{NBSP}% des heures."


def natures_given(review: AnnualReview) -> Sequence[tuple[str, int]]:
    """Label and minutes of each nature of which time was given, the largest first."""
    manner = review.style.inclusive
    given = ((nature_label(nature, manner), spent) for nature, spent in review.natures.items() if spent)
    return sorted(given, key=lambda one: (-one[1], one[0]))


def axes_chart(review: AnnualReview) -> Chart:
    """Hours by axis, in the order of the axes."""
    given = [(axis_label(line.number, line.name), line.minutes) for line in review.axes]
    return Chart(
        place="axes",
        kind="bars",
        categories=tuple(_shortened(label) for label, _ in given),
        series=(Series(name="Heures", values=tuple(minutes / 60 for _, minutes in given)),),
        title=f"Heures par axe en {review.year}",
        alt=f"Diagramme en barres{NBSP}: heures par axe. {_told(given)}.",
    )


def read_axes(review: AnnualReview) -> str:
    """« Lecture : « Axe 9 – Diabète » compte 320 h et 12 réunions. »; what belongs to no axis is not spoken of."""
    line = max(review.axes, key=lambda axis: (axis.number is not None, axis.minutes))
    label = axis_label(line.number, line.name)
    return f"Lecture{NBSP}: «{NBSP}{label}{NBSP}» compte {duration(line.minutes)} et {counted(line.meetings, 'réunion')}."


def axis_label(axis: int | None, name: str) -> str:
    """« Axe 3 – Santé mentale », « Hors axe »."""
    if axis is None:
        return "Hors axe"
    return f"Axe {axis} – {one_line(name)}" if name else f"Axe {axis}"


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST_AXIS else f"{label[: _LONGEST_AXIS - 1].rstrip()}…"


def _told(given: Sequence[tuple[str, int]]) -> str:
    return " ; ".join(f"{label} {duration(minutes)}" for label, minutes in given)
