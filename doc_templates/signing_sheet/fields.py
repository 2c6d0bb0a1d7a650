"""Which words a signing sheet prints: from the domain's value to the plain strings of the template, in French."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.minutes import NamedPerson
from bot.domain.signing_sheets import SigningSheet
from bot.domain.writing import Inclusive, WritingStyle
from bot.french.dates import long_date, short_date
from bot.french.mixed import counted_mixed
from bot.french.numbers import number
from bot.french.typography import NBSP
from doc_templates.contents import Contents, Fields, Properties
from doc_templates.wording import by_name, capital, day_and_hours, file_name, listed, one_gender, one_line, place, running_title, titled


def signing_sheet_contents(sheet: SigningSheet) -> Contents:
    """What the template is filled with, and the properties of the file."""
    fields = signing_sheet_fields(sheet)
    return Contents(
        document="signing_sheet",
        fields=fields,
        properties=Properties(
            title=f"Feuille d’émargement – {fields['instance']} – {short_date(sheet.day)}",
            author=titled(sheet.made_by, sheet.style) if sheet.made_by else fields["organism"],
            subject=one_line(sheet.territory),
            day=sheet.generated_on.isoformat(),
        ),
    )


def signing_sheet_fields(sheet: SigningSheet) -> Fields:
    """Every blank of the template; an empty string or list leaves its line or its section out."""
    instance = one_line(sheet.instance) or one_line(sheet.title) or "Réunion"
    expected = sorted(sheet.expected, key=by_name)
    coming = [person for person in expected if person not in sheet.excused]
    lines = [_expected(person, rank, sheet.style, away=person in sheet.excused) for rank, person in enumerate(expected, start=1)]
    lines += [{"number": number(len(expected) + rank), "name": "", "stands_for": ""} for rank in range(1, sheet.blank_lines + 1)]
    return {
        "organism": one_line(sheet.organism),
        "reference": running_title(instance, sheet.organism, short_date(sheet.day)),
        "instance": instance,
        "subtitle": "" if one_line(sheet.title) == instance else one_line(sheet.title),
        "day_line": capital(long_date(sheet.day)),
        "territory": "" if one_line(sheet.territory) == one_line(sheet.organism) else one_line(sheet.territory),
        "when": day_and_hours(sheet.day, sheet.starts, sheet.ends),
        "place": place(sheet.place, sheet.commune),
        "expected": _coming(coming, sheet.style.inclusive),
        "name_heading": "Nom et prénom" if sheet.style.capitals else "Prénom et nom",
        "lines": lines,
        "both_halves": sheet.both_halves,
        "privacy": _privacy(sheet),
    }


def signing_sheet_file_name(sheet: SigningSheet) -> str:
    """« Emargement_Copil-CLS_2026-03-17.docx »."""
    return file_name("Emargement", sheet.instance or sheet.title or "", sheet.day.isoformat())


def _coming(people: Sequence[NamedPerson], manner: Inclusive) -> str:
    """« 14 participantes et participants attendus »; empty when nobody is expected."""
    return counted_mixed(len(people), "participant attendu", manner, feminine=one_gender(people)) if people else ""


def _expected(person: NamedPerson, rank: int, style: WritingStyle, *, away: bool) -> Fields:
    told = [capital(part) for part in (one_line(person.structure), one_line(person.function)) if part]
    told += ["A prévenu de son absence"] if away else []
    return {
        "number": number(rank),
        "name": listed(person, style),
        "stands_for": "\n".join(told),
    }


def _privacy(sheet: SigningSheet) -> str:
    """Who keeps the sheet, what for, how long, and whom to ask: GDPR, article 13."""
    organism = one_line(sheet.organism)
    ask = f"{titled(sheet.made_by, sheet.style)}, {organism}" if sheet.made_by else organism
    return (
        f"Données personnelles{NBSP}: {organism} recueille ces noms et ces signatures pour attester de la tenue de la réunion et de votre "
        "participation. Ils sont gardés le temps prévu par ses règles d’archivage et transmis aux seuls financeurs qui en demandent la "
        f"preuve. Pour les consulter, les faire rectifier ou effacer, adressez-vous à {ask}."
    )
