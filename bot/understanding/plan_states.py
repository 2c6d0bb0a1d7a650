"""A planned meeting of which is said where or when it will be, by no verb that moves it: « le copil de mars sera à 10h »."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.near_days import Near
from bot.domain.requests import PlanDeed
from bot.understanding.groups import GroupMention
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.plan_near import from_then_on
from bot.understanding.plan_spots import Told, read_told
from bot.understanding.scan import Scan
from bot.understanding.when import mentions_in

_STANDS = PhraseTable(dict(table("plans")["stands"]))
_AFTER_ALL = PhraseTable({"after": table("plans")["after_all"]["words"]})
_EVERY_ONE = "all"  # « les GT seront à 15h »: each of the series
_FAR = timedelta(days=270)
_REACH = 9  # words between the group and what is said of it
_BETWEEN = frozenset({"du", "de", "des", "d", "le", "la", "prochain", "prochaine", "prochains", "prevu", "prevue", "prevus", "finalement"})


def stated(scan: Scan, group: GroupMention) -> Told | None:
    """What is told of a meeting of that group, then nothing but an hour or a place; None for what plans one or tells something else."""
    found = _stands(scan, group)
    if found is None:
        return None
    told = read_told(scan, deed=PlanDeed.MOVE)
    if (told.on is not None and told.on < scan.hearing.now.date()) or told.rule is not None:
        return None
    if _plans_day(scan, found):
        if told.spot.day is not None and (_tells_day(scan, group, found) or told.on is not None):
            return None if _is_gone(scan, told) else told  # « le copil du 10 mars sera le 17 », « … c'est le 17 pas le 10 »
        return told if told.near is Near.WEEKDAY and (told.onwards or found.tag == _EVERY_ONE) else None  # « les GT seront le jeudi »
    spot = told.spot
    return told if spot.starts or spot.ends or spot.place_id or spot.place_said or spot.commune or told.minutes else None


def _plans_day(scan: Scan, found: Found) -> bool:
    """« sera mardi à 14h », « est prévu le 12 »: a day is told behind the verb, and not only one from which on it is so."""
    behind = [m for m in mentions_in(scan, [(found.last, len(scan))]) if not from_then_on(scan, m)]
    return any(m.days_toward("future") is not None or m.days is not None for m in behind)


def _is_gone(scan: Scan, told: Told) -> bool:
    """Whether the day that it leaves has just gone by, and comes in a year only: « le GT du 12 novembre c'est en fait le 13 »."""
    today = scan.hearing.now.date()
    for mention in mentions_in(scan, [(0, len(scan))]):
        past, ahead = mention.days_toward("past"), mention.days_toward("future")
        if past is not None and ahead is not None and ahead.first == told.on:
            return ahead.first - today > _FAR and today - past.first < ahead.first - today
    return False


def _tells_day(scan: Scan, group: GroupMention, found: Found) -> bool:
    """Whether the day on which it stood is told between the group and the verb."""
    return any(m.days_toward("future") is not None for m in mentions_in(scan, [(group.last, found.first)]))


def states_all(scan: Scan, group: GroupMention) -> bool:
    """« les GT Diabète seront à 15h »: all that come, and not one of them."""
    found = _stands(scan, group)
    return found is not None and found.tag == _EVERY_ONE


def words_of_state(scan: Scan, group: GroupMention) -> frozenset[int]:
    """The indexes of the words that say that it stands."""
    found = _stands(scan, group)
    if found is None:
        return frozenset()
    return frozenset(i for one in (found, *_AFTER_ALL.all(scan.words)) for i in range(one.first, one.last))


def after_all(scan: Scan) -> range:
    """« en fait » at the head of a message, with what it opens nothing more than a change."""
    found = _AFTER_ALL.at(scan.words, 0)
    return range(found.last) if found is not None else range(0)


def _stands(scan: Scan, group: GroupMention) -> Found | None:
    return right_behind(scan, group, _STANDS)


def right_behind(scan: Scan, group: GroupMention, verbs: PhraseTable) -> Found | None:
    """« sera », « aura lieu », « s'arrête » behind the group, with nothing but its day between them."""
    found = verbs.first(scan.words, group.last, min(len(scan), group.last + _REACH))
    if found is None:
        return None
    between = range(group.last, found.first)
    day_only = all(scan.time_at[i] is not None or scan.fold(i) in _BETWEEN or scan.sign(i) in {",", ":"} for i in between)
    return found if day_only else None
