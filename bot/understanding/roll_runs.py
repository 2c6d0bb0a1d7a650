"""Where a list begins that nothing announces: names one after the other, or « étaient au GT » behind them."""

from __future__ import annotations

from bot.understanding.appositions import names_in_a_row
from bot.understanding.choosing import ARTICLES
from bot.understanding.roll_deeds import told_state, was_at
from bot.understanding.roll_roles import bare_role
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan


def run_begins(scan: Scan, i: int, end: int) -> bool:
    """Whether names told one after the other begin at word i: « hier 14h-16h Karim, Sophie et moi », « Zoé et Luc étaient au GT »."""
    opens = i == 0 or scan.time_at[i - 1] is not None or scan.sign(i - 1) in {",", ":", "-", "–", "(", "\n", "."}
    count, last = names_in_a_row(scan, i, end, most=3) if opens else (0, i)
    also_me = scan.fold(last) == "et" and scan.fold(last + 1) == "moi"
    more = scan.fold(last) == "et" and (scan.number_at[last + 1] is not None or scan.fold(last + 1) in ARTICLES)
    told = _told_there(scan, last, end) or (told_state(scan, last) and count > 1)
    if told or not scan.words[i].is_capital:
        return count > 0 and told
    closed = last >= end or scan.sign(last) in {",", ".", "\n", ")", ";"} or scan.time_at[last] is not None or more
    return count + also_me > 1 and (closed or also_me)


def role_opens(scan: Scan, i: int, end: int, setting: RollSetting) -> bool:
    """Whether a function alone stands at word i, behind the dash of a line: « > kiné, DAC, CCAS »."""
    return scan.sign(i - 1) in {"-", "–", "•", "*", ">", "\n"} and bare_role(scan, i, end, setting) is not None


def _told_there(scan: Scan, i: int, end: int) -> bool:
    """Whether « étaient au GT » follows at word i, be it past « et 3 habitants », « , la CAF »."""
    beyond = next((k for k in range(i, min(i + 24, end)) if was_at(scan, k) or scan.sign(k) in {".", "\n", ";", ":"}), i)
    return was_at(scan, beyond) and (beyond == i or scan.sign(i) == "," or scan.fold(i) == "et")
