"""How one planned meeting is shown while it is prepared: when and where, who comes, its agenda; and the invitation to paste."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.agenda import AgendaLine, Clash
from bot.domain.attendance import Presence
from bot.domain.convenings import Convening, minutes_told
from bot.domain.minutes import Correspondent
from bot.domain.requests import Spot
from bot.domain.writing import WritingStyle
from bot.french.dates import long_date
from bot.french.hours import clock_range, duration
from bot.french.names import person_name
from bot.texts import parked
from bot.texts.help import example
from bot.texts.names import Names, bold, safe
from bot.texts.papers import numbered, too_long
from bot.texts.plans import NO_TITLE, conflicts, spot_lines
from bot.texts.turnout import told_lines, unheard

COPY = "✉️ <b>À copier dans un message</b> (Maillon ne l’envoie à personne)"


NOBODY_TOLD = "Personne ne s’est encore annoncé ni excusé pour cette réunion."
NO_POINT_WAITS = "Aucun point reporté n’attend pour cette réunion."
NOTHING_TO_SEE_TO = (
    f"Rien n’est noté à prévoir pour cette réunion. Dites par exemple {example('à prévoir pour le GT Diabète de jeudi : salle, café')}"
)


def opened(
    line: AgendaLine,
    names: Names,
    *,
    found: Sequence[Clash],
    today: date,
    expected: Sequence[Presence] = (),
    silent: Sequence[int] = (),
    points: Sequence[str] = (),
    waiting: Sequence[str] = (),
) -> str:
    """One planned meeting: who said that they come or do not (`expected`), or nothing (`silent`), its agenda, what waits for it, what it clashes with."""
    spot = Spot(day=line.day, starts=line.starts, ends=line.ends, place_id=line.place_id, place_said=line.place, commune=line.commune)
    lines = [bold(line.label or NO_TITLE), *spot_lines(spot, names, today=today)]
    lines += ["🔁 D’une série"] if line.series_id is not None else []
    lines += [*told_lines(expected, names), *unheard(silent, names)]
    parts = ["\n".join(lines), "\n".join(_agenda(line, points)), "\n".join(parked.proposed(waiting)), "\n".join(conflicts(found, names))]
    return "\n\n".join(part for part in parts if part)


def _agenda(line: AgendaLine, points: Sequence[str]) -> list[str]:
    if not points:
        return []
    total = minutes_told(points)
    head = f"📄 Ordre du jour ({duration(total)} en tout)" if total else "📄 Ordre du jour"
    return [head, *numbered(points), *too_long(points, line.starts, line.ends)]


def invitation(said: Convening) -> str:
    """An invitation to copy, as plain as a mail: day, hours, place, points, and the request to confirm."""
    hours = f", {clock_range(said.starts, said.ends)}" if said.starts else ""
    place = ", ".join(part for part in (said.place, said.commune if said.commune != said.place else None) if part)
    title = said.instance or said.title or NO_TITLE
    lines = ["Bonjour,", "", f"Nous avons le plaisir de vous inviter à la prochaine réunion – {title} :", f"{long_date(said.day)}{hours}"]
    lines += [place] if place else []
    lines += ["", "Ordre du jour :", *[f"– {item.text}" for item in said.items]] if said.items else []
    answer = f" à {_written_to(said.answer_to, said.style)}" if said.answer_to else ""
    until = f" avant le {long_date(said.reply_by)}" if said.reply_by else ""
    lines += ["", f"Merci de confirmer votre présence{answer}{until}.", "", "Bien cordialement,"]
    sender = said.sender
    lines += [person_name(sender.first_name, sender.last_name, capitals=said.style.capitals)] if sender else []
    return f"{COPY}\n<pre>{safe(chr(10).join([*lines, said.organism]))}</pre>"


def _written_to(to: Correspondent, style: WritingStyle) -> str:
    name = person_name(to.person.first_name, to.person.last_name, capitals=style.capitals)
    return ", ".join(part for part in (name, to.mail) if part)
