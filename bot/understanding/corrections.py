"""What a message changes in the open card: « non, 13 présents », « c'était mardi », « enlève Karim », « la prochaine c'est à 10h »."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.contributions import Part
from bot.domain.drafts import DraftContent, Field, HoursDraft, MeetingDraft
from bot.domain.requests import CorrectDraft
from bot.understanding import edits
from bot.understanding.changes import Change
from bot.understanding.counts import everyone_noun, find_headcount, number_value
from bot.understanding.denials import deny, deny_bearer
from bot.understanding.group_answers import is_object, stands_in_another
from bot.understanding.groups import Strength, ordered_for
from bot.understanding.hours import read_hours
from bot.understanding.hours_corrections import correct_hours
from bot.understanding.meeting_names import choose_group
from bot.understanding.namings import name_people
from bot.understanding.outcome_corrections import correct_outcomes
from bot.understanding.privacy import private_words
from bot.understanding.removals import remove
from bot.understanding.roles import Role, Segment
from bot.understanding.roll_corrections import correct_people
from bot.understanding.scan import Scan
from bot.understanding.segments import segments
from bot.understanding.spending import spent_ranges
from bot.understanding.time_corrections import correct_times
from bot.understanding.turns import plainly_corrects, words_in
from bot.understanding.typed_texts import told
from bot.understanding.unknown_groups import unknown_group
from bot.understanding.update_bare_totals import bare_total
from bot.understanding.when import Ranges
from bot.understanding.where import read_where

_ADDING = frozenset({"ajoute", "rajoute", "ajouter", "rajouter", "manque", "manquait", "mets", "oublie"})
_CORRECTING = words_in("corrects", "skipped") | words_in("small", "counting")
_SHORTEST_NAME = 10  # « groupe c » is none
_NOT_A_MEETING = frozenset({Part.MEETING, None})


def correct(
    scan: Scan, content: DraftContent, at: int = 0, *, on_hours: bool = False, parts: list[Segment] | None = None
) -> CorrectDraft | None:
    """The content as a message corrects it; None if it says nothing about it. `parts` are the message's, if they have other roles here."""
    if content.meetings and not on_hours:
        return _correct_meeting(scan, content, _meant(scan, content, at), segments(scan) if parts is None else parts)
    if not content.hours:
        return None
    at = min(at, len(content.hours) - 1)
    beside = _line_beside(scan, content, at)
    if beside is not None:
        return CorrectDraft(content=edits.with_hours_beside(content, beside), changed=(Field.MINUTES,))
    hours, changed = correct_hours(scan, content.hours[at])
    if hours == content.hours[at]:
        return CorrectDraft(content=content, changed=()) if changed else None
    return CorrectDraft(content=edits.put_hours(content, at, hours), changed=changed) if changed else None


def _line_beside(scan: Scan, content: DraftContent, at: int) -> HoursDraft | None:
    """« plus 1h de route »: hours that join those of the card, of the same day and group."""
    if not joins(scan):
        return None
    lines = read_hours(scan, 0, len(scan))
    known = content.hours[at]
    if len(lines) != 1 or lines[0].part in {None, known.part} or lines[0].minutes is None:
        return None
    own_day = Field.DAY not in lines[0].unsure
    named = lines[0].group_id is not None or lines[0].axis is not None
    line = lines[0] if own_day else replace(lines[0], days=known.days, day_window=known.day_window, unsure=())
    return line if named else replace(line, group_id=known.group_id, axis=known.axis, no_group=known.no_group, person_id=known.person_id)


def joins(scan: Scan) -> bool:
    """Whether a message adds to what stands there: « plus… », « et… », « ajoute… », « … en plus »."""
    ends = scan.fold(len(scan) - 1) == "plus" and scan.fold(len(scan) - 2) in {"en", "de"}
    return ends or scan.sign(0) == "+" or scan.fold(0) in {"plus", "et", "avec", "ajoute", "rajoute", "aussi"}


def _meant(scan: Scan, content: DraftContent, at: int) -> int:
    """The meeting of the card that a message names by its group, else the one asked about."""
    at = min(at, len(content.meetings) - 1)
    if len(content.meetings) < 2:
        return at
    group = choose_group(scan, [(0, len(scan))])
    named = [k for k, m in enumerate(content.meetings) if group is not None and m.group_id in group.ids]
    return named[0] if len(named) == 1 else at


def _correct_meeting(scan: Scan, content: DraftContent, at: int, parts: list[Segment]) -> CorrectDraft | None:
    private = private_words(scan)
    change = Change(content.meetings[at])
    change.taken |= set(private)
    remove(scan, change)
    deny_bearer(scan, change)
    deny(scan, change)
    name_people(scan, change)
    change.taken -= set(private)
    correct_outcomes(scan, change, parts, private)
    change.taken |= set(private)
    _facts(scan, change, parts)
    if not change.heard:
        return None
    corrected = edits.put_meeting(content, at, change.meeting)
    for line in change.hours:
        corrected = edits.with_hours_beside(corrected, line)
    return CorrectDraft(
        content=replace(corrected, privacy_warning=content.privacy_warning or bool(private)),
        changed=tuple(change.fields),
        not_found=tuple(change.not_found),
        several=tuple(change.several),
    )


def _facts(scan: Scan, change: Change, parts: list[Segment]) -> None:
    """Change what the facts of a message tell, each with the words that are left."""
    facts = [(p.body, p.last) for p in parts if p.role in {Role.FACTS, Role.TOPIC}]
    beside = _hours_beside(scan, change, facts)
    for first, last in beside:
        change.take(first, last)
    for step in (_group, correct_times, _place, _headcount, correct_people):
        left = change.left(facts)
        if left:
            step(scan, change, left)
    for first, last in beside:
        meeting = change.meeting
        groups = (meeting.group_id,) if meeting.group_id is not None else ()
        change.hours += read_hours(scan, first, last, group_ids=groups, day=meeting.day)
        change.heard = True
        change.fields += [Field.MINUTES] if Field.MINUTES not in change.fields else []


def _hours_beside(scan: Scan, change: Change, facts: Ranges) -> Ranges:
    """« plus 1h de route »: the words that tell hours which join the card of the meeting."""
    found: Ranges = []
    for first, last in spent_ranges(scan, change.left(facts)):
        lines = read_hours(scan, first, last)
        if lines and all(line.part not in _NOT_A_MEETING for line in lines):
            found.append((first, last))
    return found


def _group(scan: Scan, change: Change, facts: Ranges) -> None:
    group = choose_group(scan, facts)
    if (
        group is not None
        and (group.strength >= Strength.HINTED or len(scan) <= 6)
        and not (stands_in_another(scan, group) or is_object(scan, group))
    ):
        ids = ordered_for(group.ids, scan.hearing.author_id, scan.index)
        change.take(group.first, group.last)
        if change.meeting.group_id in ids:
            change.heard = True
        else:
            change.put(edits.with_group(change.meeting, ids, scan.index, partly=group.partly), Field.GROUP)
        return
    if change.meeting.group_id is not None and not plainly_corrects(scan):
        return
    for first, last in facts:
        named = unknown_group(scan, first, last)
        if named is not None and len(told(scan, *named)) > _SHORTEST_NAME:
            change.put(edits.with_title(change.meeting, told(scan, *named)), Field.GROUP)
            change.take(*named)
            return


def _place(scan: Scan, change: Change, facts: Ranges) -> None:
    facts = [(a, b) for a, b in facts if not any(scan.fold(i) in _ADDING for i in range(max(0, a - 2), b))]
    where = read_where(scan, facts)
    if where is None:
        return
    change.put(
        replace(
            change.meeting,
            place_id=where.place_id,
            place_said=where.said,
            commune=where.commune,
            unsure=edits.sure_of(change.meeting, Field.PLACE),
        )
        if not _same_place(change.meeting, where.place_id, where.said)
        else change.meeting,
        Field.PLACE,
    )
    change.take(where.first, where.last)


def _same_place(meeting: MeetingDraft, place_id: int | None, said: str | None) -> bool:
    return place_id is not None and place_id == meeting.place_id and said is not None


def _headcount(scan: Scan, change: Change, facts: Ranges) -> None:
    if _more_or_fewer(scan, change, facts):
        return
    found = find_headcount(scan, facts)
    if found is not None:
        change.put(edits.with_headcount(change.meeting, found.value, approximate=found.approximate), Field.HEADCOUNT)
        change.take(found.first, found.last)
        return
    noted = bare_total(scan)  # « mets 13 pour la réunion de ce matin »
    inside = [i for first, last in facts for i in range(first, last)]
    numbers = [(i, n) for i in inside if (n := number_value(scan, i)) is not None and scan.number_at[i - 1] is not scan.number_at[i]]
    kept = [(i, n) for i, n in numbers if scan.fold(i - 1) != "pas" and scan.fold(i - 2) != "pas"]
    letters = any(
        scan.words[i].is_word and scan.number_at[i] is None and scan.time_at[i] is None and scan.fold(i) not in _CORRECTING
        for i in range(len(scan))
    )
    if len(kept) == 1 and (not letters or noted == kept[0][1][0]) and 1 <= kept[0][1][0] <= 2000:
        change.put(edits.with_headcount(change.meeting, kept[0][1][0]), Field.HEADCOUNT)
        change.take(kept[0][0], kept[0][1][2])


def _more_or_fewer(scan: Scan, change: Change, facts: Ranges) -> bool:
    """« ajoute 2 personnes », « une personne de plus »: so many more than the total that is known."""
    total = change.meeting.headcount
    for first, last in facts:
        for i in range(first, last):
            number = (1, False, i + 1) if scan.fold(i) in {"un", "une"} else number_value(scan, i)
            noun = everyone_noun(scan, number[2]) if number is not None else None
            if number is None or noun is None or total is None:
                continue
            added = scan.fold(i - 1) in _ADDING or scan.sign(i - 1) == "+"
            more = scan.fold(noun) in {"de", "en"} and scan.fold(noun + 1) in {"plus", "moins"}
            if not (added or more) or (scan.fold(noun) in {"de", "du", "des", "d"} and not more):
                continue  # « deux personnes de la CAF » are listed
            fewer = more and scan.fold(noun + 1) == "moins"
            change.put(edits.with_headcount(change.meeting, max(1, total - number[0] if fewer else total + number[0])), Field.HEADCOUNT)
            change.take(i, min(last, noun + 2 * more))
            return True
    return False
