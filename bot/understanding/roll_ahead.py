"""Whether an absence is announced for a later meeting, or is only that of somebody who came late or left early."""

from __future__ import annotations

from datetime import timedelta

from bot.understanding.phrases import Found
from bot.understanding.scan import Scan

_FUTURE = frozenset(
    {"pourra", "pourront", "pourrait", "pourraient", "viendra", "viendront", "viendrait", "viendraient"}
    | {"sera", "seront", "serait", "seraient", "aura", "auront", "va", "vont"}
)
_NOW = frozenset({"est", "sont"})  # « est en formation jeudi », not « n'est pas venu jeudi »
_CAME = frozenset({"venu", "venue", "venus", "venues", "pu", "passe", "passee"})
_NEXT = frozenset({"prochaine", "prochain", "prochaines", "prochains", "suivante", "suivant"})
_OPENS = frozenset({"a", "au", "aux", "en", "pour", "pr", "lors", "des", "partir", "durant", "pendant", "courant"})
_LINKS = _OPENS | {"le", "la", "l", "les", "de", "du", "d", "toute", "tout", "nos", "notre", "mi"}
_WAY = (
    _LINKS
    | _FUTURE
    | {"jusqu", "est", "sont", "ok", "dispos", "libres", "fin", "debut"}
    | {"la", "present", "presente", "presents", "presentes", "venir", "etre", "parmi", "avec", "nous", "des", "notres", "malheureusement"}
    | {"non", "plus", "aussi", "normalement", "rejoindre", "joindre", "se", "y", "assister", "participer", "dispo", "disponible", "libre"}
)
_PART_OF_IT = frozenset({"retard", "partir", "partie", "parti", "partis", "depart", "quitter", "eclipser", "rester"})
_RECENT = timedelta(days=15)
_LONGEST = 8  # words between an absence and the day that it is announced for


def announced_ahead(scan: Scan, cue: Found, subject: int) -> bool:
    """Whether the absence told by `cue`, of whoever is named from word `subject` on, is of a later day: « sera absent en janvier »."""
    said = range(max(subject, cue.first - 3), cue.last)
    now = scan.fold(cue.last - 1) not in _CAME and any(scan.fold(k) in _NOW and scan.fold(k - 1) not in {"s", "se"} for k in said)
    future = now or any(scan.fold(k) in _FUTURE for k in said)
    k, opened = cue.last, False
    while k < min(len(scan), cue.last + _LONGEST) and _goes_on(scan, k) and scan.fold(k) in _WAY:
        if scan.fold(k) == "jusqu":
            return False  # « absent jusqu'en janvier » was not there either
        opened, future = opened or scan.fold(k) in _OPENS, future or scan.fold(k) in _FUTURE
        k += 1
    last = _later_at(scan, k, future=future)
    if last is not None and (future or opened or _closes(scan, last)):
        return True
    return future and _led_by_later(scan, subject)


def only_in_part(scan: Scan, cue: Found) -> bool:
    """« s'est excusée de devoir partir », « excusé pour son retard »: she was there, for a while."""
    k = cue.last
    if scan.fold(k) not in {"de", "d", "pour", "du", "pr"}:
        return False
    end = k
    while end < min(len(scan), k + 6) and _goes_on(scan, end):
        end += 1
    return not _PART_OF_IT.isdisjoint(scan.folds[k:end])


def _goes_on(scan: Scan, k: int) -> bool:
    return scan.words[k].is_word and scan.time_at[k] is None and scan.person_at[k] is None


def _later_at(scan: Scan, k: int, *, future: bool) -> int | None:
    """The word after the later meeting or day told at word k; None if none is."""
    if k >= len(scan):
        return None
    time = scan.time_at[k]
    if time is not None:
        return scan.span_of(time)[1] if _is_later(scan, k, future=future) else None
    if scan.fold(k) in _NEXT and k > 0 and scan.words[k - 1].is_word and scan.fold(k - 1) in _LINKS:
        return (
            k + 1 + (k + 1 < len(scan) and scan.words[k + 1].is_word and scan.fold(k + 1) not in {"et", "mais", "on", "je", "il", "elle"})
        )
    after = scan.fold(k + 1)
    if scan.fold(k) in {"fois", "reunion", "seance", "rencontre"} and after in _NEXT:
        return k + 2
    return k + 3 if scan.fold(k) == "fois" and after == "d" and scan.fold(k + 2) == "apres" else None


def _is_later(scan: Scan, k: int, *, future: bool) -> bool:
    time = scan.time_at[k]
    if time is None:
        return False
    read = time.toward("future") if future else time
    today = scan.hearing.now.date()
    if not future and time.past is not None and today - time.past.last < _RECENT:
        return False  # « était excusée vendredi » is told of the last one
    return read.days is not None and read.days.first > today


def _led_by_later(scan: Scan, subject: int) -> bool:
    """« la prochaine fois Karim… », « en janvier, Karim… »: a later day opens the clause of whoever is named at word `subject`."""
    k = subject - 1
    k -= scan.sign(k) == ","
    for j in range(k, max(-1, k - _LONGEST), -1):
        if scan.sign(j) in {".", "\n", ";", ":", ",", "!", "?"}:
            return False
        if _is_later(scan, j, future=False):
            return True
        if scan.fold(j) in _NEXT and scan.fold(j - 1) in _LINKS:
            return True
        if scan.person_at[j] is not None and scan.fold(subject - 1) != "et":
            return False
    return False


def _closes(scan: Scan, k: int) -> bool:
    return k >= len(scan) or not scan.words[k].is_word or scan.fold(k) in {"et", "mais", "car", "donc", "aussi"}
