"""How days are typed in haste: « lun 14 9h », « 2h mar », « 03-06 / 10h »."""

from __future__ import annotations

from bot.understanding.time_atoms import Built, Grammar, Hit
from bot.understanding.time_calendar import Said
from bot.understanding.time_day_rules import WEEKDAY, dated, day

SHORT_DAYS = Grammar()

SHORT_ENDS = frozenset(("", ",", ".", ";", ":", "/", ")", "+", "¶", "-", "et", "Pmatin", "Papm", "Psoir"))


@SHORT_DAYS.rule("W #", rf"{WEEKDAY}#(?P<d>\d\d) - #(?P<m>0\d|1[012]) (?=[,;/:.] |¶ |$)")
def _hyphenated(hit: Hit) -> Built:
    """« 03-06 / 10h-12h », « 16-11 »: never what may be hours, « 10-12 »."""
    joined = hit.before in ("-", "/", ":") and hit.row.code(hit.first - 2).startswith("#")
    if joined or hit.before in ("de", "Uh") or not (hit["m"].startswith("0") or hit.number("d") > 12):
        return None
    return dated(hit, dom=hit.number("d"), month=hit.number("m"), year=None)


@SHORT_DAYS.rule("w", r"(?P<wd>w\d) ")
def _short_weekday_behind(hit: Hit) -> Built:
    """« 2h lun, 1h30 mar », « 3h30 sam. », « lun + mar »: behind a length or another day, where it can be nothing else."""
    timed = hit.before in ("Uh", "Umin") or (hit.before[:1] == "#" and hit.row.code(hit.first - 2) == "Uh")
    dotted = hit.row.lexemes[hit.first].last - hit.row.lexemes[hit.first].first > 1
    timed = timed and (dotted or hit.after in SHORT_ENDS)
    follows = hit.before in ("+", "et", "/") and hit.row.code(hit.first - 2)[:1] in ("W", "w", "D")
    return day(Said(weekday=hit.number("wd"))) if timed or follows else None
