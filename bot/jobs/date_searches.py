"""What leaves by itself while a date is looked for: what a member is asked, and the counts drawn anew for who asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions.date_boards import ballot_of, board_of
from bot.actions.date_searches import joined
from bot.domain.date_searches import Ballot, SearchState
from bot.domain.notices import Notice
from bot.jobs.made import Made
from bot.ports import Clock, Delivery, DeliveryProblem, Messenger, Store
from bot.texts import date_searches as texts
from bot.texts.names import Names

AGAIN = 5.0  # seconds: drawing the same twice does no harm


def ballot_due(store: Store, notice: Notice, now: datetime) -> Ballot | None:
    """What is to be said to that member now; None when it is stale, over, or no longer hers to answer."""
    with store.read(notice.territory_id) as work:
        search = work.date_searches.get(notice.turn)
        if search is None or search.rounds != notice.snoozes:
            return None
        hers = next((account for account in joined(work, search) if account.id == notice.account_id), None)
        if hers is None or search.state not in (SearchState.OPEN, SearchState.SETTLED):
            return None
        ballot = ballot_of(work, search, hers.person_id, now=now)
    over = len(ballot.past) == len(search.content.dates)
    return None if over and search.state is SearchState.OPEN else ballot


@dataclass(frozen=True, slots=True)
class DateBoard:
    """The counts of a date search, in the message of who asks where they stand."""

    store: Store
    clock: Clock

    def make(self, delivery: Delivery) -> Made | None:
        """They as they stand now; None when something else stands there."""
        with self.store.read(delivery.territory_id) as work:
            search = work.date_searches.get(delivery.subject_id)
            account = self.store.desk.account_of(delivery.chat_id)  # a private chat bears the number of its person
            if search is None or search.message_id is None or account is None or account.id != search.account_id:
                return None
            if search.state is not SearchState.OPEN:
                return None
            now = self.clock.now()
            board = board_of(work, search, now=now)
            text = texts.board(board, Names(work.directory.vocabulary()))
        return Made(name="", content=b"", caption=text, board=board)

    def uncertain(self, delivery: Delivery) -> str | None:
        """Nothing: the next answer, or /dates, draws them again."""
        return None

    def failed(self, delivery: Delivery) -> str | None:
        """Nothing either."""
        return None

    async def send(self, messenger: Messenger, delivery: Delivery, made: Made) -> int:
        """In place; what may have arrived is drawn once more."""
        assert made.board is not None
        assert made.board.search.message_id is not None
        try:
            return await messenger.show_board(delivery.chat_id, made.board.search.message_id, text=made.caption, board=made.board)
        except DeliveryProblem as problem:
            if problem.certain:
                raise
            raise DeliveryProblem(problem.reason, after=AGAIN) from problem

    async def note(self, messenger: Messenger, delivery: Delivery, text: str) -> None:
        """A text alone."""
        await messenger.send_text(delivery.chat_id, text=text)
