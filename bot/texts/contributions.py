"""How hours are shown: on their own card, and as the total of a meeting with its split by nature."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.contributions import Nature
from bot.domain.drafts import Field, HoursDraft
from bot.domain.meetings import Contribution
from bot.french.dates import day_said, days_in_words
from bot.french.hours import duration
from bot.french.plurals import counted
from bot.texts.names import Names, bold, doubt, safe, said

TO_TELL = "nature à préciser"
USUAL = " <i>(durée usuelle)</i>"


def hours_block(hours: HoursDraft, names: Names, *, made: Sequence[Contribution], today: date | None, speaker_id: int) -> str:
    """Hours said, line by line; `made` is what they come to. Without `today` no day is « hier »."""
    amount = duration(hours.minutes) if hours.minutes else "Heures"
    if hours.count > 1 and hours.minutes:
        amount = f"{hours.count} × {amount} = {duration(hours.minutes * hours.count)}"
    if len(hours.days) > 1 and hours.minutes:
        times = f"{len(hours.days)} jours × {f'{hours.count} × ' if hours.count > 1 else ''}{duration(hours.minutes)}"
        amount = f"{times} = {duration(hours.minutes * len(hours.days) * hours.count)}"
    part = f" de {hours.part.value}" if hours.part and hours.part.value != "autre" else ""
    lines = [f"⏱ {bold(amount + _elide(part))}" + (USUAL if hours.minutes_by_convention else "")]
    who = _whose(hours, names, speaker_id)
    if who:
        lines.append(f"👤 {safe(who)}")
    if hours.group_id:
        lines.append(f"📁 {safe(names.group(hours.group_id))}{doubt(hours.unsure, Field.GROUP)}")
    elif hours.axis:
        axis = names.axes.get(hours.axis)
        lines.append(f"📁 Axe {hours.axis}" + (f" – {safe(axis.name)}" if axis else ""))
    if hours.what and hours.what.casefold() != (hours.part.value if hours.part else ""):
        lines.append(f"💬 {said(hours.what)}")
    if place := names.place(hours.place_id, hours.place_said, hours.commune):
        lines.append(f"📍 {safe(place)}")
    if hours.days:
        days = days_in_words(hours.days) if len(hours.days) > 1 else day_said(hours.days[0], today=today)
        lines.append(f"🗓 {days}{doubt(hours.unsure, Field.DAY)}")
    if made and (made[0].nature is None or hours.nature is not None or who):
        lines.append(f"🏷 {made[0].nature.value if made[0].nature else TO_TELL}")
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
    """« 30 h au total : temps employeur 10 h, nature à préciser 20 h », or « 30 h (nature à préciser) » when there is but one nature."""
    total = sum(c.total_minutes for c in contributions)
    if not total:
        return ""
    split: dict[Nature | None, int] = {}
    for c in contributions:
        split[c.nature] = split.get(c.nature, 0) + c.total_minutes
    ordered = sorted(split.items(), key=lambda item: (item[0] is None, -item[1]))
    if len(split) == 1:
        (nature,) = split
        return f"⏱ {bold(duration(total))} ({nature.value if nature else TO_TELL})"
    detail = ", ".join(f"{nature.value if nature else TO_TELL} {duration(minutes)}" for nature, minutes in ordered)
    return f"⏱ {bold(duration(total))} au total : {detail}"
