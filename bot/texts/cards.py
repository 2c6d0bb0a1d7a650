"""What a card says: one meeting or some hours, all that was understood, with doubts marked and one question at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import (
    ActionDraft,
    DayWindow,
    Draft,
    DraftContent,
    Field,
    HoursDraft,
    MeetingDraft,
    NextMeetingDraft,
    named_present,
    present,
)
from bot.domain.meetings import Contribution
from bot.french.dates import date_window, day_and_month, day_said, days_in_words, long_date, weekday_and_date
from bot.french.hours import clock, clock_range, duration
from bot.french.lists import and_list
from bot.french.plurals import agreed, counted
from bot.texts import help, meetings
from bot.texts.contributions import USUAL, hours_block, hours_line
from bot.texts.names import Names, bold, doubt, safe, said
from bot.texts.plan_notes import one_next_date
from bot.texts.questions import question

SHOWN_NAMES = 12
TOLD_TWICE = (
    "⚠️ <b>Une réunion de ce groupe est déjà enregistrée ce jour-là.</b>\n"
    "<i>Est-ce la même ? Alors ouvrez l’autre pour la compléter. Sinon, ✅ en garde une deuxième.</i>"
)
SET_ASIDE = "<b>Carte mise de côté</b> : rien n’est enregistré, rien n’est perdu."
PRIVACY = "🔒 <i>Une partie de ce message semble concerner la situation d’une personne. Par discrétion, ces mots ne seront pas gardés.</i>"


def card(
    draft: Draft,
    names: Names,
    *,
    given: Sequence[Sequence[Contribution]],
    today: date,
    speaker_id: int,
    told_twice: bool = False,
    correction: bool = False,
    may_make_groups: bool = True,
    standing: Sequence[str] = (),
) -> str:
    """The whole card of an open draft, its question included. `given` are the hours that ✅ would keep: a list a meeting, then a list a line.

    `told_twice`: a meeting of that group and day is kept already. `correction`: ✅ replaces what is kept. `may_make_groups`: a group that the territory lacks can be made here.
    `standing`: what is planned otherwise on the days that it announces, and follows it.
    """
    parts = [
        _head(draft) if correction else "",
        TOLD_TWICE if told_twice else "",
        *_items(draft, names, given=given, today=today, speaker_id=speaker_id),
    ]
    parts.append(_total(draft, given))
    parts.append("\n".join(f"ℹ️ Déjà dans l’agenda ce jour-là : {spot}. ✅ la met à jour." for spot in standing))
    parts.append(_recount(draft))
    if draft.content.privacy_warning:
        parts.append(PRIVACY)
    asked = question(draft, names, today=today, may_make_groups=may_make_groups)
    parts.append(asked if asked else "<i>Tout est juste ? Touchez ✅, ou écrivez simplement ce qui change.</i>")
    return "\n\n".join(part for part in parts if part)


def kept_card(draft: Draft, names: Names, *, given: Sequence[Sequence[Contribution]], speaker_id: int) -> str:
    """The same card once kept: it stays in the chat, so that its dates are plain."""
    if draft.content.meetings:
        tail = "📄 Le compte rendu Word arrive." if len(draft.content.meetings) == 1 else "📄 Les comptes rendus Word arrivent."
    else:
        tail = ""
    parts = [
        "✅ <b>C’est enregistré.</b>",
        *_items(_without_doubts(draft), names, given=given, today=None, speaker_id=speaker_id),
        _total(draft, given),
        tail,
    ]
    return "\n\n".join(part for part in parts if part)


def _recount(draft: Draft) -> str:
    """How the total of a kept meeting moved with those who were added or removed, and how to say that it did not."""
    now = draft.content.meetings[0] if draft.content.meetings else None
    kept = draft.before.meetings[0] if draft.before and draft.before.meetings else None
    if now is None or kept is None or now.headcount is None or Field.HEADCOUNT not in now.unsure:
        return ""
    come = named_present(now) - named_present(kept)
    was = now.headcount - come  # as kept, or as she said since
    if come == 0 or was < 1:  # fewer said than are named: that is asked
        return ""
    said = f"{counted(come, 'personne')} de plus" if come > 0 else f"{counted(-come, 'personne')} de moins"
    already = f"Déjà dans les {was} ?" if come > 0 else f"Toujours {was} ?"
    return f"<i>J’ai compté {said}. {already} Écrivez</i> <code>{was} présents</code>"


def _without_doubts(draft: Draft) -> Draft:
    """What was kept was looked at: nothing is to be checked any more."""
    meetings = tuple(replace(meeting, unsure=()) for meeting in draft.content.meetings)
    hours = tuple(replace(spent, unsure=()) for spent in draft.content.hours)
    return replace(draft, content=replace(draft.content, meetings=meetings, hours=hours))


def _head(draft: Draft) -> str:
    what = "d’une réunion enregistrée" if draft.content.meetings else "d’heures enregistrées"
    return f"✏️ <b>Correction {what}</b>"


def _total(draft: Draft, given: Sequence[Sequence[Contribution]]) -> str:
    return hours_line([hours for made in given[: len(draft.content.meetings)] for hours in made])


def _items(draft: Draft, names: Names, *, given: Sequence[Sequence[Contribution]], today: date | None, speaker_id: int) -> list[str]:
    several = len(draft.content.meetings) > 1
    meetings = [
        meeting_block(m, names, today=today, speaker_id=speaker_id, rank=i + 1 if several else None)
        for i, m in enumerate(draft.content.meetings)
    ]
    said = zip(draft.content.hours, given[len(meetings) :], strict=True)
    hours = [hours_block(h, names, made=made, today=today, speaker_id=speaker_id) for h, made in said]
    return meetings + hours


def meeting_block(
    meeting: MeetingDraft, names: Names, *, today: date | None, speaker_id: int | None = None, rank: int | None = None
) -> str:
    """One meeting, line by line; what was not said has no line, what must be asked is marked. Without `today` no day is « hier »."""
    title = (
        names.group(meeting.group_id)
        if meeting.group_id
        else meeting.title or ("Réunion" if not meeting.no_group else "Réunion sans groupe")
    )
    lines = [(f"{rank}. " if rank else "") + bold(title) + doubt(meeting.unsure, Field.GROUP)]
    if meeting.day:
        lines.append(f"🗓 {day_said(meeting.day, today=today)}{doubt(meeting.unsure, Field.DAY)}")
    if times := _times(meeting):
        lines.append(f"🕑 {times}{doubt(meeting.unsure, Field.DURATION)}")
    if place := names.place(meeting.place_id, meeting.place_said, meeting.commune):
        lines.append(f"📍 {safe(place)}{doubt(meeting.unsure, Field.PLACE)}")
    lines += _people(meeting, names, speaker_id)
    if meeting.topics:
        lines.append("💬 " + said(" ; ".join(meeting.topics)))
    lines += [f"⚖️ Décision : {said(text)}" for text in meeting.decisions]
    lines += [f"☑️ {_action(action, names, today)}" for action in meeting.actions]
    if meeting.next_meeting:
        lines.append(f"➡️ Prochaine réunion : {next_meeting(meeting.next_meeting, names)}{doubt(meeting.unsure, Field.NEXT_MEETING)}")
        lines += [one_next_date(meeting.next_meeting, title)] if meeting.next_meeting.more_days else []
    return "\n".join(lines)


def _times(meeting: MeetingDraft) -> str:
    about = "environ " if meeting.times_approximate else ""
    if meeting.starts and meeting.ends:
        return about + clock_range(meeting.starts, meeting.ends) + (f" ({duration(meeting.minutes)})" if meeting.minutes else "")
    lasting = about + duration(meeting.minutes) + (USUAL if meeting.minutes_by_convention else "") if meeting.minutes else ""
    start = f"à partir de {clock(meeting.starts)}" if meeting.starts else f"jusqu’à {clock(meeting.ends)}" if meeting.ends else ""
    return ", ".join(part for part in (start, lasting) if part)


def _people(meeting: MeetingDraft, names: Names, speaker_id: int | None) -> list[str]:
    there = present(meeting.people, besides=meeting.author_id if meeting.author_present else None)
    lines: list[str] = []
    total = meeting.headcount or (named_present(meeting) if there else None)
    if total:
        about = "environ " if meeting.headcount_approximate else ""
        lines.append(f"👥 {about}{counted(total, 'présent')}{_author(meeting, names, speaker_id)}{doubt(meeting.unsure, Field.HEADCOUNT)}")
    if there:
        shown = [_name(p, names) for p in there[:SHOWN_NAMES]]
        rest = len(there) - len(shown)
        lines.append("   " + ", ".join(shown) + (f" et {counted(rest, 'autre')}" if rest else ""))
    for state, sign, label in (
        (AttendanceState.EXCUSED, "🙏", "excusée"),
        (AttendanceState.REPRESENTED, "🔁", "représentée"),
        (AttendanceState.ABSENT, "▫️", "absente"),
    ):
        listed = [p for p in meeting.people if p.state is state]
        if listed:
            who = agreed(f"personne {label}", sum(p.count for p in listed)).capitalize()
            lines.append(f"{sign} {who} : " + ", ".join(_name(p, names) for p in listed))
    return lines


def _author(meeting: MeetingDraft, names: Names, speaker_id: int | None) -> str:
    if not meeting.author_present:
        return ""
    return " (avec vous)" if meeting.author_id in (None, speaker_id) else f", dont {safe(names.person(meeting.author_id or 0))}"


def _name(presence: Presence, names: Names) -> str:
    if presence.undecided:
        who = safe(presence.said or "?")
        return f"{who} ❓" if presence.count == 1 else f"{counted(presence.count, 'personne')} ({who}) ❓"
    label = safe(names.presence(presence))
    if presence.person_id or presence.structure_id:
        return label
    return f"{label[:-1]}, <i>hors annuaire</i>)" if presence.structure_said and label.endswith(")") else f"{label} <i>(hors annuaire)</i>"


def _action(action: ActionDraft, names: Names, today: date | None) -> str:
    who = and_list([names.bearer(b) for b in action.bearers])
    due = ""
    if action.due:
        due = f" – pour le {weekday_and_date(action.due) if today and action.due.year == today.year else long_date(action.due)}"
    elif action.due_window:
        due = f" – {window(action.due_window)}"
    elif action.due_said:
        due = f" – {said(action.due_said)}"
    return (f"{bold(who)} : " if who else "À faire : ") + said(action.text) + due


def window(days: DayWindow) -> str:
    """Days among which nobody chose: « entre le 21 et le 31 janvier »."""
    return date_window(days.first, days.last)


def next_meeting(following: NextMeetingDraft, names: Names) -> str:
    """The announced date, in words."""
    when = (
        long_date(following.day) if following.day else window(following.day_window) if following.day_window else following.said or "à fixer"
    )
    hours = ""
    if following.starts and following.ends:
        hours = f" {clock_range(following.starts, following.ends)}"
    elif following.starts:
        hours = f" à {clock(following.starts)}"
    if following.other_day:
        hours += f" – ou le {day_and_month(following.other_day)}\u00a0?"
    place = names.place(following.place_id, following.place_said, following.commune)
    return safe(when) + hours + (f", {safe(place)}" if place else "")


def dropped(draft: Draft, names: Names, *, correction: bool, groups: Sequence[str] = ()) -> str:
    """What is said once a card was given up; `draft` still holds what it said, `groups` went with it."""
    stays = help.DROPPED_AMENDMENT if draft.amends is not None else help.DROPPED_HOURS
    fate = stays if correction else help.DROPPED
    return "\n".join(line for line in (fate, heading(_stands(draft), names), _withdrawn(groups)) if line)


def cancelled_meanwhile(day: date) -> str:
    """Below a card that tells as held what the agenda says was cancelled."""
    return f"⚠️ Dans l’agenda, la réunion du {weekday_and_date(day)} est annulée. Si elle a eu lieu, vous pouvez l’enregistrer quand même."


def _stands(draft: Draft) -> DraftContent:
    """What a correction that is given up leaves as it is, not what it would have become."""
    return draft.before if draft.amends is not None and draft.before is not None else draft.content


def aside(draft: Draft, names: Names) -> str:
    """What stands instead of a card once the meeting that it tells again was opened."""
    return "\n".join(line for line in (SET_ASIDE, heading(draft.content, names)) if line)


def undone(draft: Draft, names: Names, *, correction: bool, groups: Sequence[str] = ()) -> str:
    """What is said once ↩︎ took back what this draft kept; `groups` went with it."""
    amended = meetings.UNDONE_AMENDMENT if draft.amends is not None else meetings.UNDONE_HOURS
    fate = amended if correction else meetings.UNDONE
    return "\n".join(line for line in (fate, heading(_stands(draft), names), _withdrawn(groups)) if line)


def _withdrawn(groups: Sequence[str]) -> str:
    """Groups that were made for this card only."""
    if not groups:
        return ""
    listed = and_list([f"« {safe(name)} »" for name in groups])
    return (
        f"<i>Créé pour cette carte, le groupe {listed} est retiré aussi.</i>"
        if len(groups) == 1
        else f"<i>Créés pour cette carte, les groupes {listed} sont retirés aussi.</i>"
    )


def heading(content: DraftContent, names: Names) -> str:
    """What a card is about, in one line: « GT Diabète, mardi 10 mars 2026 »; empty when nothing was said yet."""
    parts = [_what_met(m, names) for m in content.meetings] + [_what_hours(h, names) for h in content.hours]
    return safe(" ; ".join(part for part in parts if part))


def _what_met(meeting: MeetingDraft, names: Names) -> str:
    what = names.group(meeting.group_id) if meeting.group_id else meeting.title
    return ", ".join(part for part in (what, long_date(meeting.day) if meeting.day else None) if part)


def _what_hours(hours: HoursDraft, names: Names) -> str:
    amount = duration(hours.minutes * max(1, len(hours.days)) * hours.count) if hours.minutes else None
    group = names.group(hours.group_id) if hours.group_id else hours.group_said
    return ", ".join(part for part in (amount, hours.what, group, days_in_words(hours.days)) if part)
