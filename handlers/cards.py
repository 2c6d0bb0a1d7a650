"""What a tap on a card does: choose, toggle, skip, correct, keep, drop, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.actions import answers
from bot.actions import drafts as acts
from bot.actions.announcements import standing
from bot.actions.asked_meetings import was_cancelled
from bot.actions.entries import corrects_kept
from bot.actions.groups import make_group
from bot.actions.meetings import kept_already
from bot.domain.contributions import Nature, Part
from bot.domain.drafts import Draft, DraftContent, Field, Gap, unknown_group
from bot.domain.errors import DraftGone, DraftMoved, OldButton
from bot.domain.permissions import Verb, may
from bot.domain.plans import spot_of
from bot.domain.requests import PlanDeed, PlanMeeting, Spot
from bot.texts import buttons, cards, toasts
from bot.texts.cards import card
from bot.texts.plans import in_one_line
from handlers import plans
from handlers.callbacks import Do, Tap
from handlers.contributions import hours_of, nature_to_tell
from handlers.keyboards import LINE, card_keyboard, members_of, menu_keyboard
from handlers.replies import Button, Reply
from handlers.room import Room


def show(room: Room, draft: Draft, *, in_place: bool, page: int = 0, toast: str | None = None) -> Reply:
    """The card of an open draft with its buttons; a card sent anew takes the buttons off the older one."""
    other = _told_twice(room, draft)
    given = hours_of(room, draft.content)
    who = room.account.person_id
    text = card(
        draft,
        room.names,
        given=given,
        today=room.today,
        speaker_id=who,
        told_twice=other is not None,
        correction=corrects_kept(room.work, draft),
        may_make_groups=may(room.account.role, Verb.LOG_ANY_MEETING),
        standing=_standing(room, draft),
    )
    gone = was_cancelled(room.work, draft)
    if gone is not None:
        text = f"{cards.cancelled_meanwhile(gone.day)}\n\n{text}"
    to_tell = nature_to_tell(draft.content, given) if other is None else None
    keyboard = card_keyboard(room, draft, page=page, to_tell=to_tell)
    if other is not None:
        keyboard = (*keyboard, (Button(label=buttons.OPEN_OTHER, tap=Tap(Do.AMEND, other, 0, str(draft.id))),))
    older = None if in_place else room.home.cards.get(draft.id)
    return Reply(text=text, keyboard=keyboard, in_place=in_place, card_of=draft.id, retire=older, toast=toast)


def _standing(room: Room, draft: Draft) -> tuple[str, ...]:
    """What is planned at other hours or elsewhere on the days that this card announces, but for what it announced itself before."""
    amended = room.work.meetings.get(draft.amends) if draft.amends is not None else None
    found = [there for meeting in draft.content.meetings if (there := standing(room.work, meeting)) is not None]
    return tuple(in_one_line(spot_of(there), room.names) for there in found if amended is None or amended.announces != there.id)


def _told_twice(room: Room, draft: Draft) -> int | None:
    """The kept meeting that this card may tell once more."""
    for meeting in draft.content.meetings:
        other = kept_already(room.work, meeting, besides=draft.amends)
        if other is not None:
            return other
    return None


def on_tap_card(room: Room) -> Reply | list[Reply]:
    """A tap that answers or changes the open card; an old button gets a polite word and the fresh card."""
    tap = room.visit.tap
    assert tap is not None
    try:
        draft = acts.open_draft(room.work, room.account, draft_id=tap.subject, version=tap.version)
    except DraftMoved:
        current = room.work.drafts.get(tap.subject)
        assert current is not None
        return fresh_card(room, current, tap)
    return _TAPS[tap.do](room, draft, tap)


def fresh_card(room: Room, draft: Draft, tap: Tap) -> Reply:
    """The same tap handled twice has done its work: the card as it stands, in place when this message shows it."""
    here = room.home.cards.get(draft.id, room.visit.tapped_message) == room.visit.tapped_message
    reply = show(room, draft, in_place=here, toast=toasts.FRESH_CARD)
    return reply if here else replace(reply, retire=room.visit.tapped_message)


def _gap(draft: Draft, field: Field) -> Gap:
    if draft.asked is not None and draft.asked.field is field:
        return draft.asked
    raise DraftGone


def _choose(
    field: Field | tuple[Field, ...], edit: Callable[[DraftContent, Gap, Tap], DraftContent]
) -> Callable[[Room, Draft, Tap], Reply]:
    fields = field if isinstance(field, tuple) else (field,)

    def answer(room: Room, draft: Draft, tap: Tap) -> Reply:
        gap = draft.asked
        if gap is None or gap.field not in fields:
            raise DraftGone
        changed = acts.change(room.work, draft, edit(draft.content, gap, tap), answered=gap.field, now=room.now)
        return show(room, changed, in_place=True)

    return answer


def _menu(room: Room, draft: Draft, tap: Tap) -> Reply:
    text = show(room, draft, in_place=True).text
    return Reply(text=text, keyboard=menu_keyboard(draft), in_place=True, toast=toasts.WHAT_TO_CORRECT)


def _back(room: Room, draft: Draft, tap: Tap) -> Reply:
    return show(room, acts.ask(room.work, draft, None, now=room.now), in_place=True)


def _ask(room: Room, draft: Draft, tap: Tap) -> Reply:
    name, _, item = tap.argument.partition(".")
    index = int(item[1:] or 0)
    gap = Gap(field=Field(name), hours=index) if item.startswith("h") else Gap(field=Field(name), meeting=index)
    return show(room, acts.ask(room.work, draft, gap, now=room.now), in_place=True)


def _group(room: Room, draft: Draft, tap: Tap) -> Reply:
    gap = _gap(draft, Field.GROUP)
    if tap.number and tap.number not in room.names.groups:
        raise OldButton
    content = answers.choose_group(draft.content, gap, tap.number or None)
    return show(room, acts.change(room.work, draft, content, answered=Field.GROUP, now=room.now), in_place=True)


def _new_group(room: Room, draft: Draft, tap: Tap) -> Reply:
    gap = _gap(draft, Field.GROUP)
    name = unknown_group(draft, gap)
    if name is None:
        raise DraftGone
    group = make_group(room.work, room.account, name)
    changed = acts.change(room.work, draft, answers.choose_group(draft.content, gap, group.id), answered=Field.GROUP, now=room.now)
    return show(room, changed, in_place=True, toast=toasts.group_made(group.name))


def _page(room: Room, draft: Draft, tap: Tap) -> Reply:
    return show(room, draft, in_place=True, page=tap.number)


def _toggle(room: Room, draft: Draft, tap: Tap) -> Reply:
    page, _, who = tap.argument.partition(".")
    gap = _gap(draft, Field.PEOPLE)
    if who.startswith(LINE):
        content = answers.toggle_line(draft.content, gap.meeting or 0, int(who.removeprefix(LINE)))
    elif int(who) in room.names.people:
        content = answers.toggle_person(draft.content, gap.meeting or 0, int(who))
    else:
        raise OldButton
    return _still_people(room, draft, content, gap, int(page))


def _all_present(room: Room, draft: Draft, tap: Tap) -> Reply:
    gap = _gap(draft, Field.PEOPLE)
    members = members_of(room, draft.content.meetings[gap.meeting or 0])
    return _still_people(room, draft, answers.all_present(draft.content, gap.meeting or 0, members), gap, tap.number)


def _still_people(room: Room, draft: Draft, content: DraftContent, gap: Gap, page: int) -> Reply:
    """The list of names stays open between two taps."""
    changed = acts.ask(room.work, replace(draft, content=content), gap, now=room.now)
    return show(room, changed, in_place=True, page=page)


def _skip(room: Room, draft: Draft, tap: Tap) -> Reply:
    changed = acts.change(room.work, draft, draft.content, answered=Field(tap.argument), now=room.now)
    return show(room, changed, in_place=True)


def _drop(room: Room, draft: Draft, tap: Tap) -> Reply:
    gone, groups = acts.drop(room.work, room.account, draft, now=room.now)
    return Reply(text=cards.dropped(gone, room.names, correction=corrects_kept(room.work, gone), groups=groups), in_place=True)


def _to_come(room: Room, draft: Draft, tap: Tap) -> Reply:
    """🗓 It is not held yet: a card of the agenda takes the place of this one."""
    meeting = draft.content.meetings[0]
    acts.drop(room.work, room.account, draft, now=room.now)
    spot = Spot(
        starts=meeting.starts, ends=meeting.ends, place_id=meeting.place_id, place_said=meeting.place_said, commune=meeting.commune,
    )  # fmt: skip
    request = PlanMeeting(
        deed=PlanDeed.MOVE, group_id=meeting.group_id, group_candidates=meeting.group_candidates, title=meeting.title,
        on=meeting.perhaps_on, spot=spot, stated=True,
    )  # fmt: skip
    return replace(plans.proposed(room, request), in_place=True)


def _part(content: DraftContent, gap: Gap, tap: Tap) -> DraftContent:
    return answers.on_hours(content, gap.hours or 0, lambda h: replace(h, part=Part[tap.argument]))


def _nature(content: DraftContent, gap: Gap, tap: Tap) -> DraftContent:
    return answers.choose_nature(content, gap, Nature[tap.argument] if tap.argument else None)


def _place(content: DraftContent, gap: Gap, tap: Tap) -> DraftContent:
    return answers.on_meeting(content, gap.meeting or 0, lambda m: replace(m, place_id=None, place_said=tap.argument, commune=None))


def _day(content: DraftContent, gap: Gap, tap: Tap) -> DraftContent:
    return answers.choose_day(content, gap, datetime.strptime(tap.argument, "%Y%m%d").date())  # noqa: DTZ007 - a day has no zone


_TAPS: dict[Do, Callable[[Room, Draft, Tap], Reply]] = {
    Do.MENU: _menu,
    Do.CARD: _back,
    Do.ASK: _ask,
    Do.GROUP: _group,
    Do.GROUP_PAGE: _page,
    Do.NEW_GROUP: _new_group,
    Do.DAY: _choose(Field.DAY, _day),
    Do.MINUTES: _choose((Field.DURATION, Field.MINUTES), lambda c, g, t: answers.choose_minutes(c, g, t.number)),
    Do.HEADCOUNT: _choose(Field.HEADCOUNT, lambda c, g, t: answers.choose_headcount(c, g, t.number)),
    Do.CANDIDATE: _choose((Field.PEOPLE, Field.PERSON), lambda c, g, t: answers.choose_candidate(c, g, t.number or None)),
    Do.TOGGLE: _toggle,
    Do.TOGGLE_PAGE: _page,
    Do.ALL_PRESENT: _all_present,
    Do.PART: _choose(Field.PART, _part),
    Do.NATURE: _choose(Field.NATURE, _nature),
    Do.PLACE: _choose(Field.PLACE, _place),
    Do.SKIP: _skip,
    Do.DROP: _drop,
    Do.TO_COME: _to_come,
}
CARD_TAPS = frozenset(_TAPS)
