"""How feasts are said: « avant Noël », « le lundi de Pâques », « jeudi de l'Ascension »."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.time_atoms import Built, Grammar, Hit
from bot.understanding.time_calendar import Said, easter, one
from bot.understanding.time_day_rules import day, full_year

FEASTS = Grammar()

EASTER = {"Fpaques": 0, "Fascension": 39, "Fpentecote": 49}
SET_FEASTS = {"Fnoel": (25, 12), "Ftoussaint": (1, 11), "Farmistice": (11, 11), "Fan": (1, 1)}


@FEASTS.rule("Fpaques Fascension Fpentecote Fnoel Ftoussaint Farmistice Fan", r"(?P<f>F\w+) (?:#(?P<y>20\d\d) )?(?P<wd>)")
@FEASTS.rule("W", r"(?P<wd>W\d) (?:de |d' )(?:la |l' )?(?P<f>F\w+) (?:#(?P<y>20\d\d) )?")
def _feast(hit: Hit) -> Built:
    """« avant Noël », « le lundi de Pâques », « jeudi de l'Ascension »."""
    bare = hit["wd"] == "" and hit["f"] != "Fan"
    if hit["f"] in SET_FEASTS:
        dom, month = SET_FEASTS[hit["f"]]
        return day(Said(dom=dom, month=month, year=full_year(hit)), bare=bare) if not hit["wd"] else None
    extra = 1 if hit["wd"] == "W1" and hit["f"] in ("Fpaques", "Fpentecote") else 0
    today = hit.scene.today
    years = [hit.number("y")] if hit["y"] else [today.year - 1, today.year, today.year + 1]
    dates = [easter(year) + timedelta(days=EASTER[hit["f"]] + extra) for year in years]
    past, future = [there for there in dates if there <= today], [there for there in dates if there >= today]
    return day(Said(past=one(max(past)) if past else None, future=one(min(future)) if future else None), bare=bare)
