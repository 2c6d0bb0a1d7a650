"""Which part of the agenda a message shows, as a button bears it in a few letters."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.french.folding import fold

_VIEW = re.compile(
    r"(?P<first>\d{8})?(?:-(?P<last>\d{8}))?"
    r"(?:\.g(?P<groups>\d+(?:_\d+)*)|\.p(?P<person>\d+)|\.l(?P<place>[a-z0-9_]+))?(?:\.(?P<page>\d+))?"
)
_LONGEST_PLACE = 24
MOST_GROUPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Days from `first` (None: today) to `last` (None: all to come), of groups, of a person, or at a place (its folded words)."""

    first: date | None = None
    last: date | None = None
    group_ids: tuple[int, ...] = ()
    person_id: int | None = None
    place: str | None = None
    page: int = 0

    def encode(self) -> str:
        """At most 52 bytes."""
        days = (f"{self.first:%Y%m%d}" if self.first else "") + (f"-{self.last:%Y%m%d}" if self.last else "")
        narrowed = ""
        if self.group_ids:
            narrowed = ".g" + "_".join(str(group) for group in self.group_ids[:MOST_GROUPS])
        elif self.person_id is not None:
            narrowed = f".p{self.person_id}"
        elif self.place:
            narrowed = f".l{self.place}"
        return f"{days}{narrowed}" + (f".{self.page}" if self.page else "")

    @property
    def whole_month(self) -> bool:
        """Whether it shows a month from its first to its last day."""
        return self.first is not None and self.last == last_of_month(self.first) and self.first.day == 1

    @property
    def whole_week(self) -> bool:
        """Whether it shows a week from Monday to Sunday."""
        return self.first is not None and self.last == self.first + timedelta(days=6) and self.first.weekday() == 0

    @property
    def whole_year(self) -> bool:
        """Whether it shows a year from its first to its last day."""
        return self.first is not None and (self.first, self.last) == year_of(self.first)

    @property
    def turns(self) -> bool:
        """Whether it shows a week, a month or a year, beside which another one stands."""
        return self.whole_week or self.whole_month or self.whole_year

    def turned(self, way: int) -> View:
        """The year, the month or the week before (-1) or after (1)."""
        assert self.first is not None
        if self.whole_year:
            first, last = year_of(self.first.replace(year=self.first.year + way))
            return replace(self, first=first, last=last, page=0)
        if self.whole_month:
            first = (self.first + timedelta(days=32)).replace(day=1) if way > 0 else (self.first - timedelta(days=1)).replace(day=1)
            return replace(self, first=first, last=last_of_month(first), page=0)
        return replace(self, first=self.first + timedelta(days=7 * way), last=self.first + timedelta(days=7 * way + 6), page=0)


def decode(said: str) -> View:
    """The view that a button bears. Raises ValueError for what we never wrote."""
    found = _VIEW.fullmatch(said)
    if found is None:
        raise ValueError(said)
    return View(
        first=_day(found["first"]),
        last=_day(found["last"]),
        group_ids=tuple(int(one) for one in (found["groups"] or "").split("_") if one),
        person_id=int(found["person"]) if found["person"] else None,
        place=found["place"],
        page=int(found["page"] or 0),
    )


def _day(said: str | None) -> date | None:
    return datetime.strptime(said, "%Y%m%d").date() if said else None  # noqa: DTZ007 - a day has no zone


def last_of_month(day: date) -> date:
    """The last day of its month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def year_of(day: date) -> tuple[date, date]:
    """The first and the last day of its year."""
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def place_words(said: str) -> str:
    """The words of a place as a view bears them."""
    return whole_place(said)[:_LONGEST_PLACE].strip("_")


def whole_place(said: str) -> str:
    """All the words of a place, to look for those of a view in them."""
    return re.sub(r"[^a-z0-9]+", "_", fold(said)).strip("_")
