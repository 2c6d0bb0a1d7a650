"""How long something lasted, and on what the time was spent."""

from __future__ import annotations

from datetime import date

from bot.understanding.lexicon_files import spaced, table, words_of
from bot.understanding.pauses import pause_minutes
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import elapsed, mentions_in

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

_ACTIVITIES = PhraseTable(
    {"activity": table("parts")["activities"]["words"], "instrument": ["atelier santé ville", "ateliers santé ville"]}
)
_TOOK = PhraseTable({"took": table("parts")["took"]["words"]})
_WORKED = words_of("parts", "worked")
_LED = frozenset({"fait", "assure", "effectue", "realise", "mene", "pris"})
_ARTICLES = frozenset({"le", "la", "l", "les", "un", "une", "de", "du", "des", "d", "mon", "ma", "notre", "en", "charge"})
_ON_MEETINGS = frozenset(spaced(table("parts")["worked"]["on_meetings"]).split())
MEETING = PhraseTable({"meeting": table("cues")["meeting"]["words"]})
_WRITTEN = frozenset(["redige", "relu", "corrige", "saisi", "prepare", "monte", "finalise", "imprime", "distribue", "range"])
_AUXILIARIES = frozenset({"ai", "a", "ont", "avons", "avait", "avaient", "y", "en", "bien", "tous", "aussi", "encore", "donc"})
_ASIDES = frozenset(
    {"environ", "plutot", "pardon", "euh", "bien", "tassees", "facile", "minimum", "cumulees", "chacun", "pile", "oups"}
) | {
    *("passe", "passee", "passes", "passees", "consacre", "consacree", "consacrees", "effectuee", "effectuees", "realisees", "dediees"),
}
CORRECTING = frozenset({"non", "nan", "pardon", "plutot", "oups", "enfin", "erreur", "rectif"})
"""What takes a length back for the one told next."""
_MANNERS = frozenset({"telephone", "tel", "visio", "zoom", "teams", "distance", "visioconference"})
_DID = PhraseTable({"did": table("parts")["did"]["words"]})


def length_of(mention: TimeMention, day: date, scan: Scan) -> int | None:
    """Minutes of a duration, or between two clock times on that day."""
    if mention.kind is TimeKind.DURATION:
        return mention.total_minutes
    if mention.starts is not None and mention.ends is not None:
        return elapsed(day, mention.starts, mention.ends, scan.hearing.now)
    return mention.total_minutes or clock_as_length(scan, mention)


def less_pauses(scan: Scan, mention: TimeMention, around: tuple[int, int], day: date) -> int | None:
    """Minutes of a length, less the pauses told in the words around it where it is told by two hours."""
    minutes = length_of(mention, day, scan)
    if minutes is None or mention.ends is None:
        return minutes
    pauses = sum(pause_minutes(scan, other) or 0 for other in mentions_in(scan, [around]) if other is not mention)
    return minutes - pauses if 0 < pauses < minutes else minutes


def more_or_less(scan: Scan, mention: TimeMention, known: int) -> int | None:
    """« une heure de plus » than the minutes that are known; None where neither more nor less is told."""
    last = scan.span_of(mention)[1]
    if scan.fold(last) not in {"de", "en"} or scan.fold(last + 1) not in {"plus", "moins"} or not mention.total_minutes:
        return None
    whole = known + mention.total_minutes if scan.fold(last + 1) == "plus" else known - mention.total_minutes
    return whole if whole > 0 else None


def lasts(mention: TimeMention) -> bool:
    """Whether a time says a length."""
    return mention.kind is TimeKind.DURATION or (mention.starts is not None and mention.ends is not None)


def clock_as_length(scan: Scan, mention: TimeMention) -> int | None:
    """Minutes of « 2h » read as a clock time where only a length makes sense: no « à » before, seven hours at most."""
    if (
        mention.starts is None
        or mention.ends is not None
        or (mention.starts.hour > 7 and not _in_turn(scan, scan.span_of(mention)[0]))
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


def _in_turn(scan: Scan, at: int) -> bool:
    """Whether a length before the name just before word `at` makes « 8h » one too: « Zoé 6h30, moi 8h »."""
    person = scan.person_at[at - 1] if at else None
    first = person.first if person is not None else at - 1 if scan.fold(at - 1) == "moi" else 0
    before = (
        scan.time_at[first - 2] if first > 2 and (scan.sign(first - 1) in {",", "/", "+", "|"} or scan.fold(first - 1) == "et") else None
    )
    return before is not None and (before.kind is TimeKind.DURATION or (before.starts is not None and 0 < before.starts.hour <= 7))


def past_asides(scan: Scan, i: int, end: int) -> int:
    """Past what is only said of a length that ends before word i: « 6h au total », « 2h30 plutôt, », « 2h environ »."""
    j = i = _past_number(scan, i, end)
    while j < end:
        if scan.fold(j) in _ASIDES:
            j += 1
        elif scan.fold(j) in {"au", "en"} and scan.fold(j + 1) in {"total", "tout"}:
            j += 2
        elif scan.sign(j) == "," and j > i:
            j += 1
        else:
            break
    return j


def _past_number(scan: Scan, i: int, end: int) -> int:
    """Past the bare number that takes back a length ending before word i: « deux heures enfin plutôt trois de préparation »."""
    j = i
    while j < end and (scan.fold(j) in CORRECTING or scan.fold(j) in {"euh", "ah", "en", "fait"} or scan.sign(j) == ","):
        j += 1
    corrected = any(scan.fold(k) in CORRECTING for k in range(i, j))
    if not corrected or j >= end or scan.number_at[j] is None or scan.time_at[j] is not None:
        return i
    return j + 1 + (scan.sign(j + 1) == "," and scan.fold(j + 2) in {"de", "d"})


_HELD = frozenset({"anime", "animee", "preside", "presidee", "conduit", "conduite"})


def manner(scan: Scan, i: int) -> bool:
    """Whether the word i says how people met, « au téléphone », « en visio », « animé par », rather than what time was spent on."""
    if scan.fold(i) in _HELD and scan.fold(i + 1) == "par":
        return True
    return scan.fold(i) in _MANNERS and scan.fold(i - 1) in {"au", "en", "par", "a"}


def part_at(scan: Scan, i: int, end: int) -> Found | None:
    """What the time was spent on, told right after a length that ends before word i: « de prépa », « pour préparer », « d'atelier »."""
    i = j = past_asides(scan, i, end)
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
            and f.tag != "instrument"
        ),
        None,
    )


def did(scan: Scan, first: int, last: int) -> Found | None:
    """« j'ai fait », « a passé »… among words [first, last)."""
    found = (f for i in range(first, last) if scan.time_at[i] is None and (f := _DID.at(scan.words, i)) is not None)
    return next((f for f in found if not _of_the_meeting(scan, f)), None)


def _of_the_meeting(scan: Scan, found: Found) -> bool:
    """« devait durer 2h, n'a fait qu'1h »: said of the meeting, nobody is the subject."""
    i = found.first - 1
    nobody = scan.person_at[i - 1] is None and scan.fold(i - 1) not in {"je", "j", "il", "elle", "moi", "on"}
    return scan.fold(i) in {"n", "ne"} and scan.fold(found.last) in {"que", "qu"} and nobody


def worked(scan: Scan, first: int, last: int) -> int | None:
    """The word of a past deed that hours are spent on (« j'ai rédigé », « Mehdi a distribué », « bossé »): not a meeting that was held."""
    for i in range(first, last):
        word = scan.words[i]
        alone = not {"on", "nous", "avons"} & set(scan.folds[max(first, i - 3) : i])
        if word.fold in _LED and alone and _past(scan, i, first) and _leads_activity(scan, i + 1, last):
            return i
        if word.fold not in _WORKED or scan.time_at[i] is not None or scan.person_at[i] is not None or not _past(scan, i, first):
            continue
        if word.fold in _ON_MEETINGS or not _meets(scan, i + 1, last):
            return i
    return None


def _past(scan: Scan, i: int, first: int) -> bool:
    """Whether word i is a past deed of somebody: after « j'ai », « Karim a », or at the head of its clause."""
    if scan.fold(i - 1) in _AUXILIARIES and i > first:
        j = i - 1
        while j > first and scan.fold(j) in _AUXILIARIES:
            j -= 1
        return scan.fold(j) != "on" or scan.fold(i) not in _ON_MEETINGS or scan.fold(i) in {"passe", "bosse", "travaille"}
    if (
        scan.fold(i) in _WRITTEN
        and scan.words[i - 1].is_word
        and scan.fold(i - 1) not in {"est", "sera", "on", "pas", "etre"}
        and i > first
    ):
        return True
    return i == first or scan.sign(i - 1) in {",", ":", "-", "–", "\n", "("} or scan.time_at[i - 1] is not None


def _leads_activity(scan: Scan, i: int, last: int) -> bool:
    """Whether what hours are given to follows at once: « fait l'animation du stand », « assuré une permanence »; not « fait le point »."""
    while i < last and scan.fold(i) in _ARTICLES:
        i += 1
    return i < last and activity(scan, i, i + 1) is not None and MEETING.at(scan.words, i) is None


def _meets(scan: Scan, i: int, last: int) -> bool:
    """Whether a group or a meeting is what follows at once: « animé le GT », « tenu une réunion »."""
    while i < last and scan.fold(i) in {"le", "la", "l", "les", "un", "une", "a", "au", "aux", "notre", "ce", "cette"}:
        i += 1
    return i < last and (scan.group_at[i] is not None or MEETING.at(scan.words, i) is not None)


def took(scan: Scan, first: int, last: int) -> Found | None:
    """« il m'a fallu », « ça m'a pris »… among words [first, last)."""
    return next((f for f in _TOOK.all(scan.words, first, last) if not _asks_to(scan, f.last)), None)


def _asks_to(scan: Scan, i: int) -> bool:
    """Whether « d'enregistrer » follows at word i: « Claire m'a demandé d'enregistrer le Copil » tells no time that it took."""
    return scan.fold(i) in {"de", "d"} and scan.fold(i + 1).endswith(("er", "ir", "re"))


def takes_back(scan: Scan, end: int, at: int) -> bool:
    """Whether a length from word `at` on replaces one that ends before word `end`: « 2h de formation ce matin, non pardon 3h »."""
    if 0 < at - end <= 4:
        return any(scan.fold(k) in CORRECTING for k in range(end, at))
    return any(scan.fold(k) in CORRECTING for k in range(max(end, at - 3), at))


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
            said = number.whole if number is not None else 1 if scan.fold(j) == "un" else None
            if said in known:
                return said
    return None
