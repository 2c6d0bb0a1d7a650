"""The minutes of past meetings are searched in the database: accents, capitals, endings, groups, people, and never next door."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.decisions import Action, Decision
from bot.domain.meetings import Meeting, MeetingState
from bot.domain.memory import Passage, PassageKind
from bot.french.mentions import sought_in
from storage.unit_of_work import SqlStore
from tests.storage.world import World


def adds(store: SqlStore, world: World, *, days: int, **parts: object) -> int:
    """A held meeting of its group, some days before that of the world."""
    bare = Meeting(id=0, state=MeetingState.HELD, group_id=world.diabetes.id, day=world.held.day - timedelta(days=days), headcount=3)
    with store.work(world.territory.id) as work:
        return work.meetings.add(replace(bare, **parts)).id  # type: ignore[arg-type]


def found(store: SqlStore, world: World, words: str, *, group: int | None = None, person: int | None = None, limit: int = 20) -> list[int]:
    """The meetings that may say these words, in the order of the search."""
    with store.read(world.territory.id) as work:
        told = work.memory.telling(sought_in(words), group_ids=None if group is None else (group,), person_id=person, limit=limit)
    return [one.line.id for one in told]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("école de l'asthme", "OUVRIR L’ÉCOLE DE L’ASTHME"),
        ("ECOLE asthmes", "ouvrir l'école de l'asthme"),
        ("lasthme", "asthme"),
        ("reçu", "le recu du traiteur"),
        ("façade", "refaire la façade"),
        ("FACADES", "les façades"),
        ("œuvre", "la main-d'oeuvre"),
        ("oeuvres", "Une œuvre, dix Œuvres"),
        ("eau", "« eau » potable"),
        ("été", "pour l’Été"),
        ("vaccin", "vaccination"),
        ("naïf", "un regard naïf"),
        ("50%", "à 50 % du prix"),
    ],
)
def test_a_word_is_found_as_it_was_typed_or_not(store: SqlStore, ales: World, words: str, text: str) -> None:
    decided = adds(store, ales, days=1, decisions=(Decision(text=text),))
    entrusted = adds(store, ales, days=2, actions=(Action(text=text),))
    talked = adds(store, ales, days=3, topics=("autre chose", text))
    titled = adds(store, ales, days=4, group_id=None, title=text)
    assert found(store, ales, words) == [decided, entrusted, talked, titled]


def test_another_word_is_not(store: SqlStore, ales: World) -> None:
    adds(store, ales, days=1, decisions=(Decision(text="un réseau, des bureaux"),), topics=("niveau",))
    assert found(store, ales, "eau") == []
    assert found(store, ales, "de la") == []


def test_those_that_say_most_of_the_words_come_first_then_the_newest(store: SqlStore, ales: World) -> None:
    one = adds(store, ales, days=1, topics=("la mobilité",))
    apart = adds(store, ales, days=30, topics=("la mobilité",), decisions=(Decision(text="voir les aidants"),))
    both = adds(store, ales, days=20, topics=("la mobilité des aidants",))
    assert found(store, ales, "aidants mobilité") == [both, apart, one]
    assert found(store, ales, "aidants mobilité", limit=2) == [both, apart]


def test_within_a_group_and_for_whom_the_minutes_are(store: SqlStore, ales: World) -> None:
    of_group = adds(store, ales, days=1, topics=("mobilité",))
    without = adds(store, ales, days=2, group_id=None, topics=("mobilité",))
    hers = adds(store, ales, days=3, group_id=None, topics=("mobilité",), author_id=ales.karim.id)
    assert found(store, ales, "mobilité") == [of_group, without, hers]
    assert found(store, ales, "mobilité", group=ales.diabetes.id) == [of_group]
    with store.read(ales.territory.id) as work:
        belongs = {person for group in work.directory.groups([ales.diabetes.id]) for person in group.member_ids}
    expected = [of_group, hers] if ales.karim.id in belongs else [hers]
    assert found(store, ales, "mobilité", person=ales.karim.id) == expected


def test_only_held_meetings_of_this_territory(store: SqlStore, ales: World, nimes: World) -> None:
    adds(store, nimes, days=1, topics=("mobilité",), decisions=(Decision(text="mobilité"),), actions=(Action(text="mobilité"),))
    adds(store, ales, days=1, state=MeetingState.PLANNED, topics=("mobilité",), title="mobilité")
    assert found(store, ales, "mobilité") == []


def test_what_a_meeting_says_comes_with_it_decisions_first(store: SqlStore, ales: World) -> None:
    adds(store, ales, days=1, topics=("mobilité",), decisions=(Decision(text="un bus"),), actions=(Action(text="écrire"),), title="Point")
    with store.read(ales.territory.id) as work:
        told = work.memory.telling(sought_in("mobilité"), group_ids=None, person_id=None, limit=5)
    assert [one.passages for one in told] == [
        (
            Passage(PassageKind.DECISION, "un bus"),
            Passage(PassageKind.ACTION, "écrire"),
            Passage(PassageKind.TOPIC, "mobilité"),
            Passage(PassageKind.TITLE, "Point"),
        )
    ]
