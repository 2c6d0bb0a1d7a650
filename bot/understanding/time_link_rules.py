"""How expressions of time are linked: « de 9h à 12h », « du 3 au 7 mars », « dans 15 jours », « deux jours avant Noël », « 3 x 1h »."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit, Length
from bot.understanding.time_calendar import Said, choose, made, month_of, one, read_days, shifted, week_of
from bot.understanding.time_day_rules import NOT_COUNTED, day, fixed
from bot.understanding.time_mentions import Days
from bot.understanding.time_period_rules import window

SUMS = Grammar()
LINKS = Grammar()
DAY_LINKS = Grammar()

CLOCK = r"(?:CLK|HRS) "
TO = r"(?:a|-|= >|>|jusqu' a|jusqu' au|jusqu'|au|/) "
SMALL = 7 * 60
"""A bare « 2h » below this many minutes is a length rather than an hour of the day."""


def as_time(atom: Atom) -> time:
    """The clock time of an hour."""
    return atom.starts or time(0)


def ranged(starts: time, ends: time, *, sure: bool = True) -> Atom:
    """From an hour to another."""
    return Atom(sort="RNG", starts=starts, ends=ends, sure=sure)


@LINKS.rule("de des CLK HRS du depuis a", rf"(?:(?:de|des|du|depuis|a) )?{CLOCK}{TO}(?:la |environ )?{CLOCK}")
@LINKS.rule("a", rf"a partir de {CLOCK}{TO}{CLOCK}")
@LINKS.rule("entre", rf"entre {CLOCK}(?:et|a|-) {CLOCK}")
@LINKS.rule("CLK HRS", rf"{CLOCK}(?:, )?{CLOCK}")
def _clocks(hit: Hit) -> Built:
    """« de 14h à 16h30 », « entre 9h et 11h », « 10h 11h45 »."""
    first, second = hit.atoms()
    codes = [hit.row.code(i) for i in range(hit.first, hit.last)]
    starts, ends = as_time(first), as_time(second)
    linked = len(codes) > 2 and codes[1] != ","
    if not linked and not (starts < ends and (starts.hour >= 7 or first.sort == "CLK")):
        return None
    if not linked and second.sort == "HRS" and ends.hour < 7:
        return None
    of_work = hit.after in ("de", "d'") and hit.row.code(hit.last + 1) in ("_", "N")
    bare = codes[0] == "HRS" and hit.after not in ("DAY", "PRT") and hit.before not in ("DAY", "PRT")
    if starts < ends < time(7) and second.sort == "HRS" and (of_work or bare):
        return replace(as_length(second), approximate=True, sure=False)  # « entre 2h et 3h de travail »
    return ranged(starts, ends) if starts != ends else None


@LINKS.rule("de des #", rf"(?:de |des )?#(?P<h>\d{{1,2}}) (?:a|-|>|/) {CLOCK}")
@LINKS.rule("entre", rf"entre #(?P<h>\d{{1,2}}) et {CLOCK}")
def _number_to_clock(hit: Hit) -> Built:
    """« 9-12h », « de 9 à 12h30 », « entre 10 et 11h30 »; « 2-3h » is rather a length."""
    ends = as_time(hit.atoms()[0])
    hour = hit.number("h")
    if hour > 23 or hit.before in ("#", "/", "Q"):
        return None
    if hit.row.code(hit.first) not in ("de", "entre") and hit.atoms()[0].sort == "HRS" and ends.hour < 7 and hour < ends.hour:
        length = Length(seconds=Fraction((hit.atoms()[0].offset or 0) * 60))
        return Atom(sort="DUR", length=length, approximate=True, sure=False)
    return ranged(time(hour), ends) if time(hour) != ends else None


@LINKS.rule("de CLK HRS", rf"(?:de )?{CLOCK}(?:a|-|>) #(?P<h>\d{{1,2}}) (?!N |U|M|/)")
def _clock_to_number(hit: Hit) -> Built:
    """« 14h-16 », « de 9h à 12 »."""
    starts, hour = as_time(hit.atoms()[0]), hit.number("h")
    return ranged(starts, time(hour), sure=False) if starts.hour < hour <= 23 else None


NUMBERS = r"#(?P<a>\d{1,2}) (?P<to>a|-|et|>) #(?P<b>\d{1,2}) (?!N |U|M|/ |[.] #|, #)"


@LINKS.rule("de", rf"(?P<cue>de) {NUMBERS}")
@LINKS.rule("entre", rf"(?P<cue>entre) {NUMBERS}")
@LINKS.rule("#", rf"(?P<cue>){NUMBERS}")
def _numbers(hit: Hit) -> Built:
    """« de 9 à 12 ce matin », « entre 3 et 8 hier »: only beside a day or a part of it, or when nothing else follows."""
    first, second, cue = hit.number("a"), hit.number("b"), hit["cue"]
    if first > 23 or second > 23 or first == second or (hit["to"] == "et") != (cue == "entre"):
        return None
    after = hit.after if hit.after not in (",", "le") else hit.row.code(hit.last + 1)
    before = hit.before if hit.before != "," else hit.row.code(hit.first - 2)
    beside = any(code in ("DAY", "PRT", "REC") for code in (after, before))
    if cue == "" and not any(code == "PRT" for code in (after, before)):
        return None
    if not beside and (cue != "de" or hit.after not in ("", ".", "¶", ",", "!", "?", "a", "au", "en")):
        return None
    return ranged(time(first), time(second), sure=False) if first < second or beside else None


@SUMS.rule("HRS DUR", r"(?:HRS|DUR) (?:\( )?x #(?P<n>\d{1,2}) (?:\) )?(?!U)")
@SUMS.rule("#", r"#(?P<n>\d{1,2}) x (?:HRS|DUR) ")
def _times(hit: Hit) -> Built:
    """« 3 x 1h », « 1h (x3) » (convention 10)."""
    atom = hit.atoms()[0]
    return replace(as_length(atom), count=hit.number("n") * atom.count) if hit.number("n") else None


@SUMS.rule("#", r"#\d{1,3} (?:a|-|ou) DUR ")
@SUMS.rule("entre de", r"(?:entre #\d{1,3} et|de #\d{1,3} a) DUR ")
def _more_or_less(hit: Hit) -> Built:
    """« 30 à 45 min »: the greater one, marked."""
    atom = hit.atoms()[0]
    if hit.before in ("dans", "sous", "ici") or atom.count > 1 or atom.by_convention or atom.age:
        return None
    return replace(atom, approximate=True, sure=False)


@SUMS.rule("DUR HRS", r"(?:DUR|HRS) (?:(?:, )?et |, )?(?:DUR|HRS) (?:et DUR )?")
def _sum(hit: Hit) -> Built:
    """« un mois et 21 jours », « 2 h et 20 min »: units that grow smaller."""
    totals = [(atom.offset or 0) * 60 if atom.length is None else atom.length.total() for atom in hit.atoms()]
    if totals[1] >= 3600 and totals[0] < 86400:
        return None
    joined = "et" in (hit.row.code(i) for i in range(hit.first, hit.last)) or totals[0] >= 86400
    if not joined or totals != sorted(totals, reverse=True) or (totals[0] < 20 * totals[1] and totals[0] != 3600 * (totals[0] // 3600)):
        return None
    parts = [as_length(atom) for atom in hit.atoms()]
    if any(part.by_convention or part.count > 1 for part in parts):
        return None
    length = Length()
    for part in parts:
        length = length.plus(part.length or Length())
    return Atom(sort="DUR", length=length)


def as_length(atom: Atom, *, sure: bool = True) -> Atom:
    """An hour-or-length as a length; any other atom as it is."""
    if atom.sort != "HRS":
        return atom
    return Atom(sort="DUR", length=Length(seconds=Fraction((atom.offset or 0) * 60)), approximate=atom.approximate, sure=sure)


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
    length = replace(atom.length, seconds=Fraction(0), days=Fraction(1)) if atom.by_convention else atom.length
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
def _week_of(hit: Hit) -> Built:
    """« la semaine du 7 octobre », « le week-end du 12 »."""
    there = hit.atoms()[0]
    reading = read_days(there.said, hit.scene.today) if there.said else None
    if reading is None:
        return None

    def around(days: Days | None) -> Days | None:
        if days is None:
            return None
        week = week_of(days.first)
        return week if hit["u"] == "Uw" else Days(week.last - timedelta(days=1), week.last)

    return window(Said(grain="week" if hit["u"] == "Uw" else "day", past=around(reading.past), future=around(reading.future)))


UNTIL = r"(?:au|a|-|>|jusqu' au|jusqu' a|jusqu'|jusque) "


@DAY_LINKS.rule("du de des DAY depuis", rf"(?:(?:du|de|depuis|des) )?(?:le )?DAY (?P<to>{UNTIL})(?:le )?DAY (?!(?:HRS|CLK|RNG))")
@LINKS.rule("Uw WE la le", rf"(?:la |le )?(?:Uw|WE) du DAY (?P<to>{UNTIL})(?:le )?DAY ")
@DAY_LINKS.rule("entre", r"entre (?:le )?DAY (?P<to>et )(?:le )?DAY ")
@DAY_LINKS.rule("de du WIN", rf"(?:de |du )?WIN (?P<to>{UNTIL})WIN ")
@DAY_LINKS.rule("entre", r"entre WIN (?P<to>et )WIN ")
def _days(hit: Hit) -> Built:
    """« du 10 juin au 1er juillet », « de lundi à mercredi », « de mars à juin »."""
    first, second = hit.atoms()
    if first.said is None or second.said is None or first.starts or second.starts or first.bound:
        return None
    return Atom(sort="INT", said=completed(first.said, second.said), until=second.said)


@DAY_LINKS.rule("du de # O entre le les", rf"(?:du |de |le |les |entre (?:le |les )?)?[#O](?P<a>\d{{1,2}}) (?:{UNTIL}|et )(?:le )?DAY ")
def _number_to_day(hit: Hit) -> Built:
    """« du 1er au mercredi 10 juillet », « 13-15 juillet », « entre le 4 et le 22 mars »; « 12 et 13 mars » are two days."""
    second = hit.atoms()[0]
    codes = [hit.row.code(i) for i in range(hit.first, hit.last)]
    if "et" in codes and "entre" not in codes:
        return None
    dom = hit.number("a")
    if second.said is None or second.said.dom is None or not 1 <= dom <= 31 or dom == second.said.dom:
        return None
    return Atom(sort="INT", said=completed(Said(dom=dom), second.said), until=second.said)


@DAY_LINKS.rule(
    "du de # entre DAY",
    rf"(?:du |de |entre (?:le )?)?(?:[#O](?P<a>\d{{1,2}}) |DAY )(?:{UNTIL}|et )(?:le )?(?:[#O](?P<b>\d{{1,2}}) |DAY )(?:le |du |de )?WIN ",
)
def _in_month(hit: Hit) -> Built:
    """« du 4 au 23 le mois prochain », « entre le 4 et le 22 ce mois-ci »."""
    *days, month = hit.atoms()
    said = [atom.said.dom for atom in days if atom.said is not None]
    first, last = hit.number("a") or (said[0] if said else None), hit.number("b") or (said[-1] if said else None)
    if first is None or last is None or month.said is None or month.said.grain != "month" or month.said.edge or first >= last:
        return None
    reading = read_days(month.said, hit.scene.today)
    there = choose(reading, "any", hit.scene.today) if reading else None
    if there is None or month.said.fixed is None:
        return Atom(
            sort="INT", said=Said(dom=first, month=month.said.month), until=Said(dom=last, month=month.said.month, year=month.said.year)
        )
    begin, end = made(there.first.year, there.first.month, first), made(there.first.year, there.first.month, last)
    return None if begin is None or end is None else Atom(sort="INT", said=fixed(one(begin)), until=fixed(one(end)))


def completed(first: Said, second: Said) -> Said:
    """The first of two days with the month and year that only the second says."""
    if first.fixed is not None or first.dom is None:
        return first
    month = first.month if first.month is not None else second.month
    if first.month is None and month is not None and second.dom is not None and first.dom > second.dom:
        month = (month - 2) % 12 + 1
    year = first.year if first.year is not None else second.year
    if first.year is None and year is not None and month is not None and second.month is not None and month > second.month:
        year -= 1
    return replace(first, month=month, year=year)


__all__ = ["DAY_LINKS", "LINKS", "NOT_COUNTED", "SMALL", "SUMS", "as_length", "as_time", "completed", "day_of", "month_of", "ranged"]
