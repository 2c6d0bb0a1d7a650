"""Which words an annual review prints: from the domain's value to the plain strings of the template, in French."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot.domain.annual_reviews import AnnualReview, CommuneLine, InstanceLine
from bot.domain.voluntary_accounts import SMIC_BRUT, AccountLine, VoluntaryAccount
from bot.french.dates import date_range, short_date
from bot.french.hours import duration
from bot.french.lists import and_others
from bot.french.numbers import number
from bot.french.plurals import counted, is_plural
from bot.french.typography import NBSP, typographic
from doc_templates.annual_review import labels
from doc_templates.annual_review.charted import (
    axes_chart,
    axis_label,
    meetings_chart,
    natures_chart,
    natures_given,
    read_axes,
    read_meetings,
    read_natures,
)
from doc_templates.charted import Chart
from doc_templates.contents import Contents, Fields, Properties
from doc_templates.wording import NOTHING, capital, day_with_year, file_name, one_line, running_title, titled

COMMUNES_SHOWN = 15
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
            author=titled(review.made_by) if review.made_by else fields["organism"],
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
    scope = one_line(review.scope)
    territory = one_line(review.territory)
    totals = review.totals
    met, spent = bool(totals.meetings), bool(totals.minutes)
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
        "nothing": "" if met or spent else "Rien n’a été enregistré sur cette période.",
        "summary": _summary(review) if met or spent else [],
        "figures": _figures(review),
        "kinds": [
            {"kind": labels.KINDS[line.kind], "instances": _count(line.instances), "meetings": _count(line.meetings),
             "participations": _count(line.participations)}
            for line in review.kinds
        ],
        "kinds_total": _count(sum(line.instances for line in review.kinds)),
        "meetings_total": _count(totals.meetings),
        "before_total": _count(review.before.meetings) if review.compared else NOTHING,
        "participations_total": _count(totals.participations),
        "months": [
            {"month": month, "now": _count(now), "then": _count(then) if review.compared else NOTHING}
            for month, (now, then) in zip(labels.FULL_MONTHS, review.months, strict=True)
        ] if met else [],
        "read_meetings": read_meetings(review) if met else "",
        "natures": [
            {"nature": label, "hours": duration(minutes), "share": _share(minutes, totals.minutes)}
            for label, minutes in natures_given(review)
        ],
        "hours_total": duration(totals.minutes),
        "read_natures": read_natures(review) if spent else "",
        "parts": [
            {"part": labels.PARTS[part], "hours": duration(minutes), "share": _share(minutes, totals.minutes)}
            for part, minutes in review.parts.items()
            if minutes
        ],
        "accounts": [_account(line) for line in review.accounts] if spent else [],
        "accounts_total": duration(totals.voluntary_minutes),
        "accounts_method": [labels.ACCOUNTING_METHOD, _rates(review)] if spent else [],
        "axes": _axes(review),
        "read_axes": read_axes(review) if _axes(review) else "",
        "partners": _partners(review),
        "new_structures": _list(review.new_structures) if review.named and review.compared else "",
        "lost_structures": _list(review.lost_structures) if review.named else "",
        "lost_title": _lost_title(review),
        "covered": _covered(review),
        "communes": _communes(review.communes),
        "outcomes": _outcomes(review) if met else [],
        "instances": _instances(review),
        "method": list(labels.METHOD),
        "closing": _closing(review),
        "footer": f"Bilan {review.year} au {short_date(review.last)}",
    }  # fmt: skip


def _charts(review: AnnualReview) -> tuple[Chart, ...]:
    charts = [meetings_chart(review)] if review.totals.meetings else []
    charts += [natures_chart(review)] if review.totals.minutes else []
    charts += [axes_chart(review)] if _axes(review) else []
    return tuple(replace(chart, title=typographic(chart.title), alt=typographic(chart.alt)) for chart in charts)


def _summary(review: AnnualReview) -> list[str]:
    """The year in a few sentences."""
    totals = review.totals
    met = counted(totals.meetings, "réunion tenue", "réunions tenues")
    said = [
        f"{met}, {counted(totals.participations, 'participation')}, {counted(totals.people, 'personne connue', 'personnes connues')} "
        f"de {counted(totals.structures, 'structure')}.",
        f"{duration(totals.minutes)} données, dont {duration(totals.voluntary_minutes)} de contributions volontaires "
        "(bénévolat et prestations en nature).",
        _covered(review),
    ]
    if totals.decisions or totals.actions:
        done = counted(sum(v for k, v in review.actions.items() if labels.ACTIONS[k] == "Faites"), "faite")
        said.append(f"{counted(totals.decisions, 'décision')} et {counted(totals.actions, 'action')}, dont {done}.")
    to_tell = review.natures[None]
    if to_tell:
        said.append(f"{duration(to_tell)} restent sans nature : elles ne comptent dans aucun total de contributions volontaires.")
    return said


def _figures(review: AnnualReview) -> list[Fields]:
    """The key figures beside those of the year before."""
    now, then = review.totals, review.before
    lines = [
        ("Réunions tenues", _count(now.meetings), _count(then.meetings)),
        ("Réunions sans relevé de présence", _count(now.unrecorded), _count(then.unrecorded)),
        ("Participations", _count(now.participations), _count(then.participations)),
        ("Personnes différentes", _count(now.people), _count(then.people)),
        ("Structures différentes", _count(now.structures), _count(then.structures)),
        ("Heures données", duration(now.minutes), duration(then.minutes)),
        ("dont contributions volontaires", duration(now.voluntary_minutes), duration(then.voluntary_minutes)),
        ("Communes où l’on s’est réuni ou a agi", _count(now.communes), _count(then.communes)),
        ("Décisions", _count(now.decisions), _count(then.decisions)),
        ("Actions", _count(now.actions), _count(then.actions)),
    ]
    return [{"figure": figure, "now": this, "then": before if review.compared else NOTHING} for figure, this, before in lines]


def _account(line: AccountLine) -> Fields:
    worth = {VoluntaryAccount.BENEVOLAT: euros(line.value), VoluntaryAccount.SERVICES: "Coût communiqué par l’employeur"}
    return {
        "account": capital(line.account.value),
        "label": labels.ACCOUNTS[line.account],
        "hours": duration(line.minutes),
        "value": worth.get(line.account, NOTHING) if line.minutes else NOTHING,
    }


def _rates(review: AnnualReview) -> str:
    """Which rates made the value."""
    later = [since for since, _ in SMIC_BRUT[1:]] + [None]
    held = [
        f"{number(rate, decimals=2)}{NBSP}€ de l’heure depuis le {day_with_year(since)}"
        for (since, rate), until in zip(SMIC_BRUT, later, strict=True)
        if since <= review.last and (until is None or until > review.first)
    ]
    if not held:
        return "Le bénévolat n’est pas valorisé : aucun taux n’est connu pour ces jours. L’expert-comptable confirme les comptes."
    return f"Bénévolat valorisé au SMIC horaire brut du jour : {', '.join(held)}. L’expert-comptable confirme les comptes et le taux."


def euros(value: Decimal | None) -> str:
    """« 12 345,60 € », « non valorisé »."""
    return "Non valorisé" if value is None else f"{number(value, decimals=2)}{NBSP}€"


def _axes(review: AnnualReview) -> list[Fields]:
    """Only where several are compared."""
    if len(review.axes) < 2 or not review.totals.minutes:
        return []
    return [
        {"axis": axis_label(line.number, line.name), "meetings": _count(line.meetings), "hours": duration(line.minutes)}
        for line in review.axes
    ]


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


def _communes(lines: Sequence[CommuneLine]) -> list[Fields]:
    """The busiest, then all the others in one line, so that sums stay whole."""
    shown, rest = lines[:COMMUNES_SHOWN], lines[COMMUNES_SHOWN:]
    rows = [(one_line(line.name), line.meetings, line.minutes, line.structures) for line in shown]
    if rest:
        rows.append((f"{counted(len(rest), 'autre commune')}", _sum(r.meetings for r in rest), _sum(r.minutes for r in rest),
                     _sum(r.structures for r in rest)))  # fmt: skip
    return [
        {"commune": name, "meetings": _count(meetings), "hours": duration(minutes), "structures": _count(structures)}
        for name, meetings, minutes, structures in rows
    ]


def _outcomes(review: AnnualReview) -> list[Fields]:
    late = f"{_count(review.late_actions)} en retard au {short_date(review.generated_on)}" if review.late_actions else ""
    rows = [("Décisions", labels.DECISIONS[status], count, "") for status, count in review.decisions.items()]
    rows += [
        ("Actions", labels.ACTIONS[status], count, late if labels.ACTIONS[status] == "À faire" else "")
        for status, count in review.actions.items()
    ]
    return [{"what": what, "state": state, "count": _count(count), "note": note or NOTHING} for what, state, count, note in rows]


def _instances(review: AnnualReview) -> list[Fields]:
    """Those that met, then the time given to the others, so that sums stay whole."""
    rows = [_instance(line) for line in review.instances]
    left = review.totals.minutes - sum(line.minutes for line in review.instances)
    if left and rows:
        rows.append(
            {
                "name": "Instances qui ne se sont pas réunies",
                "meetings": "0",
                "days": NOTHING,
                "participations": "0",
                "hours": duration(left),
            }
        )
    return rows


def _day(day: date) -> str:
    """« 06/03 », of the year that the title says."""
    return f"{day:%d/%m}"


def _instance(line: InstanceLine) -> Fields:
    days = _day(line.first) if line.first == line.last else f"{_day(line.first)} – {_day(line.last)}"
    return {
        "name": one_line(line.name) or labels.KINDS[None],
        "meetings": _count(line.meetings),
        "days": days,
        "participations": _count(line.participations) if line.unrecorded < line.meetings else "Non relevées",
        "hours": duration(line.minutes),
    }


def _closing(review: AnnualReview) -> str:
    made = f"Bilan établi le {day_with_year(review.generated_on)}"
    by = f"{made} par {titled(review.made_by)}" if review.made_by else made
    return f"{by}, d’après ce qui était enregistré ce jour-là."


def _share(minutes: int, total: int) -> str:
    return f"{round(100 * minutes / total)}{NBSP}%" if total else NOTHING


def _count(count: int) -> str:
    return number(count)


def _sum(counts: Iterable[int]) -> int:
    return sum(counts)
