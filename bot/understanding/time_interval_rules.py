"""How a day is linked to another: « du 3 au 7 mars », « de lundi à mercredi », « entre le 4 et le 22 ce mois-ci », « de mars à juin »."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.time_atoms import Atom, Built, Grammar, Hit
from bot.understanding.time_calendar import Said, choose, made, one, read_days
from bot.understanding.time_day_rules import fixed

WEEKS = Grammar()
INTERVALS = Grammar(joins=("DAY", "WIN"))

UNTIL = r"(?:au|a|-|>|jusqu' au|jusqu' a|jusqu'|jusque) "


@INTERVALS.rule("du de des DAY depuis", rf"(?:(?:du|de|depuis|des) )?(?:le )?DAY (?P<to>{UNTIL})(?:le )?DAY ")
@WEEKS.rule("Uw WE la le", rf"(?:la |le )?(?:Uw|WE) du DAY (?P<to>{UNTIL})(?:le )?DAY ")
@INTERVALS.rule("entre", r"entre (?:le )?DAY (?P<to>et )(?:le )?DAY ")
@INTERVALS.rule("de du WIN", rf"(?:de |du )?WIN (?P<to>{UNTIL})WIN ")
@INTERVALS.rule("entre", r"entre WIN (?P<to>et )WIN ")
@INTERVALS.rule("WIN", r"WIN (?P<to>(?:/|ou) )WIN ")
def _days(hit: Hit) -> Built:
    """« du 10 juin au 1er juillet », « de lundi à mercredi », « de mars à juin »."""
    first, second = hit.atoms()
    if first.said is None or second.said is None or first.starts or second.starts or first.bound or _moved(hit):
        return None
    if hit["to"] in ("/ ", "ou ") and (first.said.month is None or second.said.month is None):
        return None  # « juin ou juillet », « fin mars / début avril »
    return Atom(sort="INT", said=completed(first.said, second.said), until=second.said)


def _moved(hit: Hit) -> bool:
    """« décalé du lundi 8 au lundi 15 », « on repousse la réu du 12 mars au 2 avril »: a day, then another one."""
    from_there = {"du", "de"} & {hit.row.code(hit.first), hit.before}
    return bool(from_there) and hit.row.hinted(hit.first, "moves", reach=6)


@INTERVALS.rule("du de # O entre le les", rf"(?:du |de |le |les |entre (?:le |les )?)?[#O](?P<a>\d{{1,2}}) (?:{UNTIL}|et |/ )(?:le )?DAY ")
def _number_to_day(hit: Hit) -> Built:
    """« du 1er au mercredi 10 juillet », « 13-15 juillet », « entre le 4 et le 22 mars »; « 12 et 13 mars » are two days."""
    second = hit.atoms()[0]
    codes = [hit.row.code(i) for i in range(hit.first, hit.last)]
    if "et" in codes and "entre" not in codes:
        return None
    dom = hit.number("a")
    if second.said is None or second.said.dom is None or not 1 <= dom <= 31 or dom == second.said.dom or _moved(hit):
        return None
    return Atom(sort="INT", said=completed(Said(dom=dom), second.said), until=second.said)


@INTERVALS.rule(
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
