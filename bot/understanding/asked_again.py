"""Whether minutes are asked for by a turn of its own: they were not received, somebody may have them, what followed a meeting."""

from __future__ import annotations

from bot.understanding.asked_meetings import of_the_last
from bot.understanding.asking import TALKED, Asking
from bot.understanding.scan import Scan

_GOT = frozenset({"recu", "eu", "vu", "trouve", "retrouve", "recois", "recue", "lu"})


def lacks_it(scan: Scan, i: int) -> bool:
    """« j'ai pas reçu le compte rendu du GT », « je retrouve plus le CR »: what stands at word i is missed."""
    if scan.fold(i) not in {"cr", "compte", "comptes", "pv", "c", "releve"} or len(scan) > 25:
        return False
    lacks = (k for k in range(1, i) if scan.fold(k) in {"pas", "jamais", "plus"})
    return any(
        {scan.fold(k - 1), scan.fold(k + 1)} & _GOT and {"j", "je", "on", "nous"} & set(scan.folds[max(0, k - 4) : k]) for k in lacks
    )


def asks_what_followed(scan: Scan, asked: Asking) -> bool:
    """« je dois rendre quoi suite au dernier GT ? », « j'arrive pas à retrouver quand on a parlé du bus »."""
    for i in range(asked.start, len(scan)):
        if scan.fold(i) == "suite" and asked.plain and of_the_last(scan) and scan.fold(i + 1) in {"a", "au"}:
            return True
        if scan.fold(i) in {"quand", "ou"} and TALKED.at(scan.words, i + 1) is not None:
            return any(scan.fold(k) in {"retrouver", "retrouve", "souviens", "rappelle", "sais", "cherche"} for k in range(i))
    return False


def has_it(scan: Scan, asked: Asking, i: int) -> bool:
    """« t'aurais le CR de la SISM »: whether somebody is asked if she has what stands at word i."""
    told = asked.has
    return told is not None and 0 <= i - told.last <= 2 and scan.fold(told.first) in {"tu", "t", "vous", "as", "aurais", "aurait", "avez"}
