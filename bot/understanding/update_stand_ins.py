"""Who stood in for somebody at a meeting kept before: « Karim remplaçait Sophie au GT d'hier »; one to come changes no attendance."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.attendance import AttendanceState, Presence
from bot.understanding.choosing import presence_of
from bot.understanding.person_mentions import PersonMention
from bot.understanding.scan import Scan
from bot.understanding.when import When

_STANDS_IN = frozenset({"remplace", "remplacent", "remplacait", "remplacaient", "remplacera", "remplaceront", "remplacer"})
_STANDS_IN_TOO = frozenset({"represente", "representent", "representait", "representaient", "representera", "representer"})
_AHEAD = frozenset({"remplacera", "remplaceront", "remplacer", "representera", "representer"})
_PAST = frozenset({"remplacait", "remplacaient", "representait", "representaient"})
_BETWEEN = frozenset({"a", "ont", "qui", "va", "vont", "avait", "y", "est", "c"})
_ENDED = frozenset({"dernier", "derniere", "passe", "passee"})


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who came, in whose place, and the verb that tells it."""

    came: PersonMention
    instead_of: PersonMention
    verb: int


def stand_in_told(scan: Scan) -> StandIn | None:
    """« Karim remplace Sophie », told as a fact and not as an order; None where none is."""
    for i in range(1, len(scan) - 1):
        if scan.fold(i) not in _STANDS_IN | _STANDS_IN_TOO:
            continue
        k = i - 1
        while k > 0 and scan.fold(k) in _BETWEEN and scan.person_at[k] is None:
            k -= 1
        came = scan.person_at[k]
        instead_of = scan.person_at[i + 1]
        if came is not None and instead_of is not None and instead_of.first == i + 1:
            return StandIn(came, instead_of, i)
    return None


def is_past(scan: Scan, told: StandIn, when: When) -> bool:
    """Whether it was at a meeting that has been: a day gone, « la dernière réunion », or a verb that says so."""
    if scan.fold(told.verb) in _AHEAD:
        return False
    said = scan.fold(told.verb) in _PAST or scan.fold(told.verb - 1) in {"a", "ont", "avait"}
    gone = when.day is not None and when.day < scan.hearing.now.date()
    return said or gone or not _ENDED.isdisjoint(scan.folds)


def stood_for(scan: Scan, told: StandIn, group_id: int | None) -> Presence:
    """The line of whoever was stood in for."""
    line = presence_of(scan, told.instead_of, (), group_id)
    return replace(line, state=AttendanceState.REPRESENTED, represented_by=told.came.said)
