"""What points back to the meeting just spoken of: « annule celui du 13 août aussi », « et celui du 3 passe au 4 »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.drafts import DraftContent
from bot.domain.requests import Hearing, PlanDeed, PlanMeeting
from bot.understanding.groups import Strength
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.plan_near import near_over_card
from bot.understanding.plan_spots import read_told, rest_of
from bot.understanding.planned_days import coming_day
from bot.understanding.plans import read_order, read_plan
from bot.understanding.scan import Scan, scan
from bot.understanding.turns import asks
from bot.understanding.words import split_words

_FOLLOWS = table("plans")["follows"]
_THAT = PhraseTable({"that": _FOLLOWS["that"]})
_TOO = PhraseTable({"too": _FOLLOWS["too"]})
_STAYS = PhraseTable({"stays": table("plans")["stays"]["words"]})
_BESIDE_STAYS = frozenset(table("plans")["stays"]["small"].split())
_POINTS_BACK = frozenset({"celui", "celle", "finalement", "non", "nan", "prevu", "prevue"})
_STILL = frozenset({"bouge", "deplace", "reporte", "avant", "lieu"})  # « on ne bouge pas », « comme avant »: see `gives_up`
_LONGEST = 80  # characters
_POINTED, _OF = frozenset({"celui", "celle"}), frozenset({"de", "du", "d"})
_SMALL = frozenset(_FOLLOWS["small"].split())


def read_follow_up(text: str, hearing: Hearing, index: VocabularyIndex, *, group_id: int, cancelled: bool) -> PlanMeeting | None:
    """The change of another meeting of that group, or the same one (`cancelled`) done to another meeting; None when nothing points back."""
    seen = scan(text, hearing, index)
    that = _THAT.first(seen.words)
    if that is not None and (group := index.groups.get(group_id)) is not None:
        begin, end = seen.words[that.first].start, seen.words[that.first].end
        seen = scan(f"{text[:begin]}le {group.name}{text[end:]}", hearing, index)
        order = read_order(seen)
        if isinstance(order, PlanMeeting) and order.deed is not PlanDeed.PLAN and order.group_id == group_id:
            on = coming_day(seen, (group_id,), order.on, pointed=True)
            return order if on == order.on else replace(order, on=on, near=near_over_card(seen, order.spot.day))
    return _same_again(seen, group_id) if cancelled else None


def read_pointed(seen: Scan, draft: DraftContent) -> PlanMeeting | None:
    """« celui de demain on l'annule », « celle du 14 est reportée au 16 » beside an open card: a planned meeting, told by its day alone."""
    if _POINTED.isdisjoint(seen.folds) or any(seen.group_at):
        return None
    at = next((i for i, said in enumerate(seen.folds) if said in _POINTED), 0)
    time = seen.time_at[at + 2] if at + 2 < len(seen) and seen.fold(at + 1) in _OF else None
    past = time.days_toward("past") if time is not None else None
    if time is None or time.days_toward("future") is None or (past is not None and any(past.first == m.day for m in draft.meetings)):
        return None
    begin, end = seen.words[at].start, seen.words[at].end
    named = scan(f"{seen.text[:begin]}la réunion{seen.text[end:]}", seen.hearing, seen.index)
    order = read_order(named) or read_plan(named)
    return order if isinstance(order, PlanMeeting) and order.deed is not PlanDeed.PLAN and order.on is not None else None


def _same_again(seen: Scan, group_id: int) -> PlanMeeting | None:
    """« et le GT Diabète du 5 juillet aussi », said of a meeting that was just cancelled."""
    too = _TOO.first(seen.words)
    named = [g for i, g in enumerate(seen.group_at) if g is not None and g.first == i and g.strength >= Strength.NAMED]
    told = read_told(seen, deed=PlanDeed.CANCEL)
    if too is None or told.on is None or told.several or told.impossible or len(named) > 1:
        return None
    known = told.words | frozenset(range(too.first, too.last)) | {i for g in named for i in range(g.first, g.last)}
    if rest_of(seen, known, _SMALL):
        return None
    group = named[0].ids[0] if named and len(named[0].ids) == 1 else group_id
    return PlanMeeting(deed=PlanDeed.CANCEL, group_id=group, on=coming_day(seen, (group,), told.on))


def may_stay(text: str) -> bool:
    """Whether a short sentence has a word that lets a meeting stay as it was: « non laisse le 8 », « on ne bouge pas »."""
    return len(text) <= _LONGEST and (_STAYS.first(words := split_words(text)) is not None or any(w.fold in _STILL for w in words))


def read_stays(text: str, hearing: Hearing, index: VocabularyIndex) -> PlanMeeting | None:
    """« finalement on garde celui du 8 »: the meeting that was to go or to move stays as it was; None when anything else is told."""
    seen = scan(text, hearing, index)
    found = _STAYS.first(seen.words)
    named = [g for i, g in enumerate(seen.group_at) if g is not None and g.first == i]
    if found is None or len(named) > 1 or asks(seen, None):
        return None
    told = read_told(seen, deed=PlanDeed.CANCEL)
    known = told.words | set(range(found.first, found.last)) | {i for g in named for i in range(g.first, g.last)}
    if not (named or told.on) and _POINTS_BACK.isdisjoint(seen.folds):
        return None  # « on garde » alone may keep what the card says
    where = told.spot.place_id or told.spot.place_said or told.spot.commune
    if rest_of(seen, known, _BESIDE_STAYS) or told.several or told.impossible or told.among or told.spot.starts or where:
        return None
    ids = named[0].ids if named else ()
    return PlanMeeting(
        deed=PlanDeed.CANCEL,
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ids if len(ids) > 1 else (),
        on=told.on,
        near=near_over_card(seen, told.on),
    )
