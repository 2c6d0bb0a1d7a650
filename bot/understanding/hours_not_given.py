"""Which hours told were not given: a habit, meant to be, or of something to come: « 2h par semaine », « formation de 6h en mai »."""

from __future__ import annotations

from datetime import date

from bot.understanding.groups import Strength
from bot.understanding.lengths import MEETING, PARTS, activity, clock_as_length, lasts
from bot.understanding.lexicon_files import words_of
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in, rather_ahead

_UNITS = words_of("parts", "habit_units")
_USUALLY = words_of("parts", "usually")
_MEANT = words_of("parts", "meant")
_WOULD = words_of("parts", "would")
_NOTES = words_of("parts", "notes")
_OFF = frozenset(
    {"conges", "conge", "rtt", "vacances", "recup", "recuperation", "arret", "repos", "retard", "pause", "sieste", "sommeil", "yoga"}
)
_BEGUN = frozenset({"ai", "avons", "a", "ont", "viens", "venons", "vient"})
_AHEAD = words_of("parts", "set_ahead")
_DURING = words_of("parts", "during")
_SPENT = words_of("parts", "spent") | words_of("parts", "mine_told")
_ROUND = frozenset({"de", "d", "environ", "pas", "que", "bien", "toujours", "en", "moyenne"})
_LONG_AGO = 45  # days: nobody tells the hours of so long ago beside a meeting
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


def _planned_behind(scan: Scan, at: int) -> bool:
    """Whether « prévu jeudi » follows a length: « atelier cuisine de 2h prévu jeudi », not « 2h au lieu des 3 prévues »."""
    time = scan.time_at[at]
    end = scan.span_of(time)[1] if time is not None else at + 1
    for k in range(end, min(len(scan) - 1, end + 4)):
        if scan.fold(k) in _AHEAD:
            behind = scan.time_at[k + 1] or (
                scan.time_at[k + 2] if scan.fold(k + 1) in {"le", "pour", "pr"} and k + 2 < len(scan) else None
            )
            return behind is not None and behind.days is not None
        if not scan.words[k].is_word or scan.time_at[k] is not None:
            return False
    return False


def _is_meant(scan: Scan, at: int) -> bool:
    first, _ = _clause(scan, at, at)
    left = (scan.fold(at - 2), scan.fold(at - 1)) == ("ai", "encore") or scan.fold(at - 1 - (scan.fold(at - 1) == "encore")) == "reste"
    if left and not any(scan.fold(k) in _NOTES for k in range(at, len(scan))):
        return True  # « j'ai encore 3h de train »
    said = [k for k in range(max(first, at - _FAR), at) if scan.fold(k) in _MEANT | _WOULD]
    if not said:
        return _planned_behind(scan, at)
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


def foretold(scan: Scan) -> frozenset[int]:
    """The words that tell, beside a meeting, how long something to come lasts: « Atelier de 2h prévu jeudi », « la formation dure 6h »."""
    known = scan.memo.get("foretold")
    if isinstance(known, frozenset):
        return known
    named = next((i for i, g in enumerate(scan.group_at) if g is not None), len(scan))
    found: set[int] = set()
    if named < len(scan):
        met = _met(scan, named)
        for mention in mentions_in(scan, [(met, len(scan))]):
            if lasts(mention) or clock_as_length(scan, mention):
                found.update(_foretold_by(scan, mention, met))
    scan.memo["foretold"] = frozenset(found)
    return frozenset(found)


def _met(scan: Scan, named: int) -> int:
    """The word from which a group named is known to have met: its own where it is named plainly, else its hours."""
    plain = next((i for i in range(named, len(scan)) if (g := scan.group_at[i]) is not None and g.strength >= Strength.NAMED), len(scan))
    return min(plain, next((i for i in range(named, len(scan)) if (t := scan.time_at[i]) is not None and t.ends is not None), len(scan)))


def _foretold_by(scan: Scan, mention: TimeMention, met: int) -> range:
    """The words from the thing to come to the end of its clause; none where its hours may have been given."""
    at, end = scan.span_of(mention)
    first, last = _around(scan, at, end)
    first = max(first, met + 1)
    need = next((k for k in range(first, at) if scan.fold(k) == "besoin" and scan.fold(k - 1) != "eu"), None)
    if need is not None:
        return range(need, last)  # « ils ont besoin de 4h de formation »
    thing = activity(scan, first, at)
    part = PARTS.at(scan.words, thing.first) if thing is not None else None
    if (
        thing is None
        or part is None
        or part.tag not in {"action", "formation"}
        or MEETING.first(scan.words, first, thing.first) is not None
    ):
        return range(0)
    if _lasts_so(scan, at):
        return range(thing.first, last)
    said = {scan.fold(k) for k in range(first, min(len(scan), last + _FAR))}
    ahead = not _AHEAD.isdisjoint(scan.folds[thing.first : last])
    if not _SPENT.isdisjoint(said) or not (ahead or _of_later(scan, mention, thing.first, (first, last))):
        return range(0)
    return range(thing.first, last)


def _around(scan: Scan, first: int, last: int) -> tuple[int, int]:
    """The words around a length up to the next sign, its own clock times and days kept whole."""
    while first > 0 and (scan.words[first - 1].is_word or scan.time_at[first - 1] is not None or scan.words[first - 1].is_number):
        first -= 1
    while last < len(scan) and (scan.words[last].is_word or scan.time_at[last] is not None or scan.words[last].is_number):
        last += 1
    return first, last


def _lasts_so(scan: Scan, at: int) -> bool:
    """« les ateliers durent 2h », « la formation fait 12h »: how long it is, told as it always is."""
    i = at if scan.fold(at) in _DURING else at - 1
    while scan.fold(i) in _ROUND:
        i -= 1
    return scan.fold(i) in _DURING and scan.fold(i - 1) not in {"a", "ont", "avait", "avaient", "ai"}


def _of_later(scan: Scan, mention: TimeMention, thing: int, around: tuple[int, int]) -> bool:
    """Whether the clause tells a day to come; « Atelier de 2h jeudi » that opens a sentence is in the minutes, nobody gave it."""
    today = scan.hearing.now.date()
    days = [m for m in mentions_in(scan, [around]) if m.days is not None and m.kind is not TimeKind.RECURRENCE]
    if any(_is_later(m, today) for m in days):
        return True
    opens = thing == 0 or scan.sign(thing - 1) in {".", "\n", ";", "!"} or scan.fold(thing - 1) in {"un", "une"}
    at = scan.span_of(mention)[0]
    of_thing = mention.ends is not None or not {scan.fold(at - 1), scan.fold(at)}.isdisjoint({"de", "d"})
    return opens and of_thing and any(m.bare_weekday for m in days)


def _is_later(mention: TimeMention, today: date) -> bool:
    past = mention.days_toward("past")
    if past is None or past.first > today or rather_ahead(mention, today):
        return True
    return mention.future is not None and (today - past.last).days > _LONG_AGO
