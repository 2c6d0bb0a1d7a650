"""Which words a record of decisions prints: from the domain's value to the plain strings of the template, in French."""

from __future__ import annotations

from collections import Counter
from datetime import date

from bot.domain.decision_records import DecisionRecord, RecordedDecision, RecordedMeeting
from bot.domain.decisions import ActionStatus, DecisionStatus
from bot.domain.minutes import FollowedAction
from bot.domain.writing import Inclusive, WritingStyle
from bot.french.dates import date_range, date_with_year, long_date, short_date
from bot.french.lists import and_others
from bot.french.mixed import counted_mixed
from bot.french.plurals import counted
from bot.french.typography import NBSP
from doc_templates.contents import Contents, Fields, Properties
from doc_templates.minutes.fields import STATE_LABELS
from doc_templates.wording import (
    announced,
    capital,
    day_and_hours,
    file_name,
    followed_row,
    one_line,
    place,
    running_title,
    sentence,
    titled,
)

_STANDS = {DecisionStatus.TAKEN: "", DecisionStatus.REVISED: "Décision révisée", DecisionStatus.ABANDONED: "Décision abandonnée"}
_INSTANCES_SHOWN = 6


def decision_record_contents(record: DecisionRecord) -> Contents:
    """What the template is filled with, and the properties of the file."""
    fields = decision_record_fields(record)
    return Contents(
        document="decision_record",
        fields=fields,
        properties=Properties(
            title=f"Relevé de décisions – {fields['scope']} – {fields['reference_day']}",
            author=titled(record.made_by, record.style) if record.made_by else fields["organism"],
            subject=one_line(record.territory),
            day=record.generated_on.isoformat(),
            revision=max(1, record.meeting.version) if record.meeting else 1,
        ),
    )


def decision_record_fields(record: DecisionRecord) -> Fields:
    """Every blank of the template; an empty string or list leaves its line or its section out."""
    scope = one_line(record.scope) or "Réunion"
    meeting = record.meeting
    title = one_line(meeting.title) if meeting else ""
    short = short_date(meeting.day) if meeting else _short_period(record)
    instances = {decision.instance for decision in record.decisions} | {followed.instance for followed in record.actions}
    several = len(instances - {""}) > 1
    following = meeting.next_meeting if meeting else None
    return {
        "organism": one_line(record.organism),
        "reference": running_title(scope, record.organism, short),
        "reference_day": short,
        "scope": scope,
        "subtitle": "" if title == scope else title,
        "period_line": capital(long_date(meeting.day)) if meeting else _period(record),
        "territory": one_line(record.territory) if one_line(record.territory) not in (one_line(record.organism), scope) else "",
        "when": day_and_hours(meeting.day, meeting.starts, meeting.ends) if meeting else "",
        "place": place(meeting.place, meeting.commune) if meeting else "",
        "participation": _participation(meeting, record.style.inclusive) if meeting else "",
        "meetings": "" if meeting else counted(record.meetings, "réunion tenue", "réunions tenues"),
        "totals": _totals(record),
        "instances": _instances(record) if several else "",
        "of_one_meeting": meeting is not None,
        "decisions": [_decision(decision, several=several) for decision in record.decisions],
        "actions": [_action(followed, rank, record.style, several=several) for rank, followed in enumerate(_shown(record), start=1)],
        "of_several": meeting is None,
        "nothing": _nothing(record),
        "next_meeting": announced(following),
        "next_place": place(following.place, following.commune) if following else "",
        "closing": _closing(record),
        "footer": f"Relevé de décisions – {_footer(record)}",
    }


def decision_record_file_name(record: DecisionRecord) -> str:
    """« Releve_GT-Diabete_2026-03-10.docx », « Releve_GT-Diabete_2026-01-01_2026-03-11.docx »."""
    days = (record.meeting.day, None) if record.meeting else (record.first, record.last or record.generated_on)
    return file_name("Releve", record.scope, "_".join(day.isoformat() for day in days if day))


def _decision(decision: RecordedDecision, *, several: bool) -> Fields:
    stands = _STANDS[decision.status]
    text = sentence(decision.text)
    met = short_date(decision.day) + (f"\n{one_line(decision.instance)}" if several else "")
    return {"number": one_line(decision.number), "text": f"{stands}{NBSP}: {text}" if stands else text, "met": met}


def _shown(record: DecisionRecord) -> list[FollowedAction]:
    """All actions of one meeting; of a period only those still to do, the others are counted."""
    return [followed for followed in record.actions if record.meeting or followed.status is ActionStatus.OPEN]


def _action(followed: FollowedAction, rank: int, style: WritingStyle, *, several: bool) -> Fields:
    met = short_date(followed.day) + (f"\n{one_line(followed.instance)}" if several and followed.instance else "")
    return {**followed_row(followed, rank, style), "met": met}


def _period(record: DecisionRecord) -> str:
    if record.first and record.last:
        return capital(date_range(record.first, record.last))
    if record.first:
        return f"Depuis le {date_with_year(record.first)}"
    return f"Jusqu’au {date_with_year(record.last or record.generated_on)}"


def _short_period(record: DecisionRecord) -> str:
    last = short_date(record.last or record.generated_on)
    return f"{short_date(record.first)}{NBSP}– {last}" if record.first else last


def _participation(meeting: RecordedMeeting, manner: Inclusive) -> str:
    """« 12 participantes et participants, 2 excusées et excusés »."""
    if meeting.present is None:
        return ""
    excused = f", {counted_mixed(meeting.excused, 'excusé', manner, after=True)}" if meeting.excused else ""
    return counted_mixed(meeting.present, "participant", manner) + excused


def _totals(record: DecisionRecord) -> str:
    """« 12 décisions, 5 actions dont 3 à faire »."""
    said = [counted(len(record.decisions), "décision")]
    if record.actions:
        left = sum(1 for followed in record.actions if followed.status is ActionStatus.OPEN)
        said.append(counted(len(record.actions), "action") + (f" dont {left} à faire" if 0 < left < len(record.actions) else ""))
    return ", ".join(said)


def _instances(record: DecisionRecord) -> str:
    """« GT Diabète (4), Copil CLS (2) », the busiest first."""
    many = Counter(one_line(decision.instance) for decision in record.decisions)
    return and_others(
        [f"{name}{NBSP}({count})" for name, count in sorted(many.items(), key=lambda one: (-one[1], one[0]))], shown=_INSTANCES_SHOWN
    )


def _nothing(record: DecisionRecord) -> str:
    if record.decisions:
        return ""
    return "Aucune décision n’a été relevée " + ("au cours de cette réunion." if record.meeting else "sur cette période.")


def _footer(record: DecisionRecord) -> str:
    if record.meeting is None:
        return f"au {_day(record.last or record.generated_on)}"
    return f"{STATE_LABELS[record.meeting.state].lower()}, version{NBSP}{record.meeting.version}"


def _day(day: date) -> str:
    return short_date(day)


def _closing(record: DecisionRecord) -> str:
    made = f"Relevé établi le {date_with_year(record.generated_on)}"
    return f"{made} par {titled(record.made_by, record.style)}." if record.made_by else f"{made}."
