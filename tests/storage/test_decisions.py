"""Decisions are numbered by group and year, keep their number when a meeting is corrected, and never share one."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

from bot.domain.decisions import Action, ActionStatus, Decision, DecisionStatus
from bot.domain.drafts import Bearer
from bot.domain.meetings import Meeting, MeetingState
from storage.decisions import match_texts
from storage.unit_of_work import SqlStore
from tests.storage.world import World


def deciding(*texts: str, group_id: int | None, day: date = date(2026, 11, 21)) -> Meeting:
    return Meeting(id=0, state=MeetingState.HELD, group_id=group_id, day=day, decisions=tuple(Decision(text=text) for text in texts))


def numbers(meeting: Meeting | None) -> list[str | None]:
    assert meeting is not None
    return [decision.number for decision in meeting.decisions]


def test_numbers_follow_each_other_within_the_year_of_a_group(store: SqlStore, ales: World) -> None:
    assert numbers(ales.held) == ["GTD-2026-001", "GTD-2026-002"]
    with store.work(ales.territory.id) as work:
        assert numbers(work.meetings.add(deciding("a", "b", group_id=ales.diabetes.id))) == ["GTD-2026-003", "GTD-2026-004"]
        assert numbers(work.meetings.add(deciding("a", group_id=ales.diabetes.id, day=date(2027, 1, 5)))) == ["GTD-2027-001"]
        assert numbers(work.meetings.add(deciding("a", group_id=None))) == ["DIV-2026-001"]
        assert numbers(work.meetings.add(deciding(group_id=None))) == []


def test_territories_count_apart(ales: World, nimes: World) -> None:
    assert numbers(ales.held) == numbers(nimes.held) == ["GTD-2026-001", "GTD-2026-002"]


def test_an_unchanged_text_keeps_its_number_wherever_it_stands(store: SqlStore, ales: World) -> None:
    wanted = (Decision(text="Nouvelle"), Decision(text="Refaire l’atelier"))
    with store.work(ales.territory.id) as work:
        stored = work.meetings.replace(replace(ales.held, decisions=wanted))
        assert numbers(stored) == ["GTD-2026-003", "GTD-2026-002"]
        assert stored.decisions[1] == ales.held.decisions[1]
        assert work.meetings.get(ales.held.id) == stored


def test_a_number_is_not_given_again(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        work.meetings.remove_of_entry(ales.entry_id)
        assert numbers(work.meetings.add(deciding("a", group_id=ales.diabetes.id))) == ["GTD-2026-003"]


def test_the_same_text_twice_is_two_decisions(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        meeting = work.meetings.add(deciding("oui", "oui", group_id=None))
        again = work.meetings.replace(replace(meeting, decisions=(Decision(text="oui"), Decision(text="oui"), Decision(text="oui"))))
    assert numbers(meeting) == ["DIV-2026-001", "DIV-2026-002"]
    assert numbers(again) == ["DIV-2026-001", "DIV-2026-002", "DIV-2026-003"]


def test_texts_are_matched_each_once() -> None:
    before = [Decision(text="a", id=1), Decision(text="b", id=2), Decision(text="a", id=3)]
    kept, gone = match_texts(before, [Decision(text="a"), Decision(text="c")])
    assert ([part.id if part else None for part in kept], sorted(gone)) == ([1, None], [2, 3])


def test_a_status_outlives_a_correction(store: SqlStore, ales: World) -> None:
    with store.work(ales.territory.id) as work:
        revised = replace(deciding("a", group_id=None), decisions=(Decision(text="a", status=DecisionStatus.REVISED),))
        done = replace(revised, actions=(Action(text="faire", status=ActionStatus.DONE),))
        stored = work.meetings.add(done)
        fresh = replace(stored, decisions=(Decision(text="a"),), actions=(Action(text="faire", bearers=(Bearer(said="Paul"),)),))
        again = work.meetings.replace(fresh)
        assert (again.decisions[0].status, again.actions[0].status) == (DecisionStatus.REVISED, ActionStatus.DONE)
        assert (again.actions[0].id, again.actions[0].bearers) == (stored.actions[0].id, (Bearer(said="Paul"),))
        assert work.meetings.get(stored.id) == again


def test_decisions_taken_at_the_same_moment_never_share_a_number(store: SqlStore, ales: World) -> None:
    given: list[str | None] = []
    together = threading.Barrier(4)

    def decide(name: str) -> None:
        together.wait()
        for turn in range(5):
            with store.work(ales.territory.id) as work:
                given.extend(numbers(work.meetings.add(deciding(f"{name} {turn}", f"{name} {turn} bis", group_id=ales.diabetes.id))))

    threads = [threading.Thread(target=decide, args=(name,)) for name in ("Claire", "Marc", "Inès", "Sophie")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(str(number) for number in given) == [f"GTD-2026-{number:03d}" for number in range(3, 43)]
