"""How hours and parts of the day are said: « 14h30 », « midi et quart », « ce soir », « en fin de matinée »."""

from __future__ import annotations

import re
from datetime import time, timedelta

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit
from bot.understanding.time_calendar import Said, one
from bot.understanding.time_day_rules import fixed
from bot.understanding.time_mentions import Edge, PartOfDay

HOURS = Grammar()

PARTS: dict[str, PartOfDay] = {
    "Pmatin": "matin",
    "Pmidi": "midi",
    "Papm": "après-midi",
    "Psoir": "soir",
    "Pnuit": "nuit",
    "Pdej": "midi",
    "Pdin": "soir",
    "Pptd": "matin",
    "am": "après-midi",
    "midi": "midi",
    "journee": "journée",
    "Ud": "journée",
}
EDGES: dict[str, Edge] = {"debut": "début", "milieu": "milieu", "fin": "fin", "tot": "début", "tard": "fin", "apresmaintenant": "fin"}
CLOSED = ("", ".", ",", "!", "¶", ")", "de", "d'")
ALONE = r"(?!N |U\w+ |: |/ #)"
QUARTER = {"demi": 30, "quart": 15}


def clock(hour: int, minute: int = 0) -> time | None:
    """The clock time; 24 h is midnight; None when there is none such."""
    return time(hour % 24, minute) if 0 <= hour <= 24 and 0 <= minute <= 59 else None


def hour_or_length(hit: Hit, minutes: int, *, sure: bool = True) -> Built:
    """« 14h30 » or « 2h30 »: later steps choose between an hour and a length."""
    hour = hit.number("h", 1)
    found = clock(hour, minutes) if hour < 24 or not minutes else None
    article = hit["h"] == ""
    if found is None or hour > 24:
        return None
    if hit["h"].startswith("0") and (len(hit["h"]) == 2 or not minutes):  # « 02h30 » is written as a clock
        return Atom(sort="CLK", starts=found)
    return Atom(sort="HRS", starts=found, count=1, article=article, sure=sure, offset=hour * 60 + minutes)


HOUR = r"(?:#(?P<h>\d{1,2})|un) (?:- )?Uh "


@HOURS.rule("# un", rf"{HOUR}(?P<et>et )?#(?P<m>\d{{1,2}}) (?P<u>Umin |' )?(?!U[hdw] |M|/ #\d+ (?!Uh|:))")
def _hour_and_minutes(hit: Hit) -> Built:
    """« 14h30 », « 14 h 30 », « quatorze heures trente », « quinze heures et quinze minutes »; not « 14h 12 présents »."""
    minutes = hit.at("m")
    typed = minutes.digits > 0
    if hit.after == "N" and not (typed and minutes.glued and hit.number("m") % 15 == 0):
        return None  # « 10h-11h30 présents Zoé, Karim » ends at half past
    if (hit["et"] and not hit["u"]) or (hit.after == ":" and not minutes.glued):
        return None
    if typed and not minutes.glued and not hit["u"]:
        unit = next(lexeme for lexeme in hit.row.lexemes[hit.first : hit.last] if lexeme.code == "Uh")
        apart = (
            unit.glued and (hit.number("m") % 15 or hit.after == "N") and hit.after not in CLOSED
        )  # « 14h 12 inscrits », but « 14h 30 », « 1h 20 de route »
        if minutes.digits != 2 or apart:
            return None
    if not typed and not hit["u"] and (hit.after == "_" and hit.number("m") < 10):
        return None
    return hour_or_length(hit, hit.number("m"))


@HOURS.rule("# un", rf"{HOUR}(?:et |un )*(?:le |un )?(?P<q>demi|quart) (?!(?:de |d' )?(?:Uh|journee) )")
@HOURS.rule("# un", rf"{HOUR}(?:et )?#3 (?P<three>quart) (?!d' )")
@HOURS.rule("# un", rf"{HOUR}(?:#1 / #2|#½) (?P<half>)(?!journee |U)")
@HOURS.rule("# un", rf"{HOUR}dernier de #(?P<m>\d{{1,2}}) Umin ")
@HOURS.rule("# un", rf"{HOUR}")
def _hour(hit: Hit) -> Built:
    """« 14h », « une heure et demie », « trois heures et quart », « 1h1/2 »."""
    half = hit.match.groupdict().get("half") is not None
    minutes = 30 if half else 45 if hit["three"] else QUARTER.get(hit["q"], hit.number("m"))
    return hour_or_length(hit, minutes)


@HOURS.rule(
    "# un midi minuit",
    r"(?:#(?P<h>\d{1,2}) (?:Uh )?|(?P<mid>midi|minuit) |(?P<un>un) Uh )moins (?:le |un )?(?:#(?P<m>\d{1,2})|(?P<q>quart)) (?!Uh |Umin de )",
)
def _hour_less(hit: Hit) -> Built:
    """« dix heures moins le quart », « midi moins cinq »."""
    hour = {"midi": 12, "minuit": 24}.get(hit["mid"]) or hit.number("h", 1)
    total = hour * 60 - (15 if hit["q"] else hit.number("m"))
    if not 0 < total <= 24 * 60 or hit.number("m") > 59:
        return None
    return Atom(sort="CLK", starts=time(total // 60 % 24, total % 60))


_HOURS_OF_MIDDAY = re.compile(r"(?:[,:(] )?(?:de )?#1[123] (?:Uh (?:#\d\d )?|: #\d\d )?(?:- |a |/ |> )?#1[2345] (?:Uh |: #)")


@HOURS.rule(
    "midi minuit", r"(?P<mid>midi|minuit) (?:et (?:le |un )?(?P<q>demi|quart) |(?:et )?#(?P<m>\d{1,2}) (?:Umin )?(?!N |Uh |: |M|/))?"
)
@HOURS.rule("milieu", r"milieu de (?P<mid>midi) ")
@HOURS.rule("#", r"#12 (?:: #00 |Uh )(?P<mid>midi) ")
def _midday(hit: Hit) -> Built:
    """« midi », « midi et quart », « minuit »; « hier midi 12h30 14h » is the part of a day."""
    if hit["mid"] == "midi" and not (hit["q"] or hit["m"]) and _HOURS_OF_MIDDAY.match(hit.row.text, hit.row.offsets[hit.last]):
        return Atom(sort="PRT", part="midi")
    minutes = QUARTER.get(hit["q"], hit.number("m"))
    if minutes not in (0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55):
        return None
    return Atom(sort="CLK", starts=time(12 if hit["mid"] == "midi" else 0, minutes))


@HOURS.rule("#", r"#(?P<h>[01]?\d|2[0-4]) : #(?P<m>[0-5]\d) (?:: #(?P<s>[0-5]\d) )?(?P<half>am |pm )?(?:Uh )?(?!: )")
@HOURS.rule("#", r"#(?P<h>1[0-2]|0?\d) (?P<half>am |pm )(?P<m>)")
@HOURS.rule("#", r"#(?P<h>0[7-9]|1\d|2[0-3]) [.] #(?P<m>00|15|30|45) (?P<half>)(?!N |U|[./] #|%)")
def _on_the_dial(hit: Hit) -> Built:
    """« 14:30 », « 8pm », « 14.30 »."""
    if hit.before in (":", "/", ".") and hit.row.code(hit.first - 2).startswith("#"):
        return None
    apart = bool(hit["m"]) and not hit.at("m").glued
    if apart and (hit.at("h").digits != 2 or hit.row.code(hit.last - 1) == "Uh" or hit.before.startswith("W")):
        return None
    hour = hit.number("h")
    shift = 12 if hit["half"] == "pm " and hour < 12 else -12 if hit["half"] == "am " and hour == 12 else 0
    found = clock(hour + shift, hit.number("m"))
    return None if found is None else Atom(sort="CLK", starts=found)


@HOURS.rule("#", rf"#(?P<h>\d{{1,2}}) et (?P<q>demi|quart) (?!{ALONE[3:-1]}|journee )")
def _hour_unsaid(hit: Hit) -> Built:
    """« huit et quart », « 8 et demie »."""
    found = clock(hit.number("h"), QUARTER[hit["q"]])
    return None if found is None or hit.number("h") > 23 else Atom(sort="CLK", starts=found, sure=False)


@HOURS.rule("#", r"#(?P<h>\d{1,2}) (?:#(?P<m>[1-5]\d) )?(?=(?:du|de l'|dans l'|dans la|de la) P(?:matin|apm|soir))")
@HOURS.rule("a", r"a #(?P<h>\d{1,2}) (?:#(?P<m>[1-5]\d) )?(?=(?:ce|cette) P(?:matin|apm|soir))")
def _hour_by_part(hit: Hit) -> Built:
    """« 8 du matin », « à 7 ce soir »."""
    found = clock(hit.number("h"), hit.number("m"))
    if found is None or hit.before.startswith("#") or hit.before in ("le", "du", "au", "/", "-", "Q", "a") or hit.number("h") > 23:
        return None
    return Atom(sort="CLK", starts=found)


@HOURS.rule("entre", r"entre midi et #2 (?:Uh )?")
@HOURS.rule("ce le", r"(?P<this>ce|le) (?P<p>midi) (?!et |moins |#\d+ (?!Uh|Umin|:))")
@HOURS.rule("au pendant vers Uh l'", r"(?:au |pendant |vers |(?:l' )?Uh (?:de |du ))(?:le |au |la )?(?:pause )?(?P<p>Pdej|Pdin|Pptd) ")
@HOURS.rule("pause", r"pause (?P<p>Pdej) ")
@HOURS.rule("la cette", r"(?:la|cette) (?P<p>Pnuit) (?P<way>dernier|prochain) ")
@HOURS.rule("apres", r"(?P<e>apres) (?:le |la )?(?:pause )?(?P<p>Pdej) ")
@HOURS.rule("avant", r"(?P<e>avant) (?:le |la )?(?:pause )?(?P<p>Pdej) ")
@HOURS.rule("dans", r"dans (?P<this>la) (?P<p>journee) ")
@HOURS.rule(
    "ce cette tot tard apresmaintenant",
    r"(?:(?P<soon>tot|tard|apresmaintenant) )?(?P<this>ce|cette) "
    r"(?P<e>(?:debut|fin|milieu) (?:de |d' )?)?(?P<p>P(?:matin|apm|soir|midi|nuit)|am) (?P<late>tot |tard )?",
)
def _part(hit: Hit) -> Built:
    """« ce matin », « cet aprem », « ce midi », « cette nuit », « entre midi et deux »."""
    code = hit["p"] or "midi"
    edge = EDGES.get((hit["e"] or hit["late"] or hit["soon"]).split(" ")[0])
    said: Said | None = None
    if code == "Pdej" and hit["e"]:
        apart: tuple[PartOfDay, Edge] = ("après-midi", "début") if hit["e"] == "apres" else ("matin", "fin")
        return Atom(sort="PRT", part=apart[0], edge=apart[1])
    if hit["this"] in ("ce", "cette") and code == "Pnuit":
        said = _this_night(hit)
    elif hit["way"]:
        said = fixed(one(hit.scene.today - timedelta(days=hit["way"] == "dernier")))
    elif hit["this"] == "la":
        said = fixed(one(hit.scene.today), relative=True)
    elif hit["this"] in ("ce", "cette"):
        said = fixed(one(hit.scene.evening), relative=True)
    return Atom(sort="PRT", part=PARTS[code], edge=edge, said=said)


def _this_night(hit: Hit) -> Said:
    """« cette nuit »: the night just over is dated on its evening, the coming one on today (convention 2)."""
    today, hour = hit.scene.today, hit.scene.now.hour
    over = one(today - timedelta(days=1))
    if hit.scene.small_hours:
        return fixed(over)
    return Said(past=over, future=one(today), lean="past" if hour < 15 else "future")


@HOURS.rule(
    "tres tot tard le la l' du de dans au en a des debut fin milieu d'",
    r"(?:des |a |au |en |dans |de |pour )?(?:le |la |l' |du |d' )?(?:tres )?(?:(?P<late>tot|tard) (?:dans )?(?:le |la |l' )?)?"
    r"(?:(?P<e>debut|fin|milieu) (?:- |de |d' |du |de la |de l' )?)?(?P<p>P(?:matin|apm|soir|midi|nuit)|journee) "
    r"(?:tres )?(?P<after>tot |tard )?",
)
@HOURS.rule("Pmatin Papm Psoir Pnuit", r"(?P<p>P(?:matin|apm|soir|nuit)) (?:tres )?(?P<after>tot |tard )?(?P<e>)(?P<late>)(?P<bare>)")
def _part_anyday(hit: Hit) -> Built:
    """« le soir », « en fin de matinée », « tôt le matin »; « la journée » alone and « la soirée débat » say no time."""
    edge = EDGES.get(hit["e"] or hit["late"] or hit["after"].strip())
    if hit["p"] in ("journee", "Pnuit", "Pmidi") and edge is None:
        return None
    named = hit.row.code(hit.first) in ("la", "le", "l'", "du", "d'", "en", "de", "au") and hit.after == "_" and not edge
    alone = hit.match.groupdict().get("bare") is not None
    of_hour = not edge and (hit.row.code(hit.first) == "du" or hit.match.group().startswith(("de la ", "de l' ", "d' P")))
    return Atom(sort="PRT", part=PARTS[hit["p"]], edge=edge, sure=not named, bare=alone or named, of_hour=of_hour)
