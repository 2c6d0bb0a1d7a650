"""To which total a change leads: « 9 pas 8 », « on passe à 9 », « nouveau total : 16 »."""

from __future__ import annotations

from bot.understanding.counts import number_value
from bot.understanding.scan import Scan

_LEADS_TO = frozenset({"passe", "passons", "monte", "montons", "arrive", "arrivons", "descend", "descendons", "tombe", "passer", "passait"})
_MAKES = frozenset({("ca", "fait"), ("ca", "faisait"), ("cela", "fait"), ("on", "est"), ("sommes", "donc"), ("nous", "sommes")})

_NEW_ONE = frozenset({"mais", "etait", "fait", "alors", "etions", "mets", "mettez", "note", "notez", "marque", "marquez"})


def new_total(scan: Scan) -> int | None:
    """« 9 pas 8 », « 10 et pas 9 », « pas 8 mais 9 »: the new total."""
    values = [
        (i, n)
        for i in range(len(scan))
        if (n := number_value(scan, i)) is not None and (i == 0 or scan.number_at[i - 1] is not scan.number_at[i])
    ]
    denied = [
        v
        for v in values
        if scan.fold(v[0] - 1) == "pas"
        or (scan.fold(v[0] - 1) == "de" and scan.fold(v[0] - 2) == "lieu")
        or (scan.fold(v[0] - 1) == "non" and scan.fold(v[0] - 2) == "et")
    ]
    told = [v for v in values if v not in denied]
    if denied and told:
        return told[0][1][0]
    return values[1][1][0] if len(values) == 2 and _takes_back(scan, values[0][1][2], values[1][0]) else None


def now_total(scan: Scan) -> int | None:
    """« on passe à 9 », « ça fait 9 », « soit 9 en tout »: the total that a change leads to."""
    for i in range(len(scan)):
        number = number_value(scan, i)
        if number is None or (i > 0 and scan.number_at[i - 1] is scan.number_at[i]):
            continue
        k = i - 1
        while k >= 0 and scan.fold(k) in {"a", "donc", "maintenant", "du", "coup", "de", "bien", ":"}:
            k -= 1
        if scan.fold(i - 1) == ":" and tells_new_total(scan):
            return number[0]
        two = (scan.fold(k - 1), scan.fold(k))
        if two in {("c", "est"), ("c", "etait")} and any(scan.fold(j) in {"nombre", "total", "effectif"} for j in range(k)):
            return number[0]  # « le nombre de participants, c'est 18 »
        if (scan.fold(k) in _LEADS_TO and scan.fold(i - 1) == "a") or two in _MAKES or scan.fold(k) in {"soit", "total"}:
            return number[0]
    return None


def tells_new_total(scan: Scan) -> bool:
    """« nouveau total pour le GT d'hier : 16 », « bon nombre de présents »."""
    return any(
        scan.fold(i) in {"total", "nombre", "effectif"} and scan.fold(i - 1) in {"nouveau", "bon", "vrai", "juste"}
        for i in range(1, min(len(scan), 8))
    )


def _takes_back(scan: Scan, first: int, last: int) -> bool:
    """« j'ai mis 12 mais c'était 15 », « compté 8, mets 9 »: the second number replaces the first, noted before."""
    between = {scan.fold(k) for k in range(first, last)}
    noted = any(scan.fold(k) in {"mis", "compte", "note", "marque", "dit", "saisi", "ecrit"} for k in range(first))
    return noted and bool(between & _NEW_ONE or {"c", "est"} <= between)


def behind_not(scan: Scan) -> frozenset[int]:
    """Numbers that only say what the total is not."""
    return frozenset(i for i in range(len(scan)) if scan.number_at[i] is not None and scan.fold(i - 1) == "pas")
