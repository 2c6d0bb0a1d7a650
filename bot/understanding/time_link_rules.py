"""How a day is told by another or by now: « dans 15 jours », « deux jours avant Noël », « la veille du 1er mai », « la semaine du 7 »."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit, Length
from bot.understanding.time_calendar import Said, choose, one, read_days, shifted, week_of
from bot.understanding.time_day_rules import day, fixed
from bot.understanding.time_length_rules import DAY_MINUTES
from bot.understanding.time_mentions import Days
from bot.understanding.time_period_rules import window
from bot.understanding.time_sum_rules import as_length

LINKS = Grammar()

SMALL = 7 * 60
"""A bare « 2h » below this many minutes is a length rather than an hour of the day."""


def moved(scene_now: datetime, length: Length, sign: int) -> Atom:
    """The day, or the day and hour when the length has hours, so long after (or before) now."""
    if length.seconds:
        instant = scene_now.astimezone(UTC) + timedelta(seconds=float(length.seconds) * sign)
        there = instant.astimezone(scene_now.tzinfo)
        shift = shifted(there.date(), months=sign * length.months, days=sign * int(length.days))
        return day(fixed(one(shift)), starts=there.time().replace(second=0, microsecond=0, tzinfo=None), offset=None)
    days = {8: 7, 15: 14}.get(int(length.days), int(length.days)) if not length.months else int(length.days)
    return day(fixed(one(shifted(scene_now.date(), months=sign * length.months, days=sign * days))))


@LINKS.rule("dans ilya sous depuis d'", r"(?P<way>dans|ilya|sous|depuis|d' ici)(?: ~)?(?: les)? (?:DUR|HRS) ")
@LINKS.rule("DUR HRS", r"(?:DUR|HRS) (?P<way>apresmaintenant) ")
def _from_now(hit: Hit) -> Built:
    """« dans 15 jours », « il y a un mois et 21 jours », « sous 3 semaines », « d'ici un mois »."""
    atom = as_length(hit.atoms()[0])
    if hit["way"] == "depuis" and hit.atoms()[0].sort == "HRS" and (hit.atoms()[0].offset or 0) >= SMALL:
        return None  # « depuis 9h » is a clock
    if atom.length is None or atom.count > 1 or abs(atom.length.total()) > 3600 * 24 * 365 * 60:
        return None
    length = atom.length
    if atom.by_convention:  # « dans 3 jours d'envoyer le CR » was read as days of work
        length = replace(length, seconds=Fraction(0), days=Fraction(max(1, round(length.total() / (60 * DAY_MINUTES)))))
    if length.seconds and length.seconds % 86400 == 0 and hit["way"] in ("sous", "d' ici"):
        length = Length(days=length.seconds / 86400)  # « sous 48h »
    way = hit["way"]
    found = moved(hit.scene.now, length, -1 if way in ("ilya", "depuis") else 1)
    bound = {"sous": "by", "d' ici": "by", "depuis": "from"}.get(way)
    return replace(found, bound=bound, approximate=atom.approximate or "~" in hit.match.group().split())  # type: ignore[arg-type]


@LINKS.rule("dans sous d'", r"(?:dans|sous|d' ici) #(?P<n>\d{1,2}) (?:-|a|ou|et) DUR ")
def _from_now_or_so(hit: Hit) -> Built:
    """« dans 2-3 semaines », « d'ici deux ou trois jours »."""
    upper = hit.atoms()[0].length
    if upper is None or upper.seconds:
        return None
    unit = 7 if upper.days and upper.days % 7 == 0 and hit.number("n") * 7 < upper.days else 1
    lower = Length(months=hit.number("n")) if upper.months else Length(days=Fraction(hit.number("n") * unit))
    ends = [moved(hit.scene.now, length, 1).said for length in (lower, upper)]
    days = [said.fixed.first for said in ends if said is not None and said.fixed is not None]
    return window(Said(fixed=Days(min(days), max(days)))) if len(days) == 2 else None


@LINKS.rule("dans la Pnuit", r"(?:dans )?(?:la )?Pnuit (?:de |du )DAY (?:a|au|-) DAY ")
@LINKS.rule("DAY", r"DAY (?:dans )?(?:la |en )?Pnuit (?!de |du )")
def _night(hit: Hit) -> Built:
    """« la nuit de lundi à mardi »: dated on its evening."""
    there = hit.atoms()[0]
    return replace(there, part="nuit") if there.part is None and there.starts is None else None


@LINKS.rule("DUR", r"DUR (?P<way>avant|apres|a partir de|a partir d'|a partir du|depuis) (?:le |la )?DAY ")
@LINKS.rule("dans", r"dans DUR (?P<way>avant|apres|a partir de|a partir d'|a partir du) (?:le |la )?DAY ")
@LINKS.rule("DUR", r"DUR (?P<way>)DAY ")
def _from_day(hit: Hit) -> Built:
    """« deux jours avant hier », « 2 semaines à partir du 15 janvier », « trois semaines après demain »."""
    atom, there = hit.atoms()
    way, split = hit["way"], there.offset
    if atom.length is None or atom.length.seconds or there.said is None or (not way and split is None):
        return None
    sign = -1 if way == "avant" or (not way and split == -2) else 1
    if split is not None and not way:
        start: date | None = hit.scene.today + timedelta(days=-1 if split < 0 else 1)
    else:
        start = day_of(there.said, hit.scene.today)
    if start is None:
        return None
    return day(fixed(one(shifted(start, months=sign * atom.length.months, days=sign * int(atom.length.days)))))


def day_of(said: Said, today: date) -> date | None:
    """The nearest reading of a said day."""
    reading = read_days(said, today)
    days = choose(reading, "future" if said.lean == "any" else said.lean, today) if reading else None
    return days.first if days else None


@LINKS.rule(
    "le lendemain surlendemain la veille avantveille",
    r"(?:le |la |l' )?(?P<way>lendemain|surlendemain|veille|avantveille) (?:du |de |d' )?DAY ",
)
@LINKS.rule("la veille", r"(?:la )?(?P<way>veille|lendemain) (?:de |du |d' |des )(?:[^ ]+ ){1,8}?\( (?:le )?DAY \) ")
def _beside_day(hit: Hit) -> Built:
    """« le lendemain du 13 février », « la veille de la journée des aidants (6 octobre) »."""
    there = hit.atoms()[-1]
    start = day_of(there.said, hit.scene.today) if there.said else None
    if start is None:
        return None
    steps = {"lendemain": 1, "surlendemain": 2, "veille": -1, "avantveille": -2}[hit["way"]]
    return day(fixed(one(start + timedelta(days=steps))))


@LINKS.rule("la Uw WE le", r"(?:la |le )?(?P<u>Uw|WE) (?:du |de |de la |de l' )DAY ")
@LINKS.rule("WE le", r"(?:le )?(?P<u>WE) (?:du |des )(?:#\d{1,2}|DAY) (?:et|au|-|/) (?:le )?DAY ")
@LINKS.rule("WIN", r"WIN (?:, |: |\( )?(?:la |le )?(?P<u>Uw|WE) du DAY ")
def _week_of(hit: Hit) -> Built:
    """« la semaine du 7 octobre », « le week-end du 12 », « en janvier, semaine du 10 »."""
    *before, there = hit.atoms()
    months = [atom for atom in before if atom.sort == "WIN"]
    if months and there.said is not None:
        month = months[0].said
        if month is None or month.month is None or month.edge or there.said.dom is None or there.said.month or there.starts:
            return None
        there = replace(there, said=replace(there.said, month=month.month, year=month.year))
    reading = read_days(there.said, hit.scene.today) if there.said else None
    if reading is None:
        return None

    def around(days: Days | None) -> Days | None:
        if days is None:
            return None
        week = week_of(days.first)
        return week if hit["u"] == "Uw" else Days(week.last - timedelta(days=1), week.last)

    return window(Said(grain="week" if hit["u"] == "Uw" else "day", past=around(reading.past), future=around(reading.future)))
