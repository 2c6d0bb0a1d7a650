"""What is asked of the agenda, from what was read of a message: one meeting at a time, on a day that there is."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.requests import NotForMe, PlanDeed, PlanMeeting
from bot.understanding.groups import GroupMention, Strength, ordered_for
from bot.understanding.impossible_days import no_date
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.plan_ends import NO_MORE, STOPS
from bot.understanding.plan_near import near_over_card
from bot.understanding.plan_spots import Told
from bot.understanding.plan_states import states_all
from bot.understanding.planned_days import coming_day
from bot.understanding.privacy import private_words
from bot.understanding.scan import Scan
from bot.understanding.several_days import first_spot

_WHOLE = PhraseTable({"whole": [*table("plans")["whole"]["words"], *STOPS, *NO_MORE]})
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "du", "de", "des", "celui", "celle"})
_AND = frozenset({"et", "ou", "puis", "+", "&", "/", ","})


def request_of(
    scan: Scan, deed: PlanDeed, group: GroupMention | None, told: Told, *, title: str | None = None, stated: bool = False
) -> PlanMeeting | NotForMe:
    """That change of the agenda; refused for several meetings at once, or a day that the calendar does not have."""
    private = bool(private_words(scan))
    whole = _WHOLE.first(scan.words) is not None or (deed is PlanDeed.MOVE and group is not None and states_all(scan, group))
    part = told.among is not None and whole and not told.onwards  # « annule tous les GT de mars »: neither one meeting nor a series
    if deed is PlanDeed.PLAN and told.several and not told.impossible and not two_groups(scan, group):
        return one_at_a_time(scan, group)
    if told.impossible or told.several or part or two_groups(scan, group):
        return NotForMe(reason="no_day" if told.impossible else "several", clarify=True, privacy_warning=private, said=no_date(scan))
    ids = group.ids if group is not None else ()
    on = coming_day(scan, ids, told.on)
    return replace(
        as_told(told, deed=deed),
        group_id=ids[0] if len(ids) == 1 else None,
        group_candidates=ordered_for(ids, scan.hearing.author_id, scan.index) if len(ids) > 1 else (),
        title=title,
        on=on,
        near=told.near if on == told.on else near_over_card(scan, told.spot.day),
        whole_series=whole or told.onwards,
        stated=stated,
        privacy_warning=private,
    )


def as_told(told: Told, *, deed: PlanDeed) -> PlanMeeting:
    """What was read of times and places, of no group yet."""
    return PlanMeeting(
        deed=deed,
        on=told.on,
        among=told.among,
        spot=told.spot,
        near=told.near,
        window=told.window,
        minutes=told.minutes,
        rule=told.rule,
        limits=told.limits,
        unread=told.unread,
        misnamed=told.misnamed,
        same=told.same,
        hour_words=told.hour_words.said if told.hour_words else None,
        hour_part=told.hour_words.part if told.hour_words else None,
        shift_days=told.shift_days,
        shift_months=told.shift_months,
        shift_minutes=told.shift_minutes,
    )


def one_at_a_time(scan: Scan, group: GroupMention | None) -> NotForMe:
    """More than one meeting is told; the first of them, if its group is known, to say how one is told."""
    ids = group.ids if group is not None else ()
    first = PlanMeeting(deed=PlanDeed.PLAN, group_id=ids[0], spot=first_spot(scan)) if len(ids) == 1 else None
    return NotForMe(reason="several", clarify=True, privacy_warning=bool(private_words(scan)), first=first)


def which_days(scan: Scan, group: GroupMention) -> NotForMe:
    """« le GT Diabète deux fois par mois »: on which days, nobody told."""
    first = PlanMeeting(deed=PlanDeed.PLAN, group_id=group.ids[0]) if len(group.ids) == 1 else None
    return NotForMe(reason="which_days", clarify=True, privacy_warning=bool(private_words(scan)), first=first)


def two_groups(scan: Scan, group: GroupMention | None) -> bool:
    """« annule le GT Diabète et le Copil »."""
    for i, other in enumerate(scan.group_at):
        if group is None or other is None or other.first != i or other.strength < Strength.NAMED or set(other.ids) & set(group.ids):
            continue
        later = max(i, group.first)
        link = next((k for k in range(later - 1, -1, -1) if scan.fold(k) not in _ARTICLES), 0)
        if scan.fold(link) in _AND or scan.sign(link) in _AND:
            return True
    return False
