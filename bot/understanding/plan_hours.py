"""What is told of a meeting's hours without the clock: « fin de matinée », « toute la journée », « à 25h », « même heure, même salle »."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.requests import Same
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.when import mentions_in

_LEXICON = table("plans")
_SAME = PhraseTable(_LEXICON["same"])
_SAME_BEHIND = PhraseTable({"behind": _LEXICON["same_behind"]["words"]})
_SAME_TAGS: dict[str, tuple[Same, ...]] = {"hours": ("hours",), "place": ("place",), "both": ("hours", "place")}
_PARTS = PhraseTable({"part": _LEXICON["part_of_day"]["opens"], "day": _LEXICON["part_of_day"]["whole"]})
WHOLE_DAY = "journée"
_HOURS_OF_A_DAY, _MINUTES_OF_AN_HOUR = 24, 60
_CLOCK = frozenset({"h", "heure", "heures", "hr", "hrs"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HourWords:
    """Words that tell an hour and name none; `part`: « matin », « midi », « journée »… (None: an hour that the clock does not have)."""

    said: str
    part: str | None = None


def hour_words(scan: Scan, *, timed: bool) -> HourWords | None:
    """Those words of a message; `timed`: an hour is told beside, so that a part of the day leaves nothing open."""
    wrong = next((no_hour for i in range(len(scan)) if (no_hour := _no_hour(scan, i))), None)
    if wrong is not None or timed:
        return HourWords(said=wrong) if wrong is not None else None
    for mention in mentions_in(scan, [(0, len(scan))]):
        first, last = scan.span_of(mention)
        found = _PARTS.first(scan.words, first, last)
        if found is None:
            continue
        if mention.kind in {TimeKind.PART_OF_DAY, TimeKind.RECURRENCE}:
            return HourWords(said=scan.slice(found.first, last), part=mention.part)
        if found.tag == "day":
            return HourWords(said=scan.slice(found.first, found.last), part=WHOLE_DAY)
    return None


def _no_hour(scan: Scan, i: int) -> str | None:
    """« 25h », « 14h75 » at word i; a length of more than a day (« pendant 48h ») is told without « à » and is none of these."""
    said = scan.sign(i)
    if not said.isdecimal() or len(said) > 2 or scan.fold(i + 1) not in _CLOCK:
        return None
    minutes = scan.sign(i + 2) if i + 2 < len(scan) and scan.sign(i + 2).isdecimal() and len(scan.sign(i + 2)) == 2 else ""
    too_late = int(said) > _HOURS_OF_A_DAY and scan.fold(i - 1) in {"a", "vers", "des"} | _days_before(scan, i)
    if too_late or (minutes and int(minutes) >= _MINUTES_OF_AN_HOUR):
        return scan.slice(i, i + 3 if minutes else i + 2)
    return None


def _days_before(scan: Scan, i: int) -> frozenset[str]:
    """The word before, when it ends a day: « le 10 déc 25h »."""
    day = scan.time_at[i - 1] if i else None
    return frozenset({scan.fold(i - 1)}) if day is not None and day.days is not None else frozenset()


def same_told(scan: Scan) -> tuple[tuple[Same, ...], frozenset[int]]:
    """What is to be as the last time, and the words that say so: « même heure et même lieu que d'habitude »."""
    found = _SAME.all(scan.words)
    behind = _SAME_BEHIND.all(scan.words) if found else []
    told = {part for one in found for part in _SAME_TAGS[one.tag]}
    words = frozenset(i for one in (*found, *behind) for i in range(one.first, one.last))
    return tuple(part for part in _SAME_TAGS["both"] if part in told), words
