"""Which words an agenda prints, alone or inside an invitation: from the domain's value to the plain strings of a template, in French."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.convenings import AgendaItem, Convening
from bot.french.dates import date_with_year, long_date, short_date
from bot.french.hours import clock, duration
from bot.french.numbers import number
from doc_templates.contents import Contents, Fields, Properties
from doc_templates.wording import (
    NOTHING,
    capital,
    correspondent,
    day_and_hours,
    file_name,
    one_line,
    place,
    running_title,
    sentence,
    titled,
)


def agenda_contents(convening: Convening) -> Contents:
    """What the template is filled with, and the properties of the file."""
    fields = agenda_fields(convening)
    return Contents(
        document="agenda",
        fields=fields,
        properties=Properties(
            title=f"Ordre du jour – {fields['instance']} – {short_date(convening.day)}",
            author=titled(convening.sender, convening.style) if convening.sender else fields["organism"],
            subject=one_line(convening.territory),
            day=convening.generated_on.isoformat(),
        ),
    )


def agenda_fields(convening: Convening) -> Fields:
    """Every blank of the template; an empty string or list leaves its line or its section out."""
    instance = one_line(convening.instance) or one_line(convening.title) or "Réunion"
    return {
        "organism": one_line(convening.organism),
        "reference": running_title(instance, convening.organism, short_date(convening.day)),
        "instance": instance,
        "subtitle": "" if one_line(convening.title) == instance else one_line(convening.title),
        "day_line": capital(long_date(convening.day)),
        "territory": "" if one_line(convening.territory) == one_line(convening.organism) else one_line(convening.territory),
        "when": day_and_hours(convening.day, convening.starts, convening.ends),
        "place": place(convening.place, convening.commune),
        **agenda_table(convening),
        "reply": reply(convening) if convening.reply_by else "",
        "closing": f"Ordre du jour établi le {date_with_year(convening.generated_on)}"
        + (f" par {titled(convening.sender, convening.style)}." if convening.sender else "."),
    }


def agenda_table(convening: Convening) -> Fields:
    """The points with their hours, or their rank: `first_column` is the heading of either."""
    convening = replace(convening, items=tuple(point for point in convening.items if sentence(point.text)))  # something may be all emoji
    points = list(convening.items)
    starts = [clock(moment) for moment in convening.item_starts()]
    if convening.approves is not None and points:
        points.insert(0, AgendaItem(text=f"approbation du compte rendu du {date_with_year(convening.approves)}"))
        if starts:
            starts.insert(0, "Ouverture")
    return {
        "first_column": "Horaire" if starts else "N°",
        "with_speakers": any(point.speaker for point in points),
        "points": [
            {
                "first": starts[rank] if starts else number(rank + 1),
                "text": sentence(point.text) + (f" ({duration(point.minutes)})" if point.minutes else ""),
                "speaker": one_line(point.speaker) or NOTHING,
            }
            for rank, point in enumerate(points)
        ],
        "no_points": not points,
    }


def reply(convening: Convening) -> str:
    """By when and to whom one answers; the day only if it was said."""
    by = f" avant le {date_with_year(convening.reply_by)}" if convening.reply_by else ""
    to = f" auprès de {correspondent(convening.answer_to, convening.style)}" if convening.answer_to else ""
    return f"Merci de confirmer votre présence, ou celle de la personne qui vous représentera,{by}{to}.".replace(
        "représentera,.", "représentera."
    )


def agenda_file_name(convening: Convening) -> str:
    """« Ordre-du-jour_Copil-CLS_2026-03-17.docx »."""
    return file_name("Ordre-du-jour", convening.instance or convening.title or "", convening.day.isoformat())
