"""What a card says: one meeting or some hours, all that was understood, with doubts marked and one question at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.contributions import Nature
from bot.domain.drafts import (
    ActionDraft,
    DayWindow,
    Draft,
    Field,
    HoursDraft,
    MeetingDraft,
    NextMeetingDraft,
    named_present,
)
from bot.domain.meetings import Contribution
from bot.french.dates import date_in_words, date_window, long_date, weekday_and_date
from bot.french.hours import clock, clock_range, duration
from bot.french.lists import and_list
from bot.french.plurals import counted
from bot.texts.names import Names, bold, safe, said
from bot.texts.questions import question

SHOWN_NAMES = 12
DOUBT = " ⚠️ <i>à vérifier</i>"
PRIVACY = (
    "🔒 <i>Ce message semble parler de la situation d’une personne. Ces mots ne seront pas gardés : "
    "dans un compte rendu, on parle du sujet, jamais du patient.</i>"
)


def card(draft: Draft, names: Names, *, contributions: Sequence[Contribution], today: date, speaker_id: int) -> str:
    """The whole card of an open draft, its question included. `contributions` are the hours that ✅ would keep."""
    parts = [_head(draft), *_items(draft, names, today=today, speaker_id=speaker_id)]
    total = hours_line(contributions)
    if total and draft.content.meetings:
        parts.append(total)
    if draft.content.privacy_warning:
        parts.append(PRIVACY)
    asked = question(draft, names, today=today)
    parts.append(asked if asked else "<i>Tout est juste ? Touchez ✅, ou écrivez simplement ce qui change.</i>")
    return "\n\n".join(part for part in parts if part)


def kept_card(draft: Draft, names: Names, *, contributions: Sequence[Contribution], today: date, speaker_id: int) -> str:
    """The same card once kept."""
    if draft.content.meetings:
        tail = "📄 Le compte rendu Word arrive." if len(draft.content.meetings) == 1 else "📄 Les comptes rendus Word arrivent."
    else:
        tail = ""
    parts = [
        "✅ <b>C’est enregistré.</b>",
        *_items(draft, names, today=today, speaker_id=speaker_id),
        hours_line(contributions) if draft.content.meetings else "",
        tail,
    ]
    return "\n\n".join(part for part in parts if part)


def _head(draft: Draft) -> str:
    return "✏️ <b>Correction d’une réunion enregistrée</b>" if draft.amends else ""


def _items(draft: Draft, names: Names, *, today: date, speaker_id: int) -> list[str]:
    several = len(draft.content.meetings) > 1
    meetings = [meeting_block(m, names, today=today, rank=i + 1 if several else None) for i, m in enumerate(draft.content.meetings)]
    hours = [hours_block(h, names, today=today, speaker_id=speaker_id) for h in draft.content.hours]
    return meetings + hours


def meeting_block(meeting: MeetingDraft, names: Names, *, today: date, rank: int | None = None) -> str:
    """One meeting, line by line; what was not said has no line, what must be asked is marked."""
    title = (
        names.group(meeting.group_id)
        if meeting.group_id
        else meeting.title or ("Réunion" if not meeting.no_group else "Réunion sans groupe")
    )
    lines = [(f"{rank}. " if rank else "") + bold(title) + _doubt(meeting.unsure, Field.GROUP)]
    if meeting.day:
        lines.append(f"🗓 {date_in_words(meeting.day, today=today)}{_doubt(meeting.unsure, Field.DAY)}")
    if times := _times(meeting):
        lines.append(f"🕑 {times}{_doubt(meeting.unsure, Field.DURATION)}")
    if place := names.place(meeting.place_id, meeting.place_said, meeting.commune):
        lines.append(f"📍 {safe(place)}{_doubt(meeting.unsure, Field.PLACE)}")
    lines += _people(meeting, names)
    if meeting.topics:
        lines.append("💬 " + said(" ; ".join(meeting.topics)))
    lines += [f"⚖️ Décision : {said(text)}" for text in meeting.decisions]
    lines += [f"☑️ {_action(action, names, today)}" for action in meeting.actions]
    if meeting.next_meeting:
        lines.append(f"➡️ Prochaine réunion : {next_meeting(meeting.next_meeting, names)}{_doubt(meeting.unsure, Field.NEXT_MEETING)}")
    return "\n".join(lines)


def _times(meeting: MeetingDraft) -> str:
    about = "environ " if meeting.times_approximate else ""
    if meeting.starts and meeting.ends:
        return about + clock_range(meeting.starts, meeting.ends) + (f" ({duration(meeting.minutes)})" if meeting.minutes else "")
    lasting = (
        about + duration(meeting.minutes) + (" <i>(par convention)</i>" if meeting.minutes_by_convention else "") if meeting.minutes else ""
    )
    start = f"à partir de {clock(meeting.starts)}" if meeting.starts else f"jusqu’à {clock(meeting.ends)}" if meeting.ends else ""
    return ", ".join(part for part in (start, lasting) if part)


def _people(meeting: MeetingDraft, names: Names) -> list[str]:
    there = [p for p in meeting.people if p.state is AttendanceState.PRESENT]
    lines: list[str] = []
    total = meeting.headcount or (named_present(meeting) if there else None)
    if total:
        about = "environ " if meeting.headcount_approximate else ""
        lines.append(
            f"👥 {about}{counted(total, 'présent')}{' (vous compris)' if meeting.author_present else ''}{_doubt(meeting.unsure, Field.HEADCOUNT)}"
        )
    if there:
        shown = [_name(p, names) for p in there[:SHOWN_NAMES]]
        rest = len(there) - len(shown)
        lines.append("   " + ", ".join(shown) + (f" et {counted(rest, 'autre')}" if rest else ""))
    for state, sign, label in (
        (AttendanceState.EXCUSED, "🙏", "Excusés"),
        (AttendanceState.REPRESENTED, "🔁", "Représentés"),
        (AttendanceState.ABSENT, "▫️", "Absents"),
    ):
        listed = [p for p in meeting.people if p.state is state]
        if listed:
            lines.append(f"{sign} {label} : " + ", ".join(_name(p, names) for p in listed))
    return lines


def _name(presence: Presence, names: Names) -> str:
    if presence.undecided:
        return f"{safe(presence.said or '?')} ❓"
    label = safe(names.presence(presence))
    return label if presence.person_id or presence.structure_id else f"{label} <i>(hors annuaire)</i>"


def _action(action: ActionDraft, names: Names, today: date) -> str:
    who = and_list([names.bearer(b) for b in action.bearers])
    due = ""
    if action.due:
        due = f" – pour le {weekday_and_date(action.due) if action.due.year == today.year else long_date(action.due)}"
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
    place = names.place(following.place_id, following.place_said, following.commune)
    return safe(when) + hours + (f", {safe(place)}" if place else "")


def hours_block(hours: HoursDraft, names: Names, *, today: date, speaker_id: int) -> str:
    """Hours said, line by line."""
    amount = duration(hours.minutes) if hours.minutes else "Durée ?"
    if hours.count > 1 and hours.minutes:
        amount = f"{hours.count} × {amount} = {duration(hours.minutes * hours.count)}"
    if len(hours.days) > 1 and hours.minutes:
        times = f"{len(hours.days)} jours × {f'{hours.count} × ' if hours.count > 1 else ''}{duration(hours.minutes)}"
        amount = f"{times} = {duration(hours.minutes * len(hours.days) * hours.count)}"
    part = f" de {hours.part.value}" if hours.part and hours.part.value != "autre" else ""
    lines = [f"⏱ {bold(amount + _elide(part))}" + (" <i>(par convention)</i>" if hours.minutes_by_convention else "")]
    who = _whose(hours, names, speaker_id)
    if who:
        lines.append(f"👤 {safe(who)}")
    if hours.group_id:
        lines.append(f"📁 {safe(names.group(hours.group_id))}{_doubt(hours.unsure, Field.GROUP)}")
    elif hours.axis:
        axis = names.axes.get(hours.axis)
        lines.append(f"📁 Axe {hours.axis}" + (f" – {safe(axis.name)}" if axis else ""))
    if hours.what and hours.what.casefold() != (hours.part.value if hours.part else ""):
        lines.append(f"💬 {said(hours.what)}")
    if place := names.place(hours.place_id, hours.place_said, hours.commune):
        lines.append(f"📍 {safe(place)}")
    if hours.days:
        lines.append(f"🗓 {and_list([date_in_words(day, today=today) for day in hours.days])}{_doubt(hours.unsure, Field.DAY)}")
    return "\n".join(lines)


def _elide(part: str) -> str:
    return part.replace(" de action", " d’action")


def _whose(hours: HoursDraft, names: Names, speaker_id: int) -> str | None:
    if hours.person_id and hours.person_id != speaker_id:
        return names.person_and_structure(hours.person_id)
    if hours.structure_id:
        return f"{counted(hours.count, 'personne')} ({names.structure(hours.structure_id)})"
    if hours.person_said:
        return hours.person_said
    return None


def hours_line(contributions: Sequence[Contribution]) -> str:
    """« Heures : 30 h au total – temps employeur 10 h, à préciser 20 h »."""
    total = sum(c.total_minutes for c in contributions)
    if not total:
        return ""
    split: dict[Nature | None, int] = {}
    for c in contributions:
        split[c.nature] = split.get(c.nature, 0) + c.total_minutes
    ordered = sorted(split.items(), key=lambda item: (item[0] is None, -item[1]))
    detail = ", ".join(f"{nature.value if nature else 'nature à préciser'} {duration(minutes)}" for nature, minutes in ordered)
    return f"⏱ {bold(duration(total))} au total : {detail}"


def _doubt(unsure: tuple[Field, ...], field: Field) -> str:
    return DOUBT if field in unsure else ""
