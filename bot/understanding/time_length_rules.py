"""How lengths and repetitions are said: « 45 min », « une demi-journée », « 3 x 1h », « chaque lundi », « un jeudi sur deux »."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from bot.domain.recurrence import Recurrence
from bot.understanding.time_atoms import Atom, Built, Grammar, Hit, Length
from bot.understanding.time_calendar import Said
from bot.understanding.time_hour_rules import PARTS

LENGTHS = Grammar()

NOT_LISTED = r"(?!#\d{1,2} (?:M|(?:, |et |ou )(?:le )?#\d{1,2} (?!U|N |: |/ )))"  # « les jeudis 12, 19 et 26 mars »
HALF_DAY_MINUTES, DAY_MINUTES = 210, 420  # convention 1
NUMBER = r"(?:#(?P<n>\d{1,4})|(?P<x>#[½,])|(?P<un>un)) (?:- )?(?:(?:bonne|petite) )?"
UNIT_SECONDS = {"Us": 1, "Umin": 60, "Uh": 3600}
UNIT_MONTHS = {"Um": 1, "Uq": 3, "Ub": 6, "Uy": 12}


def length_of(unit: str, count: Fraction) -> Length:
    """So many units; parts of a month count thirtieths."""
    if unit in UNIT_SECONDS:
        return Length(seconds=count * UNIT_SECONDS[unit])
    if unit in UNIT_MONTHS:
        months = count * UNIT_MONTHS[unit]
        return Length(months=int(months), days=(months - int(months)) * 30)
    return Length(days=count * (7 if unit == "Uw" else 1))


def lasting(length: Length, **more: Any) -> Atom:
    """An atom for a length."""
    return Atom(sort="DUR", length=length, **more)


def by_convention(minutes: int, count: int = 1) -> Atom:
    """Half-days and days of work (convention 1)."""
    return lasting(Length(seconds=Fraction(minutes * 60)), by_convention=True, count=count)


@LENGTHS.rule("# un", rf"{NUMBER}(?P<u>U\w+|Pnuit|') (?P<half>et demi )?(?!et N )")
@LENGTHS.rule("#", r"(?P<whole>#\d{1,3}) [.] #(?P<part>\d{1,2}) (?P<u>U\w+) ")
@LENGTHS.rule("~", r"(?:~(?P<n>\d+)) (?:de |d' )?(?P<u>U\w+) (?P<half>)(?P<about>)")
def _units(hit: Hit) -> Built:
    """« 45 min », « 2,5h », « deux jours et demi », « une dizaine de minutes »."""
    unit = {"Pnuit": "Ud", "'": "Umin"}.get(hit["u"], hit["u"])
    if hit["u"] == "'" and hit.number("n") < 5:
        return None
    if hit["u"] == "Us" and hit["un"] and hit.after not in ("", ".", ",", "!", "?", "¶"):
        return None  # « une seconde référente »
    count = hit.row.lexemes[hit.first].value
    if hit["part"]:
        count = Fraction(f"{int(count)}.{hit['part']}")
    about = hit.match.groupdict().get("about") is not None or any(
        hit.row.code(i) in ("petite", "bonne") for i in range(hit.first, hit.last)
    )
    if unit == "Uh" and hit["u"] == "Uh" and not about and Fraction(count).denominator == 1 and count <= 24 and not hit["part"]:
        return None  # an hour or a length: see the rules of hours
    if hit["half"]:
        count += Fraction(1, 2)
    of_work = hit.after in ("de", "d'") and hit.row.code(hit.last + 1) == "_"
    if hit["u"] == "Ud" and (of_work or Fraction(count).denominator > 1) and not about and count < 30:
        return by_convention(round(count * DAY_MINUTES))  # « 2 jours de formation », « 0,5 j »
    return lasting(length_of(unit, Fraction(count)), approximate=about, age=unit == "Uy")


@LENGTHS.rule("#", r"#24 Uh (?:/|sur) #24 (?:Uh )?(?:,? ?(?:et )?(?P<d>#7 (?:Ud )?(?:/|sur) #7 (?:Ud )?))?")
@LENGTHS.rule("#", r"#24 / #24 (?:,? ?(?:et )?(?P<d>#7 (?:Ud )?(?:/|sur) #7 (?:Ud )?))?")
@LENGTHS.rule("#", r"#(?P<d>[1-7]) Ud (?:/|sur) #7 (?:Ud )?")
def _round_the_clock(hit: Hit) -> Built:
    """« 24h/24 », « 24/24 », « 7j/7 », « 5 jours sur 7 »: how much is open, no time."""
    return Atom(sort="NIL")


@LENGTHS.rule("# un demi", r"(?:#(?P<n>\d{1,2}) |un )?(?:demi|#1 / #2|#½) (?:- )?(?P<u>journee|Uh|Ud|Pmatin|Papm|Uy) ")
@LENGTHS.rule("# un", r"(?:#3 / #4|#3 quart) (?:de |d' )?(?P<three>Uh) ")
@LENGTHS.rule("# un quart", r"(?:un )?(?P<quarter>quart) (?:de |d' )Uh ")
def _fraction(hit: Hit) -> Built:
    """« une demi-journée », « 1/2 h », « 3/4 d'heure », « un quart d'heure »."""
    if hit["u"] == "Uy":
        return lasting(Length(months=6))
    if hit["u"] and hit["u"] != "Uh":
        return by_convention(HALF_DAY_MINUTES, hit.number("n", 1))
    return lasting(Length(seconds=Fraction(2700 if hit["three"] else 900 if hit["quarter"] else 1800 * hit.number("n", 1))))


@LENGTHS.rule("# un", r"(?:#(?P<n>\d{1,2})|un) (?P<u>journee) (?P<half>et demi )?")
@LENGTHS.rule("un", r"un (?P<u>Pmatin|Papm) (?P<half>)")
@LENGTHS.rule("#", r"#(?P<n>\d{1,2}) Psmatin (?P<half>)(?P<u>)")
@LENGTHS.rule("tout", r"tout (?:la|le|l') (?P<u>journee|Ud|Pmatin|Papm) (?P<half>)")
@LENGTHS.rule("la l'", r"(?:la|l') (?P<u>journee|Pmatin|Papm) entier (?P<half>)")
@LENGTHS.rule("un", r"un (?P<u>journee|Pmatin|Papm) entier (?P<half>)")
@LENGTHS.rule("journee Pmatin Papm", r"(?P<u>journee|Pmatin|Papm) entier (?P<half>)")
def _days_of_work(hit: Hit) -> Built:
    """« une journée », « toute la matinée », « deux journées et demie »."""
    if hit["u"] not in ("journee", "Ud"):
        return by_convention(HALF_DAY_MINUTES, hit.number("n", 1))
    if hit["half"]:
        return by_convention(hit.number("n", 1) * DAY_MINUTES + HALF_DAY_MINUTES)
    return by_convention(DAY_MINUTES, hit.number("n", 1))


@LENGTHS.rule("journee la", r"(?:la )?journee _ ")
def _whole_day(hit: Hit) -> Built:
    """« journée complète », « la journée entière »."""
    return by_convention(DAY_MINUTES) if hit.row.lexemes[hit.last - 1].hint == "whole" else None


@LENGTHS.rule("journee", r"(?P<u>journee) (?=de _ )")
def _day_of_fieldwork(hit: Hit) -> Built:
    """« journée de terrain hier à Bessèges », said first."""
    return by_convention(DAY_MINUTES) if hit.first == 0 and hit.row.lexemes[hit.last + 1].hint == "fieldwork" else None


@LENGTHS.rule("tout", r"tout (?:la|le|l') (?P<u>Uw|Um|Uy) (?!prochain |dernier |encours |de M|d' M)")
def _whole(hit: Hit) -> Built:
    """« toute la semaine »."""
    return lasting(length_of(hit["u"], Fraction(1)))


EVERY = {"Ud": "D", "Uw": "W", "Um": "M", "Uy": "Y", "Uq": "M", "Ub": "M"}


def repeating(
    every: str, weekday: int | None = None, nth: int | None = None, *, nths: tuple[int, ...] = (), dom: int | None = None
) -> Atom:
    """An atom for a recurrence."""
    return Atom(sort="REC", recurrence=Recurrence(every=every, weekday=weekday, nth=nth, nths=nths, dom=dom))


@LENGTHS.rule("tous", r"tous (?:les |la )(?:#(?P<n>\d{1,2}) )?(?P<u>U[dwmyqbh]|Umin) ")
@LENGTHS.rule("tout", r"tout les (?:#(?P<n>\d{1,2}) )?(?P<u>U[dwmyqb]) ")
@LENGTHS.rule("chaque", r"chaque (?P<u>U[dwmyqbh]|journee) ")
def _every_unit(hit: Hit) -> Built:
    """« tous les jours », « tous les 15 jours » (two weeks), « chaque mois »."""
    count, unit = hit.number("n", 1), "Ud" if hit["u"] == "journee" else hit["u"]
    if unit in ("Uh", "Umin"):
        return repeating(f"PT{count}{'H' if unit == 'Uh' else 'M'}") if count else None
    if unit == "Ud" and count in (8, 15):
        return repeating(f"P{1 if count == 8 else 2}W")
    if unit == "Ud" and count % 7 == 0:
        return repeating(f"P{count // 7}W")
    return repeating(f"P{count * {'Uq': 3, 'Ub': 6}.get(unit, 1)}{EVERY[unit]}") if count else None


@LENGTHS.rule("tous", r"tous les (?:#(?P<n>\d) )?(?P<wd>Ws?\d) ")
@LENGTHS.rule("tout", r"tout les (?P<wd>Ws?\d) ")
@LENGTHS.rule("chaque", r"chaque (?P<wd>Ws?\d) ")
@LENGTHS.rule("les Ws le", rf"(?:les |le )?(?P<wd>Ws\d) {NOT_LISTED}")
@LENGTHS.rule("un le # W", r"(?:un |le |#1 )?(?P<wd>Ws?\d) sur (?:#(?P<of>[2-4])|un) ")
@LENGTHS.rule("un #", r"(?:un|#1) (?P<wd>Ws?\d) / #(?P<of>[2-4]) ")
@LENGTHS.rule("un #", r"(?:un|#1) (?P<wd>W\d) (?:par|/) (?P<per>Um) ")
@LENGTHS.rule("un # Uw Ud Um Uy le", r"(?:un |la |#1 )?(?P<u>U[dwmy]) sur #(?P<of>[2-4]) (?P<wd>)")
def _every_weekday(hit: Hit) -> Built:
    """« tous les lundis », « chaque lundi », « un jeudi sur deux », « une semaine sur deux »."""
    weekday = int(hit["wd"].lstrip("Ws")) if hit["wd"] else None
    if hit["per"]:
        return repeating("P1M", weekday)  # « un samedi par mois »
    return repeating(f"P{hit.number('of') or hit.number('n', 1)}{EVERY.get(hit['u'], 'W')}", weekday)


RANK = r"(?:O(?P<n>[1-5])|(?P<last>dernier)) "
MORE = r"(?:(?:et|,|&) (?:les |le )?(?:O(?P<n2>[1-5])|(?P<last2>dernier)) )"


@LENGTHS.rule("tous", rf"tous les {RANK}{MORE}?(?P<wd>Ws?\d) (?:du Um |de (?:chaque |le )?Um |de chaque )?")
@LENGTHS.rule("chaque", rf"chaque {RANK}{MORE}?(?P<wd>W\d) (?:du Um )?")
@LENGTHS.rule("tous chaque", rf"(?:tous les|chaque) Um (?:, )?le {RANK}{MORE}?(?P<wd>W\d) ")
@LENGTHS.rule("le les O dernier", rf"(?:le |les )?{RANK}{MORE}?(?P<wd>Ws?\d) (?:de )?chaque Um ")
@LENGTHS.rule("le les O dernier", rf"(?:le |les )?{RANK}{MORE}(?P<wd>Ws?\d) (?:du |de le |par )Um ")
@LENGTHS.rule("les", rf"les {RANK}{MORE}?(?P<wd>Ws\d) (?:du Um |de chaque Um )?")
def _every_ranked(hit: Hit) -> Built:
    """« tous les 2es mardis », « le dernier jeudi de chaque mois », « le 1er et le 3e lundi du mois »."""
    more = (-1,) if hit["last2"] else (hit.number("n2"),) if hit["n2"] else ()
    return repeating("P1M", int(hit["wd"].lstrip("Ws")), -1 if hit["last"] else hit.number("n"), nths=more)


@LENGTHS.rule("#", r"#\d (?:Ws\d|Ud|Uw) par U[wmqy] ")
def _some_of_many(hit: Hit) -> Built:
    """« deux mardis par mois », « 3 jours par semaine »: words to keep, which ones is not said."""
    return Atom(sort="VAG")


@LENGTHS.rule("tous chaque", r"(?:tous les |chaque )(?P<p>P\w+|WE|midi) ")
def _every_part(hit: Hit) -> Built:
    """« tous les soirs », « chaque matin », « tous les week-ends »."""
    if hit["p"] == "WE":
        return repeating("P1W")
    return replace(repeating("P1D"), part=PARTS.get(hit["p"]))


ADVERBS = {"quotidien": "P1D", "hebdo": "P1W", "mensuel": "P1M", "annuel": "P1Y"}


@LENGTHS.rule("quotidien hebdo mensuel annuel", r"(?P<how>\w+) ")
@LENGTHS.rule("un #", r"(?:un|#1) x (?:par|/) (?P<u>U[dwmyqb]) ")
@LENGTHS.rule("chaque", r"chaque (?:debut|milieu|fin) de (?P<u>U[wmqy]) ")
@LENGTHS.rule("le", r"le [#O](?P<dom>\d{1,2}) de chaque (?P<u>Um) ")
@LENGTHS.rule("tous chaque", r"(?:tous les|chaque) [#O](?P<dom>\d{1,2}) (?:du |de chaque |de le )(?P<u>Um) ")
@LENGTHS.rule("le", r"le (?P<end>dernier Ud) (?:de |du )?(?:chaque|tous les) (?P<u>Um) ")
@LENGTHS.rule("tous chaque", r"(?:tous les|chaque) (?P<end>dernier Ud) (?:du|de chaque|de) (?P<u>Um) ")
@LENGTHS.rule("tous chaque", r"(?:tous les|chaque) (?P<u>Um) (?:, )?(?:a )?(?P<end>le dernier Ud) (?:du Um )?")
def _adverb(hit: Hit) -> Built:
    """« hebdomadaire », « une fois par semaine », « le 15 de chaque mois », « le dernier jour de chaque mois »."""
    times = {"Uq": 3, "Ub": 6}.get(hit["u"], 1)
    every = ADVERBS[hit["how"]] if hit["how"] else f"P{times}{EVERY[hit['u']]}"
    dom = -1 if hit["end"] else hit.number("dom") if 1 <= hit.number("dom") <= 31 else None
    return replace(repeating(every, dom=dom), said=Said(dom=dom, lean="future") if dom is not None else None)
