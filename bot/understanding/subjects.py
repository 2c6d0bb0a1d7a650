"""Who will do something: the subjects that stand before a verb."""

from __future__ import annotations

from bot.understanding.names import title_of
from bot.understanding.scan import Scan
from bot.understanding.verbs import Deed, deed_at


def bearers_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """The subjects that begin at word i (« Odile, Samira et moi », « la CAF (Céline Laurent) », « je ») and the word after them."""
    found: list[tuple[int, int]] = []
    j = i
    while j < end:
        one = _bearer_at(scan, j, end)
        if one is None:
            break
        after, bearer = one
        found.append(bearer)
        j = after
        if scan.sign(j) in {",", "&", "/"} or scan.fold(j) == "et":
            if _bearer_at(scan, j + 1, end) is not None:
                j += 1
                continue
        break
    return (j, tuple(found)) if found else None


def _bearer_at(scan: Scan, i: int, end: int) -> tuple[int, tuple[int, int]] | None:
    if i >= end:
        return None
    person = scan.person_at[i]
    if person is not None:
        return _past_parenthesis(scan, person.last, end), (person.first, person.last)
    if (
        scan.fold(i) == "c"
        and scan.fold(i + 1) == "est"
        and i + 2 < end
        and (named := scan.person_at[i + 2]) is not None
        and scan.fold(named.last) == "qui"
    ):
        return named.last + 1, (named.first, named.last)
    if scan.fold(i) == "moi" and scan.fold(i + 1) in {"je", "j"}:
        return i + 2, (i, i)
    if scan.fold(i) in {"je", "j", "moi"}:
        return i + 1, (i, i)
    if scan.fold(i) in {"elle", "il"} and (i == 0 or scan.sign(i - 1) in {".", ",", "\n", "!", ";"} or scan.fold(i - 1) in {"et", "mais"}):
        spoken = _spoken_of(scan, i)
        deed = deed_at(scan.words, i + 1)
        if (
            spoken is not None
            and deed is not None
            and deed[0] is Deed.WILL
            and scan.fold(i + 1) not in {"faut", "faudra", "faudrait", "reste"}
        ):
            return i + 1, spoken
    j = i
    while j < end and scan.fold(j) in {"la", "le", "l", "les"}:
        j += 1
    thing = scan.thing_at[j] if j < end else None
    if thing is not None and thing.structures and thing.first == j:
        after = thing.last
        if (
            scan.sign(after) == "("
            and after + 1 < end
            and (inside := scan.person_at[after + 1]) is not None
            and scan.sign(inside.last) == ")"
        ):
            return inside.last + 1, (inside.first, inside.last)
        return after, (j, after)
    if title_of(scan.words, i) is not None and i + 1 < end:
        name = i + 2 if scan.sign(i + 1) == "." else i + 1
        if name < end and scan.words[name].is_capital:
            return _past_parenthesis(scan, name + 1, end), (i, name + 1)
    return None


def _spoken_of(scan: Scan, i: int) -> tuple[int, int] | None:
    """The last person named before « elle » or « il »."""
    for k in range(i - 1, max(-1, i - 40), -1):
        person = scan.person_at[k]
        if person is not None:
            return person.first, person.last
    return None


def _past_parenthesis(scan: Scan, i: int, end: int) -> int:
    if scan.sign(i) != "(":
        return i
    close = next((k for k in range(i, min(end, i + 8)) if scan.sign(k) == ")"), None)
    return i if close is None else close + 1
