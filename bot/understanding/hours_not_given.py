"""Whether the hours that a message tells are only a habit, or meant to be given: « 2h par semaine », « je vais passer 2h »."""

from __future__ import annotations

from bot.understanding.lengths import lasts
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

_UNITS = words_of("parts", "habit_units")
_USUALLY = words_of("parts", "usually")
_MEANT = words_of("parts", "meant")
_WOULD = words_of("parts", "would")
_NOTES = words_of("parts", "notes")
_OFF = frozenset(
    {"conges", "conge", "rtt", "vacances", "recup", "recuperation", "arret", "repos", "retard", "pause", "sieste", "sommeil", "yoga"}
)
_BEGUN = frozenset({"ai", "avons", "a", "ont", "viens", "venons", "vient"})
_FAR = 8  # words between a length and what tells that it is no more than usual


def hours_meant(scan: Scan) -> bool:
    """« je vais passer 2h sur le GT », « il me faudra 3h »: lengths told, all of them of work still to be done."""
    lengths = _lengths(scan)
    return bool(lengths) and all(_is_meant(scan, scan.span_of(m)[0]) for m in lengths)


def hours_usual(scan: Scan) -> bool:
    """« je passe 2h par semaine sur le GT »: lengths told, all of them as a habit, and no day on which they were given."""
    times = mentions_in(scan, [(0, len(scan))])
    lengths = _lengths(scan)
    dated = any(m.days is not None and m.kind is not TimeKind.RECURRENCE for m in times)
    clocked = any(m.starts is not None for m in lengths)  # « tous les jeudis 14h-16h » tells a time that was held
    return bool(lengths) and not dated and not clocked and all(_is_usual(scan, *scan.span_of(m)) for m in lengths)


def hours_off(scan: Scan) -> bool:
    """« il me reste 5 jours de congés », « 3h de retard de train »: lengths told, none of them of work."""
    lengths = _lengths(scan)
    return bool(lengths) and all(
        scan.fold(last) in {"de", "d"} and scan.fold(last + 1) in _OFF for last in (scan.span_of(m)[1] for m in lengths)
    )


def _lengths(scan: Scan) -> list[TimeMention]:
    return [m for m in mentions_in(scan, [(0, len(scan))]) if lasts(m) or (m.kind is TimeKind.RECURRENCE and m.minutes)]


def _clause(scan: Scan, first: int, last: int) -> tuple[int, int]:
    """The words around a length up to the next sign."""
    while first > 0 and scan.words[first - 1].is_word:
        first -= 1
    while last < len(scan) and (scan.words[last].is_word or scan.words[last].is_number or scan.sign(last) == "/"):
        last += 1
    return first, last


def _is_meant(scan: Scan, at: int) -> bool:
    first, _ = _clause(scan, at, at)
    left = (scan.fold(at - 2), scan.fold(at - 1)) == ("ai", "encore") or scan.fold(at - 1 - (scan.fold(at - 1) == "encore")) == "reste"
    if left and not any(scan.fold(k) in _NOTES for k in range(at, len(scan))):
        return True  # « j'ai encore 3h de train »
    said = [k for k in range(max(first, at - _FAR), at) if scan.fold(k) in _MEANT | _WOULD]
    if not said:
        return False
    then = scan.folds[said[-1] + 1 : at]
    if scan.fold(said[-1]) in _MEANT:
        return True
    infinitive = next((w for w in then if w.endswith(("er", "ir", "re", "oir"))), None)
    return infinitive is not None and infinitive not in _NOTES


def _is_usual(scan: Scan, at: int, after: int) -> bool:
    first, last = _clause(scan, at, after)
    before, beyond = range(max(first, at - _FAR), at), range(after, min(last, after + _FAR))
    if any(scan.fold(k) in _BEGUN for k in before):
        return False  # « j'ai passé 1h par semaine »
    recurring = any(recurs(scan, k) for k in (*before, *beyond, at, after - 1))
    repeated = recurring or any((t := scan.time_at[k]) is not None and t.kind is TimeKind.RECURRENCE for k in range(first, last))
    return repeated or any(scan.fold(k) in _USUALLY and "comme" not in scan.folds[max(0, k - 2) : k] for k in before)


def recurs(scan: Scan, k: int) -> bool:
    """Whether « par semaine », « /mois », « chaque jeudi », « tous les mardis » begins at word k."""
    if scan.fold(k) in {"par", "chaque"} or scan.sign(k) == "/":
        return scan.fold(k + 1) in _UNITS
    if scan.fold(k) not in {"tous", "toutes", "ts"} or scan.fold(k + 1) != "les":
        return False
    return any(scan.fold(j).rstrip("s") in _UNITS or scan.fold(j) in _UNITS for j in (k + 2, k + 3))
