"""When Maillon may write: « je suis en congé du 3 au 14 », « mon point de la semaine le jeudi à 9h », « ne m’écris pas avant 9h »."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from itertools import pairwise

from bot.domain.peace_requests import EndLeave, Lack, NoSetting, SetRhythm, TakeLeave
from bot.domain.requests import Command, Hearing
from bot.domain.rhythms import Away
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.scan import Scan, scan
from bot.understanding.times import Days, TimeKind, TimeMention, find_times
from bot.understanding.tokens import tokenize

_LEXICON = table("rhythms")
_HINTS = frozenset(_LEXICON["hints"])
_SMALL = frozenset(_LEXICON["small"])
_LEAVES = tuple(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["leave"])
_BACK = tuple(re.compile(f"^{_LEXICON['before']}{way}$") for way in _LEXICON["back"])
_DROPS = tuple(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["drop"])
_RETURNS = tuple(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["returns"])
_ENDS_ON = tuple(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["ends_on"])
_AROUND = re.compile(f"\\b{_LEXICON['around']}\\b")
_RELAY = tuple(re.compile(f"\\b{way}\\b") for way in _LEXICON["relay"])
_TAKES_OVER = _RELAY[:-1]  # « c'est Marc » alone may speak of anything
_WEEK = re.compile(f"^{_LEXICON['before']}{_LEXICON['wanted']}{_LEXICON['week']}\\b")
_WEEK_AGAIN = re.compile(f"^{_LEXICON['before']}{_LEXICON['again']}{_LEXICON['week']}\\b")
_WEEK_ASKED = re.compile(f"^{_LEXICON['before']}{_LEXICON['asked']}{_LEXICON['week']}$")
_SILENCE = re.compile(f"^{_LEXICON['before']}{_LEXICON['wanted']}{_LEXICON['silence']}\\b")
_A_DATE = re.compile(r"(?<![:h\d])\b(?:\d{1,2}(?! ?(?:h|heures?)\b|:)|1er)\b|\bprochaine?s?\b|\bsuivante?s?\b|\ben (?:huit|quinze)\b")
_EACH = re.compile(r"^(?:le|les|tous|chaque)\b")
_NO_WEEK = (
    *(re.compile(f"^{_LEXICON['before']}{way}{_LEXICON['week']}\\b") for way in _LEXICON["no_week"]),
    *(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["no_week_sent"]),
)
_WEEK_SENT = re.compile(f"^{_LEXICON['before']}{_LEXICON['week_sent']}\\b")
_OFF_WORK = tuple(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["off_work"])
_NOT = tuple(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["not_to_me"])
_MAY = tuple(re.compile(f"^{_LEXICON['before']}{way}\\b") for way in _LEXICON["may_to_me"])
_WEEK_ENDS = re.compile(r"\b(?:week ?ends?|we|samedis?(?: et dimanches?)?|dimanches?)\b")
_HOLIDAYS = re.compile(r"\b(?:jours? )?feries?\b")
_NO_MONTH_BETWEEN = re.compile(r"\bdu (\d{1,2}) au (\d{1,2})\b")
_WORD = re.compile(r"[a-z0-9]+")
_HALF_A_DAY = 4 * 3600 - 1800  # seconds, as « une demi-journée » counts
_A_MONTH = timedelta(days=31)
LONGEST = 45  # words: what is longer tells something else
_SHORT = 8  # words of a setting


def read_rhythm(seen: Scan) -> TakeLeave | EndLeave | SetRhythm | NoSetting | Command | None:
    """What the message as a whole asks about when to be written to; None when it speaks of anything else."""
    if len(seen) > LONGEST or not _HINTS.intersection(seen.folds):
        return None
    said = " ".join(_WORD.findall(" ".join(word.fold for word in seen.words)))
    return _end(seen, said) or _leave(seen, said) or _rhythm(seen, said)


def _times(seen: Scan) -> tuple[TimeMention, ...]:
    return find_times(tokenize(seen.text), seen.hearing.now, tense="future")


def _beside(seen: Scan, said: str, times: tuple[TimeMention, ...], *patterns: re.Pattern[str]) -> set[str]:
    """The words that neither these patterns nor the times explain."""
    for pattern in patterns:
        said = pattern.sub(" ", said)
    told = {word for mention in times for word in _WORD.findall(" ".join(w.fold for w in seen.words if _in(w.start, mention)))}
    return set(said.split()) - told - _SMALL


def _in(place: int, mention: TimeMention) -> bool:
    return mention.start <= place < mention.end


def _end(seen: Scan, said: str) -> EndLeave | None:
    if any(way.search(said) for way in _BACK):
        return EndLeave(back=True)
    ends = any(way.search(said) for way in _ENDS_ON)
    if ends or any(way.search(said) for way in _RETURNS):
        return _other_end(seen, said, ends=ends)
    turn = next((found for way in _DROPS if (found := way.search(said))), None)
    times = _times(seen) if turn is not None else ()
    if turn is None or _beside(seen, said, times, *_DROPS):
        return None
    spans = [t.days for t in times if t.days is not None]
    if len(spans) < len(times):
        return None
    every = not spans and turn.groupdict().get("every") is not None
    return EndLeave(every=every, first=spans[0].first if spans else None, last=spans[-1].last if spans else None)


def _other_end(seen: Scan, said: str, *, ends: bool) -> EndLeave | None:
    """« je reviens le 7 au lieu du 9 »: there again on that day; « mon arrêt est prolongé jusqu'au 15 » (`ends`): away on that day too."""
    times = _times(seen)
    if _beside(seen, said, times, *_RETURNS, *_ENDS_ON, _AROUND):
        return None
    days = times[0].days if times else None
    if days is None or len(times) > (2 if "au lieu" in said else 1):
        return EndLeave(other_end=True) if ends or times or _AROUND.search(said) else None
    until = ends or times[0].bound == "until"
    returns = days.last + timedelta(days=1) if until else days.first
    if returns < seen.hearing.now.date():
        return EndLeave(other_end=True)
    return EndLeave(back=True) if returns == seen.hearing.now.date() else EndLeave(returns=returns)


def _leave(seen: Scan, said: str) -> TakeLeave | None:
    if not any(way.search(said) for way in _LEAVES):
        return None
    told = _times(seen)
    if told and all(t.starts is not None or t.recurrence is not None for t in told):
        return None  # some hours of a day are no leave
    times = tuple(t for t in told if t.days is not None or t.kind is TimeKind.VAGUE or (t.seconds or 0) >= _HALF_A_DAY)
    days = _days(times, seen.hearing.now.date())
    relay = any(way.search(said) for way in _RELAY)
    mention = next((p for p in seen.person_at if p is not None), None)
    beside = _beside(seen, said, times, *_LEAVES, *_RELAY)
    named = set(_WORD.findall(" ".join(w.fold for w in seen.words[mention.first : mention.last]))) if mention else set()
    unknown = beside - named
    if (unknown and not (relay and mention is None and len(unknown) <= 3)) or (mention is not None and not relay):
        return None
    first, last = days if days is not None else (None, None)
    if mention is None:
        stranger = " ".join(w.text for w in seen.words if w.fold in unknown)
        return TakeLeave(first=first, last=last, stand_in_said=stranger or None)
    ids = mention.ids
    return TakeLeave(
        first=first,
        last=last,
        stand_in_id=ids[0] if len(ids) == 1 else None,
        candidates=ids if len(ids) > 1 else (),
        stand_in_said=None if len(ids) == 1 else mention.said,
    )


def _days(times: tuple[TimeMention, ...], today: date) -> tuple[date, date] | None:
    """The days that are meant, both included; None when they must be asked for: in several goes, without an end, past, not whole."""
    spans = [t.days for t in times if t.days is not None and _whole(t)]
    if not spans or len(spans) < len(times):
        return None
    first, last = spans[0].first, spans[-1].last
    bounds = [None if t.kind is TimeKind.INTERVAL else t.bound for t in times]
    if bounds == ["until"]:
        first = today
    elif bounds != ["from", "until"] and (any(bounds) or not _in_one_go(times, spans)):
        return None
    turned = _NO_MONTH_BETWEEN.search(times[0].words) if len(times) == 1 else None
    if turned is not None and int(turned[1]) > int(turned[2]) and first < today:
        return None  # « du 15 au 12 décembre »: of one month the wrong way round, of two begun already
    if turned is not None and int(turned[1]) <= int(turned[2]) == last.day:
        first = last.replace(day=int(turned[1]))  # « du 21 au 31 » said in December: no 31 November stands between
    just_past = any(t.past is not None and today - _A_MONTH < t.past.last < today for t in times) and first - today > 10 * _A_MONTH
    return (first, last) if first <= last and today <= last and not just_past else None


def _whole(mention: TimeMention) -> bool:
    """Whether it says which days, and all of each: « jeudi matin », « fin décembre », « deux semaines à partir du 7 » do not."""
    if mention.starts is not None or mention.recurrence is not None or mention.alternatives or mention.part not in (None, "journée"):
        return False
    if mention.kind is TimeKind.WINDOW:
        return mention.grain in ("day", "week", "month") and mention.edge == ("fin" if mention.bound == "until" else None)
    return mention.bound is not None or mention.kind is TimeKind.INTERVAL or " partir " not in mention.words


def _in_one_go(times: tuple[TimeMention, ...], spans: list[Days]) -> bool:
    """« jeudi et vendredi », « la semaine du 7 et celle du 14 » are days in a row; « les semaines du 7 et du 14 » must be asked about."""
    follow = all(after.first - before.last == timedelta(days=1) for before, after in pairwise(spans))
    return follow and len({t.kind for t in times}) == 1


def _rhythm(seen: Scan, said: str) -> SetRhythm | TakeLeave | NoSetting | Command | None:
    if any(way.search(said) for way in _NO_WEEK):
        return SetRhythm(no_week=True) if not _beside(seen, said, (), *_NO_WEEK) else None
    asked = _WEEK_ASKED.search(said)
    if asked is not None and asked["bare"] is None:
        return Command(name="rythme")
    times = _times(seen)
    week = _WEEK.search(said) or _WEEK_SENT.search(said)
    if week is not None and times:
        return _week(times, bare=week["bare"] is not None) if not _beside(seen, said, times, _WEEK, _WEEK_SENT) else None
    if _WEEK_AGAIN.search(said):
        return SetRhythm(no_week=False) if not _beside(seen, said, times, _WEEK_AGAIN) else None
    return _quiet(seen, said, times)


def _week(times: tuple[TimeMention, ...], *, bare: bool) -> SetRhythm | None:
    """Her day and hour; `bare`: of « ma semaine », which with a day alone may ask for the agenda (« ma semaine lundi »)."""
    told = [t for t in times if t.recurrence is None or t.weekday or t.starts]  # « hebdo » tells neither day nor hour
    mention = told[0] if told else times[0]
    at = mention.starts or _usual(mention)
    of_a_day = mention.days is not None and mention.weekday is None
    if len(told) != 1 or of_a_day or mention.ends or mention.bound or _A_DATE.search(mention.words):
        return None
    if (not mention.weekday and not at) or (bare and at is None and not _EACH.search(mention.words)):
        return None
    return SetRhythm(week_day=mention.weekday, week_at=at, no_week=False)


def _usual(mention: TimeMention) -> time | None:
    """« le jeudi matin », « le jeudi après-midi »."""
    return {"matin": time(9), "midi": time(12), "après-midi": time(14), "soir": time(18)}.get(mention.part or "")


def _quiet(seen: Scan, said: str, times: tuple[TimeMention, ...]) -> SetRhythm | TakeLeave | NoSetting | Command | None:
    silence = _SILENCE.search(said) is not None
    refused = silence or any(way.search(said) for way in (*_NOT, *_OFF_WORK))
    if not refused and not any(way.search(said) for way in _MAY):
        return None
    if _beside(seen, said, times, *_NOT, *_OFF_WORK, *_MAY, _WEEK_ENDS, _HOLIDAYS, *([_SILENCE] if silence else [])):
        return None
    setting = _setting(said, times, refused=refused)
    if setting != SetRhythm():
        return setting
    if silence and not times:
        return Command(name="rythme")
    return _in_peace(times, seen.hearing.now.date()) if refused else None


def _setting(said: str, times: tuple[TimeMention, ...], *, refused: bool) -> SetRhythm:
    """The hours and days that are refused, or allowed; nothing at all when none are said."""
    hours = [t for t in times if t.starts is not None and t.days is None]
    early, late = ("before", "until"), ("after", "from")
    quiet_to = next((t.starts for t in hours if t.bound in (early if refused else late)), None)
    quiet_from = next((t.starts for t in hours if t.bound in (late if refused else early)), None)
    span = next((t for t in hours if t.kind is TimeKind.CLOCK_RANGE and t.starts and t.ends), None)
    if span is not None:
        quiet_from, quiet_to = (span.starts, span.ends) if refused else (span.ends, span.starts)
    ends = set(_WEEK_ENDS.findall(said))
    one_day = bool(ends) and all(word.startswith(("sam", "dim")) and " et " not in word for word in ends) and len(ends) == 1
    some_hours = bool(ends) and any(t.days is not None and (t.starts is not None or t.part is not None) for t in times)
    return SetRhythm(
        week_ends=not refused if ends else None,
        holidays=not refused if _HOLIDAYS.search(said) else None,
        quiet_from=quiet_from,
        quiet_to=quiet_to,
        wider=one_day or some_hours,
    )


def _in_peace(times: tuple[TimeMention, ...], today: date) -> TakeLeave | NoSetting:
    """« ne me dérange pas jusqu'à lundi » is a leave until then; one day of each week, or no end at all, is no setting that there is."""
    days = [t for t in times if t.days is not None]
    if not days or len(days) < len(times) or any(t.starts is not None for t in days):
        return NoSetting(lack=Lack.SILENCE)
    if all(t.weekday and (t.recurrence is not None or _EACH.search(t.words)) for t in days):
        return NoSetting(lack=Lack.DAY_OFF)
    span = _days(times, today)
    if span is None:
        return TakeLeave()
    first, last = span
    returns = [t.bound for t in times] == ["until"] and times[0].grain == "day" and last > today
    return TakeLeave(first=first, last=last - timedelta(days=1) if returns else last)


_ON_THE_SCREEN = ("mon point de la semaine", "pas de messages")


def read_setting(text: str, hearing: Hearing, index: VocabularyIndex) -> SetRhythm | None:
    """What a sentence changes that is written under ⚙️: « mercredi 17h », « pas avant 9h », « 18h-9h »; None when it tells more."""
    if len(text.split()) > _SHORT:
        return None
    found = (read_rhythm(scan(f"{opening} {text.strip()}", hearing, index)) for opening in _ON_THE_SCREEN)
    return next((one for one in found if isinstance(one, SetRhythm) and one.week_ends is None), None)


def read_stand_in(text: str, leave: Away, hearing: Hearing, index: VocabularyIndex) -> TakeLeave | None:
    """« c'est Marc qui me remplace », said of that leave: its days again, with whoever is named; None when it tells anything else."""
    seen = scan(text, hearing, index)
    said = " ".join(_WORD.findall(" ".join(word.fold for word in seen.words)))
    if not any(way.search(said) for way in _TAKES_OVER):
        return None
    days = f"du {leave.first:%d/%m/%Y} au {leave.last:%d/%m/%Y}"
    heard = read_rhythm(scan(f"je suis en congé {days}, {text.strip()}", hearing, index))
    if not isinstance(heard, TakeLeave) or (heard.first, heard.last) != (leave.first, leave.last):
        return None
    return heard if heard.stand_in_id or heard.candidates or heard.stand_in_said else None
