"""How the words of a change give somebody a state, « passe Bonnet en absent », or another's place, « mets A à la place de B »."""

from __future__ import annotations

from bot.domain.attendance import AttendanceState
from bot.understanding.roll_guests import Item
from bot.understanding.scan import Scan

_INTO_STATE = frozenset(
    {
        "a",
        "de",
        "d",
        "absent",
        "absente",
        "excuse",
        "excusee",
        "en",
        "comme",
        "plutot",
        "dans",
        "parmi",
        "les",
        "la",
        "le",
        "donc",
        "bien",
        "aux",
        "-",
        "–",
    }
)
NOTES = frozenset(
    {
        *("mets", "met", "mettre", "mettez", "note", "notes", "noter", "notez", "marque", "marquer", "passe", "passer", "passez"),
        *("ajoute", "ajouter", "ajoutez", "rajoute", "rajouter", "rajoutez"),
        *("compte", "compter", "comptez", "inscris", "inscrire", "bascule", "basculer", "classe", "classer", "declare", "declarer"),
    }
)
_WAS = frozenset({"est", "etait", "a", "avait", "sont", "etaient", "ont", "avaient"})
_COME = frozenset({"venu", "venue", "venus", "venues", "la", "present", "presente", "presents", "presentes", "pu", "parmi"})
_MOVES = frozenset({"passe", "passer", "passez", "bascule", "basculer", "classe", "classer"})
_ASKED = frozenset({"a", "faut", "faudrait", "peux", "pouvez", "pourrais"})
_STATES = (("excus", AttendanceState.EXCUSED), ("absent", AttendanceState.ABSENT))


def notes_state(scan: Scan) -> int | None:
    """Where a state stands that an order gives: « passe Bonnet en absent », « Denis est à mettre en excusé », « note-la excusée »."""
    asked = any(scan.sign(i) == "?" for i in range(len(scan)))
    if asked and not {"peux", "pourrais", "pouvez", "pourriez"} & set(scan.folds[:4]):
        return None
    for i in range(1, len(scan)):
        if not is_away(scan, i) or (scan.fold(i + 1) == "a" and is_away(scan, i + 2)):
            continue  # « passer Pierre de absent à excusé »
        k = i - 1
        while k > 0 and scan.fold(k) in _INTO_STATE:
            k -= 1
        into = k < i - 1 or _is_to_be(scan, k)
        far = k - 5
        while into and k > max(0, far) and (scan.person_at[k] is not None or scan.fold(k) in {"et", "mme", "m", "dr", "le", "la", "les"}):
            k -= 1
        if into and scan.fold(k) in NOTES:
            return i
    return None


def _is_to_be(scan: Scan, k: int) -> bool:
    """Whether « à » stands before word k behind somebody: « Fatima à noter excusée », « le Dr Bonnet est à noter excusé »."""
    who = k - 2 - (scan.fold(k - 2) in _WAS)
    return scan.fold(k - 1) == "a" and who >= 0 and scan.person_at[who] is not None


def restated(scan: Scan) -> int | None:
    """Where the state stands that takes another's place: « n'était pas absent mais excusé », « excusée et non absente »."""
    for i in range(2, len(scan)):
        if not is_away(scan, i):
            continue
        if scan.fold(i - 1) == "pas" and scan.fold(i + 1) == "mais" and is_away(scan, i + 2):
            return i + 2
        if scan.fold(i - 1) == "mais" and "pas" in scan.folds[max(0, i - 6) : i]:
            return i  # « n'était pas là hier mais excusé »
        if scan.fold(i - 1) in {"pas", "non"} and scan.fold(i - 2) in {"et", ","} and is_away(scan, i - 3):
            return i - 3
    return None


def moves_state(scan: Scan, at: int) -> bool:
    """Whether the order that gives a state before word `at` moves somebody: « à passer en excusée », not « note Karim en excusé »."""
    order = next((k for k in range(at - 1, -1, -1) if scan.fold(k) in NOTES), 0)
    return scan.fold(order) in _MOVES or scan.fold(order - 1) in _ASKED


def in_place_of(scan: Scan, i: int) -> bool:
    """Whether « à la place de », « au lieu de » stands before word i."""
    while i > 0 and scan.fold(i - 1) in {"de", "d", "du", "la", "le", "l", "mme", "m", "mr", "dr"}:
        i -= 1
    return scan.fold(i - 1) in {"place", "lieu"} and scan.fold(i - 2) in {"la", "au"}


def tells_apart(scan: Scan) -> bool:
    """« à ma dernière réunion c'était Pauline et pas Aurélie »: one in place of another, at a meeting kept."""
    for i in range(2, len(scan) - 1):
        if scan.fold(i) not in {"pas", "non"} or len(scan) > 30:
            continue
        k = i - 1 - (scan.fold(i - 1) in {"et", ","} or scan.sign(i - 1) == ",")
        one, other = scan.person_at[k], scan.person_at[i + 1]
        if other is not None and _rather(scan, other.last) is not None and scan.fold(i - 1) in {"etait", "est"}:
            return True  # « ce n'était pas Pierre Simon mais Claire Simon »
        told = one is not None and other is not None and one is not other and scan.fold(one.first - 1) in {"etait", "est"}
        if (
            told and other is not None and scan.fold(other.last + (scan.sign(other.last) == ",")) != "qui"
        ):  # « c'est Pauline et pas Aurélie qui relance »
            return True
    return False


def _rather(scan: Scan, i: int) -> int | None:
    """Where the one who was there is named behind « mais », « c'était plutôt » at word i; None if nobody is."""
    i += scan.sign(i) == ","
    if scan.fold(i) not in {"mais", "c", "plutot"}:
        return None
    j = i + 1
    while scan.fold(j) in {"bien", "plutot", "c", "etait", "est"}:
        j += 1
    return j if j < len(scan) and scan.person_at[j] is not None else None


def states_given(scan: Scan, items: list[Item]) -> dict[int, AttendanceState]:
    """The state that an order gives to items: to those inside it (« passe Bonnet en absent »), else to whoever was named last before."""
    again = restated(scan)
    if again is not None:
        before = [k for k, item in enumerate(items) if item.last <= again]
        return {k: next(s for start, s in _STATES if scan.fold(again).startswith(start[:3])) for k in before[-1:]}
    at = notes_state(scan)
    if at is None:
        return {}
    state = next(s for start, s in _STATES if scan.fold(at).startswith(start[:3]))
    order = next(k for k in range(at - 1, -1, -1) if scan.fold(k) in NOTES)
    inside = [k for k, item in enumerate(items) if order < item.first < at]
    before = [k for k, item in enumerate(items) if item.last <= order]
    if not inside and before:
        before = [k for k in before if items[k].presence.person_id is not None] or before
        several = "les" in scan.folds[order:at] or (scan.fold(at).endswith("s") and len(scan.fold(at)) > 3)
        inside = before if several else before[-1:]
        for k, item in enumerate(items):
            if item.first > at and item.presence.state is state and not _ends_away(scan, item.last):
                return {**dict.fromkeys(inside, state), k: AttendanceState.PRESENT}  # « Fatima à noter excusée et Chantal en plus »
    return dict.fromkeys(inside, state)


def _ends_away(scan: Scan, i: int) -> bool:
    """Whether a word that says excused or absent follows word i closely."""
    return any(is_away(scan, k) for k in range(i, min(len(scan), i + 4)))


def pronoun_state(scan: Scan, item: Item) -> AttendanceState | None:
    """« Durand à enlever, il était absent »: the state that the words after somebody tell of her by a pronoun, before another is named."""
    for k in range(item.last, min(len(scan) - 2, item.last + 12)):
        if scan.person_at[k] is not None:
            return None
        if scan.fold(k) in {"il", "elle", "ils", "elles"} and (state := told_of(scan, k + 1)) is not None:
            return state
    return None


def missed_it(scan: Scan, i: int) -> bool:
    """Whether « n'était finalement pas au GT » stands at word i: said of whoever was just named."""
    there = False
    while scan.fold(i) in {"n", "ne", "y"}:
        there = there or scan.fold(i) == "y"
        i += 1
    if scan.fold(i) not in {"etait", "etaient"}:
        return False
    j = i + 1
    while scan.fold(j) in {"en", "fait", "finalement", "donc"}:
        j += 1
    if scan.fold(j) != "pas":
        return False
    j += 1
    if there and (j >= len(scan) or scan.time_at[j] is not None or not scan.words[j].is_word):
        return True  # « Karim n'y était pas hier »
    while scan.fold(j) in {"a", "au", "la", "le", "l", "dans", "du", "finalement"}:
        j += 1
    return j < len(scan) and (
        scan.group_at[j] is not None or scan.fold(j) in {"reunion", "gt", "copil", "cotech", "commission", "pleniere"}
    )


def told_of(scan: Scan, i: int) -> AttendanceState | None:
    """The state that « était absent », « n'est pas venue », « y était pas », « avait prévenu » tells at word i."""
    while scan.fold(i) in {"n", "ne", "y", "s", "l", "nous"}:
        i += 1
    if scan.fold(i) not in _WAS:
        return None
    i += 1
    while scan.fold(i) in {"en", "fait", "bien", "finalement", "donc"} and scan.fold(i + 1) != "part":
        i += 1
    if scan.fold(i) == "pas":
        there = scan.fold(i + 1) in _COME or (i + 1 >= len(scan) or not scan.words[i + 1].is_word)
        return AttendanceState.ABSENT if (there and scan.fold(i - 1) != "a") or scan.fold(i + 1) in _COME else None
    if scan.fold(i) in {"prevenu", "fait"} and scan.fold(i + 1) != "part":
        return AttendanceState.EXCUSED if scan.fold(i) == "prevenu" or scan.fold(i + 1).startswith("excus") else None
    return next((s for start, s in _STATES if scan.fold(i).startswith(start)), None)


def is_away(scan: Scan, i: int) -> bool:
    """Whether word i says excused or absent."""
    return scan.fold(i).startswith(("excus", "absent")) or scan.fold(i) in {"exc", "abs"}
