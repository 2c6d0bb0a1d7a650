"""Which group, days and theme a question about the agenda or the minutes means."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.agenda import AskAgenda
from bot.domain.drafts import DayWindow
from bot.domain.requests import AskMinutes
from bot.understanding.agenda_spans import gone_by, groups_listed, unread_words, year_alone
from bot.understanding.asking import TALKED
from bot.understanding.counts import number_value
from bot.understanding.groups import GroupMention, Strength, ordered_for
from bot.understanding.meeting_names import my_group
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind
from bot.understanding.typed_places import PLACE_NOUNS
from bot.understanding.typed_texts import told
from bot.understanding.when import mentions_in
from bot.understanding.where import read_where

LAST = frozenset({"dernier", "derniere", "derniers", "dernieres"})
_WHERE = frozenset({"sur", "concernant", "a propos de", "pour"})
MONTHS = {
    **{"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6},
    **{"juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12},
}
_AT = frozenset({"en", "au", "a", "pour", "pr", "du", "chez", "cote", "dans", "avec"})
_ALL = frozenset({"agenda", "planning", "calendrier", "dates", "reunions", "toutes", "tous"})
LISTS = frozenset({"agenda", "planning", "calendrier", "reunions"})  # what is asked for by a day alone
_BEFORE_A_SPAN = frozenset({"la", "du", "ce", "cette", "le", "agenda", "planning", "calendrier", "programme"})
_TOO = frozenset({"et", "ou", "puis", "le", "la", "ce", "aussi", "voire"})  # what joins two days asked for
_ASKING = frozenset({"quel", "quelle", "quels", "quelles", "lequel", "laquelle", "quand"})
_BEFORE_ASKING = frozenset({"dans", "a", "en", "au", "lors", "de", "c", "deja"})
_ASKED_FOR = frozenset(
    {"actions", "action", "decisions", "decision", "compte", "comptes", "rendu", "rendus", "reunion", "releve", "les", "des"}
)
_NO_THEME = frozenset({"quoi", "qui", "pour", "avec", "lors", "dans"})
_OF = frozenset({"de", "du", "des", "d", "la", "le", "l", "les", "sur"})


def of_the_last(scan: Scan) -> bool:
    """Whether « dernier » is said: the last meeting is meant."""
    return any(w.fold in LAST and not _last_time_that(scan, i) for i, w in enumerate(scan.words))


def _last_time_that(scan: Scan, i: int) -> bool:
    """« la dernière fois qu'on a parlé de naloxone »: whichever meeting it was."""
    return scan.fold(i + 1) == "fois" and scan.fold(i + 2) in {"que", "qu", "ou"}


def group_asked(scan: Scan) -> GroupMention | None:
    """The group most plainly named; « mon groupe » is the one that the author pilots."""
    best: GroupMention | None = None
    for i, group in enumerate(scan.group_at):
        if group is not None and group.first == i and (best is None or group.strength > best.strength):
            best = group
    return best or my_group(scan, [(0, len(scan))])


def _ids(scan: Scan, group: GroupMention | None) -> tuple[int | None, tuple[int, ...]]:
    if group is None:
        return None, ()
    return (group.ids[0], ()) if len(group.ids) == 1 else (None, ordered_for(group.ids, scan.hearing.author_id, scan.index))


def read_agenda_question(scan: Scan) -> AskAgenda:
    """Which days and which group the agenda is asked for."""
    today = scan.hearing.now.date()
    group = group_asked(scan)
    listed = groups_listed(scan)
    group_id, candidates = (None, tuple(dict.fromkeys(g.ids[0] for g in listed))) if listed else _ids(scan, group)
    first, last = today, None
    coming = any(scan.fold(i).startswith("prochain") for i in range(len(scan)))
    year = year_alone(scan, today)
    window = days_ahead(scan, today) or year or (None if coming else gone_by(scan, today))
    if window is not None:
        first, last = max(window[0], today) if window[0] < today <= window[1] and _whole_month(window) else window[0], window[1]
    commune = next((t.commune for t in scan.thing_at if t is not None and t.only_commune), None)
    place = next((t.said for t in scan.thing_at if t is not None and t.places), None) or _room(scan)
    mine = group_id is None and not candidates
    next_only = window is None and not _asks_for_all(scan)
    next_only = next_only and (not mine or coming)
    person = _person(scan) if mine else None
    return AskAgenda(
        first=first,
        last=last,
        group_id=group_id,
        group_candidates=candidates,
        person_id=(person or scan.hearing.author_id) if mine else None,
        next_only=next_only,
        commune=commune,
        place_said=place,
        unread=unread_words(
            scan, listed or ([group] if group is not None else []), person=person, place=place or commune, year=year is not None
        ),
    )


def _asks_for_all(scan: Scan) -> bool:
    """« agenda du GT Diabète », « les dates du copil »: not only the next one."""
    return any(scan.fold(i) in _ALL for i in range(min(len(scan), 8)))


def _person(scan: Scan) -> int | None:
    """« l'agenda de Karim »: whose it is, when one person alone may be meant."""
    named = [p for i, p in enumerate(scan.person_at) if p is not None and p.first == i]
    return named[0].ids[0] if len(named) == 1 and len(named[0].ids) == 1 else None


def _room(scan: Scan) -> str | None:
    """« salle Rimbaud »: a place that the directory does not have."""
    where = read_where(scan, [(0, len(scan))])
    return where.said if where is not None and where.place_id is None and scan.fold(where.first) in PLACE_NOUNS else None


def _is_theme(scan: Scan, group: GroupMention, words: str) -> bool:
    """Whether a group's words only tell the theme searched: « des autotests VIH », not « de la canicule en préca »."""
    return scan.slice(group.first, group.last) in words and scan.fold(group.first - 1) not in _AT


def _whole_month(window: tuple[date, date]) -> bool:
    return (window[1] - window[0]).days > 7


def days_ahead(scan: Scan, today: date) -> tuple[date, date] | None:
    """The first days to come that are told, first and last."""
    told: tuple[date, date] | None = None
    past = 0  # the word after the days told last
    for mention in mentions_in(scan, [(0, len(scan))]):
        ahead = mention.toward("future")
        if ahead.days is None or ahead.days.last < today or ahead.kind is TimeKind.DURATION:
            continue
        first, end = scan.span_of(mention)
        if told is None:
            told = (today if mention.bound in {"until", "by", "before"} else ahead.days.first), ahead.days.last
        elif all(scan.fold(k) in _TOO or scan.sign(k) in {",", "+", "&", "/"} for k in range(past, first)):
            later = timedelta(days=7 if ahead.bare_weekday and ahead.days.last < told[0] else 0)
            told = told[0], max(told[1], ahead.days.last + later)  # « jeudi et vendredi », « lundi, mardi ou jeudi »
        past = end
    if told is not None:
        return _to_month(scan, past, told)
    return _this_span(scan, today) or _month_alone(scan, today)


def _to_month(scan: Scan, i: int, told: tuple[date, date]) -> tuple[date, date]:
    """The days told, up to the end of a month that goes on at word i: « en mai et juin », « en mai, juin »."""
    joined = scan.fold(i) in _TOO or scan.sign(i) in {",", "-", "/"}
    month = MONTHS.get(scan.fold(i + 1)) if joined and i + 1 < len(scan) and scan.person_at[i + 1] is None else None
    if month is None or (told[1] - told[0]).days < 27:
        return told
    last = date(told[1].year + (month < told[1].month), month, 1) + timedelta(days=31)
    return _to_month(scan, i + 2, (told[0], last.replace(day=1) - timedelta(days=1)))


def _this_span(scan: Scan, today: date) -> tuple[date, date] | None:
    """« l'agenda de la semaine », « du mois », « agenda semaine »: the one that runs."""
    for i in range(1, len(scan)):
        if scan.time_at[i] is not None or (scan.fold(i - 1) not in _BEFORE_A_SPAN and i + 1 < len(scan)):
            continue
        if scan.fold(i) == "jour" and scan.fold(i - 1) == "du" and scan.fold(i - 2) in LISTS:
            return today, today
        if scan.fold(i) == "semaine":
            return today, today + timedelta(days=6 - today.weekday())
        if scan.fold(i) == "mois":
            return today, (today.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return None


def _month_alone(scan: Scan, today: date) -> tuple[date, date] | None:
    """The month told without « en »: « agenda CLSM décembre ? »."""
    for i in range(len(scan)):
        month = MONTHS.get(scan.fold(i))
        if month is None or any(at[i] is not None for at in (scan.person_at, scan.time_at, scan.group_at, scan.thing_at)):
            continue
        first = date(today.year + (month < today.month), month, 1)
        after = date(first.year + (month == 12), month % 12 + 1, 1)
        return max(first, today), after - timedelta(days=1)
    return None


def read_minutes_question(scan: Scan) -> AskMinutes:
    """Of which meeting the minutes, decisions or actions are asked for."""
    today = scan.hearing.now.date()
    group_id, candidates = _ids(scan, group_asked(scan))
    want = _wanted(scan)
    count = next(
        (
            n[0]
            for i in range(len(scan))
            if (n := number_value(scan, i)) is not None and (scan.fold(n[2]) in LAST or scan.fold(i - 1) in LAST)
        ),
        None,
    )
    for mention in mentions_in(scan, [(0, len(scan))]):
        past = mention.toward("past")
        if past.days is None or past.days.first > today or mention.kind is TimeKind.DURATION:
            continue
        if past.days.single:
            return AskMinutes(group_id=group_id, group_candidates=candidates, which="date", day=past.days.first, want=want, count=count)
        window = DayWindow(first=past.days.first, last=past.days.last)
        return AskMinutes(group_id=group_id, group_candidates=candidates, which="date", day_window=window, want=want, count=count)
    words = _searched(scan) if not of_the_last(scan) else None
    group = group_asked(scan)
    if words is not None and group is not None and group.strength < Strength.NAMED and _is_theme(scan, group, words):
        group_id, candidates = None, ()  # « où a-t-on parlé des autotests VIH ? »: the theme, not a group
    if words is not None:
        return AskMinutes(group_id=group_id, group_candidates=candidates, which="search", words=words, want=want, count=count)
    return AskMinutes(group_id=group_id, group_candidates=candidates, which="last", want=want, count=count)


def _wanted(scan: Scan):  # type: ignore[no-untyped-def]
    folded = {w.fold for w in scan.words}
    if folded & {"decide", "decision", "decisions", "acte", "retenu"}:
        return "decisions"
    if folded & {"action", "actions", "devait", "faire"} or {"qui", "quoi"} <= folded:
        return "actions"
    return "minutes"


def _searched(scan: Scan) -> str | None:
    """The theme asked for: what follows « sur », « concernant », « pour », « on a parlé de », « on a validé »."""
    ahead = _told_ahead(scan)
    if ahead is not None:
        return ahead
    talked = TALKED.first(scan.words)
    for i in range(len(scan)):
        theme = scan.fold(i) in _WHERE or (talked is not None and i == talked.last and _opens_theme(scan, i))
        if theme and i + 1 < len(scan):
            left = {k for k in range(i + 1, len(scan)) if (g := scan.group_at[k]) is not None and g.strength >= Strength.NAMED}
            text = told(scan, i + 1, _end_of_theme(scan, i + 1), left)
            words = [w for w in text.replace("?", " ").split() if w]
            if any(len(w) >= 3 and w not in _ASKING | _NO_THEME for w in words):
                return " ".join(words).strip(" ?")
    return None


def _end_of_theme(scan: Scan, first: int) -> int:
    """The word before which a theme ends: « on a parlé de la canicule dans quel CR ? »."""
    asks = next((k for k in range(first + 1, len(scan)) if scan.fold(k) in _ASKING), None)
    if asks is None:
        return len(scan)
    return asks - 1 if asks - 1 > first and scan.fold(asks - 1) in _BEFORE_ASKING else asks


def _told_ahead(scan: Scan) -> str | None:
    """« les bagageries c'était dans quel CR ? », « la mutuelle, on en a parlé quand ? »: the theme said before what asks."""
    asks = next((i for i in range(1, len(scan)) if scan.fold(i) in _ASKING), None)
    says = next((i for i in range(1, asks) if scan.fold(i) in {"c", "on"}), None) if asks is not None else None
    if says is None or scan.fold(0) in _ASKING | {"c", "on", "dans"} or any(scan.group_at[k] or scan.time_at[k] for k in range(says)):
        return None
    theme = any(len(scan.fold(k)) >= 3 and scan.fold(k) not in _ASKED_FOR for k in range(says))
    return told(scan, 0, says) if theme else None


def _opens_theme(scan: Scan, i: int) -> bool:
    """Whether « de la canicule », « la charte » stands at word i: not « quoi », « au dernier GT », « de quoi »."""
    return scan.fold(i) in _OF | {"un", "une"} and scan.fold(i + 1) not in {"quoi", "qui", "ca"}
