"""What a correction changes in the actions of a card: one more, another day, somebody else."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.domain.drafts import ActionDraft, Bearer, DayWindow, Field
from bot.understanding.changes import Change, typed
from bot.understanding.lexicon_files import table
from bot.understanding.next_corrections import near_day
from bot.understanding.nothing_said import takes_it
from bot.understanding.outcomes import read_action
from bot.understanding.phrases import PhraseTable
from bot.understanding.pointing import borne_by, by_words, ordinal_at, said_words, shared, words_of_text
from bot.understanding.roles import Segment
from bot.understanding.scan import Scan
from bot.understanding.times import TimeKind, TimeMention
from bot.understanding.turns import plainly_corrects, words_in
from bot.understanding.when import mentions_in
from bot.understanding.words import key_words

_FIELDS = PhraseTable({k: v for k, v in table("turns")["fields"].items() if k in {"actions", "decisions"}})
_FOR_WHEN = words_in("small", "due")
_PLAIN_ACTION_KINDS = frozenset({TimeKind.DAY, TimeKind.MOMENT, TimeKind.WINDOW, TimeKind.INTERVAL, TimeKind.PART_OF_DAY})


def correct_action(scan: Scan, change: Change, part: Segment, private: Collection[int]) -> None:
    """Add the action that a part tells, or put it in the place of the one that it tells again."""
    meeting = change.meeting
    action = read_action(scan, part, group_id=meeting.group_id, private=private)
    if action is None:
        return
    action = replace(
        action,
        bearers=tuple(_of_the_card(scan, b, span, change) for b, span in zip(action.bearers, part.bearers, strict=False)) or action.bearers,
    )
    if takes_it(action.text):
        _give(change, part_said=typed(scan, part.first, part.last), action=action)
        return
    at = _told_again(scan, part, action, meeting.actions)
    if at is None:
        change.put(replace(meeting, actions=(*meeting.actions, action)), Field.ACTIONS)
        return
    before = meeting.actions[at]
    dated = action.due is not None or action.due_window is not None or action.due_said is not None
    text = before.text if words_of_text(action.text) <= words_of_text(before.text) else action.text
    again = ActionDraft(
        text=text,
        bearers=action.bearers or before.bearers,
        due=action.due if dated else before.due,
        due_window=action.due_window if dated else before.due_window,
        due_said=action.due_said if dated and (action.due, action.due_window) != (before.due, before.due_window) else before.due_said,
    )
    if _bears_same(before.bearers, action.bearers):
        again = replace(again, bearers=before.bearers)
    change.put(replace(meeting, actions=tuple(again if k == at else a for k, a in enumerate(meeting.actions))), Field.ACTIONS)


def _give(change: Change, *, part_said: str, action: ActionDraft) -> None:
    """« l'action, c'est Sonia qui la fait »: who does the only action of the card; which one is asked where there are several."""
    actions = change.meeting.actions
    if len(actions) != 1:
        change.heard = True
        change.several += [part_said] if actions else []
        return
    change.put(replace(change.meeting, actions=(replace(actions[0], bearers=action.bearers),)), Field.ACTIONS)


def _of_the_card(scan: Scan, bearer: Bearer, span: tuple[int, int], change: Change) -> Bearer:
    """« Karim » is the Karim of the card, where one of them is there or has something to do."""
    mention = scan.person_at[span[0]] if span[0] < span[1] else None
    if mention is None or mention.full:
        return bearer
    here = {p.person_id for p in change.meeting.people} | {b.person_id for a in change.meeting.actions for b in a.bearers}
    known = [p for p in mention.ids if p in here]
    return Bearer(person_id=known[0], said=mention.said) if len(known) == 1 else bearer


def _told_again(scan: Scan, part: Segment, action: ActionDraft, actions: tuple[ActionDraft, ...]) -> int | None:
    """The action of the card that is told again, with another day or, if that is said plainly, by somebody else."""
    words = words_of_text(action.text)
    emphatic = scan.fold(part.first) == "c" or plainly_corrects(scan)
    for k, before in enumerate(actions):
        known = words_of_text(before.text)
        common = shared(words, known)
        same = _bears_same(before.bearers, action.bearers)
        if common and 2 * common > min(len(words), len(known)) and (same or (emphatic and common == len(words))):
            return k
    return None


def _bears_same(left: tuple[Bearer, ...], right: tuple[Bearer, ...]) -> bool:
    def keys(bearers: tuple[Bearer, ...]) -> set[object]:
        return {b.person_id or -(b.structure_id or 0) or b.said for b in bearers}

    one, other = keys(left), keys(right)
    several = {c for b in right for c in b.candidates}
    return one == other or bool(one & several and len(left) == len(right) == 1)


def correct_due(scan: Scan, change: Change, part: Segment) -> bool:
    """« Sophie c'est pour le 20 », « la première action c'est pour lundi »: only the day of an action moves. True if so."""
    ahead = _ahead(scan, part)
    if ahead is None:
        return False
    first, last = part.first, part.last
    when = set(range(*scan.span_of(ahead)))
    others = [i for i in range(first, last) if i not in when and scan.words[i].is_word]
    chosen = _addressed(scan, change, first, last, others)
    if chosen is None:
        return False
    if not chosen:
        change.miss(_named(scan, first, last))
    elif len(chosen) > _bearers_named(scan, first, last):
        change.heard = True
        change.several.append(f"l’action de {_named(scan, first, last)}")
    else:
        for at in chosen:
            _put_due(scan, change, at, ahead)
    change.take(first, last)
    return True


def _bearers_named(scan: Scan, first: int, last: int) -> int:
    """How many are named among words [first, last), one at least."""
    return max(1, len({id(at[i]) for i in range(first, last) for at in (scan.person_at, scan.thing_at) if at[i] is not None}))


def _ahead(scan: Scan, part: Segment) -> TimeMention | None:
    """The one day still to come, or the edge of some, that a part tells."""
    today = scan.hearing.now.date()
    found = [m for m in mentions_in(scan, [(part.first, part.last)]) if m.kind in _PLAIN_ACTION_KINDS]
    found = [m for m in found if (days := m.days_toward("future")) is not None and days.last >= today]
    return found[-1] if len(found) == 1 else None


def _addressed(scan: Scan, change: Change, first: int, last: int, others: list[int]) -> list[int] | None:
    """The actions whose day is told, none for somebody who bears none; None if the words tell anything else."""
    actions = change.meeting.actions
    noun = next((f for f in _FIELDS.all(scan.words, first, last) if f.tag == "actions"), None)
    plain = [i for i in others if scan.fold(i) not in _FOR_WHEN and scan.person_at[i] is None and scan.number_at[i] is None]
    if noun is not None:
        ranks = [r for i in range(first, noun.first) if (r := ordinal_at(scan, i)) is not None]
        if ranks and all(noun.first <= i < noun.last or ordinal_at(scan, i) for i in plain):
            at = ranks[0][0] if ranks[0][0] >= 0 else len(actions) + ranks[0][0]
            return [at] if 0 <= at < len(actions) else []
    hers, named = borne_by(scan, first, last, actions)
    bearers = {word for k in hers for b in actions[k].bearers if b.said for word in key_words(b.said)}
    plain = [
        i
        for i in plain
        if not ((t := scan.thing_at[i]) is not None and t.structures and named) and (noun is None or not noun.first <= i < noun.last)
    ]
    plain = [i for i in plain if scan.canon(i) not in bearers]
    if named and not plain and hers:
        return hers
    words = said_words(scan, first, last) - {scan.canon(i) for i in others if scan.fold(i) in _FOR_WHEN}
    words = frozenset(w for w in words if w not in {"action", "prochaine"})
    alike = by_words(words, tuple(a.text for a in actions)) if words else []
    if len(alike) == 1 and shared(words, words_of_text(actions[alike[0]].text)) == len(words):
        return alike
    return [] if named and not plain and _bound(scan, first, last) else None


def _bound(scan: Scan, first: int, last: int) -> bool:
    """Whether a day is told as one by which something is due: « pour le 20 », « jusqu'au 20 », « c'est le 20 »."""
    said = {scan.fold(i) for i in range(first, last)}
    return bool(said & {"pour", "avant", "jusqu", "ici", "c"})


def _named(scan: Scan, first: int, last: int) -> str:
    person = next((p for i in range(first, last) if (p := scan.person_at[i]) is not None), None)
    thing = next((t for i in range(first, last) if (t := scan.thing_at[i]) is not None), None)
    return person.said if person is not None else thing.said if thing is not None else typed(scan, first, last)


def _put_due(scan: Scan, change: Change, at: int, ahead: TimeMention) -> None:
    before = change.meeting.actions[at]
    told_days = ahead.toward("future")
    assert told_days.days is not None
    day = near_day(scan, ahead, before.due) if before.due is not None else None
    single = told_days.days.single or told_days.bound in {"before", "by", "until"}
    due = day or (told_days.due if single else None)
    window = None if due is not None else DayWindow(first=told_days.days.first, last=told_days.days.last)
    if (due, window) == (before.due, before.due_window):
        change.heard = True
        return
    again = replace(before, due=due, due_window=window, due_said=ahead.words)
    change.put(replace(change.meeting, actions=tuple(again if k == at else a for k, a in enumerate(change.meeting.actions))), Field.ACTIONS)
