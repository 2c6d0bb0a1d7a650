"""Which numbers count the items of a list told in one breath: « Décisions 1. expo photo 2. pas de conférence »."""

from __future__ import annotations

from bot.understanding.scan import Scan

_REACH = 42  # words between two numbers of a list


def numbers(scan: Scan, i: int) -> bool:
    """Whether the stop at word i numbers an item told in one breath: « Décisions : 1. bilans au 15 ; 2. maquette »."""
    numbered = i > 1 and scan.words[i - 1].is_number and len(scan.sign(i - 1)) == 1
    numbered = numbered and (scan.sign(i - 2) in {":", ";", ",", "\n", ">", "→", "⇒"} or _goes_on_counting(scan, i))
    return numbered and i + 1 < len(scan) and scan.words[i + 1].is_word and scan.words[i + 1].start > scan.words[i].end


def _goes_on_counting(scan: Scan, i: int) -> bool:
    """Whether the number before the stop at word i opens a count (« Décisions 1. … ») or follows the one before it (« … 2. »)."""
    number = int(scan.sign(i - 1)) if scan.sign(i - 1).isdecimal() else 0
    if number == 1:
        return scan.fold(i - 2).startswith(("decision", "action", "tache", "releve", "decide", "acte")) or scan.fold(i - 2) in {
            "faire",
            "do",
        }
    near = range(max(1, i - _REACH), i - 1)
    return number > 1 and any(scan.sign(k) == "." and scan.sign(k - 1) == str(number - 1) and numbers(scan, k) for k in near)


def counts_on(scan: Scan, i: int) -> bool:
    """Whether the number at word i begins the next item of a list told in one breath: « … 2. pas de conférence »."""
    if not (scan.words[i].is_number and i + 2 < len(scan) and len(scan.sign(i)) == 1 and scan.sign(i + 1) == "."):
        return False
    return scan.sign(i - 1) not in {":", ";", ",", "\n"} and scan.sign(i) != "1" and numbers(scan, i + 1)
