"""Two territories in one database: no button, forged or not, and no sentence reaches across."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from bot.domain.permissions import Role
from bot.domain.territory import Territory
from bot.wiring import build_home, first_invitation
from handlers.callbacks import Do, Tap
from handlers.free_text import on_text
from handlers.register import on_tap
from handlers.replies import Reply
from handlers.room import Home, _play
from handlers.visits import Visit
from storage import tables
from storage.territories import create_territory
from storage.unit_of_work import SqlStore
from tests.builders import NOW, small_territory

MEETING = "GT Diabète hier 14h-16h30, 12 présents dont Sophie Martin, on a décidé de lancer l'enquête"
CLAIRE, EVE = 11, 22
NUMBERS = itertools.count(1000)


class Still:
    """A clock that stands."""

    def now(self) -> object:
        """The hour of the stories."""
        return NOW


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Claire of Alès, who kept a meeting and has a card open, and Ève, who coordinates another territory."""

    home: Home
    store: SqlStore
    ales: Territory
    elsewhere: Territory

    def claire(self, text: str = "", tap: Tap | None = None) -> list[Reply]:
        """What the bot answers to Claire."""
        return self._play(CLAIRE, text, tap)

    def eve(self, text: str = "", tap: Tap | None = None) -> list[Reply]:
        """What the bot answers to Ève."""
        return self._play(EVE, text, tap)

    def _play(self, who: int, text: str, tap: Tap | None) -> list[Reply]:
        visit = Visit(
            update_id=next(NUMBERS),
            telegram_id=who,
            chat_id=who,
            first_name="x",
            full_name="x",
            sent_at=NOW,
            text=text,
            tap=tap,
            tapped_message=1 if tap else None,
            query_id="q" if tap else None,
        )
        return _play(on_tap if tap else on_text, self.home, visit)

    def rows(self, territory: Territory) -> dict[str, list[tuple[object, ...]]]:
        """Every row of a territory."""
        with self.store.engines.read() as connection:
            return {
                table.name: sorted(
                    (tuple(row) for row in connection.execute(sa.select(table).where(table.c.territory_id == territory.id))), key=repr
                )
                for table in tables.metadata.sorted_tables
                if "territory_id" in table.c
            }


@pytest.fixture
def neighbours(store: SqlStore) -> Neighbours:
    """Alès has a history; the other territory is new."""
    doors = small_territory(store)
    elsewhere = create_territory(store, name="Ailleurs", organism="Ailleurs", zone="Europe/Paris", communes=(), axes=())
    code = first_invitation(store, elsewhere.id, name="Ève Durieux", role=Role.COORDINATOR, now=NOW)
    store.desk.redeem(doors.claire, telegram_id=CLAIRE, chat_id=CLAIRE, telegram_name="Claire", now=NOW)
    store.desk.redeem(code, telegram_id=EVE, chat_id=EVE, telegram_name="Ève", now=NOW)
    both = Neighbours(build_home(store, Still()), store, doors.territory, elsewhere)  # type: ignore[arg-type]
    card = both.claire(MEETING)[0]
    keep = card.keyboard[0][0].tap
    assert keep is not None
    both.claire(tap=keep)
    both.claire("GT Nutrition hier 9h-10h, 5 présents")
    both.claire("/inviter Paul Mercier")
    return both


@pytest.mark.parametrize("do", list(Do))
def test_no_forged_button_reaches_the_other_territory(neighbours: Neighbours, do: Do) -> None:
    before = neighbours.rows(neighbours.ales)
    for subject, version in itertools.product(range(4), range(4)):
        for argument in ("", "0", "1", "2", "group.m0", "0.4", "20260310", "PILOT", "PREPARATION", "people"):
            said = neighbours.eve(tap=Tap(do, subject, version, argument))
            words = " ".join(reply.text + (reply.toast or "") for reply in said)
            assert not any(name in words for name in ("Sophie", "Diabète", "Mercier", "Nutrition")), (do, subject, words)
    assert neighbours.rows(neighbours.ales) == before


@pytest.mark.parametrize(
    "words", [MEETING, "tel de Sophie Martin", "le CR du dernier GT Diabète", "c'est quand le prochain Copil CLS ?", "non, 13 présents"]
)
def test_no_sentence_reaches_the_other_territory(neighbours: Neighbours, words: str) -> None:
    before = neighbours.rows(neighbours.ales)
    said = " ".join(reply.text for reply in neighbours.eve(words))
    assert "CCAS d’Alès" not in said
    assert neighbours.rows(neighbours.ales) == before


def test_a_forged_button_of_one_s_own_territory_is_answered_kindly(neighbours: Neighbours) -> None:
    for do in Do:
        for argument in ("", "x", "-1", "999999999999", "group.z9", "1.x", "99999999", "NOBODY", "group.m99"):
            for version in range(1, 5):
                said = neighbours.claire(tap=Tap(do, 2, version, argument))
                assert said
                assert any(reply.text or reply.toast for reply in said), (do, argument)
