"""Which accounts of classe 8 bear the time that was given, and what an hour of bénévolat is worth on a day.

Règlement ANC 2018-06: voluntary contributions are counted if they are collected in an organised way, by a method that is constant and
disclosed. A bénévole acts outside professional time; whoever comes on an employer's time is a « mise à disposition de personnes », another
line; the carrier's own team and indemnified time are neither. An accountant confirms.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from bot.domain.contributions import Nature
from bot.domain.review_facts import GivenTime


class VoluntaryAccount(StrEnum):
    """A pair of accounts: the use (86) and the resource (87)."""

    BENEVOLAT = "864 / 875"
    SERVICES = "862 / 871"
    OUTSIDE = "hors classe 8"
    TO_BE_TOLD = "à préciser"


ACCOUNT_OF: dict[Nature | None, VoluntaryAccount] = {
    Nature.VOLUNTEER: VoluntaryAccount.BENEVOLAT,
    Nature.RESIDENT: VoluntaryAccount.BENEVOLAT,
    Nature.EMPLOYER_TIME: VoluntaryAccount.SERVICES,
    Nature.NOT_INDEMNIFIED: VoluntaryAccount.SERVICES,
    Nature.INDEMNIFIED: VoluntaryAccount.OUTSIDE,
    Nature.TEAM: VoluntaryAccount.OUTSIDE,
    None: VoluntaryAccount.TO_BE_TOLD,
}
VOLUNTARY = (VoluntaryAccount.BENEVOLAT, VoluntaryAccount.SERVICES)

# The SMIC, gross, in euros an hour, from the day on which it holds (decrees of the Republic).
SMIC_BRUT: tuple[tuple[date, Decimal], ...] = (
    (date(2024, 11, 1), Decimal("11.88")),
    (date(2026, 1, 1), Decimal("12.02")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """The minutes of a pair of accounts; `value` in euros only for bénévolat, None where no rate is known for one of its days."""

    account: VoluntaryAccount
    minutes: int
    value: Decimal | None = None


def rate_on(day: date) -> Decimal | None:
    """The hourly rate that holds on that day; None before the first that is known."""
    return next((rate for since, rate in reversed(SMIC_BRUT) if since <= day), None)


def account_lines(time: tuple[GivenTime, ...]) -> tuple[AccountLine, ...]:
    """One line a pair of accounts, all four always there; rounded once, to the cent."""
    minutes = dict.fromkeys(VoluntaryAccount, 0)
    worth: Decimal | None = Decimal(0)
    for given in time:
        account = ACCOUNT_OF[given.nature]
        minutes[account] += given.minutes
        if account is VoluntaryAccount.BENEVOLAT and worth is not None:
            rate = rate_on(given.day)
            worth = None if rate is None else worth + rate * given.minutes
    value = None if worth is None else (worth / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return tuple(
        AccountLine(account=account, minutes=spent, value=value if account is VoluntaryAccount.BENEVOLAT else None)
        for account, spent in minutes.items()
    )
