"""What a correction changes in the attendance of a card: who comes, leaves, is excused after all."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import Field
from bot.understanding import edits
from bot.understanding.author_away import tells_author_away
from bot.understanding.card_names import guest_named, of_the_list
from bot.understanding.changes import Change
from bot.understanding.choosing import ATTENDANCE
from bot.understanding.count_doubts import doubting_count
from bot.understanding.hours_corrections import is_denied
from bot.understanding.index import VocabularyIndex
from bot.understanding.lexicon_files import table
from bot.understanding.phrases import PhraseTable
from bot.understanding.roll import Roll, read_roll
from bot.understanding.roll_guests import Item
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.when import Ranges
from bot.understanding.whole_group import with_members

_ADDS = PhraseTable({"add": table("corrections")["adds"]["words"]})
_OF = frozenset({"de", "du", "d"})  # « Karim de la Mission locale » is not the Karim of the card
_STATES = {"excused": AttendanceState.EXCUSED, "absent": AttendanceState.ABSENT, "present": AttendanceState.PRESENT}
_EXCUSING = frozenset({"excuser", "excusez", "excuse"})


def correct_people(scan: Scan, change: Change, facts: Ranges) -> None:
    """Put on the list whoever the facts name, under the state that they tell."""
    if tells_author_away(scan):
        change.put(replace(change.meeting, author_present=False), Field.PEOPLE)
    setting = RollSetting(group_id=change.meeting.group_id, skipped=frozenset(change.taken))
    for first, last in facts:
        begin, listed = first, scan.fold(first - 1) == "par"  # « remplace Julie par Zoé »
        for cue in _ADDS.all(scan.words, first, last):
            if begin < cue.first:
                _list(scan, change, (begin, cue.first), setting, listed=listed)
            begin, listed = cue.last, True
        if begin < last:
            _list(scan, change, (begin, last), setting, listed=listed)


def _list(scan: Scan, change: Change, span: tuple[int, int], setting: RollSetting, *, listed: bool) -> None:
    named = any(scan.words[i].is_capital and guest_named(scan.sign(i), change.meeting.people) is not None for i in range(*span))
    roll = read_roll(scan, [span], setting, listed=listed or named or _head(scan, span) in _EXCUSING)
    before = people = change.meeting.people
    for item in roll.items:
        said = _state(scan, span, _meant(scan, item, people))
        left = edits.without(people, [said], scan.index) if is_denied(scan, item.first) else people
        if left != people or (is_denied(scan, item.first) and said.state is AttendanceState.PRESENT):
            people = left
        elif not _present_already(said, people, scan.index):
            people = edits.with_present(people, [said], scan.index)
    people = with_everyone(scan, change, roll, _told_of_guests(scan, span, roll, people))
    if people != before:
        listed_now = replace(change.meeting, people=people)
        doubts = doubting_count(listed_now, edits.sure_of(change.meeting, Field.PEOPLE), everyone=roll.everyone or says_all(scan))
        change.put(replace(listed_now, unsure=doubts), Field.PEOPLE)
    change.heard = change.heard or bool(roll.items)


def _told_of_guests(scan: Scan, span: tuple[int, int], roll: Roll, people: tuple[Presence, ...]) -> tuple[Presence, ...]:
    """« la PMI était là », « Hervé excusé », of somebody of the card whom the directory does not know."""
    read = {i for item in roll.items for i in range(item.first, item.last)}
    for i in range(*span):
        guest = guest_named(scan.sign(i), people) if scan.words[i].is_capital and i not in read else None
        cue = next((c for k in range(i + 1, min(span[1], i + 5)) if (c := ATTENDANCE.at(scan.words, k)) is not None), None)
        state = _STATES.get(cue.tag) if cue is not None else None
        if guest is not None and state is not None:
            people = tuple(replace(p, state=state) if p is guest else p for p in people)
    return people


def _meant(scan: Scan, item: Item, people: tuple[Presence, ...]) -> Presence:
    """Who is meant when somebody of that name stands in the list already, or is only told away or not there."""
    said = item.presence
    mention = scan.person_at[item.first]
    if mention is None:
        return said if scan.fold(item.last) in _OF else of_the_list(scan, item.first, said, people)
    here = any(p.person_id is not None and p.person_id in mention.ids for p in people)
    if here and mention.full and said.person_id is not None and not is_denied(scan, item.first):
        return said
    return (
        of_the_list(scan, item.first, said, people)
        if said.candidates or here or said.state is not AttendanceState.PRESENT or is_denied(scan, item.first) or mention.bare
        else said
    )


def _state(scan: Scan, span: tuple[int, int], said: Presence) -> Presence:
    """« excuser la CPAM »: the order gives its state to all whom it names."""
    excused = _head(scan, span) in _EXCUSING and said.state is AttendanceState.PRESENT
    return replace(said, state=AttendanceState.EXCUSED) if excused else said


def _head(scan: Scan, span: tuple[int, int]) -> str:
    return next((scan.fold(i) for i in range(*span) if scan.words[i].is_word), "")


def _present_already(said: Presence, people: tuple[Presence, ...], index: VocabularyIndex) -> bool:
    """Whether that line stands there as it is told, be it under more words."""
    return any(
        p.state is said.state and edits.same_presence(p, said, index) and (p.person_id is not None or p.count == said.count) for p in people
    )


def says_all(scan: Scan) -> bool:
    """« tous sauf la PMI excusée », « toutes là »."""
    return scan.fold(0) in {"tous", "toutes"} and scan.fold(1) in {
        "",
        "sauf",
        "excepte",
        "hormis",
        "la",
        "presents",
        "presentes",
        "etaient",
        "les",
    }


def with_everyone(scan: Scan, change: Change, roll: Roll, people: tuple[Presence, ...]) -> tuple[Presence, ...]:
    """« tout le monde sauf… »: the members of the group who are told nowhere on the list were there."""
    if not (roll.everyone or says_all(scan)) or change.meeting.group_id is None:
        return people
    return with_members(scan, change.meeting.group_id, people, author_id=change.meeting.author_id)
