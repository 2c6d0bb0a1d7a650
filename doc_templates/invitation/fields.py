"""Which words an invitation prints, in one letter for all or one each: from the domain's value to the plain strings of the template."""

from __future__ import annotations

from bot.domain.convenings import Convening
from bot.domain.minutes import NamedPerson
from bot.domain.writing import WritingStyle
from bot.french.dates import date_with_year, short_date
from bot.french.names import is_feminine
from bot.french.typography import NBSP
from doc_templates.agenda.fields import agenda_table, reply
from doc_templates.contents import Contents, Fields, Properties
from doc_templates.wording import (
    by_name,
    capital,
    day_and_hours,
    file_name,
    listed,
    one_line,
    place,
    running_title,
    titled,
)

_TO_ALL = "Madame, Monsieur,"


def invitation_contents(convening: Convening) -> Contents:
    """What the template is filled with, and the properties of the file."""
    fields = invitation_fields(convening)
    return Contents(
        document="invitation",
        fields=fields,
        properties=Properties(
            title=f"Invitation – {fields['instance']} – {short_date(convening.day)}",
            author=titled(convening.sender, convening.style) if convening.sender else fields["organism"],
            subject=one_line(convening.territory),
            day=convening.generated_on.isoformat(),
        ),
    )


def invitation_fields(convening: Convening) -> Fields:
    """Every blank of the template; an empty string or list leaves its line or its section out."""
    instance = one_line(convening.instance) or one_line(convening.title) or "Réunion"
    title = one_line(convening.title)
    recipients = sorted(convening.recipients, key=by_name)
    sender = convening.sender
    signatory = (
        [titled(sender, convening.style), *(capital(part) for part in (one_line(sender.function), one_line(sender.structure)) if part)]
        if sender
        else []
    )
    return {
        "organism": one_line(convening.organism),
        "reference": running_title(instance, convening.organism, short_date(convening.day)),
        "instance": instance,
        "about": f"{instance}{NBSP}: {title}" if title and title != instance else instance,
        "sent_on": f"Le {date_with_year(convening.generated_on)}",
        "letters": [_letter(person, convening.style) for person in recipients] if convening.each and recipients else [_to_all(instance)],
        "when": capital(day_and_hours(convening.day, convening.starts, convening.ends)),
        "place": place(convening.place, convening.commune) or "Le lieu sera précisé.",
        **agenda_table(convening),
        "reply": reply(convening),
        "signatory": signatory or [one_line(convening.organism)],
        "numbered": not convening.each,
        "recipients": "" if convening.each else _listed(recipients, convening.style),
    }


def invitation_file_name(convening: Convening) -> str:
    """« Invitation_Copil-CLS_2026-03-17.docx », « Invitations_… » with one letter each."""
    beginning = "Invitations" if convening.each else "Invitation"
    return file_name(beginning, convening.instance or convening.title or "", convening.day.isoformat())


def _letter(person: NamedPerson, style: WritingStyle) -> Fields:
    """To one person: nobody's gender is guessed."""
    feminine = is_feminine(person.civility)
    greeting = _TO_ALL if feminine is None else "Madame," if feminine else "Monsieur,"
    if person.doctor:
        greeting = "Docteure," if feminine else "Docteur,"
        greeting = greeting if feminine is not None else _TO_ALL
    told = [capital(part) for part in (one_line(person.function), one_line(person.structure)) if part]
    return {"address": [titled(person, style), *told], "greeting": greeting, "farewell": greeting.rstrip(",")}


def _to_all(instance: str) -> Fields:
    return {"address": ["À l’attention des membres", instance], "greeting": _TO_ALL, "farewell": _TO_ALL.rstrip(",")}


def _listed(people: list[NamedPerson], style: WritingStyle) -> str:
    """« Destinataires : BENALI Karim (Mission locale), … »."""
    said = []
    for person in people:
        structure = one_line(person.structure)
        name = listed(person, style)
        said.append(f"{name} ({structure})" if structure else name)
    return f"Destinataires{NBSP}: {', '.join(said)}." if said else ""
