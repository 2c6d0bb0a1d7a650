"""Which rows stand in the tables of an annual review: plain strings, and sums that stay whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal

from bot.domain.annual_reviews import AnnualReview, CommuneLine, InstanceLine
from bot.domain.decisions import ActionStatus
from bot.domain.voluntary_accounts import SMIC_BRUT, AccountLine, VoluntaryAccount
from bot.domain.writing import Inclusive
from bot.french.dates import date_with_year, short_date
from bot.french.hours import duration
from bot.french.lists import and_others
from bot.french.mixed import worded
from bot.french.numbers import number
from bot.french.plurals import counted
from bot.french.typography import NBSP
from doc_templates.annual_review import labels
from doc_templates.annual_review.charted import axis_label, natures_given
from doc_templates.contents import Fields
from doc_templates.wording import NOTHING, capital, one_line

COMMUNES_SHOWN = 15
NEIGHBOURHOODS_SHOWN = 10


def figure_rows(review: AnnualReview) -> list[Fields]:
    """The key figures beside those of the year before."""
    now, then = asdict(review.totals), asdict(review.before)
    told = {name: duration if name.endswith("minutes") else count for name in labels.FIGURES}
    return [
        {"figure": label, "now": told[name](now[name]), "then": told[name](then[name]) if review.compared else NOTHING}
        for name, label in labels.FIGURES.items()
    ]


def account_row(line: AccountLine, manner: Inclusive) -> Fields:
    """A pair of accounts; only bénévolat has a value of ours."""
    worth = {VoluntaryAccount.BENEVOLAT: euros(line.value), VoluntaryAccount.SERVICES: "Coût communiqué par l’employeur"}
    return {
        "account": capital(line.account.value),
        "label": worded(labels.ACCOUNTS[line.account], manner),
        "hours": duration(line.minutes),
        "value": worth.get(line.account, NOTHING) if line.minutes else NOTHING,
    }


def rates(review: AnnualReview) -> str:
    """Which rates made the value; without the value of one of its days, bénévolat has none at all."""
    later = [since for since, _ in SMIC_BRUT[1:]] + [None]
    held = [
        f"{number(rate, decimals=2)}{NBSP}€ de l’heure depuis le {date_with_year(since)}"
        for (since, rate), until in zip(SMIC_BRUT, later, strict=True)
        if since <= review.last and (until is None or until > review.first)
    ]
    if not held or any(line.account is VoluntaryAccount.BENEVOLAT and line.value is None for line in review.accounts):
        return (
            "Le bénévolat n’est pas valorisé : le taux d’au moins un de ses jours n’est pas connu. L’expert-comptable confirme les comptes."
        )
    return f"Bénévolat valorisé au SMIC horaire brut du jour : {', '.join(held)}. L’expert-comptable confirme les comptes et le taux."


def euros(value: Decimal | None) -> str:
    """« 12 345,60 € », « non valorisé »."""
    return "Non valorisé" if value is None else f"{number(value, decimals=2)}{NBSP}€"


def axis_rows(review: AnnualReview) -> list[Fields]:
    """Only where several are compared."""
    if len(review.axes) < 2 or not review.totals.minutes:
        return []
    return [
        {"axis": axis_label(line.number, line.name), "meetings": count(line.meetings), "hours": duration(line.minutes)}
        for line in review.axes
    ]


def commune_rows(lines: Sequence[CommuneLine]) -> list[Fields]:
    """The busiest, then all the others in one line, so that sums stay whole."""
    shown, rest = lines[:COMMUNES_SHOWN], lines[COMMUNES_SHOWN:]
    rows = [(one_line(line.name), line.meetings, line.minutes, line.structures) for line in shown]
    if rest:
        rows.append((f"{counted(len(rest), 'autre commune')}", _sum(r.meetings for r in rest), _sum(r.minutes for r in rest),
                     _sum(r.structures for r in rest)))  # fmt: skip
    return [
        {"commune": name, "meetings": count(meetings), "hours": duration(minutes), "structures": count(structures)}
        for name, meetings, minutes, structures in rows
    ]


def neighbourhood_rows(review: AnnualReview) -> list[Fields]:
    """Every QPV of the territory, those that are not covered too."""
    return [
        {
            "name": one_line(line.name),
            "commune": one_line(line.commune) or NOTHING,
            "meetings": count(line.meetings),
            "structures": count(line.structures),
        }
        for line in review.neighbourhoods
    ]


def neighbourhoods_covered(review: AnnualReview) -> str:
    """« QPV couverts : 2 sur 4 (Cévennes et Prés-Saint-Jean). »; empty when nobody told them."""
    if not review.neighbourhoods:
        return ""
    covered = [one_line(line.name) for line in review.neighbourhoods if line.covered]
    named = f" ({and_others(sorted(covered), shown=NEIGHBOURHOODS_SHOWN)})" if covered else ""
    return f"QPV couverts{NBSP}: {number(len(covered))} sur {number(len(review.neighbourhoods))}{named}."


def method(review: AnnualReview) -> list[str]:
    """How the figures are counted."""
    return [*labels.METHOD, labels.NEIGHBOURHOODS if review.neighbourhoods else labels.NO_NEIGHBOURHOODS]


def outcome_rows(review: AnnualReview) -> list[Fields]:
    """Decisions, then actions, by state."""
    late = f"{count(review.late_actions)} en retard au {short_date(review.generated_on)}" if review.late_actions else ""
    rows = [("Décisions", labels.DECISIONS[status], many, "") for status, many in review.decisions.items()]
    rows += [
        ("Actions", labels.ACTIONS[status], many, late if status is ActionStatus.OPEN else "") for status, many in review.actions.items()
    ]
    return [{"what": what, "state": state, "count": count(many), "note": note or NOTHING} for what, state, many, note in rows]


def instance_rows(review: AnnualReview) -> list[Fields]:
    """Those that met, then the rest of the time, so that sums stay whole."""
    rows = [_instance(line) for line in review.instances]
    if review.unmet_minutes and rows:
        rest = {"name": labels.UNMET, "meetings": "0", "days": NOTHING, "participations": "0", "hours": duration(review.unmet_minutes)}
        rows.append(rest)
    return rows


def _day(day: date) -> str:
    """« 06/03 », of the year that the title says."""
    return f"{day:%d/%m}"


def _instance(line: InstanceLine) -> Fields:
    days = _day(line.first) if line.first == line.last else f"{_day(line.first)} – {_day(line.last)}"
    return {
        "name": one_line(line.name) or labels.KINDS[None],
        "meetings": count(line.meetings),
        "days": days,
        "participations": count(line.participations) if line.unrecorded < line.meetings else "Non relevées",
        "hours": duration(line.minutes),
    }


def _share(minutes: int, total: int) -> str:
    return f"{round(100 * minutes / total)}{NBSP}%" if total else NOTHING


def count(many: int) -> str:
    """« 1 250 »."""
    return number(many)


def _sum(counts: Iterable[int]) -> int:
    return sum(counts)


def kind_rows(review: AnnualReview) -> list[Fields]:
    """One kind of instance a row."""
    return [
        {
            "kind": labels.KINDS[line.kind],
            "instances": count(line.instances),
            "meetings": count(line.meetings),
            "participations": count(line.participations),
        }
        for line in review.kinds
    ]


def month_rows(review: AnnualReview) -> list[Fields]:
    """One month a row, beside the same month of the year before; a month to come has no figure."""
    return [
        {
            "month": labels.FULL_MONTHS[month],
            "now": count(now) if month < review.last.month else NOTHING,
            "then": count(then) if review.compared else NOTHING,
        }
        for month, (now, then) in enumerate(review.months)
    ]


def nature_rows(review: AnnualReview) -> list[Fields]:
    """One nature a row, the largest first."""
    total = review.totals.minutes
    return [{"nature": label, "hours": duration(minutes), "share": _share(minutes, total)} for label, minutes in natures_given(review)]


def part_rows(review: AnnualReview) -> list[Fields]:
    """One activity a row, in their order."""
    total = review.totals.minutes
    return [
        {"part": labels.PARTS[part], "hours": duration(minutes), "share": _share(minutes, total)}
        for part, minutes in review.parts.items()
        if minutes
    ]
