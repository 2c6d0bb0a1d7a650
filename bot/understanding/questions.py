"""Whether a message asks something of the directory, the agenda or the minutes, and what."""

from __future__ import annotations

from datetime import date

from bot.domain.drafts import DayWindow
from bot.domain.requests import AskAgenda, AskMinutes, FindPartner, Request
from bot.understanding.counts import number_value
from bot.understanding.groups import GroupMention, Strength, ordered_for
from bot.understanding.lexicon_files import table
from bot.understanding.outcomes import told
from bot.understanding.partners import find_partner, names_function
from bot.understanding.phrases import PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.when import mentions_in

_LEXICON = table("requests")
_AGENDA = PhraseTable({"agenda": _LEXICON["agenda"]["words"]})
_MINUTES = PhraseTable({"minutes": _LEXICON["minutes"]["words"]})
_FIND = PhraseTable({"find": _LEXICON["find"]["words"]})
_ASKS = PhraseTable({"asks": _LEXICON["question_words"]["words"]})
_GREETINGS = frozenset(
    {
        "bonjour",
        "salut",
        "coucou",
        "hello",
        "bonsoir",
        "stp",
        "svp",
        "dis",
        "euh",
        "alors",
        "et",
        ",",
        "oui",
        "hey",
        "re",
        "merci",
        "!",
        ".",
    }
)
_LAST = frozenset({"dernier", "derniere", "derniers", "dernieres"})
_WHERE = frozenset({"sur", "concernant", "a propos de", "pour"})
_SMALL = frozenset(
    [
        "quoi",
        "qui",
        "que",
        "qu",
        "est",
        "ce",
        "on",
        "avait",
        "a",
        "avions",
        "avons",
        "decide",
        "le",
        "la",
        "les",
        "du",
        "de",
        "des",
        "d",
        "l",
        "au",
        "aux",
        "en",
        "un",
        "une",
        "stp",
        "svp",
        "cr",
        "compte",
        "rendu",
        "comptes",
        "rendus",
        "pv",
        "releve",
        "decisions",
        "actions",
        "moi",
        "je",
        "tu",
        "y",
        "c",
        "deja",
        "pour",
        "dans",
        "quel",
        "quelle",
    ]
)


def read_question(scan: Scan) -> Request | None:
    """The question that a message asks, None if it asks none of these."""
    start = _start(scan)
    if start >= len(scan) or not any(w.is_word for w in scan.words):
        return None
    mark = any(scan.sign(i) == "?" for i in range(len(scan)))
    asks = _ASKS.at(scan.words, start) is not None
    quoi = len(scan) <= 20 and any(scan.fold(i) in {"quoi", "quand", "koi"} for i in range(start, len(scan)))
    minutes = _MINUTES.first(scan.words, start)
    if minutes is not None and (
        (_opens(scan, start, minutes.first) and _asks_minutes(scan, minutes.first, minutes.last))
        or ((mark or asks or quoi) and not _plans(scan))
    ):
        return read_minutes_question(scan)
    agenda = _AGENDA.first(scan.words, start)
    if agenda is not None and scan.fold(agenda.last - 1).startswith("reunion") and agenda.last - agenda.first == 1 and not mark:
        agenda = agenda if scan.fold(agenda.first) == "reunions" and agenda.first <= start + 1 and len(scan) <= 8 else None
    if agenda is None and mark and minutes is None and any(scan.fold(i) == "quand" for i in range(start, len(scan))):
        return read_agenda_question(scan)
    if agenda is not None and (agenda.first == start or mark or asks) and not _asks_person(scan, start):
        return read_agenda_question(scan)
    find = _FIND.first(scan.words, start)
    if find is not None and (find.first <= start + 1 or ((mark or asks) and find.first <= start + 6)) and not _for_somebody_else(scan):
        return _found(scan)
    return None


def _start(scan: Scan) -> int:
    i = 0
    while i < len(scan) and (scan.fold(i) in _GREETINGS or not (scan.words[i].is_word or scan.words[i].is_number)):
        i += 1
    return i


def read_lookup(scan: Scan) -> FindPartner | None:
    """A few words that only name somebody or a function: « infirmière scolaire », « Sophie Martin »."""
    words = [i for i in range(len(scan)) if scan.words[i].is_word]
    if not 0 < len(words) <= 7 or any(t is not None for t in scan.time_at) or any(n is not None for n in scan.number_at):
        return None
    full = all(scan.person_at[i] is not None and scan.person_at[i].full for i in words)  # type: ignore[union-attr]
    return find_partner(scan) if full or names_function(scan) else None


def _opens(scan: Scan, start: int, i: int) -> bool:
    """Whether only small words and a number stand between the start and word i: « les 3 derniers CR »."""
    return (
        all(
            scan.fold(k) in _LAST | {"le", "la", "les", "l", "du", "des", "de", "mon", "mes", "un"} or scan.words[k].is_number
            for k in range(start, i)
        )
        or i <= start + 2
    )


def _asks_minutes(scan: Scan, first: int, last: int) -> bool:
    """« cr du 4 novembre », « les décisions du dernier Copil »: not « décision : on lance »."""
    return (
        scan.sign(last) != ":"
        and (scan.fold(first) in {"cr", "compte", "comptes", "pv", "c", "releve", "les", "actions", "decisions"})
        and not any(t is not None and t.kind is TimeKind.DURATION for t in scan.time_at)
    )


def _plans(scan: Scan) -> bool:
    return any(t is not None and t.kind is TimeKind.DURATION for t in scan.time_at)


def _asks_person(scan: Scan, start: int) -> bool:
    return scan.fold(start) == "qui" or (scan.fold(start) == "c" and scan.fold(start + 1) == "est" and scan.fold(start + 2) == "qui")


def _for_somebody_else(scan: Scan) -> bool:
    """« je suis bien au secrétariat du Dr… ? », « je voudrais un rdv »: words meant for others."""
    folded = " ".join(w.fold for w in scan.words)
    return "je suis bien" in folded or "un rdv" in folded or "un rendez" in folded


def _found(scan: Scan) -> FindPartner | None:
    return find_partner(scan)


def _group(scan: Scan) -> GroupMention | None:
    best: GroupMention | None = None
    for i, group in enumerate(scan.group_at):
        if group is not None and group.first == i and (best is None or group.strength > best.strength):
            best = group
    return best


def _ids(scan: Scan, group: GroupMention | None) -> tuple[int | None, tuple[int, ...]]:
    if group is None:
        return None, ()
    return (group.ids[0], ()) if len(group.ids) == 1 else (None, ordered_for(group.ids, scan.hearing.author_id, scan.index))


def read_agenda_question(scan: Scan) -> AskAgenda:
    """Which days and which group the agenda is asked for."""
    today = scan.hearing.now.date()
    group_id, candidates = _ids(scan, _group(scan))
    first, last = today, None
    window = _ahead(scan, today)
    if window is not None:
        first, last = max(window[0], today) if window[0] < today <= window[1] and _whole_month(window) else window[0], window[1]
    commune = next((t.commune for t in scan.thing_at if t is not None and t.only_commune), None)
    place = next((t.said for t in scan.thing_at if t is not None and t.places), None)
    mine = group_id is None and not candidates
    next_only = window is None and (not mine or any(scan.fold(i).startswith("prochain") for i in range(len(scan))))
    return AskAgenda(
        first=first,
        last=last,
        group_id=group_id,
        group_candidates=candidates,
        person_id=scan.hearing.author_id if mine else None,
        next_only=next_only,
        commune=commune,
        place_said=place,
    )


def _whole_month(window: tuple[date, date]) -> bool:
    return (window[1] - window[0]).days > 7


def _ahead(scan: Scan, today: date) -> tuple[date, date] | None:
    for mention in mentions_in(scan, [(0, len(scan))]):
        ahead = mention.toward("future")
        if ahead.days is not None and ahead.days.last >= today and ahead.kind is not TimeKind.DURATION:
            return ahead.days.first, ahead.days.last
    return None


def read_minutes_question(scan: Scan) -> AskMinutes:
    """Of which meeting the minutes, decisions or actions are asked for."""
    today = scan.hearing.now.date()
    group_id, candidates = _ids(scan, _group(scan))
    want = _wanted(scan)
    count = next(
        (
            n[0]
            for i in range(len(scan))
            if (n := number_value(scan, i)) is not None and (scan.fold(n[2]) in _LAST or scan.fold(i - 1) in _LAST)
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
    words = _searched(scan)
    if words is not None:
        return AskMinutes(group_id=group_id, group_candidates=candidates, which="search", words=words, want=want, count=count)
    return AskMinutes(group_id=group_id, group_candidates=candidates, which="last", want=want, count=count)


def _wanted(scan: Scan):  # type: ignore[no-untyped-def]
    folded = {w.fold for w in scan.words}
    if folded & {"decide", "decision", "decisions", "acte", "retenu"}:
        return "decisions"
    if folded & {"action", "actions", "devait", "faire"}:
        return "actions"
    return "minutes"


def _searched(scan: Scan) -> str | None:
    """The theme asked for: what follows « sur », « concernant », « pour »."""
    for i in range(len(scan)):
        if scan.fold(i) in _WHERE and i + 1 < len(scan):
            left = {k for k in range(i + 1, len(scan)) if (g := scan.group_at[k]) is not None and g.strength >= Strength.NAMED}
            text = told(scan, i + 1, len(scan), left)
            words = [w for w in text.replace("?", " ").split() if w]
            if any(len(w) >= 3 for w in words):
                return " ".join(words).strip(" ?")
    return None


def day_of(mention: TimeMention | None) -> date | None:
    """The day of a time, None if it leaves several open."""
    return mention.day if mention is not None else None
