"""How long something lasted, and on what the time was spent."""

from __future__ import annotations

from datetime import date

from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import elapsed

PARTS = PhraseTable(table("parts")["parts"])
LINKS = frozenset(
    {
        ".",
        "chacun",
        "chacune",
        "de",
        "d",
        "du",
        "des",
        "la",
        "le",
        "l",
        "en",
        "pour",
        "pr",
        "a",
        "les",
        "un",
        "une",
        "au",
        "sur",
        "temps",
        "passe",
        "passee",
        "passes",
    }
)

_ACTIVITIES = PhraseTable({"activity": table("parts")["activities"]["words"]})
_DID = PhraseTable({"did": table("parts")["did"]["words"]})


def length_of(mention: TimeMention, day: date, scan: Scan) -> int | None:
    """Minutes of a duration, or between two clock times on that day."""
    if mention.kind is TimeKind.DURATION:
        return mention.total_minutes
    if mention.starts is not None and mention.ends is not None:
        return elapsed(day, mention.starts, mention.ends, scan.hearing.now)
    return mention.total_minutes or clock_as_length(scan, mention)


def lasts(mention: TimeMention) -> bool:
    """Whether a time says a length."""
    return mention.kind is TimeKind.DURATION or (mention.starts is not None and mention.ends is not None)


def clock_as_length(scan: Scan, mention: TimeMention) -> int | None:
    """Minutes of « 2h » read as a clock time where only a length makes sense: no « à » before, seven hours at most."""
    if (
        mention.starts is None
        or mention.ends is not None
        or mention.starts.hour > 7
        or mention.starts.hour == 0
        or mention.kind not in {TimeKind.CLOCK, TimeKind.MOMENT}
    ):
        return None
    inside = scan.words[slice(*scan.span_of(mention))]
    if any(w.fold in {"a", "vers", "midi", "minuit", "matin", "soir", ":"} for w in inside) or not any(
        w.fold in {"h", "heure", "heures"} for w in inside
    ):
        return None
    return mention.starts.hour * 60 + mention.starts.minute


def part_at(scan: Scan, i: int, end: int) -> Found | None:
    """What the time was spent on, told right after a length that ends before word i: « de prépa », « pour préparer », « d'atelier »."""
    j = i
    while j < end and scan.fold(j) in LINKS and j < i + 5:
        found = PARTS.at(scan.words, j)
        if found is not None:
            return found
        j += 1
    return PARTS.at(scan.words, j) if j < end and scan.group_at[j] is None else None


def parts_in(scan: Scan, first: int, last: int) -> list[Found]:
    """All that time can be spent on among words [first, last), group names apart."""
    return [f for f in PARTS.all(scan.words, first, last) if scan.group_at[f.first] is None]


def activity(scan: Scan, first: int, last: int) -> Found | None:
    """An activity that is counted in hours, among words [first, last)."""
    return next(
        (
            f
            for i in range(first, last)
            if scan.folds[i] in _ACTIVITIES.openings
            and scan.group_at[i] is None
            and scan.thing_at[i] is None
            and scan.time_at[i] is None
            and (f := _ACTIVITIES.at(scan.words, i)) is not None
        ),
        None,
    )


def did(scan: Scan, first: int, last: int) -> Found | None:
    """« j'ai fait », « a passé »… among words [first, last)."""
    return next((f for i in range(first, last) if scan.time_at[i] is None and (f := _DID.at(scan.words, i)) is not None), None)


def after(scan: Scan, mention: TimeMention) -> int:
    """The word after a time."""
    return scan.span_of(mention)[1]


def axis_of(scan: Scan, first: int = 0, last: int | None = None) -> int | None:
    """The priority axis named by its number (« axe 3 »), if the territory has it."""
    last = len(scan) if last is None else last
    if "axe" not in scan.folds:
        return None
    known = {axis.number for axis in scan.index.vocabulary.axes}
    for i in range(first, last - 1):
        if scan.fold(i) == "axe":
            j = i + 2 if scan.fold(i + 1) in {"n", "no", "numero"} else i + 1
            number = scan.number_at[j] if j < len(scan) else None
            if number is not None and number.whole in known:
                return number.whole
    return None
