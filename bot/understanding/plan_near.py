"""What is told beside the meeting itself: « au lendemain », « au jeudi », « au 16 », « jusqu'à 16h »."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.near_days import Near
from bot.understanding.lexicon_files import table, words_of
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

_MOVES = ("passe", "bascul", "decal", "avanc", "report", "repouss", "chang", "deplac")
_LEXICON = table("plans")
_DAYS = {words: int(days) for days, listed in _LEXICON["days_beside"].items() for words in listed}
_MONTHS = {words: int(months) for months, listed in _LEXICON["months_beside"].items() for words in listed}
_BESIDE = PhraseTable({words: [words] for words in (*_DAYS, *_MONTHS)})
_ENDS = words_of("plans", "ends")
_OF = frozenset({"de", "du", "des", "d"})
_WAYS = {"tard": 1, "apres": 1, "tot": -1, "avant": -1}
_THE = frozenset({"le", "au"})
_NEXT = frozenset({"suivant", "apres"})
_ONWARDS = frozenset({"partir", "compter"})
_CLOCKS = frozenset({"h", "heure", "heures", "hr", "hrs", ":"})
_NOON = frozenset({"midi", "minuit"})
_A_MONTH = range(27, 63)  # days between two days of one number


_INSTEAD = PhraseTable({"instead": _LEXICON["instead"]["words"]})
_DENIED = PhraseTable({"denied": _LEXICON["denied"]["words"]})
_NO = _LEXICON["denied"]["bare"]
_OVER = frozenset({"etait", "etaient", "avait", "avaient", "a", "ont"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """By how many days and months it moves, and the words that say so."""

    days: int = 0
    months: int = 0
    words: frozenset[int] = frozenset()


NO_SHIFT = Shift()


def shift_told(scan: Scan) -> Shift:
    """By how much « au lendemain », « la semaine suivante » move it; nothing when said of something else: « la veille du copil »."""
    found = _BESIDE.first(scan.words)
    if found is None:
        return NO_SHIFT
    words = frozenset(range(found.first, found.last))
    if scan.fold(found.last) in _OF:
        return Shift(words=words)
    return Shift(days=_DAYS.get(found.tag, 0), months=_MONTHS.get(found.tag, 0), words=words)


def length_away(scan: Scan, mention: TimeMention) -> int | None:
    """The seconds by which it moves: « d'une semaine », « deux jours plus tard », « une heure avant »; None when it tells how long."""
    first, last = scan.span_of(mention)
    if mention.kind in {TimeKind.DAY, TimeKind.MOMENT} and (scan.fold(last - 2), scan.fold(last - 1)) == ("plus", "tard"):
        return _from_now(scan, mention)
    if mention.kind is not TimeKind.DURATION or mention.seconds is None:
        return None
    seconds = mention.seconds * mention.count
    after = scan.fold(last + 1) if scan.fold(last) == "plus" else scan.fold(last)
    beside = scan.fold(last) == "plus" or not (last + 1 < len(scan) and scan.words[last + 1].is_word)
    if beside and after in _WAYS:
        return _WAYS[after] * seconds
    return seconds if {scan.fold(first), scan.fold(first - 1)} & _OF else None


def _from_now(scan: Scan, mention: TimeMention) -> int | None:
    """How long after now that day, or that moment, is."""
    if mention.days is None:
        return None
    now = scan.hearing.now.replace(second=0, microsecond=0, tzinfo=None)
    there = datetime.combine(mention.days.first, mention.starts or now.time())
    return round((there - now).total_seconds())


def stood_told(scan: Scan, mention: TimeMention) -> range | None:
    """The words before « 14h » in « à 15h au lieu de 14h »: that hour, or that day, is the one that is left; None when nothing says so."""
    first, _ = scan.span_of(mention)
    instead = next((range(f.first, f.last) for f in _INSTEAD.all(scan.words) if first <= f.last <= first + 1), None)
    return instead if instead is not None else _denied(scan, mention)


def _denied(scan: Scan, mention: TimeMention) -> range | None:
    """The words before « 10h30 » in « à 15h, pas à 10h30 »: an hour that is not the right one, while another is told."""
    others = [m for m in mentions_in(scan, [(0, len(scan))]) if m is not mention]
    if not (any(m.starts is not None for m in others) if _is_hour(mention) else _is_day(mention) and any(map(_is_day, others))):
        return None
    first, _ = scan.span_of(mention)
    end = first - (scan.fold(first - 1) in {"a", "le"})
    denied = next((f for f in _DENIED.all(scan.words) if f.last == end), None)
    if denied is not None:
        return range(denied.first, first)
    bare = scan.fold(end - 1) == _NO and end > 1 and scan.sign(end - 2) not in {",", ";", ".", "\n"}
    return range(end - 1, first) if bare else None


def _is_hour(mention: TimeMention) -> bool:
    return mention.starts is not None and mention.ends is None and mention.days is None


def _is_day(mention: TimeMention) -> bool:
    days = mention.days_toward("future")
    return days is not None and days.single and mention.kind in {TimeKind.DAY, TimeKind.MOMENT}


def takes_back_hour(scan: Scan, mention: TimeMention) -> bool:
    """« 15h, non 16h »: nobody can tell whether the second hour corrects the first one or is denied."""
    first, _ = scan.span_of(mention)
    before = next((scan.fold(k) for k in range(first - 1, -1, -1) if scan.words[k].is_word and scan.fold(k) != "a"), "")
    return _is_hour(mention) and before == _NO


def changes_what_stands(scan: Scan) -> bool:
    """« le GT commence à 15h au lieu de 14h »: it stands already, and was not held."""
    told = any(stood_told(scan, mention) is not None for mention in mentions_in(scan, [(0, len(scan))]))
    return told and not any(scan.fold(i) in _OVER and scan.sign(i) not in {"à", "À"} for i in range(len(scan)))


def near_told(scan: Scan, mention: TimeMention) -> Near | None:
    """How a day is told beside the meeting; None for one that stands by itself: « jeudi », « jeudi prochain », « le 16 mars »."""
    first, last = scan.span_of(mention)
    if mention.weekday is not None and any(scan.fold(i) in _NEXT for i in range(first, last)):
        return Near.AFTER
    if mention.bare_weekday:
        return Near.WEEKDAY if {scan.fold(first), scan.fold(first - 1)} & _THE else None
    return Near.NUMBER if is_bare_number(mention) else None


def ranked_near(mention: TimeMention) -> Near | None:
    """« au 2e jeudi du mois », « au dernier jeudi »: of the month of the meeting, and of each where it comes again."""
    if mention.rank is None or mention.weekday is None or mention.past is not None:  # « au 2e jeudi de mars »
        return None
    return Near.LAST if mention.rank < 0 else Near.RANK


def near_over_card(scan: Scan, day: date | None) -> Near | None:
    """How that day is told beside the one on a card: « jeudi », be it told without its article, « celui du 12 »."""
    for mention in mentions_in(scan, [(0, len(scan))]):
        days = mention.days_toward("future")
        if days is not None and days.first == day and (mention.bare_weekday or is_bare_number(mention)):
            return Near.WEEKDAY if mention.bare_weekday else Near.NUMBER
    return None


def from_then_on(scan: Scan, mention: TimeMention) -> bool:
    """« à 15h à partir du 2 février »: that day and all that follow; « le 12 à partir de 14h » tells its hour."""
    first, last = scan.span_of(mention)
    for i in range(first, last):
        if scan.fold(i) in _ONWARDS:
            j = i + 1 + (scan.fold(i + 1) in {*_OF, *_THE})
            return scan.fold(j + 1) not in _CLOCKS and scan.fold(j) not in _NOON
    return False


def is_bare_number(mention: TimeMention) -> bool:
    """« le 16 », « au 16 à 14h »: the number of a day and neither its month nor its weekday."""
    past, future = mention.past, mention.future
    if mention.weekday is not None or mention.kind not in {TimeKind.DAY, TimeKind.MOMENT} or past is None or future is None:
        return False
    return past.first.day == future.first.day and (future.first - past.first).days in _A_MONTH


def from_hour_to(scan: Scan, mention: TimeMention) -> bool:
    """« passe de 14h à 15h », « est décalé de 9h30 à 10h »: the hour that is left and the new one, right behind the verb."""
    first, _ = scan.span_of(mention)
    at = first if scan.fold(first) == "de" else first - 1
    return scan.fold(at) == "de" and scan.folds[at - 1].startswith(_MOVES)


def ends_there(scan: Scan, mention: TimeMention) -> bool:
    """« jusqu'à 16h », « fin à 16h », « se termine à 16h »: the hour at which it ends."""
    first, _ = scan.span_of(mention)
    return mention.bound == "until" or scan.fold(first - 1) in _ENDS
