"""What a message tells of a meeting: the content of its card."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from bot.domain.attendance import AttendanceState, Presence
from bot.domain.drafts import ActionDraft, Field, MeetingDraft, NextMeetingDraft, Span
from bot.domain.likely_hours import hardly_meant
from bot.understanding.addressees import addressee
from bot.understanding.appointments import appointed
from bot.understanding.author_away import tells_author_away
from bot.understanding.bearers_named import with_those_named
from bot.understanding.coming import is_not_kept, of_another_group, told_ahead
from bot.understanding.count_doubts import doubting_count
from bot.understanding.counted_pairs import few_of_us
from bot.understanding.counts import Headcount, find_headcount
from bot.understanding.facts_behind import only_setting
from bot.understanding.groups import GroupMention, Strength, ordered_for
from bot.understanding.hours_not_given import foretold
from bot.understanding.left_over import left_over, tells_event
from bot.understanding.meeting_names import group_of, title
from bot.understanding.nothing_said import says_nothing, takes_it
from bot.understanding.one_due import HeadDue, announced_dues, only_settles, with_one_due
from bot.understanding.outcomes import due_on, read_action, read_next, read_topic
from bot.understanding.roles import Role, Segment
from bot.understanding.roll import Roll, read_roll
from bot.understanding.roll_deeds import holds_alone, speaks
from bot.understanding.roll_setting import RollSetting
from bot.understanding.roll_shown import shown
from bot.understanding.scan import Scan
from bot.understanding.spoken_of import Spoken, spoken_in
from bot.understanding.times import TimeMention
from bot.understanding.typed_texts import told, told_items
from bot.understanding.when import Ranges, When, outside, read_when, settled
from bot.understanding.where import Where, read_where
from bot.understanding.whole_group import with_members
from bot.understanding.words import LINKS


def read_meeting(scan: Scan, parts: list[Segment], private: Collection[int], *, hours_ranges: Ranges = ()) -> MeetingDraft:  # type: ignore[assignment]
    """The card of one meeting out of its parts; `private` words are kept nowhere; those of hours told beside are not its length."""
    told = [(p.body, p.last) for p in parts if p.role is Role.FACTS]
    facts = outside(told, [*hours_ranges, *((i, i + 1) for i in sorted(foretold(scan).union(private)))])
    group = group_of(scan, facts, [(p.first, p.last) for p in parts if p.role in {Role.TOPIC, Role.NEXT}])
    group_id = group.ids[0] if group is not None and len(group.ids) == 1 else None
    when, assumed = settled(_when(scan, parts, facts), scan.hearing.now)
    where = read_where(scan, facts)
    headcount = find_headcount(scan, facts) or few_of_us(scan, facts)
    skipped = _skipped(group, when, where, headcount, scan) | frozenset(private)
    roll = read_roll(scan, facts, RollSetting(group_id=group_id, skipped=skipped))
    people = _people(scan, roll, group_id)
    people += shown(scan, parts, group_id, {p.person_id for p in people})
    draft = MeetingDraft(
        group_id=group_id,
        group_candidates=ordered_for(group.ids, scan.hearing.author_id, scan.index) if group is not None and group_id is None else (),
        title=None if group is not None else title(scan, facts, private),
        day=when.day,
        day_candidates=when.day_candidates,
        day_window=when.window if when.day is None else None,
        starts=when.starts,
        ends=when.ends,
        minutes=when.minutes,
        times_approximate=when.approximate,
        minutes_by_convention=when.by_convention,
        place_id=where.place_id if where else None,
        place_said=where.said if where else None,
        commune=where.commune if where else None,
        headcount=headcount.value if headcount else None,
        headcount_approximate=headcount.approximate if headcount else False,
        author_present=not tells_author_away(scan),
        people=people,
    )
    aside = {i for first, last in hours_ranges for i in range(first, last)}
    draft = with_those_named(_with_outcomes(scan, draft, parts, private, roll, skipped=skipped | aside))
    return replace(
        draft,
        unsure=_unsure(draft, group, when, roll, scan, assumed=assumed),
        spans=_spans(scan, group, when, where, headcount, roll, parts),
    )


def _when(scan: Scan, parts: list[Segment], facts: Ranges) -> When:
    """The hours told by the facts, else by the topics (« on a parlé de tout de 9h à 11h »)."""
    when = read_when(scan, facts, telling=True)
    if when.starts is None and when.minutes is None:
        topics = [(p.body, p.last) for p in parts if p.role is Role.TOPIC and not (p.sentence and appointed(scan, p.body, p.last))]
        more = read_when(scan, topics, telling=True)
        if more.ends is not None or more.minutes is not None:
            when = replace(
                more, day=when.day or more.day, day_mentions=when.day_mentions, day_candidates=when.day_candidates, window=when.window
            )
    return when


def _skipped(group: GroupMention | None, when: When, where: Where | None, headcount: Headcount | None, scan: Scan) -> frozenset[int]:
    skipped: set[int] = set(range(*(addressee(scan) or (0, 0))))
    if group is not None:
        skipped |= set(range(group.first, group.last))
    if where is not None:
        skipped |= set(range(where.first, where.last))
        before, behind = (
            scan.thing_at[where.first - 1] if where.first else None,
            scan.thing_at[where.last] if where.last < len(scan) else None,
        )
        for beside in (before, behind):
            if beside is not None:
                skipped |= set(range(beside.first, beside.last))
    if headcount is not None:
        skipped |= set(range(headcount.first, headcount.last)) - {
            i for i in range(headcount.first, headcount.last) if scan.fold(i) == "dont"
        }
    spoken: set[int] = {id(m) for m in (*when.day_mentions, *when.hour_mentions)}
    return frozenset(skipped | {i for i, t in enumerate(scan.time_at) if t is not None and id(t) in spoken})


def _people(scan: Scan, roll: Roll, group_id: int | None) -> tuple[Presence, ...]:
    """The list as told, and for « tous présents sauf… » the members of the group less those told away."""
    if not roll.everyone or group_id is None:
        return roll.presences
    return with_members(scan, group_id, roll.presences)


def _with_outcomes(
    scan: Scan, draft: MeetingDraft, parts: list[Segment], private: Collection[int], roll: Roll, *, skipped: Collection[int]
) -> MeetingDraft:
    topics: list[str] = []
    decisions: list[str] = []
    actions: list[ActionDraft] = []
    following: NextMeetingDraft | None = None
    listed = {i for item in roll.items for i in range(item.first, item.last)}
    taken = listed | set(skipped)
    away = {item.first for item in roll.items if item.presence.state in {AttendanceState.EXCUSED, AttendanceState.ABSENT}}
    before: Role | None = None
    dues = announced_dues(scan) if any(p.role is Role.ACTION for p in parts) else {}
    since, told_in = 0, -1  # the first action of the sentence being read
    for part in parts:
        if part.role is Role.DECISION:
            decisions += [text for text in told_items(scan, part.body, part.last, private) if _says_something(text)]
        elif part.role is Role.ACTION:
            action = _task(scan, part, draft.group_id, private, dues.get(part.sentence))
            if action is not None and part.about is None and takes_it(action.text):
                _give(actions, decisions if before is Role.DECISION else [], action)
            elif action is not None and _says_something(action.text) and not (before is Role.NEXT and only_settles(action)):
                since = len(actions) if part.sentence != told_in else since
                told_in = part.sentence
                actions = [*actions[:since], *with_one_due([*actions[since:], action])]
        elif part.role is Role.NEXT:
            if other := of_another_group(scan, part, draft.group_id):
                topics += [told(scan, part.first, part.last, private)] * told_ahead(scan, part.first, part.last)
            if other or is_not_kept(scan, part):
                continue
            place = (draft.place_id, draft.place_said, draft.commune)
            following = read_next(scan, part, group_id=draft.group_id, starts=draft.starts, ends=draft.ends, place=place) or following
        elif part.role is Role.TOPIC or (away.isdisjoint(range(part.body, part.last)) and _tells_topic(scan, part, listed, taken)):
            spoken = spoken_in(scan, part) if part.body > part.first else Spoken(part.body, part.last)
            topic = read_topic(scan, spoken.first, spoken.last, private)
            if topic is not None and not says_nothing(topic):
                topics.append(topic)
        else:
            topics += filter(None, (read_topic(scan, *span, private) for span in left_over(scan, part, taken)))
        before = part.role
    return replace(draft, topics=tuple(topics), decisions=tuple(decisions), actions=tuple(actions), next_meeting=following)


def _task(scan: Scan, part: Segment, group_id: int | None, private: Collection[int], due: HeadDue | None) -> ActionDraft | None:
    """Something to do, for the day that heads its sentence where it tells none of its own; None for the words of that head alone."""
    if due is not None and part.last <= due.after and not part.bearers:
        return None
    action = read_action(scan, part, group_id=group_id, private=private)
    if action is None or due is None or action.due_said is not None or not (due.to_all or part.first <= due.after):
        return action
    return due_on(scan, action, due.mention)


def _give(actions: list[ActionDraft], decisions: list[str], taken: ActionDraft) -> None:
    """« les 2 CCAS s'en occupent d'ici fin avril »: who does, and for when, what was told just before."""
    if actions and not actions[-1].bearers:
        due = actions[-1] if actions[-1].due_said is not None else taken
        actions[-1] = replace(actions[-1], bearers=taken.bearers, due=due.due, due_window=due.due_window, due_said=due.due_said)
    elif decisions:
        actions.append(replace(taken, text=decisions[-1]))


def _says_something(text: str) -> bool:
    told = text.rsplit(":", 1)[-1]  # « Le point sur les consultations : rien de décidé »
    return sum(c.isalpha() for c in text) >= 3 and not says_nothing(text) and not (len(told.split()) > 1 and says_nothing(told))


def _tells_topic(scan: Scan, part: Segment, listed: Collection[int], taken: Collection[int]) -> bool:
    """Whether a sentence of facts tells what was spoken of: words remain beside its names, hours and places, all that was `taken`."""
    inside = range(part.body, part.last)
    if tells_event(scan, part, taken):
        return True
    if only_setting(scan, part) or any((g := scan.group_at[i]) is not None and g.strength >= Strength.HINTED for i in inside):
        return False
    ahead = foretold(scan).intersection(inside)
    if any((t := scan.time_at[i]) is not None and (t.seconds is not None or t.ends is not None) for i in inside if i not in ahead):
        return False
    counted = _counted(scan, part)
    left = [
        i
        for i in inside
        if scan.words[i].is_word
        and i not in listed
        and i not in counted
        and scan.time_at[i] is None
        and scan.person_at[i] is None
        and len(scan.fold(i)) >= 4
        and scan.fold(i) not in LINKS
    ]
    share = len([i for i in inside if i in listed])
    told = len(left) > share or any(
        (p := scan.person_at[i]) is not None and p.first == i and speaks(scan, p.last) and not holds_alone(scan, p.last) for i in inside
    )
    return len(left) >= (1 if ahead or part.bullet else 2) and told and not any(_presence_word(scan.fold(i)) for i in inside)


def _counted(scan: Scan, part: Segment) -> range:
    """The words that only tell how many were there: « on était une petite dizaine »."""
    total = find_headcount(scan, [(part.body, part.last)])
    if total is None:
        return range(0)
    first = total.first
    while first > part.body and scan.words[first - 1].is_word:
        first -= 1
    return range(first, total.last)


def _presence_word(word: str) -> bool:
    return word.startswith(("excus", "absent", "present", "participant", "representee", "represente")) and word not in {
        "presente",
        "presentent",
        "presentation",
        "absenteisme",
        "presenteisme",
    }


def _unsure(draft: MeetingDraft, group: GroupMention | None, when: When, roll: Roll, scan: Scan, *, assumed: bool) -> tuple[Field, ...]:
    unsure: list[Field] = []
    if group is not None and (group.strength < Strength.NAMED or group.partly) and draft.group_id is not None:
        unsure.append(Field.GROUP)
    if assumed or when.impossible:
        unsure.append(Field.DAY)
    if (
        hardly_meant(draft.starts, draft.ends, draft.minutes)
        or draft.minutes_by_convention
        or when.approximate
        or any(not m.sure for m in when.hour_mentions)
    ):
        unsure.append(Field.DURATION)
    if draft.headcount_approximate:
        unsure.append(Field.HEADCOUNT)
    near = any(item.heard or ((p := scan.person_at[item.first]) is not None and p.near) for item in roll.items)
    if near or any(p.person_id is None and p.structure_id is None and not p.candidates for p in draft.people):
        unsure.append(Field.PEOPLE)
    return doubting_count(draft, unsure, everyone=roll.everyone)


def _spans(
    scan: Scan,
    group: GroupMention | None,
    when: When,
    where: Where | None,
    headcount: Headcount | None,
    roll: Roll,
    parts: Iterable[Segment],
) -> tuple[Span, ...]:
    def words(field: Field, first: int, last: int) -> Span:
        return Span(field=field, start=scan.words[first].start, end=scan.words[last - 1].end)

    def times(field: Field, mentions: tuple[TimeMention, ...]) -> list[Span]:
        return [Span(field=field, start=m.start, end=m.end) for m in mentions]

    found: list[Span] = []
    if group is not None:
        found.append(Span(field=Field.GROUP, start=group.start, end=group.end))
    found += times(Field.DAY, when.day_mentions) + times(Field.DURATION, when.hour_mentions)
    if where is not None and where.last > where.first:
        found.append(words(Field.PLACE, where.first, where.last))
    if headcount is not None:
        found.append(words(Field.HEADCOUNT, headcount.first, headcount.last))
    found += [words(Field.PEOPLE, item.first, item.last) for item in roll.items]
    fields = {Role.DECISION: Field.DECISIONS, Role.ACTION: Field.ACTIONS, Role.NEXT: Field.NEXT_MEETING, Role.TOPIC: Field.TOPICS}
    found += [words(fields[p.role], p.first, p.last) for p in parts if p.role in fields and p.last > p.first]
    return tuple(found)
