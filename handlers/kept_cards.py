"""What ✅ below a card does, and what takes it back: kept, undone, taken up again, corrected later."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import drafts as acts
from bot.actions.asked_meetings import was_cancelled
from bot.actions.due_actions import has_actions_due
from bot.actions.entries import corrects_kept, keep_draft, undo_entry
from bot.domain.drafts import Draft, DraftState, gaps
from bot.domain.errors import DraftGone, DraftMoved, MeetingMoved
from bot.texts import buttons, cards, toasts
from bot.texts.cards import kept_card
from handlers.callbacks import Do, Tap
from handlers.cards import fresh_card, show
from handlers.contributions import hours_of
from handlers.keyboards import kept_keyboard
from handlers.newcomers import newcomers
from handlers.replies import Button, Reply
from handlers.room import Room

ANYWAY = "a"  # kept though the agenda says that it was cancelled


def on_keep(room: Room) -> Reply:
    """✅: keeps everything once; a second tap, or the same one after a crash, shows the same kept card."""
    tap = room.visit.tap
    assert tap is not None
    draft = room.work.drafts.get(tap.subject)
    if draft is not None and draft.version == tap.version and tap.argument != ANYWAY and _open_and_cancelled(room, draft):
        return _anyway(room, draft)
    try:
        kept = keep_draft(room.work, room.account, draft_id=tap.subject, version=tap.version, now=room.now)
    except DraftMoved:
        current = room.work.drafts.get(tap.subject)
        assert current is not None
        return fresh_card(room, current, tap)
    except MeetingMoved:
        return _caught_up(room, tap)
    text = kept_card(kept.draft, room.names, given=hours_of(room, kept.draft.content), speaker_id=room.account.person_id)
    line, offered = newcomers(room, kept.entry.meeting_ids)
    return Reply(
        text="\n\n".join(part for part in (text, line) if part),
        keyboard=(
            *kept_keyboard(kept.entry.id, kept.entry.meeting_ids, due=has_actions_due(kept.draft.content, today=room.today)),
            *offered,
        ),
        in_place=True,
        toast=toasts.KEPT,
        delivers=kept.fresh,
    )


def _open_and_cancelled(room: Room, draft: Draft) -> bool:
    hers = draft.account_id == room.account.id and draft.state is DraftState.OPEN
    return hers and not gaps(draft.content) and was_cancelled(room.work, draft) is not None


def _anyway(room: Room, draft: Draft) -> Reply:
    """The meeting was cancelled in the agenda: kept as held only when she says so once more."""
    keep = Button(label=buttons.KEEP_ANYWAY, tap=Tap(Do.KEEP, draft.id, draft.version, ANYWAY))
    give_up = Button(label=buttons.DROP, tap=Tap(Do.DROP, draft.id, draft.version))
    return replace(show(room, draft, in_place=True, toast=toasts.WAS_CANCELLED), keyboard=((keep,), (give_up,)))


def _caught_up(room: Room, tap: Tap) -> Reply:
    """The meeting was corrected while this card stood open: the card once more, with both changes, to be looked at before ✅."""
    draft = room.work.drafts.get(tap.subject)
    meeting = room.work.meetings.get(draft.amends) if draft is not None and draft.amends else None
    if draft is None or meeting is None:
        raise DraftGone
    return show(room, acts.catch_up(room.work, draft, meeting, now=room.now), in_place=True, toast=toasts.CORRECTED_MEANWHILE)


def on_undo(room: Room) -> Reply:
    """↩︎: takes back what one ✅ kept."""
    tap = room.visit.tap
    assert tap is not None
    return undone(room, tap.subject)


def undone(room: Room, entry_id: int) -> Reply:
    """What is said once it is undone, with a way to take it up again."""
    draft, groups = undo_entry(room.work, room.account, entry_id=entry_id, now=room.now)
    text = cards.undone(draft, room.names, correction=corrects_kept(room.work, draft), groups=groups)
    keyboard = ((Button(label=buttons.RESUME, tap=Tap(Do.RESUME, draft.id)),),)
    return Reply(text=text, keyboard=keyboard, in_place=True, toast=toasts.UNDONE)


def on_resume(room: Room) -> Reply:
    """✏️ Reprendre: what was undone or set aside is a card again."""
    tap = room.visit.tap
    assert tap is not None
    draft = acts.resume_draft(room.work, room.account, tap.subject, update_id=room.visit.update_id, now=room.now)
    return show(room, draft, in_place=True)


def on_amend(room: Room) -> Reply | list[Reply]:
    """✏️ on a kept meeting: its card again, to correct it; ✅ then replaces it. The card that told it once more gives way."""
    tap = room.visit.tap
    assert tap is not None
    draft = acts.reopen_meeting(room.work, room.account, tap.subject, update_id=room.visit.update_id, now=room.now)
    opened = show(room, draft, in_place=False)
    again = acts.set_aside(room.work, room.account, tap.number, now=room.now) if tap.number else None
    if again is None:
        return opened
    keyboard = ((Button(label=buttons.RESUME, tap=Tap(Do.RESUME, again.id)),),)
    return [Reply(text=cards.aside(again, room.names), keyboard=keyboard, in_place=True), opened]
