"""What a few words take off a card: one or all of its decisions, somebody, the next date, the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import Field, MeetingDraft
from bot.understanding import edits
from bot.understanding.card_names import guest_named, of_the_list
from bot.understanding.changes import Change, typed
from bot.understanding.counts import everyone_noun, number_value
from bot.understanding.lexicon_files import spaced, table
from bot.understanding.phrases import Found, PhraseTable
from bot.understanding.pointing import borne_by, by_words, means_all, ordinal_at, rank_after, said_words
from bot.understanding.roll import read_roll
from bot.understanding.roll_setting import RollSetting
from bot.understanding.scan import Scan
from bot.understanding.turns import words_in

_FIELDS = PhraseTable(table("turns")["fields"])
DETERMINERS = words_in("small", "determiners")
PRONOUNS = frozenset({"celle", "celui", "celles", "ceux"})
LISTS = {"decisions": Field.DECISIONS, "actions": Field.ACTIONS, "topics": Field.TOPICS}


def take_off(scan: Scan, change: Change, first: int, last: int) -> None:
    """Take off what words [first, last) name."""
    while (
        last > first
        and (not scan.words[last - 1].is_word or scan.fold(last - 1) in {"stp", "svp", "aussi", "merci"})
        and scan.number_at[last - 1] is None
    ):
        last -= 1
    i = first
    if scan.fold(first) in {"moi", "m"} and all(scan.fold(k) in DETERMINERS | {"liste", "presents", "carte"} for k in range(first, last)):
        change.put(replace(change.meeting, author_present=False), Field.PEOPLE)
        return
    while i < last and scan.fold(i) in DETERMINERS and scan.thing_at[i] is None and scan.person_at[i] is None and scan.time_at[i] is None:
        i += 1
    if i >= last:
        return
    if _fewer(scan, change, i) or _listed(scan, change, first, i, last):
        return
    plain = scan.words[i].is_word and not scan.words[i].is_capital and scan.person_at[i] is None and scan.thing_at[i] is None
    steps = (_told_thing, _someone) if plain else (_someone, _told_thing)
    if any(step(scan, change, i, last) for step in steps):
        return
    change.miss(typed(scan, first, last))


def emptied(meeting: MeetingDraft, tag: str) -> MeetingDraft:
    """The meeting with that part empty."""
    match tag:
        case "decisions":
            return replace(meeting, decisions=())
        case "actions":
            return replace(meeting, actions=())
        case "topics":
            return replace(meeting, topics=())
        case "next_meeting":
            return replace(meeting, next_meeting=None)
        case "place":
            return replace(meeting, place_id=None, place_said=None, commune=None)
        case "headcount":
            return replace(meeting, headcount=None, headcount_approximate=False)
        case "away":
            return replace(meeting, people=tuple(p for p in meeting.people if p.state is AttendanceState.PRESENT))
    return replace(meeting, people=tuple(p for p in meeting.people if p.state is not AttendanceState.PRESENT))


def fields_of(tag: str) -> tuple[Field, ...]:
    """Which fields of a card a noun of the lexicon names."""
    single = {"next_meeting": Field.NEXT_MEETING, "place": Field.PLACE, "headcount": Field.HEADCOUNT}
    return (LISTS.get(tag) or single.get(tag) or Field.PEOPLE,)


def _fewer(scan: Scan, change: Change, i: int) -> bool:
    """« enlève 2 personnes »: so many fewer."""
    number = (1, False, i + 1) if scan.fold(i) in {"un", "une"} else number_value(scan, i)
    count = change.meeting.headcount
    if number is None or count is None or everyone_noun(scan, number[2]) is None or count <= number[0]:
        return False
    change.put(edits.with_headcount(change.meeting, count - number[0]), Field.HEADCOUNT)
    return True


def _listed(scan: Scan, change: Change, first: int, i: int, last: int) -> bool:
    """One or all of the decisions, actions or topics, the next meeting, the place: whatever has a name on the card."""
    j = i
    number = number_value(scan, j)
    j = number[2] if number is not None and number[2] < last else j
    rank = ordinal_at(scan, j)
    j = rank[1] if rank is not None else j
    noun = _FIELDS.at(scan.words, j) if j < last else None
    if noun is None and scan.fold(j) in PRONOUNS:
        said_before = [f for f in _FIELDS.all(scan.words, 0, j) if f.tag in LISTS]
        noun = Found(j, j + 1, said_before[-1].tag) if said_before else None
    if noun is None:
        if rank is None or j < last:
            return False
        noun = _only_list(change.meeting, rank[0], j)
        if noun is None:
            return False
    behind = rank_after(scan, noun.last) if rank is None and noun.last < last else None
    if noun.tag not in LISTS:
        change.put(emptied(change.meeting, noun.tag), *fields_of(noun.tag))
        return True
    at = rank or behind
    count = number[0] if number is not None and rank is not None else 1
    return _of_list(scan, change, noun, (first, last), at=at[0] if at else None, count=count, rest=behind[1] if behind else noun.last)


def _only_list(meeting: MeetingDraft, rank: int, j: int) -> Found | None:
    """The list that « la première » means when it is said alone: the one that has so many."""
    long = [tag for tag in ("decisions", "actions") if len(getattr(meeting, tag)) > max(rank, 0)]
    return Found(j, j, long[0]) if len(long) == 1 else None


def _of_list(scan: Scan, change: Change, noun: Found, said: tuple[int, int], *, at: int | None, count: int, rest: int) -> bool:
    items: Sequence[object] = getattr(change.meeting, noun.tag)
    first, last = said
    chosen = _chosen(scan, change.meeting, noun.tag, (first, noun.first), (rest, last), at=at, count=count)
    if chosen is None:
        change.heard = True
        change.several.append(typed(scan, first, last))
        return True
    if not chosen:
        change.miss(typed(scan, first, last))
        return True
    left = tuple(item for k, item in enumerate(items) if k not in chosen)
    change.put(with_items(change.meeting, noun.tag, left), LISTS[noun.tag])
    return True


def with_items(meeting: MeetingDraft, tag: str, items: tuple[object, ...]) -> MeetingDraft:
    """The meeting with that list instead."""
    return replace(meeting, **{tag: items})  # type: ignore[arg-type]


def _chosen(
    scan: Scan, meeting: MeetingDraft, tag: str, before: tuple[int, int], behind: tuple[int, int], *, at: int | None, count: int
) -> list[int] | None:
    """Which items are meant; empty: none of the card, None: one of several."""
    texts = texts_of(meeting, tag)
    if at is not None:
        ranks = range(at, at + count) if at >= 0 else range(len(texts) + at - count + 1, len(texts) + at + 1)
        return list(ranks) if all(0 <= k < len(texts) for k in ranks) else []
    if tag == "actions":
        hers, named = borne_by(scan, *behind, meeting.actions)
        if named:
            return hers if len(hers) <= 1 or means_all(scan, *before, len(hers)) else None
    words = said_words(scan, *behind)
    if words:
        found = by_words(words, texts)
        return found if len(found) <= 1 else None
    if means_all(scan, *before, len(texts)) or len(texts) == 1:
        return list(range(len(texts)))
    return None if texts else []


def texts_of(meeting: MeetingDraft, tag: str) -> tuple[str, ...]:
    """The texts of a list of the card."""
    return tuple(a.text for a in meeting.actions) if tag == "actions" else getattr(meeting, tag)


def _someone(scan: Scan, change: Change, i: int, last: int) -> bool:
    """Somebody of the list, of the directory or not; words that name somebody else are noted as not found."""
    people = change.meeting.people
    roll = read_roll(scan, [(i, last)], RollSetting(group_id=change.meeting.group_id, listed=True), listed=True)
    known = [item for item in roll.items if item.presence.person_id or item.presence.structure_id or item.presence.candidates]
    for item in known:
        said = of_the_list(scan, item.first, item.presence, people)
        left = edits.without(people, [said], scan.index)
        if left == people:
            change.miss(typed(scan, item.first, item.last))
        people = left
    if known:
        change.put(replace(change.meeting, people=people), Field.PEOPLE)
        return True
    name = spaced(typed(scan, i, last))
    by_last = [p for p in people if p.said and spaced(p.said).endswith(" " + name)]
    guest = guest_named(name, people) or (by_last[0] if len(by_last) == 1 else None) or _of_structure(scan, i, last, people)
    if guest is None:
        return False
    change.put(replace(change.meeting, people=tuple(p for p in people if p is not guest)), Field.PEOPLE)
    return True


def _of_structure(scan: Scan, i: int, last: int, people: tuple[Presence, ...]) -> Presence | None:
    """« le CCAS », « les 2 du CCAS »: the line of a structure that the directory does not know, unnamed people before a name."""
    of = next((k + 1 for k in range(last - 1, i - 1, -1) if scan.fold(k) in {"du", "de", "d", "des"}), i)
    while of < last and scan.fold(of) in {"la", "le", "l", "les"}:
        of += 1
    house = spaced(typed(scan, of, last))
    here = [p for p in people if p.structure_said and spaced(p.structure_said) == house]
    unnamed = [p for p in here if p.said == p.structure_said]
    return unnamed[0] if len(unnamed) == 1 else here[0] if len(here) == 1 and of == i else None


def _told_thing(scan: Scan, change: Change, i: int, last: int) -> bool:
    """A decision, an action or a topic by its words, the next date by its day, the place by its name."""
    meeting = change.meeting
    time = scan.time_at[i]
    if time is not None and meeting.next_meeting is not None and meeting.next_meeting.day is not None:
        days = {d.first for d in (time.past, time.future, time.days) if d is not None}
        if meeting.next_meeting.day in days:
            change.put(replace(meeting, next_meeting=None), Field.NEXT_MEETING)
            return True
    thing = scan.thing_at[i]
    if meeting.place_said and spaced(typed(scan, i, last)) in spaced(meeting.place_said):
        change.put(emptied(meeting, "place"), Field.PLACE)
        return True
    words = said_words(scan, i, last)
    if not words or (thing is not None and thing.last >= last):
        return False
    every = [(tag, k) for tag in LISTS for k in by_words(words, texts_of(meeting, tag))]
    if len(every) != 1:
        return False
    tag, at = every[0]
    items = getattr(meeting, tag)
    change.put(with_items(meeting, tag, tuple(item for k, item in enumerate(items) if k != at)), LISTS[tag])
    return True
