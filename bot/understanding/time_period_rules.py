"""How several days are said at once: weeks, months, years, their beginnings and ends, week-ends, and words that leave the day open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit
from bot.understanding.time_calendar import Said, edged, month_of, numbered_week, quarter_of, ranked, shifted, week_of, year_of
from bot.understanding.time_day_rules import MONTH, OF, YEAR
from bot.understanding.time_mentions import Days, Edge, Grain

PERIODS = Grammar()

EDGES: dict[str, Edge] = {"debut": "début", "milieu": "milieu", "fin": "fin"}
GRAINS: dict[str, Grain] = {"Uw": "week", "Um": "month", "Uq": "quarter", "Ub": "quarter", "Uy": "year"}
STEPS = {"prochain": 1, "dernier": -1, "encours": 0, "": 0}


def window(said: Said, **more: Any) -> Atom:
    """An atom for days among which one is left open."""
    return Atom(sort="WIN", said=said, **more)


def period(unit: str, today: date, steps: int) -> Days:
    """The week, month, quarter or year so many steps away from today."""
    if unit == "Uw":
        return week_of(today + timedelta(days=7 * steps))
    if unit == "Um":
        there = shifted(today.replace(day=1), months=steps)
        return month_of(there.year, there.month)
    if unit == "Uq":
        there = shifted(today.replace(day=1), months=3 * steps)
        return quarter_of(there.year, (there.month + 2) // 3)
    return year_of(today.year + steps)


def counted(unit: str, days: Days, edge: str = "") -> Atom:
    """A known period, or its beginning, middle or end."""
    side = EDGES.get(edge)
    return window(Said(grain=GRAINS[unit], fixed=edged(days, side, GRAINS[unit])), edge=side)


@PERIODS.rule("Uw Um Uq Uy la le l' cette ce", r"(?:la |le |l' |cette |ce )?(?P<u>U[wmqy]) (?P<way>prochain|dernier|encours) ")
@PERIODS.rule("la le l' prochain dernier", r"(?:la |le |l' )?(?P<way>prochain|dernier) (?P<u>U[wmqy]) ")
@PERIODS.rule("cette ce", r"(?:cette|ce) (?P<u>U[wmqy]) (?:(?:- )?ci )?(?!prochain |dernier )(?P<way>)")
@PERIODS.rule("dans", r"dans (?:la|le|l') (?P<u>U[wmqy]) (?P<way>)")
@PERIODS.rule("au dans", r"(?:au S|dans le courant) (?:de la|du|de l') (?P<u>U[wmqy]) (?!prochain |dernier |de |d' )(?P<way>)")
def _period(hit: Hit) -> Built:
    """« la semaine prochaine », « ce mois-ci », « l'année dernière », « dans la semaine », « au cours du mois »."""
    if hit.row.code(hit.first) in ("ce", "cette") and hit["way"] == "prochain" and hit["u"] == "Uy":
        return None
    return counted(hit["u"], period(hit["u"], hit.scene.today, STEPS[hit["way"]]))


@PERIODS.rule("reste le", r"(?:le )?reste (?:de la|du|de l'|de cette|de ce) (?P<u>U[wmqy]) ")
def _rest(hit: Hit) -> Built:
    """« le reste de la semaine »: from today on."""
    today = hit.scene.today
    return window(Said(grain=GRAINS[hit["u"]], fixed=Days(today, period(hit["u"], today, 0).last)))


@PERIODS.rule("Um Uw le la", r"(?:le |la )?(?P<u>U[wm]) apres (?:le |la )?(?P<way>prochain) ")
def _after_next(hit: Hit) -> Built:
    """« le mois après le prochain »."""
    return counted(hit["u"], period(hit["u"], hit.scene.today, 2))


@PERIODS.rule("Uw la", r"(?:la )?Uw (?:[.] )?(?:Q )?#(?P<n>\d{1,2}) (?!N |U)(?:(?:de |d' )?#(?P<y>20\d\d) )?")
def _week_number(hit: Hit) -> Built:
    """« la semaine 31 »."""
    days = numbered_week(hit.number("y") or hit.scene.today.year, hit.number("n"))
    return None if days is None else counted("Uw", days)


@PERIODS.rule("Uy l' en cette #", r"(?:en |l' |cette )?(?:Uy )?(?:de )?#(?P<y>(?:19|20|21)\d\d) (?!N |U|- #|/ #)")
def _year(hit: Hit) -> Built:
    """« en 2026 », « l'année 2027 »; a year alone says no time (« bilan 2025 »)."""
    return counted("Uy", year_of(hit.number("y")))


@PERIODS.rule("M le", rf"(?:le )?{MONTH}(?:(?:, |de |[-/] |en |d' )*#(?P<y>(?:19|20|21)\d\d) )?(?!#\d\d? /)")
@PERIODS.rule("prochain dernier le", rf"(?:le |en )?(?P<way>prochain|dernier) {MONTH}(?P<y>)")
@PERIODS.rule("M", rf"{MONTH}(?P<way>prochain|dernier) (?P<y>)")
@PERIODS.rule("M", rf"{MONTH}(?:de )?(?P<u>(?:l' |cette )Uy )(?P<way>prochain|dernier|encours|) ?(?P<y>)")
def _month(hit: Hit) -> Built:
    """« novembre 2016 », « mars prochain », « juin de l'année prochaine »; a bare month needs a word before it."""
    if hit["m"] == "w2" or (hit.row.code(hit.first) == "le" and not (hit["y"] or hit["way"])):
        return None
    month, year = hit.number("m"), hit.number("y") or None
    if hit["u"]:
        year = hit.scene.today.year + STEPS[hit["way"].strip()]
    lean = {"prochain": "future", "dernier": "past"}.get(hit["way"], "any")
    said = Said(grain="month", month=month, year=year)
    if not hit["u"] and lean == "future":
        first = hit.scene.today.year + (month <= hit.scene.today.month)
        said = Said(grain="month", fixed=month_of(first, month))
    elif not hit["u"] and lean == "past":
        said = Said(grain="month", fixed=month_of(hit.scene.today.year - (month >= hit.scene.today.month), month))
    for_next = hit.after == "pour" and hit.row.code(hit.last + 2) == "prochain"  # « octobre pour le prochain »
    return window(said, bare=not (hit["y"] or hit["way"] or hit["u"] or for_next))


@PERIODS.rule("# O", r"(?P<y1>)#(?P<m>0?\d|1[012]) (?P<s>[-/]) #(?P<y>(?:19|20|21)\d\d) (?!/ |- #|N )")
@PERIODS.rule("#", r"#(?P<y>(?:19|20|21)\d\d) (?P<s>[-/]) #(?P<m>0?[1-9]|1[012]) (?![-/] #|N |U)")
def _month_in_figures(hit: Hit) -> Built:
    """« 03/2015 », « 2016-11 »."""
    if hit.before in ("-", "/") or not 1 <= hit.number("m") <= 12:
        return None
    return window(Said(grain="month", month=hit.number("m"), year=hit.number("y")))


EDGE = r"(?:en |au |la |vers )?(?:la |le )?(?P<e>debut|milieu|fin) (?:- )?"


@PERIODS.rule("debut milieu fin la le en au vers", rf"{EDGE}{OF}(?:Um (?:de |d' ))?{MONTH}{YEAR}(?P<way>prochain |dernier )?")
def _edge_of_month(hit: Hit) -> Built:
    """« fin janvier », « mi-mars », « début février 2027 » (convention 6)."""
    if hit["m"] == "w2":
        return None
    edge = EDGES[hit["e"]]
    return window(Said(grain="month", month=hit.number("m"), year=hit.number("y") or None, edge=edge), edge=edge)


@PERIODS.rule(
    "debut milieu fin la le en au vers", rf"{EDGE}{OF}(?:ce |cette )?(?P<u>U[wmqy]) (?:ci )?(?P<way>prochain |dernier |encours )?"
)
@PERIODS.rule("debut milieu fin la le en au vers", rf"{EDGE}{OF}(?P<u>)#(?P<y>20\d\d) (?P<way>)")
def _edge_of_period(hit: Hit) -> Built:
    """« fin de semaine », « début du mois prochain », « fin 2026 »."""
    if hit["y"]:
        return counted("Uy", year_of(hit.number("y")), hit["e"])
    return counted(hit["u"], period(hit["u"], hit.scene.today, STEPS[hit["way"].strip()]), hit["e"])


@PERIODS.rule("O la", rf"(?:la )?O(?P<n>[12]) quinzaine {OF}{MONTH}{YEAR}")
def _fortnight(hit: Hit) -> Built:
    """« la 2e quinzaine de mars »."""
    year = hit.number("y") or None
    month = hit.number("m")
    here = hit.scene.today
    year = year or here.year + (month < here.month)
    days = month_of(year, month)
    half = Days(days.first, days.first.replace(day=15)) if hit["n"] == "1" else Days(days.first.replace(day=16), days.last)
    return window(Said(grain="month", fixed=half))


@PERIODS.rule("O le T", rf"(?:le )?O(?P<n>[1-4]) Uq (?:{OF}(?:Uy )?#(?P<y>20\d\d) )?")
def _quarter(hit: Hit) -> Built:
    """« le 1er trimestre 2027 »."""
    return counted("Uq", quarter_of(hit.number("y") or hit.scene.today.year, hit.number("n")))


@PERIODS.rule("O le au", rf"(?:le |au )?O(?P<n>[12]) Ub (?:{OF}(?:Uy )?#(?P<y>20\d\d) )?")
def _semester(hit: Hit) -> Built:
    """« le 2e semestre », « 1er semestre 2027 »."""
    year, last = hit.number("y") or hit.scene.today.year, hit["n"] == "2"
    return counted("Ub", Days(date(year, 7 if last else 1, 1), date(year, 12, 31) if last else date(year, 6, 30)))


@PERIODS.rule(
    "O la dernier",
    r"(?:la )?(?:O(?P<n>[1-5])|(?P<last>dernier)) Uw (?:de |d' |du )(?:(?P<m>M\d+) (?:#(?P<y>20\d\d) )?|Um (?P<way>prochain |dernier )?)",
)
def _week_of_month(hit: Hit) -> Built:
    """« la première semaine d'avril »: a week belongs to the month of its Thursday."""
    today = hit.scene.today
    there = shifted(today.replace(day=1), months=STEPS[hit["way"].strip()])
    month = hit.number("m") or there.month
    year = hit.number("y") or (there.year + (hit["m"] != "" and month < today.month))
    thursday = ranked(month_of(year, month), 4, -1 if hit["last"] else hit.number("n"))
    return None if thursday is None else counted("Uw", week_of(thursday))


@PERIODS.rule("les #", r"(?:les )?(?:#(?P<n>\d{1,2}) )?(?P<way>prochain|dernier) (?P<u>U[dwmy]) ")
@PERIODS.rule("les", r"les (?P<way>prochain|dernier) #(?P<n>\d{1,2}) (?P<u>U[dwmy]) ")
@PERIODS.rule("les #", r"(?:les )?(?:#(?P<n>\d{1,2}) )(?P<u>U[dwmy]) (?P<way>prochain|dernier) ")
def _coming(hit: Hit) -> Built:
    """« les 2 prochaines semaines »; « ces prochains jours » leaves all open."""
    count, today = hit.number("n"), hit.scene.today
    if not count:
        return Atom(sort="VAG") if hit.row.code(hit.first) == "les" else None
    reach = {"Ud": 1, "Uw": 7, "Um": 30, "Uy": 365}[hit["u"]] * count
    begin = today + timedelta(days=1 if hit["way"] == "prochain" else -reach)
    days = Days(begin, begin + timedelta(days=reach - 1))
    return window(Said(grain="week", fixed=days))


@PERIODS.rule("WE ce le mon les", r"(?:ce |le |mon |les )?WE (?P<way>prochain|dernier|encours|) ?(?!du [#WO]|de F|de la F|de l' F)")
def _weekend(hit: Hit) -> Built:
    """« ce week-end »: Saturday and Sunday; « le we dernier » the last one that is over."""
    today = hit.scene.today
    saturday = today - timedelta(days=(today.isoweekday() - 6) % 7)
    passed, here = Days(saturday, saturday + timedelta(days=1)), today.isoweekday() >= 6
    coming = passed if here else Days(saturday + timedelta(days=7), saturday + timedelta(days=8))
    if hit["way"].strip() == "dernier":
        over = Days(passed.first - timedelta(days=7), passed.last - timedelta(days=7)) if here else passed
        return window(Said(fixed=over))
    if hit["way"].strip() == "prochain":
        later = Days(coming.first + timedelta(days=7), coming.last + timedelta(days=7))
        return window(Said(fixed=later if here else coming, alternatives=() if here else (coming, later)))
    return window(Said(past=passed, future=coming, lean="future"))


@PERIODS.rule("O le dernier", r"(?:le )?(?:O(?P<n>[1-4])|(?P<last>dernier)) WE (?:de |d' )(?P<m>M\d+) (?:#(?P<y>20\d\d) )?")
def _weekend_of_month(hit: Hit) -> Built:
    """« le premier week-end d'avril »."""
    today, month = hit.scene.today, hit.number("m")
    year = hit.number("y") or today.year + (month < today.month)
    saturday = ranked(month_of(year, month), 6, -1 if hit["last"] else hit.number("n"))
    return None if saturday is None else window(Said(fixed=Days(saturday, saturday + timedelta(days=1))))


@PERIODS.rule("la a pour", r"(?:a |pour )?(?:la )rentree (?:de M9 )?")
@PERIODS.rule("les aux", r"(?:les |aux )(?:prochain )?vacances (?:(?:de |d' |du )(?:la |l' )?(?:F\w+ |saison ))?")
@PERIODS.rule("au ce a l' en cette", r"(?:au |a l' |l' |en |cette |ce )saison (?:prochain |dernier )?")
@PERIODS.rule("desque", r"desque ")
def _left_open(hit: Hit) -> Built:
    """« à la rentrée », « avant les vacances », « au printemps »: words to keep (convention 8)."""
    return Atom(sort="VAG")


@PERIODS.rule("bonne", r"bonne (?:debut de |fin de )?(?:P\w+ |journee |WE |U[wy] |vacances |rentree )(?:a |et )?")
@PERIODS.rule("bonne", r"bonne W\d (?=[.,!¶)] |$|a (?!#))")
@PERIODS.rule("petite", r"petite journee ")
@PERIODS.rule("M", r"M\d+ campagne ")
def _greeting(hit: Hit) -> Built:
    """« bonne journée », « bon week-end », « octobre rose »: no time at all."""
    return Atom(sort="NIL")
