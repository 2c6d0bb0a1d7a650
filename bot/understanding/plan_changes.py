"""What a sentence changes of an open card of the agenda: « 15h plutôt », « non, mardi 15 », « à la mairie », « GT Nutrition »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.requests import Hearing, PlanDeed, PlanMeeting
from bot.understanding.groups import GroupMention, Strength
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.plan_near import near_over_card
from bot.understanding.plan_requests import as_told
from bot.understanding.plan_spots import Told, read_told, rest_of
from bot.understanding.plan_states import stated
from bot.understanding.scan import Scan, scan
from bot.understanding.turns import asks
from bot.understanding.words import split_words

_LEXICON = table("plans")
_CORRECTS = frozenset(_LEXICON["corrects"]["words"].split())
_WHOLE = PhraseTable({"whole": _LEXICON["whole"]["words"]})
_TOO = PhraseTable({"too": _LEXICON["follows"]["too"]})
_REFUSES = PhraseTable({"drops": ["annule", "laisse tomber", "abandonne", "stop", "oublie"]})
_GIVES_UP = PhraseTable({**{k: v for k, v in _LEXICON["gives_up"].items() if k != "polite"}, "": _LEXICON["gives_up"]["polite"]})


def read_giving_up(text: str) -> str | None:
    """Whether a whole sentence over a card of the agenda gives it up (« drops »), keeps the meeting as it was (« keeps »), says the word
    that is both (« deed »: « annule ») or only « no »; None when it says anything else."""
    words = split_words(text[:80])
    if not words or words[0].fold not in _GIVES_UP.openings or "?" in text:
        return None
    said: list[str] = []
    i = 0
    while i < len(words):
        found = _GIVES_UP.at(words, i)
        if found is None and (words[i].is_word or words[i].is_number):
            return None
        said += [found.tag] if found is not None and found.tag else []
        i = found.last if found is not None else i + 1
    if not said:
        return "no" if words[0].fold in {"non", "nan", "nn"} and len(words) <= 2 else None
    return next(tag for tag in ("keeps", "drops", "deed") if tag in said)


def read_plan_change(
    text: str, hearing: Hearing, index: VocabularyIndex, *, deed: PlanDeed, over_series: bool = False
) -> PlanMeeting | None:
    """The times, the place and the group that a sentence tells and nothing else; None when it says anything more, asks, or tells none.

    `over_series`: the card is that of a series, whose limits it may tell: « jusqu'à fin juin », « pas le 8 décembre ».
    """
    seen = scan(text, hearing, index)
    if asks(seen, None) or _REFUSES.first(seen.words) is not None:
        return None
    told = read_told(seen, deed=deed, over_card=True, over_series=over_series)
    groups = [g for i, g in enumerate(seen.group_at) if g is not None and g.first == i and g.strength >= Strength.HINTED]
    named = frozenset(i for g in groups for i in range(g.first, g.last))
    whole = _WHOLE.first(seen.words)
    spoken = frozenset(range(whole.first, whole.last)) if whole is not None else frozenset()
    if rest_of(seen, told.words | named | spoken, _CORRECTS) or len(groups) > 1 or told.several:
        return None
    if not (_tells_something(told) or groups or whole):
        return None
    return _change(seen, told, groups, deed=deed, whole=whole is not None)


def _change(seen: Scan, told: Told, groups: list[GroupMention], *, deed: PlanDeed, whole: bool) -> PlanMeeting:
    ids = groups[0].ids if groups else ()
    return replace(
        as_told(told, deed=deed),
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ids if len(ids) > 1 else (),
        near=told.near or near_over_card(seen, told.spot.day or told.on),
        whole_series=whole,
        also=_TOO.first(seen.words) is not None,
        stated=bool(groups) and stated(seen, groups[0]) is not None,
    )


def _tells_something(told: Told) -> bool:
    moves = told.shift_days or told.shift_months or told.shift_minutes
    spot = told.spot
    where = spot.place_id or spot.place_said or spot.commune
    when = spot.starts or spot.ends or told.same or told.hour_words
    return bool(told.dated or told.on or told.among or told.limits or told.minutes or moves or when or where)
