"""How an hour is linked to another: « de 9h à 12h », « 14h-16h30 », « entre 3 et 8 hier », « 9-12h »."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from fractions import Fraction

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit, Length
from bot.understanding.time_sum_rules import as_length

RANGES = Grammar()

CLOCK = r"(?:CLK|HRS) "
TO = r"(?:a|-|= >|>|jusqu' a|jusqu' au|jusqu'|au|/) "


def as_time(atom: Atom) -> time:
    """The clock time of an hour."""
    return atom.starts or time(0)


def ranged(starts: time, ends: time, *, sure: bool = True) -> Atom:
    """From an hour to another."""
    return Atom(sort="RNG", starts=starts, ends=ends, sure=sure)


@RANGES.rule("de des CLK HRS du depuis a", rf"(?:(?:de|des|du|depuis|a) )?{CLOCK}{TO}(?:la |environ )?{CLOCK}")
@RANGES.rule("a", rf"a partir de {CLOCK}{TO}{CLOCK}")
@RANGES.rule("entre", rf"entre {CLOCK}(?:et|a|-) {CLOCK}")
@RANGES.rule("CLK HRS", rf"{CLOCK}(?:, )?{CLOCK}")
def _clocks(hit: Hit) -> Built:
    """« de 14h à 16h30 », « entre 9h et 11h », « 10h 11h45 »."""
    first, second = hit.atoms()
    codes = [hit.row.code(i) for i in range(hit.first, hit.last)]
    starts, ends = as_time(first), as_time(second)
    linked = len(codes) > 2 and codes[1] != ","
    over_midnight = (
        starts.hour >= 17 and ends.hour < 7 and (second.sort == "CLK" or hit.after in ("du", "PRT", "Pmatin"))
    )  # « 22h minuit », « vingt heures trois heures du mat »
    if not linked and not over_midnight and not (starts < ends and (starts.hour >= 7 or first.sort == "CLK")):
        return None
    if not linked and not over_midnight and second.sort == "HRS" and ends.hour < 7:
        return None
    of_work = hit.after in ("de", "d'") and hit.row.code(hit.last + 1) in ("_", "N")
    bare = codes[0] == "HRS" and hit.after not in ("DAY", "PRT") and hit.before not in ("DAY", "PRT")
    if starts < ends < time(7) and second.sort == "HRS" and (of_work or bare):
        return replace(as_length(second), approximate=True, sure=False)  # « entre 2h et 3h de travail »
    return ranged(starts, ends) if starts != ends else None


@RANGES.rule("CLK HRS", rf"{CLOCK}(?:, )?{CLOCK}(?:PRT )?")
def _into_the_night(hit: Hit) -> Built:
    """« vingt heures minuit et quart », « 22h 3h du matin »: an evening that ends the next day, without a word between."""
    first, second, *parts = hit.atoms()
    starts, ends = as_time(first), as_time(second)
    if not time(17) <= starts or ends > time(7) or first.article or not (second.sort == "CLK" or parts):
        return None
    return ranged(starts, ends) if all(part.part == "matin" and part.of_hour for part in parts) else None


@RANGES.rule("de des #", rf"(?:de |des )?#(?P<h>\d{{1,2}}) (?:a|-|>|/) {CLOCK}")
@RANGES.rule("entre", rf"entre #(?P<h>\d{{1,2}}) et {CLOCK}")
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


@RANGES.rule("DAY PRT", r"(?:DAY|PRT) (?:, )?(?:a|vers) #(?P<h>\d{1,2}) (?=[.,;!?¶)] |$)")
def _bare_hour(hit: Hit) -> Built:
    """« demain soir à 9 »: a bare number that ends the words about a day."""
    atom, hour = hit.atoms()[0], hit.number("h")
    if atom.starts is not None or hour > 23 or (atom.sort == "PRT" and not atom.sure):
        return None
    late = 12 if atom.part in ("soir", "après-midi") and 1 <= hour < 12 else 0
    return replace(atom, starts=time(hour + late), sure=False)


@RANGES.rule("de CLK HRS", rf"(?:de )?{CLOCK}(?:a|-|>) #(?P<h>\d{{1,2}}) (?!N |U|M|/)")
def _clock_to_number(hit: Hit) -> Built:
    """« 14h-16 », « de 9h à 12 »."""
    starts, hour = as_time(hit.atoms()[0]), hit.number("h")
    return ranged(starts, time(hour), sure=False) if starts.hour < hour <= 23 else None


NUMBERS = r"#(?P<a>\d{1,2}) (?P<to>a|-|et|>) #(?P<b>\d{1,2}) (?!N |U|M|/ |[.] #|, #)"


@RANGES.rule("de", rf"(?P<cue>de) {NUMBERS}")
@RANGES.rule("de", r"(?P<cue>de) #(?P<a>\d{1,2}) (?P<to>a) #(?P<b>\d{1,2}) (?=, #)")
@RANGES.rule("entre", rf"(?P<cue>entre) {NUMBERS}")
@RANGES.rule("#", rf"(?P<cue>){NUMBERS}")
def _numbers(hit: Hit) -> Built:
    """« de 9 à 12 ce matin », « joignable entre 12 et 14 »: beside a day or a part of it, or when nothing else follows."""
    first, second, cue = hit.number("a"), hit.number("b"), hit["cue"]
    if first > 23 or second > 23 or first == second or (hit["to"] == "et") != (cue == "entre"):
        return None
    after = hit.after if hit.after not in (",", "le") else hit.row.code(hit.last + 1)
    before = hit.before if hit.before != "," else hit.row.code(hit.first - 2)
    beside = any(code in ("DAY", "PRT", "REC") for code in (after, before))
    if cue == "" and not any(code == "PRT" for code in (after, before)) and not _opening_hours(hit, first, second):
        return None
    reached = hit.before == "dernier" or hit.row.hinted(hit.first, "reach", reach=4)  # « je passe » is written like « lundi passé »
    cued = cue == "de" or (cue == "entre" and 6 <= first < second <= 22 and reached)
    counted = hit.after == "," and hit.row.code(hit.last + 1).startswith("#")  # « hier de 14 à 16, 12 présents »
    if counted and (not beside or first > second):
        return None
    if not beside and not (cued and hit.after in ("", ".", "¶", ",", "!", "?", ")", "a", "au", "en")):
        return None
    return ranged(time(first), time(second), sure=False) if first < second or beside else None


def _opening_hours(hit: Hit, first: int, second: int) -> bool:
    """Whether « 9-12 » right after a day says its hours: « lundi 9-12 Atome »; not « lundi 9-12 ans », « hier 8-10 jeunes »."""
    many = hit.last < len(hit.row.lexemes) and hit.row.lexemes[hit.last].hint == "many"
    return hit["to"] == "-" and hit.before == "DAY" and 7 <= first < second <= 22 and not many and hit.after[:1] not in ("#", "O", "~")
