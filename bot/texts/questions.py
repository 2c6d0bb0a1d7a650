"""How one question is asked at the end of a card, and what a plain answer looks like."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.domain.drafts import (
    Draft,
    Field,
    Gap,
    HoursDraft,
    MeetingDraft,
    gaps,
    named_present,
    unknown_group,
)
from bot.domain.likely_hours import MINUTES_OF_A_DAY, must_confirm
from bot.french.hours import clock_range, duration
from bot.texts.names import Names, safe

_MEETING = {
    Field.GROUP: "Quel groupe s’est réuni ?",
    Field.DAY: "Quel jour ?",
    Field.DURATION: "De quelle heure à quelle heure ? <i>Par exemple</i> <code>14h-16h30</code> <i>ou</i> <code>2h</code>",
    Field.HEADCOUNT: "Combien de personnes étaient là, en tout ?",
    Field.PEOPLE: "Qui était là ? <i>Touchez les noms, ou écrivez par exemple</i> <code>tous sauf la PMI excusée</code>",
    Field.PLACE: "Où était-ce ? <i>Un lieu, une commune, ou</i> <code>visio</code>",
    Field.DECISIONS: "Qu’a-t-on décidé ? <i>Une décision par ligne.</i>",
    Field.ACTIONS: "Qui fait quoi, pour quand ? <i>Une action par ligne, par exemple</i> <code>Sophie relance la CAF pour le 15</code>",
    Field.NEXT_MEETING: "Quand est la prochaine réunion ? <i>Par exemple</i> <code>le 12 janvier à 14h</code>",
    Field.TOPICS: "De quoi a-t-on parlé ?",
    Field.NATURE: "À quel titre étaient là les autres personnes ? <i>Touchez une réponse pour toutes, ou écrivez par exemple</i> <code>4 bénévoles, les autres en temps employeur</code>",
}
NO_SUCH_DAY = "Ce jour n’existe pas au calendrier : quel jour était-ce ?"
SHORT_LIST = 6  # groups: more of them are turned by pages
_LISTS: dict[Field, Callable[[MeetingDraft], object]] = {
    Field.DECISIONS: lambda meeting: meeting.decisions,
    Field.ACTIONS: lambda meeting: meeting.actions,
    Field.TOPICS: lambda meeting: meeting.topics,
}
_HOURS = {
    Field.PERSON: "De qui sont ces heures ?",
    Field.MINUTES: "Combien de temps ? <i>Par exemple</i> <code>2h30</code>",
    Field.GROUP: "Pour quel groupe ?",
    Field.DAY: "Quel jour ?",
    Field.PART: "À quoi ce temps a-t-il servi ?",
    Field.NATURE: "À quel titre ce temps est-il donné ?",
}


def question(draft: Draft, names: Names, *, today: date, may_make_groups: bool = True) -> str:
    """The open question of a card, or an empty text. With several things lacking, only the first is asked."""
    del today
    gap = draft.asked
    if gap is None:
        return ""
    text = _text(draft, gap, names, may_make_groups=may_make_groups)
    left = len(gaps(draft.content))
    more = (
        ""
        if draft.to_ask
        else f"\n<i>(puis encore {left - 1} question{'s' if left > 2 else ''})</i>"
        if left > 1 and gap in gaps(draft.content)
        else ""
    )
    which = _which(draft, gap, names)
    asked = _plain(text)
    return f"❓ {which}<b>{asked[0].lower() + asked[1:] if which else asked}</b>{_example(text)}{more}"


def _text(draft: Draft, gap: Gap, names: Names, *, may_make_groups: bool) -> str:
    if gap.field is Field.GROUP and (unknown := unknown_group(draft, gap)):
        return _unknown_group(safe(unknown), may_make=may_make_groups or gap.hours is not None)
    if gap.field is Field.GROUP and len(names.groups) > SHORT_LIST:
        return f"{(_HOURS if gap.hours is not None else _MEETING)[Field.GROUP]} <i>Touchez-le, ou écrivez son nom.</i>"
    if gap.hours is not None:
        return _of_hours(draft.content.hours[gap.hours], gap.field)
    meeting = draft.content.meetings[gap.meeting or 0]
    if gap.field is Field.PEOPLE and any(p.undecided for p in meeting.people):
        doubtful = next(p for p in meeting.people if p.undecided)
        said = safe(doubtful.said or "?")
        return f"« {said} » : quelle structure ?" if doubtful.candidates_are_structures else f"Qui est « {said} » ?"
    if gap.field is Field.PEOPLE and not _anybody_to_touch(meeting, names):
        return "Qui était là ? <i>Écrivez les noms, par exemple</i> <code>Julie Petit du CCAS et Karim Benali</code>"
    if gap.field is Field.HEADCOUNT and _too_many(meeting):
        return f"Vous dites {meeting.headcount} présents, mais j’en compte {named_present(meeting)}{' avec vous' if meeting.author_present else ''}. Combien étaient là ?"
    if gap.field is Field.DURATION and must_confirm(
        meeting.starts, meeting.ends, meeting.minutes, doubted=Field.DURATION in meeting.unsure
    ):
        return f"{_impossible(meeting)} : de quelle{_MEETING[Field.DURATION].removeprefix('De quelle')}"
    if gap.field is Field.DAY and meeting.day is None and Field.DAY in meeting.unsure:
        return NO_SUCH_DAY
    if gap.field in _LISTS and _LISTS[gap.field](meeting):
        none = "aucun" if gap.field is Field.TOPICS else "aucune"
        return f"{_plain(_MEETING[gap.field])} <i>Ce que vous écrivez s’ajoute ;</i> <code>{none}</code> <i>retire tout.</i>"
    return _MEETING.get(gap.field, "Pouvez-vous préciser ?")


def _unknown_group(words: str, *, may_make: bool) -> str:
    if may_make:
        return f"Je ne connais pas encore « {words} ». Quel groupe est-ce ?"
    return f"Vous ne pilotez pas « {words} ». Est-ce un autre nom d’un de vos groupes ? Sinon, voyez avec la coordination."


def _anybody_to_touch(meeting: MeetingDraft, names: Names) -> bool:
    group = names.groups.get(meeting.group_id or 0)
    return bool(meeting.people) or any(member != meeting.author_id for member in (group.member_ids if group else ()))


def _of_hours(hours: HoursDraft, field: Field) -> str:
    if field is Field.MINUTES and must_confirm(None, None, hours.minutes, doubted=Field.MINUTES in hours.unsure):
        why = "ce n’est pas possible" if (hours.minutes or 0) > MINUTES_OF_A_DAY else "c’est très long"
        return f"{duration(hours.minutes or 0)} en un jour, {why} : combien de temps ? <i>Par exemple</i> <code>2h30</code>"
    if field is Field.DAY and not hours.days and Field.DAY in hours.unsure:
        return NO_SUCH_DAY
    return _HOURS.get(field, "Pouvez-vous préciser ?")


def _impossible(meeting: MeetingDraft) -> str:
    """« De 16 h à 14 h, cela ferait 22 h »."""
    minutes = duration(meeting.minutes or 0)
    if meeting.starts is None or meeting.ends is None:
        return f"{minutes}, c’est très long"
    said = clock_range(meeting.starts, meeting.ends)
    return f"{said[0].upper()}{said[1:]}, cela ferait {minutes}"


def _too_many(meeting: MeetingDraft) -> bool:
    return meeting.headcount is not None and named_present(meeting) > meeting.headcount


def _which(draft: Draft, gap: Gap, names: Names) -> str:
    if len(draft.content.meetings) + len(draft.content.hours) < 2:
        return ""
    if gap.hours is not None:
        return "Heures : " if len(draft.content.hours) == 1 else f"Heures n° {gap.hours + 1} : "
    meeting = draft.content.meetings[gap.meeting or 0]
    return f"{safe(names.group(meeting.group_id))} : " if meeting.group_id else f"Réunion n° {(gap.meeting or 0) + 1} : "


def _plain(text: str) -> str:
    return text.split(" <i>")[0]


def _example(text: str) -> str:
    return " <i>" + text.split(" <i>", 1)[1] if " <i>" in text else ""
