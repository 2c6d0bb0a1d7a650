"""Whether a question is about a day to come: a room, a meeting that is to be confirmed, nothing planned, or the agenda of that day."""

from __future__ import annotations

from bot.understanding.asked_meetings import LISTS, days_ahead, group_asked
from bot.understanding.asking import Asking
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.scan import Scan
from bot.understanding.times import TimeMention
from bot.understanding.where import read_where

_AROUND_A_DAY = frozenset({"l", "le", "la", "les", "mon", "mes", "notre", "de", "du", "des", "d", "pour", "au", "stp", "svp", "merci"})
_CONFIRMS = PhraseTable({"confirms": table("requests")["confirms"]["words"]})


def asks_what_is_there(scan: Scan, asked: Asking) -> bool:
    """« qu'est-ce qu'il y a salle Rimbaud jeudi ? », « la salle Rimbaud est prise mardi ? »: a room on a day to come."""
    if not (asked.mark or asked.word == "quoi") or days_ahead(scan, scan.hearing.now.date()) is None:
        return False
    where = read_where(scan, [(asked.start, len(scan))])
    room = where is not None and (where.place_id is not None or scan.fold(where.first) in {"salle", "amphi"})
    taken = any(
        scan.fold(i) in {"pris", "prise", "occupe", "occupee", "libre", "libres", "dispo", "reserve", "reservee"} for i in range(len(scan))
    )
    return room and (taken or asked.exists is not None or "il y a" in spaced(scan.text)) and asked.word in {None, "quoi", "quel"}


def asks_to_confirm(scan: Scan, asked: Asking) -> bool:
    """« jeudi c'est bien le GT jeunes ? », « toujours bon pour le GT de lundi ? »: whether a meeting of a group to come takes place."""
    if not asked.mark or asked.word is not None or group_asked(scan) is None or days_ahead(scan, scan.hearing.now.date()) is None:
        return False
    if not {"tu", "vous", "toi"} & set(scan.folds) and any(
        scan.fold(i) == "c" and scan.fold(i + 1) == "est" and scan.time_at[i + 2] is not None for i in range(len(scan) - 2)
    ):
        return True  # « le GT Addictions c'est jeudi ou vendredi ? »
    told = _CONFIRMS.first(scan.words, asked.start)
    return told is not None and scan.fold(told.last) not in {"toi", "vous"} and scan.fold(told.last + 1) not in {"toi", "vous"}


def asks_if_nothing(scan: Scan, start: int) -> bool:
    """« rien le 24 au soir ? », « quoi jeudi ? »: what stands on a day to come."""
    if scan.fold(start) not in {"rien", "quoi"} or scan.sign(len(scan) - 1) != "?" or len(scan) > 12:
        return False
    told = any(scan.time_at[i] is not None for i in range(start + 1, min(len(scan), start + 3)))
    return told and days_ahead(scan, scan.hearing.now.date()) is not None


def of_a_day(scan: Scan, agenda: Found) -> bool:
    """« agenda 9 décembre », « les réunions du mercredi 9/12 »: a day and nothing of which it would be the date."""
    clock = any(t is not None and t.starts is not None for t in scan.time_at)
    others = (i for i in range(len(scan)) if not agenda.first <= i < agenda.last and scan.time_at[i] is None and scan.words[i].is_word)
    if scan.fold(agenda.last - 1) == "reunions" and any(t is not None and _just_past(scan, t) for t in scan.time_at):
        return False  # « les réunions du 9 », said on the 12th
    return not clock and scan.fold(agenda.last - 1) in LISTS and all(scan.fold(i) in _AROUND_A_DAY for i in others)


def _just_past(scan: Scan, mention: TimeMention) -> bool:
    """Whether a day that may be past or to come is nearer as a past one."""
    today, past, ahead = scan.hearing.now.date(), mention.past, mention.future
    return past is not None and ahead is not None and today - past.last < ahead.first - today


def tells_where(scan: Scan, asked: Asking, i: int) -> bool:
    """« gt nutrition mardi prochain en visio »: a group, its day and where, told and not asked."""
    day, group = scan.time_at[i], group_asked(scan)
    told = day is not None and day.days is not None and group is not None and group.last <= i
    return told and not asked.plain and read_where(scan, [(0, len(scan))]) is not None
